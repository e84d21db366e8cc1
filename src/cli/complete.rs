//! Completion: a shell asks the program itself what may stand where the cursor is.
//!
//! It only reads, as the person who is logged in, and says nothing where it fails: a shell that completes nothing is no mistake.

mod asking;
mod bash;
mod fields;

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::sync::Arc;

use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, complete};
use clap_complete::env::Shells;

use self::asking::{Asking, Kind};
use super::env::{self, COMPLETE, Completing, Environment};
use super::glance::{choose_language, desk_of, glance};
use crate::app::complete::Proposal;
use crate::domain::language::Language;
use crate::i18n::{Words, clap as worded};
use crate::ui::error::Failure;
use crate::ui::safe;

/// The columns that what is proposed is explained in.
const WIDTH: usize = 100;
/// How many characters of a subject or a name are shown.
const LONGEST_MEANING: usize = 60;

/// The script that makes a shell ask.
///
/// # Errors
/// `bad-value` for a shell that there is none of.
pub fn script(shell: &str) -> Result<Vec<u8>, Failure> {
    if shell == "bash" {
        return Ok(bash::script(COMPLETE));
    }
    let mut bytes = Vec::new();
    let shells = Shells::builtins();
    let known = shells.completer(shell).ok_or_else(|| Failure::BadValue("SHELL".to_owned(), shell.to_owned()))?;
    known.write_registration(COMPLETE, "taquilla", "taquilla", "taquilla", &mut bytes).map_err(Failure::Output)?;
    Ok(bytes)
}

/// Answers a shell.
pub fn run(arguments: &[OsString], environment: &Environment, completing: &Completing) {
    // The line as it was typed stands behind the first `--`.
    let raw: Vec<OsString> = arguments.iter().skip_while(|argument| *argument != "--").skip(1).cloned().collect();
    // fish says no place: it hands on the line up to the cursor.
    let place = if completing.place == 0 { raw.len().saturating_sub(1) } else { completing.place };
    let typed = read_words(&raw, place, &completing.shell);
    let glance = glance(&typed);
    let desk = desk_of(&typed, environment);
    let language = choose_language(&glance, environment, desk.as_deref());
    let mut command = worded::word_for(super::tree(), &Words::new(language), WIDTH);
    let before = typed.iter().take(place).skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let asking = Arc::new(Asking { environment: environment.clone(), desk, before, language });
    let word = typed.get(place);
    let wants_option = word.is_some_and(|word| word.to_string_lossy().starts_with('-'));
    let verb = verb_of(&command, &typed).1;
    command = with_arguments(command, "", &|path, argument| {
        // Options are only proposed where nothing else is: they would hide what is looked for.
        let is_hidden = argument.is_hide_set() || (!wants_option && !argument.is_positional());
        let argument = argument.hide(is_hidden);
        // What every verb takes stands above them all.
        let path = if path.is_empty() { &verb } else { path };
        match asking::kind(path, argument.get_id().as_str()) {
            Some(kind) => completed(argument, kind, &asking),
            None => argument,
        }
    });
    for verb in super::VERBS {
        command = command.mut_subcommand(verb.name, |inner| spoken(inner, language));
    }
    let mut bytes = Vec::new();
    let here = env::current_directory();
    let shells = Shells::builtins();
    let shell = shells.completer(&completing.shell);
    let is_bash = shell.is_some_and(|shell| shell.name() == "bash");
    let expects_value = !wants_option && expects_value(&command, &typed);
    let proposed = if is_bash || expects_value {
        complete(&mut command.clone(), typed.clone(), place, here.as_deref()).unwrap_or_default()
    } else {
        Vec::new()
    };
    // Where nothing fits, clap falls back on options, hidden or not.
    if expects_value && proposed.iter().all(|candidate| candidate.get_value().to_string_lossy().starts_with('-')) {
        return;
    }
    let written = match shell {
        // bash is shown what things are by hand: it knows no explanations of its own.
        Some(_) if is_bash => {
            let word = raw.get(place).map(|word| word.to_string_lossy()).unwrap_or_default();
            bytes = bash::answer(&proposed, &word, completing).into_bytes();
            Ok(())
        }
        Some(shell) => shell.write_complete(&mut command, typed, here.as_deref(), &mut bytes),
        None => Ok(()),
    };
    if written.is_ok() {
        // Nobody is there to be told that it cannot be written.
        let _ = std::io::stdout().lock().write_all(&bytes);
    }
}

/// The words of a line without their quotes: bash and zsh hand on all of them as they were typed, the others only that at the cursor.
fn read_words(raw: &[OsString], place: usize, shell: &str) -> Vec<OsString> {
    let is_raw = |at: usize| at == place || matches!(shell, "bash" | "zsh");
    let read = |(at, word): (usize, &OsString)| match word.to_str() {
        Some(text) if is_raw(at) => bash::unquoted(text).0.into(),
        _ => word.clone(),
    };
    raw.iter().enumerate().map(read).collect()
}

/// A command whose arguments, and those of all below it, become what `change` makes of them; it is told the verb's path.
fn with_arguments(command: Command, path: &str, change: &impl Fn(&str, Arg) -> Arg) -> Command {
    let inner: Vec<_> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    let command = inner.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |inner| with_arguments(inner, format!("{path} {name}").trim_start(), change))
    });
    command.mut_args(|argument| change(path, argument))
}

/// A verb, and those below it, under the names that they have in a language; their other names are completed by whoever begins them.
fn spoken(command: Command, language: Language) -> Command {
    let inner: Vec<_> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    let command = inner.iter().fold(command, |command, name| command.mut_subcommand(name, |inner| spoken(inner, language)));
    let names: Vec<_> = std::iter::once(command.get_name()).chain(command.get_all_aliases()).map(str::to_owned).collect();
    let Some(first) = names.get(1).filter(|_| language == Language::Spanish) else { return command };
    let others: Vec<_> = names.iter().filter(|name| *name != first).cloned().collect();
    command.name(first.clone()).visible_alias(None::<&'static str>).aliases(others)
}

/// Whether the verb of a line takes something without an option's name.
fn expects_value(command: &Command, typed: &[OsString]) -> bool {
    verb_of(command, typed).0.get_positionals().next().is_some()
}

/// The verb of a line, with its path.
fn verb_of<'c>(command: &'c Command, typed: &[OsString]) -> (&'c Command, String) {
    typed.iter().skip(1).fold((command, String::new()), |(command, path), word| match command.find_subcommand(word) {
        Some(inner) => (inner, format!("{path} {}", inner.get_name()).trim_start().to_owned()),
        None => (command, path),
    })
}

fn completed(argument: Arg, kind: Kind, asking: &Arc<Asking>) -> Arg {
    let asking = Arc::clone(asking);
    argument.add(ArgValueCompleter::new(move |current: &OsStr| {
        let beginning = current.to_string_lossy();
        let proposals = asking.proposals(kind, &beginning).unwrap_or_default();
        let begins = |value: &str| value.to_lowercase().starts_with(&beginning.to_lowercase());
        let fitting = proposals.into_iter().filter(|proposal| begins(&proposal.value));
        fitting.enumerate().map(|(place, proposal)| candidate(place, &proposal)).collect()
    }))
}

fn candidate(place: usize, proposal: &Proposal) -> CompletionCandidate {
    let meaning = shortened(&safe::line(&proposal.meaning));
    CompletionCandidate::new(&proposal.value).help((!meaning.is_empty()).then(|| meaning.into())).display_order(Some(place))
}

/// A text of at most so many characters that something can be told by it; a sign says where it was cut.
fn shortened(text: &str) -> String {
    if text.chars().nth(LONGEST_MEANING).is_none() {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(LONGEST_MEANING - 1).collect();
    format!("{}…", beginning.trim_end())
}
