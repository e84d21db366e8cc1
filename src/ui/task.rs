//! Tasks on the screen.

use serde_json::{Map, Value, json};

use super::card::Card;
use super::paint::Tone;
use super::present::{Present, Style, named};
use super::table::{Cell, Column};
use super::ticket::{person, time};
use crate::app::task::TaskView;
use crate::domain::ticket::TicketNumber;
use crate::i18n::Words;
use crate::i18n::dates::Dates;

impl TaskView {
    fn state(&self) -> &'static str {
        if self.done_at.is_some() { "done" } else { "open" }
    }
}

impl Present for TaskView {
    const FIELDS: &'static [&'static str] =
        &["id", "kind", "ticket", "client", "phone", "reason", "status", "asked_by", "asked_at", "done_by", "done_at", "changed"];
    const INNER: &'static [(&'static str, &'static [&'static str])] =
        &[("client", &["handle", "name", "email"]), ("asked_by", &["handle", "name"]), ("done_by", &["handle", "name"])];

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn object(&self) -> Map<String, Value> {
        let client = self.client.as_ref();
        let client =
            client.map_or(Value::Null, |client| json!({ "handle": client.handle, "name": client.name, "email": client.email }));
        let values = vec![
            json!(self.id.to_string()),
            json!(self.kind.id()),
            json!(self.ticket.as_ref().map(TicketNumber::as_str)),
            client,
            json!(self.phone),
            json!(self.reason),
            json!(self.state()),
            person(self.asked_by.as_ref()),
            time(Some(self.asked_at)),
            person(self.done_by.as_ref()),
            time(self.done_at),
            json!(self.changed),
        ];
        named(Self::FIELDS, values)
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-task")),
            Column::fixed(words.text("ui-ticket")),
            Column::name(words.text("ui-from")),
            Column::fixed(words.text("ui-phone")),
            Column::prose(words.text("ui-reason")),
            Column::name(words.text("ui-asked-by")),
            Column::fixed(words.text("ui-asked-at")),
            Column::fixed(words.text("ui-status")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let dates = Dates::new(style.words, self.zone, style.now);
        let tone = if self.done_at.is_some() { Tone::Dim } else { Tone::Plain };
        vec![
            Cell::new(self.id.to_string()),
            Cell::new(self.number().to_owned()),
            Cell::new(self.client.as_ref().map(|client| client.name.clone()).unwrap_or_default()),
            Cell::new(self.phone.clone().unwrap_or_default()),
            Cell::new(self.reason.clone()),
            Cell::new(self.asked_by.as_ref().map(|person| person.name.clone()).unwrap_or_default()),
            Cell::new(dates.relative(self.asked_at)),
            Cell::new(style.words.text(&format!("ui-task-{}", self.state()))).tone(tone),
        ]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let (words, dates) = (style.words, Dates::new(style.words, self.zone, style.now));
        let mut card = Card::default();
        card.row(words.text("ui-task"), self.id.to_string());
        card.row(words.text("ui-ticket"), self.number().to_owned());
        if let Some(client) = &self.client {
            card.row(words.text("ui-from"), format!("{} ({})", client.name, client.handle));
        }
        if let Some(phone) = &self.phone {
            card.row(words.text("ui-phone"), phone.clone());
        }
        card.row(words.text("ui-reason"), self.reason.clone());
        if let Some(person) = &self.asked_by {
            card.row(words.text("ui-asked-by"), person.name.clone());
        }
        card.row(words.text("ui-asked-at"), dates.relative(self.asked_at));
        card.row(words.text("ui-status"), words.text(&format!("ui-task-{}", self.state())));
        card.render(style.width, style.colour)
    }
}

/// Where the telephone and the state stand in a row.
const PHONE: usize = 3;
const STATUS: usize = 7;

/// A task in a list: the table has a column for the telephone only for those who see it, and one for the state only where there are
/// several. Machines are given the same keys as anybody.
pub struct Row<'t, const HAS_PHONE: bool, const HAS_STATUS: bool>(pub &'t TaskView);

/// The columns of a row that there are.
fn with<const HAS_PHONE: bool, const HAS_STATUS: bool, T>(mut all: Vec<T>) -> Vec<T> {
    if !HAS_STATUS {
        all.remove(STATUS);
    }
    if !HAS_PHONE {
        all.remove(PHONE);
    }
    all
}

impl<const HAS_PHONE: bool, const HAS_STATUS: bool> Present for Row<'_, HAS_PHONE, HAS_STATUS> {
    const FIELDS: &'static [&'static str] = <TaskView as Present>::FIELDS;
    const INNER: &'static [(&'static str, &'static [&'static str])] = <TaskView as Present>::INNER;

    fn id(&self) -> String {
        Present::id(self.0)
    }

    fn object(&self) -> Map<String, Value> {
        self.0.object()
    }

    fn columns(words: &Words) -> Vec<Column> {
        with::<HAS_PHONE, HAS_STATUS, _>(TaskView::columns(words))
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        with::<HAS_PHONE, HAS_STATUS, _>(self.0.cells(style))
    }

    fn card(&self, style: &Style<'_>) -> String {
        self.0.card(style)
    }
}
