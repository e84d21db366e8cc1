//! Tokens on the screen. The token itself is data: it goes to standard output, and nowhere else.

use serde_json::{Map, Value, json};

use super::card::Card;
use super::paint::Tone;
use super::present::{Present, Style, named};
use super::table::{Cell, Column};
use super::ticket::{person, time};
use crate::app::token::{MadeToken, TokenView};
use crate::i18n::Words;
use crate::i18n::dates::Dates;

const FIELDS: [&str; 9] = ["id", "name", "owner", "scope", "created_at", "used_at", "expires_at", "status", "changed"];
const INNER: &[(&str, &[&str])] = &[("owner", &["handle", "name"])];

fn values(token: &TokenView) -> Vec<Value> {
    vec![
        json!(token.id.to_string()),
        json!(token.name),
        person(token.owner.as_ref()),
        json!(token.scope.id()),
        time(Some(token.created_at)),
        time(token.used_at),
        time(Some(token.expires_at)),
        json!(token.state),
        json!(token.changed),
    ]
}

impl Present for TokenView {
    const FIELDS: &'static [&'static str] = &FIELDS;
    const INNER: &'static [(&'static str, &'static [&'static str])] = INNER;

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn object(&self) -> Map<String, Value> {
        named(Self::FIELDS, values(self))
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-token")),
            Column::text(words.text("ui-name")),
            Column::text(words.text("ui-user")),
            Column::fixed(words.text("ui-scope")),
            Column::fixed(words.text("ui-last-use")),
            Column::fixed(words.text("ui-expires")),
            Column::fixed(words.text("ui-status")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let dates = Dates::new(style.words, self.zone, style.now);
        let tone = if self.state == "live" { Tone::Plain } else { Tone::Dim };
        vec![
            Cell::new(self.id.to_string()),
            Cell::new(self.name.clone()),
            Cell::new(self.owner.as_ref().map(|owner| owner.handle.clone()).unwrap_or_default()),
            Cell::new(self.scope.id()),
            Cell::new(self.used_at.map_or_else(String::new, |used_at| dates.relative(used_at))),
            Cell::new(dates.relative(self.expires_at)),
            Cell::new(style.words.text(&format!("ui-token-{}", self.state))).tone(tone),
        ]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let (words, dates) = (style.words, Dates::new(style.words, self.zone, style.now));
        let mut card = Card::default();
        card.row(words.text("ui-token"), self.id.to_string());
        card.row(words.text("ui-name"), self.name.clone());
        if let Some(owner) = &self.owner {
            card.row(words.text("ui-user"), owner.handle.clone());
        }
        card.row(words.text("ui-scope"), self.scope.id());
        card.row(words.text("ui-expires"), dates.relative(self.expires_at));
        card.row(words.text("ui-status"), words.text(&format!("ui-token-{}", self.state)));
        card.render(style.width, style.colour)
    }
}

impl Present for MadeToken {
    const FIELDS: &'static [&'static str] =
        &["id", "name", "owner", "scope", "created_at", "used_at", "expires_at", "status", "changed", "token"];
    const INNER: &'static [(&'static str, &'static [&'static str])] = INNER;

    fn id(&self) -> String {
        self.view.id.to_string()
    }

    fn object(&self) -> Map<String, Value> {
        let mut values = values(&self.view);
        values.push(json!(self.secret.as_ref().map(|secret| secret.expose())));
        named(Self::FIELDS, values)
    }

    fn columns(words: &Words) -> Vec<Column> {
        TokenView::columns(words)
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        self.view.cells(style)
    }

    fn card(&self, style: &Style<'_>) -> String {
        match &self.secret {
            // Alone on its line, so that a script has it with `$(…)`; the rest is told on standard error.
            Some(secret) => format!("{}\n", secret.expose()),
            None => self.view.card(style),
        }
    }
}
