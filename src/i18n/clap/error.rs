//! clap's complaints in the person's language: a code for machines, a sentence, and what to do.
//!
//! Values stand in the sentence as they were typed: the screen makes hostile ones harmless. A value parser of the front door
//! may answer with an id of the catalogue `usage` (`usage-bad-…`) as its error: then those words are the hint.

use std::error::Error as _;
use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::domain::language::Language;
use crate::domain::text;
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
                // At the end of a sentence the dots of what may be given several times are one too many.
                let names = self.names(ContextKind::InvalidArg);
                let names: Vec<_> = names.iter().map(|name| name.trim_end_matches('…')).collect();
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
        let names = self.suggested();
        if !names.is_empty() {
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

    /// What may have been meant: clap's own guesses are wild, and in every language at once.
    fn suggested(&self) -> Vec<String> {
        if self.error.kind() != ErrorKind::InvalidSubcommand {
            let (typed, guess) = (self.one(ContextKind::InvalidArg), self.names(ContextKind::SuggestedArg));
            return nearest(&typed, guess.iter().map(String::as_str));
        }
        let typed = self.one(ContextKind::InvalidSubcommand);
        let current = self.place();
        let verbs = || current.get_subcommands().filter(|verb| !verb.is_hide_set());
        let spoken = nearest(&typed, verbs().map(|verb| self.spoken(verb)));
        // Whoever types a name of another language is told that one.
        if spoken.is_empty() { nearest(&typed, verbs().map(Command::get_name)) } else { spoken }
    }

    /// What a verb is called in the language.
    fn spoken<'v>(&self, verb: &'v Command) -> &'v str {
        let is_other = self.words.language() != Language::English;
        verb.get_all_aliases().next().filter(|_| is_other).unwrap_or(verb.get_name())
    }

    fn did_you_mean(&self, names: &[String]) -> String {
        let quoted = |name: &String| self.words.format("usage-quoted", &[("name", short(name).into())]);
        let names: Vec<String> = names.iter().map(quoted).collect();
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
            // What can never begin with a dash is not meant, such as the number of a ticket.
            let mut positionals = self.place().get_positionals();
            let takes_words = positionals.any(|one| matches!(one.get_id().as_str(), "name" | "value" | "topic" | "file"));
            takes_words.then(|| self.words.format("usage-as-value", &[("name", typed.into())]))
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

    /// The verb that went wrong, as it is typed in the language.
    fn path(&self) -> String {
        let (names, mut current) = (self.names_of_path(), self.command);
        let mut path = self.command.get_name().to_owned();
        for name in &names {
            let Some(verb) = current.find_subcommand(name) else { break };
            path = format!("{path} {}", self.spoken(verb));
            current = verb;
        }
        path
    }

    /// The verb that went wrong.
    fn place(&self) -> &Command {
        let names = self.names_of_path();
        names.iter().try_fold(self.command, |current, name| current.find_subcommand(name)).unwrap_or(self.command)
    }

    /// The names that lead to it: read from the usage that clap hands along, or from the line.
    fn names_of_path(&self) -> Vec<String> {
        let usage = self.usage();
        let words: Vec<&str> = match &usage {
            Some(usage) => usage.split_whitespace().skip_while(|word| *word != self.command.get_name()).skip(1).collect(),
            None => self.line.iter().skip(1).filter_map(|word| word.to_str()).collect(),
        };
        let (mut names, mut current) = (Vec::new(), self.command);
        for word in words {
            match current.find_subcommand(word) {
                Some(verb) => {
                    names.push(verb.get_name().to_owned());
                    current = verb;
                }
                // Options and their values may stand between verbs in a line; a usage ends with its verbs.
                None if usage.is_none() => {}
                None => break,
            }
        }
        names
    }

    fn usage(&self) -> Option<String> {
        match self.error.get(ContextKind::Usage) {
            Some(ContextValue::StyledStr(usage)) => Some(usage.to_string()),
            _ => None,
        }
    }

    /// The verbs that may stand after the one that lacks one, without their other names.
    fn verbs(&self) -> Vec<String> {
        let current = self.place();
        let verbs = current.get_subcommands().filter(|verb| !verb.is_hide_set());
        verbs.map(|verb| self.spoken(verb).to_owned()).collect()
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

/// Those of some names that are nearest to what was typed, if it may have been one of them.
fn nearest<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let most = if typed.trim_start_matches('-').chars().count() < 5 { 1 } else { 2 };
    let mut found: Vec<(usize, &str)> = names.map(|name| (text::edits(typed, name), name)).collect();
    let least = found.iter().map(|(edits, _)| *edits).min().filter(|least| *least <= most);
    found.retain(|(edits, _)| Some(*edits) == least);
    found.into_iter().map(|(_, name)| name.to_owned()).collect()
}

/// An argument's name without its value: `--email` of `--email <CORREO>`, `NÚMERO…` of `<NÚMERO>...`.
fn short(name: &str) -> String {
    if name.starts_with('-') {
        return name.split([' ', '=', '[']).next().unwrap_or(name).to_owned();
    }
    match name.strip_prefix(['<', '[']).map(|rest| rest.split_at(rest.find(['>', ']']).unwrap_or(rest.len()))) {
        Some((name, rest)) if rest.ends_with("...") => format!("{name}…"),
        Some((name, _)) => name.to_owned(),
        None => name.to_owned(),
    }
}
