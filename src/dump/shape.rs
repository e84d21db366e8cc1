//! The objects of a dump: names and forms that never change without a new version. They are apart from what the store keeps.

mod entry;
mod key;
mod letter;
mod link;
mod people;
mod task;
mod ticket;
mod value;

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::{Counts, FORMAT, VERSION};
use crate::domain::dump::DumpFault;
use crate::domain::text;
use crate::store::Places;
pub use entry::EntryLine;
pub use key::{KeyLine, PrintedLine};
pub use letter::{FrozenLine, LetterLine};
pub use link::LinkLine;
pub use people::{AccountLine, TopicLine};
pub use task::TaskLine;
pub use ticket::{MarkLine, NumberLine, TicketLine};
pub use value::{Bytes, Hex, Time};

/// The most bytes of a line of nearly every kind: the longest message, each of its characters escaped, and its attachments.
const LONGEST_SHORT: usize = 2 * 1024 * 1024;
/// The most bytes of the first line.
const LONGEST_HEAD: usize = 64 * 1024;
/// What may be longer: a summary of many thousands of tickets, and what one command did to them.
const LONG: [&str; 2] = ["letter", "link"];

/// One line.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Line {
    /// The first.
    Dump(HeadLine),
    /// The desk's secret.
    Secret(SecretLine),
    /// A setting.
    Setting(SettingLine),
    /// A topic.
    Topic(TopicLine),
    /// A person.
    Account(AccountLine),
    /// An attachment.
    Blob(BlobLine),
    /// A piece of it.
    Piece(PieceLine),
    /// A ticket.
    Ticket(Box<TicketLine>),
    /// An entry of its thread.
    Entry(EntryLine),
    /// What somebody has been shown of it.
    Mark(MarkLine),
    /// The number of a ticket that is gone.
    Number(NumberLine),
    /// A task.
    Task(TaskLine),
    /// A letter.
    Letter(Box<LetterLine>),
    /// A piece of it as it was composed.
    Frozen(FrozenLine),
    /// An idempotency key.
    Key(KeyLine),
    /// A piece of what was printed under it.
    Printed(PrintedLine),
    /// A link of the audit.
    Link(LinkLine),
    /// The last.
    End(EndLine),
}

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LineVisitor)
    }
}

struct LineVisitor;

impl<'de> Visitor<'de> for LineVisitor {
    type Value = Line;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object that says first which kind it is of")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Line, A::Error> {
        let kind = tag("kind", &mut map)?;
        let rest = MapAccessDeserializer::new(map);
        Ok(match kind.as_str() {
            "dump" => Line::Dump(Deserialize::deserialize(rest)?),
            "secret" => Line::Secret(Deserialize::deserialize(rest)?),
            "setting" => Line::Setting(Deserialize::deserialize(rest)?),
            "topic" => Line::Topic(Deserialize::deserialize(rest)?),
            "account" => Line::Account(Deserialize::deserialize(rest)?),
            "blob" => Line::Blob(Deserialize::deserialize(rest)?),
            "piece" => Line::Piece(Deserialize::deserialize(rest)?),
            "ticket" => Line::Ticket(Deserialize::deserialize(rest)?),
            "entry" => Line::Entry(Deserialize::deserialize(rest)?),
            "mark" => Line::Mark(Deserialize::deserialize(rest)?),
            "number" => Line::Number(Deserialize::deserialize(rest)?),
            "task" => Line::Task(Deserialize::deserialize(rest)?),
            "letter" => Line::Letter(Deserialize::deserialize(rest)?),
            "frozen" => Line::Frozen(Deserialize::deserialize(rest)?),
            "key" => Line::Key(Deserialize::deserialize(rest)?),
            "printed" => Line::Printed(Deserialize::deserialize(rest)?),
            "link" => Line::Link(Deserialize::deserialize(rest)?),
            "end" => Line::End(Deserialize::deserialize(rest)?),
            _ => return Err(A::Error::custom("no kind of line")),
        })
    }
}

/// What stands first in an object, and says what the rest is. Were it looked for anywhere, all of the rest would have to be held until it
/// is found, in many times the bytes that it has.
fn tag<'de, A: MapAccess<'de>>(name: &str, map: &mut A) -> Result<String, A::Error> {
    match map.next_entry::<String, String>()? {
        Some((key, tag)) if key == name => Ok(tag),
        _ => Err(A::Error::custom("it does not say first what it is")),
    }
}

/// What is looked at first of a line, whatever else stands there.
#[derive(Deserialize)]
struct Start {
    kind: String,
    #[serde(default)]
    format: String,
    version: Option<u64>,
}

/// Reads a line without its end.
pub fn read(text: &[u8]) -> Result<Line, DumpFault> {
    let is_long = || serde_json::from_slice(text).is_ok_and(|start: Start| LONG.contains(&start.kind.as_str()));
    if text.len() > LONGEST_SHORT && !is_long() {
        return Err(DumpFault::TooLong(LONGEST_SHORT as u64));
    }
    serde_json::from_slice(text).map_err(|_| DumpFault::Unreadable)
}

/// Sees that the first line is that of a dump that this program can read, whatever else stands there in a newer one.
pub fn check_head(text: &[u8]) -> Result<(), DumpFault> {
    let start = Some(text).filter(|text| text.len() <= LONGEST_HEAD).and_then(|text| serde_json::from_slice::<Start>(text).ok());
    match start.filter(|start| start.kind == "dump" && start.format == FORMAT).and_then(|start| start.version) {
        Some(1..=VERSION) => Ok(()),
        Some(newer) if newer > VERSION => Err(DumpFault::TooNew(newer)),
        _ => Err(DumpFault::NotADump),
    }
}

/// A value that may be missing; `None` where it is there and is not as it should be.
fn checked<T>(value: Option<T>, is_right: impl Fn(&T) -> bool) -> Option<Option<T>> {
    if value.as_ref().is_none_or(is_right) { Some(value) } else { None }
}

/// Whether a reason is written just so.
fn is_reason(text: &String) -> bool {
    text::reason(text).is_ok_and(|kept| kept == *text)
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadLine {
    pub format: String,
    pub version: u64,
    /// What the desk is called.
    pub desk: String,
    pub at: Time,
    /// The last places that were given.
    pub last: LastPlaces,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LastPlaces {
    accounts: u32,
    tokens: u32,
    codes: u64,
    topics: u32,
    tickets: u32,
    /// Older dumps have no tasks.
    #[serde(default)]
    tasks: u32,
}

impl From<Places> for LastPlaces {
    fn from(places: Places) -> Self {
        let Places { accounts, tokens, codes, topics, tickets, tasks } = places;
        Self { accounts, tokens, codes, topics, tickets, tasks }
    }
}

impl From<&LastPlaces> for Places {
    fn from(last: &LastPlaces) -> Self {
        let LastPlaces { accounts, tokens, codes, topics, tickets, tasks } = *last;
        Self { accounts, tokens, codes, topics, tickets, tasks }
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretLine {
    pub secret: Hex<32>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingLine {
    pub key: String,
    pub value: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlobLine {
    pub sha256: Hex<32>,
    pub size: u64,
    pub staged_at: Time,
    /// Whether its bytes lie in a file beside the dump.
    pub beside: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PieceLine {
    pub sha256: Hex<32>,
    pub index: u32,
    pub data: Bytes,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndLine {
    pub counts: Counts,
    pub lines: u64,
    pub sha256: Hex<32>,
}
