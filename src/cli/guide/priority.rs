//! In the menus: how urgent a ticket is.

use super::super::front::Front;
use super::super::{ask, edit};
use super::Menu;
use super::ticket::{alone, one};
use crate::app::show::Shown;
use crate::domain::status::Priority;
use crate::ui::error::Failure;
use crate::ui::ticket::priority_word;

/// Lets choose how urgent it is, beginning at how urgent it is now.
///
/// # Errors
/// Those of the gate and of the store; the end of the question.
pub fn choose(front: &Front<'_>, shown: &Shown) -> Result<(), Failure> {
    let number = &shown.ticket.number;
    let mut menu = Menu::new();
    for priority in Priority::ALL {
        menu.offer(priority_word(priority, &front.words), Some(priority));
        if priority == shown.ticket.priority {
            menu.start_here();
        }
    }
    menu.back(front, None);
    let Some(level) = menu.ask_here(front, &front.words.text("ui-priority"))? else { return Ok(()) };
    alone(edit::submit_priority(front, &front.plain_call(), &one(number), level))?;
    ask::show_equivalent(front, &format!("priority {number} {}", level.id()));
    Ok(())
}
