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
        ("es", "Mateo sustituía a Marta", "taquilla usuario fuera marta --until"),
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
    assert!(told.contains("sus tickets los atiende ahora Eva"), "{told}");
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
    assert_eq!((&rule["ticket"], &rule["to"], &rule["reason"]), (&json!(three), &json!("mateo"), &json!("last-agent")));
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

#[test]
fn whoever_becomes_a_client_is_away_no_longer() {
    let desk = Desk::staffed();
    let [marta, carmen] = ["marta", "carmen"].map(|name| desk.person(name));
    let admin = desk.admin();
    admin.does(["user", "away", "mateo", "--until", "2026-12-24", "--substitute", "marta"]);
    let away = ["user", "away", "marta", "--until", "2026-12-23", "--substitute", "carmen"];
    admin.does(away);
    for (language, words) in [("es", "Ya no consta que Marta esté fuera"), ("en", "Marta is no longer noted as away")] {
        let rehearsed = admin.run(["--lang", language, "user", "role", "marta", "client", "-n"]).ok();
        assert!(rehearsed.talk().contains(words), "{rehearsed}");
    }
    let changed = admin.json(["user", "role", "marta", "client"]);
    assert_eq!((&changed["away_until"], &changed["substitute"]), (&Value::Null, &Value::Null));
    marta.log_in().ok();
    marta.does(["rules", "--accept"]);
    let (number, letters) = desk.letters_of(|| marta.opens("Mía"));
    assert!(letters.is_empty() || to(&letters).contains(&marta.email().to_owned()));
    let (_, letters) = desk.letters_of(|| carmen.run(["reply", &number, "-m", "Para usted", "--close"]).ok());
    assert!(to(&letters).contains(&marta.email().to_owned()) && !to(&letters).contains(&carmen.email().to_owned()));
    admin.refused(["user", "back", "marta"], 6, "not-staff");
    admin.refused(away, 6, "not-staff");
    desk.owner().run(["verify"]).ok();
}

#[test]
fn another_role_of_staff_changes_no_absence() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    admin.does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", "carmen"]);
    let changed = admin.json(["user", "role", "marta", "secretary"]);
    assert_eq!((&changed["away_until"], &changed["substitute"]), (&"2026-12-24T23:00:00Z".into(), &"carmen".into()));
    assert_eq!(admin.json(["user", "back", "marta"])["changed"], true);
}

#[test]
fn what_a_suspended_person_leaves_goes_to_the_substitute_of_whoever_is_away() {
    let desk = Desk::staffed();
    let [ana, sara, marta] = ["ana", "sara", "marta"].map(|name| desk.person(name));
    let eva = desk.staff("eva", "agent");
    let admin = desk.admin();
    let number = ana.opens("Una");
    sara.does(["assign", &number, "--to", "mateo"]);
    sara.does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", "eva"]);
    let line = ["user", "suspend", "mateo", "--reason", "Baja", "--to", "marta"];
    for (language, words) in [("es", "lo que se le asigna va a Eva"), ("en", "what is assigned to them goes to Eva")] {
        let rehearsed = admin.run([&["--lang", language][..], &line, &["-n"]].concat()).ok();
        assert!(rehearsed.talk().contains(words) && rehearsed.talk().contains("Marta"), "{rehearsed}");
    }
    let (told, letters) = desk.letters_of(|| admin.run(line).ok());
    assert!(told.talk().contains("lo que se le asigna va a Eva"), "{told}");
    assert_eq!(sara.sees(&number)["assignee"]["handle"], "eva");
    assert_eq!(letters.iter().map(|letter| letter.to()).collect::<Vec<_>>(), [eva.email()]);
    let audit = admin.json(["audit", "--limit", "1"]).to_string();
    assert!(audit.contains("marta") && audit.contains("eva"), "{audit}");
    // Where nobody stands in, she gets them, which is said; and of whoever gets nothing, nothing.
    admin.does(["user", "reinstate", "mateo"]);
    sara.does(["assign", &number, "--to", "mateo"]);
    sara.does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", ""]);
    let told = admin.run(line).ok();
    assert!(told.talk().contains("Marta está fuera hasta") && told.talk().contains("nadie atiende"), "{told}");
    assert_eq!(marta.sees(&number)["assignee"]["handle"], "marta");
    admin.does(["user", "reinstate", "mateo"]);
    assert!(!admin.run(line).ok().talk().contains("Marta está fuera"));
}

#[test]
fn whoever_stands_in_is_told_for_whom() {
    let desk = Desk::staffed();
    let [sara, marta, mateo] = ["sara", "marta", "mateo"].map(|name| desk.person(name));
    let admin = desk.admin();
    sara.does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", "mateo"]);
    for (language, words) in [
        ("es", ["Sustituye a:", "Marta (marta), hasta el jueves 24 de diciembre de 2026 a las 23:59"]),
        ("en", ["Stands in for:", "Marta (marta), until Thursday 24 December 2026 at 23:59"]),
    ] {
        for (who, line) in [(&mateo, &["profile"][..]), (&mateo, &["user", "show", "me"]), (&sara, &["user", "show", "mateo"])] {
            let shown = who.run([&["--lang", language][..], line].concat()).ok();
            assert!(words.iter().all(|words| shown.text().contains(words)), "{shown}");
        }
    }
    // Other agents may know no more than the name.
    assert!(!marta.run(["user", "show", "mateo"]).ok().text().contains("Sustituye"));
    // Who cannot answer any more leaves somebody alone, and stands in again when they can.
    for (gone, back) in [
        (&["user", "suspend", "mateo", "--reason", "Baja"][..], &["user", "reinstate", "mateo"][..]),
        (&["user", "away", "mateo", "--until", "2026-12-01"], &["user", "back", "mateo"]),
    ] {
        let told = admin.run(gone).ok();
        assert!(told.talk().contains("Mateo sustituía a Marta") && told.talk().contains("nadie atiende"), "{told}");
        let told = admin.run(back).ok();
        assert!(told.talk().contains("Mateo sustituye otra vez a Marta (marta), hasta el jueves 24"), "{told}");
    }
    let told = admin.run(["user", "role", "mateo", "client"]).ok();
    assert!(told.talk().contains("Mateo sustituía a Marta"), "{told}");
}

#[test]
fn a_letter_to_a_substitute_says_for_whom_it_is() {
    let desk = Desk::staffed();
    let [ana, sara, marta] = ["ana", "sara", "marta"].map(|name| desk.person(name));
    let [had, one, two] = ["Suyo ya", "Una", "Dos"].map(|subject| ana.opens(subject));
    sara.does(["assign", &had, "--to", "marta"]);
    sara.does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", "mateo"]);
    let why = "porque sustituye a Marta hasta el jueves 24 de diciembre a las 23:59";
    let is_said = |who: &Person<'_>, line: &[&str], to: &str| {
        let (_, letters) = desk.letters_of(|| who.run(line).ok());
        let letter = letters.iter().find(|letter| letter.to() == to).unwrap_or_else(|| panic!("{line:?}"));
        letter.body().contains(why)
    };
    let mateo = "mateo@example.com";
    assert!(is_said(&sara, &["assign", &one, "--to", "marta", "--note", "Urge"], mateo), "what she was to get");
    assert!(is_said(&ana, &["reply", &had, "-m", "¿Hola?"], mateo), "what becomes of what she has");
    assert!(is_said(&sara, &["close", &had], mateo));
    assert!(!is_said(&sara, &["assign", &two, "--to", "mateo"], mateo), "his own");
    assert!(!is_said(&ana, &["reply", &one, "-m", "¿Y?"], mateo), "his own from then on");
    assert!(!is_said(&sara, &["reply", &two, "-m", "Ya"], "ana@example.com"));
    assert_eq!(marta.sees(&had)["status"], "closed");
    // What a role is told.
    desk.admin().does(["user", "away", "sara", "--until", "2026-12-24", "--substitute", "carmen"]);
    let (_, letters) = desk.letters_of(|| ana.run(["open", "-m", "Hola"]).ok());
    let to_carmen = letters.iter().find(|letter| letter.to() == "carmen@example.com").unwrap();
    assert!(to_carmen.body().contains("sustituye a Sara"), "{}", to_carmen.body());
}

#[test]
fn a_summary_names_a_command_that_shows_something() {
    let desk = Desk::staffed();
    let [ana, sara, mateo] = ["ana", "sara", "mateo"].map(|name| desk.person(name));
    let numbers: Vec<_> = (0..7).map(|place| ana.opens(&format!("Tema {place}"))).collect();
    let all = |words: &[&str], rest: &[&str]| -> String {
        let numbers: Vec<_> = numbers.iter().map(String::as_str).collect();
        let (_, letters) = desk.letters_of(|| sara.run([words, &numbers, rest].concat()).ok());
        let letter = letters.iter().find(|letter| letter.to() == mateo.email()).unwrap();
        letter.body().to_owned()
    };
    let told = all(&["assign"], &["--to", "mateo"]);
    assert!(told.contains("taquilla listar --mine"), "{told}");
    let told = all(&["release"], &[]);
    assert!(told.contains("ya no los lleva usted") && told.contains("Para ver los tickets que lleva usted:"), "{told}");
    sara.does([&["assign"][..], &numbers.iter().map(String::as_str).collect::<Vec<_>>(), &["--to", "marta"]].concat());
    sara.does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", "mateo"]);
    // He sees what is open, among what he sees and not among his own; and not what is closed.
    let told = all(&["close"], &[]);
    assert!(!told.contains("taquilla") && told.contains("sustituye a Marta"), "{told}");
    let told = all(&["reopen"], &[]);
    assert!(told.contains("taquilla listar\n"), "{told}");
    assert_eq!(mateo.json(["list"]).as_array().unwrap().len(), 7);
    let (_, letters) = desk.letters_of(|| sara.run(["close", &numbers[0]]).ok());
    let single = letters.iter().find(|letter| letter.to() == mateo.email()).unwrap();
    assert!(!single.body().contains("taquilla ver"), "{}", single.body());
}
