//! Settings as a file of TOML: a table a group, in and out.

use std::path::Path;

use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

use crate::app::config::SettingView;
use crate::domain::settings;
use crate::ui::error::Failure;

/// Settings and what they are to be; `None` for what is to be unset.
pub type Wanted = Vec<(String, Option<String>)>;

/// Settings that somebody set, as TOML.
pub fn export(settings: &[SettingView]) -> String {
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
                None => return document.to_string(),
            }
        }
        table.insert(last, toml_edit::value(setting.value.clone()));
    }
    document.to_string()
}

/// Reads settings from TOML; `path` is what the file is called.
///
/// # Errors
/// `BadToml`; `BadShape` for what stands there and is no value of a setting, so that nothing is passed over.
pub fn parse(text: &str, path: &Path) -> Result<Wanted, Failure> {
    let document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        let offset = error.span().map_or(text.len(), |span| span.start.min(text.len()));
        let line = text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1;
        Failure::BadToml(path.to_owned(), line)
    })?;
    let mut found = Vec::new();
    gather(document.as_table(), "", &mut found).map_err(|key| Failure::BadShape(path.to_owned(), key))?;
    Ok(found)
}

fn gather(table: &dyn TableLike, prefix: &str, found: &mut Wanted) -> Result<(), String> {
    for (name, item) in table.iter() {
        let key = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") };
        if let Some(inner) = item.as_table_like() {
            gather(inner, &key, found)?;
            continue;
        }
        // The same setting may be written in two ways in one file.
        let is_new = found.iter().all(|(other, _)| *other != key);
        match item.as_value().and_then(|value| text_of(&key, value)).filter(|_| is_new) {
            Some(text) => found.push((key, Some(text))),
            None => return Err(key),
        }
    }
    Ok(())
}

/// The text of a value, without what is around it in the file; an array only where the setting is a list.
fn text_of(key: &str, value: &Value) -> Option<String> {
    match value {
        Value::Array(values) if settings::find(key).is_none_or(|setting| setting.is_list()) => {
            let texts: Option<Vec<_>> = values.iter().map(scalar).collect();
            texts.filter(|texts| !texts.iter().any(|text| text.contains(','))).map(|texts| texts.join(","))
        }
        other => scalar(other),
    }
}

fn scalar(value: &Value) -> Option<String> {
    Some(match value {
        Value::String(text) => text.value().clone(),
        Value::Integer(number) => number.value().to_string(),
        Value::Float(number) => number.value().to_string(),
        Value::Boolean(truth) => truth.value().to_string(),
        Value::Datetime(time) => time.value().to_string(),
        Value::Array(_) | Value::InlineTable(_) => return None,
    })
}

/// What differs between two states of a file: only that is anybody's wish.
pub fn difference(before: &Wanted, after: Wanted) -> Wanted {
    let is_gone = |key: &String| after.iter().all(|(other, _)| other != key);
    let gone: Vec<_> = before.iter().filter(|(key, _)| is_gone(key)).map(|(key, _)| (key.clone(), None)).collect();
    after.into_iter().filter(|setting| !before.contains(setting)).chain(gone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Wanted {
        parse(text, Path::new("a.toml")).unwrap()
    }

    #[test]
    fn values_are_told_from_what_is_around_them() {
        let text = "mail.smtp = { host = \"a.es\" } # uno\n[rules]\nburst = 1_0 # dos\ninsults = [\n  \"a\", # tres\n  'b',\n]\n\
                    [calendar]\nholidays = [2027-05-15, \"05-15\"]\n";
        let found = read(text);
        let values: Vec<_> = found.iter().map(|(key, value)| (key.as_str(), value.as_deref().unwrap())).collect();
        assert_eq!(
            values,
            [
                ("mail.smtp.host", "a.es"),
                ("rules.burst", "10"),
                ("rules.insults", "a,b"),
                ("calendar.holidays", "2027-05-15,05-15"),
            ]
        );
    }

    #[test]
    fn what_is_no_value_is_named() {
        for (text, wrong) in [
            ("[[desk]]\nname = 'x'\n", "desk"),
            ("[desk]\nname = ['a', 'b']\n", "desk.name"),
            ("[rules]\ninsults = [['a']]\n", "rules.insults"),
            ("[rules]\ninsults = ['a,b']\n", "rules.insults"),
            ("'desk.name' = 'x'\n[desk]\nname = 'y'\n", "desk.name"),
        ] {
            let fault = parse(text, Path::new("a.toml")).unwrap_err();
            assert!(matches!(&fault, Failure::BadShape(_, key) if key == wrong), "{text}: {fault:?}");
        }
        let fault = parse("[desk]\nname = 'x'\nphone = \n", Path::new("a.toml")).unwrap_err();
        assert!(matches!(fault, Failure::BadToml(_, 3)), "{fault:?}");
    }

    #[test]
    fn only_what_differs_is_wanted() {
        let setting = |key: &str, value: Option<&str>| (key.to_owned(), value.map(str::to_owned));
        let before = vec![setting("a", Some("1")), setting("b", Some("2")), setting("c", Some("3"))];
        let after = vec![setting("a", Some("1")), setting("b", Some("x")), setting("d", Some("4"))];
        let wanted = difference(&before, after);
        assert_eq!(wanted, [setting("b", Some("x")), setting("d", Some("4")), setting("c", None)]);
    }
}
