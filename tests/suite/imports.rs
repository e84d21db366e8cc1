//! `user import`: people from a sheet, safe to run twice, all or none, and what is wrong told by line.

use serde_json::{Value, json};

use super::support::{Desk, Outcome, Person};

const PEOPLE: &str = "\u{feff}Correo;Nombre;Función;Idioma;Usuario\r\n\
    eva@example.com;Eva Núñez;;;\r\n\
    ivan@example.com;\"Iván; el segundo\";cliente;Inglés;ivan2\r\n";

fn imports(person: &Person<'_>, sheet: impl Into<Vec<u8>>, more: &[&str]) -> Outcome {
    let line = ["--json", "user", "import", "-"];
    person.command(line.iter().chain(more)).mail("queue").stdin(sheet).run()
}

fn deeds(answer: &Value) -> Vec<(String, String, bool)> {
    let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
    let one = |one: &Value| (text(one, "handle"), text(one, "done"), one["changed"].as_bool().unwrap());
    answer.as_array().unwrap().iter().map(one).collect()
}

fn of(handle: &str, done: &str) -> (String, String, bool) {
    (handle.to_owned(), done.to_owned(), done != "unchanged")
}

fn lines(error: &Value) -> Vec<(u64, String)> {
    let refusals = error["refusals"].as_array().unwrap().iter();
    refusals.map(|one| (one["line"].as_u64().unwrap(), one["code"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn people_come_from_a_sheet_once() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    desk.file("gente.csv", PEOPLE);
    let rehearsed = sara.json(["user", "import", "gente.csv", "-n"]);
    assert_eq!(deeds(&rehearsed), [of("eva-nunez", "created"), of("ivan2", "created")]);
    assert_eq!(rehearsed[0]["mail"], json!([{ "to": "eva-nunez", "event": "invited", "lang": "es" }]));
    assert_eq!(rehearsed[1]["mail"], json!([{ "to": "ivan2", "event": "invited", "lang": "en" }]));
    let (answer, letters) = desk.letters_of(|| sara.json(["user", "import", "gente.csv"]));
    assert_eq!(deeds(&answer), [of("eva-nunez", "created"), of("ivan2", "created")]);
    assert_eq!(
        (&answer[1]["name"], &answer[1]["lang"], &answer[1]["line"]),
        (&json!("Iván; el segundo"), &json!("en"), &json!(3))
    );
    let mut told: Vec<_> = letters.iter().map(|letter| letter.to()).collect();
    told.sort();
    assert_eq!(told, ["eva@example.com", "ivan@example.com"], "each is invited, and nobody else is told");
    assert!(!letters[0].code().is_empty());
    let (again, letters) = desk.letters_of(|| sara.json(["user", "import", "gente.csv"]));
    assert_eq!(deeds(&again), [of("eva-nunez", "unchanged"), of("ivan2", "unchanged")]);
    assert!(letters.is_empty());
    // What differs is updated, and told as from what to what.
    let changed = PEOPLE.replace("Eva Núñez", "Eva Nuñez Gil").replace("ivan2", "ivan");
    let answer = imports(&sara, changed, &[]).ok().json();
    assert_eq!(deeds(&answer), [of("eva-nunez", "updated"), of("ivan", "updated")]);
    assert_eq!(answer[0]["differences"], json!([{ "field": "name", "from": "Eva Núñez", "to": "Eva Nuñez Gil" }]));
    assert_eq!(answer[1]["differences"], json!([{ "field": "handle", "from": "ivan2", "to": "ivan" }]));
    let table = sara.command(["user", "import", "-", "-n"]).stdin(PEOPLE).run().ok();
    assert!(table.text().contains("Nombre: Eva Nuñez Gil → Eva Núñez"), "{table}");
    assert!(imports(&sara, "email,name\n", &[]).ok().json().as_array().unwrap().is_empty());
    let (_, letters) = desk.letters_of(|| imports(&sara, "email,name\nz@example.com,Zoe\n", &["--no-invite"]).ok());
    assert!(letters.is_empty());
}

#[test]
fn a_key_prints_the_same_again() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let first = imports(&sara, PEOPLE, &["--key", "lunes"]).ok();
    assert_eq!(imports(&sara, PEOPLE, &["--key", "lunes"]).ok().text(), first.text());
    imports(&sara, "email,name\nz@example.com,Zoe\n", &["--key", "lunes"]).refused(6, "key-reused");
}

#[test]
fn every_bad_line_is_named_and_nothing_is_imported() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let sheet = "email,name,role,lang,handle\n\
        eva@example.com,Eva,,,\n\
        nadie,Nadie,,,\n\
        =1+1@example.com,Ana,,,\n\
        c@example.com,=cmd(),,,\n\
        d@example.com,D,,,@dd\n\
        EVA@example.com,Otra,,,\n\
        e@example.com,E,jefe,,\n\
        f@example.com,F,,fr,\n\
        g@example.com,G,,,ana\n\
        h@example.com,H,agent,,\n\
        marta@example.com,Marta,,,\n\
        i@example.com,I,,,gg\n\
        j@example.com,J,,,gg\n\
        k@example.com,K,,,,de más\n\
        ,L,,,\n";
    let error = imports(&sara, sheet, &[]).error();
    let expected = [
        (3, "bad-value"),
        (4, "formula"),
        (5, "formula"),
        (6, "formula"),
        (7, "twice-in-file"),
        (8, "bad-value"),
        (9, "bad-value"),
        (10, "handle-taken"),
        (11, "not-allowed"),
        (12, "not-allowed"),
        (14, "twice-in-file"),
        (15, "row-too-wide"),
        (16, "missing-value"),
    ];
    assert_eq!(lines(&error), expected.map(|(line, code)| (line, code.to_owned())));
    assert_eq!((error["code"].as_str(), error["exit"].as_i64()), (Some("bad-lines"), Some(6)));
    sara.refused(["user", "show", "eva@example.com"], 3, "person-not-found");
    // Their code if all agree; also in a rehearsal; and the table for people names the lines.
    let twice = "email,name\na1@example.com,A\nA1@example.com,B\n";
    let error = imports(&sara, twice, &["-n"]).error();
    assert_eq!((error["exit"].as_i64(), lines(&error)), (Some(2), vec![(3, "twice-in-file".to_owned())]));
    let told = sara.command(["user", "import", "-", "--lang", "es"]).stdin(twice).run().exits(2);
    assert!(told.talk().contains("3  «A1@example.com» ya está en la línea 2."), "{told}");
    let admin = desk.admin();
    let error = imports(&admin, "email,name,role\nmarta@example.com,Marta,secretaría\n", &[]).error();
    assert_eq!(lines(&error), [(2, "other-role".to_owned())]);
    assert_eq!(deeds(&imports(&admin, "email,name\nmarta@example.com,Marta Gil\n", &[]).ok().json()), [of("marta", "updated")]);
    desk.person("ana").refused(["user", "import", "/dev/null"], 5, "not-allowed");
}

#[test]
fn handles_change_hands_whatever_the_order_of_the_lines() {
    let sheets = [
        // One gets what another had, who gets a new one; two and three exchange theirs; somebody new gets what is left.
        ["a@example.com,A,uno", "b@example.com,B,dos", "c@example.com,C,tres", "d@example.com,D,"],
        ["a@example.com,A,dos", "b@example.com,B,nuevo", "c@example.com,C,tres", "uno@example.com,Uno,"],
        ["a@example.com,A,nuevo", "b@example.com,B,dos", "c@example.com,C,tres", "e@example.com,E,dos-2"],
        ["a@example.com,A,tres", "b@example.com,B,nuevo", "c@example.com,C,dos", "f@example.com,F,uno"],
    ];
    let sheet = |lines: &[&str]| format!("email,name,handle\n{}\n", lines.join("\n"));
    let portraits = [[0_usize, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]].map(|order| {
        let desk = Desk::staffed();
        let sara = desk.person("sara");
        let mut after = Vec::new();
        for lines in &sheets {
            let lines = order.map(|place| lines[place]);
            imports(&sara, sheet(&lines), &["--no-invite"]).ok();
            let again = imports(&sara, sheet(&lines), &["--no-invite"]).ok().json();
            assert!(again.as_array().unwrap().iter().all(|one| one["changed"] == false), "{again}");
            let of = |email: &str| sara.json(["user", "show", email])["handle"].as_str().unwrap().to_owned();
            after.push(["a", "b", "c"].map(|name| of(&format!("{name}@example.com"))));
        }
        let of = |email: &str| sara.json(["user", "show", email])["handle"].as_str().unwrap().to_owned();
        let new = ["d", "uno", "e", "f"].map(|name| of(&format!("{name}@example.com")));
        assert_eq!(desk.owner().json(["verify"])["sound"], true);
        assert!(!sara.run(["user", "list", "--role", "client"]).ok().text().contains("0-0"));
        (after, new)
    });
    let [first, second, third] = portraits;
    assert_eq!(first.0, [["uno", "dos", "tres"], ["dos", "nuevo", "tres"], ["nuevo", "dos", "tres"], ["tres", "nuevo", "dos"]]);
    // Nobody new is called unasked what somebody else was called until then.
    assert_eq!(first.1, ["usuario", "uno-2", "dos-2", "uno"]);
    assert_eq!((&second, &third), (&first, &first));
}

#[test]
fn a_handle_that_somebody_keeps_is_taken() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    imports(&sara, "email,name,handle\na@example.com,A,uno\nb@example.com,B,dos\n", &["--no-invite"]).ok();
    // Whoever has it stays what they are: not in the sheet, in it without a handle, or in it with the same.
    for rest in ["", "b@example.com,B,\n", "b@example.com,Otra,\n"] {
        let error = imports(&sara, format!("email,name,handle\na@example.com,A,dos\n{rest}"), &[]).error();
        assert_eq!(lines(&error), [(2, "handle-taken".to_owned())]);
    }
    let error = imports(&sara, "email,name,handle\na@example.com,A,dos\nb@example.com,B,marta\n", &[]).error();
    assert_eq!(lines(&error), [(3, "handle-taken".to_owned())], "who leaves it for what is not free is the one who is told");
    let rehearsed = imports(&sara, "email,name,handle\na@example.com,A,dos\nb@example.com,B,uno\n", &["-n"]).ok().json();
    assert_eq!(rehearsed[0]["differences"], json!([{ "field": "handle", "from": "uno", "to": "dos" }]));
    assert_eq!(sara.json(["user", "show", "a@example.com"])["handle"], "uno");
}

#[test]
fn the_audit_says_what_was_made_and_what_became_different() {
    let desk = Desk::staffed();
    let (sara, admin) = (desk.person("sara"), desk.admin());
    imports(&sara, PEOPLE, &[]).ok();
    imports(&sara, PEOPLE.replace("Eva Núñez", "Eva Gil").replace("ivan2", "ivan"), &[]).ok();
    let links = admin.json(["audit", "--user", "sara"]);
    let links: Vec<_> = links.as_array().unwrap().iter().filter(|link| link["verb"] == "user import").collect();
    let changes = |field: &str, from: &str, to: &str| json!({ field: { "from": from, "to": to } });
    assert_eq!(
        links[0]["details"],
        json!([
            { "account": "eva-nunez", "what": "updated", "line": 2, "changes": changes("name", "Eva Núñez", "Eva Gil") },
            { "account": "ivan", "what": "updated", "line": 3, "changes": changes("handle", "ivan2", "ivan") },
        ])
    );
    let made = json!({ "account": "ivan2", "what": "created", "line": 3, "role": "client", "invited": true });
    assert_eq!(links[1]["details"][1], made);
}

#[test]
fn files_that_are_no_sheets_are_refused_whole() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    imports(&sara, "correo\na@example.com\n", &[]).refused(2, "missing-column");
    imports(&sara, "email,name,correo\n", &[]).refused(2, "double-column");
    imports(&sara, b"PK\x03\x04\0\0".to_vec(), &[]).refused(2, "not-text");
    let long = format!("email,name\na@example.com,{}\nb@example.com,B\n", "x".repeat(1_000_000));
    assert_eq!(lines(&imports(&sara, long, &[]).error()), [(2, "line-too-long".to_owned())]);
    let many = format!("email,name\n{}", "a@b.es,A\n".repeat(100_001));
    imports(&sara, many, &[]).refused(6, "too-many-lines");
    let latin = b"email;name;tel\xe9fono\r\neva@example.com;Eva N\xfa\xf1ez;600\r\n".to_vec();
    let done = sara.command(["user", "import", "-"]).stdin(latin).run().ok();
    assert!(done.text().contains("Eva Núñez") && done.talk().contains("teléfono"), "{done}");
}

#[test]
fn hundreds_of_one_name_are_numbered_at_once_and_the_list_reads_back() {
    let desk = Desk::staffed();
    let admin = desk.admin();
    let rows: String = (0..400).map(|index| format!("a{index}@example.com,Ana López,client\n")).collect();
    let answer = imports(&admin, format!("email,name,role\n{rows}"), &["--no-invite"]).ok().json();
    assert_eq!(answer.as_array().unwrap().len(), 400);
    assert_eq!(answer[399]["handle"], "ana-lopez-400");
    imports(&admin, "email,name\nq@example.com,'+Quique\n", &["--no-invite"]).ok();
    // What the desk exports it reads, its guard against formulas included.
    let exported = admin.run(["user", "list", "--format", "csv"]).ok();
    assert!(exported.text().contains("'+Quique"));
    let again = imports(&admin, exported.stdout.clone(), &[]).ok().json();
    assert!(again.as_array().unwrap().iter().all(|one| one["changed"] == false), "{again}");
}

#[test]
fn an_exported_list_of_tickets_is_read_back() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("=SUMA(A1;\"x\"), y más");
    sara.does(["assign", &number, "--to", "marta"]);
    let list = ["list", "--status", "all", "--format", "csv", "--fields", "number,subject,assignee.handle"];
    let exported = sara.run(list).ok();
    assert!(exported.text().contains("\"'=SUMA(A1;\"\"x\"\"), y más\""), "{exported}");
    // Who has it already has it; the subject, which nobody reads here, hinders nothing.
    let answer = sara.command(["--json", "assign", "--from", "-"]).mail("queue").stdin(exported.stdout.clone()).run();
    assert_eq!(answer.ok().json()[0]["changed"], false);
}
