//! Periods as somebody names them.

use crate::domain::refusal::Refusal;
use crate::domain::time::Timestamp;

/// An end of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// When it is.
    pub at: Timestamp,
    /// As it was typed: "2026-11-30" names the moment at which the next day begins.
    pub typed: String,
}

/// Sees that a period does not end before it begins.
///
/// # Errors
/// `BadPeriod`.
pub fn check(since: &Edge, until: &Edge) -> Result<(), Refusal> {
    // A day ends where the next one begins: from the 2nd until the 1st there is no time at all.
    if since.at < until.at {
        return Ok(());
    }
    Err(Refusal::BadPeriod { since: since.typed.clone(), until: Some(until.typed.clone()) })
}
