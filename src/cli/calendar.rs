//! `calendar`: when the desk works, how a deadline comes about, holidays out of a file.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::Map;

use super::front::Front;
use super::read::{self, Edge};
use super::sheet::decode::{self, Undecodable};
use super::{options, pager};
use crate::app::calendar::{DueView, HolidayDeed, ImportedHoliday, YearView};
use crate::app::change::Done;
use crate::app::{self, LineRefusal};
use crate::domain::calendar::ics;
use crate::domain::refusal::Refusal;
use crate::domain::sheet::SheetFault;
use crate::ui::error::Failure;
use crate::ui::receipt;

/// The command line of the verb.
pub fn command() -> Command {
    let file = Arg::new("file").value_parser(value_parser!(PathBuf)).required(true);
    Command::new("calendar")
        .visible_alias("calendario")
        .subcommand_required(true)
        .subcommand(Command::new("show").visible_alias("ver").arg(options::value("year").allow_hyphen_values(true)))
        .subcommand(Command::new("due").visible_alias("plazo").arg(options::positional("time").required(true)))
        .subcommand(options::changing(Command::new("import").visible_alias("importar").arg(file)))
}

/// Does what the second word says.
///
/// # Errors
/// `bad-value` for a year or a time that is none; what is wrong with a file; those of the gate and of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("show", matches)) => show(front, matches),
        Some(("due", matches)) => due(front, matches),
        Some((_, matches)) => import(front, matches),
        None => Ok(()),
    }
}

fn show(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<YearView>()?;
    let year = options::text(matches, "year").map(year).transpose()?;
    front.with(|app| pager::print(front, &front.style().one(&app.calendar_year(year)?, Map::new())))
}

/// A year, whether or not any calendar has it.
fn year(text: &str) -> Result<i32, Failure> {
    let is_year = (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = is_year.then(|| text.parse().ok()).flatten();
    year.ok_or_else(|| Failure::BadValue("--year".to_owned(), text.chars().take(100).collect()))
}

fn due(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<DueView>()?;
    let text = options::text(matches, "time").unwrap_or_default();
    front.with(|app| {
        let message_at = read::time("TIME", text, Edge::Start, app.zone()?, front.now)?;
        pager::print(front, &front.style().one(&app.explain_deadline(message_at)?, Map::new()))
    })
}

fn import(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<ImportedHoliday>()?;
    let path = options::path(matches, "file").map_or(Path::new("-"), PathBuf::as_path);
    let bytes = read::whole(path, ics::LARGEST)?;
    let text = text(path, &bytes)?;
    let call = front.call("calendar import", matches, &text);
    let receipt = |done: &Done<Vec<ImportedHoliday>>| receipt::many(&style, done, &done.value, |_, _| false);
    front.with(|app| {
        let outcome = app.import_holidays(&call, &text, &receipt)?;
        let Some(done) = front.finish(app, outcome, &receipt)? else { return Ok(()) };
        let added = done.value.iter().filter(|imported| imported.deed == HolidayDeed::Added).count();
        match (added, done.value.len()) {
            (_, 0) => front.say("done-calendar-empty", &[]),
            (0, _) => front.say("done-already", &[]),
            (added, all) => front.say("done-calendar-import", &[("added", added.into()), ("known", (all - added).into())]),
        }
        Ok(())
    })
}

/// The text of a calendar file, which should be UTF-8; programs of before write Latin-1 all the same.
fn text<'b>(path: &Path, bytes: &'b [u8]) -> Result<std::borrow::Cow<'b, str>, Failure> {
    let lines = |lines: Vec<u64>, fault: SheetFault| {
        let refused = lines.into_iter().take(100).map(|line| LineRefusal { line, refusal: Refusal::BadSheet(fault.clone()) });
        app::Error::Lines(refused.collect()).into()
    };
    decode::text(bytes).map_err(|fault| match fault {
        Undecodable::NoText => Failure::NotText(path.to_owned()),
        Undecodable::Mixed(found) => lines(found, SheetFault::OtherEncoding),
        Undecodable::Unknown(found) => lines(found, SheetFault::UnknownEncoding),
    })
}
