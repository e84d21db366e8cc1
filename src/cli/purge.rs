//! `purge`.

use std::time::Instant;

use clap::{ArgMatches, Command};

use super::ask::Question;
use super::env::Engine;
use super::front::Front;
use super::read::{self, Edge};
use super::{ask, cut, options};
use crate::app::App;
use crate::app::change::{Done, Errand};
use crate::app::purge::{PurgedView, STEP};
use crate::domain::policy::Action;
use crate::domain::time::Timestamp;
use crate::ui::error::Failure;
use crate::ui::prompt::PromptError;
use crate::ui::receipt;

/// The command line of the verb.
pub fn command() -> Command {
    let command = Command::new("purge").arg(options::value("closed-before")).arg(options::limit());
    options::changing(command)
}

/// Takes closed tickets away for ever, in steps.
///
/// # Errors
/// `missing-value`, `wants-yes`; those of the gate and of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<PurgedView>()?;
    let before = &closed_before(front, matches)?;
    let limit = options::limit_of(matches);
    let call = front.call("purge", matches, &(before, limit));
    let found = front.with(|app| {
        // What was printed then tells of tickets: nobody is shown it again who may not do it any more.
        app.demand(Action::Purge)?;
        if let Some(printed) = if call.key.is_some() { app.made_before(&call)? } else { None } {
            return Ok(Err(printed));
        }
        let before = read::time("--closed-before", before, Edge::Start, app.zone()?, front.now)?;
        Ok(Ok((before, app.purgeable(before, limit.unwrap_or(usize::MAX))?)))
    })?;
    let (before, found) = match found {
        Ok(found) => found,
        Err(printed) => return front.replay(printed),
    };
    let count = found.len();
    let (gone, mut cut) = if call.dry_run || found.is_empty() {
        (found, None)
    } else {
        let first = found.first().map_or_else(String::new, |ticket| ticket.number.to_string());
        let question = front.words.format("ask-purge", &[("count", count.into()), ("number", first.into())]);
        if !ask::confirm_in(front, &question, false)? {
            return Err(Failure::Prompt(PromptError::EndOfInput));
        }
        take_away(front, before, limit.unwrap_or(usize::MAX))?
    };
    let done = Done { value: gone, mail: Vec::new(), dry_run: call.dry_run, errand: Errand::None };
    let receipt = |done: &Done<Vec<PurgedView>>| receipt::many(&style, done, &done.value, |_, _| false);
    let made = cut::printed(front, receipt(&done), cut.as_ref());
    if let Err(failure) = front.with(|app| Ok(app.remember_printed(&call, &made)?)) {
        if done.value.is_empty() {
            return Err(failure);
        }
        cut.get_or_insert_with(|| Failure::CutShort(Box::new(failure)));
    }
    if let Some(done) = cut::finish(front, done, cut, receipt)? {
        let count = done.value.len();
        front.say(if count == 0 { "done-purge-none" } else { "done-purge" }, &[("count", count.into())]);
    }
    ask::show_equivalent(front, "purge");
    Ok(())
}

/// The time as it was given, by option or at the prompt.
fn closed_before(front: &Front<'_>, matches: &ArgMatches) -> Result<String, Failure> {
    if let Some(given) = options::text(matches, "closed-before") {
        return Ok(given.to_owned());
    }
    let zone = if front.can_ask() {
        front.with(|app| app.demand(Action::Purge).and_then(|()| app.zone()).map_err(Failure::from))?
    } else {
        chrono_tz::UTC
    };
    let question = Question { label: "ask-purge-before", complaint: "error-form-time" };
    let parse = |typed: &str| read::time("--closed-before", typed, Edge::Start, zone, front.now).map(|_| typed.to_owned());
    ask::value(front, matches, "closed-before", question, parse)
}

/// Each step is a command of its own to the store, so that others get in between. What went before one failed is gone, and comes with
/// the failure.
fn take_away(front: &Front<'_>, before: Timestamp, limit: usize) -> Result<(Vec<PurgedView>, Option<Failure>), Failure> {
    let _line = front.waiting("ui-progress-purge");
    let (mut gone, mut after) = (Vec::new(), None);
    loop {
        let began = Instant::now();
        let most = STEP.min(limit - gone.len());
        match front.with(|app: &App<'_, Engine>| Ok(app.purge(before, after, most)?)) {
            Ok(step) => {
                gone.extend(step.tickets);
                after = step.next;
            }
            Err(failure) if gone.is_empty() => return Err(failure),
            Err(failure) => return Ok((gone, Some(Failure::CutShort(Box::new(failure))))),
        }
        if after.is_none() || gone.len() >= limit {
            return Ok((gone, None));
        }
        cut::let_others_in(began.elapsed());
    }
}
