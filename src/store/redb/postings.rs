//! Which tickets hold which terms: for each block of seqs, term and class a bitmap.
//!
//! The block comes first, so that a list of the newest is told by the last blocks, however many tickets a word is in, and new texts
//! change neighbouring rows. It knows nothing of texts, nor of what waits.

use roaring::RoaringBitmap;

use super::bits::{join, seal_block, split, unseal_block};
use super::source::{Source, Writer};
use super::tables::{Kept, Key, Parts};
use crate::domain::search::Terms;
use crate::domain::ticket::TicketSeq;
use crate::store::Result;

/// Whole words and stems, each among its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, folded.
    Word,
    /// Stems.
    Stem,
}

/// Who may find a ticket by a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Everybody who sees the ticket.
    Public,
    /// Staff.
    Staff,
}

impl Class {
    /// The classes that somebody may find by.
    pub fn seen(is_staff: bool) -> &'static [Self] {
        if is_staff { &[Self::Public, Self::Staff] } else { &[Self::Public] }
    }

    /// The class of a text.
    pub fn of(is_public: bool) -> Self {
        if is_public { Self::Public } else { Self::Staff }
    }
}

/// What the keys of a block begin with.
pub fn block_key(block: u32) -> Key {
    Key::new().number(block)
}

/// What the keys of the words of a block that begin so begin with.
pub fn prefix_key(block: u32, prefix: &str) -> Key {
    block_key(block).byte(1).bytes(prefix.as_bytes())
}

/// The key of a term in a block.
pub fn key(block: u32, kind: Kind, term: &str, class: Class) -> Key {
    let kind = match kind {
        Kind::Word => 1,
        Kind::Stem => 2,
    };
    let class = match class {
        Class::Public => 0,
        Class::Staff => 1,
    };
    block_key(block).byte(kind).text(term).byte(class)
}

/// The block of a key, and whether only staff may find by it; `None` when it is none.
pub fn parts_of(key: &[u8]) -> Option<(u32, Class)> {
    let mut parts = Parts(key);
    let block = parts.number()?;
    let class = match parts.rest().split_last()? {
        (0, _) => Class::Public,
        (1, _) => Class::Staff,
        _ => return None,
    };
    Some((block, class))
}

/// The keys of terms in a block.
pub fn keys_of(terms: &Terms, block: u32, class: Class) -> impl Iterator<Item = Key> {
    let words = terms.words.iter().map(move |word| key(block, Kind::Word, word, class));
    words.chain(terms.stems.iter().map(move |stem| key(block, Kind::Stem, stem, class)))
}

/// The bits of a key; empty where none are kept.
pub fn load(source: &dyn Source, key: &[u8]) -> Result<RoaringBitmap> {
    source.get(Kept::SearchPostings, key)?.map_or_else(|| Ok(RoaringBitmap::new()), |bytes| unseal_block(key, &bytes))
}

/// Keeps the bits of a key; a row without any is removed.
pub fn store(writer: &Writer, key: &[u8], bits: RoaringBitmap) -> Result<()> {
    if bits.is_empty() {
        return writer.remove(Kept::SearchPostings, key);
    }
    writer.insert(Kept::SearchPostings, key, &seal_block(key, bits)?)
}

/// Takes terms away from a ticket.
pub fn remove(writer: &Writer, seq: TicketSeq, terms: &Terms, class: Class) -> Result<()> {
    let (block, place) = split(seq.0);
    for key in keys_of(terms, block, class) {
        let mut bits = load(writer, &key)?;
        if bits.remove(place) {
            store(writer, &key, bits)?;
        }
    }
    Ok(())
}

/// The seqs of a block.
pub fn seqs(block: u32) -> std::ops::RangeInclusive<u32> {
    join(block, 0)..=join(block, (1 << super::bits::BLOCK_BITS) - 1)
}
