//! `login`, `logout` and `whoami`.

use clap::{ArgMatches, Command};

use super::env::{self, Engine};
use super::front::Front;
use super::{ask, options, read, rules};
use crate::app::accounts::{Entrance, LoggedIn};
use crate::app::change::{Call, Done, Errand, Outcome, Receipt};
use crate::app::login::{Attempt, LoginName, WhoAmI};
use crate::app::{self, App, Credentials};
use crate::auth::Secret;
use crate::domain::account::{EmailAddress, Handle};
use crate::domain::refusal::Refusal;
use crate::i18n::Words;
use crate::paths::{self, PathsError};
use crate::store::{Printed, StoreError};
use crate::ui::deed::LoggedOut;
use crate::ui::error::{Failure, Unprinted};
use crate::ui::present::Style;
use crate::ui::receipt;

/// The command line of `login`.
pub fn command() -> Command {
    let command = Command::new("login")
        .visible_alias("entrar")
        .arg(options::value("email"))
        .arg(options::value("handle").conflicts_with("email"));
    options::password(command).arg(options::dry_run())
}

/// Logs in.
///
/// # Errors
/// `wrong-login`, `too-many-attempts`, `suspended`; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<WhoAmI>()?;
    let name = login_name(front, matches)?;
    let password = match read::secrets(front, matches, 1)?.and_then(|mut secrets| secrets.pop()) {
        Some(password) => password,
        None => ask::secret(front, "ask-password")?,
    };
    submit(front, &front.call("login", matches, &()), name, &password)?;
    ask::show_equivalent(front, "login");
    if options::is_set(matches, "dry-run") { Ok(()) } else { rules::greet(front) }
}

/// Logs in whoever was asked, by options or in the menu.
///
/// # Errors
/// `wrong-login`, `too-many-attempts`, `suspended`; those of the store.
pub fn submit(front: &Front<'_>, call: &Call, name: LoginName, password: &Secret) -> Result<(), Failure> {
    front.with_guest(|app| {
        let receipt = receipt(front);
        let outcome = app.login(call, &Attempt { name, password, source: &env::source() }, &receipt)?;
        enter(front, app, outcome, &receipt).map_err(unprinted)
    })
}

/// A verb about sessions takes no key, which the usual hint is about.
fn unprinted(failure: Failure) -> Failure {
    match failure {
        Failure::DoneUnprinted(_, error) => Failure::DoneUnprinted(Unprinted::Session, error),
        failure => failure,
    }
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

/// What is printed of whoever has logged in.
pub fn receipt<'f>(front: &'f Front<'_>) -> impl Fn(&Done<LoggedIn>) -> Printed + use<'f> {
    let style = front.style();
    move |done| {
        let words = front.words_for(done.value.me.account.language);
        receipt::one(&Style { words: &words, ..style.clone() }, done, &done.value.me)
    }
}

/// Keeps a session that was just begun, and says hello.
///
/// # Errors
/// When its file cannot be written; those of the store.
pub fn enter(
    front: &Front<'_>,
    app: &App<'_, Engine>,
    outcome: Outcome<LoggedIn>,
    receipt: Receipt<'_, LoggedIn>,
) -> Result<(), Failure> {
    // Before anything is printed: whoever cannot be shown it is logged in all the same.
    if let Outcome::Done(Done { value, dry_run: false, .. }) = &outcome {
        front.keep_session(value.secret.clone(), &value.me.account)?;
    }
    if let Some(done) = front.finish(app, outcome, receipt)? {
        let account = &done.value.me.account;
        let hello = match done.value.by {
            Entrance::Password => "done-login",
            Entrance::NewAccount => "done-confirm",
            Entrance::NewAddress => "done-confirm-address",
            Entrance::NewPassword => "done-reset",
        };
        // The words of the command were chosen before it was known who it is.
        front.say_in(
            &front.words_for(account.language),
            hello,
            &[("name", account.name.as_str().into()), ("handle", account.handle.as_str().into())],
        );
        tell_of_token(front, &front.words_for(account.language));
    }
    Ok(())
}

/// Says that sessions begin and end in vain as long as the environment has a token.
fn tell_of_token(front: &Front<'_>, words: &Words) {
    if front.environment.token.is_some() {
        front.say_in(words, "done-token-beats", &[]);
    }
}

/// The command line of `logout`.
pub fn logout_command() -> Command {
    Command::new("logout").visible_alias("salir").arg(options::flag("everywhere")).arg(options::dry_run())
}

/// Logs out; nobody logged in is already so.
///
/// # Errors
/// Those of the store and of the session's file.
pub fn logout(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<LoggedOut>()?;
    let everywhere = options::is_set(matches, "everywhere");
    let call = front.call("logout", matches, &everywhere);
    let path = front.session_path()?;
    let ended = end_session(front, &call, everywhere);
    let removed = match &ended {
        _ if call.dry_run => path.exists(),
        // What says nothing any more, or only to a desk that is gone, must not keep anybody logged in. Whatever else failed
        // leaves the session as it is, and with it the file, without which it could never be ended.
        Ok(_)
        | Err(
            Failure::Paths(PathsError::Damaged { .. })
            | Failure::App(app::Error::Refused(Refusal::SessionEnded) | app::Error::Store(StoreError::Missing(_))),
        ) => paths::remove_session(&path).map_err(Failure::Paths)?,
        Err(_) => false,
    };
    let ended = match ended {
        // Nobody can tell any more whose it was; it is gone.
        Err(Failure::Paths(PathsError::Damaged { .. }) | Failure::App(app::Error::Refused(Refusal::SessionEnded))) => removed,
        ended => ended?,
    };
    let done = Done { value: LoggedOut(ended || removed), mail: Vec::new(), dry_run: call.dry_run, errand: Errand::None };
    let receipt = |done: &Done<LoggedOut>| receipt::one(&style, done, &done.value);
    if let Some(done) = front.finish_with(Outcome::Done(done), &receipt, |_| Ok(())).map_err(unprinted)? {
        front.say(if done.value.0 { "done-logout" } else { "done-logout-already" }, &[]);
        tell_of_token(front, &front.words);
    }
    Ok(())
}

/// Ends the session at the desk, also where others could read its file.
fn end_session(front: &Front<'_>, call: &Call, everywhere: bool) -> Result<bool, Failure> {
    let session = paths::read_ending_session(&front.session_path()?).map_err(Failure::Paths)?;
    let credentials = session.map_or(Credentials::Guest, |session| Credentials::Session(session.secret.hash()));
    let store = front.store()?;
    Ok(front.app_as(&store, credentials)?.logout(call, everywhere)?)
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
    front.style().check_fields::<WhoAmI>()?;
    front.with(|app| front.print(&front.style().one(&app.whoami()?, serde_json::Map::new())))
}
