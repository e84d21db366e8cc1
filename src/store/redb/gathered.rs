//! What many texts are found by, gathered by term before it becomes bitmaps.
//!
//! A term of a block is in thousands of texts: its bitmap is made once of all of them, and not again for each.

use std::collections::HashMap;

use roaring::RoaringBitmap;

use super::bits::split;
use super::postings::{self, Class};
use super::source::Writer;
use super::tables::Key;
use crate::domain::search::{Reader, Terms};
use crate::domain::ticket::TicketSeq;
use crate::store::Result;

/// How much may be gathered: in places of two bytes, and as much again while lists grow.
const MOST: usize = 4_000_000;
/// What a term weighs beside its places.
const TERM: usize = 64;

/// For each term the places that it leads to.
#[derive(Debug, Default)]
pub struct Places {
    of: HashMap<Key, Vec<u16>>,
    weight: usize,
}

impl Places {
    /// Adds what a text is found by.
    pub fn add(&mut self, seq: TicketSeq, class: Class, terms: &Terms) {
        let (block, place) = split(seq.0);
        // A block has 8,192 of them.
        let place = place as u16;
        for key in postings::keys_of(terms, block, class) {
            let places = self.of.entry(key).or_insert_with(|| {
                self.weight += TERM;
                Vec::new()
            });
            if places.last() != Some(&place) {
                places.push(place);
                self.weight += 1;
            }
        }
    }

    /// Whether a term is there.
    pub fn has(&self, key: &[u8]) -> bool {
        self.of.contains_key(key)
    }

    /// Whether no term is there.
    pub fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// The places of a term, which is there no more.
    pub fn take(&mut self, key: &[u8]) -> Option<RoaringBitmap> {
        self.of.remove(key).map(bits)
    }

    /// Every term with its places, in the order of the index.
    pub fn into_sorted(self) -> impl Iterator<Item = (Key, RoaringBitmap)> {
        let mut all: Vec<_> = self.of.into_iter().collect();
        all.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        all.into_iter().map(|(key, places)| (key, bits(places)))
    }
}

fn bits(mut places: Vec<u16>) -> RoaringBitmap {
    // They come in a few rows, each in order: of subjects and of entries, of one transaction and of the next.
    places.sort();
    let mut bits = RoaringBitmap::new();
    for place in places {
        // One that comes twice is there already.
        drop(bits.try_push(place.into()));
    }
    bits
}

/// The texts of a transaction that many are kept in, as they come.
#[derive(Debug, Default)]
pub struct Gathering {
    reader: Reader,
    places: Places,
}

impl Gathering {
    /// Takes a text in.
    pub fn add(&mut self, seq: TicketSeq, class: Class, text: &str) {
        let terms = self.reader.terms(text);
        self.places.add(seq, class, &terms);
    }

    /// Whether it is time to put them into the index.
    pub fn is_full(&self) -> bool {
        self.places.weight >= MOST
    }

    /// Puts what was gathered into the index; it is gathered no more.
    ///
    /// # Errors
    /// Those of the store.
    pub fn put(&mut self, writer: &Writer) -> Result<()> {
        for (key, places) in std::mem::take(&mut self.places).into_sorted() {
            let bits = postings::load(writer, &key)? | places;
            postings::store(writer, &key, bits)?;
        }
        Ok(())
    }
}
