//! The objects of a dump: names and forms that never change without a new version. They are apart from what the store keeps.

mod entry;
mod key;
mod letter;
mod people;
mod ticket;
mod value;

use serde::{Deserialize, Serialize};

use super::Counts;
use crate::store::Places;
pub use entry::EntryLine;
pub use key::{KeyLine, PrintedLine};
pub use letter::{FrozenLine, LetterLine, LinkLine};
pub use people::{AccountLine, TopicLine};
pub use ticket::{MarkLine, NumberLine, TicketLine};
pub use value::{Bytes, Hex, Time};

/// One line.
#[derive(Debug, Serialize, Deserialize)]
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
}

impl From<Places> for LastPlaces {
    fn from(places: Places) -> Self {
        let Places { accounts, tokens, codes, topics, tickets } = places;
        Self { accounts, tokens, codes, topics, tickets }
    }
}

impl From<&LastPlaces> for Places {
    fn from(last: &LastPlaces) -> Self {
        let LastPlaces { accounts, tokens, codes, topics, tickets } = *last;
        Self { accounts, tokens, codes, topics, tickets }
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
