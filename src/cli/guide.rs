//! The guided menus: bare `taquilla` on a terminal.

use clap::ArgMatches;

use super::front::Front;
use crate::ui::error::Failure;

/// Shows the menu of whoever sits there.
///
/// # Errors
/// `missing-value` without a terminal; the end of a prompt.
pub fn run(front: &Front<'_>, _matches: &ArgMatches) -> Result<(), Failure> {
    let _ = front;
    Err(Failure::Missing("VERB".to_owned()))
}
