//! Asking for what is missing: only at a terminal, never with `--no-input`, and every question has an option.
//!
//! What was asked is remembered, so that the command line that would have said it can be shown.

use clap::ArgMatches;

use super::front::Front;
use super::options;
use crate::auth::Secret;
use crate::paths;
use crate::ui::error::Failure;
use crate::ui::prompt::{Edited, Editor, PromptError, Prompter, Unfinished};

/// The most characters of a text that is shown again in a command line.
const LONGEST_SHOWN: usize = 60;

/// Somebody to ask.
pub fn prompter<'f>(front: &'f Front<'_>) -> Prompter<'f> {
    Prompter::new(&front.words, front.talks_in_colour()).plain(front.environment.is_dumb)
}

/// How an option is typed; an argument without a name in capitals.
fn spelling(name: &str) -> String {
    if matches!(name, "number" | "code") { name.to_uppercase() } else { format!("--{name}") }
}

/// The value of an option or, if it is missing, what the person answers.
///
/// # Errors
/// `missing-value` where nobody can be asked; the end of the prompt.
pub fn line(front: &Front<'_>, matches: &ArgMatches, name: &str, label: &str) -> Result<String, Failure> {
    if let Some(value) = options::owned(matches, name) {
        return Ok(value);
    }
    let option = spelling(name);
    if !front.can_ask() {
        return Err(Failure::Missing(option));
    }
    if name == "code" {
        front.tell(&front.words.text("ask-code-where"));
    }
    let mut prompter = prompter(front);
    loop {
        let value = prompter.line(&front.words.text(label), None).map_err(Failure::Prompt)?;
        if !value.is_empty() {
            note_asked(front, &option, &value);
            return Ok(value);
        }
    }
}

/// A secret that is typed without being shown.
///
/// # Errors
/// `missing-value` where nobody can be asked; the end of the prompt.
pub fn secret(front: &Front<'_>, label: &str) -> Result<Secret, Failure> {
    if !front.can_ask() {
        return Err(Failure::Missing("--password-stdin".to_owned()));
    }
    let typed = prompter(front).secret(&front.words.text(label)).map_err(Failure::Prompt)?;
    note_asked(front, "--password-stdin", "");
    Ok(Secret::new(typed.as_str().to_owned()))
}

/// A new password, typed twice the same.
///
/// # Errors
/// `missing-value` where nobody can be asked; the end of the prompt.
pub fn new_secret(front: &Front<'_>) -> Result<Secret, Failure> {
    loop {
        let first = secret(front, "ask-new-password")?;
        if let Err(fault) = crate::domain::password::check_password(first.expose(), &[]) {
            let told = Failure::from(crate::domain::refusal::Refusal::BadPassword(fault));
            super::tell_failure(front, &told);
            continue;
        }
        let again = secret(front, "ask-new-password-again")?;
        if first.expose() == again.expose() {
            return Ok(first);
        }
        front.tell(&front.words.text("ask-passwords-differ"));
    }
}

/// Yes or no; `--yes` answers for the person.
///
/// # Errors
/// The end of the prompt.
pub fn confirm(front: &Front<'_>, label: &str, default: bool) -> Result<bool, Failure> {
    if front.global.yes {
        return Ok(true);
    }
    if !front.can_ask() {
        return Err(Failure::WantsYes);
    }
    prompter(front).confirm(&front.words.text(label), Some(default)).map_err(Failure::Prompt)
}

/// Text of several lines, ended by a line with a single `.`; what was begun before is offered, and kept if it is not ended.
///
/// # Errors
/// `missing-value` where nobody can be asked; the end of the prompt.
pub fn text(front: &Front<'_>, option: &str, label: &str, slot: &str) -> Result<String, Failure> {
    if !front.can_ask() {
        return Err(Failure::Missing(option.to_owned()));
    }
    let start = begun(front, slot)?;
    match prompter(front).text(&front.words.text(label), &start) {
        Ok(text) => {
            note_text(front, option, &text);
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
    front.tell(&front.words.text("ask-draft-found"));
    front.tell(&crate::ui::safe::block(&begun));
    let goes_on = prompter(front).confirm(&front.words.text("ask-draft-keep"), Some(true)).map_err(Failure::Prompt)?;
    Ok(if goes_on { begun } else { String::new() })
}

/// Keeps what was written before the prompt ended, in the desk, for this person.
pub fn kept(front: &Front<'_>, slot: &str, unfinished: Unfinished) -> PromptError {
    if let Some(text) = unfinished.partial.filter(|text| !text.trim().is_empty())
        && front.with(|app| Ok(app.keep_draft(slot, &text)?)).is_ok()
    {
        front.say("ask-draft-kept", &[]);
    }
    unfinished.error
}

/// Forgets what was begun, once it was sent.
pub fn forget_draft(front: &Front<'_>, slot: &str) {
    let is_kept = front.with(|app| Ok(app.draft(slot)?.is_some())).unwrap_or(false);
    if is_kept {
        let _ = front.with(|app| Ok(app.keep_draft(slot, "")?));
    }
}

/// Text in the person's editor; `None` when it was left as it was. What an editor that failed has saved is kept in `slot`.
///
/// # Errors
/// When the editor fails, or nothing can be written where its file goes.
pub fn edit(front: &Front<'_>, text: &str, ending: &str, slot: Option<&str>) -> Result<Option<String>, Failure> {
    let folder = paths::state_directory(&front.environment.surroundings).map_err(Failure::Paths)?;
    paths::make_private_directory(&folder).map_err(Failure::Paths)?;
    let editor = Editor { command: front.environment.editor.as_deref(), folder: &folder, ending };
    let keep = |unfinished: Unfinished| match slot {
        Some(slot) => kept(front, slot, unfinished),
        None => unfinished.error,
    };
    match editor.edit(text).map_err(|unfinished| Failure::Prompt(keep(unfinished)))? {
        Edited::Saved(text) => Ok(Some(text)),
        Edited::Unchanged | Edited::Emptied => Ok(None),
        Edited::Failed { text, .. } => {
            keep(Unfinished { error: PromptError::EndOfInput, partial: text });
            Err(failed_editor(front))
        }
        Edited::NotText => Err(failed_editor(front)),
    }
}

fn failed_editor(front: &Front<'_>) -> Failure {
    let name = front.environment.editor.clone().unwrap_or_else(|| "vi".to_owned());
    Failure::Program(name, std::io::Error::other(front.words.text("ask-editor-failed")))
}

/// Remembers a text that was asked: a long one as a file, which is how one would give it.
pub fn note_text(front: &Front<'_>, option: &str, text: &str) {
    let text = text.trim_end();
    if text.contains('\n') || text.chars().count() > LONGEST_SHOWN {
        note_asked(front, "-F", &front.words.text("ask-text-file"));
    } else {
        note_asked(front, option, text);
    }
}

/// Remembers what was asked.
pub fn note_asked(front: &Front<'_>, option: &str, value: &str) {
    front.asked.borrow_mut().push((option.to_owned(), value.to_owned()));
}

/// Shows the command line that would have said what was asked; in the menus also where nothing was.
pub fn show_equivalent(front: &Front<'_>, verb: &str) {
    let asked = std::mem::take(&mut *front.asked.borrow_mut());
    if (asked.is_empty() && !front.guided) || front.global.quiet {
        return;
    }
    let mut seen = Vec::new();
    let mut line = format!("taquilla {}", super::spoken(verb, front.words.language()));
    for (option, value) in asked {
        let part = match (option.starts_with('-'), value.is_empty()) {
            (true, true) => option,
            (true, false) => format!("{option} {}", quoted(&value)),
            (false, _) => quoted(&value),
        };
        if !seen.contains(&part) {
            line.push(' ');
            line.push_str(&part);
            seen.push(part);
        }
    }
    let told = front.words.format("done-equivalent", &[("command", line.into())]);
    front.tell(&crate::ui::paint::dim(&told, front.talks_in_colour()));
}

/// A value as a shell takes it.
fn quoted(value: &str) -> String {
    let is_plain =
        !value.is_empty() && value.chars().all(|character| character.is_ascii_alphanumeric() || "@._-/:".contains(character));
    if is_plain { value.to_owned() } else { format!("'{}'", crate::ui::safe::block(value).replace('\'', r"'\''")) }
}
