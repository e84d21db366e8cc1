//! Tickets and threads on the screen.

use chrono_tz::Tz;
use serde_json::{Map, Value, json};

use super::card::Card;
use super::paint::{Tone, bold, dim};
use super::present::{Present, Style};
use super::table::{Cell, Column};
use super::{markdown, safe};
use crate::app::outbox::PlannedLetter;
use crate::app::show::Shown;
use crate::app::view::{ChangedTicket, DeliveryView, EntryView, EventView, PersonView, TicketView};
use crate::domain::letter::LetterState;
use crate::domain::status::{Priority, Status};
use crate::domain::time::Timestamp;
use crate::i18n::Words;
use crate::i18n::dates::{self, Dates};

/// A time as machines read it, or null.
pub fn time(time: Option<Timestamp>) -> Value {
    time.map_or(Value::Null, |time| Value::String(time.to_rfc3339()))
}

fn person(person: Option<&PersonView>) -> Value {
    person.map_or(Value::Null, |person| json!({ "handle": person.handle, "name": person.name }))
}

/// A status in words.
pub fn status_word(status: Status, words: &Words) -> String {
    words.text(&format!("ui-status-{}", status.id()))
}

/// A priority in words.
pub fn priority_word(priority: Priority, words: &Words) -> String {
    words.text(&format!("ui-priority-{}", priority.id()))
}

/// The keys that a rehearsed command adds.
pub fn rehearsed<'m>(mail: impl Iterator<Item = &'m PlannedLetter>) -> Map<String, Value> {
    let letters: Vec<_> =
        mail.map(|letter| json!({ "to": letter.to, "event": letter.notice.id(), "lang": letter.language.code() })).collect();
    let mut keys = Map::new();
    keys.insert("dry_run".to_owned(), Value::Bool(true));
    keys.insert("mail".to_owned(), Value::Array(letters));
    keys
}

impl Present for TicketView {
    const FIELDS: &'static [&'static str] = &[
        "number",
        "external_id",
        "subject",
        "topic",
        "status",
        "open",
        "priority",
        "client",
        "assignee",
        "created_at",
        "updated_at",
        "waiting_since",
        "due_at",
        "overdue",
        "closed_at",
        "closed_by",
        "unread",
        "messages",
        "attachments",
        "flags",
    ];

    fn id(&self) -> String {
        self.number.as_str().to_owned()
    }

    fn object(&self) -> Map<String, Value> {
        let client = self
            .client
            .as_ref()
            .map_or(Value::Null, |client| json!({ "handle": client.handle, "name": client.name, "email": client.email }));
        let values = [
            json!(self.number.as_str()),
            json!(self.external_id),
            json!(self.subject),
            json!(self.topic_for_machines),
            json!(self.status.id()),
            json!(self.status.is_open()),
            json!(self.priority.id()),
            client,
            person(self.assignee.as_ref()),
            time(Some(self.created_at)),
            time(Some(self.updated_at)),
            time(self.waiting_since),
            time(self.due_at),
            json!(self.overdue),
            time(self.closed_at),
            json!(self.closed_by.as_ref().map(|person| &person.handle)),
            json!(self.unread),
            json!(self.messages),
            json!(self.attachments),
            json!(self.flags),
        ];
        Self::FIELDS.iter().map(|field| (*field).to_owned()).zip(values).collect()
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-number")),
            Column::fixed(words.text("ui-updated")),
            Column::text(words.text("ui-subject")),
            Column::text(words.text("ui-from")),
            Column::fixed(words.text("ui-priority")),
            Column::text(words.text("ui-assignee")),
            Column::fixed(words.text("ui-status")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let unread = self.unread > 0;
        let name = |person: &Option<PersonView>| person.as_ref().map_or_else(String::new, |person| person.name.clone());
        let status = status_word(self.status, style.words);
        let (status, tone) = if self.overdue {
            (style.words.format("ui-status-overdue", &[("status", status.into())]), Tone::Alarming)
        } else {
            (status, Tone::of_status(self.status))
        };
        let mark = if unread { "● " } else { "" };
        vec![
            Cell::new(self.number.as_str()).bold(unread),
            Cell::new(Dates::new(style.words, self.zone, style.now).short(self.updated_at)).bold(unread),
            Cell::new(format!("{mark}{}", self.subject)).bold(unread),
            Cell::new(name(&self.client)).bold(unread),
            Cell::new(priority_word(self.priority, style.words)).tone(Tone::of_priority(self.priority)),
            Cell::new(name(&self.assignee)),
            Cell::new(status).tone(tone),
        ]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let words = style.words;
        let mut card = Card::default();
        let long = |time| Dates::new(words, self.zone, style.now).long(time);
        let person = |person: &PersonView| match &person.email {
            Some(email) => format!("{} ({}, {email})", person.name, person.handle),
            None => format!("{} ({})", person.name, person.handle),
        };
        card.row(words.text("ui-number"), Cell::new(self.number.as_str()).bold(true));
        card.row(words.text("ui-status"), Cell::new(status_word(self.status, words)).tone(Tone::of_status(self.status)));
        if let Some(client) = &self.client {
            card.row(words.text("ui-user"), person(client));
        }
        let assignee = self.assignee.as_ref().map_or_else(|| words.text("ui-nobody"), |assignee| assignee.name.clone());
        card.row(words.text("ui-assignee"), assignee);
        card.row(words.text("ui-topic"), self.topic.clone());
        card.row(words.text("ui-subject"), Cell::new(self.subject.clone()).bold(true));
        if self.priority != Priority::Normal {
            card.row(
                words.text("ui-priority"),
                Cell::new(priority_word(self.priority, words)).tone(Tone::of_priority(self.priority)),
            );
        }
        if let Some(id) = &self.external_id {
            card.row(words.text("ui-external-id"), id.clone());
        }
        card.row(words.text("ui-created"), long(self.created_at));
        if let Some(closed_at) = self.closed_at {
            card.row(words.text("ui-closed"), long(closed_at));
        }
        if let Some(due_at) = self.due_at {
            let tone = if self.overdue { Tone::Alarming } else { Tone::Plain };
            let label = if self.overdue { "ui-was-due" } else { "ui-due" };
            card.row(words.text(label), Cell::new(long(due_at)).tone(tone));
        }
        card.render(style.width, style.colour)
    }
}

impl Present for ChangedTicket {
    const FIELDS: &'static [&'static str] = &[
        "number",
        "external_id",
        "subject",
        "topic",
        "status",
        "open",
        "priority",
        "client",
        "assignee",
        "created_at",
        "updated_at",
        "waiting_since",
        "due_at",
        "overdue",
        "closed_at",
        "closed_by",
        "unread",
        "messages",
        "attachments",
        "flags",
        "changed",
    ];

    fn id(&self) -> String {
        self.ticket.id()
    }

    fn object(&self) -> Map<String, Value> {
        let mut object = self.ticket.object();
        object.insert("changed".to_owned(), Value::Bool(self.changed));
        object
    }

    fn columns(words: &Words) -> Vec<Column> {
        TicketView::columns(words)
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        self.ticket.cells(style)
    }

    fn card(&self, style: &Style<'_>) -> String {
        self.ticket.card(style)
    }
}

/// A ticket with its thread.
pub struct ThreadPage<'s> {
    /// What is shown.
    pub shown: &'s Shown,
    /// Whether events and quoted text are shown to people too.
    pub all: bool,
}

impl Present for ThreadPage<'_> {
    const FIELDS: &'static [&'static str] = &[
        "number",
        "external_id",
        "subject",
        "topic",
        "status",
        "open",
        "priority",
        "client",
        "assignee",
        "created_at",
        "updated_at",
        "waiting_since",
        "due_at",
        "overdue",
        "closed_at",
        "closed_by",
        "unread",
        "messages",
        "attachments",
        "flags",
        "thread",
    ];

    fn id(&self) -> String {
        self.shown.ticket.id()
    }

    fn object(&self) -> Map<String, Value> {
        let mut object = self.shown.ticket.object();
        object.insert("thread".to_owned(), Value::Array(self.shown.thread.iter().map(entry_object).collect()));
        object
    }

    fn columns(words: &Words) -> Vec<Column> {
        TicketView::columns(words)
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        self.shown.ticket.cells(style)
    }

    fn card(&self, style: &Style<'_>) -> String {
        let mut page = self.shown.ticket.card(style);
        page.push('\n');
        page.push_str(&bold(&style.words.text("ui-thread"), style.colour));
        page.push('\n');
        for entry in &self.shown.thread {
            if entry.event.is_none() || self.all {
                page.push('\n');
                page.push_str(&entry_text(entry, self.shown.ticket.zone, style, self.all));
            }
        }
        page
    }
}

fn entry_object(entry: &EntryView) -> Value {
    let author = entry
        .author
        .as_ref()
        .map_or(Value::Null, |author| json!({ "handle": author.handle, "name": author.name, "role": author.role.id() }));
    let attachments: Vec<_> = entry
        .attachments
        .iter()
        .map(
            |file| json!({ "id": file.id, "name": file.name, "size": file.size, "type": file.media_type, "sha256": file.sha256 }),
        )
        .collect();
    let mail: Vec<_> = entry
        .mail
        .iter()
        .map(|letter| json!({ "to": letter.to, "state": letter.state.id(), "at": letter.at.to_rfc3339() }))
        .collect();
    let details =
        entry.event.as_ref().map_or(Value::Null, |event| json!({ "from": event.from, "to": event.to, "reason": event.reason }));
    json!({
        "id": entry.id.0.to_string(),
        "kind": entry.kind,
        "author": author,
        "at": entry.at.to_rfc3339(),
        "body": entry.body,
        "event": entry.event.as_ref().map(|event| event.id),
        "details": details,
        "attachments": attachments,
        "mail": mail,
        "unread": entry.is_unread,
    })
}

fn entry_text(entry: &EntryView, zone: Tz, style: &Style<'_>, all: bool) -> String {
    let words = style.words;
    let at = Dates::new(words, zone, style.now).short(entry.at);
    let author = entry.author.as_ref().map_or_else(|| words.text("ui-desk"), |author| safe::line(&author.name).into_owned());
    if let Some(event) = &entry.event {
        return format!("{}\n", dim(&format!("· {at}  {author}: {}", event_text(event, words)), style.colour));
    }
    let kind = words.text(&format!("ui-kind-{}", entry.kind));
    let mark = if entry.is_unread { format!(" ● {}", words.text("ui-new")) } else { String::new() };
    let mut text =
        format!("{} {}\n", bold(&format!("{author} · {kind}"), style.colour), dim(&format!("· {at}{mark}"), style.colour));
    if let Some(body) = &entry.body {
        let body = if all { body.into() } else { markdown::folded(body) };
        text.push_str(&markdown::render(&body, style.width.min(100), 2, style.colour));
        if !text.ends_with('\n') {
            text.push('\n');
        }
    }
    for file in &entry.attachments {
        let size = dates::size(words.language(), file.size);
        text.push_str(&format!("  ⎙ {}  {} ({size})\n", file.id, safe::line(&file.name)));
    }
    for letter in &entry.mail {
        if let Some(line) = delivery_text(letter, words) {
            text.push_str(&format!("  {}\n", dim(&line, style.colour)));
        }
    }
    text
}

/// What became of a letter, where it is worth saying: a letter that left is not.
fn delivery_text(letter: &DeliveryView, words: &Words) -> Option<String> {
    let to = safe::line(&letter.to).into_owned();
    match letter.state {
        LetterState::Sent | LetterState::Dropped | LetterState::Cancelled => None,
        LetterState::Dead => Some(words.format("ui-letter-failed", &[("to", to.into())])),
        LetterState::Pending | LetterState::Leased { .. } | LetterState::Retry => {
            Some(words.format("ui-letter-waits", &[("to", to.into())]))
        }
    }
}

fn event_text(event: &EventView, words: &Words) -> String {
    let value = |value: &Option<String>| value.as_deref().map_or_else(String::new, |value| safe::line(value).into_owned());
    let priority = |value: &Option<String>| {
        let found = value.as_deref().and_then(Priority::from_id);
        found.map_or_else(String::new, |priority| priority_word(priority, words))
    };
    let (from, to) = if event.id == "priority-changed" {
        (priority(&event.from), priority(&event.to))
    } else {
        (value(&event.from), value(&event.to))
    };
    let text = words.format(&format!("ui-event-{}", event.id), &[("from", from.into()), ("to", to.into())]);
    match &event.reason {
        Some(reason) => format!("{text} ({})", safe::line(reason)),
        None => text,
    }
}
