//! Attachments and composed letters, whose bytes come in pieces.

use sha2::{Digest, Sha256};

use super::{Loader, Pieces, Stop};
use crate::domain::dump::DumpFault;
use crate::domain::entry::BlobHash;
use crate::domain::letter::LetterId;
use crate::dump::shape::{BlobLine, FrozenLine, PieceLine};
use crate::dump::writer::pieces;
use crate::dump::{LONGEST_LINE, PIECE};
use crate::store::{Blob, Write};

/// An attachment of which pieces are still to come.
pub(super) struct Growing {
    hash: BlobHash,
    blob: Blob,
    next: u32,
    got: u64,
    sum: Sha256,
}

impl Loader {
    pub(super) fn blob(&mut self, tx: &mut dyn Write, line: &BlobLine, beside: Option<Pieces<'_>>) -> Result<(), Stop> {
        let hash = BlobHash(line.sha256.0);
        if tx.blob(&hash)?.is_some() {
            return Err(DumpFault::Clash.into());
        }
        self.loaded.counts.blobs += 1;
        let blob = Blob { size: line.size, staged_at: line.staged_at.0 };
        self.growing = Some(Growing { hash, blob, next: 0, got: 0, sum: Sha256::new() });
        if !line.beside {
            return Ok(());
        }
        let beside = beside.ok_or(DumpFault::NoBytes)?;
        (0..pieces(line.size)).try_for_each(|index| {
            let data = beside(&hash, index).ok_or(DumpFault::NoBytes)?;
            self.grow(tx, &hash, index, &data)
        })
    }

    pub(super) fn piece(&mut self, tx: &mut dyn Write, line: &PieceLine) -> Result<(), Stop> {
        self.grow(tx, &BlobHash(line.sha256.0), line.index, &line.data.0)
    }

    fn grow(&mut self, tx: &mut dyn Write, hash: &BlobHash, index: u32, data: &[u8]) -> Result<(), Stop> {
        let growing = self.growing.as_mut().filter(|growing| growing.hash == *hash && growing.next == index);
        let growing = growing.ok_or(DumpFault::Misplaced)?;
        let left = growing.blob.size.saturating_sub(growing.got);
        if data.is_empty() || data.len() as u64 != left.min(PIECE as u64) {
            return Err(DumpFault::WrongBytes.into());
        }
        growing.next += 1;
        growing.got += data.len() as u64;
        growing.sum.update(data);
        Ok(tx.put_blob_chunk(hash, index, data)?)
    }

    pub(super) fn end_blob(&mut self, tx: &mut dyn Write) -> Result<(), Stop> {
        let Some(growing) = self.growing.take() else { return Ok(()) };
        let sum: [u8; 32] = growing.sum.finalize().into();
        if growing.got != growing.blob.size || sum != growing.hash.0 {
            return Err(DumpFault::WrongBytes.into());
        }
        Ok(tx.put_blob(&growing.hash, growing.blob)?)
    }

    pub(super) fn frozen(&mut self, tx: &mut dyn Write, line: FrozenLine) -> Result<(), Stop> {
        let id = LetterId(line.letter.0);
        let (of, next, mut bytes) = match self.frozen.take() {
            Some(begun) => begun,
            None if tx.letter(&id)?.is_some() => (id, 0, Vec::new()),
            None => return Err(DumpFault::Misplaced.into()),
        };
        if of != id || next != line.index || line.data.0.len() > PIECE || bytes.len() > LONGEST_LINE {
            return Err(DumpFault::Misplaced.into());
        }
        bytes.extend_from_slice(&line.data.0);
        self.frozen = Some((id, next + 1, bytes));
        Ok(())
    }

    pub(super) fn end_frozen(&mut self, tx: &mut dyn Write) -> Result<(), Stop> {
        match self.frozen.take() {
            Some((id, _, bytes)) => Ok(tx.put_frozen(&id, Some(&bytes))?),
            None => Ok(()),
        }
    }
}
