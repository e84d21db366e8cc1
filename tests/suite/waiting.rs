//! How long a client waits: at rest while they are suspended, and told to them where an answer is promised.

use serde_json::{Value, json};
use taquilla::domain::time::Span;

use super::support::{Desk, Person};

/// By when a ticket is due, as `who` sees it: day and hour.
fn due(who: &Person, number: &str) -> String {
    who.sees(number)["due_at"].as_str().map_or_else(|| "-".to_owned(), |due| due["2026-11-".len()..][..5].to_owned())
}

#[test]
fn a_suspended_clients_time_goes_on_where_it_stopped() {
    let desk = Desk::staffed();
    let (ana, bruno, sara) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"));
    let (number, answered, closed) = (ana.opens("Una"), ana.opens("Respondida"), ana.opens("Cerrada"));
    sara.does(["reply", &answered, "-m", "Aquí está"]);
    sara.does(["close", &closed]);
    let bruno_s = bruno.opens("De Bruno");
    assert_eq!((due(&sara, &number), due(&sara, &bruno_s)), ("25T09".into(), "25T09".into()));
    let suspend = ["user", "suspend", "ana", "--reason", "Ruido"];
    desk.advance(Span::hours(1));
    sara.does([&suspend[..], &["--dry-run"]].concat());
    assert_eq!(due(&sara, &number), "25T09");
    // At 10: an hour of what Ana waits for has passed, also of what is closed.
    sara.does(suspend);
    assert_eq!(due(&sara, &number), "-");
    let shown = sara.run(["show", &number, "--no-mark"]).ok();
    assert!(shown.text().contains("En suspenso: la cuenta del cliente está suspendida"), "{shown}");
    desk.advance(Span::hours(2));
    // At 12: whatever begins to wait begins at rest, and what is given back to her stays at rest.
    sara.does(["reply", &answered, "-m", "Sigo mirando", "--pending"]);
    sara.does(["reopen", &closed]);
    let for_her = sara.json(["open", "--for", "ana", "--subject", "Por teléfono", "-m", "Pregunta por la fecha"]);
    let for_her = for_her["number"].as_str().unwrap().to_owned();
    let second = ana_s_second(&sara);
    sara.does(["edit", &bruno_s, "--client", "ana"]);
    for number in [&answered, &closed, &for_her, &second, &bruno_s] {
        assert_eq!((sara.sees(number)["overdue"].as_bool(), due(&sara, number)), (Some(false), "-".into()));
    }
    assert_eq!(sara.sees(&closed)["waiting_since"], "2026-11-23T09:00:00Z", "since when she waits is not changed");
    sara.does(["merge", &second, "--into", &for_her]);
    assert_eq!(due(&sara, &for_her), "-");
    // Whoever gets one that rested has its time go on: three hours of Bruno's own had passed.
    sara.does(["edit", &bruno_s, "--client", "bruno"]);
    assert_eq!(due(&sara, &bruno_s), "25T09");
    sara.does(["edit", &number, "--client", "bruno"]);
    assert_eq!(due(&sara, &number), "25T11", "it rested for two hours");
    sara.does(["edit", &number, "--client", "ana"]);
    let sorted = sara.does(["list", "--sort", "due", "--format", "ids"]);
    let sorted: Vec<_> = sorted.text().lines().collect();
    assert_eq!(sorted, [&bruno_s, &for_her, &closed, &answered, &number], "what rests has no deadline and comes last");
    sara.does(["close", &answered]);
    desk.advance(Span::hours(1));
    // At 13 she may write again; what was closed meanwhile goes on too.
    sara.does(["user", "reinstate", "ana"]);
    assert_eq!(
        (due(&sara, &number), due(&sara, &closed), due(&sara, &for_her)),
        ("25T12".into(), "25T12".into(), "25T13".into())
    );
    desk.advance(Span::hours(2));
    sara.does(["reopen", &answered]);
    assert_eq!(due(&sara, &answered), "25T13");
    assert_eq!(desk.owner().json(["verify"])["sound"], true);
}

#[test]
fn a_holiday_corrects_the_deadline_of_what_rested_too() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    let (number, closed) = (ana.opens("Una"), ana.opens("Cerrada"));
    desk.advance(Span::hours(6));
    sara.does(["user", "suspend", "ana", "--reason", "Ruido"]);
    sara.does(["close", &closed]);
    desk.advance(Span::hours(4));
    sara.does(["user", "reinstate", "ana"]);
    assert_eq!(due(&sara, &number), "25T13");
    admin.does(["config", "set", "calendar.holidays", "2026-11-23"]);
    // Nothing of that day counts, so nothing had passed: as if the holiday had been known before.
    assert_eq!(due(&sara, &number), "25T23");
    sara.does(["reopen", &closed]);
    assert_eq!(due(&sara, &closed), "25T23", "of what was closed meanwhile too");
    admin.does(["config", "unset", "calendar.holidays"]);
    assert_eq!((due(&sara, &number), due(&sara, &closed)), ("25T13".into(), "25T13".into()));
    assert_eq!(desk.owner().json(["verify"])["sound"], true);
}

/// A second ticket that staff opens for Ana.
fn ana_s_second(sara: &Person) -> String {
    let opened = sara.json(["open", "--for", "ana", "--subject", "Otra vez", "-m", "Vuelve a preguntar"]);
    opened["number"].as_str().unwrap().to_owned()
}

/// Opens a ticket of somebody's own, whose letters leave.
fn opens(who: &Person) -> String {
    who.json(["open", "--subject", "Una", "-m", "Una pregunta"])["number"].as_str().unwrap().to_owned()
}

#[test]
fn the_client_is_told_by_when_the_answer_comes() {
    let desk = Desk::staffed();
    let (ana, admin, sara) = (desk.person("ana"), desk.admin(), desk.person("sara"));
    admin.does(["config", "set", "calendar.timezone", "Atlantic/Canary"]);
    for (language, day) in [("es", "miércoles 25 de noviembre"), ("en", "Wednesday 25 November")] {
        ana.does(["profile", "--lang", language]);
        let (number, letters) = desk.letters_of(|| opens(&ana));
        let receipt = letters.iter().find(|letter| letter.to() == ana.email()).unwrap().body().to_owned();
        let shown = ana.run(["show", &number, "--no-mark"]).ok().text().to_owned();
        let opened = ana.run(["open", "--subject", "Otra", "-m", "¿Y esta?"]).ok().talk().to_owned();
        for text in [&receipt, &shown, &opened] {
            assert!(text.contains("9:00"), "{text}");
        }
        assert!(receipt.contains(day), "{receipt}");
    }
    sara.does(["user", "suspend", "ana", "--reason", "Ruido"]);
    let promises_nothing = |number: &str, letters: &[super::support::Mail]| {
        let receipt = letters.iter().find(|letter| letter.to() == ana.email()).unwrap().body().to_owned();
        let shown = sara.run(["--lang", "en", "show", number, "--no-mark"]).ok().text().to_owned();
        for words in ["by when", "an answer by", "due", "November 2026, 9"] {
            assert!(!receipt.contains(words) && !shown.to_lowercase().contains(words), "{receipt}{shown}");
        }
        assert_eq!((&sara.sees(number)["due_at"], &sara.sees(number)["overdue"]), (&Value::Null, &json!(false)));
    };
    let open = ["open", "--for", "ana", "--subject", "Por ella", "-m", "Pregunta"];
    let (ticket, letters) = desk.letters_of(|| sara.json(open));
    promises_nothing(ticket["number"].as_str().unwrap(), &letters);
}
