//! The list of `assign --from`: number, person and, if one likes, a note on each line.

use std::path::Path;

use crate::app::assign::Pair;
use crate::app::{self, LineRefusal, NumberRefusal};
use crate::cli::read;
use crate::cli::sheet::{self, Column, Headings, Row};
use crate::domain::refusal::Refusal;
use crate::domain::sheet::ColumnName;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;
use crate::ui::present::Present;
use crate::ui::ticket::AssignedPage;

/// The columns: as `list` calls them for machines and for people, and as people do. *Usuario* is none of them: that is what clients
/// are called by.
const COLUMNS: [Column; 3] = [
    Column { name: "number", also: &["número", "ticket"], is_needed: true },
    Column {
        name: "staff",
        also: &["agent", "agente", "docente", "teacher", "assignee", "assignee.handle", "assigned to", "asignado a"],
        is_needed: true,
    },
    Column { name: "note", also: &["notes", "nota", "notas"], is_needed: false },
];

/// A list as it was read.
pub struct List {
    /// The lines that can be read.
    pub pairs: Vec<Pair>,
    /// The others, where the good ones are done all the same.
    pub unreadable: Vec<NumberRefusal>,
    /// The headings of columns that nothing is taken from.
    pub ignored: Vec<String>,
}

/// The pairs of a file, or of standard input for `-`.
///
/// # Errors
/// `Lines`, unless the good ones are to be done all the same; `UnknownColumn`; those of [`sheet::read`].
pub fn read(path: &Path, keep_going: bool) -> Result<List, Failure> {
    let mut sheet = sheet::read(path, &COLUMNS, Headings::Unless(|first| TicketNumber::parse(first).is_some()))?;
    let ignored = std::mem::take(&mut sheet.ignored);
    // What the desk exports is read back; of anything else it might be that it was meant for one of ours.
    let unknown: Vec<_> = ignored.iter().filter(|heading| !is_exported(heading)).map(String::as_str).collect();
    if !unknown.is_empty() {
        let (columns, known) = (unknown.join(", "), sheet::known(&COLUMNS));
        return Err(Failure::UnknownColumn { path: path.to_owned(), columns, known });
    }
    let (pairs, mut faults) = sheet.said(pair);
    faults.sort_by_key(|fault| fault.line);
    if !(faults.is_empty() || keep_going) {
        return Err(app::Error::Lines(faults).into());
    }
    Ok(List { pairs, unreadable: faults.into_iter().map(refused).collect(), ignored })
}

/// Whether `list` writes such a heading: a key of a ticket, or one inside it.
fn is_exported(heading: &str) -> bool {
    let outer = heading.split('.').next().unwrap_or_default();
    AssignedPage::<true>::FIELDS.contains(&outer)
}

/// A line that cannot be read, as the refusal of whatever ticket it was to be about.
fn refused(fault: LineRefusal) -> NumberRefusal {
    let number = match &fault.refusal {
        Refusal::BadValue { value, .. } => value.clone(),
        _ => String::new(),
    };
    NumberRefusal { number, refusal: Refusal::OnLine { line: fault.line, refusal: Box::new(fault.refusal) } }
}

fn pair(row: &Row, _: &[ColumnName]) -> Result<Pair, Refusal> {
    let cell = |place: usize| row.cells.get(place).map_or("", |cell| cell.text.as_str());
    let number = TicketNumber::parse(cell(0)).ok_or_else(|| read::unreadable(cell(0)).refusal)?;
    let note = Some(cell(2)).filter(|note| !note.is_empty()).map(str::to_owned);
    Ok(Pair { number, staff: cell(1).to_owned(), note, line: row.line })
}
