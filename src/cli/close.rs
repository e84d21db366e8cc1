//! `close` and `reopen`.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{batch, draft, mend, options, read, reply, rules};
use crate::app::change::{Call, Consent};
use crate::app::close::Word;
use crate::app::many::Numbers;
use crate::app::view::ChangedTicket;
use crate::ui::error::Failure;

fn with_word(command: Command) -> Command {
    let command = command
        .arg(options::numbers())
        .arg(options::value("note").allow_hyphen_values(true).conflicts_with_all(["message", "message-file"]))
        .arg(options::keep_going());
    options::changing(options::message(command))
}

/// The command line of `close`.
pub fn command() -> Command {
    with_word(Command::new("close").visible_alias("cerrar").arg(options::flag("accept-rules")))
}

/// The command line of `reopen`.
pub fn reopen_command() -> Command {
    with_word(Command::new("reopen").visible_alias("reabrir").arg(options::flag("accept-rules")))
}

fn word(matches: &ArgMatches) -> Result<Option<Word>, Failure> {
    Ok(match options::owned(matches, "note") {
        Some(note) => Some(Word::Note(note)),
        None => read::message(matches)?.map(Word::Public),
    })
}

/// The verb that writes such a word alone.
fn verb(word: &Word) -> &'static str {
    match word {
        Word::Public(_) => "reply",
        Word::Note(_) => "note",
    }
}

/// Words that go with one ticket are kept as an answer would be.
fn keeping(numbers: &Numbers) -> mend::Keeping {
    match numbers.numbers.as_slice() {
        [number] => mend::Keeping::under(&reply::slot("reply", number), false),
        _ => mend::Keeping::default(),
    }
}

/// Closes tickets.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<ChangedTicket>()?;
    let (mut word, numbers) = (word(matches)?, read::numbers(matches)?);
    // Without a public word nothing is written for which anything is to be accepted.
    let is_silent = !(matches!(word, Some(Word::Public(_))) || options::is_set(matches, "accept-rules"));
    let consent = if is_silent { Consent::Unsaid } else { rules::consent(front, matches)? };
    let keeping = keeping(&numbers);
    let sent = mend::until_let_through(front, &mut word, &keeping, |word| {
        let call = front.call("close", matches, &(&numbers, word)).accepting(consent.clone());
        submit(front, &call, &numbers, word.as_ref())
    });
    draft::after(front, keeping.kept(), options::is_set(matches, "dry-run"), sent)
}

/// Closes what was asked for, by options or in the menu.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn submit(front: &Front<'_>, call: &Call, numbers: &Numbers, word: Option<&Word>) -> Result<(), Failure> {
    front.with(|app| {
        let outcome = batch::working(front, numbers.count(), || app.close(call, numbers, word, &batch::receipt(front)))?;
        batch::finish_with_words(front, app, outcome, "done-close", word.map(verb))
    })
}

/// Reopens tickets.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn reopen(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<ChangedTicket>()?;
    let (mut word, numbers) = (word(matches)?, read::numbers(matches)?);
    let consent = rules::consent(front, matches)?;
    let keeping = keeping(&numbers);
    let sent = mend::until_let_through(front, &mut word, &keeping, |word| {
        let call = front.call("reopen", matches, &(&numbers, word)).accepting(consent.clone());
        submit_reopening(front, &call, &numbers, word.as_ref())
    });
    draft::after(front, keeping.kept(), options::is_set(matches, "dry-run"), sent)
}

/// Reopens what was asked for, by options or in the menu.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn submit_reopening(front: &Front<'_>, call: &Call, numbers: &Numbers, word: Option<&Word>) -> Result<(), Failure> {
    front.with(|app| {
        let outcome = batch::working(front, numbers.count(), || app.reopen(call, numbers, word, &batch::receipt(front)))?;
        batch::finish_with_words(front, app, outcome, "done-reopen", word.map(verb))
    })
}
