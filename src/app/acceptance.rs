//! Accepting the house rules and the privacy text: which wording is in force, and who has accepted it.
//!
//! Clients accept before they write, and again when the texts change. Each language has its own wording with its own version, and
//! one of them is enough: nobody is asked again because they read another language now. What a desk has written in one language alone
//! is read and accepted in both ([`own_text`]). What a desk has not written itself is in the
//! program's words, which this room does not know: they come in, with their version, so that nothing is hashed where nobody has
//! written anything.
//!
//! The program's house rules tell what the desk is set to: the hours of an answer, the messages in a row ([`clauses`]). Such a setting
//! changes what is read, but not the wording that is accepted: a desk that promises a quicker answer, or blocks what it flagged, does
//! not keep every client and every script of theirs from writing until they have said yes again. What a client had before them is
//! told all the same, by the version, the time, and the settings of that time in the audit. A desk that wants to be asked about its
//! figures writes its own text.

use sha2::{Digest, Sha256};

use super::change::{Call, Change, Consent, Outcome, Receipt};
use super::gate::Actor;
use super::{App, Error, desk, house_rules, terms, turn};
use crate::domain::account::{Acceptance, Account};
use crate::domain::clauses::Clauses;
use crate::domain::language::Language;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::Side;
use crate::store::{Read, Store, StoreError};

/// The house rules and the privacy text of a desk that has written none.
#[derive(Clone, Copy, Debug)]
pub struct Defaults {
    /// The wording in a language: the rules, by the usual clauses, and the privacy text.
    pub texts: fn(Language) -> [String; 2],
    /// Their version, known beforehand.
    pub version: fn(Language) -> &'static str,
}

/// What somebody who is logged in has accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The last acceptance.
    pub last: Option<Acceptance>,
    /// Whether it is for a wording that is in force.
    pub is_current: bool,
}

/// What tells one wording of the texts from another.
pub fn version(rules: &str, privacy: &str) -> String {
    let hash =
        Sha256::new().chain_update((rules.len() as u64).to_be_bytes()).chain_update(rules).chain_update(privacy).finalize();
    data_encoding::HEXLOWER.encode(&hash[..8])
}

/// What the program's own house rules say of this desk.
///
/// # Errors
/// Those of the store.
pub fn clauses(read: &dyn Read) -> Result<Clauses, StoreError> {
    Ok(Clauses {
        promise: terms::promise(read)?,
        most_in_a_row: turn::most_in_a_row(read)?,
        has_phone: desk::optional(read, "desk.phone")?.is_some(),
        treatments: house_rules::treatments(read)?,
    })
}

/// A text that a desk may write itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnText {
    /// The house rules.
    Rules,
    /// The privacy text.
    Privacy,
}

/// A text that the desk has written, in a language or, where it has written it in the other alone, in that: what it asks of people
/// is not to be got round by reading the program's words in another language.
///
/// # Errors
/// Those of the store.
pub fn own_text(read: &dyn Read, text: OwnText, language: Language) -> Result<Option<String>, StoreError> {
    let in_language = |language: Language| {
        let key = match text {
            OwnText::Rules => format!("rules.text.{}", language.code()),
            OwnText::Privacy => format!("privacy.text.{}", language.code()),
        };
        desk::optional(read, &key)
    };
    in_language(language)?.map_or_else(|| in_language(other(language)), |text| Ok(Some(text)))
}

fn other(language: Language) -> Language {
    if language == Language::Spanish { Language::English } else { Language::Spanish }
}

/// The version in force in a language; none where there are no texts at all.
pub(super) fn version_in(read: &dyn Read, language: Language, defaults: Option<Defaults>) -> Result<Option<String>, StoreError> {
    let (rules, privacy) = (own_text(read, OwnText::Rules, language)?, own_text(read, OwnText::Privacy, language)?);
    Ok(match (rules, privacy, defaults) {
        (None, None, None) => None,
        (None, None, Some(defaults)) => Some((defaults.version)(language).to_owned()),
        (rules, privacy, defaults) => {
            let [usual_rules, usual_privacy] = defaults.map(|defaults| (defaults.texts)(language)).unwrap_or_default();
            Some(version(&rules.unwrap_or(usual_rules), &privacy.unwrap_or(usual_privacy)))
        }
    })
}

/// Whether a version is in force in any language.
fn is_in_force(read: &dyn Read, version: Option<&str>, first: Language, defaults: Option<Defaults>) -> Result<bool, StoreError> {
    for language in [first, other(first)] {
        match version_in(read, language, defaults)? {
            Some(current) if version != Some(current.as_str()) => {}
            _ => return Ok(true),
        }
    }
    Ok(false)
}

fn is_current(read: &dyn Read, account: &Account, defaults: Option<Defaults>) -> Result<bool, StoreError> {
    let version = account.acceptance.as_ref().map(|accepted| accepted.version.as_str());
    is_in_force(read, version, account.language, defaults)
}

/// Keeps that a person accepts a version.
fn keep(change: &mut Change<'_>, actor: &Actor, version: String) -> Result<Account, StoreError> {
    let acceptance = Acceptance { version, at: change.now };
    let handle = actor.account.handle.as_str();
    change.note(serde_json::json!({ "account": handle, "accepted": acceptance.version.as_str() }));
    let account = Account { acceptance: Some(acceptance), ..actor.account.clone() };
    change.write().put_account(&account)?;
    Ok(account)
}

impl<S: Store> App<'_, S> {
    /// Sees that a client who is about to write has accepted the rules in force, or does with this very command.
    ///
    /// # Errors
    /// `RulesChanged`; `NotAllowed` for staff who would accept them: nobody accepts for another; those of the store.
    pub(super) fn demand_acceptance(&self, change: &mut Change<'_>, actor: &Actor, call: &Call) -> Result<(), Error> {
        if actor.side() == Side::Staff {
            return if call.consent == Consent::Unsaid { Ok(()) } else { Err(Refusal::NotAllowed.into()) };
        }
        if is_current(change.read(), &actor.account, self.defaults)? {
            return Ok(());
        }
        let accepted = match &call.consent {
            Consent::Unsaid => return Err(Refusal::RulesChanged.into()),
            Consent::InForce => version_in(change.read(), self.language, self.defaults)?,
            // Nobody accepts what they have not seen, as where the texts were changed while they wrote.
            Consent::Shown(version) => {
                if !is_in_force(change.read(), Some(version), self.language, self.defaults)? {
                    return Err(Refusal::RulesChanged.into());
                }
                Some(version.clone())
            }
        };
        if let Some(version) = accepted {
            keep(change, actor, version)?;
        }
        Ok(())
    }

    /// The same before anything is written or staged; for what clients do not do it is nothing.
    pub(super) fn demand_accepted(&self, read: &dyn Read, actor: &Actor, action: Action) -> Result<(), Error> {
        let writes = matches!(action, Action::Open | Action::Reply | Action::Reopen | Action::Remind);
        if writes && actor.side() == Side::Client && !is_current(read, &actor.account, self.defaults)? {
            return Err(Refusal::RulesChanged.into());
        }
        Ok(())
    }

    /// What the client who is logged in has accepted; none for staff and for nobody in particular.
    ///
    /// # Errors
    /// Those of the store.
    pub fn accepted(&self) -> Result<Option<Accepted>, Error> {
        self.store.read(|read| {
            let actor = match self.actor(read) {
                Ok(actor) => actor,
                Err(Error::Refused(_)) => return Ok(None),
                Err(error) => return Err(error),
            };
            if actor.side() == Side::Staff {
                return Ok(None);
            }
            let is_current = is_current(read, &actor.account, self.defaults)?;
            Ok(Some(Accepted { last: actor.account.acceptance, is_current }))
        })
    }

    /// Whether whoever is logged in is to be asked whether they accept the rules: a client who may write, and has not.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn must_accept(&self) -> Result<bool, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            Ok(actor.side() == Side::Client && !actor.account.is_suspended() && !is_current(read, &actor.account, self.defaults)?)
        })
    }

    /// Accepts the rules, in the wording that was shown. `false`: they were accepted before.
    ///
    /// # Errors
    /// `RulesChanged` where that wording is in force no longer; `NotAllowed` for staff, `Suspended`; those of the store.
    pub fn accept_rules(&self, call: &Call, shown: &str, receipt: Receipt<'_, bool>) -> Result<Outcome<bool>, Error> {
        self.change("rules", call, receipt, |change, actor| {
            if actor.side() == Side::Staff {
                return Err(Refusal::NotAllowed.into());
            }
            actor.demand(Action::Open)?;
            if !is_in_force(change.read(), Some(shown), self.language, self.defaults)? {
                return Err(Refusal::RulesChanged.into());
            }
            if is_current(change.read(), &actor.account, self.defaults)? {
                return Ok(false);
            }
            keep(change, actor, shown.to_owned())?;
            Ok(true)
        })
    }
}
