//! `register`: asks for an account.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, options, read, rules};
use crate::app::change::{Call, Done};
use crate::app::register::{Register, Registered};
use crate::store::Printed;
use crate::ui::error::Failure;
use crate::ui::people::SentPage;
use crate::ui::receipt;

/// The command line of the verb.
pub fn command() -> Command {
    let command = Command::new("register")
        .visible_alias("registrar")
        .arg(options::value("email"))
        .arg(options::value("name"))
        .arg(options::flag("accept-rules"));
    options::changing(options::password(command))
}

/// Keeps the attempt and says where the code goes.
///
/// # Errors
/// Refusals of what was given or of the desk's policy; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<SentPage>()?;
    if front.can_ask() {
        demand_open(front)?;
    }
    let email = ask::value(front, matches, "email", ask::EMAIL, read::email)?;
    let name = ask::value(front, matches, "name", ask::NAME, read::name)?;
    let password = match read::secrets(front, matches, 1)?.and_then(|mut secrets| secrets.pop()) {
        Some(password) => password,
        None => ask::new_secret(front)?,
    };
    let accepted = rules::accepted(front, matches)?;
    let request = Register { email, name, language: front.words.language(), password, accepted };
    let call = front.call("register", matches, &(&request.email, &request.name, request.language));
    if submit(front, &call, &request)?.is_some() {
        front.say("done-register", &[("email", request.email.as_str().into())]);
    }
    Ok(())
}

/// Sees that somebody who is about to be asked for much is not refused at the end of it.
///
/// # Errors
/// `registration-closed`; those of the store.
pub fn demand_open(front: &Front<'_>) -> Result<(), Failure> {
    front.with_guest(|app| Ok(app.demand_registration()?))
}

/// Asks for an account, by options or in the menu. `None`: nothing was done, as it was before under the same key or only a
/// rehearsal.
///
/// # Errors
/// Refusals of what was given or of the desk's policy; those of the store.
pub fn submit(front: &Front<'_>, call: &Call, request: &Register) -> Result<Option<Done<Registered>>, Failure> {
    front.with_guest(|app| {
        let receipt = receipt(front);
        let outcome = app.register(call, request, &receipt)?;
        front.finish_unseen(app, outcome, &receipt)
    })
}

/// What is printed where a letter was asked for: the same for every address.
pub fn receipt<'f>(front: &'f Front<'_>) -> impl Fn(&Done<Registered>) -> Printed + use<'f> {
    let style = front.style();
    move |done| receipt::one(&style, done, &SentPage { to: done.value.email.as_str().to_owned() })
}
