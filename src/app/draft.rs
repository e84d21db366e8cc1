//! Drafts: text that somebody began and did not send, kept for them in the desk.

use super::change::Call;
use super::{App, Error};
use crate::domain::text::LONGEST_MESSAGE;
use crate::store::{Draft, Printed, Store};

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
