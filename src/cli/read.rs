//! Reading what options name: messages, files, passwords, codes, numbers, times.
//!
//! Everything is bounded. Standard input is read only where the command line says so.

mod listed;

use std::fs::{File, Metadata, OpenOptions};
use std::io::{BufRead, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use chrono::{Days, NaiveDate, NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use clap::ArgMatches;

use super::front::Front;
use super::options;
use crate::app::people;
use crate::auth::Secret;
use crate::domain::account::{EmailAddress, PersonName};
use crate::domain::password::LONGEST_PASSWORD;
use crate::domain::refusal::Refusal;
use crate::domain::text::LONGEST_MESSAGE;
use crate::domain::ticket::TicketNumber;
use crate::domain::time::{Span, Timestamp};
use crate::ui::error::Failure;

pub use listed::{numbers, tasks, unreadable};

/// A pipe that takes the place of a file between two looks at it is not waited for.
const NONBLOCK: i32 = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a file, or of standard input for `-`: at most `most`, and one more if there are more.
///
/// # Errors
/// `File`, `Stdin`, `NotRegular`.
pub fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    if is_stdin(path) {
        let mut bytes = Vec::new();
        std::io::stdin().lock().take(most + 1).read_to_end(&mut bytes).map_err(Failure::Stdin)?;
        return Ok(bytes);
    }
    rest(path, open(path)?, most)
}

/// The bytes of a file, or of standard input for `-`, if they are not more than `most`.
///
/// # Errors
/// `File`, `Stdin`, `NotRegular`, `TooLarge`.
pub fn whole(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let bytes = bytes(path, most)?;
    if bytes.len() as u64 > most { Err(Failure::TooLarge(path.to_owned(), most)) } else { Ok(bytes) }
}

/// The bytes of an open file: at most `most`, and one more if there are more.
///
/// # Errors
/// `File`.
pub fn rest(path: &Path, file: File, most: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = file.take(most + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::File(path.to_owned(), error))?;
    Ok(bytes)
}

/// Opens a file to be read, and nothing else: a pipe or a device would be waited for.
///
/// What is open already and only handed over, as `/dev/stdin` or by the shell's `<(program)`, is whatever it is, and
/// `/dev/null` is empty.
///
/// # Errors
/// `File`, `NotRegular`.
pub fn open(path: &Path) -> Result<File, Failure> {
    let fault = |error| Failure::File(path.to_owned(), error);
    let is_handed_over = ["/dev/stdin", "/dev/null"].iter().any(|known| path == Path::new(known)) || path.starts_with("/dev/fd");
    let check = |metadata: Metadata| {
        if metadata.is_dir() {
            return Err(fault(std::io::ErrorKind::IsADirectory.into()));
        }
        if metadata.is_file() || is_handed_over { Ok(()) } else { Err(Failure::NotRegular(path.to_owned())) }
    };
    // Devices may do something when they are opened, so it is asked before; and after, as it may be another by then.
    check(std::fs::metadata(path).map_err(fault)?)?;
    let mut options = OpenOptions::new();
    options.read(true);
    if !is_handed_over {
        options.custom_flags(NONBLOCK);
    }
    let file = options.open(path).map_err(fault)?;
    check(file.metadata().map_err(fault)?)?;
    Ok(file)
}

/// The text of a file, or of standard input for `-`; too much of it is refused by the domain.
///
/// # Errors
/// `File`, `NotRegular`, `NotText`, `MessageTooLong`.
pub fn text(path: &Path) -> Result<String, Failure> {
    let bytes = bytes(path, LONGEST_MESSAGE as u64)?;
    if bytes.len() > LONGEST_MESSAGE {
        let refusal = Refusal::MessageTooLong { most: LONGEST_MESSAGE as u64 };
        return Err(refusal.into());
    }
    let text = String::from_utf8(bytes).map_err(|_| Failure::NotText(path.to_owned()))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The message that `-m` or `-F` gives, if either does.
///
/// # Errors
/// Those of [`text`].
pub fn message(matches: &ArgMatches) -> Result<Option<String>, Failure> {
    match (options::owned(matches, "message"), options::path(matches, "message-file")) {
        (Some(message), _) => Ok(Some(message)),
        (None, Some(path)) => text(path).map(Some),
        (None, None) => Ok(None),
    }
}

/// Lines of standard input or of a file, each a secret: as many as are wanted.
///
/// # Errors
/// `File`, `NotRegular`, `NotText`, `EmptyInput` and `EmptyPasswordFile` when there are fewer.
pub fn secrets(front: &Front<'_>, matches: &ArgMatches, count: usize) -> Result<Option<Vec<Secret>>, Failure> {
    let from_file = options::path(matches, "password-file");
    let path = match (options::is_set(matches, "password-stdin"), from_file) {
        // A terminal would show what is typed: there it is asked for, unseen, or nothing comes of it.
        (true, _) if front.can_ask() => return Ok(None),
        (true, _) if front.environment.stdin_is_terminal => return Err(Failure::EmptyInput(count)),
        (true, _) => Path::new("-"),
        (false, Some(path)) => path.as_path(),
        (false, None) => return Ok(None),
    };
    let fault = |error| if is_stdin(path) { Failure::Stdin(error) } else { Failure::File(path.to_owned(), error) };
    let reader: Box<dyn Read> = if is_stdin(path) { Box::new(std::io::stdin().lock()) } else { Box::new(open(path)?) };
    let most = (LONGEST_PASSWORD as u64 + 2) * count as u64 + 1;
    let mut lines = std::io::BufReader::new(reader.take(most));
    let mut secrets = Vec::with_capacity(count);
    for _ in 0..count {
        let mut line = Vec::new();
        lines.read_until(b'\n', &mut line).map_err(fault)?;
        if line.is_empty() {
            return Err(if is_stdin(path) { Failure::EmptyInput(count) } else { Failure::EmptyPasswordFile(count) });
        }
        let line = String::from_utf8(line).map_err(|_| Failure::NotText(path.to_owned()))?;
        secrets.push(Secret::new(line.trim_end_matches(['\n', '\r']).to_owned()));
    }
    Ok(Some(secrets))
}

/// A code, from the command line or, for `-`, a line of standard input.
///
/// # Errors
/// `Stdin`, `NotText`, `Missing` for nothing.
pub fn code(given: &str) -> Result<String, Failure> {
    if given != "-" {
        return Ok(given.to_owned());
    }
    let stdin = Path::new("-");
    let mut line = Vec::new();
    let read = std::io::stdin().lock().take(256).read_until(b'\n', &mut line);
    read.map_err(Failure::Stdin)?;
    let line = String::from_utf8(line).map_err(|_| Failure::NotText(stdin.to_owned()))?;
    match line.trim() {
        "" => Err(Failure::Missing("CODE".to_owned())),
        code => Ok(code.to_owned()),
    }
}

/// A mail address.
///
/// # Errors
/// `BadValue`.
pub fn email(text: &str) -> Result<EmailAddress, Failure> {
    Ok(people::email("--email", text)?)
}

/// A person's name.
///
/// # Errors
/// `BadValue`.
pub fn name(text: &str) -> Result<PersonName, Failure> {
    Ok(people::name("--name", text)?)
}

/// One ticket's number.
///
/// # Errors
/// `BadValue` for what cannot be one.
pub fn number(text: &str) -> Result<TicketNumber, Failure> {
    TicketNumber::parse(text).ok_or_else(|| unreadable(text).refusal.into())
}

/// Sees that at most one option reads standard input: the second would find nothing left.
///
/// # Errors
/// `OneStdin`.
pub fn one_reader(matches: &ArgMatches) -> Result<(), Failure> {
    let is_path = |name: &str| options::path(matches, name).is_some_and(|path| is_stdin(path));
    let is_text = |name: &str| options::texts(matches, name).iter().any(|text| text == "-");
    let readers = [
        (is_text("number"), "NUMBER…"),
        (is_text("id"), "ID…"),
        (is_path("message-file"), "--message-file"),
        (is_path("file"), "FILE"),
        (is_path("from"), "--from"),
        (is_text("code"), "CODE"),
        (is_text("value"), "VALUE"),
        (options::is_set(matches, "password-stdin"), "--password-stdin"),
        (is_path("password-file"), "--password-file"),
    ];
    let mut found = readers.into_iter().filter(|(reads, _)| *reads).map(|(_, name)| name.to_owned());
    match (found.next(), found.next()) {
        (Some(one), Some(other)) => Err(Failure::OneStdin(one, other)),
        _ => Ok(()),
    }
}

/// Which end of a day a date stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Its beginning.
    Start,
    /// Its end, so that the day is included.
    End,
}

/// A time that lies ahead as an option gives it: as [`time`] reads it, a date to the end of its day, and a span from now on.
///
/// # Errors
/// `BadTimeAhead`.
pub fn time_ahead(option: &str, text: &str, zone: Tz, now: Timestamp) -> Result<Timestamp, Failure> {
    match Span::parse_of_any_length(text) {
        Some(span) => Ok(now.plus(span)),
        None => time(option, text, Edge::End, zone, now)
            .map_err(|_| Failure::BadTimeAhead(option.to_owned(), text.chars().take(100).collect())),
    }
}

/// A time as an option gives it: `2026-11-23`, `2026-11-23 10:15`, RFC 3339, or so long ago: `3d`, `12h`.
///
/// # Errors
/// `BadValue`.
pub fn time(option: &str, text: &str, edge: Edge, zone: Tz, now: Timestamp) -> Result<Timestamp, Failure> {
    let wrong = || Failure::BadValue(option.to_owned(), text.chars().take(100).collect());
    if let Some(span) = Span::parse(text) {
        return Ok(now.minus(span));
    }
    if let Some(time) = Timestamp::parse_rfc3339(text) {
        return Ok(time);
    }
    let local = match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        Ok(day) if edge == Edge::End => day.checked_add_days(Days::new(1)).ok_or_else(wrong)?.and_hms_opt(0, 0, 0),
        Ok(day) => day.and_hms_opt(0, 0, 0),
        Err(_) => ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
            .iter()
            .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok()),
    };
    let local = local.ok_or_else(wrong)?;
    let time = zone.from_local_datetime(&local).earliest().or_else(|| {
        // A time that the change to summer time skips stands for the moment after the gap.
        zone.from_local_datetime(&(local + chrono::TimeDelta::hours(1))).earliest()
    });
    Ok(Timestamp::from_millis(time.ok_or_else(wrong)?.timestamp_millis()))
}
