//! Days on which nobody works: single ones, yearly ones, and those that move with Easter.
//!
//! Dates only: it knows neither a zone nor hours.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};

/// The years of the Gregorian calendar that rules are worked out for.
pub const YEARS: std::ops::RangeInclusive<i32> = 1..=9_999;
/// The most days a holiday lies from Easter: no more, so that it always lies in Easter's own year.
const MOST_FROM_EASTER: i8 = 80;

/// A rule that says on which days nobody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HolidayRule {
    /// One day.
    Date(NaiveDate),
    /// The same day of every year; 29 February in leap years only.
    EveryYear {
        /// From 1 to 12.
        month: u8,
        /// From 1 to 31.
        day: u8,
    },
    /// So many days after Easter Sunday of the Western churches, or before it: -2 is Good Friday.
    Easter(i8),
}

/// The national holidays of Spain that no region can exchange for others.
pub const NATIONAL: [HolidayRule; 10] = [
    HolidayRule::EveryYear { month: 1, day: 1 },
    HolidayRule::EveryYear { month: 1, day: 6 },
    HolidayRule::Easter(-2),
    HolidayRule::EveryYear { month: 5, day: 1 },
    HolidayRule::EveryYear { month: 8, day: 15 },
    HolidayRule::EveryYear { month: 10, day: 12 },
    HolidayRule::EveryYear { month: 11, day: 1 },
    HolidayRule::EveryYear { month: 12, day: 6 },
    HolidayRule::EveryYear { month: 12, day: 8 },
    HolidayRule::EveryYear { month: 12, day: 25 },
];

/// What machines call the national holidays, in the same order.
pub const NATIONAL_IDS: [&str; 10] = [
    "new-year",
    "epiphany",
    "good-friday",
    "labour-day",
    "assumption",
    "national-day",
    "all-saints",
    "constitution",
    "immaculate-conception",
    "christmas",
];

/// A rule as a setting has it.
impl fmt::Display for HolidayRule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => write!(formatter, "{}", date.format("%Y-%m-%d")),
            Self::EveryYear { month, day } => write!(formatter, "{month:02}-{day:02}"),
            Self::Easter(0) => formatter.write_str("easter"),
            Self::Easter(days) => write!(formatter, "easter{days:+}"),
        }
    }
}

impl HolidayRule {
    /// Reads `2027-05-15`, `05-15` for every year, `easter`, `easter-3`, `easter+39`.
    ///
    /// `None` for anything else, for days that no year has, and for more than 80 days from Easter.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(days) = text.strip_prefix("easter") {
            return parse_easter(days).map(Self::Easter);
        }
        let numbers: Vec<&str> = text.split('-').collect();
        match numbers[..] {
            [year, month, day] => {
                let year = i32::from(parse_digits::<4>(year)?);
                let date = NaiveDate::from_ymd_opt(year, parse_digits::<2>(month)?.into(), parse_digits::<2>(day)?.into())?;
                YEARS.contains(&year).then_some(Self::Date(date))
            }
            [month, day] => {
                let (month, day) = (parse_digits::<2>(month)?, parse_digits::<2>(day)?);
                // A leap year, so that 29 February may be one.
                NaiveDate::from_ymd_opt(2_000, month.into(), day.into())?;
                Some(Self::EveryYear { month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
            }
            _ => None,
        }
    }

    /// Reads rules with commas between; nothing is no rule. `None` when one of them is none.
    pub fn parse_list(text: &str) -> Option<Vec<Self>> {
        if text.trim().is_empty() {
            return Some(Vec::new());
        }
        text.split(',').map(Self::parse).collect()
    }

    /// The day of a year that the rule means, if there is one; `easter` is that of [`easter`] for this year.
    pub(super) fn day_in(self, year: i32, easter: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => (date.year() == year).then_some(date),
            Self::EveryYear { month, day } => NaiveDate::from_ymd_opt(year, month.into(), day.into()),
            Self::Easter(days) => {
                let distance = Days::new(days.unsigned_abs().into());
                if days < 0 { easter.checked_sub_days(distance) } else { easter.checked_add_days(distance) }
            }
        }
    }
}

fn parse_easter(days: &str) -> Option<i8> {
    if days.is_empty() {
        return Some(0);
    }
    let (sign, digits) = match days.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, days.strip_prefix('+')?),
    };
    let fits = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let count: i8 = digits.parse().ok().filter(|count| fits && *count <= MOST_FROM_EASTER)?;
    Some(sign * count)
}

/// The number of exactly `WIDTH` digits.
fn parse_digits<const WIDTH: usize>(text: &str) -> Option<u16> {
    (text.len() == WIDTH && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// Easter Sunday of the Western churches, by the Gregorian computus (Meeus, Jones and Butcher); `None` outside [`YEARS`].
pub fn easter(year: i32) -> Option<NaiveDate> {
    if !YEARS.contains(&year) {
        return None;
    }
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

/// The holidays of one year, a bit a day: looked up for every day that a deadline passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HolidaysOfYear {
    year: i32,
    days: [u64; 6],
}

impl HolidaysOfYear {
    /// Works the rules out for a year; outside [`YEARS`] there are no holidays.
    pub fn new<'rules>(year: i32, rules: impl IntoIterator<Item = &'rules HolidayRule>) -> Self {
        let mut holidays = Self { year, days: [0; 6] };
        let Some(easter) = easter(year) else { return holidays };
        for date in rules.into_iter().filter_map(|rule| rule.day_in(year, easter)) {
            let day = date.ordinal0();
            holidays.days[day as usize / 64] |= 1 << (day % 64);
        }
        holidays
    }

    /// The year they are of.
    pub fn year(&self) -> i32 {
        self.year
    }

    /// Whether a day of this year is a holiday.
    pub fn contains(&self, date: NaiveDate) -> bool {
        let day = date.ordinal0();
        date.year() == self.year && self.days[day as usize / 64] >> (day % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_is_where_the_almanacs_have_it() {
        for known in [
            "1583-04-10",
            "1818-03-22",
            "1954-04-18",
            "1961-04-02",
            "1981-04-19",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2285-03-22",
        ] {
            assert_eq!(easter(date(known).year()), Some(date(known)));
        }
        for year in YEARS {
            let easter = easter(year).unwrap();
            assert_eq!(easter.weekday(), Weekday::Sun, "{year}");
            assert!(((3, 22)..=(4, 25)).contains(&(easter.month(), easter.day())), "{year}");
        }
        assert_eq!((easter(0), easter(-4), easter(10_000)), (None, None, None));
    }

    #[test]
    fn rules_read_dates_years_and_easter() {
        assert_eq!(HolidayRule::parse("2027-05-15"), Some(HolidayRule::Date(date("2027-05-15"))));
        assert_eq!(HolidayRule::parse(" 05-15 "), Some(HolidayRule::EveryYear { month: 5, day: 15 }));
        assert_eq!(HolidayRule::parse("02-29"), Some(HolidayRule::EveryYear { month: 2, day: 29 }));
        assert_eq!(HolidayRule::parse("easter-3"), Some(HolidayRule::Easter(-3)));
        assert_eq!(HolidayRule::parse("Easter+39"), Some(HolidayRule::Easter(39)));
        assert_eq!(HolidayRule::parse("easter"), Some(HolidayRule::Easter(0)));
        assert_eq!(HolidayRule::parse_list("").unwrap(), []);
        assert_eq!(HolidayRule::parse_list("2027-05-15, 05-15,easter-3").unwrap().len(), 3);
        for wrong in [
            "",
            ",",
            "05-15,",
            "2027-02-29",
            "02-30",
            "13-01",
            "5-15",
            "00-10",
            "0000-01-01",
            "2027-5-15",
            "2027",
            "2027-05-15-01",
            "-05-15",
            "easter3",
            "easter-",
            "easter+81",
            "easter-81",
            "easter+128",
            "easter--3",
            "easter +3",
            "christmas",
            "15 mayo",
            "easterñ",
            "+5-15",
            "2027/05/15",
        ] {
            assert!(HolidayRule::parse(wrong).is_none(), "{wrong}");
            assert_eq!(HolidayRule::parse_list(&format!("01-01,{wrong}")), None, "{wrong}");
        }
    }

    #[test]
    fn a_rule_is_written_as_it_is_read() {
        for text in ["2027-05-15", "0999-01-01", "05-15", "02-29", "easter", "easter-3", "easter+39"] {
            assert_eq!(HolidayRule::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn the_national_holidays_are_those_that_were_promised() {
        let holidays = HolidaysOfYear::new(2026, &NATIONAL);
        let days: Vec<_> = date("2026-01-01").iter_days().take(365).filter(|day| holidays.contains(*day)).collect();
        let promised = [
            "2026-01-01",
            "2026-01-06",
            "2026-04-03",
            "2026-05-01",
            "2026-08-15",
            "2026-10-12",
            "2026-11-01",
            "2026-12-06",
            "2026-12-08",
            "2026-12-25",
        ];
        assert_eq!(days, promised.map(date));
        assert!(!holidays.contains(date("2027-01-01")), "of another year");
    }

    #[test]
    fn holidays_at_the_ends_of_the_year_and_of_leap_years() {
        let rules = HolidayRule::parse_list("02-29,12-31,01-01,easter-80,easter+80,2028-07-01").unwrap();
        let days = |year| {
            let holidays = HolidaysOfYear::new(year, &rules);
            NaiveDate::from_ymd_opt(year, 1, 1).unwrap().iter_days().take(366).filter(|day| holidays.contains(*day)).count()
        };
        assert_eq!(days(2028), 6);
        assert_eq!(days(2027), 4);
        // The earliest Easter there is still has its eightieth day before it in the same year.
        assert!(HolidaysOfYear::new(2285, &rules).contains(date("2285-01-01")));
        assert_eq!(HolidaysOfYear::new(12_000, &rules).days, [0; 6]);
    }
}
