//! Notes of the audit: how changes of fields are written down, and what is read out of notes.
//!
//! A note is an object: what it is about under `ticket`, `account`, `setting`, `topic`, `token` or `letter`, and under `changes`
//! the fields with what stood and stands in them. Of an address and a telephone it only says that they changed: those belong to the
//! account alone, so that they are gone when that is erased. Through which token or under which key it was done stands first, under `by`.

use serde_json::{Map, Value, json};

use crate::app::people;
use crate::domain::account::{Account, AccountId};
use crate::store::{Read, StoreError};

/// So many characters of a value are noted.
const LONGEST_VALUE: usize = 200;
/// So many different notes of one command are told; more are left out.
const MOST_TOLD: usize = 5;
/// What people are noted under.
const PEOPLE: [&str; 4] = ["account", "to", "asked_for", "substitute"];
/// What other things are noted under.
const OBJECTS: [&str; 4] = ["setting", "topic", "token", "letter"];
/// What is told elsewhere, or to nobody.
const UNTOLD: [&str; 5] = ["by", "ticket", "entries", "letters", "set"];

/// Fields that differ, with what stood and stands in them.
#[derive(Debug, Default)]
pub struct Changes(Map<String, Value>);

impl Changes {
    /// One more field, if it differs.
    #[must_use]
    pub fn field(mut self, name: &str, from: Option<&str>, to: Option<&str>) -> Self {
        let cut = |value: Option<&str>| value.map(|value| value.chars().take(LONGEST_VALUE).collect::<String>());
        if from != to {
            self.0.insert(name.to_owned(), json!({ "from": cut(from), "to": cut(to) }));
        }
        self
    }

    /// One more field that differs, of which nothing is told.
    #[must_use]
    pub fn hidden(mut self, name: &str, differs: bool) -> Self {
        if differs {
            self.0.insert(name.to_owned(), json!({}));
        }
        self
    }

    /// Those of an account.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of_account(read: &dyn Read, before: &Account, after: &Account) -> Result<Self, StoreError> {
        let handle = |id: Option<AccountId>| id.map_or(Ok(None), |id| people::handle_of(read, id));
        let (from, to) = if before.agent == after.agent { (None, None) } else { (handle(before.agent)?, handle(after.agent)?) };
        Ok(Self::default()
            .field("name", Some(before.name.as_str()), Some(after.name.as_str()))
            .field("handle", Some(before.handle.as_str()), Some(after.handle.as_str()))
            .field("role", Some(before.role.id()), Some(after.role.id()))
            .field("lang", Some(before.language.code()), Some(after.language.code()))
            .field("agent", from.as_deref(), to.as_deref())
            .hidden("phone", before.phone != after.phone)
            .hidden("email", before.email != after.email))
    }

    /// As a note has them.
    pub fn into_value(self) -> Value {
        Value::Object(self.0)
    }
}

/// What is read out of the notes of a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The handles of the people who are named, each once.
    pub people: Vec<String>,
    /// The settings, topics, tokens and letters that are named, each once.
    pub objects: Vec<String>,
    /// What changed, in a few words for machines.
    pub note: String,
    /// What it is about besides tickets, in the order noted.
    pub about: Vec<String>,
    /// Whom tickets were given to, each once.
    pub given_to: Vec<String>,
    /// The ticket that others became parts of.
    pub goes_on: Option<String>,
    /// The fields that changed, each once.
    pub fields: Vec<String>,
}

impl Told {
    /// What notes tell.
    pub fn of(details: &Value) -> Self {
        let mut told = Self::default();
        let mut parts = Vec::new();
        for note in details.as_array().into_iter().flatten().filter_map(Value::as_object).filter(|note| !note.contains_key("by"))
        {
            told.read(note, &mut parts);
        }
        // Whom it was about comes before whom something was given to.
        let about = &told.about;
        told.people.sort_by_key(|person| !about.contains(person));
        let more = if parts.len() > MOST_TOLD { "; \u{2026}" } else { "" };
        parts.truncate(MOST_TOLD);
        told.note = parts.join("; ") + more;
        told
    }

    fn read(&mut self, note: &Map<String, Value>, parts: &mut Vec<String>) {
        let is_of_ticket = note.contains_key("ticket");
        if note.contains_key("merged") {
            self.goes_on = note.get("ticket").map(plain);
        }
        for (key, value) in note {
            let text = plain(value);
            let (is_person, is_object) = (PEOPLE.contains(&key.as_str()), OBJECTS.contains(&key.as_str()));
            match key.as_str() {
                "what" => add(parts, text),
                "changes" => {
                    for (field, change) in value.as_object().into_iter().flatten() {
                        add(&mut self.fields, field.clone());
                        add(parts, changed(field, change));
                    }
                }
                _ if is_person => add(&mut self.people, text.clone()),
                _ if is_object => add(&mut self.objects, text.clone()),
                key if UNTOLD.contains(&key) || value.is_null() => {}
                key => add(parts, format!("{key}: {text}")),
            }
            if is_of_ticket && key == "to" {
                add(&mut self.given_to, plain(value));
            } else if !is_of_ticket && (is_object || key == "account") {
                add(&mut self.about, plain(value));
            }
        }
    }
}

fn changed(field: &str, change: &Value) -> String {
    match (change.get("from"), change.get("to")) {
        (None, None) => field.to_owned(),
        (from, to) => {
            let values = [from.map(plain).unwrap_or_default(), "\u{2192}".to_owned(), to.map(plain).unwrap_or_default()];
            format!("{field}: {}", values.join(" ").trim())
        }
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

fn add(list: &mut Vec<String>, text: String) {
    if !text.is_empty() && !list.contains(&text) {
        list.push(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_tell_who_and_what_was_touched_and_how() {
        let changes = Changes::default().field("name", Some("Ana"), Some("Anita")).field("role", Some("a"), Some("a"));
        let changes = changes.hidden("phone", true).hidden("email", false).into_value();
        assert_eq!(changes, json!({ "name": { "from": "Ana", "to": "Anita" }, "phone": {} }));
        let told = Told::of(&json!([
            { "by": { "token": 3, "name": "Lista" } },
            { "account": "ana", "changes": changes },
            { "ticket": "1", "entries": ["event"], "status": "new", "to": "marta" },
            { "setting": "desk.phone", "set": true },
        ]));
        assert_eq!((told.people, told.objects), (vec!["ana".into(), "marta".into()], vec!["desk.phone".to_owned()]));
        assert_eq!(told.note, "name: Ana \u{2192} Anita; phone; status: new");
        assert_eq!((told.about, told.given_to), (vec!["ana".into(), "desk.phone".into()], vec!["marta".to_owned()]));
        assert_eq!(Told::of(&Value::Null), Told::default());
    }
}
