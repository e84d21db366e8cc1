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

fn via_word(view: &AuditView, words: &Words) -> String {
    let name = match &view.token {
        Some((_, Some(name))) => name.clone(),
        Some((id, None)) => id.to_string(),
        None => String::new(),
    };
    words.format(&format!("ui-via-{}", view.via.id()), &[("name", name.into())])
}

/// What was touched, in a few words: first what the command was about.
fn touched(view: &AuditView, words: &Words) -> String {
    let told = &view.told;
    let mut about: Vec<_> = told.about.iter().take(MOST_NAMED).map(String::as_str).collect();
    if told.about.len() > MOST_NAMED {
        about.push("\u{2026}");
    }
    let mut text = about.join(", ");
    let mut tickets = match view.tickets.len() {
        0 if told.fields.is_empty() => return text,
        0 => return format!("{text} ({})", told.fields.join(", ")),
        count if count > MOST_NAMED => words.format("ui-many-tickets", &[("count", count.into())]),
        _ => view.tickets.join(", "),
    };
    if let [only] = told.given_to.as_slice() {
        tickets = format!("{tickets} \u{2192} {only}");
    }
    if !text.is_empty() {
        text.push_str(", ");
    }
    text + &tickets
}

impl Present for AuditView {
    const FIELDS: &'static [&'static str] =
        &["id", "at", "actor", "via", "token", "verb", "tickets", "people", "objects", "note", "details"];
    const COLUMNS: &'static [&'static str] =
        &["id", "at", "actor", "via", "token", "verb", "tickets", "people", "objects", "note"];
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
                json!(self.told.people),
                json!(self.told.objects),
                json!(self.told.note),
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
