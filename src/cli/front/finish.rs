//! How a change ends: what it says is printed, its letters are seen to, and what was made before is told again.

use super::Front;
use crate::app::App;
use crate::app::change::{Done, Errand, Outcome, Receipt};
use crate::cli::env::Engine;
use crate::cli::post;
use crate::store::Printed;
use crate::ui::error::{Failure, Unprinted};
use crate::ui::receipt;

impl Front<'_> {
    /// Prints what a change says and sees to its letters. `None`: nothing was done, and that is told; it was made before under the
    /// same key, or it was only a rehearsal.
    ///
    /// # Errors
    /// When standard output cannot be written; those of the store.
    pub fn finish<T>(
        &self,
        app: &App<'_, Engine>,
        outcome: Outcome<T>,
        receipt: Receipt<'_, T>,
    ) -> Result<Option<Done<T>>, Failure> {
        self.finish_with(outcome, receipt, |done| match done.errand {
            Errand::Own => post::send(self, app, &done.letters()),
            Errand::Urgent => post::send_urgently(self, app),
            Errand::Others => {
                post::send_for_others(self, app);
                Ok(())
            }
            Errand::None => Ok(()),
        })
    }

    /// The same for a verb whose answer must not tell whether there was a letter.
    ///
    /// # Errors
    /// As [`Self::finish`].
    pub fn finish_unseen<T>(
        &self,
        app: &App<'_, Engine>,
        outcome: Outcome<T>,
        receipt: Receipt<'_, T>,
    ) -> Result<Option<Done<T>>, Failure> {
        self.finish_with(outcome, receipt, |_| post::send_unseen(self, app))
    }

    /// That nobody can read what a change says undoes nothing: its letters are seen to all the same.
    ///
    /// # Errors
    /// When standard output cannot be written; those of `see_to`.
    pub fn finish_with<T>(
        &self,
        outcome: Outcome<T>,
        receipt: Receipt<'_, T>,
        see_to: impl FnOnce(&Done<T>) -> Result<(), Failure>,
    ) -> Result<Option<Done<T>>, Failure> {
        let done = match outcome {
            Outcome::Replayed(printed) => return self.replay(printed).map(|()| None),
            Outcome::Done(done) => done,
        };
        let printed = if self.guided { Ok(()) } else { self.print(&receipt(&done).stdout) };
        if done.dry_run {
            printed?;
            self.say("done-dry-run", &[]);
            post::say_planned(self, &done.mail);
            return Ok(None);
        }
        see_to(&done)?;
        match printed {
            Ok(()) => Ok(Some(done)),
            Err(Failure::Output(error)) => Err(Failure::DoneUnprinted(Unprinted::Change, error)),
            Err(failure) => Err(failure),
        }
    }

    /// Prints what a command printed before under its key, and ends as it did. A rehearsal says besides that it is one.
    ///
    /// # Errors
    /// `Replayed` where it was done in part, also when standard output cannot be written; else that alone.
    pub fn replay(&self, printed: Printed) -> Result<(), Failure> {
        let shown = if self.global.rehearses {
            let shown = self.print(&receipt::rehearsed_again(&printed.stdout));
            self.say("done-dry-run", &[]);
            self.say("done-dry-run-again", &[]);
            shown
        } else {
            self.print(&printed.stdout)
        };
        if printed.exit == 0 { shown } else { Err(Failure::Replayed(printed)) }
    }
}
