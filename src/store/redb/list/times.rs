//! Lists of what happened in some times: the part of an order in which those lie.

use std::ops::{Bound, ControlFlow};

use super::Question;
use crate::domain::filter::{Order, Page};
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::Ticket;
use crate::domain::time::Timestamp;
use crate::domain::waiting::Told;
use crate::store::Result;
use crate::store::redb::bits::split;
use crate::store::redb::clocks;
use crate::store::redb::facets::Facet;
use crate::store::redb::matcher::{Blocks, Late};
use crate::store::redb::source::{Direction, Visit};
use crate::store::redb::tables::{Kept, Key};
use crate::store::redb::tickets::Index;

/// So many that are late, or that wait and are in time still, are looked for before anything else.
const FEW_LATE: usize = if cfg!(test) { 2 } else { 128 };
const FEW_IN_TIME: usize = if cfg!(test) { 3 } else { 8_192 };

/// Seqs by the blocks in which they lie.
fn by_blocks(mut seqs: Vec<u32>) -> Blocks {
    // Bits that are set in their order are set much sooner.
    seqs.sort_unstable();
    let mut blocks = Blocks::new();
    for chunk in seqs.chunk_by(|one, next| split(*one).0 == split(*next).0) {
        let (block, _) = split(chunk[0]);
        blocks.insert(block, chunk.iter().map(|seq| split(*seq).1).collect());
    }
    blocks
}

impl Question<'_> {
    fn is_dated(&self) -> bool {
        self.filter.since.is_some() || self.filter.until.is_some()
    }

    /// The orders of which only a part may pass.
    pub fn narrowed(&self) -> impl Iterator<Item = Index> {
        let by_change = Index::of(Order::Updated, &self.filter.visible).filter(|_| self.is_dated());
        let by_deadline = self.filter.waits_since.filter(|_| !self.matcher.knows_who_is_late()).map(|_| Index::Due);
        by_deadline.into_iter().chain(by_change)
    }

    /// Whether nothing but a part of an order may pass, whatever else narrows the list.
    pub fn bounds_all(&self, index: Index) -> bool {
        self.narrowed().all(|narrowed| narrowed == index || (index == Index::Priority && narrowed == Index::Updated))
    }

    /// Shows the rows of an order that a page may be in, in the direction of the page, until `visit` has enough.
    ///
    /// # Errors
    /// Those of the store and of `visit`.
    pub fn scan_page(&self, index: Index, page: &Page, after: Option<&Ticket>, visit: Visit) -> Result<()> {
        let direction = if page.reverse { Direction::Down } else { Direction::Up };
        self.scan_parts(self.parts(index, page, after), direction, visit)
    }

    /// Shows the rows of some parts of an order, one part after the other, until `visit` has enough.
    fn scan_parts(&self, parts: Vec<(Key, Key)>, direction: Direction, visit: Visit) -> Result<()> {
        let mut has_enough = false;
        for (lower, upper) in parts {
            let bounds = (Bound::Included(&*lower), Bound::Excluded(&*upper));
            self.source.scan(Kept::Orders, bounds, direction, &mut |key, value| {
                let step = visit(key, value)?;
                has_enough = step.is_break();
                Ok(step)
            })?;
            if has_enough {
                break;
            }
        }
        Ok(())
    }

    /// The parts of an order that a page may be in, in the direction of the page.
    fn parts(&self, index: Index, page: &Page, after: Option<&Ticket>) -> Vec<(Key, Key)> {
        let after = after.map(|after| index.key(after));
        let mut parts = self.bounds(index);
        if page.reverse {
            parts.reverse();
        }
        for (lower, upper) in &mut parts {
            // The after-ticket may itself lie outside the times that are asked for.
            match &after {
                Some(after) if page.reverse => *upper = upper.clone().min(after.clone()),
                Some(after) => *lower = lower.clone().max(after.clone().end()),
                None => {}
            }
        }
        parts
    }

    /// The parts of an order that may pass: where the order is by the times that are asked for, they bound it.
    fn bounds(&self, index: Index) -> Vec<(Key, Key)> {
        if index.is_by_change(&self.filter.visible) {
            return vec![self.changed_in(index.prefix())];
        }
        match (index, self.filter.waits_since) {
            (Index::Due, Some(latest)) => vec![(index.prefix(), Index::waiting_until(latest))],
            // Within one priority, that order is by the last change.
            (Index::Priority, _) if self.is_dated() => {
                Priority::ALL.into_iter().rev().map(|priority| self.changed_in(Index::of_priority(priority))).collect()
            }
            (Index::Closed, _) if self.is_all_timed(Order::Closed) => vec![(index.prefix(), index.timeless())],
            (Index::Due, None) if self.is_all_timed(Order::Due) => vec![(index.prefix(), index.timeless())],
            _ => vec![(index.prefix(), index.prefix().end())],
        }
    }

    /// Whether all that may pass has the time of an order.
    fn is_all_timed(&self, order: Order) -> bool {
        let closed_fits = !self.filter.or_closed_and_unread || order.may_be_timed(Status::Closed);
        let rest_fits = order != Order::Due || self.matcher.leaves_out(Facet::Resting);
        let fits = |statuses: &Vec<Status>| statuses.iter().all(|status| order.may_be_timed(*status));
        closed_fits && rest_fits && self.filter.statuses.as_ref().is_some_and(fits)
    }

    /// What was changed in the times that are asked for, of an order that has the last change behind `prefix`.
    fn changed_in(&self, prefix: Key) -> (Key, Key) {
        // Latest first: `until` is the beginning, `since` the end, itself included.
        let lower = self.filter.until.map_or_else(|| prefix.clone(), |until| prefix.clone().time_down(until).end());
        let upper = self.filter.since.map_or_else(|| prefix.clone().end(), |since| prefix.clone().time_down(since).end());
        (lower, upper)
    }

    /// The seqs of an order's parts that may pass, in its order.
    pub fn along(&self, index: Index, visit: &mut dyn FnMut(u32) -> ControlFlow<()>) -> Result<()> {
        self.scan_parts(self.bounds(index), Direction::Up, &mut |key, _| {
            let seq = Index::seq_of(key)?;
            Ok(if self.matcher.may_take(seq)? { visit(seq) } else { ControlFlow::Continue(()) })
        })
    }

    /// Finds out whose time has run for as long as is asked for, where an order is asked for that does not tell: then no ticket is read
    /// that is not late. Either those are few, or all but a few of them were told of, or those are few that wait and are in time
    /// still: of these there are never more than come in while an answer is promised.
    ///
    /// Says how many steps along an order may be in vain because of those that are in time.
    pub fn know_who_is_late(&self, order: Order) -> Result<u64> {
        let Some(latest) = self.filter.waits_since.filter(|_| self.filter.external_id.is_none() && order != Order::Due) else {
            return Ok(0);
        };
        let (begin, middle, end) = (Index::Due.timed(), Index::waiting_until(latest), Index::Due.timeless());
        if let Some(late) = self.few_between(begin, middle.clone(), FEW_LATE)? {
            let mut passing = Vec::with_capacity(late.len());
            for seq in late {
                passing.extend(self.matcher.may_take(seq)?.then_some(seq));
            }
            self.matcher.narrow_to_late(Late::Only(by_blocks(passing)));
        } else if let Some(told) = self.told_and_few(latest)? {
            self.matcher.narrow_to_late(told);
            return Ok(FEW_IN_TIME as u64);
        } else if let Some(in_time) = self.few_between(middle, end, FEW_IN_TIME)? {
            let steps = in_time.len() as u64;
            // Whether they would pass otherwise is not asked: that would take the bits of every block in which one lies.
            self.matcher.narrow_to_late(Late::AllBut(by_blocks(in_time)));
            return Ok(steps);
        }
        Ok(0)
    }

    /// Those of whom it was told that they are late, and those of whom it was not told yet, if these are few; and if those are few of
    /// whom it was told, and whose deadline was put off.
    fn told_and_few(&self, latest: Timestamp) -> Result<Option<Late>> {
        if clocks::few(self.source, Told::Overdue, Some(latest), Timestamp::MAX, FEW_LATE)?.is_none() {
            return Ok(None);
        }
        let mut untold = Vec::new();
        for told in [Told::Nothing, Told::Warned] {
            match clocks::few(self.source, told, None, latest, FEW_LATE)? {
                Some(few) => untold.extend(few),
                None => return Ok(None),
            }
        }
        Ok(Some(Late::ToldAnd(by_blocks(untold))))
    }

    /// The seqs between two places of an order, unless there are many.
    fn few_between(&self, lower: Key, upper: Key, few: usize) -> Result<Option<Vec<u32>>> {
        let mut seqs = Vec::new();
        self.scan_parts(vec![(lower, upper)], Direction::Up, &mut |key, _| {
            seqs.push(Index::seq_of(key)?);
            Ok(if seqs.len() > few { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        })?;
        Ok((seqs.len() <= few).then_some(seqs))
    }

    /// Lets only those pass that lie in a part of another order than the one that is walked along; says how many, if that was done.
    pub fn narrow(&self, order: Order) -> Result<Option<u64>> {
        let walked = Index::of(order, &self.filter.visible);
        if walked.is_some_and(|walked| self.bounds_all(walked)) {
            return Ok(None);
        }
        let mut narrowed = None;
        for index in self.narrowed().filter(|index| Some(*index) != walked) {
            let mut seqs = Vec::new();
            self.along(index, &mut |seq| {
                seqs.push(seq);
                ControlFlow::Continue(())
            })?;
            narrowed = Some(seqs.len() as u64);
            self.matcher.narrow(by_blocks(seqs));
        }
        Ok(narrowed)
    }

    /// How many lie in an order's part, up to `most`, where bitmaps tell all else.
    pub fn count_along(&self, index: Index, most: u64) -> Result<u64> {
        let mut count = 0;
        self.along(index, &mut |_| {
            if count == most {
                return ControlFlow::Break(());
            }
            count += 1;
            ControlFlow::Continue(())
        })?;
        Ok(count)
    }
}
