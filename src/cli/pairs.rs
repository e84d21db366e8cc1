//! The list of `assign --from`: number, person and, if one likes, a note on each line.

use std::path::Path;

use super::rows::{self, Row};
use crate::app::assign::Pair;
use crate::app::many::MOST_TICKETS;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::{Failure, LineFault};

/// What the columns are called in headings: as `list` calls them for machines and for people, and as people do.
const NUMBER: &[&str] = &["number", "número", "numero", "ticket"];
const STAFF: &[&str] =
    &["staff", "assignee", "assignee.handle", "agent", "handle", "usuario", "docente", "asignado a", "assigned to"];
const NOTE: &[&str] = &["note", "notes", "nota", "notas"];

/// Where the columns stand.
struct Columns {
    number: usize,
    staff: usize,
    note: Option<usize>,
}

impl Columns {
    /// The columns that headings name; `None` for a row that is none.
    fn of(heading: &Row) -> Option<Result<Self, LineFault>> {
        let place = |names: &[&str]| heading.cells.iter().position(|cell| names.contains(&cell.to_lowercase().as_str()));
        // No ticket's number is such a word.
        let number = place(NUMBER)?;
        let columns = place(STAFF).map(|staff| Self { number, staff, note: place(NOTE) });
        Some(columns.ok_or(LineFault::NoColumn("staff")))
    }
}

/// The pairs of a file, or of standard input for `-`. Headings are not needed; where there are some, the columns may stand in any
/// order, and others beside them.
///
/// # Errors
/// `BadLine`, `TooManyTickets`; those of [`rows::rows`].
pub fn read(path: &Path) -> Result<Vec<Pair>, Failure> {
    let rows = rows::rows(path)?;
    let fault = |line: u64, fault: LineFault| Failure::BadLine(path.to_owned(), line, fault);
    let heading = rows.first().and_then(|row| Some((row.line, Columns::of(row)?)));
    let (columns, first) = match heading {
        Some((line, columns)) => (columns.map_err(|wrong| fault(line, wrong))?, 1),
        None => (Columns { number: 0, staff: 1, note: Some(2) }, 0),
    };
    let rows = rows.get(first..).unwrap_or_default();
    if rows.len() > MOST_TICKETS {
        return Err(Refusal::TooManyTickets { most: MOST_TICKETS as u64 }.into());
    }
    rows.iter().map(|row| pair(row, &columns).map_err(|wrong| fault(row.line, wrong))).collect()
}

fn pair(row: &Row, columns: &Columns) -> Result<Pair, LineFault> {
    let cell = |place: usize| row.cells.get(place).map_or("", String::as_str);
    let number = TicketNumber::parse(cell(columns.number))
        .ok_or_else(|| LineFault::Number(cell(columns.number).chars().take(100).collect()))?;
    let staff = cell(columns.staff);
    if staff.is_empty() {
        return Err(LineFault::NoStaff);
    }
    let note = columns.note.map(cell).filter(|note| !note.is_empty()).map(str::to_owned);
    Ok(Pair { number, staff: staff.to_owned(), note, line: row.line })
}
