//! The front door: a command line becomes a request, its outcome becomes words. One verb, one file; no rules here.
//!
//! The language is chosen first, then only the verb that runs is built and parsed; the whole tree with its words is built only for
//! help and for errors.

mod ask;
mod assign;
mod attachment;
mod audit;
mod batch;
mod calendar;
mod close;
mod complete;
mod config;
mod confirm;
mod cut;
mod demo;
mod draft;
mod dump;
mod edit;
pub mod env;
mod files;
mod front;
mod generate;
mod glance;
mod global;
mod guide;
mod init;
mod list;
mod listing;
mod login;
mod mail;
mod mend;
mod merge;
mod open;
mod options;
mod overdue;
mod pager;
mod password;
mod post;
mod profile;
mod purge;
mod read;
mod register;
mod remind;
mod reply;
mod rules;
mod session;
mod settings_file;
mod sheet;
mod show;
mod stats;
mod status;
mod task;
mod telling;
mod tick;
mod token;
mod topic;
mod unflag;
mod upkeep;
mod user;
mod verbs;
mod write;

use std::cell::{Cell, RefCell};
use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command};

use self::env::Environment;
use self::front::Front;
use self::glance::{Glance, choose_language, desk_of, glance};
use self::global::{Global, takes_colour};
use self::telling::{tell_failure, told};
use self::verbs::VERBS;
use crate::clock::Clock;
use crate::domain::language::Language;
use crate::i18n::{Words, clap as worded};
use crate::ui::error::{self, Failure, Shape, Told};

/// The first words of a command line as they are said in a language: `reply 856444` is `responder 856444` in Spanish, and `task list`
/// is `tareas listar`.
fn spoken(line: &str, language: Language) -> String {
    let mut words: Vec<String> = line.split(' ').map(str::to_owned).collect();
    let verb = VERBS.iter().find(|verb| words.first().is_some_and(|first| first == verb.name));
    let Some(verb) = verb.filter(|_| language == Language::Spanish) else { return line.to_owned() };
    if let Some(second) = words.get_mut(1)
        && let Some(inner) = (verb.command)().find_subcommand(&*second)
        && let Some(name) = inner.get_visible_aliases().next()
    {
        name.clone_into(second);
    }
    (*verb.aliases.first().unwrap_or(&verb.name)).clone_into(&mut words[0]);
    words.join(" ")
}

fn root() -> Command {
    options::global(Command::new("taquilla").version(env!("CARGO_PKG_VERSION")).subcommand_required(false))
}

/// The whole tree, without words.
pub fn tree() -> Command {
    root().subcommands(VERBS.iter().map(|verb| (verb.command)()))
}

/// Runs a command line and says how the process ends.
pub fn run(arguments: &[OsString], environment: &Environment) -> u8 {
    if let Some(completing) = &environment.completing {
        complete::run(arguments, environment, completing);
        return 0;
    }
    let glance = glance(arguments);
    let desk = desk_of(arguments, environment);
    let words = Words::new(choose_language(&glance, environment, desk.as_deref()));
    let colour = takes_colour(glance.colour, environment, environment.stderr_is_terminal);
    let fail = |failure: &Failure, words: &Words| {
        let shape = Shape { is_json: glance.wants_json, colour, width: environment.talk_width(), words };
        report(&error::tell(failure, words, &|time| time.to_rfc3339()), shape)
    };
    let matches = match parse(arguments, &glance, &words, environment) {
        Ok(matches) => matches,
        Err(Ending::Help(text)) => {
            return match print_help(&text) {
                Ok(()) | Err(Failure::ClosedPipe) => 0,
                Err(failure) => fail(&failure, &words),
            };
        }
        Err(Ending::Failed(failure)) => return fail(&failure, &words),
    };
    let front = match front(&matches, environment, words, glance.own_language) {
        Ok(front) => front,
        Err((failure, words)) => return fail(&failure, &words),
    };
    let result = match matches.subcommand() {
        Some(("relay", matches)) => return post::run(&front, matches),
        Some((name, matches)) => match VERBS.iter().find(|verb| verb.name == name) {
            Some(verb) => (verb.run)(&front, matches),
            None => Ok(()),
        },
        None => guide::run(&front),
    };
    match result {
        Ok(()) | Err(Failure::ClosedPipe) => 0,
        Err(Failure::Replayed(printed)) => {
            front.write_stderr(&printed.stderr);
            printed.exit
        }
        Err(failure) => report(&told(&front, &failure), telling::shape(&front)),
    }
}

enum Ending {
    Help(String),
    Failed(Failure),
}

fn parse(arguments: &[OsString], glance: &Glance<'_>, words: &Words, environment: &Environment) -> Result<ArgMatches, Ending> {
    let verb = glance.verb.and_then(|name| VERBS.iter().find(|verb| verb.name == name || verb.aliases.contains(&name)));
    let quick = match (glance.verb, verb) {
        (Some("relay"), _) => Some(root().subcommand(post::command())),
        (_, Some(verb)) => Some(root().subcommand((verb.command)())),
        (None, None) => Some(root()),
        (Some(_), None) => None,
    };
    if let (Some(command), false) = (quick, glance.asks_for_help)
        && let Ok(matches) = command.disable_help_subcommand(true).try_get_matches_from(arguments)
    {
        return Ok(matches);
    }
    // Help, or a mistake: now the whole tree is worth its words.
    let width = if environment.stdout_is_terminal { environment.width.min(110) } else { 100 };
    let arguments = with_help_verb(arguments, glance);
    let mut command = worded::word_for(tree(), words, width);
    match command.try_get_matches_from_mut(&arguments) {
        Ok(matches) => Ok(matches),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Err(Ending::Help(error.render().to_string()))
        }
        Err(error) => Err(Ending::Failed(Failure::Usage(worded::usage_error(&error, &command, &arguments, words)))),
    }
}

/// `taquilla help open` and `taquilla ayuda abrir` are `taquilla open --help`.
fn with_help_verb(arguments: &[OsString], glance: &Glance<'_>) -> Vec<OsString> {
    if !matches!(glance.verb, Some("help" | "ayuda")) {
        return arguments.to_vec();
    }
    let mut rest: Vec<_> =
        arguments.iter().filter(|argument| !matches!(argument.to_str(), Some("help" | "ayuda"))).cloned().collect();
    rest.push("--help".into());
    rest
}

fn front<'e>(
    matches: &ArgMatches,
    environment: &'e Environment,
    words: Words,
    own_language: Option<Language>,
) -> Result<Front<'e>, (Failure, Words)> {
    // Options may stand behind the verb; clap hands those that do down to it.
    let inner = matches.subcommand().map_or(matches, |(_, inner)| inner.subcommand().map_or(inner, |(_, innermost)| innermost));
    let global = match Global::read(inner, environment).and_then(|global| read::one_reader(inner).map(|()| global)) {
        Ok(global) => global,
        Err(failure) => return Err((failure, words)),
    };
    match Clock::new(environment.now.as_deref()) {
        Ok(clock) => Ok(Front {
            environment,
            global,
            words,
            now: clock.now(),
            clock,
            own_language,
            is_hushed: Cell::new(false),
            copied_language: Cell::new(None),
            asked: RefCell::default(),
            guided: false,
        }),
        Err(error) => Err((Failure::Time(error), words)),
    }
}

fn print_help(text: &str) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    let mut writer = crate::ui::writer::Writer::new(&mut stdout);
    writer.text(text);
    front::ending(writer.finish())
}

/// Writes a failure to standard error, as JSON or in lines, and says the exit code.
fn report(told: &Told, shape: Shape<'_>) -> u8 {
    use std::io::Write;
    let _ = std::io::stderr().lock().write_all(error::written(told, shape).as_bytes());
    told.exit
}

/// Says that the program itself is at fault: the exit code of a failure, and never a trace of its insides.
pub fn fail_internally(arguments: &[OsString], environment: &Environment) -> u8 {
    let glance = glance(arguments);
    let words = Words::new(choose_language(&glance, environment, None));
    let colour = takes_colour(glance.colour, environment, environment.stderr_is_terminal);
    let shape = Shape { is_json: glance.wants_json, colour, width: environment.talk_width(), words: &words };
    report(&error::tell(&Failure::Internal, &words, &|time| time.to_rfc3339()), shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::CATALOGUES;

    #[test]
    fn no_command_is_said_half_in_one_language_and_half_in_another() {
        assert_eq!(spoken("user create --role client", Language::Spanish), "usuario crear --role client");
        assert_eq!(spoken("task list", Language::Spanish), "tareas listar");
        assert_eq!(spoken("show 856444", Language::Spanish), "ver 856444");
        for line in ["user create", "topic list", "tick"] {
            assert_eq!(spoken(line, Language::English), line);
        }
        assert_eq!(spoken("topic list", Language::Spanish), "topic list", "what has no Spanish name is English as a whole");
        for verb in VERBS {
            let Some(spanish) = verb.aliases.first() else { continue };
            for inner in (verb.command)().get_subcommands() {
                let name = inner.get_name();
                let other = inner.get_visible_aliases().next().unwrap_or_else(|| panic!("{spanish} {name} has no Spanish name"));
                for half in [format!("{spanish} {name}"), format!("{} {name}", verb.name), format!("{} {other}", verb.name)] {
                    let says = |text: &str| {
                        text.match_indices(&half).any(|(at, _)| {
                            let ends = |character: char| !(character.is_alphanumeric() || character == '-');
                            text[..at].ends_with(['`', '«'])
                                || text[..at].ends_with("taquilla ") && text[at + half.len()..].starts_with(ends)
                        })
                    };
                    let said = CATALOGUES.iter().find(|(_, catalogue, _)| says(catalogue));
                    assert!(said.is_none(), "{half} stands in {}.ftl", said.map_or("", |(prefix, ..)| prefix));
                }
            }
        }
    }
}
