//! People, topics, settings, letters, files and oneself on the screen.

use serde_json::{Map, Value, json};

use super::card::Card;
use super::paint::Tone;
use super::present::{Present, Style};
use super::table::{Cell, Column};
use super::ticket::time;
use crate::app::config::SettingView;
use crate::app::login::WhoAmI;
use crate::app::mail::LetterView;
use crate::app::people::UserView;
use crate::app::topic::TopicView;
use crate::app::view::AttachmentView;
use crate::domain::account::Role;
use crate::i18n::{Words, dates};

/// A role in words.
pub fn role_word(role: Role, words: &Words) -> String {
    words.text(&format!("ui-role-{}", role.id()))
}

fn named(fields: &[&str], values: Vec<Value>) -> Map<String, Value> {
    fields.iter().map(|field| (*field).to_owned()).zip(values).collect()
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
                json!(self.language.code()),
                json!(self.agent),
                time(self.away_until),
                time(Some(self.created_at)),
                json!(self.unconfirmed_email),
                json!(self.reason),
                json!(self.changed),
            ],
        )
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-user")),
            Column::text(words.text("ui-name")),
            Column::fixed(words.text("ui-role")),
            Column::text(words.text("ui-email")),
            Column::fixed(words.text("ui-status")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let tone = if self.standing == "suspended" { Tone::Alarming } else { Tone::Plain };
        vec![
            Cell::new(self.handle.clone()),
            Cell::new(self.name.clone()),
            Cell::new(role_word(self.role, style.words)),
            Cell::new(self.email.clone().unwrap_or_default()),
            Cell::new(style.words.text(&format!("ui-standing-{}", self.standing))).tone(tone),
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
        card.row(words.text("ui-language"), words.text(&format!("ui-language-{}", self.language.code())));
        if let Some(agent) = &self.agent {
            card.row(words.text("ui-agent"), agent.clone());
        }
        let standing = words.text(&format!("ui-standing-{}", self.standing));
        card.row(
            words.text("ui-status"),
            match &self.reason {
                Some(reason) => format!("{standing}: {reason}"),
                None => standing,
            },
        );
        card.render(style.width, style.colour)
    }
}

impl Present for WhoAmI {
    const FIELDS: &'static [&'static str] = &["handle", "name", "email", "role", "desk", "via", "expires_at"];

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
        card.render(style.width, style.colour)
    }
}

impl Present for TopicView {
    const FIELDS: &'static [&'static str] = &["name", "name_es", "name_en", "retired", "changed"];

    fn id(&self) -> String {
        self.name_for_machines.clone()
    }

    fn object(&self) -> Map<String, Value> {
        named(
            Self::FIELDS,
            vec![
                json!(self.name_for_machines),
                json!(self.name_es),
                json!(self.name_en),
                json!(self.retired),
                json!(self.changed),
            ],
        )
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![Column::text(words.text("ui-topic")), Column::fixed(words.text("ui-status"))]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let state = if self.retired { style.words.text("ui-retired") } else { style.words.text("ui-in-use") };
        vec![Cell::new(self.name.clone()), Cell::new(state).tone(if self.retired { Tone::Dim } else { Tone::Plain })]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let mut card = Card::default();
        card.row(style.words.text("ui-language-es"), self.name_es.clone());
        card.row(style.words.text("ui-language-en"), self.name_en.clone());
        card.render(style.width, style.colour)
    }
}

/// A setting with what it means.
pub struct SettingPage<'s> {
    /// The setting.
    pub setting: &'s SettingView,
    /// What it means, in the reader's language.
    pub meaning: String,
}

impl Present for SettingPage<'_> {
    const FIELDS: &'static [&'static str] = &["key", "value", "default", "set", "meaning", "changed"];

    fn id(&self) -> String {
        self.setting.key.clone()
    }

    fn object(&self) -> Map<String, Value> {
        let setting = self.setting;
        named(
            Self::FIELDS,
            vec![
                json!(setting.key),
                json!(setting.value),
                json!(setting.default),
                json!(setting.is_set),
                json!(self.meaning),
                json!(setting.changed),
            ],
        )
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-setting")),
            Column::text(words.text("ui-value")),
            Column::text(words.text("ui-meaning")),
        ]
    }

    fn cells(&self, _style: &Style<'_>) -> Vec<Cell> {
        let setting = self.setting;
        vec![
            Cell::new(setting.key.clone()).bold(setting.is_set),
            Cell::new(setting.value.clone()).bold(setting.is_set),
            Cell::new(self.meaning.clone()).tone(Tone::Dim),
        ]
    }

    fn card(&self, _style: &Style<'_>) -> String {
        format!("{}\n", super::safe::block(&self.setting.value))
    }
}

impl Present for LetterView {
    const FIELDS: &'static [&'static str] =
        &["id", "to", "event", "tickets", "state", "created_at", "next_attempt_at", "attempts", "last_error", "changed"];

    fn id(&self) -> String {
        self.id.clone()
    }

    fn object(&self) -> Map<String, Value> {
        named(
            Self::FIELDS,
            vec![
                json!(self.id),
                json!(self.to),
                json!(self.notice.id()),
                json!(self.tickets),
                json!(self.state),
                time(Some(self.created_at)),
                time(self.next_attempt_at),
                json!(self.attempts),
                json!(self.last_error),
                json!(self.changed),
            ],
        )
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-letter")),
            Column::text(words.text("ui-to")),
            Column::fixed(words.text("ui-about")),
            Column::fixed(words.text("ui-ticket")),
            Column::fixed(words.text("ui-status")),
            Column::text(words.text("ui-last-error")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let tone = if self.state == "dead" { Tone::Alarming } else { Tone::Plain };
        let tickets = match self.tickets.as_slice() {
            [] => String::new(),
            [only] => only.clone(),
            many => style.words.format("ui-many-tickets", &[("count", many.len().into())]),
        };
        vec![
            Cell::new(self.id.chars().take(8).collect::<String>()),
            Cell::new(self.to.clone()),
            Cell::new(self.notice.id()),
            Cell::new(tickets),
            Cell::new(style.words.text(&format!("ui-letter-{}", self.state))).tone(tone),
            Cell::new(self.last_error.clone().unwrap_or_default()).tone(Tone::Dim),
        ]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let words = style.words;
        let mut card = Card::default();
        card.row(words.text("ui-letter"), self.id.clone());
        card.row(words.text("ui-to"), self.to.clone());
        card.row(words.text("ui-about"), self.notice.id());
        card.row(words.text("ui-status"), words.text(&format!("ui-letter-{}", self.state)));
        card.row(words.text("ui-attempts"), self.attempts.to_string());
        if let Some(error) = &self.last_error {
            card.row(words.text("ui-last-error"), error.clone());
        }
        card.render(style.width, style.colour)
    }
}

impl Present for AttachmentView {
    const FIELDS: &'static [&'static str] = &["id", "name", "size", "type", "sha256"];

    fn id(&self) -> String {
        self.id.clone()
    }

    fn object(&self) -> Map<String, Value> {
        named(Self::FIELDS, vec![json!(self.id), json!(self.name), json!(self.size), json!(self.media_type), json!(self.sha256)])
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![
            Column::fixed(words.text("ui-attachment")),
            Column::text(words.text("ui-name")),
            Column::count(words.text("ui-size")),
            Column::text(words.text("ui-type")),
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        vec![
            Cell::new(self.id.clone()),
            Cell::new(self.name.clone()),
            Cell::new(dates::size(style.words.language(), self.size)),
            Cell::new(self.media_type.clone()).tone(Tone::Dim),
        ]
    }

    fn card(&self, style: &Style<'_>) -> String {
        format!("{}  {}  {}\n", self.id, super::safe::line(&self.name), dates::size(style.words.language(), self.size))
    }
}

/// A desk that was just made.
pub struct NewDeskPage<'s> {
    /// Its directory.
    pub desk: String,
    /// Its name.
    pub name: String,
    /// Its administrator.
    pub account: &'s crate::domain::account::Account,
}

impl Present for NewDeskPage<'_> {
    const FIELDS: &'static [&'static str] = &["desk", "name", "handle", "email"];

    fn id(&self) -> String {
        self.desk.clone()
    }

    fn object(&self) -> Map<String, Value> {
        let account = self.account;
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
    /// Whether nothing was done.
    pub dry_run: bool,
}

impl Present for SentPage {
    const FIELDS: &'static [&'static str] = &["email", "dry_run"];

    fn id(&self) -> String {
        self.to.clone()
    }

    fn object(&self) -> Map<String, Value> {
        let mut object = Map::new();
        object.insert("email".to_owned(), json!(self.to));
        if self.dry_run {
            object.insert("dry_run".to_owned(), json!(true));
        }
        object
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

/// The house rules and the privacy text.
pub struct RulesPage {
    /// What tells one wording from another.
    pub version: String,
    /// The rules, as Markdown.
    pub rules: String,
    /// The privacy text, as Markdown.
    pub privacy: String,
    /// The desk's telephone.
    pub phone: Option<String>,
    /// When somebody answers it.
    pub phone_hours: Option<String>,
    /// What a call costs.
    pub phone_cost: Option<String>,
}

impl Present for RulesPage {
    const FIELDS: &'static [&'static str] = &["version", "rules", "privacy", "phone", "phone_hours", "phone_cost"];

    fn id(&self) -> String {
        self.version.clone()
    }

    fn object(&self) -> Map<String, Value> {
        named(
            Self::FIELDS,
            vec![
                json!(self.version),
                json!(self.rules),
                json!(self.privacy),
                json!(self.phone),
                json!(self.phone_hours),
                json!(self.phone_cost),
            ],
        )
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![Column::text(words.text("ui-rules"))]
    }

    fn cells(&self, _style: &Style<'_>) -> Vec<Cell> {
        vec![Cell::new(self.rules.clone())]
    }

    fn card(&self, style: &Style<'_>) -> String {
        let words = style.words;
        let width = style.width.min(90);
        let part = |title: &str, text: &str| {
            let body = super::markdown::render(text, width, 0, style.colour);
            format!("{}\n\n{}\n", super::paint::bold(&words.text(title), style.colour), body.trim_end())
        };
        let mut page = part("ui-rules", &self.rules);
        if let Some(phone) = &self.phone {
            let also: Vec<_> = [&self.phone_hours, &self.phone_cost].into_iter().flatten().cloned().collect();
            let line = words.format("ui-rules-phone", &[("phone", phone.into()), ("also", also.join("; ").into())]);
            page.push_str(&format!("\n{}\n", super::safe::line(&line)));
        }
        page.push('\n');
        page.push_str(&part("ui-privacy", &self.privacy));
        page
    }
}
