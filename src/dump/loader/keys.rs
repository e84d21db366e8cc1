//! Idempotency keys: what was done under one must not be done again here.

use super::{Loader, Stop};
use crate::domain::account::AccountId;
use crate::domain::dump::DumpFault;
use crate::dump::shape::{KeyLine, PrintedLine};
use crate::dump::{LONGEST_LINE, PIECE};
use crate::store::{KeyRecord, Write};

/// A key of which more may be to come.
pub(super) struct Kept {
    account: AccountId,
    key: String,
    record: KeyRecord,
    next: u32,
}

impl Loader {
    pub(super) fn key(&mut self, tx: &mut dyn Write, line: KeyLine) -> Result<(), Stop> {
        let (account, key, record) = line.key().ok_or(DumpFault::Unreadable)?;
        self.knows(Some(account).filter(|account| account.0 > 0))?;
        if tx.key(account, &key)?.is_some() {
            return Err(DumpFault::Clash.into());
        }
        self.loaded.counts.keys += 1;
        self.kept = Some(Kept { account, key, record, next: 0 });
        Ok(())
    }

    pub(super) fn printed(&mut self, line: &PrintedLine) -> Result<(), Stop> {
        let kept = self.kept.as_mut().filter(|kept| kept.next == line.index).ok_or(DumpFault::Misplaced)?;
        let printed = &mut kept.record.printed;
        // What was told of a failure comes behind what was done.
        let is_in_order = line.is_error || printed.stderr.is_empty();
        let stream = if line.is_error { &mut printed.stderr } else { &mut printed.stdout };
        if !is_in_order || line.data.0.is_empty() || line.data.0.len() > PIECE || stream.len() > LONGEST_LINE {
            return Err(DumpFault::Misplaced.into());
        }
        stream.extend_from_slice(&line.data.0);
        kept.next += 1;
        Ok(())
    }

    pub(super) fn end_key(&mut self, tx: &mut dyn Write) -> Result<(), Stop> {
        match self.kept.take() {
            Some(kept) => Ok(tx.put_key(kept.account, &kept.key, &kept.record)?),
            None => Ok(()),
        }
    }
}
