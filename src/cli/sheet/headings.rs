//! The headings of a sheet: which columns a verb reads, what they may be called, and where they stand.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::domain::sheet::ColumnName;
use crate::domain::text::{bare, is_invisible};
use crate::ui::error::Failure;

/// A column that a verb reads.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What its heading is, and what is told of it.
    pub name: &'static str,
    /// What its heading may be as well; capitals and accents do not matter.
    pub also: &'static [&'static str],
    /// Whether every row has something in it.
    pub is_needed: bool,
}

/// Whether the first row says what the columns are.
#[derive(Clone, Copy, Debug)]
pub enum Headings {
    /// It must.
    Needed,
    /// Not where its first cell is what this takes for no heading, nor where nothing in it is a heading that is read: the columns
    /// stand in the order that the verb gives them in then.
    Unless(fn(&str) -> bool),
}

/// Where the columns that were asked for stand.
pub struct Places {
    /// Each, in the order that was asked for.
    pub of: Vec<Option<usize>>,
    /// How many columns the sheet has.
    pub width: usize,
}

/// The column that a heading is of.
fn column_of(heading: &str, columns: &[Column]) -> Option<usize> {
    let folded = fold(heading);
    columns.iter().position(|column| std::iter::once(&column.name).chain(column.also).any(|name| fold(name) == folded))
}

/// Whether a first row holds no headings. Somebody may be called like one.
pub fn has_no_heading(first: &[String], columns: &[Column], is_none: fn(&str) -> bool) -> bool {
    first.first().is_none_or(|cell| is_none(bare(cell))) || first.iter().all(|cell| column_of(cell, columns).is_none())
}

/// The headings that are read, as whoever used another is told of them.
pub fn known(columns: &[Column]) -> String {
    let known = columns.iter().map(|column| match column.also {
        [] => column.name.to_owned(),
        also => format!("{} ({})", column.name, also.join(", ")),
    });
    known.collect::<Vec<_>>().join(", ")
}

/// Where the headings say that the columns stand; those of columns that nobody reads go into `ignored`.
///
/// # Errors
/// `MissingColumn`, `DoubleColumn`.
pub fn places(path: &Path, first: &[String], columns: &[Column], ignored: &mut Vec<String>) -> Result<Places, Failure> {
    let mut of = vec![None; columns.len()];
    let mut width = 0;
    for (place, heading) in first.iter().enumerate() {
        let heading = bare(heading);
        if heading.is_empty() {
            continue;
        }
        width = place + 1;
        match column_of(heading, columns) {
            Some(column) => {
                if let Some(before) = of[column].replace(place) {
                    let both = [before, place].map(|place| written(&first[place]));
                    return Err(Failure::DoubleColumn(path.to_owned(), both));
                }
            }
            None => ignored.push(written(heading)),
        }
    }
    let missing = columns.iter().zip(&of).filter(|(column, place)| column.is_needed && place.is_none());
    let missing: Vec<_> = missing.map(|(column, _)| ColumnName { id: column.name, heading: None }).collect();
    if missing.is_empty() {
        Ok(Places { of, width })
    } else {
        Err(Failure::MissingColumn { path: path.to_owned(), columns: missing, known: known(columns) })
    }
}

/// What the sheet of these first cells calls its columns.
pub fn named(columns: &[Column], places: &Places, first: &[String]) -> Vec<ColumnName> {
    let heading = |place: &Option<usize>| place.and_then(|place| first.get(place)).map(|heading| written(heading));
    columns.iter().zip(&places.of).map(|(column, place)| ColumnName { id: column.name, heading: heading(place) }).collect()
}

/// A heading as it is told of.
fn written(heading: &str) -> String {
    bare(heading).chars().take(100).collect()
}

/// A word without what people do not tell words apart by: capitals, accents, white space, `-` and `_`.
pub fn fold(word: &str) -> String {
    let letters = word.nfd().filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}' | '-' | '_' | '.'));
    let letters = letters.filter(|letter| !letter.is_whitespace() && !is_invisible(*letter));
    letters.flat_map(char::to_lowercase).collect()
}
