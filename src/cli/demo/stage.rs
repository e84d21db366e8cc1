//! Where the story is played: it runs commands as people type them, shows what they print and the letters that leave, and
//! checks both.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value as Json;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

use crate::cli::env;
use crate::cli::front::Front;
use crate::domain::language::Language;
use crate::i18n::Value;
use crate::ui::card::wrapped;
use crate::ui::error::Failure;
use crate::ui::paint::{self, Tone};
use crate::ui::prompt::PromptError;

/// The file that it is read from.
pub const PASSWORD_FILE: &str = "password.txt";
/// What stands before all that a command prints.
const INDENT: &str = "    ";

/// Somebody in the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// What their state is kept under, and how their prompt begins.
    pub key: &'static str,
    /// Their name.
    pub name: &'static str,
    /// Their user name on the desk.
    pub handle: &'static str,
    /// Their address.
    pub email: &'static str,
    /// What they do.
    pub role: &'static str,
    /// The language they read.
    pub language: Language,
}

/// The stage.
pub struct Stage<'f> {
    pub(super) front: &'f Front<'f>,
    program: PathBuf,
    directory: PathBuf,
    /// The files of the letters that were shown.
    pub(super) seen: BTreeSet<PathBuf>,
    people: Vec<Person>,
    commands: u64,
    pub(super) stopped: Arc<AtomicBool>,
}

impl<'f> Stage<'f> {
    /// A stage in a directory that is empty.
    ///
    /// # Errors
    /// When the system does not know this program, or the directory cannot be written.
    pub fn new(front: &'f Front<'f>, directory: &Path) -> Result<Self, Failure> {
        let program = env::program().map_err(|error| Failure::Program("taquilla".to_owned(), error))?;
        let stopped = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            signal_hook::flag::register(signal, Arc::clone(&stopped))
                .map_err(|error| Failure::Program("taquilla".to_owned(), error))?;
        }
        let seen = BTreeSet::new();
        let stage = Self { front, program, directory: directory.to_owned(), seen, people: Vec::new(), commands: 0, stopped };
        // Everybody's. Nothing of it outlives the demonstration but what is kept to be played with.
        stage.file(PASSWORD_FILE, &(stage.words("demo-password") + "\n"))?;
        Ok(stage)
    }

    /// The language that the story is told in.
    pub fn language(&self) -> Language {
        self.front.words.language()
    }

    /// Words of the story.
    pub fn words(&self, id: &str) -> String {
        self.front.words.text(id)
    }

    /// Lays a file where commands are typed.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn file(&self, name: &str, text: &str) -> Result<(), Failure> {
        let path = self.directory.join(name);
        std::fs::write(&path, text).map_err(|error| Failure::File(path, error))
    }

    /// A new scene.
    ///
    /// # Errors
    /// Those of writing.
    pub fn scene(&self, id: &str) -> Result<(), Failure> {
        let title = self.words(id);
        self.show(&format!("\n{}\n", paint::bold(&format!("── {title} ──"), self.front.global.colour)))
    }

    /// What the narrator says.
    ///
    /// # Errors
    /// Those of writing.
    pub fn tell(&self, id: &str, values: &[(&str, Value<'_>)]) -> Result<(), Failure> {
        // The narrator's lines end where the terminal does, not where they end in the catalogue.
        let text = self.front.words.format(id, values).split_whitespace().collect::<Vec<_>>().join(" ");
        self.show(&format!("\n{}\n", wrapped(&text, self.width(), 0)))
    }

    /// How wide a line may be.
    pub(super) fn width(&self) -> usize {
        if self.front.environment.stdout_is_terminal { self.front.environment.width.min(100) } else { 100 }
    }

    /// What a command printed, as it fits: the rows of a table are cut, whatever else is too long goes on in the next line.
    fn indented(&self, text: &str) -> String {
        let width = if self.front.environment.stdout_is_terminal { self.front.environment.width } else { usize::MAX };
        let fit = |line: &str| match line.trim_start().contains("  ") {
            _ if paint::width(line) + INDENT.len() <= width => format!("{INDENT}{line}"),
            true => format!("{INDENT}{}", paint::cut(line, width - INDENT.len())),
            false => wrapped(line, width, INDENT.len()),
        };
        text.lines().map(|line| fit(line).trim_end().to_owned() + "\n").collect()
    }

    /// Runs a command as somebody types it, shows it and what it prints, and sees that it succeeds.
    ///
    /// # Errors
    /// When it does not.
    pub fn run(&mut self, who: Person, line: &[&str]) -> Result<String, Failure> {
        let input = line.contains(&"--password-stdin").then_some(PASSWORD_FILE);
        let verb = line.first().map(|verb| crate::cli::spoken(verb, who.language)).unwrap_or_default();
        let line: Vec<&str> = std::iter::once(verb.as_str()).chain(line.iter().skip(1).copied()).collect();
        let words: Vec<String> = std::iter::once("taquilla").chain(line.iter().copied()).map(quoted).collect();
        let shown = words.join(" ") + &input.map(|file| format!(" < {file}")).unwrap_or_default();
        let colour = self.front.global.colour;
        self.show(&format!("\n{} {}\n", paint::dim(&format!("{} $", self.prompt(who)), colour), paint::bold(&shown, colour)))?;
        let (code, stdout, stderr) = self.execute(who, &line, input)?;
        self.show(&self.indented(&stdout))?;
        self.show(&self.indented(&stderr).lines().map(|line| paint::dim(line, colour) + "\n").collect::<String>())?;
        self.commands += 1;
        if code == Some(0) {
            return Ok(stdout);
        }
        let code = code.map_or_else(|| "–".to_owned(), |code| code.to_string());
        Err(self.differs("demo-wrong-exit", &[("command", shown.into()), ("code", code.into())]))
    }

    /// What stands before a command: who types it.
    fn prompt(&self, who: Person) -> String {
        if who.name.is_empty() { self.words("demo-somebody") } else { who.key.to_owned() }
    }

    /// What a command that is not part of the story says as JSON.
    ///
    /// # Errors
    /// When it fails or says something else.
    pub fn ask(&self, who: Person, line: &[&str]) -> Result<Json, Failure> {
        let line: Vec<&str> = line.iter().copied().chain(["--json"]).collect();
        let (code, stdout, stderr) = self.execute(who, &line, None)?;
        let command = || line.join(" ");
        if code != Some(0) {
            let code = format!("{}: {}", code.unwrap_or(-1), stderr.trim());
            return Err(self.differs("demo-wrong-exit", &[("command", command().into()), ("code", code.into())]));
        }
        serde_json::from_str(&stdout).map_err(|error| {
            self.differs("demo-wrong-exit", &[("command", command().into()), ("code", error.to_string().into())])
        })
    }

    fn execute(&self, who: Person, line: &[&str], input: Option<&str>) -> Result<(Option<i32>, String, String), Failure> {
        let fault = |error| Failure::Program("taquilla".to_owned(), error);
        let mut command = Command::new(&self.program);
        command.args(line).env_clear().current_dir(&self.directory);
        command.env("TAQUILLA_DESK", self.desk()).env("XDG_STATE_HOME", self.state(who)).env("HOME", &self.directory);
        if self.front.global.colour {
            command.env("CLICOLOR_FORCE", "1");
        }
        match input {
            Some(name) => {
                let path = self.directory.join(name);
                command.stdin(File::open(&path).map_err(|error| Failure::File(path, error))?)
            }
            None => command.stdin(Stdio::null()),
        };
        let output = command.output().map_err(fault)?;
        if self.stopped.load(Ordering::Relaxed) {
            return Err(Failure::Prompt(PromptError::Interrupted));
        }
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Ok((output.status.code(), text(output.stdout), text(output.stderr)))
    }

    /// Sees that something is as it should be, and says so in words: what `what` is, and what is said of it.
    ///
    /// # Errors
    /// When it is not.
    pub fn check(&self, what: &str, found: &Json, expected: &str, said: &str) -> Result<(), Failure> {
        let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
        let what = self.words(what);
        if found != expected {
            let values = [("what", what.into()), ("expected", expected.into()), ("found", found.into())];
            return Err(self.differs("demo-wrong-value", &values));
        }
        let mark = paint::paint("✓", Tone::Good, false, self.front.global.colour);
        self.show(&format!("  {mark} {what}: {said}\n"))
    }

    /// Sees that what a command printed has this, or has it not.
    ///
    /// # Errors
    /// When it is otherwise.
    pub fn has(&self, printed: &str, text: &str, should: bool) -> Result<(), Failure> {
        match printed.contains(text) == should {
            true => Ok(()),
            false if should => Err(self.differs("demo-missing-text", &[("text", text.into())])),
            false => Err(self.differs("demo-forbidden-text", &[("text", text.into())])),
        }
    }

    /// Somebody comes into the story.
    pub fn enter(&mut self, who: Person) {
        self.people.push(who);
    }

    /// A difference between what should be and what is.
    pub fn differs(&self, id: &str, values: &[(&str, Value<'_>)]) -> Failure {
        Failure::Demo(self.front.words.format(id, values))
    }

    /// The end: what was done and, if the desk is kept, how to play with it.
    ///
    /// # Errors
    /// Those of writing.
    pub fn end(&self, numbers: &[String], kept: bool) -> Result<(), Failure> {
        if !self.front.is_for_people() {
            let directory = kept.then(|| self.directory.to_string_lossy().into_owned());
            let summary = serde_json::json!({
                "commands": self.commands, "letters": self.seen.len(), "tickets": numbers, "directory": directory,
            });
            return self.front.print(format!("{summary}\n").as_bytes());
        }
        self.scene("demo-end")?;
        self.tell("demo-all-is-well", &[("commands", self.commands.into()), ("letters", self.seen.len().into())])?;
        if !kept {
            return self.tell("demo-gone", &[("program", self.called().into())]);
        }
        let directory = quoted(&self.directory.to_string_lossy());
        let list = format!("{} {}", self.called(), crate::cli::spoken("list", self.language()));
        let values =
            [("directory", directory.into()), ("password", self.words("demo-password").into()), ("command", list.into())];
        self.tell("demo-kept", &values)?;
        for person in &self.people {
            let role = self.words(&format!("ui-role-{}", person.role));
            let values = [("name", person.name.into()), ("role", role.into()), ("email", person.email.into())];
            self.show(&format!(
                "\n  # {}\n  export TAQUILLA_DESK={} XDG_STATE_HOME={}\n",
                self.front.words.format("demo-person", &values),
                quoted(&self.desk().to_string_lossy()),
                quoted(&self.state(*person).to_string_lossy()),
            ))?;
        }
        self.tell("demo-kept-letters", &[("directory", quoted(&self.desk().join("mail").to_string_lossy()).into())])
    }

    /// How this program is called where it may lie on no path.
    fn called(&self) -> String {
        quoted(&self.program.to_string_lossy())
    }

    pub(super) fn show(&self, text: &str) -> Result<(), Failure> {
        if self.front.is_for_people() { self.front.print(text.as_bytes()) } else { Ok(()) }
    }

    pub(super) fn desk(&self) -> PathBuf {
        self.directory.join("desk")
    }

    fn state(&self, who: Person) -> PathBuf {
        self.directory.join("people").join(who.key)
    }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || "-_./:@=,+%".contains(character);
    if !word.is_empty() && word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}
