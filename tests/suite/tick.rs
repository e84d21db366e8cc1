//! What time makes due: who is told of answers that are due, once each, by `tick` and by whatever else changes the desk.

mod again;
mod served;

use serde_json::{Value, json};
use taquilla::domain::time::Span;

use crate::support::Desk;

/// A desk on which time passes, and what an administrator sees and does there: sessions end, a token does not.
struct Office {
    desk: Desk,
    token: String,
}

impl Office {
    fn new() -> Self {
        let desk = Desk::staffed();
        let made = desk.admin().json(["token", "create", "--name", "Reloj", "--scope", "admin", "--expires", "366d"]);
        Self { token: made["token"].as_str().unwrap().to_owned(), desk }
    }

    fn json<const N: usize>(&self, words: [&str; N]) -> Value {
        let command = self.desk.owner();
        command.command(words).mail("queue").json().env("TAQUILLA_TOKEN", &self.token).run().ok().json()
    }

    /// What `tick` says that it did, without what was nothing, and without what comes of the sessions and letters from before.
    fn tick(&self) -> Value {
        let said = self.desk.owner().command(["tick"]).mail("queue").json().run().ok().json();
        without_nothing(said, &["changed", "sessions", "retries", "commands"])
    }

    /// To whom the letters go that wait, with what they are about and of how many tickets they tell.
    fn queue(&self) -> Vec<(String, String, usize)> {
        let letters = self.json(["mail", "queue"]);
        let told = ["warning", "overdue"];
        let letters = letters.as_array().unwrap().iter().filter(|letter| told.contains(&letter["event"].as_str().unwrap()));
        let text = |value: &Value| value.as_str().unwrap().trim_end_matches("@example.com").to_owned();
        let mut letters: Vec<_> = letters
            .map(|letter| (text(&letter["to"]), text(&letter["event"]), letter["tickets"].as_array().unwrap().len()))
            .collect();
        letters.sort();
        letters
    }

    /// A ticket that `ana` opens and `marta` gets.
    fn waiting(&self) -> String {
        let number = self.desk.person("ana").opens("Duda");
        self.json(["assign", &number, "--to", "marta"]);
        number
    }

    fn links(&self) -> usize {
        self.json(["audit"]).as_array().unwrap().len()
    }
}

fn without_nothing(mut said: Value, left_out: &[&str]) -> Value {
    said.as_object_mut().unwrap().retain(|key, value| *value != json!(0) && !left_out.contains(&key.as_str()));
    said
}

fn told(to: &str, event: &str, tickets: usize) -> (String, String, usize) {
    (to.to_owned(), event.to_owned(), tickets)
}

#[test]
fn the_assignee_is_warned_after_a_day_and_care_told_after_two_once_each() {
    let office = Office::new();
    let desk = &office.desk;
    let number = office.waiting();
    desk.set_now("2026-11-24T08:59:59Z");
    // What ends sessions leaves a link, once.
    assert_eq!(office.tick(), json!({}));
    let before = office.links();
    assert_eq!(office.tick(), json!({}));
    assert_eq!(office.links(), before, "nothing was done");
    desk.set_now("2026-11-24T09:00:00Z");
    assert_eq!(office.tick(), json!({ "warned": 1, "letters": 1 }));
    let again = desk.owner().command(["tick"]).mail("queue").json().run().ok().json();
    assert_eq!((&again["changed"], &again["warned"]), (&json!(false), &json!(0)));
    assert_eq!(office.queue(), [told("marta", "warning", 1)]);
    assert_eq!(office.links(), before + 1);
    // A row of a letter says what it is about.
    let mail = office.json(["show", &number])["thread"][0]["mail"].clone();
    assert!(
        mail.as_array().unwrap().iter().any(|row| (&row["to"], &row["event"]) == (&json!("marta"), &json!("warning"))),
        "{mail}"
    );
    let shown = desk.owner().command(["show", &number]).env("TAQUILLA_TOKEN", &office.token).run().ok();
    assert!(shown.text().contains("El aviso a marta (respuesta próxima a vencer)"), "{shown}");
    desk.set_now("2026-11-25T08:59:59Z");
    assert_eq!(office.tick()["warned"], Value::Null);
    desk.set_now("2026-11-25T09:00:00Z");
    assert_eq!(office.tick()["overdue"], 1);
    desk.set_now("2026-11-30T09:00:00Z");
    assert_eq!(office.tick()["overdue"], Value::Null);
    let all = [told("carmen", "overdue", 1), told("marta", "overdue", 1), told("marta", "warning", 1)];
    assert_eq!(office.queue(), all);
    let audit = office.json(["audit", "--ticket", &number]);
    assert_eq!((&audit[0]["verb"], &audit[0]["via"], &audit[0]["actor"]), (&json!("tick"), &json!("owner"), &Value::Null));
    assert!(audit[0]["note"].as_str().unwrap().contains("told: overdue"), "{audit}");
}

#[test]
fn the_letters_tell_who_waits_since_when_and_what_to_do() {
    let office = Office::new();
    let desk = &office.desk;
    let number = office.waiting();
    desk.person("marta").does(["profile", "--lang", "en"]);
    // What staff wrote down for a client is what the client said, also where staff said something after it.
    let other = office.json(["open", "--subject", "Otra", "-m", "Por teléfono: ¿cuándo?", "--for", "bruno"])["number"].clone();
    office.json(["reply", other.as_str().unwrap(), "--pending", "-m", "Lo miramos."]);
    desk.advance(Span::hours(48));
    let (_, letters) = desk.letters_of(|| desk.owner().run(["tick"]).ok());
    let of = |to: &str, number: &str| {
        let mut texts = letters.iter().filter(|letter| letter.to() == to).filter_map(|letter| letter.text.as_deref());
        texts.find(|text| text.contains(number)).unwrap()
    };
    let (english, spanish) = (of("marta@example.com", &number), of("carmen@example.com", &number));
    let spoken_for = of("carmen@example.com", other.as_str().unwrap());
    assert!(spoken_for.contains("¿cuándo?") && !spoken_for.contains("Lo miramos"), "{spoken_for}");
    for part in
        ["Ana (ana) is waiting", "was due on Wednesday 25 November at 10:00", "Una pregunta", &format!("taquilla reply {number}")]
    {
        assert!(english.contains(part), "{part}: {english}");
    }
    for part in [
        "Ana (ana) espera",
        "debía llegar antes del miércoles 25 de noviembre a las 10:00",
        &format!("taquilla responder {number}"),
    ] {
        assert!(spanish.contains(part), "{part}: {spanish}");
    }
    assert!(letters.iter().all(|letter| !letter.text.as_deref().unwrap().contains("ana@example.com")));
}

#[test]
fn what_nobody_has_is_secretarias_and_what_was_never_warned_of_is_overdue_alone() {
    let office = Office::new();
    let desk = &office.desk;
    desk.person("ana").opens("Duda");
    desk.advance(Span::hours(24));
    office.tick();
    assert_eq!(office.queue(), [told("sara", "warning", 1)]);
    office.json(["open", "--subject", "Doubt", "-m", "Doubt", "--for", "bruno"]);
    desk.advance(Span::hours(48));
    assert_eq!(office.tick()["overdue"], 2);
    assert_eq!(office.queue().iter().filter(|letter| letter.1 == "warning").count(), 1);
    assert_eq!(office.queue().iter().filter(|letter| **letter == told("carmen", "overdue", 1)).count(), 2);
    assert_eq!(office.queue().iter().filter(|letter| **letter == told("sara", "overdue", 1)).count(), 2);
}

#[test]
fn a_substitute_is_told_instead_and_of_many_in_one_letter() {
    let office = Office::new();
    let desk = &office.desk;
    for _ in 0..6 {
        office.waiting();
    }
    office.json(["user", "away", "marta", "--until", "2026-11-24", "--substitute", "mateo"]);
    desk.advance(Span::hours(24));
    assert_eq!(office.tick(), json!({ "warned": 6, "letters": 1 }));
    assert_eq!(office.queue(), [told("mateo", "warning", 6)]);
    // The next day she is back, which is also said once.
    desk.advance(Span::hours(24));
    assert_eq!(office.tick(), json!({ "overdue": 6, "absences": 1, "letters": 2 }));
    assert_eq!(office.queue(), [told("carmen", "overdue", 6), told("marta", "overdue", 6), told("mateo", "warning", 6)]);
}

#[test]
fn what_is_answered_closed_or_at_rest_is_not_told_nor_what_is_switched_off() {
    let office = Office::new();
    let desk = &office.desk;
    let ana = desk.person("ana");
    let (answered, closed, open) = (office.waiting(), ana.opens("Cerrado"), ana.opens("Abierto"));
    desk.person("bruno").opens("At rest");
    office.json(["reply", &answered, "-m", "Sí."]);
    office.json(["close", &closed]);
    office.json(["user", "suspend", "bruno", "--reason", "Insultos"]);
    office.json(["config", "set", "mail.notify.warning", "off"]);
    office.json(["config", "set", "mail.role.care", "atencion@example.com"]);
    desk.advance(Span::hours(24));
    assert_eq!(office.tick(), json!({ "warned": 1 }), "nobody is told, and that is done");
    desk.advance(Span::hours(200));
    assert_eq!(office.tick(), json!({ "overdue": 1, "letters": 2 }));
    assert_eq!(office.queue(), [told("atencion", "overdue", 1), told("sara", "overdue", 1)]);
    // Nothing of it leaves when it was answered meanwhile.
    office.json(["reply", &open, "-m", "Listo."]);
    desk.owner().run(["mail", "flush"]).ok();
    assert_eq!(office.queue(), []);
    assert_eq!(desk.letters().iter().filter(|letter| letter.to() == "atencion@example.com").count(), 0);
}

#[test]
fn of_many_in_one_letter_those_are_left_out_that_were_answered_before_it_left() {
    let office = Office::new();
    let desk = &office.desk;
    let numbers: Vec<_> = (0..8).map(|_| office.waiting()).collect();
    desk.advance(Span::hours(24));
    office.tick();
    assert_eq!(office.queue(), [told("marta", "warning", 8)]);
    office.json(["reply", &numbers[0], "-m", "Sí."]);
    office.json(["close", &numbers[1]]);
    desk.owner().run(["mail", "flush"]).ok();
    let letters = desk.letters_to("marta@example.com");
    let warning = letters
        .iter()
        .find(|letter| letter.body().contains(&numbers[6]) && letter.body().contains(&numbers[7]))
        .unwrap()
        .body()
        .to_owned();
    let named: Vec<_> = numbers.iter().map(|number| warning.contains(number.as_str())).collect();
    assert_eq!(named, [false, false, true, true, true, true, true, true], "{warning}");
}

#[test]
fn a_rehearsal_tells_whom_and_does_nothing() {
    let office = Office::new();
    let desk = &office.desk;
    office.waiting();
    desk.advance(Span::hours(48));
    let said = without_nothing(desk.owner().json(["tick", "--dry-run"]), &[]);
    let letter = |to: &str| json!({ "to": to, "event": "overdue", "lang": "es" });
    assert_eq!((&said["overdue"], &said["dry_run"]), (&json!(1), &json!(true)));
    assert_eq!(said["mail"], json!([letter("marta"), letter("carmen")]));
    assert_eq!(office.queue(), []);
    // Under a key it is done once.
    let first = desk.owner().json(["tick", "--key", "hoy", "--mail", "queue"]);
    desk.advance(Span::hours(48));
    assert_eq!(desk.owner().json(["tick", "--key", "hoy", "--mail", "queue"]), first);
}

#[test]
fn whatever_changes_the_desk_does_a_little_of_it_in_passing() {
    let office = Office::new();
    let desk = &office.desk;
    let number = office.waiting();
    desk.advance(Span::minutes(47 * 60));
    let sara = desk.person("sara");
    sara.log_in().ok();
    // The warning leaves, so that it is not in the queue for as long as a relay takes.
    desk.owner().run(["mail", "flush"]).ok();
    desk.advance(Span::hours(1));
    let said = office.json(["profile", "--name", "Alba B", "--dry-run"]);
    assert_eq!(said["mail"], json!([]));
    // Who only reads does nothing of it, also where it is written down that a token was used, or what was shown.
    office.json(["list"]);
    sara.command(["show", &number]).mail("queue").run().ok();
    assert_eq!(office.queue(), []);
    office.json(["profile", "--name", "Alba B"]);
    assert_eq!(office.queue(), [told("carmen", "overdue", 1), told("marta", "overdue", 1)]);
    let links = office.json(["audit", "--ticket", &number]);
    assert!(links[0]["note"].as_str().unwrap().contains("in_passing: profile"), "{links}");
    assert_eq!((&links[0]["verb"], &links[0]["actor"]), (&json!("tick"), &Value::Null));
    assert_eq!(office.tick()["overdue"], Value::Null);
    // What the command does itself comes first: answered in the same moment, it is not late.
    let other = office.json(["open", "--subject", "Otra", "-m", "Otra", "--for", "ana"]);
    desk.advance(Span::hours(72));
    office.json(["reply", other["number"].as_str().unwrap(), "-m", "Sí."]);
    assert_eq!(office.queue().len(), 2);
}

#[test]
fn nobody_has_two_letters_about_a_ticket_from_a_command_and_what_it_does_in_passing() {
    let office = Office::new();
    let desk = &office.desk;
    let (first, second) = (office.waiting(), office.waiting());
    desk.advance(Span::hours(48));
    // Both are overdue; of one the new assignee is told by the command itself, which says when the answer was due.
    office.json(["assign", &first, "--to", "mateo"]);
    let letters = office.json(["mail", "queue"]);
    let about = |number: &str, to: &str| -> Vec<String> {
        let is_meant = |letter: &&Value| letter["to"] == to && letter["tickets"].to_string().contains(number);
        letters.as_array().unwrap().iter().filter(is_meant).map(|letter| letter["event"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(about(&first, "mateo@example.com"), ["assigned"], "{letters}");
    assert_eq!(about(&first, "carmen@example.com"), ["overdue"]);
    assert!(about(&second, "marta@example.com").contains(&"overdue".to_owned()), "{letters}");
    // Each was told of once, however it was.
    assert_eq!(office.tick()["overdue"], Value::Null);
}

#[test]
fn a_desk_at_rest_leaves_no_links_for_links_that_are_emptied() {
    let office = Office::new();
    let desk = &office.desk;
    office.json(["config", "set", "retention.audit", "1d", "--yes"]);
    desk.advance(Span::days(40));
    assert!(office.tick()["erased"].as_u64() > Some(0));
    let mut links = Vec::new();
    for _ in 0..3 {
        desk.advance(Span::days(2));
        office.tick();
        links.push(office.links());
    }
    assert_eq!(links[1], links[2], "{links:?}");
    // What did something else is told in people's words.
    desk.person("sara").log_in().ok();
    desk.advance(Span::days(40));
    office.tick();
    let shown = desk.owner().command(["audit", "--limit", "1"]).env("TAQUILLA_TOKEN", &office.token).run().ok();
    assert!(shown.text().contains("sesiones caducadas (1)"), "{shown}");
}

#[test]
fn what_has_expired_is_removed_and_counted() {
    let office = Office::new();
    let desk = &office.desk;
    desk.person("ana").does(["password", "forgot", "--email", "ana@example.com"]);
    desk.person("sara").does(["token", "create", "--name", "Lista", "--expires", "1d"]);
    desk.person("marta").does(["user", "away", "me", "--until", "2026-11-25"]);
    desk.advance(Span::days(60));
    let said = without_nothing(desk.owner().json(["tick"]), &[]);
    assert_eq!((&said["codes"], &said["absences"], &said["tokens"]), (&json!(1), &json!(1), &json!(1)), "{said}");
    assert!(said["sessions"].as_u64() >= Some(7), "{said}");
    assert_eq!(office.tick(), json!({}));
}
