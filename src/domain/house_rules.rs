//! The house rules: what of a text they look for, and where it stands.
//!
//! A text is looked at as people see it (`seen`): without what shows nothing, every digit in whatever script as a digit, in small
//! letters without accents. It is taken apart into words, digits and marks, and each rule reads those once, so that the time that
//! a text takes grows with its length and with nothing else. What only looks like a telephone number, such as pages, years or the
//! number of a book, is taken out first (`references`).
//!
//! Who looks hands in the text that is to be looked at, all of it: what a mail program put under it is theirs to leave out.

mod amounts;
mod breach;
mod disguised;
mod insult;
mod mail;
mod mail_parts;
mod money;
mod named;
mod number_words;
mod numbers;
mod own;
mod phone;
mod references;
mod seen;
mod shapes;
mod spots;
mod usual_insults;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub use breach::{Breach, Rules, Treatment, Verdict};
pub use insult::Insults;
pub use own::Own;
pub use spots::{Field, MOST_SPOTS, Spot, Spots};

use numbers::Numbers;
use seen::Seen;

/// What the rules look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// A telephone number.
    Phone,
    /// A mail address.
    Email,
    /// An amount of money.
    Money,
    /// A word of the desk's list.
    Insult,
}

impl Matter {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Phone, Self::Email, Self::Money, Self::Insult];

    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Money => "money",
            Self::Insult => "insult",
        }
    }
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub matter: Matter,
    /// Where, in bytes of the text.
    pub place: Range<usize>,
}

impl Found {
    /// The words themselves, in the text in which they were found.
    pub fn words<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.place.clone()).unwrap_or_default()
    }
}

/// Everything of these matters in a text, in the order in which it stands there.
pub fn find(text: &str, matters: &[Matter], insults: &Insults) -> Vec<Found> {
    let wants = |matter| matters.contains(&matter);
    let seen = Seen::of(text);
    let mut found = Vec::new();
    let mut add = |matter, places: Vec<Range<usize>>| {
        found.extend(places.into_iter().map(|place| Found { matter, place: seen.source(place) }));
    };
    if wants(Matter::Insult) {
        add(Matter::Insult, insults.find(&seen));
    }
    if wants(Matter::Phone) || wants(Matter::Email) || wants(Matter::Money) {
        let addresses = mail::find(&seen);
        if wants(Matter::Phone) {
            let mut numbers = Numbers::of(&seen);
            references::set_apart(&seen, &mut numbers);
            add(Matter::Phone, beside(phone::find(&seen, &numbers), &addresses));
        }
        if wants(Matter::Money) {
            add(Matter::Money, beside(money::find(&seen), &addresses));
        }
        if wants(Matter::Email) {
            add(Matter::Email, addresses);
        }
    }
    found.sort_by_key(|found| (found.place.start, found.place.end, found.matter));
    found
}

/// Those that do not stand in an address, of which they would be a part. All are in order.
fn beside(mut places: Vec<Range<usize>>, addresses: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut rest = addresses;
    places.retain(|place| {
        while rest.first().is_some_and(|address| address.end <= place.start) {
            rest = &rest[1..];
        }
        rest.first().is_none_or(|address| place.end <= address.start)
    });
    places
}
