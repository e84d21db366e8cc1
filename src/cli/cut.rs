//! Commands of several transactions: what one did before something ended it is done all the same, and is printed.

use std::thread;
use std::time::Duration;

use super::front::Front;
use super::telling;
use crate::app::change::{Done, Outcome};
use crate::store::Printed;
use crate::ui::error::{self, Failure, Shape};

/// The longest pause between two transactions.
const LONGEST_PAUSE: Duration = Duration::from_millis(50);

/// Leaves the desk to those who wait for it, between two transactions of which the first took so long: whoever takes the lock up again
/// at once is faster than whoever is woken for it.
pub fn let_others_in(took: Duration) {
    thread::sleep(took.min(LONGEST_PAUSE));
}

/// What is printed, with the failure behind it where something ended the command.
pub fn printed(front: &Front<'_>, printed: Printed, cut: Option<&Failure>) -> Printed {
    let Some(failure) = cut else { return printed };
    let told = error::tell(failure, &front.words, &|time| time.to_rfc3339());
    let stderr = error::written(&told, Shape { colour: false, width: usize::MAX, ..telling::shape(front) });
    Printed { stderr: stderr.into_bytes(), exit: told.exit, ..printed }
}

/// Prints what was done. `None`: it was a rehearsal.
///
/// # Errors
/// What ended the command; when standard output cannot be written.
pub fn finish<T>(
    front: &Front<'_>,
    done: Done<T>,
    cut: Option<Failure>,
    receipt: impl Fn(&Done<T>) -> Printed,
) -> Result<Option<Done<T>>, Failure> {
    // A script that is told of a failure finds one object on standard error, and nothing else.
    front.is_hushed.set(cut.is_some() && front.global.format.is_json());
    let finished = front.finish_with(Outcome::Done(done), &receipt, |_| Ok(()));
    cut.map_or(finished, Err)
}
