//! What is late and what is next, on the screen.

use serde_json::{Map, Value, json};

use super::card::Card;
use super::paint::Tone;
use super::present::{Present, Style};
use super::stats::duration;
use super::table::{Cell, Column};
use super::ticket::{FIELDS, INNER};
use crate::app::overdue::LateView;
use crate::app::view::{PersonView, TicketView};
use crate::domain::time::Span;
use crate::i18n::Words;
use crate::i18n::dates::Dates;

/// So much of a message is seen before names are cut: who waits and whose it is tells more.
const SEEN_FIRST: usize = 20;
/// So many characters of a message are shown in a table.
const MOST_SHOWN: usize = 200;

/// The keys of a late ticket.
const LATE: [&str; FIELDS.len() + 2] = fields("late_seconds");
/// The keys of one that soon will be late.
const SOON: [&str; FIELDS.len() + 2] = fields("left_seconds");

const fn fields(time: &'static str) -> [&'static str; FIELDS.len() + 2] {
    let mut fields = [time; FIELDS.len() + 2];
    let (before, after) = fields.split_at_mut(FIELDS.len());
    before.copy_from_slice(&FIELDS);
    after[1] = "last_message";
    fields
}

/// A ticket whose answer is late or, if `IS_SOON`, soon will be.
pub struct LatePage<'t, const IS_SOON: bool>(pub &'t LateView);

impl<const IS_SOON: bool> Present for LatePage<'_, IS_SOON> {
    const FIELDS: &'static [&'static str] = if IS_SOON { &SOON } else { &LATE };
    const INNER: &'static [(&'static str, &'static [&'static str])] = &[INNER[0], INNER[1], ("last_message", &["at", "body"])];

    fn id(&self) -> String {
        self.0.ticket.id()
    }

    fn object(&self) -> Map<String, Value> {
        let mut object = self.0.ticket.object();
        let last = self.0.last_message.as_ref();
        object.insert(Self::FIELDS[FIELDS.len()].to_owned(), json!(self.0.time.as_seconds()));
        let message = last.map(|(at, body)| json!({ "at": at.to_rfc3339(), "body": body }));
        object.insert("last_message".to_owned(), json!(message));
        object
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-number")),
            Column::name(words.text("ui-from")),
            Column::count(words.text(if IS_SOON { "ui-left" } else { "ui-late" })),
            Column::text(words.text("ui-last-message")).comfort(SEEN_FIRST),
            Column::name(words.text("ui-assignee")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let ticket = &self.0.ticket;
        let message = self.0.last_message.as_ref().map_or("", |(_, text)| text);
        let mut words = message.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((end, _)) = words.char_indices().nth(MOST_SHOWN) {
            words.truncate(end);
            words.push('\u{2026}');
        }
        let nobody = || Cell::new(style.words.text("ui-stats-nobody")).tone(Tone::Alarming);
        vec![
            Cell::new(ticket.number.as_str()),
            Cell::new(ticket.client.as_ref().map_or_else(String::new, named)),
            Cell::new(duration(Some(self.0.time))).tone(if IS_SOON { Tone::Plain } else { Tone::Alarming }),
            Cell::new(words),
            ticket.assignee.as_ref().map_or_else(nobody, |assignee| Cell::new(assignee.name.clone())),
        ]
    }

    fn card(&self, style: &Style<'_>) -> String {
        self.0.ticket.card(style)
    }
}

/// A person by their name and what one calls them by.
fn named(person: &PersonView) -> String {
    format!("{} ({})", person.name, person.handle)
}

/// The ticket that is to be answered first, and by how much working time its answer is late.
pub struct NextPage<'t>(pub &'t TicketView, pub Option<Span>);

impl Present for NextPage<'_> {
    const FIELDS: &'static [&'static str] = <TicketView as Present>::FIELDS;
    const INNER: &'static [(&'static str, &'static [&'static str])] = <TicketView as Present>::INNER;

    fn id(&self) -> String {
        self.0.id()
    }

    fn object(&self) -> Map<String, Value> {
        self.0.object()
    }

    fn columns(words: &Words) -> Vec<Column> {
        TicketView::columns(words)
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        self.0.cells(style)
    }

    fn card(&self, style: &Style<'_>) -> String {
        let (ticket, words) = (self.0, style.words);
        let dates = Dates::new(words, ticket.zone, style.now);
        let mut card = Card::default();
        card.row(words.text("ui-number"), Cell::new(ticket.number.as_str()).bold(true));
        card.row(words.text("ui-subject"), Cell::new(ticket.subject.clone()).bold(ticket.unread > 0));
        card.row(words.text("ui-from"), ticket.client.as_ref().map_or_else(String::new, named));
        let assignee = ticket.assignee.as_ref().map_or_else(|| words.text("ui-nobody"), |assignee| assignee.name.clone());
        card.row(words.text("ui-assignee"), assignee);
        if let Some(due_at) = ticket.due_at {
            let (label, tone) = if ticket.overdue { ("ui-was-due", Tone::Alarming) } else { ("ui-due", Tone::Plain) };
            // How long ago it was would be told twice, by the clock and by the hours of work.
            let near = dates.near(due_at).filter(|_| !ticket.overdue);
            let when = dates.long_deadline(due_at);
            let when = near.map_or_else(|| when.clone(), |near| format!("{when} ({near})"));
            card.row(words.text(label), Cell::new(when).tone(tone));
            if let Some(late) = self.1 {
                card.row(words.text("ui-late"), Cell::new(duration(Some(late))).tone(tone));
            }
        }
        card.render(style.width, style.colour)
    }
}
