//! Codes from letters: where one is from, where to look for it, and how to get another.

use super::super::front::Front;
use super::super::{ask, confirm as confirming, password, status as stating};
use super::guest::{accept_rules, address, ticket_and_address};
use super::{Menu, settle};
use crate::app;
use crate::app::password::Reset;
use crate::domain::account::EmailAddress;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;

/// Asks where the code is from, and goes on with that.
///
/// # Errors
/// Refusals; what the menus cannot go on after.
pub fn menu(front: &Front<'_>) -> Result<(), Failure> {
    #[derive(Clone, Copy)]
    enum Origin {
        Registration,
        Password,
        Status,
        None,
    }
    let mut menu = Menu::new();
    menu.word(front, "guide-code-of-registration", Origin::Registration)
        .word(front, "guide-code-of-password", Origin::Password)
        .word(front, "guide-code-of-status", Origin::Status)
        .back(front, Origin::None);
    match menu.ask(front, &front.words.text("guide-code-of"))? {
        Origin::Registration => match address(front)? {
            Some(email) => confirm(front, &email),
            None => Ok(()),
        },
        Origin::Password => match address(front)? {
            Some(email) => set_password(front, &email),
            None => Ok(()),
        },
        Origin::Status => match ticket_and_address(front)? {
            Some((number, email)) => status(front, &number, &email),
            None => Ok(()),
        },
        Origin::None => Ok(()),
    }
}

/// A code that makes an account, or a new address, one's own.
///
/// # Errors
/// What the menus cannot go on after.
pub fn confirm(front: &Front<'_>, email: &EmailAddress) -> Result<(), Failure> {
    let redeem = |front: &Front<'_>, code: &str| match confirming::redeem(front, &front.plain_call(), email, code) {
        // Somebody had made the account before this person registered.
        Err(failure) if confirming::is_of_invitation(&failure) => {
            super::super::tell_failure(front, &failure);
            choose_password(front, email, code)
        }
        other => other,
    };
    until_right(front, &redeem, &|front| confirming::resend(front, &front.plain_call(), email))
}

/// A password was forgotten: has a code sent and goes on with it.
///
/// # Errors
/// What the menus cannot go on after.
pub fn forgotten(front: &Front<'_>, email: Option<EmailAddress>) -> Result<(), Failure> {
    let email = match email {
        Some(email) => Some(email),
        None => address(front)?,
    };
    let Some(email) = email else { return Ok(()) };
    send_for_password(front, &email)?;
    set_password(front, &email)
}

fn send_for_password(front: &Front<'_>, email: &EmailAddress) -> Result<(), Failure> {
    password::request(front, &front.plain_call(), email)?;
    front.say("guide-code-maybe-sent", &[("email", email.as_str().into())]);
    Ok(())
}

/// A code with which a password is set: the first one, or one in place of another.
fn set_password(front: &Front<'_>, email: &EmailAddress) -> Result<(), Failure> {
    let redeem = |front: &Front<'_>, code: &str| choose_password(front, email, code);
    until_right(front, &redeem, &|front| send_for_password(front, email))
}

fn choose_password(front: &Front<'_>, email: &EmailAddress, code: &str) -> Result<(), Failure> {
    let secret = ask::new_secret(front)?;
    let attempt = |accepted: Option<&str>| {
        let reset = Reset { email, code, password: &secret, accepted };
        password::redeem(front, &front.plain_call(), &reset)
    };
    match attempt(None) {
        // Whoever was invited has not seen the rules yet.
        Err(Failure::App(app::Error::Refused(Refusal::RulesNotAccepted))) => {
            accept_rules(front)?.map_or(Ok(()), |accepted| attempt(Some(&accepted)))
        }
        other => other,
    }
}

/// A code for the state of one ticket.
///
/// # Errors
/// What the menus cannot go on after.
pub fn status(front: &Front<'_>, number: &TicketNumber, email: &EmailAddress) -> Result<(), Failure> {
    let redeem = |front: &Front<'_>, code: &str| stating::show(front, &front.plain_call(), number, email, code);
    let again = |front: &Front<'_>| {
        stating::request(front, &front.plain_call(), number, email)?;
        front.say("guide-code-status-sent", &[]);
        Ok(())
    };
    until_right(front, &redeem, &again)
}

/// Asks for a code until it is right or the person wants to go back; `again` has another sent.
fn until_right(
    front: &Front<'_>,
    redeem: &dyn Fn(&Front<'_>, &str) -> Result<(), Failure>,
    again: &dyn Fn(&Front<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    front.tell("");
    front.say("ask-code-where", &[]);
    loop {
        let front = &front.later();
        let code = ask::prompter(front).line(&front.words.text("guide-code"), None).map_err(Failure::Prompt)?;
        if !code.is_empty() && settle(front, redeem(front, &code))?.is_some() {
            return Ok(());
        }
        let mut menu = Menu::new();
        menu.word(front, "guide-code-type", Some(false)).word(front, "guide-code-again", Some(true)).back(front, None);
        match menu.ask(front, &front.words.text("guide-code-what"))? {
            Some(true) => drop(settle(front, again(front))?),
            Some(false) => {}
            None => return Ok(()),
        }
    }
}
