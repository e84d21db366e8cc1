//! Where each outside crate lives, and where the machine is asked for the time, the environment, or anything at all.

use super::paths::named;
use super::source::Source;
use super::{is_under, no_faults, root, sources};

const EVERYWHERE: &[&str] = &["src/"];

/// Each dependency and where it may be named. A crate that decides nothing (texts, hashes, dates as values) may be everywhere.
const HOMES: &[(&str, &[&str])] = &[
    ("argon2", &["src/auth.rs", "src/auth/"]),
    ("bincode", &["src/store/redb/codec.rs"]),
    ("chrono", EVERYWHERE),
    ("chrono_tz", EVERYWHERE),
    ("clap", &["src/cli/", "src/i18n/clap.rs", "src/i18n/clap/"]),
    ("clap_complete", &["src/cli/"]),
    ("clap_mangen", &["src/cli/", "src/i18n/clap/"]),
    ("comfy_table", &["src/ui/table.rs", "src/ui/table/"]),
    ("console", &["src/ui/"]),
    ("crc32c", &["src/store/redb/"]),
    ("csv", &["src/ui/", "src/cli/"]),
    ("data_encoding", EVERYWHERE),
    ("dialoguer", &["src/ui/prompt*"]),
    ("directories", &["src/paths.rs"]),
    ("fluent_bundle", &["src/i18n/"]),
    ("getrandom", &["src/auth.rs"]),
    ("hmac", &["src/auth.rs", "src/mail/"]),
    ("indicatif", &["src/ui/progress.rs"]),
    ("infer", &["src/cli/files.rs"]),
    ("lettre", &["src/mail/"]),
    ("pulldown_cmark", &["src/mail/", "src/ui/markdown.rs"]),
    ("redb", &["src/store/redb/"]),
    ("roaring", &["src/store/redb/"]),
    ("rust_stemmers", &["src/domain/search/"]),
    ("rustix", &["src/paths.rs", "src/cli/", "src/store/redb/", "src/ui/", "src/mail/"]),
    ("rustls", &["src/mail/smtp/"]),
    ("rustls_native_certs", &["src/mail/smtp/"]),
    // What is stored and what machines read have shapes of their own; the domain's types have none.
    ("serde", &["src/store/redb/", "src/dump/", "src/ui/", "src/cli/"]),
    ("serde_json", &["src/app/", "src/dump/", "src/ui/", "src/cli/"]),
    ("sha2", EVERYWHERE),
    ("signal_hook", &["src/cli/", "src/ui/"]),
    ("subtle", &["src/auth.rs", "src/mail/"]),
    ("textwrap", &["src/ui/", "src/i18n/clap/", "src/mail/"]),
    ("thiserror", EVERYWHERE),
    ("toml_edit", &["src/cli/", "src/app/config.rs"]),
    ("unic_langid", &["src/i18n/"]),
    ("unicode_normalization", EVERYWHERE),
    ("unicode_width", EVERYWHERE),
    ("zeroize", EVERYWHERE),
];

/// What only some may ask the machine, why, and who may.
const MACHINE: &[(&[&str], &str, &[&str])] =
    &[(&["std", "env"], "the environment is read in cli/env.rs", &["src/cli/env.rs", "src/main.rs"])];

/// Clocks, why not, and who may. A deadline is no time that anybody is told, and nothing that is kept depends on it: a
/// connection that is given up, a lock that is waited for, a relay that is not waited for any longer.
const CLOCKS: &[(&[&str], &[&str])] = &[
    (&["Utc", "now"], &["src/clock.rs"]),
    (&["Local", "now"], &["src/clock.rs"]),
    (&["SystemTime", "now"], &["src/clock.rs"]),
    (&["Instant", "now"], &["src/clock.rs", "src/mail/smtp*", "src/store/redb/", "src/cli/", "src/ui/progress.rs"]),
];

/// What the domain may not know of the standard library: all that is not a value.
const NOT_FOR_THE_DOMAIN: &[&str] = &["env", "fs", "io", "net", "os", "path", "process", "thread", "time"];

#[test]
fn outside_crates_stay_at_home() {
    no_faults(sources("src").iter().filter(|source| !source.is_test).flat_map(strays).collect());
}

fn strays(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    for path in named(source) {
        let Some((name, places)) = HOMES.iter().find(|(name, _)| path.parts[0] == *name) else { continue };
        if !is_under(&source.path, places) {
            faults.push(source.fault(path.offset, &format!("{name} lives in {}", places.join(", "))));
        }
    }
    faults
}

#[test]
fn every_dependency_has_a_home() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let manifest: toml_edit::DocumentMut = manifest.parse().unwrap();
    let names: Vec<_> = manifest["dependencies"].as_table().unwrap().iter().map(|(name, _)| name.replace('-', "_")).collect();
    let homeless = names.iter().filter(|name| !HOMES.iter().any(|(other, _)| other == name));
    let gone = HOMES.iter().map(|(name, _)| *name).filter(|name| !names.iter().any(|other| other == name));
    let homeless = homeless.map(|name| format!("Cargo.toml: {name} has no row in the table of homes"));
    no_faults(
        homeless.chain(gone.map(|name| format!("the table of homes has a row for {name}, which is no dependency"))).collect(),
    );
}

#[test]
fn the_machine_is_asked_where_it_may_be() {
    no_faults(sources("src").iter().filter(|source| !source.is_test).flat_map(questions_to_the_machine).collect());
}

fn questions_to_the_machine(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    for path in named(source) {
        for (parts, why, places) in MACHINE {
            if path.starts_with(parts) && !is_under(&source.path, places) {
                faults.push(source.fault(path.offset, why));
            }
        }
        for (clock, places) in CLOCKS {
            let asks = path.parts.windows(2).any(|pair| pair == *clock);
            if asks && !is_under(&source.path, places) {
                faults.push(source.fault(path.offset, &format!("{} is asked in {}", clock.join("::"), places.join(", "))));
            }
        }
        let is_of_the_machine = path.parts.get(1).is_some_and(|part| NOT_FOR_THE_DOMAIN.contains(&part.as_str()));
        if source.path.starts_with("src/domain/") && path.starts_with(&["std"]) && is_of_the_machine {
            faults.push(source.fault(path.offset, &format!("the domain is pure: no {}", path.display())));
        }
    }
    faults
}

#[test]
fn the_rules_find_what_they_forbid() {
    let strays = |path: &str, text: &str| strays(&Source::new(path, text)).len();
    assert_eq!(strays("src/app/open.rs", "use redb::Database;\nfn f() { lettre::message::Message::builder() }"), 2);
    assert_eq!(strays("src/app/open.rs", "use {redb::Database, serde};"), 1);
    assert_eq!(strays("src/domain/ticket.rs", "#[derive(serde::Serialize)] struct A;"), 1);
    assert_eq!(strays("src/store/redb/open.rs", "use redb::Database; use bincode::Encode;"), 1);
    assert_eq!(strays("src/cli/env.rs", "use crate::store::redb::RedbStore;"), 0);
    let questions = |path: &str, text: &str| questions_to_the_machine(&Source::new(path, text));
    assert_eq!(
        questions("src/app/open.rs", "let home = std::env::var(\"HOME\");"),
        ["src/app/open.rs:1: the environment is read in cli/env.rs"]
    );
    assert_eq!(questions("src/app/open.rs", "use std::{env, fs};").len(), 1);
    assert_eq!(questions("src/app/open.rs", "chrono::Utc::now(); SystemTime::now(); std::time::Instant::now()").len(), 3);
    assert_eq!(questions("src/clock.rs", "SystemTime::now()").len(), 0);
    assert_eq!(questions("src/domain/a.rs", "use std::path::Path;").len(), 1);
}
