//! What a shell completes: tickets with their subjects, people, topics, settings, for whoever is logged in.

mod shells;

use std::time::Duration;

use taquilla::domain::letter::CommandId;
use taquilla::domain::status::Priority;
use taquilla::domain::ticket::{NewTicket, Ticket, TicketNumber, TicketSeq};
use taquilla::domain::time::Span;
use taquilla::domain::topic::TopicId;
use taquilla::store::redb::RedbStore;
use taquilla::store::{Store, StoreError};

use super::support::{Desk, Outcome, Person};

/// What a shell is answered that asks for the last word of a line; `language` is what the person reads.
fn asked(person: &Person<'_>, shell: &str, line: &[&str]) -> Outcome {
    let words = ["--"].iter().chain(line);
    let place = (line.len() - 1).to_string();
    let run = person.command(words).mail_as_set().env("TAQUILLA_COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", place);
    run.env("_CLAP_COMPLETE_COMP_TYPE", "63").env("_CLAP_IFS", "\n").run().ok()
}

/// What bash is answered, line by line.
fn proposed(person: &Person<'_>, line: &[&str]) -> Vec<String> {
    let answer = asked(person, "bash", &[&["taquilla"], line].concat());
    assert!(answer.stderr.is_empty(), "{answer}");
    answer.text().lines().map(str::to_owned).collect()
}

#[test]
fn tickets_come_with_their_subjects_to_whoever_may_see_them() {
    let desk = Desk::staffed();
    let (ana, bruno, sara, marta) = (desk.person("ana"), desk.person("bruno"), desk.person("sara"), desk.person("marta"));
    let (one, two, other) = (ana.opens("Una duda"), ana.opens("Dos: dudas"), bruno.opens("De otro"));
    sara.does(["assign", &other, "--to", "marta"]);
    sara.does(["close", &two]);
    let line = |number: &str, subject: &str| format!("{number}  ({subject})");
    assert_eq!(proposed(&ana, &["show", ""]), [line(&two, "Dos: dudas"), line(&one, "Una duda")], "last changed first");
    assert_eq!(proposed(&ana, &["ver", &one[..5]]), [one.as_str()], "the only one is put on the line as it is");
    assert_eq!(proposed(&marta, &["reply", ""]), [other.as_str()]);
    assert_eq!(proposed(&sara, &["reopen", ""]), [two.as_str()]);
    assert_eq!(proposed(&sara, &["close", &other, ""]), [line(&other, "De otro"), line(&one, "Una duda")]);
    assert_eq!(proposed(&desk.guest("nadie"), &["show", ""]).iter().filter(|line| line.contains("dud")).count(), 0);
    for (shell, between) in [("zsh", ':'), ("fish", '\t')] {
        let answer = asked(&ana, shell, &["taquilla", "show", ""]);
        assert!(answer.text().lines().any(|line| line == format!("{one}{between}Una duda")), "{answer}");
        assert!(!answer.text().contains("--all"), "options would hide what is looked for: {answer}");
    }
}

#[test]
fn people_topics_and_settings_are_completed() {
    let desk = Desk::staffed();
    desk.admin().does(["topic", "add", "Historia antigua"]);
    let (ana, sara, marta, admin) = (desk.person("ana"), desk.person("sara"), desk.person("marta"), desk.admin());
    assert_eq!(proposed(&sara, &["assign", "123456", "--to", "ma"]), ["marta  (Marta)", "mateo  (Mateo)"]);
    assert_eq!(proposed(&sara, &["list", "--from", ""]), ["ana    (Ana)", "bruno  (Bruno)"]);
    assert_eq!(proposed(&sara, &["user", "show", "an"]), ["ana"]);
    assert_eq!(proposed(&marta, &["list", "--from", "an"]), [""; 0], "agents know clients by their tickets alone");
    let number = ana.opens("Una");
    sara.does(["assign", &number, "--to", "marta"]);
    assert_eq!(proposed(&marta, &["list", "--from", ""]), ["ana"]);
    assert_eq!(proposed(&marta, &["list", "--from", "b"]), [""; 0]);
    // Keys of what the verb prints, also behind others; and what a rehearsal adds is not looked for there.
    assert_eq!(proposed(&ana, &["list", "--fields", "cl"]), ["client", "closed_at", "closed_by"]);
    assert_eq!(proposed(&ana, &["list", "--fields", "number,cl"]).first().map(String::as_str), Some("number,client"));
    assert!(proposed(&admin, &["user", "list", "--fields", ""]).contains(&"handle".to_owned()));
    // Where a value is missing and none fits, options are not what is looked for.
    for line in [&["show", "9"][..], &["show", ""], &["topic", "add", ""], &["config", "get", "zz"]] {
        assert_eq!(proposed(&desk.guest("nadie"), line), [""; 0], "{line:?}");
    }
    assert!(proposed(&ana, &["list", ""]).iter().any(|line| line.starts_with("--status")));
    assert_eq!(proposed(&ana, &["open", "--topic", "His"]), ["Historia\\ antigua"]);
    assert_eq!(proposed(&ana, &["open", "--topic", "his"]), ["Historia\\ antigua"]);
    assert_eq!(proposed(&ana, &["list", "--status", "p"]), ["pending"]);
    assert_eq!(proposed(&ana, &["list", "--status", "new,p"]), ["new,pending"]);
    assert!(!proposed(&ana, &["list", "--status", "new,"]).contains(&"new,new".to_owned()));
    for capitals in [&["assign", &number, "--to", "MAR"][..], &["list", "--to", "Mar"], &["user", "show", "MARTA"]] {
        assert_eq!(proposed(&sara, capitals), ["marta"], "{capitals:?}");
    }
    sara.does(["token", "create", "--name", "Lunes"]);
    sara.does(["token", "create", "--name", "Martes"]);
    sara.does(["token", "revoke", "1"]);
    assert_eq!(proposed(&sara, &["token", "revoke", ""]), ["2"], "what was revoked is over");
    assert_eq!(proposed(&ana, &["open", "--topic", "Historia\\ a"]), ["Historia\\ antigua"]);
    assert!(proposed(&admin, &["config", "get", "desk.ph"]).contains(&"desk.phone        (Teléfono del centro)".to_owned()));
    // Verbs by the names of the language, and by any that somebody begins to type.
    assert!(proposed(&ana, &["a"]).contains(&"abrir    (Abre un ticket nuevo)".to_owned()));
    assert_eq!(proposed(&ana, &["ope"]), ["open"]);
    assert_eq!(proposed(&ana, &["--lang", "en", "abri"]), ["abrir"]);
    assert_eq!(proposed(&ana, &["list", "--prio"]), ["--priority"]);
    assert_eq!(proposed(&ana, &["list", "--priority", "hi"]), ["high"]);
}

#[test]
fn values_that_can_be_counted_are_completed() {
    let desk = Desk::staffed();
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    let number = ana.opens("Una");
    assert_eq!(proposed(&sara, &["priority", &number, ""]), ["low", "normal", "high", "emergency"]);
    assert_eq!(proposed(&sara, &["prioridad", &number, "h"]), ["high"]);
    assert_eq!(proposed(&sara, &["priority", &number, &number[..4]]), [number.as_str()], "more than one can be named");
    assert_eq!(proposed(&sara, &["priority", ""]), [number.as_str()]);
    for (key, values) in [
        ("registration", &["open", "known", "closed"][..]),
        ("mail.hold", &["on", "off"]),
        ("mail.notify.code", &["on"]),
        ("desk.lang", &["es", "en"]),
        ("desk.name", &[]),
        ("nada", &[]),
    ] {
        assert_eq!(proposed(&admin, &["config", "set", key, ""]), values, "{key}");
    }
    assert_eq!(proposed(&admin, &["config", "set", "calendar.timezone", "europe/madr"]), ["Europe/Madrid"]);
    // Each key as it is typed, for whoever may do something with it.
    assert_eq!(proposed(&admin, &["config", "set", "mail.notify.repl"]), ["mail.notify.reply"]);
    for verb in ["get", "set", "unset"] {
        assert_eq!(proposed(&ana, &["config", verb, "desk."]), [""; 0], "{verb}");
    }
    assert_eq!(proposed(&admin, &["user", "away", "sara", "--fields", "hand"]), ["handle", "handed_on"]);
    assert_eq!(proposed(&admin, &["user", "back", "sara", "--fields", "hand"]), ["handle"]);
}

#[test]
fn tickets_are_merged_into_others_of_their_client() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let (one, two, _other) = (ana.opens("Una"), ana.opens("Dos"), desk.person("bruno").opens("De otro"));
    assert_eq!(proposed(&sara, &["merge", &one, "--into", ""]), [two.as_str()]);
    assert_eq!(proposed(&sara, &["unir", &one, &two, "--into", ""]), [""; 0]);
    assert_eq!(proposed(&sara, &["merge", "--into", ""]).len(), 3);
}

#[test]
fn what_is_flagged_is_completed_for_whoever_deals_with_it() {
    let desk = Desk::staffed();
    let (ana, sara, marta) = (desk.person("ana"), desk.person("sara"), desk.person("marta"));
    let (flagged, other, _plain) = (ana.opens("Son 50 €"), ana.opens("Otra: 60 €"), ana.opens("Sin más"));
    sara.does(["assign", &flagged, &other, "--to", "marta"]);
    sara.does(["close", &other]);
    let line = |number: &str, subject: &str| format!("{number}  ({subject})");
    let both = [line(&other, "Otra: 60 €"), line(&flagged, "Son 50 €")];
    assert_eq!(proposed(&sara, &["unflag", ""]), both, "also what is closed");
    assert_eq!(proposed(&desk.person("carmen"), &["unflag", ""]), both);
    assert_eq!(proposed(&sara, &["unflag", &flagged, &flagged[..5]]), [flagged.as_str()]);
    // A client is not told what was marked, nor is anybody offered what they may not do.
    for person in [&ana, &marta] {
        for beginning in ["", &flagged[..3], &flagged] {
            assert_eq!(proposed(person, &["unflag", beginning]), [""; 0], "{beginning}");
        }
    }
    sara.does(["unflag", &flagged]);
    assert_eq!(proposed(&sara, &["unflag", ""]), [other.as_str()]);
    assert_eq!(proposed(&sara, &["unfl"]), ["unflag"]);
}

#[test]
fn meanings_are_cut_where_they_are_long() {
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    for subject in ["Una duda larga ".repeat(8), "x".repeat(60)] {
        ana.opens(subject.trim());
    }
    let shown = proposed(&ana, &["show", ""]);
    assert!(shown[0].ends_with(&format!("  ({})", "x".repeat(60))), "{shown:?}");
    assert!(shown[1].ends_with("Una duda larga Una duda larga…)"), "{shown:?}");
}

#[test]
fn letters_are_completed_by_what_can_be_done_with_them() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    ana.command(["open", "--subject", "Una", "-m", "Hola"]).mail("queue").run().ok();
    let queue = sara.json(["mail", "queue"]);
    let id = queue[0]["id"].as_str().unwrap();
    let line = |id: &str| format!("{id}  ({})", queue[0]["to"].as_str().unwrap());
    assert!(queue.as_array().unwrap().len() > 1, "{queue}");
    for verb in ["show", "retry", "drop"] {
        assert!(proposed(&sara, &["mail", verb, ""]).contains(&line(id)), "{verb}");
        assert_eq!(proposed(&sara, &["mail", verb, &id[..6].to_uppercase()]), [id], "{verb}");
        for nothing in ["zz", &"0".repeat(40)] {
            assert_eq!(proposed(&sara, &["mail", verb, nothing]), [""; 0], "{verb} {nothing}");
        }
    }
    desk.owner().run(["mail", "flush"]).ok();
    assert_eq!(proposed(&sara, &["mail", "show", ""]), [""; 0], "those that have left are many");
    assert_eq!(proposed(&sara, &["mail", "show", &id[..6]]), [id]);
    assert_eq!(proposed(&sara, &["mail", "retry", &id[..6]]), [""; 0]);
    assert_eq!(proposed(&ana, &["mail", "show", &id[..6]]), [""; 0]);
}

/// A ticket that nobody has touched for long, with many that were changed since.
#[test]
fn old_tickets_are_completed_by_their_beginnings() {
    let desk = Desk::staffed();
    let (ana, sara) = (desk.person("ana"), desk.person("sara"));
    let old = ana.opens("De hace mucho");
    let others = if old.starts_with('9') { 100_000 } else { 900_000 };
    let store = RedbStore::open(&desk.path(), Duration::from_secs(10)).unwrap();
    let written: Result<(), StoreError> = store.write(&CommandId([7; 16]), |tx| {
        let client = tx.ticket(TicketSeq(1))?.unwrap().client;
        (2..600).try_for_each(|seq| {
            let number = TicketNumber::parse(&(others + seq).to_string()).unwrap();
            let (topic, priority) = (TopicId(1), Priority::Normal);
            let subject = format!("Otra {seq}");
            let new = NewTicket { seq: TicketSeq(seq), number, external_id: None, subject, topic, priority, client };
            tx.put_ticket(None, &Ticket::open(new, desk.now().plus(Span::seconds(60))))
        })
    });
    written.unwrap();
    for (person, verb) in [(&ana, "show"), (&sara, "show"), (&sara, "close")] {
        assert_eq!(proposed(person, &[verb, &old[..3]]), [old.as_str()], "{verb}");
        assert_eq!(proposed(person, &[verb, &old[..2]]), [""; 0], "nothing is looked for by so little: {verb}");
    }
    for (person, verb) in [(&sara, "reopen"), (&desk.person("bruno"), "show"), (&desk.person("marta"), "show")] {
        assert_eq!(proposed(person, &[verb, &old]), [""; 0], "{verb}");
    }
}

#[test]
fn whatever_fails_is_silent_and_writes_nothing() {
    let missing = Desk::missing();
    assert_eq!(proposed(&missing.guest("nadie"), &["show", "1"]), [""; 0]);
    assert!(!missing.path().exists());
    let desk = Desk::staffed();
    let ana = desk.person("ana");
    let number = ana.opens("Una duda");
    desk.set_now("2026-11-23T15:00:00Z");
    let before = std::fs::read(desk.path().join("desk.redb")).unwrap();
    let lock = std::fs::File::open(desk.path().join("desk.lock")).unwrap();
    lock.lock().unwrap();
    assert_eq!(proposed(&ana, &["show", &number[..3]]), [number.as_str()], "others may write meanwhile");
    assert_eq!(std::fs::read(desk.path().join("desk.redb")).unwrap(), before);
    std::fs::write(desk.path().join("desk.redb"), b"no store").unwrap();
    assert_eq!(proposed(&ana, &["show", "1"]), [""; 0]);
    for shell in ["tcsh", "/bin/bash", "\u{1b}"] {
        assert!(asked(&ana, shell, &["taquilla", "show", ""]).stdout.is_empty());
    }
    assert!(ana.run(["completions", "tcsh"]).exits(2).stdout.is_empty());
}
