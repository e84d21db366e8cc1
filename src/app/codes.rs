//! One-time codes: made, sent, tried, used up.
//!
//! Known and unknown addresses cost the same and are answered the same.

use super::change::{Call, Change, Done, Outcome};
use super::directory::Addressee;
use super::outbox::PlannedLetter;
use super::{App, Error, unconfirmed};
use crate::auth;
use crate::domain::account::{Account, EmailAddress, PersonName};
use crate::domain::code::{self, Code, CodeKind, CodePurpose, MOST_AN_HOUR, MOST_TRIES};
use crate::domain::language::Language;
use crate::domain::letter::Matter;
use crate::domain::notice::Notice;
use crate::domain::refusal::Refusal;
use crate::domain::session::Throttle;
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Span;
use crate::store::{Printed, Read, Store, StoreError};

/// The kinds of code that set a password.
pub const PASSWORD_KINDS: [CodeKind; 2] = [CodeKind::Reset, CodeKind::Invite];

/// Whether an address may be sent another letter with a code, or instead of one; counts it if so.
///
/// Three an hour per address, also for addresses that nobody has, so that nothing can be told from it.
///
/// # Errors
/// Those of the store.
pub fn may_send(change: &mut Change<'_>, address: &EmailAddress) -> Result<bool, StoreError> {
    let secret = change.read().secret()?;
    let bucket = auth::throttle_bucket(&secret, &address.key(), "codes");
    let counted = change.read().throttle(bucket)?;
    let begun = counted.seen_at(change.now);
    let hour_is_over = change.now >= begun.counted_at.plus(Span::hours(1));
    let mut hour = if hour_is_over { Throttle { failures: 0, counted_at: change.now } } else { begun };
    let may_send = (hour.failures as usize) < MOST_AN_HOUR;
    if may_send {
        hour.failures += 1;
    }
    if hour != counted {
        change.write().put_throttle(bucket, &hour)?;
    }
    Ok(may_send)
}

/// Makes a code for an address and queues the letter that brings it.
///
/// # Errors
/// Those of the store.
pub fn send(
    change: &mut Change<'_>,
    addressee: Addressee,
    purpose: CodePurpose,
    begun_by_staff: bool,
    ticket: Option<TicketSeq>,
) -> Result<(), StoreError> {
    let characters = code::from_random(auth::first_bytes(change.draw()));
    let kind = purpose.kind();
    let hash = hash(change, &addressee.to, &characters)?;
    let id = change.read().next_code()?;
    let address = addressee.to.clone();
    let owner = purpose.account().map_or(Ok(None), |account| change.read().account(account))?;
    let mut lifetime = kind.lifetime(begun_by_staff);
    if kind == CodeKind::Register || owner.as_ref().is_some_and(|owner| owner.waits_for_confirmation_since().is_some()) {
        lifetime = lifetime.min(unconfirmed::kept_for(change.read())?.unwrap_or(lifetime));
    }
    if let (CodeKind::Invite, Some(owner)) = (kind, &owner) {
        unconfirmed::wait_anew(change, owner)?;
    }
    let (created_at, expires_at) = (change.now, change.now.plus(lifetime));
    change.write().put_code(&Code { id, address, purpose, hash, tries_left: MOST_TRIES, created_at, expires_at })?;
    let notice = if kind == CodeKind::Invite { Notice::Invited } else { Notice::Code };
    let matter = Matter::Code { kind, code: Some(characters), ticket, by_staff: begun_by_staff };
    // A new address is nobody's yet, so that the outbox cannot tell whose it would be.
    if owner.is_none_or(|owner| owner.can_be_told()) {
        change.outbox.direct(notice, matter, addressee, Some(expires_at));
    }
    Ok(())
}

/// What came of a code that somebody typed.
pub enum Tried {
    /// It is right; it is used up now.
    Right(Box<Code>),
    /// It is wrong; the tries are counted.
    Wrong,
}

/// Tries what somebody typed against every live code of these kinds that was sent to the address.
///
/// A wrong one counts against each of them, so that many codes are not many chances.
///
/// # Errors
/// Those of the store.
pub fn take(change: &mut Change<'_>, address: &EmailAddress, kinds: &[CodeKind], typed: &str) -> Result<Tried, Error> {
    take_for(change, address, kinds, typed, |_| true)
}

/// The same for codes that are each for one thing: a right one that is not for what it was typed for is a wrong one.
///
/// # Errors
/// Those of the store.
pub fn take_for(
    change: &mut Change<'_>,
    address: &EmailAddress,
    kinds: &[CodeKind],
    typed: &str,
    is_for: impl Fn(&CodePurpose) -> bool,
) -> Result<Tried, Error> {
    let live = live(change, address, kinds)?;
    let normalized = code::normalize(typed).unwrap_or_default();
    let typed_hash = hash(change, address, &normalized)?;
    let mut right = None;
    for code in &live {
        if auth::same(&code.hash, &typed_hash) && is_for(&code.purpose) {
            right = Some(code.clone());
        }
    }
    if let Some(code) = right {
        change.write().remove_code(&code)?;
        return Ok(Tried::Right(Box::new(code)));
    }
    count_wrong(change, live)?;
    Ok(Tried::Wrong)
}

/// The refusal of a wrong code, in a change that is kept because the try was counted.
pub fn wrong(change: &mut Change<'_>) -> Refusal {
    change.is_refusal = true;
    Refusal::WrongCode
}

/// Makes void what was sent to an account's address to set a password with: the password is set anew, or the address is
/// no longer the account's and whoever reads there must not have it.
///
/// # Errors
/// Those of the store.
pub fn make_passwords_void(change: &mut Change<'_>, account: &Account) -> Result<(), StoreError> {
    for kind in PASSWORD_KINDS {
        for code in change.read().codes(&account.email, kind)? {
            change.write().remove_code(&code)?;
        }
    }
    Ok(())
}

/// The name that was given with the attempt at registering which a code confirms; `None` once it is used.
///
/// # Errors
/// Those of the store.
pub fn registrant(read: &dyn Read, address: &EmailAddress, characters: &str) -> Result<Option<PersonName>, StoreError> {
    let hash = auth::code_hash(&read.secret()?, &address.key(), characters);
    let code = read.codes(address, CodeKind::Register)?.into_iter().find(|code| auth::same(&code.hash, &hash));
    Ok(code.and_then(|code| match code.purpose {
        CodePurpose::Register { name, .. } => Some(name),
        _ => None,
    }))
}

fn count_wrong(change: &mut Change<'_>, live: Vec<Code>) -> Result<(), StoreError> {
    for code in live {
        let tries_left = code.tries_left.saturating_sub(1);
        change.write().put_code(&Code { tries_left, ..code })?;
    }
    Ok(())
}

fn live(change: &Change<'_>, address: &EmailAddress, kinds: &[CodeKind]) -> Result<Vec<Code>, StoreError> {
    let mut live = Vec::new();
    for &kind in kinds {
        live.extend(change.read().codes(address, kind)?.into_iter().filter(|code| code.is_live(change.now)));
    }
    Ok(live)
}

/// The end of a change whose answer must not tell whether anybody has an address: a rehearsal names the letter that whoever asks is
/// told of, not the one that would leave, if any.
pub fn unseen<T>(outcome: Outcome<T>, to: &EmailAddress, language: Language) -> Outcome<T> {
    match outcome {
        Outcome::Done(done) if done.dry_run => Outcome::Done(Done { mail: vec![PlannedLetter::with_code(to, language)], ..done }),
        outcome => outcome,
    }
}

impl<S: Store> App<'_, S> {
    /// The end of a change that a code was tried in. A wrong one that was tried in a rehearsal is counted here, or a rehearsal
    /// would be a way to guess without an end.
    pub(super) fn settle_code<T>(
        &self,
        outcome: Outcome<Result<T, Refusal>>,
        call: &Call,
        address: &EmailAddress,
        kinds: &[CodeKind],
    ) -> Result<Outcome<T>, Error> {
        let settled = outcome.settled();
        if settled.is_err() && call.dry_run {
            self.change_as_guest("wrong code", &Call::default(), &|_| Printed::default(), |change| {
                let live = live(change, address, kinds)?;
                Ok((count_wrong(change, live)?, None))
            })?;
        }
        Ok(settled?)
    }
}

fn hash(change: &Change<'_>, address: &EmailAddress, characters: &str) -> Result<[u8; 32], StoreError> {
    let secret = change.read().secret()?;
    Ok(auth::code_hash(&secret, &address.key(), characters))
}
