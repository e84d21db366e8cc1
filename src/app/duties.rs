//! What time makes due, as a list of duties: `tick` does all of them until nothing is left, and every changing command a little of
//! some of them in passing.
//!
//! Whatever else is to happen when its time has come, is one more line of [`ALL`].

mod answers;

use super::absence;
use super::change::Change;
use super::{fate, purge, texts, unconfirmed, waiting};
use crate::domain::letter::FURTHEST_AHEAD;
use crate::domain::time::{Span, Timestamp};
use crate::domain::token::KEPT_AFTER_END;
use crate::store::{StoreError, Write};

/// For how long a command's id is remembered, to settle a commit in doubt.
const COMMAND_LIFETIME: Span = Span::days(1);
/// How old a staged file is that no entry took up: the command that staged it is long over.
const ORPHAN_AGE: Span = Span::days(1);
/// How much of one duty a changing command does in passing.
const IN_PASSING: usize = 16;
/// How much of one duty `tick` does in one transaction, while others wait for it.
const AT_ONCE: usize = 1_000;
/// For how many tickets it does so: a desk that was left alone for long has many, each of which would be in some letter.
const ANSWERS_IN_PASSING: usize = 64;
/// Whoever has many late tickets is told of them in one letter, so that they are done together as far as that goes.
const ANSWERS_AT_ONCE: usize = 5_000;

/// A ticket may have a long thread.
const PURGED_IN_PASSING: usize = 2;

/// One thing that happens when its time has come.
pub struct Duty {
    /// What machines call it.
    pub name: &'static str,
    /// Whether it only tidies up behind other commands: nobody is told of it, and it leaves no link of the audit.
    pub is_chore: bool,
    /// Whether it is told, but leaves no link of the audit: one that told of nothing but links that were emptied would be emptied in
    /// its turn, and each day of a desk at rest would leave another.
    pub leaves_no_link: bool,
    /// Whether what it takes away cannot be had back: not behind a command that sets for how long it is kept, which may be mended.
    is_final: bool,
    /// How much of it a changing command does in passing; 0 where only `tick` does it.
    in_passing: usize,
    /// How much of it `tick` does in one transaction.
    at_once: usize,
    /// Does at most so much of it, and says how much it did: 0 only where nothing is left.
    run: fn(&mut Change<'_>, usize) -> Result<usize, StoreError>,
}

/// A duty of which a changing command does a little.
const fn duty(name: &'static str, run: fn(&mut Change<'_>, usize) -> Result<usize, StoreError>) -> Duty {
    Duty { name, is_chore: false, leaves_no_link: false, is_final: false, in_passing: IN_PASSING, at_once: AT_ONCE, run }
}

/// Every duty, in the order in which they are done: what lies ahead again is told of only when its time has come, and what was warned of
/// too late is overdue alone.
pub const ALL: [Duty; 15] = [
    // Whoever changes a calendar sees to it at once: what is left is done where somebody looks after the desk.
    Duty { in_passing: 0, ..duty("postponed", waiting::forget_all_ahead) },
    Duty { in_passing: ANSWERS_IN_PASSING, at_once: ANSWERS_AT_ONCE, ..duty("overdue", answers::tell_overdue) },
    Duty { in_passing: ANSWERS_IN_PASSING, at_once: ANSWERS_AT_ONCE, ..duty("warned", answers::warn) },
    duty("put_forward", put_forward),
    duty("absences", absence::end_absences),
    duty("codes", remove_codes),
    duty("sessions", |change, limit| remove(change, |tx, now| tx.remove_ended_sessions(now, limit))),
    duty("tokens", |change, limit| remove(change, |tx, now| tx.remove_ended_tokens(now.minus(KEPT_AFTER_END), limit))),
    duty("orphans", |change, limit| remove(change, |tx, now| tx.remove_orphans(now.minus(ORPHAN_AGE), limit))),
    duty("keys", |change, limit| remove(change, |tx, now| tx.forget_keys(now, limit))),
    Duty { is_final: true, in_passing: PURGED_IN_PASSING, at_once: purge::STEP, ..duty("purged", purge::purge_due) },
    Duty { is_final: true, leaves_no_link: true, ..duty("erased", purge::erase_due) },
    Duty { is_final: true, ..duty("unconfirmed", unconfirmed::remove_due) },
    Duty {
        is_chore: true,
        ..duty("commands", |change, limit| remove(change, |tx, now| tx.forget_commands(now.minus(COMMAND_LIFETIME), limit)))
    },
    Duty { is_chore: true, in_passing: 0, at_once: texts::AT_ONCE, ..duty("texts", take_texts_in) },
];

/// Does a little of what time makes due, besides a command's own work; nothing that is final where `spares` says so.
///
/// # Errors
/// Those of the store.
pub(super) fn in_passing(change: &mut Change<'_>, spares: bool) -> Result<(), StoreError> {
    let does = |duty: &&Duty| duty.in_passing > 0 && !(spares && duty.is_final);
    ALL.iter().filter(does).try_for_each(|duty| (duty.run)(change, duty.in_passing).map(drop))
}

/// Does as much of everything as belongs into one transaction, and says how much of each.
///
/// # Errors
/// Those of the store.
pub(super) fn once(change: &mut Change<'_>) -> Result<[usize; ALL.len()], StoreError> {
    let mut done = [0; ALL.len()];
    for (duty, done) in ALL.iter().zip(&mut done) {
        *done = (duty.run)(change, duty.at_once)?;
    }
    Ok(done)
}

fn remove(
    change: &mut Change<'_>,
    ended: impl FnOnce(&mut dyn Write, Timestamp) -> Result<usize, StoreError>,
) -> Result<usize, StoreError> {
    let now = change.now;
    ended(change.write(), now)
}

/// Codes that nobody used in time; what holds one is cancelled, so that it does not lie there for as long as the mail is held.
fn remove_codes(change: &mut Change<'_>, limit: usize) -> Result<usize, StoreError> {
    remove(change, |tx, now| {
        let removed = tx.remove_expired_codes(now, limit)?;
        if removed > 0 {
            fate::cancel_all_expired(tx, now)?;
        }
        Ok(removed)
    })
}

/// Letters that wait for a time to which nothing puts a letter off: a clock was ahead. A relay leaves them alone, for its own may be
/// behind those of others.
fn put_forward(change: &mut Change<'_>, limit: usize) -> Result<usize, StoreError> {
    let now = change.now;
    let letters = change.read().letters_ahead(now.plus(FURTHEST_AHEAD), limit)?;
    for mut letter in letters.iter().cloned() {
        letter.put_forward(now);
        change.write().put_letter(&letter)?;
    }
    Ok(letters.len())
}

/// Takes texts into the index.
fn take_texts_in(change: &mut Change<'_>, places: usize) -> Result<usize, StoreError> {
    let waiting = change.read().search_waiting()?;
    if waiting <= texts::WORTH_MERGING {
        return Ok(0);
    }
    change.write().merge_search(places)?;
    let taken = waiting.saturating_sub(change.read().search_waiting()?);
    Ok(usize::try_from(taken).unwrap_or(usize::MAX))
}
