//! A file of rows as spreadsheets write them, read: CSV with commas, semicolons or tabs.
//!
//! Everything is bounded. What is UTF-8 is read as that, with or without its mark; anything else as what Windows writes.

use std::path::Path;

use super::read;
use crate::domain::text::LONGEST_MESSAGE;
use crate::ui::error::{Failure, LineFault};

/// The most bytes of a file of rows.
const LONGEST_FILE: u64 = 32 * 1024 * 1024;
/// The most bytes of a row: a text of the longest, and what stands beside it.
const LONGEST_ROW: usize = LONGEST_MESSAGE + 4 * 1024;

/// A row that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// Its cells, without white space around them, and without what spreadsheets are kept from taking them for a formula by.
    pub cells: Vec<String>,
}

/// The rows of a file, or of standard input for `-`.
///
/// # Errors
/// `File`, `NotRegular`, `Stdin`, `TooLarge`, `NotText`; `BadLine` for a row that is too long or a quotation that does not end.
pub fn rows(path: &Path) -> Result<Vec<Row>, Failure> {
    let bytes = read::bytes(path, LONGEST_FILE)?;
    if bytes.len() as u64 > LONGEST_FILE {
        return Err(Failure::TooLarge(path.to_owned(), LONGEST_FILE));
    }
    if bytes.contains(&0) {
        return Err(Failure::NotText(path.to_owned()));
    }
    let text = decoded(bytes);
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    parse(&text).map_err(|(line, fault)| Failure::BadLine(path.to_owned(), line, fault))
}

fn decoded(bytes: Vec<u8>) -> String {
    match String::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text),
        Err(error) => error.as_bytes().iter().map(|byte| windows_1252(*byte)).collect(),
    }
}

/// The character of a byte: Latin-1, but for what Windows has in the place of the controls that nobody types.
fn windows_1252(byte: u8) -> char {
    const OWN: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => OWN[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn parse(text: &str) -> Result<Vec<Row>, (u64, LineFault)> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator(text)).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let (mut line, mut from) = (1, 0);
    // What is read is text in memory: there is nothing left to fail.
    while reader.read_record(&mut record).unwrap_or(false) {
        // The reader tells where it went on, which may be on blank lines before the row.
        let told = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(from);
        let rest = text.get(told..).unwrap_or_default();
        let begins = told + rest.len() - rest.trim_start_matches('\n').len();
        line += text.get(from..begins).unwrap_or_default().matches('\n').count() as u64;
        from = begins;
        if record.as_slice().len() > LONGEST_ROW {
            return Err((line, LineFault::TooLong));
        }
        let cells: Vec<_> = record.iter().map(cell).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { line, cells });
        }
    }
    // A quotation that is not closed swallows the rest of the file, which would be lost without a word.
    let quotes = text.get(from..).unwrap_or_default().matches('"').count();
    let spans_lines = |row: &Row| row.cells.iter().any(|cell| cell.contains('\n'));
    if quotes % 2 == 1 && rows.last().is_some_and(spans_lines) {
        return Err((line, LineFault::Unclosed));
    }
    Ok(rows)
}

/// What stands between the cells: the first of the usual ones outside of quotation marks, on the first line that is not blank.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut is_quoted = false;
    for byte in first.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b',' | b';' | b'\t' if !is_quoted => return byte,
            _ => {}
        }
    }
    b','
}

fn cell(text: &str) -> String {
    let text = text.trim();
    let is_escaped = |rest: &&str| rest.starts_with(['=', '+', '-', '@', '\'', '\t']);
    text.strip_prefix('\'').filter(is_escaped).unwrap_or(text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<(u64, Vec<String>)> {
        parse(&decoded(text.replace("\r\n", "\n").into_bytes())).unwrap().into_iter().map(|row| (row.line, row.cells)).collect()
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn every_way_in_which_spreadsheets_write_is_read() {
        let two = [row(1, &["1", "eva", "a, b"]), row(4, &["2", "=x"])];
        for text in [
            "1,eva,\"a, b\"\n\n  \n2,'=x\n",
            "\u{feff}1;eva;a, b\r\n\r\n;\r\n2;'=x",
            "1\teva\ta, b\n\n\t\t\n 2 \t '=x \n\n",
            "\"1\";\"eva\";\"a, b\"\n;;\n\n2;=x",
        ] {
            assert_eq!(cells(text), two, "{text:?}");
        }
        assert_eq!(cells("1,eva,\"uno\ndos \"\"y\"\"\"\n2,bo"), [row(1, &["1", "eva", "uno\ndos \"y\""]), row(3, &["2", "bo"])]);
        assert_eq!(cells(""), []);
        assert_eq!(decoded(b"caf\xe9 \x80".to_vec()), "café €");
    }

    #[test]
    fn what_would_be_lost_is_refused() {
        assert_eq!(parse("1,eva\n2,\"bo\n3,eva\n"), Err((2, LineFault::Unclosed)));
        assert_eq!(cells("1,eva,5\" de disco\n"), [row(1, &["1", "eva", "5\" de disco"])]);
        let long = format!("1,eva\n2,{}\n", "x".repeat(1024 * 1024));
        assert_eq!(parse(&long), Err((2, LineFault::TooLong)));
    }

    proptest! {
        /// What this program writes is read as it was.
        #[test]
        fn what_is_written_is_read(rows in prop::collection::vec(prop::collection::vec("[a-z0-9;,\"'=@+ñ\n-]{0,8}", 3), 1..8)) {
            let mut out = csv::Writer::from_writer(Vec::new());
            let rows: Vec<Vec<String>> = rows.iter().map(|cells| cells.iter().map(|cell| cell.trim().to_owned()).collect()).collect();
            for (place, cells) in rows.iter().enumerate() {
                let first = place.to_string();
                let cells = cells.iter().map(|cell| crate::ui::safe::csv_cell(cell).into_owned());
                out.write_record(std::iter::once(first).chain(cells)).unwrap();
            }
            let read = parse(&String::from_utf8(out.into_inner().unwrap()).unwrap()).unwrap();
            let expected: Vec<Vec<String>> = rows
                .iter()
                .enumerate()
                .map(|(place, cells)| std::iter::once(place.to_string()).chain(cells.iter().cloned()).collect())
                .collect();
            // An apostrophe before what looks like a formula is what keeps it from being one, whoever wrote it.
            let is_plain = |cell: &String| !cell.starts_with('\'');
            prop_assume!(rows.iter().flatten().all(is_plain));
            prop_assert_eq!(read.into_iter().map(|row| row.cells).collect::<Vec<_>>(), expected);
        }
    }
}
