//! `reopen`: closed tickets are taken up again.

use super::change::{Call, Outcome, Receipt};
use super::close::Word;
use super::many::{self, Batch, Numbers};
use super::{App, Error, house_rules};
use crate::domain::notice::Notice;
use crate::domain::policy::Action;
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
        let given = word;
        let word = word.map(Word::checked).transpose()?;
        self.change("reopen", call, receipt, |change, actor| {
            Word::demand(word.as_ref(), actor, Action::Reopen)?;
            self.demand_acceptance(change, actor, call)?;
            let flagged = Word::look(given, change, actor)?;
            many::each(change, actor, Action::Reopen, numbers, self.language, |change, handling, moment| {
                let events = handling.ticket.reopen(moment)?;
                if events.is_empty() {
                    return Ok(word.as_ref().map_or(Ok(()), |word| word.look_for(change.read(), handling, moment))?);
                }
                Word::demand_turn(word.as_ref(), change.read(), handling, moment)?;
                let mut told = handling.reopened(moment, events);
                house_rules::flag(handling, &flagged);
                told.extend(word.as_ref().map_or(Ok(None), |word| word.say(handling, moment))?);
                handling.tell(Notice::Reopened, &told);
                Ok(())
            })
        })
    }
}
