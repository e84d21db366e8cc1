//! `mail`: the outbox.

use clap::{ArgMatches, Command};

use super::env::Engine;
use super::front::Front;
use super::listing::Listing;
use super::{options, post};
use crate::app::change::{Done, Errand, Outcome};
use crate::app::mail::{LetterView, Shown};
use crate::app::relay::Hurry;
use crate::app::{App, people};
use crate::domain::letter::{LetterId, LetterState};
use crate::i18n::Words;
use crate::mail::draft;
use crate::ui::deed::Flushed;
use crate::ui::error::Failure;
use crate::ui::letters::{LetterPage, fault_words};
use crate::ui::people::SentPage;
use crate::ui::receipt;

/// The command line of the verb.
pub fn command() -> Command {
    let ids = || options::positional("id").num_args(1..).required(true);
    Command::new("mail")
        .subcommand_required(true)
        .subcommand(Command::new("queue").arg(options::limit()))
        .subcommand(Command::new("show").arg(options::positional("id").required(true)))
        .subcommand(options::changing(Command::new("flush")))
        .subcommand(options::changing(Command::new("retry").arg(ids())))
        .subcommand(options::changing(Command::new("drop").arg(ids())))
        .subcommand(options::changing(Command::new("test").arg(options::value("to").required(true))))
}

/// Does what the second word says.
///
/// # Errors
/// Refusals of letters; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    match matches.subcommand_name() {
        Some("flush") => style.check_fields::<Flushed>()?,
        Some("test") => style.check_fields::<SentPage>()?,
        Some("show") => style.check_fields::<LetterPage<'_>>()?,
        _ => style.check_fields::<LetterView>()?,
    }
    match matches.subcommand() {
        Some(("queue", matches)) => queue(front, matches),
        Some(("show", matches)) => show(front, options::text(matches, "id").unwrap_or_default()),
        Some(("flush", matches)) => flush(front, matches),
        Some(("test", matches)) => test(front, matches),
        Some((second, matches)) => change(front, second, matches),
        None => Ok(()),
    }
}

fn queue(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.with(|app| {
        let mut limit = options::limit_of(matches);
        let mut listing = Listing::new(front, &mut limit);
        let (letters, more) = app.mail_queue(limit)?;
        letters.iter().try_for_each(|letter| listing.push(letter))?;
        listing.end::<LetterView>(more, "done-queue-empty", "done-queue-stops")
    })
}

/// Shows a letter as its recipient will read it, but for its code.
fn show(front: &Front<'_>, id: &str) -> Result<(), Failure> {
    front.with(|app| {
        let (view, shown) = app.mail_show(id)?;
        let said = match shown {
            Shown::Composed { subject, text } => Some((subject, text)),
            Shown::Anew(letter) => {
                let facts = app.letter_facts(&letter)?;
                let words = Words::new(letter.language);
                draft(&post::composition(&facts, &words)).ok().map(|draft| (draft.subject, draft.text))
            }
        };
        front.print(&front.style().one(&LetterPage { letter: &view, said }, serde_json::Map::new()))
    })
}

/// Tries all letters again. A rehearsal says which those are.
fn flush(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    let call = front.call("mail flush", matches, &());
    let receipt = |done: &Done<Flushed>| receipt::one(&style, done, &done.value);
    if let Some(printed) = front.with_owner(|app| Ok(app.made_before_as_guest(&call)?))? {
        return front.replay(printed);
    }
    let sent = if call.dry_run { 0 } else { post::relay(front, None, Hurry::All, &mut || {})?.sent };
    front.with_owner(|app| {
        let planned = app.waiting()?;
        let waiting = planned.len();
        let done = Done { value: Flushed { sent, waiting }, mail: planned, dry_run: call.dry_run, errand: Errand::None };
        app.remember_made("mail flush", &call, &receipt(&done))?;
        if front.finish_with(Outcome::Done(done), &receipt, |_| Ok(()))?.is_some() {
            front.say("done-flush", &[("sent", sent.into()), ("failed", waiting.into())]);
            if app.is_mail_held()? {
                front.say("done-mail-held", &[]);
            }
        }
        Ok(())
    })
}

fn test(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let to = people::email("--to", options::text(matches, "to").unwrap_or_default())?;
    let call = front.call("mail test", matches, &to);
    front.with(|app| {
        let receipt = |done: &Done<()>| receipt::one(&front.style(), done, &SentPage { to: to.as_str().to_owned() });
        let outcome = app.mail_test(&call, &to, &receipt)?;
        if let Some(done) = front.finish(app, outcome, &receipt)? {
            tell_fates(front, app, &done.letters())?;
        }
        Ok(())
    })
}

fn change(front: &Front<'_>, second: &str, matches: &ArgMatches) -> Result<(), Failure> {
    let ids = options::texts(matches, "id");
    let style = front.style();
    let receipt = |done: &Done<Vec<LetterView>>| receipt::many(&style, done, &done.value, |view, letter| view.key == letter.id);
    let call = front.call(&format!("mail {second}"), matches, &ids);
    let is_retry = second == "retry";
    front.with(|app| {
        let outcome = if is_retry { app.mail_retry(&call, &ids, &receipt)? } else { app.mail_drop(&call, &ids, &receipt)? };
        let finished = match outcome {
            // What is printed is how they stand when they have been tried.
            Outcome::Done(mut done) if is_retry && !done.dry_run => {
                post::send_urgently(front, app)?;
                done.value = app.letters_anew(done.value)?;
                app.remember_printed(&call, &receipt(&done))?;
                front.finish_with(Outcome::Done(done), &receipt, |_| Ok(()))?
            }
            outcome => front.finish(app, outcome, &receipt)?,
        };
        let Some(done) = finished else { return Ok(()) };
        if is_retry {
            return tell_fates(front, app, &done.value.iter().map(|letter| letter.key).collect::<Vec<_>>());
        }
        match done.value.iter().filter(|letter| letter.changed).count() {
            0 => front.say("done-mail-drop-already", &[]),
            dropped => front.say("done-mail-drop", &[("count", dropped.into())]),
        }
        Ok(())
    })
}

/// Says what has become of letters that somebody asked for by themselves.
fn tell_fates(front: &Front<'_>, app: &App<'_, Engine>, letters: &[LetterId]) -> Result<(), Failure> {
    let letters = app.letters(letters)?;
    for letter in &letters {
        let id = match letter.state {
            LetterState::Sent => "done-mail-sent",
            LetterState::Dead => "done-mail-dead",
            LetterState::Retry => "done-mail-retry",
            LetterState::Leased { .. } => "done-mail-leased",
            LetterState::Pending => "done-mail-pending",
            // It became pointless, or somebody else dropped it meanwhile.
            LetterState::Dropped | LetterState::Cancelled => "done-mail-cancelled",
        };
        let reason = letter.last_error.as_ref().map(|error| fault_words(error, &front.words)).unwrap_or_default();
        front.say(id, &[("email", letter.to.as_str().into()), ("reason", reason.into())]);
    }
    if letters.iter().any(|letter| letter.state.is_waiting()) && app.is_mail_held()? {
        front.say("done-mail-held", &[]);
    }
    Ok(())
}
