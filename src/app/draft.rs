//! Drafts: text that somebody began and did not send, kept for them in the desk.

use super::change::Call;
use super::{App, Error};
use crate::domain::text::LONGEST_MESSAGE;
use crate::domain::ticket::TicketNumber;
use crate::store::{Draft, Printed, Store};

/// What the draft of an answer or a note is kept under, each under its own: a note is never offered as an answer.
pub fn slot_of_words(verb: &str, number: &TicketNumber) -> String {
    format!("{verb} {number}", number = number.as_str())
}

/// What the draft of a new ticket is kept under: one for each client that staff write for, and for each ticket that is taken up,
/// so that what was meant for one is never offered for another.
pub fn slot_of_ticket(follow_up: Option<&TicketNumber>, client: Option<&str>) -> String {
    let mut slot = "open".to_owned();
    if let Some(number) = follow_up {
        slot.push_str(&format!(" after {}", number.as_str()));
    }
    if let Some(client) = client {
        slot.push_str(&format!(" for {client}"));
    }
    slot
}

/// What drafts about a ticket are kept under; more may come behind.
pub fn slots_about(number: &TicketNumber) -> [String; 3] {
    [slot_of_words("reply", number), slot_of_words("note", number), slot_of_ticket(Some(number), None)]
}

impl<S: Store> App<'_, S> {
    /// What the person began; `slot` says for what: `open`, or `reply 856444`.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn draft(&self, slot: &str) -> Result<Option<Draft>, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            Ok(read.draft(actor.account.id, slot)?)
        })
    }

    /// Keeps what the person began; nothing but white space removes it.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn keep_draft(&self, slot: &str, text: &str) -> Result<(), Error> {
        let mut end = text.len().min(LONGEST_MESSAGE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text[..end].trim_end();
        self.change("draft", &Call::default(), &|_| Printed::default(), |change, actor| {
            change.leaves_no_link();
            let draft = Draft { text: text.to_owned(), at: change.now };
            Ok(change.write().put_draft(actor.account.id, slot, (!text.trim().is_empty()).then_some(&draft))?)
        })?;
        Ok(())
    }
}
