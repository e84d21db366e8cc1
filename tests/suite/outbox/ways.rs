//! Settings that keep letters waiting: on purpose, by mistake, or because the way out is blocked.

use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use super::{WAITS, create, desk_with, flush, queue, set, states, write, writing};
use crate::smtp_server::{Encryption, SmtpServer};
use crate::support::Desk;
use crate::support::process::wait_until;

#[test]
fn letters_that_are_held_wait_until_they_are_not() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    set(&desk, "mail.hold", "on");
    let outcome = write(&desk);
    assert!(outcome.talk().contains(WAITS), "{outcome}");
    let outcome = flush(&desk);
    assert!(outcome.talk().contains("Enviados: 0. Siguen esperando: 2"), "{outcome}");
    assert_eq!((server.conversations().len(), states(&desk)), (0, vec!["pending".to_owned(); 2]));
    set(&desk, "mail.hold", "off");
    wait_until("the letters left with the change that let them", || server.received().len() == 2);
}

#[test]
fn a_queued_letter_starts_no_relay() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    let ana = desk.guest("ana");
    ana.command(writing(&desk)).mail("queue").run().ok();
    assert_eq!((server.conversations().len(), states(&desk)), (0, vec!["pending".to_owned(); 2]));
    flush(&desk);
    assert_eq!(server.received().len(), 2);
}

#[test]
fn a_wrong_password_loses_no_letter() {
    let server = SmtpServer::with(Encryption::None, Some(("mesa", "secreto")));
    let desk = desk_with(&server);
    let password = desk.file("password", "equivocado\n");
    set(&desk, "mail.smtp.user", "mesa");
    set(&desk, "mail.smtp.password_file", password.to_str().unwrap());

    std::fs::set_permissions(&password, std::fs::Permissions::from_mode(0o644)).unwrap();
    let outcome = write(&desk);
    assert!(outcome.talk().contains(WAITS), "{outcome}");
    let error = |letter: &Value| letter["last_error"].as_str().unwrap_or_default().to_owned();
    let letters = queue(&desk);
    assert!(letters.iter().any(|letter| error(letter).contains("chmod 600")), "{letters:?}");
    assert!(server.conversations().is_empty(), "the password is read before anybody is called");

    std::fs::set_permissions(&password, std::fs::Permissions::from_mode(0o600)).unwrap();
    flush(&desk);
    let letters = queue(&desk);
    assert!(letters.iter().any(|letter| error(letter).contains("authentication failed")), "{letters:?}");
    assert_eq!((states(&desk).len(), server.received().len()), (2, 0));

    std::fs::write(&password, "secreto\n").unwrap();
    flush(&desk);
    assert_eq!((states(&desk).len(), server.received().len()), (0, 2));
}

#[test]
fn a_maildir_that_cannot_be_written_keeps_the_letters_waiting() {
    let desk = Desk::new();
    desk.client("ana").run(["open", "--subject", "Duda", "-m", "Hola"]).ok();
    create(&desk, "sara", "secretary");
    let maildir = desk.path().join("mail");
    std::fs::rename(&maildir, desk.path().join("mail.away")).unwrap();
    std::fs::write(&maildir, "no directory").unwrap();
    let outcome = write(&desk);
    assert!(outcome.talk().contains(WAITS), "{outcome}");
    assert_eq!(states(&desk), ["retry"]);
    std::fs::remove_file(&maildir).unwrap();
    flush(&desk);
    assert_eq!((states(&desk).len(), desk.letters_to("sara@example.com").len()), (0, 1));
}
