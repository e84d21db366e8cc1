//! Lists and counts: the cheaper of walking along an order and sorting the few that may pass.
//!
//! What a list shows is told by the domain's own `Filter::takes` and `Order::key`; indexes only keep it from asking every ticket.
//!
//! What a question or a change means is said at the seam, under the same name.

mod by_seqs;
mod numbers;

use std::ops::{Bound, ControlFlow};

use super::desk::{Counter, damaged, next_short_place};
use super::matcher::Matcher;
use super::source::{Direction, Source};
use super::tables::{Kept, Key};
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
    let question = Question::new(source, filter)?;
    // Most lists are full after a few steps: then nothing is worked out before.
    if filter.search.is_none()
        && filter.external_id.is_none()
        && let Some(index) = Index::of(page.order, &filter.visible)
        && let Some(found) = question.walk(index, page, after.as_ref(), (page.limit as u64).saturating_mul(FIRST_STEPS))?
    {
        return Ok(found);
    }
    if question.is_told_by_seqs(page.order)
        && let Some(found) = question.by_seqs(page, after.as_ref())?
    {
        return Ok(found);
    }
    // A page of half of what passes, or more, may look at all of it: then going through all pages is not quadratic.
    let few = if filter.search.is_some() { FEW_FOUND } else { FEW };
    let few = few.max(page.limit.saturating_mul(2));
    let candidates = question.candidates(few, page.order)?;
    let steps = match &candidates {
        Candidates::Few(candidates) => question.steps_worth_walking(candidates.len(), page.limit)?,
        Candidates::Many(most) => Some(most.saturating_mul(STEPS_FOR_ONE)),
    };
    if let Some(steps) = steps
        && let Some(index) = Index::of(page.order, &filter.visible)
        && let Some(found) = question.walk(index, page, after.as_ref(), steps)?
    {
        return Ok(found);
    }
    let candidates = match candidates {
        Candidates::Few(candidates) => candidates,
        Candidates::Many(_) => question.every_candidate()?,
    };
    question.sorted(candidates, page, after.as_ref())
}

/// The ticket that a page goes on after, if it names one; `None` when that is not kept, and nothing comes after it.
fn ticket_to_go_on_after(source: &dyn Source, page: &Page) -> Result<Option<Option<Ticket>>> {
    Ok(match page.after {
        None => Some(None),
        Some(seq) => ticket(source, seq)?.map(Some),
    })
}

pub fn count(source: &dyn Source, filter: &Filter) -> Result<u64> {
    source.flush()?;
    let question = Question::new(source, filter)?;
    if filter.external_id.is_none() && question.matcher.is_exact() {
        if filter.since.is_none() && filter.until.is_none() {
            let blocks = question.matcher.estimate(0)?.blocks;
            return blocks.into_iter().map(|block| question.matcher.count(block)).sum();
        }
        return question.count_changed();
    }
    let candidates = match question.candidates(FEW, Order::Created)? {
        Candidates::Few(candidates) => candidates,
        Candidates::Many(_) => question.every_candidate()?,
    };
    let mut count = 0;
    for seq in candidates {
        count += u64::from(question.passing(seq)?.is_some());
    }
    Ok(count)
}

impl<'s> Question<'s> {
    fn new(source: &'s dyn Source, filter: &'s Filter) -> Result<Self> {
        Ok(Self { source, filter, matcher: Matcher::new(source, filter)? })
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
    fn candidates(&self, few: usize, order: Order) -> Result<Candidates> {
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
        // The order by change is walked along inside the times that are asked for anyway.
        if order == Order::Updated || (self.filter.since.is_none() && self.filter.until.is_none()) {
            return Ok(Candidates::Many(estimate.most));
        }
        let mut seqs = Vec::new();
        self.changed(&mut |seq| {
            seqs.push(seq);
            if seqs.len() > few { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        Ok(if seqs.len() <= few { Candidates::Few(seqs) } else { Candidates::Many(estimate.most) })
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
        let (lower, upper) = self.part(index, page, after);
        let direction = if page.reverse { Direction::Down } else { Direction::Up };
        let mut found = Vec::new();
        let bounds = (Bound::Included(&*lower), Bound::Excluded(&*upper));
        self.source.scan(Kept::Orders, bounds, direction, &mut |key, _| {
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

    /// The part of an order that a page may be in.
    fn part(&self, index: Index, page: &Page, after: Option<&Ticket>) -> (Key, Key) {
        let (mut lower, mut upper) = self.bounds(index);
        let after = after.map(|after| index.key(after));
        if let Some(after) = after {
            // The after-ticket may itself lie outside the times that are asked for.
            if page.reverse {
                upper = upper.min(after);
            } else {
                lower = lower.max(after.end());
            }
        }
        (lower, upper)
    }

    /// The part of an order that may pass: where the order is by the change that is asked for, the times bound it.
    fn bounds(&self, index: Index) -> (Key, Key) {
        let (mut lower, mut upper) = (index.prefix(), index.prefix().end());
        if index.is_by_change(&self.filter.visible) {
            // Latest first: `until` is the beginning, `since` the end, itself included.
            if let Some(until) = self.filter.until {
                lower = index.prefix().time_down(until).end();
            }
            if let Some(since) = self.filter.since {
                upper = index.prefix().time_down(since).end();
            }
        }
        (lower, upper)
    }

    /// The seqs that may pass, last changed first, of those changed in the times that are asked for.
    fn changed(&self, visit: &mut dyn FnMut(u32) -> ControlFlow<()>) -> Result<()> {
        let index = if self.filter.visible.is_staff() { Index::Updated } else { Index::PublicUpdated };
        let (lower, upper) = self.bounds(index);
        let bounds = (Bound::Included(&*lower), Bound::Excluded(&*upper));
        self.source.scan(Kept::Orders, bounds, Direction::Up, &mut |key, _| {
            let seq = Index::seq_of(key)?;
            Ok(if self.matcher.may_take(seq)? { visit(seq) } else { ControlFlow::Continue(()) })
        })
    }

    /// How many were changed in the times that are asked for, where bitmaps tell all else.
    fn count_changed(&self) -> Result<u64> {
        let mut count = 0;
        self.changed(&mut |_| {
            count += 1;
            ControlFlow::Continue(())
        })?;
        Ok(count)
    }
}
