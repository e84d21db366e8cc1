//! Questions at a terminal: a line, a secret, yes or no, a menu, a text of several lines, an editor.
//!
//! The caller has made sure that standard input and standard error are terminals; nothing else is ever read, `/dev/tty`
//! neither, and nothing is written to standard output. Whatever ends a question — an answer, Ctrl-C, Ctrl-D, a lost line, a
//! signal — the terminal is as it was: cooked, echoing, its cursor shown. The look is dialoguer's, which no other room names;
//! its own loops are not used, since they leave the terminal changed after Ctrl-C, do not see Ctrl-D and say `Page` and `y/n`.
//! Labels come in translated; the few words that a question says by itself stand in the catalogue `prompt`.

mod editor;
mod keys;
mod line;
mod look;
mod menu;
mod terminal;
mod text;

use std::io;
use std::sync::Mutex;

use zeroize::Zeroizing;

use self::keys::Decoder;
use self::line::Typed;
use self::terminal::Session;
use crate::i18n::{Value, Words};
use crate::ui::signals::Hold;

pub use self::editor::{Edited, Editor};

/// The most characters that an answer of one line may have.
pub const LONGEST_LINE: usize = 1_024;
/// The most bytes that a text may have, as long as a message.
pub const LONGEST_TEXT: usize = crate::domain::text::LONGEST_MESSAGE;

/// Why a question has no answer.
#[derive(Debug)]
pub enum PromptError {
    /// Ctrl-C, or the signal of the same name: the program ends with 130.
    Interrupted,
    /// Ctrl-D: cancelled, the program ends with 9.
    EndOfInput,
    /// The line dropped, or somebody ends the program.
    HungUp,
    /// The terminal could not be read or written.
    Failed(io::Error),
}

impl From<io::Error> for PromptError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe | io::ErrorKind::UnexpectedEof => Self::HungUp,
            // What a terminal answers that is gone.
            _ if error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error()) => Self::HungUp,
            _ => Self::Failed(error),
        }
    }
}

/// A text that was not finished, and what there was of it: to be kept as a draft.
///
/// A lost line is told more than once, by the terminal and by every shell above; while this lives none of them ends the program.
#[derive(Debug)]
pub struct Unfinished {
    /// Why it was not finished.
    pub error: PromptError,
    /// What had been written, if anything.
    pub partial: Option<String>,
    _hold: Option<Hold>,
}

impl Unfinished {
    /// Without a hold there is still the text.
    pub(crate) fn new(error: PromptError, partial: Option<String>) -> Self {
        Self { error, partial, _hold: Hold::new().ok() }
    }
}

impl From<PromptError> for Unfinished {
    fn from(error: PromptError) -> Self {
        Self { error, partial: None, _hold: None }
    }
}

/// Where an item of a menu leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leads {
    /// To one of the things that the menu is about.
    #[default]
    To,
    /// To more of them, so it is not one of them.
    On,
    /// Back to where one came from, as the key Esc does.
    Back,
}

/// What a menu offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What it says; hostile characters are dealt with here.
    pub text: String,
    /// Whether it is bold, as unread things are.
    pub bold: bool,
    /// Where it leads.
    pub leads: Leads,
}

impl<T: Into<String>> From<T> for Item {
    fn from(text: T) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// What was typed and not read yet: whoever asks next gets it, as from a line that is read by one program alone.
static TYPED: Mutex<Decoder> = Mutex::new(Decoder::new());

/// Asks one person, one question after the other.
pub struct Prompter<'a> {
    words: &'a Words,
    colour: bool,
    is_plain: bool,
}

impl<'a> Prompter<'a> {
    /// A prompter in these words, with colour or without.
    pub fn new(words: &'a Words, colour: bool) -> Self {
        look::set_colour(colour);
        Self { words, colour, is_plain: false }
    }

    /// The same prompter for a terminal that knows no control sequences (`TERM=dumb`): menus are numbered.
    #[must_use]
    pub fn plain(self, is_plain: bool) -> Self {
        Self { is_plain, ..self }
    }

    /// Asks for one line, at most 1,024 characters, its ends trimmed; nothing typed is the default, or else empty.
    ///
    /// # Errors
    /// `PromptError` when there is no answer.
    pub fn line(&mut self, label: &str, default: Option<&str>) -> Result<String, PromptError> {
        let prompt = look::prompt(label, default);
        let answer = self.ask(&prompt, false)?;
        match default {
            Some(default) if answer.trim().is_empty() => Ok(default.to_owned()),
            _ => Ok(answer.trim().to_owned()),
        }
    }

    /// Asks for a line that is not shown; nothing typed is empty, and nothing is trimmed.
    ///
    /// # Errors
    /// `PromptError` when there is no answer.
    pub fn secret(&mut self, label: &str) -> Result<Zeroizing<String>, PromptError> {
        let prompt = look::prompt(label, None);
        self.ask(&prompt, true)
    }

    /// Asks yes or no, with the letters of the language; nothing typed is the default, if there is one.
    ///
    /// # Errors
    /// `PromptError` when there is no answer.
    pub fn confirm(&mut self, label: &str, default: Option<bool>) -> Result<bool, PromptError> {
        let letters = |id: &str, is_default: bool| {
            let letter = self.words.text(id);
            if is_default { letter.to_uppercase() } else { letter }
        };
        let yes = letters("prompt-yes", default == Some(true));
        let no = letters("prompt-no", default == Some(false));
        let prompt = look::prompt(&format!("{label} [{yes}/{no}]"), None);
        loop {
            let answer = self.ask(&prompt, false)?.trim().to_lowercase();
            let is_one_of = |id: &str| self.words.text(id).split_whitespace().any(|word| word == answer);
            match default {
                Some(default) if answer.is_empty() => return Ok(default),
                _ if is_one_of("prompt-yes-words") => return Ok(true),
                _ if is_one_of("prompt-no-words") => return Ok(false),
                _ => self.complain(&self.words.text("prompt-yes-or-no"))?,
            }
        }
    }

    /// Lets choose one of some items with the arrow keys, beginning at `default`; the index of the chosen one.
    ///
    /// # Errors
    /// `PromptError` when there is no answer, or when there are no items.
    pub fn choose(&mut self, label: &str, items: &[Item], default: usize) -> Result<usize, PromptError> {
        if items.is_empty() {
            return Err(PromptError::Failed(io::ErrorKind::InvalidInput.into()));
        }
        if self.is_plain {
            return self.choose_by_number(label, items, default);
        }
        let goes_back = items.iter().any(|item| item.leads == Leads::Back);
        let hint = self.words.text(if goes_back { "prompt-menu-hint-back" } else { "prompt-menu-hint" });
        let mut session = Session::begin(self.is_plain)?;
        menu::choose(&mut session, &menu::Menu { label, items, hint: &hint, colour: self.colour }, default)
    }

    /// Asks for a text of several lines, ended by a line with a single dot; `start` is what there is of it already.
    ///
    /// # Errors
    /// `Unfinished` with what was typed so far.
    pub fn text(&mut self, label: &str, start: &str) -> Result<String, Unfinished> {
        let notes = text::Notes {
            hint: self.words.text("prompt-text-hint"),
            not_text: self.words.text("prompt-not-text"),
            full: self.words.format("prompt-text-full", &[("most", Value::from(LONGEST_TEXT / 1_024))]),
        };
        let mut session = Session::begin(self.is_plain)?;
        text::read(&mut session, label, start, &notes, self.colour)
    }

    fn choose_by_number(&mut self, label: &str, items: &[Item], default: usize) -> Result<usize, PromptError> {
        {
            let session = Session::begin(true)?;
            for (index, item) in items.iter().enumerate() {
                session.write(&format!("{:>3}. {}\n", index + 1, super::safe::line(&item.text)))?;
            }
        }
        let number = self.words.format("prompt-number", &[("count", Value::from(items.len()))]);
        loop {
            let answer = self.line(label, Some(&(default.min(items.len() - 1) + 1).to_string()))?;
            match answer.parse::<usize>() {
                Ok(chosen) if (1..=items.len()).contains(&chosen) => return Ok(chosen - 1),
                _ => self.complain(&number)?,
            }
        }
    }

    /// Asks until what was typed is text that is not too long.
    fn ask(&mut self, prompt: &str, is_secret: bool) -> Result<Zeroizing<String>, PromptError> {
        loop {
            let typed = {
                let mut session = Session::begin(self.is_plain)?;
                line::read(&mut session, prompt, is_secret)?
            };
            match typed {
                Typed::Text(text) => return Ok(text),
                Typed::TooLong => {
                    let most = Value::from(LONGEST_LINE);
                    self.complain(&self.words.format("prompt-too-long", &[("most", most)]))?;
                }
                Typed::NotText => self.complain(&self.words.text("prompt-not-text"))?,
            }
        }
    }

    fn complain(&self, words: &str) -> Result<(), PromptError> {
        terminal::write(&format!("{}\n", look::error(words)))?;
        Ok(())
    }
}
