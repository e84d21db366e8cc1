//! `profile`: shows or changes oneself.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::options;
use crate::app::change::{Call, Done};
use crate::app::people::UserView;
use crate::app::profile::Profile;
use crate::ui::error::Failure;
use crate::ui::receipt;

/// The command line of the verb. `--lang` is the global option, and means oneself's language here.
pub fn command() -> Command {
    let command = Command::new("profile")
        .visible_alias("perfil")
        .arg(options::value("name"))
        .arg(options::value("handle"))
        .arg(options::value("email"));
    options::changing(command)
}

/// Shows oneself, or changes what options name.
///
/// # Errors
/// Refusals of what was given; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let request = Profile {
        name: options::owned(matches, "name"),
        handle: options::owned(matches, "handle"),
        language: front.own_language,
        email: options::owned(matches, "email"),
    };
    let style = front.style();
    style.check_fields::<UserView>()?;
    if request == Profile::default() {
        return front.with(|app| front.print(&style.one(&app.profile()?, serde_json::Map::new())));
    }
    if let Some(done) = submit(front, &front.call("profile", matches, &request), &request)? {
        match &done.value.unconfirmed_email {
            Some(email) => front.say("done-new-address", &[("email", email.into())]),
            None if done.value.changed => front.say("done-profile", &[]),
            None => front.say("done-already", &[]),
        }
    }
    Ok(())
}

/// Changes oneself as it was asked for, by options or in the menu. `None`: nothing was done, as it was before under the same key or only a
/// rehearsal.
///
/// # Errors
/// Refusals of what was given; those of the store.
pub fn submit(front: &Front<'_>, call: &Call, request: &Profile) -> Result<Option<Done<UserView>>, Failure> {
    let style = front.style();
    let receipt = |done: &Done<UserView>| receipt::one(&style, done, &done.value);
    front.with(|app| {
        let outcome = app.edit_profile(call, request, &receipt)?;
        front.finish(app, outcome, &receipt)
    })
}
