//! What becomes of words that come with a change of state, and of whoever should have them.

use serde_json::Value;

use super::support::{Desk, Person};

/// The texts of a thread.
fn texts(person: &Person<'_>, number: &str) -> Vec<String> {
    let thread = person.sees(number)["thread"].take();
    thread.as_array().unwrap().iter().filter_map(|entry| entry["body"].as_str().map(str::to_owned)).collect()
}

#[test]
fn words_that_are_not_kept_are_told_of_once_with_the_way_to_write_them() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let (one, two) = (ana.opens("Una"), ana.opens("Otra"));
    sara.does(["assign", &one, &two, "--to", "marta"]);
    let talk = |who: &Person<'_>, line: &[&str]| {
        let outcome = who.command(line).env("TAQUILLA_LANG", "en").mail("queue").run().ok();
        outcome.talk().to_owned()
    };
    let tells = |who: &Person<'_>, line: &[&str], verb: &str| {
        let said = talk(who, line);
        let command = format!("taquilla {verb} {one} -m");
        assert_eq!(said.matches(&command).count(), 1, "{line:?}: {said}");
    };
    tells(&sara, &["assign", &one, &two, "--to", "marta", "--note", "Ojo"], "note");
    tells(&ana, &["reopen", &one, "-m", "Y otra cosa"], "reply");
    tells(&sara, &["reopen", &one, "--note", "Ojo"], "note");
    sara.does(["release", &one]);
    tells(&sara, &["release", &one, "-m", "Ya no"], "note");
    sara.does(["close", &one]);
    tells(&sara, &["close", &one, "-m", "Recoja su diploma"], "reply");
    // Half of a batch: those that it was kept in are not named.
    tells(&sara, &["close", &one, &two, "--note", "Listo"], "note");
    assert_eq!((texts(&sara, &one).len(), texts(&sara, &two)), (1, vec!["Una pregunta".to_owned(), "Listo".to_owned()]));
    // Nothing is told where nothing was lost.
    for line in [&["close", &one][..], &["reopen", &two, "-m", "Vuelve"], &["assign", &two, "--to", "marta"]] {
        assert!(!talk(&sara, line).contains(" -m"), "{line:?}");
    }
    let spanish = sara.command(["close", &one, "-m", "Hola"]).mail("queue").run().ok();
    assert!(spanish.talk().contains(&format!("taquilla responder {one} -m")), "{spanish}");
    // A machine reads that nothing changed.
    assert_eq!(sara.json(["close", &one, "-m", "Hola"])[0]["changed"], false);
}

#[test]
fn words_that_stand_there_already_are_not_missed() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let number = ana.opens("Una");
    let lines: [(&Person<'_>, &[&str]); 6] = [
        (&sara, &["assign", &number, "--to", "marta", "--note", "Llamar antes"]),
        (&sara, &["release", &number, "-m", "No es suyo"]),
        (&sara, &["close", &number, "-m", "Resuelto"]),
        (&ana, &["reopen", &number, "-m", "No era eso"]),
        (&sara, &["close", &number, "--note", "Ya está"]),
        (&sara, &["reopen", &number, "--note", "Un momento"]),
    ];
    for (who, line) in lines {
        let first = who.does(line);
        assert!(!first.talk().contains("no se ha guardado"), "{first}");
        let again = who.does(line);
        assert!(again.talk().starts_with("Ya estaba así") && !again.talk().contains("no se ha guardado"), "{again}");
        // Other words would be lost, and the same ones of somebody else.
        let other = [&line[..line.len() - 1], &["Otra cosa"]].concat();
        assert!(who.does(&other).talk().contains("no se ha guardado"), "{line:?}");
        if line[0] != "reopen" || line[2] == "--note" {
            assert!(desk.admin().does(line).talk().contains("no se ha guardado"), "{line:?}");
        }
    }
}

#[test]
fn a_clients_last_word_counts_the_same_by_either_verb() {
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    for close in [&["reply", "N", "-m", "No era eso", "--close"][..], &["close", "N", "-m", "No era eso"]] {
        let number = ana.opens("Duda");
        sara.does(["assign", &number, "--to", "marta"]);
        marta.does(["reply", &number, "-m", "Así"]);
        ana.does(close.iter().map(|word| if *word == "N" { number.as_str() } else { word }));
        let ticket = sara.json(["reopen", &number])[0].take();
        assert_eq!(ticket["status"], "pending", "{close:?}");
        assert_eq!(ticket["waiting_since"], desk.now().to_rfc3339(), "{close:?}");
    }
}

#[test]
fn a_ticket_is_not_reopened_for_somebody_who_is_out() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let numbers = ["Una", "Dos", "Tres"].map(|subject| ana.opens(subject));
    sara.does(["assign", &numbers[0], &numbers[1], &numbers[2], "--to", "marta"]);
    sara.does(["close", &numbers[0], &numbers[1], &numbers[2]]);
    desk.admin().does(["user", "suspend", "marta", "--reason", "Baja"]);
    ana.does(["reopen", &numbers[0]]);
    ana.does(["reply", &numbers[1], "-m", "Sigo"]);
    let (_, letters) = desk.letters_of(|| sara.run(["reopen", &numbers[2]]).ok());
    assert!(letters.iter().all(|letter| letter.to() != "marta@example.com"));
    let listed = sara.run(["list", "--unassigned", "--format", "ids"]).ok();
    for number in &numbers {
        let ticket = sara.sees(number);
        assert_eq!((&ticket["status"], &ticket["assignee"]), (&"new".into(), &Value::Null));
        assert!(listed.text().contains(number.as_str()));
        let thread = ticket["thread"].as_array().unwrap();
        let released = thread.iter().find(|entry| entry["event"] == "released").expect("it is told");
        assert_eq!(released["details"]["from"], "marta");
    }
}

#[test]
fn an_external_id_is_looked_for_as_it_is_kept() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    let opened = sara.json(["open", "--for", "ana", "-m", "Hola", "--external-id", "EXT  1"]);
    for form in ["EXT  1", "EXT 1", " EXT\t1 "] {
        assert_eq!(sara.json(["list", "--external-id", form])[0]["number"], opened["number"], "{form:?}");
    }
    assert_eq!(sara.json(["list", "--external-id", ""]), serde_json::json!([]));
}
