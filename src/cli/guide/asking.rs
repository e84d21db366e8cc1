//! Asking for a late answer in the menus.

use super::super::front::Front;
use super::super::{ask, remind};
use crate::app::remind::Reminder;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;

/// Asks for the answer, with a line that may be left out.
///
/// # Errors
/// Those of the verb; the end of the question.
pub(super) fn ask_for_answer(front: &Front<'_>, number: &TicketNumber) -> Result<(), Failure> {
    let typed = ask::prompter(front).line(&front.words.text("guide-remind-text"), None).map_err(Failure::Prompt)?;
    let text = Some(typed).filter(|typed| !typed.trim().is_empty());
    if let Some(text) = &text {
        ask::note_asked(front, "-m", text);
    }
    remind::submit(front, &front.plain_call(), &Reminder { number: number.clone(), text })?;
    ask::show_equivalent(front, &format!("remind {number}"));
    Ok(())
}
