//! Who sees what of a ticket: unread marks, notes, the state by a code, and what nobody else may know of.

use serde_json::Value;
use taquilla::domain::time::Span;

use super::support::{Desk, Person};

#[test]
fn unread_is_true_and_each_ones_own() {
    let desk = Desk::staffed();
    let (ana, sara, carmen, marta) = (desk.person("ana"), desk.person("sara"), desk.person("carmen"), desk.person("marta"));
    let number = ana.opens("Una");
    let unread = |person: &Person<'_>| person.json(["list", "--status", "all"])[0]["unread"].as_u64().unwrap();
    assert_eq!((unread(&ana), unread(&sara), unread(&carmen)), (0, 1, 1));
    sara.json(["show", &number, "--no-mark"]);
    assert_eq!(unread(&sara), 1);
    assert_eq!(sara.json(["show", &number])["unread"], 1, "what is shown was unread until now");
    assert_eq!((unread(&sara), unread(&carmen)), (0, 1));
    sara.does(["assign", &number, "--to", "marta", "--note", "Mira"]);
    assert_eq!((unread(&sara), unread(&carmen), unread(&marta), unread(&ana)), (0, 2, 2, 0));
    // A note says nothing to the client, nor does its time.
    let before = ana.sees(&number)["updated_at"].clone();
    desk.advance(Span::hours(1));
    marta.does(["note", &number, "-m", "Una nota"]);
    let seen = ana.sees(&number);
    assert_eq!((&seen["updated_at"], &seen["messages"]), (&before, &Value::from(1)));
    assert_eq!(sara.sees(&number)["updated_at"], "2026-11-23T10:00:00Z");
    assert!(!seen.to_string().contains("Una nota") && !seen.to_string().contains("Mira"));
    marta.does(["reply", &number, "-m", "Una respuesta"]);
    assert_eq!((unread(&ana), unread(&sara), unread(&marta)), (1, 2, 2), "one's own are never unread");
    assert_eq!(ana.run(["list", "--unread", "--format", "ids"]).ok().text(), format!("{number}\n"));
    ana.run(["show", &number]).ok();
    assert_eq!(ana.run(["list", "--unread", "--format", "ids"]).ok().text(), "");
    // People see it too: a mark before the subject.
    assert!(carmen.run(["list"]).ok().text().contains("● Una"));
    assert!(!ana.run(["list"]).ok().text().contains('●'));
    // On a busy desk it is shown all the same, and left unread.
    marta.does(["reply", &number, "-m", "Otra"]);
    let lock = std::fs::File::open(desk.path().join("desk.lock")).unwrap();
    lock.lock().unwrap();
    assert_eq!(ana.json(["--wait", "0", "show", &number])["unread"], 1);
    drop(lock);
    assert_eq!(unread(&ana), 1);
}

#[test]
fn a_state_is_seen_with_a_code_and_without_logging_in() {
    let desk = Desk::staffed();
    let (ana, guest) = (desk.person("ana"), desk.guest("nadie"));
    let (number, other) = (ana.opens("Una"), ana.opens("Otra"));
    desk.person("sara").does(["note", &number, "-m", "Una nota"]);
    let (answer, letters) = desk.letters_of(|| guest.run(["status", &number, "--email", ana.email()]).ok());
    assert_eq!((answer.text(), letters.len(), letters[0].to().as_str()), ("", 1, "ana@example.com"));
    for (asked, email) in [("999999", ana.email()), (&number, "bruno@example.com"), (&number, "nadie@example.com")] {
        let (unknown, none) = desk.letters_of(|| guest.run(["status", asked, "--email", email]).ok());
        assert_eq!((unknown.text(), none.len()), ("", 0));
        assert_eq!(unknown.talk().replace(asked, "N"), answer.talk().replace(number.as_str(), "N"));
    }
    let code = letters[0].code();
    let show = |number: &str, code: &str| guest.run(["--json", "status", number, "--email", ana.email(), "--code", code]);
    show(&number, "0000-0000").refused(4, "wrong-code");
    let seen = show(&number, &code).ok().json();
    assert_eq!((seen["subject"].as_str(), seen["thread"].as_array().map(Vec::len)), (Some("Una"), Some(1)));
    assert!(!seen.to_string().contains("Una nota"));
    show(&number, &code).refused(4, "wrong-code");
    guest.run(["status", &number, "--email", ana.email()]).ok();
    let code = desk.last_letter_to(ana.email()).code();
    show(&other, &code).refused(4, "wrong-code");
}

#[test]
fn a_ticket_one_may_not_see_and_one_that_is_not_there_are_the_same() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let (number, closed) = (ana.opens("Una"), ana.opens("Otra"));
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["close", &closed]);
    let check = |person: &Person<'_>, line: &[&str]| {
        for format in ["json", "table"] {
            let answers = [&number, &closed, &"999999".to_owned()].map(|number| {
                let words = line.iter().map(|word| if *word == "N" { number.as_str() } else { word });
                let answer = person.command(["--format", format].into_iter().chain(words)).run().exits(3);
                let hide = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().replace(number.as_str(), "N");
                (hide(&answer.stdout), hide(&answer.stderr))
            });
            assert_eq!(answers[0], answers[2], "{line:?}");
            assert_eq!(answers[1], answers[2], "{line:?}");
        }
    };
    let lines: [&[&str]; 12] = [
        &["show", "N"],
        &["reply", "N", "-m", "Hola"],
        &["reply", "N", "-m", "Hola", "--close"],
        &["reply", "N", "-m", ""],
        &["close", "N"],
        &["close", "N", "999998"],
        &["close", "N", "999998", "--keep-going"],
        &["reopen", "N", "-m", "Hola"],
        &["attachment", "N"],
        &["attachment", "N", "1.1"],
        &["list", "--after", "N"],
        &["reply", "N", "-m", "Hola", "--dry-run"],
    ];
    for line in lines {
        if line.contains(&"") {
            continue;
        }
        check(&desk.person("bruno"), line);
        check(&desk.person("mateo"), line);
    }
    check(&desk.person("bruno"), &["open", "-m", "Hola", "--follow-up", "N"]);
    check(&desk.person("mateo"), &["note", "N", "-m", "Hola"]);
    check(&desk.person("mateo"), &["release", "N", "-m", "Hola"]);
    assert_eq!(sara.sees(&number)["thread"].as_array().unwrap().len(), 2, "nobody did anything to it");
    // A client who is not let in to something at all is told so, whether the ticket is there or not.
    for number in [&number, "999999"] {
        for line in [&["assign", number, "--to", "nadie"][..], &["note", number, "-m", "x"], &["release", number]] {
            desk.person("bruno").refused(line, 5, "not-allowed");
        }
        for line in [&["assign", number, "--to", "nadie"][..], &["priority", number, "high"], &["edit", number, "--subject", "x"]]
        {
            desk.person("mateo").refused(line, 5, "not-allowed");
        }
    }
}
