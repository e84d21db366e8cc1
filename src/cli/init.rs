//! `init`: makes a desk.

use std::path::Path;

use clap::{ArgMatches, Command};

use super::env::Founding;
use super::front::Front;
use super::{ask, env, options, read};
use crate::app::accounts::LoggedIn;
use crate::app::change::{Call, Done, Outcome, Receipt};
use crate::app::init::{Init, prepare};
use crate::app::people;
use crate::app::{App, Credentials};
use crate::paths;
use crate::store::{Store, StoreError};
use crate::ui::error::Failure;
use crate::ui::people::NewDeskPage;
use crate::ui::receipt;

/// The command line of the verb.
pub fn command() -> Command {
    let command = Command::new("init")
        .arg(options::value("name"))
        .arg(options::value("admin-email"))
        .arg(options::value("admin-name"))
        .arg(options::value("timezone"))
        .arg(options::value("mail-from"));
    options::changing(options::password(command))
}

/// Makes the desk and logs its administrator in.
///
/// # Errors
/// Refusals of what was given; `desk-exists`; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<NewDeskPage>()?;
    let desk = &front.global.desk;
    let exists = || Failure::from(StoreError::Exists(desk.clone()));
    let is_there = is_desk(desk)?;
    if is_there && options::text(matches, "key").is_none() {
        return Err(exists());
    }
    let request = asked(front, matches)?;
    let what = (&request.name, request.language, &request.zone, &request.mail_from, &request.admin_name, &request.admin_email);
    let call = front.call("init", matches, &what).with_secrets(&[&request.password])?;
    if is_there {
        return match front.with_guest(|app| Ok(app.made_before_as_guest(&call)?))? {
            Some(printed) => front.replay(printed),
            None => Err(exists()),
        };
    }
    let receipt = |done: &Done<LoggedIn>| {
        let (desk, name) = (desk.display().to_string(), done.value.me.desk.clone());
        receipt::one(&style, done, &NewDeskPage { desk, name, account: done.value.me.account.clone() })
    };
    if call.dry_run {
        front.finish_with(found(front, &env::passing_store(), &call, &request, &receipt)?, &receipt, |_| Ok(()))?;
        return Ok(());
    }
    // Whoever could not be logged in afterwards finds out before there is a desk.
    paths::prepare_session(&front.session_path()?).map_err(Failure::Paths)?;
    let founding = Founding::of(desk, front.global.wait);
    let outcome = found(front, &founding, &call, &request, &receipt)?;
    if let Outcome::Done(made) = &outcome {
        let made = &made.value;
        paths::set_language_of_desk(desk, request.language).map_err(Failure::MadeUnentered)?;
        match front.keep_session(made.secret.clone(), &made.me.account) {
            Err(Failure::Paths(error)) => return Err(Failure::MadeUnentered(error)),
            other => other?,
        }
    }
    if front.finish_with(outcome, &receipt, |_| Ok(()))?.is_some() {
        front.say("done-init", &[]);
    }
    ask::show_equivalent(front, "init");
    Ok(())
}

/// What the desk is to be, by options or asked for.
fn asked(front: &Front<'_>, matches: &ArgMatches) -> Result<Init, Failure> {
    let name = ask::line(front, matches, "name", "ask-desk-name")?;
    let admin_name = ask::value(front, matches, "admin-name", ask::Question { label: "ask-admin-name", ..ask::NAME }, |text| {
        Ok(people::name("--admin-name", text)?)
    })?;
    let admin_email =
        ask::value(front, matches, "admin-email", ask::Question { label: "ask-admin-email", ..ask::EMAIL }, |text| {
            Ok(people::email("--admin-email", text)?)
        })?;
    let password = match read::secrets(front, matches, 1)?.and_then(|mut secrets| secrets.pop()) {
        Some(password) => password,
        None => ask::new_secret(front)?,
    };
    let (zone, mail_from) = (options::owned(matches, "timezone"), options::owned(matches, "mail-from"));
    Ok(Init { name, language: front.words.language(), zone, mail_from, admin_name, admin_email, password })
}

fn found<S: Store>(
    front: &Front<'_>,
    store: &S,
    call: &Call,
    request: &Init,
    receipt: Receipt<'_, LoggedIn>,
) -> Result<Outcome<LoggedIn>, Failure> {
    // All that can be wrong with the request is found before anything is made.
    let hash = prepare(request, env::seed()?)?;
    let app = App::new(store, front.now, env::seed()?, Credentials::Guest, request.language);
    Ok(app.init(call, request, &hash, receipt)?)
}

/// Whether a directory is a desk, or at least seems to be one.
///
/// # Errors
/// `Forbidden` where one may not even look.
pub fn is_desk(desk: &Path) -> Result<bool, StoreError> {
    match desk.join("desk.redb").try_exists() {
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => Err(StoreError::Forbidden(desk.to_owned())),
        found => Ok(found.unwrap_or(false)),
    }
}
