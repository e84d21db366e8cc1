//! Topics and people.

use serde::{Deserialize, Serialize};

use super::{Time, checked, is_reason};
use crate::domain::account::{Absence, Acceptance, Account, AccountId, EmailAddress, Handle, PersonName, Role, Standing};
use crate::domain::language::Language;
use crate::domain::text;
use crate::domain::topic::{Topic, TopicId, parse_name};

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicLine {
    id: u32,
    parent: Option<u32>,
    name_es: String,
    name_en: Option<String>,
    retired: bool,
    /// `null` for those of the topic above.
    agents: Option<Vec<u32>>,
    auto_assign: Option<bool>,
}

impl From<&Topic> for TopicLine {
    fn from(topic: &Topic) -> Self {
        Self {
            id: topic.id.0,
            parent: topic.parent.map(|parent| parent.0),
            name_es: topic.name_es.clone(),
            name_en: topic.name_en.clone(),
            retired: topic.retired,
            agents: topic.agents.as_ref().map(|agents| agents.iter().map(|agent| agent.0).collect()),
            auto_assign: topic.auto_assign,
        }
    }
}

impl TopicLine {
    /// The topic; `None` if it cannot be one.
    pub fn topic(self) -> Option<Topic> {
        let is_name = |name: &String| parse_name(name).as_ref() == Some(name);
        let fits = self.id > 0 && is_name(&self.name_es) && self.name_en.as_ref().is_none_or(is_name);
        fits.then(|| Topic {
            id: TopicId(self.id),
            parent: self.parent.map(TopicId),
            name_es: self.name_es,
            name_en: self.name_en,
            retired: self.retired,
            agents: self.agents.map(|agents| agents.into_iter().map(AccountId).collect()),
            auto_assign: self.auto_assign,
        })
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountLine {
    id: u32,
    handle: String,
    name: String,
    email: String,
    role: String,
    lang: String,
    status: String,
    suspended: Option<SuspendedPart>,
    password_hash: Option<String>,
    phone: Option<String>,
    agent: Option<u32>,
    absence: Option<AbsencePart>,
    acceptance: Option<AcceptancePart>,
    created_at: Time,
    /// Of those that were not confirmed; an older dump has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unconfirmed: Option<UnconfirmedPart>,
}

/// From when it counts how long an account has not been confirmed; `null` where that does not matter.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct UnconfirmedPart {
    since: Option<Time>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SuspendedPart {
    reason: String,
    at: Time,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AbsencePart {
    until: Time,
    substitute: Option<u32>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AcceptancePart {
    version: String,
    at: Time,
}

impl From<&Account> for AccountLine {
    fn from(account: &Account) -> Self {
        let suspended = match &account.standing {
            Standing::Suspended { reason, at } => Some(SuspendedPart { reason: reason.clone(), at: Time(*at) }),
            _ => None,
        };
        let is_unconfirmed = account.standing == Standing::Invited || account.unconfirmed_since.is_some();
        let absence = |absence: &Absence| AbsencePart {
            until: Time(absence.until),
            substitute: absence.substitute.map(|substitute| substitute.0),
        };
        let acceptance = |accepted: &Acceptance| AcceptancePart { version: accepted.version.clone(), at: Time(accepted.at) };
        Self {
            id: account.id.0,
            handle: account.handle.as_str().to_owned(),
            name: account.name.as_str().to_owned(),
            email: account.email.as_str().to_owned(),
            role: account.role.id().to_owned(),
            lang: account.language.code().to_owned(),
            status: account.standing.id().to_owned(),
            suspended,
            password_hash: account.password_hash.clone(),
            phone: account.phone.clone(),
            agent: account.agent.map(|agent| agent.0),
            absence: account.absence.as_ref().map(absence),
            acceptance: account.acceptance.as_ref().map(acceptance),
            created_at: Time(account.created_at),
            unconfirmed: is_unconfirmed.then(|| UnconfirmedPart { since: account.unconfirmed_since.map(Time) }),
        }
    }
}

impl AccountLine {
    /// The account; `None` if it cannot be one.
    pub fn account(self) -> Option<Account> {
        let standing = match (self.status.as_str(), self.suspended) {
            ("invited", None) => Standing::Invited,
            ("active", None) => Standing::Active,
            ("suspended", Some(part)) if is_reason(&part.reason) => Standing::Suspended { reason: part.reason, at: part.at.0 },
            _ => return None,
        };
        let role = Role::from_id(&self.role)?;
        let unconfirmed_since = match self.unconfirmed {
            Some(part) => part.since.map(|since| since.0),
            None => (role == Role::Client && standing == Standing::Invited).then_some(self.created_at.0),
        };
        let absence = |part: AbsencePart| Absence { until: part.until.0, substitute: part.substitute.map(AccountId) };
        let acceptance = |part: AcceptancePart| Acceptance { version: part.version, at: part.at.0 };
        Some(Account {
            id: Some(AccountId(self.id)).filter(|id| id.0 > 0)?,
            handle: Handle::parse(&self.handle).filter(|handle| handle.as_str() == self.handle)?,
            name: PersonName::parse(&self.name)?,
            email: EmailAddress::parse(&self.email)?,
            role,
            language: Language::from_code(&self.lang)?,
            standing,
            password_hash: self.password_hash,
            phone: checked(self.phone, |phone| text::phone(phone).as_ref() == Some(phone))?,
            agent: self.agent.map(AccountId),
            absence: self.absence.map(absence),
            acceptance: self.acceptance.map(acceptance),
            created_at: self.created_at.0,
            unconfirmed_since,
        })
    }
}
