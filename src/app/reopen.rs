//! `reopen`: closed tickets are taken up again.

use super::change::{Call, Outcome, Receipt};
use super::close::Word;
use super::many::{self, Batch, Numbers};
use super::{App, Error};
use crate::domain::notice::Notice;
use crate::domain::policy::Action;
use crate::domain::ticket::Side;
use crate::store::Store;

impl<S: Store> App<'_, S> {
    /// Reopens tickets; those that are open already stay as they are.
    ///
    /// # Errors
    /// `ReopenWindowOver` for a client who comes late; those of the text, the gate and the store.
    pub fn reopen(
        &self,
        call: &Call,
        numbers: &Numbers,
        word: Option<&Word>,
        receipt: Receipt<'_, Batch>,
    ) -> Result<Outcome<Batch>, Error> {
        let word = word.map(Word::checked).transpose()?;
        self.change("reopen", call, receipt, |change, actor| {
            actor.demand(Action::Reopen)?;
            if matches!(word, Some(Word::Note(_))) {
                actor.demand(Action::Note)?;
            }
            many::each(change, actor, Action::Reopen, numbers, self.language, |_, handling, moment| {
                let Some(event) = handling.ticket.reopen(moment)? else { return Ok(()) };
                let mut told = vec![handling.event(moment, event)];
                match &word {
                    Some(word @ Word::Public(_)) => {
                        told.push(word.write(handling, moment));
                        if moment.side == Side::Staff {
                            handling.ticket.staff_reply(false, moment)?;
                        }
                    }
                    Some(word @ Word::Note(_)) => {
                        let note = word.write(handling, moment);
                        handling.tell(Notice::Note, &[note]);
                    }
                    None => {}
                }
                handling.tell(Notice::Reopened, &told);
                Ok(())
            })
        })
    }
}
