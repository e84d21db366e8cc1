//! A desk that was written down, and one that was made anew, on the screen.

use serde_json::{Value, json};

use super::deed::Deed;
use crate::app::dump::{Counts, LoadedDesk};

/// A desk that was written down.
pub struct DumpedPage {
    /// Into which file.
    pub file: String,
    /// How much of it there was.
    pub counts: Counts,
}

impl Deed for DumpedPage {
    const KEYS: &'static [&'static str] =
        &["file", "accounts", "topics", "tickets", "entries", "attachments", "letters", "audit", "settings", "keys"];

    fn values(&self) -> Vec<Value> {
        [vec![json!(self.file)], counted(&self.counts)].concat()
    }

    fn name(&self) -> String {
        self.file.clone()
    }
}

/// A desk that was made anew.
pub struct LoadedPage {
    /// Its directory.
    pub desk: String,
    /// What was made.
    pub loaded: LoadedDesk,
}

impl Deed for LoadedPage {
    const KEYS: &'static [&'static str] = &[
        "desk",
        "name",
        "accounts",
        "topics",
        "tickets",
        "entries",
        "attachments",
        "letters",
        "audit",
        "settings",
        "keys",
        "held",
        "invited",
    ];

    fn values(&self) -> Vec<Value> {
        let first = vec![json!(self.desk), json!(self.loaded.name)];
        [first, counted(&self.loaded.counts), vec![json!(self.loaded.held), json!(self.loaded.invited)]].concat()
    }

    fn name(&self) -> String {
        self.desk.clone()
    }
}

fn counted(counts: &Counts) -> Vec<Value> {
    let Counts { settings, topics, accounts, blobs, tickets, entries, marks: _, numbers: _, tasks: _, letters, keys, links } =
        *counts;
    [accounts, topics, tickets, entries, blobs, letters, links, settings, keys].map(|count| json!(count)).to_vec()
}
