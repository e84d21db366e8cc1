//! The house rules before the menus: new ones are asked about, a row of messages ends, and whoever is suspended is told so calmly.

use taquilla::domain::language::Language;
use taquilla::domain::time::Span;

use super::sitting::Sitting;
use crate::support::{Desk, PASSWORD};

#[test]
fn at_a_terminal_the_new_rules_are_shown_and_asked() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    ana.opens("Una");
    desk.admin().does(["config", "set", "rules.text.es", "Sea breve, por favor."]);
    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.answer("guide-user", "\r");
    sitting.see("ask-rules-changed");
    sitting.stage.wait("Sea breve, por favor.");
    sitting.answer("ask-accept-rules", "n\r");
    sitting.see("ask-rules-later");
    sitting.answer("guide-user", "\r");
    sitting.answer("ask-accept-rules", "s\r");
    sitting.see("ask-open-note");
    sitting.answer("ui-subject", "\u{4}");
    assert_eq!(sitting.stage.end(), "9");
    let rules = ana.json(["rules"]);
    assert_eq!((&rules["must_accept"], &rules["accepted_version"]), (&false.into(), &rules["version"]));
}

#[test]
fn rules_that_change_while_somebody_writes_are_not_accepted_unseen() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Una");
    let set = |text: &str| desk.admin().does(["config", "set", "rules.text.es", text]);
    set("Sea breve, por favor.");
    let mut sitting = Sitting::with(&ana, &["reply", &number, "--lang", "es"]);
    sitting.stage.wait("Sea breve, por favor.");
    sitting.answer("ask-accept-rules", "s\r");
    sitting.see("ask-reply");
    let shown = ana.json(["rules"])["version"].clone();
    set("Y pague cien euros.");
    sitting.send("Hola\r.\r");
    assert_eq!(sitting.stage.end(), "2");
    assert_eq!(ana.json(["profile"])["rules_version"], shown);
}

#[test]
fn whoever_logs_in_at_a_terminal_is_asked_and_may_answer_later() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    desk.admin().does(["config", "set", "rules.text.es", "Sea breve, por favor."]);
    let mut sitting = Sitting::with(&ana, &["login", "--email", ana.email(), "--lang", "es"]);
    let stage = &mut sitting.stage;
    stage.wait("Contraseña");
    stage.send(&format!("{PASSWORD}\r"));
    stage.wait("Sea breve, por favor.");
    stage.wait("¿Acepta");
    stage.send("n\r");
    stage.wait("pero no escribir");
    assert_eq!(stage.end(), "0");
    ana.json(["list"]);
    ana.refused(["open", "-m", "Hola"], 2, "rules-changed");
}

#[test]
fn what_the_rules_refuse_is_written_anew_and_not_gone_on_with() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Una");
    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.answer("guide-user", "\u{1b}[B\r");
    sitting.answer("guide-tickets", "\r");
    sitting.stage.wait("Una");
    sitting.send("\r");
    sitting.answer("ui-status-new", "\r");
    sitting.answer("ask-reply", "\r");
    sitting.stage.wait("un punto");
    sitting.send("Llámeme al 612 345 678\r.\r");
    sitting.answer("guide-attach-path", "\r");
    sitting.answer("ask-reply", "\r");
    sitting.stage.wait("^^^^^^^^^^^");
    sitting.answer("ask-reply", "\u{1b}[B\r");
    sitting.see("guide-write-anew");
    sitting.send("\r");
    sitting.stage.wait("un punto");
    sitting.send("Hasta mañana\r.\r");
    sitting.answer("ask-reply", "\r");
    sitting.answer("ui-status-new", "\u{4}");
    assert_eq!(sitting.stage.end(), "9");
    assert_eq!(ana.sees(&number)["messages"], 2);
}

#[test]
fn in_the_menus_it_is_said_before_anything_is_written() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    desk.admin().does(["config", "set", "rules.burst", "1"]);
    ana.opens("Una");
    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.answer("guide-user", "\u{1b}[B\r");
    sitting.answer("guide-tickets", "\r");
    sitting.stage.wait("Una");
    sitting.send("\r");
    sitting.answer("ui-status-new", "\r");
    sitting.stage.wait("no es un chat");
    sitting.answer("ui-status-new", "\u{4}");
    assert_eq!(sitting.stage.end(), "9");
}

#[test]
fn a_suspended_client_is_told_calmly_where_they_are_served() {
    let desk = Desk::staffed();
    let (ana, admin) = (desk.person("ana"), desk.admin());
    let number = ana.opens("Una");
    for (key, value) in [("phone", "807 455 110"), ("phone_hours", "de 9 a 14 h"), ("phone_cost", "1,21 €/min")] {
        admin.does(["config", "set", &format!("desk.{key}"), value]);
    }
    desk.person("sara").does(["user", "suspend", "ana", "--reason", "Faltas de respeto"]);
    ana.log_in().ok();
    let said = "Su cuenta está suspendida (Faltas de respeto): puede leer sus tickets, y para lo demás le atendemos por teléfono, en el \
                807 455 110 (de 9 a 14 h; 1,21 €/min).";
    for line in [&["list"][..], &["show", &number]] {
        assert!(ana.run(line).ok().talk().contains(said), "{line:?}");
        assert!(!ana.run([line, &["--quiet"]].concat()).ok().talk().contains("suspendida"));
    }
    assert!(!desk.person("sara").run(["show", &number]).ok().talk().contains("suspendida"));
    let mut sitting = Sitting::at(&ana, Language::Spanish);
    sitting.stage.wait("Su cuenta está suspendida (Faltas de respeto)");
    sitting.answer("guide-user", "\u{4}");
    assert_eq!(sitting.stage.end(), "9");
}

#[test]
fn a_late_answer_is_asked_for_in_the_menus_and_before_it_is_late_nobody_is_offered_that() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Una");
    for (language, verb) in [(Language::Spanish, "reclamar"), (Language::English, "remind")] {
        let at_the_ticket = || {
            let mut sitting = Sitting::at(&ana, language);
            sitting.answer("guide-user", "2\r");
            sitting.answer("guide-tickets", "\r");
            sitting.answer("guide-list-open", "\r");
            sitting
        };
        if verb == "reclamar" {
            let mut sitting = at_the_ticket();
            sitting.answer("ui-status-new", "\u{4}");
            assert_eq!(sitting.stage.end(), "9");
            assert!(!sitting.stage.seen.contains(&sitting.words.text("guide-remind")), "{}", sitting.stage.seen);
        }
        // Two working days on, and again after that.
        desk.advance(Span::hours(48));
        ana.log_in().ok();
        let mut sitting = at_the_ticket();
        sitting.see("guide-remind");
        sitting.send("2\r");
        sitting.answer("guide-remind-text", "612 345 678\r");
        sitting.stage.wait(["números de teléfono", "telephone numbers"][usize::from(verb == "remind")]);
        // What was refused is written anew where one is.
        sitting.answer("ask-mend", "2\r");
        sitting.see("ask-mend-text");
        sitting.send("Urge\r.\r");
        sitting.see("done-remind");
        sitting.stage.wait(&format!("taquilla {verb} {number} -m Urge"));
        sitting.answer("ui-status-new", "\u{4}");
        assert_eq!(sitting.stage.end(), "9");
    }
    let thread = ana.sees(&number)["thread"].clone();
    assert_eq!(thread.as_array().unwrap().iter().filter(|entry| entry["event"] == "reminded").count(), 2);
}

#[test]
fn what_is_late_is_offered_to_staff_who_see_it_and_to_nobody_else() {
    let desk = Desk::staffed();
    let (ana, sara, marta, mateo) = (desk.person("ana"), desk.person("sara"), desk.person("marta"), desk.person("mateo"));
    let number = ana.opens("Una");
    sara.does(["assign", &number, "--to", "marta"]);
    desk.advance(Span::hours(47));
    let offered = |person: &crate::support::Person<'_>| {
        person.log_in().ok();
        let mut sitting = Sitting::at(person, Language::Spanish);
        sitting.answer("guide-user", "\u{4}");
        assert_eq!(sitting.stage.end(), "9");
        sitting.stage.seen.contains("Fuera de plazo (1)")
    };
    assert!(!offered(&sara));
    desk.advance(Span::hours(1));
    assert!(!offered(&mateo), "an agent has others' late tickets to do nothing with");
    assert!(!offered(&ana), "a client is offered it at the ticket");
    assert!(offered(&desk.person("carmen")));
    assert!(offered(&marta));
    sara.log_in().ok();
    let mut sitting = Sitting::at(&sara, Language::Spanish);
    sitting.stage.wait("Fuera de plazo (1)");
    sitting.send("2\r");
    sitting.stage.wait("Fuera de plazo (1) ›");
    sitting.send("\r");
    sitting.stage.wait("Una pregunta");
    sitting.answer("ui-status-pending", "\u{4}");
    assert_eq!(sitting.stage.end(), "9");
}

#[test]
fn secretaria_is_led_to_what_is_to_be_reviewed() {
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    let number = ana.json(["open", "--subject", "Duda", "-m", "Me costó 20 euros"])["number"].as_str().unwrap().to_owned();
    sara.does(["assign", &number, "--to", "marta"]);
    // Closing it does not deal with it.
    sara.does(["close", &number]);
    let mut sitting = Sitting::at(&sara, Language::Spanish);
    sitting.answer("guide-user", "2\r");
    sitting.answer("guide-flagged", "\r");
    sitting.answer("ui-status-closed", "7\r");
    sitting.stage.wait("dado por revisado");
    sitting.stage.wait(&format!("taquilla revisado {number}"));
    assert_eq!(sara.sees(&number)["flags"], serde_json::json!([]));
    sitting.answer("ui-status-closed", "\u{1b}");
    // Where nothing is left there is nothing to choose.
    sitting.see("done-list-empty");
    let before = sitting.stage.seen.len();
    sitting.answer("guide-user", "\u{3}");
    assert_eq!(sitting.stage.end(), "130");
    assert!(!sitting.stage.seen[before..].contains("Por revisar"), "{}", sitting.stage.seen);
    // An agent does not see what there is to review.
    let mut sitting = Sitting::at(&marta, Language::Spanish);
    sitting.answer("guide-user", "\u{3}");
    assert_eq!(sitting.stage.end(), "130");
    assert!(!sitting.stage.seen.contains("Por revisar"));
}
