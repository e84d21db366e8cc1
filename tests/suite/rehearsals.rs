//! Doing it twice, and doing it only to see: `--dry-run`, `--key`, `"changed": false`.

use serde_json::{Value, json};

use super::support::{Desk, PASSWORD, Person};

/// All that can be seen of a desk from outside, for telling whether anything was changed.
pub fn portrait(desk: &Desk) -> Vec<Value> {
    let admin = desk.admin();
    let mut seen = vec![admin.json(["list", "--status", "all", "--sort", "created"])];
    for ticket in seen[0].as_array().unwrap().clone() {
        seen.push(admin.sees(ticket["number"].as_str().unwrap()));
    }
    for line in [&["user", "list"][..], &["topic", "list"], &["config", "list"], &["mail", "queue"], &["token", "list"]] {
        seen.push(admin.json(line));
    }
    seen.push(admin.json(["list", "--status", "all", "--search", "una"]));
    seen.push(json!(admin.does(["audit", "--format", "ids"]).text()));
    seen.push(json!(desk.letters().len()));
    seen
}

/// An answer without what only a rehearsal says, and without what is drawn anew each time.
fn comparable(answer: &Value) -> Value {
    let mut answer = answer.clone();
    let one = |item: &mut Value| {
        let item = item.as_object_mut().unwrap();
        for key in ["dry_run", "mail", "number", "next_attempt_at"] {
            item.remove(key);
        }
    };
    match &mut answer {
        Value::Array(items) => items.iter_mut().for_each(one),
        other => one(other),
    }
    answer
}

/// Rehearses a command line, sees that nothing came of it, then does it and sees that it says the same.
fn rehearse(desk: &Desk, who: &str, line: &[&str]) -> Value {
    let person = if who == "alba" { desk.admin() } else { desk.person(who) };
    desk.owner().run(["mail", "flush"]).ok();
    let run = |more: &[&str]| {
        let run = person.command([line, more].concat()).json();
        if line.contains(&"--password-stdin") { run.stdin(format!("{PASSWORD}\n")).run() } else { run.run() }.ok()
    };
    let before = portrait(desk);
    let rehearsal = run(&["--dry-run"]).json();
    assert_eq!(run(&["-n"]).json()["dry_run"], rehearsal["dry_run"]);
    assert_eq!(portrait(desk), before, "{line:?} was only a rehearsal");
    let items = rehearsal.as_array().cloned().unwrap_or_else(|| vec![rehearsal.clone()]);
    for item in &items {
        assert_eq!(item["dry_run"], true, "{line:?}: {rehearsal}");
    }
    let (answer, letters) = desk.letters_of(|| run(&[]).json());
    assert_eq!(comparable(&rehearsal), comparable(&answer), "{line:?}");
    assert!(answer.get("dry_run").is_none());
    // The letters are told before: how many, what about, in which language, never a client's address.
    if !matches!(line[0], "profile" | "mail") {
        let told: Vec<_> = items.iter().flat_map(|item| item["mail"].as_array().unwrap().clone()).collect();
        assert_eq!(told.len(), letters.len(), "{line:?}: {told:?}");
        for letter in &told {
            let keys: Vec<_> = letter.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, ["to", "event", "lang"]);
        }
    }
    answer
}

#[test]
fn a_rehearsal_changes_nothing_and_says_what_will_be() {
    let desk = Desk::staffed();
    desk.file("a.txt", "hola");
    let number = rehearse(&desk, "ana", &["open", "--subject", "Una", "-m", "Hola", "--attach", "a.txt"])["number"].clone();
    let number = number.as_str().unwrap();
    let assigned = desk.person("sara").json(["assign", number, "--to", "marta", "-n"]);
    assert_eq!(assigned[0]["mail"], json!([{"to": "marta", "event": "assigned", "lang": "es"}]));
    rehearse(&desk, "ana", &["reply", number, "-m", "Y otra cosa"]);
    rehearse(&desk, "sara", &["note", number, "-m", "Una nota"]);
    rehearse(&desk, "sara", &["assign", number, "--to", "marta", "--note", "Mira"]);
    rehearse(&desk, "marta", &["reply", number, "-m", "Aquí", "--attach", "a.txt", "--close"]);
    rehearse(&desk, "ana", &["reopen", number, "-m", "No"]);
    rehearse(&desk, "sara", &["priority", number, "high"]);
    rehearse(&desk, "sara", &["edit", number, "--subject", "Otra", "--external-id", "X-1"]);
    rehearse(&desk, "marta", &["release", number, "-m", "No es mi materia"]);
    rehearse(&desk, "sara", &["close", number, "--note", "Ya"]);
    rehearse(&desk, "sara", &["close", number]);
}

#[test]
fn a_rehearsal_of_the_rest_changes_nothing_either() {
    let desk = Desk::staffed();
    rehearse(&desk, "ana", &["profile", "--name", "Ana María"]);
    rehearse(&desk, "ana", &["profile", "--email", "nueva@example.com"]);
    rehearse(&desk, "sara", &["user", "create", "--email", "z@example.com", "--name", "Zoe", "--role", "client"]);
    rehearse(&desk, "sara", &["user", "edit", "bruno", "--phone", "+34 600 000 000", "--agent", "marta"]);
    rehearse(&desk, "sara", &["user", "suspend", "bruno", "--reason", "Datos"]);
    rehearse(&desk, "sara", &["user", "reinstate", "bruno"]);
    rehearse(&desk, "sara", &["user", "reset-password", "bruno"]);
    rehearse(&desk, "alba", &["user", "role", "mateo", "care"]);
    rehearse(&desk, "alba", &["topic", "add", "Historia", "--name-en", "History"]);
    rehearse(&desk, "alba", &["topic", "edit", "Historia", "--name", "Arte"]);
    rehearse(&desk, "alba", &["topic", "retire", "Arte"]);
    rehearse(&desk, "alba", &["config", "set", "desk.phone", "900 000 000"]);
    rehearse(&desk, "alba", &["config", "unset", "desk.phone"]);
    rehearse(&desk, "alba", &["mail", "test", "--to", "a@example.com"]);
    let eva = ["register", "--email", "eva@example.com", "--name", "Eva", "--password-stdin", "--accept-rules"];
    rehearse(&desk, "eva", &eva);
    rehearse(&desk, "eva", &["confirm", "--email", "eva@example.com", "--resend"]);
    rehearse(&desk, "eva", &["password", "forgot", "--email", "ana@example.com"]);
    desk.file("ajustes.toml", "[desk]\nphone = \"900\"\n");
    rehearse(&desk, "alba", &["config", "import", "ajustes.toml"]);
}

#[test]
fn people_are_told_that_it_was_a_rehearsal_and_nothing_else() {
    let desk = Desk::staffed();
    let (ana, admin) = (desk.person("ana"), desk.admin());
    let (number, other) = (ana.opens("Una"), ana.opens("Otra"));
    desk.file("ajustes.toml", "[desk]\nphone = \"900\"\n");
    let letters = admin.json(["mail", "queue"]);
    let letter = letters[0]["id"].as_str().unwrap();
    admin.does(["close", &other]);
    let register = ["register", "--email", "eva@example.com", "--name", "Eva", "--password-stdin", "--accept-rules"];
    let lines: &[&[&str]] = &[
        &["topic", "add", "Historia"],
        &["mail", "test", "--to", "a@example.com"],
        &["mail", "retry", letter],
        &["mail", "drop", letter],
        &["mail", "flush"],
        &register,
        &["password", "forgot", "--email", "ana@example.com"],
        &["confirm", "--email", "eva@example.com", "--resend"],
        &["config", "set", "desk.phone", "900"],
        &["config", "import", "ajustes.toml"],
        &["reply", &number, "-m", "Hola"],
        &["note", &number, "-m", "Hola"],
        &["profile", "--name", "Alba"],
        &["user", "edit", "ana", "--name", "Ana"],
        &["close", &number],
        &["password", "change", "--password-stdin"],
        &["login", "--email", "admin@example.com", "--password-stdin"],
        &["logout"],
    ];
    for line in lines {
        let input = format!("{PASSWORD}\notra clave bien larga 8\n");
        let told = admin.command([line, &["-n"][..]].concat()).stdin(input).run().ok().talk().to_owned();
        let lines: Vec<_> = told.lines().collect();
        assert!(lines[0].starts_with("Es una prueba"), "{line:?}: {told}");
        assert!(lines[1..].iter().all(|line| line.starts_with("Se avisaría a ")) && lines.len() <= 2, "{line:?}: {told}");
    }
    let partly = admin.run(["close", &number, "999999", "--keep-going", "-n"]).exits(8);
    assert!(partly.talk().contains("Se haría, salvo un ticket") && !partly.talk().contains("Hecho"), "{partly}");
    assert_eq!(ana.sees(&number)["status"], "new");
}

#[test]
fn what_is_already_so_is_no_failure_and_no_mail() {
    let desk = Desk::staffed();
    let number = desk.person("ana").opens("Una");
    let lines: [(&str, &[&str]); 9] = [
        ("sara", &["assign", &number, "--to", "marta"]),
        ("sara", &["priority", &number, "high"]),
        ("sara", &["edit", &number, "--subject", "Otra"]),
        ("marta", &["close", &number, "-m", "Hecho"]),
        ("ana", &["reopen", &number, "-m", "No"]),
        ("sara", &["release", &number]),
        ("sara", &["user", "suspend", "ana", "--reason", "x"]),
        ("sara", &["user", "reinstate", "ana"]),
        ("sara", &["user", "create", "--email", "z@example.com", "--name", "Zoe", "--role", "client"]),
    ];
    for (who, line) in lines {
        let person = desk.person(who);
        let changed = |answer: Value| answer.as_array().map_or(&answer, |tickets| &tickets[0])["changed"].clone();
        assert_eq!(changed(person.json(line)), true, "{line:?}");
        let before = portrait(&desk);
        let (again, letters) = desk.letters_of(|| person.json(line));
        assert_eq!((changed(again), letters.len()), (json!(false), 0), "{line:?}");
        assert_eq!(portrait(&desk), before, "{line:?}");
        assert!(!person.run(line).ok().talk().is_empty(), "people are told that it is so already");
    }
}

fn with_key(person: &Person<'_>, key: &str, line: &[&str]) -> super::support::Outcome {
    person.command(["--json"].iter().chain(line).chain(&["--key", key])).run()
}

#[test]
fn with_a_key_a_command_happens_once() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let first = with_key(&ana, "uno", &["open", "-m", "Hola"]).ok();
    let (again, letters) = desk.letters_of(|| with_key(&ana, "uno", &["open", "-m", "Hola"]).ok());
    assert_eq!((&again.stdout, letters.len()), (&first.stdout, 0), "byte for byte, and no letter");
    let number = first.json()["number"].as_str().unwrap().to_owned();
    assert_eq!(ana.json(["list"]).as_array().unwrap().len(), 1);
    with_key(&ana, "uno", &["open", "-m", "Hola."]).refused(6, "key-reused");
    with_key(&ana, "uno", &["reply", &number, "-m", "Hola"]).refused(6, "key-reused");
    // A key is one person's.
    with_key(&desk.person("bruno"), "uno", &["open", "-m", "Otra"]).ok();
    // What was printed then is printed now, whatever has become of it.
    let closed = with_key(&sara, "k", &["close", &number]).ok();
    sara.does(["reopen", &number]);
    assert_eq!(with_key(&sara, "k", &["close", &number]).ok().stdout, closed.stdout);
    assert_eq!(sara.sees(&number)["status"], "new");
    // A refusal leaves no key, nor does a rehearsal.
    with_key(&sara, "r", &["assign", &number, "--to", "bruno"]).refused(6, "cannot-be-assigned");
    with_key(&sara, "r", &["assign", &number, "--to", "marta", "--dry-run"]).ok();
    with_key(&sara, "r", &["assign", &number, "--to", "marta"]).ok();
    with_key(&sara, "u", &["user", "create", "--email", "z@example.com", "--name", "Zoe", "--role", "client"]).ok();
    with_key(&desk.admin(), "c", &["config", "set", "desk.phone", "900"]).ok();
    with_key(&desk.admin(), "c", &["config", "set", "desk.phone", "901"]).refused(6, "key-reused");
    with_key(&ana, &"x".repeat(300), &["open", "-m", "Hola"]).exits(2);
    with_key(&ana, "", &["open", "-m", "Hola"]).exits(2);
    // What was right the first time is not tried again.
    let bruno = desk.person("bruno");
    for _ in 0..2 {
        let line = ["password", "change", "--password-stdin", "--key", "clave"];
        bruno.command(line).stdin(format!("{PASSWORD}\notra clave bien larga 8\n")).run().ok();
    }
    // Thirty days, and not a moment more.
    desk.set_now("2026-12-23T08:59:59Z");
    ana.log_in().ok();
    assert_eq!(with_key(&ana, "uno", &["open", "-m", "Hola"]).ok().stdout, first.stdout);
    desk.set_now("2026-12-23T09:00:00Z");
    assert_ne!(with_key(&ana, "uno", &["open", "-m", "Hola"]).ok().stdout, first.stdout);
}

#[test]
fn a_rehearsal_under_a_key_that_was_used_says_what_would_be_printed_again() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let (one, two) = (ana.opens("Una"), ana.opens("Dos"));
    let again = |person: &Person<'_>, line: &[&str], format: &str| {
        let line = [line, &["--key", format, "--format", format]].concat();
        let (first, before) = (person.run(&line).ok(), portrait(&desk));
        let rehearsed = person.run(line.iter().chain(&["-n"])).ok();
        assert_eq!(portrait(&desk), before, "{line:?}");
        let talk: Vec<_> = rehearsed.talk().lines().collect();
        assert!(talk[0].starts_with("Es una prueba") && talk[1].starts_with("Con esa clave") && talk.len() == 2, "{rehearsed}");
        assert_eq!(person.run(&line).ok().stdout, first.stdout, "{line:?}");
        (first, rehearsed)
    };
    let rehearsal = |mut object: Value| {
        object["dry_run"] = json!(true);
        object["mail"] = json!([]);
        object
    };
    let close = ["close", &one, &two];
    let (first, rehearsed) = again(&sara, &close, "json");
    assert_eq!(first.json()[0]["changed"], true);
    let all: Vec<_> = first.json().as_array().unwrap().iter().cloned().map(rehearsal).collect();
    assert_eq!(rehearsed.json(), json!(all));
    let (first, rehearsed) = again(&sara, &close, "ndjson");
    let lines = |outcome: &super::support::Outcome| -> Vec<Value> {
        outcome.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    assert_eq!(lines(&rehearsed), lines(&first).into_iter().map(rehearsal).collect::<Vec<_>>());
    let (first, rehearsed) = again(&ana, &["open", "-m", "Hola"], "json");
    assert_eq!(rehearsed.json(), rehearsal(first.json()));
    for format in ["ids", "csv", "table"] {
        let (first, rehearsed) = again(&sara, &close, format);
        assert_eq!(rehearsed.stdout, first.stdout);
    }
    // What printed nothing prints nothing.
    let (first, rehearsed) = again(&sara, &["status", &one, "--email", "ana@example.com"], "json");
    assert_eq!((first.text(), rehearsed.text()), ("", ""));
    // Other arguments are refused in a rehearsal as well.
    with_key(&sara, "json", &["close", &one, "-n"]).refused(6, "key-reused");
}

#[test]
fn who_is_behind_a_role_is_told_to_those_who_may_know() {
    let desk = Desk::staffed();
    desk.staff("silvia", "secretary");
    let (ana, marta, sara) = (desk.person("ana"), desk.person("marta"), desk.person("sara"));
    let number = ana.opens("Una");
    let told = |who: &Person<'_>, line: &[&str]| {
        let answer = who.json(line.iter().chain(&["--dry-run"]));
        let mail = if answer.is_array() { answer[0]["mail"].clone() } else { answer["mail"].clone() };
        let names = mail.as_array().unwrap().iter().map(|letter| letter["to"].as_str().unwrap().to_owned());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    };
    assert_eq!(told(&ana, &["reply", &number, "-m", "Más"]), ["secretary", "secretary"], "two letters");
    assert_eq!(told(&ana, &["open", "-m", "Más"]), ["ana", "secretary", "secretary"]);
    assert_eq!(told(&desk.admin(), &["close", &number]), ["ana", "sara", "silvia"]);
    desk.admin().does(["config", "set", "mail.role.secretary", "buzon@example.com"]);
    assert_eq!(told(&ana, &["reply", &number, "-m", "Más"]), ["secretary"]);
    assert_eq!(told(&desk.admin(), &["close", &number]), ["ana", "buzon@example.com"]);
    desk.admin().does(["config", "unset", "mail.role.secretary"]);
    sara.does(["assign", &number, "--to", "marta"]);
    assert_eq!(told(&marta, &["release", &number, "-m", "Baja"]), ["sara", "silvia"], "staff know staff");
    assert_eq!(told(&marta, &["close", &number, "-m", "Listo"]), ["ana"]);
    // Whoever has a ticket is known by name, secretary or not.
    sara.does(["assign", &number, "--to", "sara"]);
    assert_eq!(told(&ana, &["reply", &number, "-m", "Más"]), ["sara"]);
    ana.does(["close", &number]);
    assert_eq!(told(&ana, &["reopen", &number]), ["sara", "secretary"]);
}
