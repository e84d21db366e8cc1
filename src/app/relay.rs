//! The relay: claims letters, composes them once, sends them without the lock, settles them.
//!
//! At least once: a letter whose relay died is taken by another after its lease, and is the same to the byte, because it was
//! frozen when it was claimed. It knows no transport and no language: composing and sending come in.

mod claim;

use std::collections::BTreeSet;

use super::letter_facts::LetterFacts;
use super::{App, Error, desk, fate, outbox};
use crate::auth;
use crate::domain::entry::BlobHash;
use crate::domain::fault::{Fault, FaultKind};
use crate::domain::letter::{CommandId, Letter, LetterId, LetterState, Matter, REST_AFTER_FAILED_CONNECTION};
use crate::domain::time::{Span, Timestamp};
use crate::mail::{Frozen, MailError, Mailer};
use crate::store::{Read, Store, StoreError};

/// How many letters are claimed at a time.
const BATCH: usize = 20;
/// How long letters are begun on one lease: a letter may take all the rest of it.
const LONGEST_ON_ONE_LEASE: Span = Span::seconds(20);
/// How many letters that are not due a forced relay looks through.
const MOST_FORCED: usize = 100_000;

/// What a relay needs from outside.
pub struct Relay<'r> {
    /// Composes a letter.
    pub compose: &'r dyn Fn(&LetterFacts) -> Result<Frozen, MailError>,
    /// Opens the way that letters leave by, as the settings say at the time; also tells where failures are reported to.
    pub mailer: &'r mut dyn Mailer,
    /// The time, which goes on while letters are sent.
    pub clock: &'r dyn Fn() -> Timestamp,
    /// Which letters are tried although it is not time yet.
    pub hurry: Hurry,
    /// Called once, when all that was leased at the beginning is settled: whoever waits for those letters need not wait for others.
    pub own_settled: &'r mut dyn FnMut(),
}

/// Which letters are tried although no relay should, or they were tried a short time ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hurry {
    /// None.
    None,
    /// Those of the lease: somebody asked for just them.
    Own,
    /// All.
    All,
}

/// What a relay did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relayed {
    /// Letters that left.
    pub sent: usize,
    /// Letters that did not, and wait.
    pub waiting: usize,
    /// Letters that were given up.
    pub given_up: usize,
}

impl Relayed {
    /// Counts a letter that did not leave, by what became of it.
    fn count_failed(&mut self, letter: &Letter) {
        match letter.state {
            LetterState::Dead => self.given_up += 1,
            _ => self.waiting += 1,
        }
    }
}

/// One relay at work.
struct Course {
    lease: CommandId,
    transactions: u64,
    /// The letters that it has seen to: none of them a second time, or a forced relay would never end.
    seen: BTreeSet<LetterId>,
    /// The letters of the lease that it has not seen to.
    own: BTreeSet<LetterId>,
    relayed: Relayed,
}

impl Course {
    fn has_seen(&mut self, letters: impl IntoIterator<Item = LetterId>, own_settled: &mut dyn FnMut()) {
        let waited = !self.own.is_empty();
        for letter in letters {
            self.seen.insert(letter);
            self.own.remove(&letter);
        }
        if waited && self.own.is_empty() {
            own_settled();
        }
    }
}

/// A letter with its bytes.
type Claimed = (Letter, Vec<u8>);

impl<S: Store> App<'_, S> {
    /// Sends the letters that are leased to `lease` and those that are due, until none is left.
    ///
    /// # Errors
    /// Those of the store. What a mail server says ends in the letter's row.
    pub fn relay(&self, lease: &CommandId, relay: &mut Relay<'_>) -> Result<Relayed, Error> {
        let own = self.store.read(|read| read.leased_letters(lease, usize::MAX))?;
        let own: BTreeSet<_> = own.into_iter().map(|letter| letter.id).collect();
        if own.is_empty() {
            (relay.own_settled)();
        }
        let mut course = Course { lease: *lease, transactions: 0, seen: BTreeSet::new(), own, relayed: Relayed::default() };
        self.send(&mut course, relay)?;
        let is_thorough = relay.hurry == Hurry::All;
        let merged = self.merge_texts(is_thorough, (relay.clock)(), || self.transaction(&mut course));
        // The letters have left: whoever looks at everything says what else is wrong, otherwise the next relay tries again.
        if is_thorough { merged.map(|()| course.relayed) } else { Ok(course.relayed) }
    }

    fn send(&self, course: &mut Course, relay: &mut Relay<'_>) -> Result<(), Error> {
        loop {
            let claimed_at = (relay.clock)();
            let Some(claimed) = self.claim(course, relay)? else { return Ok(()) };
            for (letter, frozen) in claimed {
                let result = self.hand_over(relay, &frozen);
                let id = letter.id;
                self.settle(course, relay, letter, &result)?;
                course.has_seen([id], relay.own_settled);
                if is_down(&result) {
                    return Ok(());
                }
                // A letter needs nearly a whole lease for itself; the others are claimed again, frozen as they are.
                if (relay.clock)().since(claimed_at) > LONGEST_ON_ONE_LEASE {
                    break;
                }
            }
        }
    }

    fn transaction(&self, course: &mut Course) -> CommandId {
        course.transactions += 1;
        CommandId(auth::derive_bytes(&self.seed, "relay", course.transactions))
    }

    fn hand_over(&self, relay: &mut Relay<'_>, frozen: &[u8]) -> Result<(), MailError> {
        let mut fetch = |hash: &BlobHash| self.blob(hash);
        let frozen = Frozen::from_bytes(frozen)?;
        let message = frozen.render(&mut fetch)?;
        relay.mailer.send(frozen.envelope(), &message)
    }

    fn blob(&self, hash: &BlobHash) -> Result<Vec<u8>, MailError> {
        let read = self.store.read(|read| -> Result<Option<Vec<u8>>, StoreError> {
            let Some(blob) = read.blob(hash)? else { return Ok(None) };
            let mut bytes = Vec::with_capacity(usize::try_from(blob.size).unwrap_or(0));
            let mut index = 0;
            while (bytes.len() as u64) < blob.size {
                let Some(chunk) = read.blob_chunk(hash, index)? else { return Ok(None) };
                bytes.extend_from_slice(&chunk);
                index += 1;
            }
            Ok(Some(bytes))
        });
        match read {
            Ok(Some(bytes)) => Ok(bytes),
            Ok(None) => Err(MailError::Temporary(FaultKind::Attachment.into())),
            Err(error) => Err(MailError::Temporary(Fault::new(FaultKind::System, error.to_string()))),
        }
    }

    fn settle(
        &self,
        course: &mut Course,
        relay: &Relay<'_>,
        mut letter: Letter,
        result: &Result<(), MailError>,
    ) -> Result<(), Error> {
        let now = (relay.clock)();
        match result {
            Ok(()) => letter.sent(now),
            Err(error) => letter.failed(matches!(error, MailError::Permanent(_)), error.fault(), now),
        }
        let id = self.transaction(course);
        let put_off = self.store.write(&id, |tx| -> Result<_, Error> {
            let mut letter = letter.clone();
            tx.remember_command(&id, now)?;
            // Another relay may have it by now, if this one took longer than its lease.
            let kept = tx.letter(&letter.id)?;
            let is_ours = |kept: &Letter| matches!(kept.state, LetterState::Leased { by, .. } if by == course.lease);
            // What it told of may be gone by now, and the letter with it.
            if let Some(kept) = kept.filter(|kept| is_ours(kept) || result.is_ok()) {
                if let (Matter::Summary { tickets: told }, Matter::Summary { tickets: left }) = (&mut letter.matter, kept.matter)
                {
                    *told = left;
                }
                tx.put_letter(&letter)?;
                // What a code was composed into holds the code.
                if !letter.state.is_waiting() && (letter.state != LetterState::Dead || letter.has_secret()) {
                    tx.put_frozen(&letter.id, None)?;
                }
                outbox::tell_of_given_up(tx, &letter, now)?;
            }
            if !is_down(result) {
                return Ok(0);
            }
            let until = now.plus(REST_AFTER_FAILED_CONNECTION);
            tx.rest_mail_until(until)?;
            Ok(fate::put_off(tx, &course.lease, until, now)?)
        })?;
        match result {
            Ok(()) => course.relayed.sent += 1,
            Err(_) => course.relayed.count_failed(&letter),
        }
        course.relayed.waiting += put_off;
        Ok(())
    }

    /// The settings under these keys, in their order, for whoever opens the way that letters leave by.
    ///
    /// # Errors
    /// Those of the store.
    pub fn mail_settings(&self, keys: &[&str]) -> Result<Vec<Option<String>>, Error> {
        self.store.read(|read| Ok(keys.iter().map(|key| desk::optional(read, key)).collect::<Result<_, _>>()?))
    }
}

/// Until when no relay may try to connect. What lies further ahead than any rest comes from a clock that was wrong.
///
/// # Errors
/// Those of the store.
pub fn rests_until(read: &dyn Read, now: Timestamp) -> Result<Timestamp, StoreError> {
    let until = read.mail_rests_until()?;
    Ok(if until <= now.plus(REST_AFTER_FAILED_CONNECTION) { until } else { now })
}

/// Whether a relay may send letters that nobody asks for by themselves: the desk does not hold them, and no rest is to be kept.
///
/// # Errors
/// Those of the store.
pub fn may_send(read: &dyn Read, now: Timestamp) -> Result<bool, StoreError> {
    Ok(rests_until(read, now)? <= now && desk::value(read, "mail.hold")? != "on")
}

/// Whether a failure concerns every letter alike.
fn is_down(result: &Result<(), MailError>) -> bool {
    matches!(result, Err(MailError::Unreachable(_) | MailError::Misconfigured(_)))
}
