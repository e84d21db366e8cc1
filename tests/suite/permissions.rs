//! The permission table of the product, row by row and role by role, with real accounts: success, or exit 5.

use super::support::{Desk, Person};

/// Who is asked, in the order of the table's columns.
const ROLES: [&str; 5] = ["ana", "marta", "sara", "carmen", "admin"];

fn somebody<'d>(desk: &'d Desk, name: &str) -> Person<'d> {
    if name == "admin" { desk.admin() } else { desk.person(name) }
}

/// Rehearses a command line as everybody. `+`: they may; `-`: exit 5, and also where the thing is not there.
fn row(desk: &Desk, allowed: &str, line: &[&str]) {
    for (name, mark) in ROLES.into_iter().zip(allowed.chars()) {
        let person = somebody(desk, name);
        let answer = person.command(["--json"].iter().chain(line)).mail("queue").run();
        match mark {
            '+' => assert_eq!(answer.code, Some(0), "{name} may: {answer}"),
            _ => drop(answer.refused(5, "not-allowed")),
        }
    }
}

#[test]
fn what_may_be_done_to_tickets() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let (number, closed) = (ana.opens("Una"), ana.opens("Otra"));
    sara.does(["assign", &number, &closed, "--to", "marta"]);
    sara.does(["close", &closed]);
    ana.does(["open", "-m", "Hola", "-n"]);
    desk.person("marta").refused(["open", "-m", "Hola", "-n"], 5, "not-allowed");
    row(&desk, "--+++", &["open", "-m", "Hola", "-n", "--for", "bruno"]);
    row(&desk, "+++++", &["list"]);
    row(&desk, "+++++", &["show", &number, "--no-mark"]);
    row(&desk, "+++++", &["attachment", &number]);
    row(&desk, "+++++", &["reply", &number, "-m", "Hola", "-n"]);
    row(&desk, "+++++", &["reply", &number, "-m", "Hola", "-n", "--close"]);
    row(&desk, "-++++", &["reply", &number, "-m", "Hola", "-n", "--pending"]);
    row(&desk, "+++++", &["close", &number, "-n"]);
    row(&desk, "+++++", &["reopen", &closed, "-n"]);
    row(&desk, "-++++", &["note", &number, "-m", "Hola", "-n"]);
    row(&desk, "-++++", &["close", &number, "--note", "Hola", "-n"]);
    row(&desk, "-++++", &["reopen", &closed, "--note", "Hola", "-n"]);
    row(&desk, "-++++", &["release", &number, "-m", "Hola", "-n"]);
    row(&desk, "--+++", &["assign", &number, "--to", "mateo", "-n"]);
    row(&desk, "--+++", &["priority", &number, "high", "-n"]);
    row(&desk, "--+++", &["edit", &number, "--subject", "x", "-n"]);
    row(&desk, "-++++", &["stats"]);
    row(&desk, "--+++", &["merge", &closed, "--into", &number, "-n"]);
    desk.person("marta").refused(["merge", "999999", "--into", "999998"], 5, "not-allowed");
    assert_eq!(sara.sees(&number)["status"], "pending", "all of it was a rehearsal");
}

#[test]
fn what_may_be_done_to_the_desk() {
    let desk = Desk::staffed();
    desk.person("ana").opens("Una");
    let queue = desk.admin().json(["mail", "queue"]);
    let letter = queue[0]["id"].as_str().unwrap();
    row(&desk, "--+++", &["mail", "queue"]);
    row(&desk, "--+++", &["mail", "show", letter]);
    row(&desk, "--+++", &["mail", "retry", letter, "-n"]);
    row(&desk, "----+", &["mail", "drop", letter, "-n"]);
    row(&desk, "----+", &["mail", "test", "--to", "a@example.com", "-n"]);
    row(&desk, "-++++", &["token", "list"]);
    row(&desk, "-++++", &["token", "create", "--name", "Lista", "-n"]);
    row(&desk, "----+", &["audit"]);
    row(&desk, "----+", &["config", "list"]);
    row(&desk, "----+", &["config", "get", "desk.name"]);
    row(&desk, "----+", &["config", "set", "desk.phone", "900", "-n"]);
    row(&desk, "----+", &["config", "unset", "desk.phone", "-n"]);
    row(&desk, "----+", &["config", "export"]);
    row(&desk, "----+", &["topic", "add", "Historia", "-n"]);
    row(&desk, "----+", &["topic", "edit", "Reportar consulta", "--name", "x", "-n"]);
    desk.admin().does(["topic", "add", "Arte"]);
    row(&desk, "----+", &["topic", "retire", "Arte", "-n"]);
    row(&desk, "+++++", &["topic", "list"]);
    row(&desk, "+++++", &["rules"]);
    row(&desk, "+++++", &["profile"]);
    row(&desk, "+++++", &["profile", "--name", "Otro nombre", "-n"]);
}

#[test]
fn what_may_be_done_to_people() {
    let desk = Desk::staffed();
    let new = |role: &'static str| ["user", "create", "--email", "z@example.com", "--name", "Zoe", "-n", "--role", role];
    row(&desk, "--+-+", &new("client"));
    for role in ["agent", "secretary", "care", "admin"] {
        row(&desk, "----+", &new(role));
    }
    row(&desk, "--+-+", &["user", "edit", "bruno", "--phone", "+34 600 000 000", "-n"]);
    row(&desk, "--+-+", &["user", "suspend", "bruno", "--reason", "x", "-n"]);
    row(&desk, "--+-+", &["user", "reinstate", "bruno", "-n"]);
    row(&desk, "--+-+", &["user", "reset-password", "bruno", "-n"]);
    // Over staff there is only the administrator.
    row(&desk, "----+", &["user", "edit", "mateo", "--name", "x", "-n"]);
    row(&desk, "----+", &["user", "suspend", "mateo", "--reason", "x", "-n"]);
    row(&desk, "----+", &["user", "reset-password", "mateo", "-n"]);
    row(&desk, "----+", &["user", "role", "mateo", "care", "-n"]);
    // Also where there is nobody of the name.
    for line in [
        &["user", "edit", "nadie", "--name", "x"][..],
        &["user", "suspend", "nadie", "--reason", "x"],
        &["user", "role", "nadie", "care"],
    ] {
        desk.person("ana").refused(line, 5, "not-allowed");
        desk.person("marta").refused(line, 5, "not-allowed");
    }
}

#[test]
fn who_is_seen_by_whom() {
    let desk = Desk::staffed();
    let handles = |name: &str| -> Vec<String> {
        let users = somebody(&desk, name).json(["user", "list"]);
        users.as_array().unwrap().iter().map(|user| user["handle"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(handles("ana"), ["ana"]);
    assert_eq!(handles("marta"), ["alba-admin", "carmen", "marta", "mateo", "sara"]);
    for name in ["sara", "carmen", "admin"] {
        assert_eq!(handles(name).len(), 7);
        assert_eq!(somebody(&desk, name).json(["user", "show", "ana"])["email"], "ana@example.com");
    }
    // An agent knows staff by name alone, and no client at all.
    let mateo = desk.person("marta").json(["user", "show", "mateo"]);
    assert!(mateo["email"].is_null() && mateo["phone"].is_null(), "{mateo}");
    assert_eq!(desk.person("marta").json(["user", "show", "me"])["email"], "marta@example.com");
    let unknown = desk.person("marta").refused(["user", "show", "zzz"], 3, "person-not-found");
    let hidden = desk.person("marta").refused(["user", "show", "bruno"], 3, "person-not-found");
    assert_eq!(unknown.to_string().replace("zzz", "X"), hidden.to_string().replace("bruno", "X"));
    desk.person("ana").refused(["user", "show", "sara"], 3, "person-not-found");
    // Nowhere is an agent shown a client's address or telephone, not even as what was searched for.
    desk.person("sara").does(["user", "edit", "ana", "--phone", "+34 600 123 456"]);
    let number = desk.person("ana").opens("Una");
    desk.person("sara").does(["assign", &number, "--to", "marta"]);
    desk.person("ana").run(["reply", &number, "-m", "Hola"]).ok();
    let marta = desk.person("marta");
    for line in [&["show", &number, "--all"][..], &["list"], &["user", "list"], &["attachment", &number]] {
        for format in ["json", "csv", "table"] {
            let text = marta.run([&["--format", format], line].concat()).ok().text().to_owned();
            assert!(!text.contains("ana@example.com") && !text.contains("123 456"), "{line:?}: {text}");
        }
    }
    assert!(marta.sees(&number)["client"]["email"].is_null());
    assert_eq!(marta.sees(&number)["client"]["handle"], "ana");
    assert_eq!(desk.person("sara").sees(&number)["client"]["email"], "ana@example.com");
    assert_eq!(desk.person("ana").sees(&number)["client"]["email"], "ana@example.com");
    for letter in desk.letters_to("marta@example.com") {
        let raw = String::from_utf8_lossy(&letter.raw).into_owned();
        assert!(
            !raw.contains("ana@example.com") && !letter.body().contains("ana@example.com") && !letter.body().contains("123 456")
        );
    }
}

#[test]
fn of_colleagues_an_agent_knows_the_names_alone() {
    let desk = Desk::staffed();
    let marta = desk.person("marta");
    let private = ["status", "lang", "agent", "away_until", "created_at", "email", "phone", "reason"];
    for user in marta.json(["user", "list"]).as_array().unwrap() {
        let is_oneself = user["handle"] == "marta";
        assert!(user["name"].is_string() && user["role"].is_string(), "{user}");
        assert_eq!((user["status"].is_null(), user["created_at"].is_null()), (!is_oneself, !is_oneself), "{user}");
        assert!(is_oneself || private.iter().all(|field| user[*field].is_null()), "{user}");
    }
    assert!(private.iter().all(|field| marta.json(["user", "show", "mateo"])[*field].is_null()));
    let (mateo, oneself) = (marta.run(["user", "show", "mateo"]).ok(), marta.run(["user", "show", "me"]).ok());
    for label in ["Idioma", "Estado"] {
        assert!(!mateo.text().contains(label) && oneself.text().contains(label), "{mateo}{oneself}");
    }
    marta.run(["user", "list"]).ok();
    assert_eq!(desk.person("sara").json(["user", "show", "mateo"])["status"], "active");
}

#[test]
fn filters_take_the_people_of_the_tickets_one_sees() {
    let desk = Desk::staffed();
    let (ana, marta, sara) = (desk.person("ana"), desk.person("marta"), desk.person("sara"));
    let (number, other) = (ana.opens("Una"), desk.person("bruno").opens("Otra"));
    let lists = |person: &Person<'_>, line: &[&str]| {
        person.run([&["list", "--format", "ids"], line].concat()).ok().text().trim_end().to_owned()
    };
    let unknown = |person: &Person<'_>, option: &str, who: &str| {
        let hidden = person.refused(["list", option, who], 3, "person-not-found").to_string();
        let missing = person.refused(["list", option, "zzz"], 3, "person-not-found").to_string();
        assert_eq!(hidden.replace(who, "X"), missing.replace("zzz", "X"));
    };
    unknown(&ana, "--to", "marta");
    marta.refused(["list", "--from", "ana"], 3, "person-not-found");
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["assign", &other, "--to", "mateo"]);
    assert_eq!(lists(&marta, &["--from", "ana"]), number);
    assert_eq!(lists(&ana, &["--to", "marta"]), number);
    unknown(&marta, "--from", "bruno");
    unknown(&ana, "--to", "mateo");
    unknown(&ana, "--from", "bruno");
    // Somebody of a ticket that other filters leave out is known all the same.
    sara.does(["close", &number]);
    assert_eq!(lists(&ana, &["--to", "marta", "--status", "new"]), "");
    assert_eq!(lists(&ana, &["--to", "marta", "--status", "closed"]), number);
}

#[test]
fn a_token_that_only_assigns_writes_no_notes() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let [assigns, writes] = ["assign", "write"].map(|scope| {
        let made = sara.does(["token", "create", "--name", scope, "--scope", scope]);
        made.text().trim_end().to_owned()
    });
    let list = |token: &str, list: String| {
        let elsewhere = sara.elsewhere();
        elsewhere.command(["assign", "--from", "-"]).json().mail("queue").env("TAQUILLA_TOKEN", token).stdin(list).run()
    };
    let with = |token: &str, line: &[&str]| {
        let elsewhere = sara.elsewhere();
        elsewhere.command(line).json().mail("queue").env("TAQUILLA_TOKEN", token).run()
    };
    let noted = |number| ["assign", number, "--to", "marta", "--note", "Urge"];
    // What the scope forbids is told before whether the ticket is there.
    for line in [noted(&number), noted("999999")] {
        let told = with(&assigns, &line).refused(5, "outside-scope").error();
        assert!(told["hint"].as_str().unwrap().contains("--scope write"), "{told}");
    }
    for text in [format!("{number},marta,Urge\n"), "999999,nadie,Urge\n".to_owned()] {
        list(&assigns, text).refused(5, "outside-scope");
    }
    assert_eq!(sara.sees(&number)["status"], "new");
    list(&assigns, format!("{number},marta,\n")).ok();
    list(&writes, format!("{number},mateo,Urge\n")).ok();
    with(&writes, &noted(&number)).ok();
}
