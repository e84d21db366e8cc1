//! Long output on a terminal goes through the person's pager.

use super::front::Front;
use crate::ui::error::Failure;
use crate::ui::pager::{Paged, page};

/// Prints text, through the pager where a person reads it on a terminal that it does not fit on.
///
/// # Errors
/// When standard output cannot be written.
pub fn print(front: &Front<'_>, bytes: &[u8]) -> Result<(), Failure> {
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
    let wants = front.is_for_people()
        && front.global.pager
        && front.environment.stdout_is_terminal
        && front.environment.stdin_is_terminal
        && lines >= front.environment.height;
    if wants
        && let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(Paged::Shown) = page(front.environment.pager.as_deref(), text, &front.words.text("prompt-pager-hint"))
    {
        return Ok(());
    }
    front.print(bytes)
}
