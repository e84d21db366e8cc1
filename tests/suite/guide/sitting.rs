//! Somebody who sits before the menus: what they wait for, in the words of their language, and what they type.

use taquilla::domain::language::Language;
use taquilla::i18n::{Value, Words};

use crate::support::stage::{Data, Ending};
use crate::support::{Desk, Mail, Person, Stage, folder};

/// What a sitting looks like.
struct Look<'a> {
    in_colour: bool,
    editor: &'a str,
    first: &'a str,
    columns: usize,
}

impl Default for Look<'_> {
    fn default() -> Self {
        Self { in_colour: false, editor: "true", first: "", columns: 150 }
    }
}

/// Bare `taquilla` on a terminal of its own.
pub(super) struct Sitting {
    pub(super) stage: Stage,
    pub(super) words: Words,
    pub(super) over: Ending,
}

impl Sitting {
    /// Without colour, so that what is shown is only words.
    pub(super) fn at(person: &Person<'_>, language: Language) -> Self {
        Self::open(person, &["--lang", language.code()], language, &Look::default())
    }

    pub(super) fn in_colour(person: &Person<'_>, language: Language) -> Self {
        Self::open(person, &["--lang", language.code()], language, &Look { in_colour: true, ..Look::default() })
    }

    pub(super) fn with(person: &Person<'_>, options: &[&str]) -> Self {
        Self::open(person, options, Language::Spanish, &Look::default())
    }

    /// With something for the shell to do first.
    pub(super) fn with_first(person: &Person<'_>, first: &str) -> Self {
        Self::open(person, &["--lang", "es"], Language::Spanish, &Look { first, ..Look::default() })
    }

    pub(super) fn with_editor(person: &Person<'_>, editor: &str) -> Self {
        Self::open(person, &["--lang", "es"], Language::Spanish, &Look { editor, ..Look::default() })
    }

    /// On a terminal of so many columns.
    pub(super) fn on(person: &Person<'_>, columns: usize) -> Self {
        Self::open(person, &["--lang", "es"], Language::Spanish, &Look { columns, ..Look::default() })
    }

    fn open(person: &Person<'_>, options: &[&str], language: Language, look: &Look<'_>) -> Self {
        let mut run = person.command(["--no-pager"].iter().chain(options)).env("TERM", "xterm").env("EDITOR", look.editor);
        if !look.in_colour {
            run = run.env("NO_COLOR", "1");
        }
        let stage = Stage::open(folder(), &run.build(), look.first, look.columns, Data::Shown);
        let over = stage.start();
        Self { stage, words: Words::new(language), over }
    }

    /// The words of an id up to the first value in them; numbers in brackets are left out.
    pub(super) fn said(&self, id: &str) -> String {
        let hole = "\u{0}";
        let values = [
            "handle", "number", "email", "path", "count", "unread", "name", "reason", "command", "editor", "file", "words",
            "into",
        ];
        let value = |name: &str| match name {
            "count" => Value::from(1_u64),
            "unread" => Value::from(0_u64),
            _ => Value::from(hole),
        };
        let text = self.words.format(id, &values.map(|name| (name, value(name))));
        let text = text.split([hole.chars().next().unwrap(), '(']).next().unwrap_or_default().trim_end().to_owned();
        // Only as much as surely fits into one row.
        text.lines().next().unwrap_or_default().chars().take(60).collect()
    }

    /// Waits until something of the catalogue is shown.
    #[track_caller]
    pub(super) fn see(&mut self, id: &str) {
        let said = self.said(id);
        self.stage.wait(&said);
    }

    /// Waits for a question and answers it.
    #[track_caller]
    pub(super) fn answer(&mut self, question: &str, typed: &str) {
        self.ask(question);
        self.send(typed);
    }

    /// Waits for a question.
    #[track_caller]
    pub(super) fn ask(&mut self, question: &str) {
        let said = self.said(question);
        // A ticket's own menu has its number before its state.
        let said = match question {
            "prompt-text-hint" => said,
            _ if question.starts_with("ui-status-") => format!(" · {said} ›"),
            _ => format!("? {said}"),
        };
        self.stage.wait(&said);
    }

    pub(super) fn send(&mut self, typed: &str) {
        self.stage.send(typed);
    }

    /// The letter to an address, once its code is asked for.
    #[track_caller]
    pub(super) fn letter(&mut self, desk: &Desk, address: &str) -> Mail {
        self.see("ask-code-where");
        desk.last_letter_to(address)
    }
}
