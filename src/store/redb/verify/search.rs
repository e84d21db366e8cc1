//! The index of texts against the texts.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::{Findings, Part};
use crate::domain::search::Reader;
use crate::store::Result;
use crate::store::redb::bits::unseal_block;
use crate::store::redb::gathered::Places;
use crate::store::redb::postings;
use crate::store::redb::rebuild::{blocks, each_of_block, each_text};
use crate::store::redb::source::{Source, scan_prefix};
use crate::store::redb::tables::Kept;
use crate::store::redb::texts::waiting_of;

/// What is looked at here.
pub const PARTS: &[Part] = &[("search", search)];

fn search(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    let mut reader = Reader::default();
    (0..blocks(source)?).try_for_each(|block| check_block(source, block, &mut reader, findings))
}

/// Each text must be in the index or wait, and nothing else may.
fn check_block(source: &dyn Source, block: u32, reader: &mut Reader, findings: &mut Findings) -> Result<()> {
    let mut waiting = BTreeMap::new();
    each_of_block(source, Kept::SearchPending, block, &mut |key, bytes| {
        let text = waiting_of(key, bytes)?;
        waiting.insert((text.seq, text.id), (text.class, text.terms));
        Ok(ControlFlow::Continue(()))
    })?;
    let mut expected = Places::default();
    // Where nothing waits, all that is expected must be there.
    let mut merged = (!waiting.is_empty()).then(Places::default);
    each_text(source, block, reader, &mut |seq, id, class, terms| {
        expected.add(seq, class, &terms);
        match waiting.remove(&(seq, id)) {
            None => merged.iter_mut().for_each(|merged| merged.add(seq, class, &terms)),
            Some(kept) if kept == (class, terms) => {}
            Some(_) => findings.add(format!("search_pending: a text of ticket {} waits as another", seq.0)),
        }
    })?;
    if let Some(((seq, _), _)) = waiting.first_key_value() {
        findings.add(format!("search_pending: what waits of ticket {} is no text of it", seq.0));
    }
    scan_prefix(source, Kept::SearchPostings, &postings::block_key(block), None, &mut |key, bytes| {
        let bits = unseal_block(key, bytes)?;
        let expected = expected.take(key);
        if expected.as_ref().is_none_or(|expected| !bits.is_subset(expected)) {
            findings.add(format!("search_postings: a word of block {block} leads to tickets without it"));
        }
        let merged = merged.as_mut().map_or(expected, |merged| merged.take(key));
        if let Some(merged) = merged
            && !merged.is_subset(&bits)
        {
            findings.add(format!("search_postings: a word of block {block} does not lead to all tickets with it"));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    if !merged.unwrap_or(expected).is_empty() {
        findings.add(format!("search_postings: words of block {block} are missing"));
    }
    Ok(())
}
