//! `password`: changing it, asking for a code, setting a new one with the code.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, env, login, options, read, register, rules};
use crate::app::change::{Call, Done};
use crate::app::login::WhoAmI;
use crate::app::password::{NewPassword, Reset};
use crate::domain::account::{EmailAddress, Handle};
use crate::ui::deed::PasswordChanged;
use crate::ui::error::Failure;
use crate::ui::people::SentPage;
use crate::ui::receipt;

/// The command line of the verb.
pub fn command() -> Command {
    let reset = Command::new("reset")
        .visible_alias("restablecer")
        .arg(options::value("email"))
        .arg(options::positional("code"))
        .arg(options::flag("accept-rules"));
    Command::new("password")
        .visible_alias("clave")
        .subcommand_required(true)
        .subcommand(options::changing(options::password(Command::new("change").visible_alias("cambiar"))))
        .subcommand(options::changing(Command::new("forgot").visible_alias("olvidada").arg(options::value("email"))))
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

/// Changes one's password.
///
/// # Errors
/// `wrong-login`, refusals of the new one; those of the store.
pub fn change(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<PasswordChanged<'_>>()?;
    let mut secrets = match read::secrets(front, matches, 2)? {
        Some(secrets) => secrets,
        None => vec![ask::secret(front, "ask-old-password")?, ask::new_secret(front)?],
    };
    if let (Some(new), Some(old)) = (secrets.pop(), secrets.pop()) {
        let call = front.call("password change", matches, &());
        let style = front.style();
        let receipt = |done: &Done<Handle>| receipt::one(&style, done, &PasswordChanged(&done.value));
        front.with(|app| {
            let passwords = NewPassword { old: &old, new: &new, source: &env::source() };
            let outcome = app.change_password(&call, &passwords, &receipt)?;
            if front.finish(app, outcome, &receipt)?.is_some() {
                front.say("done-password", &[]);
            }
            Ok(())
        })?;
    }
    ask::show_equivalent(front, "password change");
    Ok(())
}

fn forgot(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<SentPage>()?;
    let email = ask::value(front, matches, "email", ask::EMAIL, read::email)?;
    if request(front, &front.call("password forgot", matches, &email), &email)? {
        front.say("done-forgot", &[("email", email.as_str().into())]);
    }
    ask::show_equivalent(front, "password forgot");
    Ok(())
}

/// Has a code sent, if the address is somebody's. `false`: nothing was done, as it was before or only a rehearsal.
///
/// # Errors
/// Those of the store.
pub fn request(front: &Front<'_>, call: &Call, email: &EmailAddress) -> Result<bool, Failure> {
    front.with_guest(|app| {
        let receipt = register::receipt(front);
        let outcome = app.forgot_password(call, email, &receipt)?;
        Ok(front.finish_unseen(app, outcome, &receipt)?.is_some())
    })
}

fn reset(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<WhoAmI>()?;
    let email = ask::value(front, matches, "email", ask::EMAIL, read::email)?;
    let again = format!("{} --email {email}", ask::command(front, "password forgot"));
    let code = ask::code(front, matches, &again)?;
    let call = front.call("password reset", matches, &(&email, &code));
    ask::redeemed(front, &again, choose(front, matches, &call, &email, &code))
}

/// Has a password chosen that a code allows, and sets it.
///
/// # Errors
/// Those of [`redeem`] and of the questions.
pub fn choose(front: &Front<'_>, matches: &ArgMatches, call: &Call, email: &EmailAddress, code: &str) -> Result<(), Failure> {
    let password = match read::secrets(front, matches, 1)?.and_then(|mut secrets| secrets.pop()) {
        Some(password) => password,
        None => ask::new_secret(front)?,
    };
    let accepted = rules::accepted(front, matches)?;
    redeem(front, call, &Reset { email, code, password: &password, accepted: accepted.as_deref() })
}

/// Sets a password with a code and logs in.
///
/// # Errors
/// `wrong-code`, `rules-not-accepted`, refusals of the password; those of the store.
pub fn redeem(front: &Front<'_>, call: &Call, reset: &Reset<'_>) -> Result<(), Failure> {
    front.with_guest(|app| {
        let receipt = login::receipt(front);
        let outcome = app.reset_password(call, reset, &receipt)?;
        login::enter(front, app, outcome, &receipt)
    })
}
