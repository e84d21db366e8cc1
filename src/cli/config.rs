//! `config`: the settings of the desk.

use std::collections::HashSet;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use toml_edit::{DocumentMut, Item, Table};

use super::front::Front;
use super::{options, read};
use crate::app::change::Done;
use crate::app::config::SettingView;
use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::domain::settings;
use crate::paths;
use crate::store::Printed;
use crate::ui::desk::SettingPage;
use crate::ui::error::Failure;
use crate::ui::letters::notice_word;
use crate::ui::present::Format;
use crate::ui::receipt;

/// The most bytes of a file of settings.
const LONGEST_FILE: u64 = 1024 * 1024;

/// The command line of the verb.
pub fn command() -> Command {
    let key = || options::positional("setting").required(true);
    let file = Arg::new("file").value_parser(value_parser!(PathBuf)).required(true);
    let set = Command::new("set").arg(key()).arg(options::positional("value").required(true).allow_hyphen_values(true));
    Command::new("config")
        .subcommand_required(true)
        .subcommand(Command::new("list").arg(options::flag("set-only")))
        .subcommand(Command::new("get").arg(key()))
        .subcommand(options::changing(set))
        .subcommand(options::changing(Command::new("unset").arg(key())))
        .subcommand(Command::new("edit"))
        .subcommand(Command::new("export"))
        .subcommand(options::changing(Command::new("import").arg(file)))
}

/// Does what the second word says.
///
/// # Errors
/// Refusals of keys and values; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<SettingPage<'_>>()?;
    let Some((second, matches)) = matches.subcommand() else { return Ok(()) };
    let key = options::owned(matches, "setting").unwrap_or_default();
    match second {
        "list" => list(front, options::is_set(matches, "set-only")),
        "get" => get(front, &key),
        "set" => change(front, matches, &[(key, Some(options::owned(matches, "value").unwrap_or_default()))]),
        "unset" => change(front, matches, &[(key, None)]),
        "export" => front.with(|app| front.print(export(&app.settings(true)?).to_string().as_bytes())),
        "import" => {
            let default = PathBuf::new();
            let path = options::path(matches, "file").unwrap_or(&default);
            let bytes = read::bytes(path, LONGEST_FILE)?;
            let text = String::from_utf8(bytes).map_err(|_| Failure::NotText(path.clone()))?;
            change(front, matches, &parse(&text, path)?)
        }
        _ => edit(front, matches),
    }
}

fn pages<'s>(front: &Front<'_>, settings: &'s [SettingView]) -> Vec<SettingPage<'s>> {
    settings.iter().map(|setting| SettingPage { meaning: meaning(front, &setting.key), setting }).collect()
}

/// What a setting is for, in the person's language.
fn meaning(front: &Front<'_>, key: &str) -> String {
    let notice = key.strip_prefix("mail.notify.").and_then(Notice::from_id);
    if let Some(notice) = notice {
        let id = if notice.is_told() { "ui-notice" } else { "ui-notice-yet" };
        return front.words.format(id, &[("notice", notice_word(notice, &front.words).into())]);
    }
    let pattern = settings::find(key).map_or(key, |setting| setting.key);
    front.words.text(&format!("setting-{}", pattern.replace(['.', '_'], "-").to_lowercase()))
}

fn list(front: &Front<'_>, only_set: bool) -> Result<(), Failure> {
    front.with(|app| {
        let mut settings = app.settings(only_set)?;
        if front.style().format == Format::Table {
            gather_templates(&mut settings);
        }
        front.print(&front.style().many(&pages(front, &settings), |_| serde_json::Map::new()))
    })
}

/// Leaves one row, under the setting's own name, of the many wordings that nobody has written.
fn gather_templates(settings: &mut Vec<SettingView>) {
    let mut seen = HashSet::new();
    settings.retain_mut(|view| match settings::find(&view.key) {
        Some(setting) if setting.key.contains("LANG") && !view.is_set => {
            setting.key.clone_into(&mut view.key);
            seen.insert(setting.key)
        }
        _ => true,
    });
}

fn get(front: &Front<'_>, key: &str) -> Result<(), Failure> {
    front.with(|app| {
        let settings = [app.setting(key)?];
        match pages(front, &settings).first() {
            Some(page) => front.print(&front.style().one(page, serde_json::Map::new())),
            None => Ok(()),
        }
    })
}

fn change(front: &Front<'_>, matches: &ArgMatches, wanted: &[(String, Option<String>)]) -> Result<(), Failure> {
    let call = front.call("config", matches, &wanted);
    let style = front.style();
    let receipt = |done: &Done<Vec<SettingView>>| {
        // People are told in words; the value alone would look like an answer.
        if style.format == Format::Table {
            return Printed::default();
        }
        let pages = pages(front, &done.value);
        match pages.as_slice() {
            [only] => receipt::one(&style, done, only),
            many => receipt::many(&style, done, many, |_, _| false),
        }
    };
    front.with(|app| {
        let outcome = app.configure(&call, wanted, &receipt)?;
        let Some(done) = front.finish(app, outcome, &receipt)?.filter(|done| !done.dry_run) else { return Ok(()) };
        for setting in &done.value {
            // Strangers are spoken to before the store is opened.
            if let ("desk.lang", Some(language)) = (setting.key.as_str(), Language::from_code(&setting.value)) {
                paths::set_language_of_desk(&front.global.desk, language).map_err(Failure::Paths)?;
            }
            let values =
                [("key", setting.key.as_str().into()), ("value", crate::ui::safe::line(&setting.value).into_owned().into())];
            let id = match (setting.changed, setting.is_set) {
                (false, _) => "done-config-already",
                (true, true) => "done-config",
                (true, false) => "done-config-unset",
            };
            front.say(id, &values);
        }
        Ok(())
    })
}

/// Settings as TOML: a table a group, the rest of the key as a quoted or dotted key.
fn export(settings: &[SettingView]) -> DocumentMut {
    let mut document = DocumentMut::new();
    for setting in settings.iter().filter(|setting| setting.is_set) {
        let mut parts: Vec<_> = setting.key.split('.').collect();
        let Some(last) = parts.pop() else { continue };
        let mut table: &mut Table = document.as_table_mut();
        for part in parts {
            let item = table.entry(part).or_insert_with(|| {
                let mut table = Table::new();
                table.set_implicit(true);
                Item::Table(table)
            });
            match item.as_table_mut() {
                Some(inner) => table = inner,
                None => return document,
            }
        }
        table.insert(last, toml_edit::value(setting.value.clone()));
    }
    document
}

fn parse(text: &str, path: &std::path::Path) -> Result<Vec<(String, Option<String>)>, Failure> {
    let document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        let fault = std::io::Error::new(std::io::ErrorKind::InvalidData, error.message().to_owned());
        Failure::File(path.to_owned(), fault)
    })?;
    let mut found = Vec::new();
    gather(document.as_table(), "", &mut found);
    Ok(found)
}

fn gather(table: &Table, prefix: &str, found: &mut Vec<(String, Option<String>)>) {
    for (name, item) in table {
        let key = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") };
        match item {
            Item::Table(inner) => gather(inner, &key, found),
            Item::Value(value) => {
                let text = value.as_str().map_or_else(|| value.to_string().trim().to_owned(), str::to_owned);
                found.push((key, Some(text)));
            }
            _ => {}
        }
    }
}

/// Opens the settings in the person's editor, and sets what was changed, all of it or nothing.
fn edit(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    if !front.can_ask() {
        return Err(Failure::Missing("config set, config import".to_owned()));
    }
    let before = front.with(|app| Ok(app.settings(true)?))?;
    let text = export(&before).to_string();
    let Some(edited) = super::draft::edit(front, &text, ".toml", None)? else {
        front.say("done-already", &[]);
        return Ok(());
    };
    let mut wanted = parse(&edited, std::path::Path::new("config.toml"))?;
    for setting in &before {
        if !wanted.iter().any(|(key, _)| *key == setting.key) {
            wanted.push((setting.key.clone(), None));
        }
    }
    change(front, matches, &wanted)
}
