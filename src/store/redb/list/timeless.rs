//! Orders by a time that only some tickets have: those that have it, and those that have none, each asked for alone.
//!
//! Bitmaps tell them apart, and who has no time lies by the seq alone: no order has to be walked along for them.

use super::{FIRST_STEPS, Question};
use crate::domain::filter::{Filter, Order, Page};
use crate::domain::status::Status;
use crate::domain::ticket::Ticket;
use crate::store::Result;
use crate::store::redb::facets::Facet;
use crate::store::redb::source::Source;

/// A filter, and what it is for: those that have the time of an order, or those that have none.
struct Part {
    filter: Filter,
    only: Only,
}

/// What those that have the time of an order and those that have none are told by, besides the filter.
enum Only {
    /// Their state says it.
    States,
    /// Their time does not rest.
    Running,
    /// They do not wait, or their time rests.
    Without(Vec<Facet>),
}

/// The part of those that have the time of an order and of those that have none; none where nothing may pass.
pub struct Parts {
    timed: Option<Part>,
    timeless: Option<Part>,
}

/// A filter in two parts; `None` for an order that has no such parts, and where states do not tell what passes.
pub fn apart(filter: &Filter, order: Order) -> Option<Parts> {
    let has_parts = Status::ALL.iter().any(|status| !order.may_be_timed(*status));
    if !has_parts || filter.or_closed_and_unread || filter.external_id.is_some() {
        return None;
    }
    let timed = filter.only(|status| order.may_be_timed(status));
    if order != Order::Due {
        let part = |filter| Part { filter, only: Only::States };
        return Some(Parts { timed: timed.map(part), timeless: filter.only(|status| !order.may_be_timed(status)).map(part) });
    }
    // What has waited for so long has a time.
    let timeless = (filter.waits_since.is_none()).then(|| {
        let statuses = filter.statuses.as_deref().unwrap_or(&Status::ALL);
        let idle = statuses.iter().filter(|status| !order.may_be_timed(**status)).map(|status| Facet::Status(*status));
        Part { filter: filter.clone(), only: Only::Without(idle.chain([Facet::Resting]).collect()) }
    });
    Some(Parts { timed: timed.map(|filter| Part { filter, only: Only::Running }), timeless })
}

/// A page of both parts.
///
/// # Errors
/// Those of the store.
pub fn one_after_the_other(source: &dyn Source, parts: Parts, page: &Page, after: Option<&Ticket>) -> Result<Vec<Ticket>> {
    let mut parts = [(parts.timed, true), (parts.timeless, false)];
    if page.reverse {
        parts.reverse();
    }
    let is_behind = |has_time: bool| after.is_some_and(|after| page.order.is_timed(after) != has_time);
    let mut found = Vec::new();
    let mut after_in_part = after;
    for (part, has_time) in parts.into_iter().skip_while(|(_, has_time)| is_behind(*has_time)) {
        let after = after_in_part.take();
        let rest = Page { limit: page.limit - found.len(), ..page.clone() };
        let Some(Part { filter, only }) = part.filter(|_| rest.limit > 0) else { continue };
        let mut question = Question::new(source, &filter)?;
        match only {
            Only::States => {}
            Only::Running => question.matcher.leave_out(Facet::Resting),
            Only::Without(facets) => question.matcher.demand_any(facets),
        }
        found.extend(if has_time { question.page(&rest, after)? } else { question.timeless_page(&rest, after)? });
    }
    Ok(found)
}

impl Question<'_> {
    /// A page of those that have no time.
    fn timeless_page(&self, page: &Page, after: Option<&Ticket>) -> Result<Vec<Ticket>> {
        self.know_who_is_late(page.order)?;
        if let Some(found) = self.by_places(page, after, (page.limit as u64).saturating_mul(FIRST_STEPS))? {
            return Ok(found);
        }
        // Few were changed in the times that are asked for: those are known first.
        self.narrow(page.order)?;
        Ok(self.by_places(page, after, u64::MAX)?.unwrap_or_default())
    }

    /// A page in the order of seqs, the newest first. `None` when it is not full after so many were looked at.
    fn by_places(&self, page: &Page, after: Option<&Ticket>, mut looks: u64) -> Result<Option<Vec<Ticket>>> {
        let comes = |seq: u32| after.is_none_or(|after| if page.reverse { seq > after.seq.0 } else { seq < after.seq.0 });
        let mut blocks = self.matcher.estimate(0)?.blocks;
        if !page.reverse {
            blocks.reverse();
        }
        let mut found = Vec::new();
        for block in blocks {
            let mut seqs = self.matcher.seqs(block)?;
            if !page.reverse {
                seqs.reverse();
            }
            for seq in seqs.into_iter().filter(|seq| comes(*seq)) {
                if found.len() >= page.limit {
                    return Ok(Some(found));
                }
                if looks == 0 {
                    return Ok(None);
                }
                looks -= 1;
                found.extend(self.passing(seq)?);
            }
        }
        Ok(Some(found))
    }
}
