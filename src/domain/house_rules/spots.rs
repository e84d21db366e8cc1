//! Where something was found, as people and machines are told of it.

use std::ops::Range;

use super::{Found, Matter};

/// The most places that are told of at once; of the rest, only how many they are.
pub const MOST_SPOTS: usize = 100;
/// So many characters of a line are shown around a place.
const AROUND: usize = 60;

/// Which of the words that somebody gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The subject.
    Subject,
    /// The message itself.
    Message,
    /// The name of a file with it.
    Attachment,
    /// Somebody's name.
    Name,
    /// Somebody's handle.
    Handle,
}

impl Field {
    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Message => "message",
            Self::Attachment => "attachment",
            Self::Name => "name",
            Self::Handle => "handle",
        }
    }
}

/// A place in somebody's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// In which of them.
    pub field: Field,
    /// What was found there.
    pub matter: Matter,
    /// Where, in characters of the text as it was given.
    pub place: Range<usize>,
    /// What was found.
    pub words: String,
    /// What stands before it on its line, or the end of that.
    pub before: String,
    /// What stands behind it, or the beginning of that.
    pub behind: String,
}

impl Spot {
    /// The place of something that was found in a text, before which there are so many characters.
    fn new(field: Field, text: &str, found: &Found, characters: usize) -> Self {
        let words = found.words(text).to_owned();
        // Of a long line no more is looked at than is shown.
        let is_of_line = |character: &char| *character != '\n';
        let before = text.get(..found.place.start).unwrap_or_default().chars().rev().take_while(is_of_line);
        let behind = text.get(found.place.end..).unwrap_or_default().chars().take_while(is_of_line);
        let mut before = shown(before);
        before.reverse();
        Self {
            field,
            matter: found.matter,
            place: characters..characters + words.chars().count(),
            words,
            before: before.into_iter().collect(),
            behind: shown(behind).into_iter().collect(),
        }
    }
}

/// The first of the characters beside a place, with `…` where there are more.
fn shown(mut characters: impl Iterator<Item = char>) -> Vec<char> {
    let mut shown: Vec<_> = characters.by_ref().take(AROUND).collect();
    shown.extend(characters.next().map(|_| '…'));
    shown
}

/// Places in somebody's words: the first of them, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spots {
    /// At most [`MOST_SPOTS`] of them.
    pub shown: Vec<Spot>,
    /// How many there are besides.
    pub more: usize,
}

impl Spots {
    /// Adds what was found in a text, in the order in which it stands there.
    pub fn add(&mut self, field: Field, text: &str, found: &[Found]) {
        let shown = found.len().min(MOST_SPOTS - self.shown.len());
        let (mut at, mut characters) = (0, 0);
        for found in &found[..shown] {
            // Counted on from one to the next, so that the text is gone through once.
            characters += text.get(at..found.place.start).unwrap_or_default().chars().count();
            at = found.place.start;
            self.shown.push(Spot::new(field, text, found, characters));
        }
        self.more += found.len() - shown;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Insults, find};
    use super::*;

    fn spots(text: &str) -> Spots {
        let mut spots = Spots::default();
        spots.add(Field::Message, text, &find(text, &Matter::ALL, &Insults::default()));
        spots
    }

    #[test]
    fn a_spot_has_its_line_and_its_place_in_characters() {
        let text = format!("Añado:\n{}ñ 612345678{}\nFin", "a".repeat(80), "b".repeat(80).replace("bb", " b"));
        let [spot] = &spots(&text).shown[..] else { panic!() };
        assert_eq!(spot.place, 89..98);
        assert_eq!((spot.before.chars().count(), spot.behind.chars().count()), (61, 61));
        assert!(spot.before.starts_with("…a") && spot.before.ends_with("ñ ") && spot.behind.ends_with('…'));
        let [first, second] = &spots("ñ 612345678\nñ ana@correo.es").shown[..] else { panic!() };
        assert_eq!((first.place.clone(), first.before.as_str(), first.behind.as_str()), (2..11, "ñ ", ""));
        assert_eq!((second.place.clone(), second.before.as_str(), second.behind.as_str()), (14..27, "ñ ", ""));
    }

    /// However much is found, what is made of it has a bound; a text that is one line would else be taken up for each place.
    #[test]
    fn so_many_places_are_told_of_and_the_rest_is_counted() {
        let text = "1€ ".repeat(5_000);
        let spots = spots(&text);
        assert_eq!((spots.shown.len(), spots.more), (MOST_SPOTS, 5_000 - MOST_SPOTS));
        assert!(
            spots.shown.iter().all(|spot| spot.before.chars().count() <= AROUND + 1 && spot.behind.chars().count() <= AROUND + 1)
        );
        assert_eq!(spots.shown[99].place, 297..299);
        let mut two = spots;
        two.add(Field::Subject, "1€", &find("1€", &Matter::ALL, &Insults::default()));
        assert_eq!((two.shown.len(), two.more), (MOST_SPOTS, 5_001 - MOST_SPOTS));
    }
}
