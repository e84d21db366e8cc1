//! What scripts rely on, verb by verb: failures as one object, a desk that is not there, busy or somebody else's, nobody logged in.

use serde_json::Value;

use super::support::{Desk, Outcome, PASSWORD, Person, verbs};

/// Every verb with the least that makes it whole, what a guest is told (an exit code), and whether it changes the desk.
const VERBS: &[(&[&str], i32, bool)] = &[
    (&["register", "--email", "a@example.com", "--name", "Eva", "--password-stdin", "--accept-rules"], 0, true),
    (&["confirm", "--email", "a@example.com", "AAAA-AAAA"], 4, true),
    (&["login", "--email", "a@example.com", "--password-stdin"], 4, true),
    (&["logout"], 0, true),
    (&["whoami"], 4, false),
    (&["password", "change", "--password-stdin"], 4, false),
    (&["password", "forgot", "--email", "a@example.com"], 0, true),
    (&["password", "reset", "--email", "a@example.com", "AAAA-AAAA", "--password-stdin", "--accept-rules"], 4, true),
    (&["profile"], 4, false),
    (&["open", "-m", "Hola"], 4, true),
    (&["list"], 4, false),
    (&["show", "999999"], 4, false),
    (&["reply", "999999", "-m", "Hola"], 4, true),
    (&["note", "999999", "-m", "Hola"], 4, true),
    (&["remind", "999999"], 4, true),
    (&["assign", "999999", "--to", "marta"], 4, true),
    (&["release", "999999"], 4, true),
    (&["close", "999999"], 4, true),
    (&["reopen", "999999"], 4, true),
    (&["priority", "999999", "high"], 4, true),
    (&["edit", "999999", "--subject", "x"], 4, true),
    (&["stats"], 4, false),
    (&["overdue"], 4, false),
    (&["next"], 4, false),
    (&["merge", "999999", "--into", "999998"], 4, true),
    (&["request-call", "999999", "--reason", "x"], 4, true),
    (&["task", "list"], 4, false),
    (&["task", "done", "1"], 4, true),
    (&["unflag", "999999"], 4, true),
    (&["status", "999999", "--email", "a@example.com"], 0, true),
    (&["attachment", "999999"], 4, false),
    (&["rules"], 0, false),
    (&["topic", "list"], 0, false),
    (&["topic", "add", "Historia"], 4, true),
    (&["topic", "edit", "Historia", "--name", "Roma"], 4, true),
    (&["topic", "retire", "Historia"], 4, true),
    (&["user", "list"], 4, false),
    (&["user", "show", "ana"], 4, false),
    (&["user", "create", "--email", "a@example.com", "--name", "Eva", "--role", "client"], 4, true),
    (&["user", "edit", "ana", "--name", "Eva"], 4, true),
    (&["user", "role", "ana", "agent"], 4, true),
    (&["user", "suspend", "ana", "--reason", "x"], 4, true),
    (&["user", "reinstate", "ana"], 4, true),
    (&["user", "reset-password", "ana"], 4, true),
    (&["user", "away", "ana", "--until", "3d"], 4, true),
    (&["user", "back", "ana"], 4, true),
    (&["user", "import", "/dev/null"], 4, true),
    (&["mail", "queue"], 4, false),
    (&["mail", "show", "abcd"], 4, false),
    (&["mail", "flush"], 0, false),
    (&["mail", "retry", "abcd"], 4, true),
    (&["mail", "drop", "abcd"], 4, true),
    (&["mail", "test", "--to", "a@example.com"], 4, true),
    (&["config", "list"], 4, false),
    (&["config", "get", "desk.name"], 4, false),
    (&["config", "set", "desk.name", "x"], 4, true),
    (&["config", "unset", "desk.phone"], 4, true),
    (&["config", "export"], 4, false),
    (&["config", "import", "/dev/null"], 4, true),
    (&["calendar", "show"], 4, false),
    (&["calendar", "due", "2027-03-25"], 4, false),
    (&["calendar", "import", "/dev/null"], 4, true),
    (&["token", "create", "--name", "Lista"], 4, true),
    (&["token", "list"], 4, false),
    (&["token", "revoke", "1"], 4, true),
    // Where nothing was closed that long ago, nothing is written.
    (&["purge", "--closed-before", "3d", "--yes"], 4, false),
    (&["audit"], 4, false),
    (&["dump", "-"], 4, false),
    (&["verify"], 0, false),
    (&["tick"], 0, true),
    (&["doctor"], 0, false),
];

/// Verbs that need no desk, that make one, or that only work at a terminal; other tests are about them.
const ELSEWHERE: &[&str] = &["init", "load", "demo", "completions", "man", "config edit"];

fn runs(person: &Person<'_>, before: &[&str], verb: &[&str]) -> Outcome {
    let command = person.command(before.iter().chain(verb));
    let wants_password = verb.contains(&"--password-stdin");
    let passwords = format!("{PASSWORD}\n{PASSWORD}\n");
    if wants_password { command.stdin(passwords).run() } else { command.run() }
}

/// One object on stderr and nothing on stdout, with the promised keys.
#[track_caller]
fn fails_well(answer: &Outcome) -> Value {
    let error = answer.error();
    let keys: Vec<_> = error.as_object().unwrap().keys().map(String::as_str).collect();
    assert!(keys == ["code", "message", "hint", "exit"] || keys == ["code", "message", "hint", "exit", "refusals"], "{answer}");
    assert_eq!(error["exit"].as_i64().map(|exit| exit as i32), answer.code, "{answer}");
    assert_eq!(answer.talk().trim_end().lines().count(), 1, "{answer}");
    assert!(error["message"].as_str().unwrap().len() > 5, "{answer}");
    error
}

#[test]
fn every_verb_is_in_the_table() {
    for leaf in verbs::all() {
        let words: Vec<_> = leaf.split(' ').collect();
        let is_there = VERBS.iter().any(|(line, ..)| line.starts_with(&words)) || ELSEWHERE.contains(&leaf.as_str());
        assert!(is_there, "{leaf} is not in the table");
    }
}

#[test]
fn without_a_desk_every_verb_says_so() {
    let desk = Desk::missing();
    for (line, ..) in VERBS {
        let answer = runs(&desk.guest("nadie"), &["--json"], line).refused(3, "no-desk");
        assert!(fails_well(&answer)["hint"].as_str().is_some(), "{answer}");
        let answer = runs(&desk.guest("nadie"), &[], line).exits(3);
        assert!(answer.stdout.is_empty() && answer.talk().starts_with('✗'), "{answer}");
    }
    assert!(!desk.path().exists(), "looking for a desk makes none");
}

#[test]
fn whoever_is_not_logged_in_is_told_first() {
    let desk = Desk::staffed();
    let guest = desk.guest("nadie");
    for (line, exit, _) in VERBS {
        let answer = runs(&guest, &["--json"], line).exits(*exit);
        if *exit != 0 {
            fails_well(&answer);
            let is_code = matches!(line[0], "confirm" | "login") || line.starts_with(&["password", "reset"]);
            assert_eq!(answer.error()["code"] == "not-logged-in", !is_code, "{answer}");
        }
    }
}

#[test]
fn a_busy_desk_is_read_and_not_written() {
    let desk = Desk::staffed();
    let lock = std::fs::File::open(desk.path().join("desk.lock")).unwrap();
    lock.lock().unwrap();
    for (line, _, changes) in VERBS.iter().filter(|(line, ..)| line[0] != "verify") {
        let answer = runs(&desk.admin(), &["--json", "--wait", "0"], line);
        if *changes {
            answer.refused(7, "desk-busy");
        } else if !line.starts_with(&["password", "change"]) {
            assert_ne!(answer.code, Some(7), "{answer}");
        }
    }
    drop(lock);
    desk.person("ana").opens("Una");
}

#[test]
fn wrong_usage_is_one_object_too() {
    let desk = Desk::missing();
    let guest = desk.guest("nadie");
    for (line, ..) in VERBS {
        for before in [&["--json"][..], &["--format", "json"], &["--format=ndjson"]] {
            let answer = runs(&guest, before, &[*line, &["--no-such-option"]].concat()).exits(2);
            assert!(fails_well(&answer)["message"].as_str().unwrap().contains("--no-such-option"), "{answer}");
        }
        let answer = runs(&guest, &[], &[*line, &["--json", "--no-such-option"]].concat()).exits(2);
        fails_well(&answer);
    }
    // A mistyped verb or option is told its neighbour, in the person's language.
    let answer = guest.run(["--json", "opne"]).exits(2).error();
    assert!(format!("{answer}").contains("open"), "{answer}");
    let answer = guest.run(["--json", "list", "--stauts", "all"]).exits(2).error();
    assert!(format!("{answer}").contains("--status"), "{answer}");
    let answer = guest.run(["--json", "--lang", "en", "close"]).exits(2).error();
    assert!(answer["message"].as_str().unwrap().contains("NUMBER"), "{answer}");
    guest.run(["--json", "--format", "csv", "list"]).exits(2);
    guest.run(["--json", "list", "--limit", "x"]).exits(2);
    guest.run(["--json", "--wait", "-1", "list"]).exits(2);
    guest.run(["--json", "--format", "xml", "list"]).exits(2);
}

#[test]
fn every_verb_looks_at_the_fields_that_it_is_asked_for() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    for (line, ..) in VERBS {
        for fields in ["nada", "nada.handle", ""] {
            let answer = runs(&admin, &["--json", "--fields", fields], line).refused(2, "bad-field");
            fails_well(&answer);
        }
    }
    let number = desk.person("ana").opens("Una");
    for line in [&["list"][..], &["show", &number], &["release", &number]] {
        for wrong in ["client.emial", "client.handle.x", "subject.x", "thread.body"] {
            let answer = runs(&admin, &["--json", "--fields", wrong], line).refused(2, "bad-field");
            let hint = answer.error()["hint"].as_str().unwrap().to_owned();
            assert_eq!(hint.contains("client.email"), wrong.starts_with("client."), "{answer}");
        }
    }
    let shown = admin.json(["show", &number, "--fields", "client.email,assignee.handle,number"]);
    assert_eq!(shown["client.email"], "ana@example.com");
}

#[test]
fn whatever_changes_something_can_be_rehearsed() {
    let command = taquilla::cli::tree();
    let takes = |verb: &clap::Command, option: &str| verb.get_arguments().any(|argument| argument.get_id() == option);
    for verb in command.get_subcommands() {
        for name in ["init", "login", "logout", "config edit", "mail flush"] {
            let mut words = name.split(' ');
            if words.next() != Some(verb.get_name()) {
                continue;
            }
            let verb = words.next().map_or(verb, |second| verb.find_subcommand(second).unwrap());
            assert!(takes(verb, "dry-run"), "{name}");
            // Being logged in or out twice is no harm, and there is nobody to keep a key for.
            assert_eq!(takes(verb, "key"), !matches!(name, "login" | "logout"), "{name}");
        }
    }
}

#[test]
fn two_forms_of_output_exclude_each_other_wherever_they_stand() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    for line in [
        &["--json", "list", "--format", "csv"][..],
        &["--format", "csv", "list", "--json"],
        &["list", "--json", "--format", "csv"],
        &["--json", "--format", "csv", "list"],
        &["--json", "config", "list", "--format", "ndjson"],
    ] {
        ana.run(line).refused(2, "conflict");
    }
}

#[test]
fn verbs_have_spanish_names() {
    let desk = Desk::missing();
    let guest = desk.guest("nadie");
    let names = [
        ("open", "abrir"),
        ("list", "listar"),
        ("show", "ver"),
        ("reply", "responder"),
        ("note", "nota"),
        ("assign", "asignar"),
        ("release", "liberar"),
        ("release", "unassign"),
        ("close", "cerrar"),
        ("reopen", "reabrir"),
        ("register", "registrar"),
        ("confirm", "confirmar"),
        ("login", "entrar"),
        ("logout", "salir"),
        ("status", "estado"),
        ("priority", "prioridad"),
        ("attachment", "adjunto"),
        ("user", "usuario"),
        ("profile", "perfil"),
        ("password", "clave"),
        ("rules", "normas"),
        ("remind", "reclamar"),
        ("overdue", "vencidos"),
        ("next", "siguiente"),
    ];
    for (english, spanish) in names {
        let help = guest.run([english, "--help"]).ok();
        assert_eq!(guest.run([spanish, "--help"]).ok().stdout, help.stdout, "{spanish}");
        assert_eq!(guest.run(["ayuda", spanish]).ok().stdout, help.stdout, "ayuda {spanish}");
        assert_eq!(guest.run(["help", english]).ok().stdout, help.stdout, "help {english}");
        assert!(help.talk().is_empty());
    }
    assert_eq!(guest.run(["ayuda"]).ok().stdout, guest.run(["--help"]).ok().stdout);
    assert!(guest.run(["--version"]).ok().text().starts_with("taquilla "));
}

#[test]
fn nobody_is_asked_without_a_terminal() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Una");
    let lines: [(&[&str], &str); 14] = [
        (&["register"], "--email"),
        (&["confirm"], "--email"),
        (&["confirm", "--email", "a@example.com"], "CÓDIGO"),
        (&["login"], "--email"),
        (&["login", "--email", "a@example.com"], "--password-stdin"),
        (&["password", "forgot"], "--email"),
        (&["password", "change"], "--password-stdin"),
        (&["password", "reset", "--email", "a@example.com", "AAAA-AAAA"], "--password-stdin"),
        (&["open"], "-m"),
        (&["reply", &number], "-m"),
        (&["status"], "NÚMERO"),
        (&["status", &number], "--email"),
        (&["assign", &number], "--to"),
        (&["config", "edit"], "editor"),
    ];
    for (line, option) in lines {
        for extra in [&[][..], &["--no-input"], &["-y"]] {
            let answer = runs(&ana, &[], &[&["--json"], extra, line].concat()).refused(2, "missing-value");
            let told = answer.error();
            assert!(told["message"].as_str().unwrap().contains(option), "{line:?}: {told}");
        }
    }
    // The guided menu never begins by itself.
    for line in [&[][..], &["--no-input"], &["--json"]] {
        let answer = ana.command(line).stdin("1\n").run();
        assert_ne!(answer.code, Some(0), "{answer}");
        assert!(answer.stdout.is_empty());
    }
    let missing = Desk::missing();
    let line = ["--json", "init", "--name", "x", "--admin-email", "a@example.com", "--admin-name", "Eva"];
    missing.admin().run(line).refused(2, "missing-value");
    assert!(!missing.path().exists());
}
