//! The list of `assign --from`: number, person and, if one likes, a note on each line.

use std::path::Path;

use crate::app;
use crate::app::assign::Pair;
use crate::cli::sheet::{self, Column, Headings, Row};
use crate::domain::refusal::Refusal;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;

/// The columns: as `list` calls them for machines and for people, and as people do.
const COLUMNS: [Column; 3] = [
    Column { name: "number", also: &["número", "ticket"], is_needed: true },
    Column {
        name: "staff",
        also: &["assignee", "assignee.handle", "asignado a", "assigned to", "agent", "docente", "handle", "usuario", "user"],
        is_needed: true,
    },
    Column { name: "note", also: &["notes", "nota", "notas"], is_needed: false },
];

/// The pairs of a file, or of standard input for `-`, and the headings of columns that nothing is taken from.
///
/// # Errors
/// `Lines`; those of [`sheet::read`].
pub fn read(path: &Path) -> Result<(Vec<Pair>, Vec<String>), Failure> {
    let mut sheet = sheet::read(path, &COLUMNS, Headings::Optional)?;
    let ignored = std::mem::take(&mut sheet.ignored);
    let (pairs, mut faults) = sheet.said(pair);
    if !faults.is_empty() {
        faults.sort_by_key(|fault| fault.line);
        return Err(app::Error::Lines(faults).into());
    }
    Ok((pairs, ignored))
}

fn pair(row: &Row) -> Result<Pair, Refusal> {
    let cell = |place: usize| row.cells.get(place).map_or("", |cell| cell.text.as_str());
    let wrong = || Refusal::BadValue { option: "NUMBER".to_owned(), value: cell(0).chars().take(100).collect() };
    let number = TicketNumber::parse(cell(0)).ok_or_else(wrong)?;
    let note = Some(cell(2)).filter(|note| !note.is_empty()).map(str::to_owned);
    Ok(Pair { number, staff: cell(1).to_owned(), note, line: row.line })
}
