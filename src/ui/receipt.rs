//! What a change prints: what it did, and what a rehearsal adds. It knows no verb.

use serde_json::{Map, Value, json};

use super::present::{Present, Style, json_text};
use crate::app::change::{Done, Printed};
use crate::app::outbox::PlannedLetter;

/// The keys that a rehearsed command adds, with the letters that it would have sent.
pub fn rehearsed<'m>(mail: impl Iterator<Item = &'m PlannedLetter>) -> Map<String, Value> {
    let letters: Vec<_> =
        mail.map(|letter| json!({ "to": letter.to, "event": letter.notice.id(), "lang": letter.language.code() })).collect();
    let mut keys = Map::new();
    keys.insert("dry_run".to_owned(), Value::Bool(true));
    keys.insert("mail".to_owned(), Value::Array(letters));
    keys
}

/// One thing that a change was about.
pub fn one<T, P: Present>(style: &Style<'_>, done: &Done<T>, item: &P) -> Printed {
    let extra = if done.dry_run { rehearsed(done.mail.iter()) } else { Map::new() };
    style.one(item, extra).into()
}

/// Several things that a change was about; `mail` picks the letters that tell of one of them.
pub fn many<T, P: Present>(style: &Style<'_>, done: &Done<T>, items: &[P], mail: impl Fn(&P, &PlannedLetter) -> bool) -> Printed {
    let of = |item: &P| rehearsed(done.mail.iter().filter(|letter| mail(item, letter)));
    style.many(items, |item| if done.dry_run { of(item) } else { Map::new() }).into()
}

/// What a command printed when it was made under its key, as the rehearsal of making it once more shows it: nothing would be done,
/// and nobody told. What is no JSON has no room to say so.
pub fn rehearsed_again(stdout: &[u8]) -> Vec<u8> {
    if stdout.is_empty() {
        return Vec::new();
    }
    let text = String::from_utf8_lossy(stdout);
    let said = match serde_json::from_str(&text) {
        Ok(Value::Object(object)) => Some(again(object) + "\n"),
        Ok(Value::Array(items)) if !items.is_empty() => objects(items).map(|items| format!("[\n{}\n]\n", items.join(",\n"))),
        Ok(_) => None,
        Err(_) => text
            .lines()
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()
            .ok()
            .and_then(objects)
            .map(|lines| lines.join("\n") + "\n"),
    };
    said.map_or_else(|| stdout.to_vec(), String::into_bytes)
}

fn objects(items: Vec<Value>) -> Option<Vec<String>> {
    let one = |item| if let Value::Object(object) = item { Some(again(object)) } else { None };
    items.into_iter().map(one).collect()
}

fn again(mut object: Map<String, Value>) -> String {
    object.extend(rehearsed(std::iter::empty()));
    json_text(&Value::Object(object))
}
