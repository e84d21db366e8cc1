//! What a command does besides its own work: a little of what time makes due, in its own transaction, so that a desk that nobody
//! calls `tick` for works all the same.

use serde_json::json;

use super::Change;
use super::link::By;
use crate::app::{duties, texts};
use crate::domain::audit::Via;
use crate::store::StoreError;

/// Does it, and says whether letters were queued by it: they are not the command's own.
///
/// # Errors
/// Those of the store.
pub(super) fn do_in_passing(change: &mut Change<'_>, verb: &str) -> Result<bool, StoreError> {
    change.tx.remember_command(&change.command, change.now)?;
    if change.is_of_time || change.is_of_reading {
        return Ok(false);
    }
    // A slip in a setting must not cost tickets before it can be mended.
    duties::in_passing(change, verb == "config")?;
    texts::merge_in_passing(change.tx)?;
    let outbox = std::mem::take(&mut change.outbox);
    let letters = outbox.queue(change, None, false)?;
    if !change.audit.is_empty() {
        change.note(json!({ "in_passing": verb }));
        change.append_link("tick", By { actor: None, via: Via::Owner, token: None, key: None })?;
    }
    Ok(!letters.is_empty())
}
