//! What `calendar.rs` promises, over both changes of summer time, the ends of years, and odd zones.

use super::*;
use proptest::prelude::*;

fn calendar(zone: &str, week: &str) -> Calendar {
    Calendar::parse(zone, week, "", "none").unwrap()
}

fn time(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The working hours of each span of a day, in minutes.
fn minutes(calendar: &Calendar, day: &str) -> Vec<i64> {
    calendar.working_spans(date(day)).map(|(from, until)| until.since(from).as_seconds() / 60).collect()
}

/// Where so many working hours after a moment lie, in the calendar's local time.
fn after(calendar: &Calendar, start: &str, hours: i64) -> String {
    let end = calendar.add_working(time(start), Span::hours(hours)).unwrap();
    end.to_utc().with_timezone(&calendar.zone).format("%a %Y-%m-%d %H:%M %z").to_string()
}

#[test]
fn a_calendar_is_read_from_its_settings() {
    let madrid = Calendar::parse("Europe/Madrid", "mon-fri", "2027-05-15,05-16", "es").unwrap();
    assert!(!madrid.is_working_day(date("2027-01-06")), "national");
    assert!(!madrid.is_working_day(date("2028-05-16")), "the desk's own");
    assert!(!madrid.is_working_day(date("2027-05-22")), "a Saturday");
    assert!(madrid.is_working_day(date("2027-05-17")));
    assert_eq!(madrid.holidays_of(2027).len(), 12);
    assert_eq!(madrid.holidays_of(2027)[2], date("2027-03-26"));
    assert_eq!(madrid.holidays_of(10_000), []);
    for (zone, week, holidays, national) in [
        ("Europe/Madrit", "mon-fri", "", "es"),
        ("Europe/Madrid", "lun-vie", "", "es"),
        ("Europe/Madrid", "mon-fri", "easter", "fr"),
        ("Europe/Madrid", "mon-fri", "christmas", "es"),
    ] {
        assert_eq!(Calendar::parse(zone, week, holidays, national), None);
    }
}

#[test]
fn a_whole_day_lasts_from_midnight_to_midnight() {
    let madrid = calendar("Europe/Madrid", "mon-sun");
    assert_eq!(minutes(&madrid, "2026-11-22"), [24 * 60]);
    assert_eq!(minutes(&madrid, "2026-03-29"), [23 * 60], "the clocks go forward");
    assert_eq!(minutes(&madrid, "2026-10-25"), [25 * 60], "the clocks go back");
    let spans: Vec<_> = madrid.working_spans(date("2026-07-01")).collect();
    assert_eq!(spans, [(time("2026-06-30T22:00:00Z"), time("2026-07-01T22:00:00Z"))]);
}

#[test]
fn local_times_that_are_skipped_or_shown_twice() {
    // 02:00 to 03:00 is skipped on 29 March and shown twice on 25 October.
    let madrid = calendar("Europe/Madrid", "sun 00:00-02:30 02:30-06:00");
    assert_eq!(minutes(&madrid, "2026-03-29"), [120, 180]);
    assert_eq!(minutes(&madrid, "2026-10-25"), [150, 270]);
    let spans: Vec<_> = madrid.working_spans(date("2026-03-29")).collect();
    assert_eq!(spans[0].1, time("2026-03-29T01:00:00Z"));
    assert_eq!(spans[1].0, time("2026-03-29T01:00:00Z"));
    let spans: Vec<_> = madrid.working_spans(date("2026-10-25")).collect();
    assert_eq!(spans[1].0, time("2026-10-25T00:30:00Z"), "the first showing");
    assert_eq!(minutes(&calendar("Europe/Madrid", "sun 02:10-02:50"), "2026-03-29"), [0_i64; 0], "skipped altogether");
}

#[test]
fn hours_that_are_promised_are_real_ones_over_both_changes() {
    let madrid = calendar("Europe/Madrid", "mon-sun");
    assert_eq!(after(&madrid, "2026-03-28T10:00:00+01:00", 24), "Sun 2026-03-29 11:00 +0200");
    assert_eq!(after(&madrid, "2026-10-24T10:00:00+02:00", 24), "Sun 2026-10-25 09:00 +0100");
    // A week from Monday to Friday never notices.
    let weekdays = calendar("Europe/Madrid", "mon-fri");
    assert_eq!(after(&weekdays, "2026-03-27T10:00:00+01:00", 24), "Mon 2026-03-30 10:00 +0200");
    assert_eq!(after(&weekdays, "2026-10-23T10:00:00+02:00", 24), "Mon 2026-10-26 10:00 +0100");
    assert_eq!(
        after(&calendar("Europe/Madrid", "mon-sun 09:00-18:00"), "2026-03-28T12:00:00+01:00", 9),
        "Sun 2026-03-29 12:00 +0200"
    );
}

#[test]
fn other_zones_are_counted_in_their_own_time() {
    assert_eq!(after(&calendar("Asia/Kolkata", "mon-fri 09:30-17:45"), "2026-11-20T11:00:00Z", 9), "Mon 2026-11-23 17:15 +0530");
    assert_eq!(after(&calendar("America/St_Johns", "mon-fri"), "2026-11-23T03:29:00Z", 1), "Mon 2026-11-23 01:00 -0330");
    assert_eq!(after(&calendar("America/St_Johns", "mon-fri"), "2026-11-23T03:31:00Z", 24), "Tue 2026-11-24 00:01 -0330");
    // Until 2011 the clocks of St. John's went back at one minute past midnight, into the day before.
    let newfoundland = calendar("America/St_Johns", "mon-sun");
    assert_eq!(minutes(&newfoundland, "2010-11-06"), [24 * 60]);
    assert_eq!(minutes(&newfoundland, "2010-11-07"), [25 * 60]);
    assert_eq!(after(&newfoundland, "2010-11-07T02:15:00Z", 1), "Sat 2010-11-06 23:45 -0330");
    assert_eq!(after(&newfoundland, "2010-11-07T03:15:00Z", 1), "Sun 2010-11-07 00:45 -0330");
    let before_the_change = calendar("America/St_Johns", "sat");
    assert_eq!(
        before_the_change.working_between(time("2010-11-07T02:15:00Z"), time("2010-11-08T00:00:00Z")),
        Span::minutes(15),
        "the hour that comes twice belongs to Sunday, whose midnight had come"
    );
    // In Santiago and Beirut it is midnight itself that is skipped.
    assert_eq!(minutes(&calendar("America/Santiago", "mon-sun"), "2026-09-06"), [23 * 60]);
    assert_eq!(minutes(&calendar("America/Santiago", "mon-sun"), "2026-09-05"), [24 * 60]);
    assert_eq!(minutes(&calendar("America/Santiago", "mon-sun"), "2026-04-04"), [25 * 60]);
    // Samoa had no 30 December 2011, and Lord Howe Island changes by half an hour.
    let samoa = calendar("Pacific/Apia", "mon-sun");
    assert_eq!(minutes(&samoa, "2011-12-29"), [24 * 60]);
    assert_eq!(minutes(&samoa, "2011-12-30"), [0_i64; 0]);
    assert_eq!(minutes(&samoa, "2011-12-31"), [24 * 60]);
    assert_eq!(minutes(&calendar("Australia/Lord_Howe", "mon-sun"), "2026-04-05"), [24 * 60 + 30]);
}

#[test]
fn the_end_of_a_day_comes_before_the_beginning_of_the_next() {
    let office = calendar("Europe/Madrid", "mon-fri 09:00-18:00");
    assert_eq!(after(&office, "2026-11-20T09:00:00+01:00", 9), "Fri 2026-11-20 18:00 +0100");
    assert_eq!(after(&office, "2026-11-20T18:00:00+01:00", 1), "Mon 2026-11-23 10:00 +0100");
    assert_eq!(after(&office, "2026-11-21T03:00:00+01:00", 0), "Sat 2026-11-21 03:00 +0100");
    let night = calendar("Europe/Madrid", "fri 22:00-24:00, sat 00:00-06:00");
    assert_eq!(after(&night, "2026-11-20T20:00:00+01:00", 8), "Sat 2026-11-21 06:00 +0100");
}

#[test]
fn weeks_of_holidays_and_the_year_s_end() {
    let mut madrid = Calendar::parse("Europe/Madrid", "mon-fri", "easter-6,easter-5,easter-4,easter-3,easter+1", "es").unwrap();
    assert_eq!(after(&madrid, "2026-03-27T12:00:00+01:00", 24), "Tue 2026-04-07 12:00 +0200");
    madrid.holidays = HolidayRule::parse_list("12-24,12-28,12-29,12-30,12-31,01-04,01-05,01-07,01-08").unwrap();
    assert_eq!(after(&madrid, "2026-12-23T12:00:00+01:00", 24), "Mon 2027-01-11 12:00 +0100");
    assert_eq!(madrid.working_between(time("2026-12-24T00:00:00+01:00"), time("2027-01-11T00:00:00+01:00")), Span::hours(0));
}

#[test]
fn whatever_is_asked_for_has_an_end() {
    let madrid = calendar("Europe/Madrid", "mon-fri");
    let start = time("2026-11-22T10:00:00Z");
    assert_eq!(madrid.add_working(start, Span::millis(i64::MAX)), None);
    assert_eq!(madrid.add_working(start, Span::days(36_525)), None);
    assert!(madrid.add_working(start, Span::days(20_000)).is_some());
    for outside in [
        Timestamp::MIN,
        Timestamp::MAX,
        Timestamp::from_millis(300_000_000_000_000),
        time("0001-01-01T00:00:00Z").minus(Span::seconds(1)),
    ] {
        assert_eq!(madrid.add_working(outside, Span::hours(1)), None);
        assert_eq!(madrid.add_working(outside, Span::hours(0)), None);
        assert_eq!(madrid.working_between(outside, outside), Span::hours(0));
    }
    assert_eq!(madrid.working_between(Timestamp::MIN, Timestamp::MAX), Span::hours(0));
    let counted = madrid.working_between(start, Timestamp::MAX);
    assert!((Span::days(26_000)..Span::days(26_200)).contains(&counted), "{counted:?}");
    assert_eq!(madrid.latest_start(start, Span::days(36_525)), None);
    assert_eq!(madrid.latest_start(Timestamp::MIN, Span::hours(1)), None);
    assert!(madrid.add_working(time("9999-12-31T00:00:00Z"), Span::hours(48)).is_some());
    assert_eq!(madrid.working_spans(NaiveDate::MAX).count(), 0);
    assert_eq!(madrid.working_spans(NaiveDate::MIN).count(), 1);
}

const ZONES: [&str; 9] = [
    "Europe/Madrid",
    "Atlantic/Canary",
    "Asia/Kolkata",
    "America/St_Johns",
    "America/Santiago",
    "America/Havana",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "UTC",
];
const WEEKS: [&str; 5] = [
    "mon-fri",
    "mon-sun",
    "mon-thu 09:00-18:00, fri 09:00-15:00",
    "fri-mon 00:00-02:30 02:45-24:00",
    "sat 23:00-24:00, sun 00:00-00:30",
];
const HOLIDAYS: [&str; 4] = ["", "05-15,02-29", "easter-3,easter+39,2027-05-14", "12-24,12-26,12-27,12-28,12-29,12-30,12-31"];

prop_compose! {
    fn any_calendar()(
        zone in prop::sample::select(&ZONES[..]),
        week in prop::sample::select(&WEEKS[..]),
        holidays in prop::sample::select(&HOLIDAYS[..]),
        national in prop::sample::select(&["es", "none"][..]),
    ) -> Calendar {
        Calendar::parse(zone, week, holidays, national).unwrap()
    }
}

/// Moments from 1970 to 2099, many of them on the minute or the hour, where boundaries lie.
fn any_moment() -> impl Strategy<Value = Timestamp> {
    (0_i64..4_102_444_800, prop::sample::select(&[1_i64, 60, 1_800, 3_600, 86_400][..]), 0_i64..3)
        .prop_map(|(second, grain, millis)| Timestamp::from_millis((second / grain * grain) * 1_000 + millis % 2))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn adding_and_counting_are_inverse(calendar in any_calendar(), start in any_moment(), millis in 0_i64..2_000_000_000) {
        let time = Span::millis(millis);
        let end = calendar.add_working(start, time).unwrap();
        prop_assert_eq!(calendar.working_between(start, end), time);
        // It is the first such moment: a millisecond before it, a millisecond was missing.
        if millis > 0 {
            let before = end.minus(Span::millis(1));
            prop_assert_eq!(calendar.working_between(start, before), Span::millis(millis - 1));
        }
    }

    #[test]
    fn a_later_start_is_never_due_earlier(
        calendar in any_calendar(), start in any_moment(), later in 0_i64..1_000_000_000, millis in 0_i64..700_000_000,
    ) {
        let (time, later) = (Span::millis(millis), start.plus(Span::millis(later)));
        let (due, due_later) = (calendar.add_working(start, time).unwrap(), calendar.add_working(later, time).unwrap());
        prop_assert!(start <= due && due <= due_later);
    }

    #[test]
    fn whoever_has_waited_since_the_latest_start_is_late_and_nobody_else(
        calendar in any_calendar(), end in any_moment(), hours in 0_i64..200, start in any_moment(),
    ) {
        let time = Span::hours(hours);
        let latest = calendar.latest_start(end, time).unwrap();
        prop_assert!(latest <= end);
        for start in [latest, latest.plus(Span::millis(1)), start] {
            let is_late = calendar.add_working(start, time).unwrap() <= end;
            prop_assert_eq!(is_late, start <= latest);
        }
    }

    #[test]
    fn counting_adds_up(calendar in any_calendar(), mut moments in prop::array::uniform3(any_moment())) {
        moments.sort_unstable();
        let [first, middle, last] = moments;
        let last = last.min(first.plus(Span::days(3_000)));
        let middle = middle.min(last);
        let parts = [calendar.working_between(first, middle), calendar.working_between(middle, last)].map(Span::as_millis);
        let whole = calendar.working_between(first, last);
        prop_assert_eq!(whole.as_millis(), parts[0] + parts[1]);
        prop_assert!(whole <= last.since(first));
        prop_assert_eq!(calendar.working_between(last, first), Span::hours(0).min(last.since(first)));
    }

    #[test]
    fn the_order_of_holidays_does_not_matter(
        calendar in any_calendar(), start in any_moment(), millis in 0_i64..2_000_000_000, turn in 0_usize..8,
    ) {
        let mut other = calendar.clone();
        other.holidays.reverse();
        let turn = turn % other.holidays.len().max(1);
        other.holidays.rotate_left(turn);
        other.holidays.extend(calendar.holidays.first());
        prop_assert_eq!(calendar.add_working(start, Span::millis(millis)), other.add_working(start, Span::millis(millis)));
    }

    #[test]
    fn the_spans_of_days_follow_each_other(calendar in any_calendar(), start in any_moment()) {
        let first = calendar.local_date(start).unwrap();
        let mut end = Timestamp::MIN;
        for date in first.iter_days().take(400) {
            for (from, until) in calendar.working_spans(date) {
                prop_assert!(end <= from && from < until, "{}", date);
                end = until;
            }
        }
    }

    #[test]
    fn an_hour_counts_where_a_simple_reading_says_so(
        zone in prop::sample::select(&ZONES[..3]), hour in 0_i64..700_000,
    ) {
        // Read the wall clock at the half hour: on which date, at which hour? No change of clocks of these zones falls into 09-18.
        let calendar = Calendar::parse(zone, "mon-thu 09:00-18:00, fri 09:00-15:00", "05-15,easter-3", "es").unwrap();
        let start = Timestamp::from_millis(946_684_800_000 + hour * 3_600_000);
        let wall = start.plus(Span::minutes(45)).to_utc().with_timezone(&calendar.zone).naive_local();
        let until = match wall.weekday() {
            chrono::Weekday::Sat | chrono::Weekday::Sun => 0,
            chrono::Weekday::Fri => 15,
            _ => 18,
        };
        let (month, day, hour) = (wall.month(), wall.day(), chrono::Timelike::hour(&wall));
        let national = [(1, 1), (1, 6), (5, 1), (8, 15), (10, 12), (11, 1), (12, 6), (12, 8), (12, 25), (5, 15)];
        let easter = easter(wall.year()).unwrap();
        let to_easter = (easter - wall.date()).num_days();
        let off = national.contains(&(month, day)) || to_easter == 2 || to_easter == 3;
        let works = !off && (9..until).contains(&hour);
        let counted = calendar.working_between(start.plus(Span::minutes(30)), start.plus(Span::hours(1)));
        prop_assert_eq!(counted, if works { Span::minutes(30) } else { Span::hours(0) });
    }
}
