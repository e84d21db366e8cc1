//! What is told again, and what is not told after all: letters that never left, deadlines that lie ahead again, clocks that were wrong.

use serde_json::{Value, json};
use taquilla::domain::time::Span;

use super::{Office, told};

#[test]
fn what_was_told_by_letters_that_never_left_is_told_again() {
    let office = Office::new();
    let desk = &office.desk;
    let (rests, closed) = (office.waiting(), office.json(["open", "--subject", "De Bruno", "-m", "Duda", "--for", "bruno"]));
    let closed = closed["number"].as_str().unwrap().to_owned();
    office.json(["config", "set", "mail.hold", "on"]);
    desk.advance(Span::hours(48));
    assert_eq!(office.tick(), json!({ "overdue": 2, "letters": 4 }));
    office.json(["user", "suspend", "ana", "--reason", "Ruido"]);
    office.json(["close", &closed]);
    office.json(["config", "set", "mail.hold", "off"]);
    desk.owner().run(["mail", "flush"]).ok();
    assert_eq!(office.queue(), []);
    office.json(["user", "reinstate", "ana"]);
    office.json(["reopen", &closed]);
    // The commands that give them back tell of them at once.
    let told = ["carmen", "carmen", "marta", "sara"].map(|to| told(to, "overdue", 1));
    assert_eq!(office.queue(), told);
    // What left is not told again.
    desk.owner().run(["mail", "flush"]).ok();
    office.json(["close", &closed]);
    office.json(["user", "suspend", "ana", "--reason", "Ruido"]);
    office.json(["user", "reinstate", "ana"]);
    office.json(["reopen", &closed]);
    desk.advance(Span::hours(48));
    assert_eq!(office.tick(), json!({}));
    assert_eq!(office.queue(), []);
    assert_eq!(office.json(["overdue"]).as_array().unwrap().len(), 2, "{rests}");
}

#[test]
fn a_letter_of_an_earlier_question_does_not_tell_of_the_next() {
    let office = Office::new();
    let desk = &office.desk;
    let (one, many) = (office.waiting(), [(); 6].map(|()| office.waiting()));
    office.json(["config", "set", "mail.hold", "on"]);
    desk.advance(Span::hours(48));
    assert_eq!(office.tick(), json!({ "overdue": 7, "letters": 2 }));
    let ana = desk.person("ana");
    ana.log_in().ok();
    let letters = |of: &str| desk.letters_to("carmen@example.com").iter().filter(|letter| letter.subject().contains(of)).count();
    ana.command(["close", &one]).mail("queue").run().ok();
    ana.command(["reopen", &one, "-m", "Sigo con la duda"]).mail("queue").run().ok();
    desk.advance(Span::hours(48));
    assert_eq!(office.tick(), json!({ "overdue": 1, "letters": 2 }));
    office.json(["config", "set", "mail.hold", "off"]);
    desk.owner().run(["mail", "flush"]).ok();
    assert_eq!((letters(&one), letters(": 6")), (1, 1), "each once: what is told of another question is left out");
    assert_eq!(many.len(), 6);
}

#[test]
fn a_holiday_that_is_entered_late_puts_back_what_was_told() {
    let office = Office::new();
    let desk = &office.desk;
    let number = office.waiting();
    office.json(["config", "set", "mail.hold", "on"]);
    desk.set_now("2026-11-25T09:00:00Z");
    assert_eq!(office.tick(), json!({ "overdue": 1, "letters": 2 }));
    desk.set_now("2026-11-25T10:00:00Z");
    office.json(["config", "set", "calendar.holidays", "2026-11-24"]);
    let noted = office.json(["audit", "--ticket", &number]);
    assert!(noted[0]["note"].as_str().unwrap().contains("told: warned"), "{noted}");
    assert_eq!(office.tick(), json!({}));
    // The real deadline is told of, once, and what was not true by then does not leave.
    desk.set_now("2026-11-26T08:59:59Z");
    assert_eq!(office.tick(), json!({}));
    desk.set_now("2026-11-26T09:00:00Z");
    assert_eq!(office.tick(), json!({ "overdue": 1, "letters": 2 }));
    office.json(["config", "set", "mail.hold", "off"]);
    desk.owner().run(["mail", "flush"]).ok();
    let letters = desk.letters_to("carmen@example.com");
    let told: Vec<_> = letters.iter().filter_map(|letter| letter.text.as_deref()).filter(|text| text.contains(&number)).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("debía llegar antes del jueves 26 de noviembre"), "{told:?}");
}

#[test]
fn what_a_wrong_clock_told_is_told_when_its_time_has_come() {
    let office = Office::new();
    let desk = &office.desk;
    office.waiting();
    desk.set_now("2027-11-23T09:00:00Z");
    assert_eq!(office.tick()["overdue"], 1);
    desk.set_now("2026-11-23T10:00:00Z");
    assert_eq!(office.tick()["postponed"], 1);
    desk.set_now("2026-11-24T09:00:00Z");
    assert_eq!(office.tick(), json!({ "warned": 1, "letters": 1 }));
    desk.set_now("2026-11-25T09:00:00Z");
    assert_eq!(office.tick(), json!({ "overdue": 1, "letters": 2 }));
}

#[test]
fn a_clock_that_is_behind_makes_nothing_told_again() {
    let office = Office::new();
    let desk = &office.desk;
    office.waiting();
    desk.advance(Span::hours(48));
    assert_eq!(office.tick(), json!({ "overdue": 1, "letters": 2 }));
    desk.owner().run(["mail", "flush"]).ok();
    desk.set_now("2020-01-01T00:00:00Z");
    assert_eq!(office.tick(), json!({}));
    desk.set_now("2026-11-25T10:00:00Z");
    assert_eq!(office.tick(), json!({}));
}

#[test]
fn tickets_of_a_wrong_clock_are_found() {
    let office = Office::new();
    let desk = &office.desk;
    let finds = || {
        let found = desk.owner().command(["doctor"]).json().run().json();
        let found = found.as_array().unwrap().iter().find(|finding| finding["code"] == "dated-ahead");
        found.map(|finding| finding["count"].clone())
    };
    assert_eq!(finds(), None);
    desk.set_now("2027-11-23T09:00:00Z");
    office.json(["open", "--subject", "Otra", "-m", "Otra", "--for", "ana"]);
    desk.set_now("2026-11-23T10:00:00Z");
    assert_eq!(finds(), Some(json!(1)));
}

#[test]
fn what_is_overdue_is_never_warned_of_however_much_of_it_there_is() {
    let office = Office::new();
    let desk = &office.desk;
    // More than a command does in passing.
    for number in 0..70 {
        office.json(["open", "--subject", &format!("Duda {number}"), "-m", "Duda", "--for", "ana"]);
    }
    desk.advance(Span::hours(48));
    office.json(["profile", "--name", "Alba B"]);
    assert_eq!(office.tick()["warned"], Value::Null);
    let told = ["carmen", "sara"].map(|to| [told(to, "overdue", 6), told(to, "overdue", 64)]);
    assert_eq!(office.queue(), told.concat());
}

#[test]
fn letters_that_a_wrong_clock_put_off_leave() {
    let office = Office::new();
    let desk = &office.desk;
    desk.owner().run(["mail", "flush"]).ok();
    desk.set_now("2027-11-23T09:00:00Z");
    office.json(["open", "--subject", "Otra", "-m", "Otra", "--for", "ana"]);
    desk.set_now("2026-11-23T10:00:00Z");
    let waiting = office.tick()["put_forward"].as_u64().unwrap();
    assert!(waiting > 0);
    let retries = || desk.owner().command(["tick"]).mail("queue").json().run().ok().json()["retries"].as_u64();
    assert_eq!((office.tick()["put_forward"].as_u64(), retries()), (None, Some(waiting)));
}
