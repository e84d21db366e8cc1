//! Letters that do not leave now: put off, or cancelled because they became pointless, with all that they held.

use super::letter_facts;
use crate::domain::letter::{CommandId, Letter, LetterState};
use crate::domain::time::Timestamp;
use crate::store::{Read, StoreError, Write};

/// How many letters are looked through for those that expired.
const MOST_LETTERS: usize = 10_000;

/// Cancels whatever expired while no relay took it, so that a code does not lie there for as long as the mail is held.
///
/// # Errors
/// Those of the store.
pub fn cancel_all_expired(tx: &mut dyn Write, now: Timestamp) -> Result<(), StoreError> {
    for mut letter in tx.unsent_letters(MOST_LETTERS)? {
        // A relay that has one sees to it itself.
        if letter.state.is_free() || letter.is_due(now) {
            cancel_expired(tx, &mut letter, now)?;
        }
    }
    Ok(())
}

/// Whether there is any that [`cancel_all_expired`] would cancel.
///
/// # Errors
/// Those of the store.
pub fn has_expired(read: &dyn Read, now: Timestamp) -> Result<bool, StoreError> {
    let letters = read.unsent_letters(MOST_LETTERS)?;
    Ok(letters.iter().any(|letter| (letter.state.is_free() || letter.is_due(now)) && is_expired(letter, now)))
}

fn is_expired(letter: &Letter, now: Timestamp) -> bool {
    letter.expires_at.is_some_and(|expires_at| expires_at <= now)
}

/// Gives all letters of a lease back, to be tried from `until` on, but for those that are pointless by now; says how many.
///
/// # Errors
/// Those of the store.
pub fn put_off(tx: &mut dyn Write, lease: &CommandId, until: Timestamp, now: Timestamp) -> Result<usize, StoreError> {
    let mut count = 0;
    for mut letter in tx.leased_letters(lease, usize::MAX)? {
        if cancel_expired(tx, &mut letter, now)? {
            continue;
        }
        letter.state = if letter.attempts == 0 { LetterState::Pending } else { LetterState::Retry };
        letter.not_before = letter.not_before.max(until);
        tx.put_letter(&letter)?;
        count += 1;
    }
    Ok(count)
}

/// Cancels a letter that became pointless, and wipes what it held; says whether.
///
/// # Errors
/// Those of the store.
pub fn cancel_expired(tx: &mut dyn Write, letter: &mut Letter, now: Timestamp) -> Result<bool, StoreError> {
    let is_expired = is_expired(letter, now);
    if is_expired {
        cancel(tx, letter, now)?;
    }
    Ok(is_expired)
}

/// Cancels a letter that its reader may not be told any more: it waited, and meanwhile they lost their account or the ticket.
/// One that was composed before is as it is, since an attempt of it may have arrived, but not even such a one goes to staff that
/// was suspended.
///
/// # Errors
/// Those of the store.
pub fn cancel_unseen(tx: &mut dyn Write, letter: &mut Letter, now: Timestamp) -> Result<bool, StoreError> {
    let is_composed = tx.frozen(&letter.id)?.is_some();
    let may_leave = letter_facts::may_be_told(tx.as_read(), letter)?
        && (is_composed || letter_facts::limit_to_reader(tx.as_read(), letter, now)?);
    if may_leave {
        return Ok(false);
    }
    cancel(tx, letter, now)?;
    Ok(true)
}

fn cancel(tx: &mut dyn Write, letter: &mut Letter, now: Timestamp) -> Result<(), StoreError> {
    letter.settle(LetterState::Cancelled, now);
    tx.put_letter(letter)?;
    tx.put_frozen(&letter.id, None)
}
