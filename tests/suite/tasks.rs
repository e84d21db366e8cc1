//! `request-call` and `task`: what an agent asks for reaches Secretaría, and the client's telephone never reaches the agent.

use serde_json::{Value, json};

use super::support::{Desk, Person};
use taquilla::domain::time::Span;

const REASON: &str = "Hoy vence la matrícula y no responde";

/// A ticket of `ana` that `marta` has, and `ana` has a telephone.
fn asked(desk: &Desk) -> String {
    let number = desk.person("ana").opens("Matrícula");
    let sara = desk.person("sara");
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["user", "edit", "ana", "--phone", "600 123 456"]);
    number
}

fn events(person: &Person<'_>, number: &str) -> Vec<Value> {
    let thread = person.json(["show", number, "--no-mark"])["thread"].as_array().unwrap().clone();
    thread.into_iter().filter(|entry| entry["event"].as_str().is_some_and(|id| id.starts_with("task"))).collect()
}

#[test]
fn secretaria_is_asked_to_call_and_says_when_it_is_done() {
    let desk = Desk::staffed();
    let (ana, marta, sara) = (desk.person("ana"), desk.person("marta"), desk.person("sara"));
    let number = asked(&desk);
    let line = ["pedir-llamada", &number, "--reason", REASON];
    let dry = marta.json([&line[..], &["-n"]].concat());
    assert_eq!(dry["mail"], json!([{ "to": "sara", "event": "task", "lang": "es" }]), "{dry}");
    let (made, letters) = desk.letters_of(|| marta.command(line).json().run().ok().json());
    assert_eq!((&made["id"], &made["kind"], &made["ticket"]), (&"1".into(), &"call".into(), &number.as_str().into()));
    assert_eq!((&made["status"], &made["changed"], &made["phone"]), (&"open".into(), &true.into(), &Value::Null), "{made}");
    assert_eq!(made["client"], json!({ "handle": "ana", "name": made["client"]["name"], "email": null }));
    let [letter] = letters.as_slice() else { panic!("one letter: {letters:?}") };
    assert_eq!(letter.to(), sara.email());
    assert!(letter.body().contains(REASON) && letter.body().contains("(ana)"), "{}", letter.body());
    assert!(!letter.body().contains("600"), "a mail goes through many hands: {}", letter.body());
    // The same once more is so already; another reason is another task, and so is another person's.
    let (again, letters) = desk.letters_of(|| marta.command(line).json().run().ok().json());
    assert_eq!((&again["id"], &again["changed"], letters.len()), (&"1".into(), &false.into(), 0));
    desk.advance(Span::hours(1));
    assert_eq!(marta.json(["request-call", &number, "--reason", "Otra cosa"])["id"], "2");
    let (own, letters) = desk.letters_of(|| sara.json(["request-call", &number, "--reason", REASON]));
    assert_eq!((&own["id"], letters.len()), (&"3".into(), 0), "never who acted");
    // Who sees what: the agent their own without the telephone, Secretaría all with it, a client nothing of it.
    let listed = |person: &Person<'_>| person.json(["tareas", "list"]).as_array().unwrap().clone();
    let ids = |tasks: &[Value]| tasks.iter().map(|task| task["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(ids(&listed(&marta)), ["1", "2"]);
    assert!(listed(&marta).iter().all(|task| task["phone"].is_null() && task["client"]["email"].is_null()));
    assert_eq!(ids(&listed(&sara)), ["1", "2", "3"], "oldest first");
    // Who sees no telephone has no column for it.
    let heads = |person: &Person<'_>| person.does(["tareas", "list"]).text().lines().next().unwrap_or_default().to_owned();
    assert!(heads(&sara).contains("Teléfono") && !heads(&marta).contains("Teléfono"), "{} {}", heads(&sara), heads(&marta));
    assert_eq!((&listed(&sara)[0]["phone"], &listed(&sara)[0]["asked_by"]["handle"]), (&"600 123 456".into(), &"marta".into()));
    assert_eq!(listed(&desk.person("mateo")), [Value::Null; 0]);
    ana.refused(["task", "list"], 5, "not-allowed");
    ana.refused(["request-call", &number, "--reason", REASON], 5, "not-allowed");
    marta.refused(["task", "done", "1"], 5, "not-allowed");
    assert!(events(&ana, &number).is_empty());
    assert_eq!(events(&marta, &number)[0]["details"], json!({ "from": null, "to": "1", "reason": REASON }));
    desk.person("mateo").refused(["request-call", &number, "--reason", REASON], 3, "ticket-not-found");

    // All or nothing, then what is good; `-` reads them.
    let two = sara.refused(["task", "done", "1", "9"], 3, "several-refused");
    assert_eq!(two["refusals"][0]["number"], "9", "{two}");
    assert!(two["message"].as_str().unwrap().contains("una de las tareas"), "{two}");
    let part =
        sara.command(["task", "done", "-", "--keep-going", "--note", "Llamada: vendrá el lunes"]).stdin("1 9\n").json().run();
    assert_eq!((part.code, &part.json()[0]["id"], &part.json()[0]["status"]), (Some(8), &"1".into(), &"done".into()), "{part}");
    assert!(part.talk().contains("salvo una tarea"), "{part}");
    let shown = marta.json(["show", &number])["thread"].to_string();
    assert!(shown.contains("task-done") && shown.contains("vendrá el lunes"), "{shown}");
    assert_eq!(sara.json(["task", "done", "1"])[0]["changed"], false);
    assert_eq!(sara.json(["task", "list", "--all"]).as_array().unwrap().len(), 3);
    assert_eq!(sara.does(["tareas", "list", "--format", "ids"]).text(), "2\n3\n");
    assert_eq!(sara.command(["task", "done", "-"]).stdin("").json().run().ok().json(), json!([]));
    sara.refused(["task", "done", "x"], 2, "bad-value");
    // What was done may be asked for anew.
    assert_eq!(marta.json(["request-call", &number, "--reason", REASON])["id"], "4");
    desk.admin().does(["verify"]);
}

#[test]
fn tasks_outlive_closing_and_go_with_what_a_ticket_becomes_a_part_of() {
    let desk = Desk::staffed();
    let (ana, marta, sara) = (desk.person("ana"), desk.person("marta"), desk.person("sara"));
    let number = asked(&desk);
    marta.does(["request-call", &number, "--reason", REASON]);
    let closed = sara.run(["close", &number]).ok();
    assert!(closed.talk().contains("tareas list"), "{closed}");
    assert_eq!(sara.json(["task", "list"])[0]["ticket"], number.as_str());
    sara.does(["reopen", &number]);
    let whole = ana.opens("Otra");
    sara.does(["merge", &number, "--into", &whole]);
    assert_eq!(sara.json(["task", "list"])[0]["ticket"], whole.as_str());
    sara.refused(["request-call", &number, "--reason", REASON], 6, "ticket-merged");
    // Whoever asked and does not see that ticket is told of no client.
    let seen = marta.json(["task", "list"]);
    assert_eq!((&seen[0]["id"], &seen[0]["client"]), (&"1".into(), &Value::Null), "{seen}");
    assert_eq!(seen[0]["ticket"], number.as_str(), "nor of its number: they asked on the other one");
    sara.does(["task", "done", "1"]);
    assert_eq!(events(&sara, &whole).len(), 1);
    assert_eq!(sara.json(["close", &whole])[0]["changed"], true);
    let admin = desk.admin();
    admin.does(["verify"]);
}

#[test]
fn closing_tells_of_tasks_that_wait_only_those_who_see_them() {
    let desk = Desk::staffed();
    let (ana, marta, sara) = (desk.person("ana"), desk.person("marta"), desk.person("sara"));
    let number = asked(&desk);
    let told = |person: &Person<'_>, line: &[&str]| {
        let outcome = person.does(line);
        assert_eq!(sara.does(["reopen", &number]).code, Some(0));
        outcome.talk().contains("tareas")
    };
    sara.does(["request-call", &number, "--reason", REASON]);
    assert!(told(&sara, &["close", &number]));
    assert!(told(&sara, &["reply", &number, "-m", "Hecho.", "--close"]));
    assert!(!told(&ana, &["close", &number]), "a client sees nothing of it");
    assert!(!told(&ana, &["reply", &number, "-m", "Ya está.", "--close"]));
    assert!(!told(&marta, &["close", &number]), "an agent sees what they asked for themselves");
    marta.does(["request-call", &number, "--reason", "Otra cosa"]);
    assert!(told(&marta, &["close", &number]));
}
