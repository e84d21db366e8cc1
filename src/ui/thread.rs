//! A ticket with its thread on the screen.

use chrono_tz::Tz;
use serde_json::{Map, Value, json};

use super::letters::notice_word;
use super::markdown;
use super::paint::{bold, dim};
use super::present::{Present, Style};
use super::safe;
use super::table::{Cell, Column};
use super::ticket::{FIELDS, INNER, fields_and, priority_word};
use crate::app::show::Shown;
use crate::app::view::{DeliveryView, EntryView, EventView, TicketView};
use crate::domain::house_rules::Matter;
use crate::domain::letter::LetterState;
use crate::domain::status::Priority;
use crate::i18n::Words;
use crate::i18n::dates::{self, Dates};

/// A ticket with its thread.
pub struct ThreadPage<'s> {
    /// What is shown.
    pub shown: &'s Shown,
    /// Whether events and quoted text are shown to people too.
    pub all: bool,
}

impl Present for ThreadPage<'_> {
    const FIELDS: &'static [&'static str] = &fields_and("thread");
    // A thread is no cell.
    const COLUMNS: &'static [&'static str] = &FIELDS;
    const INNER: &'static [(&'static str, &'static [&'static str])] = INNER;

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
            // Where words of another ticket begin is a part of what is said, and so is that the client asks for an answer.
            if self.all || entry.event.as_ref().is_none_or(|event| matches!(event.id, "merged" | "reminded")) {
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
        .map(|letter| json!({ "to": letter.to, "state": letter.state.id(), "at": letter.at.to_rfc3339(), "event": letter.notice.id() }))
        .collect();
    let details =
        entry.event.as_ref().map_or(Value::Null, |event| json!({ "from": event.from, "to": event.to, "reason": event.reason }));
    json!({
        "id": entry.place.to_string(),
        "kind": entry.kind,
        "author": author,
        "at": entry.at.to_rfc3339(),
        "body": entry.body,
        "event": entry.event.as_ref().map(|event| event.id),
        "details": details,
        "attachments": attachments,
        "mail": mail,
        "found": super::places::object(&entry.found),
        "more_found": entry.found.more,
        "unread": entry.is_unread,
        "merged_from": entry.merged_from.as_ref().map(|number| number.as_str()),
    })
}

fn entry_text(entry: &EntryView, zone: Tz, style: &Style<'_>, all: bool) -> String {
    let words = style.words;
    let at = Dates::new(words, zone, style.now).short(entry.at);
    let author = entry.author.as_ref().map_or_else(|| words.text("ui-desk"), |author| safe::line(&author.name).into_owned());
    if let Some(event) = &entry.event {
        let told = format!("{}\n", dim(&format!("· {at}  {author}: {}", event_text(event, words)), style.colour));
        let said = event.reason.as_deref().filter(|_| event.id == "reminded");
        return told + &said.map_or_else(String::new, |said| whole_lines(said, style));
    }
    let kind = words.text(&format!("ui-kind-{}", entry.kind));
    let mark = if entry.is_unread { format!(" ● {}", words.text("ui-new")) } else { String::new() };
    let origin = entry.merged_from.as_ref().map_or_else(String::new, |number| format!(" · #{number}"));
    let when = dim(&format!("· {at}{origin}{mark}"), style.colour);
    let mut text = format!("{} {when}\n", bold(&format!("{author} · {kind}"), style.colour));
    if let Some(body) = &entry.body {
        let body = if all { body.into() } else { markdown::folded(body) };
        text.push_str(&whole_lines(&body, style));
    }
    text.push_str(&super::places::found(&entry.found, words, style.colour));
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

/// A text under its heading, with the end of its last line.
fn whole_lines(text: &str, style: &Style<'_>) -> String {
    let mut lines = markdown::render(text, style.width.min(100), 2, style.colour);
    if !lines.ends_with('\n') {
        lines.push('\n');
    }
    lines
}

/// What became of a letter, where it is worth saying: a letter that left is not.
fn delivery_text(letter: &DeliveryView, words: &Words) -> Option<String> {
    let values = [("to", safe::line(&letter.to).into_owned().into()), ("notice", notice_word(letter.notice, words).into())];
    match letter.state {
        LetterState::Sent | LetterState::Dropped | LetterState::Cancelled => None,
        LetterState::Dead => Some(words.format("ui-letter-failed", &values)),
        LetterState::Pending | LetterState::Leased { .. } | LetterState::Retry => Some(words.format("ui-letter-waits", &values)),
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
    } else if event.id == "unflagged" {
        let matters = Matter::ALL.into_iter().filter(|matter| value(&event.from).split(',').any(|id| id == matter.id()));
        (matters.map(|matter| super::places::matter_word(matter, words)).collect::<Vec<_>>().join(", "), String::new())
    } else {
        let [before, after] = &event.names;
        let said = |name: &Option<String>, handle: &Option<String>| match name {
            // Several clients may have one name.
            Some(name) if event.id == "client-changed" => format!("{} ({})", safe::line(name), value(handle)),
            Some(_) => value(name),
            None => value(handle),
        };
        (said(before, &event.from), said(after, &event.to))
    };
    let id = match event.id {
        "merged" if event.from.is_some() => "ui-event-merged-from".to_owned(),
        "merged" if event.to.is_none() => "ui-event-merged-away".to_owned(),
        id => format!("ui-event-{id}"),
    };
    let text = words.format(&id, &[("from", from.into()), ("to", to.into())]);
    match event.reason.as_ref().filter(|_| event.id != "reminded") {
        Some(reason) => format!("{text} ({})", safe::line(reason)),
        None => text,
    }
}
