//! People and oneself on the screen.

use serde_json::{Map, Value, json};

use super::card::Card;
use super::paint::Tone;
use super::present::{Present, Style, named};
use super::table::{Cell, Column};
use super::ticket::time;
use crate::app::absence::{Away, HandedOn};
use crate::app::people::{AwayView, UserView, last_moment};
use crate::domain::account::Role;
use crate::domain::language::Language;
use crate::i18n::Words;
use crate::i18n::dates::Dates;

/// A role in words.
pub fn role_word(role: Role, words: &Words) -> String {
    words.text(&format!("ui-role-{}", role.id()))
}

/// Whether somebody may use their account, in words, for those who may know.
fn standing_word(user: &UserView, words: &Words) -> Option<String> {
    user.standing.map(|standing| words.text(&format!("ui-standing-{standing}")))
}

/// That somebody is away, until when, and who stands in for them.
pub fn away_words(away: &AwayView, style: &Style<'_>) -> String {
    let until = Dates::new(style.words, away.zone, style.now).told(away.last_moment());
    match &away.substitute {
        Some(substitute) => {
            style.words.format("ui-away-substitute", &[("until", until.into()), ("substitute", substitute.into())])
        }
        None => style.words.format("ui-away", &[("until", until.into())]),
    }
}

/// The same for tables.
fn away_in_short(away: &AwayView, style: &Style<'_>) -> String {
    let until = Dates::new(style.words, away.zone, style.now).date(away.last_moment());
    match &away.substitute {
        Some(substitute) => {
            style.words.format("ui-away-short-substitute", &[("until", until.into()), ("substitute", substitute.into())])
        }
        None => style.words.format("ui-away-short", &[("until", until.into())]),
    }
}

impl Present for UserView {
    const FIELDS: &'static [&'static str] = &[
        "handle",
        "name",
        "role",
        "status",
        "email",
        "phone",
        "lang",
        "agent",
        "away_until",
        "created_at",
        "unconfirmed_email",
        "reason",
        "changed",
        "substitute",
        "rules_version",
        "rules_accepted_at",
    ];

    fn id(&self) -> String {
        self.handle.clone()
    }

    fn object(&self) -> Map<String, Value> {
        named(
            Self::FIELDS,
            vec![
                json!(self.handle),
                json!(self.name),
                json!(self.role.id()),
                json!(self.standing),
                json!(self.email),
                json!(self.phone),
                json!(self.language.map(Language::code)),
                json!(self.agent),
                time(self.away.as_ref().map(|away| away.until)),
                time(self.created_at),
                json!(self.unconfirmed_email),
                json!(self.reason),
                json!(self.changed),
                json!(self.away.as_ref().and_then(|away| away.substitute.as_ref())),
                json!(self.acceptance.as_ref().map(|accepted| &accepted.version)),
                time(self.acceptance.as_ref().map(|accepted| accepted.at)),
            ],
        )
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-user")),
            Column::name(words.text("ui-name")),
            Column::name(words.text("ui-role")),
            Column::name(words.text("ui-email")),
            // Whether somebody is there is seen, whatever else is cut.
            Column::text(words.text("ui-status")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let tone = if self.standing == Some("suspended") { Tone::Alarming } else { Tone::Plain };
        vec![
            Cell::new(self.handle.clone()),
            Cell::new(self.name.clone()),
            Cell::new(role_word(self.role, style.words)),
            Cell::new(self.email.clone().unwrap_or_default()),
            Cell::new(match &self.away {
                Some(away) => away_in_short(away, style),
                None => standing_word(self, style.words).unwrap_or_default(),
            })
            .tone(tone),
        ]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let words = style.words;
        let mut card = Card::default();
        card.row(words.text("ui-user"), Cell::new(self.handle.clone()).bold(true));
        card.row(words.text("ui-name"), self.name.clone());
        card.row(words.text("ui-role"), role_word(self.role, words));
        if let Some(email) = &self.email {
            card.row(words.text("ui-email"), email.clone());
        }
        if let Some(email) = &self.unconfirmed_email {
            card.row(words.text("ui-unconfirmed-email"), email.clone());
        }
        if let Some(phone) = &self.phone {
            card.row(words.text("ui-phone"), phone.clone());
        }
        if let Some(language) = self.language {
            card.row(words.text("ui-language"), words.text(&format!("ui-language-{}", language.code())));
        }
        if let Some(agent) = &self.agent {
            card.row(words.text("ui-agent"), agent.clone());
        }
        if let Some(standing) = standing_word(self, words) {
            let standing = match &self.reason {
                Some(reason) => format!("{standing}: {reason}"),
                None => standing,
            };
            card.row(words.text("ui-status"), standing);
        }
        if let (Some(accepted), Some(zone)) = (&self.acceptance, self.accepted_in) {
            let at = Dates::new(words, zone, style.now).told(accepted.at);
            card.row(words.text("ui-rules"), words.format("ui-rules-accepted", &[("at", at.into())]));
        }
        if let Some(away) = &self.away {
            card.row(words.text("ui-absence"), away_words(away, style));
        }
        for other in &self.stands_in_for {
            let until = Dates::new(words, other.zone, style.now).told(last_moment(other.until));
            let values =
                [("name", other.name.as_str().into()), ("handle", other.handle.as_str().into()), ("until", until.into())];
            card.row(words.text("ui-stands-in-for"), words.format("ui-stands-in-until", &values));
        }
        card.render(style.width, style.colour)
    }
}

/// The keys of a person, and those of what comes of their absence.
const ABSENT: [&str; UserView::FIELDS.len() + 1] = {
    let mut fields = ["handed_on"; UserView::FIELDS.len() + 1];
    let (before, _) = fields.split_at_mut(UserView::FIELDS.len());
    before.copy_from_slice(UserView::FIELDS);
    fields
};

impl Present for Away {
    const FIELDS: &'static [&'static str] = &ABSENT;
    // Whom they stood in for is many values.
    const COLUMNS: &'static [&'static str] = UserView::FIELDS;

    fn id(&self) -> String {
        self.user.id()
    }

    fn object(&self) -> Map<String, Value> {
        let one = |other: &HandedOn| {
            let substitute = other.substitute.as_ref().map(|substitute| &substitute.handle);
            json!({ "handle": other.handle, "name": other.name, "substitute": substitute })
        };
        let mut object = self.user.object();
        object.insert("handed_on".to_owned(), self.handed_on.iter().map(one).collect());
        object
    }

    fn columns(words: &Words) -> Vec<Column> {
        UserView::columns(words)
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        self.user.cells(style)
    }

    fn card(&self, style: &Style<'_>) -> String {
        self.user.card(style)
    }
}

/// A desk that was just made.
pub struct NewDeskPage {
    /// Its directory.
    pub desk: String,
    /// Its name.
    pub name: String,
    /// Its administrator.
    pub account: crate::domain::account::Account,
}

impl Present for NewDeskPage {
    const FIELDS: &'static [&'static str] = &["desk", "name", "handle", "email"];

    fn id(&self) -> String {
        self.desk.clone()
    }

    fn object(&self) -> Map<String, Value> {
        let account = &self.account;
        named(
            Self::FIELDS,
            vec![json!(self.desk), json!(self.name), json!(account.handle.as_str()), json!(account.email.as_str())],
        )
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![Column::text(words.text("ui-desk")), Column::text(words.text("ui-name"))]
    }

    fn cells(&self, _style: &Style<'_>) -> Vec<Cell> {
        vec![Cell::new(self.desk.clone()), Cell::new(self.name.clone())]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let mut card = Card::default();
        card.row(style.words.text("ui-desk"), Cell::new(self.name.clone()).bold(true));
        card.row(style.words.text("ui-directory"), self.desk.clone());
        card.row(style.words.text("ui-user"), self.account.handle.as_str());
        card.render(style.width, style.colour)
    }
}

/// That a letter was asked for, whoever has the address.
pub struct SentPage {
    /// The address.
    pub to: String,
}

impl Present for SentPage {
    const FIELDS: &'static [&'static str] = &["email"];

    fn id(&self) -> String {
        self.to.clone()
    }

    fn object(&self) -> Map<String, Value> {
        named(Self::FIELDS, vec![json!(self.to)])
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![Column::text(words.text("ui-email"))]
    }

    fn cells(&self, _style: &Style<'_>) -> Vec<Cell> {
        vec![Cell::new(self.to.clone())]
    }

    fn card(&self, _style: &Style<'_>) -> String {
        // People are told in words on standard error; there is no data in it.
        String::new()
    }
}
