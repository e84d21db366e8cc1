//! Use cases: one verb, one file, one transaction.
//!
//! A use case knows the domain's rules and the traits of the store and the mail; it knows no engine, no language, no terminal.
//! What a verb needs comes in as a request; what it did goes out as a view. Every change goes through [`change::Change`],
//! every permission through [`gate`].

pub mod absence;
pub mod acceptance;
pub mod accounts;
pub mod assign;
pub mod attachment;
pub mod audit;
pub mod calendar;
pub mod change;
pub mod close;
pub mod codes;
pub mod complete;
pub mod config;
pub mod confirm;
pub mod desk;
pub mod directory;
pub mod draft;
pub mod dump;
mod duties;
pub mod edit;
pub mod fate;
pub mod gate;
pub mod handling;
pub mod house_rules;
pub mod import;
pub mod init;
pub mod keys;
mod last_message;
pub mod letter_facts;
pub mod list;
pub mod login;
pub mod mail;
pub mod many;
pub mod merge;
pub mod open;
pub mod outbox;
pub mod overdue;
pub mod password;
pub mod people;
pub mod period;
pub mod priority;
pub mod profile;
pub mod purge;
pub mod register;
pub mod relay;
pub mod release;
pub mod remind;
pub mod reopen;
pub mod reply;
pub mod retention;
pub mod role;
pub mod show;
pub mod stats;
pub mod status;
pub mod suspension;
pub mod task;
pub mod terms;
mod texts;
pub mod through;
pub mod tick;
pub mod token;
pub mod topic;
mod turn;
mod unconfirmed;
pub mod unflag;
pub mod upkeep;
pub mod user;
pub mod view;
pub mod viewer;
mod waiting;
pub mod workload;

use std::cell::{Cell, RefCell};

use self::many::Things;
use crate::auth::{self, AuthError};
use crate::domain::account::Standing;
use crate::domain::language::Language;
use crate::domain::letter::CommandId;
use crate::domain::refusal::Refusal;
use crate::domain::session::SessionHash;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenHash;
use crate::mail::MailError;
use crate::store::{Printed, Read, Store, StoreError};

/// Why a use case did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule or a state forbids it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Some of many things are refused; nothing was done to any.
    #[error("{} of the things are refused", refusals.len())]
    Several {
        /// What they are.
        of: Things,
        /// Which, and why.
        refusals: Vec<NumberRefusal>,
        /// Whether there are others, which `--keep-going` would do.
        leaves_others: bool,
    },
    /// Some lines of a file are refused; nothing was done with any.
    #[error("{} of the lines are refused", .0.len())]
    Lines(Vec<LineRefusal>),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The mail failed where somebody waits for it.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// No randomness could be had, or no memory to hash a password.
    #[error(transparent)]
    Auth(#[from] AuthError),
}

/// One refused ticket, or task, of many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberRefusal {
    /// The number, as it was given.
    pub number: String,
    /// Why.
    pub refusal: Refusal,
}

/// One refused line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRefusal {
    /// The line, counted from 1.
    pub line: u64,
    /// Why.
    pub refusal: Refusal,
}

/// Who asks, as the outside shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credentials {
    /// Nobody in particular.
    Guest,
    /// Whoever has this session.
    Session(SessionHash),
    /// Whoever shows the token of this hash.
    Token(TokenHash),
    /// Whoever owns the desk's files.
    Owner,
}

/// The desk's use cases, at one moment, for one command.
pub struct App<'s, S: Store> {
    pub(crate) store: &'s S,
    pub(crate) now: Timestamp,
    pub(crate) seed: [u8; 32],
    pub(crate) credentials: Credentials,
    pub(crate) language: Language,
    defaults: Option<acceptance::Defaults>,
    use_is_unwritten: Cell<bool>,
    language_of_actor: Cell<Option<Language>>,
    suspension_of_actor: RefCell<Option<String>>,
    /// Transactions that were begun: each has an id and random numbers of its own.
    begun: Cell<u64>,
}

impl<'s, S: Store> App<'s, S> {
    /// The use cases for one command. All randomness of the command comes from `seed`; topics are named in `language`.
    pub fn new(store: &'s S, now: Timestamp, seed: [u8; 32], credentials: Credentials, language: Language) -> Self {
        let (use_is_unwritten, language_of_actor) = (Cell::new(false), Cell::new(None));
        let suspension_of_actor = RefCell::new(None);
        let (defaults, begun) = (None, Cell::new(0));
        Self {
            store,
            now,
            seed,
            credentials,
            language,
            defaults,
            use_is_unwritten,
            language_of_actor,
            suspension_of_actor,
            begun,
        }
    }

    /// The same on a desk that has house rules also where it has written none.
    pub fn with_defaults(self, defaults: acceptance::Defaults) -> Self {
        Self { defaults: Some(defaults), ..self }
    }

    /// The moment at which the command happens.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The person behind the credentials, in a transaction that only reads.
    pub(crate) fn actor(&self, read: &dyn Read) -> Result<gate::Actor, Error> {
        let actor = self.recognize(read)?;
        if actor.through.wants_touch(self.now) {
            self.use_is_unwritten.set(true);
        }
        Ok(actor)
    }

    /// The person behind the credentials, in any transaction.
    pub(crate) fn recognize(&self, read: &dyn Read) -> Result<gate::Actor, Error> {
        let actor = gate::actor(read, self.credentials, self.now)?;
        self.heard(actor.account.language);
        if let Standing::Suspended { reason, .. } = &actor.account.standing {
            *self.suspension_of_actor.borrow_mut() = Some(reason.clone());
        }
        Ok(actor)
    }

    /// Remembers which language the person behind the credentials has.
    pub(crate) fn heard(&self, language: Language) {
        self.language_of_actor.set(Some(language));
    }

    /// The language of the person behind the credentials, if a use case has met them: what others keep a copy of.
    pub fn language_of_actor(&self) -> Option<Language> {
        self.language_of_actor.get()
    }

    /// Why the person behind the credentials is suspended, if they are and a use case has met them: they only look.
    pub fn suspension_of_actor(&self) -> Option<String> {
        self.suspension_of_actor.borrow().clone()
    }

    /// Whether only reading has used the session or the token, and for so long that its use should be written down.
    pub fn has_unwritten_use(&self) -> bool {
        self.use_is_unwritten.get()
    }

    /// Writes down that the session or the token was used: whoever only reads is not idle. Any other change does it by itself.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn write_use_down(&self) -> Result<(), Error> {
        self.change("use", &change::Call::default(), &|_| Printed::default(), |change, _| {
            change.is_of_reading();
            Ok(())
        })?;
        Ok(())
    }

    /// What tells the transaction that this command began last from all others; before any, its first.
    pub fn command(&self) -> CommandId {
        CommandId(auth::derive_bytes(&self.seed, "command", self.begun.get().saturating_sub(1)))
    }

    /// Begins one more transaction: what tells it from all others, and the seed of what is random in it.
    fn begin(&self) -> (CommandId, [u8; 32]) {
        let place = self.begun.get();
        self.begun.set(place + 1);
        (self.command(), if place == 0 { self.seed } else { auth::derive(&self.seed, "transaction", place) })
    }
}
