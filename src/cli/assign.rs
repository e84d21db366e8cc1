//! `assign` and `release`.

mod pairs;

use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::front::Front;
use super::guide::whom;
use super::{ask, batch, options, read};
use crate::app::assign::{Assign, Whom};
use crate::app::change::{Call, Done, Outcome};
use crate::app::many::{Batch, Numbers};
use crate::app::people::last_moment;
use crate::app::view::ChangedTicket;
use crate::domain::ticket::TicketNumber;
use crate::store::Printed;
use crate::ui::error::Failure;
use crate::ui::present::Style;
use crate::ui::receipt;
use crate::ui::safe;
use crate::ui::ticket::AssignedPage;

/// The command line of `assign`.
pub fn command() -> Command {
    let from = Arg::new("from").long("from").value_parser(value_parser!(PathBuf)).conflicts_with_all(["number", "to", "auto"]);
    let command = Command::new("assign")
        .visible_alias("asignar")
        .arg(options::numbers().required(false))
        .arg(options::value("to"))
        .arg(options::flag("auto").conflicts_with("to"))
        .arg(options::flag("explain").requires("auto").conflicts_with_all(["to", "from"]))
        .arg(from)
        .arg(options::value("note").allow_hyphen_values(true))
        .arg(options::flag("if-unassigned"))
        .arg(options::keep_going());
    options::changing(command)
}

/// Gives tickets to somebody.
///
/// # Errors
/// Refusals of tickets or of the person; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<AssignedPage<'_, false>>()?;
    let given = options::texts(matches, "number").join(" ");
    let (request, ignored) = request(front, matches)?;
    let rows = if options::is_set(matches, "explain") { rows::<true> } else { rows::<false> };
    submit_as(front, &front.call("assign", matches, &request), &request, rows)?;
    if !ignored.is_empty() {
        let ignored = ignored.join(", ");
        front.say("done-ignored-columns", &[("columns", safe::line(&ignored).into_owned().into())]);
    }
    ask::show_equivalent(front, &format!("assign {given}"));
    Ok(())
}

/// What is asked for, and the headings of a list that nothing is taken from.
fn request(front: &Front<'_>, matches: &ArgMatches) -> Result<(Assign, Vec<String>), Failure> {
    let note = options::owned(matches, "note");
    let if_unassigned = options::is_set(matches, "if-unassigned");
    let keep_going = options::is_set(matches, "keep-going");
    if note.as_deref().is_some_and(|note| note.trim().is_empty()) {
        return Err(Failure::EmptyNote);
    }
    if let Some(path) = options::path(matches, "from") {
        let list = pairs::read(path, keep_going)?;
        let numbers = Numbers {
            numbers: Vec::new(),
            unreadable: list.unreadable.into_iter().map(|refused| (0, refused)).collect(),
            keep_going,
        };
        return Ok((Assign { numbers, whom: Whom::List(list.pairs), note, if_unassigned }, list.ignored));
    }
    if options::texts(matches, "number").is_empty() {
        return Err(Failure::NoTickets);
    }
    let whom = match options::owned(matches, "to") {
        _ if options::is_set(matches, "auto") => Whom::Rule,
        Some(to) => Whom::Person(to),
        None if !front.can_ask() => return Err(Failure::Missing("--to".to_owned())),
        None => whom::choose(front, false)?.ok_or(Failure::ClosedPipe)?,
    };
    Ok((Assign { numbers: read::numbers(matches)?, whom, note, if_unassigned }, Vec::new()))
}

/// Assigns what was asked for in the menu.
///
/// # Errors
/// Refusals of tickets or of the person; those of the store.
pub fn submit(front: &Front<'_>, call: &Call, request: &Assign) -> Result<(), Failure> {
    submit_as(front, call, request, rows::<false>)
}

/// How the tickets are printed.
type Rows = fn(&Style<'_>, &Done<Batch>) -> Printed;

fn rows<const EXPLAINED: bool>(style: &Style<'_>, done: &Done<Batch>) -> Printed {
    let pages: Vec<_> = done.value.tickets.iter().map(AssignedPage::<EXPLAINED>).collect();
    receipt::many(style, done, &pages, |page, letter| page.0.is_told_by(letter))
}

fn submit_as(front: &Front<'_>, call: &Call, request: &Assign, rows: Rows) -> Result<(), Failure> {
    front.with(|app| {
        let receipt = batch::receipt_as(front, rows);
        let outcome = batch::working(front, count(request), || app.assign(call, request, &receipt))?;
        // Also in a rehearsal it is for people to read who would get what.
        let rehearsed = match &outcome {
            Outcome::Done(done) if done.dry_run => who_is_away(front, &done.value),
            _ => Vec::new(),
        };
        let finished = batch::finish_as(front, app, outcome, &receipt, &|batch| {
            batch::say_done(front, batch, "done-assign");
            say_who_is_away(front, &who_is_away(front, batch));
            let noted = noted(request);
            batch::say_words_not_kept(front, batch, "note", |row| request.note.is_some() || noted.contains(&row.ticket.number));
        });
        say_who_is_away(front, &rehearsed);
        finished
    })
}

/// How many tickets are asked for.
fn count(request: &Assign) -> usize {
    let listed = if let Whom::List(pairs) = &request.whom { pairs.len() } else { 0 };
    request.numbers.count() + listed
}

/// The tickets that a list has a note for.
fn noted(request: &Assign) -> HashSet<&TicketNumber> {
    let pairs = if let Whom::List(pairs) = &request.whom { pairs.as_slice() } else { &[] };
    pairs.iter().filter(|pair| pair.note.is_some()).map(|pair| &pair.number).collect()
}

/// Somebody who is away, as they are told of: the name, until when, and who got what was theirs, unless nobody looks after it.
type Absent = (String, String, Option<String>);

/// Those who are away, each once.
fn who_is_away(front: &Front<'_>, batch: &Batch) -> Vec<Absent> {
    let (mut found, mut told) = (Vec::new(), BTreeSet::new());
    for row in &batch.tickets {
        let (Some(assignment), Some(assignee)) = (&row.assignment, &row.ticket.assignee) else { continue };
        let Some(until) = assignment.away_until else { continue };
        let asked_for = assignment.asked_for.as_ref().unwrap_or(assignee);
        if told.insert(asked_for.handle.as_str()) {
            let until = front.dates(row.ticket.zone).told(last_moment(until));
            let substitute = assignment.asked_for.is_some().then(|| assignee.name.clone());
            found.push((asked_for.name.clone(), until, substitute));
        }
    }
    found
}

/// Says of each that somebody else got what was theirs, or that they are away and nobody looks after it.
fn say_who_is_away(front: &Front<'_>, absent: &[Absent]) {
    for (name, until, substitute) in absent {
        say_away(front, name, until, substitute.as_deref());
    }
}

/// Says that somebody whom tickets are given is away, and who gets them instead, if anybody does.
pub fn say_away(front: &Front<'_>, name: &str, until: &str, substitute: Option<&str>) {
    let id = if substitute.is_some() { "done-assign-substitute" } else { "done-assign-away" };
    let substitute = substitute.unwrap_or_default();
    front.say(id, &[("name", name.into()), ("until", until.into()), ("substitute", substitute.into())]);
}

/// The command line of `release`.
pub fn release_command() -> Command {
    let command = Command::new("release")
        .visible_aliases(["liberar", "unassign"])
        .arg(options::numbers())
        .arg(options::value("message").short('m').allow_hyphen_values(true))
        .arg(options::keep_going());
    options::changing(command)
}

/// Takes tickets from their assignee.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn release(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<ChangedTicket>()?;
    let numbers = read::numbers(matches)?;
    let reason = options::owned(matches, "message");
    submit_release(front, &front.call("release", matches, &(&numbers, &reason)), &numbers, reason.as_deref())
}

/// Releases what was asked for, by options or in the menu.
///
/// # Errors
/// Refusals of tickets; those of the store.
pub fn submit_release(front: &Front<'_>, call: &Call, numbers: &Numbers, reason: Option<&str>) -> Result<(), Failure> {
    front.with(|app| {
        let outcome = batch::working(front, numbers.count(), || app.release(call, numbers, reason, &batch::receipt(front)))?;
        batch::finish_with_words(front, app, outcome, "done-release", reason.map(|_| "note"))
    })
}
