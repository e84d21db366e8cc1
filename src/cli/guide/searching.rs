//! Búsqueda Avanzada in the menus: words, and the tickets that have them.

use super::super::ask;
use super::super::front::Front;
use super::{line, tickets};
use crate::app::list::Query;
use crate::domain::search::Search;
use crate::domain::status::Status;
use crate::ui::error::Failure;

/// Asks for words, and offers the tickets, closed ones too, that have all of them.
///
/// # Errors
/// Those of the gate and of the store; the end of a question.
pub fn search(front: &Front<'_>, names: bool) -> Result<(), Failure> {
    let parse = |typed: &str| Search::parse(typed).ok().map(|search| (typed.to_owned(), search));
    let Some((typed, search)) = line(front, "guide-search-words", None, "error-form-search", parse)? else { return Ok(()) };
    ask::note_asked(front, "--search", &typed);
    ask::show_equivalent(front, "list --status all");
    let label = front.words.format("guide-search-found", &[("words", typed.into())]);
    let query = Query { statuses: Some(Status::ALL.to_vec()), search: Some(search), ..Query::default() };
    tickets::browse(front, &label, &query, names)
}
