//! Amounts of money.

use std::ops::Range;

use super::number_words;
use super::seen::{Seen, Shape};
use super::words::{self, Table};

/// The most words of an amount.
const MOST_WORDS: usize = 12;

/// What a price is asked for.
static UNITS: Table = Table::of(
    "pagina pag hoja hora h mes semana dia palabra persona folio capitulo page sheet hour month week day word \
     person chapter piece",
);
/// The words of a currency, behind the number.
static CURRENCIES: Table = Table::of(
    "euro euros dolar dolares dollar dollars pound pounds libra libras pavo pavos bucks quid peso pesos centimos \
     cents eurillos euracos leuros lereles napos eurazos",
);
/// Words that are one only where nothing comes behind of which they would be a part: `50 eu`, `2 grand`, but `2 grand theories`.
static AT_THE_END: Table = Table::of("eu grand p");
/// Words behind which pounds are a weight.
static WEIGHTS: Table = Table::of("weight weights weigh weighs weighed weighing pesa pesan pesaba peso");

/// Where the amounts of a text are, in what is seen.
pub(super) fn find(seen: &Seen<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut dollars = 0;
    // Several of them are columns of a script: `$1, $2`.
    let are_fields = (0..seen.pieces.len()).filter(|at| seen.pieces[*at].is('$') && is_field(seen, *at)).nth(1).is_some();
    for at in 0..seen.pieces.len() {
        let piece = seen.pieces[at];
        let currency = match piece.shape {
            Shape::Mark(mark @ ('€' | '$' | '£' | '¥' | '₹')) => Currency::Sign(mark),
            Shape::Word => match currency(seen.word(at)) {
                Some(currency) => currency,
                None => continue,
            },
            Shape::Line if seen.word(at).matches('\n').count() > 1 => {
                dollars = 0;
                continue;
            }
            _ => continue,
        };
        dollars += usize::from(piece.is('$'));
        // Between two dollars there may be a formula.
        let (opens, closes) = (piece.is('$') && dollars % 2 == 1, piece.is('$') && dollars % 2 == 0);
        let pieces = before(seen, at).filter(|_| !closes).or_else(|| {
            let is_in_word =
                seen.piece(at.checked_sub(1)).is_some_and(|piece| matches!(piece.shape, Shape::Word | Shape::Digits));
            let can_stand_before = match currency {
                Currency::Word | Currency::AtTheEnd => false,
                Currency::Code => !is_in_word,
                Currency::Sign(_) => !(opens && is_formula(seen, at)),
            };
            behind(seen, at).filter(|_| can_stand_before)
        });
        let Some(pieces) = pieces.filter(|pieces| !is_something_else(seen, pieces, at, currency)) else { continue };
        if piece.is('$') && are_fields && is_field(seen, at) {
            continue;
        }
        let pieces = pieces.start..with_unit(seen, pieces.end);
        let place = seen.pieces[pieces.start].start()..seen.pieces[pieces.end - 1].end();
        match found.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => found.push(place),
        }
    }
    found
}

/// Whether a dollar stands before one digit and nothing else.
fn is_field(seen: &Seen<'_>, dollar: usize) -> bool {
    let next = seen.word(dollar + 1);
    let goes_on = seen.piece(Some(dollar + 2)).is_some_and(|piece| match piece.shape {
        Shape::Word => true,
        Shape::Mark('.' | ',') => seen.piece(Some(dollar + 3)).is_some_and(|piece| piece.shape == Shape::Digits),
        _ => false,
    });
    next.len() == 1 && next.as_bytes()[0].is_ascii_digit() && !goes_on
}

/// The end of an amount with what it is the price of: `20 €/página`, `15 € la hora`.
fn with_unit(seen: &Seen<'_>, end: usize) -> usize {
    let blank = |at: usize| seen.piece(Some(at)).is_some_and(|piece| piece.shape == Shape::Blank);
    let joint = end + usize::from(blank(end));
    let is_slash = seen.piece(Some(joint)).is_some_and(|piece| piece.is('/'));
    let is_joint =
        is_slash || (joint > end && matches!(seen.word(joint), "por" | "la" | "el" | "cada" | "al" | "per" | "a" | "each"));
    let unit = joint + 1 + usize::from(blank(joint + 1));
    let is_unit = UNITS.has(seen.word(unit));
    if is_joint && is_unit { unit + 1 } else { end }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Currency {
    /// A sign, before the number or behind it.
    Sign(char),
    /// A code, before the number or behind it.
    Code,
    /// A word, behind the number.
    Word,
    /// One that is often something else, behind a number in digits.
    AtTheEnd,
}

fn currency(word: &str) -> Option<Currency> {
    // However much somebody stretches it.
    let bare = word.trim_end_matches('s');
    let word = if word.len() - bare.len() > 1 { &word[..bare.len() + 1] } else { word };
    match word {
        "eur" | "usd" | "gbp" => Some(Currency::Code),
        _ if CURRENCIES.has(word) => Some(Currency::Word),
        _ if AT_THE_END.has(word) => Some(Currency::AtTheEnd),
        _ => None,
    }
}

/// The amount that ends with the currency at a piece.
fn before(seen: &Seen<'_>, currency: usize) -> Option<Range<usize>> {
    let mut start = currency;
    let mut has_number = false;
    for _ in 0..MOST_WORDS {
        let blank = usize::from(seen.piece(start.checked_sub(1)).is_some_and(|piece| piece.shape == Shape::Blank));
        let Some(last) = start.checked_sub(1 + blank) else { break };
        let word = seen.word(last);
        match seen.pieces[last].shape {
            Shape::Digits => {
                start = number_before(seen, last);
                return (!is_part_of_word(seen, start)).then(|| with_lower_end(seen, start)..currency + 1);
            }
            Shape::Word
                if is_number_word(word) && (word.len() > 2 || word == "k" || seen.pieces[currency].shape == Shape::Word) =>
            {
                start = last;
                has_number = true;
            }
            Shape::Word if matches!(word, "de" | "y" | "and" | "con") && blank == 1 && start - last < 4 => {
                let is_number = last
                    .checked_sub(2)
                    .is_some_and(|earlier| is_number_word(seen.word(earlier)) || seen.pieces[earlier].shape == Shape::Digits);
                // `de` is only between millions and their currency.
                let fits = word != "de" || !has_number && last >= 2 && is_large(seen.word(last - 2));
                if !is_number || !fits {
                    break;
                }
                start = last;
            }
            // `180 US dollars`
            Shape::Word if matches!(word, "us" | "u") && start == currency => start = last,
            Shape::Mark('-') if blank == 0 && has_number => start = last,
            _ => break,
        }
    }
    (has_number).then_some(start..currency + 1)
}

/// Whether an amount with a currency at a piece is none: a weight, an animal, a phrase, a rate.
fn is_something_else(seen: &Seen<'_>, pieces: &Range<usize>, currency: usize, kind: Currency) -> bool {
    let behind = currency + 1 + usize::from(seen.piece(Some(currency + 1)).is_some_and(|piece| piece.shape == Shape::Blank));
    let next = seen.word(behind);
    if kind == Currency::AtTheEnd {
        let is_price = seen.word(currency) == "p";
        let has_digits = seen.pieces[pieces.start].shape == Shape::Digits;
        let is_at_end = !seen.piece(Some(behind)).is_some_and(|piece| matches!(piece.shape, Shape::Word | Shape::Digits))
            || matches!(next, "for" | "per" | "each" | "por");
        let has_unit = with_unit(seen, currency + 1) > currency + 1 && pieces.start + 1 == currency;
        return !has_digits || seen.is_in_capitals(currency) || !(if is_price { has_unit } else { is_at_end });
    }
    let is_before = |wanted: &dyn Fn(&str) -> bool| words::before(seen, pieces.start, wanted).is_some();
    let is_rate = seen.piece(Some(behind)).is_some_and(|piece| piece.is('='));
    is_rate
        || match seen.word(currency) {
            "libra" | "libras" | "pound" | "pounds" => {
                matches!(next, "de" | "of")
                    || is_before(&|word| WEIGHTS.has(word))
                    || (seen.word(pieces.start) == "a" && is_before(&|word| word == "penny"))
            }
            "pavo" | "pavos" => matches!(next, "real" | "reales" | "de"),
            "quid" => next == "pro",
            _ => false,
        }
}

/// Where an amount begins of which a piece is the upper end: `entre 100 y 150 euros`.
fn with_lower_end(seen: &Seen<'_>, start: usize) -> usize {
    let lower = start.checked_sub(4).filter(|lower| seen.pieces[*lower].shape == Shape::Digits);
    let is_joined = matches!(seen.word(start.saturating_sub(2)), "y" | "and" | "a" | "to");
    match lower {
        Some(lower) if is_joined => {
            let lower = number_before(seen, lower);
            let is_led = lower >= 2 && matches!(seen.word(lower - 2), "entre" | "between" | "de" | "from");
            if is_led { lower } else { start }
        }
        _ => start,
    }
}

fn is_large(word: &str) -> bool {
    matches!(
        word,
        "millon"
            | "millones"
            | "million"
            | "millions"
            | "billon"
            | "billones"
            | "billion"
            | "billions"
            | "cientos"
            | "miles"
            | "docena"
            | "par"
    )
}

fn is_number_word(word: &str) -> bool {
    number_words::said(word).is_some_and(|said| said != number_words::Said::Unit(0))
        || is_large(word)
        || matches!(word, "un" | "a" | "k" | "medio" | "hundreds" | "thousands")
}

/// The first piece of the number in digits that ends at a piece: `1.200,50`.
fn number_before(seen: &Seen<'_>, last: usize) -> usize {
    let mut start = last;
    for _ in 0..MOST_WORDS {
        let Some(joint) = start.checked_sub(1) else { break };
        let Some(earlier) = start.checked_sub(2).filter(|at| seen.pieces[*at].shape == Shape::Digits) else { break };
        let is_joint = match seen.pieces[joint].shape {
            Shape::Mark('.' | ',' | '\'') => true,
            Shape::Blank => seen.word(joint).len() == 1 && seen.word(start).len() == 3 && seen.word(earlier).len() <= 3,
            _ => false,
        };
        if !is_joint {
            break;
        }
        start = earlier;
    }
    start
}

/// Whether a number is the end of a word: `covid19`.
fn is_part_of_word(seen: &Seen<'_>, start: usize) -> bool {
    seen.piece(start.checked_sub(1)).is_some_and(|piece| piece.shape == Shape::Word && seen.word(start - 1) != "por")
}

/// The amount that begins with the currency at a piece.
fn behind(seen: &Seen<'_>, currency: usize) -> Option<Range<usize>> {
    let blank = usize::from(seen.piece(Some(currency + 1)).is_some_and(|piece| piece.shape == Shape::Blank));
    let first = currency + 1 + blank;
    let is_number = |at: usize| seen.piece(Some(at)).is_some_and(|piece| piece.shape == Shape::Digits);
    if !is_number(first) {
        return None;
    }
    let mut end = first + 1;
    while end - first < 2 * MOST_WORDS
        && seen.piece(Some(end)).is_some_and(|piece| matches!(piece.shape, Shape::Mark('.' | ',' | '\'')))
        && is_number(end + 1)
    {
        end += 2;
    }
    let large = end + usize::from(seen.piece(Some(end)).is_some_and(|piece| piece.shape == Shape::Blank));
    if matches!(seen.word(end), "k" | "m" | "bn") {
        end += 1;
    } else if is_large(seen.word(large)) || matches!(seen.word(large), "thousand" | "mil") {
        end = large + 1;
    }
    let is_name = (end..end + 2).any(|at| seen.piece(Some(at)).is_some_and(|piece| piece.is('@')));
    (!is_name).then_some(currency..end)
}

/// Whether what a dollar begins is a formula: `$2x + 3$`, `$1` in a pattern.
fn is_formula(seen: &Seen<'_>, dollar: usize) -> bool {
    let rest = seen.pieces.iter().enumerate().skip(dollar + 1).take(40);
    let closes = rest.take_while(|(_, piece)| piece.shape != Shape::Line).find(|(_, piece)| piece.is('$'));
    closes.is_some_and(|(close, _)| {
        let inside = &seen.pieces[dollar + 1..close];
        // `de $20 a $30` has words between.
        let is_word = |at: usize| seen.pieces[at].shape == Shape::Word && seen.word(at).chars().count() > 1;
        let has_words = (dollar + 1..close).any(|at| is_word(at) && !(at > 0 && seen.pieces[at - 1].is('\\')));
        let touches = inside.last().is_some_and(|last| !last.is_white());
        touches && !has_words
    })
}
