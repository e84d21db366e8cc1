//! The unit of work: one transaction with its letters, its audit and its idempotency key.

mod call;
mod link;
mod outcome;
mod passing;

use std::collections::{BTreeMap, BTreeSet};

use self::link::{By, Link};
use super::directory::Addressee;
use super::gate::Actor;
use super::keys::{NOBODY, find_replay};
use super::outbox::Outbox;
use super::{App, Credentials, Error, relay};
use crate::auth;
use crate::domain::account::AccountId;
use crate::domain::audit::Via;
use crate::domain::letter::CommandId;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Timestamp;
use crate::store::{Read, Store, StoreError, Write};

pub use self::call::{Call, Consent};
pub use self::outcome::{Done, Errand, Outcome};
pub use crate::store::Printed;

/// How a verb's outcome is printed, for the key's record: pure, and the same bytes each time.
pub type Receipt<'r, T> = &'r dyn Fn(&Done<T>) -> Printed;

/// One change under way.
pub struct Change<'t> {
    /// The moment of the command.
    pub now: Timestamp,
    /// The command.
    pub command: CommandId,
    /// The letters to be queued.
    pub outbox: Outbox,
    /// Whether it is a refusal, committed only because something was counted: it leaves no key.
    pub is_refusal: bool,
    tx: &'t mut dyn Write,
    /// Whether anything is changed.
    writes: bool,
    /// Whether it is written down that a session or a token was used.
    touches: bool,
    seed: [u8; 32],
    draws: u64,
    audit: Vec<serde_json::Value>,
    /// Of which tickets who has a letter of it, by address.
    told: BTreeMap<String, BTreeSet<TicketSeq>>,
    through: Option<Via>,
    leaves_no_link: bool,
    /// Whether it does nothing but what time makes due.
    is_of_time: bool,
    /// Whether its command only reads.
    is_of_reading: bool,
}

enum Stop {
    Failed(Error),
    /// It went all the way but for the commit: a rehearsal, or there is nothing to be kept.
    Unkept,
    Replay(Printed),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl Change<'_> {
    /// 32 random bytes, new ones at each call; the same ones when the transaction is run again.
    pub fn draw(&mut self) -> [u8; 32] {
        self.draws += 1;
        auth::derive(&self.seed, "draw", self.draws)
    }

    /// Notes what was done, for the audit.
    pub fn note(&mut self, what: serde_json::Value) {
        self.audit.push(what);
    }

    /// Whether a letter of it tells somebody of a ticket already.
    pub(super) fn was_told(&self, addressee: &Addressee, ticket: TicketSeq) -> bool {
        !self.told.is_empty() && self.told.get(&addressee.to.key()).is_some_and(|tickets| tickets.contains(&ticket))
    }

    /// Says that a letter of it tells somebody of tickets.
    pub(super) fn tell(&mut self, addressee: &Addressee, tickets: &[TicketSeq]) {
        self.told.entry(addressee.to.key()).or_default().extend(tickets);
    }

    /// Says through what somebody got in who was nobody before; a code, if this is not said.
    pub fn through(&mut self, via: Via) {
        self.through = Some(via);
    }

    /// Says that it is no deed: whoever tries names that nobody has leaves no link of the audit for each, nor does a draft.
    pub fn leaves_no_link(&mut self) {
        self.leaves_no_link = true;
    }

    /// Says that its command only reads, and that what was read or used is only written down behind it: what time makes due is left
    /// to those that change something.
    pub fn is_of_reading(&mut self) {
        self.is_of_reading = true;
    }

    /// The transaction, to change something in it. What is so already is not written again: a command that writes nothing and tells
    /// nobody leaves no link of the audit, and its transaction is not even committed.
    pub fn write(&mut self) -> &mut dyn Write {
        self.writes = true;
        self.tx
    }

    /// The transaction as one reads it.
    pub fn read(&self) -> &dyn Read {
        self.tx.as_read()
    }

    fn append_link(&mut self, verb: &str, by: By) -> Result<(), StoreError> {
        let salt = auth::first_bytes(self.draw());
        let notes = std::mem::take(&mut self.audit);
        link::append(self.tx, Link { verb, by, notes, salt, at: self.now })
    }
}

impl<S: Store> App<'_, S> {
    /// Makes a change as the person who is logged in.
    ///
    /// # Errors
    /// Those of `f`, of the gate and of the store; `KeyReused`. A refusal leaves nothing, not even its key.
    pub fn change<T>(
        &self,
        verb: &str,
        call: &Call,
        receipt: Receipt<'_, T>,
        mut f: impl FnMut(&mut Change<'_>, &Actor) -> Result<T, Error>,
    ) -> Result<Outcome<T>, Error> {
        self.transact(verb, call, receipt, |change| {
            let actor = self.recognize(change.read())?;
            if actor.through.wants_touch(change.now) {
                actor.through.touch(change.tx, change.now)?;
                change.touches = true;
            }
            let replay = find_replay(change.read(), call, actor.account.id, change.now)?;
            let made = f(change, &actor);
            // Only the verb knows what it takes to be allowed; what it did meanwhile is not kept.
            let value = match (replay, made) {
                (Some(_), Err(error)) if is_about_rights(&error) => return Err(error),
                (Some(printed), _) => return Ok(Step::Replay(printed)),
                (None, made) => made?,
            };
            let id = actor.account.id;
            let token = actor.through.token().map(|token| (token.id, token.name.clone()));
            Ok(Step::Made { value, by: By { actor: Some(id), via: actor.through.via(), token, key: None }, key_of: id })
        })
    }

    /// Makes a change that needs nobody to be logged in: registering, codes, the owner's upkeep.
    ///
    /// Its key is nobody's, whoever `f` says it was: it is looked up before anybody can tell.
    ///
    /// # Errors
    /// Those of `f` and of the store; `KeyReused`.
    pub fn change_as_guest<T>(
        &self,
        verb: &str,
        call: &Call,
        receipt: Receipt<'_, T>,
        mut f: impl FnMut(&mut Change<'_>) -> Result<(T, Option<AccountId>), Error>,
    ) -> Result<Outcome<T>, Error> {
        let via = if self.credentials == Credentials::Owner { Via::Owner } else { Via::Code };
        self.transact(verb, call, receipt, |change| {
            if let Some(printed) = find_replay(change.read(), call, NOBODY, change.now)? {
                return Ok(Step::Replay(printed));
            }
            let (value, actor) = f(change)?;
            // What a guest does is always committed: how long it takes must not tell what there is.
            change.writes = true;
            let via = if actor.is_some() || via == Via::Owner { change.through.unwrap_or(via) } else { Via::Guest };
            Ok(Step::Made { value, by: By { actor, via, token: None, key: None }, key_of: NOBODY })
        })
    }

    /// Makes a change that nobody asked for: what time makes due. Where `f` says that it did nothing, nothing is kept.
    ///
    /// # Errors
    /// Those of `f` and of the store.
    pub fn change_of_time<T>(
        &self,
        call: &Call,
        mut f: impl FnMut(&mut Change<'_>) -> Result<(T, bool), Error>,
    ) -> Result<Outcome<T>, Error> {
        self.transact("tick", call, &|_| Printed::default(), |change| {
            change.is_of_time = true;
            let (value, writes) = f(change)?;
            change.writes = writes;
            Ok(Step::Made { value, by: By { actor: None, via: Via::Owner, token: None, key: None }, key_of: NOBODY })
        })
    }

    fn transact<T>(
        &self,
        verb: &str,
        call: &Call,
        receipt: Receipt<'_, T>,
        mut step: impl FnMut(&mut Change<'_>) -> Result<Step<T>, Error>,
    ) -> Result<Outcome<T>, Error> {
        let (command, seed) = self.begin();
        let mut unkept = None;
        let result = self.store.write(&command, |tx| -> Result<Done<T>, Stop> {
            let mut change = Change {
                tx,
                now: self.now,
                command,
                outbox: Outbox::default(),
                is_refusal: false,
                seed,
                writes: false,
                touches: false,
                draws: 0,
                audit: Vec::new(),
                told: BTreeMap::new(),
                through: None,
                leaves_no_link: false,
                is_of_time: false,
                is_of_reading: false,
            };
            let (value, by, key_of) = match step(&mut change)? {
                Step::Replay(printed) => return Err(Stop::Replay(printed)),
                Step::Made { value, by, key_of } => (value, by, key_of),
            };
            let outbox = std::mem::take(&mut change.outbox);
            let is_urgent = outbox.is_urgent;
            let mail = outbox.queue(&mut change, by.actor, call.lease)?;
            let errand = match (is_urgent, mail.is_empty()) {
                (true, _) => Errand::Urgent,
                (false, false) => Errand::Own,
                (false, true) => errand_of_others(change.read(), change.now)?,
            };
            let mut done = Done { value, mail, dry_run: call.dry_run, errand };
            let key = call.key.as_ref().filter(|_| !change.is_refusal);
            if call.dry_run || !(change.writes || change.touches || key.is_some()) {
                unkept = Some(done);
                return Err(Stop::Unkept);
            }
            if let Some(key) = key {
                key.remember(change.tx, key_of, receipt(&done), self.now)?;
            }
            if change.writes && !change.leaves_no_link {
                change.append_link(verb, By { key: key.map(|key| key.key.clone()), ..by })?;
            }
            if passing::do_in_passing(&mut change, verb)? && done.errand == Errand::None {
                done.errand = errand_of_others(change.read(), change.now)?;
            }
            Ok(done)
        });
        match (result, unkept) {
            (Ok(done), _) | (Err(Stop::Unkept), Some(done)) => Ok(Outcome::Done(done)),
            (Err(Stop::Replay(printed)), _) => Ok(Outcome::Replayed(printed)),
            (Err(Stop::Failed(error)), _) => Err(error),
            // The engine ran the transaction to its end without the closure's word: it cannot have committed.
            (Err(Stop::Unkept), None) => Err(StoreError::Conflict.into()),
        }
    }
}

enum Step<T> {
    Made { value: T, by: By, key_of: AccountId },
    Replay(Printed),
}

/// Whether somebody may not do at all what they ask for, whatever it is about.
fn is_about_rights(error: &Error) -> bool {
    matches!(error, Error::Refused(Refusal::NotAllowed | Refusal::OutsideScope { .. } | Refusal::NotWithToken))
}

/// Letters that became due while nobody came by are seen to in passing.
fn errand_of_others(read: &dyn Read, now: Timestamp) -> Result<Errand, StoreError> {
    let may_leave = !read.due_letters(now, 1)?.is_empty() && relay::may_send(read, now)?;
    Ok(if may_leave { Errand::Others } else { Errand::None })
}
