//! `purge` and retention: what was closed long ago goes for ever, and nothing else does.

mod beside;

use serde_json::{Value, json};

use super::support::stage::Data;
use super::support::{Desk, Person, Stage, folder};
use taquilla::domain::time::Span;

fn numbers(tickets: &Value) -> Vec<String> {
    tickets.as_array().unwrap().iter().map(|ticket| ticket["number"].as_str().unwrap().to_owned()).collect()
}

/// So many days on, when everybody has logged in anew.
fn later(desk: &Desk, days: i64) {
    desk.advance(Span::days(days));
    for name in ["ana", "sara"] {
        desk.person(name).log_in().ok();
    }
    desk.admin().log_in().ok();
}

/// A ticket with a file that is closed, and the time goes on.
fn closed(desk: &Desk, ana: &Person<'_>, subject: &str, file: &str) -> String {
    desk.file(file, format!("contenido de {file}"));
    let line = ["open", "--subject", subject, "-m", "Guardamos zapatos", "--attach", file];
    let number = ana.command(line).json().mail("queue").run().ok().json()["number"].as_str().unwrap().to_owned();
    desk.person("sara").command(["close", &number]).mail("queue").run().ok();
    later(desk, 1);
    number
}

#[test]
fn what_was_closed_before_goes_with_all_that_tells_of_it() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    let old = closed(&desk, &ana, "Antiguo", "viejo.txt");
    let late = closed(&desk, &ana, "Reciente", "nuevo.txt");
    let open = ana.opens("Abierto");
    // A letter that waits to leave.
    admin.command(["request-call", &old, "--reason", "Datos"]).mail("queue").run().ok();
    // What scripts were told of it under a key, and of it and another.
    let keyed = |line: &[&str]| sara.command(line).mail("queue").json().run().ok().stdout;
    let (one, two) = (["edit", &old, "--external-id", "X-1", "--key", "uno"], ["priority", &old, &open, "high", "--key", "dos"]);
    let printed = [keyed(&one), keyed(&two)];
    assert_eq!([keyed(&one), keyed(&two)], printed);
    let before = "2026-11-24 10:00";
    // Whoever is not an administrator, whoever says no time, and a script that does not say yes.
    for who in [&ana, &sara] {
        who.refused(["purge", "--closed-before", before, "--yes"], 5, "not-allowed");
    }
    admin.refused(["purge", "--yes"], 2, "missing-value");
    admin.refused(["purge", "--closed-before", "ayer", "--yes"], 2, "bad-value");
    admin.refused(["purge", "--closed-before", before], 2, "wants-yes");
    let dry = admin.json(["purge", "--closed-before", before, "-n"]);
    assert_eq!((numbers(&dry), &dry[0]["dry_run"], &dry[0]["mail"]), (vec![old.clone()], &true.into(), &json!([])), "{dry}");
    assert_eq!(
        (&dry[0]["subject"], &dry[0]["client"]["handle"], &dry[0]["attachments"]),
        (&"Antiguo".into(), &"ana".into(), &1.into())
    );
    assert_eq!(admin.json(["show", &old])["number"], old.as_str(), "a rehearsal changes nothing");
    let waiting = admin.json(["mail", "queue"]).to_string();
    assert!(waiting.contains(&old), "{waiting}");
    let gone = admin.run(["purge", "--closed-before", before, "--yes", "--key", "k"]).ok();
    assert!(gone.talk().contains("Un ticket borrado"), "{gone}");
    let again = admin.run(["purge", "--closed-before", before, "--yes", "--key", "k"]).ok();
    assert_eq!(again.text(), gone.text());
    assert_eq!(admin.json(["purge", "--closed-before", before, "--yes"]), json!([]));
    assert_eq!(keyed(&one), b"", "what was printed is gone, and nothing is done again");
    assert_eq!(keyed(&two), printed[1], "this tells of another too");
    // It is as a ticket that never was.
    let never = admin.refused(["show", "999999"], 3, "ticket-not-found").to_string();
    for who in [&ana, &sara, &admin] {
        assert_eq!(who.refused(["show", &old], 3, "ticket-not-found").to_string(), never);
    }
    assert!(!admin.json(["list", "--status", "all"]).to_string().contains(&old));
    assert_eq!(numbers(&admin.json(["list", "--status", "all", "--search", "zapatos"])), [late.as_str()]);
    assert!(!admin.json(["mail", "queue"]).to_string().contains(&old));
    assert_eq!(admin.json(["task", "list", "--all"]), json!([]));
    // The audit knows who did it, and tells nothing else of it any more.
    let links = admin.json(["audit", "--ticket", &old]);
    assert_eq!((&links[0]["verb"], &links[0]["actor"]["handle"]), (&"purge".into(), &admin.handle().into()), "{links}");
    let is_of_another = |link: &Value| link["verb"] == "priority";
    assert!(links.as_array().unwrap()[1..].iter().all(|link| link["details"].is_null() != is_of_another(link)), "{links}");
    admin.does(["verify"]);
    // A desk made from its dump has lost it too, and never gives the number again.
    admin.does(["dump", "copia.ndjson"]);
    let text = std::fs::read_to_string(desk.home().join("copia.ndjson")).unwrap();
    assert!(text.contains(&format!("\"number\":\"{old}\"")) && !text.contains("Antiguo"));
    let copy = desk.home().join("copia");
    let copied = |line: &[&str]| admin.command([&["--desk", copy.to_str().unwrap()], line].concat()).run().ok();
    copied(&["load", "copia.ndjson"]);
    copied(&["verify"]);
    assert_eq!(admin.json(["show", &open])["number"], open.as_str());
    assert_eq!(admin.json(["attachment", &late]).as_array().unwrap().len(), 1);
}

#[test]
fn at_a_terminal_it_is_asked_and_no_cancels_it() {
    let desk = Desk::staffed();
    let (ana, admin) = (desk.person("ana"), desk.admin());
    let number = closed(&desk, &ana, "Antiguo", "viejo.txt");
    for (typed, code, left) in [("\r", "9", 1), ("n\r", "9", 1), ("\u{3}", "130", 1), ("s\r", "0", 0)] {
        let run = admin.command(["purge", "--closed-before", "1h", "--lang", "es"]).env("TERM", "xterm").env("NO_COLOR", "1");
        let mut stage = Stage::open(folder(), &run.build(), "", 150, Data::Shown);
        let _over = stage.start();
        stage.wait(&number);
        stage.wait("›");
        stage.send(typed);
        assert_eq!(stage.end(), code, "{typed:?}");
        assert_eq!(stage.seen.contains("Cancelado. No se ha hecho nada."), code == "9", "{}", stage.seen);
        assert_eq!(admin.json(["list", "--status", "all"]).as_array().unwrap().len(), left, "{typed:?}");
    }
}

#[test]
fn parts_go_with_their_whole_and_not_before() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    let (part, whole) = (ana.opens("Parte"), ana.opens("Todo"));
    sara.does(["merge", &part, "--into", &whole]);
    later(&desk, 2);
    assert_eq!(admin.json(["purge", "--closed-before", "1d", "--yes"]), json!([]), "its whole is open");
    sara.does(["close", &whole]);
    later(&desk, 2);
    let gone = admin.json(["purge", "--closed-before", "1d", "--yes"]);
    assert_eq!(numbers(&gone), [whole.as_str(), part.as_str()]);
    assert_eq!(gone[1]["merged_into"], whole.as_str());
    admin.refused(["show", &part], 3, "ticket-not-found");
    admin.does(["verify"]);
}

#[test]
fn retention_does_by_itself_what_its_settings_say() {
    let desk = Desk::staffed();
    let (ana, admin) = (desk.person("ana"), desk.admin());
    let (old, late) = (closed(&desk, &ana, "Antiguo", "viejo.txt"), closed(&desk, &ana, "Reciente", "nuevo.txt"));
    let owner = desk.owner();
    assert_eq!(owner.json(["tick"])["purged"], 0, "nobody has asked for it");
    let details = || admin.json(["audit", "--ticket", &old])[0]["details"].clone();
    admin.does(["config", "set", "retention.audit", "1d", "--yes"]);
    assert!(!details().is_null(), "what was set by a slip can be mended");
    admin.does(["profile", "--name", "Alba B"]);
    assert!(details().is_null(), "a little of it is done in passing");
    later(&desk, 1);
    admin.does(["config", "set", "reopen.window", "1d"]);
    admin.does(["config", "set", "retention.closed", "2d", "--yes"]);
    let left = numbers(&admin.json(["list", "--status", "all"]));
    assert!(left.contains(&old) && left.contains(&late), "{left:?}");
    owner.json(["tick"]);
    admin.refused(["show", &old], 3, "ticket-not-found");
    assert_eq!(owner.json(["tick"])["purged"], 0);
    admin.does(["verify"]);
}

#[test]
fn a_shorter_retention_says_first_what_it_would_cost() {
    let desk = Desk::staffed();
    let (ana, admin) = (desk.person("ana"), desk.admin());
    let old = closed(&desk, &ana, "Antiguo", "viejo.txt");
    closed(&desk, &ana, "Otro", "otro.txt");
    later(&desk, 1);
    // A closing promises that the client may reopen; what goes before that is refused, from both sides.
    let clash = admin.refused(["config", "set", "retention.closed", "1d", "--yes"], 2, "settings-clash");
    assert!(clash["hint"].as_str().unwrap().contains("reopen.window"), "{clash}");
    admin.does(["config", "set", "reopen.window", "1d"]);
    let line = ["config", "set", "retention.closed", "1d"];
    for line in [&line[..], &[&line[..], &["--json"]].concat()] {
        let refused = admin.run(line).exits(2);
        assert!(refused.talk().contains("2 tickets cerrados") && refused.talk().contains("--yes"), "{refused}");
    }
    let dry = admin.does([&line[..], &["-n"]].concat());
    assert!(dry.talk().contains("2 tickets cerrados"), "{dry}");
    assert_eq!(admin.json(["config", "get", "retention.closed"])["value"], "");
    let file = desk.file("ajustes.toml", "[retention]\nclosed = \"1d\"\n");
    admin.run(["config", "import", file.to_str().unwrap()]).exits(2);
    let set = admin.does([&line[..], &["--yes", "--key", "k"]].concat());
    // Doing it twice is safe, longer asks nothing, and neither costs anything yet.
    assert_eq!(admin.does([&line[..], &["--key", "k", "--yes"]].concat()).text(), set.text());
    admin.does(line);
    admin.refused(["config", "unset", "reopen.window"], 2, "settings-clash");
    admin.does(["config", "set", "retention.closed", "3d"]);
    admin.refused(["config", "set", "reopen.window", "4d"], 2, "settings-clash");
    assert_eq!(admin.json(["show", &old])["number"], old.as_str());
    admin.does(["config", "unset", "retention.closed"]);
    // The same of what the audit tells.
    let refused = admin.run(["config", "set", "retention.audit", "1d"]).exits(2);
    assert!(refused.talk().contains("anotaciones"), "{refused}");
    admin.does(["config", "set", "retention.audit", "30d"]);
}

#[test]
fn who_may_not_purge_any_more_is_not_told_again_what_went() {
    let desk = Desk::staffed();
    let (ana, admin) = (desk.person("ana"), desk.admin());
    desk.staff("berta", "admin");
    let berta = desk.person("berta");
    closed(&desk, &ana, "Antiguo", "viejo.txt");
    berta.log_in().ok();
    let line = ["purge", "--closed-before", "0d", "--yes", "--key", "k"];
    assert!(berta.does(line).text().contains("Antiguo"));
    admin.does(["user", "role", "berta", "secretary"]);
    berta.log_in().ok();
    let refused = berta.command(line).json().run().refused(5, "not-allowed");
    assert!(!refused.text().contains("Antiguo"), "{refused}");
}
