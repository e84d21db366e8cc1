//! The working days of a week and their hours.
//!
//! Local time only: it knows neither a zone nor holidays.

use chrono::Weekday;

/// The minutes of a day.
pub const MINUTES_OF_DAY: u16 = 24 * 60;
/// The most working spans that one day may have.
const MOST_SPANS_OF_DAY: usize = 8;
/// The names of the days: machine values, so never translated.
const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A span of working time within one day, in minutes since its local midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours {
    /// The first minute.
    pub from: u16,
    /// The minute after the last one, at most [`MINUTES_OF_DAY`].
    pub until: u16,
}

impl Hours {
    /// From midnight to midnight.
    pub const WHOLE_DAY: Self = Self { from: 0, until: MINUTES_OF_DAY };

    /// Reads `09:00-18:00`; the end may be `24:00`. `None` for anything else, and for spans that end before they begin.
    fn parse(text: &str) -> Option<Self> {
        let (from, until) = text.split_once('-')?;
        let hours = Self { from: parse_time(from)?, until: parse_time(until)? };
        (hours.from < hours.until).then_some(hours)
    }
}

/// The working hours of each day of a week; at least one day has some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// From Monday to Sunday, each in order and without overlaps.
    days: [Vec<Hours>; 7],
}

impl Week {
    /// Reads working days: `mon-fri`, `mon-thu 09:00-18:00, fri 09:00-15:00`.
    ///
    /// Between commas stands a day or a range of days, and behind it the spans of time that are worked on them, with blanks
    /// between: `mon-fri 09:00-14:00 16:00-19:00`. Days without a span count from midnight to midnight. A range may go over the
    /// end of the week: `fri-mon` are Friday, Saturday, Sunday and Monday. Capitals count as small letters.
    ///
    /// `None` for anything else: a week without a working day, spans of a day that overlap, a day that is named twice as a whole
    /// or both as a whole and with hours, a span over midnight (`22:00-24:00` and, on the next day, `00:00-06:00` say it).
    pub fn parse(text: &str) -> Option<Self> {
        let mut days: [Vec<Hours>; 7] = Default::default();
        for item in text.to_ascii_lowercase().split(',') {
            let mut words = item.split_whitespace();
            let (first, last) = parse_days(words.next()?)?;
            let mut spans = words.map(Hours::parse).collect::<Option<Vec<_>>>()?;
            if spans.is_empty() {
                spans.push(Hours::WHOLE_DAY);
            }
            let count = (7 + last - first) % 7 + 1;
            for day in (first..first + count).map(|day| day % 7) {
                days[day].extend_from_slice(&spans);
            }
        }
        for spans in &mut days {
            spans.sort_unstable();
            let overlap = spans.windows(2).any(|pair| pair[1].from < pair[0].until);
            if overlap || spans.len() > MOST_SPANS_OF_DAY {
                return None;
            }
        }
        days.iter().any(|spans| !spans.is_empty()).then_some(Self { days })
    }

    /// The working hours of a day, in order; none on a day off.
    pub fn hours(&self, day: Weekday) -> &[Hours] {
        &self.days[day.num_days_from_monday() as usize]
    }
}

/// The first and the last day, counted from Monday, of `mon` or `mon-fri`.
fn parse_days(text: &str) -> Option<(usize, usize)> {
    let day = |name: &str| NAMES.iter().position(|known| *known == name);
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some((day(first)?, day(last)?))
}

/// The minutes since midnight of `9:00`, `09:00` or `24:00`.
fn parse_time(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=2).contains(&hours.len()) || minutes.len() != 2 || !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    let time = hours * 60 + minutes;
    (minutes < 60 && time <= MINUTES_OF_DAY).then_some(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(from: u16, until: u16) -> Hours {
        Hours { from: from * 60, until: until * 60 }
    }

    #[test]
    fn days_without_hours_count_from_midnight_to_midnight() {
        let week = Week::parse("mon-fri").unwrap();
        assert_eq!(week.hours(Weekday::Mon), [hours(0, 24)]);
        assert_eq!(week.hours(Weekday::Fri), [hours(0, 24)]);
        assert!(week.hours(Weekday::Sat).is_empty() && week.hours(Weekday::Sun).is_empty());
        assert_eq!(week, Week::parse(" Mon-FRI 00:00-24:00 ").unwrap());
        assert_eq!(week, Week::parse("fri,wed,mon-tue , thu").unwrap());
    }

    #[test]
    fn days_have_hours_of_their_own() {
        let week = Week::parse("mon-thu 09:00-18:00, fri 9:00-15:00").unwrap();
        assert_eq!(week.hours(Weekday::Thu), [hours(9, 18)]);
        assert_eq!(week.hours(Weekday::Fri), [hours(9, 15)]);
        let siesta = Week::parse("mon-fri 16:00-19:00 09:00-14:00").unwrap();
        assert_eq!(siesta.hours(Weekday::Wed), [hours(9, 14), hours(16, 19)]);
        assert_eq!(siesta, Week::parse("mon-fri 09:00-14:00, mon-fri 16:00-19:00").unwrap());
        assert_eq!(Week::parse("sat 09:00-14:00, sat 14:00-15:00").unwrap().hours(Weekday::Sat).len(), 2);
    }

    #[test]
    fn a_range_may_go_over_the_end_of_the_week() {
        let working = |text: &str| {
            let week = Week::parse(text).unwrap();
            (0..7).filter(|day| !week.days[*day].is_empty()).map(|day| NAMES[day]).collect::<Vec<_>>()
        };
        assert_eq!(working("fri-mon"), ["mon", "fri", "sat", "sun"]);
        assert_eq!(working("sun-thu"), ["mon", "tue", "wed", "thu", "sun"]);
        assert_eq!(working("mon-sun").len(), 7);
        assert_eq!(working("tue-mon").len(), 7);
        assert_eq!(working("wed-wed"), ["wed"]);
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        for wrong in [
            "",
            " ",
            ",",
            "mon,",
            "mon,,tue",
            "lun-vie",
            "mon-",
            "-fri",
            "mon-wed-fri",
            "mon–fri",
            "mon fri",
            "mon, mon",
            "mon-fri, fri",
            "mon-fri, fri 09:00-15:00",
            "mon 09:00-18:00, mon 17:00-19:00",
            "mon 09:00-18:00 09:00-18:00",
            "fri-mon 09:00-18:00, sun 10:00-11:00",
            "mon 18:00-09:00",
            "mon 22:00-06:00",
            "mon 09:00-09:00",
            "mon 09:00",
            "mon 09:00-",
            "mon 9-18",
            "mon 24:00-25:00",
            "mon 09:60-18:00",
            "mon 09:00-24:01",
            "mon 009:00-18:00",
            "mon +9:00-18:00",
            "mon 09:00-18:0",
            "mon 0:00-1:00 2:00-3:00 4:00-5:00 6:00-7:00 8:00-9:00 10:00-11:00 12:00-13:00 14:00-15:00 16:00-17:00",
        ] {
            assert_eq!(Week::parse(wrong), None, "{wrong}");
        }
    }
}
