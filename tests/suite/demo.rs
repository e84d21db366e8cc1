//! `demo`: it plays its story in both languages, says when something differs, and leaves nothing behind that is not asked for.

use std::path::Path;

use serde_json::Value;

use super::support::Desk;

fn names(directory: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(directory) else { return Vec::new() };
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_story_is_played_in_both_languages_and_leaves_nothing() {
    let desk = Desk::missing();
    let temporary = desk.home().join("temporary");
    std::fs::create_dir(&temporary).unwrap();
    for (language, sentences) in [
        (
            "es",
            ["ana $ taquilla abrir --subject 'Sobre el índice'", "nora $ taquilla assign ", "Fin", "Correo para ana@example.org"],
        ),
        (
            "en",
            [
                "ana $ taquilla open --subject 'About the index'",
                "nora $ taquilla asignar ",
                "The end",
                "E-mail to ana@example.org",
            ],
        ),
    ] {
        // What whoever runs it has set must not get in.
        let owner = desk.owner();
        let run = owner.command(["demo", "--lang", language]).mail_as_set();
        let run = run
            .env("TMPDIR", &temporary)
            .env("TAQUILLA_DESK", "/nowhere")
            .env("TAQUILLA_LANG", "xx")
            .env("TAQUILLA_NOW", "2020-01-01T00:00:00Z");
        let outcome = run.run().ok();
        for sentence in sentences {
            assert!(outcome.text().contains(sentence), "{sentence} is missing: {outcome}");
        }
        // What was seen to is said in the words of people.
        assert!(["null", "status:", "assignee"].iter().all(|word| !outcome.text().contains(word)), "{outcome}");
        assert!(!outcome.text().contains('\u{1b}') && !outcome.text().contains("/nowhere"), "{outcome}");
        assert!(outcome.stderr.is_empty(), "{outcome}");
        assert_eq!(names(&temporary), [""; 0]);
    }
    assert_eq!(names(desk.home()), ["temporary"]);
}

#[test]
fn a_kept_desk_can_be_played_with() {
    let desk = Desk::missing();
    let kept = desk.home().join("it's kept");
    let outcome = desk.owner().command(["demo", "--lang", "en", "--keep", "it's kept"]).mail_as_set().run().ok();
    assert!(outcome.text().contains("a password to try it with"), "{outcome}");
    let line =
        outcome.text().lines().map(str::trim).filter(|line| line.starts_with("export ")).find(|line| line.contains("/nora"));
    let line = format!("{}; taquilla list --status all --json", line.unwrap());
    let mut shell = std::process::Command::new("/bin/sh");
    let programs = Path::new(env!("CARGO_BIN_EXE_taquilla")).parent().unwrap();
    shell.args(["-c", &line]).env_clear().env("PATH", programs);
    let tickets: Value = super::support::process::run(shell, None, super::support::process::LIMIT).ok().json();
    let states: Vec<_> = tickets.as_array().unwrap().iter().map(|ticket| ticket["status"].as_str().unwrap()).collect();
    assert_eq!(states.len(), 2);
    assert!(states.contains(&"closed") && states.contains(&"answered"), "{states:?}");
    assert_eq!(names(&kept), ["desk", "outline.txt", "password.txt", "people"]);
    // It says how this program is called, which may lie on no path.
    let list = format!("{} list", env!("CARGO_BIN_EXE_taquilla"));
    assert!(flowing(outcome.text()).contains(&list), "{outcome}");
    // A folder that has something in it is left alone.
    let refused = desk.owner().command(["demo", "--json", "--keep", "it's kept"]).mail_as_set().run().refused(2, "bad-value");
    assert!(refused.error()["message"].as_str().unwrap().contains("no está vacía"), "{refused}");
    assert_eq!(names(&kept), ["desk", "outline.txt", "password.txt", "people"]);
}

#[test]
fn machines_are_told_what_was_played() {
    let desk = Desk::missing();
    let told = desk.owner().command(["demo", "--json"]).mail_as_set().run().ok().json();
    assert_eq!((told["letters"].as_u64(), told["tickets"].as_array().unwrap().len()), (Some(20), 2));
    assert_eq!(told["directory"], Value::Null);
}
