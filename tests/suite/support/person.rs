//! Somebody at a desk: a session of their own, and the commands they type.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use super::PASSWORD;
use super::desk::Desk;
use super::process::{self, Outcome};

/// Somebody at a desk, logged in or not: whose session it is says the directory for state that only they have.
#[derive(Clone)]
pub struct Person<'d> {
    desk: &'d Desk,
    key: String,
    name: String,
    email: String,
}

impl<'d> Person<'d> {
    /// Somebody whose session lies under `key`, and whose address is `KEY@example.com`.
    pub fn new(desk: &'d Desk, key: &str, name: &str) -> Self {
        Self { desk, key: key.to_owned(), name: name.to_owned(), email: format!("{key}@example.com") }
    }

    /// The same person at another terminal, where nobody is logged in.
    #[must_use]
    pub fn elsewhere(&self) -> Self {
        Self { key: format!("{}-elsewhere", self.key), ..self.clone() }
    }

    /// Their name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Their address.
    pub fn email(&self) -> &str {
        &self.email
    }

    /// Their handle, as the desk tells it.
    #[track_caller]
    pub fn handle(&self) -> String {
        self.json(["whoami"])["handle"].as_str().unwrap().to_owned()
    }

    /// The directory for state that only they have.
    pub fn state(&self) -> PathBuf {
        self.desk.home().join("state").join(&self.key)
    }

    /// Logs in with the password that everybody here has.
    #[track_caller]
    pub fn log_in(&self) -> Outcome {
        self.command(["login", "--email", &self.email, "--password-stdin"]).stdin(format!("{PASSWORD}\n")).run()
    }

    /// A command line of theirs, to be run as it is or with more said about it.
    pub fn command<I: IntoIterator<Item: AsRef<OsStr>>>(&self, words: I) -> Run<'_> {
        let words = words.into_iter().map(|word| word.as_ref().to_owned()).collect();
        Run { person: self, words, input: None, mail: Some("wait".to_owned()), environment: Vec::new() }
    }

    /// Runs a command line with nothing to read.
    #[track_caller]
    pub fn run<I: IntoIterator<Item: AsRef<OsStr>>>(&self, words: I) -> Outcome {
        self.command(words).run()
    }

    /// Runs a command line that must be refused, under `--json`, and gives what stands under `error`.
    #[track_caller]
    pub fn refused<I: IntoIterator<Item: AsRef<OsStr>>>(&self, words: I, exit: i32, code: &str) -> serde_json::Value {
        self.command(words).json().run().refused(exit, code).error()
    }

    /// Opens a ticket of theirs, whose letters wait, and gives its number.
    #[track_caller]
    pub fn opens(&self, subject: &str) -> String {
        let opened = self.command(["open", "--subject", subject, "-m", "Una pregunta"]).mail("queue").json().run().ok().json();
        opened["number"].as_str().unwrap().to_owned()
    }

    /// A ticket as they are shown it, which leaves it unread.
    #[track_caller]
    pub fn sees(&self, number: &str) -> serde_json::Value {
        self.json(["show", number, "--no-mark", "--all"])
    }

    /// Runs a command line that must succeed, whose letters wait.
    #[track_caller]
    pub fn does<I: IntoIterator<Item: AsRef<OsStr>>>(&self, words: I) -> Outcome {
        self.command(words).mail("queue").run().ok()
    }

    /// What a command line that must succeed prints as JSON; `--json` is put before it.
    #[track_caller]
    pub fn json<I: IntoIterator<Item: AsRef<OsStr>>>(&self, words: I) -> serde_json::Value {
        self.command(words).json().run().ok().json()
    }
}

/// A command line, its input and its surroundings.
#[must_use]
pub struct Run<'p> {
    person: &'p Person<'p>,
    words: Vec<OsString>,
    input: Option<Vec<u8>>,
    mail: Option<String>,
    environment: Vec<(OsString, Option<OsString>)>,
}

impl Run<'_> {
    /// Gives it something to read; without it there is nothing.
    pub fn stdin(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = Some(input.into());
        self
    }

    /// Says `--json` before it.
    pub fn json(mut self) -> Self {
        self.words.insert(0, "--json".into());
        self
    }

    /// Says another `--mail` than `wait`, which would wait until its letters have left.
    pub fn mail(mut self, way: &str) -> Self {
        self.mail = Some(way.to_owned());
        self
    }

    /// Says no `--mail` at all, so that the desk's settings decide.
    pub fn mail_as_set(mut self) -> Self {
        self.mail = None;
        self
    }

    /// Sets a variable of its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.environment.push((name.into(), Some(value.as_ref().to_owned())));
        self
    }

    /// Takes a variable out of its environment.
    pub fn without(mut self, name: &str) -> Self {
        self.environment.push((name.into(), None));
        self
    }

    /// The command, not started yet, for tests that start it in ways of their own.
    pub fn build(&self) -> std::process::Command {
        let mut command = self.person.desk.program();
        command.env("XDG_STATE_HOME", self.person.state());
        if let Some(way) = &self.mail {
            command.args(["--mail", way]);
        }
        command.args(&self.words);
        for (name, value) in &self.environment {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
    }

    /// Runs it to its end.
    ///
    /// # Panics
    /// If it does not come to one within a minute.
    #[track_caller]
    pub fn run(self) -> Outcome {
        process::run(self.build(), self.input.as_deref(), process::LIMIT)
    }
}
