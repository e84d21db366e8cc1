//! `demo`: a ticket's whole life on a desk of its own, played with the real commands and checked as it goes.
//!
//! The story is in `story.rs`; `stage.rs` runs the commands, shows them and checks; `post.rs` does so
//! with letters, which `letter.rs` reads.

mod letter;
mod post;
mod stage;
mod story;

use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use data_encoding::HEXLOWER;

use self::stage::Stage;
use super::env;
use super::front::Front;
use crate::ui::error::{Failure, Told};
use crate::ui::safe;

/// The command line of the verb.
pub fn command() -> Command {
    Command::new("demo").arg(Arg::new("keep").long("keep").value_parser(value_parser!(PathBuf)))
}

/// Plays the story.
///
/// # Errors
/// `demo-differs` when anything is other than it should be.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let kept = matches.get_one::<PathBuf>("keep");
    let place = match kept {
        Some(directory) => Place { directory: empty_directory(front, directory)?, goes: false },
        None => Place { directory: new_directory()?, goes: true },
    };
    let mut stage = Stage::new(front, &place.directory)?;
    let numbers = story::play(&mut stage)?;
    stage.end(&numbers, kept.is_some())
}

/// Where the desk of the demonstration lies; it goes with this value, however the story ends, unless it is to be kept.
struct Place {
    directory: PathBuf,
    goes: bool,
}

impl Drop for Place {
    fn drop(&mut self) {
        // A relay may still be putting its last file away; the second time it has gone.
        if self.goes && std::fs::remove_dir_all(&self.directory).is_err() {
            let _ = std::fs::remove_dir_all(&self.directory);
        }
    }
}

/// The directory that was named: an absolute path, empty, for its owner alone.
fn empty_directory(front: &Front<'_>, directory: &Path) -> Result<PathBuf, Failure> {
    let fault = |error| Failure::File(directory.to_owned(), error);
    let directory = std::path::absolute(directory).map_err(fault)?;
    match std::fs::read_dir(&directory) {
        Ok(mut entries) => match entries.next() {
            Some(_) => {
                let values = [("path", safe::line(&directory.to_string_lossy()).into_owned().into())];
                let message = front.words.format("demo-not-empty", &values);
                let hint = front.words.hint("demo-not-empty", &values);
                Err(Failure::Told(Box::new(Told {
                    code: "bad-value",
                    message,
                    hint,
                    exit: 2,
                    refusals: Vec::new(),
                    spots: Default::default(),
                })))
            }
            None => Ok(directory),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&directory).map_err(fault)?;
            Ok(directory)
        }
        Err(error) => Err(fault(error)),
    }
}

/// A directory that nobody has used before.
fn new_directory() -> Result<PathBuf, Failure> {
    let seed = env::seed()?;
    let name = HEXLOWER.encode(seed.get(..8).unwrap_or_default());
    let directory = env::temporary_directory().join(format!("taquilla-demo-{name}"));
    match std::fs::DirBuilder::new().mode(0o700).create(&directory) {
        Ok(()) => Ok(directory),
        Err(error) => Err(Failure::File(directory, error)),
    }
}
