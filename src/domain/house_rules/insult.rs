//! Insults: the usual ones and those of the desk's list.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::seen::{Seen, Shape};
use super::{disguised, usual_insults};

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 80;

/// The most pieces of a word with other marks in it.
const MOST_PIECES: usize = 12;
/// A letter that is left out.
const ANY: char = '*';

/// The letter that a digit or a mark stands for.
fn letter(mark: char) -> char {
    match mark {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        '#' => ANY,
        other => other,
    }
}

/// Words and phrases, as they are seen.
#[derive(Clone, Debug, Default)]
pub struct Insults {
    /// What may come behind a first word; nothing for a word by itself.
    entries: HashMap<String, Vec<Vec<String>>>,
    /// What is one only where it is said to somebody.
    said_to: HashSet<String>,
}

impl Insults {
    /// The list of a setting: words with commas between.
    pub fn parse(list: &str) -> Self {
        let mut insults = Self::default();
        list.split(',').for_each(|entry| insults.add(entry));
        insults
    }

    /// The usual ones and those of a setting, where a `-` before one leaves it out: `merluzo, -capullo`.
    pub fn of_desk(list: &str) -> Self {
        let mut insults = Self::default();
        insults.said_to.extend(usual_insults::SAID_TO.split_whitespace().map(str::to_owned));
        for entry in usual_insults::ALWAYS.split(',') {
            insults.add_words(entry.split(' ').map(str::to_owned));
        }
        for entry in list.split(',').map(str::trim) {
            match entry.strip_prefix('-') {
                Some(entry) => insults.leave_out(entry),
                None => insults.add(entry),
            }
        }
        insults
    }

    fn add(&mut self, entry: &str) {
        self.add_words(words_of(entry).into_iter());
    }

    fn add_words(&mut self, mut words: impl Iterator<Item = String>) {
        if let Some(first) = words.next() {
            self.entries.entry(first).or_default().push(words.collect());
        }
    }

    fn leave_out(&mut self, entry: &str) {
        let words = words_of(entry);
        let Some((first, rest)) = words.split_first() else { return };
        if let Some(rests) = self.entries.get_mut(first) {
            rests.retain(|known| known != rest);
        }
        self.entries.retain(|_, rests| !rests.is_empty());
        if rest.is_empty() {
            self.said_to.remove(first);
        }
    }

    /// Whether there is nothing on it.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.said_to.is_empty()
    }

    /// Where its words are in a text, in what is seen.
    pub(super) fn find(&self, seen: &Seen<'_>) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        if self.is_empty() {
            return found;
        }
        let place = |pieces: Range<usize>| seen.pieces[pieces.start].start()..seen.pieces[pieces.end - 1].end();
        for at in 0..seen.pieces.len() {
            let starts_free = at == 0 || !is_word(seen, at - 1);
            if !is_word(seen, at) || !starts_free || seen.word(at).len() > LONGEST {
                continue;
            }
            if let Some(end) =
                self.end_of_entry(seen, at).or_else(|| self.end_of_disguise(seen, at)).or_else(|| self.said_to(seen, at))
            {
                let place = place(at..end + 1);
                if found.last().is_none_or(|last| last.end <= place.start) {
                    found.push(place);
                }
            }
        }
        let spelt = disguised::spelt(seen, |_| false).into_iter().filter(|spelt| self.has(&spelt.word));
        found.extend(spelt.map(|spelt| place(spelt.pieces)));
        found.sort_by_key(|place| place.start);
        // With dots between its letters it is found either way.
        found.dedup_by(|next, last| next.start < last.end);
        found
    }

    /// The piece of a word that is said to somebody.
    fn said_to(&self, seen: &Seen<'_>, at: usize) -> Option<usize> {
        let mut is_one = false;
        each_form(seen.word(at), |form| is_one |= self.said_to.contains(form));
        (is_one && usual_insults::is_said_to(seen, at)).then_some(at)
    }

    /// Whether a word is on it by itself, in whatever form.
    fn has(&self, word: &str) -> bool {
        let mut has = false;
        each_form(word, |form| has |= self.entries.get(form).is_some_and(|rests| rests.iter().any(Vec::is_empty)));
        has
    }

    /// The last piece of a word that begins at a piece and has digits or marks for letters: `1d1ota`, `id*ota`.
    fn end_of_disguise(&self, seen: &Seen<'_>, at: usize) -> Option<usize> {
        let mut word = String::new();
        let mut end = at;
        for (piece, next) in seen.pieces.iter().enumerate().skip(at).take(MOST_PIECES) {
            match next.shape {
                Shape::Word | Shape::Digits => word.extend(seen.word(piece).chars().map(letter)),
                Shape::Mark(mark @ ('*' | '@' | '$' | '!' | '#')) => word.push(letter(mark)),
                // `id.iota`
                Shape::Mark('.' | '-' | '_') if is_between_letters(seen, piece) => {}
                _ => break,
            }
            end = piece;
        }
        // `tont@` is one of either kind.
        let is_either = end > at && word.ends_with('a') && seen.pieces[end].is('@');
        while end > at && !is_word(seen, end) && !is_either {
            word.pop();
            end -= 1;
        }
        let has_letters = (at..=end).any(|piece| seen.pieces[piece].shape == Shape::Word);
        if end == at || !has_letters || word.len() > LONGEST {
            return None;
        }
        if !word.contains(ANY) {
            return self.has(&word).then_some(end);
        }
        // One letter is left out, or two; more could be any word.
        let left_out = word.matches(ANY).count();
        let fits = |entry: &str| {
            entry.chars().count() == word.chars().count()
                && entry.chars().zip(word.chars()).all(|(letter, given)| given == ANY || given == letter)
        };
        let is_one = left_out * 2 < word.chars().count()
            && self.entries.iter().any(|(first, rests)| rests.iter().any(Vec::is_empty) && fits(first));
        is_one.then_some(end)
    }

    /// The last piece of the longest entry that begins at a piece.
    fn end_of_entry(&self, seen: &Seen<'_>, at: usize) -> Option<usize> {
        let mut forms = Vec::new();
        each_form(seen.word(at), |form| {
            if let Some(rests) = self.entries.get(form) {
                forms.extend(rests);
            }
        });
        forms.into_iter().filter_map(|rest| end_of_rest(seen, at, rest)).max()
    }
}

/// The words of an entry, as they are seen.
fn words_of(entry: &str) -> Vec<String> {
    let seen = Seen::of(entry);
    (0..seen.pieces.len()).filter(|at| is_word(&seen, *at)).map(|at| seen.word(at).to_owned()).collect()
}

fn is_between_letters(seen: &Seen<'_>, mark: usize) -> bool {
    let is_letters = |at: Option<usize>| seen.piece(at).is_some_and(|piece| piece.shape == Shape::Word);
    is_letters(mark.checked_sub(1)) && is_letters(Some(mark + 1))
}

fn is_word(seen: &Seen<'_>, at: usize) -> bool {
    matches!(seen.pieces[at].shape, Shape::Word | Shape::Digits)
}

/// The last piece of a phrase whose first word is at a piece.
fn end_of_rest(seen: &Seen<'_>, at: usize, rest: &[String]) -> Option<usize> {
    let mut end = at;
    for word in rest {
        let next = end + 2;
        let is_near =
            seen.piece(Some(end + 1)).is_some_and(|piece| piece.is_white() || piece.is('-') || piece.is('\'') || piece.is('’'));
        if is_near && is_form_of(seen.word(next), word) {
            end = next;
        // Of several there is none: `son of a bitch`, `sons of bitches`.
        } else if word != "a" {
            return None;
        }
    }
    (end > at || rest.is_empty()).then_some(end)
}

fn is_form_of(word: &str, entry: &str) -> bool {
    let mut is_one = false;
    each_form(word, |form| is_one |= form == entry);
    is_one
}

/// Shows a word, and the words of which it may be the plural, the other gender or a stretched form.
fn each_form(word: &str, mut visit: impl FnMut(&str)) {
    plain_forms(word, &mut visit);
    if let Some((once, twice)) = shortened(word) {
        plain_forms(&once, &mut visit);
        plain_forms(&twice, &mut visit);
    }
}

fn plain_forms(word: &str, visit: &mut impl FnMut(&str)) {
    genders(word, visit);
    if let Some(one) = word.strip_suffix('s') {
        genders(one, visit);
    }
    if let Some(one) = word.strip_suffix("es") {
        visit(one);
    }
    if let Some(stem) = word.strip_suffix("ces") {
        visit(&format!("{stem}z"));
    }
}

fn genders(word: &str, visit: &mut impl FnMut(&str)) {
    visit(word);
    // Short words with another vowel are other words.
    let Some(stem) = word.strip_suffix(['a', 'o']).filter(|stem| stem.len() > 2) else { return };
    visit(&format!("{stem}{}", if word.ends_with('a') { 'o' } else { 'a' }));
    if word.ends_with('a') && stem.ends_with(['n', 'r', 'l']) {
        visit(stem);
    }
}

/// A word with a letter three times or more in a row, with that letter once and twice.
fn shortened(word: &str) -> Option<(String, String)> {
    let mut is_stretched = false;
    let (mut once, mut twice) = (String::new(), String::new());
    let mut characters = word.chars().peekable();
    while let Some(character) = characters.next() {
        let mut times = 1;
        while characters.next_if_eq(&character).is_some() {
            times += 1;
        }
        is_stretched |= times > 2;
        let (fewest, most) = if times > 2 { (1, 2) } else { (times, times) };
        once.extend(std::iter::repeat_n(character, fewest));
        twice.extend(std::iter::repeat_n(character, most));
    }
    is_stretched.then_some((once, twice))
}
