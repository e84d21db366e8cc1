//! The paths that a file names: `crate::app::Error`, `super::{read, write}`, `std::env::var`, each spelled out from its root.

use super::source::Source;

/// A path, and where it begins.
#[derive(Debug, PartialEq)]
pub struct Named {
    /// Where its first word stands, in bytes.
    pub offset: usize,
    /// Its parts; the first is `crate` for our own.
    pub parts: Vec<String>,
}

impl Named {
    /// Whether it begins with these parts.
    pub fn starts_with(&self, parts: &[&str]) -> bool {
        self.parts.len() >= parts.len() && self.parts.iter().zip(parts).all(|(part, other)| part == other)
    }

    /// It, as one writes it.
    pub fn display(&self) -> String {
        self.parts.join("::")
    }
}

/// Every path of at least two parts that a file names outside of its tests; `self` and `super` are made `crate`.
pub fn named(source: &Source) -> Vec<Named> {
    let (mut named, mut end) = (Vec::new(), 0);
    for (offset, word) in source.words() {
        // What stands behind `::` belongs to the path before it.
        let is_inside = offset < end || source.code[..offset].trim_end().ends_with("::");
        if is_inside || !word.starts_with(|character: char| character.is_alphabetic() || character == '_') {
            continue;
        }
        let mut found = Vec::new();
        end = tree(&source.code, offset, &mut Vec::new(), &mut found);
        named.extend(found.into_iter().filter(|parts| parts.len() > 1).map(|parts| rooted(source, offset, parts)));
        named.extend(imported_whole(source, offset, word));
    }
    named
}

/// A crate that is imported by its name alone: `use redb;`, `use redb as store;`.
fn imported_whole(source: &Source, offset: usize, word: &str) -> Option<Named> {
    let rest = source.code[offset + word.len()..].trim_start();
    let is_whole = source.code[..offset].trim_end().ends_with("use") && (rest.starts_with(';') || rest.starts_with("as "));
    is_whole.then(|| Named { offset, parts: vec![word.to_owned()] })
}

/// Reads a path or a tree of them; returns where it ends.
fn tree(code: &str, start: usize, before: &mut Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    let at = skip_space(code, start);
    let rest = &code[at..];
    if rest.starts_with('{') {
        let mut at = at + 1;
        loop {
            at = skip_space(code, at);
            match code.as_bytes().get(at) {
                Some(b'}') | None => return (at + 1).min(code.len()),
                Some(b',') => at += 1,
                Some(_) => {
                    let end = tree(code, at, &mut before.clone(), found);
                    // An alias and anything unforeseen is passed over.
                    at = end + code[end..].find([',', '}']).unwrap_or(code.len() - end);
                }
            }
        }
    }
    let length = rest.find(|character: char| !character.is_alphanumeric() && character != '_').unwrap_or(rest.len());
    let (part, length) = if rest.starts_with('*') { ("*", 1) } else { (&rest[..length], length) };
    if length == 0 {
        found.push(before.clone());
        return at;
    }
    if part != "self" || before.is_empty() {
        before.push(part.to_owned());
    }
    let behind = skip_space(code, at + length);
    match code[behind..].strip_prefix("::") {
        Some(_) => tree(code, behind + 2, before, found),
        None => {
            found.push(before.clone());
            at + length
        }
    }
}

fn skip_space(code: &str, at: usize) -> usize {
    at + code[at..].find(|character: char| !character.is_whitespace()).unwrap_or(code.len() - at)
}

/// A path from its root on: what begins with `self` or `super` is ours.
fn rooted(source: &Source, offset: usize, parts: Vec<String>) -> Named {
    let above = parts.iter().take_while(|part| *part == "super").count();
    let is_relative = above > 0 || parts[0] == "self";
    if !is_relative {
        return Named { offset, parts };
    }
    let modules = source.modules();
    let kept = modules.len().saturating_sub(above);
    let own = std::iter::once("crate").chain(modules.into_iter().take(kept)).map(str::to_owned);
    let rest = parts.into_iter().skip_while(|part| part == "super" || part == "self");
    Named { offset, parts: own.chain(rest).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(path: &str, text: &str) -> Vec<String> {
        named(&Source::new(path, text)).iter().map(Named::display).collect()
    }

    #[test]
    fn trees_are_spelled_out() {
        let text = "use crate::{auth::{self, derive}, store::redb as engine, mail::*};\nuse std::io;";
        assert_eq!(
            paths("src/app/open.rs", text),
            ["crate::auth", "crate::auth::derive", "crate::store::redb", "crate::mail::*", "std::io"]
        );
    }

    #[test]
    fn relative_paths_get_their_root() {
        let text = "super::super::store::Read; super::list(x); self::f(); crate :: mail\n::Mailer; plain(); a::<u8>()";
        assert_eq!(
            paths("src/app/open.rs", text),
            ["crate::store::Read", "crate::app::list", "crate::app::open::f", "crate::mail::Mailer"]
        );
        assert_eq!(paths("src/app/mod.rs", "super::store::Read"), ["crate::store::Read"]);
    }

    #[test]
    fn a_path_counts_once_and_whole_crates_count() {
        assert_eq!(paths("src/a.rs", "crate::store::redb::Redb::new()"), ["crate::store::redb::Redb::new"]);
        assert_eq!(paths("src/a.rs", "use redb;\nuse redb as store;\nlet redb = 1;"), ["redb", "redb"]);
        assert_eq!(paths("src/a.rs", "#[derive(serde::Serialize)] struct A { b: u8 }"), ["serde::Serialize"]);
    }
}
