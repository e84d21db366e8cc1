//! Lists and counts: the cheaper of walking along an order and sorting the few that may pass.
//!
//! What a list shows is told by the domain's own `Filter::takes` and `Order::key`; indexes only keep it from asking every ticket.
//!
//! What a question or a change means is said at the seam, under the same name.

mod by_seqs;
mod numbers;
mod timeless;
mod times;

use std::ops::ControlFlow;

use super::desk::{Counter, damaged, next_short_place};
use super::matcher::Matcher;
use super::source::Source;
use super::threads::unread;
use super::tickets::{Index, indexed_ticket, ticket, ticket_of_external_id};
use crate::domain::filter::{Filter, Order, Page};
use crate::domain::search::Search;
use crate::domain::ticket::Ticket;
use crate::store::Result;

pub use numbers::list_numbers;

/// So many tickets are sorted sooner than an order is walked along for them.
///
/// In tests so few that small desks go both ways.
const FEW: usize = if cfg!(test) { 4 } else { 4_096 };

/// So many that words are found in are better known one by one: they may all be old, and far along every order.
const FEW_FOUND: usize = if cfg!(test) { 8 } else { 16_384 };

/// An order is given up for sorting when a page is so many times longer in coming than if tickets lay there evenly.
const UNEVEN: u64 = 4;

/// So many steps for each ticket of a page are walked along an order before anything is found out about what may pass.
const FIRST_STEPS: u64 = if cfg!(test) { 1 } else { 32 };

/// So many steps along an order cost as much as one ticket that is read to be sorted.
const STEPS_FOR_ONE: u64 = 16;

/// A question about the tickets of a transaction.
struct Question<'s> {
    source: &'s dyn Source,
    filter: &'s Filter,
    matcher: Matcher<'s>,
}

/// What may pass a filter.
enum Candidates {
    /// These.
    Few(Vec<u32>),
    /// So many at most that they are better not looked at one by one.
    Many(u64),
}

pub fn list(source: &dyn Source, filter: &Filter, page: &Page) -> Result<Vec<Ticket>> {
    source.flush()?;
    let Some(after) = ticket_to_go_on_after(source, page)? else { return Ok(Vec::new()) };
    match timeless::apart(filter, page.order) {
        Some(parts) => timeless::one_after_the_other(source, parts, page, after.as_ref()),
        None => Question::new(source, filter)?.page(page, after.as_ref()),
    }
}

/// The ticket that a page goes on after, if it names one; `None` when that is not kept, and nothing comes after it.
fn ticket_to_go_on_after(source: &dyn Source, page: &Page) -> Result<Option<Option<Ticket>>> {
    Ok(match page.after {
        None => Some(None),
        Some(seq) => ticket(source, seq)?.map(Some),
    })
}

pub fn count_up_to(source: &dyn Source, filter: &Filter, most: u64) -> Result<u64> {
    source.flush()?;
    let question = Question::new(source, filter)?;
    if filter.external_id.is_none() && question.matcher.is_exact() {
        let mut narrowed = question.narrowed();
        match (narrowed.next(), narrowed.next()) {
            (None, _) => {
                let blocks = question.matcher.estimate(0)?.blocks;
                let counts = blocks.into_iter().map(|block| question.matcher.count(block));
                return Ok(counts.sum::<Result<u64>>()?.min(most));
            }
            (Some(index), None) => return question.count_along(index, most),
            (Some(_), Some(_)) => {}
        }
    }
    let candidates = match question.candidates(FEW)? {
        Candidates::Few(candidates) => candidates,
        Candidates::Many(_) => question.every_candidate()?,
    };
    let mut count = 0;
    for seq in candidates {
        if count == most {
            break;
        }
        count += u64::from(question.passing(seq)?.is_some());
    }
    Ok(count)
}

impl<'s> Question<'s> {
    fn new(source: &'s dyn Source, filter: &'s Filter) -> Result<Self> {
        Ok(Self { source, filter, matcher: Matcher::new(source, filter)? })
    }

    /// A page of what passes.
    fn page(&self, page: &Page, after: Option<&Ticket>) -> Result<Vec<Ticket>> {
        let in_vain = self.know_who_is_late(page.order)?;
        // Most lists are full after a few steps: then nothing is worked out before.
        let first_steps = (page.limit as u64).saturating_mul(FIRST_STEPS).saturating_add(in_vain);
        if self.filter.search.is_none()
            && self.filter.external_id.is_none()
            && let Some(index) = Index::of(page.order, &self.filter.visible)
            && let Some(found) = self.walk(index, page, after, first_steps)?
        {
            return Ok(found);
        }
        if self.is_told_by_seqs(page.order)
            && let Some(found) = self.by_seqs(page, after)?
        {
            return Ok(found);
        }
        // Times that are asked for in another order than theirs: those who lie in them are known first.
        let narrowed = if self.filter.external_id.is_none() { self.narrow(page.order)? } else { None };
        if narrowed.is_some()
            && page.order == Order::Created
            && let Some(found) = self.by_seqs(page, after)?
        {
            return Ok(found);
        }
        // A page of half of what passes, or more, may look at all of it: then going through all pages is not quadratic.
        let few = if self.filter.search.is_some() || narrowed.is_some() { FEW_FOUND } else { FEW };
        let few = few.max(page.limit.saturating_mul(2));
        let candidates = self.candidates(few)?;
        let steps = match &candidates {
            Candidates::Few(candidates) => self.steps_worth_walking(candidates.len(), page.limit)?,
            Candidates::Many(most) => Some(most.saturating_mul(STEPS_FOR_ONE)),
        };
        if let Some(steps) = steps
            && let Some(index) = Index::of(page.order, &self.filter.visible)
            && let Some(found) = self.walk(index, page, after, steps)?
        {
            return Ok(found);
        }
        let candidates = match candidates {
            Candidates::Few(candidates) => candidates,
            Candidates::Many(_) => self.every_candidate()?,
        };
        self.sorted(candidates, page, after)
    }

    /// How many tickets there are, or a few more.
    fn tickets(&self) -> Result<u64> {
        next_short_place(self.source, Counter::Tickets).map(u64::from)
    }

    /// The ticket of a seq, if it passes.
    fn passing(&self, seq: u32) -> Result<Option<Ticket>> {
        let ticket = indexed_ticket(self.source, seq)?;
        self.check(ticket)
    }

    fn check(&self, ticket: Ticket) -> Result<Option<Ticket>> {
        if self.filter.external_id.is_none() && !self.matcher.agrees(&ticket) {
            return Err(damaged("facets: a ticket is not what its bits say"));
        }
        let is_unread =
            |ticket: &Ticket| Ok(unread(self.source, ticket, self.filter.reader, self.filter.visible.is_staff())? > 0);
        // The bits of a block told it already, but an external id leads past them.
        let is_found = |ticket: &Ticket, _: &Search| {
            if self.filter.external_id.is_some() { self.matcher.finds(ticket.seq.0) } else { Ok(true) }
        };
        let takes = self.filter.takes(&ticket, is_unread, is_found)?;
        Ok(takes.then_some(ticket))
    }

    /// The seqs that may pass, if they are few.
    fn candidates(&self, few: usize) -> Result<Candidates> {
        if let Some(id) = &self.filter.external_id {
            return Ok(Candidates::Few(ticket_of_external_id(self.source, id)?.into_iter().map(|seq| seq.0).collect()));
        }
        let estimate = self.matcher.estimate(few as u64)?;
        if estimate.most <= few as u64 {
            return self.of_blocks(estimate.blocks).map(Candidates::Few);
        }
        // Conditions that each let many through may let few through together.
        if self.matcher.may_be_narrower()
            && let Some(seqs) = self.few_of_blocks(&estimate.blocks, few)?
        {
            return Ok(Candidates::Few(seqs));
        }
        Ok(Candidates::Many(estimate.most))
    }

    /// How far to walk along an order for a page of so many that may pass; `None` when sorting them costs less, even if they lie
    /// evenly there.
    fn steps_worth_walking(&self, candidates: usize, limit: usize) -> Result<Option<u64>> {
        let (candidates, limit) = (candidates as u64, limit as u64);
        if self.filter.external_id.is_some() || candidates <= limit {
            return Ok(None);
        }
        let steps = limit.saturating_mul(self.tickets()?) / candidates;
        Ok((steps < candidates.saturating_mul(STEPS_FOR_ONE)).then_some(steps.saturating_mul(UNEVEN)))
    }

    fn every_candidate(&self) -> Result<Vec<u32>> {
        self.of_blocks(self.matcher.estimate(0)?.blocks)
    }

    /// The seqs of some blocks that may pass, unless they are many.
    fn few_of_blocks(&self, blocks: &[u32], few: usize) -> Result<Option<Vec<u32>>> {
        let mut seqs = Vec::new();
        // The last first: most orders begin with them, and what is worked out here is looked at again on the way.
        for &block in blocks.iter().rev() {
            seqs.extend(self.matcher.seqs(block)?);
            if seqs.len() > few {
                return Ok(None);
            }
        }
        Ok(Some(seqs))
    }

    fn of_blocks(&self, blocks: Vec<u32>) -> Result<Vec<u32>> {
        let mut seqs = Vec::new();
        for block in blocks {
            seqs.extend(self.matcher.seqs(block)?);
        }
        Ok(seqs)
    }

    /// A page of these, sorted.
    fn sorted(&self, candidates: Vec<u32>, page: &Page, after: Option<&Ticket>) -> Result<Vec<Ticket>> {
        let mut passing = Vec::new();
        for seq in candidates {
            passing.extend(self.passing(seq)?.filter(|ticket| self.comes(ticket, page, after)));
        }
        Ok(self.cut(passing, page))
    }

    /// Whether a ticket comes after another in the order of a page.
    fn comes(&self, ticket: &Ticket, page: &Page, after: Option<&Ticket>) -> bool {
        let key = |ticket: &Ticket| page.order.key(ticket, &self.filter.visible);
        after.map(key).is_none_or(|after| if page.reverse { key(ticket) < after } else { key(ticket) > after })
    }

    /// The first of these in the order of a page.
    fn cut(&self, mut tickets: Vec<Ticket>, page: &Page) -> Vec<Ticket> {
        tickets.sort_by_cached_key(|ticket| page.order.key(ticket, &self.filter.visible));
        if page.reverse {
            tickets.reverse();
        }
        tickets.truncate(page.limit);
        tickets
    }

    /// A page along an order. `None` when it is not full after so many steps.
    fn walk(&self, index: Index, page: &Page, after: Option<&Ticket>, mut steps: u64) -> Result<Option<Vec<Ticket>>> {
        let mut found = Vec::new();
        self.scan_page(index, page, after, &mut |key, _| {
            if found.len() >= page.limit || steps == 0 {
                return Ok(ControlFlow::Break(()));
            }
            steps -= 1;
            let seq = Index::seq_of(key)?;
            if self.matcher.may_take(seq)? {
                let ticket = indexed_ticket(self.source, seq)?;
                if *index.key(&ticket) != *key {
                    return Err(damaged("orders: a ticket is not where it says"));
                }
                found.extend(self.check(ticket)?);
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok((steps > 0 || found.len() >= page.limit).then_some(found))
    }
}
