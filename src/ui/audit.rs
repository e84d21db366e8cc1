//! What was done, on the screen.

use serde_json::{Map, Value, json};

use super::card::Card;
use super::paint::Tone;
use super::present::{Present, Style, named};
use super::table::{Cell, Column};
use super::ticket::{person, time};
use crate::app::audit::AuditView;
use crate::i18n::Words;
use crate::i18n::dates::Dates;

/// So many things that were touched are named in a table; more are counted.
const MOST_NAMED: usize = 3;
/// What things are noted under, besides tickets.
const NAMES: [&str; 5] = ["account", "setting", "topic", "name", "token"];

fn via_word(view: &AuditView, words: &Words) -> String {
    let name = match &view.token {
        Some((_, Some(name))) => name.clone(),
        Some((id, None)) => id.to_string(),
        None => String::new(),
    };
    words.format(&format!("ui-via-{}", view.via.id()), &[("name", name.into())])
}

/// What was touched, in a few words.
fn touched(view: &AuditView, words: &Words) -> String {
    if view.tickets.len() > MOST_NAMED {
        return words.format("ui-many-tickets", &[("count", view.tickets.len().into())]);
    }
    if !view.tickets.is_empty() {
        return view.tickets.join(", ");
    }
    let notes = view.details.as_array().map(Vec::as_slice).unwrap_or_default();
    let name = |note: &Value| match NAMES.iter().find_map(|key| note.get(key).filter(|value| !value.is_null()))? {
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    let mut names: Vec<String> = Vec::new();
    for name in notes.iter().filter_map(name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len() > MOST_NAMED;
    names.truncate(MOST_NAMED);
    if more { format!("{}, …", names.join(", ")) } else { names.join(", ") }
}

impl Present for AuditView {
    const FIELDS: &'static [&'static str] = &["id", "at", "actor", "via", "token", "verb", "tickets", "details"];
    const COLUMNS: &'static [&'static str] = &["id", "at", "actor", "via", "token", "verb", "tickets"];
    const INNER: &'static [(&'static str, &'static [&'static str])] =
        &[("actor", &["handle", "name"]), ("token", &["id", "name"])];

    fn id(&self) -> String {
        self.sequence.to_string()
    }

    fn object(&self) -> Map<String, Value> {
        let token = self.token.as_ref().map(|(id, name)| json!({ "id": id.to_string(), "name": name }));
        named(
            Self::FIELDS,
            vec![
                json!(self.sequence),
                time(Some(self.at)),
                person(self.actor.as_ref()),
                json!(self.via.id()),
                json!(token),
                json!(self.verb),
                json!(self.tickets),
                self.details.clone(),
            ],
        )
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-when")),
            Column::text(words.text("ui-who")),
            Column::text(words.text("ui-through")),
            Column::fixed(words.text("ui-command")),
            Column::text(words.text("ui-touched")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        vec![
            // The very time: whoever reads this wants to know in which order things were done.
            Cell::new(Dates::new(style.words, self.zone, style.now).short(self.at)),
            Cell::new(self.actor.as_ref().map(|actor| actor.handle.clone()).unwrap_or_default()),
            Cell::new(via_word(self, style.words)).tone(Tone::Dim),
            Cell::new(self.verb.clone()),
            Cell::new(touched(self, style.words)),
        ]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let mut card = Card::default();
        for (column, cell) in Self::columns(style.words).into_iter().zip(self.cells(style)) {
            card.row(column.title, cell);
        }
        card.render(style.width, style.colour)
    }
}
