//! `dump` and `load`: the whole desk into a file, and the same desk out of it; whole, or none.

mod files;

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;

use super::support::{Desk, PASSWORD, Person, Run, process};

/// A desk with something of every kind.
fn lived_in() -> Desk {
    let desk = Desk::staffed();
    let (ana, sara, marta, admin) = (desk.person("ana"), desk.person("sara"), desk.person("marta"), desk.admin());
    desk.file("guía.pdf", vec![7; 300_000]);
    admin.does(["topic", "add", "Historia"]);
    admin.does(["config", "set", "desk.phone", "900 100 200"]);
    let (one, two) = (ana.opens("Duda «larga»"), ana.opens("Otra"));
    ana.does(["reply", &one, "-m", "Con archivo", "--attach", "guía.pdf"]);
    sara.does(["assign", &one, "--to", "marta"]);
    marta.does(["reply", &one, "-m", "La respuesta está en la página 3."]);
    marta.does(["note", &one, "-m", "Para nosotros"]);
    sara.does(["close", &two, "-m", "Listo"]);
    sara.does(["edit", &two, "--external-id", "X-9"]);
    ana.run(["show", &one]).ok();
    desk
}

fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The lines that must be the same after a load: all but the first, the last, the hold, and the link that tells of the load.
fn kept(lines: Vec<Value>) -> Vec<Value> {
    let differs =
        |line: &Value| line["kind"] == "dump" || line["kind"] == "end" || line["key"] == "mail.hold" || line["verb"] == "load";
    lines.into_iter().filter(|line| !differs(line)).collect()
}

fn at(desk: &Desk, name: &str) -> PathBuf {
    desk.home().join(name)
}

/// Somebody at the desk of another directory.
fn there<'d>(person: &'d Person<'_>, place: &Path, words: &[&str]) -> Run<'d> {
    let place = place.to_str().unwrap().to_owned();
    person.command([&["--desk", place.as_str()], words].concat()).mail("queue")
}

#[test]
fn a_desk_is_the_same_out_of_its_dump() {
    let desk = lived_in();
    let (admin, ana) = (desk.admin(), desk.person("ana"));
    let told = admin.json(["dump", "uno.ndjson"]);
    assert_eq!((&told["tickets"], &told["attachments"]), (&Value::from(2), &Value::from(1)));
    let file = at(&desk, "uno.ndjson");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let new = at(&desk, "otro");
    let nobody = desk.guest("nadie");
    let told = there(&nobody, &new, &["--json", "load", "uno.ndjson"]).run().ok();
    assert_eq!((&told.json()["tickets"], &told.json()["desk"]), (&Value::from(2), &Value::from(new.to_str().unwrap())));
    assert!(told.json()["held"].as_u64().unwrap() > 0 && told.talk().contains("mail.hold"), "{told}");
    for (path, mode) in [(new.clone(), 0o700), (new.join("desk.redb"), 0o600)] {
        assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, mode);
    }
    there(&nobody, &new, &["verify"]).run().ok();
    // Nobody is logged in there, but passwords, and what was read, are as they were.
    let login = ["login", "--email", admin.email(), "--password-stdin"];
    there(&admin, &new, &["whoami"]).run().exits(4);
    there(&admin, &new, &login).stdin(format!("{}\n", PASSWORD)).run().ok();
    there(&ana, &new, &["login", "--email", ana.email(), "--password-stdin"]).stdin(format!("{}\n", PASSWORD)).run().ok();
    // What waited may have left the first desk: nothing leaves here before somebody says so.
    assert_eq!(there(&admin, &new, &["--json", "config", "get", "mail.hold"]).run().ok().json()["value"], "on");
    there(&admin, &new, &["mail", "flush"]).run().ok();
    assert!(!new.join("mail/new").exists(), "nothing left");
    let list = ["--json", "list", "--status", "all"];
    assert_eq!(there(&ana, &new, &list).run().ok().json(), ana.json(&list[1..]));
    let found = there(&admin, &new, &["--json", "list", "--status", "all", "--search", "pagina"]).run().ok().json();
    assert_eq!(found.as_array().unwrap().len(), 1, "texts are found");
    there(&admin, &new, &["dump", "dos.ndjson"]).run().ok();
    let (first, second) = (kept(lines(&file)), kept(lines(&at(&desk, "dos.ndjson"))));
    // Two people logged in meanwhile, and the second dump tells of itself too.
    let mut second: Vec<_> =
        second.into_iter().filter(|line| !line["verb"].as_str().is_some_and(|verb| verb.starts_with("login"))).collect();
    assert_eq!(second.pop().map(|line| line["verb"].clone()), Some(Value::from("dump")));
    let only = |lines: &[Value], kind: &str| lines.iter().filter(|line| line["kind"] == kind).cloned().collect::<Vec<_>>();
    for kind in ["secret", "setting", "topic", "account", "blob", "piece", "ticket", "entry", "mark", "letter", "frozen", "link"]
    {
        assert_eq!(only(&first, kind), only(&second, kind), "{kind}");
    }
}

#[test]
fn the_last_link_tells_of_the_load_and_the_chain_holds() {
    let desk = lived_in();
    desk.admin().run(["dump", "uno.ndjson"]).ok();
    let new = at(&desk, "otro");
    there(&desk.guest("nadie"), &new, &["load", "uno.ndjson"]).run().ok();
    there(&desk.guest("nadie"), &new, &["verify"]).run().ok();
    let admin = desk.admin();
    there(&admin, &new, &["login", "--email", admin.email(), "--password-stdin"]).stdin(format!("{PASSWORD}\n")).run().ok();
    let links = there(&admin, &new, &["audit", "--json"]).run().ok().json();
    let last = links.as_array().unwrap().iter().find(|link| !link["verb"].as_str().unwrap().starts_with("login")).unwrap();
    assert_eq!((&last["verb"], &last["via"], &last["actor"]), (&"load".into(), &"owner".into(), &Value::Null), "{last}");
    assert_eq!(last["details"][0]["tickets"], 2, "{last}");
    // As its owner one may not: a dump shows what no role but one may see.
    there(&desk.guest("nadie"), &new, &["dump", "-"]).run().exits(4);
}

#[test]
fn only_administrators_take_a_desk_away_and_never_over_another_file() {
    let desk = lived_in();
    for name in ["ana", "marta", "sara"] {
        desk.person(name).refused(["dump", "uno.ndjson"], 5, "not-allowed");
    }
    assert!(!at(&desk, "uno.ndjson").exists());
    let admin = desk.admin();
    desk.file("hay.txt", "mío");
    let error = admin.refused(["dump", "hay.txt"], 2, "file-exists");
    assert!(!error["hint"].as_str().unwrap().contains("-o"), "dump has no such option: {error}");
    assert_eq!(std::fs::read(at(&desk, "hay.txt")).unwrap(), "mío".as_bytes());
    admin.refused(["dump", "no/hay/uno.ndjson"], 2, "file-not-found");
    let invite = ["user", "create", "--email", "nuria@example.com", "--name", "Nuria Gil", "--role", "client"];
    admin.command(invite).mail("queue").run().ok();
    let streamed = admin.run(["dump", "-"]).ok();
    assert!(streamed.text().starts_with("{\"kind\":\"dump\",\"format\":\"taquilla-dump\",\"version\":2,"), "{streamed}");
    // What is only good for a while is not there, nor a code that is still to leave, also where bytes are not told as they are.
    admin.run(["mail", "flush"]).ok();
    let code = desk.letters_to("nuria@example.com").pop().unwrap().code();
    let mut decoded = 0;
    for line in streamed.text().lines() {
        assert!(!line.contains(&code), "{line}");
        let line: Value = serde_json::from_str(line).unwrap();
        if let Some(data) = line["data"].as_str() {
            let bytes = data_encoding::BASE64.decode(data.as_bytes()).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).contains(&code), "{line}");
            decoded += 1;
        }
    }
    assert!(decoded > 0);
}

#[test]
fn a_load_makes_a_desk_where_none_is() {
    let desk = lived_in();
    desk.admin().run(["dump", "uno.ndjson"]).ok();
    let nobody = desk.guest("nadie");
    nobody.refused(["load", "uno.ndjson"], 6, "desk-exists");
    let new = at(&desk, "otro");
    let rehearsed = there(&nobody, &new, &["--json", "load", "uno.ndjson", "-n"]).run().ok().json();
    assert_eq!((&rehearsed["dry_run"], &rehearsed["tickets"]), (&Value::from(true), &Value::from(2)));
    assert!(!new.exists(), "a rehearsal makes nothing");
    there(&nobody, &new, &["--json", "load", "no-hay.ndjson"]).run().refused(2, "file-not-found");
    assert!(!new.exists() || !new.join("desk.redb").exists());
    let bytes = std::fs::read(at(&desk, "uno.ndjson")).unwrap();
    let piped = there(&nobody, &new, &["--json", "load", "-", "--key", "mudanza"]).stdin(bytes).run().ok();
    let again = there(&nobody, &new, &["--json", "load", "-", "--key", "mudanza"]).run().ok();
    assert_eq!(again.text(), piped.text(), "under a key it happens once");
    there(&nobody, &new, &["--json", "load", "uno.ndjson"]).run().refused(6, "desk-exists");
    let empty = at(&desk, "vacío");
    std::fs::create_dir(&empty).unwrap();
    std::fs::set_permissions(&empty, std::fs::Permissions::from_mode(0o700)).unwrap();
    there(&nobody, &empty, &["load", "uno.ndjson"]).run().ok();
}

#[test]
fn what_is_no_whole_dump_leaves_no_desk() {
    let desk = lived_in();
    desk.admin().run(["dump", "uno.ndjson"]).ok();
    let nobody = desk.guest("nadie");
    let text = std::fs::read_to_string(at(&desk, "uno.ndjson")).unwrap();
    let count = text.lines().count() as u64;
    let half: String = text.lines().take(20).map(|line| format!("{line}\n")).collect();
    let long = format!("{half}\"{}\"\n", "x".repeat(65 * 1024 * 1024));
    for (name, sheet, line, code, exit) in [
        ("cut between lines", half.clone(), 21, "dump-cut", 6),
        ("cut in a line", half[..half.len() - 5].to_owned(), 20, "dump-cut", 6),
        ("altered", text.replace("página 3", "página 4"), count, "dump-altered", 6),
        ("newer", text.replacen("\"version\":2", "\"version\":9", 1), 1, "dump-too-new", 10),
        ("none", "{\"kind\":\"ticket\"}\n".to_owned(), 1, "not-a-dump", 2),
        ("nothing", String::new(), 1, "not-a-dump", 2),
        ("longer", format!("{text}\n"), count + 1, "dump-unreadable", 6),
        ("a line too long", long, 21, "line-too-long", 6),
    ] {
        let new = at(&desk, name);
        let error = there(&nobody, &new, &["--json", "load", "-"]).stdin(sheet).run().error();
        assert_eq!((error["code"].as_str(), error["exit"].as_i64()), (Some("bad-lines"), Some(exit)), "{name}: {error}");
        let refusal = &error["refusals"][0];
        assert_eq!((refusal["line"].as_u64(), refusal["code"].as_str()), (Some(line), Some(code)), "{name}: {error}");
        there(&nobody, &new, &["--json", "whoami"]).run().refused(3, "no-desk");
        assert!(!new.exists(), "{name}: nothing of it is left");
    }
    // What was there before stays, and the last directory of a path is not made alone.
    let (empty, deep) = (at(&desk, "vacío"), at(&desk, "a/b/centro"));
    std::fs::create_dir(&empty).unwrap();
    std::fs::set_permissions(&empty, std::fs::Permissions::from_mode(0o700)).unwrap();
    for place in [&empty, &deep] {
        there(&nobody, place, &["--json", "load", "-"]).stdin(half.clone()).run().refused(6, "bad-lines");
    }
    assert!(std::fs::read_dir(&empty).unwrap().next().is_none() && !at(&desk, "a").exists());
}

/// Nobody mends it line by line, as one does with a sheet.
#[test]
fn what_is_wrong_with_a_dump_is_told_for_itself() {
    let desk = lived_in();
    desk.admin().run(["dump", "uno.ndjson"]).ok();
    let text = std::fs::read_to_string(at(&desk, "uno.ndjson")).unwrap();
    let half: String = text.lines().take(20).map(|line| format!("{line}\n")).collect();
    let strange = text.replacen("{\"kind\":\"secret\"", "{\"kind\":\"strange\"", 1);
    let new = at(&desk, "otro");
    for (lang, sheet, words, hint) in [
        ("es", &half, "✗ La copia está cortada: le falta el final.\n", "Haga otra copia con «taquilla dump»"),
        ("en", &half, "✗ The copy is cut short.\n", "Make another copy"),
        ("es", &strange, "✗ Línea 2: no se reconoce como parte de una copia.\n", "Haga otra copia con «taquilla dump»"),
        ("en", &strange, "✗ Line 2: it is not recognized as a part of a copy.\n", "Make another copy"),
    ] {
        let told = there(&desk.guest("nadie"), &new, &["--lang", lang, "load", "-"]).stdin(sheet.clone()).run().exits(6);
        assert!(told.talk().starts_with(words) && told.talk().contains(hint), "{told}");
        assert_eq!(told.talk().lines().count(), 2, "it is said once: {told}");
    }
    for (lang, words) in [("es", "El centro tendría 2 tickets, "), ("en", "The desk would have 2 tickets, ")] {
        let told = there(&desk.guest("nadie"), &new, &["--lang", lang, "load", "uno.ndjson", "-n"]).run().ok();
        assert!(told.talk().contains(words), "{told}");
    }
}

#[test]
fn a_load_that_is_killed_keeps_nothing() {
    let desk = lived_in();
    desk.admin().run(["dump", "uno.ndjson"]).ok();
    let bytes = std::fs::read(at(&desk, "uno.ndjson")).unwrap();
    let nobody = desk.guest("nadie");
    let new = at(&desk, "otro");
    for part in [0, 1, 3, 7] {
        let mut command = there(&nobody, &new, &["load", "-"]).build();
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut load = command.spawn().unwrap();
        // It has taken all of this up once the pipe has room again.
        load.stdin.as_mut().unwrap().write_all(&bytes[..bytes.len() * part / 8]).unwrap();
        if part > 0 {
            process::wait_until("the load has begun", || new.join("desk.redb.new").exists());
        }
        load.kill().unwrap();
        load.wait().unwrap();
        there(&nobody, &new, &["--json", "whoami"]).run().refused(3, "no-desk");
    }
    // It is named until the next load takes it away.
    let found = there(&nobody, &new, &["--json", "doctor"]).run().ok().json();
    assert_eq!(found[0]["code"], "unfinished-desk");
    assert!(found[0]["message"].as_str().unwrap().contains("desk.redb.new"), "{found}");
    there(&nobody, &new, &["load", "uno.ndjson"]).run().ok();
    let found = there(&nobody, &new, &["--json", "doctor"]).run().ok().json();
    assert!(found.as_array().unwrap().iter().all(|finding| finding["code"] != "unfinished-desk"), "{found}");
    there(&nobody, &new, &["verify"]).run().ok();
    assert!(!new.join("desk.redb.new").exists(), "what was left behind is gone");
}

#[test]
fn what_was_done_under_a_key_is_not_done_again_at_the_new_desk() {
    let desk = lived_in();
    let (admin, sara) = (desk.admin(), desk.person("sara"));
    let open = ["--json", "open", "--for", "ana", "--subject", "Con clave", "-m", "Hola", "--key", "lunes-1"];
    let opened = sara.command(open).mail("queue").run().ok();
    let told = admin.json(["dump", "uno.ndjson"]);
    assert_eq!(told["keys"], 1);
    let new = at(&desk, "otro");
    assert_eq!(there(&desk.guest("nadie"), &new, &["--json", "load", "uno.ndjson"]).run().ok().json()["keys"], 1);
    let login = ["login", "--email", sara.email(), "--password-stdin"];
    there(&sara, &new, &login).stdin(format!("{}\n", PASSWORD)).run().ok();
    let count = || there(&sara, &new, &["--json", "list", "--status", "all"]).run().ok().json().as_array().unwrap().len();
    let before = count();
    let again = there(&sara, &new, &open).run().ok();
    assert_eq!((again.text(), count()), (opened.text(), before), "the same to the byte, and no second ticket");
    there(&sara, &new, &["--json", "open", "--for", "ana", "--subject", "Otra", "-m", "Hola", "--key", "lunes-1"])
        .run()
        .refused(6, "key-reused");
    there(&sara, &new, &["verify"]).run().ok();
}

#[test]
fn a_load_says_who_needs_another_code() {
    let desk = lived_in();
    let admin = desk.admin();
    admin.does(["user", "create", "--email", "nuria@example.com", "--name", "Nuria Gil", "--role", "client"]);
    admin.run(["dump", "uno.ndjson"]).ok();
    let nobody = desk.guest("nadie");
    for (lang, place, words, verb) in [
        ("es", "otro", "Una persona invitada no tiene contraseña", "usuario restablecer-clave"),
        ("en", "other", "One invited person has no password", "user reset-password"),
    ] {
        let told = there(&nobody, &at(&desk, place), &["--lang", lang, "--json", "load", "uno.ndjson"]).run().ok();
        assert_eq!(told.json()["invited"], 1);
        assert!(told.talk().contains(words) && told.talk().contains(verb), "{told}");
        assert!(told.talk().contains("2 tickets"), "{told}");
    }
    // What it says works.
    let new = at(&desk, "otro");
    there(&admin, &new, &["login", "--email", admin.email(), "--password-stdin"]).stdin(format!("{}\n", PASSWORD)).run().ok();
    there(&admin, &new, &["config", "set", "mail.hold", "off"]).run().ok();
    let reset = there(&admin, &new, &["--json", "user", "reset-password", "nuria-gil", "-n"]).run().ok().json();
    assert_eq!((&reset["mail"][0]["to"], &reset["mail"][0]["event"]), (&Value::from("nuria-gil"), &Value::from("invited")));
}
