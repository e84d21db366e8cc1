//! A ticket's life from outside: the table of states, who has it, who closed it, the windows and the clocks.

use serde_json::Value;
use taquilla::domain::time::Span;

use super::support::Desk;

/// The states, in the order of the columns of the product's table.
const STATES: [&str; 4] = ["new", "pending", "answered", "closed"];

/// A ticket of Ana's in a state: given to Marta, answered by her, closed by Sara while it waited.
fn ticket_in(desk: &Desk, state: &str) -> String {
    let number = desk.person("ana").opens(state);
    if state != "new" {
        desk.person("sara").does(["assign", &number, "--to", "marta"]);
    }
    match state {
        "answered" => drop(desk.person("marta").does(["reply", &number, "-m", "Una respuesta"])),
        "closed" => drop(desk.person("sara").does(["close", &number])),
        _ => {}
    }
    assert_eq!(desk.person("sara").sees(&number)["status"], state);
    number
}

fn status(desk: &Desk, number: &str) -> String {
    desk.person("sara").sees(number)["status"].as_str().unwrap().to_owned()
}

/// What a row of the table says: `STATUS`, `=` for already so, `!CODE` for refused.
fn row(desk: &Desk, who: &str, verb: &[&str], expected: [&str; 4]) {
    for (state, expected) in STATES.into_iter().zip(expected) {
        let number = ticket_in(desk, state);
        let mut line = vec![verb[0], &number];
        line.extend(&verb[1..]);
        let person = if who == "alba" { desk.admin() } else { desk.person(who) };
        let what = format!("{who} {verb:?} on {state}");
        if let Some(code) = expected.strip_prefix('!') {
            person.refused(&line, 6, code);
            assert_eq!(status(desk, &number), state, "{what}");
            continue;
        }
        let before = desk.person("sara").sees(&number);
        let answer = person.command(&line).mail("queue").json().run().ok().json();
        let ticket = answer.as_array().map_or(&answer, |tickets| &tickets[0]);
        if expected == "=" {
            assert_eq!(ticket["changed"], false, "{what}");
            assert_eq!(desk.person("sara").sees(&number), before, "{what}");
        } else {
            assert_ne!(ticket["changed"], false, "{what}");
            assert_eq!((ticket["status"].as_str(), status(desk, &number).as_str()), (Some(expected), expected), "{what}");
        }
    }
}

#[test]
fn the_table_of_states() {
    let desk = Desk::staffed();
    row(&desk, "sara", &["assign", "--to", "mateo"], ["pending", "pending", "answered", "!ticket-closed"]);
    row(&desk, "sara", &["release"], ["=", "new", "answered", "!ticket-closed"]);
    row(&desk, "alba", &["reply", "-m", "Una respuesta"], ["answered", "answered", "answered", "closed"]);
    row(&desk, "alba", &["reply", "-m", "Sigo", "--pending"], ["new", "pending", "pending", "!ticket-closed"]);
    row(&desk, "ana", &["reply", "-m", "Otra pregunta"], ["new", "pending", "pending", "pending"]);
    row(&desk, "ana", &["close"], ["closed", "closed", "closed", "="]);
    row(&desk, "carmen", &["close"], ["closed", "closed", "closed", "="]);
    row(&desk, "ana", &["reopen"], ["=", "=", "=", "pending"]);
    row(&desk, "carmen", &["reopen"], ["=", "=", "=", "pending"]);
}

#[test]
fn the_clock_runs_while_the_client_waits_for_staff() {
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    let number = ana.opens("Una");
    let waiting = |since: &str| {
        let ticket = sara.sees(&number);
        assert_eq!(ticket["waiting_since"].as_str().unwrap_or("-"), since);
        assert_eq!(ticket["due_at"].is_null(), since == "-", "an answered ticket is not due");
        assert_eq!(ticket["overdue"], false);
    };
    waiting("2026-11-23T09:00:00Z");
    assert_eq!(ana.sees(&number)["due_at"], "2026-11-25T09:00:00Z");
    desk.advance(Span::hours(1));
    ana.does(["reply", &number, "-m", "Y otra cosa"]);
    sara.does(["assign", &number, "--to", "marta"]);
    marta.does(["note", &number, "-m", "Lo hablamos mañana"]);
    marta.does(["reply", &number, "-m", "Lo miro", "--pending"]);
    waiting("2026-11-23T09:00:00Z");
    marta.does(["reply", &number, "-m", "Aquí está"]);
    waiting("-");
    desk.advance(Span::hours(1));
    ana.does(["reply", &number, "-m", "Gracias, ¿y esto?"]);
    waiting("2026-11-23T11:00:00Z");
    // Reopened by staff: the status and the clock from before; by the client: from now on.
    sara.does(["close", &number]);
    waiting("-");
    desk.advance(Span::hours(1));
    sara.does(["reopen", &number]);
    waiting("2026-11-23T11:00:00Z");
    sara.does(["close", &number]);
    ana.does(["reopen", &number, "-m", "No está resuelto"]);
    waiting("2026-11-23T12:00:00Z");
    marta.does(["reply", &number, "-m", "Ahora sí", "--close"]);
    marta.does(["reopen", &number]);
    assert_eq!(status(&desk, &number), "answered");
    waiting("-");
    // Overdue is computed when it is read: nights count, week-ends do not.
    let other = ana.opens("Otra");
    desk.set_now("2026-11-25T11:59:59Z");
    marta.log_in().ok();
    sara.log_in().ok();
    assert_eq!(sara.sees(&other)["overdue"], false);
    desk.set_now("2026-11-25T12:00:00Z");
    assert_eq!(sara.sees(&other)["overdue"], true);
    assert_eq!(sara.sees(&number)["overdue"], false, "an answered ticket never falls due");
    desk.set_now("2026-11-27T12:00:00Z");
    ana.log_in().ok();
    let friday = ana.opens("El viernes");
    assert_eq!(ana.sees(&friday)["due_at"], "2026-12-01T12:00:00Z");
}

#[test]
fn the_assignee_and_the_closer_are_two() {
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    let number = ana.opens("Una");
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["close", &number]);
    let closed = sara.sees(&number);
    assert_eq!((closed["assignee"]["handle"].as_str(), closed["closed_by"].as_str()), (Some("marta"), Some("sara")));
    assert_eq!(closed["closed_at"], "2026-11-23T09:00:00Z");
    ana.does(["reopen", &number]);
    let open = sara.sees(&number);
    assert_eq!((open["assignee"]["handle"].as_str(), open["status"].as_str()), (Some("marta"), Some("pending")));
    assert!(open["closed_at"].is_null() && open["closed_by"].is_null());
    // A client closes too; a suspended assignee counts as nobody.
    ana.does(["close", &number]);
    assert_eq!(sara.sees(&number)["closed_by"], "ana");
    desk.admin().does(["user", "suspend", "marta", "--reason", "Baja"]);
    ana.does(["reopen", &number]);
    assert_eq!(status(&desk, &number), "new");
    marta.refused(["show", &number], 4, "session-ended");
}

#[test]
fn giving_and_taking() {
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    let number = ana.opens("Una");
    let given = sara.json(["assign", &number, "--to", "marta", "--note", "Es urgente"]);
    assert_eq!((given[0]["changed"].as_bool(), given[0]["status"].as_str()), (Some(true), Some("pending")));
    let thread = sara.sees(&number)["thread"].clone();
    let kinds: Vec<_> = thread.as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["message", "event", "note"]);
    assert_eq!((thread[1]["event"].as_str(), thread[2]["body"].as_str()), (Some("assigned"), Some("Es urgente")));
    assert_eq!(sara.json(["assign", &number, "--to", "marta"])[0]["changed"], false);
    // Only staff can be given tickets, by handle, address or `me`.
    sara.refused(["assign", &number, "--to", "bruno"], 6, "cannot-be-assigned");
    sara.refused(["assign", &number, "--to", "nadie"], 3, "person-not-found");
    sara.does(["assign", &number, "--to", "mateo@example.com"]);
    sara.does(["assign", &number, "--to", "me"]);
    assert_eq!(sara.sees(&number)["assignee"], serde_json::json!({"handle": "sara", "name": "Sara"}));
    // An agent says why; Secretaría need not.
    sara.does(["assign", &number, "--to", "marta"]);
    let error = marta.refused(["release", &number], 2, "missing-value");
    assert!(error["message"].as_str().unwrap().contains("-m"));
    marta.does(["release", &number, "-m", "No es mi materia"]);
    let event = sara.sees(&number)["thread"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((event["event"].as_str(), event["details"]["reason"].as_str()), (Some("released"), Some("No es mi materia")));
    marta.refused(["show", &number], 3, "ticket-not-found");
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["liberar", &number]);
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["unassign", &number]);
}

#[test]
fn a_new_ticket_has_what_it_needs() {
    let desk = Desk::staffed();
    let (ana, bruno, sara) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"));
    let ticket = ana.json(["open", "-m", "Hola"]);
    let number = ticket["number"].as_str().unwrap();
    assert!(number.len() == 6 && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0'), "{number}");
    assert_eq!((ticket["subject"].as_str(), ticket["topic"].as_str()), (Some("Reportar consulta"), Some("Reportar consulta")));
    assert_eq!((ticket["status"].as_str(), ticket["open"].as_bool()), (Some("new"), Some(true)));
    assert_eq!(
        (ticket["priority"].as_str(), ticket["messages"].as_u64(), ticket["unread"].as_u64()),
        (Some("normal"), Some(1), Some(0))
    );
    assert_eq!(ticket["client"], serde_json::json!({"handle": "ana", "name": "Ana", "email": "ana@example.com"}));
    assert_eq!((&ticket["assignee"], ticket["flags"].as_array().map(Vec::len)), (&Value::Null, Some(0)));
    // The subject is in the client's language; machines are given the topic in the desk's.
    let english = bruno.json(["open", "-m", "Hello"]);
    assert_eq!((english["subject"].as_str(), english["topic"].as_str()), (Some("Report a query"), Some("Reportar consulta")));
    // Topics are a tree, with a name in each language.
    desk.admin().does(["topic", "add", "Historia", "--name-en", "History"]);
    desk.admin().does(["topic", "add", "Roma", "--parent", "Historia"]);
    let ticket = ana.json(["open", "-m", "Hola", "--topic", "Historia / Roma"]);
    assert_eq!((ticket["subject"].as_str(), ticket["topic"].as_str()), (Some("Historia / Roma"), Some("Historia / Roma")));
    bruno.json(["open", "-m", "Hello", "--topic", "history"]);
    ana.refused(["open", "-m", "Hola", "--topic", "Geografía"], 3, "topic-not-found");
    desk.admin().does(["topic", "retire", "Historia / Roma"]);
    ana.refused(["open", "-m", "Hola", "--topic", "Historia / Roma"], 6, "topic-retired");
    // A topic takes with it those that stand under it.
    desk.admin().does(["topic", "add", "Arte"]);
    desk.admin().does(["topic", "add", "Pintura", "--parent", "Arte"]);
    desk.admin().does(["topic", "add", "Fresco", "--parent", "Arte / Pintura"]);
    assert_eq!(desk.admin().json(["topic", "retire", "Arte"])["changed"], true);
    for retired in ["Arte", "Arte / Pintura", "Arte / Pintura / Fresco"] {
        ana.refused(["open", "-m", "Hola", "--topic", retired], 6, "topic-retired");
    }
    assert_eq!(desk.admin().json(["topic", "retire", "Arte"])["changed"], false);
    // Staff open for a client.
    let ticket = sara.json(["open", "-m", "Llamó por teléfono", "--for", "ana", "--priority", "high", "--external-id", "X-1"]);
    assert_eq!((ticket["client"]["handle"].as_str(), ticket["priority"].as_str()), (Some("ana"), Some("high")));
    assert_eq!(ana.sees(ticket["number"].as_str().unwrap())["external_id"], "X-1");
    assert_eq!(sara.refused(["open", "-m", "x", "--for", "ana", "--external-id", "X-1"], 6, "external-id-taken")["exit"], 6);
    sara.json(["open", "-m", "Por correo", "--for", "bruno@example.com"]);
    sara.refused(["open", "-m", "x", "--for", "marta"], 6, "not-a-client");
    sara.refused(["open", "-m", "x", "--for", "nadie"], 3, "person-not-found");
    let error = sara.refused(["open", "-m", "x"], 2, "missing-value");
    assert!(error["message"].as_str().unwrap().contains("--for"));
    // A client cannot open for another, nor say how urgent it is.
    ana.refused(["open", "-m", "x", "--for", "bruno"], 5, "not-allowed");
    ana.refused(["open", "-m", "x", "--priority", "high"], 5, "not-allowed");
    desk.person("marta").refused(["open", "-m", "x", "--for", "ana"], 5, "not-allowed");
}

#[test]
fn a_closed_ticket_is_reopened_in_its_window_and_followed_up_after_it() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    desk.admin().does(["config", "set", "reopen.window", "5h"]);
    let (number, other) = (ana.opens("Una"), ana.opens("Otra"));
    ana.refused(["open", "-m", "Sigo", "--follow-up", &number], 6, "follow-up-of-open");
    sara.does(["close", &number, &other]);
    desk.advance(Span::hours(5));
    let said = ana.run(["reply", &other, "-m", "Sigo"]).ok().to_string();
    assert!(said.contains("queda reabierto"), "{said}");
    desk.advance(Span::seconds(1));
    for line in [&["reopen", &number][..], &["reply", &number, "-m", "Sigo con dudas"]] {
        let error = ana.refused(line, 6, "reopen-window-over");
        assert!(error["hint"].as_str().unwrap().contains("--follow-up"), "{error}");
    }
    let next = ana.json(["open", "-m", "Sigo con dudas", "--follow-up", &number]);
    assert_eq!(next["subject"], "Una");
    let thread = ana.sees(next["number"].as_str().unwrap())["thread"].clone();
    assert_eq!(
        (thread[1]["event"].as_str(), thread[1]["details"]["to"].as_str().unwrap()),
        (Some("follows-up"), number.as_str())
    );
    desk.person("bruno").refused(["open", "-m", "x", "--follow-up", &number], 3, "ticket-not-found");
    // Staff reopen whenever they like.
    sara.does(["reopen", &number]);
    assert_eq!(status(&desk, &number), "new");
}

#[test]
fn priority_and_editing() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    for level in ["low", "high", "emergency", "normal"] {
        assert_eq!(sara.json(["priority", &number, level])[0]["priority"], level);
        assert_eq!(sara.json(["prioridad", &number, level])[0]["changed"], false);
    }
    sara.run(["--json", "priority", &number, "urgente"]).exits(2);
    desk.admin().does(["topic", "add", "Historia"]);
    let edited = sara.json(["edit", &number, "--topic", "Historia", "--subject", "Otra", "--external-id", "X-1"]);
    assert_eq!((edited[0]["topic"].as_str(), edited[0]["subject"].as_str()), (Some("Historia"), Some("Otra")));
    assert_eq!(edited[0]["external_id"], "X-1");
    assert_eq!(sara.json(["edit", &number, "--subject", "Otra"])[0]["changed"], false);
    let second = ana.opens("Dos");
    sara.refused(["edit", &second, "--external-id", "X-1"], 6, "external-id-taken");
    sara.does(["edit", &number, "--external-id", ""]);
    sara.does(["edit", &second, "--external-id", "X-1"]);
    sara.refused(["edit", &number], 2, "missing-value");
    sara.refused(["edit", &number, "--client", "marta"], 6, "not-a-client");
    sara.does(["edit", &number, "--client", "bruno"]);
    ana.refused(["show", &number], 3, "ticket-not-found");
    desk.person("bruno").json(["show", &number]);
}
