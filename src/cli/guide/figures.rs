//! The Panel de Control in the menus: all together, or parted.

use super::super::front::Front;
use super::super::{ask, stats};
use super::Menu;
use crate::app::stats::{By, Query};
use crate::ui::error::Failure;

/// Shows the figures that are chosen; whoever knows those of one person alone is not asked for whose.
///
/// # Errors
/// Those of the gate and of the store; the end of the question.
pub fn show(front: &Front<'_>, knows_all: bool) -> Result<(), Failure> {
    let mut menu = Menu::new();
    menu.word(front, "guide-figures-whole", Some(None));
    if knows_all {
        menu.word(front, "guide-figures-by-agent", Some(Some(By::Agent)));
    }
    menu.word(front, "guide-figures-by-topic", Some(Some(By::Topic))).back(front, None);
    let Some(by) = menu.ask(front, &front.words.text("ui-stats-title"))? else { return Ok(()) };
    front.tell("");
    stats::show(front, |_| Ok(Query { by, ..Query::default() }))?;
    front.tell("");
    if let Some(by) = by {
        ask::note_asked(front, "--by", if by == By::Agent { "agent" } else { "topic" });
    }
    ask::show_equivalent(front, "stats");
    Ok(())
}
