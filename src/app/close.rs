//! `close`: tickets are settled, with a last word for the client or for staff.

use super::change::{Call, Outcome, Receipt};
use super::handling::Handling;
use super::many::{self, Batch, Numbers};
use super::{App, Error};
use crate::domain::entry::{Content, EntryId};
use crate::domain::notice::Notice;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::domain::ticket::{Moment, Side};
use crate::store::Store;

/// A last or first word with a change of state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// For all.
    Public(String),
    /// Among staff.
    Note(String),
}

impl Word {
    /// The same, checked.
    ///
    /// # Errors
    /// Those of a message.
    pub fn checked(&self) -> Result<Self, Refusal> {
        Ok(match self {
            Self::Public(text) => Self::Public(text::message(text)?),
            Self::Note(text) => Self::Note(text::message(text)?),
        })
    }

    /// Writes it into the thread.
    pub fn write(&self, handling: &mut Handling, moment: &Moment) -> EntryId {
        let content = match (self, moment.side) {
            (Self::Public(text), Side::Client) => Content::Message(text.clone()),
            (Self::Public(text), Side::Staff) => Content::Reply(text.clone()),
            (Self::Note(text), _) => Content::Note(text.clone()),
        };
        handling.write(moment, content, Vec::new())
    }
}

impl<S: Store> App<'_, S> {
    /// Closes tickets; those that are closed already stay as they are.
    ///
    /// # Errors
    /// Those of the text, the gate and the store.
    pub fn close(
        &self,
        call: &Call,
        numbers: &Numbers,
        word: Option<&Word>,
        receipt: Receipt<'_, Batch>,
    ) -> Result<Outcome<Batch>, Error> {
        let word = word.map(Word::checked).transpose()?;
        self.change("close", call, receipt, |change, actor| {
            actor.demand(Action::Close)?;
            if matches!(word, Some(Word::Note(_))) {
                actor.demand(Action::Note)?;
            }
            many::each(change, actor, Action::Close, numbers, self.language, |_, handling, moment| {
                let mut closing = handling.ticket.clone();
                let Some(event) = closing.close(moment) else { return Ok(()) };
                let mut told = Vec::new();
                if let Some(word) = &word {
                    let entry = word.write(handling, moment);
                    if let Word::Public(_) = word {
                        told.push(entry);
                    } else {
                        handling.tell(Notice::Note, &[entry]);
                    }
                }
                // The word is said while the ticket is open, so that reopening gives back an answered one.
                if let (Some(Word::Public(_)), Side::Staff) = (&word, moment.side) {
                    handling.ticket.staff_reply(false, moment)?;
                }
                handling.ticket.close(moment);
                told.push(handling.event(moment, event));
                handling.tell(Notice::Closed, &told);
                Ok(())
            })
        })
    }
}
