//! The letters of the story: which left, whether they are the right ones, and how they are shown.

use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::letter::Letter;
use super::stage::{Person, Stage};
use crate::ui::card::wrapped;
use crate::ui::error::Failure;
use crate::ui::paint::{self, Tone};
use crate::ui::prompt::PromptError;

/// How long a letter that nobody waits for is looked for.
const PATIENCE: Duration = Duration::from_secs(15);

/// The letter that somebody should get.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// Who.
    pub to: Person,
    /// What has to stand in its subject or its text.
    pub says: &'a str,
}

impl Stage<'_> {
    /// Shows the letters that left since the last time, and sees that they are these and no others.
    ///
    /// # Errors
    /// When they are not.
    pub fn letters(&mut self, expected: &[Expected<'_>]) -> Result<Vec<Letter>, Failure> {
        let letters = self.new_letters(expected.len())?;
        for letter in &letters {
            self.show_letter(letter)?;
        }
        let mut found: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
        let mut wanted: Vec<&str> = expected.iter().map(|expected| expected.to.email).collect();
        found.sort_unstable();
        wanted.sort_unstable();
        if found != wanted {
            let values = [("expected", wanted.join(", ").into()), ("found", found.join(", ").into())];
            return Err(self.differs("demo-wrong-letters", &values));
        }
        for expected in expected {
            let Some(letter) = letters.iter().find(|letter| letter.to == expected.to.email) else { continue };
            let whole = flowing(&format!("{} {}", letter.subject, letter.text));
            if !whole.contains(&flowing(expected.says)) {
                let values = [("subject", letter.subject.as_str().into()), ("text", expected.says.into())];
                return Err(self.differs("demo-wrong-text", &values));
            }
            if letter.language != expected.to.language.code() {
                let values = [
                    ("subject", letter.subject.as_str().into()),
                    ("expected", expected.to.language.code().into()),
                    ("found", letter.language.as_str().into()),
                ];
                return Err(self.differs("demo-wrong-language", &values));
            }
        }
        Ok(letters)
    }

    /// The letters that were not seen yet; if there should be more, it waits for them.
    fn new_letters(&mut self, count: usize) -> Result<Vec<Letter>, Failure> {
        let maildir = self.desk().join("mail").join("new");
        let until = Instant::now() + PATIENCE;
        let mut paths = loop {
            let entries = std::fs::read_dir(&maildir).map(|entries| entries.flatten().map(|entry| entry.path()).collect());
            let mut paths: Vec<PathBuf> = entries.unwrap_or_default();
            paths.retain(|path| !self.seen.contains(path));
            if paths.len() >= count || Instant::now() > until {
                break paths;
            }
            if self.stopped.load(Ordering::Relaxed) {
                return Err(Failure::Prompt(PromptError::Interrupted));
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        paths.sort();
        let read = |path: &PathBuf| Letter::read(path).map_err(|error| Failure::File(path.clone(), error));
        let mut letters = paths.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        letters.sort_by(|one, other| one.to.cmp(&other.to));
        self.seen.extend(paths);
        Ok(letters)
    }

    fn show_letter(&self, letter: &Letter) -> Result<(), Failure> {
        let words = &self.front.words;
        let mut lines = vec![
            paint::bold(&words.format("demo-letter-to", &[("address", letter.to.as_str().into())]), self.front.global.colour),
            words.format("demo-letter-subject", &[("subject", letter.subject.as_str().into())]),
        ];
        if !letter.files.is_empty() {
            lines.push(words.format("demo-letter-files", &[("files", letter.files.join(", ").into())]));
        }
        lines.push(String::new());
        lines.extend(letter.text.lines().map(str::to_owned));
        // Beside its edge a letter has less room than in a mail program.
        let room = self.width().saturating_sub(6);
        let lines: Vec<String> = lines.iter().flat_map(|line| fitted(line, room)).collect();
        let edge = paint::paint("│", Tone::Fresh, false, self.front.global.colour);
        let text: String = lines.iter().map(|line| format!("    {edge} {line}").trim_end().to_owned() + "\n").collect();
        self.show(&format!("\n{text}"))
    }
}

/// A line in as many as it takes.
fn fitted(line: &str, room: usize) -> Vec<String> {
    if paint::width(line) <= room { vec![line.to_owned()] } else { wrapped(line, room, 0).lines().map(str::to_owned).collect() }
}

/// Text with single spaces where it has any white space, so that it does not matter where lines end.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
