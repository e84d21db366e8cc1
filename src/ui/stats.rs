//! Figures of the desk on the screen, with bars.

use std::ops::Range;

use serde_json::{Map, Value, json};
use unicode_width::UnicodeWidthStr;

use super::card::wrapped;
use super::paint::{Tone, bold, paint};
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

/// What there is now, as it stands above the columns.
const NOW: [&str; 5] = ["ui-stats-open", "ui-stats-new", "ui-stats-pending", "ui-stats-answered", "ui-stats-overdue"];
/// What was done in the period, as it stands above the columns after those.
const PERIOD: [&str; 5] = ["ui-stats-opened", "ui-stats-closed", "ui-stats-first-answers", "ui-stats-median", "ui-stats-p90"];

/// What stands above both, each with the place of its first column.
const GROUPS: [(&str, usize); 2] = [("ui-stats-now", 1), ("ui-stats-in-period", 1 + NOW.len())];

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
pub(super) fn duration(span: Option<Span>) -> String {
    match minutes(span) {
        None => "–".to_owned(),
        Some(minutes) if minutes < 60 => format!("{minutes} min"),
        Some(minutes) if minutes % 60 == 0 => format!("{} h", minutes / 60),
        Some(minutes) => format!("{} h {} min", minutes / 60, minutes % 60),
    }
}

/// What stands above the names.
fn heading(group: &Group) -> &'static str {
    match group {
        Group::Total => "ui-stats-total",
        Group::Agent(_) => "ui-agent",
        Group::Topic { .. } => "ui-topic",
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
        let counts = NOW.into_iter().chain(PERIOD).map(|count| Column::count(words.text(count)));
        [Column::text(words.text("ui-stats-total"))].into_iter().chain(counts).collect()
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let figures = self.figures;
        let is_total = figures.group == Group::Total;
        let overdue = if figures.overdue > 0 { Tone::Alarming } else { Tone::Plain };
        let count = |count: u64| Cell::new(count.to_string());
        let cells = [
            Cell::new(name(&figures.group, style.words)),
            count(figures.open()),
            count(figures.new),
            count(figures.pending),
            count(figures.answered),
            count(figures.overdue).tone(overdue),
            count(figures.opened),
            count(figures.closed),
            count(figures.first_answers),
            Cell::new(duration(figures.median)),
            Cell::new(duration(figures.p90)),
        ];
        cells.map(|cell| cell.bold(is_total)).to_vec()
    }

    fn card(&self, style: &Style<'_>) -> String {
        alone(self.figures, style, true)
    }
}

/// The figures for people: the period on top, then what there is; with bars of characters that the terminal has.
pub fn text(stats: &Stats, style: &Style<'_>, has_blocks: bool) -> String {
    let [since, until] = Dates::new(style.words, stats.zone, style.now).period(stats.since, stats.until);
    let period = [("since", since.into()), ("until", until.into())];
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
    let answers = [
        ("ui-stats-first-answers", figures.first_answers.to_string()),
        ("ui-stats-median", duration(figures.median)),
        ("ui-stats-p90", duration(figures.p90)),
    ];
    // One table, so that all figures and all bars stand below each other.
    let table = |bars: Option<usize>, colour: bool| {
        let mut table = Table::new(vec![Column::text(""), Column::count(""), Column::fixed("")]);
        for rows in [&now[..], &period[..]] {
            let most = rows.iter().map(|(_, count, _)| *count).max().unwrap_or_default();
            for (id, count, tone) in rows {
                let bar = bars.map_or_else(String::new, |columns| bar(*count, most, columns, has_blocks));
                table.row(vec![Cell::new(words.text(id)), Cell::new(count.to_string()), Cell::new(bar).tone(*tone)]);
            }
        }
        for (id, text) in &answers {
            table.row(vec![Cell::new(words.text(id)), Cell::new(text.clone())]);
        }
        // A table without headings begins with an empty line.
        table.render(style.width, colour).trim_start_matches('\n').to_owned()
    };
    let text = table(room_beside(&table(None, false), style), style.colour);
    let mut lines: Vec<_> = text.lines().collect();
    // What there is stands apart from what was done.
    let [heading, other] = GROUPS.map(|(id, _)| paint(&words.text(id), Tone::Heading, true, style.colour));
    if lines.len() == now.len() + period.len() + answers.len() {
        lines.splice(now.len()..now.len(), ["", &other]);
        lines.insert(0, &heading);
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn parted(stats: &Stats, style: &Style<'_>, has_blocks: bool) -> String {
    let whole = Parted { stats, style, has_blocks, figures: 1..1 + NOW.len() + PERIOD.len() };
    if whole.table(None).fits(style.width) {
        return whole.render();
    }
    // One under the other they have room on terminals on which they have none side by side.
    let now = Parted { figures: 1..1 + NOW.len(), ..whole.clone() };
    let period = Parted { figures: 1 + NOW.len()..whole.figures.end, ..whole.clone() };
    if [&now, &period].iter().all(|part| part.table(None).fits(style.width)) {
        return format!("{}\n{}", now.render(), period.table(None).render(style.width, style.colour));
    }
    whole.table(None).render(style.width, style.colour)
}

/// A table of some of the figures, with bars where there is room for them.
#[derive(Clone)]
struct Parted<'s> {
    stats: &'s Stats,
    style: &'s Style<'s>,
    has_blocks: bool,
    figures: Range<usize>,
}

impl Parted<'_> {
    fn table(&self, bars: Option<usize>) -> Table {
        let rows = self.stats.with_period();
        let mut columns = StatsRow::columns(self.style.words);
        for (id, first) in GROUPS {
            if let Some(column) = columns.get_mut(first) {
                column.group = self.style.words.text(id);
            }
        }
        let is_shown = |index: usize| index == 0 || self.figures.contains(&index);
        let mut columns: Vec<_> =
            columns.into_iter().enumerate().filter(|(index, _)| is_shown(*index)).map(|(_, one)| one).collect();
        columns.extend(bars.map(|_| Column::fixed("")));
        if let (Some(first), Some(row)) = (columns.first_mut(), self.stats.rows.first()) {
            first.title = self.style.words.text(heading(&row.group));
        }
        let mut table = Table::new(columns);
        let counted = rows.iter().filter(|row| row.figures.group != Group::Total).map(|row| row.figures.open());
        let most = counted.max().unwrap_or_default();
        for row in &rows {
            let cells = row.cells(self.style).into_iter().enumerate();
            let mut cells: Vec<_> = cells.filter(|(index, _)| is_shown(*index)).map(|(_, cell)| cell).collect();
            if let Some(columns) = bars.filter(|_| row.figures.group != Group::Total) {
                cells.push(Cell::new(bar(row.figures.open(), most, columns, self.has_blocks)).tone(Tone::Waiting));
            }
            table.row(cells);
        }
        table
    }

    fn render(&self) -> String {
        // What is only measured has no colours in it.
        let plain = self.table(None);
        let bars = room_beside(&plain.render(self.style.width, false), self.style);
        // Names are still told apart when they are cut; figures are not compared without bars.
        let bars = bars.or_else(|| plain.fits(self.style.width.saturating_sub(SHORTEST_BAR + 2)).then_some(SHORTEST_BAR));
        self.table(bars).render(self.style.width, self.style.colour)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::ui::present::Format;

    fn figures(group: Group) -> Figures {
        let span = Some(Span::minutes(12 * 60 + 20));
        Figures {
            group,
            new: 1,
            pending: 21,
            answered: 3,
            overdue: 4,
            opened: 55,
            closed: 6,
            first_answers: 78,
            median: span,
            p90: span,
        }
    }

    fn style(words: &Words, width: usize) -> Style<'_> {
        let now = Timestamp::from_millis(0);
        Style { words, format: Format::Table, fields: None, may_rehearse: false, width, colour: false, now }
    }

    #[test]
    fn the_figures_of_all_stand_below_each_other() {
        for (language, last, heading, other) in [
            (Language::Spanish, "9 de cada 10, en menos de", "Ahora", "En el período"),
            (Language::English, "9 in 10 within", "Now", "In the period"),
        ] {
            let words = Words::new(language);
            let text = alone(&figures(Group::Total), &style(&words, 80), true);
            let bars: Vec<_> = text.lines().filter_map(|line| Some(line[..line.find('█')?].width())).collect();
            assert_eq!(bars.len(), 7, "{text}");
            assert!(bars.iter().all(|bar| *bar == bars[0]), "{text}");
            let lines: Vec<_> = text.lines().collect();
            assert_eq!((lines.len(), lines[0], lines[6], lines[7]), (13, heading, "", other), "{text}");
            assert!(lines[12].starts_with(last) && lines[12].ends_with("12 h 20 min"), "{text}");
        }
    }

    #[test]
    fn parted_figures_are_tables_on_a_usual_terminal() {
        let agent = Group::Agent(Some(("marta".into(), "Marta Vega".into())));
        let name = "Reportar consulta a la Secretaría";
        let topic = Group::Topic { full_name: name.into(), name: name.into(), depth: 1 };
        let of_language = [
            (Language::Spanish, "Docente", "Tema", "Primeras", ["Ahora", "En el período"]),
            (Language::English, "Teacher", "Topic", "First", ["Now", "In the period"]),
        ];
        for (language, one, other, answers, groups) in of_language {
            let words = Words::new(language);
            let now = Timestamp::from_millis(0);
            for (group, heading) in [(agent.clone(), one), (topic.clone(), other)] {
                let rows = vec![figures(group), figures(Group::Total)];
                let stats = Stats { since: now, until: now, rows, zone: chrono_tz::Europe::Madrid };
                for width in [80, 200] {
                    let text = parted(&stats, &style(&words, width), true);
                    let tables = if width == 80 { 2 } else { 1 };
                    assert_eq!(text.lines().filter(|line| line.starts_with(heading)).count(), tables, "{text}");
                    assert!(text.contains(answers) && text.contains("78") && text.contains('█'), "{text}");
                    let [now, period] = groups.map(|group| text.find(group));
                    assert!(now.is_some() && now < period, "{text}");
                    assert!(text.lines().all(|line| line.width() <= width), "{text}");
                }
                // Records have names, and no bars.
                let text = parted(&stats, &style(&words, 30), true);
                assert!(text.starts_with(heading) && text.contains("78") && !text.contains('█'), "{text}");
            }
        }
    }
}
