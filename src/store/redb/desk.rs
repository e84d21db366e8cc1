//! The desk itself: its secret, its settings, its topics, counters, and the commands it remembers.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::ops::ControlFlow;

use super::codec::unpack;
use super::record::{PlaceV1, TextV1, TimeV1, TopicV2};
use super::source::{Source, Writer, load, scan_prefix};
use super::tables::{Kept, Key, Parts};
use crate::domain::letter::CommandId;
use crate::domain::time::Timestamp;
use crate::domain::topic::{Topic, TopicId, TopicTree};
use crate::store::{Result, StoreError};

const SECRET: &[u8] = b"secret";
const MAIL_RESTS_UNTIL: &[u8] = b"mail_rests_until";
const LAST_COMMAND: &[u8] = b"last_command";
/// The version of raw values.
pub const RAW: u8 = 1;

/// What places are given to.
#[derive(Clone, Copy, Debug)]
pub enum Counter {
    /// Accounts.
    Accounts,
    /// Codes.
    Codes,
    /// Tokens.
    Tokens,
    /// Topics.
    Topics,
    /// Tickets.
    Tickets,
    /// Tasks.
    Tasks,
}

impl Counter {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Accounts, Self::Codes, Self::Tokens, Self::Topics, Self::Tickets, Self::Tasks];

    /// The last place that it can give.
    pub fn end(self) -> u64 {
        match self {
            Self::Codes => u64::MAX,
            Self::Accounts | Self::Tokens | Self::Topics | Self::Tickets | Self::Tasks => u32::MAX.into(),
        }
    }

    fn key(self) -> &'static [u8] {
        match self {
            Self::Accounts => b"accounts",
            Self::Codes => b"codes",
            Self::Tokens => b"tokens",
            Self::Topics => b"topics",
            Self::Tickets => b"tickets",
            Self::Tasks => b"tasks",
        }
    }
}

/// An index or a counter that makes no sense.
pub fn damaged(what: &str) -> StoreError {
    StoreError::Corrupt(what.to_owned())
}

/// The last place that was given; 0 where none was.
pub fn last_place(source: &dyn Source, counter: Counter) -> Result<u64> {
    Ok(load::<PlaceV1>(source, Kept::Counters, counter.key())?.map_or(0, |last| last.place))
}

/// The same, where places have 32 bits.
pub fn last_short_place(source: &dyn Source, counter: Counter) -> Result<u32> {
    u32::try_from(last_place(source, counter)?).map_err(|_| damaged("a counter is beyond its end"))
}

/// The place after the last one that was given.
pub fn next_place(source: &dyn Source, counter: Counter) -> Result<u64> {
    last_place(source, counter)?.checked_add(1).ok_or_else(|| damaged("a counter is at its end"))
}

/// The same, where places have 32 bits.
pub fn next_short_place(source: &dyn Source, counter: Counter) -> Result<u32> {
    u32::try_from(next_place(source, counter)?).map_err(|_| damaged("a counter is beyond its end"))
}

/// Remembers that a place was given.
pub fn take_place(writer: &Writer, counter: Counter, place: u64) -> Result<()> {
    if place < next_place(writer, counter)? {
        return Ok(());
    }
    writer.store(Kept::Counters, counter.key(), &PlaceV1 { place })
}

/// The raw bytes of a key.
pub fn raw(source: &dyn Source, table: Kept, key: &[u8]) -> Result<Option<Vec<u8>>> {
    let Some(mut bytes) = source.get(table, key)? else { return Ok(None) };
    let length = super::codec::unseal(RAW, key, &bytes)?.len();
    bytes.drain(..bytes.len() - length);
    Ok(Some(bytes))
}

/// Keeps raw bytes.
pub fn put_raw(writer: &Writer, table: Kept, key: &[u8], bytes: &[u8]) -> Result<()> {
    writer.insert(table, key, &super::codec::seal(RAW, key, bytes))
}

pub fn secret(source: &dyn Source) -> Result<[u8; 32]> {
    let bytes = raw(source, Kept::Meta, SECRET)?.ok_or_else(|| damaged("the desk has no secret"))?;
    bytes.try_into().map_err(|_| damaged("the desk's secret is of another length"))
}

pub fn set_secret(writer: &Writer, secret: &[u8; 32]) -> Result<()> {
    put_raw(writer, Kept::Meta, SECRET, secret)
}

pub fn setting(source: &dyn Source, key: &str) -> Result<Option<String>> {
    Ok(load::<TextV1>(source, Kept::Settings, key.as_bytes())?.map(|stored| stored.text))
}

pub fn settings(source: &dyn Source) -> Result<Vec<(String, String)>> {
    let mut settings = Vec::new();
    scan_prefix(source, Kept::Settings, &[], None, &mut |key, bytes| {
        let name = std::str::from_utf8(key).map_err(|_| damaged("a setting's name is no text"))?;
        settings.push((name.to_owned(), unpack::<TextV1>(key, bytes)?.text));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(settings)
}

pub fn put_setting(writer: &Writer, key: &str, value: Option<&str>) -> Result<()> {
    match value {
        Some(text) => writer.store(Kept::Settings, key.as_bytes(), &TextV1 { text: text.to_owned() }),
        None => writer.remove(Kept::Settings, key.as_bytes()),
    }
}

pub fn topics(source: &dyn Source) -> Result<TopicTree> {
    let mut topics = Vec::new();
    scan_prefix(source, Kept::Topics, &[], None, &mut |key, bytes| {
        let id = Parts(key).number().ok_or_else(|| damaged("topics: a strange key"))?;
        topics.push(unpack::<TopicV2>(key, bytes)?.into_topic(TopicId(id)));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(TopicTree(topics))
}

pub fn put_topic(writer: &Writer, topic: &Topic) -> Result<()> {
    take_place(writer, Counter::Topics, topic.id.0.into())?;
    writer.store(Kept::Topics, &Key::new().number(topic.id.0), &TopicV2::from(topic))
}

pub fn mail_rests_until(source: &dyn Source) -> Result<Timestamp> {
    let stored = load::<TimeV1>(source, Kept::Meta, MAIL_RESTS_UNTIL)?;
    Ok(stored.map_or(Timestamp::default(), |stored| Timestamp::from_millis(stored.at)))
}

pub fn rest_mail_until(writer: &Writer, until: Timestamp) -> Result<()> {
    writer.store(Kept::Meta, MAIL_RESTS_UNTIL, &TimeV1 { at: until.as_millis() })
}

pub fn was_committed(source: &dyn Source, id: &CommandId) -> Result<bool> {
    Ok(load::<TimeV1>(source, Kept::Commands, &id.0)?.is_some())
}

pub fn remember_command(writer: &Writer, id: &CommandId, now: Timestamp) -> Result<()> {
    if let Some(before) = load::<TimeV1>(writer, Kept::Commands, &id.0)? {
        writer.remove(Kept::CommandTimes, &Key::new().time(Timestamp::from_millis(before.at)).bytes(&id.0))?;
    }
    writer.store(Kept::Commands, &id.0, &TimeV1 { at: now.as_millis() })?;
    writer.insert(Kept::CommandTimes, &Key::new().time(now).bytes(&id.0), &[])
}

pub fn forget_commands(writer: &Writer, before: Timestamp, limit: usize) -> Result<usize> {
    let ended = ended(writer, Kept::CommandTimes, before, limit)?;
    for key in &ended {
        writer.remove(Kept::Commands, key.get(8..).unwrap_or_default())?;
        writer.remove(Kept::CommandTimes, key)?;
    }
    Ok(ended.len())
}

/// Whether the last transaction of the file was this command's.
pub fn was_last(source: &dyn Source, id: &CommandId) -> Result<bool> {
    Ok(raw(source, Kept::Meta, LAST_COMMAND)?.is_some_and(|last| last == id.0))
}

/// Notes that this transaction is this command's, for a command that does not ask to be remembered.
pub fn note_last(writer: &Writer, id: &CommandId) -> Result<()> {
    put_raw(writer, Kept::Meta, LAST_COMMAND, &id.0)
}

/// The keys of an index by time whose time is before, earliest first.
pub fn ended(source: &dyn Source, table: Kept, before: Timestamp, limit: usize) -> Result<Vec<Vec<u8>>> {
    let mut keys = Vec::new();
    scan_prefix(source, table, &[], None, &mut |key, _| {
        let time = Parts(key).time().ok_or_else(|| damaged("an index by time has a strange key"))?;
        if time >= before || keys.len() >= limit {
            return Ok(ControlFlow::Break(()));
        }
        keys.push(key.to_vec());
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(keys)
}
