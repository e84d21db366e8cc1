//! The terminal while a question stands: its mode and its keys. Whatever happens, it is put back as it was.

use std::io::{self, Write as _};
use std::os::fd::AsFd as _;
use std::sync::{MutexGuard, PoisonError};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{InputModes, LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcgetwinsize, tcsetattr};

use super::keys::{Decoder, Key};
use super::{PromptError, TYPED};
use crate::ui::signals::{Hold, News};

/// How long the rest of a control sequence may take before its beginning counts as all of it, in milliseconds.
const PATIENCE_MS: i64 = 50;
const HIDE_CURSOR: &str = "\u{1b}[?25l";
const SHOW_CURSOR: &str = "\u{1b}[?25h";
const MARK_PASTES: &str = "\u{1b}[?2004h";
const LEAVE_PASTES: &str = "\u{1b}[?2004l";

/// Signals kept, and the terminal's mode put back at the end.
pub(super) struct Guard {
    hold: Hold,
    /// None where there is no terminal.
    original: Option<Termios>,
}

impl Guard {
    pub(super) fn new() -> Result<Self, PromptError> {
        let original = tcgetattr(io::stdin()).map_err(io::Error::from)?;
        Ok(Self { hold: Hold::new()?, original: Some(original) })
    }

    /// The same for what may go on without a terminal.
    pub(super) fn of_any() -> Result<Self, PromptError> {
        Ok(Self { hold: Hold::new()?, original: tcgetattr(io::stdin()).ok() })
    }

    /// Whether the terminal is gone.
    pub(super) fn is_gone(&self) -> bool {
        self.original.is_some() && tcgetattr(io::stdin()).is_err()
    }

    /// Whether somebody wants the program to end, told once.
    pub(super) fn news(&self) -> Result<(), PromptError> {
        match self.hold.news() {
            None => Ok(()),
            Some(News::Interrupted) => Err(PromptError::Interrupted),
            Some(News::Ending) => Err(PromptError::HungUp),
        }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // There is nobody to tell if the terminal is gone.
        let _ = self.original.as_ref().map(|original| tcsetattr(io::stdin(), OptionalActions::Now, original));
    }
}

/// A terminal on which a question stands: it hands over keys one by one and shows nothing by itself.
pub(super) struct Session {
    guard: Guard,
    typed: MutexGuard<'static, Decoder>,
    is_plain: bool,
    is_cursor_hidden: bool,
    /// Whether something stands in the line of the cursor, so that whatever comes next needs a line of its own.
    pub(super) is_in_line: bool,
}

impl Session {
    /// Takes the terminal. Nothing may be shown before, or what is typed at once would be echoed.
    pub(super) fn begin(is_plain: bool) -> Result<Self, PromptError> {
        let guard = Guard::new()?;
        let mut mode = tcgetattr(io::stdin()).map_err(io::Error::from)?;
        mode.local_modes -= LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG | LocalModes::IEXTEN;
        mode.input_modes -= InputModes::ICRNL | InputModes::INLCR | InputModes::IGNCR | InputModes::IXON | InputModes::ISTRIP;
        mode.special_codes[SpecialCodeIndex::VMIN] = 1;
        mode.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(io::stdin(), OptionalActions::Now, &mode).map_err(io::Error::from)?;
        let typed = TYPED.lock().unwrap_or_else(PoisonError::into_inner);
        let session = Self { guard, typed, is_plain, is_cursor_hidden: false, is_in_line: false };
        if !is_plain {
            session.write(MARK_PASTES)?;
        }
        Ok(session)
    }

    /// Waits for a key.
    ///
    /// # Errors
    /// Ctrl-C, Ctrl-D, the signals, and the end of the terminal.
    pub(super) fn key(&mut self) -> Result<Key, PromptError> {
        let mut is_late = false;
        loop {
            self.guard.news()?;
            match self.typed.next(is_late) {
                Some(Key::Interrupt) => return Err(PromptError::Interrupted),
                Some(Key::EndOfInput) => return Err(PromptError::EndOfInput),
                Some(key) => return Ok(key),
                None => is_late = !self.listen()?,
            }
        }
    }

    /// Whether something has come from the terminal; waits only as long as an unfinished key lets it.
    fn listen(&mut self) -> Result<bool, PromptError> {
        let patience = Timespec { tv_sec: 0, tv_nsec: PATIENCE_MS * 1_000_000 };
        let patience = self.typed.is_waiting().then_some(&patience);
        let stdin = io::stdin();
        let mut sources = [
            PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN),
            PollFd::from_borrowed_fd(self.guard.hold.bell(), PollFlags::IN),
        ];
        match poll(&mut sources, patience) {
            Ok(0) => return Ok(false),
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => return Ok(true),
            Err(error) => return Err(io::Error::from(error).into()),
        }
        if sources[1].revents().contains(PollFlags::IN) {
            return Ok(true);
        }
        let mut bytes = [0; 4_096];
        match rustix::io::read(stdin.as_fd(), &mut bytes) {
            Ok(0) => Err(PromptError::HungUp),
            Ok(count) => {
                self.typed.feed(&bytes[..count]);
                zeroize::Zeroize::zeroize(&mut bytes);
                Ok(true)
            }
            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => Ok(true),
            Err(error) => Err(io::Error::from(error).into()),
        }
    }

    /// Shows text as it is.
    pub(super) fn write(&self, text: &str) -> Result<(), PromptError> {
        Ok(write(text)?)
    }

    /// Whether the terminal knows no control sequences.
    pub(super) fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// Hides the cursor until the session ends.
    pub(super) fn hide_cursor(&mut self) -> Result<(), PromptError> {
        if !self.is_plain {
            self.is_cursor_hidden = true;
            self.write(HIDE_CURSOR)?;
        }
        Ok(())
    }

    /// The columns and rows of the terminal, 80 by 24 where it does not tell.
    pub(super) fn size(&self) -> (usize, usize) {
        match tcgetwinsize(io::stderr()) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col.into(), size.ws_row.into()),
            _ => (80, 24),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let mut last = String::new();
        if self.is_cursor_hidden {
            last.push_str(SHOW_CURSOR);
        }
        if !self.is_plain {
            last.push_str(LEAVE_PASTES);
        }
        if self.is_in_line {
            last.push('\n');
        }
        let _ = write(&last);
    }
}

/// Writes to standard error, where all talk goes.
pub(super) fn write(text: &str) -> io::Result<()> {
    let mut stderr = io::stderr().lock();
    stderr.write_all(text.as_bytes())?;
    stderr.flush()
}
