//! A filter as bitmaps: which tickets may pass it, told without looking at any.
//!
//! A superset: what has no facet (times, what is unread) is asked of the tickets afterwards. It knows nothing of orders.

use std::cell::RefCell;
use std::collections::BTreeMap;

use roaring::RoaringBitmap;

use super::bits;
use super::facets::{self, Facet};
use super::finder::Finder;
use super::source::Source;
use crate::domain::filter::{Filter, Visibility};
use crate::domain::status::Status;
use crate::domain::ticket::Ticket;
use crate::store::Result;

/// One condition of a filter; a ticket must meet all of them.
#[derive(Debug)]
enum Term {
    /// It has one of these facets.
    Any(Vec<Facet>),
    /// It has one of these facets, or is closed and perhaps unread.
    AnyOrUnread(Vec<Facet>, Facet),
    /// The words that are looked for are in it.
    Found,
    /// It is perhaps unread.
    Unread(Facet),
    /// It has not this facet, which few have.
    Without(Facet),
}

/// A filter over the facets of a transaction.
pub struct Matcher<'s> {
    source: &'s dyn Source,
    terms: Vec<Term>,
    finder: Option<Finder<'s>>,
    blocks: RefCell<Blocks>,
    /// Of all blocks, the only places that are looked at; none for all.
    within: RefCell<Option<Blocks>>,
    late: RefCell<Option<Late>>,
}

/// Places by their blocks.
pub type Blocks = BTreeMap<u32, RoaringBitmap>;

/// How those that are late are told from all others that wait.
#[derive(Debug)]
pub enum Late {
    /// They are these, which all meet the conditions.
    Only(Blocks),
    /// They are all but these.
    AllBut(Blocks),
    /// They are those of whom it was told, and these besides; some of them may be in time again, which the ticket tells.
    ToldAnd(Blocks),
}

/// What the cheapest condition of a filter lets through.
pub struct Estimate {
    /// How many at most.
    pub most: u64,
    /// In which blocks.
    pub blocks: Vec<u32>,
}

impl<'s> Matcher<'s> {
    /// The conditions of a filter, those first that usually let the fewest through.
    ///
    /// # Errors
    /// Those of the store.
    pub fn new(source: &'s dyn Source, filter: &'s Filter) -> Result<Self> {
        let mut terms = Vec::new();
        match &filter.visible {
            Visibility::All => {}
            Visibility::Client(client) => terms.push(Term::Any(vec![Facet::Client(*client)])),
            Visibility::Assignees { all, open } => {
                let (all, open) = (all.iter().copied().map(Facet::Assignee), open.iter().copied().map(Facet::Open));
                terms.push(Term::Any(all.chain(open).collect()));
            }
        }
        terms.extend(filter.client.map(|client| Term::Any(vec![Facet::Client(client)])));
        let open_of = filter.assignee.filter(|_| filter.asks_for_open());
        terms.extend(open_of.map(|assignee| Term::Any(vec![Facet::Open(assignee)])));
        let all_of = filter.assignee.filter(|_| open_of.is_none());
        terms.extend(all_of.map(|assignee| Term::Any(vec![Facet::Assignee(assignee)])));
        terms.extend(filter.flagged.then(|| Term::Any(vec![Facet::Flagged])));
        terms.extend(filter.unassigned.then(|| Term::Any(vec![Facet::Unassigned])));
        terms.extend(filter.search.is_some().then_some(Term::Found));
        terms.extend(filter.topics.as_ref().map(|topics| Term::Any(topics.iter().copied().map(Facet::Topic).collect())));
        terms.extend(filter.priority.map(|priority| Term::Any(vec![Facet::Priority(priority)])));
        let seen = Facet::Seen(filter.reader);
        // The open tickets of somebody need no other bits, if all of them are asked for.
        let is_told = open_of.is_some() && filter.takes_open();
        // What waits is in one of these states, whichever others are asked for.
        let waits = |statuses: &Vec<Status>| Status::ALL.iter().all(|status| !status.waits() || statuses.contains(status));
        let is_wider = |statuses: &Vec<Status>| filter.waits_since.is_some() && waits(statuses);
        terms.extend(filter.statuses.as_ref().filter(|statuses| !is_told && !is_wider(statuses)).map(|statuses| {
            let any = statuses.iter().copied().map(Facet::Status).collect();
            if filter.or_closed_and_unread && !statuses.contains(&Status::Closed) {
                Term::AnyOrUnread(any, seen)
            } else {
                Term::Any(any)
            }
        }));
        if filter.waits_since.is_some() {
            let waiting = Status::ALL.into_iter().filter(|status| status.waits());
            terms.extend([Term::Any(waiting.map(Facet::Status).collect()), Term::Without(Facet::Resting)]);
        }
        terms.extend(filter.unread.then_some(Term::Unread(seen)));
        let search = filter.search.as_ref();
        let finder = search.map(|search| Finder::new(source, search, filter.visible.is_staff())).transpose()?;
        Ok(Self { source, terms, finder, blocks: RefCell::default(), within: RefCell::default(), late: RefCell::default() })
    }

    /// From now on lets only those pass that have one of these facets too.
    pub fn demand_any(&mut self, any: Vec<Facet>) {
        self.terms.push(Term::Any(any));
    }

    /// From now on lets none pass that has this facet.
    pub fn leave_out(&mut self, facet: Facet) {
        self.terms.push(Term::Without(facet));
    }

    /// Whether none passes that has this facet.
    pub fn leaves_out(&self, facet: Facet) -> bool {
        self.terms.iter().any(|term| matches!(term, Term::Without(without) if *without == facet))
    }

    /// Whether bitmaps alone tell what passes, but for times and external ids.
    pub fn is_exact(&self) -> bool {
        self.terms.iter().all(|term| matches!(term, Term::Any(_) | Term::Found | Term::Without(_)))
    }

    /// Whether nothing is asked that a bitmap could tell.
    pub fn takes_all(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether fewer may pass than is estimated: by several conditions, or by words, of which nothing is known before.
    pub fn may_be_narrower(&self) -> bool {
        let narrowing = self.terms.iter().filter(|term| !matches!(term, Term::Without(_)));
        narrowing.count() > 1 || self.finder.is_some()
    }

    /// Whether the words that are looked for are in a ticket, whatever else is asked.
    ///
    /// # Errors
    /// Those of the store.
    pub fn finds(&self, seq: u32) -> Result<bool> {
        let (block, place) = bits::split(seq);
        self.finder.as_ref().map_or(Ok(true), |finder| Ok(finder.block(block)?.contains(place)))
    }

    /// Whether a ticket may pass.
    ///
    /// # Errors
    /// Those of the store.
    pub fn may_take(&self, seq: u32) -> Result<bool> {
        let (block, place) = bits::split(seq);
        if let Some(within) = self.within.borrow().as_ref() {
            return Ok(within.get(&block).is_some_and(|bits| bits.contains(place)));
        }
        if self.terms.is_empty() {
            return Ok(true);
        }
        self.look(block, |bits| bits.contains(place))
    }

    /// From now on lets only those pass that are late.
    pub fn narrow_to_late(&self, late: Late) {
        self.blocks.borrow_mut().clear();
        if let Late::Only(blocks) = &late {
            self.within.replace(Some(blocks.clone()));
        }
        self.late.replace(Some(late));
    }

    /// Whether those that are late are told from all others.
    pub fn knows_who_is_late(&self) -> bool {
        self.late.borrow().is_some()
    }

    /// From now on lets only these pass, which all meet the conditions.
    pub fn narrow(&self, blocks: Blocks) {
        self.blocks.borrow_mut().clear();
        self.within.replace(Some(blocks));
    }

    /// Looks at the bits of a block, which are worked out once.
    fn look<T>(&self, block: u32, look: impl FnOnce(&RoaringBitmap) -> T) -> Result<T> {
        if let Some(bits) = self.blocks.borrow().get(&block) {
            return Ok(look(bits));
        }
        let bits = self.block(block)?;
        let seen = look(&bits);
        self.blocks.borrow_mut().insert(block, bits);
        Ok(seen)
    }

    /// Whether a ticket really has the facets by which it was found: the bitmaps may be damaged.
    pub fn agrees(&self, ticket: &Ticket) -> bool {
        let facets = facets::of_ticket(ticket);
        let has_any = |any: &[Facet]| any.iter().any(|facet| facets.contains(facet));
        self.terms.iter().all(|term| match term {
            Term::Any(any) => has_any(any),
            Term::AnyOrUnread(any, _) => has_any(any) || ticket.status == Status::Closed,
            Term::Without(facet) => !facets.contains(facet),
            Term::Found | Term::Unread(_) => true,
        })
    }

    /// What the cheapest condition lets through; does not go on looking once that is at most `enough`.
    ///
    /// # Errors
    /// Those of the store.
    pub fn estimate(&self, enough: u64) -> Result<Estimate> {
        if let Some(within) = self.within.borrow().as_ref() {
            let most = within.values().map(RoaringBitmap::len).sum();
            return Ok(Estimate { most, blocks: within.keys().copied().collect() });
        }
        let mut best: Option<Estimate> = None;
        for term in &self.terms {
            let estimate = match term {
                Term::Any(any) => self.size(any)?,
                Term::AnyOrUnread(any, _) => self.size(&[&any[..], &[Facet::Status(Status::Closed)]].concat())?,
                Term::Found | Term::Unread(_) | Term::Without(_) => continue,
            };
            if best.as_ref().is_none_or(|best| estimate.most < best.most) {
                best = Some(estimate);
            }
            if best.as_ref().is_some_and(|best| best.most <= enough) {
                break;
            }
        }
        match best {
            Some(best) => Ok(best),
            // Every ticket has one of the states.
            None => self.size(&Status::ALL.map(Facet::Status)),
        }
    }

    fn size(&self, any: &[Facet]) -> Result<Estimate> {
        let mut blocks = BTreeMap::new();
        for facet in any {
            for (block, length) in facets::sizes(self.source, *facet)? {
                *blocks.entry(block).or_insert(0) += u64::from(length);
            }
        }
        Ok(Estimate { most: blocks.values().sum(), blocks: blocks.into_keys().collect() })
    }

    /// The seqs of a block that may pass.
    ///
    /// # Errors
    /// Those of the store.
    pub fn seqs(&self, block: u32) -> Result<Vec<u32>> {
        self.look(block, |bits| bits.iter().map(|place| bits::join(block, place)).collect())
    }

    /// The seqs of a block that may pass, those in the order of their opening and those displaced.
    ///
    /// # Errors
    /// Those of the store.
    pub fn seqs_by_opening(&self, block: u32) -> Result<(Vec<u32>, Vec<u32>)> {
        if self.look(block, RoaringBitmap::is_empty)? {
            return Ok((Vec::new(), Vec::new()));
        }
        let displaced = facets::load_block(self.source, Facet::Displaced, block)?;
        let seqs = |bits: RoaringBitmap| bits.into_iter().map(|place| bits::join(block, place)).collect();
        self.look(block, |bits| (seqs(bits - &displaced), seqs(bits & &displaced)))
    }

    /// How many tickets of a block may pass.
    ///
    /// # Errors
    /// Those of the store.
    pub fn count(&self, block: u32) -> Result<u64> {
        Ok(self.block(block)?.len())
    }

    fn block(&self, block: u32) -> Result<RoaringBitmap> {
        if let Some(within) = self.within.borrow().as_ref() {
            return Ok(within.get(&block).cloned().unwrap_or_default());
        }
        let load = |facet: Facet| facets::load_block(self.source, facet, block);
        let mut left: Option<RoaringBitmap> = None;
        for term in &self.terms {
            let bits = match term {
                Term::Any(any) => self.union(any, block)?,
                Term::AnyOrUnread(any, seen) => self.union(any, block)? | (load(Facet::Status(Status::Closed))? - load(*seen)?),
                Term::Found => self.finder.as_ref().map_or_else(|| Ok(RoaringBitmap::new()), |finder| finder.block(block))?,
                Term::Unread(facet) | Term::Without(facet) => match left.take() {
                    Some(left) => left - load(*facet)?,
                    None => self.union(&Status::ALL.map(Facet::Status), block)? - load(*facet)?,
                },
            };
            let bits = left.take().map_or_else(|| bits.clone(), |left| left & &bits);
            if bits.is_empty() {
                return Ok(bits);
            }
            left = Some(bits);
        }
        let left = left.map_or_else(|| self.union(&Status::ALL.map(Facet::Status), block), Ok)?;
        let of = |blocks: &Blocks| blocks.get(&block).cloned().unwrap_or_default();
        Ok(match self.late.borrow().as_ref() {
            None | Some(Late::Only(_)) => left,
            Some(Late::AllBut(in_time)) => left - of(in_time),
            Some(Late::ToldAnd(untold)) => left & (load(Facet::ToldOverdue)? | of(untold)),
        })
    }

    fn union(&self, any: &[Facet], block: u32) -> Result<RoaringBitmap> {
        let mut bits = RoaringBitmap::new();
        for facet in any {
            bits |= facets::load_block(self.source, *facet, block)?;
        }
        Ok(bits)
    }
}
