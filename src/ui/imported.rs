//! People of a sheet on the screen, with what was done with each.

use serde_json::{Map, Value, json};

use super::paint::Tone;
use super::present::{Present, Style};
use super::table::{Cell, Column};
use crate::app::import::{Deed, Difference, ImportedUser};
use crate::app::people::UserView;
use crate::i18n::Words;

const OWN: [&str; 3] = ["line", "done", "differences"];

/// The keys of a person, and those of what was done with them.
const FIELDS: [&str; UserView::FIELDS.len() + OWN.len()] = {
    let mut fields = [""; UserView::FIELDS.len() + OWN.len()];
    let (before, behind) = fields.split_at_mut(UserView::FIELDS.len());
    before.copy_from_slice(UserView::FIELDS);
    behind.copy_from_slice(&OWN);
    fields
};

fn deed_word(deed: Deed, words: &Words) -> String {
    words.text(match deed {
        Deed::Created => "ui-deed-created",
        Deed::Updated => "ui-deed-updated",
        Deed::Unchanged => "ui-deed-unchanged",
    })
}

/// What is different now, in a line: `name: Ana → Ana María`.
fn differences(imported: &ImportedUser, words: &Words) -> String {
    let title = |field: &str| match field {
        "handle" => words.text("ui-user"),
        "lang" => words.text("ui-language"),
        _ => words.text("ui-name"),
    };
    let one = |difference: &Difference| format!("{}: {} → {}", title(difference.field), difference.from, difference.to);
    imported.differences.iter().map(one).collect::<Vec<_>>().join("; ")
}

impl Present for ImportedUser {
    const FIELDS: &'static [&'static str] = &FIELDS;
    // What is different is many values; in a row it is what was done that counts.
    const COLUMNS: &'static [&'static str] = FIELDS.split_at(FIELDS.len() - 1).0;

    fn id(&self) -> String {
        self.user.id()
    }

    fn object(&self) -> Map<String, Value> {
        let mut object = self.user.object();
        let one = |difference: &Difference| json!({ "field": difference.field, "from": difference.from, "to": difference.to });
        let differences = self.differences.iter().map(one).collect();
        object.extend(OWN.map(str::to_owned).into_iter().zip([
            json!(self.line),
            json!(self.deed.id()),
            Value::Array(differences),
        ]));
        object
    }

    fn columns(words: &Words) -> Vec<Column> {
        let titles = ["ui-name", "ui-email", "ui-change"].map(|id| Column::text(words.text(id)));
        let [name, email, change] = titles;
        vec![
            Column::count(words.text("ui-line")),
            Column::fixed(words.text("ui-user")),
            name,
            Column::fixed(words.text("ui-role")),
            email,
            Column::fixed(words.text("ui-deed")),
            change,
        ]
    }

    fn cells(&self, style: &Style<'_>) -> Vec<Cell> {
        let words = style.words;
        let tone = if self.deed == Deed::Unchanged { Tone::Dim } else { Tone::Plain };
        vec![
            Cell::new(self.line.to_string()),
            Cell::new(self.user.handle.clone()),
            Cell::new(self.user.name.clone()),
            Cell::new(super::people::role_word(self.user.role, words)),
            Cell::new(self.user.email.clone().unwrap_or_default()),
            Cell::new(deed_word(self.deed, words)).tone(tone),
            Cell::new(differences(self, words)),
        ]
    }

    fn card(&self, style: &Style<'_>) -> String {
        self.user.card(style)
    }
}
