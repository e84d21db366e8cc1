//! Words for people, in Spanish and English: Project Fluent catalogues, of which only the messages are read that are asked for.
//!
//! The catalogue of an id is its part before the first `-`: `error-ticket-closed` stands in `error.ftl`. A message refers to no
//! other, so that each can be read by itself: a command lives some milliseconds and says three sentences. Only this room knows
//! Fluent. Values that come from people are put in as they are: the screen makes hostile ones harmless, letters escape them.

pub mod clap;
pub mod dates;
pub mod letter_dates;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::domain::fault::Fault;
use crate::domain::language::Language;

/// The catalogues by the prefix of their ids: prefix, Spanish, English.
pub const CATALOGUES: &[(&str, &str, &str)] = &[
    ("error", include_str!("es/error.ftl"), include_str!("en/error.ftl")),
    ("done", include_str!("es/done.ftl"), include_str!("en/done.ftl")),
    ("letter", include_str!("es/letter.ftl"), include_str!("en/letter.ftl")),
    ("prompt", include_str!("es/prompt.ftl"), include_str!("en/prompt.ftl")),
    ("usage", include_str!("es/usage.ftl"), include_str!("en/usage.ftl")),
    ("date", include_str!("es/date.ftl"), include_str!("en/date.ftl")),
    ("help", include_str!("es/help.ftl"), include_str!("en/help.ftl")),
    ("ui", include_str!("es/ui.ftl"), include_str!("en/ui.ftl")),
    ("setting", include_str!("es/setting.ftl"), include_str!("en/setting.ftl")),
    ("ask", include_str!("es/ask.ftl"), include_str!("en/ask.ftl")),
    ("guide", include_str!("es/guide.ftl"), include_str!("en/guide.ftl")),
    ("rules", include_str!("es/rules.ftl"), include_str!("en/rules.ftl")),
    ("calendar", include_str!("es/calendar.ftl"), include_str!("en/calendar.ftl")),
    ("demo", include_str!("es/demo.ftl"), include_str!("en/demo.ftl")),
];

/// A value that is put into a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Text, as it is.
    Text(std::borrow::Cow<'a, str>),
    /// A number; it may choose between singular and plural.
    Number(u64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

type Bundle = FluentBundle<FluentResource>;

/// Where each message of a catalogue stands in it: the messages' text by their ids.
type Messages = HashMap<&'static str, &'static str>;

/// The words of one language.
pub struct Words {
    language: Language,
    catalogues: Box<[OnceCell<Messages>]>,
    /// The messages that have been read.
    read: OnceCell<Box<RefCell<Bundle>>>,
}

impl Words {
    /// The words of a language; nothing is read yet.
    pub fn new(language: Language) -> Self {
        Self { language, catalogues: CATALOGUES.iter().map(|_| OnceCell::new()).collect(), read: OnceCell::new() }
    }

    /// The language of these words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The words of an id.
    pub fn text(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// The words of an id with values put in.
    pub fn format(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        self.lookup(id, None, values).unwrap_or_else(|| id.to_owned())
    }

    /// Why a letter did not leave; what the other side said stays in its own words.
    pub fn fault(&self, fault: &Fault) -> String {
        self.format(&format!("ui-fault-{}", fault.kind.id()), &[("detail", fault.detail.as_str().into())])
    }

    /// The hint that belongs to an id, with values put in; `None` where there is none.
    pub fn hint(&self, id: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        self.lookup(id, Some("hint"), values)
    }

    /// The words of an id if there are any, for ids that are put together at run time.
    pub fn find(&self, id: &str) -> Option<String> {
        self.lookup(id, None, &[])
    }

    fn lookup(&self, id: &str, attribute: Option<&str>, values: &[(&str, Value<'_>)]) -> Option<String> {
        let read = self.read.get_or_init(|| Box::new(RefCell::new(empty(self.language))));
        if !read.borrow().has_message(id) {
            read.borrow_mut().add_resource_overriding(parsed(self.source(id)?));
        }
        let bundle = read.borrow();
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Value::Text(text) => arguments.set(*name, FluentValue::String(text.clone())),
                Value::Number(number) => arguments.set(*name, FluentValue::from(*number)),
            }
        }
        let mut faults = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&arguments), &mut faults);
        debug_assert!(faults.is_empty(), "{id}: {faults:?}");
        Some(text.into_owned())
    }

    /// The text of a message, as it stands in its catalogue.
    fn source(&self, id: &str) -> Option<&'static str> {
        let prefix = id.split('-').next()?;
        let index = CATALOGUES.iter().position(|(name, ..)| *name == prefix)?;
        let (_, spanish, english) = CATALOGUES.get(index)?;
        let source = if self.language == Language::Spanish { spanish } else { english };
        self.catalogues.get(index)?.get_or_init(|| messages(source)).get(id).copied()
    }
}

/// Finds the messages of a catalogue: each goes from a line that begins with its id to the next line that begins with anything
/// but a space or the end of a choice.
fn messages(source: &'static str) -> Messages {
    let mut messages = Messages::new();
    let (mut began, mut place) = (0, 0);
    let mut keep = |text: &'static str| {
        if let Some((id, _)) = text.split_once(" =") {
            messages.insert(id, text);
        }
    };
    for line in source.split_inclusive('\n') {
        if !line.starts_with([' ', '\n', '}']) {
            keep(&source[began..place]);
            began = place;
        }
        place += line.len();
    }
    keep(&source[began..]);
    messages
}

/// Reads messages. What cannot be read of them is left out, and a test says so.
fn parsed(source: &str) -> FluentResource {
    FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, faults)| {
        debug_assert!(faults.is_empty(), "{faults:?}");
        resource
    })
}

/// The place for messages of a language.
fn empty(language: Language) -> Bundle {
    let identifier = match language {
        Language::Spanish => unic_langid::langid!("es"),
        Language::English => unic_langid::langid!("en"),
    };
    let mut bundle = FluentBundle::new(vec![identifier]);
    // Isolation marks would be bidirectional controls on the terminal, which the screen shows as hostile.
    bundle.set_use_isolating(false);
    bundle
}

#[cfg(test)]
mod tests {
    use fluent_syntax::ast::Entry;

    use super::*;

    /// What is read message by message is what the whole catalogue says.
    #[test]
    fn every_message_is_found_in_its_catalogue() {
        for (prefix, spanish, english) in CATALOGUES {
            for source in [*spanish, *english] {
                let whole = parsed(source);
                let found = messages(source);
                let ids: Vec<&str> = whole.entries().filter_map(id_of).collect();
                assert!(!ids.is_empty(), "{prefix}");
                assert_eq!(found.len(), ids.len(), "{prefix}");
                for entry in whole.entries() {
                    let Some(id) = id_of(entry) else { continue };
                    let alone = parsed(found[id]);
                    assert_eq!(alone.entries().collect::<Vec<_>>(), [entry], "{id}");
                }
            }
        }
    }

    fn id_of<'a>(entry: &Entry<&'a str>) -> Option<&'a str> {
        match entry {
            Entry::Message(message) => Some(message.id.name),
            _ => None,
        }
    }
}
