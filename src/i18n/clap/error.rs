//! clap's complaints in the person's language: a code for machines, a sentence, and what to do.
//!
//! Values stand in the sentence as they were typed: the screen makes hostile ones harmless. A value parser of the front door
//! may answer with an id of the catalogue `usage` (`usage-bad-…`) as its error: then those words are the hint.

use std::error::Error as _;
use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::i18n::{Value, Words};

/// A wrong command line, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsageError {
    /// The code that scripts match on.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

/// Words what clap has found wrong; `command` is the tree that was parsed with, from its top, and `line` what was
/// parsed.
///
/// Help and version are no errors; asked about them, it says only that the use was wrong.
pub fn usage_error(error: &Error, command: &Command, line: &[OsString], words: &Words) -> UsageError {
    let report = Report { error, command, line, words };
    let (code, message) = report.message();
    UsageError { code, message, hint: Some(report.hint()) }
}

/// One complaint and what is needed to word it.
struct Report<'a> {
    error: &'a Error,
    command: &'a Command,
    line: &'a [OsString],
    words: &'a Words,
}

impl Report<'_> {
    fn message(&self) -> (&'static str, String) {
        match self.error.kind() {
            ErrorKind::MissingRequiredArgument => {
                let names = self.names(ContextKind::InvalidArg);
                let count = Value::from(names.len());
                ("missing-value", self.words.format("usage-missing", &[("count", count), ("names", names.join(", ").into())]))
            }
            ErrorKind::UnknownArgument => self.unknown(),
            ErrorKind::InvalidSubcommand => {
                let name = self.one(ContextKind::InvalidSubcommand);
                ("unknown-verb", self.words.format("usage-unknown-verb", &[("name", name.into())]))
            }
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                ("missing-verb", self.words.format("usage-missing-verb", &[("command", self.path().into())]))
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => self.wrong_value(),
            ErrorKind::NoEquals => ("missing-value", self.about_argument("usage-no-equals")),
            ErrorKind::TooManyValues => ("too-many-values", self.about_argument("usage-too-many")),
            ErrorKind::TooFewValues => ("too-few-values", self.count("usage-too-few", ContextKind::MinValues)),
            ErrorKind::WrongNumberOfValues => {
                ("wrong-number-of-values", self.count("usage-wrong-number", ContextKind::ExpectedNumValues))
            }
            ErrorKind::ArgumentConflict => self.conflict(),
            ErrorKind::InvalidUtf8 => ("invalid-utf8", self.words.text("usage-utf8")),
            _ => ("usage", self.words.text("usage-wrong")),
        }
    }

    fn unknown(&self) -> (&'static str, String) {
        let name = self.one(ContextKind::InvalidArg);
        if name.starts_with('-') && name.len() > 1 {
            ("unknown-option", self.words.format("usage-unknown-option", &[("name", name.into())]))
        } else {
            ("unexpected-value", self.words.format("usage-unexpected", &[("value", name.into())]))
        }
    }

    fn wrong_value(&self) -> (&'static str, String) {
        if self.one(ContextKind::InvalidValue).is_empty() {
            ("missing-value", self.about_argument("usage-empty"))
        } else {
            ("invalid-value", self.about_argument("usage-invalid-value"))
        }
    }

    fn conflict(&self) -> (&'static str, String) {
        let verb = self.text(ContextKind::InvalidSubcommand);
        let name = verb.clone().unwrap_or_else(|| self.one(ContextKind::InvalidArg));
        let others = self.names(ContextKind::PriorArg);
        if others.is_empty() || (verb.is_none() && others == [short(&name)]) {
            return ("repeated-option", self.words.format("usage-repeated", &[("name", short(&name).into())]));
        }
        let values = [("name", Value::from(short(&name))), ("others", others.join(", ").into())];
        ("conflict", self.words.format("usage-conflict", &values))
    }

    fn about_argument(&self, id: &str) -> String {
        let values = [
            ("name", Value::from(short(&self.one(ContextKind::InvalidArg)))),
            ("value", self.one(ContextKind::InvalidValue).into()),
        ];
        self.words.format(id, &values)
    }

    fn count(&self, id: &str, wanted: ContextKind) -> String {
        let values = [
            ("name", Value::from(short(&self.one(ContextKind::InvalidArg)))),
            ("wanted", self.number(wanted).into()),
            ("given", self.number(ContextKind::ActualNumValues).into()),
        ];
        self.words.format(id, &values)
    }

    fn hint(&self) -> String {
        if let Some(words) = self.error.source().and_then(|source| self.own_words(&source.to_string())) {
            return words;
        }
        // A value that only looks like the one meant may be the wrong one: all of them are told, and none is guessed.
        let values = self.strings(ContextKind::ValidValue);
        if !values.is_empty() {
            return self.words.format("usage-choose", &[("values", values.join(", ").into())]);
        }
        let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]
            .into_iter()
            .map(|kind| self.strings(kind))
            .find(|names| !names.is_empty());
        if let Some(names) = suggested {
            return self.did_you_mean(&names);
        }
        if let Some(words) = self.advice() {
            return words;
        }
        if self.error.kind() == ErrorKind::MissingSubcommand {
            let verbs = self.verbs();
            if !verbs.is_empty() {
                return self.words.format("usage-choose-verb", &[("verbs", verbs.join(", ").into())]);
            }
        }
        self.words.format("usage-see", &[("command", format!("{} --help", self.path()).into())])
    }

    fn did_you_mean(&self, names: &[String]) -> String {
        let names: Vec<String> = names.iter().map(|name| short(name)).collect();
        let last = names.last().cloned().unwrap_or_default();
        let before = names[..names.len().saturating_sub(1)].join(", ");
        let values = [("count", Value::from(names.len())), ("before", before.into()), ("last", last.into())];
        self.words.format("usage-did-you-mean", &values)
    }

    /// What clap advises in English sentences, told by their beginnings; the quoted parts are what was typed.
    fn advice(&self) -> Option<String> {
        let Some(ContextValue::StyledStrs(advice)) = self.error.get(ContextKind::Suggested) else { return None };
        let advice = advice.first()?.to_string();
        let typed = match self.error.kind() {
            ErrorKind::InvalidSubcommand => self.one(ContextKind::InvalidSubcommand),
            _ => self.one(ContextKind::InvalidArg),
        };
        if advice.starts_with("to pass ") {
            Some(self.words.format("usage-as-value", &[("name", typed.into())]))
        } else if advice.starts_with("subcommand ") {
            Some(self.words.format("usage-without-dashes", &[("name", typed.into())]))
        } else {
            let quoted = advice.strip_prefix('\'')?.split('\'').next()?.to_owned();
            Some(self.words.format("usage-elsewhere", &[("command", quoted.into())]))
        }
    }

    /// Words that a value parser of ours has asked for by their id.
    fn own_words(&self, id: &str) -> Option<String> {
        if id.starts_with("usage-") && !id.contains(char::is_whitespace) { self.words.find(id) } else { None }
    }

    /// The verb that went wrong, as it is typed: read from the usage that clap hands along, or from the line.
    fn path(&self) -> String {
        let program = self.command.get_name().to_owned();
        let Some(usage) = self.usage() else { return self.path_of_line() };
        let mut names = usage.split_whitespace().skip_while(|word| *word != program).skip(1);
        let mut path = program.clone();
        let mut current = self.command;
        while let Some(verb) = names.next().and_then(|name| current.find_subcommand(name)) {
            path = format!("{path} {}", verb.get_name());
            current = verb;
        }
        path
    }

    fn path_of_line(&self) -> String {
        let mut path = self.command.get_name().to_owned();
        let mut current = self.command;
        for word in self.line.iter().skip(1).filter_map(|word| word.to_str()) {
            if let Some(verb) = current.find_subcommand(word) {
                path = format!("{path} {}", verb.get_name());
                current = verb;
            }
        }
        path
    }

    fn usage(&self) -> Option<String> {
        match self.error.get(ContextKind::Usage) {
            Some(ContextValue::StyledStr(usage)) => Some(usage.to_string()),
            _ => None,
        }
    }

    /// The verbs that may stand after the one that lacks one, without their other names.
    fn verbs(&self) -> Vec<String> {
        let path = self.path();
        let mut current = self.command;
        for name in path.split(' ').skip(1) {
            match current.find_subcommand(name) {
                Some(verb) => current = verb,
                None => return Vec::new(),
            }
        }
        current.get_subcommands().filter(|verb| !verb.is_hide_set()).map(|verb| verb.get_name().to_owned()).collect()
    }

    fn strings(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    fn names(&self, kind: ContextKind) -> Vec<String> {
        self.strings(kind).iter().map(|name| short(name)).collect()
    }

    fn text(&self, kind: ContextKind) -> Option<String> {
        self.strings(kind).into_iter().next()
    }

    fn one(&self, kind: ContextKind) -> String {
        self.text(kind).unwrap_or_default()
    }

    fn number(&self, kind: ContextKind) -> u64 {
        match self.error.get(kind) {
            Some(ContextValue::Number(number)) => u64::try_from(*number).unwrap_or_default(),
            _ => 0,
        }
    }
}

/// An argument's name without its value: `--email` of `--email <CORREO>`; what stands by its place keeps its name.
fn short(name: &str) -> String {
    if name.starts_with('-') { name.split([' ', '=', '[']).next().unwrap_or(name).to_owned() } else { name.replace("...", "…") }
}
