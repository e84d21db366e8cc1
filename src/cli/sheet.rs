//! Sheets: what spreadsheets and scripts hand over as CSV, as rows of cells with the line that each began on.
//!
//! Commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252. Everything is bounded. What is wrong with a row is kept with its line, so
//! that whoever reads the sheet can tell it together with what is wrong with the others; what the cells mean is for the verb.

pub mod decode;
mod headings;

use std::borrow::Cow;
use std::path::Path;

use csv::{ReaderBuilder, StringRecord};

use self::decode::Undecodable;
use self::headings::{Places, has_no_heading, named, places};
use super::read;
use crate::app::{self, LineRefusal};
use crate::domain::refusal::Refusal;
use crate::domain::sheet::{ColumnName, SheetFault};
use crate::domain::text::bare;
use crate::ui::error::Failure;
use crate::ui::safe;

pub use self::headings::{Column, Headings, fold, known};

/// The most bytes of a sheet.
pub const LARGEST: u64 = 64 * 1024 * 1024;
/// The most rows of a sheet.
pub const MOST_ROWS: usize = 100_000;
/// The most bytes of a row: a long note fits, and what is longer was never meant to be one.
pub const LONGEST_ROW: usize = 512 * 1024;
/// The most columns of a sheet.
const MOST_COLUMNS: usize = 1_000;

/// What was read of a sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The rows that can be read, in their order; rows without anything in them are left out.
    pub rows: Vec<Row>,
    /// What is wrong with the others, by their lines.
    pub faults: Vec<LineRefusal>,
    /// The headings of columns that nobody reads.
    pub ignored: Vec<String>,
    /// What the sheet calls the columns that were asked for, in their order.
    names: Vec<ColumnName>,
}

/// A row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line that it begins on, counted from 1.
    pub line: u64,
    /// Its cells, in the order of the columns that were asked for; empty where the sheet has no such column.
    pub cells: Vec<Cell>,
}

/// A cell of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says, trimmed, without the `'` that keeps a spreadsheet from taking it for a formula.
    pub text: String,
    /// Whether a spreadsheet would take it for a formula: it begins so, and no `'` stands before it.
    pub is_formula: bool,
}

impl Cell {
    fn of(raw: &str) -> Self {
        let begins_like_one = |text: &str| matches!(safe::csv_cell(text), Cow::Owned(_));
        let (text, is_formula) = match raw.strip_prefix('\'').filter(|text| begins_like_one(text)) {
            Some(kept) => (kept, false),
            None => (bare(raw), begins_like_one(bare(raw))),
        };
        Self { text: bare(text).to_owned(), is_formula }
    }
}

impl Sheet {
    /// What the rows say, and what is wrong with the others; `say` is given what the sheet calls the columns.
    pub fn said<T>(self, say: impl Fn(&Row, &[ColumnName]) -> Result<T, Refusal>) -> (Vec<T>, Vec<LineRefusal>) {
        let (mut said, mut faults) = (Vec::with_capacity(self.rows.len()), self.faults);
        for row in &self.rows {
            match say(row, &self.names) {
                Ok(one) => said.push(one),
                Err(refusal) => faults.push(LineRefusal { line: row.line, refusal }),
            }
        }
        (said, faults)
    }
}

/// Reads the sheet of a file, or of standard input for `-`.
///
/// # Errors
/// `File`, `Stdin`, `NotRegular`, `TooLarge`; those of [`parse`].
pub fn read(path: &Path, columns: &[Column], headings: Headings) -> Result<Sheet, Failure> {
    parse(path, &read::whole(path, LARGEST)?, columns, headings)
}

/// Reads a sheet from its bytes; `path` is only told of.
///
/// # Errors
/// `NotASheet`, `MissingColumn`, `DoubleColumn`; `Lines` where the first row cannot be read and must; `TooManyRows`.
pub fn parse(path: &Path, bytes: &[u8], columns: &[Column], headings: Headings) -> Result<Sheet, Failure> {
    let text = text(path, bytes)?;
    let (delimiter, skipped) = delimiter(&text);
    let mut rows = Rows::new(&text, skipped, delimiter);
    let mut sheet = Sheet::default();
    let Some(first) = rows.find(|row| row.fault.is_some() || !row.is_empty()) else { return Ok(sheet) };
    if let (Some(fault), Headings::Needed) = (&first.fault, headings) {
        return Err(bad_lines([(first.line, fault.clone())]));
    }
    let places = match headings {
        Headings::Unless(is_none) if has_no_heading(&first.cells, columns, is_none) => {
            let places = Places { of: (0..columns.len()).map(Some).collect(), width: columns.len() };
            sheet.names = named(columns, &places, &[]);
            sheet.take(&first, columns, &places);
            places
        }
        _ => {
            let places = places(path, &first.cells, columns, &mut sheet.ignored)?;
            sheet.names = named(columns, &places, &first.cells);
            places
        }
    };
    for row in rows {
        sheet.take(&row, columns, &places);
        if sheet.rows.len() + sheet.faults.len() > MOST_ROWS {
            return Err(Refusal::BadSheet(SheetFault::TooManyRows { most: MOST_ROWS as u64 }).into());
        }
    }
    Ok(sheet)
}

impl Sheet {
    fn take(&mut self, raw: &Raw, columns: &[Column], places: &Places) {
        match row(raw, columns, places, &self.names) {
            Ok(row) => self.rows.extend(row),
            Err(refusal) => self.faults.push(LineRefusal { line: raw.line, refusal }),
        }
    }
}

/// The text of a file or of standard input, however its program wrote it.
///
/// # Errors
/// `NotASheet`; `Lines` with those that are written in another encoding than the others, or in one that is not known.
pub fn text<'b>(path: &Path, bytes: &'b [u8]) -> Result<Cow<'b, str>, Failure> {
    decode::text(bytes).map_err(|fault| match fault {
        Undecodable::NoText => Failure::NotASheet(path.to_owned()),
        Undecodable::Mixed(lines) => bad_lines(lines.into_iter().map(|line| (line, SheetFault::OtherEncoding))),
        Undecodable::Unknown(lines) => bad_lines(lines.into_iter().map(|line| (line, SheetFault::UnknownEncoding))),
    })
}

fn bad_lines(faults: impl IntoIterator<Item = (u64, SheetFault)>) -> Failure {
    let refused = faults.into_iter().map(|(line, fault)| LineRefusal { line, refusal: Refusal::BadSheet(fault) });
    app::Error::Lines(refused.collect()).into()
}

/// A row with its cells in the order that was asked for; `None` for one without anything in it.
fn row(raw: &Raw, columns: &[Column], places: &Places, names: &[ColumnName]) -> Result<Option<Row>, Refusal> {
    if let Some(fault) = &raw.fault {
        return Err(Refusal::BadSheet(fault.clone()));
    }
    if raw.is_empty() {
        return Ok(None);
    }
    // Spreadsheets leave empty cells behind; one with something in it stands under no heading.
    if raw.cells.iter().skip(places.width).any(|cell| !bare(cell).is_empty()) {
        let fault = SheetFault::RowTooWide { found: raw.cells.len() as u64, expected: places.width as u64 };
        return Err(Refusal::BadSheet(fault));
    }
    let cell = |place: &Option<usize>| place.and_then(|place| raw.cells.get(place)).map(|raw| Cell::of(raw)).unwrap_or_default();
    let cells: Vec<_> = places.of.iter().map(cell).collect();
    let mut all = columns.iter().zip(names).zip(&cells);
    match all.find(|((column, _), cell)| column.is_needed && cell.text.is_empty()) {
        Some(((_, name), _)) => Err(Refusal::BadSheet(SheetFault::EmptyCell { column: name.clone() })),
        None => Ok(Some(Row { line: raw.line, cells })),
    }
}

/// A row as it stands in the file.
#[derive(Default)]
struct Raw {
    line: u64,
    cells: Vec<String>,
    fault: Option<SheetFault>,
}

impl Raw {
    /// Whether there is nothing in it.
    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| bare(cell).is_empty())
    }
}

/// The rows of a text, each with its line: the reader tells where in the text a row begins, and the line ends before are counted here,
/// since it takes those of empty rows, and half of every CRLF, for a part of the row behind them. A CR alone ends a line as well, as it
/// ends a row: so write programs for older Macintoshes.
struct Rows<'t> {
    text: &'t str,
    reader: csv::Reader<&'t [u8]>,
    /// How much of the text stands before what the reader reads.
    skipped: usize,
    delimiter: u8,
    counted: usize,
    line: u64,
}

impl<'t> Rows<'t> {
    fn new(text: &'t str, skipped: usize, delimiter: u8) -> Self {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(delimiter).has_headers(false).flexible(true);
        let reader = builder.from_reader(&text.as_bytes()[skipped..]);
        Self { text, reader, skipped, delimiter, counted: 0, line: 1 }
    }

    fn place(&self) -> usize {
        self.skipped + usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }

    /// What is wrong with the row between two places.
    fn fault(&self, raw: &str, columns: usize) -> Option<SheetFault> {
        if raw.len() > LONGEST_ROW || columns > MOST_COLUMNS {
            return Some(SheetFault::RowTooLong { most: LONGEST_ROW as u64 });
        }
        // Only the last row can have a quote that nothing closes; it has then taken all that stands behind it.
        let mut before = self.delimiter;
        let begins_quoted = raw.bytes().any(|byte| std::mem::replace(&mut before, byte) == self.delimiter && byte == b'"');
        let is_odd = raw.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
        (self.place() >= self.text.len() && begins_quoted && is_odd).then_some(SheetFault::OpenQuote)
    }
}

impl Iterator for Rows<'_> {
    type Item = Raw;

    fn next(&mut self) -> Option<Raw> {
        let from = self.place();
        let mut record = StringRecord::new();
        // The text is in memory and of any width: nothing can fail but by coming to its end.
        if !self.reader.read_record(&mut record).unwrap_or(false) {
            return None;
        }
        let raw = self.text.get(from..self.place()).unwrap_or_default();
        let begin = from + raw.len() - raw.trim_start_matches(['\r', '\n']).len();
        let passed = self.text.get(self.counted..begin).unwrap_or_default();
        self.line += decode::lines(passed.as_bytes()).count() as u64 - 1;
        self.counted = begin;
        let fault = self.fault(raw.trim_matches(['\r', '\n']), record.len());
        let cells = if fault.is_some() { Vec::new() } else { record.iter().map(str::to_owned).collect() };
        Some(Raw { line: self.line, cells, fault })
    }
}

/// What stands between the cells, and how much of the text comes before the first row.
///
/// The first of the three in the first row tells: no heading and no number holds any of them. Spreadsheets also write it on a line of
/// its own: `sep=;`.
fn delimiter(text: &str) -> (u8, usize) {
    const DELIMITERS: [char; 3] = [',', ';', '\t'];
    let first = text.trim_start_matches(['\r', '\n']);
    if let Some(named) =
        first.strip_prefix("sep=").and_then(|rest| rest.chars().next()).filter(|named| DELIMITERS.contains(named))
    {
        let end = first.find(['\r', '\n']).unwrap_or(first.len());
        return (named as u8, text.len() - first.len() + end);
    }
    let mut is_quoted = false;
    for letter in first.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '\r' | '\n' => break,
            _ if DELIMITERS.contains(&letter) => return (letter as u8, 0),
            _ => {}
        }
    }
    (b',', 0)
}

#[cfg(test)]
mod tests;
