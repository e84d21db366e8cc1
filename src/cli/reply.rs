//! `reply` and `note`: words in a thread.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, batch, draft, files, mend, options, read, rules};
use crate::app;
use crate::app::change::{Call, Done};
pub use crate::app::draft::slot_of_words as slot;
use crate::app::reply::{Replied, Words};
use crate::app::view::TicketView;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::status::Status;
use crate::ui::error::Failure;
use crate::ui::receipt;
use crate::ui::safe;

/// The command line of `reply`.
pub fn command() -> Command {
    let command = Command::new("reply")
        .visible_alias("responder")
        .arg(options::number().required(true))
        .arg(options::attach())
        .arg(options::flag("close"))
        .arg(options::flag("pending").conflicts_with("close"))
        .arg(options::flag("accept-rules"));
    options::changing(options::message(command))
}

/// The command line of `note`.
pub fn note_command() -> Command {
    let command = Command::new("note").visible_alias("nota").arg(options::number().required(true)).arg(options::attach());
    options::changing(options::message(command))
}

/// What a verb is to write, and the draft that is forgotten once it is written, if somebody was asked for it.
fn words(front: &Front<'_>, matches: &ArgMatches, verb: &str, label: &str) -> Result<(Words, Option<String>), Failure> {
    front.style().check_fields::<TicketView>()?;
    let number = read::number(options::text(matches, "number").unwrap_or_default())?;
    let action = if verb == "note" { Action::Note } else { Action::Reply };
    let (message, slot) = match read::message(matches)? {
        Some(message) => (message, None),
        None => {
            if front.can_ask() {
                files::look(front, matches, files::Purpose::of(matches, action, Some(&number), ""))?;
            }
            let slot = slot(verb, &number);
            (draft::text(front, "-m", label, &slot)?, Some(slot))
        }
    };
    let attachments = files::stage(front, matches, files::Purpose::of(matches, action, Some(&number), &message));
    let attachments = draft::after(front, slot.as_deref(), true, attachments)?;
    let (close, pending) = (options::is_set(matches, "close"), options::is_set(matches, "pending"));
    Ok((Words { number, message, attachments, close, pending }, slot))
}

/// Writes publicly.
///
/// # Errors
/// Refusals of the text, the role or the state; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let consent = rules::consent(front, matches)?;
    let (mut words, kept_under) = words(front, matches, "reply", "ask-reply")?;
    let keeping = mend::Keeping::under(&slot("reply", &words.number), kept_under.is_some());
    let sent = mend::until_let_through(front, &mut words, &keeping, |words| {
        submit(front, &front.call("reply", matches, words).accepting(consent.clone()), words)
    });
    draft::after(front, keeping.kept(), options::is_set(matches, "dry-run"), sent)?;
    ask::show_equivalent(front, &format!("reply {}", words.number));
    Ok(())
}

/// Writes publicly what was asked for, by options or in the menu.
///
/// # Errors
/// Refusals of the text, the role or the state; those of the store.
pub fn submit(front: &Front<'_>, call: &Call, words: &Words) -> Result<(), Failure> {
    let style = front.style();
    let receipt = |done: &Done<Replied>| receipt::one(&style, done, &done.value.ticket);
    front.with(|app| {
        let outcome = app.reply(call, words, &receipt)?;
        if let Some(done) = front.finish(app, outcome, &receipt)? {
            let has_tasks = done.value.has_tasks;
            let id = match done.value {
                Replied { reopened: true, .. } if !words.close => "done-reply-reopened",
                Replied { ticket, .. } if ticket.status == Status::Closed && words.close => "done-reply-closed",
                _ => "done-reply",
            };
            front.say(id, &[("number", words.number.as_str().into())]);
            if has_tasks {
                batch::say_of_tasks(front, 1, words.number.as_str());
            }
        }
        Ok(())
    })
}

/// Writes among staff.
///
/// # Errors
/// Refusals of the text or the role; those of the store.
pub fn note(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    // Who may not write notes is told before being asked for one.
    front.with(|app| Ok(app.demand(Action::Note)?)).map_err(|failure| match failure {
        Failure::App(app::Error::Refused(Refusal::NotAllowed)) => {
            let number = options::text(matches, "number").unwrap_or_default();
            Failure::ReplyInstead(ask::command(front, &format!("reply {}", safe::line(number))))
        }
        other => other,
    })?;
    let (words, slot) = words(front, matches, "note", "ask-note")?;
    let call = front.call("note", matches, &words);
    draft::after(front, slot.as_deref(), call.dry_run, submit_note(front, &call, &words))?;
    ask::show_equivalent(front, &format!("note {}", words.number));
    Ok(())
}

/// Writes among staff what was asked for, by options or in the menu.
///
/// # Errors
/// Refusals of the text or the role; those of the store.
pub fn submit_note(front: &Front<'_>, call: &Call, words: &Words) -> Result<(), Failure> {
    let style = front.style();
    let receipt = |done: &Done<TicketView>| receipt::one(&style, done, &done.value);
    front.with(|app| {
        let outcome = app.note(call, words, &receipt)?;
        if front.finish(app, outcome, &receipt)?.is_some() {
            front.say("done-note", &[("number", words.number.as_str().into())]);
        }
        Ok(())
    })
}
