//! `remind`: a client asks for an answer that is late, and whoever should know is told.

use serde_json::json;

use super::support::{Desk, Person};

fn events(reader: &Person<'_>, number: &str) -> Vec<String> {
    let thread = reader.sees(number)["thread"].clone();
    thread.as_array().unwrap().iter().filter_map(|entry| entry["event"].as_str().map(str::to_owned)).collect()
}

#[test]
fn a_late_answer_is_asked_for() {
    let desk = Desk::staffed();
    let (ana, bruno, sara, marta) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"), desk.person("marta"));
    let log_in = || ["ana", "bruno", "sara", "marta"].map(|name| desk.person(name).log_in().ok());
    let number = ana.opens("Duda");
    sara.does(["assign", &number, "--to", "marta"]);
    let early = ana.refused(["remind", &number], 6, "not-due-yet");
    assert!(early["message"].as_str().unwrap().contains("miércoles 25 de noviembre de 2026 a las 10:00"), "{early}");
    assert_eq!(early["hint"], format!("Si quiere añadir algo mientras tanto: taquilla responder {number}"));
    desk.set_now("2026-11-25T09:00:00Z");
    log_in();
    bruno.refused(["remind", &number], 3, "ticket-not-found");
    sara.refused(["remind", &number], 5, "not-allowed");
    // The client is told what they may do; nobody else, and nobody who reads it with a program.
    let talk = |who: &Person<'_>| who.run(["show", &number, "--no-mark"]).ok().talk().to_owned();
    assert!(talk(&ana).contains(&format!("fuera de plazo. Para reclamarla: taquilla reclamar {number}")), "{}", talk(&ana));
    assert!(!talk(&sara).contains("reclamar"), "{}", talk(&sara));
    let rehearsed = ana.json(["reclamar", &number, "-n"]);
    let told: Vec<_> = rehearsed["mail"].as_array().unwrap().iter().map(|letter| letter["event"].clone()).collect();
    assert_eq!((told, &rehearsed["dry_run"]), (vec![json!("reminded"); 2], &json!(true)));
    let (done, letters) = desk.letters_of(|| ana.command(["remind", &number, "-m", "Lo necesito\n\nya"]).json().run().ok());
    assert_eq!(done.json()["number"], json!(number));
    let mut to: Vec<_> = letters.iter().map(|letter| letter.to()).collect();
    to.sort();
    assert_eq!(to, ["carmen@example.com", "marta@example.com"]);
    let letter = desk.last_letter_to("carmen@example.com");
    assert!(letter.body().contains("reclama la respuesta") && letter.body().contains("Lo necesito"), "{}", letter.body());
    assert_eq!(events(&ana, &number).last().unwrap(), "reminded");
    let thread = marta.sees(&number)["thread"].clone();
    assert_eq!(thread.as_array().unwrap().last().unwrap()["details"]["reason"], "Lo necesito\n\nya");
    let shown = marta.run(["show", &number, "--no-mark"]).ok();
    assert!(shown.text().contains("reclama la respuesta") && shown.text().contains("Lo necesito"), "{shown}");
    assert!(shown.text().ends_with("\n"), "{shown}");
    assert_eq!(ana.sees(&number)["messages"], 1, "it is no message");
    assert!(talk(&ana).contains("Podrá volver a hacerlo el jueves 26 de noviembre de 2026 a las 10:00"), "{}", talk(&ana));
    let again = ana.refused(["remind", &number], 6, "already-reminded");
    assert!(again["message"].as_str().unwrap().contains("jueves 26 de noviembre de 2026 a las 10:00"), "{again}");
    desk.set_now("2026-11-26T09:00:00Z");
    log_in();
    sara.does(["release", &number]);
    desk.letters_of(|| ana.command(["remind", &number]).run().ok());
    // The letter says all that care would look up: whose it is, and what waits.
    let letter = desk.last_letter_to("carmen@example.com");
    assert!(letter.body().contains("Está sin asignar.") && letter.body().contains("Ana escribió"), "{}", letter.body());
    sara.does(["assign", &number, "--to", "marta"]);
    ana.refused(["remind", &number, "-m", " "], 2, "empty-message");
    // What is answered, closed or another's is not to be asked for.
    marta.does(["reply", &number, "-m", "Sí"]);
    let answered = ana.refused(["remind", &number], 6, "already-answered");
    assert!(answered["hint"].as_str().unwrap().contains("responder"), "{answered}");
    marta.does(["close", &number]);
    ana.refused(["remind", &number], 6, "ticket-closed");
    sara.does(["user", "suspend", "ana", "--reason", "Datos"]);
    ana.log_in().ok();
    ana.refused(["remind", &number], 6, "suspended");
}
