//! `user import`: the people of a sheet.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::app::change::Done;
use crate::app::import::{Deed, Import, ImportedUser, PersonLine};
use crate::app::outbox::PlannedLetter;
use crate::cli::front::Front;
use crate::cli::options;
use crate::cli::sheet::{self, Cell, Column, Headings, Row};
use crate::domain::account::Role;
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::domain::sheet::{Choice, ColumnName, SheetFault};
use crate::store::Printed;
use crate::ui::error::Failure;
use crate::ui::{receipt, safe};

/// The columns, with what a secretary may call them, which is what the screen calls them.
const COLUMNS: [Column; 5] = [
    Column { name: "email", also: &["e-mail", "mail", "correo", "correo electrónico", "dirección de correo"], is_needed: true },
    Column { name: "name", also: &["nombre", "nombre y apellidos"], is_needed: true },
    Column { name: "role", also: &["función", "rol"], is_needed: false },
    Column { name: "lang", also: &["language", "idioma"], is_needed: false },
    Column { name: "handle", also: &["usuario", "user"], is_needed: false },
];

/// What roles are called in sheets, besides their own names; what errors offer is among them.
const ROLES: [(&str, Role); 18] = [
    ("cliente", Role::Client),
    ("alumno", Role::Client),
    ("alumna", Role::Client),
    ("estudiante", Role::Client),
    ("student", Role::Client),
    ("docente", Role::Agent),
    ("agente", Role::Agent),
    ("profesor", Role::Agent),
    ("profesora", Role::Agent),
    ("teacher", Role::Agent),
    ("secretaría", Role::Secretary),
    ("secretario", Role::Secretary),
    ("atención al cliente", Role::Care),
    ("client care", Role::Care),
    ("administración", Role::Admin),
    ("administrador", Role::Admin),
    ("administradora", Role::Admin),
    ("administrator", Role::Admin),
];

/// What languages are called in sheets, besides their codes.
const LANGUAGES: [(&str, Language); 5] = [
    ("español", Language::Spanish),
    ("castellano", Language::Spanish),
    ("spanish", Language::Spanish),
    ("inglés", Language::English),
    ("english", Language::English),
];

/// The command line of the verb.
pub fn command() -> Command {
    let file = Arg::new("file").value_parser(value_parser!(PathBuf)).required(true);
    Command::new("import").visible_alias("importar").arg(file).arg(options::flag("no-invite"))
}

/// Makes and changes people, all of the sheet or none.
///
/// # Errors
/// What is wrong with the sheet; refusals of people and values; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<ImportedUser>()?;
    let path = options::path(matches, "file").map_or(Path::new("-"), PathBuf::as_path);
    let sheet = sheet::read(path, &COLUMNS, Headings::Needed)?;
    let ignored = sheet.ignored.join(", ");
    let (people, faults) = sheet.said(person);
    let import = Import { people, faults, language: front.own_language, invite: !options::is_set(matches, "no-invite") };
    let call = front.call("user import", matches, &import);
    let receipt = |done: &Done<Vec<ImportedUser>>| -> Printed {
        let mut letters: HashMap<&str, Vec<&PlannedLetter>> = HashMap::new();
        for letter in &done.mail {
            letters.entry(&letter.to).or_default().push(letter);
        }
        let of = |imported: &ImportedUser| letters.get(imported.user.handle.as_str()).into_iter().flatten().copied();
        let rehearsed = |imported: &ImportedUser| receipt::rehearsed(of(imported));
        style.many(&done.value, |imported| if done.dry_run { rehearsed(imported) } else { serde_json::Map::new() }).into()
    };
    front.with(|app| {
        let line = front.waiting("ui-progress-import");
        let outcome = app.import_users(&call, &import, &receipt)?;
        drop(line);
        if !ignored.is_empty() {
            front.say("done-ignored-columns", &[("columns", safe::line(&ignored).into_owned().into())]);
        }
        let Some(done) = front.finish(app, outcome, &receipt)? else { return Ok(()) };
        let count = |deed: Deed| done.value.iter().filter(|imported| imported.deed == deed).count();
        let (created, updated, unchanged) = (count(Deed::Created), count(Deed::Updated), count(Deed::Unchanged));
        if created + updated == 0 && unchanged > 0 {
            front.say("done-already", &[]);
        } else {
            let values = [("created", created.into()), ("updated", updated.into()), ("unchanged", unchanged.into())];
            front.say("done-user-import", &values);
        }
        Ok(())
    })
}

fn person(row: &Row, names: &[ColumnName]) -> Result<PersonLine, Refusal> {
    let cell = |index: usize| row.cells.get(index).filter(|cell| !cell.text.is_empty());
    // What a spreadsheet would work out is nobody's name: it would do so with our own exports as well.
    if let Some((column, _)) = names.iter().zip(&row.cells).find(|(_, cell)| cell.is_formula) {
        return Err(Refusal::BadSheet(SheetFault::Formula { column: column.clone() }));
    }
    let not_among = |index: usize, known: Choice| {
        let column = names.get(index).cloned().unwrap_or(ColumnName { id: COLUMNS[index].name, heading: None });
        let value = row.cells.get(index).map(|cell| cell.text.chars().take(100).collect()).unwrap_or_default();
        Refusal::BadSheet(SheetFault::NotAmong { column, value, known })
    };
    let roles = Role::ALL.map(|role| (role.id(), role)).into_iter().chain(ROLES);
    let languages = Language::ALL.map(|language| (language.code(), language)).into_iter().chain(LANGUAGES);
    let text = |index: usize| cell(index).map(|cell| cell.text.clone());
    Ok(PersonLine {
        line: row.line,
        email: text(0).unwrap_or_default(),
        name: text(1).unwrap_or_default(),
        role: cell(2).map(|cell| meant(cell, roles).ok_or_else(|| not_among(2, Choice::Roles))).transpose()?,
        language: cell(3).map(|cell| meant(cell, languages).ok_or_else(|| not_among(3, Choice::Languages))).transpose()?,
        handle: text(4),
    })
}

/// What a cell means that holds one of a few words.
fn meant<T>(cell: &Cell, words: impl IntoIterator<Item = (&'static str, T)>) -> Option<T> {
    let word = sheet::fold(&cell.text);
    words.into_iter().find(|(name, _)| sheet::fold(name) == word).map(|(_, meaning)| meaning)
}
