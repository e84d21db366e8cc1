//! The words of the desk's list.

use std::collections::HashMap;
use std::ops::Range;

use super::seen::{Seen, Shape};

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 80;

/// A list of words and of phrases, as they are seen.
#[derive(Clone, Debug, Default)]
pub struct Insults {
    /// What may come behind a first word; nothing for a word by itself.
    entries: HashMap<String, Vec<Vec<String>>>,
}

impl Insults {
    /// The list of a setting: words with commas between.
    pub fn parse(list: &str) -> Self {
        let mut insults = Self::default();
        for entry in list.split(',') {
            let seen = Seen::of(entry);
            let mut words = (0..seen.pieces.len()).filter(|at| is_word(&seen, *at)).map(|at| seen.word(at).to_owned());
            if let Some(first) = words.next() {
                insults.entries.entry(first).or_default().push(words.collect());
            }
        }
        insults
    }

    /// Whether there is nothing on it.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Where its words are in a text, in what is seen.
    pub(super) fn find(&self, seen: &Seen<'_>) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        if self.is_empty() {
            return found;
        }
        for at in 0..seen.pieces.len() {
            let starts_free = at == 0 || !is_word(seen, at - 1);
            if !is_word(seen, at) || !starts_free || seen.word(at).len() > LONGEST {
                continue;
            }
            if let Some(end) = self.end_of_entry(seen, at) {
                let place = seen.pieces[at].start()..seen.pieces[end].end();
                if found.last().is_none_or(|last| last.end <= place.start) {
                    found.push(place);
                }
            }
        }
        found
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

fn is_word(seen: &Seen<'_>, at: usize) -> bool {
    matches!(seen.pieces[at].shape, Shape::Word | Shape::Digits)
}

/// The last piece of a phrase whose first word is at a piece.
fn end_of_rest(seen: &Seen<'_>, at: usize, rest: &[String]) -> Option<usize> {
    let mut end = at;
    for word in rest {
        let next = end + 2;
        let is_near = seen.piece(Some(end + 1)).is_some_and(|piece| piece.is_white() || piece.is('-'));
        if !is_near || !is_form_of(seen.word(next), word) {
            return None;
        }
        end = next;
    }
    Some(end)
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
