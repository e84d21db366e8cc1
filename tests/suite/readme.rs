//! README.md is true: each of its `console` blocks is run, in order, and prints what stands there.
//!
//! `ana$ command` is typed by Ana, in a shell, in an environment with nothing in it but a home directory and a clock that stands
//! still. What is random stands for itself: a six-digit number or a code in README is whatever the program said in its place
//! first, and has to be that ever after; a code that is typed is the one in that person's newest letter. `TAQUILLA_BLESS=1` writes
//! what commands print into README.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use super::support::{Desk, process};

/// Where the Spanish half begins.
const SPANISH: &str = "# Taquilla, en español";
/// What stands in README for numbers that are not there yet.
const NUMBERS: &[&str] = &["856444", "310277", "472901"];

/// A line that is typed and what it prints.
struct Step {
    line: usize,
    who: String,
    command: String,
    output: Vec<String>,
}

/// The blocks of a kind: the line on which each begins, and what is in it.
fn blocks<'t>(text: &'t str, kind: &str) -> Vec<(usize, Vec<&'t str>)> {
    let mut found: Vec<(usize, Vec<&str>)> = Vec::new();
    let mut inside = None;
    for (index, line) in text.lines().enumerate() {
        match (inside, line.strip_prefix("```")) {
            (None, Some(name)) => {
                inside = Some(name == kind);
                if name == kind {
                    found.push((index + 1, Vec::new()));
                }
            }
            (Some(_), Some(_)) => inside = None,
            (Some(true), None) => found.last_mut().unwrap().1.push(line),
            _ => {}
        }
    }
    found
}

/// Who types a line, and what.
fn typed(line: &str) -> Option<(&str, &str)> {
    let (who, command) = line.split_once("$ ")?;
    (!who.is_empty() && who.bytes().all(|byte| byte.is_ascii_lowercase())).then_some((who, command))
}

fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for (start, lines) in blocks(text, "console") {
        assert!(typed(lines[0]).is_some(), "README.md:{start}: the block does not begin with a command");
        for (index, line) in lines.into_iter().enumerate() {
            match typed(line) {
                Some((who, command)) => {
                    let (who, command) = (who.to_owned(), command.to_owned());
                    steps.push(Step { line: start + index + 1, who, command, output: Vec::new() });
                }
                None => steps.last_mut().unwrap().output.push(line.to_owned()),
            }
        }
    }
    steps
}

/// Where the random parts of a text are: six digits, and four of letters and digits twice with a dash between.
fn random_parts(text: &str) -> Vec<(usize, usize)> {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let mut parts = Vec::new();
    let mut start = None;
    for (index, byte) in text.bytes().chain([b' ']).enumerate() {
        match (start, is_word(byte)) {
            (None, true) => start = Some(index),
            (Some(begin), false) => {
                let word = &text[begin..index];
                // A key that a person chose may end with a number.
                let tail = word.rsplit('-').next().unwrap_or_default();
                if tail.len() == 6 && tail.bytes().all(|byte| byte.is_ascii_digit()) {
                    parts.push((index - 6, index));
                } else if is_code(word) {
                    parts.push((begin, index));
                }
                start = None;
            }
            _ => {}
        }
    }
    parts
}

fn is_code(word: &str) -> bool {
    let halves: Vec<&str> = word.split('-').collect();
    let is_half = |half: &&str| half.len() == 4 && half.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    halves.len() == 2 && halves.iter().all(is_half) && halves.concat().bytes().any(|byte| byte.is_ascii_digit())
}

/// A machine that README is tried on: what its random parts are here.
struct Machine {
    desk: Desk,
    locale: &'static str,
    real: BTreeMap<String, String>,
}

impl Machine {
    fn new(locale: &'static str) -> Self {
        Self { desk: Desk::missing(), locale, real: BTreeMap::new() }
    }

    /// A text of README as it is here; codes that nobody has seen are looked up in the letters to `address`.
    fn really(&mut self, text: &str) -> String {
        let mut real = String::new();
        let mut end = 0;
        for (start, stop) in random_parts(text) {
            let part = &text[start..stop];
            if is_code(part) && !self.real.contains_key(part) {
                let address = text.split_whitespace().skip_while(|word| *word != "--email").nth(1).unwrap();
                let letters = super::support::mailbox::read(&self.desk.home().join(".local/share/taquilla/mail"));
                let letters = letters.iter().filter(|letter| letter.to() == address);
                let code = letters.max_by_key(|letter| letter.left_at).unwrap_or_else(|| panic!("no letter to {address}")).code();
                self.real.insert(part.to_owned(), code);
            }
            real.push_str(&text[end..start]);
            real.push_str(self.real.get(part).map_or(part, |known| known));
            end = stop;
        }
        real + &text[end..]
    }

    /// What a command prints here, as README would say it. A part that is new here is what `expected` has in its place.
    fn run(&mut self, step: &Step) -> String {
        let home = self.desk.home().to_owned();
        let command = self.really(&step.command);
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", &format!("{{ {command}\n}} 2>&1")]).env_clear().current_dir(&home);
        let programs = Path::new(env!("CARGO_BIN_EXE_taquilla")).parent().unwrap();
        shell.env("PATH", format!("{}:/usr/bin:/bin", programs.display())).env("LANG", self.locale).env("HOME", &home);
        shell.env("XDG_DATA_HOME", home.join(".local/share")).env("XDG_STATE_HOME", home.join("people").join(&step.who));
        shell.env("TAQUILLA_NOW", super::support::BEGINNING);
        let outcome = process::run(shell, None, process::LIMIT);
        let printed = outcome.text().replace(home.to_str().unwrap(), "~");
        let expected = step.output.join("\n");
        let mut wanted = random_parts(&expected).into_iter().map(|(start, end)| expected[start..end].to_owned());
        let mut shown = String::new();
        let mut end = 0;
        for (start, stop) in random_parts(&printed) {
            let part = &printed[start..stop];
            let known = self.real.iter().find(|(_, real)| *real == part).map(|(name, _)| name.clone());
            let place = wanted.next();
            let name = known.unwrap_or_else(|| {
                let unused = NUMBERS.iter().find(|number| !self.real.contains_key(**number));
                let name = place.filter(|name| !self.real.contains_key(name)).or(unused.map(|name| (*name).to_owned()));
                let name = name.unwrap_or_else(|| part.to_owned());
                self.real.insert(name.clone(), part.to_owned());
                name
            });
            shown.push_str(&printed[end..start]);
            shown.push_str(&name);
            end = stop;
        }
        shown.push_str(&printed[end..]);
        let is_refusal = shown.starts_with('✗') || step.command.contains("$?");
        assert!(outcome.code == Some(0) || is_refusal, "README.md:{}: {outcome}", step.line);
        shown.trim_end().to_owned()
    }
}

#[test]
fn every_console_block_is_true() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let spanish_from = text.lines().position(|line| line == SPANISH).unwrap();
    let steps = steps(&text);
    let (english, spanish): (Vec<_>, Vec<_>) = steps.iter().partition(|step| step.line <= spanish_from);
    assert!(english.len() > 30 && english.len() == spanish.len(), "{} and {}", english.len(), spanish.len());
    let mut faults = Vec::new();
    let mut blessed: BTreeMap<usize, String> = BTreeMap::new();
    for (locale, half) in [("en_US.UTF-8", english), ("es_ES.UTF-8", spanish)] {
        let mut machine = Machine::new(locale);
        for step in half {
            let printed = machine.run(step);
            if printed != step.output.join("\n") {
                let expected = step.output.join("\n");
                faults.push(format!("README.md:{}: {}\nexpected:\n{expected}\nprinted:\n{printed}\n", step.line, step.command));
            }
            blessed.insert(step.line, printed);
        }
    }
    if std::env::var_os("TAQUILLA_BLESS").is_some() {
        std::fs::write(&path, with_outputs(&text, &blessed)).unwrap();
        return;
    }
    assert!(faults.is_empty(), "\n{}\nIf README should say this: TAQUILLA_BLESS=1 cargo test readme", faults.join("\n"));
}

/// README with what commands print in the place of what stood there.
fn with_outputs(text: &str, outputs: &BTreeMap<usize, String>) -> String {
    let mut lines = Vec::new();
    let mut is_output = false;
    for (index, line) in text.lines().enumerate() {
        let output = outputs.get(&(index + 1));
        is_output = output.is_some() || (is_output && !line.starts_with("```"));
        if output.is_some() || !is_output {
            lines.push(line.to_owned());
        }
        lines.extend(output.iter().filter(|output| !output.is_empty()).map(|output| (*output).clone()));
    }
    lines.join("\n") + "\n"
}

#[test]
fn two_commands_stand_at_the_top_of_each_half() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let commands = blocks(&text, "sh");
    assert_eq!(commands.len(), 2);
    assert!(commands.iter().all(|(_, lines)| *lines == ["cargo run --release -- demo", "cargo test"]));
    assert_eq!(commands[0].0, 3, "nothing stands before them but the title");
    let fences = text.lines().filter(|line| line.starts_with("```") && *line != "```");
    assert!(fences.into_iter().all(|line| matches!(line, "```sh" | "```console")), "a block that no test runs");
}

/// The exit codes of the tables are those that the program has.
#[test]
fn both_tables_of_exit_codes_are_whole() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let codes = text.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next()?.parse::<u32>().ok());
    let all: Vec<u32> = (0..=10).chain([130]).collect();
    assert_eq!(codes.collect::<Vec<_>>(), [all.clone(), all].concat());
}
