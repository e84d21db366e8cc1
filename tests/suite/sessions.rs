//! Sessions from outside: how they end, where they lie, and how guessing a password is slowed down.

use std::os::unix::fs::PermissionsExt;

use taquilla::domain::time::Span;

use super::accounts::{OTHER, logs_in};
use super::support::{Desk, PASSWORD, Person};

/// The session file of somebody.
fn session(person: &Person<'_>) -> std::path::PathBuf {
    std::fs::read_dir(person.state().join("taquilla")).unwrap().next().unwrap().unwrap().path()
}

#[test]
fn a_session_ends_idle_ends_old_and_is_nobody_elses() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let file = session(&ana);
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    desk.advance(Span::hours(11));
    ana.opens("Una");
    desk.advance(Span::hours(11));
    assert_eq!(ana.handle(), "ana", "a command that changes something counts as use");
    desk.advance(Span::hours(12));
    ana.refused(["list"], 4, "session-ended");
    ana.log_in().ok();
    for _ in 0..65 {
        desk.advance(Span::hours(11));
        ana.does(["profile", "--name", &format!("Ana {}", desk.now().as_millis() % 89)]);
    }
    desk.advance(Span::hours(11));
    ana.refused(["whoami"], 4, "session-ended");
    ana.log_in().ok();
    std::fs::set_permissions(session(&ana), std::fs::Permissions::from_mode(0o644)).unwrap();
    let error = ana.refused(["whoami"], 5, "session-exposed");
    assert!(error["hint"].as_str().is_some());
    std::fs::set_permissions(session(&ana), std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::write(session(&ana), "nonsense").unwrap();
    ana.refused(["whoami"], 4, "session-damaged");
    // Everywhere means at every terminal.
    let bruno = desk.person("bruno");
    bruno.log_in().ok();
    bruno.elsewhere().log_in().ok();
    bruno.does(["logout", "--everywhere"]);
    bruno.elsewhere().refused(["whoami"], 4, "session-ended");
}

#[test]
fn a_busy_desk_ends_no_session_and_loses_none() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let other = ana.elsewhere();
    other.command(["login", "--handle", "ana", "--password-stdin"]).stdin(format!("{PASSWORD}\n")).run().ok();
    let lock = std::fs::File::open(desk.path().join("desk.lock")).unwrap();
    lock.lock().unwrap();
    for line in [&["logout"][..], &["logout", "--everywhere"]] {
        ana.refused([line, &["--wait", "0"]].concat(), 7, "desk-busy");
    }
    drop(lock);
    assert_eq!(ana.handle(), "ana");
    let rehearsal = ana.json(["logout", "--everywhere", "-n"]);
    assert_eq!((&rehearsal["changed"], &rehearsal["dry_run"]), (&true.into(), &true.into()));
    assert_eq!((ana.handle(), other.handle()), ("ana".to_owned(), "ana".to_owned()));
    assert_eq!(ana.json(["logout", "--everywhere"])["changed"], true);
    other.refused(["whoami"], 4, "session-ended");
    assert_eq!(ana.json(["logout"])["changed"], false);
}

#[test]
fn a_rehearsed_login_begins_no_session_and_counts_as_no_failure() {
    let desk = Desk::staffed();
    let ana = desk.person("ana").elsewhere();
    let line = ["--json", "login", "--handle", "ana", "--password-stdin", "-n"];
    for _ in 0..5 {
        let would_be = ana.command(line).stdin(format!("{PASSWORD}\n")).run().ok().json();
        assert_eq!((&would_be["handle"], &would_be["dry_run"]), (&"ana".into(), &true.into()));
    }
    ana.refused(["whoami"], 4, "not-logged-in");
}

#[test]
fn what_staff_change_of_a_language_reaches_the_person() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    desk.person("sara").does(["user", "edit", "ana", "--lang", "en"]);
    let help = || ana.command(["--help"]).run().ok().text().to_owned();
    assert!(help().contains("Uso"));
    ana.run(["list"]).ok();
    assert!(help().contains("Usage"), "the copy beside the session is the account's language");
    desk.person("sara").does(["user", "edit", "ana", "--lang", "es"]);
    ana.does(["open", "-m", "Hola"]);
    assert!(help().contains("Uso"));
}

#[test]
fn reading_counts_as_using_a_session() {
    let desk = Desk::staffed();
    let marta = desk.person("marta");
    for _ in 0..3 {
        desk.advance(Span::hours(11));
        marta.run(["list"]).ok();
    }
    assert_eq!(marta.handle(), "marta");
}

#[test]
fn whoever_guesses_by_rehearsals_is_seen_in_the_audit() {
    let desk = Desk::staffed();
    let links = || desk.admin().run(["audit", "--format", "ids"]).ok().text().lines().count();
    let rehearses = |password: &str| {
        let line = ["--json", "login", "--handle", "ana", "--password-stdin", "-n"];
        desk.person("ana").elsewhere().command(line).stdin(format!("{password}\n")).run()
    };
    let before = links();
    rehearses(OTHER).refused(4, "wrong-login");
    assert_eq!(links(), before + 1);
    rehearses(PASSWORD).ok();
    assert_eq!(links(), before + 1);
}

#[test]
fn guessing_is_slowed_down_and_a_slip_is_not() {
    let desk = Desk::staffed();
    let ana = desk.person("ana").elsewhere();
    for name in ["ana", "nadie"] {
        let person = desk.guest(name).elsewhere();
        for _ in 0..3 {
            logs_in(&person, OTHER).refused(4, "wrong-login");
        }
        let answer = logs_in(&person, PASSWORD).refused(4, "too-many-attempts");
        assert!(answer.error()["hint"].is_string() || answer.error()["message"].as_str().unwrap().len() > 10);
    }
    // By handle it is the same account.
    let line = ["--json", "login", "--handle", "ana", "--password-stdin"];
    ana.command(line).stdin(format!("{PASSWORD}\n")).run().refused(4, "too-many-attempts");
    // Nobody else is kept waiting.
    desk.person("bruno").elsewhere().log_in().ok();
    desk.advance(Span::seconds(1));
    logs_in(&ana, OTHER).refused(4, "wrong-login");
    desk.advance(Span::seconds(1));
    logs_in(&ana, PASSWORD).refused(4, "too-many-attempts");
    desk.advance(Span::seconds(1));
    logs_in(&ana, PASSWORD).ok();
    // It is forgotten with the first right one.
    logs_in(&ana, OTHER).refused(4, "wrong-login");
    logs_in(&ana, PASSWORD).ok();
}
