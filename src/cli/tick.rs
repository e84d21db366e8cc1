//! `tick`: what time makes due, once or for as long as the process lives.

use std::process::Child;
use std::time::{Duration, Instant};

use clap::{ArgMatches, Command};

use super::env::{self, Engine};
use super::front::Front;
use super::{cut, options, post};
use crate::app::change::{Call, Done, Errand};
use crate::app::tick::Ticked;
use crate::app::{self, App, Credentials};
use crate::domain::time::Span;
use crate::store::StoreError;
use crate::ui::deed::TickedPage;
use crate::ui::error::Failure;
use crate::ui::receipt;
use crate::ui::signals::{Hold, News};

/// The shortest and the longest pause of a service.
const PAUSES: [Span; 2] = [Span::seconds(1), Span::days(1)];

/// What is to be done when a transaction is over.
type SeeTo<'s> = &'s mut dyn FnMut(&App<'_, Engine>, &Done<Ticked>) -> Result<(), Failure>;

/// The command line of the verb.
pub fn command() -> Command {
    let pause =
        |text: &str| Span::parse(text).filter(|pause| PAUSES[0] <= *pause && *pause <= PAUSES[1]).ok_or("usage-bad-pause");
    // A service never ends, so that it could say what it would do, or be done once.
    let every = options::value("every").value_parser(pause).conflicts_with_all(["dry-run", "key"]);
    options::changing(Command::new("tick").arg(every))
}

/// Does what time makes due.
///
/// # Errors
/// Those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<TickedPage<'_>>()?;
    match matches.get_one::<Span>("every") {
        Some(pause) => serve(front, *pause),
        None => once(front, matches),
    }
}

/// Until nothing is left, or as a rehearsal of that.
fn once(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let call = front.call("tick", matches, &());
    if let Some(printed) = front.with_owner(|app| Ok(app.made_before_as_guest(&call)?))? {
        return front.replay(printed);
    }
    let plain = Call { dry_run: call.dry_run, ..front.plain_call() };
    let (done, mut cut) = until_nothing_is_left(front, &plain, &mut || false, &mut |app, done| match done.errand {
        Errand::None => Ok(()),
        Errand::Others => {
            post::send_for_others(front, app);
            Ok(())
        }
        Errand::Own | Errand::Urgent => post::send(front, app, &done.letters()),
    })?;
    let style = front.style();
    let receipt = |done: &Done<Ticked>| receipt::one(&style, done, &TickedPage(&done.value));
    let would_be = done.dry_run.then(|| done.value.clone());
    let made = cut::printed(front, receipt(&done), cut.as_ref());
    if let Err(failure) = front.with_owner(|app| Ok(app.remember_made("tick", &call, &made)?)) {
        if !done.value.may_go_on() {
            return Err(failure);
        }
        cut.get_or_insert_with(|| Failure::CutShort(Box::new(failure)));
    }
    if let Some(done) = cut::finish(front, done, cut, receipt)? {
        say(front, &done.value, "done-tick");
    }
    if let Some(would_be) = would_be {
        say(front, &would_be, "done-tick-rehearsed");
    }
    Ok(())
}

/// For ever, with a pause between; a signal ends it where nothing is half done: well if it asks for the end, as whoever looks after
/// services does, and as interrupted if it is Ctrl-C.
fn serve(front: &Front<'_>, pause: Span) -> Result<(), Failure> {
    let signals = Hold::new().map_err(Failure::Output)?;
    let pause = Duration::from_millis(pause.as_millis().unsigned_abs());
    let mut relay: Option<Child> = None;
    let mut ending: Option<News> = None;
    // The letters wait for a relay of its own, of which there is one at a time.
    let call = Call { lease: false, ..front.plain_call() };
    while ending.is_none() {
        let done = until_nothing_is_left(
            front,
            &call,
            &mut || {
                ending = ending.or_else(|| signals.news());
                ending.is_some()
            },
            &mut |app, done| {
                if done.errand != Errand::None && relay.as_mut().is_none_or(|relay| !matches!(relay.try_wait(), Ok(None))) {
                    relay = post::begin_for_others(front, app);
                }
                Ok(())
            },
        );
        let (done, cut) = match done {
            Ok((done, cut)) => (Some(done), cut),
            Err(failure) => (None, Some(failure)),
        };
        if let Some(done) = done.filter(|done| done.value.is_anything()) {
            front.print(&receipt::one(&front.style(), &done, &TickedPage(&done.value)).stdout)?;
            say(front, &done.value, "done-tick");
        }
        match cut {
            None => {}
            Some(failure) if passes(&failure) => super::tell_failure(front, &failure),
            Some(failure) => return Err(failure),
        }
        ending = ending.or_else(|| signals.wait(pause));
    }
    if ending == Some(News::Interrupted) { Err(Failure::Stopped) } else { Ok(()) }
}

/// Transaction after transaction, each followed by `see_to`, until one does nothing or it `is_to_end`; what was done before one failed
/// is done, and comes with the failure.
fn until_nothing_is_left(
    front: &Front<'_>,
    call: &Call,
    is_to_end: &mut dyn FnMut() -> bool,
    see_to: SeeTo<'_>,
) -> Result<(Done<Ticked>, Option<Failure>), Failure> {
    let mut so_far: Option<Done<Ticked>> = None;
    loop {
        let began = Instant::now();
        let step = match (step(front, call, see_to), &so_far) {
            (Ok(step), _) => step,
            (Err(failure), None) => return Err(failure),
            (Err(failure), Some(_)) => {
                return so_far.map_or(Err(Failure::Internal), |done| Ok((done, Some(Failure::CutShort(Box::new(failure))))));
            }
        };
        let is_last = step.dry_run || !step.value.may_go_on();
        let done = match so_far.take() {
            None => step,
            Some(mut done) => {
                done.value.add(&step.value);
                done.mail.extend(step.mail);
                Done { errand: step.errand, ..done }
            }
        };
        if is_last || is_to_end() {
            return Ok((done, None));
        }
        so_far = Some(done);
        cut::let_others_in(began.elapsed());
    }
}

/// One transaction.
fn step(front: &Front<'_>, call: &Call, see_to: SeeTo<'_>) -> Result<Done<Ticked>, Failure> {
    let store = front.store()?;
    let app = App::new(&store, front.clock.now(), env::seed()?, Credentials::Owner, front.words.language());
    let done = app.tick(call)?;
    if !done.dry_run {
        see_to(&app, &done)?;
    }
    Ok(done)
}

/// Whether it is only for now that the desk cannot be changed.
fn passes(failure: &Failure) -> bool {
    if let Failure::CutShort(cause) = failure {
        return passes(cause);
    }
    let Failure::App(app::Error::Store(error)) = failure else { return false };
    matches!(error, StoreError::Busy | StoreError::Conflict | StoreError::InDoubt(_))
}

/// Tells a person what was done, or would be.
fn say(front: &Front<'_>, ticked: &Ticked, id: &str) {
    let counts = ticked.counts().chain([("letters", ticked.letters), ("retries", ticked.retries)]);
    // That the keys of old commands are forgotten is nothing to anybody.
    let told = counts.filter(|(name, count)| *count > 0 && *name != "commands");
    let told: Vec<_> =
        told.map(|(name, count)| front.words.format(&format!("done-tick-{name}"), &[("count", count.into())])).collect();
    if told.is_empty() {
        front.say("done-tick-nothing", &[]);
    } else {
        front.say(id, &[("done", told.join("; ").into())]);
    }
}
