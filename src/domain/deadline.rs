//! Until when a ticket that waits for staff is to be answered.
//!
//! Never kept: computed when read, from when the client's waiting counts, so that a changed holiday corrects every deadline
//! at once. No clock: the time comes in.

use super::calendar::Calendar;
use super::time::{Span, Timestamp};

/// In how much working time the desk promises an answer: the settings `answer.warn` and `answer.due`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// After how much working time the assignee is warned.
    pub warn: Span,
    /// After how much working time the answer is overdue.
    pub due: Span,
}

/// The deadline of a ticket that waits for staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline {
    /// From when on the assignee is warned; never after `due_at`.
    pub warn_at: Timestamp,
    /// From when on the answer is overdue.
    pub due_at: Timestamp,
}

/// How near a deadline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// There is time.
    InTime,
    /// The assignee is warned.
    Warned,
    /// The answer is late.
    Overdue,
}

impl Deadline {
    /// The deadline of a ticket whose client's waiting counts from a moment: that of the first unanswered message, but for rests.
    ///
    /// `None` when the calendar has no working time for it within a hundred years: then nothing ever falls due.
    pub fn of(counts_from: Timestamp, calendar: &Calendar, promise: Promise) -> Option<Self> {
        let warn = promise.warn.min(promise.due);
        let warn_at = calendar.add_working(counts_from, warn)?;
        let rest = Span::millis(promise.due.as_millis() - warn.as_millis());
        // Going on from the warning is the same as beginning again, and half the work.
        let due_at = calendar.add_working(warn_at, rest)?;
        // Half the work twice must not reach further than all of it at once: lists are asked for by that.
        calendar.is_within_reach(counts_from, due_at).then_some(Self { warn_at, due_at })
    }

    /// How near the deadline is at `now`.
    pub fn urgency(&self, now: Timestamp) -> Urgency {
        if now >= self.due_at {
            Urgency::Overdue
        } else if now >= self.warn_at {
            Urgency::Warned
        } else {
            Urgency::InTime
        }
    }

    /// Whether the answer is late at `now`: from the moment itself on.
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        self.urgency(now) == Urgency::Overdue
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::MOST_DAYS;
    use proptest::prelude::*;

    const PROMISE: Promise = Promise { warn: Span::hours(24), due: Span::hours(48) };

    fn calendar(week: &str, holidays: &str) -> Calendar {
        Calendar::parse("Europe/Madrid", week, holidays, "es").unwrap()
    }

    fn time(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    /// When a message is warned of and overdue, both in the local time of Madrid at their dates.
    fn deadline(message: &str, calendar: &Calendar) -> (String, String) {
        let deadline = Deadline::of(time(message), calendar, PROMISE).unwrap();
        let local = |at: Timestamp| at.to_utc().with_timezone(&calendar.zone).format("%a %Y-%m-%d %H:%M").to_string();
        (local(deadline.warn_at), local(deadline.due_at))
    }

    #[test]
    fn answers_are_due_in_24_to_48_hours_on_working_days() {
        // "Los docentes tienen un tiempo de respuesta de 24/48 horas a la incidencia (los días laborables)."
        let calendar = calendar("mon-fri", "");
        let of = |message: &str| deadline(message, &calendar);
        assert_eq!(of("2026-11-23T10:00:00+01:00"), ("Tue 2026-11-24 10:00".into(), "Wed 2026-11-25 10:00".into()));
        assert_eq!(of("2026-11-20T16:30:00+01:00"), ("Mon 2026-11-23 16:30".into(), "Tue 2026-11-24 16:30".into()));
        // Nights count, as a working day counts 24 hours; Saturdays and Sundays do not.
        assert_eq!(of("2026-11-26T23:59:00+01:00"), ("Fri 2026-11-27 23:59".into(), "Mon 2026-11-30 23:59".into()));
        assert_eq!(of("2026-11-21T12:00:00+01:00"), ("Tue 2026-11-24 00:00".into(), "Wed 2026-11-25 00:00".into()));
    }

    #[test]
    fn holidays_stop_the_clock() {
        let calendar = calendar("mon-fri", "");
        let of = |message: &str| deadline(message, &calendar).1;
        // Tuesday 8 December, a Sunday before it, and the week of Christmas into the next year.
        assert_eq!(of("2026-12-04T09:00:00+01:00"), "Wed 2026-12-09 09:00");
        assert_eq!(of("2026-12-24T09:00:00+01:00"), "Tue 2026-12-29 09:00");
        assert_eq!(of("2026-12-31T09:00:00+01:00"), "Tue 2027-01-05 09:00");
        assert_eq!(of("2027-01-05T09:00:00+01:00"), "Fri 2027-01-08 09:00");
        // Good Friday, with the change of clocks two days later.
        assert_eq!(of("2027-03-25T09:00:00+01:00"), "Tue 2027-03-30 09:00");
    }

    #[test]
    fn opening_hours_make_the_hours_fewer() {
        let calendar = calendar("mon-thu 09:00-18:00, fri 09:00-15:00", "");
        // 9 + 9 hours and 6 from Wednesday on; then 3, 6, 9 and 6 more.
        assert_eq!(
            deadline("2026-11-23T09:00:00+01:00", &calendar),
            ("Wed 2026-11-25 15:00".into(), "Mon 2026-11-30 15:00".into())
        );
    }

    #[test]
    fn it_is_overdue_from_the_moment_itself_on() {
        let deadline = Deadline::of(time("2026-11-23T10:00:00+01:00"), &calendar("mon-fri", ""), PROMISE).unwrap();
        let urgency = |at: &str| deadline.urgency(time(at));
        assert_eq!(urgency("2026-11-24T09:59:59+01:00"), Urgency::InTime);
        assert_eq!(urgency("2026-11-24T10:00:00+01:00"), Urgency::Warned);
        assert_eq!(urgency("2026-11-25T09:59:59+01:00"), Urgency::Warned);
        assert!(!deadline.is_overdue(time("2026-11-25T09:59:59+01:00")));
        assert!(deadline.is_overdue(time("2026-11-25T10:00:00+01:00")));
    }

    #[test]
    fn a_changed_holiday_corrects_the_deadline() {
        let message = "2026-11-23T10:00:00+01:00";
        assert_eq!(deadline(message, &calendar("mon-fri", "2026-11-24")).1, "Thu 2026-11-26 10:00");
    }

    #[test]
    fn a_warning_never_comes_after_the_deadline_and_nothing_falls_due_on_days_off() {
        let late = Promise { warn: Span::hours(72), due: Span::hours(48) };
        let deadline = Deadline::of(time("2026-11-23T10:00:00+01:00"), &calendar("mon-fri", ""), late).unwrap();
        assert_eq!(deadline.warn_at, deadline.due_at);
        assert_eq!(deadline.due_at, time("2026-11-25T10:00:00+01:00"));
        let never = calendar("thu", "easter").week;
        let holidays = (1..=12).flat_map(|month| (1..=31).map(move |day| format!("{month:02}-{day:02}")));
        let all: Vec<_> = holidays.filter_map(|day| crate::domain::calendar::HolidayRule::parse(&day)).collect();
        let closed = Calendar { zone: chrono_tz::UTC, week: never, holidays: all, national: false };
        assert_eq!(Deadline::of(time("2026-11-23T10:00:00Z"), &closed, PROMISE), None);
    }

    #[test]
    fn what_lies_beyond_a_hundred_years_has_no_deadline_however_it_is_reached() {
        let calendar = calendar("mon-fri", "");
        let start = time("2026-11-23T10:00:00+01:00");
        let day = |days: i64| Span::hours(24 * days);
        // A hundred years have some 25,100 working days; both halves are nearer.
        let of = |days: i64| Deadline::of(start, &calendar, Promise { warn: day(13_000), due: day(days) });
        let most = (24_000..26_000).find(|days| calendar.add_working(start, day(*days)).is_none()).unwrap();
        for days in [most - 1, most, most + 1] {
            assert_eq!(of(days).map(|deadline| deadline.due_at), calendar.add_working(start, day(days)), "{days}");
        }
        let end = time("2026-11-23T10:00:00+01:00").plus(Span::days(MOST_DAYS.into()));
        assert_eq!(calendar.latest_start(end, day(most + 10)), None);
    }

    fn weeks() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec!["mon-fri", "mon-sun", "mon-thu 09:00-18:00, fri 09:00-15:00", "fri-mon 22:00-24:00"])
    }

    /// Where the clocks change in spring and in autumn, at midnight, in the other half of the year, by half an hour, and never.
    fn zones() -> impl Strategy<Value = chrono_tz::Tz> {
        let zones =
            ["Europe/Madrid", "Atlantic/Canary", "America/Santiago", "Australia/Lord_Howe", "Asia/Kolkata", "Asia/Beirut"];
        prop::sample::select(zones.to_vec()).prop_map(|zone| zone.parse().unwrap())
    }

    /// Days off: of every year, of one, about Easter, and a whole week.
    const HOLIDAYS: [&str; 10] =
        ["05-15", "2027-11-09", "easter-3", "easter+1", "2028-02-29", "08-10", "08-11", "08-12", "08-13", "08-14"];

    proptest! {
        #[test]
        fn a_later_question_is_never_due_earlier_and_a_day_off_never_hastens(
            start in 1_600_000_000_000_i64..2_500_000_000_000,
            later in 0_i64..1_000_000_000,
            zone in zones(),
            week in weeks(),
            holidays in prop::sample::subsequence(HOLIDAYS.to_vec(), 0..10).prop_shuffle(),
        ) {
            let calendar = |holidays: &[&str]| Calendar { zone, ..calendar(week, &holidays.join(",")) };
            let of = |start: i64, holidays: &[&str]| {
                Deadline::of(Timestamp::from_millis(start), &calendar(holidays), PROMISE).unwrap()
            };
            let deadline = of(start, &holidays);
            prop_assert!(Timestamp::from_millis(start) < deadline.warn_at && deadline.warn_at < deadline.due_at);
            let after = of(start + later, &holidays);
            prop_assert!(deadline.warn_at <= after.warn_at && deadline.due_at <= after.due_at);
            // Their order does not matter, and each one counts once.
            let mut sorted = holidays.clone();
            sorted.sort_unstable();
            prop_assert_eq!(of(start, &[sorted.clone(), sorted].concat()), deadline);
            // A calendar that is changed afterwards moves what is due, and never to an earlier time by one more day off.
            let fewer = of(start, holidays.get(1..).unwrap_or_default());
            prop_assert!(fewer.warn_at <= deadline.warn_at && fewer.due_at <= deadline.due_at);
            let counted = calendar(&holidays).working_between(Timestamp::from_millis(start), deadline.due_at);
            prop_assert_eq!(counted, PROMISE.due);
        }

        #[test]
        fn the_deadline_is_the_working_time_that_was_promised(
            start in 0_i64..4_102_444_800_000,
            warn in 0_i64..400,
            due in 0_i64..400,
            week in weeks(),
        ) {
            let calendar = calendar(week, "easter+1,05-15");
            let promise = Promise { warn: Span::hours(warn), due: Span::hours(due) };
            let start = Timestamp::from_millis(start);
            let deadline = Deadline::of(start, &calendar, promise).unwrap();
            prop_assert_eq!(Some(deadline.due_at), calendar.add_working(start, promise.due));
            prop_assert_eq!(Some(deadline.warn_at), calendar.add_working(start, promise.warn.min(promise.due)));
        }
    }
}
