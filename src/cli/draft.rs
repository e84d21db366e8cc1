//! What somebody wrote and has not sent yet: kept in the desk for them, offered again, forgotten once it is sent.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::PathBuf;

use super::ask;
use super::front::Front;
use crate::paths;
use crate::ui::error::Failure;
use crate::ui::prompt::{Edited, Editor, PromptError, Unfinished};
use crate::ui::safe;

/// Text of several lines, ended by a line with a single `.`; what was begun before is offered, and what stands is kept.
///
/// # Errors
/// `missing-value` where nobody can be asked; the end of the prompt.
pub fn text(front: &Front<'_>, option: &str, label: &str, slot: &str) -> Result<String, Failure> {
    if !front.can_ask() {
        return Err(Failure::Missing(option.to_owned()));
    }
    let start = begun(front, slot)?;
    match ask::prompter(front).text(&front.words.text(label), &start) {
        Ok(text) => {
            keep(front, slot, &text);
            ask::note_text(front, option, &text);
            Ok(text)
        }
        Err(unfinished) => Err(Failure::Prompt(kept(front, slot, unfinished))),
    }
}

/// What was begun before, if the person wants to go on with it; otherwise nothing.
///
/// # Errors
/// Those of the store; the end of the prompt.
pub fn begun(front: &Front<'_>, slot: &str) -> Result<String, Failure> {
    let begun = front.with(|app| Ok(app.draft(slot)?))?.map(|draft| draft.text).unwrap_or_default();
    if begun.is_empty() {
        return Ok(begun);
    }
    front.tell_sentence(&front.words.text("ask-draft-found"));
    front.tell(&safe::block(&begun));
    let label = front.words.text("ask-draft-keep");
    let goes_on = ask::prompter(front).confirm(&label, Some(true)).map_err(Failure::Prompt)?;
    Ok(if goes_on { begun } else { String::new() })
}

/// Keeps what was written before the prompt ended, in the desk, for this person, and says so.
pub fn kept(front: &Front<'_>, slot: &str, unfinished: Unfinished) -> PromptError {
    // Whatever comes meanwhile waits until this is done: the unfinished text holds it.
    if let Some(text) = unfinished.partial.as_deref().filter(|text| !text.trim().is_empty())
        && keep(front, slot, text)
    {
        front.say("ask-draft-kept", &[]);
    }
    unfinished.error
}

/// Keeps a text in the desk or, where the desk takes nothing, in a file of the person's, and says which. Says whether it is in
/// the desk.
pub fn keep(front: &Front<'_>, slot: &str, text: &str) -> bool {
    if text.trim().is_empty() || front.with(|app| Ok(app.keep_draft(slot, text)?)).is_ok() {
        return true;
    }
    match rescue(front, text) {
        Ok(path) => {
            front.say("ask-draft-in-file", &[("path", safe::line(&path.to_string_lossy()).into_owned().into())]);
        }
        Err(_) => front.say("ask-draft-lost", &[]),
    }
    false
}

/// Keeps something small that goes with a text, if the desk takes it.
pub fn keep_beside(front: &Front<'_>, slot: &str, text: &str) {
    let _ = front.with(|app| Ok(app.keep_draft(slot, text)?));
}

/// A new file of the person's with a text in it.
fn rescue(front: &Front<'_>, text: &str) -> Result<PathBuf, Failure> {
    let folder = paths::state_directory(&front.environment.surroundings).map_err(Failure::Paths)?;
    paths::make_private_directory(&folder).map_err(Failure::Paths)?;
    let mut number = 0;
    loop {
        let path = folder.join(format!("draft-{}-{number}.md", std::process::id()));
        let written = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
        match written.and_then(|mut file| file.write_all(text.as_bytes())) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && number < 1_000 => number += 1,
            Err(error) => return Err(Failure::File(path, error)),
        }
    }
}

/// Whether something is kept.
pub fn is_kept(front: &Front<'_>, slot: &str) -> bool {
    front.with(|app| Ok(app.draft(slot)?.is_some())).unwrap_or(false)
}

/// Forgets what was begun, once it was sent.
pub fn forget(front: &Front<'_>, slot: &str) {
    if is_kept(front, slot) {
        let _ = front.with(|app| Ok(app.keep_draft(slot, "")?));
    }
}

/// Ends a command that wrote what was asked for: what was sent is forgotten; of what was not, it is said that it is kept.
///
/// # Errors
/// That of the command.
pub fn after<T>(front: &Front<'_>, slot: Option<&str>, is_rehearsal: bool, step: Result<T, Failure>) -> Result<T, Failure> {
    match (&step, slot) {
        (Ok(_), Some(slot)) if !is_rehearsal => forget(front, slot),
        (Err(_), Some(slot)) if is_kept(front, slot) => front.say("ask-draft-kept", &[]),
        _ => {}
    }
    step
}

/// The person's editor, with the folder for its file.
fn editor<'f>(front: &'f Front<'_>, folder: &'f std::path::Path, ending: &'f str) -> Editor<'f> {
    Editor { command: front.environment.editor.as_deref(), folder, ending }
}

/// The name of the program that a text is edited with.
pub fn editor_name(front: &Front<'_>) -> String {
    editor(front, std::path::Path::new(""), "").program().to_owned()
}

/// The one of three sentences that says how an editor of a name is left: nano, vi and its like, any other.
pub fn by_editor(name: &str, [nano, vi, other]: [&'static str; 3]) -> &'static str {
    match name {
        "nano" => nano,
        "vi" | "vim" | "nvim" => vi,
        _ => other,
    }
}

/// Text in the person's editor; `None` when it was left as it was. What an editor that failed has saved is kept in `slot`.
///
/// # Errors
/// When the editor fails, when nothing can be written where its file goes, or when nobody can read what it wrote.
pub fn edit(front: &Front<'_>, text: &str, ending: &str, slot: Option<&str>) -> Result<Option<String>, Failure> {
    let folder = paths::state_directory(&front.environment.surroundings).map_err(Failure::Paths)?;
    paths::make_private_directory(&folder).map_err(Failure::Paths)?;
    let keep = |unfinished: Unfinished| match slot {
        Some(slot) => kept(front, slot, unfinished),
        None => unfinished.error,
    };
    match editor(front, &folder, ending).edit(text).map_err(|unfinished| Failure::Prompt(keep(unfinished)))? {
        Edited::Saved(text) => Ok(Some(text)),
        Edited::Unchanged | Edited::Emptied => Ok(None),
        Edited::Failed { text, .. } => {
            keep(Unfinished::new(PromptError::EndOfInput, text));
            let reason = std::io::Error::other(front.words.text("ask-editor-failed"));
            Err(Failure::Program(editor_name(front), reason))
        }
        Edited::NotText(path) => {
            front.say("ask-editor-kept", &[]);
            Err(Failure::NotText(path))
        }
    }
}
