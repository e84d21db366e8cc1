//! One line that is typed: what is in it, where the cursor stands, and how both are shown on however many rows they take.

use unicode_width::UnicodeWidthChar;
use zeroize::{Zeroize as _, Zeroizing};

use super::keys::Key;
use super::terminal::Session;
use super::{LONGEST_LINE, PromptError};
use crate::domain::text::is_hostile;
use crate::ui::paint;

/// What was typed as a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// A text.
    Text(Zeroizing<String>),
    /// More than may be.
    TooLong,
    /// Bytes that are no text.
    NotText,
}

/// A line on its way.
#[derive(Default)]
pub(super) struct Draft {
    text: Zeroizing<String>,
    /// Where the cursor stands, in bytes, always between characters.
    cursor: usize,
    pub(super) is_not_text: bool,
}

impl Draft {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn take(&mut self) -> Zeroizing<String> {
        self.cursor = 0;
        std::mem::take(&mut self.text)
    }

    /// Puts text in at the cursor.
    pub(super) fn insert(&mut self, text: &str) {
        // One character more than may be shows that it is too long; beyond that nothing is kept.
        let room = (4 * (LONGEST_LINE + 1)).max(super::LONGEST_TEXT + 4).saturating_sub(self.text.len());
        let mut end = text.len().min(room);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        // Growing would leave copies of a secret behind, so a line has its room from the start.
        if self.text.capacity() == 0 {
            self.text.reserve(4 * (LONGEST_LINE + 1));
        }
        self.text.insert_str(self.cursor, &text[..end]);
        self.cursor += end;
    }

    /// Does what a key asks for.
    pub(super) fn press(&mut self, key: &Key) {
        match key {
            Key::Char(character) => self.insert(character.encode_utf8(&mut [0; 4])),
            Key::Backspace => self.remove(self.before(), self.cursor),
            Key::Delete => self.remove(self.cursor, self.after()),
            Key::ClearLine => self.remove(0, self.cursor),
            Key::DeleteWord => {
                let word = self.text[..self.cursor].trim_end();
                let start = word.rfind(char::is_whitespace).map_or(0, |space| space + 1);
                self.remove(start, self.cursor);
            }
            Key::Left => self.cursor = self.before(),
            Key::Right => self.cursor = self.after(),
            Key::Home => self.cursor = 0,
            Key::End => self.cursor = self.text.len(),
            Key::Invalid => self.is_not_text = true,
            _ => {}
        }
    }

    fn remove(&mut self, start: usize, end: usize) {
        if let Some(removed) = self.text.get(start..end) {
            drop(Zeroizing::new(removed.to_owned()));
            self.text.replace_range(start..end, "");
            self.cursor = start;
        }
    }

    /// The place before what is seen as one character.
    fn before(&self) -> usize {
        let visible = |(_, character): &(usize, char)| character.width() != Some(0);
        self.text[..self.cursor].char_indices().rev().find(visible).map_or(0, |(index, _)| index)
    }

    /// The place after what is seen as one character.
    fn after(&self) -> usize {
        let visible = |(_, character): &(usize, char)| character.width() != Some(0);
        self.text[self.cursor..].char_indices().skip(1).find(visible).map_or(self.text.len(), |(index, _)| self.cursor + index)
    }
}

/// Where a line stands on the terminal.
pub(super) struct Field<'a> {
    prompt: &'a str,
    /// The row of the cursor, counted from the prompt's.
    row: usize,
    /// How much of the text is shown, if the cursor stands at its end.
    shown: Option<usize>,
}

impl<'a> Field<'a> {
    /// A field whose prompt stands on the terminal already.
    pub(super) fn new(prompt: &'a str) -> Self {
        Self { prompt, row: 0, shown: Some(0) }
    }

    /// Brings the terminal to where the line is.
    pub(super) fn draw(&mut self, session: &mut Session, draft: &Draft) -> Result<(), PromptError> {
        let width = session.size().0;
        let is_at_end = draft.cursor == draft.text.len();
        let start = paint::width(self.prompt);
        let here = place(start, &draft.text[..draft.cursor], width);
        let mut out = Zeroizing::new(String::new());
        match self.shown {
            // The usual case, which must not cost a whole line for each character of a long one.
            Some(shown) if is_at_end && shown <= draft.text.len() => {
                for character in draft.text[shown..].chars() {
                    show(&mut out, character);
                }
                if here.1 == 0 && shown < draft.text.len() {
                    out.push_str(" \r");
                }
            }
            _ if session.is_plain() => {
                out.push('\n');
                self.whole(&mut out, draft);
            }
            _ => {
                out.push('\r');
                if self.row > 0 {
                    out.push_str(&format!("\u{1b}[{}A", self.row));
                }
                out.push_str("\u{1b}[J");
                self.whole(&mut out, draft);
                let end = place(start, &draft.text, width);
                if end.1 == 0 && end.0 > 0 {
                    out.push_str(" \r");
                }
                if end.0 > here.0 {
                    out.push_str(&format!("\u{1b}[{}A", end.0 - here.0));
                }
                out.push('\r');
                if here.1 > 0 {
                    out.push_str(&format!("\u{1b}[{}C", here.1));
                }
            }
        }
        self.row = here.0;
        self.shown = is_at_end.then_some(draft.text.len());
        session.is_in_line = true;
        session.write(&out)
    }

    fn whole(&self, out: &mut String, draft: &Draft) {
        out.push_str(self.prompt);
        for character in draft.text.chars() {
            show(out, character);
        }
    }

    /// Takes notice that the line has become shorter or another one, so that it has to be drawn anew.
    pub(super) fn forget(&mut self) {
        self.shown = None;
    }
}

/// Asks for a line. A pasted line end is a space, since an answer has only one line.
pub(super) fn read(session: &mut Session, prompt: &str, is_secret: bool) -> Result<Typed, PromptError> {
    let mut draft = Draft::default();
    let mut field = Field::new(prompt);
    session.is_in_line = true;
    session.write(prompt)?;
    field.draw(session, &draft)?;
    loop {
        let mut key = session.key()?;
        match &mut key {
            Key::Enter => break,
            Key::Paste(text) => {
                let line = Zeroizing::new(text.trim_end_matches('\n').replace('\n', " "));
                text.zeroize();
                draft.insert(&line);
            }
            key => {
                draft.press(key);
                if !matches!(key, Key::Char(_)) {
                    field.forget();
                }
            }
        }
        if !is_secret {
            field.draw(session, &draft)?;
        }
    }
    finish(session, &mut field, &mut draft, is_secret)?;
    if draft.is_not_text {
        return Ok(Typed::NotText);
    }
    if draft.text.chars().count() > LONGEST_LINE {
        return Ok(Typed::TooLong);
    }
    Ok(Typed::Text(draft.take()))
}

fn finish(session: &mut Session, field: &mut Field<'_>, draft: &mut Draft, is_secret: bool) -> Result<(), PromptError> {
    if !is_secret && draft.cursor < draft.text.len() {
        draft.press(&Key::End);
        field.draw(session, draft)?;
    }
    session.is_in_line = false;
    session.write("\n")
}

/// The row and the column after `start` columns and this text on a terminal so wide.
fn place(start: usize, text: &str, width: usize) -> (usize, usize) {
    let (mut row, mut column) = (start / width, start % width);
    let mut shown = String::new();
    for character in text.chars() {
        shown.clear();
        show(&mut shown, character);
        for character in shown.chars() {
            let wide = character.width().unwrap_or(0);
            if column + wide > width {
                (row, column) = (row + 1, 0);
            }
            column += wide;
        }
    }
    if column >= width { (row + 1, 0) } else { (row, column) }
}

/// A character as it is shown while it is typed: never obeyed by the terminal.
fn show(out: &mut String, character: char) {
    match character {
        '\t' => out.push_str("    "),
        character if is_hostile(character) => out.extend(character.escape_unicode()),
        character => out.push(character),
    }
}

#[cfg(test)]
mod tests;
