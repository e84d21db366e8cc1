//! What filters ask of tickets, as bitmaps: one for each facet and block of 8,192 seqs.
//!
//! It knows which facets a ticket has, but nothing of lists.

use std::ops::ControlFlow;

use roaring::RoaringBitmap;

use super::codec::{seal, unseal};
use super::record::codes;
use super::source::{Source, Writer, scan_prefix};
use super::tables::{Kept, Key, Parts};
use crate::domain::account::AccountId;
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::Ticket;
use crate::domain::topic::TopicId;
use crate::store::{Result, StoreError};

/// How many seqs a block covers, as a power of two.
const BLOCK_BITS: u32 = 13;
/// The bytes of a block as plain bits.
const PLAIN: usize = 1 << (BLOCK_BITS - 3);
/// The version of stored blocks: length, form, bits.
const VERSION: u8 = 1;
/// A block as plain bits, where that is shorter; otherwise as roaring writes it.
const FORM_PLAIN: u8 = 0;
const FORM_ROARING: u8 = 1;

/// Something that tickets have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Where it stands.
    Status(Status),
    /// Whose it is.
    Client(AccountId),
    /// Who answers it.
    Assignee(AccountId),
    /// Nobody answers it.
    Unassigned,
    /// What it is about.
    Topic(TopicId),
    /// How urgent it is.
    Priority(Priority),
    /// A flag is set.
    Flagged,
    /// This person has been shown every text of it, or wrote those after. A hint: where it is missing, one looks.
    Seen(AccountId),
}

impl Facet {
    /// Tag and value, as keys begin.
    fn key(self) -> Key {
        let (tag, value) = match self {
            Self::Status(status) => (1, u32::from(codes::status(status))),
            Self::Client(account) => (2, account.0),
            Self::Assignee(account) => (3, account.0),
            Self::Unassigned => (4, 0),
            Self::Topic(topic) => (5, topic.0),
            Self::Priority(priority) => (6, u32::from(codes::priority(priority))),
            Self::Flagged => (7, 0),
            Self::Seen(account) => (8, account.0),
        };
        Key::new().byte(tag).number(value)
    }

    /// The facet and the block of a stored key; `None` when it is none.
    pub fn of_key(key: &[u8]) -> Option<(Self, u32)> {
        let mut parts = Parts(key);
        let (tag, value, block) = (parts.byte()?, parts.number()?, parts.number()?);
        let code = u8::try_from(value).ok();
        let facet = match tag {
            1 => Self::Status(codes::status_of(code?).ok()?),
            2 => Self::Client(AccountId(value)),
            3 => Self::Assignee(AccountId(value)),
            4 => Self::Unassigned,
            5 => Self::Topic(TopicId(value)),
            6 => Self::Priority(codes::priority_of(code?).ok()?),
            7 => Self::Flagged,
            8 => Self::Seen(AccountId(value)),
            _ => return None,
        };
        parts.rest().is_empty().then_some((facet, block))
    }
}

/// The facets of a ticket, but for who has seen it.
pub fn of_ticket(ticket: &Ticket) -> Vec<Facet> {
    let mut facets = vec![
        Facet::Status(ticket.status),
        Facet::Client(ticket.client),
        ticket.assignee.map_or(Facet::Unassigned, Facet::Assignee),
        Facet::Topic(ticket.topic),
        Facet::Priority(ticket.priority),
    ];
    if !ticket.flags.ids().is_empty() {
        facets.push(Facet::Flagged);
    }
    facets
}

/// The block of a seq, and its place in it.
pub fn split(seq: u32) -> (u32, u32) {
    (seq >> BLOCK_BITS, seq & ((1 << BLOCK_BITS) - 1))
}

/// The seq at a place of a block.
pub fn join(block: u32, place: u32) -> u32 {
    (block << BLOCK_BITS) | place
}

/// The bits of a block; empty where none is kept.
///
/// # Errors
/// Those of [`StoreError`].
pub fn load_block(source: &dyn Source, facet: Facet, block: u32) -> Result<RoaringBitmap> {
    let key = facet.key().number(block);
    source.get(Kept::Facets, &key)?.map_or_else(|| Ok(RoaringBitmap::new()), |bytes| bits_of(&key, &bytes))
}

/// Keeps the bits of a block; an empty one is removed.
///
/// # Errors
/// Those of [`StoreError`].
pub fn store_block(writer: &Writer, facet: Facet, block: u32, mut bits: RoaringBitmap) -> Result<()> {
    let key = facet.key().number(block);
    if bits.is_empty() {
        return writer.remove(Kept::Facets, &key);
    }
    bits.optimize();
    let length = u16::try_from(bits.len()).map_err(|_| StoreError::Corrupt("a block has too many bits".into()))?;
    let mut payload = length.to_le_bytes().to_vec();
    if bits.serialized_size() <= PLAIN {
        payload.push(FORM_ROARING);
        bits.serialize_into(&mut payload).map_err(StoreError::Unavailable)?;
    } else {
        payload.push(FORM_PLAIN);
        payload.extend(plain(&bits));
    }
    writer.insert(Kept::Facets, &key, &seal(VERSION, &key, &payload))
}

/// The blocks of a facet that have any bit, and how many each has.
///
/// # Errors
/// Those of [`StoreError`].
pub fn sizes(source: &dyn Source, facet: Facet) -> Result<Vec<(u32, u32)>> {
    let mut sizes = Vec::new();
    scan_prefix(source, Kept::Facets, &facet.key(), None, &mut |key, bytes| {
        let (_, block) = Facet::of_key(key).ok_or_else(|| StoreError::Corrupt("facets: a strange key".into()))?;
        let (length, _, _) = payload_of(key, bytes)?;
        sizes.push((block, length));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(sizes)
}

/// The bits of a stored block.
///
/// # Errors
/// `Corrupt`.
pub fn bits_of(key: &[u8], bytes: &[u8]) -> Result<RoaringBitmap> {
    let damaged = || StoreError::Corrupt("facets: a block cannot be read".into());
    let (length, form, payload) = payload_of(key, bytes)?;
    let bits = match form {
        FORM_PLAIN if payload.len() == PLAIN => RoaringBitmap::from_lsb0_bytes(0, payload),
        FORM_ROARING => RoaringBitmap::deserialize_from(payload).map_err(|_| damaged())?,
        _ => return Err(damaged()),
    };
    let fits = bits.len() == u64::from(length) && bits.max().is_none_or(|last| last < 1 << BLOCK_BITS);
    if fits { Ok(bits) } else { Err(damaged()) }
}

/// The count of bits, the form and the bits of a stored block.
fn payload_of<'a>(key: &[u8], bytes: &'a [u8]) -> Result<(u32, u8, &'a [u8])> {
    match unseal(VERSION, key, bytes)? {
        [low, high, form, payload @ ..] => Ok((u32::from(u16::from_le_bytes([*low, *high])), *form, payload)),
        _ => Err(StoreError::Corrupt("facets: a block is cut short".into())),
    }
}

fn plain(bits: &RoaringBitmap) -> Vec<u8> {
    let mut bytes = vec![0; PLAIN];
    for bit in bits {
        bytes[bit as usize / 8] |= 1 << (bit % 8);
    }
    bytes
}
