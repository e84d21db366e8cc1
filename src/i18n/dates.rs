//! Dates, spans and sizes for people: in the desk's time zone and in their language.
//!
//! Machines get RFC 3339 from the domain instead. It reads no clock: what time it is comes in.

use chrono::{DateTime, Datelike, Timelike};
use chrono_tz::Tz;

use super::{Value, Words};
use crate::domain::language::Language;
use crate::domain::time::{Span, Timestamp};

/// The last second of the year 9999: later dates are shown as this one, since they mean "never".
const LATEST: i64 = 253_402_300_799_000;
/// The first second of the year 1.
const EARLIEST: i64 = -62_135_596_800_000;
const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Says dates to one person.
#[derive(Clone, Copy)]
pub struct Dates<'a> {
    words: &'a Words,
    zone: Tz,
    now: Timestamp,
}

impl<'a> Dates<'a> {
    /// Dates in these words and this zone, seen from `now`.
    pub fn new(words: &'a Words, zone: Tz, now: Timestamp) -> Self {
        Self { words, zone, now }
    }

    /// Date and time for tables, always equally wide: `18/07/17 15:12`, in English `2017-07-18 15:12`.
    pub fn short(&self, time: Timestamp) -> String {
        format!("{} {}", self.date(time), clock(&self.local(time)))
    }

    /// The date alone for tables, always equally wide: `18/07/17`, in English `2017-07-18`.
    pub fn date(&self, time: Timestamp) -> String {
        let local = self.local(time);
        let (day, month, year) = (local.day(), local.month(), local.year());
        match self.words.language() {
            Language::Spanish => format!("{day:02}/{month:02}/{:02}", year.rem_euclid(100)),
            Language::English => format!("{year:04}-{month:02}-{day:02}"),
        }
    }

    /// From when until when: the first and the last of whole days, or else both moments.
    pub fn period(&self, since: Timestamp, until: Timestamp) -> [String; 2] {
        let last = |end: Timestamp| end.minus(Span::millis(1));
        let begins_day = |time| self.local(time).date_naive() != self.local(last(time)).date_naive();
        if begins_day(since) && begins_day(until) {
            [self.date(since), self.date(last(until))]
        } else {
            [self.short(since), self.short(until)]
        }
    }

    /// Date and time in full: `martes 24 de noviembre de 2026, 10:15`.
    pub fn long(&self, time: Timestamp) -> String {
        let values = [("day", Value::from(self.day(time))), ("time", clock(&self.local(time)).into())];
        self.words.format("date-long", &values)
    }

    /// Date and time in full for the middle of a sentence, which says "until the" or "before the" itself:
    /// `martes 24 de noviembre de 2026 a las 10:15`.
    pub fn told(&self, time: Timestamp) -> String {
        let local = self.local(time);
        let clock = format!("{}:{:02}", local.hour(), local.minute());
        // One o'clock is one.
        let id = if local.hour() == 1 { "date-told-at-one" } else { "date-told" };
        self.words.format(id, &[("day", self.day(time).into()), ("time", clock.into())])
    }

    /// The same of a time by which something is due: where that is midnight, the end of the day before.
    /// `martes 6 de abril de 2027 a las 24:00`.
    pub fn deadline(&self, time: Timestamp) -> String {
        match self.ended_day(time) {
            Some(day) => self.words.format("date-told-midnight", &[("day", day.into())]),
            None => self.told(time),
        }
    }

    /// The same for a card: `martes 6 de abril de 2027, 24:00`.
    pub fn long_deadline(&self, time: Timestamp) -> String {
        match self.ended_day(time) {
            Some(day) => self.words.format("date-long", &[("day", day.into()), ("time", "24:00".into())]),
            None => self.long(time),
        }
    }

    /// The day that ends at a time, if one does.
    fn ended_day(&self, time: Timestamp) -> Option<String> {
        let local = self.local(time);
        (local.num_seconds_from_midnight() == 0).then(|| self.day(time.minus(Span::hours(1))))
    }

    /// The day alone, as short as it can be: `24/11`, in English `24 Nov`; with its year where it is another.
    pub fn short_day(&self, time: Timestamp) -> String {
        let (local, now) = (self.local(time), self.local(self.now));
        let (day, month, year) = (local.day(), local.month(), local.year());
        let is_this_year = year == now.year();
        match self.words.language() {
            Language::Spanish if is_this_year => format!("{day}/{month}"),
            Language::Spanish => format!("{day}/{month}/{year}"),
            Language::English => {
                let name: String = self.words.text(&format!("date-month-{month}")).chars().take(3).collect();
                if is_this_year { format!("{day} {name}") } else { format!("{day} {name} {year}") }
            }
        }
    }

    /// The date alone, in full: `martes 24 de noviembre de 2026`.
    pub fn day(&self, time: Timestamp) -> String {
        let local = self.local(time);
        let weekday = format!("date-weekday-{}", local.weekday().number_from_monday());
        let month = format!("date-month-{}", local.month());
        let values = [
            ("weekday", Value::from(self.words.text(&weekday))),
            ("day", local.day().to_string().into()),
            ("month", self.words.text(&month).into()),
            ("year", local.year().to_string().into()),
        ];
        self.words.format("date-day", &values)
    }

    /// How long ago or how far ahead, where that helps: `hace 5 min`, `ayer`, `en 3 días`; the short date beyond a week.
    pub fn relative(&self, time: Timestamp) -> String {
        self.near(time).unwrap_or_else(|| self.short(time))
    }

    /// The same for narrow tables: the date alone beyond a week.
    pub fn brief(&self, time: Timestamp) -> String {
        self.near(time).unwrap_or_else(|| self.date(time))
    }

    /// How long ago or how far ahead something is that is no further than a week.
    pub fn near(&self, time: Timestamp) -> Option<String> {
        let ahead = time > self.now;
        let distance = if ahead { time.since(self.now) } else { self.now.since(time) }.as_millis();
        let say = |past: &str, future: &str, count: i64| {
            let count = Value::from(u64::try_from(count).unwrap_or_default());
            self.words.format(if ahead { future } else { past }, &[("count", count)])
        };
        if distance < MINUTE {
            // Whoever waits for something wants to know for how long.
            let seconds = Value::from(u64::try_from(distance).unwrap_or_default().div_ceil(1_000));
            return Some(if ahead {
                self.words.format("date-in-seconds", &[("count", seconds)])
            } else {
                self.words.text("date-now")
            });
        }
        if distance < HOUR {
            return Some(say("date-minutes-ago", "date-in-minutes", distance / MINUTE));
        }
        if distance < 12 * HOUR {
            return Some(say("date-hours-ago", "date-in-hours", distance / HOUR));
        }
        let days = (self.local(time).date_naive() - self.local(self.now).date_naive()).num_days().abs();
        Some(match days {
            0 => say("date-hours-ago", "date-in-hours", distance / HOUR),
            1 => self.words.text(if ahead { "date-tomorrow" } else { "date-yesterday" }),
            2..=6 => say("date-days-ago", "date-in-days", days),
            _ => return None,
        })
    }

    fn local(&self, time: Timestamp) -> DateTime<Tz> {
        Timestamp::from_millis(time.as_millis().clamp(EARLIEST, LATEST)).to_utc().with_timezone(&self.zone)
    }
}

fn clock(local: &DateTime<Tz>) -> String {
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// A span in words, rounded up where it is not even: `14 días`, `48 horas`, `15 minutos`.
pub fn span(words: &Words, span: Span) -> String {
    let millis = span.as_millis();
    let (id, unit) = if millis >= 3 * DAY {
        ("date-span-days", DAY)
    } else if millis >= 3 * HOUR || (millis >= HOUR && millis % HOUR == 0) {
        ("date-span-hours", HOUR)
    } else if millis >= 2 * MINUTE || millis == MINUTE {
        ("date-span-minutes", MINUTE)
    } else {
        ("date-span-seconds", 1_000)
    };
    let count = u64::try_from(millis).unwrap_or_default().div_ceil(unit.unsigned_abs());
    words.format(id, &[("count", Value::from(count))])
}

/// A size in bytes for people: `512 B`, `1,2 MiB`.
pub fn size(language: Language, bytes: u64) -> String {
    const UNITS: [&str; 5] = ["KiB", "MiB", "GiB", "TiB", "PiB"];
    if bytes < 1_024 {
        return format!("{bytes} B");
    }
    let mut value = bytes as f64 / 1_024.0;
    let mut unit = 0;
    // Rounded first, or 1,048,575 bytes would be 1024 KiB.
    while (value * 10.0).round() >= 10_240.0 && unit + 1 < UNITS.len() {
        value /= 1_024.0;
        unit += 1;
    }
    let mut number = format!("{value:.1}");
    if number.ends_with(".0") || value >= 100.0 {
        number = format!("{value:.0}");
    }
    if language == Language::Spanish {
        number = number.replace('.', ",");
    }
    format!("{number} {}", UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADRID: Tz = chrono_tz::Europe::Madrid;

    fn time(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    #[test]
    fn dates_are_local_and_in_the_language() {
        let (spanish, english) = (Words::new(Language::Spanish), Words::new(Language::English));
        let now = time("2026-11-24T09:20:00Z");
        let (es, en) = (Dates::new(&spanish, MADRID, now), Dates::new(&english, MADRID, now));
        let guide = time("2017-07-18T13:12:59Z");
        assert_eq!((es.short(guide).as_str(), en.short(guide).as_str()), ("18/07/17 15:12", "2017-07-18 15:12"));
        let late = time("2026-11-24T09:15:00Z");
        assert_eq!(es.long(late), "martes 24 de noviembre de 2026, 10:15");
        assert_eq!(en.long(late), "Tuesday 24 November 2026, 10:15");
        assert_eq!(es.day(late), "martes 24 de noviembre de 2026");
        assert_eq!(es.told(late), "martes 24 de noviembre de 2026 a las 10:15");
        assert_eq!(en.told(late), "Tuesday 24 November 2026 at 10:15");
        assert_eq!(es.told(time("2026-11-24T00:05:00Z")), "martes 24 de noviembre de 2026 a la 1:05");
        assert_eq!(es.told(time("2026-11-23T23:05:00Z")), "martes 24 de noviembre de 2026 a las 0:05");
        let midnight = time("2026-11-23T23:00:00Z");
        assert_eq!(es.deadline(midnight), "lunes 23 de noviembre de 2026 a las 24:00");
        assert_eq!(en.deadline(midnight), "Monday 23 November 2026 at midnight (24:00)");
        assert_eq!(es.long_deadline(midnight), "lunes 23 de noviembre de 2026, 24:00");
        assert_eq!((es.deadline(late), en.long_deadline(late)), (es.told(late), en.long(late)));
        assert_eq!((es.short_day(late).as_str(), en.short_day(late).as_str()), ("24/11", "24 Nov"));
        assert_eq!((es.short_day(guide).as_str(), en.short_day(guide).as_str()), ("18/7/2017", "18 Jul 2017"));
    }

    #[test]
    fn the_clock_is_put_forward_and_back() {
        let words = Words::new(Language::Spanish);
        let dates = Dates::new(&words, MADRID, Timestamp::from_millis(0));
        assert_eq!(dates.short(time("2026-03-29T00:59:00Z")), "29/03/26 01:59");
        assert_eq!(dates.short(time("2026-03-29T01:00:00Z")), "29/03/26 03:00");
        assert_eq!(dates.short(time("2026-10-25T01:30:00Z")), "25/10/26 02:30");
    }

    #[test]
    fn whole_days_are_told_by_the_first_and_the_last() {
        let (spanish, english) = (Words::new(Language::Spanish), Words::new(Language::English));
        let now = time("2026-11-24T09:20:00Z");
        let (es, en) = (Dates::new(&spanish, MADRID, now), Dates::new(&english, MADRID, now));
        let (first, end) = (time("2026-10-01T22:00:00Z"), time("2026-11-23T23:00:00Z"));
        assert_eq!(es.period(first, end), ["02/10/26", "23/11/26"]);
        assert_eq!(en.period(first, end), ["2026-10-02", "2026-11-23"]);
        assert_eq!(es.period(first, now), ["02/10/26 00:00", "24/11/26 10:20"]);
        assert_eq!(en.period(now, end), ["2026-11-24 10:20", "2026-11-24 00:00"]);
    }

    #[test]
    fn every_month_and_weekday_has_a_name() {
        for language in Language::ALL {
            let words = Words::new(language);
            let dates = Dates::new(&words, MADRID, Timestamp::from_millis(0));
            for day in 0..366 {
                let text = dates.long(time("2026-01-01T10:00:00Z").plus(Span::days(day)));
                assert!(!text.contains("date-"), "{text}");
            }
        }
    }

    #[test]
    fn times_that_mean_never_do_not_panic() {
        let words = Words::new(Language::Spanish);
        let dates = Dates::new(&words, chrono_tz::Pacific::Kiritimati, Timestamp::from_millis(0));
        for extreme in [Timestamp::MIN, Timestamp::MAX] {
            assert!(!dates.long(extreme).is_empty() && !dates.short(extreme).is_empty() && !dates.relative(extreme).is_empty());
        }
    }

    #[test]
    fn near_times_are_told_by_their_distance() {
        let (spanish, english) = (Words::new(Language::Spanish), Words::new(Language::English));
        let now = time("2026-11-24T09:20:00Z");
        let (es, en) = (Dates::new(&spanish, MADRID, now), Dates::new(&english, MADRID, now));
        for (at, in_spanish, in_english) in [
            ("2026-11-24T09:19:30Z", "ahora", "now"),
            ("2026-11-24T09:20:12Z", "en 12 s", "in 12 s"),
            ("2026-11-24T09:15:00Z", "hace 5 min", "5 min ago"),
            ("2026-11-24T09:25:00Z", "en 5 min", "in 5 min"),
            ("2026-11-24T06:20:00Z", "hace 3 h", "3 h ago"),
            ("2026-11-23T23:10:00Z", "hace 10 h", "10 h ago"),
            ("2026-11-23T08:00:00Z", "ayer", "yesterday"),
            ("2026-11-25T22:59:00Z", "mañana", "tomorrow"),
            ("2026-11-22T08:00:00Z", "hace 2 días", "2 days ago"),
            ("2026-11-28T08:00:00Z", "en 4 días", "in 4 days"),
            ("2026-11-17T08:00:00Z", "17/11/26 09:00", "2026-11-17 09:00"),
        ] {
            let at = time(at);
            assert_eq!((es.relative(at).as_str(), en.relative(at).as_str()), (in_spanish, in_english));
        }
        let (near, far) = (time("2026-11-24T09:15:00Z"), time("2026-11-17T08:00:00Z"));
        assert_eq!([es.brief(near), es.brief(far), en.brief(far)], ["hace 5 min", "17/11/26", "2026-11-17"]);
    }

    #[test]
    fn spans_are_said_in_the_unit_that_fits() {
        let (es, en) = (Words::new(Language::Spanish), Words::new(Language::English));
        for (length, in_spanish, in_english) in [
            (Span::days(14), "14 días", "14 days"),
            (Span::hours(48), "48 horas", "48 hours"),
            (Span::hours(1), "1 hora", "1 hour"),
            (Span::minutes(90), "90 minutos", "90 minutes"),
            (Span::minutes(60), "1 hora", "1 hour"),
            (Span::seconds(847), "15 minutos", "15 minutes"),
            (Span::minutes(1), "1 minuto", "1 minute"),
            (Span::seconds(61), "61 segundos", "61 seconds"),
            (Span::seconds(1), "1 segundo", "1 second"),
            (Span::seconds(0), "0 segundos", "0 seconds"),
        ] {
            assert_eq!((span(&es, length).as_str(), span(&en, length).as_str()), (in_spanish, in_english));
        }
    }

    #[test]
    fn sizes_are_short() {
        for (bytes, expected) in [
            (0, "0 B"),
            (1_023, "1023 B"),
            (1_024, "1 KiB"),
            (1_048_575, "1 MiB"),
            (1_258_291, "1,2 MiB"),
            (26_214_400, "25 MiB"),
            (150_000_000, "143 MiB"),
            (u64::MAX, "16384 PiB"),
        ] {
            assert_eq!(size(Language::Spanish, bytes), expected);
        }
        assert_eq!(size(Language::English, 1_258_291), "1.2 MiB");
    }
}
