//! Letters and files on the screen.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::card::Card;
use super::deed::Deed;
use super::paint::Tone;
use super::people::role_word;
use super::present::{Present, Style, named};
use super::safe;
use super::table::{Cell, Column};
use super::ticket::time;
use crate::app::mail::LetterView;
use crate::app::outbox::PlannedLetter;
use crate::app::view::AttachmentView;
use crate::domain::entry::Attachment;
use crate::domain::fault::Fault;
use crate::domain::notice::Notice;
use crate::i18n::{Words, dates};

/// A notice in words.
pub fn notice_word(notice: Notice, words: &Words) -> String {
    words.text(&format!("ui-notice-{}", notice.id()))
}

/// The most people that are told by name whom a command would write to.
const MOST_NAMED: usize = 5;

/// Whom a command would write to, in words.
pub enum Told {
    /// Nobody.
    Nobody,
    /// A few, each with what about.
    These(String),
    /// So many.
    Many(usize),
}

/// Whom these letters would tell, and what about.
pub fn told(mail: &[PlannedLetter], words: &Words) -> Told {
    let mut people: Vec<(&PlannedLetter, Vec<Notice>)> = Vec::new();
    let mut places = HashMap::new();
    for letter in mail {
        let place = *places.entry(&letter.to).or_insert(people.len());
        match people.get_mut(place) {
            Some((_, notices)) if notices.contains(&letter.notice) => {}
            Some((_, notices)) => notices.push(letter.notice),
            None => people.push((letter, vec![letter.notice])),
        }
    }
    if people.len() > MOST_NAMED {
        return Told::Many(people.len());
    }
    let name = |letter: &PlannedLetter| letter.role.map_or_else(|| letter.to.clone(), |role| role_word(role, words));
    let of = |(letter, notices): &(&PlannedLetter, Vec<Notice>)| {
        let notices: Vec<_> = notices.iter().map(|notice| notice_word(*notice, words)).collect();
        format!("{} ({})", safe::line(&name(letter)), notices.join(", "))
    };
    if people.is_empty() { Told::Nobody } else { Told::These(people.iter().map(of).collect::<Vec<_>>().join(", ")) }
}

/// Why a letter did not leave, for people; what the other side said stays in its own words.
pub fn fault_words(fault: &Fault, words: &Words) -> String {
    safe::line(&words.fault(fault)).into_owned()
}

impl Present for LetterView {
    const FIELDS: &'static [&'static str] =
        &["id", "to", "event", "tickets", "state", "created_at", "next_attempt_at", "attempts", "last_error", "changed"];

    fn id(&self) -> String {
        self.id.clone()
    }

    fn object(&self) -> Map<String, Value> {
        named(
            Self::FIELDS,
            vec![
                json!(self.id),
                json!(self.to),
                json!(self.notice.id()),
                json!(self.tickets),
                json!(self.state),
                time(Some(self.created_at)),
                time(self.next_attempt_at),
                json!(self.attempts),
                json!(self.last_error.as_ref().map(ToString::to_string)),
                json!(self.changed),
            ],
        )
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-letter")),
            Column::text(words.text("ui-to")),
            Column::fixed(words.text("ui-about")),
            Column::fixed(words.text("ui-ticket")),
            Column::fixed(words.text("ui-status")),
            Column::text(words.text("ui-last-error")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let tone = if self.state == "dead" { Tone::Alarming } else { Tone::Plain };
        let tickets = match self.tickets.as_slice() {
            [] => String::new(),
            [only] => only.clone(),
            many => style.words.format("ui-many-tickets", &[("count", many.len().into())]),
        };
        vec![
            Cell::new(self.id.chars().take(8).collect::<String>()),
            Cell::new(self.to.clone()),
            Cell::new(notice_word(self.notice, style.words)),
            Cell::new(tickets),
            Cell::new(style.words.text(&format!("ui-letter-{}", self.state))).tone(tone),
            Cell::new(self.last_error.as_ref().map_or_else(String::new, |error| fault_words(error, style.words))).tone(Tone::Dim),
        ]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let words = style.words;
        let mut card = Card::default();
        card.row(words.text("ui-letter"), self.id.clone());
        card.row(words.text("ui-to"), self.to.clone());
        card.row(words.text("ui-about"), notice_word(self.notice, words));
        card.row(words.text("ui-status"), words.text(&format!("ui-letter-{}", self.state)));
        card.row(words.text("ui-attempts"), self.attempts.to_string());
        if let Some(error) = &self.last_error {
            card.row(words.text("ui-last-error"), fault_words(error, words));
        }
        card.render(style.width, style.colour)
    }
}

/// A letter with what it says.
pub struct LetterPage<'l> {
    /// The letter.
    pub letter: &'l LetterView,
    /// Its subject and its text; none where it cannot be composed any more.
    pub said: Option<(String, String)>,
}

impl Present for LetterPage<'_> {
    const FIELDS: &'static [&'static str] = &[
        "id",
        "to",
        "event",
        "tickets",
        "state",
        "created_at",
        "next_attempt_at",
        "attempts",
        "last_error",
        "changed",
        "subject",
        "text",
    ];
    const COLUMNS: &'static [&'static str] = LetterView::FIELDS;

    fn id(&self) -> String {
        self.letter.id()
    }

    fn object(&self) -> Map<String, Value> {
        let mut object = self.letter.object();
        let (subject, text) =
            self.said.as_ref().map_or((Value::Null, Value::Null), |(subject, text)| (json!(subject), json!(text)));
        object.insert("subject".to_owned(), subject);
        object.insert("text".to_owned(), text);
        object
    }

    fn columns(words: &Words) -> Vec<Column> {
        LetterView::columns(words)
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        self.letter.cells(style)
    }

    fn card(&self, style: &Style<'_>) -> String {
        let card = self.letter.card(style);
        match &self.said {
            Some((subject, text)) => format!("{card}\n{}\n\n{}\n", safe::line(subject), safe::block(text)),
            None => card,
        }
    }
}

/// A file that was asked for by mail.
pub struct MailedFilePage<'f> {
    /// The ticket.
    pub number: &'f str,
    /// The file.
    pub id: &'f str,
}

impl Present for MailedFilePage<'_> {
    const FIELDS: &'static [&'static str] = &["number", "id"];

    fn id(&self) -> String {
        self.id.to_owned()
    }

    fn object(&self) -> Map<String, Value> {
        named(Self::FIELDS, vec![json!(self.number), json!(self.id)])
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![Column::fixed(words.text("ui-number")), Column::fixed(words.text("ui-attachment"))]
    }

    fn cells(&self, _style: &Style<'_>) -> Vec<Cell> {
        vec![Cell::new(self.number), Cell::new(self.id)]
    }

    fn card(&self, _style: &Style<'_>) -> String {
        // People are told in words on standard error; there is no data in it.
        String::new()
    }
}

/// A file of a ticket that was fetched.
pub struct FetchedFilePage {
    /// The ticket.
    pub number: String,
    /// What it is called by in the ticket.
    pub id: String,
    /// Where it is now.
    pub path: String,
    /// What is known of it.
    pub file: Attachment,
}

impl Deed for FetchedFilePage {
    const KEYS: &'static [&'static str] = &["number", "id", "file", "name", "size", "type", "sha256"];

    fn values(&self) -> Vec<Value> {
        let hash = data_encoding::HEXLOWER.encode(&self.file.hash.0);
        vec![
            json!(self.number),
            json!(self.id),
            json!(self.path),
            json!(self.file.name),
            json!(self.file.size),
            json!(self.file.media_type),
            json!(hash),
        ]
    }

    fn name(&self) -> String {
        self.id.clone()
    }
}

impl Present for AttachmentView {
    const FIELDS: &'static [&'static str] = &["id", "name", "size", "type", "sha256"];

    fn id(&self) -> String {
        self.id.clone()
    }

    fn object(&self) -> Map<String, Value> {
        named(Self::FIELDS, vec![json!(self.id), json!(self.name), json!(self.size), json!(self.media_type), json!(self.sha256)])
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-attachment")),
            Column::text(words.text("ui-name")),
            Column::count(words.text("ui-size")),
            Column::text(words.text("ui-type")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        vec![
            Cell::new(self.id.clone()),
            Cell::new(self.name.clone()),
            Cell::new(dates::size(style.words.language(), self.size)),
            Cell::new(self.media_type.clone()).tone(Tone::Dim),
        ]
    }

    fn card(&self, style: &Style<'_>) -> String {
        format!("{}  {}  {}\n", self.id, super::safe::line(&self.name), dates::size(style.words.language(), self.size))
    }
}
