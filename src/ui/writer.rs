//! The one way to standard output and standard error: buffered, and deaf after the first failure.
//!
//! A reader that closes its end (`taquilla list | head`) is no error and is not complained about; any other failure, such as a
//! full disk, is handed over once, when the writing is finished. It knows no formats and no words.

use std::io::{self, ErrorKind, Write};

/// How much is gathered before it is written, in bytes.
const BUFFER: usize = 32 * 1024;

/// How a piece of writing has ended.
#[derive(Debug)]
pub enum Ending {
    /// All of it has been written.
    Written,
    /// Nobody reads any longer; there is nothing to say about it.
    Closed,
    /// It could not be written.
    Failed(io::Error),
}

/// A writer that remembers its first failure and then swallows everything.
pub struct Writer<'a> {
    sink: &'a mut dyn Write,
    buffer: Vec<u8>,
    failure: Option<io::Error>,
    is_open: bool,
}

impl<'a> Writer<'a> {
    /// A writer to this sink, which may be a test's.
    pub fn new(sink: &'a mut dyn Write) -> Self {
        Self { sink, buffer: Vec::new(), failure: None, is_open: true }
    }

    /// Writes text as it is.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Writes text and a line end.
    pub fn line(&mut self, text: &str) {
        self.text(text);
        self.bytes(b"\n");
    }

    /// Writes bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        if !self.is_open {
            return;
        }
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= BUFFER {
            self.pass_on();
        }
    }

    /// Whether anybody still reads: a long piece of writing may stop where it is not so.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Hands over what has been gathered, so that it is seen now.
    pub fn show(&mut self) {
        self.pass_on();
        if self.is_open
            && let Err(error) = self.sink.flush()
        {
            self.fail(error);
        }
    }

    /// Ends the writing and says how it went.
    pub fn finish(mut self) -> Ending {
        self.show();
        match (self.is_open, self.failure.take()) {
            (_, Some(error)) => Ending::Failed(error),
            (true, None) => Ending::Written,
            (false, None) => Ending::Closed,
        }
    }

    fn pass_on(&mut self) {
        if self.is_open
            && let Err(error) = self.sink.write_all(&self.buffer)
        {
            self.fail(error);
        }
        self.buffer.clear();
    }

    fn fail(&mut self, error: io::Error) {
        self.is_open = false;
        if error.kind() != ErrorKind::BrokenPipe {
            self.failure = Some(error);
        }
    }
}

/// For what writes by itself, such as CSV: it is told at once that nobody reads, and [`Writer::finish`] says why.
impl Write for Writer<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes(bytes);
        if self.is_open { Ok(bytes.len()) } else { Err(ErrorKind::BrokenPipe.into()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.show();
        if self.is_open { Ok(()) } else { Err(ErrorKind::BrokenPipe.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes so many bytes and then fails in this way.
    struct Short {
        room: usize,
        failure: ErrorKind,
        calls_after: usize,
    }

    impl Write for Short {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.room == 0 {
                self.calls_after += 1;
                return Err(self.failure.into());
            }
            let taken = bytes.len().min(self.room);
            self.room -= taken;
            Ok(taken)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn all_is_written_in_order() {
        let mut sink = Vec::new();
        let mut writer = Writer::new(&mut sink);
        writer.line("uno");
        writer.text("dos");
        writer.bytes(b"!\n");
        writer.text(&"x".repeat(BUFFER));
        assert!(matches!(writer.finish(), Ending::Written));
        assert_eq!(sink, format!("uno\ndos!\n{}", "x".repeat(BUFFER)).into_bytes());
    }

    #[test]
    fn a_closed_pipe_ends_quietly_and_at_once() {
        let mut sink = Short { room: 10, failure: ErrorKind::BrokenPipe, calls_after: 0 };
        let mut writer = Writer::new(&mut sink);
        writer.text(&"x".repeat(BUFFER));
        assert!(!writer.is_open());
        writer.text(&"x".repeat(BUFFER));
        assert!(io::Write::write(&mut writer, b"y").is_err());
        assert!(matches!(writer.finish(), Ending::Closed));
        assert_eq!(sink.calls_after, 1);
    }

    #[test]
    fn another_failure_is_told_once() {
        let mut sink = Short { room: 0, failure: ErrorKind::StorageFull, calls_after: 0 };
        let mut writer = Writer::new(&mut sink);
        writer.line("uno");
        writer.show();
        writer.line("dos");
        match writer.finish() {
            Ending::Failed(error) => assert_eq!(error.kind(), ErrorKind::StorageFull),
            ending => panic!("{ending:?}"),
        }
        assert_eq!(sink.calls_after, 1);
    }
}
