//! A query as bitmaps: which tickets of a block are found, by the index and by what waits to be taken into it.
//!
//! It knows nothing of filters and orders.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use roaring::RoaringBitmap;

use super::bits::{split, unseal_block};
use super::codec::unpack;
use super::desk::damaged;
use super::postings::{self, Class, Kind};
use super::record::WaitingV1;
use super::source::{Source, scan_prefix};
use super::tables::Kept;
use super::texts::place_of;
use crate::domain::search::{Search, Wanted};
use crate::store::Result;

/// A query over the texts of a transaction.
pub struct Finder<'s> {
    source: &'s dyn Source,
    classes: &'static [Class],
    wanted: Vec<(&'s Wanted, BTreeMap<u32, RoaringBitmap>)>,
}

impl<'s> Finder<'s> {
    /// Looks through what waits, once for all blocks.
    ///
    /// # Errors
    /// Those of the store.
    pub fn new(source: &'s dyn Source, search: &'s Search, is_staff: bool) -> Result<Self> {
        let classes = Class::seen(is_staff);
        source.flush()?;
        let mut wanted: Vec<_> = search.wanted().iter().map(|wanted| (wanted, BTreeMap::new())).collect();
        scan_prefix(source, Kept::SearchPending, &[], None, &mut |key, bytes| {
            let text = unpack::<WaitingV1>(key, bytes)?;
            if classes.contains(&Class::of(text.is_public())) {
                let (block, place) = split(place_of(key)?.0.0);
                for (_, found) in wanted.iter_mut().filter(|(wanted, _)| text.has(wanted)) {
                    found.entry(block).or_insert_with(RoaringBitmap::new).insert(place);
                }
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(Self { source, classes, wanted })
    }

    /// The places of a block in which all words are.
    ///
    /// # Errors
    /// Those of the store.
    pub fn block(&self, block: u32) -> Result<RoaringBitmap> {
        let mut left: Option<RoaringBitmap> = None;
        for (wanted, waiting) in &self.wanted {
            let mut bits = self.indexed(wanted, block)?;
            if let Some(waiting) = waiting.get(&block) {
                bits |= waiting;
            }
            let bits = left.take().map_or_else(|| bits.clone(), |left| left & &bits);
            if bits.is_empty() {
                return Ok(bits);
            }
            left = Some(bits);
        }
        Ok(left.unwrap_or_default())
    }

    fn indexed(&self, wanted: &Wanted, block: u32) -> Result<RoaringBitmap> {
        let mut bits = RoaringBitmap::new();
        match wanted {
            Wanted::Stems(stems) => {
                for (stem, class) in stems.iter().flat_map(|stem| self.classes.iter().map(move |class| (stem, *class))) {
                    bits |= postings::load(self.source, &postings::key(block, Kind::Stem, stem, class))?;
                }
            }
            Wanted::Prefix(prefix) => {
                let from = postings::prefix_key(block, prefix);
                scan_prefix(self.source, Kept::SearchPostings, &from, None, &mut |key, bytes| {
                    let (_, class) = postings::parts_of(key).ok_or_else(|| damaged("search_postings: a strange key"))?;
                    if self.classes.contains(&class) {
                        bits |= unseal_block(key, bytes)?;
                    }
                    Ok(ControlFlow::Continue(()))
                })?;
            }
        }
        Ok(bits)
    }
}
