//! A walk through `cli.md` with the program in hand: promises that are easily kept by the most verbs and broken by one.

use std::os::unix::fs::PermissionsExt;

use serde_json::json;

use super::support::stage::{Data, Stage};
use super::support::{Desk, Outcome, PASSWORD};

#[test]
fn the_language_behind_user_is_that_of_the_words_but_where_it_is_the_persons() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let lines: [&[&str]; 4] = [
        &["user", "list", "--lang", "en"],
        &["user", "--lang", "en", "list"],
        &["user", "show", "ana", "--lang=en"],
        &["usuario", "away", "marta", "--until", "2026-12-24", "--lang", "en"],
    ];
    for line in lines {
        let said = sara.does(line);
        assert!([said.text(), said.talk()].concat().contains(" Client") || said.talk().contains("away"), "{said}");
    }
    for line in [&["user", "list", "--help", "--lang", "en"][..], &["user", "create", "--lang", "en", "--help"]] {
        assert!(sara.does(line).text().contains("Usage:"), "{line:?}");
    }
    assert!(sara.run(["user", "show", "nadie", "--lang", "en"]).exits(3).talk().contains("nobody"), "in English");
    // With these it is the person's, and the words are those of whoever types.
    let create = ["user", "create", "--email", "z@example.com", "--name", "Zoe", "--role", "client", "--lang", "en"];
    assert!(sara.does(create).talk().contains("Se ha creado"));
    assert_eq!(sara.json(["user", "show", "zoe"])["lang"], "en");
    assert!(sara.does(["user", "edit", "ana", "--lang", "en"]).talk().contains("está al día"));
    assert_eq!(sara.json(["user", "show", "ana"])["lang"], "en");
}

#[test]
fn a_key_keeps_what_was_printed_when_a_letter_was_tried_again() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    desk.person("ana").opens("Una");
    let letter = admin.json(["mail", "queue"])[0]["id"].as_str().unwrap().to_owned();
    let rehearsed = admin.json(["mail", "retry", &letter, "-n"]);
    assert_eq!(rehearsed[0]["mail"].as_array().unwrap().len(), 1, "{rehearsed}");
    let known = admin.json(["mail", "show", &letter]);
    assert_eq!(rehearsed[0]["mail"][0]["event"], known["event"], "{rehearsed}");
    let retry = || admin.command(["mail", "retry", &letter, "--key", "k"]).json().run().ok();
    let first = retry();
    assert_eq!(first.json()[0]["state"], "sent");
    assert_eq!(retry().text(), first.text());
}

#[test]
fn a_code_for_one_ticket_is_not_used_up_on_another() {
    let desk = Desk::staffed();
    let (ana, guest) = (desk.person("ana"), desk.guest("nadie"));
    let (one, other) = (ana.opens("Una"), ana.opens("Otra"));
    desk.owner().run(["mail", "flush"]).ok();
    guest.run(["status", &one, "--email", ana.email()]).ok();
    let code = desk.last_letter_to(ana.email()).code();
    guest.refused(["status", &other, "--email", ana.email(), "--code", &code], 4, "wrong-code");
    guest.refused(["status", "999999", "--email", ana.email(), "--code", &code], 4, "wrong-code");
    assert_eq!(guest.json(["status", &one, "--email", ana.email(), "--code", &code])["number"], one.as_str());
    guest.refused(["status", &one, "--email", ana.email(), "--code", &code], 4, "wrong-code");
    // Each was a try.
    guest.run(["status", &one, "--email", ana.email()]).ok();
    let code = desk.last_letter_to(ana.email()).code();
    for _ in 0..5 {
        guest.refused(["status", &other, "--email", ana.email(), "--code", &code], 4, "wrong-code");
    }
    guest.refused(["status", &one, "--email", ana.email(), "--code", &code], 4, "wrong-code");
}

#[test]
fn the_names_of_roles_are_nobodys() {
    let desk = Desk::staffed();
    let (admin, ana) = (desk.admin(), desk.person("ana"));
    for name in ["secretary", "care", "admin", "agent", "client", "root", "Secretary"] {
        let fault = ana.refused(["profile", "--handle", name], 2, "bad-value");
        assert!(fault["hint"].as_str().unwrap().contains("admin"), "{fault}");
        let edit = ["user", "edit", "ana", "--handle", name];
        admin.refused(edit, 2, "bad-value");
    }
    let made = admin.json(["user", "create", "--email", "r@example.com", "--name", "Root", "--role", "client"]);
    assert_eq!(made["handle"], "root-2");
    for name in ["ana.lopez", "ana_lopez"] {
        ana.run(["profile", "--handle", name]).ok();
    }
    let hint = ana.refused(["profile", "--handle", "añá"], 2, "bad-value");
    assert!(hint["hint"].as_str().unwrap().contains("guiones bajos"), "{hint}");
}

#[test]
fn a_token_is_never_made_unseen() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    for more in [&["--format", "ids"][..], &["--json", "--fields", "id"], &["--fields", "id,name"], &["--format", "ids", "-n"]] {
        let refused = sara.run([&["token", "create", "--name", "x"], more].concat()).exits(2);
        assert!(refused.talk().contains("token") && refused.stdout.is_empty(), "{refused}");
    }
    assert_eq!(sara.json(["token", "list"]), json!([]));
    let made = sara.json(["token", "create", "--name", "x", "--fields", "id,token"]);
    assert!(made["token"].as_str().unwrap().len() > 20);
}

#[test]
fn a_program_with_a_token_marks_nothing_as_read() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let unread = || sara.json(["list", "--unread"]).as_array().unwrap().len();
    for scope in ["read", "admin"] {
        let token = sara.json(["token", "create", "--name", scope, "--scope", scope])["token"].as_str().unwrap().to_owned();
        sara.command(["show", &number]).env("TAQUILLA_TOKEN", &token).run().ok();
        assert_eq!(unread(), 1, "{scope}");
    }
    sara.run(["show", &number]).ok();
    assert_eq!(unread(), 0);
}

/// A desk on which nobody is yet, in a directory of this kind.
fn init_in(prepare: impl FnOnce(&std::path::Path)) -> (Desk, Outcome) {
    let desk = Desk::missing();
    std::fs::create_dir_all(desk.path().parent().unwrap()).unwrap();
    prepare(&desk.path());
    let line = ["init", "--name", "D", "--admin-email", "a@example.com", "--admin-name", "Alba", "--password-stdin", "--json"];
    let done = desk.admin().command(line).stdin(format!("{PASSWORD}\n")).run();
    (desk, done)
}

#[test]
fn an_empty_directory_of_ones_own_becomes_a_desk() {
    let with_mode = |mode| move |path: &std::path::Path| std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    let (desk, done) = init_in(|path| {
        std::fs::create_dir(path).unwrap();
        with_mode(0o755)(path);
    });
    done.ok();
    assert_eq!(std::fs::metadata(desk.path()).unwrap().permissions().mode() & 0o777, 0o700);
    let (_desk, done) = init_in(|path| {
        std::fs::create_dir(path).unwrap();
        std::fs::write(path.join("carta.txt"), "hola").unwrap();
        with_mode(0o755)(path);
    });
    done.refused(5, "desk-exposed");
    let (_desk, done) = init_in(|path| std::fs::write(path, "hola").unwrap());
    let fault = done.exits(2).error();
    assert_eq!(fault["code"], "desk-not-directory", "{fault}");
    assert!(fault["hint"].is_string());
}

#[test]
fn settings_are_edited_without_a_terminal_where_an_editor_is_named() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    let editor = |script: &str| format!("sh {}", desk.file("editor.sh", format!("{script}\n")).display());
    let edit = |script: &str, more: &[&str]| {
        admin.command([&["config", "edit", "--json"], more].concat()).env("TAQUILLA_EDITOR", editor(script)).run()
    };
    edit("printf '[rules]\\nburst = 9\\n' >> \"$1\"", &[]).ok();
    assert_eq!(admin.json(["config", "get", "rules.burst"])["value"], "9");
    // What has a mistake in it is kept, and nobody is asked.
    let wrong = edit("sed -i 's/^burst.*/burst = \"x\"/' \"$1\"", &[]).refused(2, "bad-setting");
    assert!(wrong.stdout.is_empty(), "{wrong}");
    edit("true", &["--no-input"]).refused(2, "missing-value");
    let fault = admin.refused(["config", "edit"], 2, "missing-value");
    assert!(fault["hint"].as_str().unwrap().contains("TAQUILLA_EDITOR"), "{fault}");
}

#[test]
fn lists_stop_on_a_terminal_and_nowhere_else() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    let people: String = (0..30).map(|index| format!("p{index}@example.com,Pepe {index}\n")).collect();
    desk.file("people.csv", format!("email,name\n{people}"));
    admin.does(["user", "import", "people.csv"]);
    for (line, stops) in
        [(["user", "list"], "Se muestran las primeras 25 cuentas"), (["mail", "queue"], "Se muestran los primeros 25 correos")]
    {
        assert!(admin.run(line).ok().text().lines().count() > 30);
        assert_eq!(admin.json([&line[..], &["--limit", "3"]].concat()).as_array().unwrap().len(), 3);
        let run = admin.command(line).env("TERM", "xterm").env("NO_COLOR", "1");
        let mut stage = Stage::open(tempfile::tempdir().unwrap(), &run.build(), "", 150, Data::Shown);
        let _over = stage.start();
        stage.wait(stops);
        assert_eq!(stage.end(), "0");
    }
}

#[test]
fn a_file_that_was_fetched_is_told_to_machines() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    desk.file("a.txt", "hola");
    let number = ana.json(["open", "-m", "Hola", "--attach", "a.txt"])["number"].as_str().unwrap().to_owned();
    let id = ana.json(["attachment", &number])[0]["id"].as_str().unwrap().to_owned();
    let rehearsed = ana.json(["attachment", &number, &id, "-o", "b.txt", "-n"]);
    assert_eq!((&rehearsed["dry_run"], &rehearsed["mail"]), (&json!(true), &json!([])));
    assert!(!desk.home().join("b.txt").exists());
    let fetched = ana.json(["attachment", &number, &id, "-o", "b.txt"]);
    assert_eq!((&fetched["number"], &fetched["id"], &fetched["size"]), (&json!(number), &json!(id), &json!(4)));
    let path = std::fs::canonicalize(desk.home()).unwrap().join("b.txt");
    assert_eq!(std::fs::canonicalize(fetched["file"].as_str().unwrap()).unwrap(), path);
    assert_eq!(std::fs::read_to_string(path).unwrap(), "hola");
    assert_eq!(ana.run(["attachment", &number, &id, "-o", "-", "--json"]).ok().text(), "hola");
    assert_eq!(ana.run(["attachment", &number, &id, "-o", "c.txt"]).ok().text(), "");
    ana.refused(["attachment", &number, &id, "-o", "d.txt", "--mail"], 2, "conflict");
    ana.run(["attachment", &number, &id, "-o", "d.txt", "--mail", "queue"]).ok();
}

#[test]
fn small_things_are_said_as_they_are() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    sara.json(["list", "--format", "json"]);
    sara.refused(["list", "--format", "csv"], 2, "conflict");
    let number = ana.opens("Una");
    let long = desk.file("long.txt", "a ".repeat(1_500_000));
    let fault = sara.refused(["note", &number, "-F", long.to_str().unwrap()], 6, "message-too-long");
    let message = fault["message"].as_str().unwrap();
    assert!(message.contains("256 KiB") && !message.contains("257"), "{message}");
    let empty = admin.refused(["config", "set", "desk.phone", ""], 2, "bad-setting");
    assert!(empty["hint"].as_str().unwrap().contains("config unset desk.phone"), "{empty}");
    let many: String = (0..100_001).map(|number| format!("{}\n", 100_000 + number)).collect();
    let close = sara.command(["close", "-"]).json().stdin(many).run().refused(6, "too-many-tickets").error();
    assert!(close["hint"].as_str().unwrap().contains("--limit"), "{close}");
}

#[test]
fn going_on_is_offered_where_something_would_be_done() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let number = desk.person("ana").opens("Una");
    let hint = |line: &[&str]| sara.refused([&["close"], line].concat(), 3, "several-refused")["hint"].to_string();
    assert!(hint(&[&number, "999999"]).contains("--keep-going"));
    assert!(!hint(&["999998", "999999"]).contains("--keep-going"));
    assert!(!hint(&["999998", "999999", "--keep-going"]).contains("--keep-going"));
}
