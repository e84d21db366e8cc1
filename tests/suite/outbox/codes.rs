//! Letters with codes: tried soon, never too late, and gone with everything they held.

use std::time::Duration;

use taquilla::domain::letter::{Letter, LetterId, Matter};
use taquilla::domain::time::Span;
use taquilla::store::redb::RedbStore;
use taquilla::store::{Store, StoreError};

use super::{desk_with, flush, pass_by, queue, states};
use crate::smtp_server::{SmtpServer, Stage};
use crate::support::process::wait_until;
use crate::support::{Desk, Person};

/// A letter's row and its frozen bytes, which the program never shows: read where they lie.
fn kept(desk: &Desk, id: &str) -> (Letter, Option<Vec<u8>>) {
    let id = LetterId(data_encoding::HEXLOWER.decode(id.as_bytes()).unwrap().try_into().unwrap());
    let store = RedbStore::open(&desk.path(), Duration::from_secs(10)).unwrap();
    store.read(|read| Ok::<_, StoreError>((read.letter(&id)?.unwrap(), read.frozen(&id)?))).unwrap()
}

/// That nothing of a code is kept with its letter any more.
#[track_caller]
fn is_wiped(desk: &Desk, id: &str) {
    let (letter, frozen) = kept(desk, id);
    assert!(matches!(letter.matter, Matter::Code { code: None, .. }), "{letter:?}");
    assert_eq!(frozen, None);
}

/// Asks for a code to set a password anew, and returns the id of its letter once a relay has tried it.
fn forget(desk: &Desk, ana: &Person<'_>) -> String {
    ana.run(["password", "forgot", "--email", ana.email()]).ok();
    wait_until("the code's letter was tried", || queue(desk).iter().any(|letter| letter["attempts"] == 1));
    queue(desk)[0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_code_is_tried_soon_and_neither_leaves_nor_stays_after_its_end() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    server.refuse(Stage::Recipient, "451 4.3.0 Try later");
    let ana = desk.guest("ana");
    let id = forget(&desk, &ana);
    let (letter, frozen) = kept(&desk, &id);
    let Matter::Code { code: Some(code), .. } = letter.matter else { panic!("the code is kept while it waits") };
    assert!(String::from_utf8_lossy(&frozen.unwrap()).contains(&code));
    let shown = desk.admin().run(["mail", "show", &id]).ok();
    assert!(!shown.text().contains(&code) && shown.text().contains("****-****"), "{shown}");
    for (attempt, minutes) in [(1, 1), (2, 2), (3, 4), (4, 15), (5, 15), (6, 15)] {
        wait_until("the code was tried", || queue(&desk)[0]["attempts"] == attempt);
        desk.advance(Span::minutes(minutes));
        pass_by(&desk);
    }
    // At 52 minutes it was tried for the last time: the next attempt would come after the code's end.
    wait_until("the code was given up", || queue(&desk).is_empty());
    assert_eq!(desk.admin().json(["mail", "show", &id])["state"], "cancelled");
    is_wiped(&desk, &id);
    server.relent();
    flush(&desk);
    assert_eq!(server.received().len(), 0);
}

#[test]
fn an_expired_code_is_cancelled_before_it_leaves() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    server.refuse(Stage::Recipient, "451 4.3.0 Try later");
    let id = forget(&desk, &desk.guest("ana"));
    assert!(kept(&desk, &id).1.is_some(), "it was composed");
    server.relent();
    desk.advance(Span::minutes(60));
    flush(&desk);
    assert_eq!((server.received().len(), states(&desk).len()), (0, 0));
    is_wiped(&desk, &id);
}

#[test]
fn a_code_is_not_kept_once_its_letter_has_left() {
    let server = SmtpServer::start();
    let desk = desk_with(&server);
    let ana = desk.guest("ana");
    ana.command(["password", "forgot", "--email", ana.email()]).mail("queue").run().ok();
    let id = queue(&desk)[0]["id"].as_str().unwrap().to_owned();
    let Matter::Code { code: Some(code), .. } = kept(&desk, &id).0.matter else { panic!("it waits with its code") };
    flush(&desk);
    assert!(String::from_utf8_lossy(&server.received()[0].message).contains(&code));
    is_wiped(&desk, &id);
    let shown = desk.admin().run(["mail", "show", &id]).ok();
    assert!(!shown.text().contains(&code), "{shown}");
}
