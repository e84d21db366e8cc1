//! `overdue` and `next`: what is late and by how much working time, what soon will be, and what comes first.

use serde_json::{Value, json};
use taquilla::domain::time::Span;

use super::support::Desk;

fn numbers(rows: &Value) -> Vec<&str> {
    rows.as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap()).collect()
}

#[test]
fn what_is_late_is_care_s_list() {
    let desk = Desk::staffed();
    let log_in = || ["ana", "sara", "marta", "carmen"].map(|name| desk.person(name).log_in().ok());
    let (ana, bruno, sara, marta) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"), desk.person("marta"));
    // Thursday noon, so that a weekend lies in between.
    desk.set_now("2026-11-26T11:00:00Z");
    log_in();
    let first = ana.opens("La primera");
    ana.does(["reply", &first, "-m", "¿Hola?\n\u{1b}[31m¿Hay alguien?"]);
    sara.does(["assign", &first, "--to", "marta"]);
    marta.does(["reply", &first, "-m", "Un momento", "--pending"]);
    desk.advance(Span::hours(1));
    let second = ana.opens("La segunda");
    desk.set_now("2026-11-27T13:00:00Z");
    log_in();
    let third = ana.opens("La tercera");
    assert_eq!(sara.run(["overdue"]).ok().talk().trim(), "No hay ninguna respuesta fuera de plazo.");
    assert_eq!(sara.json(["overdue"]), json!([]));
    // 48 hours without the weekend later: the first is late by an hour and a half, the second by half an hour.
    desk.set_now("2026-11-30T12:30:00Z");
    log_in();
    let late = sara.json(["vencidos"]);
    assert_eq!(numbers(&late), [&first, &second]);
    assert_eq!((&late[0]["late_seconds"], &late[1]["late_seconds"]), (&json!(5_400), &json!(1_800)));
    let message = json!({ "at": "2026-11-26T11:00:00Z", "body": "¿Hola?\n\u{1b}[31m¿Hay alguien?" });
    assert_eq!((&late[0]["last_message"], &late[0]["overdue"]), (&message, &json!(true)));
    assert_eq!(numbers(&marta.json(["overdue"])), [&first], "agents see their own");
    assert_eq!(marta.json(["overdue"])[0]["client"]["email"], Value::Null);
    let table = sara.run(["overdue"]).ok();
    for words in ["Ana (ana)", "1 h 30 min", "30 min", "¿Hola?", "Marta", "Sin asignar"] {
        assert!(table.text().contains(words), "{words}: {table}");
    }
    assert!(!table.text().contains('\u{1b}') && table.text().lines().count() == 3, "{table}");
    assert_eq!(sara.run(["overdue", "--format", "ids"]).ok().text(), format!("{first}\n{second}\n"));
    assert_eq!(numbers(&sara.json(["overdue", "--limit", "1"])), [&first]);
    assert_eq!(sara.json(["overdue", "--fields", "number,last_message.at"])[0]["last_message.at"], "2026-11-26T11:00:00Z");
    sara.refused(["overdue", "--fields", "left_seconds"], 2, "bad-field");
    ana.refused(["overdue"], 5, "not-allowed");
    // Half an hour before its warning the third is nobody's worry yet.
    assert_eq!(sara.run(["overdue", "--soon"]).ok().talk().trim(), "No hay ninguna respuesta a punto de vencer.");
    desk.set_now("2026-12-01T10:00:00Z");
    log_in();
    let soon = sara.json(["overdue", "--soon"]);
    assert_eq!((numbers(&soon), &soon[0]["left_seconds"]), (vec![third.as_str()], &json!(3 * 3_600)));
    assert_eq!(sara.run(["overdue", "--soon", "--format", "ids"]).ok().text(), format!("{third}\n"));
    // What is answered is late no more, and a suspended client's time is at rest.
    marta.does(["reply", &first, "-m", "Sí"]);
    assert_eq!(numbers(&sara.json(["overdue"])), [&second]);
    sara.does(["user", "suspend", "ana", "--reason", "Datos"]);
    assert_eq!((sara.json(["overdue"]), sara.json(["next"])), (json!([]), Value::Null));
    drop(bruno);
}

#[test]
fn the_nearest_deadline_comes_next() {
    let desk = Desk::staffed();
    let (ana, sara, marta, mateo) = (desk.person("ana"), desk.person("sara"), desk.person("marta"), desk.person("mateo"));
    for person in [&sara, &marta] {
        let nothing = person.run(["next"]).ok();
        assert_eq!((nothing.text(), nothing.talk().trim()), ("", "No hay nada pendiente de respuesta."));
        assert_eq!(person.json(["siguiente"]), Value::Null);
        assert_eq!(person.run(["next", "--format", "ids"]).ok().text(), "");
    }
    let first = ana.opens("La primera");
    desk.advance(Span::minutes(5));
    let second = ana.opens("La segunda");
    desk.advance(Span::minutes(5));
    let third = ana.opens("La tercera");
    sara.does(["assign", &second, "--to", "mateo"]);
    sara.does(["assign", &third, "--to", "marta"]);
    assert_eq!(sara.json(["next"])["number"], json!(first));
    assert_eq!(marta.json(["next"])["number"], json!(third));
    let shown = marta.run(["next"]).ok();
    assert!(shown.text().contains("La tercera") && shown.text().contains("Ana (ana)"), "{shown}");
    assert!(shown.text().contains("miércoles 25 de noviembre de 2026"), "{shown}");
    assert!(shown.talk().contains(&format!("taquilla ver {third}")), "{shown}");
    assert_eq!(marta.json(["show", &third, "--no-mark"])["unread"], 1, "it stays unread");
    sara.does(["user", "away", "mateo", "--until", "3d", "--substitute", "marta"]);
    assert_eq!(marta.json(["next"])["number"], json!(second), "of whom they stand in for");
    marta.does(["reply", &second, "-m", "Sí"]);
    assert_eq!(marta.json(["next"])["number"], json!(third));
    assert_eq!(mateo.json(["next"]), Value::Null);
    ana.refused(["next"], 5, "not-allowed");
    marta.does(["close", &third]);
    assert_eq!(marta.json(["next"]), Value::Null);
}
