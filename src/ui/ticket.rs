//! Tickets and threads on the screen.

use serde_json::{Map, Value, json};

use super::card::Card;
use super::paint::Tone;
use super::present::{Present, Style};
use super::table::{Cell, Column};
use crate::app::view::{ChangedTicket, PersonView, TicketView};
use crate::domain::assignment::Reason;
use crate::domain::status::{Priority, Status};
use crate::domain::time::Timestamp;
use crate::i18n::Words;
use crate::i18n::dates::Dates;

/// A time as machines read it, or null.
pub fn time(time: Option<Timestamp>) -> Value {
    time.map_or(Value::Null, |time| Value::String(time.to_rfc3339()))
}

/// A person as machines read them, or null.
pub fn person(person: Option<&PersonView>) -> Value {
    person.map_or(Value::Null, |person| json!({ "handle": person.handle, "name": person.name }))
}

/// The keys inside of those that are people.
pub(super) const INNER: &[(&str, &[&str])] = &[("client", &["handle", "name", "email"]), ("assignee", &["handle", "name"])];

/// The keys of a ticket, in their order.
pub(super) const FIELDS: [&str; 22] = [
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
    "merged_into",
    "first_answered_at",
];

/// The keys of a ticket, and one more behind them.
pub(super) const fn fields_and(last: &'static str) -> [&'static str; FIELDS.len() + 1] {
    let mut fields = [last; FIELDS.len() + 1];
    let (before, _) = fields.split_at_mut(FIELDS.len());
    before.copy_from_slice(&FIELDS);
    fields
}

/// On narrower terminals dates are told in as few columns as can be, so that more is seen of the subjects.
const ROOMY: usize = 100;

/// A status in words.
pub fn status_word(status: Status, words: &Words) -> String {
    words.text(&format!("ui-status-{}", status.id()))
}

/// A priority in words.
pub fn priority_word(priority: Priority, words: &Words) -> String {
    words.text(&format!("ui-priority-{}", priority.id()))
}

impl Present for TicketView {
    const FIELDS: &'static [&'static str] = &FIELDS;
    const INNER: &'static [(&'static str, &'static [&'static str])] = INNER;

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
            json!(self.merged_into.as_ref().map(|number| number.as_str())),
            time(self.first_answered_at),
        ];
        Self::FIELDS.iter().map(|field| (*field).to_owned()).zip(values).collect()
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-number")),
            Column::fixed(words.text("ui-updated")).brief(words.text("ui-brief-updated")),
            Column::text(words.text("ui-subject")),
            Column::name(words.text("ui-from")),
            Column::fixed(words.text("ui-priority")).brief(words.text("ui-brief-priority")),
            Column::name(words.text("ui-assignee")),
            Column::fixed(words.text("ui-status")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let unread = self.unread > 0;
        let name = |person: &Option<PersonView>| person.as_ref().map_or_else(String::new, |person| person.name.clone());
        let status = status_word(self.status, style.words);
        let (status, tone) = if self.overdue && style.width < ROOMY {
            (style.words.text("ui-brief-status-overdue"), Tone::Alarming)
        } else if self.overdue {
            (style.words.format("ui-status-overdue", &[("status", status.into())]), Tone::Alarming)
        } else {
            (status, Tone::of_status(self.status))
        };
        let dates = Dates::new(style.words, self.zone, style.now);
        let updated = if style.width < ROOMY { dates.brief(self.updated_at) } else { dates.short(self.updated_at) };
        let mark = if unread { "● " } else { "" };
        vec![
            Cell::new(self.number.as_str()).bold(unread),
            Cell::new(updated).bold(unread),
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
        let dates = Dates::new(words, self.zone, style.now);
        let long = |time| dates.long(time);
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
        if let Some(into) = &self.merged_into {
            let into = words.format("ui-merged-where", &[("number", into.as_str().into())]);
            card.row(words.text("ui-merged-into"), Cell::new(into).bold(true));
        }
        if let Some(due_at) = self.due_at {
            let tone = if self.overdue { Tone::Alarming } else { Tone::Plain };
            let label = if self.overdue { "ui-was-due" } else { "ui-due" };
            card.row(words.text(label), Cell::new(dates.long_deadline(due_at)).tone(tone));
        }
        if self.is_at_rest {
            card.row(words.text("ui-deadline"), words.text("ui-deadline-rests"));
        }
        card.render(style.width, style.colour)
    }
}

/// A ticket of which only the number is asked for.
pub struct NumberRow<'t>(pub &'t str);

impl Present for NumberRow<'_> {
    const FIELDS: &'static [&'static str] = &[FIELDS[0]];

    fn id(&self) -> String {
        self.0.to_owned()
    }

    fn object(&self) -> Map<String, Value> {
        Map::from_iter([(FIELDS[0].to_owned(), json!(self.0))])
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![Column::fixed(words.text("ui-number"))]
    }

    fn cells(&self, _: &Style<'_>) -> Vec<Cell> {
        vec![Cell::new(self.0)]
    }

    fn card(&self, _: &Style<'_>) -> String {
        self.0.to_owned()
    }
}

impl Present for ChangedTicket {
    const FIELDS: &'static [&'static str] = &fields_and("changed");
    const INNER: &'static [(&'static str, &'static [&'static str])] = INNER;

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

/// A ticket that was assigned; whether its row says why, too.
pub struct AssignedPage<'t, const EXPLAINED: bool>(pub &'t ChangedTicket);

impl<const EXPLAINED: bool> AssignedPage<'_, EXPLAINED> {
    /// Those columns of a ticket that are shown: beside reasons, what it is called and whom it is about.
    fn shown<T>(columns: Vec<T>) -> impl Iterator<Item = T> {
        columns.into_iter().enumerate().filter(|(at, _)| !EXPLAINED || BESIDE_REASONS.contains(at)).map(|(_, column)| column)
    }
}

/// The places of a ticket's number, subject, client and assignee among its columns.
const BESIDE_REASONS: [usize; 4] = [0, 2, 3, 5];

/// The keys of a ticket that was assigned.
const ASSIGNED: [&str; FIELDS.len() + 3] = {
    let mut fields = ["changed"; FIELDS.len() + 3];
    let (before, after) = fields.split_at_mut(FIELDS.len());
    before.copy_from_slice(&FIELDS);
    after.copy_from_slice(&["changed", "asked_for", "reason"]);
    fields
};

impl<const EXPLAINED: bool> Present for AssignedPage<'_, EXPLAINED> {
    const FIELDS: &'static [&'static str] = &ASSIGNED;
    const INNER: &'static [(&'static str, &'static [&'static str])] = &[INNER[0], INNER[1], ("asked_for", &["handle", "name"])];

    fn id(&self) -> String {
        self.0.id()
    }

    fn object(&self) -> Map<String, Value> {
        let mut object = self.0.object();
        let assignment = self.0.assignment.as_ref();
        let asked_for = assignment.and_then(|assignment| assignment.asked_for.as_ref());
        let reason = assignment.and_then(|assignment| assignment.reason);
        object.insert("asked_for".to_owned(), person(asked_for));
        object.insert("reason".to_owned(), json!(reason.map(Reason::id)));
        object
    }

    fn columns(words: &Words) -> Vec<Column> {
        let more = EXPLAINED.then(|| Column::fixed(words.text("ui-why")));
        Self::shown(TicketView::columns(words)).chain(more).collect()
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let reason = self.0.assignment.as_ref().and_then(|assignment| assignment.reason);
        let words = reason.map_or_else(String::new, |reason| style.words.text(&format!("ui-why-{}", reason.id())));
        Self::shown(self.0.cells(style)).chain(EXPLAINED.then(|| Cell::new(words))).collect()
    }

    fn card(&self, style: &Style<'_>) -> String {
        self.0.card(style)
    }
}
