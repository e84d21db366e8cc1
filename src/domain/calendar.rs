//! When the desk works: its zone, its week, its holidays, and working time counted along them.
//!
//! Working time is real time: the hours that pass between the beginning and the end of each working span, as a clock on the wall
//! shows them. A working day without opening hours lasts from one local midnight to the next: 24 hours, and 23 or 25 on the two
//! days a year on which the clocks change, because an answer that is promised in so many hours is waited for in real ones. (The
//! clocks of Europe change on Sundays, so a week from Monday to Friday never notices.)
//!
//! A local time that the clocks skip is the moment at which they skip it, one that they show twice is its first showing. So the
//! spans of a day never overlap, and none is lost or counted twice between them. No clock, no input, no words.

use chrono::{DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;

use super::time::{Span, Timestamp};

mod countdown;
mod fault;
mod holiday;
pub mod ics;
mod steps;
mod week;
mod year;
mod zone;

pub use countdown::Countdown;
pub use fault::CalendarFault;
pub use holiday::{HolidayRule, HolidaysOfYear, NATIONAL, NATIONAL_IDS, YEARS, easter};
pub use steps::{Explanation, Idle, Step, Work};
pub use week::{Hours, MINUTES_OF_DAY, Week};
pub use year::{Holiday, Known, Year};
pub use zone::{ClockChange, near_zones};

/// How many days are walked at most, a hundred years: nothing is due later, and nothing is counted further.
pub const MOST_DAYS: u32 = 36_525;

/// When a desk works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Where the desk's clocks hang.
    pub zone: Tz,
    /// The working days and their hours.
    pub week: Week,
    /// The days on which nobody works, besides the national ones; their order does not matter.
    pub holidays: Vec<HolidayRule>,
    /// Whether the national holidays of Spain are days off.
    pub national: bool,
}

impl Calendar {
    /// The calendar that the four settings describe: `calendar.timezone`, `.week`, `.holidays` and `.national`.
    ///
    /// `None` when one of them makes no sense, which checked settings never do.
    pub fn parse(zone: &str, week: &str, holidays: &str, national: &str) -> Option<Self> {
        let national = match national.trim() {
            "es" => true,
            "none" => false,
            _ => return None,
        };
        let zone = zone.trim().parse().ok()?;
        Some(Self { zone, week: Week::parse(week)?, holidays: HolidayRule::parse_list(holidays)?, national })
    }

    /// The holidays of a year, each once and in order, whether or not somebody would work on them; none outside [`YEARS`].
    pub fn holidays_of(&self, year: i32) -> Vec<NaiveDate> {
        let holidays = self.holidays_in(year);
        let first = NaiveDate::from_ymd_opt(year, 1, 1).filter(|_| YEARS.contains(&year));
        first
            .into_iter()
            .flat_map(|first| first.iter_days().take_while(|date| date.year() == year))
            .filter(|date| holidays.contains(*date))
            .collect()
    }

    /// Whether anybody works on a day.
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !self.week.hours(date.weekday()).is_empty() && !self.holidays_in(date.year()).contains(date)
    }

    /// The working time of a day, from and until, in order and without overlaps; none on a day off.
    ///
    /// A span that the clocks skip altogether is not there.
    pub fn working_spans(&self, date: NaiveDate) -> impl Iterator<Item = (Timestamp, Timestamp)> + '_ {
        let hours = if self.is_working_day(date) { self.week.hours(date.weekday()) } else { &[] };
        hours.iter().filter_map(move |hours| self.moments(date, *hours))
    }

    /// The moment at which so much working time has passed since `start`: the first one, so at the end of a day and not at the
    /// beginning of the next. No working time has passed at `start` itself.
    ///
    /// `None` when that is more than a hundred years away, or never, or when `start` is outside the years from 1 to 9999.
    pub fn add_working(&self, start: Timestamp, time: Span) -> Option<Timestamp> {
        let mut left = time;
        if left == Span::millis(0) {
            return self.local_date(start).map(|_| start);
        }
        self.walk(start, |from, until| {
            let length = until.since(from);
            let reached = left <= length;
            let moment = from.plus(left);
            left = Span::millis(left.as_millis() - length.as_millis());
            reached.then_some(moment)
        })
    }

    /// The latest start from which so much working time has passed at `end`: the other way round of [`Calendar::add_working`].
    ///
    /// Whoever has waited since then or longer has waited for `time`, and nobody else, so what is overdue is a range of an index.
    /// `None` when no start within a hundred years before `end` is early enough.
    pub fn latest_start(&self, end: Timestamp, time: Span) -> Option<Timestamp> {
        let has_passed = |start| self.add_working(start, time).is_some_and(|reached| reached <= end);
        // A later start is never reached earlier, so halving finds it.
        let (mut early, mut late) = (end.minus(Span::days(MOST_DAYS.into())), end.plus(Span::millis(1)));
        if !has_passed(early) {
            return None;
        }
        while late.since(early) > Span::millis(1) {
            let middle = early.plus(Span::millis(late.since(early).as_millis() / 2));
            if has_passed(middle) {
                early = middle;
            } else {
                late = middle;
            }
        }
        Some(early)
    }

    /// How much working time lies between two moments; none if the second is not after the first.
    ///
    /// Counted for a hundred years at most; none from outside the years from 1 to 9999.
    pub fn working_between(&self, start: Timestamp, end: Timestamp) -> Span {
        let mut total = Timestamp::from_millis(0);
        self.walk(start, |from, until| {
            if from < end {
                total = total.plus(until.min(end).since(from));
            }
            (until >= end).then_some(())
        });
        total.since(Timestamp::from_millis(0))
    }

    /// Whether a moment that was reached from another lies on one of the days that are walked from there.
    pub fn is_within_reach(&self, start: Timestamp, end: Timestamp) -> bool {
        // The end of a day is the beginning of the next.
        let dates = self.any_date(start).zip(self.any_date(end.minus(Span::millis(1)).max(start)));
        dates.is_some_and(|(first, last)| last.signed_duration_since(first).num_days() < i64::from(MOST_DAYS))
    }

    /// The local date at a moment; `None` outside [`YEARS`].
    pub fn local_date(&self, moment: Timestamp) -> Option<NaiveDate> {
        let utc = DateTime::from_timestamp_millis(moment.as_millis())?.naive_utc();
        if YEARS.contains(&utc.year()) { self.any_date(moment) } else { None }
    }

    /// The same, also where a walk ends that began at the end of [`YEARS`].
    fn any_date(&self, moment: Timestamp) -> Option<NaiveDate> {
        let utc = DateTime::from_timestamp_millis(moment.as_millis())?.naive_utc();
        let offset = self.zone.offset_from_utc_datetime(&utc).fix().local_minus_utc();
        Some((utc + TimeDelta::seconds(offset.into())).date())
    }

    /// Visits the spans of working time after `start`, the first one cut there, until one of them gives an answer.
    fn walk<Answer>(&self, start: Timestamp, mut visit: impl FnMut(Timestamp, Timestamp) -> Option<Answer>) -> Option<Answer> {
        // Nothing of the day before is left: its hours end when the clocks first show this date, even if they go back then.
        let first = self.local_date(start)?;
        let mut holidays = self.holidays_in(first.year());
        for date in first.iter_days().take(MOST_DAYS as usize) {
            let hours = self.week.hours(date.weekday());
            if hours.is_empty() {
                continue;
            }
            if holidays.year() != date.year() {
                holidays = self.holidays_in(date.year());
            }
            if holidays.contains(date) {
                continue;
            }
            for (from, until) in hours.iter().filter_map(|hours| self.moments(date, *hours)) {
                if until > start
                    && let Some(answer) = visit(from.max(start), until)
                {
                    return Some(answer);
                }
            }
        }
        None
    }

    fn holidays_in(&self, year: i32) -> HolidaysOfYear {
        let national: &[HolidayRule] = if self.national { &NATIONAL } else { &[] };
        HolidaysOfYear::new(year, national.iter().chain(&self.holidays))
    }

    /// Working hours of a date as moments; `None` when the clocks skip all of them.
    fn moments(&self, date: NaiveDate, hours: Hours) -> Option<(Timestamp, Timestamp)> {
        let (from, until) = (self.moment(date, hours.from)?, self.moment(date, hours.until)?);
        (from < until).then_some((from, until))
    }

    /// The moment at which the clocks of the desk show so many minutes after midnight, see the head of this file.
    fn moment(&self, date: NaiveDate, minutes: u16) -> Option<Timestamp> {
        let days = Days::new(u64::from(minutes / MINUTES_OF_DAY));
        let seconds = u32::from(minutes % MINUTES_OF_DAY) * 60;
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?;
        let local = date.checked_add_days(days)?.and_time(time);
        match self.zone.offset_from_local_datetime(&local) {
            LocalResult::Single(offset) => Some(at_offset(local, offset.fix().local_minus_utc())),
            LocalResult::Ambiguous(one, other) => {
                // The first showing is the one further ahead of UTC.
                Some(at_offset(local, one.fix().local_minus_utc().max(other.fix().local_minus_utc())))
            }
            LocalResult::None => self.moment_of_skipping(local),
        }
    }

    /// The moment at which the clocks skip a local time: found by halving, because the zone only tells offsets.
    fn moment_of_skipping(&self, local: NaiveDateTime) -> Option<Timestamp> {
        // No zone is further than 26 hours from UTC, and none changes twice within two days.
        let (mut before, mut after) = (at_offset(local, 26 * 3_600), at_offset(local, -26 * 3_600));
        while after.since(before) > Span::seconds(1) {
            let middle = before.plus(Span::millis(after.since(before).as_millis() / 2_000 * 1_000));
            let utc = DateTime::from_timestamp_millis(middle.as_millis())?.naive_utc();
            let offset = self.zone.offset_from_utc_datetime(&utc).fix().local_minus_utc();
            if at_offset(local, offset) <= middle {
                after = middle;
            } else {
                before = middle;
            }
        }
        Some(after)
    }
}

/// A local time as a moment, so many seconds ahead of UTC.
fn at_offset(local: NaiveDateTime, seconds_ahead: i32) -> Timestamp {
    Timestamp::from_millis(local.and_utc().timestamp_millis() - i64::from(seconds_ahead) * 1_000)
}

#[cfg(test)]
mod tests;
