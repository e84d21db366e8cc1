//! Making a desk anew, line after line, through the same changes that made the first one, so that every index is made with it.
//!
//! Whoever wrote the lines may mean ill: nothing is taken for granted but what a line itself shows.

mod bytes;
mod keys;
mod threads;

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use self::bytes::Growing;
use self::keys::Kept;
use self::threads::Open;
use super::shape::{EndLine, HeadLine, Line, LinkLine, SettingLine};
use super::{Counts, FORMAT, VERSION};
use crate::domain::account::{Account, AccountId, Standing};
use crate::domain::dump::DumpFault;
use crate::domain::entry::BlobHash;
use crate::domain::letter::LetterId;
use crate::domain::settings;
use crate::domain::topic::{Topic, TopicId};
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
    accounts: BTreeSet<AccountId>,
    topics: BTreeSet<TopicId>,
    /// Whom topics and people name, who may come later.
    named: BTreeSet<AccountId>,
    parents: BTreeSet<TopicId>,
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
            check_head(text)?;
        }
        let line: Line = serde_json::from_slice(text).map_err(|_| DumpFault::Unreadable)?;
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
            let all_there = self.named.is_subset(&self.accounts) && self.parents.is_subset(&self.topics);
            if !all_there {
                return Err(DumpFault::Clash.into());
            }
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
                self.loaded.counts.numbers += 1;
                Ok(tx.put_purged_number(&number, seq)?)
            }
            Line::Letter(line) => {
                let letter = line.letter().ok_or(DumpFault::Unreadable)?;
                let mut people = letter.recipient.iter().chain(&letter.instead_of);
                if tx.letter(&letter.id)?.is_some() || people.any(|who| !self.accounts.contains(who)) {
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

    fn head(&mut self, tx: &mut dyn Write, head: HeadLine) -> Result<(), Stop> {
        tx.expect_many_texts();
        self.places = Places::from(&head.last);
        self.loaded.desk = head.desk;
        Ok(())
    }

    fn setting(&mut self, tx: &mut dyn Write, line: &SettingLine) -> Result<(), Stop> {
        let is_own = line.key.starts_with("internal.") && line.value.len() <= 64 * 1024;
        let is_known = || settings::check(&line.key, &line.value).is_ok_and(|kept| kept == line.value);
        if !is_own && !is_known() {
            return Err(DumpFault::Unreadable.into());
        }
        if tx.setting(&line.key)?.is_some() {
            return Err(DumpFault::Clash.into());
        }
        self.loaded.counts.settings += 1;
        Ok(tx.put_setting(&line.key, Some(&line.value))?)
    }

    fn topic(&mut self, tx: &mut dyn Write, topic: Topic) -> Result<(), Stop> {
        if !self.topics.insert(topic.id) {
            return Err(DumpFault::Clash.into());
        }
        self.parents.extend(topic.parent);
        self.named.extend(topic.agents.iter().flatten().copied());
        self.loaded.counts.topics += 1;
        Ok(tx.put_topic(&topic)?)
    }

    fn account(&mut self, tx: &mut dyn Write, account: Account) -> Result<(), Stop> {
        if !self.accounts.insert(account.id) {
            return Err(DumpFault::Clash.into());
        }
        self.named.extend(account.agent);
        self.named.extend(account.absence.as_ref().and_then(|absence| absence.substitute));
        self.loaded.counts.accounts += 1;
        self.loaded.invited += u64::from(account.standing == Standing::Invited);
        Ok(tx.put_account(&account)?)
    }

    fn knows(&self, who: impl IntoIterator<Item = AccountId>) -> Result<(), DumpFault> {
        if who.into_iter().all(|who| self.accounts.contains(&who)) { Ok(()) } else { Err(DumpFault::Clash) }
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
const END: u8 = 12;

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
        Line::Number(_) => 8,
        Line::Letter(_) | Line::Frozen(_) => 9,
        Line::Key(_) | Line::Printed(_) => 10,
        Line::Link(_) => 11,
        Line::End(_) => END,
    }
}

/// Sees that the first line is that of a dump that this program can read, whatever else stands there in a newer one.
fn check_head(text: &[u8]) -> Result<(), DumpFault> {
    let head: serde_json::Value = serde_json::from_slice(text).map_err(|_| DumpFault::NotADump)?;
    if head["kind"] != "dump" || head["format"] != FORMAT {
        return Err(DumpFault::NotADump);
    }
    match head["version"].as_u64() {
        Some(VERSION) => Ok(()),
        Some(newer) if newer > VERSION => Err(DumpFault::TooNew(newer)),
        _ => Err(DumpFault::NotADump),
    }
}
