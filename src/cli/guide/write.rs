//! Writing in the menus: a text, typed or in an editor, and the files that go with it.
//!
//! A text is kept as a draft as soon as it stands, so that nothing that comes after it can lose it.

use std::path::{Path, PathBuf};

use super::super::front::Front;
use super::super::{ask, draft, read};
use super::{Menu, confirm, settle};
use crate::app;
use crate::app::handling::MOST_ATTACHMENTS;
use crate::domain::house_rules::Field;
use crate::domain::refusal::Refusal;
use crate::domain::text::path_word;
use crate::i18n::dates;
use crate::ui::error::Failure;
use crate::ui::safe;

/// What somebody writes on.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The text.
    pub text: String,
    /// The files.
    pub files: Vec<PathBuf>,
    /// Whether the text as it stands was refused by the house rules.
    pub is_refused: bool,
}

impl Sheet {
    /// Takes in what came of sending it.
    pub fn sent<T>(&mut self, step: Result<T, Failure>) -> Result<T, Failure> {
        if let Err(Failure::App(app::Error::Refused(Refusal::HouseRules(breach)))) = &step {
            self.is_refused = breach.spots.shown.iter().any(|spot| spot.field == Field::Message);
        }
        step
    }
}

/// Where and as what a text is written.
pub struct Place<'p> {
    /// The id of what stands above it.
    pub label: &'p str,
    /// What its draft is kept under.
    pub slot: &'p str,
}

#[derive(Clone, Copy)]
enum How {
    Here,
    Anew,
    Editor,
    Back,
}

/// Asks for a text; with one there already, to go on with it. `None`: the person goes back.
///
/// # Errors
/// The end of a question, after what there is was kept; a failing editor.
pub fn text(front: &Front<'_>, place: &Place<'_>, start: &str) -> Result<Option<String>, Failure> {
    ask_for_text(front, place, start, false)
}

/// Has the text of a sheet changed.
///
/// # Errors
/// Those of [`text`].
pub fn change(front: &Front<'_>, place: &Place<'_>, sheet: &mut Sheet) -> Result<(), Failure> {
    if let Some(text) = ask_for_text(front, place, &sheet.text, sheet.is_refused)? {
        sheet.is_refused = sheet.is_refused && sheet.text == text;
        sheet.text = text;
    }
    Ok(())
}

fn ask_for_text(front: &Front<'_>, place: &Place<'_>, start: &str, is_refused: bool) -> Result<Option<String>, Failure> {
    let label = front.words.text(place.label);
    loop {
        let mut menu = Menu::new();
        if start.is_empty() {
            menu.word(front, "guide-write-here", How::Here);
        } else if is_refused {
            // To go on with it would keep what it was refused for.
            menu.word(front, "guide-write-anew", How::Anew);
        } else {
            menu.word(front, "guide-write-on", How::Here).word(front, "guide-write-anew", How::Anew);
        }
        let editor = draft::editor_name(front);
        let leaving = draft::by_editor(&editor, ["guide-write-nano", "guide-write-vi", "guide-write-editor"]);
        menu.offer(front.words.format(leaving, &[("editor", editor.as_str().into())]), How::Editor);
        menu.back(front, How::Back);
        let typed = |start: &str| {
            let typed = ask::prompter(front).text(&label, start);
            typed.map_err(|unfinished| Failure::Prompt(draft::kept(front, place.slot, unfinished)))
        };
        let text = match menu.ask_here(front, &label)? {
            How::Here => typed(start)?,
            How::Anew => typed("")?,
            How::Editor => match settle(front, draft::edit(front, start, ".md", Some(place.slot)))? {
                Some(edited) => edited.unwrap_or_else(|| start.to_owned()),
                None => continue,
            },
            How::Back => return Ok(None),
        };
        if text.trim().is_empty() {
            front.say("guide-text-empty", &[]);
            continue;
        }
        draft::keep(front, place.slot, &text);
        return Ok(Some(text));
    }
}

/// Says that what was written is kept, when a question after it is the end.
pub fn with_draft_kept<T>(front: &Front<'_>, slot: &str, step: Result<T, Failure>) -> Result<T, Failure> {
    match step {
        Err(failure @ Failure::Prompt(_)) => draft::after(front, Some(slot), true, Err(failure)),
        other => other,
    }
}

/// Asks for files until there are no more; each is looked at at once.
///
/// # Errors
/// The end of a question; what the menus cannot go on after.
pub fn attach(front: &Front<'_>, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    loop {
        if files.len() >= MOST_ATTACHMENTS {
            front.say("guide-attach-enough", &[("most", MOST_ATTACHMENTS.into())]);
            return Ok(());
        }
        let label = if files.is_empty() { "guide-attach-path" } else { "guide-attach-more" };
        let typed = ask::prompter(front).line(&front.words.text(label), None).map_err(Failure::Prompt)?;
        if typed.is_empty() {
            return Ok(());
        }
        let path = path(front, &typed);
        if let Some(size) = settle(front, check(front, &path))? {
            let values = [("name", shown(&path).into()), ("size", dates::size(front.words.language(), size).into())];
            front.say("guide-attached", &values);
            files.push(path);
        }
    }
}

/// A path as people type it or drag it into a terminal: with `~`, in quotes, with spaces behind backslashes.
pub fn path(front: &Front<'_>, typed: &str) -> PathBuf {
    if Path::new(typed).exists() {
        return typed.into();
    }
    let quoted = ['\'', '"'].iter().find_map(|quote| typed.strip_prefix(*quote)?.strip_suffix(*quote));
    let plain = quoted.map_or_else(|| typed.replace("\\ ", " "), str::to_owned);
    let home = front.environment.surroundings.home.as_ref().map(PathBuf::from);
    match (plain.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => plain.into(),
    }
}

/// Looks whether a file can go with a text; its size.
fn check(front: &Front<'_>, path: &Path) -> Result<u64, Failure> {
    let fault = |error| Failure::File(path.to_owned(), error);
    let metadata = read::open(path)?.metadata().map_err(fault)?;
    let most = front.with(|app| Ok(app.largest_attachment()?))?;
    if metadata.len() > most {
        return Err(Refusal::AttachmentTooLarge { name: shown(path), most }.into());
    }
    Ok(metadata.len())
}

/// The name of a file as it is shown.
pub fn shown(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    safe::line(&name.to_string_lossy()).into_owned()
}

/// Whether what was written is to go.
///
/// # Errors
/// The end of the question.
pub fn discards(front: &Front<'_>) -> Result<bool, Failure> {
    confirm(front, &front.words.text("guide-discard"), false)
}

/// Remembers what was written, for the command line that would have said it.
pub fn note(front: &Front<'_>, sheet: &Sheet) {
    ask::note_text(front, "-m", &sheet.text);
    for file in &sheet.files {
        ask::note_asked(front, "--attach", &path_word(&file.to_string_lossy()));
    }
}
