//! In the menus: giving a ticket to somebody, and taking it from them.

use super::super::front::Front;
use super::super::{ask, assign};
use super::ticket::{alone, one};
use super::whom;
use crate::app;
use crate::app::assign::Assign;
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::{Failure, Told};

/// Asks for a line that may be left out, until it is one.
fn optional(front: &Front<'_>, label: &str) -> Result<Option<String>, Failure> {
    loop {
        let typed = ask::prompter(front).line(&front.words.text(label), None).map_err(Failure::Prompt)?;
        match text::reason(&typed) {
            _ if typed.is_empty() => return Ok(None),
            Ok(line) => return Ok(Some(line)),
            Err(refusal) => crate::cli::tell_failure(front, &refusal.into()),
        }
    }
}

/// Lets choose to whom a ticket goes, and gives it to them.
///
/// # Errors
/// Those of the ticket, of the gate and of the store; the end of a question.
pub(super) fn give(front: &Front<'_>, number: &TicketNumber) -> Result<(), Failure> {
    let Some(whom) = whom::choose(front, true)? else { return Ok(()) };
    let note = optional(front, "guide-assign-note")?;
    if let Some(note) = &note {
        ask::note_asked(front, "--note", note);
    }
    alone(assign::submit(front, &front.plain_call(), &Assign { numbers: one(number), whom, note, if_unassigned: false }))?;
    ask::show_equivalent(front, &format!("assign {number}"));
    Ok(())
}

/// Asks why a ticket is released, and releases it.
///
/// # Errors
/// Those of the ticket, of the gate and of the store; the end of a question.
pub(super) fn release(front: &Front<'_>, number: &TicketNumber) -> Result<(), Failure> {
    let reason = optional(front, "guide-release-reason")?;
    let released = alone(assign::submit_release(front, &front.plain_call(), &one(number), reason.as_deref()));
    released.map_err(|failure| match failure {
        Failure::App(app::Error::Refused(Refusal::Missing { .. })) => {
            let message = front.words.text("guide-reason-needed");
            Failure::Told(Box::new(Told { message, hint: None, ..crate::cli::told(front, &failure) }))
        }
        other => other,
    })?;
    if let Some(reason) = &reason {
        ask::note_asked(front, "-m", reason);
    }
    ask::show_equivalent(front, &format!("release {number}"));
    Ok(())
}
