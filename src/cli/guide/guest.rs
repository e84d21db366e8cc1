//! The menu of whoever is not logged in: an account, a login, a code, the state of a ticket, the language.

use clap::ArgMatches;

use super::super::front::Front;
use super::super::{ask, login, register, rules, status};
use super::{Menu, Next, code, confirm, heading, is_the_end, line, settle};
use crate::app::login::LoginName;
use crate::app::register::Register;
use crate::domain::account::{EmailAddress, PersonName};
use crate::domain::language::Language;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;

#[derive(Clone, Copy)]
enum Choice {
    Register,
    LogIn,
    Code,
    Status,
    Language,
    Leave,
}

/// Says where one is.
///
/// # Errors
/// Those of the store.
pub fn welcome(front: &Front<'_>) -> Result<(), Failure> {
    let desk = front.with(|app| Ok(app.desk_name()?))?;
    heading(front, &desk);
    front.say("guide-welcome", &[]);
    Ok(())
}

/// The menu, once.
///
/// # Errors
/// What the menus cannot go on after.
pub fn menu(front: &Front<'_>) -> Result<Next, Failure> {
    let mut menu = Menu::new();
    menu.word(front, "guide-create-account", Choice::Register)
        .word(front, "guide-log-in", Choice::LogIn)
        .word(front, "guide-have-code", Choice::Code)
        .word(front, "guide-see-status", Choice::Status)
        .word(front, "guide-change-language", Choice::Language)
        .word(front, "guide-leave", Choice::Leave);
    let step = match menu.ask(front, &front.words.text("guide-guest"))? {
        Choice::Register => create_account(front),
        Choice::LogIn => log_in(front),
        Choice::Code => code::menu(front),
        Choice::Status => see_status(front),
        Choice::Language => return Ok(language(front)?.map_or(Next::Menu, Next::Speak)),
        Choice::Leave => return Ok(Next::Leave),
    };
    settle(front, step)?;
    Ok(Next::Menu)
}

/// Which language to go on in; each is named in itself.
///
/// # Errors
/// The end of the question.
pub fn language(front: &Front<'_>) -> Result<Option<Language>, Failure> {
    let mut menu = Menu::new();
    menu.word(front, "guide-language-spanish", Some(Language::Spanish));
    menu.word(front, "guide-language-english", Some(Language::English)).back(front, None);
    menu.ask(front, &front.words.text("guide-language-which"))
}

/// Opens an account and goes straight on to its code.
fn create_account(front: &Front<'_>) -> Result<(), Failure> {
    register::demand_open(front)?;
    front.say("guide-register-note", &[]);
    let Some(email) = address(front)? else { return Ok(()) };
    let name = line(front, "ask-name", None, "ask-not-a-name", PersonName::parse)?;
    let Some(name) = name else { return Ok(()) };
    let password = ask::new_secret(front)?;
    front.tell("");
    let Some(accepted) = accept_rules(front)? else { return Ok(()) };
    let request = Register { email: email.clone(), name, language: front.words.language(), password, accepted: Some(accepted) };
    register::submit(front, &front.plain_call(), &request)?;
    front.say("guide-code-sent", &[("email", email.as_str().into())]);
    code::confirm(front, &email)
}

/// The version of the rules that somebody accepts; whoever does not is asked whether to give all up before it is lost.
///
/// # Errors
/// The end of a question; those of the store.
pub fn accept_rules(front: &Front<'_>) -> Result<Option<String>, Failure> {
    loop {
        if let Some(accepted) = rules::accepted(front, &ArgMatches::default())? {
            return Ok(Some(accepted));
        }
        front.say("guide-rules-needed", &[]);
        if confirm(front, &front.words.text("guide-rules-give-up"), false)? {
            return Ok(None);
        }
    }
}

/// Asks for a mail address; nothing typed is nothing.
///
/// # Errors
/// The end of the question.
pub fn address(front: &Front<'_>) -> Result<Option<EmailAddress>, Failure> {
    line(front, "ask-email", None, "ask-not-an-address", EmailAddress::parse)
}

fn log_in(front: &Front<'_>) -> Result<(), Failure> {
    loop {
        let front = &front.later();
        let Some(name) = line(front, "ask-login", None, "ask-not-a-login", login::name)? else { return Ok(()) };
        let email = match &name {
            LoginName::Email(email) => {
                ask::note_asked(front, "--email", email.as_str());
                Some(email.clone())
            }
            LoginName::Handle(handle) => {
                ask::note_asked(front, "--handle", handle.as_str());
                None
            }
        };
        let password = ask::secret(front, "ask-password")?;
        match login::submit(front, &front.plain_call(), name, &password) {
            Ok(()) => {
                ask::show_equivalent(front, "login");
                return rules::greet(&front.later());
            }
            Err(failure) if is_the_end(&failure) => return Err(failure),
            Err(failure) => super::super::tell_failure(front, &failure),
        }
        let mut menu = Menu::new();
        menu.word(front, "guide-login-again", Some(true)).word(front, "guide-login-forgotten", Some(false)).back(front, None);
        match menu.ask(front, &front.words.text("guide-log-in"))? {
            Some(true) => {}
            Some(false) => return code::forgotten(front, email),
            None => return Ok(()),
        }
    }
}

/// Has a code sent for one ticket, and shows the ticket to whoever has it.
fn see_status(front: &Front<'_>) -> Result<(), Failure> {
    let Some((number, email)) = ticket_and_address(front)? else { return Ok(()) };
    status::request(front, &front.plain_call(), &number, &email)?;
    front.say("guide-code-status-sent", &[]);
    ask::note_asked(front, "--email", email.as_str());
    ask::show_equivalent(front, &format!("status {number}"));
    code::status(front, &number, &email)
}

/// Which ticket, and the address of its client.
///
/// # Errors
/// The end of a question.
pub fn ticket_and_address(front: &Front<'_>) -> Result<Option<(TicketNumber, EmailAddress)>, Failure> {
    let number = line(front, "ask-number", None, "ask-not-a-number", TicketNumber::parse)?;
    let Some(number) = number else { return Ok(None) };
    Ok(address(front)?.map(|email| (number, email)))
}
