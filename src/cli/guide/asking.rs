//! Asking for a late answer in the menus.

use super::super::front::Front;
use super::super::{ask, mend, remind};
use super::may_write;
use crate::app::remind::Reminder;
use crate::domain::policy::Action;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;

/// Asks for the answer, with a line that may be left out.
///
/// # Errors
/// Those of the verb; the end of the question.
pub(super) fn ask_for_answer(front: &Front<'_>, number: &TicketNumber) -> Result<(), Failure> {
    if !may_write(front)? {
        return Ok(());
    }
    // Nobody writes what will be refused whatever it says.
    front.with(|app| Ok(app.demand_on(Action::Remind, Some(number), true)?))?;
    let typed = ask::prompter(front).line(&front.words.text("guide-remind-text"), None).map_err(Failure::Prompt)?;
    let text = Some(typed).filter(|typed| !typed.trim().is_empty());
    if let Some(text) = &text {
        ask::note_asked(front, "-m", text);
    }
    let mut reminder = Reminder { number: number.clone(), text };
    let sent = mend::until_let_through_or_left(front, &mut reminder, &mend::Keeping::default(), |reminder| {
        remind::submit(front, &front.plain_call(), reminder)
    })?;
    if sent.is_some() {
        ask::show_equivalent(front, &format!("remind {number}"));
    } else {
        front.asked.borrow_mut().clear();
    }
    Ok(())
}
