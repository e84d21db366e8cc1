//! Words as they are looked for: what of a text can be found, and what a query asks for.
//!
//! Accents and case do not matter, nor does the ending: every word is kept as it is, folded, and as its stems. The same is done to
//! the words of a query, and to forms of them that are spelled otherwise, so that both meet. Where texts are kept and how they are
//! found is for the store.

mod stems;

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::entry::Entry;
use super::ticket::Ticket;

/// The most characters of a word; what is longer is cut there, in texts and in queries.
const LONGEST_WORD: usize = 64;
/// The most different words of one text that can be found: the first ones.
const MOST_WORDS: usize = 2_000;
/// The most characters of a query.
const LONGEST_QUERY: usize = 200;
/// The most words of a query.
const MOST_WANTED: usize = 10;
/// The fewest characters before a `*`: fewer would be looked for in every word of the desk.
const SHORTEST_PREFIX: usize = 3;
/// How many words the stems of are remembered.
const MOST_REMEMBERED: usize = 50_000;

/// What a text can be found by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Its words, folded.
    pub words: BTreeSet<String>,
    /// The stems of its words, of each language.
    pub stems: BTreeSet<String>,
}

impl Terms {
    /// The terms of a text.
    pub fn of(text: &str) -> Self {
        Reader::default().terms(text)
    }

    /// Takes in those of another text.
    pub fn extend(&mut self, other: Self) {
        self.words.extend(other.words);
        self.stems.extend(other.stems);
    }

    /// Those that the other has not.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        Self {
            words: self.words.difference(&other.words).cloned().collect(),
            stems: self.stems.difference(&other.stems).cloned().collect(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.words.len() + self.stems.len()
    }
}

/// Reads texts one after the other, and remembers the stems of words that come again.
#[derive(Debug, Default)]
pub struct Reader {
    known: HashMap<String, Vec<String>>,
}

impl Reader {
    /// The terms of a text.
    pub fn terms(&mut self, text: &str) -> Terms {
        let mut terms = Terms::default();
        each_word(text, |word| {
            if terms.words.len() < MOST_WORDS && !terms.words.contains(word) {
                terms.words.insert(word.to_owned());
                terms.stems.extend(self.stems(word).iter().cloned());
            }
        });
        terms
    }

    fn stems(&mut self, word: &str) -> &[String] {
        if self.known.len() >= MOST_REMEMBERED {
            self.known.clear();
        }
        self.known.entry(word.to_owned()).or_insert_with(|| stems::of(word))
    }
}

/// A word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// A word with one of these stems.
    Stems(Vec<String>),
    /// A word that begins so.
    Prefix(String),
}

impl Wanted {
    /// Whether the word that is looked for is among these.
    pub fn is_among<'t>(&self, mut words: impl Iterator<Item = &'t str>, mut stems: impl Iterator<Item = &'t str>) -> bool {
        match self {
            Self::Stems(wanted) => stems.any(|stem| wanted.iter().any(|wanted| wanted == stem)),
            Self::Prefix(prefix) => words.any(|word| word.starts_with(prefix.as_str())),
        }
    }
}

/// A query: words that must all be in a ticket, wherever each of them is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search(Vec<Wanted>);

impl Search {
    /// The query of a text.
    ///
    /// # Errors
    /// What cannot be looked for: all of it, when it has no word, too many, or more than 200 characters; or the part with a `*`
    /// that does not stand behind three letters.
    pub fn parse(text: &str) -> Result<Self, String> {
        let too_long = text.chars().nth(LONGEST_QUERY).is_some();
        let mut wanted = Vec::new();
        for part in text.split_whitespace().take(LONGEST_QUERY) {
            let mut words = Vec::new();
            let beginning = part.strip_suffix('*');
            each_word(beginning.unwrap_or(part), |word| words.push(word.to_owned()));
            let prefix = if beginning.is_some() { words.pop() } else { None };
            let is_wrong = beginning.is_some_and(|beginning| !beginning.ends_with(char::is_alphanumeric))
                || prefix.as_ref().is_some_and(|prefix| prefix.chars().count() < SHORTEST_PREFIX)
                || beginning.unwrap_or(part).contains('*');
            if is_wrong {
                return Err(part.to_owned());
            }
            wanted.extend(words.iter().map(|word| Wanted::Stems(stems::wanted(word))));
            wanted.extend(prefix.map(Wanted::Prefix));
        }
        wanted.sort_unstable();
        wanted.dedup();
        if too_long || wanted.is_empty() || wanted.len() > MOST_WANTED { Err(text.to_owned()) } else { Ok(Self(wanted)) }
    }

    /// The words that must all be there.
    pub fn wanted(&self) -> &[Wanted] {
        &self.0
    }

    /// Whether all of them are in a ticket with this thread, notes included or not.
    pub fn is_in_ticket(&self, ticket: &Ticket, thread: &[Entry], with_notes: bool) -> bool {
        let seen = thread.iter().filter(|entry| with_notes || entry.content.is_public());
        let mut terms = Terms::of(&ticket.subject);
        seen.filter_map(|entry| entry.content.text()).for_each(|text| terms.extend(Terms::of(text)));
        self.is_in(&terms)
    }

    /// Whether all of them are among these terms.
    pub fn is_in(&self, terms: &Terms) -> bool {
        let (words, stems) = (|| terms.words.iter().map(String::as_str), || terms.stems.iter().map(String::as_str));
        self.0.iter().all(|wanted| wanted.is_among(words(), stems()))
    }
}

/// A text in small letters, without accents, each character by its plainest form.
fn folded(text: &str) -> impl Iterator<Item = char> {
    text.nfkd().flat_map(char::to_lowercase).filter(|character| !is_combining_mark(*character)).flat_map(plain)
}

/// What is written for letters that are not put together from a letter and an accent.
pub(super) fn plain(character: char) -> impl Iterator<Item = char> {
    let (first, second) = match character {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        'ø' => ('o', None),
        'đ' | 'ð' => ('d', None),
        'ł' => ('l', None),
        'ı' => ('i', None),
        'ς' => ('σ', None),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

/// Shows the words of a text, folded and cut, as often as they come.
///
/// An elided letter is no word (`l'examen`, `client's`), and a middle dot parts none (`col·legi`).
fn each_word(text: &str, mut visit: impl FnMut(&str)) {
    let mut characters = folded(text).chain(std::iter::once(' ')).peekable();
    let mut word = String::new();
    let (mut length, mut is_behind_apostrophe) = (0, false);
    while let Some(character) = characters.next() {
        if character.is_alphanumeric() {
            if length < LONGEST_WORD {
                word.push(character);
            }
            length += 1;
            continue;
        }
        let goes_on = length > 0 && characters.peek().is_some_and(|next| next.is_alphanumeric());
        if goes_on && character == '\u{b7}' {
            continue;
        }
        let is_apostrophe = goes_on && matches!(character, '\'' | '\u{2019}');
        let is_elided = length == 1 && (is_apostrophe || is_behind_apostrophe);
        if length > 0 && !is_elided {
            visit(&word);
        }
        is_behind_apostrophe = is_apostrophe;
        length = 0;
        word.clear();
    }
}

#[cfg(test)]
mod tests;
