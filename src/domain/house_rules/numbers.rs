//! The numbers of a text, in digits or in words, and what stands between them.

use std::ops::Range;

use super::number_words;
use super::seen::{Seen, Shape};

/// The most digits of a telephone number, with `00` before it, and one more, which shows that a number is too long for one.
pub(super) const MOST_DIGITS: usize = 18;
/// The most pieces between two numbers that belong together.
const MOST_BETWEEN: usize = 7;

/// The most numbers that are counted of a run.
const MOST_OF_A_RUN: usize = 6;

/// What stands between a number and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Words, or too much: nothing that joins them.
    Apart,
    /// Blanks, brackets, or nothing at all.
    Blank,
    /// One line end.
    Line,
    /// A mark without blanks.
    Tight(char),
    /// A mark, with a blank beside it.
    Loose(char),
}

impl Gap {
    /// The mark in it.
    pub(super) fn mark(self) -> Option<char> {
        match self {
            Self::Tight(mark) | Self::Loose(mark) => Some(mark),
            _ => None,
        }
    }
}

/// A number.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// Its digits, at most [`MOST_DIGITS`] of them.
    pub(super) digits: String,
    /// Where it is in what is seen.
    pub(super) place: Range<usize>,
    /// Its pieces.
    pub(super) pieces: Range<usize>,
    /// Whether it is said in words.
    pub(super) is_said: bool,
    /// Where a plus before it is.
    pub(super) plus: Option<usize>,
    /// What stands between it and the one before.
    pub(super) gap: Gap,
    /// Whether it is known to be something else than a part of a telephone number.
    pub(super) is_set_apart: bool,
}

impl Number {
    /// How many digits it has.
    pub(super) fn size(&self) -> usize {
        self.digits.len()
    }

    /// Its value, if it is small.
    pub(super) fn value(&self) -> Option<u32> {
        if self.size() <= 9 { self.digits.parse().ok() } else { None }
    }

    /// Whether it may be a year.
    pub(super) fn is_year(&self) -> bool {
        self.size() == 4 && self.value().is_some_and(|year| (1_000..2_100).contains(&year))
    }
}

/// The numbers of a text, in order.
pub(super) struct Numbers(pub(super) Vec<Number>);

impl Numbers {
    pub(super) fn of(seen: &Seen<'_>) -> Self {
        let mut numbers = Self(Vec::new());
        let mut at = 0;
        while at < seen.pieces.len() {
            at = numbers.take(seen, at);
        }
        numbers
    }

    /// Takes the number at a piece, if there is one; the piece that comes next.
    fn take(&mut self, seen: &Seen<'_>, at: usize) -> usize {
        let piece = seen.pieces[at];
        let (digits, end, is_said) = match piece.shape {
            Shape::Digits => (seen.word(at).chars().take(MOST_DIGITS).collect(), at + 1, false),
            Shape::Word => match number_words::read(seen, at) {
                Some((digits, end)) => (digits, end, true),
                None => return at + 1,
            },
            _ => return at + 1,
        };
        let place = piece.start()..seen.pieces[end - 1].end();
        let plus = plus_before(seen, at);
        let before = self.0.last().map_or(0, |number| number.pieces.end);
        let gap = if self.0.is_empty() { Gap::Apart } else { gap(seen, before..at) };
        self.0.push(Number { digits, place, pieces: at..end, is_said, plus, gap, is_set_apart: false });
        end
    }

    /// The numbers from one on that stand one after the other with this mark between them, without blanks.
    pub(super) fn run(&self, first: usize, mark: char) -> usize {
        // Longer ones are nothing that anybody asks for, and every number of one begins its own.
        let rest = self.0.iter().skip(first + 1).take(MOST_OF_A_RUN).take_while(|number| number.gap == Gap::Tight(mark));
        1 + rest.count()
    }
}

/// Where a plus before a number is: `+34`, `(+34)`, `más 34`.
fn plus_before(seen: &Seen<'_>, at: usize) -> Option<usize> {
    let blanks = usize::from(seen.piece(at.checked_sub(1)).is_some_and(|piece| piece.is_white()));
    let plus_at = at.checked_sub(1 + blanks)?;
    let plus = seen.pieces[plus_at];
    let is_plus = match plus.shape {
        Shape::Mark(mark) => mark == '+',
        Shape::Word => matches!(seen.word(plus_at), "mas" | "plus"),
        _ => false,
    };
    let stands_free = seen.piece(plus_at.checked_sub(1)).is_none_or(|before| match before.shape {
        Shape::Digits => false,
        Shape::Word => plus.shape != Shape::Mark('+') || seen.word(plus_at - 1).len() > 1,
        _ => true,
    });
    (is_plus && stands_free).then(|| plus.start())
}

fn gap(seen: &Seen<'_>, between: Range<usize>) -> Gap {
    if between.len() > MOST_BETWEEN {
        return Gap::Apart;
    }
    let (mut mark, mut is_blank, mut lines) = (None, false, 0);
    let (mut goes_on, mut is_continued) = (false, false);
    for at in between {
        let piece = seen.pieces[at];
        let one = match piece.shape {
            Shape::Blank => {
                is_blank = true;
                match seen.word(at).contains('\t') {
                    true => '\t',
                    false => continue,
                }
            }
            Shape::Line => {
                lines += seen.word(at).matches('\n').count();
                continue;
            }
            Shape::Mark('(' | ')' | '[' | ']') => continue,
            Shape::Mark('·' | '•') => '.',
            Shape::Mark(one @ ('.' | '-' | '/' | '*' | '_' | ',' | '|' | '~' | ';' | '\'' | '\\' | '#' | '=' | '>' | '^')) => one,
            Shape::Mark(one) if one > '\u{1f000}' || ('\u{2190}'..'\u{2c00}').contains(&one) => '★',
            Shape::Word => match seen.word(at) {
                "guion" | "dash" | "hyphen" | "menos" | "raya" => '-',
                "barra" | "slash" => '/',
                "punto" | "dot" => '.',
                "espacio" | "space" => ' ',
                "asterisco" => '*',
                "luego" | "sigue" | "despues" | "final" | "then" | "followed" | "finally" => {
                    goes_on = true;
                    continue;
                }
                "y" | "and" | "al" | "by" => {
                    is_continued = true;
                    continue;
                }
                _ => return Gap::Apart,
            },
            _ => return Gap::Apart,
        };
        mark = match mark {
            None => Some(one),
            Some(same) if same == one => Some(one),
            Some(_) => Some('?'),
        };
    }
    match (goes_on, is_continued) {
        // `612 y luego 345 678`
        (true, _) if lines == 0 && matches!(mark, None | Some(',')) => return Gap::Loose('+'),
        (true, _) | (false, true) => return Gap::Apart,
        (false, false) => {}
    }
    match (mark, lines) {
        (_, 2..) => Gap::Apart,
        (Some(_), 1) => Gap::Apart,
        (None, 1) => Gap::Line,
        (None, _) => Gap::Blank,
        (Some('='), _) => Gap::Apart,
        (Some(' '), _) => Gap::Blank,
        (Some(mark), _) if is_blank => Gap::Loose(mark),
        (Some(mark), _) => Gap::Tight(mark),
    }
}
