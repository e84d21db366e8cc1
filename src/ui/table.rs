//! Tables for people: columns two spaces apart under a heading, never wider than the terminal.
//!
//! Where a table does not fit, its widest text columns are cut with `…`; numbers and dates never are. Where even that does not
//! fit, each row is shown as a record of its own. Cells are made harmless here. comfy-table aligns the columns, and nothing else
//! in the program names it. Of a long table that nothing bounds, rows may be taken out before all are known. It knows no tickets and
//! no words.

mod column;

use std::borrow::Cow;

use comfy_table::{CellAlignment, ColumnConstraint, Table as Aligned, Width, presets};
use unicode_width::UnicodeWidthStr;

pub use self::column::{Align, Column};
use super::card::{Card, wrapped};
use super::paint::{Tone, paint};
use super::safe;

/// The least that a text column is cut to.
const NARROWEST: usize = 8;
/// So much of a text is seen before names are cut for it.
const COMFORTABLE: usize = 40;
/// The most columns of the terminal that a cell takes, however wide that is.
const WIDEST: usize = 400;
const GAP: usize = 2;

/// A cell of a table: one line, and how it looks.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// What it says; hostile characters are dealt with here.
    pub text: String,
    /// Its tone.
    pub tone: Tone,
    /// Whether it is bold, as unread things are.
    pub bold: bool,
}

impl Cell {
    /// A plain cell.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The same cell in a tone.
    #[must_use]
    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The same cell, bold if so.
    #[must_use]
    pub fn bold(self, bold: bool) -> Self {
        Self { bold, ..self }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

/// A table that is being filled.
#[derive(Clone, Debug, Default)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    /// How wide the columns of the rows are that were taken out.
    begun: Option<Vec<usize>>,
}

impl Table {
    /// An empty table with these columns.
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new(), begun: None }
    }

    /// Adds a row; cells that are missing are empty, and those beyond the last column are left out.
    pub fn row(&mut self, mut cells: Vec<Cell>) -> &mut Self {
        cells.resize_with(self.columns.len(), Cell::default);
        for cell in &mut cells {
            // Nearly every text is as it should be, and none is wider than it has bytes.
            let mended = match safe::line(&cell.text) {
                Cow::Borrowed(text) if text.len() <= WIDEST && text.trim().len() == text.len() => None,
                text => Some(clipped(text.trim(), WIDEST)),
            };
            cell.text = mended.unwrap_or_else(|| std::mem::take(&mut cell.text));
        }
        self.rows.push(cells);
        self
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many rows it holds.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Takes its rows out as text for what is no terminal. Those that come later stand below them, and further to the right only
    /// where a cell is wider than all that were taken out first.
    pub fn take(&mut self, colour: bool) -> String {
        let text = self.render(usize::MAX, colour);
        if self.begun.is_none() {
            self.begun = self.widths(usize::MAX);
        }
        self.rows.clear();
        text
    }

    /// Whether it fits a terminal of `width` columns as a table, and not only as records.
    pub fn fits(&self, width: usize) -> bool {
        self.widths(width).is_some()
    }

    /// The table as text that ends with a line end, for a terminal of `width` columns (`usize::MAX`: no limit); nothing for a
    /// table without rows.
    pub fn render(&self, width: usize, colour: bool) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        match self.widths(width) {
            Some(widths) => self.aligned(&widths, colour),
            None => self.records(width, colour),
        }
    }

    /// How wide each column becomes; `None` if no cutting makes them fit.
    fn widths(&self, width: usize) -> Option<Vec<usize>> {
        let available = width.saturating_sub(GAP * self.columns.len().saturating_sub(1));
        let mut widths = self.natural_widths(|column| column.title.width());
        if widths.iter().sum::<usize>() > available {
            // Headings on two lines, or short ones, give their room to the texts.
            widths = self.natural_widths(|column| column.narrow().iter().map(|line| line.width()).max().unwrap_or_default());
        }
        let mut excess = widths.iter().sum::<usize>().saturating_sub(available);
        let texts = (0..widths.len()).filter(|column| self.columns[*column].shrink);
        let (names, texts): (Vec<_>, Vec<_>) = texts.partition(|column| self.columns[*column].yields);
        for (columns, is_comfortable) in [(&texts, true), (&names, false), (&texts, false)] {
            let least = |column: usize| match is_comfortable {
                true => self.columns[column].comfort.unwrap_or(COMFORTABLE),
                false => NARROWEST,
            };
            while excess > 0 {
                let cut = columns.iter().filter(|&&column| widths[column] > least(column));
                let Some(&widest) = cut.max_by_key(|&&column| (widths[column], column)) else { break };
                widths[widest] -= 1;
                excess -= 1;
            }
        }
        (excess == 0).then_some(widths)
    }

    /// How wide each column is by itself, its heading measured as told.
    fn natural_widths(&self, of_title: impl Fn(&Column) -> usize) -> Vec<usize> {
        let of_column = |(index, column): (usize, &Column)| {
            let cells = self.rows.iter().filter_map(|row| row.get(index)).map(|cell| cell.text.width());
            let begun = self.begun.as_ref().and_then(|widths| widths.get(index)).copied();
            cells.chain([of_title(column)]).chain(begun).max().unwrap_or_default()
        };
        self.columns.iter().enumerate().map(of_column).collect()
    }

    /// The headings, on one line where all of them fit, else on two.
    fn headings(&self, widths: &[usize]) -> Vec<Vec<Cell>> {
        if self.begun.is_some() {
            return Vec::new();
        }
        let titles: Vec<[&str; 2]> = self
            .columns
            .iter()
            .zip(widths)
            .map(|(column, width)| if column.title.width() <= *width { ["", column.title.as_str()] } else { column.narrow() })
            .collect();
        let line = |which: usize| titles.iter().map(|lines| Cell::new(lines[which]).tone(Tone::Heading)).collect();
        if titles.iter().all(|lines| lines[0].is_empty()) { vec![line(1)] } else { vec![line(0), line(1)] }
    }

    /// The line above the headings, if anything stands there.
    fn groups(&self, widths: &[usize], colour: bool) -> String {
        if self.begun.is_some() || self.columns.iter().all(|column| column.group.is_empty()) {
            return String::new();
        }
        let (mut line, mut written, mut start) = (String::new(), 0, 0_usize);
        for (column, width) in self.columns.iter().zip(widths) {
            if !column.group.is_empty() {
                line.push_str(&" ".repeat(start.saturating_sub(written)));
                line.push_str(&paint(&column.group, Tone::Heading, true, colour));
                written = start.max(written) + column.group.width();
            }
            start += width + GAP;
        }
        line.push('\n');
        line
    }

    /// A row as the lines that it takes: one, unless a text goes on below.
    fn lines_of(&self, row: &[Cell], widths: &[usize]) -> Vec<Vec<Cell>> {
        let cell = |cell: &Cell, text: String| Cell { text, tone: cell.tone, bold: cell.bold };
        let mut lines = vec![Vec::with_capacity(row.len())];
        for (place, ((of_row, width), column)) in row.iter().zip(widths).zip(&self.columns).enumerate() {
            if !column.wraps || of_row.text.width() <= *width {
                lines[0].push(cell(of_row, clipped(&of_row.text, *width)));
                continue;
            }
            for (line, text) in wrapped(&of_row.text, *width, 0).lines().enumerate() {
                if lines.len() <= line {
                    lines.push(Vec::new());
                }
                lines[line].resize_with(place, Cell::default);
                lines[line].push(cell(of_row, clipped(text, *width)));
            }
        }
        for line in &mut lines {
            line.resize_with(row.len(), Cell::default);
        }
        lines
    }

    fn aligned(&self, widths: &[usize], colour: bool) -> String {
        let headings = self.headings(widths);
        let rows: Vec<Vec<Cell>> = headings.iter().chain(&self.rows).flat_map(|row| self.lines_of(row, widths)).collect();
        let mut table = Aligned::new();
        table.load_style(presets::NOTHING).force_no_tty();
        table.add_rows(rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>()));
        let last = self.columns.len().saturating_sub(1);
        for (index, column) in self.columns.iter().enumerate() {
            if let Some(aligned) = table.column_mut(index) {
                let padding = if index == last { 0 } else { GAP as u16 };
                aligned.set_padding((0, padding));
                if let Some(width) = self.begun.as_ref().and_then(|widths| u16::try_from(*widths.get(index)?).ok()) {
                    aligned.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width + padding)));
                }
                aligned.set_cell_alignment(match column.align {
                    Align::Left => CellAlignment::Left,
                    Align::Right => CellAlignment::Right,
                });
            }
        }
        let mut text = self.groups(widths, colour);
        for (line, row) in table.lines().zip(&rows) {
            text.push_str(&painted(line.trim_end(), row, colour));
            text.push('\n');
        }
        text
    }

    fn records(&self, width: usize, colour: bool) -> String {
        let records = self.rows.iter().map(|row| {
            let mut card = Card::default();
            for (column, cell) in self.columns.iter().zip(row).filter(|(_, cell)| !cell.text.is_empty()) {
                card.row(column.title.as_str(), cell.clone());
            }
            card.render(width, colour)
        });
        records.collect::<Vec<_>>().join("\n")
    }
}

/// A line of aligned cells with each cell in its look; between them there are only spaces, and no cell begins with one.
fn painted(line: &str, row: &[Cell], colour: bool) -> String {
    if !colour {
        return line.to_owned();
    }
    let mut text = String::with_capacity(line.len() + 32);
    let mut rest = line;
    for cell in row.iter().filter(|cell| !cell.text.is_empty()) {
        let Some((before, after)) = rest.split_once(cell.text.as_str()) else { break };
        text.push_str(before);
        text.push_str(&paint(&cell.text, cell.tone, cell.bold, true));
        rest = after;
    }
    text.push_str(rest);
    text
}

/// Text cut to so many columns, with `…` where something is missing.
pub fn clipped(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut cut = String::new();
    for character in text.chars() {
        cut.push(character);
        // Measured as a whole: a joined or a modified picture is not as wide as its characters one by one.
        if cut.width() >= width {
            cut.pop();
            break;
        }
    }
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests;
