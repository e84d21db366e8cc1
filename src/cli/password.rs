//! `password`: changing it, asking for a code, setting a new one with the code.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, env, login, options, read, rules};
use crate::app::password::Reset;
use crate::app::people;
use crate::ui::error::Failure;
use crate::ui::things::SentPage;

/// The command line of the verb.
pub fn command() -> Command {
    let reset =
        Command::new("reset").arg(options::value("email")).arg(options::positional("code")).arg(options::flag("accept-rules"));
    Command::new("password")
        .visible_alias("clave")
        .subcommand_required(true)
        .subcommand(options::changing(options::password(Command::new("change"))))
        .subcommand(options::changing(Command::new("forgot").arg(options::value("email"))))
        .subcommand(options::changing(options::password(reset)))
}

/// Does what the second word says.
///
/// # Errors
/// Those of the three.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("change", matches)) => change(front, matches),
        Some(("forgot", matches)) => forgot(front, matches),
        Some((_, matches)) => reset(front, matches),
        None => Ok(()),
    }
}

fn change(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let mut secrets = match read::secrets(matches, 2)? {
        Some(secrets) => secrets,
        None => vec![ask::secret(front, "ask-old-password")?, ask::new_secret(front)?],
    };
    if let (Some(new), Some(old)) = (secrets.pop(), secrets.pop()) {
        let call = front.call("password change", matches, &());
        front.with(|app| Ok(app.change_password(&call, &old, &new, &env::source())?))?;
        front.say(if call.dry_run { "done-dry-run" } else { "done-password" }, &[]);
    }
    ask::show_equivalent(front, "password change");
    Ok(())
}

fn forgot(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let email = people::email(&ask::line(front, matches, "email", "ask-email")?)?;
    let call = front.call("password forgot", matches, &email);
    front.with(|app| {
        let receipt = |done: &crate::app::change::Done<crate::app::register::Registered>| {
            front.style().one(&SentPage { to: email.as_str().to_owned(), dry_run: done.dry_run }, serde_json::Map::new())
        };
        let outcome = app.forgot_password(&call, &email, &receipt)?;
        front.finish_unseen(app, outcome, &receipt)?;
        front.say("done-forgot", &[("email", email.as_str().into())]);
        Ok(())
    })?;
    ask::show_equivalent(front, "password forgot");
    Ok(())
}

fn reset(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let email = people::email(&ask::line(front, matches, "email", "ask-email")?)?;
    let code = read::code(&ask::line(front, matches, "code", "ask-code")?)?;
    let password = match read::secrets(matches, 1)?.and_then(|mut secrets| secrets.pop()) {
        Some(password) => password,
        None => ask::new_secret(front)?,
    };
    let accepted = rules::accepted(front, matches)?;
    let call = front.call("password reset", matches, &email);
    front.with(|app| {
        let reset = Reset { email: &email, code: &code, password: &password, accepted: accepted.as_deref() };
        let logged_in = app.reset_password(&call, &reset)?;
        login::enter(front, app, logged_in, "done-reset")
    })?;
    ask::show_equivalent(front, "password reset");
    Ok(())
}
