//! What a change prints: what it did, and what a rehearsal adds. It knows no verb.

use serde_json::{Map, Value, json};

use super::present::{Present, Style};
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
