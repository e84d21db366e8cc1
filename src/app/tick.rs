//! `tick`: all that time makes due, in transactions of a bounded size, until nothing is left.
//!
//! What was done stands in the same transaction as what tells of it, so that it is done once, however often and by however many
//! processes it is tried.

use super::change::{Call, Done, Outcome};
use super::{App, Error, duties, relay};
use crate::domain::time::Timestamp;
use crate::store::{Read, Store, StoreError};

/// So many letters that are due are counted; whoever has more knows that they are many.
const MOST_COUNTED: usize = 1_000;
/// Behind other commands it is tidied up in a transaction of its own only where so much lies there.
const WORTH_TIDYING: usize = 64;

/// How much was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticked {
    done: [usize; duties::ALL.len()],
    /// Letters that were queued for it.
    pub letters: usize,
    /// Letters of others whose time to be tried has come.
    pub retries: usize,
}

impl Ticked {
    /// How much was done of each duty, with what machines call it.
    pub fn counts(&self) -> impl Iterator<Item = (&'static str, usize)> {
        duties::ALL.iter().map(|duty| duty.name).zip(self.done)
    }

    /// How much was done of one duty.
    pub fn count(&self, name: &str) -> usize {
        self.counts().find(|(known, _)| *known == name).map_or(0, |(_, count)| count)
    }

    /// Whether anything was done that anybody would want to be told of; that letters are tried again is no such thing.
    pub fn is_anything(&self) -> bool {
        self.letters > 0 || self.told() > 0
    }

    /// Whether a transaction did anything, so that there may be more of it.
    pub fn may_go_on(&self) -> bool {
        self.done.iter().any(|count| *count > 0)
    }

    /// Counts what was done after it. Letters whose time has come are those of the beginning: they wait still when it is over, and
    /// what was queued meanwhile is no letter of others.
    pub fn add(&mut self, later: &Self) {
        self.done.iter_mut().zip(later.done).for_each(|(count, later)| *count += later);
        self.letters += later.letters;
    }

    fn leaves_link(&self) -> bool {
        duties::ALL.iter().zip(self.done).any(|(duty, count)| count > 0 && !duty.is_chore && !duty.leaves_no_link)
    }

    fn told(&self) -> usize {
        duties::ALL.iter().zip(self.done).filter(|(duty, _)| !duty.is_chore).map(|(_, count)| count).sum()
    }
}

impl<S: Store> App<'_, S> {
    /// Does in one transaction as much as belongs into one of what time makes due; a rehearsal does all of it, and keeps nothing.
    ///
    /// # Errors
    /// Those of the store.
    pub fn tick(&self, call: &Call) -> Result<Done<Ticked>, Error> {
        let outcome = self.change_of_time(call, |change| {
            let mut ticked = Ticked { retries: due(change.read(), change.now)?, ..Ticked::default() };
            loop {
                let done = duties::once(change)?;
                let once = Ticked { done, ..Ticked::default() };
                ticked.add(&once);
                if !(call.dry_run && once.may_go_on()) {
                    break;
                }
            }
            let tidied = ticked.done.iter().sum::<usize>() - ticked.told();
            if ticked.told() == 0 && tidied < WORTH_TIDYING {
                ticked.done = Default::default();
            }
            if !ticked.leaves_link() {
                change.leaves_no_link();
            } else {
                let counts = ticked.counts().filter(|(_, count)| *count > 0);
                let counts = counts.map(|(name, count)| (name.to_owned(), count.into())).collect();
                change.note(serde_json::Value::Object(counts));
            }
            let writes = ticked.may_go_on();
            Ok((ticked, writes))
        })?;
        match outcome {
            Outcome::Done(done) => {
                let letters = done.mail.len();
                Ok(Done { value: Ticked { letters, ..done.value }, ..done })
            }
            // It has no key of its own.
            Outcome::Replayed(_) => Err(StoreError::Conflict.into()),
        }
    }
}

/// How many letters a relay would take now; none while it must not.
fn due(read: &dyn Read, now: Timestamp) -> Result<usize, StoreError> {
    if !relay::may_send(read, now)? {
        return Ok(0);
    }
    Ok(read.due_letters(now, MOST_COUNTED)?.len())
}
