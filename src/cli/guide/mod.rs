//! The guided menus: bare `taquilla` on a terminal, a menu for whoever sits there.
//!
//! A menu asks and hands over to the functions that the verbs use; it knows no rule of the desk and asks the gate what it may
//! offer. The store is open only for single steps, never while somebody is asked. A step that is refused is told and leads back
//! to the menu; the end of a question ends the program, and so does a desk that cannot be used.

mod asking;
mod client;
mod code;
mod download;
mod figures;
mod guest;
mod handing;
mod merging;
mod opening;
mod priority;
mod profile;
mod searching;
mod staff;
mod tasks;
mod ticket;
mod tickets;
pub mod whom;
mod write;

use std::cell::{Cell, RefCell};

use super::front::Front;
use super::{ask, rules};
use crate::app;
use crate::app::login::WhoAmI;
use crate::domain::language::Language;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::i18n::Words;
use crate::i18n::clap::UsageError;
use crate::paths::{self, PathsError};
use crate::store::StoreError;
use crate::ui::error::{Failure, Told};
use crate::ui::paint;
use crate::ui::prompt::{Item, Leads, PromptError};

impl<'e> Front<'e> {
    /// The same surroundings a moment later, in a language, with the menus leading.
    fn guided_in(&self, language: Language) -> Front<'e> {
        Front {
            environment: self.environment,
            global: self.global.clone(),
            words: Words::new(language),
            now: self.clock.now(),
            clock: self.clock,
            own_language: None,
            is_hushed: Cell::new(false),
            copied_language: Cell::new(None),
            asked: RefCell::default(),
            guided: true,
        }
    }

    /// The same surroundings a moment later.
    fn later(&self) -> Front<'e> {
        self.guided_in(self.words.language())
    }
}

/// What comes after a choice in somebody's menu.
enum Next {
    /// The menu again, of whoever sits there now.
    Menu,
    /// The menu again, in another language.
    Speak(Language),
    /// The end.
    Leave,
}

/// Leads whoever sits there from menu to menu.
///
/// # Errors
/// `missing-verb` without a terminal; the end of a question; a desk that cannot be used.
pub fn run(front: &Front<'_>) -> Result<(), Failure> {
    if !front.can_ask() || !front.is_for_people() {
        return Err(missing_verb(front));
    }
    lead(front)
}

fn missing_verb(front: &Front<'_>) -> Failure {
    let words = &front.words;
    Failure::Usage(UsageError {
        code: "missing-verb",
        message: words.format("usage-missing-verb", &[("command", "taquilla".into())]),
        hint: Some(words.format("usage-see", &[("command", "taquilla --help".into())])),
    })
}

fn lead(start: &Front<'_>) -> Result<(), Failure> {
    let mut named = start.global.named_language;
    let mut is_welcome = true;
    loop {
        // What somebody chose beats their profile, as an option does.
        // Beside a token lies nobody's language: the command began with its owner's.
        let session = if start.environment.token.is_some() { None } else { start.session().ok().flatten() };
        let own = session.map(|session| session.language);
        let mut front = start.guided_in(named.or(own).unwrap_or(start.words.language()));
        front.global.named_language = named;
        match menu(&front, &mut is_welcome) {
            Ok(Next::Menu) => {}
            Ok(Next::Speak(language)) => named = Some(language),
            Ok(Next::Leave) => {
                front.say("guide-goodbye", &[]);
                return Ok(());
            }
            Err(Failure::ClosedPipe) => return Err(Failure::ClosedPipe),
            Err(failure) => return Err(last_words(&front, &failure)),
        }
    }
}

/// The end in the language of the menu that it came in. What was done before it stays done.
fn last_words(front: &Front<'_>, failure: &Failure) -> Failure {
    let told = super::told(front, failure);
    let is_leaving = matches!(failure, Failure::Prompt(PromptError::Interrupted | PromptError::EndOfInput));
    let message = if is_leaving { front.words.text("guide-left") } else { told.message };
    Failure::Told(Box::new(Told { message, ..told }))
}

/// The menu of whoever sits there, once.
fn menu(front: &Front<'_>, is_welcome: &mut bool) -> Result<Next, Failure> {
    let me = person(front)?;
    let is_first = std::mem::take(is_welcome);
    match me {
        None => {
            if is_first {
                guest::welcome(front)?;
            }
            guest::menu(front)
        }
        Some(me) if me.account.role.is_staff() => staff::menu(front, &me),
        Some(me) => client::menu(front, &me),
    }
}

/// Who is logged in, if anybody is.
fn person(front: &Front<'_>) -> Result<Option<WhoAmI>, Failure> {
    match front.with(|app| Ok(app.whoami()?)) {
        Ok(me) => Ok(Some(me)),
        Err(Failure::App(app::Error::Refused(Refusal::NotLoggedIn))) => Ok(None),
        Err(
            failure @ (Failure::App(app::Error::Refused(Refusal::SessionEnded)) | Failure::Paths(PathsError::Damaged { .. })),
        ) => {
            super::tell_failure(front, &failure);
            // Told once; what is left of the session is of no use to anybody.
            paths::remove_session(&front.session_path()?).map_err(Failure::Paths)?;
            Ok(None)
        }
        Err(failure) => Err(failure),
    }
}

/// What came of a step; a refusal is told and is nothing.
///
/// # Errors
/// What the menus cannot go on after.
fn settle<T>(front: &Front<'_>, step: Result<T, Failure>) -> Result<Option<T>, Failure> {
    match step {
        Ok(value) => Ok(Some(value)),
        Err(failure) if is_the_end(&failure) => Err(failure),
        Err(failure) => {
            front.asked.borrow_mut().clear();
            super::tell_failure(front, &failure);
            Ok(None)
        }
    }
}

fn is_the_end(failure: &Failure) -> bool {
    use StoreError as S;
    match failure {
        Failure::Prompt(_) | Failure::ClosedPipe | Failure::Output(_) | Failure::Paths(_) => true,
        Failure::App(app::Error::Store(error)) => {
            matches!(error, S::Corrupt(_) | S::TooNew { .. } | S::Missing(_) | S::Exposed { .. })
        }
        _ => false,
    }
}

/// Which of some things whoever is logged in may do, as the gate says.
fn allowed(front: &Front<'_>, wanted: &[Action]) -> Result<Vec<Action>, Failure> {
    front.with(|app| {
        let mut allowed = Vec::new();
        for action in wanted {
            match app.demand(*action) {
                Ok(()) => allowed.push(*action),
                Err(app::Error::Refused(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(allowed)
    })
}

/// Whether whoever sits there may go on to write: a client to whom the house rules are new is asked whether they accept them.
///
/// # Errors
/// Those of the gate and of the store; the end of the question.
fn may_write(front: &Front<'_>) -> Result<bool, Failure> {
    let declined = rules::renew(front, false)? == rules::Renewal::Declined;
    if declined {
        front.say("ask-rules-later", &[]);
    }
    Ok(!declined)
}

/// A menu on its way: what it offers, and what each item stands for.
struct Menu<T> {
    items: Vec<Item>,
    meanings: Vec<T>,
    /// The item that one begins at.
    start: usize,
}

impl<T: Clone> Menu<T> {
    fn new() -> Self {
        Self { items: Vec::new(), meanings: Vec::new(), start: 0 }
    }

    /// Adds an item.
    fn offer(&mut self, item: impl Into<Item>, meaning: T) -> &mut Self {
        self.items.push(item.into());
        self.meanings.push(meaning);
        self
    }

    /// Adds an item in the catalogue's words.
    fn word(&mut self, front: &Front<'_>, id: &str, meaning: T) -> &mut Self {
        self.offer(front.words.text(id), meaning)
    }

    /// Adds the way back, which Esc goes, too.
    fn back(&mut self, front: &Front<'_>, meaning: T) -> &mut Self {
        self.offer(Item { leads: Leads::Back, ..Item::from(front.words.text("guide-back")) }, meaning)
    }

    /// Begins at the item that was added last.
    fn start_here(&mut self) {
        self.start = self.items.len().saturating_sub(1);
    }

    /// Lets choose, after an empty line.
    ///
    /// # Errors
    /// The end of the question.
    fn ask(&self, front: &Front<'_>, label: &str) -> Result<T, Failure> {
        front.tell("");
        self.ask_here(front, label)
    }

    /// Lets choose.
    ///
    /// # Errors
    /// The end of the question.
    fn ask_here(&self, front: &Front<'_>, label: &str) -> Result<T, Failure> {
        let chosen = ask::prompter(front).choose(label, &self.items, self.start).map_err(Failure::Prompt)?;
        self.meanings.get(chosen).cloned().ok_or(Failure::ClosedPipe)
    }
}

/// Asks for a line until it is what it should be. Nothing typed is nothing, and leads back.
///
/// # Errors
/// The end of the question.
fn line<T>(
    front: &Front<'_>,
    label: &str,
    default: Option<&str>,
    complaint: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Failure> {
    loop {
        let typed = ask::prompter(front).line(&front.words.text(label), default).map_err(Failure::Prompt)?;
        if typed.is_empty() {
            front.say("guide-nothing-typed", &[]);
            return Ok(None);
        }
        match parse(&typed) {
            Some(value) => return Ok(Some(value)),
            None => front.tell_sentence(&front.words.text(complaint)),
        }
    }
}

/// Yes or no, in words that were put together.
///
/// # Errors
/// The end of the question.
fn confirm(front: &Front<'_>, question: &str, default: bool) -> Result<bool, Failure> {
    ask::prompter(front).confirm(question, Some(default)).map_err(Failure::Prompt)
}

/// Tells what a step is about, in bold, after an empty line.
fn heading(front: &Front<'_>, text: &str) {
    let text = crate::ui::safe::line(text);
    front.tell(&format!("\n{}", paint::bold(&text, front.talks_in_colour())));
}
