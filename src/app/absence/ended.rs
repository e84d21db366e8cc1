//! The end of an absence: what is over is taken out of the account, and the account out of the setting.

use serde_json::json;

use super::{ABSENCES, absent, keep_account};
use crate::app::change::Change;
use crate::domain::account::Account;
use crate::store::StoreError;

/// Takes out those whose absence has ended, and says how many they were.
///
/// # Errors
/// Those of the store.
pub fn end_absences(change: &mut Change<'_>, limit: usize) -> Result<usize, StoreError> {
    if change.read().setting(ABSENCES)?.is_none() {
        return Ok(0);
    }
    let now = change.now;
    let mut back = absent(change.read())?;
    back.retain(|account| !account.is_away(now));
    back.truncate(limit);
    for account in &back {
        // Whoever came back by themselves, or is of staff no longer, is in the setting alone.
        let is_over = account.absence.is_some();
        keep_account(change, &Account { absence: None, ..account.clone() })?;
        if is_over {
            change.note(json!({ "account": account.handle.as_str(), "what": "back" }));
        }
    }
    Ok(back.len())
}
