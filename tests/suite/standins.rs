//! What comes of an absence for others: whom somebody stood in for, who is told what a role is told, and that a rehearsal says it too.

use serde_json::{Value, json};

use super::support::{Desk, Mail, Person};

fn to(letters: &[Mail]) -> Vec<String> {
    let mut to: Vec<_> = letters.iter().map(Mail::to).collect();
    to.sort_unstable();
    to
}

fn told(person: &Person<'_>, language: &str, line: &[&str]) -> String {
    person.run([&["--lang", language][..], line].concat()).ok().talk().to_owned()
}

#[test]
fn whoever_stood_in_and_goes_away_is_told_for_whom() {
    let desk = Desk::staffed();
    desk.staff("eva", "agent");
    let sara = desk.person("sara");
    sara.does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", "mateo"]);
    // Nobody is left for those whom he stood in for.
    let alone = ["user", "away", "mateo", "--until", "2026-12-01", "-n"];
    for (language, words, again) in [
        ("es", "Mateo sustituía a Marta", "taquilla usuario away marta --until"),
        ("en", "Mateo stood in for Marta", "taquilla user away marta --until"),
    ] {
        let told = told(&sara, language, &alone);
        assert!(told.contains(words) && told.contains(again), "{told}");
    }
    let handed_on = |line: &[&str]| sara.json([&["user", "away"], line].concat())["handed_on"].clone();
    let marta = |substitute: Value| json!([{ "handle": "marta", "name": "Marta", "substitute": substitute }]);
    assert_eq!(handed_on(&["mateo", "--until", "2026-12-01"]), marta(Value::Null));
    // His own substitute has them from now on; said again, it is told again.
    for _ in 0..2 {
        assert_eq!(handed_on(&["mateo", "--until", "2026-12-01", "--substitute", "eva"]), marta(json!("eva")));
    }
    let told = told(&sara, "es", &["user", "away", "mateo", "--until", "2026-12-02"]);
    assert!(told.contains("sus tickets los atiende ahora eva"), "{told}");
    // Whoever stands in for nobody has nothing to be told, and nor has whoever is back.
    assert_eq!(handed_on(&["marta", "--until", "2026-12-25"]), json!([]));
    assert_eq!(sara.json(["user", "away", "mateo", "--until", "2026-12-01", "--fields", "handle,handed_on"])["handle"], "mateo");
    let csv = sara.run(["user", "away", "mateo", "--until", "2026-12-01", "--format", "csv"]).ok();
    assert!(!csv.text().contains("handed_on"), "{csv}");
    sara.does(["user", "back", "marta"]);
    assert_eq!(handed_on(&["mateo", "--until", "2026-12-03"]), json!([]));
}

#[test]
fn what_a_role_is_told_goes_to_the_substitute_once() {
    let desk = Desk::staffed();
    desk.staff("rosa", "secretary");
    let [ana, sara, rosa, carmen] = ["ana", "sara", "rosa", "carmen"].map(|name| desk.person(name));
    let admin = desk.admin();
    let opened = || {
        let (number, letters) =
            desk.letters_of(|| ana.command(["open", "-m", "Hola"]).json().run().ok().json()["number"].clone());
        (number.as_str().unwrap().to_owned(), to(&letters).into_iter().filter(|to| to != ana.email()).collect::<Vec<_>>())
    };
    let [sara_at, rosa_at, carmen_at] = [&sara, &rosa, &carmen].map(|person| person.email().to_owned());
    assert_eq!(opened().1, [rosa_at.clone(), sara_at.clone()]);
    // Without a substitute they are told all the same.
    admin.does(["user", "away", "sara", "--until", "2026-12-24"]);
    assert_eq!(opened().1, [rosa_at.clone(), sara_at.clone()]);
    // The substitute is told once, also if they are told already.
    admin.does(["user", "away", "sara", "--until", "2026-12-24", "--substitute", "rosa"]);
    assert_eq!(opened().1, [rosa.email()]);
    admin.does(["user", "away", "sara", "--until", "2026-12-24", "--substitute", "carmen"]);
    let (number, letters) = opened();
    assert_eq!(letters, [carmen_at.clone(), rosa_at.clone()]);
    // Not of what they did themselves; and of what the one who is away does, nobody is told for her.
    let (_, letters) = desk.letters_of(|| carmen.run(["note", &number, "-m", "Ya lo veo"]).ok());
    assert_eq!(to(&letters), [rosa.email()]);
    let (_, letters) = desk.letters_of(|| sara.run(["note", &number, "-m", "Yo también"]).ok());
    assert!(!to(&letters).contains(&sara_at), "{:?}", to(&letters));
    // A rehearsal counts the same two letters.
    let planned = ana.json(["open", "-m", "Hola", "-n"])["mail"].clone();
    assert_eq!(planned.as_array().unwrap().iter().filter(|letter| letter["to"] == "secretary").count(), 2, "{planned}");
    // An agent sees only tickets of those whom they stand in for: what all of Secretaría is told stays with her, which is said.
    let away = ["user", "away", "sara", "--until", "2026-12-24", "--substitute", "marta"];
    for (language, words) in [("es", "no ve todos los tickets"), ("en", "does not see all tickets")] {
        assert!(told(&admin, language, &away).contains(words), "{language}");
    }
    assert_eq!(opened().1, [rosa_at.clone(), sara_at.clone()]);
    admin.does(["config", "set", "mail.role.secretary", "secretaria@example.com"]);
    assert!(!told(&admin, "es", &away).contains("no ve todos los tickets"), "a shared mailbox is nobody's");
    assert_eq!(opened().1, ["secretaria@example.com"]);
    admin.does(["config", "unset", "mail.role.secretary"]);
    admin.does(["user", "back", "sara"]);
    assert_eq!(opened().1, [rosa_at, sara_at]);
    assert!(!told(&admin, "es", &["user", "away", "mateo", "--until", "3d", "--substitute", "marta"]).contains("no ve todos"));
}

#[test]
fn a_rehearsal_says_in_words_who_would_get_it() {
    let desk = Desk::staffed();
    let [ana, sara] = ["ana", "sara"].map(|name| desk.person(name));
    let number = ana.opens("Una");
    sara.does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", "mateo"]);
    let list = desk.file("lista.csv", format!("{number},marta\n"));
    for line in [&["assign", &number, "--to", "marta", "-n"][..], &["assign", "--from", list.to_str().unwrap(), "-n"]] {
        for (language, words) in [("es", "va a Mateo"), ("en", "goes to Mateo")] {
            let told = told(&sara, language, line);
            assert!(told.contains(words) && told.contains("Marta"), "{told}");
        }
    }
    assert_eq!(sara.sees(&number)["status"], "new");
    sara.does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", ""]);
    let told = told(&sara, "es", &["assign", &number, "--to", "marta", "-n"]);
    assert!(told.contains("nadie atiende"), "{told}");
    let partly = sara.run(["--json", "assign", &number, "999999", "--to", "marta", "-n", "--keep-going"]).exits(8);
    assert!(serde_json::from_str::<Value>(partly.talk()).is_ok(), "{partly}");
}

#[test]
fn the_audit_says_to_whom_and_until_when() {
    let desk = Desk::staffed();
    let [ana, sara] = ["ana", "sara"].map(|name| desk.person(name));
    let [one, two] = ["Una", "Dos"].map(|subject| ana.opens(subject));
    sara.does(["user", "away", "marta", "--until", "2026-12-01", "--substitute", "mateo"]);
    sara.does(["assign", &one, "--to", "marta"]);
    sara.does(["assign", &two, "--to", "sara"]);
    let three = ana.opens("Tres");
    sara.does(["assign", &three, "--auto"]);
    let links = desk.admin().json(["audit", "--user", "sara"]);
    let rule = links[0]["details"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&rule["ticket"], &rule["to"], &rule["reason"]), (&json!(three), &json!("mateo"), &json!("fewest-open")));
    let links = Value::Array(links.as_array().unwrap()[1..].to_vec());
    let details = |place: usize| links[place]["details"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&details(0)["ticket"], &details(0)["to"], &details(0)["asked_for"]), (&json!(two), &json!("sara"), &Value::Null));
    assert_eq!(
        (&details(1)["ticket"], &details(1)["to"], &details(1)["asked_for"]),
        (&json!(one), &json!("mateo"), &json!("marta"))
    );
    let away = json!({ "account": "marta", "what": "away", "until": "2026-12-01T23:00:00Z", "substitute": "mateo" });
    assert_eq!(links[2]["details"], json!([away]));
}
