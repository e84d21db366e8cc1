//! Numbers in words, in Spanish and English, as people say the digits of a telephone number.

use super::numbers::MOST_DIGITS;
use super::seen::{Seen, Shape};

/// The fewest letters that digits in words have that are run together, and that are enough for a telephone number.
const SHORTEST_RUN: usize = 20;

/// What a word says of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// From 0 to 9.
    Unit(u32),
    /// From 10 to 29 in one word.
    Teen(u32),
    /// 20, 30 … 90, behind which a unit may stand.
    Tens(u32),
    /// 100 … 900 in one word, behind which the rest may stand.
    Hundreds(u32),
    /// `hundred`, behind a unit.
    Hundred,
    /// `doble`, `double`, before a unit.
    Twice(usize),
    /// A thousand, a million.
    Large,
}

/// What a word says of a number, if it is about one.
pub(super) fn said(word: &str) -> Option<Said> {
    if !(2..=13).contains(&word.len()) {
        return None;
    }
    unit(word).map(Said::Unit).or_else(|| teen(word)).or_else(|| tens(word)).or_else(|| hundreds(word)).or(match word {
        "hundred" => Some(Said::Hundred),
        "doble" | "double" => Some(Said::Twice(2)),
        "triple" | "treble" => Some(Said::Twice(3)),
        "mil" | "miles" | "thousand" | "million" | "millon" | "millones" | "millions" => Some(Said::Large),
        _ => None,
    })
}

fn unit(word: &str) -> Option<u32> {
    Some(match word {
        "cero" | "zero" | "oh" => 0,
        "uno" | "one" => 1,
        "dos" | "two" => 2,
        "tres" | "three" => 3,
        "cuatro" | "four" => 4,
        "cinco" | "five" => 5,
        "seis" | "six" => 6,
        "siete" | "seven" => 7,
        "ocho" | "eight" => 8,
        "nueve" | "nine" => 9,
        _ => return None,
    })
}

fn teen(word: &str) -> Option<Said> {
    Some(Said::Teen(match word {
        "diez" | "ten" => 10,
        "once" | "eleven" => 11,
        "doce" | "twelve" => 12,
        "trece" | "thirteen" => 13,
        "catorce" | "fourteen" => 14,
        "quince" | "fifteen" => 15,
        "dieciseis" | "sixteen" => 16,
        "diecisiete" | "seventeen" => 17,
        "dieciocho" | "eighteen" => 18,
        "diecinueve" | "nineteen" => 19,
        "veintiuno" | "veintiun" => 21,
        "veintidos" => 22,
        "veintitres" => 23,
        "veinticuatro" => 24,
        "veinticinco" => 25,
        "veintiseis" => 26,
        "veintisiete" => 27,
        "veintiocho" => 28,
        "veintinueve" => 29,
        _ => return None,
    }))
}

fn tens(word: &str) -> Option<Said> {
    Some(Said::Tens(match word {
        "veinte" | "twenty" => 20,
        "treinta" | "thirty" => 30,
        "cuarenta" | "forty" => 40,
        "cincuenta" | "fifty" => 50,
        "sesenta" | "sixty" => 60,
        "setenta" | "seventy" => 70,
        "ochenta" | "eighty" => 80,
        "noventa" | "ninety" => 90,
        _ => return None,
    }))
}

fn hundreds(word: &str) -> Option<Said> {
    let male = word.strip_suffix("os").or_else(|| word.strip_suffix("as")).unwrap_or(word);
    Some(Said::Hundreds(match male {
        "cien" | "ciento" => 100,
        "doscient" => 200,
        "trescient" => 300,
        "cuatrocient" => 400,
        "quinient" => 500,
        "seiscient" => 600,
        "setecient" => 700,
        "ochocient" => 800,
        "novecient" => 900,
        _ => return None,
    }))
}

/// The digits that the words from a place on say, and the place behind them. `None` where no number is said, or one of thousands.
pub(super) fn read(seen: &Seen<'_>, at: usize) -> Option<(String, usize)> {
    if let Some(digits) = run_together(seen.word(at)) {
        return Some((digits, at + 1));
    }
    match said(seen.word(at))? {
        Said::Unit(unit) => {
            if let Some(next) = next_word(seen, at)
                && said(seen.word(next)) == Some(Said::Hundred)
            {
                let (rest, end) = rest_of_hundred(seen, next);
                return whole(seen, unit * 100 + rest, end);
            }
            whole(seen, unit, at + 1)
        }
        Said::Twice(times) => {
            let next = next_word(seen, at)?;
            let digits = match seen.word(next) {
                word if word.len() == 1 && word.as_bytes()[0].is_ascii_digit() => word.to_owned(),
                word => unit(word)?.to_string(),
            };
            Some((digits.repeat(times), next + 1))
        }
        Said::Teen(number) => whole(seen, number, at + 1),
        Said::Tens(_) => {
            let (number, end) = below_hundred(seen, at)?;
            whole(seen, number, end)
        }
        Said::Hundreds(hundreds) => {
            let (rest, end) = match next_word(seen, at).and_then(|next| below_hundred(seen, next)) {
                Some(rest) => rest,
                None => (0, at + 1),
            };
            whole(seen, hundreds + rest, end)
        }
        Said::Hundred | Said::Large => None,
    }
}

/// The digits of a word that is made of nothing but digits in words: `seisunodos…`.
fn run_together(word: &str) -> Option<String> {
    if word.len() < SHORTEST_RUN {
        return None;
    }
    let (mut rest, mut digits) = (word, String::new());
    while !rest.is_empty() && digits.len() < MOST_DIGITS {
        let (length, digit) = (2..=6).rev().find_map(|length| Some((length, unit(rest.get(..length)?)?)))?;
        digits.push(char::from_digit(digit, 10)?);
        rest = &rest[length..];
    }
    Some(digits)
}

fn whole(seen: &Seen<'_>, number: u32, end: usize) -> Option<(String, usize)> {
    let goes_on = next_word(seen, end - 1).is_some_and(|next| said(seen.word(next)) == Some(Said::Large));
    (!goes_on).then(|| (number.to_string(), end))
}

fn rest_of_hundred(seen: &Seen<'_>, hundred: usize) -> (u32, usize) {
    let next = next_word(seen, hundred).map(|next| {
        let is_and = seen.word(next) == "and";
        if is_and { next_word(seen, next) } else { Some(next) }
    });
    next.flatten().and_then(|next| below_hundred(seen, next)).unwrap_or((0, hundred + 1))
}

fn below_hundred(seen: &Seen<'_>, at: usize) -> Option<(u32, usize)> {
    match said(seen.word(at))? {
        Said::Unit(number) | Said::Teen(number) => Some((number, at + 1)),
        Said::Tens(tens) => {
            let next = next_word(seen, at);
            let behind_and = next.filter(|next| seen.word(*next) == "y").and_then(|next| next_word(seen, next));
            // In Spanish a unit without `y` is a digit of its own; `thirty four` is one number.
            let is_english = seen.word(at).ends_with("ty");
            let unit_at = behind_and.or(next.filter(|_| is_english));
            match unit_at.and_then(|at| Some((unit(seen.word(at)).filter(|unit| *unit > 0)?, at + 1))) {
                Some((unit, end)) => Some((tens + unit, end)),
                None => Some((tens, at + 1)),
            }
        }
        _ => None,
    }
}

/// The next word, with a blank or a hyphen between.
fn next_word(seen: &Seen<'_>, at: usize) -> Option<usize> {
    let between = seen.pieces.get(at + 1)?;
    let is_near = between.is_white() || between.is('-');
    let is_word = seen.pieces.get(at + 2).is_some_and(|piece| matches!(piece.shape, Shape::Word | Shape::Digits));
    (is_near && is_word).then_some(at + 2)
}
