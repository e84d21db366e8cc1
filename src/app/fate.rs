//! Letters that do not leave now: put off, or cancelled because they became pointless, with all that they held.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::letter_facts;
use crate::domain::letter::{CommandId, Letter, LetterId, LetterState, Matter};
use crate::domain::notice::Notice;
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Timestamp;
use crate::domain::waiting::Told;
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
/// was suspended. `kept` is the letter as it lies in the outbox.
///
/// # Errors
/// Those of the store.
pub fn cancel_unseen(tx: &mut dyn Write, kept: &Letter, letter: &mut Letter, now: Timestamp) -> Result<bool, StoreError> {
    let is_composed = tx.frozen(&letter.id)?.is_some();
    let may_leave = letter_facts::may_be_told(tx.as_read(), letter)?
        && (is_composed || letter_facts::limit_to_reader(tx.as_read(), letter, now)?);
    if may_leave {
        return Ok(false);
    }
    cancel(tx, letter, now)?;
    take_back_told(tx, kept, &BTreeSet::new())?;
    Ok(true)
}

/// Takes back that people were told of answers which are due, where that was left out of the letter that was to tell it.
///
/// # Errors
/// Those of the store.
pub fn take_back_left_out(tx: &mut dyn Write, kept: &Letter, letter: &Letter) -> Result<(), StoreError> {
    if letter.matter == kept.matter { Ok(()) } else { take_back_told(tx, kept, &letter.tickets().into_iter().collect()) }
}

/// Takes back that people were told of answers which are due, of those tickets of a letter that it does not tell of any more, unless
/// somebody was told by another letter, or will be.
fn take_back_told(tx: &mut dyn Write, kept: &Letter, left: &BTreeSet<TicketSeq>) -> Result<(), StoreError> {
    if !matches!(kept.notice, Notice::Warning | Notice::Overdue) {
        return Ok(());
    }
    // Each of them once: a summary tells of many tickets.
    let mut known: BTreeMap<LetterId, Option<Letter>> = BTreeMap::new();
    for seq in kept.tickets().into_iter().filter(|seq| !left.contains(seq)) {
        let mut chain = BTreeSet::from([seq]);
        let mut next = Some(seq);
        while let Some(seq) = next {
            let Some(before) = tx.ticket(seq)? else { break };
            // What became a part of another waits there.
            next = before.merged_into.as_ref().map(|pair| pair.seq).filter(|seq| chain.insert(*seq));
            let is_whole = matches!(kept.matter, Matter::Summary { .. });
            let told = before.told().filter(|told| match kept.notice {
                Notice::Warning => *told == Told::Warned,
                _ => *told == Told::Overdue || (is_whole && *told == Told::Warned),
            });
            let Some(told) = told else { continue };
            if is_told_otherwise(tx.as_read(), kept, told, &chain, &mut known)? {
                continue;
            }
            let mut ticket = before.clone();
            ticket.take_back(told, kept.created_at);
            if ticket != before {
                tx.put_ticket(Some(&before), &ticket)?;
            }
        }
    }
    Ok(())
}

/// Whether another letter that was queued with this one or since has told so much of any of these tickets, or waits to do so.
fn is_told_otherwise(
    read: &dyn Read,
    letter: &Letter,
    told: Told,
    tickets: &BTreeSet<TicketSeq>,
    known: &mut BTreeMap<LetterId, Option<Letter>>,
) -> Result<bool, StoreError> {
    for seq in tickets {
        for id in read.letters_of_ticket(*seq)? {
            let other = match known.entry(id) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(read.letter(&id)?),
            };
            let tells = |notice: Notice| notice == Notice::Overdue || (notice == Notice::Warning && told == Told::Warned);
            if other.as_ref().is_some_and(|other| {
                other.id != letter.id
                    && tells(other.notice)
                    && other.state != LetterState::Cancelled
                    && other.created_at >= letter.created_at
            }) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn cancel(tx: &mut dyn Write, letter: &mut Letter, now: Timestamp) -> Result<(), StoreError> {
    letter.settle(LetterState::Cancelled, now);
    tx.put_letter(letter)?;
    tx.put_frozen(&letter.id, None)
}
