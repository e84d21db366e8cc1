//! Writing a desk down: one snapshot, line after line, never more of it in memory than a line.

use sha2::{Digest, Sha256};

use super::shape::{
    AccountLine, BlobLine, Bytes, EndLine, EntryLine, FrozenLine, HeadLine, Hex, KeyLine, LetterLine, Line, LinkLine, MarkLine,
    NumberLine, PieceLine, PrintedLine, SecretLine, SettingLine, TaskLine, TicketLine, Time, TopicLine,
};
use super::{Broken, Counts, FORMAT, PIECE, Progress, VERSION};
use crate::domain::account::AccountId;
use crate::domain::entry::BlobHash;
use crate::domain::letter::LetterId;
use crate::domain::task::TaskFilter;
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Timestamp;
use crate::store::{PeoplePage, Printed, Read, StoreError};

/// How many people or letters are read at once.
const PAGE: usize = 256;
/// How many links are: what one command did to a hundred thousand tickets stands in one.
const FEW: usize = 16;

/// Where the bytes of attachments go instead of into the dump, one attachment after the other.
pub trait Beside<E> {
    /// Begins one; says whether its bytes are wanted.
    ///
    /// # Errors
    /// Its own.
    fn begin(&mut self, hash: &BlobHash, size: u64) -> Result<bool, E>;

    /// Takes the next bytes of one that is wanted.
    ///
    /// # Errors
    /// Its own.
    fn piece(&mut self, bytes: &[u8]) -> Result<(), E>;

    /// Ends one that is wanted.
    ///
    /// # Errors
    /// Its own.
    fn end(&mut self) -> Result<(), E>;
}

/// Whether these are the bytes of an attachment, all of them and no more.
pub fn is_whole(mut bytes: impl std::io::Read, hash: &BlobHash, size: u64) -> bool {
    let (mut sum, mut read, mut piece) = (Sha256::new(), 0, vec![0; PIECE]);
    loop {
        match bytes.read(&mut piece) {
            Ok(0) => break,
            Ok(count) if read + count as u64 <= size => {
                sum.update(&piece[..count]);
                read += count as u64;
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            _ => return false,
        }
    }
    read == size && sum.finalize().as_slice() == hash.0
}

/// Writes a desk down, and says how much of it there was. `sink` takes the bytes, `beside`, if there is one, those of attachments, and
/// `progress` is told now and then.
///
/// # Errors
/// Those of the store and of `sink`.
pub fn write<E: Broken>(
    read: &dyn Read,
    desk: &str,
    now: Timestamp,
    sink: &mut dyn FnMut(&[u8]) -> Result<(), E>,
    beside: Option<&mut dyn Beside<E>>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Counts, E> {
    let mut writer = Writer { read, sink, sum: Sha256::new(), lines: 0, counts: Counts::default() };
    let places = read.places()?;
    writer.line(&Line::Dump(HeadLine {
        format: FORMAT.to_owned(),
        version: VERSION,
        desk: desk.to_owned(),
        at: Time(now),
        last: places.into(),
    }))?;
    writer.desk()?;
    writer.people()?;
    writer.blobs(beside)?;
    for seq in 1..=places.tickets {
        progress(Progress { done: u64::from(seq) - 1, of: places.tickets.into() });
        writer.ticket(TicketSeq(seq))?;
    }
    writer.numbers()?;
    writer.tasks()?;
    writer.letters()?;
    writer.keys(now)?;
    writer.links()?;
    let (counts, lines, sum) = (writer.counts, writer.lines, writer.sum.clone());
    writer.line(&Line::End(EndLine { counts, lines, sha256: Hex(sum.finalize().into()) }))?;
    Ok(counts)
}

struct Writer<'w, E> {
    read: &'w dyn Read,
    sink: &'w mut dyn FnMut(&[u8]) -> Result<(), E>,
    sum: Sha256,
    lines: u64,
    counts: Counts,
}

impl<E: Broken> Writer<'_, E> {
    fn line(&mut self, line: &Line) -> Result<(), E> {
        let unmade = |error| StoreError::Unavailable(std::io::Error::new(std::io::ErrorKind::InvalidData, error));
        let mut bytes = serde_json::to_vec(line).map_err(unmade)?;
        bytes.push(b'\n');
        self.sum.update(&bytes);
        self.lines += 1;
        (self.sink)(&bytes)
    }

    fn desk(&mut self) -> Result<(), E> {
        self.line(&Line::Secret(SecretLine { secret: Hex(self.read.secret()?) }))?;
        for (key, value) in self.read.settings()? {
            self.counts.settings += 1;
            self.line(&Line::Setting(SettingLine { key, value }))?;
        }
        for topic in &self.read.topics()?.0 {
            self.counts.topics += 1;
            self.line(&Line::Topic(TopicLine::from(topic)))?;
        }
        Ok(())
    }

    fn people(&mut self) -> Result<(), E> {
        let mut after = None;
        loop {
            let page = self.read.people(&PeoplePage { role: None, after, limit: PAGE })?;
            for account in &page {
                self.counts.accounts += 1;
                self.line(&Line::Account(AccountLine::from(account)))?;
            }
            match page.last() {
                Some(last) => after = Some(last.handle.clone()),
                None => return Ok(()),
            }
        }
    }

    fn blobs(&mut self, mut beside: Option<&mut dyn Beside<E>>) -> Result<(), E> {
        let mut next = Some(BlobHash([0; 32]));
        while let Some(first) = next.take() {
            for (hash, blob) in self.read.blobs_from(&first, PAGE)? {
                self.counts.blobs += 1;
                let (sha256, staged_at) = (Hex(hash.0), Time(blob.staged_at));
                self.line(&Line::Blob(BlobLine { sha256, size: blob.size, staged_at, beside: beside.is_some() }))?;
                let is_wanted = beside.as_mut().map_or(Ok(true), |beside| beside.begin(&hash, blob.size))?;
                for index in 0..if is_wanted { pieces(blob.size) } else { 0 } {
                    let lost = || StoreError::Corrupt("a piece of an attachment is missing".into());
                    let data = self.read.blob_chunk(&hash, index)?.ok_or_else(lost)?;
                    match &mut beside {
                        Some(beside) => beside.piece(&data)?,
                        None => self.line(&Line::Piece(PieceLine { sha256, index, data: Bytes(data) }))?,
                    }
                }
                if let Some(beside) = beside.as_mut().filter(|_| is_wanted) {
                    beside.end()?;
                }
                next = after(hash);
            }
        }
        Ok(())
    }

    fn ticket(&mut self, seq: TicketSeq) -> Result<(), E> {
        let Some(ticket) = self.read.ticket(seq)? else { return Ok(()) };
        self.counts.tickets += 1;
        self.line(&Line::Ticket(Box::new(TicketLine::from(&ticket))))?;
        for outline in self.read.outline(seq)? {
            // One by one: a thread may be longer than what should be in memory at once.
            if let Some(entry) = self.read.entry(seq, outline.id)? {
                self.counts.entries += 1;
                self.line(&Line::Entry(EntryLine::of(seq, entry)))?;
            }
        }
        for (reader, entry) in self.read.read_marks(seq)? {
            self.counts.marks += 1;
            self.line(&Line::Mark(MarkLine { ticket: seq.0, reader: reader.0, entry: entry.0 }))?;
        }
        Ok(())
    }

    fn numbers(&mut self) -> Result<(), E> {
        let mut after = None;
        loop {
            let page = self.read.purged_numbers(after.as_ref(), PAGE)?;
            for (number, seq) in &page {
                self.counts.numbers += 1;
                self.line(&Line::Number(NumberLine::of(number, *seq)))?;
            }
            match page.into_iter().next_back() {
                Some((last, _)) => after = Some(last),
                None => return Ok(()),
            }
        }
    }

    fn tasks(&mut self) -> Result<(), E> {
        let mut after = None;
        loop {
            let page = self.read.tasks(&TaskFilter::default(), after, PAGE)?;
            for task in &page {
                self.counts.tasks += 1;
                self.line(&Line::Task(TaskLine::from(task)))?;
            }
            match page.last() {
                Some(last) => after = Some(last.id),
                None => return Ok(()),
            }
        }
    }

    fn letters(&mut self) -> Result<(), E> {
        let mut next = Some(LetterId([0; 16]));
        while let Some(first) = next.take() {
            for letter in self.read.letters_from(&first, PAGE)? {
                self.counts.letters += 1;
                self.line(&Line::Letter(Box::new(LetterLine::from(&letter))))?;
                // Composed with a code, it would tell one that is void.
                let is_void = matches!(letter.matter, crate::domain::letter::Matter::Code { .. });
                let frozen = if is_void { None } else { self.read.frozen(&letter.id)? };
                for (index, piece) in (0..).zip(frozen.as_deref().unwrap_or_default().chunks(PIECE)) {
                    let (letter, data) = (Hex(letter.id.0), Bytes(piece.to_vec()));
                    self.line(&Line::Frozen(FrozenLine { letter, index, data }))?;
                }
                next = u128::from_be_bytes(letter.id.0).checked_add(1).map(|next| LetterId(next.to_be_bytes()));
            }
        }
        Ok(())
    }

    /// Those that have not ended.
    fn keys(&mut self, now: Timestamp) -> Result<(), E> {
        let mut last: Option<(AccountId, String)> = None;
        loop {
            let after = last.as_ref().map(|(account, key)| (*account, key.as_str()));
            let Some((account, key, record)) = self.read.key_after(after)? else { return Ok(()) };
            if now < record.expires_at {
                self.counts.keys += 1;
                self.line(&Line::Key(KeyLine::of(account, &key, &record)))?;
                let Printed { stdout, stderr, exit: _ } = &record.printed;
                let printed = stdout.chunks(PIECE).map(|piece| (false, piece));
                for (index, (is_error, piece)) in (0..).zip(printed.chain(stderr.chunks(PIECE).map(|piece| (true, piece)))) {
                    self.line(&Line::Printed(PrintedLine { index, is_error, data: Bytes(piece.to_vec()) }))?;
                }
            }
            last = Some((account, key));
        }
    }

    fn links(&mut self) -> Result<(), E> {
        let mut after = 0;
        loop {
            let page = self.read.audit(after, FEW)?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            after = last.sequence;
            for (link, payload) in page {
                self.counts.links += 1;
                self.line(&Line::Link(LinkLine::of(&link, payload)))?;
            }
        }
    }
}

/// How many pieces so many bytes are in.
pub fn pieces(size: u64) -> u32 {
    u32::try_from(size.div_ceil(PIECE as u64)).unwrap_or(u32::MAX)
}

/// The hash behind a hash.
fn after(BlobHash(mut bytes): BlobHash) -> Option<BlobHash> {
    for byte in bytes.iter_mut().rev() {
        let (next, overflows) = byte.overflowing_add(1);
        *byte = next;
        if !overflows {
            return Some(BlobHash(bytes));
        }
    }
    None
}
