//! What verbs did that have nothing to show: an object for machines; people are told in words instead.

use serde_json::{Map, Value, json};

use super::present::{Present, Style, named, plain};
use super::table::{Cell, Column};
use crate::app::tick::Ticked;
use crate::domain::account::Handle;
use crate::i18n::Words;

/// Something that was done, as a few values.
pub trait Deed {
    /// The keys of its object, in their order.
    const KEYS: &'static [&'static str];

    /// What belongs to the keys.
    fn values(&self) -> Vec<Value>;

    /// What it is called by; empty where it has no name.
    fn name(&self) -> String {
        String::new()
    }
}

impl<D: Deed> Present for D {
    const FIELDS: &'static [&'static str] = D::KEYS;

    fn id(&self) -> String {
        self.name()
    }

    fn object(&self) -> Map<String, Value> {
        named(D::KEYS, self.values())
    }

    fn columns(_words: &Words) -> Vec<Column> {
        D::KEYS.iter().map(|key| Column::text(*key)).collect()
    }

    fn cells(&self, _style: &Style<'_>) -> Vec<Cell> {
        self.values().iter().map(|value| Cell::new(plain(value))).collect()
    }

    fn card(&self, _style: &Style<'_>) -> String {
        String::new()
    }
}

/// That somebody has another password.
pub struct PasswordChanged<'a>(pub &'a Handle);

impl Deed for PasswordChanged<'_> {
    const KEYS: &'static [&'static str] = &["handle", "changed"];

    fn values(&self) -> Vec<Value> {
        vec![json!(self.0.as_str()), json!(true)]
    }

    fn name(&self) -> String {
        self.0.as_str().to_owned()
    }
}

/// That nobody is logged in any more; whether anybody was before.
pub struct LoggedOut(pub bool);

impl Deed for LoggedOut {
    const KEYS: &'static [&'static str] = &["changed"];

    fn values(&self) -> Vec<Value> {
        vec![json!(self.0)]
    }
}

/// That waiting letters were tried again.
pub struct Flushed {
    /// How many left.
    pub sent: usize,
    /// How many wait still.
    pub waiting: usize,
}

impl Deed for Flushed {
    const KEYS: &'static [&'static str] = &["sent", "waiting"];

    fn values(&self) -> Vec<Value> {
        vec![json!(self.sent), json!(self.waiting)]
    }
}

/// What time had made due and is done.
pub struct TickedPage<'t>(pub &'t Ticked);

impl Deed for TickedPage<'_> {
    const KEYS: &'static [&'static str] = &[
        "changed",
        "postponed",
        "overdue",
        "warned",
        "put_forward",
        "absences",
        "codes",
        "sessions",
        "tokens",
        "orphans",
        "keys",
        "purged",
        "erased",
        "unconfirmed",
        "commands",
        "texts",
        "letters",
        "retries",
    ];

    fn values(&self) -> Vec<Value> {
        let ticked = self.0;
        let own = |key: &&str| match *key {
            "changed" => json!(ticked.is_anything()),
            "letters" => json!(ticked.letters),
            "retries" => json!(ticked.retries),
            duty => json!(ticked.count(duty)),
        };
        Self::KEYS.iter().map(own).collect()
    }
}

/// That all that is kept was read and is sound.
pub struct Verified;

impl Deed for Verified {
    const KEYS: &'static [&'static str] = &["sound"];

    fn values(&self) -> Vec<Value> {
        vec![json!(true)]
    }
}

/// Something that somebody should see to.
pub struct FindingPage {
    /// Its stable code.
    pub code: &'static str,
    /// It in words.
    pub message: String,
    /// How many there are of what it is about.
    pub count: Option<usize>,
    /// Since when it has been so.
    pub since: Option<String>,
    /// What was said by whoever could not do it.
    pub error: Option<String>,
}

impl Deed for FindingPage {
    const KEYS: &'static [&'static str] = &["code", "message", "count", "since", "error"];

    fn values(&self) -> Vec<Value> {
        vec![json!(self.code), json!(self.message), json!(self.count), json!(self.since), json!(self.error)]
    }

    fn name(&self) -> String {
        self.code.to_owned()
    }
}
