//! Lists on their way to standard output: row by row, gathered into large pieces; on a terminal they stop early and say so.

use serde_json::Map;

use super::front::Front;
use crate::ui::error::Failure;
use crate::ui::present::{Format, Present, Stream, Style};

/// Where a list stops on a terminal.
const ROWS_ON_A_TERMINAL: usize = 25;
/// Bytes that are gathered before they are written.
const BLOCK: usize = 64 * 1024;

/// Bytes on their way to standard output.
pub struct Gathered<'f> {
    front: &'f Front<'f>,
    bytes: Vec<u8>,
}

impl<'f> Gathered<'f> {
    /// Before the first of them.
    pub fn new(front: &'f Front<'f>) -> Self {
        Self { front, bytes: Vec::with_capacity(BLOCK) }
    }

    /// Adds some, and writes what has come together if that is much.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub fn add(&mut self, add: impl FnOnce(&mut Vec<u8>)) -> Result<(), Failure> {
        add(&mut self.bytes);
        if self.bytes.len() < BLOCK {
            return Ok(());
        }
        let printed = self.front.print(&self.bytes);
        self.bytes.clear();
        printed
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub fn finish(self) -> Result<(), Failure> {
        self.front.print(&self.bytes)
    }
}

/// A list that is printed.
pub struct Listing<'f> {
    style: Style<'f>,
    stream: Stream,
    out: Gathered<'f>,
    stops: bool,
}

impl<'f> Listing<'f> {
    /// Before its first row; sets a limit for a list that stops on a terminal.
    pub fn new(front: &'f Front<'f>, limit: &mut Option<usize>) -> Self {
        let style = front.style();
        let stops = style.format == Format::Table && front.environment.stdout_is_terminal && limit.is_none();
        if stops {
            *limit = Some(ROWS_ON_A_TERMINAL);
        }
        Self { stream: Stream::new(&style), style, out: Gathered::new(front), stops }
    }

    /// One more row.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub fn push<T: Present>(&mut self, item: &T) -> Result<(), Failure> {
        let Self { style, stream, out, .. } = self;
        out.add(|bytes| stream.push(style, item, Map::new(), bytes))
    }

    /// One more row of which only its name is known.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub fn push_id(&mut self, id: &str) -> Result<(), Failure> {
        let Self { stream, out, .. } = self;
        out.add(|bytes| stream.push_id(id, bytes))
    }

    /// After its last row: says to people with `empty` that there was none, with `stopped` that there are more.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub fn end<T: Present>(self, more: bool, empty: &str, stopped: &str) -> Result<(), Failure> {
        let Self { style, mut stream, mut out, stops } = self;
        let front = out.front;
        stream.end::<T>(&style, &mut out.bytes);
        out.finish()?;
        if style.format == Format::Table {
            match stream.count() {
                0 => front.say(empty, &[]),
                count if stops && more => front.say(stopped, &[("count", count.into())]),
                _ => {}
            }
        }
        Ok(())
    }
}
