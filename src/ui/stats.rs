//! Figures of the desk on the screen, with bars.

use serde_json::{Map, Value, json};
use unicode_width::UnicodeWidthStr;

use super::card::wrapped;
use super::paint::{Tone, bold};
use super::present::{Present, Style, named};
use super::table::{Cell, Column, Table};
use super::ticket::time;
use crate::app::stats::{Figures, Group, Stats};
use crate::domain::status::Status;
use crate::domain::time::{Span, Timestamp};
use crate::i18n::Words;
use crate::i18n::dates::Dates;

/// The columns of the longest bar.
const LONGEST_BAR: usize = 24;
/// A bar that would be shorter says nothing.
const SHORTEST_BAR: usize = 6;

/// A row of figures with the period that it is of.
pub struct StatsRow<'s> {
    /// The figures.
    pub figures: &'s Figures,
    /// The beginning of the period.
    pub since: Timestamp,
    /// Its end.
    pub until: Timestamp,
}

impl Stats {
    /// Its rows, each with the period.
    pub fn with_period(&self) -> Vec<StatsRow<'_>> {
        self.rows.iter().map(|figures| StatsRow { figures, since: self.since, until: self.until }).collect()
    }
}

fn minutes(span: Option<Span>) -> Option<i64> {
    span.map(|span| (span.as_millis() + 30_000) / 60_000)
}

/// A span as people read it: `45 min`, `3 h 20 min`.
fn duration(span: Option<Span>) -> String {
    match minutes(span) {
        None => "–".to_owned(),
        Some(minutes) if minutes < 60 => format!("{minutes} min"),
        Some(minutes) if minutes % 60 == 0 => format!("{} h", minutes / 60),
        Some(minutes) => format!("{} h {} min", minutes / 60, minutes % 60),
    }
}

fn name(group: &Group, words: &Words) -> String {
    match group {
        Group::Total => words.text("ui-stats-total"),
        Group::Agent(Some((_, name))) => name.clone(),
        Group::Agent(None) => words.text("ui-stats-nobody"),
        Group::Topic { name, depth, .. } => format!("{}{name}", "· ".repeat(*depth)),
    }
}

impl Present for StatsRow<'_> {
    const FIELDS: &'static [&'static str] = &[
        "group",
        "agent",
        "topic",
        "open",
        "new",
        "pending",
        "answered",
        "overdue",
        "opened",
        "closed",
        "first_answers",
        "first_answer_median_minutes",
        "first_answer_p90_minutes",
        "since",
        "until",
    ];
    const INNER: &'static [(&'static str, &'static [&'static str])] = &[("agent", &["handle", "name"])];

    fn id(&self) -> String {
        match &self.figures.group {
            Group::Agent(Some((handle, _))) => handle.clone(),
            Group::Topic { full_name, .. } => full_name.clone(),
            _ => String::new(),
        }
    }

    fn object(&self) -> Map<String, Value> {
        let figures = self.figures;
        let (group, agent, topic) = match &figures.group {
            Group::Total => ("total", Value::Null, Value::Null),
            Group::Agent(None) => ("agent", Value::Null, Value::Null),
            Group::Agent(Some((handle, name))) => ("agent", json!({ "handle": handle, "name": name }), Value::Null),
            Group::Topic { full_name, .. } => ("topic", Value::Null, json!(full_name)),
        };
        let values = vec![
            json!(group),
            agent,
            topic,
            json!(figures.open()),
            json!(figures.new),
            json!(figures.pending),
            json!(figures.answered),
            json!(figures.overdue),
            json!(figures.opened),
            json!(figures.closed),
            json!(figures.first_answers),
            json!(minutes(figures.median)),
            json!(minutes(figures.p90)),
            time(Some(self.since)),
            time(Some(self.until)),
        ];
        named(Self::FIELDS, values)
    }

    fn columns(words: &Words) -> Vec<Column> {
        let counts = ["open", "new", "pending", "answered", "overdue", "opened", "closed", "median", "p90"];
        let counts = counts.map(|count| Column::count(words.text(&format!("ui-stats-{count}"))));
        [Column::text(String::new())].into_iter().chain(counts).collect()
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let figures = self.figures;
        let is_total = figures.group == Group::Total;
        let counts =
            [figures.open(), figures.new, figures.pending, figures.answered, figures.overdue, figures.opened, figures.closed];
        let mut cells = vec![Cell::new(name(&figures.group, style.words))];
        cells.extend(counts.map(|count| Cell::new(count.to_string())));
        if figures.overdue > 0 {
            cells[5] = cells[5].clone().tone(Tone::Alarming);
        }
        cells.extend([figures.median, figures.p90].map(|span| Cell::new(duration(span))));
        cells.into_iter().map(|cell| cell.bold(is_total)).collect()
    }

    fn card(&self, style: &Style<'_>) -> String {
        alone(self.figures, style, true)
    }
}

/// The figures for people: the period on top, then what there is; with bars of characters that the terminal has.
pub fn text(stats: &Stats, style: &Style<'_>, has_blocks: bool) -> String {
    let dates = Dates::new(style.words, stats.zone, style.now);
    let period = [("since", dates.short(stats.since).into()), ("until", dates.short(stats.until).into())];
    let mut text = bold(&style.words.text("ui-stats-title"), style.colour);
    text.push('\n');
    text.push_str(&wrapped(&style.words.format("ui-stats-period", &period), style.width, 0));
    text.push_str("\n\n");
    match stats.rows.as_slice() {
        [total] => text.push_str(&alone(total, style, has_blocks)),
        _ => text.push_str(&parted(stats, style, has_blocks)),
    }
    text
}

fn bar(count: u64, most: u64, columns: usize, has_blocks: bool) -> String {
    let length = (count * columns as u64).div_ceil(most.max(1));
    let mark = if has_blocks { "█" } else { "#" };
    mark.repeat(usize::try_from(length).unwrap_or_default().min(columns))
}

/// The columns that are left for bars beside a text.
fn room_beside(text: &str, style: &Style<'_>) -> Option<usize> {
    let widest = text.lines().map(UnicodeWidthStr::width).max().unwrap_or_default();
    let room = style.width.saturating_sub(widest + 2).min(LONGEST_BAR);
    (room >= SHORTEST_BAR).then_some(room)
}

fn alone(figures: &Figures, style: &Style<'_>, has_blocks: bool) -> String {
    let now = [
        ("ui-stats-open", figures.open(), Tone::Plain),
        ("ui-stats-new", figures.new, Tone::of_status(Status::New)),
        ("ui-stats-pending", figures.pending, Tone::of_status(Status::Pending)),
        ("ui-stats-answered", figures.answered, Tone::of_status(Status::Answered)),
        ("ui-stats-overdue", figures.overdue, Tone::Alarming),
    ];
    let period = [("ui-stats-opened", figures.opened, Tone::Plain), ("ui-stats-closed", figures.closed, Tone::Dim)];
    let words = style.words;
    let table = |rows: &[(&str, u64, Tone)], more: &[(&str, String)], bars: Option<usize>, is_shown: bool| {
        let most = rows.iter().map(|(_, count, _)| *count).max().unwrap_or_default();
        let mut table = Table::new(vec![Column::text(""), Column::count(""), Column::fixed("")]);
        for (id, count, tone) in rows {
            let bar = bars.map_or_else(String::new, |columns| bar(*count, most, columns, has_blocks));
            table.row(vec![Cell::new(words.text(id)), Cell::new(count.to_string()), Cell::new(bar).tone(*tone)]);
        }
        for (id, text) in more {
            table.row(vec![Cell::new(words.text(id)), Cell::new(text.clone())]);
        }
        table.render(style.width, style.colour && is_shown)
    };
    let answers = [
        ("ui-stats-first-answers", figures.first_answers.to_string()),
        ("ui-stats-median", duration(figures.median)),
        ("ui-stats-p90", duration(figures.p90)),
    ];
    let plain = [table(&now, &[], None, false), table(&period, &answers, None, false)].concat();
    let bars = room_beside(&plain, style);
    // A table without headings begins with an empty line.
    let part = |table: String| table.trim_start_matches('\n').to_owned();
    format!("{}\n{}", part(table(&now, &[], bars, true)), part(table(&period, &answers, bars, true)))
}

fn parted(stats: &Stats, style: &Style<'_>, has_blocks: bool) -> String {
    let rows = stats.with_period();
    // What is only measured has no colours in it.
    let table = |bars: Option<usize>, is_shown: bool| {
        let mut columns = StatsRow::columns(style.words);
        columns.extend(bars.map(|_| Column::fixed("")));
        let mut table = Table::new(columns);
        let most = stats.rows.iter().filter(|row| row.group != Group::Total).map(Figures::open).max().unwrap_or_default();
        for row in &rows {
            let mut cells = row.cells(style);
            if let Some(columns) = bars.filter(|_| row.figures.group != Group::Total) {
                cells.push(Cell::new(bar(row.figures.open(), most, columns, has_blocks)).tone(Tone::Waiting));
            }
            table.row(cells);
        }
        table.render(style.width, style.colour && is_shown)
    };
    table(room_beside(&table(None, false), style), true)
}
