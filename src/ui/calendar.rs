//! The desk's calendar on the screen: a year of it, and the holidays of a file.

use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::{Map, Value, json};

use super::card::{Card, wrapped};
use super::holiday::holiday_word;
use super::paint::{Tone, bold};
use super::present::{Present, Style, named};
use super::table::{Cell, Column, Table};
use crate::app::calendar::{ImportedHoliday, YearView};
use crate::domain::calendar::{ClockChange, Holiday, HolidayRule, Hours};
use crate::domain::time::{Span, Timestamp};
use crate::i18n::Words;
use crate::i18n::dates::Dates;

const WEEK: [Weekday; 7] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
/// So many past holidays are named.
const MOST_PAST: usize = 5;

/// What machines call a day of the week.
fn weekday_id(day: Weekday) -> String {
    day.to_string().to_lowercase()
}

/// What people call it.
pub(super) fn weekday_word(day: Weekday, words: &Words) -> String {
    words.text(&format!("date-weekday-{}", day.number_from_monday()))
}

/// The same in tables that have little room.
pub(super) fn short_weekday_word(day: Weekday, words: &Words) -> String {
    weekday_word(day, words).chars().take(3).collect()
}

/// A date for tables.
pub(super) fn short_date(date: NaiveDate, style: &Style<'_>) -> String {
    Dates::new(style.words, chrono_tz::UTC, style.now).date(noon(date))
}

fn noon(date: NaiveDate) -> Timestamp {
    Timestamp::from_millis(date.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc().timestamp_millis())
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn hours_id(hours: &Hours) -> String {
    format!("{}-{}", clock(hours.from), clock(hours.until))
}

/// Working days and hours in words, days with the same hours together.
fn week_words(view: &YearView, words: &Words) -> String {
    let hours = |day: Weekday| view.calendar.week.hours(day);
    let mut told: Vec<&[Hours]> = Vec::new();
    let mut lines = Vec::new();
    for day in WEEK.into_iter().filter(|day| !hours(*day).is_empty()) {
        let same = hours(day);
        if told.contains(&same) {
            continue;
        }
        told.push(same);
        let days = days_words(|day| hours(day) == same, words);
        let hours = match same {
            [only] if *only == Hours::WHOLE_DAY => words.text("calendar-all-day"),
            spans => spans.iter().map(|span| hours_id(span).replace('-', "–")).collect::<Vec<_>>().join(", "),
        };
        lines.push(format!("{days}: {hours}"));
    }
    lines.join("\n")
}

/// Days of the week in words, three and more in a row as from one to another.
fn days_words(is_one: impl Fn(Weekday) -> bool, words: &Words) -> String {
    let mut runs: Vec<Vec<Weekday>> = Vec::new();
    for day in WEEK.into_iter().filter(|day| is_one(*day)) {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| last.succ() == day) => run.push(day),
            _ => runs.push(vec![day]),
        }
    }
    let of_run = |run: &Vec<Weekday>| match run.as_slice() {
        [first, _, .., last] => {
            let values = [("first", weekday_word(*first, words).into()), ("last", weekday_word(*last, words).into())];
            words.format("calendar-day-to-day", &values)
        }
        days => days.iter().map(|day| weekday_word(*day, words)).collect::<Vec<_>>().join(", "),
    };
    runs.iter().map(of_run).collect::<Vec<_>>().join(", ")
}

fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

fn change_words(change: &ClockChange, style: &Style<'_>) -> String {
    let shown = change.shown();
    let after = shown + chrono::TimeDelta::seconds(i64::from(change.after_seconds) - i64::from(change.before_seconds));
    let day = Dates::new(style.words, chrono_tz::UTC, style.now).day(Timestamp::from_millis(shown.timestamp_millis()));
    let time = |at: chrono::DateTime<chrono::Utc>| at.format("%-H:%M").to_string();
    style.words.format("calendar-clocks-at", &[("day", day.into()), ("from", time(shown).into()), ("to", time(after).into())])
}

/// How many hours a span is: `24`, `1,5`.
pub fn hours_count(span: Span) -> String {
    let minutes = span.as_seconds() / 60;
    if minutes % 60 == 0 { (minutes / 60).to_string() } else { format!("{}:{:02}", minutes / 60, minutes % 60) }
}

impl Present for YearView {
    const FIELDS: &'static [&'static str] = &[
        "year",
        "timezone",
        "week",
        "national",
        "working_days",
        "answer_warn_seconds",
        "answer_due_seconds",
        "hours",
        "holidays",
        "clock_changes",
        "past_holidays",
    ];
    const COLUMNS: &'static [&'static str] =
        &["year", "timezone", "week", "national", "working_days", "answer_warn_seconds", "answer_due_seconds"];

    fn id(&self) -> String {
        self.year.year.to_string()
    }

    fn object(&self) -> Map<String, Value> {
        let hours = |day: Weekday| {
            let hours: Vec<_> = self.calendar.week.hours(day).iter().map(hours_id).collect();
            json!({ "day": weekday_id(day), "hours": hours })
        };
        let holiday = |holiday: &Holiday| {
            json!({
                "date": holiday.date.to_string(),
                "weekday": weekday_id(holiday.date.weekday()),
                "source": if holiday.national.is_some() { "national" } else { "own" },
                "holiday": holiday.national,
                "rules": holiday.own.iter().map(HolidayRule::to_string).collect::<Vec<_>>(),
                "counts": holiday.counts,
            })
        };
        let change = |change: &ClockChange| {
            json!({
                "at": change.at.to_rfc3339(),
                "date": change.shown().date_naive().to_string(),
                "offset_before": offset(change.before_seconds),
                "offset_after": offset(change.after_seconds),
            })
        };
        let year = &self.year;
        let values = vec![
            json!(year.year),
            json!(self.calendar.zone.name()),
            json!(self.week),
            json!(if self.calendar.national { "es" } else { "none" }),
            json!(year.working_days),
            json!(self.promise.warn.as_seconds()),
            json!(self.promise.due.as_seconds()),
            json!(WEEK.map(hours)),
            json!(year.holidays.iter().map(holiday).collect::<Vec<_>>()),
            json!(year.clock_changes.iter().map(change).collect::<Vec<_>>()),
            json!(self.past.iter().map(NaiveDate::to_string).collect::<Vec<_>>()),
        ];
        named(Self::FIELDS, values)
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![Column::fixed(words.text("calendar-date")), Column::count(words.text("calendar-working-days"))]
    }

    fn cells(&self, _style: &Style<'_>) -> Vec<Cell> {
        vec![Cell::new(self.year.year.to_string()), Cell::new(self.year.working_days.to_string())]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let (words, year) = (style.words, &self.year);
        let number = || year.year.to_string();
        let title = words.format("calendar-title", &[("year", number().into())]);
        let mut card = Card::default();
        card.row(words.text("calendar-zone"), self.calendar.zone.name());
        card.row(words.text("calendar-week"), week_words(self, words));
        let promise = [("warn", hours_count(self.promise.warn).into()), ("due", hours_count(self.promise.due).into())];
        card.row(words.text("calendar-answer"), words.format("calendar-promise", &promise));
        let changes: Vec<_> = year.clock_changes.iter().map(|change| change_words(change, style)).collect();
        let none = || words.text("calendar-clocks-never");
        card.row(words.text("calendar-clocks"), if changes.is_empty() { none() } else { changes.join("\n") });
        let count = [("count", u64::from(year.working_days).into()), ("year", number().into())];
        card.row(words.text("calendar-working-days"), words.format("calendar-working-days-of", &count));
        let mut text = format!("{}\n\n{}\n", bold(&title, style.colour), card.render(style.width, style.colour));
        if year.holidays.is_empty() {
            text.push_str(&format!("{}\n", words.text("calendar-none")));
        } else {
            text.push_str(&holidays(&year.holidays, style));
        }
        let mut notes = Vec::new();
        if year.working_days == 0 {
            notes.push(words.format("calendar-idle-year", &[("year", number().into())]));
        }
        if self.reads_settings {
            notes.extend(past_words(&self.past, style));
        }
        for note in notes {
            text.push_str(&format!("\n{}\n", wrapped(&note, style.width, 0)));
        }
        text
    }
}

/// That holidays of the desk's own are over, the last ones by their dates; nothing where none is.
pub fn past_words(past: &[NaiveDate], style: &Style<'_>) -> Option<String> {
    let mut dates: Vec<_> = past.iter().rev().take(MOST_PAST).map(|date| short_date(*date, style)).collect();
    dates.extend((past.len() > MOST_PAST).then(|| "\u{2026}".to_owned()));
    let values = [("count", past.len().into()), ("dates", dates.join(", ").into())];
    (!past.is_empty()).then(|| style.words.format("calendar-past", &values))
}

/// The holidays of a year in a table.
fn holidays(holidays: &[Holiday], style: &Style<'_>) -> String {
    let words = style.words;
    let mut columns = vec![
        Column::fixed(words.text("calendar-date")),
        Column::fixed(words.text("calendar-weekday")),
        Column::text(words.text("calendar-holiday")),
    ];
    let all_count = holidays.iter().all(|holiday| holiday.counts);
    if !all_count {
        columns.push(Column::text(words.text("calendar-effect")));
    }
    let mut table = Table::new(columns);
    for holiday in holidays {
        let name = holiday_word(holiday, words);
        let is_both = holiday.national.is_some() && !holiday.own.is_empty();
        let name = if is_both { words.format("calendar-also-own", &[("holiday", name.into())]) } else { name };
        let mut cells = vec![
            Cell::new(short_date(holiday.date, style)),
            Cell::new(weekday_word(holiday.date.weekday(), words)),
            Cell::new(name),
        ];
        if !all_count {
            cells.push(Cell::new(if holiday.counts { String::new() } else { words.text("calendar-no-effect") }));
        }
        let tone = if holiday.counts { Tone::Plain } else { Tone::Dim };
        table.row(cells.into_iter().map(|cell| cell.tone(tone)).collect());
    }
    table.render(style.width, style.colour)
}

impl Present for ImportedHoliday {
    const FIELDS: &'static [&'static str] = &["holiday", "summary", "outcome", "line", "past", "changed"];

    fn id(&self) -> String {
        self.holiday.rule.to_string()
    }

    fn object(&self) -> Map<String, Value> {
        let holiday = &self.holiday;
        let changed = self.deed == crate::app::calendar::HolidayDeed::Added;
        let values = vec![
            json!(holiday.rule.to_string()),
            json!(holiday.summary),
            json!(self.deed.id()),
            json!(holiday.line),
            json!(self.past.is_some()),
            json!(changed),
        ];
        named(Self::FIELDS, values)
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("calendar-imported")),
            Column::text(words.text("calendar-summary")),
            Column::fixed(words.text("calendar-deed")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let words = style.words;
        let when = match self.holiday.rule {
            HolidayRule::Date(date) => format!("{} ({})", short_date(date, style), weekday_word(date.weekday(), words)),
            // A leap year, so that 29 February may be one.
            HolidayRule::EveryYear { month, day } => {
                let date = NaiveDate::from_ymd_opt(2_000, month.into(), day.into()).unwrap_or_default();
                let date = Dates::new(words, chrono_tz::UTC, noon(date)).short_day(noon(date));
                words.format("calendar-every-year", &[("date", date.into())])
            }
            rule @ HolidayRule::Easter(_) => rule.to_string(),
        };
        let deed = words.text(&format!("calendar-deed-{}", self.deed.id()));
        vec![Cell::new(when), Cell::new(self.holiday.summary.clone()), Cell::new(deed)]
    }

    fn card(&self, style: &Style<'_>) -> String {
        String::from_utf8_lossy(&style.many(std::slice::from_ref(self), |_| Map::new())).into_owned()
    }
}
