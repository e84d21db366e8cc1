//! Holidays out of a calendar file (iCalendar, RFC 5545), as regions, towns and other programs publish them.
//!
//! Of all that such files may hold, whole days count, single ones and those of every year; what would have to be guessed at is a
//! fault with its line, and so is what holidays are not: hours, weekly meetings, events of hundreds of years. Bounded, and pure.

mod lines;
mod repeats;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

use self::lines::{parts, summary, unfolded};
use self::repeats::{Repeats, yearly};
use super::holiday::{HolidayRule, YEARS};

/// The most bytes of a file.
pub const LARGEST: u64 = 1024 * 1024;
/// The most events that are read of a file.
pub const MOST_EVENTS: usize = 2_000;
/// The most days that one event lasts.
pub const LONGEST_EVENT: u32 = 366;
/// So many faults are told of a file.
const MOST_FAULTS: usize = 100;
/// The most characters of what an event is called.
const LONGEST_SUMMARY: usize = 100;

/// What is wrong with a calendar file, or a line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IcsFault {
    /// It is no calendar file.
    NotACalendar,
    /// The file ends in the middle.
    Cut,
    /// A line that cannot be read.
    Unreadable,
    /// More events than are read of one file.
    TooManyEvents {
        /// The most.
        most: u64,
    },
    /// An event does not say when it begins.
    NoStart,
    /// A date that no calendar has.
    BadDate {
        /// What stands there.
        value: String,
    },
    /// An event that does not last whole days.
    NotWholeDays,
    /// An event that ends before it begins.
    EndsBefore,
    /// An event that lasts longer than any holiday does.
    TooLong {
        /// The most days.
        most: u64,
    },
    /// An event that comes again in another way than every year on its day.
    Repeats,
}

/// A holiday that a file has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IcsHoliday {
    /// The line that its event begins on, counted from 1.
    pub line: u64,
    /// When it is.
    pub rule: HolidayRule,
    /// What it is called; empty where it has no name.
    pub summary: String,
}

/// The faults of a file, each with its line.
type Faults = Vec<(u64, IcsFault)>;

/// The holidays of a calendar file, in its order, each rule once; times in UTC are those of `zone`.
///
/// # Errors
/// What is wrong with it, by lines: then nothing of it is to be used.
pub fn parse(text: &str, zone: Tz) -> Result<Vec<IcsHoliday>, Faults> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = Reader { zone, open: Vec::new(), event: None, events: 0, found: Vec::new(), faults: Vec::new() };
    let lines = unfolded(&text);
    if !lines.first().is_some_and(|(_, line)| line.trim_end().eq_ignore_ascii_case("BEGIN:VCALENDAR")) {
        return Err(vec![(lines.first().map_or(1, |(line, _)| *line), IcsFault::NotACalendar)]);
    }
    for (number, line) in &lines {
        reader.line(*number, line);
        if reader.faults.len() >= MOST_FAULTS || reader.events > MOST_EVENTS {
            return Err(reader.faults);
        }
    }
    // Half of a line is all that may be wrong with a file that ends in the middle.
    let last = lines.last().map_or(1, |(line, _)| *line);
    if !reader.open.is_empty() && reader.faults.iter().all(|(line, _)| *line == last) {
        reader.faults = vec![(last, IcsFault::Cut)];
    }
    if reader.faults.is_empty() { Ok(once(reader.found)) } else { Err(reader.faults) }
}

/// Each rule once, as its first event has it.
fn once(found: Vec<IcsHoliday>) -> Vec<IcsHoliday> {
    let mut seen = std::collections::HashSet::new();
    found.into_iter().filter(|holiday| seen.insert(holiday.rule)).collect()
}

/// An event as its lines tell it.
#[derive(Default)]
struct Event {
    line: u64,
    start: Option<(u64, String)>,
    end: Option<(u64, String)>,
    duration: Option<(u64, String)>,
    rule: Option<(u64, String)>,
    exception: Option<u64>,
    summary: String,
    is_cancelled: bool,
}

struct Reader {
    zone: Tz,
    /// What has begun and not ended.
    open: Vec<String>,
    event: Option<Event>,
    events: usize,
    found: Vec<IcsHoliday>,
    faults: Faults,
}

impl Reader {
    fn line(&mut self, number: u64, line: &str) {
        let Some((name, value)) = parts(line) else {
            self.faults.push((number, IcsFault::Unreadable));
            return;
        };
        match name.as_str() {
            "BEGIN" => self.begin(number, value.to_ascii_uppercase()),
            "END" => self.end(number, &value.to_ascii_uppercase()),
            // What belongs to an alarm or a zone inside of an event is not about the event.
            _ if self.open.last().is_some_and(|open| open == "VEVENT") => self.property(number, &name, value),
            _ => {}
        }
    }

    fn begin(&mut self, number: u64, what: String) {
        // Nothing that is written well goes deeper, and nobody would tell it from what is not.
        if self.open.len() >= 8 || (what == "VEVENT" && self.event.is_some()) {
            self.faults.push((number, IcsFault::Unreadable));
            return;
        }
        if what == "VEVENT" {
            self.events += 1;
            if self.events > MOST_EVENTS {
                self.faults = vec![(number, IcsFault::TooManyEvents { most: MOST_EVENTS as u64 })];
                return;
            }
            self.event = Some(Event { line: number, ..Event::default() });
        }
        self.open.push(what);
    }

    fn end(&mut self, number: u64, what: &str) {
        if self.open.last().is_none_or(|open| open != what) {
            self.faults.push((number, IcsFault::Unreadable));
            return;
        }
        self.open.pop();
        if what == "VEVENT"
            && let Some(event) = self.event.take()
            && !event.is_cancelled
        {
            match event.holidays(self.zone) {
                Ok(holidays) => self.found.extend(holidays),
                Err(fault) => self.faults.push(fault),
            }
        }
    }

    fn property(&mut self, number: u64, name: &str, value: &str) {
        let Some(event) = &mut self.event else { return };
        let given = || Some((number, value.to_owned()));
        match name {
            "DTSTART" => event.start = given(),
            "DTEND" => event.end = given(),
            "DURATION" => event.duration = given(),
            "RRULE" if event.rule.is_none() => event.rule = given(),
            // Two rules, more days or fewer: what they come to together is no rule that is known here.
            "RRULE" | "RDATE" | "EXDATE" | "EXRULE" | "RECURRENCE-ID" => event.exception = Some(number),
            "SUMMARY" => event.summary = summary(value),
            "STATUS" => event.is_cancelled = value.eq_ignore_ascii_case("CANCELLED"),
            _ => {}
        }
    }
}

impl Event {
    fn holidays(&self, zone: Tz) -> Result<Vec<IcsHoliday>, (u64, IcsFault)> {
        let (line, start) = self.start.as_ref().ok_or((self.line, IcsFault::NoStart))?;
        let first = moment(start, zone).map_err(|fault| (*line, fault))?;
        if first.time() != NaiveTime::MIN {
            return Err((*line, IcsFault::NotWholeDays));
        }
        let first = first.date();
        let days = self.days(first, zone)?;
        if let Some(line) = self.exception {
            return Err((line, IcsFault::Repeats));
        }
        let mut firsts = vec![first];
        let mut is_for_ever = false;
        if let Some((line, rule)) = &self.rule {
            match yearly(rule, first, zone).ok_or((*line, IcsFault::Repeats))? {
                Repeats::ForEver => is_for_ever = true,
                Repeats::On(dates) => firsts = dates,
            }
            if firsts.len() as u64 * u64::from(days) > u64::from(LONGEST_EVENT) {
                return Err((*line, IcsFault::TooLong { most: LONGEST_EVENT.into() }));
            }
        }
        let day = |date: NaiveDate| match is_for_ever {
            false => HolidayRule::Date(date),
            true => HolidayRule::EveryYear {
                month: u8::try_from(date.month()).unwrap_or_default(),
                day: u8::try_from(date.day()).unwrap_or_default(),
            },
        };
        let dates = firsts.iter().flat_map(|first| first.iter_days().take(days as usize));
        if !dates.clone().all(|date| YEARS.contains(&date.year())) {
            return Err((*line, IcsFault::BadDate { value: cut(start) }));
        }
        Ok(dates.map(|date| IcsHoliday { line: self.line, rule: day(date), summary: self.summary.clone() }).collect())
    }

    /// How many days it lasts: at least one.
    fn days(&self, first: NaiveDate, zone: Tz) -> Result<u32, (u64, IcsFault)> {
        let (line, days) = match (&self.end, &self.duration) {
            (Some((line, end)), _) => {
                let at = |fault| (*line, fault);
                let end = moment(end, zone).map_err(at)?;
                // It ends before this day; some programs say instead that it ends with the one before.
                let until = match end.time() {
                    NaiveTime::MIN => Some(end.date()),
                    time if time.format("%H:%M").to_string() == "23:59" => end.date().succ_opt(),
                    _ => return Err(at(IcsFault::NotWholeDays)),
                };
                (*line, until.map_or(i64::MAX, |until| until.signed_duration_since(first).num_days()))
            }
            (None, Some((line, duration))) => (*line, whole_days(duration).ok_or((*line, IcsFault::NotWholeDays))?),
            (None, None) => (self.line, 1),
        };
        match u32::try_from(days) {
            // That it ends on the day on which it begins is how some programs write a single day.
            Ok(0) => Ok(1),
            Ok(days) if days <= LONGEST_EVENT => Ok(days),
            Err(_) if days < 0 => Err((line, IcsFault::EndsBefore)),
            _ => Err((line, IcsFault::TooLong { most: LONGEST_EVENT.into() })),
        }
    }
}

/// A date, or a date and a time: as the clocks of wherever it is meant show it, and those of `zone` for a time in UTC.
fn moment(value: &str, zone: Tz) -> Result<NaiveDateTime, IcsFault> {
    let wrong = || IcsFault::BadDate { value: cut(value) };
    let is_digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    let date = |text: &str| {
        let date = is_digits(text, 8).then(|| NaiveDate::parse_from_str(text, "%Y%m%d").ok()).flatten();
        date.filter(|date| YEARS.contains(&date.year())).ok_or_else(wrong)
    };
    let Some((day, time)) = value.split_once('T') else { return Ok(date(value)?.and_time(NaiveTime::MIN)) };
    let (time, is_utc) = time.strip_suffix('Z').map_or((time, false), |time| (time, true));
    let time = is_digits(time, 6).then(|| NaiveTime::parse_from_str(time, "%H%M%S").ok()).flatten().ok_or_else(wrong)?;
    let written = date(day)?.and_time(time);
    let local = zone.from_utc_datetime(&written).naive_local();
    // Some programs write the midnights of whole days in UTC as they stand.
    Ok(if is_utc && local.time() == NaiveTime::MIN { local } else { written })
}

/// How many whole days a duration is: `P1D`, `P2W`, `PT24H`.
fn whole_days(duration: &str) -> Option<i64> {
    let rest = duration.strip_prefix('+').unwrap_or(duration).strip_prefix('P')?;
    let count = |digits: &str| digits.parse::<u32>().ok().map(i64::from);
    if let Some(digits) = rest.strip_suffix('D') {
        return count(digits);
    }
    if let Some(digits) = rest.strip_suffix('W') {
        return count(digits).map(|weeks| weeks * 7);
    }
    let hours = count(rest.strip_prefix('T')?.strip_suffix('H')?)?;
    (hours % 24 == 0).then(|| TimeDelta::hours(hours).num_days())
}

fn cut(value: &str) -> String {
    value.chars().take(LONGEST_SUMMARY).collect()
}

#[cfg(test)]
mod tests;
