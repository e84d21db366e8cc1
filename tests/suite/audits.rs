//! `audit` from outside: who did what through what, found by ticket, person and time, newest first and never cut short in a pipe.

use serde_json::{Value, json};
use taquilla::domain::time::Span;

use super::support::stage::Data;
use super::support::{Desk, Person, Stage, folder};

#[track_caller]
fn audit(admin: &Person<'_>, line: &[&str]) -> Vec<Value> {
    admin.json([&["audit"][..], line].concat()).as_array().unwrap().clone()
}

fn verbs(links: &[Value]) -> Vec<&str> {
    links.iter().map(|link| link["verb"].as_str().unwrap()).collect()
}

#[test]
fn each_deed_is_told_with_who_and_through_what() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    let number = ana.opens("Una");
    let made = sara.json(["token", "create", "--name", "Reparto", "--scope", "assign"]);
    let token = made["token"].as_str().unwrap();
    let assign = ["assign", &number, "--to", "marta"];
    sara.elsewhere().command(assign).mail("queue").env("TAQUILLA_TOKEN", token).run().ok();
    sara.does(["close", &number, "-m", "Hecho"]);
    sara.elsewhere().log_in().ok();
    desk.guest("eva").command(["status", &number, "--email", ana.email()]).mail("queue").run().ok();
    let links = audit(&admin, &["--ticket", &number]);
    assert_eq!(verbs(&links), ["close", "assign", "open"]);
    let who: Vec<_> = links.iter().map(|link| (link["actor"]["handle"].clone(), link["via"].clone())).collect();
    assert_eq!(who, [("sara", "session"), ("sara", "token"), ("ana", "session")].map(|(who, via)| (json!(who), json!(via))));
    assert_eq!(links[1]["token"], json!({ "id": "1", "name": "Reparto" }));
    assert_eq!((&links[0]["token"], &links[1]["tickets"]), (&Value::Null, &json!([number])));
    assert_eq!(links[1]["details"][1]["ticket"], number.as_str());
    assert_eq!(links[0]["at"], "2026-11-23T09:00:00Z");
    // A token's name stays what it was then, whatever becomes of the token.
    sara.does(["token", "revoke", "1"]);
    assert_eq!(audit(&admin, &["--ticket", &number])[1]["token"]["name"], "Reparto");
    let all = audit(&admin, &[]);
    assert_eq!(all[0]["verb"], "token revoke");
    let status = all.iter().find(|link| link["verb"] == "status").unwrap();
    assert_eq!((&status["actor"], &status["via"]), (&Value::Null, &"guest".into()));
    let through = |verb: &str| &all.iter().find(|link| link["verb"] == verb).unwrap()["via"];
    assert_eq!([through("init"), through("login"), through("confirm")], ["owner", "password", "code"]);
    // No secret is in it.
    assert!(!format!("{all:?}").contains("tqt_"));
    for (language, words) in [("es", ["Cuándo", "Por medio de", "Token Reparto"]), ("en", ["When", "Through", "Token Reparto"])]
    {
        let table = admin.run(["--lang", language, "audit"]).ok();
        assert!(words.iter().all(|word| table.text().contains(word)) && table.text().contains(&number), "{table}");
    }
    assert_eq!(desk.owner().json(["verify"])["sound"], true);
}

#[test]
fn links_are_found_by_ticket_person_and_time() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    let (one, two) = (ana.opens("Una"), ana.opens("Dos"));
    desk.advance(Span::hours(3));
    sara.does(["assign", &one, &two, "--to", "marta"]);
    sara.does(["close", &one]);
    assert_eq!(verbs(&audit(&admin, &["--ticket", &format!("#{one}")])), ["close", "assign", "open"]);
    assert_eq!(verbs(&audit(&admin, &["--ticket", &two])), ["assign", "open"]);
    assert_eq!(verbs(&audit(&admin, &["--ticket", &two, "--user", "sara"])), ["assign"]);
    assert_eq!(verbs(&audit(&admin, &["--ticket", &two, "--user", "sara@example.com", "--since", "1h"])), ["assign"]);
    assert_eq!(audit(&admin, &["--ticket", &two, "--user", "ana", "--since", "1h"]), [Value::Null; 0]);
    assert_eq!(verbs(&audit(&admin, &["--since", "2026-11-23 12:30", "--user", "sara"])), ["close", "assign"]);
    assert_eq!(audit(&admin, &["--since", "2026-11-24"]), [Value::Null; 0]);
    assert!(audit(&admin, &["--user", "me"]).iter().all(|link| link["actor"]["handle"] == "alba-admin"));
    assert_eq!(verbs(&audit(&admin, &["--limit", "1", "--user", "sara"])), ["close"]);
    // A person's own changes of name change nothing of what was done.
    admin.does(["user", "edit", "sara", "--handle", "sarita"]);
    assert_eq!(audit(&admin, &["--user", "sarita", "--limit", "1"])[0]["actor"]["handle"], "sarita");
    admin.refused(["audit", "--ticket", "999999"], 3, "ticket-not-found");
    admin.refused(["audit", "--user", "nadie"], 3, "person-not-found");
    admin.refused(["audit", "--ticket", "x y"], 2, "bad-value");
    admin.refused(["audit", "--since", "ayer"], 2, "bad-value");
    admin.command(["--json", "audit", "--limit", "0"]).run().exits(2);
    // Role before existence.
    sara.refused(["audit", "--ticket", "999999"], 5, "not-allowed");
}

#[test]
fn a_list_of_everything_is_whole_in_every_form() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    let numbers: Vec<_> = (0..6).map(|place| ana.opens(&format!("Duda {place}"))).collect();
    let close = [&["close"][..], &numbers.iter().map(String::as_str).collect::<Vec<_>>()].concat();
    sara.does(&close);
    for _ in 0..15 {
        sara.does(["priority", &numbers[0], "high"]);
        sara.does(["priority", &numbers[0], "low"]);
    }
    let all = audit(&admin, &[]);
    assert!(all.len() > 40, "more than a terminal is shown");
    let places: Vec<_> = all.iter().map(|link| link["id"].as_u64().unwrap()).collect();
    assert!(places.is_sorted_by(|one, other| one > other), "newest first: {places:?}");
    let batch = all.iter().find(|link| link["verb"] == "close").unwrap();
    assert_eq!(batch["tickets"].as_array().unwrap().len(), 6, "one command, one link");
    for number in &numbers {
        assert!(verbs(&audit(&admin, &["--ticket", number])).contains(&"close"));
    }
    let count = |format: &str| admin.command(["audit", "--format", format]).run().ok().text().lines().count();
    assert_eq!([count("ids"), count("ndjson"), count("csv"), count("table")], [0, 0, 1, 1].map(|more| all.len() + more));
    let csv = admin.run(["audit", "--format", "csv", "--fields", "verb,actor.handle,tickets", "--ticket", &numbers[1]]).ok();
    let row = format!("close,sara,{}", numbers.join(";"));
    assert!(csv.text().lines().any(|line| line.trim_end() == row), "{csv}");
    let table = admin.run(["audit"]).ok();
    assert!(table.text().contains("6 tickets"), "{table}");
    // At a terminal it stops, and says so.
    let shown = admin.command(["audit"]).env("TERM", "xterm").env("NO_COLOR", "1").build();
    let mut stage = Stage::open(folder(), &shown, "", 150, Data::Shown);
    let over = stage.start();
    stage.wait("Se muestran las 25 anotaciones más recientes");
    assert_eq!(stage.seen.matches("23/11/26").count(), 25, "{}", stage.seen);
    assert_eq!(stage.end(), "0");
    over.wait();
}

#[test]
fn what_changed_nothing_leaves_no_link() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    let number = ana.opens("Una duda");
    sara.does(["close", &number]);
    let links = || audit(&admin, &[]).len();
    let before = links();
    sara.does(["close", &number]);
    let kept = sara.does(["close", &number, "--json", "--key", "k"]);
    assert_eq!(sara.does(["close", &number, "--json", "--key", "k"]).stdout, kept.stdout);
    sara.does(["user", "edit", "ana", "--name", "Ana"]);
    sara.does(["reopen", &number, "--dry-run"]);
    assert_eq!(links(), before);
    // Nor does it that a session is used once more after long.
    desk.advance(Span::hours(3));
    let expires_at = || sara.json(["whoami"])["expires_at"].clone();
    let before_use = expires_at();
    sara.does(["close", &number]);
    assert_ne!(expires_at(), before_use);
    assert_eq!(links(), before);
    // Whoever is shown something new leaves one, about the ticket; once more, none.
    sara.does(["show", &number]);
    sara.does(["show", &number]);
    let links = audit(&admin, &["--ticket", &number]);
    assert_eq!(verbs(&links), ["show", "close", "open"]);
    assert_eq!(desk.owner().json(["verify"])["sound"], true);
}

#[test]
fn each_link_says_what_was_done_to_what() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    admin.does(["topic", "add", "Latín", "--agents", "mateo", "--auto-assign", "on"]);
    desk.file("a.txt", "hola");
    let number = ana.json(["open", "-m", "Hola", "--topic", "Latín", "--attach", "a.txt"])["number"].as_str().unwrap().to_owned();
    let last = |more: &[&str]| audit(&admin, &[more, &["--limit", "1"]].concat())[0].clone();
    let opened = last(&["--ticket", &number])["details"][0].clone();
    assert_eq!((&opened["to"], &opened["reason"]), (&"mateo".into(), &"topic-agent".into()), "{opened}");
    sara.does(["attachment", &number, "1.1", "--mail"]);
    let mailed = last(&["--ticket", &number]);
    assert_eq!((&mailed["verb"], &mailed["actor"]["handle"]), (&"attachment".into(), &"sara".into()), "{mailed}");
    let details = &mailed["details"][0];
    assert_eq!((&details["attachment"], &details["file"]), (&"1.1".into(), &"a.txt".into()), "{mailed}");
    admin.does(["mail", "test", "--to", "prueba@example.org"]);
    assert_eq!(last(&[])["details"][0]["email"], "prueba@example.org");
    // An address that is somebody's is nowhere but in their account.
    admin.does(["mail", "test", "--to", ana.email()]);
    assert_eq!(last(&[])["details"], json!([{ "account": "ana" }]));
    // Whoever owns the files needs no login, and is no guest.
    desk.owner().does(["mail", "flush", "--key", "k"]);
    assert_eq!((&last(&[])["verb"], &last(&[])["via"]), (&"mail flush".into(), &"owner".into()));
    assert_eq!(desk.owner().json(["verify"])["sound"], true);
}

#[test]
fn a_spreadsheet_tells_who_did_what_to_what() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    let number = ana.opens("Una duda");
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["user", "edit", "ana", "--name", "Anita", "--phone", "600111222", "--agent", "marta"]);
    sara.does(["user", "edit", "ana", "--email", "otra@example.com"]);
    admin.does(["user", "role", "mateo", "care"]);
    admin.does(["config", "set", "desk.phone", "900"]);
    admin.does(["config", "set", "mail.smtp.password_command", "echo secreto"]);
    admin.does(["topic", "add", "Historia"]);
    admin.does(["topic", "edit", "Historia", "--name", "Arte", "--agents", "marta"]);
    sara.does(["priority", &number, "high"]);
    sara.does(["edit", &number, "--topic", "Arte", "--subject", "Otra"]);
    sara.does(["token", "create", "--name", "Lista"]);
    admin.does(["user", "suspend", "marta", "--reason", "Baja", "--to", "carmen"]);
    let csv = admin.does(["audit", "--format", "csv", "--since", "2026-11-23"]);
    let mut reader = csv::Reader::from_reader(csv.text().as_bytes());
    let head = ["id", "at", "actor", "via", "token", "verb", "tickets", "people", "objects", "note"];
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), head);
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().skip(5).map(str::to_owned).collect()).collect();
    let of = |verb: &str| rows.iter().filter(|row| row[0] == verb).map(|row| row[1..].to_vec()).collect::<Vec<_>>();
    assert_eq!(of("user edit")[1], ["", "ana", "", "edited; name: Ana → Anita; agent: → marta; phone"]);
    assert_eq!(of("user edit")[0], ["", "ana", "", "asked; email"]);
    assert_eq!(of("user role")[0], ["", "mateo", "", "care; role: agent → care"]);
    assert_eq!(of("config")[1], ["", "", "desk.phone", "value: → 900"]);
    assert_eq!(of("config")[0], ["", "", "mail.smtp.password_command", "value"]);
    assert_eq!(of("topic edit")[0][2..], ["Arte", "retired: false; name: Historia → Arte; agents: → marta"]);
    assert_eq!(of("priority")[0], [&number, "", "", "status: pending; priority: normal → high"]);
    assert_eq!(of("edit")[0][0], number);
    assert!(of("edit")[0][3].contains("→ Arte") && of("edit")[0][3].contains("subject"), "{rows:?}");
    assert_eq!((of("assign")[0][0].as_str(), of("assign")[0][1].as_str()), (number.as_str(), "marta"));
    assert_eq!(of("token create")[0][2], "1");
    assert_eq!(of("user suspend")[0][..2], [number.as_str(), "marta;carmen"], "{rows:?}");
    // What an erased account takes with it, and what nobody may read, is not in it.
    let all = admin.does(["audit", "--json"]);
    assert!(!["600111222", "otra@example.com", "secreto"].iter().any(|secret| all.text().contains(secret)), "{all}");
    // First what the command was about, then what it touched.
    for (language, edited, verbs) in [
        (
            "es",
            ["ana (nombre, docente, teléfono)", "Arte (nombre, docentes)"],
            ["asignar", "usuario suspender", "prioridad", "config"],
        ),
        ("en", ["ana (name, teacher, telephone)", "Arte (name, teachers)"], ["assign", "user suspend", "priority", "config"]),
    ] {
        let table = admin.does(["--lang", language, "audit"]);
        let has = |end: &str| table.text().lines().any(|line| line.trim_end().ends_with(end));
        let ends = ["desk.phone", &format!("{number} → marta"), &format!("marta, {number} → carmen")];
        for end in edited.iter().chain(&ends) {
            assert!(has(end), "{end}: {table}");
        }
        assert!(verbs.iter().all(|verb| table.text().contains(&format!(" {verb} "))), "{table}");
    }
    assert_eq!(desk.owner().json(["verify"])["sound"], true);
}

#[test]
fn a_merge_tells_people_which_ticket_goes_on() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    let numbers: Vec<_> = ["Una", "Dos", "Tres"].iter().map(|subject| ana.opens(subject)).collect();
    sara.does(["merge", &numbers[0], &numbers[1], "--into", &numbers[2]]);
    for (language, verb) in [("es", "unir"), ("en", "merge")] {
        let table = admin.does(["--lang", language, "audit", "--ticket", &numbers[2], "--limit", "1"]);
        let row = table.text().lines().last().unwrap().trim_end().to_owned();
        let touched = [&numbers[0], &numbers[1]].map(|part| row.find(part.as_str()).unwrap());
        assert!(row.ends_with(&format!(" → {}", numbers[2])) && row.contains(&format!(" {verb} ")), "{table}");
        assert!(touched.iter().all(|place| *place < row.find('→').unwrap()), "{table}");
        assert_eq!(row.matches(&numbers[2]).count(), 1, "{table}");
    }
    assert_eq!(audit(&admin, &["--ticket", &numbers[2], "--limit", "1"])[0]["verb"], "merge");
}
