//! `demo`: a ticket's whole life on a desk of its own.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::front::Front;
use crate::ui::error::Failure;

/// The command line of the verb.
pub fn command() -> Command {
    Command::new("demo").arg(Arg::new("keep").long("keep").value_parser(value_parser!(PathBuf)))
}

/// Plays the story.
///
/// # Errors
/// `demo-differs` when anything is other than it should be.
pub fn run(_front: &Front<'_>, _matches: &ArgMatches) -> Result<(), Failure> {
    Ok(())
}
