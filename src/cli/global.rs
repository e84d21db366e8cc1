//! The options that every verb takes, with what the environment says where they were not given.

use std::path::PathBuf;
use std::time::Duration;

use clap::ArgMatches;

use super::env::Environment;
use super::options;
use crate::domain::language::Language;
use crate::paths;
use crate::ui::error::Failure;
use crate::ui::present::Format;

/// When a command's letters are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailMode {
    /// By a relay that the command waits for, five seconds at most.
    Wait,
    /// By a relay that goes on alone.
    Detach,
    /// Later, by whoever comes by.
    Queue,
}

/// The options that every verb takes.
#[derive(Clone, Debug)]
pub struct Global {
    /// Where the desk is.
    pub desk: PathBuf,
    /// The language that was asked for by name; whoever logs in is else answered in their own.
    pub named_language: Option<Language>,
    /// The form of output.
    pub format: Format,
    /// The fields that were asked for.
    pub fields: Option<Vec<String>>,
    /// Whether the verb can be rehearsed, which adds fields.
    pub may_rehearse: bool,
    /// Whether it is only rehearsed.
    pub rehearses: bool,
    /// Whether standard output takes colour.
    pub colour: bool,
    /// Whether standard error does.
    pub talk_colour: bool,
    /// Whether long output on a terminal goes through a pager.
    pub pager: bool,
    /// Whether nobody is ever asked.
    pub no_input: bool,
    /// Whether confirmations are answered with yes.
    pub yes: bool,
    /// Whether only data and errors are shown.
    pub quiet: bool,
    /// For how long a busy desk is waited for.
    pub wait: Duration,
    /// When letters are sent; none for what the desk says.
    pub mail: Option<MailMode>,
}

/// Whether a stream takes colour: as `--color` says, else as the environment does, else where it is a terminal.
pub fn takes_colour(choice: Option<&str>, environment: &Environment, is_terminal: bool) -> bool {
    match choice {
        Some("always") => true,
        Some("never") => false,
        _ if environment.no_colour => false,
        _ if environment.force_colour => true,
        _ => is_terminal && !environment.is_dumb,
    }
}

impl Global {
    /// The options as they were given, with what the environment says where they were not.
    ///
    /// # Errors
    /// When no directory for the desk can be told.
    pub fn read(matches: &ArgMatches, environment: &Environment) -> Result<Self, Failure> {
        let desk = match options::path(matches, "desk").or(environment.desk.as_ref()) {
            Some(desk) => desk.clone(),
            None => paths::desk_directory(&environment.surroundings).map_err(Failure::Paths)?,
        };
        // One may stand before the verb and the other behind it, which clap does not see as a pair.
        let wants_json = options::is_set(matches, "json");
        let format = options::text(matches, "format");
        if wants_json && format.is_some_and(|format| format != "json") {
            return Err(Failure::Conflict("--json".to_owned(), "--format".to_owned()));
        }
        let format = format.and_then(Format::from_id).unwrap_or(Format::Table);
        let fields = options::text(matches, "fields")
            .map(|fields| fields.split(',').map(|field| field.trim().to_owned()).filter(|field| !field.is_empty()).collect());
        let choice = options::text(matches, "color");
        let mail = match options::text(matches, "mail") {
            Some("wait") => Some(MailMode::Wait),
            Some("detach") => Some(MailMode::Detach),
            Some("queue") => Some(MailMode::Queue),
            _ => None,
        };
        let wait = matches.try_get_one::<u32>("wait").ok().flatten().copied().unwrap_or(10);
        let named = options::text(matches, "lang").or(environment.language.as_deref());
        Ok(Self {
            desk,
            named_language: named.and_then(Language::from_code),
            format: if wants_json { Format::Json } else { format },
            fields,
            may_rehearse: matches.try_contains_id("dry-run").is_ok(),
            rehearses: options::is_set(matches, "dry-run"),
            colour: takes_colour(choice, environment, environment.stdout_is_terminal),
            talk_colour: takes_colour(choice, environment, environment.stderr_is_terminal),
            pager: !options::is_set(matches, "no-pager"),
            no_input: options::is_set(matches, "no-input"),
            yes: options::is_set(matches, "yes"),
            quiet: options::is_set(matches, "quiet"),
            wait: Duration::from_secs(u64::from(wait)),
            mail,
        })
    }
}
