//! The rules on a desk: who may say what, what is refused, what is flagged, and what Secretaría makes of it.

use serde_json::{Value, json};
use taquilla::domain::time::Span;

use crate::support::{Desk, Person};

const WORDS: [(&str, &str); 4] =
    [("phone", "llame al 612 345 678"), ("email", "soy ana@correo.es"), ("money", "son 50 euros"), ("insult", "¡idiotas!")];

fn desk() -> Desk {
    let desk = Desk::staffed();
    desk.admin().does(["config", "set", "rules.insults", "idiota,tonto"]);
    desk
}

#[track_caller]
fn flags(person: &Person<'_>, number: &str) -> Value {
    person.sees(number)["flags"].clone()
}

/// A ticket of `ana` that `marta` has.
fn ticket(desk: &Desk) -> String {
    let number = desk.person("ana").opens("Duda");
    desk.person("sara").does(["assign", &number, "--to", "marta"]);
    number
}

#[test]
fn each_matter_is_refused_flagged_or_let_be_as_the_desk_says() {
    let desk = desk();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    for (matter, words) in WORDS {
        let number = ana.opens("Duda");
        for treatment in ["block", "flag", "allow"] {
            admin.does(["config", "set", &format!("rules.{matter}"), treatment]);
            let line = ["reply", &number, "-m", words];
            if treatment == "block" {
                let error = ana.refused(line, 6, "house-rules");
                assert_eq!(error["spans"][0]["kind"], matter, "{error}");
                assert_eq!(flags(&sara, &number), json!([]));
            } else {
                ana.does(line);
                assert_eq!(flags(&sara, &number), if treatment == "flag" { json!([matter]) } else { json!([]) });
                sara.does(["unflag", &number]);
            }
        }
    }
}

/// The guide: «no se puede hablar con el docente de: cantidades económicas, números de teléfono, ni direcciones de correo electrónica».
#[test]
fn what_the_guide_says_that_one_cannot_talk_about() {
    let desk = desk();
    let ana = desk.person("ana");
    let admin = desk.admin();
    admin.does(["config", "set", "desk.phone", "807 455 110"]);
    admin.does(["config", "set", "desk.phone_hours", "de 9 a 14"]);
    admin.does(["config", "set", "rules.money", "block"]);
    let text = "¿Son 300 €? Llámeme al 612 34 56 78 o escriba a ana@correo.es";
    let error = ana.refused(["open", "--subject", "Precio", "-m", text], 6, "house-rules");
    let said = "Le recordamos que por aquí no se puede hablar de cantidades económicas, números de teléfono ni direcciones de correo electrónico.";
    assert_eq!(error["message"], said);
    assert!(error["hint"].as_str().unwrap().contains("807 455 110 (de 9 a 14)"), "{error}");
    let span = |kind: &str, start: usize, text: &str| json!({ "field": "message", "kind": kind, "start": start, "end": start + text.chars().count(), "text": text });
    assert_eq!(
        error["spans"],
        json!([span("money", 5, "300 €"), span("phone", 23, "612 34 56 78"), span("email", 48, "ana@correo.es")])
    );
    // The desk's own line is no secret, with whatever is said of it.
    admin.does(["config", "set", "desk.phone", "807 455 110 (ext. 2)"]);
    ana.does(["open", "--subject", "Precio", "-m", "Ya llamé al 807 455 110"]);
    let bruno = desk.person("bruno");
    let error = bruno.refused(["open", "--subject", "My phone is 07700 900123", "-m", "Call me"], 6, "house-rules");
    assert_eq!(error["message"], "Please remember that telephone numbers may not be mentioned here.");
    assert_eq!((&error["spans"][0]["field"], &error["spans"][0]["start"]), (&json!("subject"), &json!(12)));
    admin.does(["config", "set", "rules.insult", "block"]);
    let error = ana.refused(["open", "-m", "Son ustedes idiotas, y esto son 20 €"], 6, "house-rules");
    assert_eq!(error["message"], "No se permiten faltas de respeto, y por aquí no se puede hablar de cantidades económicas.");
}

#[test]
fn of_many_places_the_first_are_told_and_how_many_more_there_are() {
    let desk = desk();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let error = ana.refused(["open", "--subject", "Duda", "-m", &"655214309 ".repeat(130)], 6, "house-rules");
    assert_eq!((error["spans"].as_array().unwrap().len(), &error["more_spans"]), (100, &json!(30)));
    let opened = ana.json(["open", "--subject", "Duda", "-m", &"1€ ".repeat(130)]);
    let number = opened["number"].as_str().unwrap();
    let entry = &sara.sees(number)["thread"][0];
    assert_eq!((entry["found"].as_array().unwrap().len(), &entry["more_found"]), (100, &json!(30)));
    let page = sara.does(["show", number]);
    assert!(page.text().contains("… (+122)"), "{page}");
}

#[test]
fn nobody_carries_a_number_past_the_rules_in_a_name() {
    let desk = Desk::staffed();
    let (ana, marta, sara) = (desk.person("ana"), desk.person("marta"), desk.person("sara"));
    let error = ana.refused(["profile", "--name", "Ana 655 21 43 09"], 6, "house-rules");
    assert_eq!((&error["spans"][0]["field"], &error["spans"][0]["start"]), (&json!("name"), &json!(4)));
    let error = marta.refused(["profile", "--handle", "marta-655214309"], 6, "house-rules");
    assert_eq!(error["spans"][0]["field"], "handle");
    ana.refused(["profile", "--name", "Ana arroba correo punto es"], 6, "house-rules");
    ana.does(["profile", "--name", "Ana 50 euros"]);
    // Staff that see every ticket answer for what they do.
    sara.does(["profile", "--name", "Sara 655 21 43 09"]);
    desk.admin().does(["config", "set", "rules.phone", "flag"]);
    ana.does(["profile", "--name", "Ana 655 21 43 09"]);
}

#[test]
fn the_name_of_a_file_is_flagged_and_shown() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let file = desk.file("llámame al 655 21 43 09.txt", "Hola");
    let opened = ana.json(["open", "--subject", "Duda", "-m", "Hola", "--attach", file.to_str().unwrap()]);
    let number = opened["number"].as_str().unwrap();
    let shown = sara.sees(number);
    assert_eq!(shown["flags"], json!(["phone"]));
    let found = &shown["thread"][0]["found"][0];
    assert_eq!((&found["field"], &found["text"], &found["start"]), (&json!("attachment"), &json!("655 21 43 09"), &json!(11)));
}

#[test]
fn people_are_shown_the_place() {
    let desk = desk();
    let number = desk.person("ana").opens("Duda");
    let refused = desk.person("ana").run(["reply", &number, "-m", "Hola:\nañado el 612 345 678.\nGracias"]).exits(6);
    assert!(refused.talk().contains("    añado el 612 345 678.\n             ^^^^^^^^^^^\n"), "{refused}");
    assert!(!refused.talk().contains('\u{1b}'));
}

#[test]
fn who_is_between_client_and_agent_may_say_it_and_staff_among_themselves() {
    let desk = desk();
    let number = ticket(&desk);
    let text = "Llame al 612 345 678, son 50 €, idiota: ana@correo.es";
    for name in ["sara", "carmen", "admin"] {
        let person = if name == "admin" { desk.admin() } else { desk.person(name) };
        person.does(["reply", &number, "-m", text]);
        person.does(["open", "--for", "ana", "--subject", text, "-m", text]);
        assert_eq!(flags(&person, &number), json!([]));
    }
    let (marta, ana, sara) = (desk.person("marta"), desk.person("ana"), desk.person("sara"));
    marta.does(["note", &number, "-m", text]);
    sara.does(["assign", &number, "--to", "mateo", "--note", text]);
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["edit", &number, "--subject", text]);
    assert_eq!(flags(&sara, &number), json!([]));
    for line in
        [vec!["reply", &number, "-m", text], vec!["close", &number, "-m", text], vec!["reply", &number, "--close", "-m", text]]
    {
        for person in [&marta, &ana] {
            let error = person.refused(line.clone(), 6, "house-rules");
            assert_eq!(error["spans"].as_array().unwrap().len(), 2, "{error}");
        }
    }
    ana.does(["close", &number]);
    ana.refused(["reopen", &number, "-m", text], 6, "house-rules");
    ana.refused(["reply", &number, "-m", text], 6, "house-rules");
    ana.refused(["open", "--follow-up", &number, "-m", text], 6, "house-rules");
    marta.does(["close", &number, "--note", text]);
    ana.does(["reopen", &number, "-m", "Son 50 €"]);
    assert_eq!(flags(&sara, &number), json!(["money"]));
}

#[test]
fn a_refusal_leaves_nothing_behind_however_it_is_asked() {
    let desk = desk();
    let number = ticket(&desk);
    let (ana, marta) = (desk.person("ana"), desk.person("marta"));
    let state = || {
        let ticket = desk.person("sara").sees(&number);
        (
            ticket["thread"].as_array().unwrap().len(),
            ticket["status"].clone(),
            ticket["flags"].clone(),
            ticket["updated_at"].clone(),
        )
    };
    let before = state();
    let bad = ["reply", &number, "-m", "612 345 678"];
    ana.refused([&bad[..], &["--dry-run"]].concat(), 6, "house-rules");
    ana.refused([&bad[..], &["--key", "k"]].concat(), 6, "house-rules");
    ana.refused(["close", &number, "111111", "-m", "612 345 678", "--keep-going"], 6, "house-rules");
    let made = marta.json(["token", "create", "--name", "t", "--scope", "write"]);
    let token = made["token"].as_str().unwrap();
    marta.command(bad).json().env("TAQUILLA_TOKEN", token).run().refused(6, "house-rules");
    assert_eq!(state(), before);
    ana.does(["reply", &number, "-m", "Gracias", "--key", "k"]);
    // What does not exist is no more to be known than before.
    ana.refused(["reply", "111111", "-m", "612 345 678"], 3, "ticket-not-found");
}

#[test]
fn secretaria_finds_what_is_flagged_sees_where_and_deals_with_it() {
    let desk = desk();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    let opened = ana.json(["open", "--subject", "Son 300 €", "-m", "Hola, tontos"]);
    let number = opened["number"].as_str().unwrap();
    assert_eq!(opened["flags"], json!([]), "a client is not told");
    let other = ticket(&desk);
    marta.does(["reply", &other, "-m", "Le costará 20 euros", "--close"]);
    let listed = |filter: &[&str]| sara.does([&["list", "--flagged", "--format", "ids"], filter].concat()).text().to_owned();
    // What is closed is still to be looked at.
    assert_eq!(listed(&[]).lines().count(), 2);
    assert_eq!(listed(&["--status", "open"]), format!("{number}\n"));
    // Who said it is not told, whether client or staff.
    assert_eq!(flags(&marta, &other), json!([]));
    for person in [&ana, &marta] {
        assert_eq!(person.json(["list", "--flagged", "--status", "all"]), json!([]));
    }
    let shown = sara.sees(number);
    assert_eq!(shown["flags"], json!(["money", "insult"]));
    let found = json!([
        { "field": "subject", "kind": "money", "start": 4, "end": 9, "text": "300 €" },
        { "field": "message", "kind": "insult", "start": 6, "end": 12, "text": "tontos" },
    ]);
    assert_eq!(shown["thread"][0]["found"], found);
    let page = sara.does(["show", number]);
    assert!(page.text().contains("⚑ falta de respeto: tontos"), "{page}");
    assert_eq!(ana.sees(number)["thread"][0]["found"], json!([]));
    for (person, exit) in [(&ana, 5), (&marta, 5)] {
        person.refused(["unflag", number], exit, "not-allowed");
    }
    let dealt = sara.command(["unflag", "-"]).stdin(format!("{number} #{other}")).json().run().ok().json();
    let changed: Vec<_> = dealt.as_array().unwrap().iter().map(|ticket| (&ticket["changed"], &ticket["flags"])).collect();
    assert_eq!(changed, [(&json!(true), &json!([])), (&json!(true), &json!([]))]);
    assert_eq!(listed(&[]), "");
    assert_eq!(sara.json(["unflag", number])[0]["changed"], json!(false));
    let shown = sara.sees(number);
    let event = shown["thread"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&event["event"], &event["details"]["from"]), (&json!("unflagged"), &json!("money,insult")));
    assert!(ana.sees(number)["thread"].as_array().unwrap().iter().all(|entry| entry["event"] != "unflagged"));
    // What comes later is looked at anew, and what was dealt with is not shown again.
    ana.does(["reply", number, "-m", "¿Y 40 €?"]);
    let marked: Vec<_> =
        sara.sees(number)["thread"].as_array().unwrap().iter().map(|entry| entry["found"].as_array().unwrap().len()).collect();
    assert_eq!((marked.iter().sum::<usize>(), marked.last()), (1, Some(&1)));
    let audit = desk.admin().json(["audit", "--ticket", number]);
    assert!(audit.to_string().contains("unflag"), "{audit}");
    // All or nothing, unless one wants to go on.
    desk.person("carmen").refused(["unflag", number, "111111"], 3, "several-refused");
    assert_eq!(flags(&sara, number), json!(["money"]));
    desk.person("carmen").command(["unflag", number, "111111", "--keep-going"]).run().exits(8);
    assert_eq!(flags(&sara, number), json!([]));
}

#[test]
fn a_reminder_is_looked_at_like_any_words_to_an_agent() {
    let desk = desk();
    let number = ticket(&desk);
    desk.advance(Span::days(9));
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    ana.log_in().ok();
    sara.log_in().ok();
    ana.refused(["remind", &number, "-m", "Llámeme al 612 345 678"], 6, "house-rules");
    ana.does(["remind", &number, "-m", "Ya pagué 50 €"]);
    let shown = sara.sees(&number);
    assert_eq!(shown["flags"], json!(["money"]));
    let found = |entry: &Value| entry["found"][0]["text"] == "50 €";
    assert!(shown["thread"].as_array().unwrap().iter().any(found), "{shown}");
}
