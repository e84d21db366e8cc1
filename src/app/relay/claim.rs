//! What a relay takes next: looked up and composed beside whoever changes the desk, then claimed in a short transaction.

use super::{BATCH, Claimed, Course, Hurry, MOST_FORCED, Relay, rests_until};
use crate::app::{App, Error, desk, fate, letter_facts, outbox};
use crate::domain::fault::Fault;
use crate::domain::letter::{LEASE, Letter, LetterState};
use crate::domain::time::Timestamp;
use crate::mail::{DeskFace, MailError};
use crate::store::{Read, Store, StoreError};

impl<S: Store> App<'_, S> {
    /// Claims letters that are frozen or composed now; `None` when there are none to claim.
    ///
    /// Looks and composes first, beside whoever changes the desk, so that its transaction is short, and an idle relay writes nothing.
    pub(super) fn claim(&self, course: &mut Course, relay: &mut Relay<'_>) -> Result<Option<Vec<Claimed>>, Error> {
        let now = (relay.clock)();
        let looked = self.store.read(|read| look(read, course, relay, now))?;
        let (prepared, rest) = match looked {
            Looked::Idle => return Ok(None),
            Looked::Ready(prepared) => (Some(prepared), None),
            Looked::Rests(rest) => (None, Some(rest)),
        };
        let id = self.transaction(course);
        let (claimed, seen, relayed) = self.store.write(&id, |tx| -> Result<_, Error> {
            tx.remember_command(&id, now)?;
            let mut relayed = course.relayed;
            if let Some(rest) = &rest {
                if rest.has_expired {
                    fate::cancel_all_expired(tx, now)?;
                }
                relayed.waiting += fate::put_off(tx, &course.lease, rest.until, now)?;
                return Ok((None, Vec::new(), relayed));
            }
            let (mut claimed, mut seen) = (Vec::new(), Vec::new());
            for Prepared { kept, mut letter, frozen } in prepared.iter().flatten().cloned() {
                // Somebody else took it meanwhile, or changed it: then it comes up again, if it is to leave at all.
                if tx.letter(&letter.id)?.as_ref() != Some(&kept) {
                    continue;
                }
                let prepared = letter.clone();
                if fate::cancel_expired(tx, &mut letter, now)? || fate::cancel_unseen(tx, &kept, &mut letter, now)? {
                    seen.push(letter.id);
                    continue;
                }
                match frozen {
                    // What its reader may be told is not what it was when it was composed.
                    Composed::Pointless => {}
                    _ if letter != prepared => {}
                    Composed::Bytes(bytes) => {
                        if tx.frozen(&letter.id)?.is_none() {
                            tx.put_frozen(&letter.id, Some(&bytes))?;
                        }
                        letter.state = LetterState::Leased { by: course.lease, until: now.plus(LEASE) };
                        tx.put_letter(&letter)?;
                        fate::take_back_left_out(tx, &kept, &letter)?;
                        claimed.push((letter, bytes));
                    }
                    Composed::Fault(fault, is_permanent) => {
                        letter.failed(is_permanent, &fault, now);
                        tx.put_letter(&letter)?;
                        fate::take_back_left_out(tx, &kept, &letter)?;
                        outbox::tell_of_given_up(tx, &letter, now)?;
                        seen.push(letter.id);
                        relayed.count_failed(&letter);
                    }
                }
            }
            Ok((Some(claimed), seen, relayed))
        })?;
        course.has_seen(seen, relay.own_settled);
        course.relayed = relayed;
        Ok(claimed)
    }
}

/// A letter as it is kept and as it would leave.
#[derive(Clone)]
struct Prepared {
    kept: Letter,
    letter: Letter,
    frozen: Composed,
}

/// What came of composing a letter.
#[derive(Clone)]
enum Composed {
    /// It leaves as these bytes.
    Bytes(Vec<u8>),
    /// It cannot be composed: what is wrong, and whether for good.
    Fault(Fault, bool),
    /// There is nothing that its reader may be told by it.
    Pointless,
}

/// That no letter may leave before a time; whether any expired meanwhile.
struct Rest {
    until: Timestamp,
    has_expired: bool,
}

/// What a relay finds.
enum Looked {
    /// Nothing to do.
    Idle,
    /// Letters to be claimed.
    Ready(Vec<Prepared>),
    /// Letters, none of which may leave now.
    Rests(Rest),
}

/// Looks what there is, and composes what was not composed before.
fn look(read: &dyn Read, course: &Course, relay: &Relay<'_>, now: Timestamp) -> Result<Looked, StoreError> {
    let mut candidates = candidates(read, course, relay.hurry, now)?;
    if candidates.is_empty() {
        return Ok(Looked::Idle);
    }
    let until = if relay.hurry == Hurry::All { now } else { rests_until(read, now)? };
    let rests = now < until;
    let own_alone = relay.hurry == Hurry::Own && !course.own.is_empty();
    if (rests && !own_alone) || desk::value(read, "mail.hold")? == "on" {
        return Ok(Looked::Rests(Rest { until, has_expired: fate::has_expired(read, now)? }));
    }
    candidates.retain(|letter| !rests || course.own.contains(&letter.id));
    let desk = letter_facts::desk_face(read)?;
    Ok(Looked::Ready(candidates.into_iter().map(|letter| prepare(read, relay, &desk, letter, now)).collect::<Result<_, _>>()?))
}

/// A letter with the bytes that it was composed into, if it was, or is now.
fn prepare(read: &dyn Read, relay: &Relay<'_>, desk: &DeskFace, kept: Letter, now: Timestamp) -> Result<Prepared, StoreError> {
    let mut letter = kept.clone();
    let frozen = match read.frozen(&letter.id)? {
        Some(frozen) => Composed::Bytes(frozen),
        None if !letter_facts::limit_to_reader(read, &mut letter, now)? => Composed::Pointless,
        None => {
            letter_facts::address_anew(read, &mut letter)?;
            let facts = letter_facts::facts(read, desk, &letter, now)?;
            match (relay.compose)(&facts) {
                Ok(frozen) => Composed::Bytes(frozen.to_bytes()),
                Err(error) => Composed::Fault(error.fault().clone(), matches!(error, MailError::Permanent(_))),
            }
        }
    };
    Ok(Prepared { kept, letter, frozen })
}

/// The letters that a relay may take: its own first, then those that are due.
fn candidates(read: &dyn Read, course: &Course, hurry: Hurry, now: Timestamp) -> Result<Vec<Letter>, StoreError> {
    let mut letters = read.leased_letters(&course.lease, BATCH)?;
    let mut known = course.seen.clone();
    letters.retain(|letter| known.insert(letter.id));
    if letters.len() < BATCH {
        let due = read.due_letters(now, BATCH)?;
        letters.extend(due.into_iter().filter(|letter| known.insert(letter.id)));
    }
    if hurry == Hurry::All && letters.len() < BATCH {
        let unsent = read.unsent_letters(MOST_FORCED)?;
        letters.extend(unsent.into_iter().filter(|letter| letter.state.is_free() && known.insert(letter.id)));
    }
    letters.truncate(BATCH);
    Ok(letters)
}
