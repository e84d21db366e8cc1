//! Dates as a letter writes them: `martes 24 de noviembre a las 10:15`, `Tuesday 24 November at 10:15`.
//!
//! A letter is read later than it was written, so a date in it is never relative. Knows nothing of letters but that.

use chrono::{DateTime, Datelike, Timelike};
use chrono_tz::Tz;

use crate::domain::language::Language;
use crate::domain::time::{Span, Timestamp};

const SPANISH_DAYS: [&str; 7] = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
const ENGLISH_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SPANISH_MONTHS: [&str; 12] =
    ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];
const ENGLISH_MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A date for the middle of a sentence: `el martes 24 de noviembre a las 10:15`, `Tuesday 24 November at 10:15`.
///
/// The year is told only where it is not that of `now`. English leaves the preposition to the sentence.
pub fn in_sentence(language: Language, zone: Tz, at: Timestamp, now: Timestamp) -> String {
    let (day, time) = (day(language, zone, at, now), local(zone, at));
    let (hour, minute) = (time.hour(), time.minute());
    match language {
        // One o'clock is one.
        Language::Spanish if hour == 1 => format!("el {day} a la {hour}:{minute:02}"),
        Language::Spanish => format!("el {day} a las {hour}:{minute:02}"),
        Language::English => format!("{day} at {hour}:{minute:02}"),
    }
}

/// The same of a time by which something is due: where that is midnight, the end of the day before, `el martes 6 de abril a las 24:00`.
pub fn deadline_in_sentence(language: Language, zone: Tz, at: Timestamp, now: Timestamp) -> String {
    match (ended_day(language, zone, at, now), language) {
        (Some(day), Language::Spanish) => format!("el {day} a las 24:00"),
        (Some(day), Language::English) => format!("{day} at midnight (24:00)"),
        (None, _) => in_sentence(language, zone, at, now),
    }
}

/// The same where it stands by itself: `martes 6 de abril, 24:00`.
pub fn deadline_by_itself(language: Language, zone: Tz, at: Timestamp, now: Timestamp) -> String {
    ended_day(language, zone, at, now).map_or_else(|| by_itself(language, zone, at, now), |day| format!("{day}, 24:00"))
}

/// The day that ends at a time, if one does.
fn ended_day(language: Language, zone: Tz, at: Timestamp, now: Timestamp) -> Option<String> {
    let is_midnight = local(zone, at).num_seconds_from_midnight() == 0;
    is_midnight.then(|| day(language, zone, at.minus(Span::hours(1)), now))
}

/// A date that stands by itself: `martes 24 de noviembre, 10:15`, `Tuesday 24 November, 10:15`.
pub fn by_itself(language: Language, zone: Tz, at: Timestamp, now: Timestamp) -> String {
    let time = local(zone, at);
    format!("{}, {}:{:02}", day(language, zone, at, now), time.hour(), time.minute())
}

fn day(language: Language, zone: Tz, at: Timestamp, now: Timestamp) -> String {
    let (at, now) = (local(zone, at), local(zone, now));
    let (days, months) = match language {
        Language::Spanish => (&SPANISH_DAYS, &SPANISH_MONTHS),
        Language::English => (&ENGLISH_DAYS, &ENGLISH_MONTHS),
    };
    let weekday = days.get(at.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
    let month = months.get(at.month0() as usize).copied().unwrap_or_default();
    let year = if at.year() == now.year() { None } else { Some(at.year()) };
    match (language, year) {
        (Language::Spanish, None) => format!("{weekday} {} de {month}", at.day()),
        (Language::Spanish, Some(year)) => format!("{weekday} {} de {month} de {year}", at.day()),
        (Language::English, None) => format!("{weekday} {} {month}", at.day()),
        (Language::English, Some(year)) => format!("{weekday} {} {month} {year}", at.day()),
    }
}

/// The time on the desk's wall. Times that no calendar has become the nearest one that it has.
fn local(zone: Tz, at: Timestamp) -> DateTime<Tz> {
    const YEAR_0: i64 = -62_167_219_200_000;
    const YEAR_9999: i64 = 253_370_764_800_000;
    Timestamp::from_millis(at.as_millis().clamp(YEAR_0, YEAR_9999)).to_utc().with_timezone(&zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    #[test]
    fn dates_are_in_the_words_of_the_language_and_the_zone_of_the_desk() {
        let (zone, now) = (Tz::Europe__Madrid, at("2026-11-23T09:00:00Z"));
        for (when, spanish, english) in [
            ("2026-11-24T09:15:00Z", "el martes 24 de noviembre a las 10:15", "Tuesday 24 November at 10:15"),
            ("2026-03-29T00:59:00Z", "el domingo 29 de marzo a la 1:59", "Sunday 29 March at 1:59"),
            ("2026-03-29T01:00:00Z", "el domingo 29 de marzo a las 3:00", "Sunday 29 March at 3:00"),
            ("2026-12-31T23:05:00Z", "el viernes 1 de enero de 2027 a las 0:05", "Friday 1 January 2027 at 0:05"),
        ] {
            assert_eq!(in_sentence(Language::Spanish, zone, at(when), now), spanish);
            assert_eq!(in_sentence(Language::English, zone, at(when), now), english);
        }
        let (spanish, english) = (Language::Spanish, Language::English);
        let midnight = at("2027-04-06T22:00:00Z");
        assert_eq!(deadline_in_sentence(spanish, zone, midnight, now), "el martes 6 de abril de 2027 a las 24:00");
        assert_eq!(deadline_in_sentence(english, zone, midnight, now), "Tuesday 6 April 2027 at midnight (24:00)");
        assert_eq!(deadline_by_itself(spanish, zone, midnight, now), "martes 6 de abril de 2027, 24:00");
        let tuesday = at("2026-11-24T09:15:00Z");
        assert_eq!(by_itself(Language::Spanish, zone, tuesday, now), "martes 24 de noviembre, 10:15");
        assert_eq!(deadline_in_sentence(english, zone, tuesday, now), in_sentence(english, zone, tuesday, now));
        assert_eq!(deadline_by_itself(english, zone, tuesday, now), by_itself(english, zone, tuesday, now));
        assert_eq!(by_itself(Language::English, Tz::Atlantic__Canary, tuesday, now), "Tuesday 24 November, 9:15");
    }

    #[test]
    fn times_outside_every_calendar_are_told_all_the_same() {
        for time in [Timestamp::MIN, Timestamp::MAX] {
            assert!(!by_itself(Language::Spanish, Tz::Europe__Madrid, time, Timestamp::from_millis(0)).is_empty());
        }
    }
}
