//! `init`: makes a desk with its first administrator, who is logged in.

use super::accounts::{self, Entrance, LoggedIn};
use super::change::{Call, Outcome, Receipt};
use super::{App, Error};
use crate::auth::Secret;
use crate::domain::account::{Account, AccountId, EmailAddress, PersonName, Role, Standing};
use crate::domain::audit::Via;
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::domain::settings;
use crate::domain::topic::{Topic, TopicId};
use crate::store::Store;

/// What a new desk is to be.
#[derive(Debug)]
pub struct Init {
    /// Its name.
    pub name: String,
    /// Its language.
    pub language: Language,
    /// Its time zone.
    pub zone: Option<String>,
    /// The address that its letters come from.
    pub mail_from: Option<String>,
    /// The administrator's name.
    pub admin_name: PersonName,
    /// The administrator's address.
    pub admin_email: EmailAddress,
    /// The administrator's password.
    pub password: Secret,
}

impl Init {
    /// The settings that the desk begins with, checked.
    ///
    /// # Errors
    /// `BadValue`, which names the option.
    pub fn settings(&self) -> Result<Vec<(&'static str, String)>, Refusal> {
        let mut wanted = vec![("desk.name", self.name.clone()), ("desk.lang", self.language.code().to_owned())];
        wanted.extend(self.zone.clone().map(|zone| ("calendar.timezone", zone)));
        wanted.extend(self.mail_from.clone().map(|from| ("mail.from", from)));
        let option = |key: &str| match key {
            "calendar.timezone" => "--timezone",
            "mail.from" => "--mail-from",
            "desk.lang" => "--lang",
            _ => "--name",
        };
        let checked = |(key, value): (&'static str, String)| match settings::check(key, &value) {
            Ok(kept) => Ok((key, kept)),
            Err(Refusal::BadSetting { value, .. }) => Err(Refusal::BadValue { option: option(key).to_owned(), value }),
            Err(refusal) => Err(refusal),
        };
        wanted.into_iter().map(checked).collect()
    }
}

/// Checks the request and hashes the password, before anything is made.
///
/// # Errors
/// `BadValue`, `BadPassword`.
pub fn prepare(request: &Init, seed: [u8; 32]) -> Result<String, Error> {
    request.settings()?;
    accounts::hash_new_password(&seed, &request.password, &[request.admin_email.as_str(), request.admin_name.as_str()])
}

impl<S: Store> App<'_, S> {
    /// Fills an empty store, and logs its first administrator in.
    ///
    /// # Errors
    /// `DeskExists` for one that is not empty; those of the store.
    pub fn init(
        &self,
        call: &Call,
        request: &Init,
        password_hash: &str,
        receipt: Receipt<'_, LoggedIn>,
    ) -> Result<Outcome<LoggedIn>, Error> {
        self.change_as_guest("init", call, receipt, |change| {
            if change.read().next_account()? != AccountId(1) {
                return Err(Refusal::DeskExists.into());
            }
            change.through(Via::Owner);
            let secret = change.draw();
            change.write().set_secret(&secret)?;
            for (key, value) in request.settings()? {
                change.write().put_setting(key, Some(&value))?;
            }
            let topic = Topic {
                id: TopicId(1),
                parent: None,
                name_es: "Reportar consulta".to_owned(),
                name_en: Some("Report a query".to_owned()),
                retired: false,
                agents: None,
                auto_assign: None,
            };
            change.write().put_topic(&topic)?;
            let account = Account {
                id: AccountId(1),
                handle: accounts::free_handle(change.read(), &request.admin_name, request.language)?,
                name: request.admin_name.clone(),
                email: request.admin_email.clone(),
                role: Role::Admin,
                language: request.language,
                standing: Standing::Active,
                password_hash: Some(password_hash.to_owned()),
                phone: None,
                agent: None,
                absence: None,
                acceptance: None,
                created_at: change.now,
                unconfirmed_since: None,
            };
            change.write().put_account(&account)?;
            change.note(serde_json::json!({ "account": account.handle.as_str() }));
            Ok((accounts::begin_session(change, &account, Entrance::NewAccount)?, Some(account.id)))
        })
    }
}
