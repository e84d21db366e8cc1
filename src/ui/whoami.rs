//! Who is logged in, on the screen.

use serde_json::{Map, Value, json};

use super::card::Card;
use super::people::role_word;
use super::present::{Present, Style, named};
use super::table::{Cell, Column};
use super::ticket::time;
use crate::app::login::WhoAmI;
use crate::domain::token::Scope;
use crate::i18n::Words;

impl Present for WhoAmI {
    const FIELDS: &'static [&'static str] = &["handle", "name", "email", "role", "desk", "via", "expires_at", "scope"];

    fn id(&self) -> String {
        self.account.handle.as_str().to_owned()
    }

    fn object(&self) -> Map<String, Value> {
        named(
            Self::FIELDS,
            vec![
                json!(self.account.handle.as_str()),
                json!(self.account.name.as_str()),
                json!(self.account.email.as_str()),
                json!(self.account.role.id()),
                json!(self.desk),
                json!(self.via.id()),
                time(self.expires_at),
                json!(self.scope.map(Scope::id)),
            ],
        )
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![Column::fixed(words.text("ui-user")), Column::text(words.text("ui-name")), Column::fixed(words.text("ui-role"))]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        vec![
            Cell::new(self.account.handle.as_str()),
            Cell::new(self.account.name.as_str()),
            Cell::new(role_word(self.account.role, style.words)),
        ]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let words = style.words;
        let mut card = Card::default();
        card.row(words.text("ui-user"), Cell::new(self.account.handle.as_str()).bold(true));
        card.row(words.text("ui-name"), self.account.name.as_str());
        card.row(words.text("ui-email"), self.account.email.as_str());
        card.row(words.text("ui-role"), role_word(self.account.role, words));
        card.row(words.text("ui-desk"), self.desk.clone());
        if let Some(scope) = self.scope {
            card.row(words.text("ui-scope"), scope.id());
        }
        card.render(style.width, style.colour)
    }
}
