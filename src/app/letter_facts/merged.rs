//! What a letter about tickets that became one is composed from: no more than its reader may see of each of them.

use super::Scribe;
use crate::app::view::Places;
use crate::domain::entry::{Content, Entry, EntryId, TicketEvent};
use crate::domain::filter::Visibility;
use crate::domain::ticket::{Ticket, TicketSeq};
use crate::mail::TicketFacts;
use crate::store::{Read, StoreError};

/// A ticket that became a part of another.
struct Part {
    ticket: Ticket,
    /// Where in the other thread it begins.
    begins: EntryId,
}

/// The parts that a letter tells of, as far as its reader sees them, and the event of the first.
fn parts(
    read: &dyn Read,
    seq: TicketSeq,
    carried: &[EntryId],
    visibility: Option<&Visibility>,
) -> Result<(Vec<Part>, Option<Entry>), StoreError> {
    let (mut parts, mut first) = (Vec::new(), None);
    for id in carried {
        let Some(entry) = read.entry(seq, *id)? else { continue };
        let Content::Event(TicketEvent::MergedFrom { ticket, .. }) = &entry.content else { continue };
        if let Some(ticket) = read.ticket(ticket.seq)?
            && visibility.is_none_or(|visibility| visibility.sees(&ticket))
        {
            parts.push(Part { ticket, begins: entry.id });
        }
        first.get_or_insert(entry);
    }
    Ok((parts, first))
}

/// Whether somebody sees anything of what a letter about tickets that became one tells.
///
/// # Errors
/// Those of the store.
pub(super) fn is_anything_seen(
    read: &dyn Read,
    seq: TicketSeq,
    carried: &[EntryId],
    visibility: &Visibility,
) -> Result<bool, StoreError> {
    let sees_whole = read.ticket(seq)?.is_some_and(|whole| visibility.sees(&whole));
    Ok(sees_whole || !parts(read, seq, carried, Some(visibility))?.0.is_empty())
}

impl Scribe<'_> {
    /// The ticket that goes on; for who does not see it, one that became a part of it and was theirs.
    pub(super) fn merged(&mut self, seq: TicketSeq, carried: &[EntryId]) -> Result<Option<TicketFacts>, StoreError> {
        let Some(whole) = self.read.ticket(seq)? else { return Ok(None) };
        let visibility = match self.recipient {
            Some(account) => Some(super::gate::visibility_of(self.read, account, self.now)?),
            None => None,
        };
        let sees_whole = visibility.as_ref().is_none_or(|visibility| visibility.sees(&whole));
        // Whoever sees the whole sees in its thread what became a part of it.
        let (parts, event) = parts(self.read, seq, carried, visibility.as_ref().filter(|_| !sees_whole))?;
        let shown = if sees_whole { Some(seq) } else { parts.first().map(|part| part.ticket.seq) };
        let facts = shown.map_or(Ok(None), |shown| self.ticket(shown, None))?;
        let Some(mut facts) = facts else { return Ok(None) };
        facts.actor_name = event.and_then(|event| event.author).map(|author| self.name_of(author)).transpose()?;
        facts.merged = parts.iter().map(|part| part.ticket.number.as_str().to_owned()).collect();
        if !sees_whole {
            // Who may not see a ticket learns nothing of it: neither its number nor who has it.
            facts.goes_on_unseen = true;
        } else if self.is_staff() {
            facts.earlier = self.texts_of_parts(seq, &parts)?;
        }
        Ok(Some(facts))
    }

    /// What was said in the parts, whose texts stand behind the events in the thread.
    fn texts_of_parts(&self, seq: TicketSeq, parts: &[Part]) -> Result<Vec<crate::mail::TextFacts>, StoreError> {
        let thread = self.read.thread(seq)?;
        let places = Places::of(&self.read.outline(seq)?, true);
        let (mut found, mut left) = (Vec::new(), 0_u32);
        for entry in &thread {
            match &entry.content {
                Content::Event(TicketEvent::MergedFrom { texts, .. }) if parts.iter().any(|part| part.begins == entry.id) => {
                    left = *texts;
                }
                Content::Event(_) => {}
                _ if left > 0 => {
                    left -= 1;
                    found.extend(self.text(&places, entry)?);
                }
                _ => {}
            }
        }
        Ok(found)
    }
}
