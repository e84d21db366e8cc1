//! `unflag`: what Secretaría was to look at is dealt with.

use super::audit::notes::Changes;
use super::change::{Call, Outcome, Receipt};
use super::many::{self, Batch, Numbers};
use super::{App, Error};
use crate::domain::policy::Action;
use crate::store::Store;

impl<S: Store> App<'_, S> {
    /// Takes the flags of the house rules from tickets; nobody is told by mail.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn unflag(&self, call: &Call, numbers: &Numbers, receipt: Receipt<'_, Batch>) -> Result<Outcome<Batch>, Error> {
        self.change("unflag", call, receipt, |change, actor| {
            many::each(change, actor, Action::Unflag, numbers, self.language, |_, handling, moment| {
                let before = handling.ticket.flags.ids().join(", ");
                if let Some(event) = handling.ticket.unflag() {
                    let after = handling.ticket.flags.ids().join(", ");
                    let changes = Changes::default().field("flags", Some(&before), Some(&after)).into_value();
                    handling.audit("changes", changes);
                    handling.event(moment, event);
                }
                Ok(())
            })
        })
    }
}
