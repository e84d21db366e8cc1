//! What a desk of tickets must answer, worked out from lists in the plainest way, apart from every engine.

use std::collections::BTreeMap;

use crate::domain::entry::Entry;
use crate::domain::filter::{Filter, Page};
use crate::domain::search::Search;
use crate::domain::ticket::Ticket;
use crate::domain::time::Timestamp;
use crate::domain::waiting::Told;

/// Tickets by their places, their threads, and what each person has been shown of each.
#[derive(Clone, Debug, Default)]
pub struct Model {
    pub tickets: BTreeMap<u32, Ticket>,
    pub threads: BTreeMap<u32, Vec<Entry>>,
    pub marks: BTreeMap<(u32, u32), u32>,
    /// The last place that was given.
    pub last: u32,
}

impl Model {
    /// How many texts of a ticket a person has not been shown.
    pub fn unread(&self, seq: u32, reader: u32, staff: bool) -> u32 {
        let mark = self.marks.get(&(reader, seq)).copied().unwrap_or(0);
        let mut unread = 0;
        for entry in self.threads.get(&seq).into_iter().flatten() {
            let kind = entry.content.kind();
            let is_text = kind == "message" || kind == "reply" || (kind == "note" && staff);
            let is_own = entry.author.is_some_and(|author| author.0 == reader);
            if is_text && !is_own && entry.id.0 > mark {
                unread += 1;
            }
        }
        unread
    }

    /// The tickets that pass, in the order of their places.
    pub fn passing(&self, filter: &Filter) -> Vec<&Ticket> {
        let staff = filter.visible.is_staff();
        let is_unread = |ticket: &Ticket| Ok::<_, ()>(self.unread(ticket.seq.0, filter.reader.0, staff) > 0);
        let is_found = |ticket: &Ticket, search: &Search| {
            let thread = self.threads.get(&ticket.seq.0).map(Vec::as_slice).unwrap_or_default();
            Ok::<_, ()>(search.is_in_ticket(ticket, thread, staff))
        };
        self.tickets.values().filter(|ticket| filter.takes(ticket, is_unread, is_found).unwrap()).collect()
    }

    /// The places of the tickets whose time runs, and of which just this was told.
    pub fn clocks(&self, told: Told, after: Option<Timestamp>, until: Timestamp, limit: usize) -> Vec<u32> {
        let mut found = Vec::new();
        for ticket in self.tickets.values() {
            if let Some(waiting) = ticket.waiting
                && (waiting.told, waiting.rests_since) == (told, None)
                && waiting.counts_from <= until
                && after.is_none_or(|after| after < waiting.counts_from)
            {
                found.push((waiting.counts_from, ticket.seq.0));
            }
        }
        found.sort_unstable();
        found.into_iter().take(limit).map(|(_, seq)| seq).collect()
    }

    /// The places of the tickets on a page of a list.
    pub fn list(&self, filter: &Filter, page: &Page) -> Vec<u32> {
        let key = |ticket: &Ticket| page.order.key(ticket, &filter.visible);
        let mut keyed: Vec<_> = self.passing(filter).into_iter().map(|ticket| (key(ticket), ticket.seq.0)).collect();
        keyed.sort();
        if page.reverse {
            keyed.reverse();
        }
        let mut seqs = Vec::new();
        for (place, seq) in keyed {
            let comes_after = match page.after.map(|after| self.tickets.get(&after.0)) {
                None => true,
                Some(None) => false,
                Some(Some(after)) if page.reverse => place < key(after),
                Some(Some(after)) => place > key(after),
            };
            if comes_after && seqs.len() < page.limit {
                seqs.push(seq);
            }
        }
        seqs
    }
}
