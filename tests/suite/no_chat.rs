//! Not a chat: so many messages in a row, and what to do instead of the next.

use taquilla::domain::time::Span;

use super::support::Desk;

#[test]
fn at_most_three_client_messages_in_a_row_without_a_staff_answer() {
    let desk = Desk::staffed();
    let (ana, marta, sara) = (desk.person("ana"), desk.person("marta"), desk.person("sara"));
    let number = ana.opens("Una");
    sara.does(["assign", &number, "--to", "marta"]);
    ana.does(["reply", &number, "-m", "Dos"]);
    // A note is no answer.
    marta.does(["note", &number, "-m", "Luego"]);
    ana.does(["reply", &number, "-m", "Tres"]);
    let error = ana.refused(["reply", &number, "-m", "Cuatro"], 6, "too-many-in-a-row");
    assert!(error["message"].as_str().unwrap().contains("3 mensajes seguidos"), "{error}");
    assert!(error["hint"].as_str().unwrap().starts_with("Espere la respuesta"), "{error}");
    // Another ticket has a row of its own, and so has another message of staff.
    ana.opens("Otra");
    marta.does(["reply", &number, "-m", "Lo miro", "--pending"]);
    ana.does(["reply", &number, "-m", "Gracias"]);
    assert_eq!(ana.sees(&number)["messages"], 5);
    assert_eq!(ana.sees(&number)["status"], "pending");
}

#[test]
fn closing_and_reopening_with_words_is_no_way_round() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    desk.admin().does(["config", "set", "rules.burst", "1"]);
    let number = ana.opens("Una");
    let error = ana.refused(["close", &number, "-m", "Adiós"], 6, "too-many-in-a-row");
    assert!(error["message"].as_str().unwrap().contains("un mensaje"), "{error}");
    ana.does(["close", &number]);
    // Nobody answers in what is closed: to wait would be for nothing.
    for verb in ["reopen", "reply"] {
        let error = ana.refused([verb, &number, "-m", "Hola"], 6, "too-many-in-a-row");
        assert!(error["hint"].as_str().unwrap().contains(&format!("«taquilla reabrir {number}»")), "{error}");
    }
    ana.does(["reopen", &number]);
    let error = ana.refused(["reply", &number, "-m", "Hola"], 6, "too-many-in-a-row");
    assert!(error["hint"].as_str().unwrap().starts_with("Espere la respuesta"), "{error}");
    desk.person("sara").does(["reply", &number, "-m", "Respuesta"]);
    ana.does(["close", &number, "-m", "Gracias"]);
    // Too late to reopen is too late, whatever was written before.
    let late = ana.opens("Otra");
    ana.does(["close", &late]);
    desk.advance(Span::days(15));
    ana.log_in().ok();
    ana.refused(["reply", &late, "-m", "Hola"], 6, "reopen-window-over");
}

#[test]
fn what_staff_closed_without_a_word_may_be_taken_up_again() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    desk.admin().does(["config", "set", "rules.burst", "1"]);
    let number = ana.opens("Una");
    desk.person("sara").does(["close", &number]);
    ana.does(["reply", &number, "-m", "¿Y mi respuesta?"]);
    ana.refused(["reply", &number, "-m", "¿Hola?"], 6, "too-many-in-a-row");
}

#[test]
fn the_refusal_says_until_when_to_wait_then_to_ask_and_where_to_call() {
    let desk = Desk::staffed();
    let (ana, admin) = (desk.person("ana"), desk.admin());
    admin.does(["config", "set", "rules.burst", "1"]);
    let number = ana.opens("Una");
    let hint = |lang: &str| {
        let error = ana.refused(["--lang", lang, "reply", &number, "-m", "Hola"], 6, "too-many-in-a-row");
        error["hint"].as_str().unwrap().to_owned()
    };
    assert!(!hint("es").contains("llame"), "there is no telephone");
    admin.does(["config", "set", "desk.phone", "807 455 110"]);
    admin.does(["config", "set", "desk.phone_hours", "de 9 a 14 h"]);
    admin.does(["config", "set", "desk.phone_cost", "1,21 €/min"]);
    let early = ana.refused(["remind", &number], 6, "not-due-yet");
    let wait = "Espere hasta entonces. Si es urgente, llame al 807 455 110 (de 9 a 14 h; 1,21 €/min).";
    assert_eq!(early["hint"], wait, "to add something would be refused, too");
    let due = ana.sees(&number)["due_at"].as_str().unwrap().to_owned();
    assert!(hint("es").ends_with("Si es urgente, llame al 807 455 110 (de 9 a 14 h; 1,21 €/min)."), "{}", hint("es"));
    let year = due.split('-').next().unwrap();
    assert!(hint("es").contains("antes del ") && hint("es").contains(year), "{} for {due}", hint("es"));
    assert!(hint("en").contains("you will get by ") && hint("en").contains("call 807 455 110"), "{}", hint("en"));
    desk.advance(Span::days(8));
    ana.log_in().ok();
    assert!(hint("es").contains(&format!("taquilla reclamar {number}")), "{}", hint("es"));
    assert!(hint("en").contains(&format!("taquilla remind {number}")), "{}", hint("en"));
    // Whoever has asked for the answer is not told to ask for it.
    ana.does(["remind", &number]);
    assert!(hint("es").starts_with("Ya la ha reclamado") && !hint("es").contains("taquilla"), "{}", hint("es"));
    assert!(hint("en").contains("you may send another on ") && hint("en").contains("call 807 455 110"), "{}", hint("en"));
}
