//! A glance at the command line before it is parsed: in which language, about which desk, which verb.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::env::{self, Environment};
use super::options;
use crate::app::token;
use crate::auth;
use crate::domain::language::Language;
use crate::paths;

/// What of the command line is needed before it is parsed: the language, and the place of the verb.
pub struct Glance<'a> {
    /// What `--lang` says, if it is about the words of this command.
    pub language: Option<String>,
    /// What `--lang` says behind the verb.
    pub own_language: Option<Language>,
    /// The verb, as it was typed.
    pub verb: Option<&'a str>,
    /// Whether help is asked for.
    pub asks_for_help: bool,
    /// Whether errors are to be told as JSON.
    pub wants_json: bool,
    /// What `--color` says.
    pub colour: Option<&'a str>,
}

/// Looks over a command line.
pub fn glance(arguments: &[OsString]) -> Glance<'_> {
    let mut glance =
        Glance { language: None, own_language: None, verb: None, asks_for_help: false, wants_json: false, colour: None };
    let (mut previous, mut behind, mut second) = ("", None, None);
    for argument in arguments.iter().skip(1).map(|argument| argument.to_str().unwrap_or("")) {
        if argument == "--" {
            break;
        }
        match argument {
            "-h" | "--help" => glance.asks_for_help = true,
            "--json" | "--format=json" | "--format=ndjson" => glance.wants_json = true,
            "json" | "ndjson" if previous == "--format" => glance.wants_json = true,
            _ => {}
        }
        if let Some(colour) = if previous == "--color" { Some(argument) } else { argument.strip_prefix("--color=") } {
            glance.colour = Some(colour);
        }
        let language = if previous == "--lang" { Some(argument) } else { argument.strip_prefix("--lang=") };
        if let Some(language) = language {
            *(if glance.verb.is_some() { &mut behind } else { &mut glance.language }) = Some(language.to_owned());
        }
        let is_value = options::GLOBAL_WITH_VALUE.contains(&previous);
        if !is_value && !argument.starts_with('-') {
            match glance.verb {
                None => glance.verb = Some(argument),
                Some(_) => second = second.or(Some(argument)),
            }
        }
        previous = argument;
    }
    if let Some(behind) = behind {
        glance.own_language = Language::from_code(&behind);
        // There it is the language of the person that the command is about, not of the one who types it.
        let is_of_person = matches!(
            (glance.verb, second),
            (Some("user" | "usuario"), Some("create" | "crear" | "edit" | "editar" | "import" | "importar"))
        ) && !glance.asks_for_help;
        if !is_of_person {
            glance.language = Some(behind);
        }
    }
    glance
}

/// The language of this command: option, environment, profile, locale, desk.
pub fn choose_language(glance: &Glance<'_>, environment: &Environment, desk: Option<&Path>) -> Language {
    let by_option = glance.language.as_deref().and_then(Language::from_code);
    let by_environment = || environment.language.as_deref().and_then(Language::from_code);
    let by_profile = || {
        if let Some(token) = &environment.token {
            // Nothing lies beside it: whose it is only the desk knows. One that is busy is not waited for, and none is mended for it.
            let store = env::look_at_store(desk?, Duration::ZERO).ok()?;
            return token::language_of_owner(&store, &auth::token_hash(token));
        }
        let state = paths::state_directory(&environment.surroundings).ok()?;
        paths::read_session(&paths::session_path(&state, desk?)).ok()?.map(|session| session.language)
    };
    let by_locale = || environment.locale.as_deref().and_then(Language::from_locale);
    let by_desk = || paths::language_of_desk(desk?);
    by_option.or_else(by_environment).or_else(by_profile).or_else(by_locale).or_else(by_desk).unwrap_or(Language::Spanish)
}

/// The desk that a command line is about, as far as can be told before it is parsed.
pub fn desk_of(arguments: &[OsString], environment: &Environment) -> Option<PathBuf> {
    let mut found = None;
    for (index, argument) in arguments.iter().enumerate() {
        match argument.to_str() {
            Some("--desk") => found = arguments.get(index + 1).map(PathBuf::from),
            Some(text) => {
                if let Some(path) = text.strip_prefix("--desk=") {
                    found = Some(path.into());
                }
            }
            None => {}
        }
    }
    found.or_else(|| environment.desk.clone()).or_else(|| paths::desk_directory(&environment.surroundings).ok())
}
