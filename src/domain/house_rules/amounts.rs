//! What is an amount of something rather than a telephone number.

use super::numbers::Number;
use super::seen::{Seen, Shape};
use super::shapes::Groups;
use super::words::{self, Sign};

/// What a number is an amount of, as the word or the mark behind it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// Things or people: `612.345 habitantes`.
    Things,
    /// Money, or a part of a hundred.
    Signed,
}

/// What the number that ends before a piece is an amount of, if it is one.
pub(super) fn counted(seen: &Seen<'_>, mut at: usize) -> Option<Amount> {
    for _ in 0..3 {
        match seen.pieces.get(at)?.shape {
            Shape::Blank | Shape::Mark('(') => at += 1,
            Shape::Word if seen.word(at) == "de" => at += 1,
            Shape::Word => return words::is_counted(seen.word(at)).then_some(Amount::Things),
            Shape::Mark('€' | '$' | '£' | '%') => return Some(Amount::Signed),
            _ => return None,
        }
    }
    None
}

/// Whether three groups of three that begin at a piece are values, pages or a sum: `puntuaciones 612 345 678`, `un PIB de
/// 712.345.678`.
pub(super) fn is_measured(seen: &Seen<'_>, groups: &Groups<'_>, start: usize) -> bool {
    if groups.sizes() != [3, 3, 3] || groups.has_mark_but(&['.']) {
        return false;
    }
    if groups.has_mark('.') {
        let word = (start.saturating_sub(2)..start).rev().find(|piece| seen.pieces[*piece].shape == Shape::Word);
        let leads = |word| matches!(seen.word(word), "de" | "por" | "of" | "at" | "was" | "fue" | "es" | "is");
        let is_led = word.is_some_and(|word| leads(word) || seen.sign(word) == Some(Sign::Sums));
        return is_led && words::is_before(seen, start, Sign::Sums);
    }
    let values: Vec<_> = groups.numbers.iter().map(Number::value).collect();
    if words::is_before(seen, start, Sign::Place) && values.is_sorted_by(|one, next| one < next) {
        return true;
    }
    // One's data may well be a telephone number.
    let is_value = |word: &str| words::sign(word) == Some(Sign::Values) && !matches!(word, "datos" | "data");
    words::before(seen, start, is_value).is_some_and(|words| words < 2)
}
