//! A text of several lines, ended by a line with a single dot. What was typed is never lost, however it ends.

use super::keys::Key;
use super::line::{Draft, Field};
use super::terminal::Session;
use super::{LONGEST_TEXT, PromptError, Unfinished, look};
use crate::ui::card::wrapped;
use crate::ui::{paint, safe};

/// The sentences that a text may need.
pub(super) struct Notes {
    pub(super) hint: String,
    pub(super) not_text: String,
    pub(super) full: String,
}

/// A text on its way.
struct Text<'a> {
    session: &'a mut Session,
    notes: &'a Notes,
    /// The lines that are finished, each with its line end.
    done: String,
    line: Draft,
    field: Field<'static>,
    /// Whether nothing more is taken.
    is_full: bool,
}

/// Reads a text that begins with `start`.
pub(super) fn read(session: &mut Session, label: &str, start: &str, notes: &Notes, colour: bool) -> Result<String, Unfinished> {
    let hint = paint::dim(&wrapped(&notes.hint, session.size().0, 0), colour);
    session.write(&format!("{}\n{hint}\n", look::prompt(label, None).trim_end()))?;
    let mut done = start.to_owned();
    if !done.is_empty() && !done.ends_with('\n') {
        done.push('\n');
    }
    session.write(&safe::block(&done))?;
    let mut text = Text { session, notes, done, line: Draft::default(), field: Field::new(""), is_full: false };
    match text.lines() {
        Ok(()) => Ok(text.done),
        Err(error) => Err(Unfinished::new(error, text.partial())),
    }
}

impl Text<'_> {
    fn lines(&mut self) -> Result<(), PromptError> {
        self.field.draw(self.session, &self.line)?;
        loop {
            match self.session.key()? {
                Key::Enter if self.line.text() == "." => {
                    self.session.is_in_line = false;
                    return self.session.write("\n");
                }
                Key::Enter => self.end_line()?,
                Key::Paste(text) => self.paste(&text)?,
                Key::Tab => self.line.insert("\t"),
                key => {
                    self.line.press(&key);
                    if !matches!(key, Key::Char(_)) {
                        self.field.forget();
                    }
                }
            }
            self.field.draw(self.session, &self.line)?;
        }
    }

    /// Takes pasted lines as they are: a dot among them ends nothing.
    fn paste(&mut self, text: &str) -> Result<(), PromptError> {
        let mut lines = text.split('\n').peekable();
        while let Some(line) = lines.next() {
            self.line.insert(line);
            if lines.peek().is_some() {
                self.field.draw(self.session, &self.line)?;
                self.end_line()?;
            }
        }
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), PromptError> {
        self.line.press(&Key::End);
        self.field.draw(self.session, &self.line)?;
        self.session.is_in_line = false;
        self.session.write("\n")?;
        self.field = Field::new("");
        if self.line.is_not_text {
            self.line = Draft::default();
            return self.session.write(&format!("{}\n", look::error(&self.notes.not_text)));
        }
        let line = self.line.take();
        if self.is_full {
            return Ok(());
        }
        if self.done.len() + line.len() >= LONGEST_TEXT {
            self.is_full = true;
            return self.session.write(&format!("{}\n", look::error(&self.notes.full)));
        }
        self.done.push_str(&line);
        self.done.push('\n');
        Ok(())
    }

    /// What there is, with the line that was not finished.
    fn partial(&self) -> Option<String> {
        let text = format!("{}{}", self.done, self.line.text());
        if text.trim().is_empty() { None } else { Some(text) }
    }
}
