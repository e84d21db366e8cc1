//! Words and addresses that are written so that nobody should find them: letter by letter, or run together.

use std::ops::Range;

use super::mail_parts::{is_provider, is_top};
use super::seen::{Seen, Shape};

/// The fewest letters that make a word when they stand apart: fewer come by chance, as in `a b c`.
const FEWEST: usize = 5;
/// The most that are put together.
const MOST: usize = 64;

/// Letters that stand apart, put together: the word that they make, and their pieces.
pub(super) struct Spelt {
    pub(super) word: String,
    pub(super) pieces: Range<usize>,
}

/// Every run of letters and marks that stand apart, each with the same between.
pub(super) fn spelt(seen: &Seen<'_>, is_part: impl Fn(char) -> bool) -> Vec<Spelt> {
    let single = |at: usize| -> Option<char> {
        let piece = seen.piece(Some(at))?;
        match piece.shape {
            Shape::Mark(mark) => Some(mark).filter(|mark| is_part(*mark)),
            Shape::Word | Shape::Digits => {
                let mut characters = seen.word(at).chars();
                characters.next().filter(|_| characters.next().is_none())
            }
            _ => None,
        }
    };
    let mut runs = Vec::new();
    let mut at = 0;
    while at < seen.pieces.len() {
        let (Some(first), Some(between)) = (single(at), seen.piece(Some(at + 1))) else {
            at += 1;
            continue;
        };
        let is_joint = matches!(between.shape, Shape::Blank | Shape::Mark('.' | '-' | '_' | '*' | '/'));
        let starts_free = at == 0 || !matches!(seen.pieces[at - 1].shape, Shape::Word | Shape::Digits);
        let mut word = String::from(first);
        let mut end = at + 1;
        while is_joint
            && starts_free
            && word.chars().count() < MOST
            && seen
                .piece(Some(end))
                .is_some_and(|piece| piece.shape == between.shape && seen.word(end).len() == seen.word(at + 1).len())
        {
            let Some(next) = single(end + 1) else { break };
            word.push(next);
            end += 2;
        }
        if word.chars().count() >= FEWEST {
            runs.push(Spelt { word, pieces: at..end });
            at = end;
        } else {
            at += 1;
        }
    }
    runs
}

/// Addresses of which every letter stands apart: `a n a @ c o r r e o . e s`.
pub(super) fn letter_by_letter(seen: &Seen<'_>) -> Vec<Range<usize>> {
    if !seen.shown.contains('@') {
        return Vec::new();
    }
    let is_address = |spelt: &Spelt| {
        spelt.word.split_once('@').is_some_and(|(name, domain)| {
            let known = domain.rsplit('.').next().is_some_and(is_top) && domain.contains('.');
            !name.is_empty() && (known || is_provider(domain))
        })
    };
    let runs = spelt(seen, |mark| matches!(mark, '@' | '.' | '_' | '-')).into_iter().filter(is_address);
    runs.map(|run| seen.pieces[run.pieces.start].start()..seen.pieces[run.pieces.end - 1].end()).collect()
}

/// An address in one word, or with its last label apart: `anaarrobagmail.com`, `anaatgmaildotcom`.
pub(super) fn run_together(seen: &Seen<'_>, at: usize) -> Option<Range<usize>> {
    let word = seen.word(at);
    if word.len() < 10 {
        return None;
    }
    let after = ["arroba", "at"].iter().find_map(|sign| {
        word.match_indices(sign).map(|(place, _)| (place, &word[place + sign.len()..])).find(|(place, domain)| {
            let host = ["punto", "dot"].iter().find_map(|dot| domain.rsplit_once(dot)).filter(|(_, top)| is_top(top));
            let is_whole =
                is_provider(domain) || host.is_some_and(|(host, _)| is_provider(host) || *sign == "arroba" && host.len() > 1);
            *place > 1 && is_whole
        })
    });
    let has_top = seen.piece(Some(at + 1)).is_some_and(|piece| piece.is('.')) && is_top(seen.word(at + 2));
    let is_before_top = has_top && word.find("arroba").is_some_and(|place| place > 1 && place + "arroba".len() + 1 < word.len());
    let end = if has_top { at + 3 } else { at + 1 };
    (after.is_some() || is_before_top).then_some(at..end)
}
