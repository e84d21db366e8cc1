//! `purge` beside others and cut short: whatever else happens, a ticket is there whole or gone whole.

use std::collections::BTreeSet;
use std::fs::File;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use taquilla::app::purge::Purged;
use taquilla::app::{App, Credentials};
use taquilla::domain::account::{AccountId, Handle};
use taquilla::domain::entry::{Attachment, BlobHash, Content};
use taquilla::domain::filter::{Filter, Visibility};
use taquilla::domain::language::Language;
use taquilla::domain::letter::CommandId;
use taquilla::domain::session::{Session, SessionHash};
use taquilla::domain::status::Priority;
use taquilla::domain::ticket::{Moment, NewTicket, Side, Ticket, TicketNumber, TicketSeq};
use taquilla::domain::time::{Span, Timestamp};
use taquilla::domain::topic::TopicId;
use taquilla::store::redb::RedbStore;
use taquilla::store::{Blob, Draft, Store, StoreError, Write};

use super::numbers;
use crate::support::{Desk, Person};

/// As many as three transactions take away.
const TICKETS: u32 = 450;
/// Of which every third has a file of its own.
const FILES: u32 = TICKETS / 3;
/// How long ago the last of them was closed, as the verb is told it.
const BEFORE: &str = "30d";
const FIRST_NUMBER: u32 = 200_000;
/// A session of the administrator's.
const SESSION: SessionHash = SessionHash([7; 32]);

fn store_of(desk: &Desk) -> RedbStore {
    RedbStore::open(&desk.path(), Duration::from_secs(60)).unwrap()
}

fn command(place: u8) -> CommandId {
    CommandId([place; 16])
}

fn number(seq: u32) -> String {
    (FIRST_NUMBER + seq).to_string()
}

fn text(seq: u32) -> String {
    format!("Guardamos la caja {seq}")
}

/// What stands in its file.
fn content(seq: u32) -> Vec<u8> {
    format!("caja {seq}").into_bytes()
}

fn hash(seq: u32) -> BlobHash {
    BlobHash(Sha256::digest(content(seq)).into())
}

/// A ticket of ana's that sara closed long ago, after all with a smaller seq.
fn put(tx: &mut dyn Write, seq: u32, (ana, sara): (AccountId, AccountId), now: Timestamp) -> Result<(), StoreError> {
    let closed_at = now.minus(Span::days(60)).plus(Span::seconds(seq.into()));
    let opened_at = closed_at.minus(Span::days(1));
    let new = NewTicket {
        seq: TicketSeq(seq),
        number: TicketNumber::parse(&number(seq)).unwrap(),
        external_id: None,
        subject: format!("Caja {seq}"),
        topic: TopicId(1),
        priority: Priority::Normal,
        client: ana,
    };
    let mut ticket = Ticket::open(new, opened_at);
    let mut files = Vec::new();
    if seq.is_multiple_of(3) {
        let (bytes, hash) = (content(seq), hash(seq));
        let size = bytes.len() as u64;
        tx.put_blob_chunk(&hash, 0, &bytes)?;
        tx.put_blob(&hash, Blob { size, staged_at: opened_at })?;
        files.push(Attachment { name: "caja.txt".into(), media_type: "text/plain".into(), size, hash });
    }
    let entry = ticket.append(Some(ana), opened_at, Content::Message(text(seq)), files);
    let window = Span::days(14);
    ticket.close(&Moment { actor: sara, side: Side::Staff, now: closed_at, assignee_is_able: false, reopen_window: window });
    tx.put_ticket(None, &ticket)?;
    tx.append_entry(TicketSeq(seq), &entry)
}

/// A desk with so many tickets that were closed long ago.
fn filled(count: u32) -> Desk {
    let desk = Desk::staffed();
    let filled: Result<(), StoreError> = store_of(&desk).write(&command(1), |tx| {
        let id = |tx: &mut dyn Write, handle: &str| {
            tx.account_by_handle(&Handle::parse(handle).unwrap()).map(|account| account.unwrap().id)
        };
        let (ana, sara, admin) = (id(tx, "ana")?, id(tx, "sara")?, id(tx, &desk.admin().handle())?);
        tx.put_session(&Session { hash: SESSION, account: admin, created_at: desk.now(), used_at: desk.now() })?;
        (1..=count).try_for_each(|seq| put(tx, seq, (ana, sara), desk.now()))
    });
    filled.unwrap();
    desk
}

/// One transaction of a purge.
fn step(desk: &Desk, after: Option<(Timestamp, TicketSeq)>, place: u8, most: usize) -> Purged {
    let store = store_of(desk);
    let app = App::new(&store, desk.now(), [place; 32], Credentials::Session(SESSION), Language::Spanish);
    app.purge(desk.now().minus(Span::days(30)), after, most).unwrap()
}

fn gone(step: &Purged) -> Vec<String> {
    step.tickets.iter().map(|ticket| ticket.number.to_string()).collect()
}

/// Whether a ticket is there with all that it had.
fn is_whole(reader: &Person<'_>, seq: u32) {
    let ticket = reader.sees(&number(seq));
    let message = &ticket["thread"][0];
    assert_eq!(message["body"], text(seq).as_str(), "{ticket}");
    let files = message["attachments"].as_array().unwrap().len();
    assert_eq!(files, usize::from(seq.is_multiple_of(3)), "{ticket}");
    if files > 0 {
        let file = reader.run(["attachment", &number(seq), "1.1", "-o", "-"]).ok();
        assert_eq!(file.stdout, content(seq));
    }
}

fn left(store: &RedbStore) -> u64 {
    store
        .read(|desk| desk.count(&Filter::all(Visibility::All, AccountId(1))))
        .unwrap_or_else(|error: StoreError| panic!("{error}"))
}

/// How many of the tickets' files are kept.
fn files(desk: &Desk) -> usize {
    let kept = store_of(desk).read(|desk| {
        let mut kept = 0;
        for seq in (3..=TICKETS).step_by(3) {
            kept += usize::from(desk.blob(&hash(seq))?.is_some());
        }
        Ok::<_, StoreError>(kept)
    });
    kept.unwrap()
}

#[test]
fn what_happens_between_its_steps_counts() {
    let desk = filled(8);
    let (ana, sara, admin) = (desk.person("ana"), desk.person("sara"), desk.admin());
    // What somebody has begun to write about one goes with it.
    let slots = |seq: u32| ["reply", "note", "open after"].map(|what| format!("{what} {}", number(seq)));
    let begun = Draft { text: "Hola".into(), at: desk.now() };
    let writer = AccountId(1);
    let put = |tx: &mut dyn Write| {
        let slots = [1, 3].into_iter().flat_map(slots);
        slots.into_iter().try_for_each(|slot| tx.put_draft(writer, &slot, Some(&begun)))
    };
    store_of(&desk).write(&command(2), put).unwrap_or_else(|error: StoreError| panic!("{error}"));
    let drafts = |seq: u32| {
        let kept =
            store_of(&desk).read(|desk| slots(seq).iter().map(|slot| desk.draft(writer, slot)).collect::<Result<Vec<_>, _>>());
        kept.unwrap_or_else(|error: StoreError| panic!("{error}")).into_iter().flatten().count()
    };
    let first = step(&desk, None, 10, 2);
    assert_eq!(gone(&first), [number(1), number(2)]);
    assert_eq!((drafts(1), drafts(3)), (0, 3));
    admin.does(["verify"]);
    // One is taken up again, one is answered and stays closed, one is taken up and closed anew, one becomes a part of one that is open.
    sara.does(["reopen", &number(3)]);
    sara.does(["reply", &number(4), "-m", "Ya no hace falta"]);
    sara.does(["reopen", &number(5)]);
    sara.does(["close", &number(5)]);
    sara.does(["merge", &number(6), "--into", &number(3)]);
    sara.refused(["reopen", &number(1)], 3, "ticket-not-found");
    let second = step(&desk, first.next, 11, 2);
    assert_eq!(gone(&second), [number(4), number(7)]);
    let third = step(&desk, second.next, 12, 2);
    assert_eq!((gone(&third), third.next), (vec![number(8)], None));
    for seq in [3, 5, 6] {
        is_whole(&sara, seq);
    }
    assert_eq!(sara.sees(&number(3))["status"], "new");
    for seq in [4, 7, 8] {
        ana.refused(["show", &number(seq)], 3, "ticket-not-found");
    }
    assert_eq!(sara.json(["list", "--status", "all", "--search", "caja"]).as_array().unwrap().len(), 3);
    // The answer to one that is gone has nobody to go to.
    assert!(!admin.json(["mail", "queue"]).to_string().contains(&number(4)));
    admin.does(["verify"]);
}

/// Starts the real program with all of them to take away.
fn purging(admin: &Person<'_>, told: Stdio) -> Child {
    let mut purge = admin.command(["purge", "--closed-before", BEFORE, "--yes", "--json"]).mail("queue").build();
    purge.stdin(Stdio::null()).stdout(told).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
fn whoever_writes_beside_it_has_a_whole_ticket_or_none() {
    let desk = filled(TICKETS);
    let (sara, admin) = (desk.person("sara"), desk.admin());
    let purge = purging(&admin, Stdio::piped());
    let (reopened, mut refused, ended) = thread::scope(|scope| {
        let reopening = scope.spawn(|| {
            let mut reopened = Vec::new();
            // From the other end, until both meet.
            for seq in (1..=TICKETS).rev() {
                let outcome = sara.command(["reopen", &number(seq), "-m", "Sigue"]).json().mail("queue").run();
                if outcome.code != Some(0) {
                    outcome.refused(3, "ticket-not-found");
                    return (reopened, vec![number(seq)]);
                }
                reopened.push(seq);
            }
            (reopened, Vec::new())
        });
        let ended = purge.wait_with_output().unwrap();
        let (reopened, refused) = reopening.join().unwrap();
        (reopened, refused, ended)
    });
    assert!(ended.status.success(), "{ended:?}");
    let purged: BTreeSet<_> = numbers(&serde_json::from_slice::<Value>(&ended.stdout).unwrap()).into_iter().collect();
    refused.retain(|number| !purged.contains(number));
    assert_eq!(refused, [""; 0], "what was not found had been taken away");
    let kept: BTreeSet<_> = reopened.iter().map(|seq| number(*seq)).collect();
    assert!(kept.is_disjoint(&purged));
    assert_eq!(kept.len() + purged.len(), TICKETS as usize, "nothing is lost between the two");
    let listed = sara.run(["list", "--status", "all", "--format", "ids"]).ok();
    assert_eq!(listed.text().lines().map(str::to_owned).collect::<BTreeSet<_>>(), kept);
    for seq in reopened.iter().take(3).chain(reopened.last()) {
        is_whole(&sara, *seq);
    }
    admin.does(["verify"]);
    assert_eq!(files(&desk), reopened.iter().filter(|seq| seq.is_multiple_of(3)).count());
}

fn is_held(desk: &Desk) -> bool {
    let file = File::options().read(true).write(true).open(desk.path().join("desk.lock")).unwrap();
    let is_held = file.try_lock().is_err();
    if !is_held {
        file.unlock().unwrap();
    }
    is_held
}

/// Kills a purge once something is so; says whether it was not at its end before.
fn killed(desk: &Desk, is_so: impl Fn() -> bool) -> bool {
    let mut purge = purging(&desk.admin(), Stdio::null());
    while purge.try_wait().unwrap().is_none() {
        if is_so() {
            purge.kill().unwrap();
            break;
        }
    }
    purge.wait().unwrap().code().is_none()
}

#[test]
fn one_that_a_busy_desk_ends_says_what_it_took_away() {
    let desk = filled(250);
    let admin = desk.admin();
    let purge = admin.command(["purge", "--closed-before", BEFORE, "--yes", "--json", "--wait", "1"]).mail("queue");
    let mut purge = purge.build();
    purge.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let purge = purge.spawn().unwrap();
    let lock = File::options().read(true).write(true).open(desk.path().join("desk.lock")).unwrap();
    let store = store_of(&desk);
    // Whoever waits for the desk gets it between two steps, and here keeps it after the first.
    loop {
        while !is_held(&desk) {
            thread::yield_now();
        }
        lock.lock().unwrap();
        if left(&store) < 250 {
            break;
        }
        lock.unlock().unwrap();
    }
    let ended = purge.wait_with_output().unwrap();
    drop(lock);
    let error: Value = serde_json::from_slice(&ended.stderr).unwrap();
    assert_eq!((ended.status.code(), &error["error"]["code"]), (Some(8), &json!("partly-done")), "{ended:?}");
    let gone = numbers(&serde_json::from_slice::<Value>(&ended.stdout).unwrap());
    assert_eq!((gone.len(), left(&store)), (200, 50));
}

#[test]
fn one_that_was_killed_leaves_a_sound_desk_and_the_next_one_finishes() {
    let desk = filled(TICKETS);
    let (store, admin) = (store_of(&desk), desk.admin());
    let mut kills = 0;
    // In the midst of a transaction, and as soon as one is over.
    kills += usize::from(killed(&desk, || is_held(&desk)));
    let before = left(&store);
    assert_eq!((u64::from(TICKETS) - before) % 200, 0, "whole steps alone");
    admin.does(["verify"]);
    kills += usize::from(killed(&desk, || left(&store) < before));
    let after = left(&store);
    assert!(after < before);
    admin.does(["verify"]);
    assert!(kills > 0, "none was killed before its end");
    // What is gone is gone with its files, what is left has them.
    assert_eq!(files(&desk), (u64::from(FILES) - (u64::from(TICKETS) - after) / 3) as usize, "{after} are left");
    if after > 0 {
        is_whole(&desk.person("sara"), TICKETS);
    }
    let rest = admin.json(["purge", "--closed-before", BEFORE, "--yes"]);
    assert_eq!((numbers(&rest).len() as u64, left(&store), files(&desk)), (after, 0, 0));
    assert_eq!(admin.json(["purge", "--closed-before", BEFORE, "--yes"]), json!([]));
    admin.does(["verify"]);
    let said = store.read(|desk| Ok::<_, StoreError>((desk.numbers_taken(6)?, desk.purged_numbers(None, 999)?.len())));
    assert_eq!(said.unwrap(), (u64::from(TICKETS), TICKETS as usize), "no number is given again");
}
