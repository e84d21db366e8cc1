//! `mail`: the outbox.

use clap::{Arg, ArgMatches, Command, value_parser};

use super::front::Front;
use super::{options, post};
use crate::app::change::{Done, Errand, Outcome};
use crate::app::mail::LetterView;
use crate::app::people;
use crate::domain::letter::Matter;
use crate::i18n::Words;
use crate::mail::draft;
use crate::ui::deed::Flushed;
use crate::ui::error::Failure;
use crate::ui::people::SentPage;
use crate::ui::{receipt, safe};

/// The command line of the verb.
pub fn command() -> Command {
    let ids = || options::positional("id").num_args(1..).required(true);
    let limit = Arg::new("limit").long("limit").value_parser(value_parser!(u32).range(1..));
    Command::new("mail")
        .subcommand_required(true)
        .subcommand(Command::new("queue").arg(limit))
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
    let limit = matches.get_one::<u32>("limit").map_or(usize::MAX, |limit| *limit as usize);
    front.with(|app| {
        let letters = app.mail_queue(limit)?;
        front.print(&front.style().many(&letters, |_| serde_json::Map::new()))?;
        if letters.is_empty() && front.is_for_people() {
            front.say("done-queue-empty", &[]);
        }
        Ok(())
    })
}

/// Shows a letter as its recipient will read it, but for its code.
fn show(front: &Front<'_>, id: &str) -> Result<(), Failure> {
    front.with(|app| {
        let (view, mut letter) = app.mail_show(id)?;
        let mut extra = serde_json::Map::new();
        if let Matter::Code { code, .. } = &mut letter.matter {
            *code = Some("****-****".to_owned());
        }
        let facts = app.letter_facts(&letter)?;
        let words = Words::new(letter.language);
        let text = draft(&post::composition(&facts, &words));
        if let Ok(draft) = &text {
            extra.insert("subject".to_owned(), draft.subject.clone().into());
            extra.insert("text".to_owned(), draft.text.clone().into());
        }
        front.print(&front.style().one(&view, extra))?;
        if let (true, Ok(draft)) = (front.is_for_people(), text) {
            let letter = format!("\n{}\n\n{}\n", safe::line(&draft.subject), safe::block(&draft.text));
            front.print(letter.as_bytes())?;
        }
        Ok(())
    })
}

/// Tries all letters again. A rehearsal says which those are.
fn flush(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    let call = front.call("mail flush", matches, &());
    let receipt = |done: &Done<Flushed>| receipt::one(&style, done, &done.value);
    if let Some(printed) = front.with_guest(|app| Ok(app.made_before_as_guest(&call)?))? {
        return front.replay(printed);
    }
    let sent = if call.dry_run { 0 } else { post::relay(front, None, true)?.sent };
    front.with_guest(|app| {
        let (waiting, planned) = app.waiting()?;
        let done = Done { value: Flushed { sent, waiting }, mail: planned, dry_run: call.dry_run, errand: Errand::None };
        app.remember_made("mail flush", &call, &receipt(&done))?;
        if front.finish_with(Outcome::Done(done), &receipt, |_| Ok(()))?.is_some() {
            front.say("done-flush", &[("sent", sent.into()), ("failed", waiting.into())]);
        }
        Ok(())
    })
}

fn test(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let to = people::email("--to", options::text(matches, "to").unwrap_or_default())?;
    let call = front.call("mail test", matches, &to);
    front.with(|app| {
        let receipt =
            |done: &Done<()>| receipt::one(&front.style(), done, &SentPage { to: to.as_str().to_owned(), dry_run: done.dry_run });
        let outcome = app.mail_test(&call, &to, &receipt)?;
        if front.finish(app, outcome, &receipt)?.is_some() {
            front.say("done-mail-test", &[("email", to.as_str().into())]);
        }
        Ok(())
    })
}

fn change(front: &Front<'_>, second: &str, matches: &ArgMatches) -> Result<(), Failure> {
    let ids = options::texts(matches, "id");
    let style = front.style();
    let receipt = |done: &Done<Vec<LetterView>>| receipt::many(&style, done, &done.value, |_, _| false);
    let call = front.call(&format!("mail {second}"), matches, &ids);
    front.with(|app| {
        let outcome =
            if second == "retry" { app.mail_retry(&call, &ids, &receipt)? } else { app.mail_drop(&call, &ids, &receipt)? };
        if let Some(done) = front.finish(app, outcome, &receipt)? {
            front.say(&format!("done-mail-{second}"), &[("count", done.value.len().into())]);
        }
        Ok(())
    })
}
