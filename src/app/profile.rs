//! `profile`: one's own name, handle, language and address.

use super::audit::notes::Changes;
use super::change::{Call, Done, Outcome, Receipt};
use super::directory::Addressee;
use super::people::{self, UserView};
use super::{App, Error, codes, gate, house_rules};
use crate::domain::code::CodePurpose;
use crate::domain::language::Language;
use crate::domain::letter::Matter;
use crate::domain::notice::Notice;
use crate::domain::policy::Action;
use crate::store::Store;

/// What is to change of oneself; `None` leaves it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The name.
    pub name: Option<String>,
    /// The handle.
    pub handle: Option<String>,
    /// The language.
    pub language: Option<Language>,
    /// The address, which a code confirms first.
    pub email: Option<String>,
}

impl<S: Store> App<'_, S> {
    /// Oneself.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn profile(&self) -> Result<UserView, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            Ok(people::whole_view(read, &actor, &actor.account)?)
        })
    }

    /// Changes oneself. A new address is used only once the code that is sent to it was typed in.
    ///
    /// # Errors
    /// `BadValue`, `HandleTaken`, `HouseRules`, `Suspended`; those of the gate and of the store.
    pub fn edit_profile(
        &self,
        call: &Call,
        request: &Profile,
        receipt: Receipt<'_, UserView>,
    ) -> Result<Outcome<UserView>, Error> {
        let name = request.name.as_deref().map(|name| people::name("--name", name)).transpose()?;
        let email = request.email.as_deref().map(|email| people::email("--email", email)).transpose()?;
        let outcome = self.change("profile", call, receipt, |change, actor| {
            actor.demand_scope(Action::EditProfile)?;
            // Whoever is suspended may still say in which language they are spoken to.
            if name.is_some() || email.is_some() || request.handle.is_some() {
                actor.demand_standing()?;
            }
            house_rules::see_names(change.read(), actor.account.role, request.name.as_deref(), request.handle.as_deref())?;
            let mut account = actor.account.clone();
            if let Some(name) = &name {
                account.name = name.clone();
            }
            if let Some(handle) = &request.handle {
                account.handle = people::free_handle(change.read(), handle, Some(&account))?;
            }
            if let Some(language) = request.language {
                account.language = language;
            }
            let changed = account != actor.account;
            if changed {
                change.write().put_account(&account)?;
                let changes = Changes::of_account(change.read(), &actor.account, &account)?.into_value();
                change.note(serde_json::json!({ "account": account.handle.as_str(), "changes": changes }));
            }
            let new_address = email.as_ref().filter(|email| email.key() != account.email.key());
            if let Some(email) = new_address
                && codes::may_send(change, email)?
            {
                let asked = Changes::default().hidden("email", true).into_value();
                change.note(serde_json::json!({ "account": account.handle.as_str(), "what": "asked", "changes": asked }));
                // The answer does not tell whether somebody has the address; its owner is told.
                let stranger = Addressee::stranger(email, account.language);
                match change.read().account_by_email(email)? {
                    Some(owner) => {
                        let owner = Addressee::account(&owner).shown_as(&stranger);
                        change.outbox.direct(Notice::Code, Matter::AddressTaken, owner, None);
                    }
                    None => codes::send(change, stranger, CodePurpose::NewAddress { account: account.id }, false, None)?,
                }
            }
            let actor = gate::Actor { account: account.clone(), ..actor.clone() };
            let mut view = people::view(change.read(), &actor, &account)?;
            view.unconfirmed_email = new_address.map(|email| email.as_str().to_owned());
            view.changed = changed || new_address.is_some();
            Ok(view)
        })?;
        if let (Outcome::Done(Done { dry_run: false, .. }), Some(language)) = (&outcome, request.language) {
            self.heard(language);
        }
        Ok(outcome)
    }
}
