//! `priority`: how urgent tickets are.

use super::audit::notes::Changes;
use super::change::{Call, Outcome, Receipt};
use super::many::{self, Batch, Numbers};
use super::{App, Error};
use crate::domain::policy::Action;
use crate::domain::status::Priority;
use crate::store::Store;

impl<S: Store> App<'_, S> {
    /// Sets how urgent tickets are; nobody is told by mail.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn prioritize(
        &self,
        call: &Call,
        numbers: &Numbers,
        priority: Priority,
        receipt: Receipt<'_, Batch>,
    ) -> Result<Outcome<Batch>, Error> {
        self.change("priority", call, receipt, |change, actor| {
            many::each(change, actor, Action::Prioritize, numbers, self.language, |_, handling, moment| {
                let before = handling.ticket.priority;
                if let Some(event) = handling.ticket.set_priority(priority) {
                    let changes = Changes::default().field("priority", Some(before.id()), Some(priority.id())).into_value();
                    handling.audit("changes", changes);
                    handling.event(moment, event);
                }
                Ok(())
            })
        })
    }
}
