//! Searches in the order by creation: bitmaps tell the newest by themselves, however far back they lie.
//!
//! An order that is walked along leads past all that is newer than the words that are looked for; blocks without them cost nothing.

use super::Question;
use crate::domain::filter::{Filter, Order, Page};
use crate::domain::ticket::Ticket;
use crate::store::Result;
use crate::store::redb::facets::{self, Facet};
use crate::store::redb::tickets::indexed_ticket;

/// So many that were not opened in the order of their seqs are sorted between the others.
const MOST_DISPLACED: usize = if cfg!(test) { 4 } else { 256 };

impl Question<'_> {
    /// Whether the order is that of seqs, but for a few, and bitmaps tell nearly all that is asked. Without words, an order is walked
    /// along at once.
    pub fn is_told_by_seqs(&self, order: Order) -> bool {
        let Filter { search, external_id, .. } = self.filter;
        order == Order::Created && search.is_some() && external_id.is_none() && self.narrowed().next().is_none()
    }

    /// A page in the order by creation, a block after the other from the end where it begins; `None` when too many are displaced.
    ///
    /// # Errors
    /// Those of the store.
    pub fn by_seqs(&self, page: &Page, after: Option<&Ticket>) -> Result<Option<Vec<Ticket>>> {
        let mut blocks = self.matcher.estimate(0)?.blocks;
        let mut displaced = Vec::new();
        for (block, _) in facets::sizes(self.source, Facet::Displaced)? {
            displaced.extend(self.matcher.seqs_by_opening(block)?.1);
            if displaced.len() > MOST_DISPLACED {
                return Ok(None);
            }
        }
        let mut found = self.sorted(displaced, page, after)?;
        if !page.reverse {
            blocks.reverse();
        }
        let mut left = page.limit;
        for block in blocks {
            let mut seqs = self.matcher.seqs_by_opening(block)?.0;
            if !page.reverse {
                seqs.reverse();
            }
            for seq in self.from(seqs, page, after)? {
                if left == 0 {
                    break;
                }
                if let Some(ticket) = self.passing(seq)? {
                    found.push(ticket);
                    left -= 1;
                }
            }
            if left == 0 {
                break;
            }
        }
        Ok(Some(self.cut(found, page)))
    }

    /// The part of these that comes after a ticket; they are in the order of the page.
    fn from(&self, seqs: Vec<u32>, page: &Page, after: Option<&Ticket>) -> Result<Vec<u32>> {
        let Some(after) = after else { return Ok(seqs) };
        let (mut from, mut to) = (0, seqs.len());
        // What is behind the page is usually a whole block.
        let mut middle = to.saturating_sub(1);
        while from < to {
            let ticket = indexed_ticket(self.source, seqs[middle])?;
            if self.comes(&ticket, page, Some(after)) {
                to = middle
            } else {
                from = middle + 1
            }
            middle = from.midpoint(to);
        }
        Ok(seqs[from..].to_vec())
    }
}
