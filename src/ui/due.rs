//! How a deadline comes about, on the screen: when the clock begins, what counts of each day, and why nothing does of the others.

use chrono::{Datelike, NaiveDate, Timelike as _, Weekday};
use chrono_tz::Tz;
use serde_json::{Map, Value, json};

use super::calendar::{short_date, short_weekday_word};
use super::card::Card;
use super::holiday::holiday_word;
use super::paint::Tone;
use super::present::{Present, Style, named};
use super::stats::duration;
use super::table::{Cell, Column, Table};
use crate::app::calendar::DueView;
use crate::domain::calendar::{Holiday, HolidayRule, Idle, Step, Work};
use crate::domain::time::{Span, Timestamp};
use crate::i18n::Words;
use crate::i18n::dates::Dates;

/// So many steps are shown of a long way, at its beginning and at its end.
const MOST_STEPS: [usize; 2] = [40, 20];

impl Present for DueView {
    const FIELDS: &'static [&'static str] =
        &["message_at", "timezone", "answer_warn_seconds", "answer_due_seconds", "starts_at", "warn_at", "due_at", "steps"];
    const COLUMNS: &'static [&'static str] =
        &["message_at", "timezone", "answer_warn_seconds", "answer_due_seconds", "starts_at", "warn_at", "due_at"];

    fn id(&self) -> String {
        self.explanation.deadline.due_at.to_rfc3339()
    }

    fn object(&self) -> Map<String, Value> {
        let explanation = &self.explanation;
        let values = vec![
            json!(self.message_at.to_rfc3339()),
            json!(self.zone.name()),
            json!(self.promise.warn.as_seconds()),
            json!(self.promise.due.as_seconds()),
            json!(explanation.starts_at.to_rfc3339()),
            json!(explanation.deadline.warn_at.to_rfc3339()),
            json!(explanation.deadline.due_at.to_rfc3339()),
            json!(explanation.steps.iter().map(step_object).collect::<Vec<_>>()),
        ];
        named(Self::FIELDS, values)
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![Column::fixed(words.text("calendar-message")), Column::fixed(words.text("calendar-due"))]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let dates = Dates::new(style.words, self.zone, style.now);
        vec![Cell::new(dates.short(self.message_at)), Cell::new(dates.short(self.explanation.deadline.due_at))]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let words = style.words;
        let dates = Dates::new(words, self.zone, style.now);
        let explanation = &self.explanation;
        let mut card = Card::default();
        card.row(words.text("calendar-message"), dates.long(self.message_at));
        card.row(words.text("calendar-starts"), dates.long(explanation.starts_at));
        card.row(words.text("calendar-warning"), dates.long_deadline(explanation.deadline.warn_at));
        card.row(words.text("calendar-due"), Cell::new(dates.long_deadline(explanation.deadline.due_at)).bold(true));
        let columns = vec![
            Column::fixed(words.text("calendar-weekday")),
            Column::fixed(words.text("calendar-hours")),
            Column::count(words.text("calendar-counted")),
            Column::count(words.text("calendar-total")),
            Column::prose(words.text("calendar-what")),
        ];
        let mut table = Table::new(columns);
        let steps = &explanation.steps;
        let [first, last] = MOST_STEPS;
        let skipped = steps.len().saturating_sub(first + last);
        for (place, step) in steps.iter().enumerate() {
            if skipped > 0 && place == first {
                let more = words.format("calendar-more-steps", &[("count", skipped.into())]);
                table.row(vec![Cell::new("\u{2026}"), Cell::default(), Cell::default(), Cell::default(), Cell::new(more)]);
            }
            if skipped == 0 || place < first || place >= first + skipped {
                table.row(row(step, self.zone, style));
            }
        }
        format!("{}\n{}", card.render(style.width, style.colour), table.render(style.width, style.colour))
    }
}

fn step_object(step: &Step) -> Value {
    match step {
        Step::Off { first, last, why } => json!({
            "kind": "off",
            "first": first.to_string(),
            "last": last.to_string(),
            "reason": match why {
                Idle::Week => "week",
                Idle::Holiday(_) => "holiday",
                Idle::Closed => "closed",
                Idle::Skipped => "skipped",
            },
            "holiday": holiday_of(why).and_then(|holiday| holiday.national),
            "rules": holiday_of(why).map_or_else(Vec::new, |holiday| holiday.own.iter().map(HolidayRule::to_string).collect()),
        }),
        Step::Work(work) => json!({
            "kind": "work",
            "first": work.date.to_string(),
            "last": work.date.to_string(),
            "from": work.from.to_rfc3339(),
            "until": work.until.to_rfc3339(),
            "seconds": work.counted().as_seconds(),
            "total_seconds": work.total.as_seconds(),
            "clock_change_seconds": work.clock_change,
        }),
        Step::Warning(at) => json!({ "kind": "warning", "at": at.to_rfc3339() }),
        Step::Due(at) => json!({ "kind": "due", "at": at.to_rfc3339() }),
    }
}

fn holiday_of(why: &Idle) -> Option<&Holiday> {
    if let Idle::Holiday(holiday) = why { Some(holiday) } else { None }
}

fn row(step: &Step, zone: Tz, style: &Style<'_>) -> Vec<Cell> {
    let words = style.words;
    let day = |date: NaiveDate| format!("{} {}", short_weekday_word(date.weekday(), words), short_date(date, style));
    let moment = |at: Timestamp, word: &str, tone| {
        let local = at.to_utc().with_timezone(&zone);
        // What falls due at midnight belongs to the day that ends then.
        let (date, clock) = match local.num_seconds_from_midnight() {
            0 => (local.date_naive().pred_opt().unwrap_or(local.date_naive()), "24:00".to_owned()),
            _ => (local.date_naive(), local.format("%H:%M").to_string()),
        };
        let cells = [day(date), clock, String::new(), String::new(), words.text(word)];
        cells.map(|text| Cell::new(text).tone(tone).bold(true)).to_vec()
    };
    match step {
        Step::Warning(at) => moment(*at, "calendar-warning", Tone::Plain),
        Step::Due(at) => moment(*at, "calendar-due", Tone::Alarming),
        Step::Off { first, last, why } => {
            let days = match first == last {
                true => day(*first),
                false => {
                    let values = [("first", day(*first).into()), ("last", day(*last).into())];
                    words.format("calendar-from-to", &values)
                }
            };
            let cells = [days, "–".to_owned(), "–".to_owned(), String::new(), idle_words(*first, *last, why, words)];
            cells.map(|text| Cell::new(text).tone(Tone::Dim)).to_vec()
        }
        Step::Work(work) => {
            let change = match work.clock_change {
                0 => String::new(),
                change if change > 0 => words.text("calendar-clock-forward"),
                _ => words.text("calendar-clock-back"),
            };
            let span = |span: Span| duration(Some(span));
            [day(work.date), hours(work, zone), span(work.counted()), span(work.total), change].map(Cell::new).to_vec()
        }
    }
}

fn hours(work: &Work, zone: Tz) -> String {
    let local = |at: Timestamp| at.to_utc().with_timezone(&zone);
    let until = local(work.until);
    // The end of a day is not the beginning of the next one.
    let until = if until.date_naive() == work.date { until.format("%H:%M").to_string() } else { "24:00".to_owned() };
    format!("{}–{until}", local(work.from).format("%H:%M"))
}

fn idle_words(first: NaiveDate, last: NaiveDate, why: &Idle, words: &Words) -> String {
    let is_weekend = |date: NaiveDate| matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    match why {
        Idle::Week if is_weekend(first) && is_weekend(last) && (last - first).num_days() <= 1 => {
            words.text("calendar-off-weekend")
        }
        Idle::Week => words.text("calendar-off-week"),
        Idle::Holiday(holiday) if holiday.national.is_some() => {
            words.format("calendar-off-holiday", &[("holiday", holiday_word(holiday, words).into())])
        }
        Idle::Holiday(_) => words.text("calendar-off-own"),
        Idle::Closed => words.text("calendar-off-closed"),
        Idle::Skipped => words.text("calendar-off-skipped"),
    }
}
