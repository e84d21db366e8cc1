//! Who is away: what it does to their tickets and notices, who may say so, and that it ends by itself.

use taquilla::domain::time::Span;

use super::support::{Desk, Person};

fn ids(person: &Person<'_>, line: &[&str]) -> Vec<String> {
    let answer = person.command(["list", "--format", "ids"].iter().chain(line)).run().ok();
    answer.text().lines().map(str::to_owned).collect()
}

/// Lets days pass, after which everybody has to log in again.
fn days_later(desk: &Desk, days: i64, people: &[&Person<'_>]) {
    desk.advance(Span::days(days));
    for person in people {
        person.log_in().ok();
    }
}

#[test]
fn the_substitute_sees_answers_and_is_told() {
    let desk = Desk::staffed();
    let [ana, sara, marta, mateo] = ["ana", "sara", "marta", "mateo"].map(|name| desk.person(name));
    let [open, closed, own] = ["Abierto", "Cerrado", "De Mateo"].map(|subject| ana.opens(subject));
    sara.does(["assign", &open, &closed, "--to", "marta"]);
    sara.does(["assign", &own, "--to", "mateo"]);
    sara.does(["close", &closed]);
    mateo.refused(["show", &open], 3, "ticket-not-found");
    let line = ["user", "away", "marta", "--until", "2026-12-01", "--substitute", "mateo"];
    let (away, letters) = desk.letters_of(|| sara.json(line));
    assert_eq!(letters.len(), 0);
    // The end of that day in the desk's zone.
    let told = (&away["away_until"], &away["substitute"], &away["changed"]);
    assert_eq!(told, (&"2026-12-01T23:00:00Z".into(), &"mateo".into(), &true.into()));
    // Open tickets, not all that she ever had.
    assert_eq!(ids(&mateo, &["--status", "all", "--sort", "created"]), [own.as_str(), open.as_str()]);
    mateo.refused(["show", &closed], 3, "ticket-not-found");
    assert_eq!(mateo.sees(&open)["assignee"]["handle"], "marta");
    assert_eq!(ids(&marta, &["--status", "all", "--sort", "created"]), [closed.as_str(), open.as_str()], "she sees hers still");
    let to = |letters: &[super::support::Mail]| letters.iter().map(|letter| letter.to()).collect::<Vec<_>>();
    let (_, letters) = desk.letters_of(|| ana.run(["reply", &open, "-m", "¿Hay algo nuevo?"]).ok());
    assert_eq!(to(&letters), ["mateo@example.com"]);
    let (_, letters) = desk.letters_of(|| mateo.run(["reply", &open, "-m", "La contesto yo"]).ok());
    assert_eq!(to(&letters), ["ana@example.com"]);
    let (_, letters) = desk.letters_of(|| sara.run(["note", &open, "-m", "Gracias"]).ok());
    assert_eq!(to(&letters), ["mateo@example.com"]);
    // Also of what he does not see any more after it.
    let (_, letters) = desk.letters_of(|| ana.run(["close", &open]).ok());
    assert_eq!(to(&letters), ["mateo@example.com"]);
    mateo.refused(["show", &open], 3, "ticket-not-found");
    ana.does(["reopen", &open]);
    assert_eq!(mateo.sees(&open)["status"], "pending");
    // He may close it, and what he did is printed.
    assert_eq!(mateo.json(["close", &open])[0]["status"], "closed");
    ana.does(["reopen", &open]);
    // When the time is over all is as before.
    desk.set_now("2026-12-01T22:59:59Z");
    for person in [&ana, &sara, &mateo] {
        person.log_in().ok();
    }
    assert_eq!(mateo.sees(&open)["number"], open.as_str());
    desk.set_now("2026-12-01T23:00:00Z");
    mateo.refused(["show", &open], 3, "ticket-not-found");
    let (_, letters) = desk.letters_of(|| ana.run(["reply", &open, "-m", "¿Marta?"]).ok());
    assert_eq!(to(&letters), ["marta@example.com"]);
    let shown = sara.json(["user", "show", "marta"]);
    assert_eq!((&shown["away_until"], &shown["substitute"]), (&serde_json::Value::Null, &serde_json::Value::Null));
    assert_eq!(sara.json(["user", "back", "marta"])["changed"], false, "nothing is left to be said");
}

#[test]
fn whoever_comes_back_has_their_tickets_again() {
    let desk = Desk::staffed();
    let [ana, sara, marta, mateo] = ["ana", "sara", "marta", "mateo"].map(|name| desk.person(name));
    let number = ana.opens("Una");
    sara.does(["assign", &number, "--to", "marta"]);
    let line = ["user", "away", "me", "--until", "2w", "--substitute", "mateo"];
    let (away, letters) = desk.letters_of(|| marta.json(line));
    assert_eq!((&away["away_until"], letters.len()), (&"2026-12-07T09:00:00Z".into(), 0));
    assert_eq!(marta.json(line)["changed"], false, "twice at one time is once");
    mateo.sees(&number);
    // The substitute stays when only the time changes, and is taken away by no name.
    assert_eq!(marta.json(["user", "away", "marta", "--until", "2026-12-09"])["substitute"], "mateo");
    let until = marta.json(["user", "away", "MARTA@example.com", "--until", "2026-12-09 10:15", "--substitute", ""]);
    assert_eq!((&until["away_until"], &until["substitute"]), (&"2026-12-09T09:15:00Z".into(), &serde_json::Value::Null));
    mateo.refused(["show", &number], 3, "ticket-not-found");
    let rehearsed = marta.json(["user", "back", "me", "--dry-run"]);
    assert_eq!((&rehearsed["dry_run"], &rehearsed["mail"]), (&true.into(), &serde_json::json!([])));
    assert_eq!(marta.json(["user", "back", "me"])["away_until"], serde_json::Value::Null);
    assert_eq!(marta.json(["user", "back", "me"])["changed"], false);
    // Under a key a span is the same span the day after.
    let keyed = ["user", "away", "me", "--until", "3d", "--key", "k"];
    let first = marta.json(keyed);
    desk.advance(Span::hours(2));
    assert_eq!(marta.json(keyed), first);
    let told = desk.person("sara").run(["--lang", "es", "user", "show", "marta"]).ok();
    assert!(told.text().contains("Fuera hasta el") && told.text().contains("26 de noviembre"), "{told}");
    let told = desk.admin().run(["--lang", "en", "user", "list"]).ok();
    assert!(told.text().contains("Away until"), "{told}");
    desk.owner().run(["verify"]).ok();
}

#[test]
fn who_may_say_it_of_whom() {
    let desk = Desk::staffed();
    let [ana, sara, carmen, marta] = ["ana", "sara", "carmen", "marta"].map(|name| desk.person(name));
    let until = ["--until", "3d"];
    let away = |who| [&["user", "away", who][..], &until].concat();
    // Role before existence.
    for who in ["me", "marta", "nadie"] {
        ana.refused(away(who), 5, "not-allowed");
        carmen.refused(away(who), 5, "not-allowed");
        ana.refused(["user", "back", who], 5, "not-allowed");
    }
    for who in ["mateo", "nadie", "mateo@example.com"] {
        marta.refused(away(who), 5, "not-allowed");
    }
    for who in ["ana", "me", "carmen"] {
        sara.refused(away(who), 5, "not-allowed");
    }
    sara.refused(away("nadie"), 3, "person-not-found");
    sara.json(away("marta@example.com"));
    for who in ["me", "sara", "carmen", "mateo"] {
        desk.admin().json(away(who));
    }
    desk.admin().refused(away("ana"), 6, "not-staff");
    desk.admin().json(["user", "back", "sara"]);
}

#[test]
fn who_cannot_be_a_substitute() {
    let desk = Desk::staffed();
    let (admin, sara) = (desk.admin(), desk.person("sara"));
    let line = |who: &'static str| ["user", "away", "marta", "--until", "2026-12-24", "--substitute", who];
    sara.refused(line("marta"), 6, "substitute-self");
    sara.refused(line("marta@example.com"), 6, "substitute-self");
    let told = sara.refused(line("ana"), 6, "cannot-be-assigned");
    assert!(told["message"].as_str().unwrap().starts_with("ana no puede sustituir a nadie"), "{told}");
    sara.refused(line("nadie"), 3, "person-not-found");
    desk.person("marta").refused(line("ana"), 3, "person-not-found");
    for past in ["2026-11-22", "2026-11-23T08:59:59Z", "2026-11-23 10:00", "0s"] {
        sara.refused(["user", "away", "marta", "--until", past], 2, "time-passed");
    }
    for far in ["2028-11-25", "2036-11-30", "732d", "5000d", "99999999999999999999d"] {
        let told = sara.refused(["user", "away", "marta", "--until", far], 2, "time-too-far");
        assert!(told["message"].as_str().unwrap().contains("dos años") && told["hint"].is_string(), "{told}");
    }
    sara.does(["user", "away", "marta", "--until", "2028-11-22", "-n"]);
    for wrong in ["", "mañana", "24/12/2026", "2026-02-30", "-3d"] {
        let told = sara.refused(["user", "away", "marta", &format!("--until={wrong}")], 2, "bad-value");
        assert!(told["hint"].as_str().unwrap().contains("el tiempo que falta"), "{told}");
    }
    sara.refused(["user", "away", "marta"], 2, "missing-value");
    sara.does(["user", "away", "mateo", "--until", "2026-11-30"]);
    let told = sara.refused(line("mateo"), 6, "substitute-away");
    assert!(told["message"].as_str().unwrap().contains("mateo también está fuera (hasta el 30/11)"), "{told}");
    // What is left to be done is a whole command.
    for (language, command) in
        [("es", "taquilla usuario fuera marta --until FECHA"), ("en", "taquilla user away marta --until DATE")]
    {
        let alone = sara.run(["--lang", language, "user", "away", "marta", "--until", "3d", "-n"]).ok();
        assert!(alone.talk().contains(command), "{alone}");
    }
    sara.does(["user", "back", "mateo"]);
    admin.does(["user", "suspend", "mateo", "--reason", "Baja"]);
    sara.refused(line("mateo"), 6, "cannot-be-assigned");
    assert_eq!(sara.json(["user", "show", "marta"])["away_until"], serde_json::Value::Null, "nothing of it was kept");
}

#[test]
fn a_substitute_who_goes_away_hands_on_to_their_own() {
    let desk = Desk::staffed();
    let eva = desk.staff("eva", "agent");
    let [ana, sara, marta, mateo] = ["ana", "sara", "marta", "mateo"].map(|name| desk.person(name));
    let number = ana.opens("Una");
    sara.does(["assign", &number, "--to", "marta"]);
    sara.does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", "mateo"]);
    sara.does(["user", "away", "mateo", "--until", "2026-11-30", "--substitute", "eva"]);
    desk.owner().run(["mail", "flush"]).ok();
    assert_eq!(ids(&eva, &[]), [number.as_str()]);
    mateo.refused(["show", &number], 3, "ticket-not-found");
    let asked = sara.json(["assign", &number, "--to", "mateo"]);
    assert_eq!((&asked[0]["assignee"]["handle"], &asked[0]["asked_for"]["handle"]), (&"eva".into(), &"mateo".into()));
    sara.does(["assign", &number, "--to", "eva"]);
    let asked = sara.json(["assign", &number, "--to", "marta"]);
    assert_eq!((&asked[0]["changed"], &asked[0]["asked_for"]["handle"]), (&false.into(), &"marta".into()));
    // Nobody is left when the last of them is suspended: then it is hers again.
    desk.admin().does(["user", "suspend", "eva", "--reason", "Baja"]);
    assert_eq!(sara.json(["assign", &number, "--to", "marta"])[0]["asked_for"], serde_json::Value::Null);
    let (_, letters) = desk.letters_of(|| ana.run(["reply", &number, "-m", "¿Hola?"]).ok());
    assert_eq!(letters.iter().map(|letter| letter.to()).collect::<Vec<_>>(), [marta.email()]);
    days_later(&desk, 8, &[&ana, &mateo]);
    assert_eq!(ids(&mateo, &[]), [number.as_str()]);
}

#[test]
fn who_cannot_stand_in_any_more_is_not_shown_as_doing_so() {
    let desk = Desk::staffed();
    let (admin, sara) = (desk.admin(), desk.person("sara"));
    let ends: [(&str, &[&str], &[&str]); 2] = [
        ("eva", &["user", "suspend", "eva", "--reason", "Baja"], &["user", "reinstate", "eva"]),
        ("luis", &["user", "role", "luis", "client"], &["user", "role", "luis", "agent"]),
    ];
    for (who, ends, undone) in ends {
        desk.staff(who, "agent");
        sara.does(["user", "away", "marta", "--until", "3d", "--substitute", who]);
        assert_eq!(sara.json(["user", "show", "marta"])["substitute"], who);
        admin.does(ends);
        for (language, nobody) in [("es", "nadie atiende"), ("en", "nobody looks after")] {
            let shown = sara.run(["--lang", language, "user", "show", "marta"]).ok();
            assert!(shown.text().contains(nobody) && !shown.text().contains(who), "{shown}");
            let longer = sara.run(["--lang", language, "user", "away", "marta", "--until", "4d", "-n"]).ok();
            assert!(!longer.text().contains(who) && !longer.talk().contains(who), "{longer}");
        }
        assert_eq!(sara.json(["user", "show", "marta"])["substitute"], serde_json::Value::Null);
        let longer = sara.run(["--json", "--lang", "en", "user", "away", "marta", "--until", "4d"]).ok();
        assert!(longer.json()["substitute"].is_null() && longer.talk().contains("nobody looks after"), "{longer}");
        // Told once that nobody does, it stays so.
        admin.does(undone);
        assert_eq!(sara.json(["user", "show", "marta"])["substitute"], serde_json::Value::Null);
    }
    // Whoever is away hands on, and that one is shown.
    sara.does(["user", "away", "marta", "--until", "5d", "--substitute", "eva"]);
    sara.does(["user", "away", "eva", "--until", "2d", "--substitute", "mateo"]);
    assert_eq!(sara.json(["user", "show", "marta"])["substitute"], "mateo");
    assert_eq!(sara.json(["user", "away", "marta", "--until", "6d"])["substitute"], "mateo");
    sara.does(["user", "back", "eva"]);
    assert_eq!(sara.json(["user", "show", "marta"])["substitute"], "eva");
}

#[test]
fn what_is_assigned_to_somebody_away_goes_to_the_substitute() {
    let desk = Desk::staffed();
    let [ana, sara, marta, mateo] = ["ana", "sara", "marta", "mateo"].map(|name| desk.person(name));
    let [had, one, two] = ["Ya suyo", "Una", "Dos"].map(|subject| ana.opens(subject));
    sara.does(["assign", &had, "--to", "marta"]);
    sara.does(["user", "away", "marta", "--until", "2026-12-24", "--substitute", "mateo"]);
    let (answer, letters) = desk.letters_of(|| sara.run(["--json", "assign", &had, &one, "--to", "marta"]).ok());
    let rows = answer.json();
    // What she has already stays hers: a script that runs again changes nothing.
    assert_eq!((&rows[0]["changed"], &rows[0]["assignee"]["handle"]), (&false.into(), &"marta".into()));
    assert_eq!((&rows[1]["changed"], &rows[1]["assignee"]["handle"]), (&true.into(), &"mateo".into()));
    assert_eq!((&rows[0]["asked_for"], &rows[1]["asked_for"]["handle"]), (&serde_json::Value::Null, &"marta".into()));
    assert!(answer.talk().contains("Marta") && answer.talk().contains("Mateo") && answer.talk().contains("24"), "{answer}");
    assert_eq!(letters.iter().map(|letter| letter.to()).collect::<Vec<_>>(), [mateo.email()]);
    let (again, letters) = desk.letters_of(|| sara.json(["assign", &had, &one, "--to", "marta"]));
    assert!(again.as_array().unwrap().iter().all(|row| row["changed"] == false) && letters.is_empty(), "{again}");
    // When she is back, what he got meanwhile stays his.
    sara.does(["user", "back", "marta"]);
    marta.refused(["show", &one], 3, "ticket-not-found");
    // Without a substitute it is hers, and it is said that nobody looks after it.
    sara.does(["user", "away", "marta", "--until", "2026-12-24"]);
    let english = sara.run(["--json", "--lang", "en", "assign", &two, "--to", "marta"]).ok();
    assert_eq!(english.json()[0]["assignee"]["handle"], "marta");
    assert!(english.talk().contains("nobody looks after"), "{english}");
    let quiet = sara.run(["--json", "-q", "assign", &one, "--to", "marta"]).ok();
    assert_eq!(quiet.talk(), "");
}
