//! Making a desk anew, line after line, through the same changes that made the first one, so that every index is made with it.
//!
//! Whoever wrote the lines may mean ill: nothing is taken for granted but what a line itself shows.

mod bytes;
mod desk;
mod keys;
mod threads;

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use self::bytes::Growing;
use self::keys::Kept;
use self::threads::Open;
use super::Counts;
use super::shape::{self, EndLine, Line, LinkLine};
use crate::domain::account::AccountId;
use crate::domain::dump::DumpFault;
use crate::domain::entry::BlobHash;
use crate::domain::letter::LetterId;
use crate::domain::ticket::TicketSeq;
use crate::domain::topic::TopicId;
use crate::store::{Places, StoreError, Write};

/// Why a line was not taken.
#[derive(Debug)]
pub enum Stop {
    /// It will not do.
    Fault(DumpFault),
    /// The store failed.
    Store(StoreError),
}

impl From<DumpFault> for Stop {
    fn from(fault: DumpFault) -> Self {
        Self::Fault(fault)
    }
}

/// In a new store nothing but a line can be at fault: what is taken twice, or is about what is not there.
impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Corrupt(_) => Self::Fault(DumpFault::Clash),
            error => Self::Store(error),
        }
    }
}

/// Gives the pieces of attachments that lie beside the dump; `None` where there is none.
pub type Pieces<'p> = &'p mut dyn FnMut(&BlobHash, u32) -> Option<Vec<u8>>;

/// What was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// What the desk is called.
    pub desk: String,
    /// How much of it there is.
    pub counts: Counts,
    /// How many letters wait to leave.
    pub waiting: u64,
    /// How many people have no password yet, and no code any more to set one.
    pub invited: u64,
}

/// A desk that is being made.
#[derive(Default)]
pub struct Loader {
    /// In which part of the dump the last line stood.
    part: u8,
    sum: Sha256,
    lines: u64,
    loaded: Loaded,
    places: Places,
    /// Each with whether it is of staff.
    accounts: BTreeMap<AccountId, bool>,
    /// Those who may go by themselves as long as they are not confirmed.
    unconfirmed: BTreeSet<AccountId>,
    /// Each with the one above it.
    topics: BTreeMap<TopicId, Option<TopicId>>,
    /// Whom topics and people name, who may come later.
    named: BTreeSet<AccountId>,
    /// Whether somebody can set the desk up.
    has_admin: bool,
    /// What became a part of another ticket, which may come later.
    parts: Vec<TicketSeq>,
    growing: Option<Growing>,
    open: Option<Open>,
    frozen: Option<(LetterId, u32, Vec<u8>)>,
    kept: Option<Kept>,
}

impl Loader {
    /// How far it is, by the tickets that the first line announced.
    pub fn progress(&self) -> super::Progress {
        super::Progress { done: self.loaded.counts.tickets, of: self.places.tickets.into() }
    }

    /// Takes a line with its end.
    ///
    /// # Errors
    /// What is wrong with it; those of the store.
    pub fn take(&mut self, tx: &mut dyn Write, bytes: &[u8], beside: Option<Pieces<'_>>) -> Result<(), Stop> {
        let text = bytes.strip_suffix(b"\n").ok_or(DumpFault::Cut)?;
        if self.lines == 0 {
            shape::check_head(text)?;
        }
        let line = shape::read(text)?;
        self.enter(tx, &line)?;
        if let Line::End(end) = &line {
            return self.end(tx, end);
        }
        self.sum.update(bytes);
        self.lines += 1;
        match line {
            Line::Blob(blob) => self.blob(tx, &blob, beside),
            line => self.put(tx, line),
        }
    }

    /// What was made; only a dump with its end is one.
    ///
    /// # Errors
    /// `Cut`.
    pub fn finish(self) -> Result<Loaded, DumpFault> {
        if self.part == END { Ok(self.loaded) } else { Err(if self.lines == 0 { DumpFault::NotADump } else { DumpFault::Cut }) }
    }

    /// Sees that a line stands where it may, and ends what came before it.
    fn enter(&mut self, tx: &mut dyn Write, line: &Line) -> Result<(), Stop> {
        let part = part_of(line);
        let is_single = matches!(line, Line::Dump(_) | Line::Secret(_) | Line::End(_));
        let follows = if is_single { part > self.part } else { part >= self.part };
        // The first two are never left out.
        if !follows || (self.part < SECRET && part != self.part + 1) {
            return Err(DumpFault::Misplaced.into());
        }
        if part > ACCOUNT && self.part <= ACCOUNT {
            self.end_people()?;
        }
        if !matches!(line, Line::Piece(_)) {
            self.end_blob(tx)?;
        }
        if !matches!(line, Line::Entry(_) | Line::Mark(_)) {
            self.end_ticket()?;
        }
        if !matches!(line, Line::Frozen(_)) {
            self.end_frozen(tx)?;
        }
        if !matches!(line, Line::Printed(_)) {
            self.end_key(tx)?;
        }
        if part > NUMBER && self.part <= NUMBER {
            self.end_tickets(tx)?;
        }
        self.part = part;
        Ok(())
    }

    fn put(&mut self, tx: &mut dyn Write, line: Line) -> Result<(), Stop> {
        match line {
            Line::Dump(head) => self.head(tx, head),
            Line::Secret(line) => tx.set_secret(&line.secret.0).map_err(Stop::from),
            Line::Setting(line) => self.setting(tx, &line),
            Line::Topic(line) => self.topic(tx, line.topic().ok_or(DumpFault::Unreadable)?),
            Line::Account(line) => self.account(tx, line.account().ok_or(DumpFault::Unreadable)?),
            Line::Piece(line) => self.piece(tx, &line),
            Line::Ticket(line) => self.ticket(tx, *line),
            Line::Entry(line) => self.entry(tx, line),
            Line::Mark(line) => self.mark(tx, &line),
            Line::Number(line) => {
                let (number, seq) = line.number().ok_or(DumpFault::Unreadable)?;
                if seq.0 > self.places.tickets {
                    return Err(DumpFault::Clash.into());
                }
                self.loaded.counts.numbers += 1;
                Ok(tx.put_purged_number(&number, seq)?)
            }
            Line::Task(line) => self.task(tx, line.task().ok_or(DumpFault::Unreadable)?),
            Line::Letter(line) => {
                let letter = line.letter().ok_or(DumpFault::Unreadable)?;
                let mut people = letter.recipient.iter().chain(&letter.instead_of);
                if tx.letter(&letter.id)?.is_some() || people.any(|who| !self.accounts.contains_key(who)) {
                    return Err(DumpFault::Clash.into());
                }
                self.loaded.counts.letters += 1;
                self.loaded.waiting += u64::from(letter.state.is_waiting());
                Ok(tx.put_letter(&letter)?)
            }
            Line::Frozen(line) => self.frozen(tx, line),
            Line::Key(line) => self.key(tx, line),
            Line::Printed(line) => self.printed(&line),
            Line::Link(line) => self.link(tx, line),
            Line::Blob(_) | Line::End(_) => Err(DumpFault::Misplaced.into()),
        }
    }

    fn link(&mut self, tx: &mut dyn Write, line: LinkLine) -> Result<(), Stop> {
        let (link, payload) = line.link().ok_or(DumpFault::Unreadable)?;
        let last = tx.last_audit()?;
        let follows = link.sequence == last.as_ref().map_or(1, |last| last.sequence + 1);
        let is_chained = link.previous == last.map_or([0; 32], |last| last.hash());
        if !follows || !is_chained || payload.as_ref().is_some_and(|payload| payload.hash() != link.payload_hash) {
            return Err(DumpFault::Altered.into());
        }
        self.loaded.counts.links += 1;
        match payload {
            Some(payload) => Ok(tx.append_audit(&link, &payload)?),
            None => Ok(tx.append_bare_audit(&link)?),
        }
    }

    fn end(&mut self, tx: &mut dyn Write, end: &EndLine) -> Result<(), Stop> {
        let sum: [u8; 32] = std::mem::take(&mut self.sum).finalize().into();
        if end.lines != self.lines || end.sha256.0 != sum || end.counts != self.loaded.counts {
            return Err(DumpFault::Altered.into());
        }
        Ok(tx.pass_places(&self.places)?)
    }
}

const SECRET: u8 = 2;
const ACCOUNT: u8 = 5;
const NUMBER: u8 = 8;
const END: u8 = 13;

/// In which part of a dump a line stands.
fn part_of(line: &Line) -> u8 {
    match line {
        Line::Dump(_) => 1,
        Line::Secret(_) => SECRET,
        Line::Setting(_) => 3,
        Line::Topic(_) => 4,
        Line::Account(_) => ACCOUNT,
        Line::Blob(_) | Line::Piece(_) => 6,
        Line::Ticket(_) | Line::Entry(_) | Line::Mark(_) => 7,
        Line::Number(_) => NUMBER,
        Line::Task(_) => 9,
        Line::Letter(_) | Line::Frozen(_) => 10,
        Line::Key(_) | Line::Printed(_) => 11,
        Line::Link(_) => 12,
        Line::End(_) => END,
    }
}
