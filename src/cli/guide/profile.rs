//! Oneself: name, user name, language, address, password.

use clap::ArgMatches;

use super::super::front::Front;
use super::super::{ask, password, profile};
use super::{Menu, Next, code, guest, line, settle};
use crate::app::people::UserView;
use crate::app::profile::Profile;
use crate::domain::account::{EmailAddress, Handle, PersonName};
use crate::domain::language::Language;
use crate::ui::error::Failure;

#[derive(Clone, Copy)]
enum Choice {
    Name,
    Handle,
    Language,
    Address,
    Password,
    Back,
}

/// Shows oneself and lets change it, as often as one likes; another language comes after it.
///
/// # Errors
/// What the menus cannot go on after.
pub fn menu(front: &Front<'_>) -> Result<Next, Failure> {
    let mut is_shown = false;
    loop {
        let front = &front.later();
        let me = front.with(|app| Ok(app.profile()?))?;
        if !std::mem::replace(&mut is_shown, true) {
            front.tell("");
            front.print(&front.style().one(&me, serde_json::Map::new()))?;
        }
        let mut menu = Menu::new();
        menu.word(front, "ui-name", Choice::Name)
            .word(front, "ui-user", Choice::Handle)
            .word(front, "ui-language", Choice::Language)
            .word(front, "ui-email", Choice::Address)
            .word(front, "ask-password", Choice::Password)
            .back(front, Choice::Back);
        match menu.ask(front, &front.words.text("guide-change-what"))? {
            Choice::Back => return Ok(Next::Menu),
            Choice::Language => {
                let Some(language) = guest::language(front)? else { continue };
                if settle(front, change_language(front, language))?.is_some() {
                    return Ok(Next::Speak(language));
                }
            }
            choice => drop(settle(front, change(front, &me, choice))?),
        }
    }
}

fn change_language(front: &Front<'_>, language: Language) -> Result<(), Failure> {
    ask::note_asked(front, "--lang", language.code());
    keep(front, &Profile { language: Some(language), ..Profile::default() })?;
    Ok(())
}

fn change(front: &Front<'_>, me: &UserView, choice: Choice) -> Result<(), Failure> {
    match choice {
        Choice::Name => {
            let Some(name) = line(front, "ask-name", Some(&me.name), "ask-not-a-name", PersonName::parse)? else { return Ok(()) };
            ask::note_asked(front, "--name", name.as_str());
            keep(front, &Profile { name: Some(name.as_str().to_owned()), ..Profile::default() })?;
        }
        Choice::Handle => {
            let handle = line(front, "ui-user", Some(&me.handle), "ask-not-a-handle", Handle::parse)?;
            let Some(handle) = handle else { return Ok(()) };
            ask::note_asked(front, "--handle", handle.as_str());
            keep(front, &Profile { handle: Some(handle.as_str().to_owned()), ..Profile::default() })?;
        }
        Choice::Address => {
            let Some(email) = guest::address(front)? else { return Ok(()) };
            ask::note_asked(front, "--email", email.as_str());
            if let Some(unconfirmed) = keep(front, &Profile { email: Some(email.as_str().to_owned()), ..Profile::default() })? {
                let email = EmailAddress::parse(&unconfirmed).unwrap_or(email);
                code::confirm(front, &email)?;
            }
        }
        Choice::Password => password::change(front, &ArgMatches::default())?,
        Choice::Language | Choice::Back => {}
    }
    Ok(())
}

/// Changes oneself and says so; the address that is to be confirmed now, if there is one.
fn keep(front: &Front<'_>, request: &Profile) -> Result<Option<String>, Failure> {
    let Some(done) = profile::submit(front, &front.plain_call(), request)? else { return Ok(None) };
    let unconfirmed = done.value.unconfirmed_email.filter(|_| request.email.is_some());
    match &unconfirmed {
        Some(email) => front.say("guide-code-sent", &[("email", email.into())]),
        None if done.value.changed => front.say("done-profile", &[]),
        None => front.say("done-already", &[]),
    }
    ask::show_equivalent(front, "profile");
    Ok(unconfirmed)
}
