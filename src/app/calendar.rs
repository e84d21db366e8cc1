//! `calendar`: a year of the desk's calendar, how a deadline comes about, holidays out of a file.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use super::audit::notes::Changes;
use super::change::{Call, Outcome, Receipt};
use super::terms::{Terms, terms};
use super::upkeep::Finding;
use super::{App, Error, LineRefusal, desk, waiting};
use crate::domain::calendar::ics::{self, IcsFault, IcsHoliday};
use crate::domain::calendar::{Calendar, CalendarFault, Explanation, HolidayRule, Known, YEARS, Year};
use crate::domain::deadline::Promise;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::settings::{self, LONGEST_HOLIDAYS};
use crate::domain::time::Timestamp;
use crate::store::{Read, Store};

/// The setting that holds the desk's own holidays.
pub(super) const HOLIDAYS: &str = "calendar.holidays";
/// The month from which on the next year's regional and local holidays are looked for: Spain publishes them in autumn.
const PUBLISHED_FROM: u32 = 10;

/// A year of the desk's calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearView {
    /// The year.
    pub year: Year,
    /// The calendar that it is of.
    pub calendar: Calendar,
    /// Its working days and hours, as they were set.
    pub week: String,
    /// In how much working time the desk promises an answer.
    pub promise: Promise,
    /// The desk's own holidays of single days that are over.
    pub past: Vec<NaiveDate>,
    /// Whether whoever looks may read the desk's settings: others have no use for what is wrong with them.
    pub reads_settings: bool,
}

/// How the deadline of a message comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueView {
    /// When the client wrote.
    pub message_at: Timestamp,
    /// Where the desk's clocks hang.
    pub zone: Tz,
    /// In how much working time the desk promises an answer.
    pub promise: Promise,
    /// How it comes about.
    pub explanation: Explanation,
}

/// What became of a holiday of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolidayDeed {
    /// It is one of the desk's own now.
    Added,
    /// It was one already.
    Known(Known),
}

impl HolidayDeed {
    /// What machines call it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Known(Known::Own) => "already",
            Self::Known(Known::National) => "national",
        }
    }
}

/// A holiday of a file, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedHoliday {
    /// The holiday.
    pub holiday: IcsHoliday,
    /// What became of it.
    pub deed: HolidayDeed,
    /// Its day, if that is over, so that it changes no new deadline.
    pub past: Option<NaiveDate>,
    /// The zone that people are told times in.
    pub zone: Tz,
}

impl<S: Store> App<'_, S> {
    /// A year of the desk's calendar, for anybody who is logged in; this one if none is named.
    ///
    /// # Errors
    /// `BadValue` for a year that rules are not worked out for; those of the gate and of the store.
    pub fn calendar_year(&self, year: Option<i32>) -> Result<YearView, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            actor.demand(Action::Read)?;
            let Terms { calendar, promise } = terms(read)?;
            let today = calendar.local_date(self.now);
            let wanted = year.or_else(|| today.map(|today| today.year())).unwrap_or_default();
            let bad_year = || Refusal::BadValue { option: "--year".to_owned(), value: wanted.to_string() };
            let year = calendar.year(wanted).ok_or_else(bad_year)?;
            let past = today.map(|today| calendar.past_holidays(today)).unwrap_or_default();
            let reads_settings = actor.demand(Action::ReadSettings).is_ok();
            let week = desk::value(read, "calendar.week")?;
            Ok(YearView { year, calendar, week, promise, past, reads_settings })
        })
    }

    /// How the deadline of a message comes about, for anybody who is logged in.
    ///
    /// # Errors
    /// `NeverDue`; `BadValue` for a time outside the years that rules are worked out for; those of the gate and of the store.
    pub fn explain_deadline(&self, message_at: Timestamp) -> Result<DueView, Error> {
        self.store.read(|read| {
            self.actor(read)?.demand(Action::Read)?;
            let Terms { calendar, promise } = terms(read)?;
            let zone = calendar.zone;
            let bad_time = || Refusal::BadValue { option: "TIME".to_owned(), value: message_at.to_rfc3339() };
            calendar.local_date(message_at).ok_or_else(bad_time)?;
            let explanation = calendar.explain(message_at, promise).ok_or(Refusal::BadCalendar(CalendarFault::NeverDue))?;
            // What falls due after the last year there is cannot be told.
            calendar.local_date(explanation.deadline.due_at).ok_or_else(bad_time)?;
            Ok(DueView { message_at, zone, promise, explanation })
        })
    }

    /// Adds the holidays of a calendar file to the desk's own, those that are not there yet, all of them or none.
    ///
    /// # Errors
    /// What is wrong with its lines; `TooManyHolidays`, `Unanswerable`; those of the gate and of the store.
    pub fn import_holidays(
        &self,
        call: &Call,
        text: &str,
        receipt: Receipt<'_, Vec<ImportedHoliday>>,
    ) -> Result<Outcome<Vec<ImportedHoliday>>, Error> {
        self.change("calendar", call, receipt, |change, actor| {
            actor.demand(Action::Configure)?;
            let mut calendar = desk::calendar(change.read())?;
            let (zone, today) = (calendar.zone, calendar.local_date(change.now));
            let found = ics::parse(text, zone).map_err(refused)?;
            let mut imported = Vec::with_capacity(found.len());
            let mut added = Vec::new();
            for holiday in found {
                let deed = match calendar.knows(holiday.rule) {
                    Some(known) => HolidayDeed::Known(known),
                    None => {
                        calendar.holidays.push(holiday.rule);
                        added.push(holiday.rule);
                        HolidayDeed::Added
                    }
                };
                let day = if let HolidayRule::Date(date) = holiday.rule { Some(date) } else { None };
                let past = day.filter(|day| today.is_some_and(|today| *day < today));
                imported.push(ImportedHoliday { holiday, deed, past, zone });
            }
            if added.is_empty() {
                return Ok(imported);
            }
            let before = change.read().setting(HOLIDAYS)?;
            let kept = with_added(before.as_deref(), added)?;
            let changes = Changes::default().field("value", before.as_deref(), Some(&kept)).into_value();
            change.write().put_setting(HOLIDAYS, Some(&kept))?;
            change.note(serde_json::json!({ "setting": HOLIDAYS, "set": true, "changes": changes }));
            demand_answerable(change.read(), change.now)?;
            waiting::follow_calendar(change)?;
            Ok(imported)
        })
    }
}

/// What is wrong with a file: what is so of all of it stands for itself.
fn refused(mut faults: Vec<(u64, IcsFault)>) -> Error {
    if let [(_, IcsFault::NotACalendar | IcsFault::Cut | IcsFault::TooManyEvents { .. })] = faults.as_slice()
        && let Some((_, fault)) = faults.pop()
    {
        return Refusal::BadCalendar(CalendarFault::Ics(fault)).into();
    }
    Error::Lines(
        faults
            .into_iter()
            .map(|(line, fault)| LineRefusal { line, refusal: Refusal::BadCalendar(CalendarFault::Ics(fault)) })
            .collect(),
    )
}

/// The setting with more holidays behind those that it had, whose order is somebody's own.
fn with_added(before: Option<&str>, mut added: Vec<HolidayRule>) -> Result<String, Refusal> {
    added.sort_unstable();
    let rules = added.iter().map(HolidayRule::to_string);
    let all: Vec<_> = before.map(str::to_owned).into_iter().filter(|before| !before.is_empty()).chain(rules).collect();
    let all = all.join(",");
    if all.chars().count() > LONGEST_HOLIDAYS {
        return Err(Refusal::BadCalendar(CalendarFault::TooManyHolidays { most: LONGEST_HOLIDAYS as u64 }));
    }
    settings::check(HOLIDAYS, &all)
}

/// Sees that answers fall due at all, as the desk is set.
///
/// # Errors
/// `Unanswerable`; those of the store.
pub(super) fn demand_answerable(read: &dyn Read, now: Timestamp) -> Result<(), Error> {
    match terms(read)?.deadline(now) {
        Some(_) => Ok(()),
        None => Err(Refusal::BadCalendar(CalendarFault::Unanswerable).into()),
    }
}

/// What somebody should see to in the calendar.
///
/// # Errors
/// Those of the store.
pub(super) fn findings(read: &dyn Read, now: Timestamp) -> Result<Vec<Finding>, Error> {
    let terms = terms(read)?;
    let calendar = &terms.calendar;
    let Some(today) = calendar.local_date(now) else { return Ok(Vec::new()) };
    if terms.deadline(now).is_none() {
        return Ok(vec![Finding::NeverDue]);
    }
    let mut findings = Vec::new();
    let next = today.year() + 1;
    for year in [today.year(), next].into_iter().filter(|year| YEARS.contains(year)) {
        if calendar.year(year).is_some_and(|year| year.working_days == 0) {
            findings.push(Finding::NoWorkingDay { year });
        }
    }
    let (dated, past) = (calendar.dated_holidays().count(), calendar.past_holidays(today).len());
    // A desk that counts the days off of no country may well have none; one that names days anew each year has to.
    let wants_own = calendar.national || dated > 0;
    let lacks_own = |year: i32| match dated {
        0 => calendar.year(year).is_some_and(|year| !year.has_own()),
        _ => calendar.dated_holidays().all(|date| date.year() < year),
    };
    if today.month() >= PUBLISHED_FROM && wants_own && lacks_own(next) {
        findings.push(Finding::NoOwnHolidays { year: next });
    } else if dated > 0 && calendar.dated_holidays().all(|date| date < today) {
        findings.push(Finding::HolidaysPast { count: past });
    } else if today.month() < PUBLISHED_FROM && wants_own && lacks_own(today.year()) {
        findings.push(Finding::NoOwnHolidays { year: today.year() });
    }
    Ok(findings)
}
