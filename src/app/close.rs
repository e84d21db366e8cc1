//! `close`: tickets are settled, with a last word for the client or for staff.

use super::change::{Call, Change, Consent, Outcome, Receipt};
use super::gate::Actor;
use super::handling::Handling;
use super::many::{self, Batch, Numbers};
use super::{App, Error, house_rules, task, turn};
use crate::domain::entry::{Content, EntryId};
use crate::domain::house_rules::{Field, Matter};
use crate::domain::notice::Notice;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::domain::ticket::{Moment, Side};
use crate::store::{Read, Store, StoreError};

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

    /// Sees that `actor` may do `action` with such a word.
    ///
    /// # Errors
    /// Those of the gate.
    pub fn demand(word: Option<&Self>, actor: &Actor, action: Action) -> Result<(), Refusal> {
        actor.demand(action)?;
        if let Some(Self::Note(_)) = word {
            actor.demand(Action::Note)?;
        }
        Ok(())
    }

    /// Looks at it by the house rules, as it was given: what the tickets are to be flagged for in which it is said.
    ///
    /// # Errors
    /// `HouseRules`; those of the store.
    pub fn look(word: Option<&Self>, change: &Change<'_>, actor: &Actor) -> Result<Vec<Matter>, Error> {
        match word {
            Some(Self::Public(text)) => house_rules::look(change, actor, &[(Field::Message, text)], &[]),
            Some(Self::Note(_)) | None => Ok(Vec::new()),
        }
    }

    /// Sees whether it is said already in a ticket that is as it was to be.
    ///
    /// # Errors
    /// Those of the store.
    pub fn look_for(&self, read: &dyn Read, handling: &mut Handling, moment: &Moment) -> Result<(), StoreError> {
        match self {
            Self::Public(text) => handling.look_for(read, moment.actor, text, Content::as_public),
            Self::Note(text) => handling.look_for(read, moment.actor, text, Content::as_note),
        }
    }

    /// Sees that whoever acts may say it in a ticket now.
    ///
    /// # Errors
    /// `NotTheirTurn`; those of the store.
    pub fn demand_turn(word: Option<&Self>, read: &dyn Read, handling: &Handling, moment: &Moment) -> Result<(), Error> {
        match word {
            Some(Self::Public(_)) => turn::demand(read, &handling.ticket, handling.was_closed(), moment.side, moment.now),
            _ => Ok(()),
        }
    }

    /// Says it in a ticket that is open, and has it told as any words are: whoever is told of the change too gets one letter. What
    /// it gives is for that letter; a note is for staff alone.
    ///
    /// # Errors
    /// Those of the state.
    pub fn say(&self, handling: &mut Handling, moment: &Moment) -> Result<Option<EntryId>, Refusal> {
        let (content, is_public) = match (self, moment.side) {
            (Self::Public(text), Side::Client) => (Content::Message(text.clone()), true),
            (Self::Public(text), Side::Staff) => (Content::Reply(text.clone()), true),
            (Self::Note(text), _) => (Content::Note(text.clone()), false),
        };
        let entry = handling.write(moment, content, Vec::new());
        if !is_public {
            handling.tell(Notice::Note, &[entry]);
            return Ok(None);
        }
        match moment.side {
            Side::Staff => handling.ticket.staff_reply(false, moment)?,
            // The ticket is open, so that this opens nothing again.
            Side::Client => drop(handling.ticket.client_message(moment)?),
        }
        handling.tell(if moment.side == Side::Client { Notice::Message } else { Notice::Reply }, &[entry]);
        Ok(Some(entry))
    }
}

impl<S: Store> App<'_, S> {
    /// Closes tickets; those that are closed already stay as they are.
    ///
    /// # Errors
    /// `RulesChanged` for a client with a last word; those of the text, the gate and the store.
    pub fn close(
        &self,
        call: &Call,
        numbers: &Numbers,
        word: Option<&Word>,
        receipt: Receipt<'_, Batch>,
    ) -> Result<Outcome<Batch>, Error> {
        let given = word;
        let word = word.map(Word::checked).transpose()?;
        self.change("close", call, receipt, |change, actor| {
            Word::demand(word.as_ref(), actor, Action::Close)?;
            // To settle a ticket is free to everybody; what is said in it is writing.
            if call.consent != Consent::Unsaid || matches!(word, Some(Word::Public(_))) {
                self.demand_acceptance(change, actor, call)?;
            }
            let flagged = Word::look(given, change, actor)?;
            many::each(change, actor, Action::Close, numbers, self.language, |change, handling, moment| {
                let mut closing = handling.ticket.clone();
                let Some(event) = closing.close(moment) else {
                    return Ok(word.as_ref().map_or(Ok(()), |word| word.look_for(change.read(), handling, moment))?);
                };
                Word::demand_turn(word.as_ref(), change.read(), handling, moment)?;
                // The word is said while the ticket is open, so that reopening gives back what it made of it.
                let said = word.as_ref().map_or(Ok(None), |word| word.say(handling, moment))?;
                house_rules::flag(handling, &flagged);
                let mut told: Vec<_> = said.into_iter().collect();
                handling.ticket.close(moment);
                told.push(handling.event(moment, event));
                handling.tell(Notice::Closed, &told);
                handling.has_tasks = task::has_tasks(change.read(), actor, handling.ticket.seq)?;
                Ok(())
            })
        })
    }
}
