//! `tick` as a service, and beside others: it ends when it is asked to, refuses nobody, and whatever several do of it, each notice is
//! queued once.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use taquilla::domain::account::Handle;
use taquilla::domain::entry::Content;
use taquilla::domain::letter::{CommandId, LetterId};
use taquilla::domain::status::Priority;
use taquilla::domain::ticket::{NewTicket, Ticket, TicketNumber, TicketSeq};
use taquilla::domain::time::Span;
use taquilla::domain::topic::TopicId;
use taquilla::store::redb::RedbStore;
use taquilla::store::{Store, StoreError};

use super::Office;
use crate::support::process::wait_until;
use crate::support::stage::kill;
use crate::support::{Desk, PASSWORD, Person};

/// Runs `tick --every` until it has said something, and ends it by a signal; gives what it said, and how it ended.
fn served(person: &Person<'_>, signal: &str) -> (Value, Option<i32>, String) {
    let mut command = person.command(["tick", "--every", "1h", "--format", "ndjson"]).mail("queue").build();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    kill(signal, &child.id().to_string());
    let ended = child.wait_with_output().unwrap();
    (serde_json::from_str(&line).unwrap(), ended.status.code(), String::from_utf8(ended.stderr).unwrap())
}

#[test]
fn a_service_goes_on_until_a_signal_ends_it() {
    let office = Office::new();
    let desk = &office.desk;
    for (signal, code) in [("TERM", 0), ("HUP", 0), ("INT", 130)] {
        desk.person("ana").log_in().ok();
        office.waiting();
        desk.advance(Span::hours(24));
        let (said, ended, talk) = served(&desk.owner(), signal);
        assert_eq!((&said["warned"], ended), (&json!(1), Some(code)), "{signal}: {talk}");
        // Whoever asks for the end of a service is not told that it came, and whoever breaks it off is not told that nothing was done.
        assert_eq!(talk.contains("Interrumpido. Lo que ya estaba hecho queda guardado."), code == 130, "{signal}: {talk}");
    }
    for wrong in [["tick", "--every", "0s"], ["tick", "--every", "2d"], ["tick", "--every", "ya"]] {
        desk.owner().command(wrong).json().run().refused(2, "invalid-value");
    }
    desk.owner().command(["tick", "--every", "10s", "--dry-run"]).json().run().refused(2, "conflict");
}

/// As many tickets as some commands can tell of in passing only together.
const BUSY: u32 = 200;
const WRITERS: usize = 3;

/// Puts so many tickets of ana's onto the desk that wait since now and that nobody has.
fn fill(desk: &Desk) {
    let store = RedbStore::open(&desk.path(), Duration::from_secs(60)).unwrap();
    let filled: Result<(), StoreError> = store.write(&CommandId([9; 16]), |tx| {
        let client = tx.account_by_handle(&Handle::parse("ana").unwrap())?.unwrap().id;
        (1..=BUSY).try_for_each(|seq| {
            let number = TicketNumber::parse(&(200_000 + seq).to_string()).unwrap();
            let (topic, priority, subject) = (TopicId(1), Priority::Normal, format!("Duda {seq}"));
            let new = NewTicket { seq: TicketSeq(seq), number, external_id: None, subject, topic, priority, client };
            let mut ticket = Ticket::open(new, desk.now());
            let entry = ticket.append(Some(client), desk.now(), Content::Message("Hola".into()), Vec::new());
            tx.put_ticket(None, &ticket)?;
            tx.append_entry(ticket.seq, &entry)
        })
    });
    filled.unwrap();
}

/// How often each person was told what of each ticket.
fn tellings(desk: &Desk) -> BTreeMap<(String, &'static str, u32), usize> {
    let store = RedbStore::open(&desk.path(), Duration::from_secs(60)).unwrap();
    let letters = store
        .read(|read| read.letters_from(&LetterId([0; 16]), usize::MAX))
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
    let mut told = BTreeMap::new();
    for letter in letters.iter().filter(|letter| matches!(letter.notice.id(), "warning" | "overdue")) {
        for ticket in letter.tickets() {
            *told.entry((letter.to.as_str().to_owned(), letter.notice.id(), ticket.0)).or_default() += 1;
        }
    }
    told
}

/// A command that takes several transactions does a little in passing in each.
#[test]
fn no_telling_of_one_transaction_takes_the_place_of_anothers() {
    let desk = Desk::staffed();
    fill(&desk);
    desk.advance(Span::hours(24));
    desk.person("carmen").log_in().ok();
    assert!(tellings(&desk).len() > 64, "it was more than one transaction");
    desk.owner().does(["tick"]);
    let told = tellings(&desk);
    assert_eq!((told.len(), told.values().filter(|times| **times == 1).count()), (200, 200));
}

#[test]
fn a_service_beside_a_busy_desk_refuses_nobody_and_tells_once() {
    let desk = &Desk::staffed();
    fill(desk);
    let sara = desk.person("sara");
    for (hours, stage) in [(24, "warning"), (48, "overdue")] {
        desk.set_now("2026-11-23T09:00:00Z");
        desk.advance(Span::hours(hours));
        sara.command(["login", "--email", sara.email(), "--password-stdin"])
            .mail("queue")
            .stdin(format!("{PASSWORD}\n"))
            .run()
            .ok();
        let owner = desk.owner();
        let mut services: Vec<_> = (0..2)
            .map(|_| {
                let mut command = owner.command(["tick", "--every", "1s"]).mail("queue").build();
                command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
            })
            .collect();
        std::thread::scope(|scope| {
            for writer in 0..WRITERS {
                let sara = &sara;
                scope.spawn(move || {
                    for place in 0..8 {
                        let number = (200_001 + writer * 20 + place).to_string();
                        let text = format!("{stage} {writer} {place}");
                        sara.command(["note", &number, "-m", &text, "--wait", "10"]).mail("queue").run().ok();
                    }
                });
            }
        });
        wait_until("everybody is told", || tellings(desk).keys().filter(|key| key.1 == stage).count() >= BUSY as usize);
        for service in &mut services {
            kill("TERM", &service.id().to_string());
            let status = service.wait().unwrap();
            let mut talk = String::new();
            service.stderr.take().unwrap().read_to_string(&mut talk).unwrap();
            assert_eq!(status.code(), Some(0), "{talk}");
            assert!(!talk.contains("taquilla:") && !talk.contains("ocupado"), "it waits its turn: {talk}");
        }
    }
    let told = tellings(desk);
    let of = |to: &str, event: &str| told.keys().filter(|key| key.0 == format!("{to}@example.com") && key.1 == event).count();
    assert_eq!((of("sara", "warning"), of("sara", "overdue"), of("carmen", "overdue")), (200, 200, 200), "all of them");
    assert!(told.values().all(|times| *times == 1), "each once");
    assert_eq!(told.len(), 3 * BUSY as usize, "and nobody else");
    desk.owner().run(["verify"]).ok();
}
