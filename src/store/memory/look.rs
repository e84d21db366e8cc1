//! What several questions look for among everything.

use super::State;
use crate::domain::filter::Filter;
use crate::domain::letter::Letter;
use crate::domain::search::Search;
use crate::domain::ticket::Ticket;
use crate::domain::time::Timestamp;
use crate::store::{Read, Result};

impl State {
    /// The tickets that pass, by place.
    pub(super) fn passing(&self, filter: &Filter) -> Result<Vec<&Ticket>> {
        let is_staff = filter.visible.is_staff();
        let is_unread = |ticket: &Ticket| Ok(self.unread(ticket, filter.reader, is_staff)? > 0);
        let is_found = |ticket: &Ticket, search: &Search| Ok(search.is_in_ticket(ticket, &self.thread(ticket.seq)?, is_staff));
        let mut passing = Vec::new();
        for ticket in self.tickets.values() {
            if filter.takes(ticket, is_unread, is_found)? {
                passing.push(ticket);
            }
        }
        Ok(passing)
    }

    /// The tickets that have a time, the earliest first, then by place.
    pub(super) fn by_time(&self, limit: usize, time: impl Fn(&Ticket) -> Option<Timestamp>) -> Vec<Ticket> {
        let mut found: Vec<_> = self.tickets.values().filter_map(|ticket| Some((time(ticket)?, ticket))).collect();
        found.sort_by_key(|(at, ticket)| (*at, ticket.seq));
        found.into_iter().take(limit).map(|(_, ticket)| ticket.clone()).collect()
    }

    /// The letters that pass, next attempt first.
    pub(super) fn letters_by_attempt(&self, passes: impl Fn(&Letter) -> bool) -> Vec<Letter> {
        let mut letters: Vec<_> = self.letters.values().filter(|letter| passes(letter)).cloned().collect();
        letters.sort_by_key(|letter| (letter.not_before, letter.id));
        letters
    }
}
