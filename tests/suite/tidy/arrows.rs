//! The arrows between the rooms, as `src/lib.rs` draws them, and the names of the engines.

use super::paths::{Named, named};
use super::source::Source;
use super::{is_under, no_faults, sources};

/// Whom a room may know besides itself: rooms, or single names in them.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("i18n", &["domain"]),
    ("auth", &["domain"]),
    ("clock", &["domain"]),
    ("store", &["domain"]),
    ("mail", &["domain", "i18n"]),
    ("dump", &["domain", "store"]),
    ("app", &["domain", "store", "mail", "auth", "clock", "dump"]),
    // A session file holds the secret that only auth knows how to print.
    ("paths", &["domain", "auth"]),
    // One match turns every error into words, so it must know what errors there are.
    (
        "ui",
        &[
            "app",
            "domain",
            "i18n",
            "auth::AuthError",
            "clock::WrongTime",
            "mail::MailError",
            "paths::PathsError",
            "store::StoreError",
        ],
    ),
    ("cli", &["app", "auth", "clock", "domain", "dump", "i18n", "mail", "paths", "store", "ui"]),
    // The map itself, and what starts the program.
    ("", &["app", "auth", "cli", "clock", "domain", "dump", "i18n", "mail", "paths", "store", "ui"]),
];

/// The modules of engines, the types that are engines, and the room that is their own.
const ENGINES: &[(&[&str], &str, &str)] = &[
    (&["crate", "store", "redb"], "RedbStore", "src/store/"),
    (&["crate", "store", "memory"], "MemoryStore", "src/store/"),
    (&["crate", "mail", "smtp"], "SmtpMailer", "src/mail/"),
    (&["crate", "mail", "maildir"], "MaildirMailer", "src/mail/"),
    (&["crate", "mail", "memory"], "MemoryMailer", "src/mail/"),
];

/// The only file outside of their own rooms that names engines.
const ENGINES_ARE_CHOSEN_IN: &str = "src/cli/env.rs";

#[test]
fn rooms_know_whom_they_may() {
    no_faults(sources("src").iter().filter(|source| !source.is_test).flat_map(forbidden_arrows).collect());
}

fn forbidden_arrows(source: &Source) -> Vec<String> {
    let room = source.modules().first().copied().unwrap_or_default().to_owned();
    let Some((_, known)) = ARROWS.iter().find(|(name, _)| *name == room) else {
        return vec![source.fault(0, &format!("the room {room} has no row in the table of arrows"))];
    };
    let is_allowed = |path: &Named| {
        let other = path.parts.get(1).map(String::as_str).unwrap_or_default();
        // What begins with a capital is a macro's or the root's own.
        let is_room = ARROWS.iter().any(|(name, _)| *name == other);
        !is_room || other == room || known.iter().any(|known| path.starts_with(&crate_path(known)))
    };
    let own = named(source).into_iter().filter(|path| path.starts_with(&["crate"]));
    own.filter(|path| !is_allowed(path))
        .map(|path| source.fault(path.offset, &format!("{room} may not know {}", path.display())))
        .collect()
}

fn crate_path(known: &str) -> Vec<&str> {
    std::iter::once("crate").chain(known.split("::")).collect()
}

#[test]
fn engines_are_named_in_one_place() {
    no_faults(sources("src").iter().filter(|source| !source.is_test).flat_map(named_engines).collect());
}

fn named_engines(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    for (module, name, room) in ENGINES {
        if is_under(&source.path, &[room, ENGINES_ARE_CHOSEN_IN]) {
            continue;
        }
        let paths = named(source).into_iter().filter(|path| path.starts_with(module)).map(|path| path.offset);
        let names = source.words().filter(|(_, word)| word == name).map(|(offset, _)| offset);
        let why = format!("only {ENGINES_ARE_CHOSEN_IN} chooses engines such as {name}");
        faults.extend(paths.chain(names).map(|offset| source.fault(offset, &why)));
    }
    faults.dedup();
    faults
}

#[test]
fn the_rules_find_what_they_forbid() {
    let arrows = |path: &str, text: &str| forbidden_arrows(&Source::new(path, text));
    assert_eq!(
        arrows("src/domain/a.rs", "\nuse crate::store::Read;"),
        ["src/domain/a.rs:2: domain may not know crate::store::Read"]
    );
    assert_eq!(arrows("src/domain/a.rs", "use super::super::{i18n, domain::time};").len(), 1);
    assert_eq!(arrows("src/ui/a.rs", "use crate::store::{StoreError, Read};").len(), 1);
    assert_eq!(arrows("src/app/a.rs", "use crate::ui::Screen; // crate::cli::b\nuse crate::store::Read;").len(), 1);
    assert_eq!(arrows("src/new/a.rs", "").len(), 1);
    assert_eq!(arrows("src/lib.rs", "use crate::cli::run; crate::new!()"), [""; 0]);
    let engines = |path: &str, text: &str| named_engines(&Source::new(path, text)).len();
    assert_eq!(engines("src/app/a.rs", "crate::store::memory::MemoryStore::new()"), 1);
    assert_eq!(engines("src/app/a.rs", "use crate::mail::{maildir, Mailer};"), 1);
    assert_eq!(engines("src/app/a.rs", "fn f(mailer: SmtpMailer) {}"), 1);
    assert_eq!(engines("src/cli/env.rs", "crate::store::redb::RedbStore::open()"), 0);
}
