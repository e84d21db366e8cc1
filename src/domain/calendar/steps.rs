//! How a deadline comes about, step by step: what counts of each day, and why nothing does of the others.
//!
//! The same spans that [`Calendar::add_working`] walks, told one by one; that both come to the same moment is tested. No words.

use chrono::{Datelike, NaiveDate};

use super::holiday::{HolidaysOfYear, easter};
use super::{Calendar, Holiday, MOST_DAYS};
use crate::domain::deadline::{Deadline, Promise};
use crate::domain::time::{Span, Timestamp};

/// Why nothing counts on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Idle {
    /// It is no working day of the week.
    Week,
    /// It is a holiday.
    Holiday(Holiday),
    /// The hours of that day were over when the client wrote.
    Closed,
    /// The clocks skip all of its hours.
    Skipped,
}

/// Some time of a day that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// The day.
    pub date: NaiveDate,
    /// Its beginning.
    pub from: Timestamp,
    /// Its end.
    pub until: Timestamp,
    /// How much has counted at its end, from the beginning on.
    pub total: Span,
    /// By how many seconds the clocks are changed meanwhile.
    pub clock_change: i32,
}

impl Work {
    /// How much it is.
    pub fn counted(&self) -> Span {
        self.until.since(self.from)
    }
}

/// A step on the way to a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Days of which nothing counts, from the first to the last, all for one reason.
    Off {
        /// The first of them.
        first: NaiveDate,
        /// The last of them.
        last: NaiveDate,
        /// Why; of several holidays the first.
        why: Idle,
    },
    /// Some time that counts.
    Work(Work),
    /// The assignee is warned.
    Warning(Timestamp),
    /// The answer is due.
    Due(Timestamp),
}

/// How a deadline comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// When the first time that counts begins.
    pub starts_at: Timestamp,
    /// The deadline.
    pub deadline: Deadline,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

impl Calendar {
    /// How the deadline of a message comes about.
    ///
    /// `None` where there is none: see [`Deadline::of`], which is asked first, so that nothing is written down for a hundred years.
    pub fn explain(&self, message: Timestamp, promise: Promise) -> Option<Explanation> {
        let deadline = Deadline::of(message, self, promise)?;
        let first = self.local_date(message)?;
        let mut told = Told { deadline, warned: false, starts_at: None, total: Span::millis(0), steps: Vec::new() };
        let mut holidays = self.holidays_in(first.year());
        for date in first.iter_days().take(MOST_DAYS as usize) {
            if holidays.year() != date.year() {
                holidays = self.holidays_in(date.year());
            }
            if let Some(why) = self.idle(date, &holidays) {
                told.off(date, why);
                continue;
            }
            let spans: Vec<_> = self.working_spans(date).collect();
            let left: Vec<_> = spans.iter().filter(|(_, until)| *until > message).collect();
            if left.is_empty() {
                told.off(date, if spans.is_empty() { Idle::Skipped } else { Idle::Closed });
            }
            for (from, until) in left {
                if told.work(self, date, message.max(*from), *until) {
                    let starts_at = told.starts_at.unwrap_or(message);
                    return Some(Explanation { starts_at, deadline, steps: told.steps });
                }
            }
        }
        None
    }

    fn idle(&self, date: NaiveDate, holidays: &HolidaysOfYear) -> Option<Idle> {
        if self.week.hours(date.weekday()).is_empty() {
            return Some(Idle::Week);
        }
        let easter = easter(date.year()).filter(|_| holidays.contains(date))?;
        Some(Idle::Holiday(self.holiday(date, easter)))
    }
}

/// What was told so far.
struct Told {
    deadline: Deadline,
    warned: bool,
    starts_at: Option<Timestamp>,
    total: Span,
    steps: Vec<Step>,
}

impl Told {
    fn off(&mut self, date: NaiveDate, why: Idle) {
        if let Some(Step::Off { last, why: before, .. }) = self.steps.last_mut()
            && last.succ_opt() == Some(date)
            && is_same(before, &why)
        {
            *last = date;
            return;
        }
        self.steps.push(Step::Off { first: date, last: date, why });
    }

    /// Adds time that counts, up to the deadline; whether it is reached.
    fn work(&mut self, calendar: &Calendar, date: NaiveDate, from: Timestamp, until: Timestamp) -> bool {
        let Deadline { warn_at, due_at } = self.deadline;
        self.starts_at.get_or_insert(from);
        let mut from = from;
        // A moment at the end of a span belongs to it, and not to the beginning of the next.
        for (moment, is_due) in [(warn_at, false), (due_at, true)] {
            if moment > until || (self.warned && !is_due) {
                continue;
            }
            self.count(calendar, date, from, moment);
            from = from.max(moment);
            self.warned = true;
            self.steps.push(if is_due { Step::Due(moment) } else { Step::Warning(moment) });
        }
        if due_at > until {
            self.count(calendar, date, from, until);
        }
        due_at <= until
    }

    fn count(&mut self, calendar: &Calendar, date: NaiveDate, from: Timestamp, until: Timestamp) {
        if until <= from {
            return;
        }
        self.total = Span::millis(self.total.as_millis() + until.since(from).as_millis());
        // At its end the next day's clocks may show already: the last moment that is of it counts.
        let last = until.minus(Span::millis(1));
        let clock_change = calendar.seconds_ahead(last) - calendar.seconds_ahead(from);
        self.steps.push(Step::Work(Work { date, from, until, total: self.total, clock_change }));
    }
}

/// Whether two days are off for the same reason, so that they are told as one run. A national holiday has a name of its own.
fn is_same(before: &Idle, why: &Idle) -> bool {
    match (before, why) {
        (Idle::Holiday(one), Idle::Holiday(other)) => one.national.is_none() && other.national.is_none(),
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PROMISE: Promise = Promise { warn: Span::hours(24), due: Span::hours(48) };

    fn calendar(week: &str, holidays: &str) -> Calendar {
        Calendar::parse("Europe/Madrid", week, holidays, "es").unwrap()
    }

    fn time(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    /// The steps in a few letters.
    fn told(message: &str, calendar: &Calendar) -> Vec<String> {
        let local = |at: Timestamp, form: &str| at.to_utc().with_timezone(&calendar.zone).format(form).to_string();
        let hours = |span: Span| span.as_seconds() as f64 / 3_600.0;
        let step = |step: &Step| match step {
            Step::Off { first, last, why } => {
                let why = match why {
                    Idle::Week => "week",
                    Idle::Closed => "closed",
                    Idle::Skipped => "skipped",
                    Idle::Holiday(holiday) => holiday.national.unwrap_or("own"),
                };
                format!("{first}..{last} {why}")
            }
            Step::Work(work) => {
                let (from, until) = (local(work.from, "%d %H:%M"), local(work.until, "%d %H:%M"));
                let change = if work.clock_change == 0 { String::new() } else { format!(" {:+}", work.clock_change) };
                format!("{from}-{until} {} {}{change}", hours(work.counted()), hours(work.total))
            }
            Step::Warning(at) => format!("warn {}", local(*at, "%d %H:%M")),
            Step::Due(at) => format!("due {}", local(*at, "%d %H:%M")),
        };
        calendar.explain(time(message), PROMISE).unwrap().steps.iter().map(step).collect()
    }

    #[test]
    fn holy_week_with_the_change_of_clocks() {
        // From Thursday 25 March 2027 at 9:00, over Good Friday and the weekend on which the clocks go forward.
        assert_eq!(
            told("2027-03-25T09:00:00+01:00", &calendar("mon-fri", "")),
            [
                "25 09:00-26 00:00 15 15",
                "2027-03-26..2027-03-26 good-friday",
                "2027-03-27..2027-03-28 week",
                "29 00:00-29 09:00 9 24",
                "warn 29 09:00",
                "29 09:00-30 00:00 15 39",
                "30 00:00-30 09:00 9 48",
                "due 30 09:00",
            ]
        );
    }

    #[test]
    fn opening_hours_and_a_message_after_them() {
        let office = calendar("mon-thu 09:00-14:00 16:00-19:00, fri 09:00-15:00", "2026-11-30,2026-12-01");
        let told = told("2026-11-26T20:00:00+01:00", &office);
        assert_eq!(
            told[..5],
            [
                "2026-11-26..2026-11-26 closed",
                "27 09:00-27 15:00 6 6",
                "2026-11-28..2026-11-29 week",
                "2026-11-30..2026-12-01 own",
                "02 09:00-02 14:00 5 11"
            ]
        );
        let explained = office.explain(time("2026-11-26T20:00:00+01:00"), PROMISE).unwrap();
        assert_eq!(explained.starts_at, time("2026-11-27T09:00:00+01:00"));
    }

    #[test]
    fn a_day_on_which_the_clocks_are_changed_is_longer_or_shorter() {
        let always = calendar("mon-sun", "");
        let autumn = told("2026-10-25T00:00:00+02:00", &always);
        assert_eq!(autumn[..2], ["25 00:00-25 23:00 24 24 -3600", "warn 25 23:00"]);
        let spring = told("2026-03-29T00:00:00+01:00", &always);
        assert_eq!(spring[0], "29 00:00-30 00:00 23 23 +3600");
    }

    #[test]
    fn what_never_falls_due_is_not_explained() {
        let seldom = calendar("sun 00:00-00:01", "");
        let year = Promise { warn: Span::hours(24), due: Span::days(365) };
        assert_eq!(seldom.explain(time("2026-11-26T20:00:00Z"), year), None);
        assert_eq!(calendar("mon-fri", "").explain(Timestamp::MAX, PROMISE), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn the_steps_come_to_the_deadline(
            start in 0_i64..4_102_444_800_000,
            warn in 1_i64..200,
            due in 1_i64..200,
            week in prop::sample::select(vec!["mon-fri", "mon-sun", "mon-thu 09:00-14:00 16:00-18:00, fri 09:00-15:00", "sun 02:00-03:00"]),
        ) {
            let calendar = calendar(week, "easter+1,05-15,2027-03-29");
            let promise = Promise { warn: Span::hours(warn), due: Span::hours(due) };
            let start = Timestamp::from_millis(start);
            let explained = calendar.explain(start, promise).unwrap();
            let work: Vec<_> = explained.steps.iter().filter_map(|step| if let Step::Work(work) = step { Some(work) } else { None }).collect();
            prop_assert_eq!(work.first().map(|work| work.from), Some(explained.starts_at));
            let sum: i64 = work.iter().map(|work| work.counted().as_millis()).sum();
            prop_assert_eq!(sum, promise.due.as_millis());
            prop_assert_eq!(work.last().map(|work| work.total), Some(promise.due));
            prop_assert!(work.windows(2).all(|pair| pair[0].until <= pair[1].from));
            let due = Step::Due(calendar.add_working(start, promise.due).unwrap());
            prop_assert_eq!(explained.steps.last(), Some(&due));
            let warned = Step::Warning(calendar.add_working(start, promise.warn.min(promise.due)).unwrap());
            prop_assert_eq!(explained.steps.iter().filter(|step| **step == warned).count(), 1);
        }
    }
}
