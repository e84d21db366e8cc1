//! Tickets that went for ever, on the screen.

use serde_json::{Map, Value, json};

use super::card::Card;
use super::present::{Present, Style, named};
use super::table::{Cell, Column};
use super::ticket::{person, time};
use crate::app::purge::PurgedView;
use crate::i18n::Words;
use crate::i18n::dates::Dates;

impl PurgedView {
    fn rows(&self, style: &Style<'_>) -> [String; 4] {
        let closed = self.closed_at.map(|at| Dates::new(style.words, self.zone, style.now).relative(at));
        let client = self.client.as_ref().map(|client| client.name.clone());
        [self.number.to_string(), self.subject.clone(), client.unwrap_or_default(), closed.unwrap_or_default()]
    }
}

fn headings(words: &Words) -> [String; 4] {
    ["ui-number", "ui-subject", "ui-from", "ui-closed-at"].map(|id| words.text(id))
}

impl Present for PurgedView {
    const FIELDS: &'static [&'static str] =
        &["number", "subject", "client", "closed_at", "merged_into", "messages", "attachments", "changed"];
    const INNER: &'static [(&'static str, &'static [&'static str])] = &[("client", &["handle", "name"])];

    fn id(&self) -> String {
        self.number.to_string()
    }

    fn object(&self) -> Map<String, Value> {
        let values = vec![
            json!(self.number.as_str()),
            json!(self.subject),
            person(self.client.as_ref()),
            time(self.closed_at),
            json!(self.merged_into.as_ref().map(|number| number.as_str())),
            json!(self.messages),
            json!(self.attachments),
            json!(self.changed),
        ];
        named(Self::FIELDS, values)
    }

    fn columns(words: &Words) -> Vec<Column> {
        let [number, subject, from, closed] = headings(words);
        vec![Column::fixed(number), Column::text(subject), Column::text(from), Column::fixed(closed)]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        self.rows(style).map(Cell::new).into_iter().collect()
    }

    fn card(&self, style: &Style<'_>) -> String {
        let mut card = Card::default();
        for (heading, value) in headings(style.words).into_iter().zip(self.rows(style)) {
            card.row(heading, value);
        }
        card.render(style.width, style.colour)
    }
}
