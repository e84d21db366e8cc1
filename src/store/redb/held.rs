//! What a transaction holds back, so that a command over thousands of tickets writes each bitmap once; and no more than has room.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use roaring::RoaringBitmap;

use super::bits;
use super::facets::{self, Facet};
use super::gathered::Gathering;
use super::source::Writer;
use crate::store::Result;

/// How many bitmaps of facets are held back at most; the largest has eight kibibytes.
const MOST: usize = 2_000;

/// Bits of facets, and texts where many come.
#[derive(Default)]
pub struct Held {
    blocks: RefCell<BTreeMap<Facet, BTreeMap<u32, RoaringBitmap>>>,
    count: Cell<usize>,
    gathering: RefCell<Option<Gathering>>,
}

impl Held {
    /// Says whether a ticket is of a facet.
    ///
    /// # Errors
    /// Those of the store.
    pub fn set_bit(&self, writer: &Writer, facet: Facet, seq: u32, is_set: bool) -> Result<()> {
        let (block, place) = bits::split(seq);
        if self.blocks.borrow().get(&facet).is_none_or(|blocks| !blocks.contains_key(&block)) {
            if self.count.get() >= MOST {
                self.write_bits(writer)?;
            }
            let bits = facets::load_block(writer, facet, block)?;
            self.count.set(self.count.get() + 1);
            self.blocks.borrow_mut().entry(facet).or_default().insert(block, bits);
        }
        let mut blocks = self.blocks.borrow_mut();
        let bits = blocks.entry(facet).or_default().entry(block).or_default();
        if is_set {
            bits.insert(place)
        } else {
            bits.remove(place)
        };
        Ok(())
    }

    fn write_bits(&self, writer: &Writer) -> Result<()> {
        self.count.set(0);
        for (facet, blocks) in self.blocks.take() {
            for (block, bits) in blocks {
                facets::store_block(writer, facet, block, bits)?;
            }
        }
        Ok(())
    }

    /// Takes texts into the index as they come from now on, many at once.
    pub fn gather_texts(&self) {
        self.gathering.borrow_mut().get_or_insert_default();
    }

    /// Shows what gathers texts, if that was asked for, and puts what was gathered into the index when it is much.
    ///
    /// # Errors
    /// Those of the store.
    pub fn gather(&self, writer: &Writer, add: impl FnOnce(&mut Gathering)) -> Result<bool> {
        let mut gathering = self.gathering.borrow_mut();
        let Some(gathering) = gathering.as_mut() else { return Ok(false) };
        add(gathering);
        if gathering.is_full() {
            gathering.put(writer)?;
        }
        Ok(true)
    }

    /// Writes all of it into its tables.
    ///
    /// # Errors
    /// Those of the store.
    pub fn write(&self, writer: &Writer) -> Result<()> {
        self.write_bits(writer)?;
        self.gathering.borrow_mut().as_mut().map_or(Ok(()), |gathering| gathering.put(writer))
    }
}
