//! What every verb works with: the chosen language and form of output, the desk, the session, and the ways to ask and to tell.
//!
//! No rule of the desk stands here. The store is opened for each use case and never held while somebody is asked.

mod finish;

use std::cell::{Cell, RefCell};
use std::io::Write;
use std::time::Duration;

use chrono_tz::Tz;
use clap::ArgMatches;

use super::env::{self, Engine, Environment};
use super::global::{Global, MailMode};
use super::{options, rules};
use crate::app::change::Call;
use crate::app::keys::KeyUse;
use crate::app::{App, Credentials};
use crate::auth;
use crate::clock::Clock;
use crate::domain::language::Language;
use crate::domain::time::Timestamp;
use crate::i18n::dates::Dates;
use crate::i18n::{Value, Words};
use crate::ui::error::Failure;
use crate::ui::present::{Format, Style};
use crate::ui::progress::{Bar, Waiting};
use crate::ui::talk::wrapped;
use crate::ui::writer::{Ending, Writer};

/// For how long a command that is done waits for the desk, to write down what is only useful to know.
const LONGEST_AFTERWARDS: Duration = Duration::from_millis(200);

/// The surroundings of one command.
pub struct Front<'e> {
    /// The process.
    pub environment: &'e Environment,
    /// The options that every verb takes.
    pub global: Global,
    /// The words of the chosen language.
    pub words: Words,
    /// The moment of the command.
    pub now: Timestamp,
    /// The clock it is read from.
    pub clock: Clock,
    /// The language named behind the verb: with verbs that are about a person, that person's.
    pub own_language: Option<Language>,
    /// Whether nothing more is told, because standard error is to hold one error object alone.
    pub is_hushed: Cell<bool>,
    /// The language beside the session, as its file was read last.
    pub copied_language: Cell<Option<Language>>,
    /// What was asked for at prompts: options and values, for the command line that would have given them.
    pub asked: RefCell<Vec<(String, String)>>,
    /// Whether the menus lead: what was done is then told in a sentence, and its record is not printed.
    pub guided: bool,
}

impl Front<'_> {
    /// Opens the desk's store.
    ///
    /// # Errors
    /// Those of the engine.
    pub fn store(&self) -> Result<Engine, Failure> {
        Ok(env::open_store(&self.global.desk, self.global.wait)?)
    }

    /// The use cases, as whoever has the token of the environment or, without one, the session.
    ///
    /// # Errors
    /// When the session's file cannot be read or no randomness can be had.
    pub fn app<'s>(&self, store: &'s Engine) -> Result<App<'s, Engine>, Failure> {
        let credentials = match &self.environment.token {
            // It beats the session also where it will not do: a script must not go on as somebody else.
            Some(token) => Credentials::Token(auth::token_hash(token)),
            None => self.session()?.map_or(Credentials::Guest, |session| Credentials::Session(session.secret.hash())),
        };
        self.app_as(store, credentials)
    }

    /// The use cases, as whoever these credentials are of.
    ///
    /// # Errors
    /// When no randomness can be had.
    pub fn app_as<'s>(&self, store: &'s Engine, credentials: Credentials) -> Result<App<'s, Engine>, Failure> {
        let app = App::new(store, self.now, env::seed()?, credentials, self.words.language());
        Ok(app.with_defaults(rules::DEFAULTS))
    }

    /// Does one thing with the desk, whose store is open only for that.
    ///
    /// # Errors
    /// Those of the store and of `f`.
    pub fn with<T>(&self, f: impl FnOnce(&App<'_, Engine>) -> Result<T, Failure>) -> Result<T, Failure> {
        let store = self.store()?;
        let app = self.app(&store)?;
        let done = f(&app)?;
        self.conclude(&app);
        Ok(done)
    }

    /// Ends a command that is done: keeps the language that its person has now, and writes down that the session was used, if a
    /// command that only read is the first to use it for long.
    pub fn conclude(&self, app: &App<'_, Engine>) {
        self.keep_language_of(app);
        if app.has_unwritten_use() {
            self.afterwards(|app| app.write_use_down());
        }
    }

    /// Writes down something about a command that is done: nothing to fail for, and nothing that anybody should wait for.
    pub fn afterwards(&self, f: impl FnOnce(&App<'_, Engine>) -> Result<(), crate::app::Error>) {
        let wait = self.global.wait.min(LONGEST_AFTERWARDS);
        let written = env::open_store(&self.global.desk, wait).map_err(Failure::from).and_then(|store| {
            f(&self.app(&store)?)?;
            Ok(())
        });
        drop(written);
    }

    /// The use cases, as whoever has the session or, where it cannot be read, as nobody in particular.
    ///
    /// # Errors
    /// When no randomness can be had.
    pub fn app_or_guest<'s>(&self, store: &'s Engine) -> Result<App<'s, Engine>, Failure> {
        self.app(store).or_else(|_| self.app_as(store, Credentials::Guest))
    }

    /// The same as nobody in particular: what guests may do needs no session, which may be damaged.
    ///
    /// # Errors
    /// Those of the store and of `f`.
    pub fn with_guest<T>(&self, f: impl FnOnce(&App<'_, Engine>) -> Result<T, Failure>) -> Result<T, Failure> {
        let store = self.store()?;
        f(&self.app_as(&store, Credentials::Guest)?)
    }

    /// The same as whoever the desk's files belong to: the upkeep needs no login.
    ///
    /// # Errors
    /// Those of the store and of `f`.
    pub fn with_owner<T>(&self, f: impl FnOnce(&App<'_, Engine>) -> Result<T, Failure>) -> Result<T, Failure> {
        let store = self.store()?;
        f(&self.app_as(&store, Credentials::Owner)?)
    }

    /// How a change is to be made; `request` is all that the key stands for.
    pub fn call(&self, verb: &str, matches: &ArgMatches, request: &dyn std::fmt::Debug) -> Call {
        let key =
            options::owned(matches, "key").map(|key| KeyUse::new(key, &[verb.as_bytes(), format!("{request:?}").as_bytes()]));
        Call { dry_run: options::is_set(matches, "dry-run"), key, ..self.plain_call() }
    }

    /// How a change is made that no option says more about.
    pub fn plain_call(&self) -> Call {
        Call { lease: self.global.mail != Some(MailMode::Queue), ..Call::default() }
    }

    /// How things are shown.
    pub fn style(&self) -> Style<'_> {
        let width = if self.environment.stdout_is_terminal { self.environment.width } else { usize::MAX };
        Style {
            words: &self.words,
            format: self.global.format,
            fields: self.global.fields.clone(),
            may_rehearse: self.global.may_rehearse,
            width,
            colour: self.global.colour,
            now: self.now,
        }
    }

    /// The words of this command for somebody whose language is known only now.
    pub fn words_for(&self, language: Language) -> Words {
        Words::new(self.global.named_language.unwrap_or(language))
    }

    /// Writes data to standard output.
    ///
    /// # Errors
    /// `ClosedPipe` when nobody reads any more; `Output` for a full disk and its like.
    pub fn print(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut stdout = std::io::stdout().lock();
        let mut writer = Writer::new(&mut stdout);
        writer.bytes(bytes);
        ending(writer.finish())
    }

    /// Tells the person something, unless they want quiet.
    pub fn say(&self, id: &str, values: &[(&str, Value<'_>)]) {
        self.say_in(&self.words, id, values);
    }

    /// The same in words other than those of the command.
    pub fn say_in(&self, words: &Words, id: &str, values: &[(&str, Value<'_>)]) {
        if !self.global.quiet && !self.is_hushed.get() {
            let text = words.format(id, values);
            self.tell_sentence(&text);
        }
    }

    /// Writes a sentence to standard error, wrapped where that is a terminal.
    pub fn tell_sentence(&self, text: &str) {
        self.tell(&wrapped(text, self.environment.talk_width(), 0));
    }

    /// Tells the person something that is worded already, unless they want quiet.
    pub fn talk(&self, text: &str) {
        if !self.global.quiet && !self.is_hushed.get() {
            self.tell_sentence(text);
        }
    }

    /// Writes a line to standard error.
    pub fn tell(&self, text: &str) {
        self.write_stderr(format!("{text}\n").as_bytes());
    }

    /// Writes bytes to standard error as they are.
    pub fn write_stderr(&self, bytes: &[u8]) {
        // Nobody can be told that nobody can be told.
        let _ = std::io::stderr().lock().write_all(bytes);
    }

    /// Whether somebody sits at a terminal and may be asked.
    pub fn can_ask(&self) -> bool {
        !self.global.no_input && self.environment.stdin_is_terminal && self.environment.stderr_is_terminal
    }

    /// A line that says how far something is; shown to somebody who looks, if it takes long.
    pub fn bar(&self, id: &str) -> Bar {
        Bar::new(self.is_watched().then(|| self.words.text(id)))
    }

    /// The same for what cannot be counted.
    pub fn waiting(&self, id: &str) -> Waiting {
        Waiting::new(self.is_watched().then(|| self.words.text(id)))
    }

    /// Whether somebody looks at standard error while a command runs.
    fn is_watched(&self) -> bool {
        self.environment.stderr_is_terminal && !self.environment.is_dumb && !self.global.quiet && !self.is_hushed.get()
    }

    /// Whether standard error takes colour.
    pub fn talks_in_colour(&self) -> bool {
        self.global.talk_colour
    }

    /// Whether a person, not a machine, reads the data.
    pub fn is_for_people(&self) -> bool {
        self.global.format == Format::Table
    }

    /// Dates for people in a zone.
    pub fn dates(&self, zone: Tz) -> Dates<'_> {
        Dates::new(&self.words, zone, self.now)
    }
}

/// The end of writing as the end of a command.
///
/// # Errors
/// `ClosedPipe`, `Output`.
pub fn ending(ending: Ending) -> Result<(), Failure> {
    match ending {
        Ending::Written => Ok(()),
        Ending::Closed => Err(Failure::ClosedPipe),
        Ending::Failed(error) => Err(Failure::Output(error)),
    }
}
