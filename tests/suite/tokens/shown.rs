//! A token that nobody could see, and one that is only rehearsed.

use std::process::Stdio;

use serde_json::Value;

use super::listed;
use crate::support::{Desk, PASSWORD, Person};

/// The error of a command whose standard output has no room.
fn unprinted(person: &Person<'_>, line: &[&str]) -> Value {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let password = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(password.path(), format!("{PASSWORD}\n")).unwrap();
    let mut command = person.command(line).json().build();
    command.stdin(std::fs::File::open(password.path()).unwrap()).stdout(full).stderr(Stdio::piped());
    let output = command.spawn().unwrap().wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{line:?}");
    let error: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(error["error"]["code"], "done-unprinted", "{error}");
    error["error"].clone()
}

#[test]
fn a_token_that_could_not_be_shown_is_to_be_revoked() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    for (language, words) in [("es", "cree otro"), ("en", "create another")] {
        let error = unprinted(&sara, &["token", "create", "--name", language, "--lang", language]);
        let live = listed(&sara).into_iter().find(|token| token["status"] == "live").unwrap();
        let id = live["id"].as_str().unwrap();
        let hint = error["hint"].as_str().unwrap();
        assert!(hint.contains(&format!("taquilla token revoke {id}")) && hint.contains(words), "{error}");
        assert!(!hint.contains("--key"), "it takes none: {error}");
        sara.does(["token", "revoke", id]);
    }
    // Nor do the other verbs that take no key speak of one.
    for line in [&["login", "--handle", "sara", "--password-stdin"][..], &["logout"]] {
        let error = unprinted(&sara, line);
        assert!(error["hint"].as_str().unwrap().contains("taquilla whoami") && !error.to_string().contains("--key"), "{error}");
    }
}

#[test]
fn a_rehearsal_shows_what_the_token_would_be() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let rehearsed = sara.does(["token", "create", "--name", "Lista", "--scope", "assign", "--expires", "30d", "-n"]);
    let shown = rehearsed.text();
    assert!(["Lista", "assign", "sara"].iter().all(|word| shown.contains(word)) && !shown.contains("tqt_"), "{rehearsed}");
    assert!(shown.lines().any(|line| line.starts_with("Caduca") && line.contains("23/12/26")), "{rehearsed}");
    assert!(rehearsed.talk().starts_with("Es una prueba"), "{rehearsed}");
    assert_eq!(listed(&sara), [Value::Null; 0]);
}
