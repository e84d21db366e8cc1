//! The command tree in the person's language: help, usage, headings, errors and man pages, without a word of clap's own.
//!
//! clap cannot be translated, so the tree is walked once and every text is set from the catalogue by the path of its argument;
//! help is laid out here, too (`layout.rs`). Parsing needs no words: a front door parses the bare tree, and only when that ends
//! in help or in an error does it word a fresh tree and parse again, so that a command that runs reads no catalogue for this.
//! Ids: `help-VERB`, `help-VERB-long`, `help-VERB-examples`, `help-VERB-OPTION` (else `help-common-OPTION`), `help-global-OPTION`,
//! and `help-value-VERB-OPTION` (else `help-value-OPTION`) for what stands in `<…>`; a nested verb's path is joined by `-`.
//! It knows no verb and no rule: what a tree holds is the front door's.

mod error;
mod layout;
mod man;
#[cfg(test)]
mod tests;

use clap::builder::IntoResettable;
use clap::{Arg, ArgAction, Command};

use super::{Value, Words};
use crate::domain::language::Language;

pub use error::{UsageError, usage_error};
pub use man::man_headings;

/// The width that help is laid out for where no terminal says another.
pub const USUAL_WIDTH: usize = 100;

/// Puts the words of one language on a whole tree of commands, laid out for a terminal of the usual width.
pub fn word(command: Command, words: &Words) -> Command {
    word_for(command, words, USUAL_WIDTH)
}

/// Puts the words of one language on a whole tree of commands, laid out for a terminal of `width` columns.
pub fn word_for(command: Command, words: &Words, width: usize) -> Command {
    let program = command.get_name().to_owned();
    let names = names(&command, words.language());
    let wording = Wording { words, width: width.clamp(layout::NARROWEST, USUAL_WIDTH), program, names };
    wording.command(command, &[], &[])
}

/// What the verbs are called in a language, by their paths. Other languages than English know them by their first other name, if
/// they have one.
fn names(command: &Command, language: Language) -> Vec<(Vec<String>, String)> {
    let mut found = Vec::new();
    if language != Language::English {
        gather_names(command, &[], &mut found);
    }
    found
}

fn gather_names(command: &Command, path: &[String], found: &mut Vec<(Vec<String>, String)>) {
    for verb in command.get_subcommands() {
        let path = joined(path, verb.get_name());
        gather_names(verb, &path, found);
        if let Some(other) = verb.get_visible_aliases().next() {
            found.push((path, other.to_owned()));
        }
    }
}

/// The ids that the texts of a tree are looked up by; of each inner list at least one has to be in the catalogue.
pub fn ids(command: &Command) -> Vec<Vec<String>> {
    let mut found = vec![vec!["help-taquilla".to_owned()]];
    collect(command, &[], &mut found);
    found
}

fn collect(command: &Command, path: &[String], found: &mut Vec<Vec<String>>) {
    if !path.is_empty() {
        found.push(vec![format!("help-{}", path.join("-"))]);
    }
    for argument in command.get_arguments().filter(|argument| !argument.is_hide_set() && !is_built_in(argument)) {
        found.push(help_ids(path, argument));
        if argument.get_action().takes_values() {
            found.push(value_ids(path, argument));
        }
    }
    for verb in command.get_subcommands() {
        collect(verb, &joined(path, verb.get_name()), found);
    }
}

fn joined(path: &[String], name: &str) -> Vec<String> {
    path.iter().map(String::as_str).chain([name]).map(str::to_owned).collect()
}

fn is_built_in(argument: &Arg) -> bool {
    matches!(argument.get_action(), ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong | ArgAction::Version)
}

/// The part of an id that an argument gives.
fn key(argument: &Arg) -> String {
    argument.get_id().as_str().replace('_', "-")
}

fn help_ids(path: &[String], argument: &Arg) -> Vec<String> {
    let key = key(argument);
    if argument.is_global_set() || path.is_empty() {
        return vec![format!("help-global-{key}")];
    }
    vec![format!("help-{}-{key}", path.join("-")), format!("help-common-{key}")]
}

fn value_ids(path: &[String], argument: &Arg) -> Vec<String> {
    let key = key(argument);
    let general = format!("help-value-{key}");
    if path.is_empty() { vec![general] } else { vec![format!("help-value-{}-{key}", path.join("-")), general] }
}

/// One wording of a tree.
struct Wording<'a> {
    words: &'a Words,
    width: usize,
    program: String,
    names: Vec<(Vec<String>, String)>,
}

impl Wording<'_> {
    fn command(&self, command: Command, path: &[String], inherited: &[Arg]) -> Command {
        let id = if path.is_empty() { "help-taquilla".to_owned() } else { format!("help-{}", path.join("-")) };
        let mut command = self.about(command, &id);
        command = self.arguments(command, path);
        let other_names = self.other_names(&command, path);
        command = unsaid_aliases(command);
        command = self.built_in(command, path.is_empty());
        command = command
            .disable_help_subcommand(true)
            .subcommand_help_heading(self.words.text("usage-heading-verbs"))
            .subcommand_value_name(self.words.text("usage-verb"));
        let globals: Vec<Arg> =
            inherited.iter().chain(command.get_arguments().filter(|argument| argument.is_global_set())).cloned().collect();
        command = command.mut_subcommands(|verb| {
            let path = joined(path, verb.get_name());
            self.command(verb, &path, &globals)
        });
        let usage = self.usage(&command, path);
        command = command.override_usage(usage);
        let place = layout::Place { path, inherited, other_names: &other_names };
        // The place of `before-help` is the only one in a template that tells `-h` from `--help` and stands in no man page.
        let short = layout::help(self, &command, &place, false);
        let long = layout::help(self, &command, &place, true);
        command.help_template("{before-help}").before_help(short).before_long_help(long)
    }

    fn about(&self, command: Command, id: &str) -> Command {
        let Some(about) = self.words.find(id) else { return command };
        let long = match self.words.find(&format!("{id}-long")) {
            Some(long) => format!("{about}\n\n{long}"),
            None => about.clone(),
        };
        let command = command.about(about).long_about(long);
        match self.words.find(&format!("{id}-examples")) {
            Some(examples) => {
                let lines = examples.lines().map(|line| format!("\n  {line}")).collect::<String>();
                command.after_long_help(format!("{}:{lines}", self.words.text("usage-heading-examples")))
            }
            None => command,
        }
    }

    fn arguments(&self, command: Command, path: &[String]) -> Command {
        let mut order = 0;
        command.mut_args(|argument| {
            order += 1;
            self.argument(argument, path, order)
        })
    }

    fn argument(&self, argument: Arg, path: &[String], order: usize) -> Arg {
        if is_built_in(&argument) {
            return argument;
        }
        let mut text = self.first(&help_ids(path, &argument)).unwrap_or_default();
        let asides = self.asides(&argument);
        if !asides.is_empty() {
            text = format!("{text} ({})", asides.join("; ")).trim_start().to_owned();
        }
        let heading = match argument.get_help_heading().map(|heading| format!("usage-heading-{heading}")) {
            Some(id) => self.words.find(&id).unwrap_or(id),
            None if argument.is_positional() => self.words.text("usage-heading-arguments"),
            None if argument.is_global_set() || path.is_empty() => self.words.text("usage-heading-global"),
            None => self.words.text("usage-heading-options"),
        };
        let takes_values = argument.get_action().takes_values();
        let name = if takes_values { self.first(&value_ids(path, &argument)) } else { None };
        let mut argument = unsaid_argument_aliases(argument).help(text).help_heading(heading).display_order(order);
        if takes_values {
            argument = argument.hide_default_value(true).hide_possible_values(true);
        }
        if let Some(name) = name {
            argument = argument.value_name(name);
        }
        argument
    }

    /// What clap would say in brackets after an option: its values, its default, its other names.
    fn asides(&self, argument: &Arg) -> Vec<String> {
        let mut asides = Vec::new();
        let values: Vec<String> = argument
            .get_possible_values()
            .iter()
            .filter(|value| !value.is_hide_set())
            .map(|value| value.get_name().to_owned())
            .collect();
        if !values.is_empty() && !argument.is_hide_possible_values_set() {
            asides.push(self.words.format("usage-values", &[("values", Value::from(values.join(", ")))]));
        }
        let defaults: Vec<String> =
            argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
        if !defaults.is_empty() && argument.get_action().takes_values() && !argument.is_hide_default_value_set() {
            asides.push(self.words.format("usage-default", &[("value", Value::from(defaults.join(", ")))]));
        }
        let shorts = argument.get_visible_short_aliases().unwrap_or_default();
        let longs = argument.get_visible_aliases().unwrap_or_default();
        let names: Vec<String> =
            shorts.iter().map(|short| format!("-{short}")).chain(longs.iter().map(|long| format!("--{long}"))).collect();
        if !names.is_empty() {
            asides.push(self.words.format("usage-also", &[("names", Value::from(names.join(", ")))]));
        }
        asides
    }

    /// `-h` and, at the top, `-V`, in place of clap's.
    fn built_in(&self, command: Command, top: bool) -> Command {
        let heading = self.words.text("usage-heading-global");
        let mut command = command.disable_help_flag(true).disable_version_flag(true);
        if !command.get_arguments().any(|argument| argument.get_id() == "help") {
            let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(9_000);
            command = command.arg(help.help(self.words.text("usage-help")).help_heading(heading.clone()));
        }
        if top && command.get_version().is_some() && !command.get_arguments().any(|argument| argument.get_id() == "version") {
            let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).display_order(9_001);
            command = command.arg(version.help(self.words.text("usage-version")).help_heading(heading));
        }
        command
    }

    /// How a verb is written: its name, what it must have, `[opciones]`, `<orden>`.
    fn usage(&self, command: &Command, path: &[String]) -> String {
        let mut parts = vec![self.path(path)];
        let visible = || command.get_arguments().filter(|argument| !argument.is_hide_set());
        parts.extend(visible().filter(|argument| argument.is_positional()).map(layout::label));
        for option in visible().filter(|argument| !argument.is_positional() && argument.is_required_set()) {
            parts.push(layout::label(option).trim_start_matches(|character| character != '-').to_owned());
        }
        if visible().any(|argument| !argument.is_positional() && !argument.is_required_set()) {
            parts.push(format!("[{}]", self.words.text("usage-options")));
        }
        if command.get_subcommands().any(|verb| !verb.is_hide_set()) {
            let verb = self.words.text("usage-verb");
            parts.push(if command.is_subcommand_required_set() { format!("<{verb}>") } else { format!("[{verb}]") });
        }
        parts.join(" ")
    }

    /// How a verb is typed: the program, then the verb by the name that it has in the language.
    fn path(&self, path: &[String]) -> String {
        let names = (1..=path.len()).map(|depth| self.shown(&path[..depth]));
        std::iter::once(self.program.as_str()).chain(names).collect::<Vec<_>>().join(" ")
    }

    /// What the verb at the end of a path is called in the language.
    fn shown<'n>(&'n self, path: &'n [String]) -> &'n str {
        let other = self.names.iter().find(|(known, _)| known == path).map(|(_, shown)| shown);
        other.or(path.last()).map_or("", String::as_str)
    }

    /// How a verb may be typed, too, than its help says.
    fn other_names(&self, command: &Command, path: &[String]) -> Vec<String> {
        let Some((name, before)) = path.split_last() else { return Vec::new() };
        let shown = self.shown(path);
        let names = std::iter::once(name.as_str()).chain(command.get_visible_aliases()).filter(|other| *other != shown);
        let before: Vec<&str> = std::iter::once(self.program.as_str()).chain(before.iter().map(String::as_str)).collect();
        names.map(|name| format!("{} {name}", before.join(" "))).collect()
    }

    fn first(&self, ids: &[String]) -> Option<String> {
        ids.iter().find_map(|id| self.words.find(id))
    }
}

/// The same command, whose other names still work but are not listed by clap, which would say `alias`.
fn unsaid_aliases(command: Command) -> Command {
    let names: Vec<String> = command.get_all_aliases().map(str::to_owned).collect();
    if names.is_empty() { command } else { command.visible_alias(nothing()).aliases(names) }
}

/// The same argument, whose other names still work but are not listed by clap, which would say `alias`.
fn unsaid_argument_aliases(argument: Arg) -> Arg {
    let longs: Vec<String> = argument.get_all_aliases().unwrap_or_default().into_iter().map(str::to_owned).collect();
    let shorts = argument.get_all_short_aliases().unwrap_or_default();
    let mut argument = argument;
    if !longs.is_empty() {
        argument = argument.visible_alias(nothing()).aliases(longs);
    }
    if !shorts.is_empty() {
        argument = argument.visible_short_alias(None::<char>).short_aliases(shorts);
    }
    argument
}

/// What takes all other names away.
fn nothing() -> impl IntoResettable<clap::builder::Str> {
    None::<&'static str>
}
