//! What comes of a change.

use crate::app::outbox::PlannedLetter;
use crate::domain::letter::LetterId;
use crate::domain::refusal::Refusal;
use crate::store::Printed;

/// What a change did.
#[derive(Debug)]
pub struct Done<T> {
    /// What the verb says of it.
    pub value: T,
    /// The letters that it queued, or would have.
    pub mail: Vec<PlannedLetter>,
    /// Whether nothing was done.
    pub dry_run: bool,
    /// What there is for a relay to do.
    pub errand: Errand,
}

impl<T> Done<T> {
    /// What its letters are kept under.
    pub fn letters(&self) -> Vec<LetterId> {
        self.mail.iter().map(|letter| letter.id).collect()
    }
}

/// What there is for a relay to do after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Nothing.
    None,
    /// Letters of others are due.
    Others,
    /// Letters of the change itself wait to leave.
    Own,
    /// Letters that somebody asked for by themselves: no rest is kept for them, and what becomes of each is told.
    Urgent,
}

/// The end of a change.
#[derive(Debug)]
pub enum Outcome<T> {
    /// It was made.
    Done(Done<T>),
    /// It was made before under the same key: what was printed then.
    Replayed(Printed),
}

impl<T> Outcome<Result<T, Refusal>> {
    /// The refusal that was committed because something was counted, or the outcome without it.
    ///
    /// # Errors
    /// The refusal.
    pub fn settled(self) -> Result<Outcome<T>, Refusal> {
        Ok(match self {
            Self::Done(Done { value, mail, dry_run, errand }) => Outcome::Done(Done { value: value?, mail, dry_run, errand }),
            Self::Replayed(printed) => Outcome::Replayed(printed),
        })
    }
}
