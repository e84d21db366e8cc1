//! What was done, on the screen.

use serde_json::{Map, Value, json};

use super::card::Card;
use super::deed::{Deed, TickedPage};
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

/// A field that changed, in people's words; none for one that they know as what the link is about.
fn field(id: &str, words: &Words) -> Option<String> {
    let word = match id {
        "name" => words.text("ui-name"),
        "name_en" => words.text("ui-topic-name-en"),
        "handle" => words.text("ui-user"),
        "role" => words.text("ui-role"),
        "lang" => words.text("ui-language"),
        "agent" => words.text("ui-agent"),
        "phone" => words.text("ui-phone"),
        "email" => words.text("ui-email"),
        "parent" => words.text("ui-topic-parent"),
        "agents" => words.text("ui-topic-agents"),
        "auto_assign" => words.text("ui-topic-assigns"),
        _ => return None,
    };
    Some(word.to_lowercase())
}

/// What was touched, in a few words: first what the command was about.
fn touched(view: &AuditView, words: &Words) -> String {
    let told = &view.told;
    let mut about: Vec<_> = told.about.iter().take(MOST_NAMED).map(String::as_str).collect();
    if told.about.len() > MOST_NAMED {
        about.push("\u{2026}");
    }
    let mut text = about.join(", ");
    // Where tickets became a part of another one, that stands behind the arrow.
    let numbers: Vec<_> =
        view.tickets.iter().filter(|number| told.goes_on.as_ref() != Some(number)).map(String::as_str).collect();
    let mut tickets = match numbers.len() {
        0 => {
            let fields: Vec<_> = told.fields.iter().filter_map(|id| field(id, words)).collect();
            let counted = || if text.is_empty() { counted(&view.details, words) } else { text.clone() };
            return if fields.is_empty() { counted() } else { format!("{text} ({})", fields.join(", ")) };
        }
        count if count > MOST_NAMED => words.format("ui-many-tickets", &[("count", count.into())]),
        _ => numbers.join(", "),
    };
    if let (Some(only), _) | (None, [only]) = (&told.goes_on, told.given_to.as_slice()) {
        tickets = format!("{tickets} \u{2192} {only}");
    }
    if !text.is_empty() {
        text.push_str(", ");
    }
    text + &tickets
}

/// What time had made due, which is counted and has no names.
fn counted(details: &Value, words: &Words) -> String {
    let counts = details.as_array().into_iter().flatten().filter_map(Value::as_object).flatten();
    let known = counts.filter(|(key, _)| *key != "changed" && TickedPage::KEYS.contains(&key.as_str()));
    let told =
        known.filter_map(|(key, count)| Some(words.format(&format!("done-tick-{key}"), &[("count", count.as_u64()?.into())])));
    told.collect::<Vec<_>>().join("; ")
}

/// A link, with how people call its verb.
pub struct AuditPage<'v> {
    /// The link.
    pub link: &'v AuditView,
    /// The command as they type it.
    pub called: String,
}

impl Present for AuditPage<'_> {
    const FIELDS: &'static [&'static str] =
        &["id", "at", "actor", "via", "token", "verb", "tickets", "people", "objects", "note", "details"];
    const COLUMNS: &'static [&'static str] =
        &["id", "at", "actor", "via", "token", "verb", "tickets", "people", "objects", "note"];
    const INNER: &'static [(&'static str, &'static [&'static str])] =
        &[("actor", &["handle", "name"]), ("token", &["id", "name"])];

    fn id(&self) -> String {
        self.link.sequence.to_string()
    }

    fn object(&self) -> Map<String, Value> {
        let token = self.link.token.as_ref().map(|(id, name)| json!({ "id": id.to_string(), "name": name }));
        named(
            Self::FIELDS,
            vec![
                json!(self.link.sequence),
                time(Some(self.link.at)),
                person(self.link.actor.as_ref()),
                json!(self.link.via.id()),
                json!(token),
                json!(self.link.verb),
                json!(self.link.tickets),
                json!(self.link.told.people),
                json!(self.link.told.objects),
                json!(self.link.told.note),
                self.link.details.clone(),
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
            Cell::new(Dates::new(style.words, self.link.zone, style.now).short(self.link.at)),
            Cell::new(self.link.actor.as_ref().map(|actor| actor.handle.clone()).unwrap_or_default()),
            Cell::new(via_word(self.link, style.words)).tone(Tone::Dim),
            Cell::new(self.called.clone()),
            Cell::new(touched(self.link, style.words)),
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
