//! Numbers of which the words before them tell what they are: pages, books, matters, students.

use super::numbers::{Gap, Number, Numbers};
use super::references::DIGITS_OF_A_PHONE;
use super::seen::{Seen, Shape};
use super::shapes;
use super::words::{self, Sign};

/// The most numbers of a list of pages.
const MOST_OF_A_LIST: usize = 32;
/// The most words between what a number is called and the number: `ISBN de la edición nº 84-…`.
const WORDS_BETWEEN: usize = 3;
/// The pieces in which they stand.
const PIECES_BEFORE: usize = 12;

/// What a word before it says what it is: `págs. 612-634`, `ISBN 84…`, `expediente 2019/612345`.
pub(super) fn named(seen: &Seen<'_>, numbers: &Numbers, at: usize) -> Option<usize> {
    let start = numbers.0[at].pieces.start;
    // `es la 612345678`: a telephone number is never called `la`, a reference is.
    if numbers.0[at].size() == DIGITS_OF_A_PHONE && start >= 4 && seen.word(start - 2) == "la" && seen.word(start - 4) == "es" {
        return (!words::is_before(seen, start, Sign::Phone)).then_some(at + 1);
    }
    let (sign, is_numbered) = name_before(seen, start)?;
    match sign {
        Sign::Place if numbers.0[at].size() <= 5 && !numbers.0[at].digits.starts_with("00") => Some(end_of_places(numbers, at)),
        Sign::Reference if is_to_be_called(seen, numbers, at, is_numbered) => None,
        Sign::Label | Sign::Reference => {
            let joins = |number: &&Number| matches!(number.gap, Gap::Tight('-' | '/' | '.' | '_')) && number.plus.is_none();
            Some(at + 1 + numbers.0[at + 1..].iter().take(MOST_OF_A_LIST).take_while(joins).count())
        }
        _ => None,
    }
}

/// What the words right before a number call it, and whether they say that it is a number: `número de alumno`, `student no.`.
fn name_before(seen: &Seen<'_>, start: usize) -> Option<(Sign, bool)> {
    let joins = |word: &str| matches!(word, "de" | "del" | "la" | "el" | "es" | "is" | "son" | "are" | "the" | "of");
    let (mut is_owned, mut is_numbered) = (false, false);
    let mut between = 0;
    for piece in (start.saturating_sub(PIECES_BEFORE)..start).rev() {
        match (seen.pieces[piece].shape, seen.sign(piece)) {
            (_, Some(sign @ (Sign::Place | Sign::Label))) => return Some((sign, is_numbered)),
            (_, Some(Sign::Reference)) => return Some((Sign::Reference, is_numbered || is_number_of(seen, piece))),
            (_, Some(Sign::Owner)) if is_numbered => return Some((Sign::Reference, true)),
            (_, Some(Sign::Owner)) => is_owned = true,
            (_, Some(Sign::Number)) if is_owned => return Some((Sign::Reference, true)),
            (_, Some(Sign::Number)) => is_numbered = true,
            (Shape::Word, _) if joins(seen.word(piece)) && between < WORDS_BETWEEN => between += 1,
            // The end of `n.º`.
            (Shape::Word, _) if seen.word(piece) == "o" && seen.piece(piece.checked_sub(1)).is_some_and(|dot| dot.is('.')) => {}
            // `la contraseña temporal es 612345678`
            (Shape::Word, _) if is_kind_of(seen, piece) => {}
            (Shape::Blank, _) | (Shape::Mark('.' | ':' | '#' | 'º' | '°' | '-' | '(' | '*' | '/'), _) => {}
            _ => break,
        }
    }
    None
}

/// Whether a word says between a reference and its number which one it is.
fn is_kind_of(seen: &Seen<'_>, word: usize) -> bool {
    let before = word.checked_sub(2).and_then(|before| seen.sign(before));
    before == Some(Sign::Reference) && matches!(seen.word(word + 2), "es" | "is" | "era" | "was")
}

/// Whether a word is what the number of is told: `número de solicitud`.
fn is_number_of(seen: &Seen<'_>, word: usize) -> bool {
    let before = (word.saturating_sub(5)..word).rev().filter(|piece| seen.pieces[*piece].shape == Shape::Word);
    before.take(2).find(|piece| seen.word(*piece) != "de").is_some_and(|piece| seen.sign(piece) == Some(Sign::Number))
}

/// Whether nine digits that are called a reference are a telephone number all the same. Nine in a row may well be one of an order;
/// but nobody writes one in the groups of a telephone number, nor speaks of calling beside it: `mi código es 612 34 56 78`, `llámame,
/// expediente 612345678`. Where it is called the number of something three groups of three may be that.
fn is_to_be_called(seen: &Seen<'_>, numbers: &Numbers, at: usize, is_numbered: bool) -> bool {
    let rest = &numbers.0[at..];
    let start = rest[0].pieces.start;
    // `my phone, ref. 07700 900123`: what begins so at home is called in another country.
    if rest[0].digits.starts_with('0') && words::is_before(seen, start, Sign::Phone) {
        return true;
    }
    let mut groups = 1;
    while rest.get(groups).is_some_and(|next| next.gap != Gap::Apart) && size_of(&rest[..groups]) < DIGITS_OF_A_PHONE {
        groups += 1;
    }
    let (last, sizes) = (at + groups - 1, rest[..groups].iter().map(Number::size).collect::<Vec<_>>());
    if size_of(&rest[..groups]) != DIGITS_OF_A_PHONE || !rest[0].digits.starts_with(['6', '7', '8', '9']) {
        return false;
    }
    match sizes.as_slice() {
        [9] => {
            let is_mobile = rest[0].digits.starts_with(['6', '7']);
            let end = numbers.0[last].pieces.end;
            is_mobile && (words::is_before(seen, start, Sign::Phone) || words::is_behind(seen, end, Sign::Phone))
        }
        [3, 3, 3] => !is_numbered && rest[1..groups].iter().all(|group| group.gap == Gap::Blank),
        sizes => shapes::is_usual(sizes),
    }
}

/// How many digits groups have together.
fn size_of(groups: &[Number]) -> usize {
    groups.iter().map(Number::size).sum()
}

/// The end of a list of pages or chapters: `612-634, 678`, `6.1.2`. A telephone number has more groups, or no commas.
fn end_of_places(numbers: &Numbers, first: usize) -> usize {
    let mut end = first + 1;
    let mut is_behind_dash = false;
    while let Some(next) =
        numbers.0.get(end).filter(|next| end - first < MOST_OF_A_LIST && next.size() <= 4 && next.plus.is_none())
    {
        let is_dash = next.gap.mark() == Some('-');
        let fits = match next.gap {
            Gap::Tight('-') | Gap::Loose('-') => !is_behind_dash,
            Gap::Tight(',' | ';') | Gap::Loose(',' | ';') => true,
            // Pages go up, which the groups of a telephone number seldom do.
            Gap::Blank => {
                let last = &numbers.0[end - 1];
                last.size() == 3 && next.size() == 3 && last.value() < next.value()
            }
            // No text has chapters in seven depths.
            Gap::Tight('.') => numbers.run(first, '.') < 7 && next.size() <= 2 && numbers.0[end - 1].size() <= 2,
            _ => false,
        };
        if !fits {
            break;
        }
        is_behind_dash = is_dash;
        end += 1;
    }
    // More dashes than a span has: not pages at all.
    let goes_on = is_behind_dash && numbers.0.get(end).is_some_and(|next| next.gap.mark() == Some('-'));
    let is_list = end - first > 1 && !(goes_on && end - first == 2);
    if is_list { end } else { first }
}
