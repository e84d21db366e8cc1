//! What a terminal sends, taken apart into keys. Pure: it reads nothing.

use std::collections::VecDeque;

/// The most bytes of one paste that are kept; the rest is lost, and every question is bounded far below it.
const LONGEST_PASTE: usize = 1024 * 1024;
const PASTE_END: &[u8] = b"\x1b[201~";

/// A key, or something pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Char(char),
    /// Pasted text; its line ends are `\n`.
    Paste(String),
    /// Bytes that are no text.
    Invalid,
    Enter,
    Tab,
    Backspace,
    Delete,
    DeleteWord,
    ClearLine,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    Escape,
    /// Ctrl-C.
    Interrupt,
    /// Ctrl-D.
    EndOfInput,
    /// A key without a meaning here.
    Other,
}

/// Bytes on their way to become keys; what is typed ahead waits here for the next question.
pub(super) struct Decoder {
    bytes: VecDeque<u8>,
    paste: Option<Vec<u8>>,
    is_after_return: bool,
}

impl Decoder {
    /// Nothing typed yet.
    pub(super) const fn new() -> Self {
        Self { bytes: VecDeque::new(), paste: None, is_after_return: false }
    }

    /// Takes bytes from the terminal.
    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes);
    }

    /// Whether a key has begun and its rest is awaited.
    pub(super) fn is_waiting(&self) -> bool {
        !self.bytes.is_empty() || self.paste.is_some()
    }

    /// The next key; `None` if it is not whole yet. With `is_late`, nothing more has come for a while: a beginning is all.
    pub(super) fn next(&mut self, is_late: bool) -> Option<Key> {
        if self.paste.is_some() {
            return self.pasted(is_late);
        }
        let first = *self.bytes.front()?;
        let is_after_return = std::mem::take(&mut self.is_after_return);
        match first {
            b'\n' if is_after_return => {
                self.bytes.pop_front();
                return self.next(is_late);
            }
            0x1b => return self.escape(is_late),
            0x80.. => return self.wide(first, is_late),
            _ => {}
        }
        self.bytes.pop_front();
        self.is_after_return = first == b'\r';
        Some(match first {
            0x01 => Key::Home,
            0x03 => Key::Interrupt,
            0x04 => Key::EndOfInput,
            0x05 => Key::End,
            0x08 | 0x7f => Key::Backspace,
            b'\t' => Key::Tab,
            b'\r' | b'\n' => Key::Enter,
            0x15 => Key::ClearLine,
            0x17 => Key::DeleteWord,
            0x20.. => Key::Char(char::from(first)),
            _ => Key::Other,
        })
    }

    /// A character of several bytes.
    fn wide(&mut self, first: u8, is_late: bool) -> Option<Key> {
        let length = match first {
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => 1,
        };
        let bytes: Vec<u8> = self.bytes.iter().copied().take(length).collect();
        let is_begun = bytes[1..].iter().all(|byte| (0x80..0xc0).contains(byte));
        if bytes.len() < length && is_begun && !is_late {
            return None;
        }
        match std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()) {
            Some(character) => {
                self.bytes.drain(..length);
                Some(Key::Char(character))
            }
            None => {
                self.bytes.pop_front();
                Some(Key::Invalid)
            }
        }
    }

    /// A control sequence.
    fn escape(&mut self, is_late: bool) -> Option<Key> {
        let second = self.bytes.get(1).copied();
        let length = match second {
            None if !is_late => return None,
            None | Some(0x1b) => 1,
            Some(b'[') => {
                let last = self.bytes.iter().skip(2).position(|byte| (0x40..0x7f).contains(byte));
                match last {
                    Some(last) => last + 3,
                    None if is_late || self.bytes.len() > 32 => self.bytes.len(),
                    None => return None,
                }
            }
            Some(b'O') if self.bytes.len() < 3 && !is_late => return None,
            Some(b'O') => self.bytes.len().min(3),
            Some(_) => 2,
        };
        let sequence: Vec<u8> = self.bytes.drain(..length).collect();
        let last = sequence.last().copied().unwrap_or_default();
        let parameters = sequence.get(2..sequence.len().saturating_sub(1)).unwrap_or_default();
        match second {
            None | Some(0x1b) => return Some(Key::Escape),
            Some(b'[' | b'O') => {}
            Some(_) => return Some(Key::Other),
        }
        Some(match (last, parameters) {
            (b'A', _) => Key::Up,
            (b'B', _) => Key::Down,
            (b'C', _) => Key::Right,
            (b'D', _) => Key::Left,
            (b'H', _) | (b'~', b"1" | b"7") => Key::Home,
            (b'F', _) | (b'~', b"4" | b"8") => Key::End,
            (b'~', b"3") => Key::Delete,
            (b'~', b"5") => Key::PageUp,
            (b'~', b"6") => Key::PageDown,
            (b'~', b"200") => {
                self.paste = Some(Vec::new());
                return self.pasted(is_late);
            }
            _ => Key::Other,
        })
    }

    /// What stands between the marks of a paste.
    fn pasted(&mut self, is_late: bool) -> Option<Key> {
        let bytes = self.bytes.make_contiguous();
        let end = bytes.windows(PASTE_END.len()).position(|window| window == PASTE_END);
        // The beginning of the end mark may be there already, so that much is left for the next time.
        let ready = end.unwrap_or((bytes.len() + 1).saturating_sub(PASTE_END.len()));
        // A terminal that never ends its paste must not lock anybody in.
        if end.is_none() && is_late && bytes.contains(&0x03) {
            self.paste = None;
            self.bytes.clear();
            return Some(Key::Interrupt);
        }
        let paste = self.paste.get_or_insert_default();
        paste.extend(self.bytes.drain(..ready));
        paste.truncate(LONGEST_PASTE);
        end?;
        self.bytes.drain(..PASTE_END.len());
        let paste = self.paste.take().unwrap_or_default();
        Some(match String::from_utf8(paste) {
            Ok(text) => Key::Paste(text.replace("\r\n", "\n").replace('\r', "\n")),
            Err(_) => Key::Invalid,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(bytes: &[u8]) -> Vec<Key> {
        let mut decoder = Decoder::new();
        decoder.feed(bytes);
        std::iter::from_fn(|| decoder.next(true)).collect()
    }

    /// The same bytes one at a time, as a slow line brings them.
    fn slowly(bytes: &[u8]) -> Vec<Key> {
        let mut decoder = Decoder::new();
        let mut found = Vec::new();
        for byte in bytes {
            decoder.feed(&[*byte]);
            found.extend(std::iter::from_fn(|| decoder.next(false)));
        }
        found.extend(std::iter::from_fn(|| decoder.next(true)));
        found
    }

    #[test]
    fn keys_are_told_apart_at_every_speed() {
        let cases: &[(&[u8], &[Key])] = &[
            (b"a\xc3\xb1\r", &[Key::Char('a'), Key::Char('ñ'), Key::Enter]),
            (b"a\r\nb\n\n", &[Key::Char('a'), Key::Enter, Key::Char('b'), Key::Enter, Key::Enter]),
            (b"\x1b[A\x1b[1;5D\x1bOB\x1b[3~\x1b[H", &[Key::Up, Key::Left, Key::Down, Key::Delete, Key::Home]),
            (
                b"\x03\x04\x7f\x08\x15\x17",
                &[Key::Interrupt, Key::EndOfInput, Key::Backspace, Key::Backspace, Key::ClearLine, Key::DeleteWord],
            ),
            (b"\xff\xc3a\xe2\x82", &[Key::Invalid, Key::Invalid, Key::Char('a'), Key::Invalid, Key::Invalid]),
            (b"\x1b[200~uno\r\ndos\x1b[201~!", &[Key::Paste("uno\ndos".into()), Key::Char('!')]),
            (b"\x1b[200~\xff\x1b[201~", &[Key::Invalid]),
            (b"\x1b", &[Key::Escape]),
            (b"\x1b\x1b[A", &[Key::Escape, Key::Up]),
            (b"\x1b[", &[Key::Other]),
            (b"\x1bx\x00", &[Key::Other, Key::Other]),
        ];
        for (bytes, expected) in cases {
            assert_eq!(keys(bytes), *expected, "{bytes:?}");
            assert_eq!(slowly(bytes), *expected, "{bytes:?}, slowly");
        }
    }

    #[test]
    fn a_paste_without_an_end_can_be_left() {
        assert_eq!(keys(b"\x1b[200~uno"), vec![]);
        assert_eq!(keys(b"\x1b[200~uno\x03"), vec![Key::Interrupt]);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_bytes_become_keys(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
            let _ = (keys(&bytes), slowly(&bytes));
        }
    }
}
