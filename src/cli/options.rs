//! The options that verbs share: how they are declared and how they are read.
//!
//! The id of an option is its long name; its words come from the catalogue by that.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::store::LONGEST_KEY;

/// An option with a value.
pub fn value(name: &'static str) -> Arg {
    Arg::new(name).long(name).value_parser(value_parser!(String)).allow_hyphen_values(false)
}

/// An option with one of a few values.
pub fn choice(name: &'static str, values: impl IntoIterator<Item = &'static str>) -> Arg {
    Arg::new(name).long(name).value_parser(PossibleValuesParser::new(values))
}

/// An option without a value.
pub fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

/// An argument without an option's name.
pub fn positional(name: &'static str) -> Arg {
    Arg::new(name).value_parser(value_parser!(String))
}

/// One ticket.
pub fn number() -> Arg {
    positional("number")
}

/// Tickets, or `-` for those on standard input.
pub fn numbers() -> Arg {
    positional("number").num_args(1..).required(true)
}

/// `-m` and `-F`.
pub fn message(command: Command) -> Command {
    command.arg(value("message").short('m').allow_hyphen_values(true)).arg(
        Arg::new("message-file").long("message-file").short('F').value_parser(value_parser!(PathBuf)).conflicts_with("message"),
    )
}

/// `--attach`, as often as one likes.
pub fn attach() -> Arg {
    Arg::new("attach").long("attach").value_parser(value_parser!(PathBuf)).action(ArgAction::Append)
}

/// `--password-stdin` and `--password-file`.
pub fn password(command: Command) -> Command {
    command.arg(flag("password-stdin")).arg(
        Arg::new("password-file").long("password-file").value_parser(value_parser!(PathBuf)).conflicts_with("password-stdin"),
    )
}

fn key(text: &str) -> Result<String, String> {
    if (1..=LONGEST_KEY).contains(&text.len()) { Ok(text.to_owned()) } else { Err(format!("not 1 to {LONGEST_KEY} bytes")) }
}

/// `--dry-run`.
pub fn dry_run() -> Arg {
    flag("dry-run").short('n')
}

/// `--dry-run` and `--key`, which every changing verb takes.
pub fn changing(command: Command) -> Command {
    command.arg(dry_run()).arg(value("key").value_parser(key))
}

/// `--limit`, for lists.
pub fn limit() -> Arg {
    let parse = |text: &str| text.parse::<u32>().ok().filter(|limit| *limit > 0).ok_or("usage-bad-limit");
    Arg::new("limit").long("limit").value_parser(parse)
}

/// What `--limit` says, if it was given.
pub fn limit_of(matches: &ArgMatches) -> Option<usize> {
    matches.try_get_one::<u32>("limit").ok().flatten().map(|limit| *limit as usize)
}

/// `--keep-going`, for verbs over many tickets.
pub fn keep_going() -> Arg {
    flag("keep-going")
}

/// The options that every verb takes, before or after its name.
pub fn global(command: Command) -> Command {
    command
        .arg(Arg::new("desk").long("desk").value_parser(value_parser!(PathBuf)).global(true))
        .arg(choice("lang", ["es", "en"]).global(true))
        .arg(choice("format", ["table", "json", "ndjson", "csv", "tsv", "ids"]).global(true))
        .arg(flag("json").global(true))
        .arg(value("fields").global(true))
        .arg(choice("color", ["auto", "always", "never"]).global(true))
        .arg(flag("no-pager").global(true))
        .arg(flag("no-input").global(true))
        .arg(flag("yes").short('y').global(true))
        .arg(flag("quiet").short('q').global(true))
        .arg(Arg::new("wait").long("wait").value_parser(value_parser!(u32).range(0..=3_600)).global(true))
        .arg(choice("mail", ["wait", "detach", "queue"]).global(true))
}

/// The names of the global options that take a value: their values are no verbs.
pub const GLOBAL_WITH_VALUE: [&str; 7] = ["--desk", "--lang", "--format", "--fields", "--color", "--wait", "--mail"];

/// The text of an option, if it was given.
pub fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.try_get_one::<String>(name).ok().flatten().map(String::as_str)
}

/// The same, owned.
pub fn owned(matches: &ArgMatches, name: &str) -> Option<String> {
    text(matches, name).map(str::to_owned)
}

/// Every value of an option.
pub fn texts(matches: &ArgMatches, name: &str) -> Vec<String> {
    matches.try_get_many::<String>(name).ok().flatten().map(|values| values.cloned().collect()).unwrap_or_default()
}

/// The path of an option, if it was given.
pub fn path<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m PathBuf> {
    matches.try_get_one::<PathBuf>(name).ok().flatten()
}

/// Every path of an option.
pub fn paths(matches: &ArgMatches, name: &str) -> Vec<PathBuf> {
    matches.try_get_many::<PathBuf>(name).ok().flatten().map(|values| values.cloned().collect()).unwrap_or_default()
}

/// Whether a flag was given.
pub fn is_set(matches: &ArgMatches, name: &str) -> bool {
    matches.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false)
}
