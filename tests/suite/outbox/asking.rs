//! What people are told of letters: of their own and of no others, of those they asked for by themselves, and nothing where a word
//! would tell who has an account.

use taquilla::domain::time::Span;

use super::{WAITS, create, desk_with, flush, queue, set, states, write, writing};
use crate::smtp_server::{Deed, SmtpServer, Stage};
use crate::support::process::wait_until;
use crate::support::{Desk, Outcome, PASSWORD};

fn id_to(desk: &Desk, to: &str) -> String {
    let queue = queue(desk);
    let letter = queue.iter().find(|letter| letter["to"] == to).unwrap_or_else(|| panic!("{to}: {queue:?}"));
    letter["id"].as_str().unwrap().to_owned()
}

#[test]
fn nothing_tells_whether_there_was_a_letter() {
    let desk = Desk::staffed();
    let number = &desk.person("ana").opens("Una");
    flush(&desk);
    desk.admin().does(["config", "set", "mail.hold", "on"]);
    let zoe = desk.guest("zoe");
    let told = |words: &[&str]| {
        let outcome = zoe.command(words).stdin(format!("{PASSWORD}\n")).run().ok();
        outcome.talk().replace("nadie@", "ana@")
    };
    for words in [
        &["password", "forgot", "--email"][..],
        &["confirm", "--resend", "--email"],
        &["status", number, "--email"],
        &["register", "--name", "Ana", "--password-stdin", "--accept-rules", "--email"],
    ] {
        let known = told(&[words, &["ana@example.com"]].concat());
        let unknown = told(&[words, &["nadie@example.com"]].concat());
        assert_eq!(known, unknown, "{words:?}");
        assert!(!known.contains(WAITS), "{known}");
    }
}

#[test]
fn a_server_that_says_no_goodbye_does_not_keep_the_command() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    server.when(Stage::Quit, "", usize::MAX, Deed::Stall);
    let outcome = write(&desk);
    assert!(!outcome.talk().contains(WAITS), "{outcome}");
    assert_eq!((server.received().len(), states(&desk).len()), (2, 0));
}

#[test]
fn a_command_tells_of_its_own_letters_only() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    // Letters of another command, which are due and which the server never answers.
    let ana = desk.guest("ana");
    ana.command(writing(&desk)).mail("queue").run().ok();
    server.when(Stage::Recipient, "sara@", 1, Deed::Stall);
    server.when(Stage::Recipient, "sol@", 1, Deed::Stall);
    let outcome = desk.admin().run(["reply", &writing(&desk)[1], "-m", "Hola"]).ok();
    assert!(!outcome.talk().contains(WAITS), "{outcome}");
    assert!(server.received().iter().any(|letter| letter.to == ["ana@example.com"]));
    // Those of others that are given up are not told of either.
    let desk = desk_with(&server);
    server.relent();
    desk.guest("ana").command(writing(&desk)).mail("queue").run().ok();
    server.when(Stage::Recipient, "sara@", 1, Deed::Say("550 5.1.1 No".into()));
    let outcome = desk.admin().run(["reply", &writing(&desk)[1], "-m", "Hola"]).ok();
    assert!(!outcome.talk().contains("ha rechazado"), "{outcome}");
}

#[test]
fn a_client_is_not_sent_to_the_outbox() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    server.when(Stage::Recipient, "ana@", usize::MAX, Deed::Say("550 5.1.1 No such user".into()));
    let outcome = desk.guest("ana").run(writing(&desk)).ok();
    assert!(!outcome.talk().contains("mail queue"), "{outcome}");
    let outcome = desk.guest("ana").run(["open", "-m", "Otra", "--subject", "Otra"]).ok();
    assert!(outcome.talk().contains("ha quedado guardado") && !outcome.talk().contains("mail queue"), "{outcome}");
    let outcome = desk.admin().run(["reply", &writing(&desk)[1], "-m", "Hola"]).ok();
    assert!(outcome.talk().contains("mail queue"), "{outcome}");
}

#[test]
fn who_tries_the_mail_out_is_told_what_came_of_it() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    let test = || -> Outcome { desk.admin().run(["mail", "test", "--to", "prueba@example.com"]).ok() };
    assert!(test().talk().contains("ha salido"));
    server.when(Stage::Greeting, "", 1, Deed::HangUp);
    let outcome = test();
    assert!(outcome.talk().contains("se volverá a intentar. Motivo: No hay conexión"), "{outcome}");
    // The server rests for others, and not for whoever asks for just this letter.
    let outcome = test();
    assert!(outcome.talk().contains("ha salido"), "{outcome}");
    assert!(write(&desk).talk().contains(WAITS), "the others wait for the rest to end");
    let id = id_to(&desk, "prueba@example.com");
    server.when(Stage::Recipient, "prueba@", 1, Deed::Say("550 5.1.1 No such user".into()));
    let created = desk.admin().json(["mail", "show", &id])["created_at"].clone();
    desk.advance(Span::minutes(5));
    let outcome = desk.admin().command(["mail", "retry", &id]).json().run().ok();
    assert!(outcome.talk().contains("no se volverá a intentar. Motivo: 550 5.1.1 No such user"), "{outcome}");
    let retried = outcome.json()[0].clone();
    assert_eq!((&retried["state"], &retried["created_at"]), (&"dead".into(), &created), "{outcome}");
    let outcome = desk.admin().command(["mail", "retry", &id]).json().run().ok();
    assert!(outcome.talk().contains("ha salido"), "{outcome}");
    assert_eq!((&outcome.json()[0]["state"], &outcome.json()[0]["changed"]), (&"sent".into(), &true.into()), "{outcome}");
    assert_eq!(desk.admin().json(["mail", "show", &id])["attempts"], 3, "the one that succeeded is counted");
    set(&desk, "mail.hold", "on");
    for outcome in [test(), flush(&desk)] {
        assert!(outcome.talk().contains("Todo el correo está retenido"), "{outcome}");
    }
    assert!(desk.owner().run(["doctor"]).ok().text().contains("Todo el correo está retenido"));
}

#[test]
fn a_letter_goes_to_where_its_reader_reads_now() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    let (admin, ana) = (desk.admin(), desk.guest("ana"));
    let number = writing(&desk)[1].clone();
    server.when(Stage::Recipient, "<ana@", 1, Deed::Say("451 4.2.1 Not now".into()));
    admin.run(["reply", &number, "-m", "Compuesta antes"]).ok();
    let id = id_to(&desk, "ana@example.com");
    ana.run(["profile", "--email", "nueva@example.com"]).ok();
    let code = server.received().into_iter().find(|letter| letter.to == ["nueva@example.com"]).unwrap();
    let code = String::from_utf8_lossy(&code.message).into_owned();
    let code = code.lines().find(|line| line.len() == 9 && line.as_bytes()[4] == b'-').unwrap().to_owned();
    admin.does(["reply", &number, "-m", "Aún sin componer"]);
    ana.does(["confirm", "--email", "nueva@example.com", &code]);
    admin.run(["mail", "retry", &id]).ok();
    wait_until("all have left", || server.received().len() == 4);
    let mut told: Vec<_> = server.received().iter().map(|letter| letter.to.concat()).collect();
    told.sort();
    // The code, what was composed anew, and what was composed first; of the change, the old address is told.
    assert_eq!(told, ["ana@example.com", "nueva@example.com", "nueva@example.com", "nueva@example.com"]);
}

#[test]
fn a_shown_letter_is_the_one_that_leaves() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    server.refuse(Stage::Recipient, "451 4.3.0 Try later");
    desk.admin().run(["reply", &writing(&desk)[1], "-m", "Hola"]).ok();
    let id = id_to(&desk, "ana@example.com");
    set(&desk, "desk.name", "Otro nombre");
    desk.admin().does(["edit", &writing(&desk)[1], "--subject", "Otro asunto"]);
    let shown = desk.admin().json(["mail", "show", &id]);
    assert_eq!(shown["subject"], format!("Re: [#{}] Duda", writing(&desk)[1]));
    assert!(!shown["text"].as_str().unwrap().contains("Otro nombre"), "{shown}");
    server.relent();
    flush(&desk);
    let letter = server.received().into_iter().find(|letter| letter.to == ["ana@example.com"]).unwrap();
    assert!(!String::from_utf8_lossy(&letter.message).contains("Otro nombre"));
}

#[test]
fn each_letter_that_cannot_be_tried_again_says_why() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    set(&desk, "mail.notify.bounced", "off");
    let admin = desk.admin();
    server.refuse(Stage::Recipient, "550 5.1.1 No such user");
    desk.guest("ana").run(["password", "forgot", "--email", "ana@example.com"]).ok();
    wait_until("the code was given up", || states(&desk) == ["dead"]);
    let id = id_to(&desk, "ana@example.com");
    admin.refused(["mail", "retry", &id], 6, "letter-without-code");
    let drop = || admin.command(["mail", "drop", &id[..8]]).json().run().ok().json()[0]["changed"].clone();
    assert_eq!((drop(), drop()), (true.into(), false.into()));
    admin.refused(["mail", "retry", &id], 6, "letter-not-waiting");
    server.relent();
    server.when(Stage::Greeting, "", 1, Deed::Stall);
    desk.guest("ana").command(writing(&desk)).mail("detach").run().ok();
    wait_until("a relay has called", || server.conversations().len() == 2);
    let id = id_to(&desk, "sara@example.com");
    admin.refused(["mail", "retry", &id], 6, "letter-leaving");
}

#[test]
fn a_held_code_is_wiped_when_it_ends() {
    let desk = Desk::staffed();
    set(&desk, "mail.hold", "on");
    for _ in 0..3 {
        desk.person("ana").opens("Una");
    }
    let zoe = desk.guest("zoe");
    zoe.run(["password", "forgot", "--email", "ana@example.com"]).ok();
    let id = id_to(&desk, "ana@example.com");
    let codes = |desk: &Desk| queue(desk).iter().filter(|letter| letter["event"] == "code").count();
    assert_eq!(codes(&desk), 1, "{id}");
    desk.advance(Span::minutes(61));
    desk.admin().does(["config", "set", "desk.phone", "600"]);
    assert_eq!(codes(&desk), 0);
    // The relay of a command sees to it too, while it holds the others.
    zoe.run(["password", "forgot", "--email", "ana@example.com"]).ok();
    desk.advance(Span::minutes(60));
    create(&desk, "eva", "agent");
    assert_eq!(codes(&desk), 1, "to the minute it is not removed yet");
    zoe.run(["password", "forgot", "--email", "sara@example.com"]).ok();
    assert_eq!(codes(&desk), 1, "only the new one is left");
}
