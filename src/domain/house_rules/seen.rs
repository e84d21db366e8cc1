//! A text as people see it, taken apart.

use std::cell::OnceCell;
use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::words::{self, Sign};
use crate::domain::search;
use crate::domain::text;

/// What begins an order to a terminal.
const ESCAPE: char = '\u{1b}';

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters.
    Word,
    /// Digits.
    Digits,
    /// White space on one line.
    Blank,
    /// White space with a line end in it.
    Line,
    /// Anything else, one of it.
    Mark(char),
}

/// A piece of a text: where it is in what is seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) shape: Shape,
    from: u32,
    to: u32,
}

impl Piece {
    pub(super) fn start(self) -> usize {
        self.from as usize
    }

    pub(super) fn end(self) -> usize {
        self.to as usize
    }

    pub(super) fn is(self, mark: char) -> bool {
        self.shape == Shape::Mark(mark)
    }

    pub(super) fn is_white(self) -> bool {
        matches!(self.shape, Shape::Blank | Shape::Line)
    }
}

/// A text in small letters and plain forms, with where each of its bytes comes from.
pub(super) struct Seen<'t> {
    /// The text as it was given.
    pub(super) given: &'t str,
    /// The text as it is seen.
    pub(super) shown: String,
    pub(super) pieces: Vec<Piece>,
    from: Vec<u32>,
    to: Vec<u32>,
    signs: OnceCell<Vec<Option<Sign>>>,
}

impl<'t> Seen<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut seen = Self {
            given: text,
            shown: String::with_capacity(text.len()),
            pieces: Vec::new(),
            from: Vec::with_capacity(text.len()),
            to: Vec::with_capacity(text.len()),
            signs: OnceCell::new(),
        };
        let mut characters = text.char_indices();
        while let Some((at, character)) = characters.next() {
            // What colours words on a terminal is no part of them: `ESC [31m`.
            if character == ESCAPE && characters.as_str().starts_with('[') {
                characters.find(|(_, part)| part.is_ascii_alphabetic() || *part == '\n');
                continue;
            }
            seen.take(at, character);
        }
        seen.take_apart();
        seen
    }

    fn take(&mut self, at: usize, character: char) {
        if character.is_ascii() {
            return self.push(at, character.len_utf8(), character.to_ascii_lowercase());
        }
        if let Some(digit) = digit(character) {
            return self.push(at, character.len_utf8(), digit);
        }
        let length = character.len_utf8();
        match character {
            _ if text::is_invisible(character) || text::is_hostile(character) && !is_line_end(character) => {}
            // What makes a key of a digit belongs to it.
            '\u{fe00}'..='\u{fe0f}' | '\u{20e3}' => {
                if let (Some(last), Ok(end)) = (self.to.last_mut(), u32::try_from(at + length)) {
                    *last = end;
                }
            }
            '\u{180e}' => {}
            _ if is_line_end(character) => self.push(at, length, '\n'),
            _ if character.is_whitespace() => self.push(at, length, ' '),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => self.push(at, length, '-'),
            _ => decompose_compatible(character, |part| {
                if !is_combining_mark(part) {
                    for part in part.to_lowercase().flat_map(search::plain) {
                        self.push(at, length, digit(part).unwrap_or(part));
                    }
                }
            }),
        }
    }

    fn push(&mut self, at: usize, length: usize, character: char) {
        // A text has at most 256 KiB; what would be longer than the numbers reach is cut off rather than misplaced.
        let (Ok(from), Ok(to)) = (u32::try_from(at), u32::try_from(at + length)) else { return };
        self.shown.push(character);
        self.from.resize(self.shown.len(), from);
        self.to.resize(self.shown.len(), to);
    }

    fn take_apart(&mut self) {
        let mut digits_in_disguise = Vec::new();
        let mut characters = self.shown.char_indices().peekable();
        while let Some((start, first)) = characters.next() {
            let shape = shape(first);
            let mut end = start + first.len_utf8();
            let mut is_line = first == '\n';
            if !matches!(shape, Shape::Mark(_)) {
                while let Some((at, next)) = characters.next_if(|(_, next)| self::shape(*next) == shape) {
                    end = at + next.len_utf8();
                    is_line |= next == '\n';
                }
            }
            let shape = if is_line { Shape::Line } else { shape };
            self.pieces.push(Piece { shape, from: start as u32, to: end as u32 });
            if shape == Shape::Digits {
                digits_in_disguise.push(self.pieces.len() - 1);
            }
        }
        self.undisguise(&digits_in_disguise);
    }

    /// Makes digits of the letters that look like them in what is else a number: `6l2`, `6OO`.
    fn undisguise(&mut self, digits: &[usize]) {
        let are_mixed =
            |two: &[Piece]| matches!((two[0].shape, two[1].shape), (Shape::Digits, Shape::Word) | (Shape::Word, Shape::Digits));
        if !self.pieces.windows(2).any(are_mixed) {
            return;
        }
        let mut joined: Vec<(usize, usize)> = Vec::new();
        let is_alike = |seen: &Self, at: usize| match seen.pieces.get(at) {
            Some(piece) if piece.shape == Shape::Word => seen.word(at).bytes().all(|letter| matches!(letter, b'o' | b'l' | b'i')),
            Some(piece) => piece.shape == Shape::Digits,
            None => false,
        };
        for digit in digits.iter().copied() {
            let before = digit.checked_sub(1).filter(|before| self.pieces[*before].shape == Shape::Word);
            // One that begins with a letter is only a zero in capitals.
            let first = before.unwrap_or(digit);
            let begins = before.is_none_or(|before| self.word(before) == "o" && self.is_in_capitals(before));
            if !begins || joined.last().is_some_and(|(_, last)| first <= *last) {
                continue;
            }
            let mut last = digit;
            while is_alike(self, last + 1) {
                last += 1;
            }
            let is_whole = self.pieces.get(last + 1).is_none_or(|next| next.shape != Shape::Word);
            let length = self.pieces[last].end() - self.pieces[first].start();
            if last > first && is_whole && length > 2 {
                joined.push((first, last));
            }
        }
        if joined.is_empty() {
            return;
        }
        let mut pieces = Vec::with_capacity(self.pieces.len());
        let mut shown = std::mem::take(&mut self.shown).into_bytes();
        let mut next = joined.into_iter().peekable();
        let mut at = 0;
        while at < self.pieces.len() {
            match next.next_if(|(first, _)| *first == at) {
                Some((first, last)) => {
                    let whole = Piece { shape: Shape::Digits, from: self.pieces[first].from, to: self.pieces[last].to };
                    for byte in &mut shown[whole.start()..whole.end()] {
                        *byte = match *byte {
                            b'o' => b'0',
                            b'l' | b'i' => b'1',
                            other => other,
                        };
                    }
                    pieces.push(whole);
                    at = last + 1;
                }
                None => {
                    pieces.push(self.pieces[at]);
                    at += 1;
                }
            }
        }
        self.shown = String::from_utf8(shown).unwrap_or_default();
        self.pieces = pieces;
    }

    /// The letters or digits of a piece; nothing where there is none.
    pub(super) fn word(&self, piece: usize) -> &str {
        self.pieces.get(piece).map_or("", |piece| &self.shown[piece.start()..piece.end()])
    }

    /// What a word says of what comes behind it, if anything.
    pub(super) fn sign(&self, piece: usize) -> Option<Sign> {
        let sign = |piece: usize| (self.pieces[piece].shape == Shape::Word).then(|| words::sign(self.word(piece))).flatten();
        let signs = self.signs.get_or_init(|| (0..self.pieces.len()).map(sign).collect());
        signs.get(piece).copied().flatten()
    }

    /// The piece of a place, if there is one there.
    pub(super) fn piece(&self, at: Option<usize>) -> Option<Piece> {
        at.and_then(|at| self.pieces.get(at)).copied()
    }

    /// Whether a word was given in capitals.
    pub(super) fn is_in_capitals(&self, piece: usize) -> bool {
        self.pieces.get(piece).is_some_and(|piece| {
            let given = &self.given[self.source(piece.start()..piece.end())];
            given.chars().all(char::is_uppercase)
        })
    }

    /// Whether a word was given with a capital at its beginning and small letters behind.
    pub(super) fn is_capital(&self, piece: usize) -> bool {
        self.pieces.get(piece).is_some_and(|piece| {
            let mut given = self.given[self.source(piece.start()..piece.end())].chars();
            given.next().is_some_and(char::is_uppercase) && given.next().is_some_and(char::is_lowercase)
        })
    }

    /// Where something that is seen stands in the text as it was given.
    pub(super) fn source(&self, place: Range<usize>) -> Range<usize> {
        let start = self.from.get(place.start).copied().unwrap_or_default() as usize;
        let last = place.end.checked_sub(1).and_then(|last| self.to.get(last)).copied().unwrap_or_default() as usize;
        start..last.max(start)
    }
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn shape(character: char) -> Shape {
    match character {
        '0'..='9' => Shape::Digits,
        '\n' => Shape::Blank,
        _ if character.is_whitespace() => Shape::Blank,
        _ if character.is_alphabetic() => Shape::Word,
        other => Shape::Mark(other),
    }
}

/// The first digit of each script that has its own.
const ZEROS: [u32; 21] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0,
    0x1810, 0x1946, 0xa8d0, 0xff10,
];
/// What comes before the one of the circled digits that have no plain form.
const RINGS: [u32; 3] = [0x2775, 0x277f, 0x2789];

/// The plain form of a digit of any script.
fn digit(character: char) -> Option<char> {
    let code = character as u32;
    let of = |digit: u32| char::from_digit(digit, 10);
    if let Some(zero) = ZEROS.iter().find(|zero| (0..10).contains(&code.wrapping_sub(**zero))) {
        return of(code - zero);
    }
    let ring = RINGS.iter().find(|ring| (1..10).contains(&code.wrapping_sub(**ring)));
    ring.and_then(|ring| of(code - ring))
}
