//! What becomes of letters that a server takes, refuses, puts off or breaks off.

use taquilla::domain::time::Span;

use super::{FROM, WAITS, create, desk_with, flush, pass_by, queue, recipients, set, states, write, writing};
use crate::smtp_server::{Deed, SmtpServer, Stage};
use crate::support::Desk;
use crate::support::process::wait_until;

#[test]
fn one_message_for_each_recipient_on_one_connection() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    let outcome = write(&desk);
    assert!(!outcome.talk().contains(WAITS), "{outcome}");
    let received = server.received();
    assert!(received.iter().all(|received| received.to.len() == 1 && received.from == FROM), "{received:?}");
    assert_eq!(recipients(&received), ["sara@example.com", "sol@example.com"]);
    assert_eq!(server.conversations().len(), 1);
    assert_eq!(states(&desk), Vec::<String>::new());
    assert_eq!(desk.letters_to("sara@example.com").len(), 0, "a desk with a server does not use its Maildir");
}

/// Days pass in a test of the mail, and its letters alone are looked at.
fn tells_nobody_of_deadlines(desk: &Desk) {
    set(desk, "mail.notify.warning", "off");
    set(desk, "mail.notify.overdue", "off");
}

#[test]
fn a_dead_server_changes_nothing_but_the_time() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    set(&desk, "rules.burst", "100");
    // Nobody listens at a port that was just given back.
    let dead = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    set(&desk, "mail.smtp.port", &dead.to_string());
    let outcome = write(&desk);
    assert!(outcome.talk().contains(WAITS), "{outcome}");
    let letters = queue(&desk);
    let attempts: Vec<_> = letters.iter().map(|letter| letter["attempts"].as_u64().unwrap()).collect();
    assert_eq!((attempts.iter().sum::<u64>(), attempts.len()), (1, 2), "one attempt tells of both: {letters:?}");
    assert!(letters.iter().any(|letter| letter["last_error"].as_str().is_some_and(|error| error.contains("refused"))));
    set(&desk, "mail.smtp.port", &server.port().to_string());

    desk.advance(Span::seconds(59));
    let outcome = write(&desk);
    assert!(outcome.talk().contains(WAITS), "the server rests: {outcome}");
    assert_eq!((server.conversations().len(), states(&desk).len()), (0, 4));

    desk.advance(Span::seconds(1));
    let outcome = write(&desk);
    assert!(!outcome.talk().contains(WAITS), "{outcome}");
    wait_until("those of others left behind its own", || states(&desk) == ["retry"]);
    assert_eq!(server.received().len(), 5);

    desk.advance(Span::minutes(4));
    pass_by(&desk);
    wait_until("the letter that was tried left five minutes later", || server.received().len() == 6);
    wait_until("and was written down", || states(&desk).is_empty());
}

#[test]
fn flushing_does_not_wait_for_the_time() {
    let server = SmtpServer::start();
    server.when(Stage::Greeting, "", 1, Deed::HangUp);
    let desk = desk_with(&server);
    write(&desk);
    assert_eq!(states(&desk), ["pending", "retry"]);
    let outcome = flush(&desk);
    assert!(outcome.talk().contains("Enviados: 2. Siguen esperando: 0"), "{outcome}");
    assert_eq!((server.received().len(), states(&desk).len()), (2, 0));
}

#[test]
fn flushing_tries_each_letter_once_and_comes_to_an_end() {
    let server = SmtpServer::start();
    server.refuse(Stage::Recipient, "450 4.2.0 Greylisted");
    let desk = desk_with(&server);
    write(&desk);
    let outcome = flush(&desk);
    assert!(outcome.talk().contains("Enviados: 0. Siguen esperando: 2"), "{outcome}");
    assert!(queue(&desk).iter().all(|letter| letter["attempts"] == 2));
}

#[test]
fn a_letter_that_broke_off_is_sent_again_to_the_byte() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    set(&desk, "mail.role.secretary", "secretaria@example.com");
    server.when(Stage::Message, "", 1, Deed::TakeAndHangUp);
    let ana = desk.guest("ana");
    let file = desk.file("plan.pdf", b"%PDF-1.4 plan");
    let mut line = writing(&desk);
    line.extend(["--attach".to_owned(), file.to_str().unwrap().to_owned()]);
    let outcome = ana.run(line).ok();
    assert!(outcome.talk().contains(WAITS), "{outcome}");
    // Whatever changes meanwhile, the letter does not.
    set(&desk, "desk.name", "Otra mesa");
    desk.advance(Span::minutes(5));
    flush(&desk);
    let received = server.received();
    assert_eq!(received.len(), 2);
    assert!(received[0].message.len() > 1_000);
    assert_eq!(String::from_utf8_lossy(&received[0].message), String::from_utf8_lossy(&received[1].message));
    assert_eq!(states(&desk).len(), 0);
}

#[test]
fn a_letter_that_is_put_off_is_tried_at_longer_and_longer_intervals() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    tells_nobody_of_deadlines(&desk);
    set(&desk, "mail.role.secretary", "secretaria@example.com");
    server.refuse(Stage::Recipient, "451 4.3.0 Try later");
    write(&desk);
    for (attempt, minutes) in [(1, 5), (2, 10), (3, 20), (4, 40), (5, 60), (6, 60)] {
        wait_until("the letter was tried", || queue(&desk)[0]["state"] == "retry" && queue(&desk)[0]["attempts"] == attempt);
        let letter = queue(&desk).remove(0);
        let due = desk.now().plus(Span::minutes(minutes)).to_rfc3339();
        assert_eq!((letter["attempts"].as_u64(), letter["next_attempt_at"].as_str()), (Some(attempt), Some(due.as_str())));
        assert!(letter["last_error"].as_str().unwrap().contains("Try later"), "{letter}");
        let tried = server.conversations().len();
        desk.advance(Span::seconds(minutes * 60 - 1));
        pass_by(&desk);
        assert_eq!(server.conversations().len(), tried, "not a second too early");
        desk.advance(Span::seconds(1));
        pass_by(&desk);
    }
    wait_until("the last relay is done", || queue(&desk)[0]["attempts"] == 7);
    // After five days the desk gives up, and says so.
    desk.advance(Span::days(5));
    flush(&desk);
    desk.admin().log_in().ok();
    assert_eq!(states(&desk), ["dead", "retry"], "administrators are told, since nobody else of staff reads elsewhere");
    let outcome = desk.owner().run(["doctor"]).ok();
    assert!(outcome.text().contains("taquilla mail queue"), "{outcome}");
}

#[test]
fn a_refused_recipient_is_listed_and_does_not_keep_the_others() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    tells_nobody_of_deadlines(&desk);
    server.when(Stage::Recipient, "sara@", usize::MAX, Deed::Say("550 5.1.1 No such user".into()));
    let outcome = write(&desk);
    assert!(!outcome.talk().contains(WAITS) && outcome.talk().contains("no se volverá a intentar"), "{outcome}");
    wait_until("the other one was told of", || states(&desk) == ["dead"]);
    assert_eq!(recipients(&server.received()), ["sol@example.com", "sol@example.com"]);
    let letter = queue(&desk).remove(0);
    assert_eq!((letter["state"].as_str(), letter["to"].as_str()), (Some("dead"), Some("sara@example.com")));
    assert!(letter["last_error"].as_str().unwrap().contains("No such user"), "{letter}");
    desk.advance(Span::days(1));
    flush(&desk);
    desk.admin().log_in().ok();
    assert_eq!(states(&desk), ["dead"], "what was given up is not tried again by itself");

    server.relent();
    let id = letter["id"].as_str().unwrap();
    desk.admin().run(["mail", "retry", &id[..8]]).ok();
    assert_eq!(recipients(&server.received()), ["sara@example.com", "sol@example.com", "sol@example.com"]);
    for id in [id, &id[..8]] {
        desk.admin().command(["mail", "retry", id]).json().run().refused(6, "letter-not-waiting");
        assert_eq!(desk.admin().json(["mail", "show", id])["state"], "sent", "also when it has left");
    }
}

#[test]
fn many_letters_leave_in_batches_and_many_tickets_in_a_summary() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    let admin = desk.admin();
    let names: Vec<_> = (0..24).map(|index| format!("client{index}")).collect();
    for name in &names {
        create(&desk, name, "client");
    }
    let mut numbers = Vec::new();
    for name in &names {
        let line = ["open", "--subject", "Duda", "-m", "Hola", "--for", name];
        numbers.push(admin.command(line).json().mail("queue").run().ok().json()["number"].as_str().unwrap().to_owned());
    }
    assert_eq!(states(&desk), vec!["pending"; 24 * 3]);
    let close = |numbers: &[String]| {
        let mut line = vec!["close".to_owned()];
        line.extend_from_slice(numbers);
        admin.run(line).ok()
    };
    // A server that is down: the whole lease is given back, not only what was claimed of it.
    server.when(Stage::Greeting, "", 1, Deed::HangUp);
    close(&numbers);
    let states_then = states(&desk);
    assert_eq!(states_then.len(), 24 * 3 + 24 + 2);
    assert!(!states_then.contains(&"leased".to_owned()), "{states_then:?}");

    let outcome = flush(&desk);
    assert!(outcome.talk().contains("Siguen esperando: 0"), "{outcome}");
    let received = server.received();
    assert_eq!((received.len(), server.conversations().len()), (24 * 3 + 24 + 2, 2));
    let to_sara: Vec<_> = received.iter().filter(|received| received.to == ["sara@example.com"]).collect();
    assert_eq!(to_sara.len(), 24 + 1, "one for each ticket that was opened, and one for all that were closed");
    let summary = String::from_utf8_lossy(&to_sara.last().unwrap().message).into_owned();
    assert!(numbers.iter().all(|number| summary.contains(number.as_str())), "{summary}");
}
