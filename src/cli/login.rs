//! `login`, `logout` and `whoami`.

use clap::{ArgMatches, Command};

use super::env::{self, Engine};
use super::front::Front;
use super::{ask, options, post, read};
use crate::app::accounts::LoggedIn;
use crate::app::login::{Attempt, LoginName};
use crate::app::{App, Credentials};
use crate::auth::Secret;
use crate::domain::account::{EmailAddress, Handle};
use crate::paths::{self, PathsError};
use crate::ui::error::Failure;
use crate::ui::receipt::rehearsed;

/// The command line of `login`.
pub fn command() -> Command {
    let command = Command::new("login")
        .visible_alias("entrar")
        .arg(options::value("email"))
        .arg(options::value("handle").conflicts_with("email"));
    options::password(command)
}

/// Logs in.
///
/// # Errors
/// `wrong-login`, `too-many-attempts`, `suspended`; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let name = login_name(front, matches)?;
    let password = match read::secrets(front, matches, 1)?.and_then(|mut secrets| secrets.pop()) {
        Some(password) => password,
        None => ask::secret(front, "ask-password")?,
    };
    submit(front, name, &password)?;
    ask::show_equivalent(front, "login");
    Ok(())
}

/// Logs in whoever was asked, by options or in the menu.
///
/// # Errors
/// `wrong-login`, `too-many-attempts`, `suspended`; those of the store.
pub fn submit(front: &Front<'_>, name: LoginName, password: &Secret) -> Result<(), Failure> {
    front.with_guest(|app| {
        let logged_in = app.login(&Attempt { name, password, source: &env::source() })?;
        enter(front, app, logged_in, "done-login")
    })
}

fn login_name(front: &Front<'_>, matches: &ArgMatches) -> Result<LoginName, Failure> {
    if let Some(handle) = options::text(matches, "handle") {
        let wrong = || Failure::BadValue("--handle".to_owned(), handle.to_owned());
        return Handle::parse(handle).map(LoginName::Handle).ok_or_else(wrong);
    }
    // At the prompt both will do; the option is for addresses.
    let is_asked = options::text(matches, "email").is_none();
    let name = ask::value(front, matches, "email", ask::LOGIN, |given| {
        let found = name(given).filter(|name| is_asked || matches!(name, LoginName::Email(_)));
        found.ok_or_else(|| Failure::BadValue("--email".to_owned(), given.to_owned()))
    })?;
    if let LoginName::Handle(handle) = &name {
        // It was asked for under the other option's name.
        front.asked.borrow_mut().clear();
        ask::note_asked(front, "--handle", handle.as_str());
    }
    Ok(name)
}

/// Somebody by address or by handle.
pub fn name(text: &str) -> Option<LoginName> {
    let handle = || Handle::parse(text).map(LoginName::Handle);
    EmailAddress::parse(text).map(LoginName::Email).or_else(handle)
}

/// Keeps a session that was just begun, and says hello.
///
/// # Errors
/// When its file cannot be written.
pub fn enter(front: &Front<'_>, app: &App<'_, Engine>, logged_in: LoggedIn, hello: &str) -> Result<(), Failure> {
    let account = logged_in.account;
    if let Some(mail) = logged_in.rehearsed {
        let would_be = app.would_be(account)?;
        front.print(&front.style().one(&would_be, rehearsed(mail.iter())))?;
        front.say("done-dry-run", &[]);
        return Ok(());
    }
    front.keep_session(logged_in.secret, &account)?;
    // Whoever confirms is welcomed by mail.
    if hello != "done-login" {
        post::send(front, app, &logged_in.letters)?;
    }
    let store = front.store()?;
    let me = front.app(&store)?.whoami()?;
    if !front.guided {
        front.print(&front.style().one(&me, serde_json::Map::new()))?;
    }
    front.say(hello, &[("name", account.name.as_str().into()), ("handle", account.handle.as_str().into())]);
    Ok(())
}

/// The command line of `logout`.
pub fn logout_command() -> Command {
    Command::new("logout").visible_alias("salir").arg(options::flag("everywhere"))
}

/// Logs out; nobody logged in is already so.
///
/// # Errors
/// Those of the store and of the session's file.
pub fn logout(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let everywhere = options::is_set(matches, "everywhere");
    let ended = end_session(front, everywhere);
    // The file goes in any case: a desk that is gone must not keep anybody logged in.
    let removed = paths::remove_session(&front.session_path()?).map_err(Failure::Paths)?;
    let ended = match ended {
        // Nobody can tell any more whose it was; it is gone.
        Err(Failure::Paths(PathsError::Damaged { .. })) => removed,
        ended => ended?,
    };
    front.say(if ended || removed { "done-logout" } else { "done-logout-already" }, &[]);
    Ok(())
}

/// Ends the session at the desk, also where others could read its file.
fn end_session(front: &Front<'_>, everywhere: bool) -> Result<bool, Failure> {
    let session = paths::read_ending_session(&front.session_path()?).map_err(Failure::Paths)?;
    let credentials = session.map_or(Credentials::Guest, |session| Credentials::Session(session.secret.hash()));
    let store = front.store()?;
    Ok(front.app_as(&store, credentials)?.logout(everywhere)?)
}

/// The command line of `whoami`.
pub fn whoami_command() -> Command {
    Command::new("whoami")
}

/// Tells who is logged in.
///
/// # Errors
/// `not-logged-in`, `session-ended`; those of the store.
pub fn whoami(front: &Front<'_>, _matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<crate::app::login::WhoAmI>()?;
    front.with(|app| front.print(&front.style().one(&app.whoami()?, serde_json::Map::new())))
}
