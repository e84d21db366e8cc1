//! What the verbs over many tickets share: how their outcome is printed, told and turned into an exit code.

use super::env::Engine;
use super::front::Front;
use super::{spoken, telling};
use crate::app::App;
use crate::app::change::{Done, Outcome, Receipt};
use crate::app::many::{Batch, Partly};
use crate::app::view::ChangedTicket;
use crate::store::Printed;
use crate::ui::error::{self, Failure, Shape, Told};
use crate::ui::present::Style;
use crate::ui::receipt;

/// Of so many tickets and more it may be worth telling that something is being done: fewer are done before anybody looks.
const MANY: usize = 500;

/// Works on so many tickets, under a line that says so where they are many.
pub fn working<T>(front: &Front<'_>, count: usize, work: impl FnOnce() -> T) -> T {
    let _line = (count >= MANY).then(|| front.waiting("ui-progress-tickets"));
    work()
}

/// How a batch is printed, with what is told of the tickets that were refused.
pub fn receipt<'f>(front: &'f Front<'_>) -> impl Fn(&Done<Batch>) -> Printed + use<'f> {
    receipt_as(front, |style, done| receipt::many(style, done, &done.value.tickets, ChangedTicket::is_told_by))
}

/// The same where a verb has more to show of its tickets.
pub fn receipt_as<'f>(
    front: &'f Front<'_>,
    rows: fn(&Style<'_>, &Done<Batch>) -> Printed,
) -> impl Fn(&Done<Batch>) -> Printed + use<'f> {
    partly_receipt(front, rows)
}

/// The same for what is done to many things of another kind.
pub fn partly_receipt<'f, B: Partly>(
    front: &'f Front<'_>,
    rows: fn(&Style<'_>, &Done<B>) -> Printed,
) -> impl Fn(&Done<B>) -> Printed + use<'f, B> {
    let style = front.style();
    move |done| {
        let printed = rows(&style, done);
        if done.value.refusals().is_empty() {
            return printed;
        }
        let told = told_in_part(front, done);
        // It is told again on whatever terminal asks for it.
        let stderr = error::written(&told, Shape { colour: false, width: usize::MAX, ..telling::shape(front) });
        Printed { stderr: stderr.into_bytes(), exit: told.exit, ..printed }
    }
}

/// The failure of a batch that was done in part.
fn told_in_part<B: Partly>(front: &Front<'_>, done: &Done<B>) -> Told {
    let failure = Failure::PartlyDone(B::OF, done.value.refusals().to_vec(), done.dry_run);
    error::tell(&failure, &front.words, &|time| time.to_rfc3339())
}

/// Prints a batch, says what was done, and fails where some tickets were refused.
///
/// # Errors
/// `PartlyDone`; when standard output cannot be written.
pub fn finish(front: &Front<'_>, app: &App<'_, Engine>, outcome: Outcome<Batch>, word: &str) -> Result<(), Failure> {
    finish_with_words(front, app, outcome, word, None)
}

/// The same where words were given with the change: those that nothing changed for are not kept, and whoever gave them is told how
/// to write them, with this verb.
///
/// # Errors
/// As [`finish`].
pub fn finish_with_words(
    front: &Front<'_>,
    app: &App<'_, Engine>,
    outcome: Outcome<Batch>,
    word: &str,
    verb: Option<&str>,
) -> Result<(), Failure> {
    finish_as(front, app, outcome, &receipt(front), &|batch| {
        say_done(front, batch, word);
        say_what_waits(front, batch);
        if let Some(verb) = verb {
            say_words_not_kept(front, batch, verb, |_| true);
        }
    })
}

/// The same with another receipt, and with what is said of what was done.
///
/// # Errors
/// As [`finish`].
pub fn finish_as<B: Partly>(
    front: &Front<'_>,
    app: &App<'_, Engine>,
    outcome: Outcome<B>,
    receipt: Receipt<'_, B>,
    say: &dyn Fn(&B),
) -> Result<(), Failure> {
    // A script that is told of refusals finds one object on standard error, and nothing else.
    let partly = match &outcome {
        Outcome::Done(done) if !done.value.refusals().is_empty() => {
            Some(Failure::PartlyDone(B::OF, done.value.refusals().to_vec(), done.dry_run))
        }
        _ => None,
    };
    front.is_hushed.set(partly.is_some() && front.global.format.is_json());
    let finished = front.finish(app, outcome, receipt);
    match (finished, partly) {
        (Ok(Some(done)), partly) => {
            say(&done.value);
            partly.map_or(Ok(()), Err)
        }
        // What was refused matters more than that what was done cannot be shown.
        (Ok(None) | Err(Failure::ClosedPipe | Failure::Output(_) | Failure::DoneUnprinted(..)), Some(partly)) => Err(partly),
        (finished, _) => finished.map(drop),
    }
}

/// Says how many tickets were changed, in these words.
pub fn say_done(front: &Front<'_>, batch: &Batch, word: &str) {
    let changed = batch.tickets.iter().filter(|ticket| ticket.changed).count();
    match batch.tickets.iter().find(|ticket| ticket.changed) {
        Some(first) => {
            let into = first.ticket.merged_into.as_ref().map_or_else(String::new, ToString::to_string);
            let number = first.ticket.number.as_str();
            front.say(word, &[("count", changed.into()), ("number", number.into()), ("into", into.into())]);
        }
        None if batch.tickets.is_empty() => front.say("done-no-numbers", &[]),
        None => {
            front.say("done-already", &[]);
            say_where_it_goes_on(front, batch);
        }
    }
}

/// Says of tickets that were closed that something waits to be done about them all the same.
fn say_what_waits(front: &Front<'_>, batch: &Batch) {
    let mut waiting = batch.tickets.iter().filter(|ticket| ticket.has_tasks);
    if let Some(first) = waiting.next() {
        say_of_tasks(front, 1 + waiting.count(), first.ticket.number.as_str());
    }
}

/// Says of so many closed tickets, of which this is the first, that they have tasks that wait.
pub fn say_of_tasks(front: &Front<'_>, count: usize, number: &str) {
    let command = spoken("task list", front.words.language()).into();
    front.say("done-close-tasks", &[("count", count.into()), ("number", number.into()), ("command", command)]);
}

/// Says of a ticket that nothing can change for any more where it goes on.
fn say_where_it_goes_on(front: &Front<'_>, batch: &Batch) {
    let merged =
        |ticket: &ChangedTicket| Some((ticket.ticket.number.to_string(), ticket.ticket.merged_into.as_ref()?.to_string()));
    if let Some((number, into)) = batch.tickets.iter().find_map(merged) {
        front.say("done-merged-before", &[("number", number.into()), ("into", into.into())]);
    }
}

/// Says of tickets that nothing changed for that the words that came with them are not kept, and how to write them, with this verb;
/// nothing of those in which they stand already, as somebody does the same thing twice.
pub fn say_words_not_kept(front: &Front<'_>, batch: &Batch, verb: &str, has_words: impl Fn(&ChangedTicket) -> bool) {
    let mut unchanged = batch.tickets.iter().filter(|ticket| !(ticket.changed || ticket.is_said) && has_words(ticket));
    if let Some(first) = unchanged.next() {
        let number = first.ticket.number.as_str();
        // Where it goes on, they can be written.
        let open = first.ticket.merged_into.as_ref().map_or(number, |into| into.as_str());
        let command = spoken(&format!("{verb} {open} -m …"), front.words.language());
        let values = [("count", (1 + unchanged.count()).into()), ("number", number.into()), ("command", command.into())];
        front.say("done-words-not-kept", &values);
    }
}
