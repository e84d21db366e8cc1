//! Words that the house rules do not let through: whoever sits at a terminal is shown the place, and may mend them.

use std::cell::Cell;

use super::front::Front;
use super::{ask, draft};
use crate::app;
use crate::app::close::Word;
use crate::app::open::Open;
use crate::app::remind::Reminder;
use crate::app::reply::Words;
use crate::domain::house_rules::{Breach, Field};
use crate::domain::refusal::Refusal;
use crate::ui::error::Failure;
use crate::ui::prompt::{Item, Leads, PromptError};

/// Words that may be mended.
pub trait Mendable {
    /// Their subject, if they have one.
    fn subject(&mut self) -> Option<&mut Option<String>> {
        None
    }

    /// The text, if there is one that the rules look at.
    fn message(&mut self) -> Option<&mut String>;
}

impl Mendable for Open {
    fn subject(&mut self) -> Option<&mut Option<String>> {
        Some(&mut self.subject)
    }

    fn message(&mut self) -> Option<&mut String> {
        Some(&mut self.message)
    }
}

impl Mendable for Words {
    fn message(&mut self) -> Option<&mut String> {
        Some(&mut self.message)
    }
}

impl Mendable for Reminder {
    fn message(&mut self) -> Option<&mut String> {
        self.text.as_mut()
    }
}

impl Mendable for Option<Word> {
    fn message(&mut self) -> Option<&mut String> {
        match self {
            Some(Word::Public(text)) => Some(text),
            Some(Word::Note(_)) | None => None,
        }
    }
}

/// What mended words are kept under, and whether they are.
#[derive(Default)]
pub struct Keeping {
    slot: Option<String>,
    is_kept: Cell<bool>,
}

impl Keeping {
    /// Words that are kept there, or already lie there.
    pub fn under(slot: &str, is_kept: bool) -> Self {
        Self { slot: Some(slot.to_owned()), is_kept: Cell::new(is_kept) }
    }

    /// Where they are kept, if they are.
    pub fn kept(&self) -> Option<&str> {
        self.slot.as_deref().filter(|_| self.is_kept.get())
    }
}

/// The places for which words were refused, where somebody is there who may mend them.
pub fn breach<'f>(front: &Front<'_>, failure: &'f Failure) -> Option<&'f Breach> {
    match failure {
        Failure::App(app::Error::Refused(Refusal::HouseRules(breach))) if front.can_ask() => Some(breach),
        _ => None,
    }
}

/// Does something with words as often as they are mended, until they are let through or something else ends it.
///
/// # Errors
/// That of the step; `cancelled` for whoever does not want to mend them.
pub fn until_let_through<T: Mendable, D>(
    front: &Front<'_>,
    words: &mut T,
    keeping: &Keeping,
    step: impl FnMut(&T) -> Result<D, Failure>,
) -> Result<D, Failure> {
    until_let_through_or_left(front, words, keeping, step)?.ok_or(Failure::Prompt(PromptError::EndOfInput))
}

/// The same where whoever does not want to mend them goes back instead of ending everything: `None`.
///
/// # Errors
/// That of the step.
pub fn until_let_through_or_left<T: Mendable, D>(
    front: &Front<'_>,
    words: &mut T,
    keeping: &Keeping,
    mut step: impl FnMut(&T) -> Result<D, Failure>,
) -> Result<Option<D>, Failure> {
    loop {
        match step(words) {
            Err(failure) if breach(front, &failure).is_some() => {
                if !mend(front, &failure, words, keeping)? {
                    return Ok(None);
                }
            }
            other => return other.map(Some),
        }
    }
}

/// Has them mended; whether they are to be tried again.
fn mend(front: &Front<'_>, failure: &Failure, words: &mut impl Mendable, keeping: &Keeping) -> Result<bool, Failure> {
    super::tell_failure(front, failure);
    let has = |field| breach(front, failure).is_some_and(|breach| breach.spots.shown.iter().any(|spot| spot.field == field));
    if let (Some(slot), Some(message)) = (&keeping.slot, words.message()) {
        keeping.is_kept.set(draft::keep(front, slot, message));
    }
    if let (true, Some(subject)) = (has(Field::Subject), words.subject()) {
        *subject = ask::subject(front, subject.as_deref())?;
        forget_asked(front, &["--subject"]);
        if let Some(subject) = subject {
            ask::note_asked(front, "--subject", subject);
        }
    }
    if let (true, Some(message)) = (has(Field::Message), words.message()) {
        let Some(mended) = text(front, message, keeping.slot.as_deref())? else { return Ok(false) };
        *message = mended;
        forget_asked(front, &["-m", "-F"]);
        ask::note_text(front, "-m", message);
    }
    Ok(true)
}

/// The text mended, in an editor or by writing it anew; `None` for whoever leaves it.
fn text(front: &Front<'_>, before: &str, slot: Option<&str>) -> Result<Option<String>, Failure> {
    let editor = draft::editor_name(front);
    let in_editor = draft::by_editor(&editor, ["ask-mend-nano", "ask-mend-vi", "ask-mend-editor"]);
    let items = [
        Item::from(front.words.format(in_editor, &[("editor", editor.as_str().into())])),
        Item::from(front.words.text("ask-mend-anew")),
        Item { leads: Leads::Back, ..Item::from(front.words.text("ask-mend-cancel")) },
    ];
    let label = front.words.text("ask-mend");
    match ask::prompter(front).choose(&label, &items, 0).map_err(Failure::Prompt)? {
        0 => Ok(Some(draft::edit(front, before, ".md", slot)?.unwrap_or_else(|| before.to_owned()))),
        1 => {
            let typed = ask::prompter(front).text(&front.words.text("ask-mend-text"), "");
            let typed = typed.map_err(|unfinished| {
                // What there was before is kept already, and so it is said in the end.
                if let (Some(slot), Some(partial)) = (slot, &unfinished.partial) {
                    draft::keep(front, slot, partial);
                }
                Failure::Prompt(unfinished.error)
            })?;
            if let Some(slot) = slot {
                draft::keep(front, slot, &typed);
            }
            Ok(Some(typed))
        }
        _ => Ok(None),
    }
}

fn forget_asked(front: &Front<'_>, options: &[&str]) {
    front.asked.borrow_mut().retain(|(option, _)| !options.contains(&option.as_str()));
}
