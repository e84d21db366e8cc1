//! Numbers of tickets, given one by one.

use std::ops::ControlFlow;

use super::{Read, Result};
use crate::domain::filter::{Filter, Page};

/// So many tickets are held in memory while their numbers are listed.
const NUMBERS_AT_ONCE: usize = 5_000;

/// What is given numbers of tickets, and says whether it wants more.
pub type GiveNumber<'g> = &'g mut dyn FnMut(&str) -> ControlFlow<()>;

/// [`Read::list_numbers`] by looking up each ticket, some thousands at a time.
pub fn list_numbers_by_tickets(read: &dyn Read, filter: &Filter, page: &Page, give: GiveNumber) -> Result<()> {
    let mut left = page.limit;
    let mut page = page.clone();
    loop {
        page.limit = left.min(NUMBERS_AT_ONCE);
        let tickets = read.list(filter, &page)?;
        if tickets.iter().any(|ticket| give(ticket.number.as_str()).is_break()) || tickets.len() < page.limit {
            return Ok(());
        }
        left -= tickets.len();
        page.after = tickets.last().map(|ticket| ticket.seq);
        if left == 0 {
            return Ok(());
        }
    }
}
