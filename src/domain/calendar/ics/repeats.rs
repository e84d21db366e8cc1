//! How often an event of a calendar file comes again: for ever, or in years that can be counted.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use super::{LONGEST_EVENT, moment};
use crate::domain::calendar::YEARS;

/// So many times an event comes again at most whose times are counted.
const MOST_REPEATS: usize = LONGEST_EVENT as usize + 1;

/// On which days an event comes again.
pub(super) enum Repeats {
    /// Every year on its day.
    ForEver,
    /// On the day of just these years.
    On(Vec<NaiveDate>),
}

/// How often an event comes again whose rule says nothing else than that it does so every year, on the day on which it began: for
/// ever, so many times, or until a day.
pub(super) fn yearly(rule: &str, first: NaiveDate, zone: Tz) -> Option<Repeats> {
    let (mut is_yearly, mut count, mut until) = (false, None, None);
    for part in rule.to_ascii_uppercase().split(';').filter(|part| !part.is_empty()) {
        let is_known = match part.split_once('=')? {
            ("FREQ", "YEARLY") => {
                is_yearly = true;
                true
            }
            ("INTERVAL", "1") | ("WKST", _) => true,
            ("BYMONTH", month) => month.parse() == Ok(first.month()),
            ("BYMONTHDAY", day) => day.parse() == Ok(first.day()),
            ("COUNT", times) => {
                count = Some(times.parse().ok().filter(|times| *times > 0)?);
                true
            }
            ("UNTIL", last) => {
                until = Some(moment(last, zone).ok()?.date());
                true
            }
            _ => false,
        };
        if !is_known {
            return None;
        }
    }
    if !is_yearly {
        return None;
    }
    if count.is_none() && until.is_none() {
        return Some(Repeats::ForEver);
    }
    // Not every year has a 29 February; one that has none is left out, and not counted.
    let dates = (first.year()..=*YEARS.end()).filter_map(|year| first.with_year(year));
    let dates =
        dates.take_while(|date| until.is_none_or(|until| *date <= until)).take(count.unwrap_or(MOST_REPEATS).min(MOST_REPEATS));
    Some(Repeats::On(dates.collect()))
}
