//! The numbers of a list alone: each stands in its order's index, so that no ticket is looked up for it.

use std::ops::ControlFlow;

use super::Question;
use crate::domain::filter::{Filter, Page};
use crate::domain::ticket::Ticket;
use crate::store::redb::source::Source;
use crate::store::redb::tickets::{Index, number_of_entry};
use crate::store::{GiveNumber, Result};

/// An order is walked along as long as at least one in so many tickets may pass.
const THINNEST: u64 = 16;

impl Question<'_> {
    /// Gives the numbers of a page from the order's index; says whether it did: where bitmaps do not tell all that is asked, or let
    /// few through, tickets are looked up one by one.
    ///
    /// # Errors
    /// Those of the store.
    pub fn give_numbers(&self, page: &Page, after: Option<&Ticket>, give: GiveNumber) -> Result<bool> {
        let Filter { external_id, search, visible, .. } = self.filter;
        let Some(index) = Index::of(page.order, visible) else { return Ok(false) };
        let is_told = self.matcher.is_exact() && external_id.is_none() && search.is_none();
        if !is_told || !self.bounds_all(index) {
            return Ok(false);
        }
        if !self.matcher.takes_all() {
            let most = self.matcher.estimate(0)?.most;
            if most.saturating_mul(THINNEST) < self.tickets()? {
                return Ok(false);
            }
        }
        let mut left = page.limit;
        self.scan_page(index, page, after, &mut |key, value| {
            if left == 0 {
                return Ok(ControlFlow::Break(()));
            }
            if self.matcher.may_take(Index::seq_of(key)?)? {
                left -= 1;
                return Ok(give(number_of_entry(key, value)?));
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(true)
    }
}

/// Gives the numbers of a page; what a question means is said at the seam, under the same name.
pub fn list_numbers(source: &dyn Source, filter: &Filter, page: &Page, give: GiveNumber) -> Result<bool> {
    source.flush()?;
    let Some(after) = super::ticket_to_go_on_after(source, page)? else { return Ok(true) };
    Question::new(source, filter)?.give_numbers(page, after.as_ref(), give)
}
