//! `stats`: what there is to do and what was done, against a small history that is told by hand.

use serde_json::{Value, json};
use taquilla::domain::time::Span;

use super::support::{Desk, Person};

fn row<'v>(rows: &'v Value, of: &str) -> &'v Value {
    let is_it =
        |row: &&Value| row["agent"]["handle"] == of || row["topic"] == of || (of == row["group"] && row["agent"].is_null());
    rows.as_array().unwrap().iter().find(is_it).unwrap_or_else(|| panic!("no {of}: {rows}"))
}

fn figures(row: &Value) -> Vec<i64> {
    let keys = ["open", "new", "pending", "answered", "overdue", "opened", "closed", "first_answers"];
    keys.iter().map(|key| row[key].as_i64().unwrap()).collect()
}

fn opens(client: &Person<'_>, topic: &str) -> String {
    let line = ["--json", "open", "--topic", topic, "--subject", "Duda", "-m", "Hola"];
    client.command(line).mail("queue").run().ok().json()["number"].as_str().unwrap().to_owned()
}

#[test]
fn the_figures_of_a_small_history() {
    let desk = Desk::staffed();
    let (ana, sara, marta, admin) = (desk.person("ana"), desk.person("sara"), desk.person("marta"), desk.admin());
    admin.does(["topic", "add", "Letras"]);
    admin.does(["topic", "add", "Latín", "--parent", "Letras"]);
    desk.set_now("2026-12-14T09:00:00Z");
    for person in [&ana, &sara, &marta, &admin] {
        person.log_in().ok();
    }
    let [first, second, late, twin] = ["Letras", "Latín", "Latín", "Latín"].map(|topic| opens(&ana, topic));
    sara.does(["assign", &first, &second, "--to", "marta"]);
    desk.advance(Span::minutes(200));
    marta.does(["reply", &first, "-m", "Un momento", "--pending"]);
    marta.does(["reply", &second, "-m", "Sí", "--close"]);
    desk.advance(Span::minutes(100));
    marta.does(["reply", &first, "-m", "Sí"]);
    sara.does(["merge", &twin, "--into", &late]);
    // Four working days later.
    desk.set_now("2026-12-18T10:00:00Z");
    for person in [&ana, &sara, &marta] {
        person.log_in().ok();
    }
    let fresh = opens(&ana, "Letras");
    let total = sara.json(["stats"]);
    assert_eq!(figures(&total), [3, 2, 0, 1, 1, 4, 1, 2]);
    assert_eq!((&total["first_answer_median_minutes"], &total["first_answer_p90_minutes"]), (&json!(200), &json!(300)));
    assert_eq!((&total["group"], &total["until"]), (&json!("total"), &json!("2026-12-18T10:00:00Z")));
    assert_eq!(total["since"], "2026-11-18T10:00:00Z");
    let by_agent = sara.json(["stats", "--by", "agent"]);
    assert_eq!(figures(row(&by_agent, "marta")), [1, 0, 0, 1, 0, 2, 1, 2]);
    assert_eq!(figures(row(&by_agent, "mateo")), [0; 8]);
    assert_eq!(figures(row(&by_agent, "agent")), [2, 2, 0, 0, 1, 2, 0, 0], "what nobody has");
    assert_eq!(by_agent.as_array().unwrap().last(), Some(&total));
    let by_topic = sara.json(["stats", "--by", "topic"]);
    assert_eq!(figures(row(&by_topic, "Letras")), figures(&total), "with what is under it");
    assert_eq!(figures(row(&by_topic, "Letras / Latín")), [1, 1, 0, 0, 1, 2, 1, 1]);
    assert_eq!(figures(row(&by_topic, "Reportar consulta")), [0; 8]);
    // An agent knows their own alone.
    assert_eq!(figures(&marta.json(["stats"])), [1, 0, 0, 1, 0, 2, 1, 2]);
    assert_eq!(marta.json(["stats", "--by", "agent"]).as_array().unwrap().len(), 2);
    desk.person("ana").refused(["stats"], 5, "not-allowed");
    // The period bounds what happened, not what is.
    let before = sara.json(["stats", "--until", "2026-12-13"]);
    assert_eq!(figures(&before), [3, 2, 0, 1, 1, 0, 0, 0]);
    assert_eq!(before["first_answer_median_minutes"], Value::Null);
    assert_eq!(figures(&sara.json(["stats", "--since", "2026-12-15"]))[5..], [1, 0, 0]);
    assert_eq!(figures(&sara.json(["stats", "--since", "2026-12-14", "--until", "2026-12-14"]))[5..], [3, 1, 2]);
    sara.refused(["stats", "--since", "2026-12-17", "--until", "2026-12-13"], 2, "bad-period");
    sara.refused(["stats", "--since", "ayer"], 2, "bad-value");
    // Closed again, it counts once, when it was closed last; what was answered first stays so.
    sara.does(["close", &fresh]);
    sara.does(["reopen", &second]);
    assert_eq!(figures(&sara.json(["stats"]))[5..], [4, 1, 2]);
    desk.owner().run(["verify"]).ok();
}

#[test]
fn people_see_bars_that_fit_their_terminal() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    for _ in 0..3 {
        ana.opens("Duda");
    }
    let spanish = sara.run(["stats"]).ok();
    for expected in
        ["Panel de Control", "Período: del", "Abiertos", "█", "Mediana hasta la 1.ª respuesta", "Ahora\n", "En el período\n"]
    {
        assert!(spanish.text().contains(expected), "{spanish}");
    }
    // Days of the desk's calendar, also across the change of its clocks.
    assert!(spanish.text().contains("del 24/10/26 10:00 al 23/11/26 10:00"), "{spanish}");
    for (language, whole, part) in [
        ("es", "Período: del 01/11/26 al 22/11/26\n", "Período: del 01/11/26 00:00 al 23/11/26 10:00\n"),
        ("en", "Period: 2026-11-01 to 2026-11-22\n", "Period: 2026-11-01 00:00 to 2026-11-23 10:00\n"),
    ] {
        let since = ["--lang", language, "stats", "--since", "2026-11-01"];
        let days = sara.does([&since[..], &["--until", "2026-11-22"]].concat());
        assert!(days.text().contains(whole), "{days}");
        let until_now = sara.does(since);
        assert!(until_now.text().contains(part), "{until_now}");
    }
    let days = sara.json(["stats", "--since", "2026-11-01", "--until", "2026-11-22"]);
    assert_eq!((&days["since"], &days["until"]), (&json!("2026-10-31T23:00:00Z"), &json!("2026-11-22T23:00:00Z")));
    let english = sara.run(["--lang", "en", "stats", "--by", "agent"]).ok();
    assert!(english.text().contains("Unassigned") && english.text().contains("Overdue"), "{english}");
    let ascii = sara.command(["stats"]).env("LANG", "C").run().ok();
    assert!(ascii.text().contains('#') && !ascii.text().contains('█'), "{ascii}");
    let csv = sara.run(["stats", "--by", "topic", "--format", "csv", "--fields", "topic,open"]).ok();
    assert_eq!(csv.text().lines().collect::<Vec<_>>(), ["topic,open", "Reportar consulta,3", ",3"]);
    assert_eq!(sara.run(["stats", "--by", "topic", "--format", "ids"]).ok().text(), "Reportar consulta\n");
}

#[test]
fn a_period_that_ends_before_it_begins_is_none() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    for (since, until) in [("2026-12-02", "2026-12-01"), ("1d", "3d"), ("2026-11-30 10:00", "2026-11-30 10:00")] {
        let error = sara.refused(["stats", "--since", since, "--until", until], 2, "bad-period");
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(since) && message.contains(until) && message.contains("antes de empezar"), "{error}");
    }
    let error = sara.refused(["stats", "--since", "2099-01-01"], 2, "bad-period");
    let message = error["message"].as_str().unwrap();
    assert!(message.contains("2099-01-01") && message.contains("aún no ha llegado"), "{error}");
    sara.run(["stats", "--since", "2026-12-01", "--until", "2026-12-01"]).ok();
}
