//! What the desk is made of on the screen: topics, settings, rules.

use serde_json::{Map, Value, json};

use super::card::Card;
use super::paint::Tone;
use super::present::{Present, Style, named};
use super::table::{Cell, Column};
use super::ticket::time;
use crate::app::config::SettingView;
use crate::app::topic::{Answered, TopicView};
use crate::domain::account::Acceptance;
use crate::domain::phone_line::PhoneLine;
use crate::i18n::Words;

impl Present for TopicView {
    const FIELDS: &'static [&'static str] = &[
        "name",
        "name_es",
        "name_en",
        "retired",
        "changed",
        "agents",
        "auto_assign",
        "agents_inherited",
        "auto_assign_inherited",
        "effective_agents",
        "effective_auto_assign",
    ];

    fn id(&self) -> String {
        self.name_for_machines.clone()
    }

    fn object(&self) -> Map<String, Value> {
        let answered = |value: fn(&Answered) -> Value| self.answered.as_ref().map_or(Value::Null, value);
        named(
            Self::FIELDS,
            vec![
                json!(self.name_for_machines),
                json!(self.name_es),
                json!(self.name_en),
                json!(self.retired),
                json!(self.changed),
                answered(|answered| json!(answered.agents.as_deref().unwrap_or_default())),
                answered(|answered| json!(answered.auto_assign == Some(true))),
                answered(|answered| json!(answered.agents.is_none())),
                answered(|answered| json!(answered.auto_assign.is_none())),
                answered(|answered| json!(answered.effective_agents)),
                answered(|answered| json!(answered.assigns_on_opening)),
            ],
        )
    }

    fn columns(words: &Words) -> Vec<Column> {
        let more = [Column::text(words.text("ui-topic-agents")), Column::fixed(words.text("ui-topic-assigns"))];
        PlainTopic::columns(words).into_iter().chain(more).collect()
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let more = answered_words(self, style.words).map(Cell::new);
        PlainTopic(self).cells(style).into_iter().chain(more).collect()
    }

    fn card(&self, style: &Style<'_>) -> String {
        let mut card = Card::default();
        card.row(style.words.text("ui-language-es"), self.name_es.clone());
        card.row(style.words.text("ui-language-en"), self.name_en.clone());
        for (label, words) in ["ui-topic-agents", "ui-topic-assigns"].into_iter().zip(answered_words(self, style.words)) {
            if !words.is_empty() {
                card.row(style.words.text(label), words);
            }
        }
        card.render(style.width, style.colour)
    }
}

/// Who answers a topic, and whether opening a ticket assigns it; empty where there is nothing to say.
fn answered_words(topic: &TopicView, words: &Words) -> [String; 2] {
    let Some(answered) = &topic.answered else { return [String::new(), String::new()] };
    let effective = || answered.effective_agents.join(", ");
    let agents = match &answered.agents {
        Some(agents) if agents.is_empty() => words.text("ui-topic-anybody"),
        Some(agents) => agents.join(", "),
        None if answered.effective_agents.is_empty() => String::new(),
        None => words.format("ui-topic-inherited", &[("value", effective().into())]),
    };
    let assigns = match (answered.auto_assign, answered.assigns_on_opening) {
        (Some(true), _) => words.text("ui-yes"),
        (Some(false), _) => words.text("ui-no"),
        (None, true) => words.format("ui-topic-inherited", &[("value", words.text("ui-yes").into())]),
        (None, false) => String::new(),
    };
    [agents, assigns]
}

/// A topic for those who are not told who answers it.
pub struct PlainTopic<'t>(pub &'t TopicView);

impl Present for PlainTopic<'_> {
    const FIELDS: &'static [&'static str] = TopicView::FIELDS;

    fn id(&self) -> String {
        self.0.id()
    }

    fn object(&self) -> Map<String, Value> {
        self.0.object()
    }

    fn columns(words: &Words) -> Vec<Column> {
        vec![Column::text(words.text("ui-topic")), Column::fixed(words.text("ui-status"))]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let topic = self.0;
        let state = if topic.retired { style.words.text("ui-retired") } else { style.words.text("ui-in-use") };
        vec![Cell::new(topic.name.clone()), Cell::new(state).tone(if topic.retired { Tone::Dim } else { Tone::Plain })]
    }

    fn card(&self, style: &Style<'_>) -> String {
        self.0.card(style)
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

/// What goes to the telephone instead of into a ticket.
const BY_PHONE: [&str; 3] = ["complaints", "more-pages", "prices"];

/// The house rules and the privacy text.
#[derive(Clone)]
pub struct RulesPage {
    /// What tells one wording from another.
    pub version: String,
    /// The rules, as Markdown.
    pub rules: String,
    /// The privacy text, as Markdown.
    pub privacy: String,
    /// The desk's telephone.
    pub phone: Option<PhoneLine>,
    /// What the reader has accepted last, if they are a client.
    pub accepted: Option<Acceptance>,
    /// Whether they have to accept this wording before they write.
    pub must_accept: bool,
    /// Whether this command accepted it.
    pub changed: bool,
}

impl Present for RulesPage {
    const FIELDS: &'static [&'static str] = &[
        "version",
        "rules",
        "privacy",
        "phone",
        "phone_hours",
        "phone_cost",
        "by_phone",
        "accepted_version",
        "accepted_at",
        "must_accept",
        "changed",
    ];
    // What goes to the telephone is many values.
    const COLUMNS: &'static [&'static str] = &["version", "rules", "privacy", "phone", "phone_hours", "phone_cost"];

    fn id(&self) -> String {
        self.version.clone()
    }

    fn object(&self) -> Map<String, Value> {
        let phone = self.phone.as_ref();
        named(
            Self::FIELDS,
            vec![
                json!(self.version),
                json!(self.rules),
                json!(self.privacy),
                json!(phone.map(|phone| &phone.number)),
                json!(phone.and_then(|phone| phone.hours.as_ref())),
                json!(phone.and_then(|phone| phone.cost.as_ref())),
                json!(BY_PHONE),
                json!(self.accepted.as_ref().map(|accepted| &accepted.version)),
                time(self.accepted.as_ref().map(|accepted| accepted.at)),
                json!(self.must_accept),
                json!(self.changed),
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
            let line = words.format("ui-rules-phone", &[("phone", phone.to_string().into())]);
            page.push_str(&format!("\n{}\n", super::card::wrapped(&super::safe::line(&line), width, 0)));
        }
        page.push('\n');
        page.push_str(&part("ui-privacy", &self.privacy));
        page
    }
}
