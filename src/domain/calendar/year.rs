//! A year of a desk's calendar, as somebody looks at it: its holidays with where each comes from, and how much is worked.

use chrono::{Datelike, NaiveDate};

use super::holiday::{HolidayRule, NATIONAL, NATIONAL_IDS, YEARS, easter};
use super::{Calendar, ClockChange};

/// A day on which nobody works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// What machines call it, if it is a national one.
    pub national: Option<&'static str>,
    /// The desk's own rules that mean it, each once.
    pub own: Vec<HolidayRule>,
    /// Whether somebody would work on it otherwise.
    pub counts: bool,
}

/// A year of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// Which.
    pub year: i32,
    /// Its holidays, in order.
    pub holidays: Vec<Holiday>,
    /// When the clocks are put forward or back.
    pub clock_changes: Vec<ClockChange>,
    /// On how many days somebody works.
    pub working_days: u32,
}

impl Year {
    /// Whether anything in it is the desk's own.
    pub fn has_own(&self) -> bool {
        self.holidays.iter().any(|holiday| !holiday.own.is_empty())
    }
}

impl Calendar {
    /// What there is to see in a year; `None` outside [`YEARS`].
    pub fn year(&self, year: i32) -> Option<Year> {
        let easter = easter(year)?;
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
        let holidays = self.holidays_of(year).into_iter().map(|date| self.holiday(date, easter)).collect();
        let off = self.holidays_in(year);
        let is_worked = |date: &NaiveDate| !self.week.hours(date.weekday()).is_empty() && !off.contains(*date);
        let working_days = first.iter_days().take_while(|date| date.year() == year).filter(is_worked).count();
        let working_days = u32::try_from(working_days).unwrap_or_default();
        Some(Year { year, holidays, clock_changes: self.clock_changes(year), working_days })
    }

    /// What a holiday is; `easter` is that of its year.
    pub(super) fn holiday(&self, date: NaiveDate, easter: NaiveDate) -> Holiday {
        let is_it = |rule: &HolidayRule| rule.day_in(date.year(), easter) == Some(date);
        let national = NATIONAL.iter().zip(NATIONAL_IDS).find(|(rule, _)| self.national && is_it(rule)).map(|(_, id)| id);
        let mut own: Vec<_> = self.holidays.iter().copied().filter(is_it).collect();
        own.sort_unstable();
        own.dedup();
        Holiday { date, national, own, counts: !self.week.hours(date.weekday()).is_empty() }
    }

    /// The holidays of single days that are over at `today`: nothing falls due any later for them.
    pub fn past_holidays(&self, today: NaiveDate) -> Vec<NaiveDate> {
        let mut past: Vec<_> = self.dated_holidays().filter(|date| *date < today).collect();
        past.sort_unstable();
        past.dedup();
        past
    }

    /// The holidays of single days.
    pub fn dated_holidays(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.holidays.iter().filter_map(|rule| if let HolidayRule::Date(date) = rule { Some(*date) } else { None })
    }

    /// Whether a rule says nothing new: the day is a national holiday, or there is such a rule of the desk's own.
    pub fn knows(&self, rule: HolidayRule) -> Option<Known> {
        if self.national && means(&NATIONAL, rule) {
            return Some(Known::National);
        }
        means(&self.holidays, rule).then_some(Known::Own)
    }
}

/// Why a holiday is none that would have to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is a national one.
    National,
    /// The desk has it already.
    Own,
}

/// Whether one of the rules means whatever another means.
fn means(rules: &[HolidayRule], rule: HolidayRule) -> bool {
    if rules.contains(&rule) {
        return true;
    }
    let HolidayRule::Date(date) = rule else { return false };
    let Some(easter) = easter(date.year()).filter(|_| YEARS.contains(&date.year())) else { return false };
    rules.iter().any(|rule| rule.day_in(date.year(), easter) == Some(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(week: &str, holidays: &str, national: &str) -> Calendar {
        Calendar::parse("Europe/Madrid", week, holidays, national).unwrap()
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_says_where_each_holiday_comes_from() {
        let year = calendar("mon-fri", "2027-05-15,05-15,easter-3,2026-05-15,08-15", "es").year(2027).unwrap();
        let of = |day: &str| year.holidays.iter().find(|holiday| holiday.date == date(day)).unwrap();
        assert_eq!(year.holidays.len(), 12);
        assert!(year.holidays.windows(2).all(|pair| pair[0].date < pair[1].date));
        assert_eq!((of("2027-03-26").national, of("2027-03-26").counts), (Some("good-friday"), true));
        assert_eq!((of("2027-08-15").national, of("2027-08-15").counts), (Some("assumption"), false));
        assert_eq!(of("2027-08-15").own.len(), 1, "it is both");
        assert_eq!(of("2027-03-25").own, [HolidayRule::Easter(-3)]);
        assert_eq!(of("2027-05-15").own.len(), 2);
        // Of 261 days from Monday to Friday, seven national ones and Maundy Thursday are off.
        assert_eq!(year.working_days, 261 - 8);
        assert!(year.has_own() && !calendar("mon-fri", "2026-05-15", "es").year(2027).unwrap().has_own());
        let free = calendar("mon-sun", "", "none").year(2028).unwrap();
        assert_eq!((free.working_days, free.holidays.len(), free.clock_changes.len()), (366, 0, 2));
        assert_eq!((calendar("mon-fri", "", "es").year(0), calendar("mon-fri", "", "es").year(10_000)), (None, None));
        assert!(calendar("mon-fri", "", "es").year(1).is_some() && calendar("mon-fri", "", "es").year(9_999).is_some());
    }

    #[test]
    fn what_is_known_needs_not_be_added() {
        let calendar = calendar("mon-fri", "2027-05-15,06-13,easter-3", "es");
        let knows = |text: &str| calendar.knows(HolidayRule::parse(text).unwrap());
        assert_eq!(knows("2027-01-06"), Some(Known::National));
        assert_eq!((knows("01-06"), knows("easter-2")), (Some(Known::National), Some(Known::National)));
        assert_eq!((knows("2027-05-15"), knows("2028-06-13")), (Some(Known::Own), Some(Known::Own)));
        assert_eq!(knows("2027-03-25"), Some(Known::Own), "Maundy Thursday");
        assert_eq!((knows("2028-05-15"), knows("05-15")), (None, None));
        assert_eq!(calendar.past_holidays(date("2027-05-15")), []);
        assert_eq!(calendar.past_holidays(date("2027-05-16")), [date("2027-05-15")]);
    }
}
