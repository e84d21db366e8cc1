//! What is made from the definitions of the verbs and lies in the repository: completions and manual pages. These tests say when
//! it is stale; `TAQUILLA_BLESS=1 cargo test generated` writes it anew.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::support::Desk;

/// The shells, and what the file for each is called.
const COMPLETIONS: &[(&str, &str)] = &[
    ("bash", "taquilla.bash"),
    ("zsh", "_taquilla"),
    ("fish", "taquilla.fish"),
    ("powershell", "_taquilla.ps1"),
    ("elvish", "taquilla.elv"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files right in a directory.
fn files(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let Ok(entries) = std::fs::read_dir(directory) else { return BTreeMap::new() };
    let paths = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    paths.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(path).unwrap())).collect()
}

/// Sees that a directory of the repository has these files and no others, or gives it these.
fn compare(place: &str, made: &BTreeMap<String, Vec<u8>>) {
    let directory: PathBuf = root().join(place);
    let committed = files(&directory);
    if std::env::var_os("TAQUILLA_BLESS").is_some() {
        std::fs::create_dir_all(&directory).unwrap();
        for name in committed.keys().filter(|name| !made.contains_key(*name)) {
            std::fs::remove_file(directory.join(name)).unwrap();
        }
        for (name, bytes) in made.iter().filter(|(name, bytes)| committed.get(*name) != Some(bytes)) {
            std::fs::write(directory.join(name), bytes).unwrap();
        }
        return;
    }
    let stale = made.iter().filter(|(name, bytes)| committed.get(*name) != Some(bytes)).map(|(name, _)| name);
    let stale: Vec<_> = stale.chain(committed.keys().filter(|name| !made.contains_key(*name))).collect();
    assert!(stale.is_empty(), "{place} is stale ({stale:?}): run TAQUILLA_BLESS=1 cargo test generated");
}

/// The manual pages that the program writes.
fn pages(language: &str) -> BTreeMap<String, Vec<u8>> {
    let desk = Desk::missing();
    desk.owner().command(["--lang", language, "man", "--dir", "pages"]).mail_as_set().run().ok();
    files(&desk.home().join("pages"))
}

#[test]
fn completions_are_fresh() {
    let desk = Desk::missing();
    let made = COMPLETIONS.iter().map(|(shell, name)| {
        let outcome = desk.owner().command(["--lang", "en", "completions", shell]).mail_as_set().run().ok();
        (outcome.text().contains("TAQUILLA_COMPLETE"), (*name).to_owned(), outcome.stdout)
    });
    let made: Vec<_> = made.collect();
    assert!(made.iter().all(|(is_whole, ..)| *is_whole));
    compare("completions", &made.into_iter().map(|(_, name, bytes)| (name, bytes)).collect());
}

#[test]
fn english_manual_pages_are_fresh() {
    compare("man", &pages("en"));
}

#[test]
fn spanish_manual_pages_are_fresh() {
    compare("man/es", &pages("es"));
}

/// Headings of both languages, which no page of the other may have.
const HEADINGS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "ARGUMENTS",
            "OPTIONS",
            "\"GENERAL OPTIONS\"",
            "COMMANDS",
            "EXAMPLES",
            "\"SEE ALSO\"",
        ],
    ),
    (
        "es",
        &[
            "NOMBRE",
            "SINOPSIS",
            "DESCRIPCIÓN",
            "ARGUMENTOS",
            "OPCIONES",
            "\"OPCIONES GENERALES\"",
            "ÓRDENES",
            "EJEMPLOS",
            "\"VÉASE TAMBIÉN\"",
        ],
    ),
];

#[test]
fn every_page_is_in_one_language_and_has_its_parts() {
    for (language, own) in HEADINGS {
        let pages = pages(language);
        assert!(pages.len() > 50 && pages.contains_key("taquilla-config.5") && pages.contains_key("taquilla-guide.7"));
        assert!(pages.keys().all(|name| !name.contains("relay")));
        let foreign: Vec<&str> =
            HEADINGS.iter().filter(|(other, _)| other != language).flat_map(|(_, headings)| headings.iter().copied()).collect();
        for (name, bytes) in pages {
            let page = String::from_utf8(bytes).unwrap();
            let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
            assert_eq!(headings.first(), own.first(), "{name}");
            assert_eq!(headings.last(), own.last(), "{name}");
            assert!(headings.iter().all(|heading| !foreign.contains(heading)), "{name}: {headings:?}");
            assert_eq!(page.matches("\n.nf\n").count(), page.matches("\n.fi\n").count(), "{name}");
            assert!(page.lines().filter(|line| line.starts_with(".TH ")).count() == 1, "{name}");
        }
    }
}

#[test]
fn pages_render_without_a_warning() {
    if Command::new("groff").arg("--version").output().is_err() {
        println!("skipped: there is no groff here");
        return;
    }
    let desk = Desk::missing();
    for language in ["en", "es"] {
        desk.owner().command(["--lang", language, "man", "--dir", language]).mail_as_set().run().ok();
        let pages: Vec<PathBuf> =
            files(&desk.home().join(language)).keys().map(|name| desk.home().join(language).join(name)).collect();
        let output = Command::new("groff").args(["-man", "-Tutf8", "-Kutf8", "-ww", "-z"]).args(pages).output().unwrap();
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn one_page_is_shown_by_any_name_of_its_verb() {
    let desk = Desk::missing();
    let page = |name: &str| desk.owner().command(["--lang", "es", "man", name]).mail_as_set().run().ok().text().to_owned();
    assert!(page("abrir").contains("TAQUILLA-OPEN 1"));
    assert_eq!(page("abrir"), page("open"));
    assert_eq!(page("usuario create"), page("user-create"));
    assert_eq!(page("usuario restablecer-clave"), page("user reset-password"));
    let apart = desk.owner().command(["--lang", "es", "man", "usuario", "create"]).mail_as_set().run().ok();
    assert_eq!(apart.text(), page("user-create"));
    assert_eq!(page("taquilla"), desk.owner().command(["--lang", "es", "man"]).mail_as_set().run().ok().text());
    assert_eq!(page("taquilla-open"), page("open"));
    assert!(page("guide").contains("TAQUILLA-GUIDE 7"));
    let wrong = desk.owner().command(["--json", "man", "nada"]).mail_as_set().run();
    let wrong = wrong.refused(2, "bad-value").to_string();
    assert!(wrong.contains("nada") && !wrong.contains("taquilla-nada"), "what was typed is told: {wrong}");
}

#[test]
fn the_pages_say_what_people_look_for() {
    let page = |name: &str| std::fs::read_to_string(root().join("man").join(name)).unwrap();
    // Verbs by the name that they have in the language, and by that of their page.
    assert!(page("es/taquilla.1").contains("\\fBabrir\\fR, taquilla\\-open(1)"));
    assert!(page("taquilla.1").contains("\ntaquilla\\-open(1)"));
    let config = page("es/taquilla-config.5");
    let entry = |key: &str| {
        let start = config.find(&format!("\\fB{key}\\fR")).unwrap_or_else(|| panic!("{key} in {config}"));
        config[start..].split(".TP").next().unwrap().to_owned()
    };
    // What it is, what it takes and its usual value each stand in a line of their own.
    let notify = entry("mail.notify.EVENT");
    assert!(notify.matches(".br").count() == 3 && notify.contains("reopened"), "{notify}");
    assert!(!entry("backup.dir").contains("archivo"), "{}", entry("backup.dir"));
    for key in ["mail.in.address", "mail.in.unknown", "backup.every"] {
        assert!(entry(key).contains("aún sin efecto"), "{}", entry(key));
    }
}
