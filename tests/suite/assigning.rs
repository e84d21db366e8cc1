//! `assign` beyond one person: lists of pairs, and only what is nobody's.

use serde_json::{Value, json};

use super::support::{Desk, Mail, Outcome, Person};

pub fn open(client: &Person<'_>, topic: &str) -> String {
    let opened = client.command(["open", "--topic", topic, "-m", "Una pregunta"]).mail("queue").json().run().ok().json();
    opened["number"].as_str().unwrap().to_owned()
}

/// Number, assignee and a key of each row.
pub fn rows<'v>(answer: &'v Value, key: &str) -> Vec<(&'v str, &'v str, &'v Value)> {
    let rows = answer.as_array().unwrap().iter();
    rows.map(|row| (row["number"].as_str().unwrap(), row["assignee"]["handle"].as_str().unwrap_or_default(), &row[key])).collect()
}

fn from(person: &Person<'_>, extra: &[&str], list: impl Into<Vec<u8>>) -> Outcome {
    person.command([&["--json", "assign", "--from", "-"], extra].concat()).stdin(list).run()
}

pub fn to(letters: &[Mail]) -> Vec<String> {
    let mut to: Vec<_> = letters.iter().map(Mail::to).collect();
    to.sort_unstable();
    to
}

#[test]
fn pairs_come_from_a_list() {
    let desk = Desk::staffed();
    let [ana, sara, marta, mateo] = ["ana", "sara", "marta", "mateo"].map(|name| desk.person(name));
    let [one, two, three] = ["Una", "Dos", "Tres"].map(|subject| ana.opens(subject));
    let list = format!("{two},marta,\"Urge, por favor\"\n\n#{one},mateo@example.com\n {two} , @Marta \n{three},me,\n");
    let (answer, letters) = desk.letters_of(|| from(&sara, &[], list.clone()).ok());
    let expected = [(two.as_str(), "marta"), (one.as_str(), "mateo"), (three.as_str(), "sara")];
    assert_eq!(rows(&answer.json(), "changed"), expected.map(|(number, to)| (number, to, &json!(true))));
    assert_eq!(to(&letters), ["marta@example.com", "mateo@example.com"], "one letter each, and none to who did it");
    let carried = letters.iter().find(|letter| letter.to() == marta.email()).unwrap();
    assert!(carried.body().contains("Urge, por favor"));
    assert!(mateo.sees(&one)["thread"].as_array().unwrap().iter().all(|entry| entry["kind"] != "note"));
    // Again is once.
    let (again, letters) = desk.letters_of(|| from(&sara, &[], list).ok());
    assert!(rows(&again.json(), "changed").iter().all(|row| row.2 == false) && letters.is_empty(), "{again}");
    // A note for what is so already is nowhere, which is said.
    let plain =
        sara.command(["--lang", "en", "assign", "--from", "-"]).stdin(format!("{one},mateo,Otra vez\n{three},sara\n")).run().ok();
    assert!(plain.talk().contains(&format!("taquilla note {one}")) && !plain.talk().contains(&three), "{plain}");
    // From a file, with what staff are told where a line says nothing.
    let path = desk.file("reparto.csv", format!("{one},marta\n{two},mateo,Otra\n"));
    sara.does(["assign", "--from", path.to_str().unwrap(), "--note", "Para todos"]);
    let last = |number: &str| sara.sees(number)["thread"].as_array().unwrap().last().unwrap()["body"].clone();
    assert_eq!((last(&one), last(&two)), ("Para todos".into(), "Otra".into()));
    // Nothing is nothing to do.
    for empty in ["", "\n \n", "\u{feff}", "number,staff\n", ",,\n"] {
        let answer = from(&sara, &[], empty).ok();
        assert_eq!(answer.json(), json!([]));
        assert!(answer.talk().contains("no se ha hecho nada"), "{answer}");
    }
    let rehearsed = from(&sara, &["--dry-run"], format!("{one},mateo\n{two},marta\n")).ok().json();
    assert_eq!(rehearsed[0]["mail"], json!([{"to": "mateo", "event": "assigned", "lang": "es"}]));
    assert_eq!(sara.sees(&one)["assignee"]["handle"], "marta");
    let key = ["--key", "lista"];
    let first = from(&sara, &key, format!("{one},mateo\n")).ok();
    assert_eq!(from(&sara, &key, format!("{one},mateo\n")).ok().stdout, first.stdout);
    from(&sara, &key, format!("{one},marta\n")).refused(6, "key-reused");
    desk.person("ana").refused(["assign", "--from", path.to_str().unwrap()], 5, "not-allowed");
    sara.refused(["assign", "--from", "nada.csv"], 2, "file-not-found");
    for line in [
        &["--from", "x", "--to", "marta"][..],
        &["--from", "x", "123456"],
        &["--from", "x", "--auto"],
        &["1", "--auto", "--to", "x"],
    ] {
        sara.refused([&["assign"], line].concat(), 2, "conflict");
    }
    let told = sara.refused(["assign"], 2, "missing-value");
    assert!(told["hint"].as_str().unwrap().contains("--from"), "{told}");
    let told = sara.refused(["close"], 2, "missing-value");
    assert_eq!(told["message"], "Falta NÚMERO.");
    sara.refused(["assign", &one, "--explain", "--to", "marta"], 2, "conflict");
    sara.refused(["assign", &one, "--explain"], 2, "missing-value");
}

#[test]
fn lists_come_as_spreadsheets_write_them() {
    let desk = Desk::staffed();
    let [ana, sara] = ["ana", "sara"].map(|name| desk.person(name));
    let number = ana.opens("Una");
    let mut turn = ["marta", "mateo"].iter().cycle();
    let mut assigns = |list: &dyn Fn(&str) -> Vec<u8>| {
        let agent = turn.next().unwrap();
        let answer = from(&sara, &[], list(agent)).ok().json();
        assert_eq!(rows(&answer, "changed"), [(number.as_str(), *agent, &json!(true))]);
    };
    assigns(&|agent| format!("\u{feff}number;staff;note\r\n{number};{agent};Sí\r\n").into_bytes());
    assigns(&|agent| format!("Docente,Número\n{agent},{number}\n").into_bytes());
    assigns(&|agent| format!("number\tsubject\tassignee.handle\n\n{number}\tUna, dos\t{agent}\n").into_bytes());
    assigns(&|agent| {
        [format!("N\u{fa}mero;Docente;Nota\r\n{number};{agent};Ma\u{f1}ana")
            .chars()
            .map(|character| character as u8)
            .collect::<Vec<_>>()]
        .concat()
    });
    assigns(&|agent| format!("\"{number}\",\"{agent}\",\"'=1+1\"").into_bytes());
    let notes: Vec<_> = sara.sees(&number)["thread"].as_array().unwrap().iter().map(|entry| entry["body"].clone()).collect();
    assert!(notes.contains(&"Mañana".into()) && notes.contains(&"=1+1".into()) && notes.contains(&"Sí".into()), "{notes:?}");
    // What `list` prints is a list.
    let printed = sara.run(["list", "--format", "csv", "--fields", "number,assignee.handle"]).ok().stdout;
    assert_eq!(rows(&from(&sara, &[], printed).ok().json(), "changed"), [(number.as_str(), "marta", &json!(false))]);
}

#[test]
fn what_is_wrong_in_a_list_is_named_by_its_line() {
    let desk = Desk::staffed();
    let [ana, sara] = ["ana", "sara"].map(|name| desk.person(name));
    let [one, two, closed] = ["Una", "Dos", "Tres"].map(|subject| ana.opens(subject));
    sara.does(["close", &closed]);
    let long = format!("{one},marta\n{two},marta,{}\n", "x".repeat(1024 * 1024));
    let wrong = [
        (format!("{one},marta\n\nabc,marta\n"), 3, "bad-value", 2),
        (format!("{one},marta\n{two}\n"), 2, "missing-value", 2),
        (format!("{one},marta\n{two},\n"), 2, "missing-value", 2),
        (format!("{one},marta\n,mateo\n"), 2, "missing-value", 2),
        (format!("{one},marta\n{two},mateo,una,dos\n"), 2, "row-too-wide", 2),
        (format!("{one},marta\n{two},\"mateo\n{closed},marta\n"), 2, "open-quote", 2),
        (long, 2, "line-too-long", 6),
    ];
    for (list, line, code, exit) in wrong {
        let told = from(&sara, &[], list).refused(exit, "bad-lines").error();
        let refusals: Vec<_> = told["refusals"].as_array().unwrap().iter().map(|line| (&line["line"], &line["code"])).collect();
        assert_eq!(refusals, [(&json!(line), &json!(code))], "{told}");
    }
    from(&sara, &[], b"1\0,marta".to_vec()).refused(2, "not-text");
    let many: String = (0..100_001).map(|index| format!("{},marta\n", 100_000 + index)).collect();
    from(&sara, &[], many).refused(6, "too-many-lines");
    // What the desk refuses stands beside its line, and nothing is done.
    let list = format!("{one},marta\n{closed},marta\n999999,marta\n{two},nadie\n{two},ana\n");
    let told = from(&sara, &[], list.clone()).refused(6, "several-refused").error();
    let refusals: Vec<_> = told["refusals"].as_array().unwrap().iter().collect();
    let brief: Vec<_> =
        refusals.iter().map(|refusal| (refusal["line"].as_i64().unwrap(), refusal["code"].as_str().unwrap())).collect();
    assert_eq!(brief, [(2, "ticket-closed"), (3, "ticket-not-found"), (4, "person-not-found")]);
    assert!(refusals[0]["message"].as_str().unwrap().starts_with("Línea 2: "), "{told}");
    assert_eq!(sara.sees(&one)["status"], "new");
    from(&sara, &[], format!("{two},nadie\n")).refused(3, "person-not-found");
    from(&sara, &[], format!("{two},ana\n")).refused(6, "cannot-be-assigned");
    // The same ticket for two people.
    let twice = format!("{one},marta\n{two},mateo\n{one},mateo\n");
    let told = from(&sara, &[], twice.clone()).refused(2, "several-refused").error();
    let refusal = &told["refusals"][0];
    assert_eq!(
        (&refusal["line"], &refusal["code"], &refusal["number"]),
        (&3.into(), &"twice-in-file".into(), &one.as_str().into())
    );
    let done = from(&sara, &["--keep-going"], twice).exits(8);
    assert_eq!(rows(&done.json(), "changed"), [(two.as_str(), "mateo", &json!(true))]);
    let done = from(&sara, &["--keep-going"], list).exits(8);
    assert_eq!(rows(&done.json(), "changed"), [(one.as_str(), "marta", &json!(true))]);
    let told: Value = serde_json::from_str(done.talk()).unwrap();
    assert_eq!(told["error"]["refusals"].as_array().unwrap().len(), 3);
    let plain =
        sara.command(["--lang", "en", "assign", "--from", "-"]).stdin(format!("{one},marta\n{closed},marta")).run().exits(6);
    assert!(plain.talk().contains("Line 2: "), "{plain}");
}

#[test]
fn one_command_writes_one_letter_to_whom_it_gives_many() {
    let desk = Desk::staffed();
    let [ana, sara] = ["ana", "sara"].map(|name| desk.person(name));
    let opened: Vec<_> = (0..14).map(|place| ana.opens(&format!("Ticket {place}"))).collect();
    let list: String =
        opened.iter().enumerate().map(|(place, number)| format!("{number},{}\n", ["marta", "mateo"][place % 2])).collect();
    let (_, letters) = desk.letters_of(|| from(&sara, &[], list).ok());
    assert_eq!(to(&letters), ["marta@example.com", "mateo@example.com"]);
    // Up to five each they are letters of their own.
    let list: String =
        opened[..8].iter().enumerate().map(|(place, number)| format!("{number},{}\n", ["mateo", "marta"][place % 2])).collect();
    let (_, letters) = desk.letters_of(|| from(&sara, &[], list).ok());
    assert_eq!(to(&letters), [["marta@example.com"; 4], ["mateo@example.com"; 4]].concat());
}

#[test]
fn each_note_of_a_list_is_told_under_its_ticket() {
    let desk = Desk::staffed();
    let [ana, sara] = ["ana", "sara"].map(|name| desk.person(name));
    let opened: Vec<_> = (0..6).map(|place| ana.opens(&format!("Ticket {place}"))).collect();
    let told = |list: String| {
        let (_, letters) = desk.letters_of(|| from(&sara, &[], list).ok());
        assert_eq!(letters.len(), 1);
        letters[0].body().to_owned()
    };
    let list = |to: &str, notes: [&str; 6]| -> String {
        opened.iter().zip(notes).map(|(number, note)| format!("{number},{to},{note}\n")).collect()
    };
    let body = told(list("marta", ["", "Urge", "", "", "Es de Ana", ""]));
    let mut rest = body.as_str();
    for part in [&format!("#{} Ticket 1\n", opened[1]), "Urge", &format!("#{} Ticket 4\n", opened[4]), "Es de Ana"] {
        let found = rest.find(part).unwrap_or_else(|| panic!("{part:?} in its place: {body}"));
        rest = &rest[found + part.len()..];
    }
    let body = told(list("mateo", ["Lo de siempre"; 6]));
    assert_eq!(body.matches("Lo de siempre").count(), 1, "{body}");
    assert!(!told(list("marta", [""; 6])).contains("Urge"));
}

/// The body of the last entry, as somebody of staff sees it.
fn last_note(sara: &Person<'_>, number: &str) -> String {
    sara.sees(number)["thread"].as_array().unwrap().last().unwrap()["body"].as_str().unwrap().to_owned()
}

#[test]
fn what_many_lines_tell_of_one_ticket_is_one_note() {
    let desk = Desk::staffed();
    let [ana, sara] = ["ana", "sara"].map(|name| desk.person(name));
    let [one, two] = ["Una", "Dos"].map(|subject| ana.opens(subject));
    // Each different note once, wherever it stands.
    let list = format!("{one},marta,Primera\n{one},@marta,Segunda\n{one},marta\n{one},marta,Primera\n");
    from(&sara, &[], list).ok();
    assert_eq!(last_note(&sara, &one), "Primera\n\nSegunda");
    // Thousands of them: 5,000 notes of 50 bytes are just short of the longest note.
    let notes: Vec<_> = (0..5_000).map(|line| format!("{line:050}")).collect();
    let list: String = notes.iter().map(|note| format!("{one},mateo,{note}\n")).collect();
    from(&sara, &[], list.clone()).ok();
    assert_eq!(last_note(&sara, &one), notes.join("\n\n"));
    // More than a note holds is refused, and the line that is too much is named.
    let more = format!("{}{one},marta,{}\n{two},marta\n", list.replace("mateo", "marta"), "x".repeat(4_000));
    let told = from(&sara, &[], more.clone()).refused(6, "several-refused").error();
    let refusal = &told["refusals"][0];
    assert_eq!((&refusal["line"], &refusal["code"]), (&5_001.into(), &"message-too-long".into()));
    assert_eq!(sara.sees(&one)["assignee"]["handle"], "mateo");
    let done = from(&sara, &["--keep-going"], more).exits(8);
    assert_eq!(rows(&done.json(), "changed"), [(two.as_str(), "marta", &json!(true))]);
    let half = "y".repeat(200 * 1024);
    let told = from(&sara, &[], format!("{one},marta,{half}\n{one},marta,z{half}\n")).refused(6, "message-too-long").error();
    assert!(told["message"].as_str().unwrap().starts_with("Línea 2: "), "{told}");
}

#[test]
fn only_what_nobody_has() {
    let desk = Desk::staffed();
    let [ana, sara] = ["ana", "sara"].map(|name| desk.person(name));
    let [one, two] = ["Una", "Dos"].map(|subject| ana.opens(subject));
    let line = |number: &str, to: &str| ["assign", number, "--if-unassigned", "--to", to].map(str::to_owned);
    assert_eq!(sara.json(line(&one, "marta"))[0]["changed"], true);
    assert_eq!(sara.json(line(&one, "marta"))[0]["changed"], false);
    let told = sara.refused(line(&one, "mateo"), 6, "already-assigned");
    assert!(told["message"].as_str().unwrap().to_lowercase().contains("marta"), "{told}");
    sara.refused(["assign", &one, &two, "--if-unassigned", "--to", "mateo"], 6, "several-refused");
    assert_eq!(sara.sees(&two)["status"], "new");
    let done = sara.run(["--json", "assign", &one, &two, "--if-unassigned", "--to", "mateo", "--keep-going"]).exits(8);
    assert_eq!(rows(&done.json(), "changed"), [(two.as_str(), "mateo", &json!(true))]);
    let told = from(&sara, &["--if-unassigned"], format!("{one},mateo\n{two},mateo\n")).refused(6, "several-refused").error();
    assert_eq!((&told["refusals"][0]["line"], &told["refusals"][0]["code"]), (&1.into(), &"already-assigned".into()));
    // What the rule leaves with whom has it is refused to nobody: a script that runs again changes nothing.
    let third = ana.opens("Tres");
    for changed in [true, false] {
        let answer = sara.json(["assign", &third, "--auto", "--if-unassigned"]);
        assert_eq!(rows(&answer, "changed"), [(third.as_str(), "mateo", &json!(changed))]);
    }
    // Whose substitute has it already has it.
    sara.does(["user", "away", "mateo", "--until", "3d", "--substitute", "marta"]);
    assert_eq!(sara.json(line(&one, "mateo"))[0]["changed"], false);
    assert_eq!(sara.json(line(&two, "mateo"))[0]["changed"], false);
}

#[test]
fn what_is_advised_can_be_done() {
    let desk = Desk::staffed();
    let [ana, sara] = ["ana", "sara"].map(|name| desk.person(name));
    let [one, two, closed] = ["Una", "Dos", "Tres"].map(|subject| ana.opens(subject));
    let hint = |line: &[&str], exit: i32, code: &str| {
        sara.refused(line.to_vec(), exit, code)["hint"].as_str().unwrap_or_default().to_owned()
    };
    assert!(hint(&["assign", &one, "--to", "marta", "--note", ""], 2, "empty-message").contains("--note"));
    sara.does(["close", &closed]);
    assert!(hint(&["assign", &closed, "--to", "marta"], 6, "ticket-closed").contains(&format!("taquilla reabrir {closed}")));
    let follow_up = ["open", "--for", "ana", "--follow-up", &one, "-m", "Y otra"];
    assert!(hint(&follow_up, 6, "follow-up-of-open").contains(&format!("taquilla responder {one}")));
    sara.does(["merge", &one, "--into", &two]);
    for line in [&["assign", one.as_str(), "--to", "marta"][..], &["reopen", one.as_str()]] {
        let hint = hint(line, 6, "ticket-merged");
        assert!(hint.contains(&two) && !hint.contains("responder"), "{hint}");
    }
    for agent in ["marta", "mateo"] {
        sara.does(["user", "away", agent, "--until", "3d"]);
    }
    assert!(hint(&["assign", &two, "--auto"], 6, "nobody-available").contains(&format!("taquilla asignar {two} --to")));
    // A number never begins with a dash, so nobody meant `--para` for one; a name may.
    assert!(!hint(&["assign", &two, "--para", "marta"], 2, "unknown-option").contains("-- --para"));
    let admin = desk.admin();
    let told = admin.refused(["topic", "add", "--nuevo"], 2, "unknown-option");
    assert!(told["hint"].as_str().unwrap().contains("-- --nuevo"), "{told}");
}
