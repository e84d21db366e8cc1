//! Asking for what is missing: only at a terminal, never with `--no-input`, and every question has an option.
//!
//! What was asked is remembered, so that the command line that would have said it can be shown.

use clap::ArgMatches;

use super::front::Front;
use super::options;
use crate::app;
use crate::auth::Secret;
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::ui::error::{Failure, Told};
use crate::ui::prompt::Prompter;

/// The most characters of a text that is shown again in a command line.
const LONGEST_SHOWN: usize = 60;

/// Somebody to ask.
pub fn prompter<'f>(front: &'f Front<'_>) -> Prompter<'f> {
    Prompter::new(&front.words, front.talks_in_colour()).plain(front.environment.is_dumb)
}

/// How an option is typed; an argument without a name in capitals.
fn spelling(front: &Front<'_>, name: &str) -> String {
    if matches!(name, "number" | "code") { front.words.text(&format!("help-value-{name}")) } else { format!("--{name}") }
}

/// A question in words of the catalogue: how it is asked, and what is said of an answer that will not do.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// The id of the question.
    pub label: &'static str,
    /// The id of the complaint.
    pub complaint: &'static str,
}

/// For an address.
pub const EMAIL: Question = Question { label: "ask-email", complaint: "ask-not-an-address" };
/// For an address or a handle.
pub const LOGIN: Question = Question { label: "ask-login", complaint: "ask-not-a-login" };
/// For a person's name.
pub const NAME: Question = Question { label: "ask-name", complaint: "ask-not-a-name" };
/// For a ticket's number.
pub const NUMBER: Question = Question { label: "ask-number", complaint: "ask-not-a-number" };
/// For the ticket that others become parts of.
pub const INTO: Question = Question { label: "ask-into", complaint: "ask-not-a-number" };
/// For why something is done.
pub const REASON: Question = Question { label: "guide-release-reason", complaint: "ask-not-a-reason" };
/// For the subject of a ticket.
pub const SUBJECT: Question = Question { label: "ui-subject", complaint: "ask-not-a-subject" };

/// The value of an option or, if it is missing, what the person answers, asked again until it is what it should be.
///
/// # Errors
/// `missing-value` where nobody can be asked; the end of the prompt; those of `parse` for what the option gives.
pub fn value<T>(
    front: &Front<'_>,
    matches: &ArgMatches,
    name: &str,
    question: Question,
    parse: impl Fn(&str) -> Result<T, Failure>,
) -> Result<T, Failure> {
    if let Some(given) = options::text(matches, name) {
        return parse(given);
    }
    if !front.can_ask() {
        return Err(Failure::Missing(spelling(front, name)));
    }
    loop {
        let typed = prompter(front).line(&front.words.text(question.label), None).map_err(Failure::Prompt)?;
        if typed.is_empty() {
            continue;
        }
        if let Ok(value) = parse(&typed) {
            note_asked(front, &spelling(front, name), &typed);
            return Ok(value);
        }
        front.tell_sentence(&front.words.text(question.complaint));
    }
}

/// The value of an option or, if it is missing, what the person answers.
///
/// # Errors
/// `missing-value` where nobody can be asked; the end of the prompt.
pub fn line(front: &Front<'_>, matches: &ArgMatches, name: &str, label: &'static str) -> Result<String, Failure> {
    value(front, matches, name, Question { label, complaint: label }, |text| Ok(text.to_owned()))
}

/// A subject, asked again until it is one; nothing typed is `usual`, or none.
///
/// # Errors
/// The end of the prompt.
pub fn subject(front: &Front<'_>, usual: Option<&str>) -> Result<Option<String>, Failure> {
    loop {
        let typed = prompter(front).line(&front.words.text(SUBJECT.label), usual).map_err(Failure::Prompt)?;
        if typed.is_empty() {
            return Ok(None);
        }
        if let Ok(subject) = text::subject(&typed) {
            return Ok(Some(subject));
        }
        front.tell_sentence(&front.words.text(SUBJECT.complaint));
    }
}

/// A code from a letter; `again` is the command that has another one sent.
///
/// # Errors
/// `missing-value` where nobody can be asked; the end of the prompt.
pub fn code(front: &Front<'_>, matches: &ArgMatches, again: &str) -> Result<String, Failure> {
    if options::text(matches, "code").is_none() && front.can_ask() {
        front.say("ask-code-where", &[]);
        front.say("ask-code-another", &[("command", again.into())]);
    }
    super::read::code(&line(front, matches, "code", "ask-code")?)
}

/// What came of a code; of a wrong one it is said how to get another.
///
/// # Errors
/// That of the step.
pub fn redeemed<T>(front: &Front<'_>, again: &str, step: Result<T, Failure>) -> Result<T, Failure> {
    step.map_err(|failure| match failure {
        Failure::App(app::Error::Refused(Refusal::WrongCode)) => {
            let told = super::told(front, &failure);
            let hint = front.words.format("ask-code-wrong", &[("command", again.into())]);
            Failure::Told(Box::new(Told { hint: Some(hint), ..told }))
        }
        other => other,
    })
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
    confirm_in(front, &front.words.text(label), default)
}

/// The same in words that were put together.
///
/// # Errors
/// The end of the prompt.
pub fn confirm_in(front: &Front<'_>, question: &str, default: bool) -> Result<bool, Failure> {
    if front.global.yes {
        return Ok(true);
    }
    if !front.can_ask() {
        return Err(Failure::WantsYes);
    }
    prompter(front).confirm(question, Some(default)).map_err(Failure::Prompt)
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

/// How a verb is typed in the person's language: `taquilla responder 856444`.
pub fn command(front: &Front<'_>, line: &str) -> String {
    format!("taquilla {}", super::spoken(line, front.words.language()))
}

/// Shows the command line that would have said what was asked; in the menus also where nothing was.
pub fn show_equivalent(front: &Front<'_>, verb: &str) {
    let asked = std::mem::take(&mut *front.asked.borrow_mut());
    if (asked.is_empty() && !front.guided) || front.global.quiet {
        return;
    }
    let mut seen = Vec::new();
    let mut line = command(front, verb);
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
    let told = crate::ui::talk::wrapped(&told, front.environment.talk_width(), 0);
    front.tell(&crate::ui::paint::dim(&told, front.talks_in_colour()));
}

/// A value as a shell takes it.
fn quoted(value: &str) -> String {
    let is_plain =
        !value.is_empty() && value.chars().all(|character| character.is_ascii_alphanumeric() || "@._-/:".contains(character));
    if is_plain { value.to_owned() } else { format!("'{}'", crate::ui::safe::block(value).replace('\'', r"'\''")) }
}
