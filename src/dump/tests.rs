//! A desk written down and made anew is the same desk, on every engine, and nothing else becomes one.

use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::*;
use crate::domain::account::{Absence, Acceptance, Account, AccountId, EmailAddress, Handle, PersonName, Role, Standing};
use crate::domain::audit::{AuditEntry, AuditPayload, Via};
use crate::domain::code::CodeKind;
use crate::domain::dump::DumpFault;
use crate::domain::entry::{Attachment, BlobHash, Content, EntryId, TicketEvent};
use crate::domain::fault::{Fault, FaultKind};
use crate::domain::language::Language;
use crate::domain::letter::{CommandId, Letter, LetterId, LetterState, Matter};
use crate::domain::notice::Notice;
use crate::domain::status::{Priority, Status};
use crate::domain::task::{Doing, Task, TaskId, TaskKind};
use crate::domain::text;
use crate::domain::ticket::{BeforeClosing, Flags, NewTicket, Ticket, TicketNumber, TicketSeq, TicketSeqPair};
use crate::domain::time::Timestamp;
use crate::domain::token::TokenId;
use crate::domain::topic::{Topic, TopicId};
use crate::domain::waiting::{Told, Waiting};
use crate::store::memory::MemoryStore;
use crate::store::redb::RedbStore;
use crate::store::{BLOB_CHUNK, Blob, KeyRecord, Places, Printed, Result, Store, Upkeep, Write};

/// A small desk by a few numbers.
#[derive(Clone, Debug)]
struct Sketch {
    people: u8,
    topics: u8,
    /// Each with its client, and what is said.
    tickets: Vec<(u8, Vec<(u8, String)>)>,
    letters: u8,
    links: u8,
    file: usize,
}

fn sketch() -> impl Strategy<Value = Sketch> {
    let said = (0_u8..20, "[ -~ñ¿\n\"\u{202e}]{1,30}");
    let ticket = (any::<u8>(), proptest::collection::vec(said, 0..5));
    let tickets = proptest::collection::vec(ticket, 0..6);
    let file = prop_oneof![Just(0), Just(1), Just(BLOB_CHUNK), Just(BLOB_CHUNK + 3)];
    (5_u8..8, 1_u8..4, tickets, 0_u8..14, 0_u8..5, file).prop_map(|(people, topics, tickets, letters, links, file)| Sketch {
        people,
        topics,
        tickets,
        letters,
        links,
        file,
    })
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_millis(1_790_000_000_123 + seconds * 1_000)
}

fn person(id: u32, people: u32) -> Account {
    let role = match id {
        1 => Role::Agent,
        2 | 3 | 5 | 6 => Role::Client,
        4 => Role::Admin,
        _ => Role::Secretary,
    };
    let is_odd = id % 2 == 1;
    Account {
        id: AccountId(id),
        handle: Handle::parse(&format!("z{}-persona", 90 - id)).unwrap(),
        name: PersonName::parse(&format!("Íñigo {id}x")).unwrap(),
        email: EmailAddress::parse(&format!("P{id}@example.com")).unwrap(),
        role,
        language: if is_odd { Language::Spanish } else { Language::English },
        standing: match id % 3 {
            0 => Standing::Invited,
            1 => Standing::Active,
            _ => Standing::Suspended { reason: "Ruido «constante»".into(), at: at(5) },
        },
        password_hash: is_odd.then(|| "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA".into()),
        phone: is_odd.then(|| "+34 600".into()),
        agent: is_odd.then_some(AccountId(people)),
        absence: is_odd.then(|| Absence { until: at(900), substitute: Some(AccountId(1)) }),
        acceptance: is_odd.then(|| Acceptance { version: "a1b2".into(), at: at(2) }),
        created_at: at(id.into()),
        unconfirmed_since: (id == 6).then(|| at(30)),
    }
}

/// What is said, by a number: each event comes up.
fn content(kind: u8, text: &str) -> Content {
    let pair = TicketSeqPair { seq: TicketSeq(1), number: TicketNumber::parse("100001").unwrap() };
    let who = AccountId(1);
    let line = || text::line(text, 60).unwrap_or_else(|| "línea".to_owned());
    let text = &text::message(text).unwrap_or_else(|_| "texto".to_owned());
    Content::Event(match kind {
        0..=2 => return Content::Message(text.to_owned()),
        3..=5 => return Content::Reply(text.to_owned()),
        6 | 7 => return Content::Note(text.to_owned()),
        8 => TicketEvent::Assigned { from: None, to: who },
        9 => TicketEvent::Released { from: who, reason: Some(line()) },
        10 => TicketEvent::Closed,
        11 => TicketEvent::Reopened,
        12 => TicketEvent::PriorityChanged { from: Priority::Low, to: Priority::Emergency },
        13 => TicketEvent::TopicChanged { from: TopicId(1), to: TopicId(1) },
        14 => TicketEvent::SubjectChanged { from: line(), to: line() },
        15 => TicketEvent::ClientChanged { from: who, to: who },
        16 => TicketEvent::ExternalIdChanged { from: None, to: Some(line()) },
        17 => TicketEvent::FollowsUp(pair),
        18 => TicketEvent::MergedInto(pair),
        19 => TicketEvent::Reminded { text: Some(text.to_owned()) },
        20 => TicketEvent::Unflagged(Flags { money: true, phone: true, ..Flags::default() }),
        _ => TicketEvent::MergedFrom { ticket: pair, texts: 2 },
    })
}

fn letter(place: u8) -> Letter {
    let matters = [
        Matter::Ticket { ticket: TicketSeq(1), entries: vec![EntryId(1)], file: Some(0) },
        Matter::Summary { tickets: vec![(TicketSeq(1), vec![EntryId(1)]), (TicketSeq(2), Vec::new())] },
        Matter::Code { kind: CodeKind::Invite, code: None, ticket: Some(TicketSeq(1)), by_staff: true },
        Matter::AddressTaken,
        Matter::AddressUnknown,
        Matter::AddressChanged { to: EmailAddress::parse("nueva@example.com").unwrap() },
        Matter::Welcome,
        Matter::Standing { reason: Some("Ruido".into()) },
        Matter::Test,
        Matter::Bounced { letter: LetterId([7; 16]) },
    ];
    let states = [LetterState::Sent, LetterState::Pending, LetterState::Cancelled, LetterState::Retry, LetterState::Dead];
    let matter = matters[usize::from(place) % matters.len()].clone();
    let state = match (&matter, states[usize::from(place) % states.len()].clone()) {
        (Matter::Code { .. }, state) if state.is_waiting() => LetterState::Dropped,
        (_, state) => state,
    };
    Letter {
        id: LetterId([place.wrapping_mul(37); 16]),
        notice: if place == 3 { Notice::Test } else { Notice::Reply },
        matter,
        to: EmailAddress::parse("alguien@example.com").unwrap(),
        recipient: place.is_multiple_of(2).then_some(AccountId(1)),
        instead_of: place.is_multiple_of(4).then_some(AccountId(1)),
        language: Language::Spanish,
        state,
        created_at: at(3),
        not_before: at(4),
        expires_at: place.is_multiple_of(3).then(|| at(5)),
        attempts: place.into(),
        last_error: place.is_multiple_of(4).then(|| Fault::new(FaultKind::Said, "451 «Later»")),
        settled_at: at(6),
    }
}

fn draw(tx: &mut dyn Write, sketch: &Sketch) -> Result<()> {
    tx.set_secret(&[7; 32])?;
    tx.put_setting("desk.name", Some("Tutorías «Ágora»"))?;
    tx.put_setting("internal.absences", Some("1"))?;
    for id in 1..=u32::from(sketch.topics) {
        let parent = (id > 1).then(|| TopicId(id - 1));
        let (agents, auto_assign) =
            [(None, None), (Some(vec![AccountId(1)]), Some(true)), (Some(Vec::new()), Some(false))][id as usize % 3].clone();
        let (name_es, name_en) = (format!("Tema {id}"), (id == 1).then(|| "Topic".to_owned()));
        tx.put_topic(&Topic { id: TopicId(id), parent, name_es, name_en, retired: id == 3, agents, auto_assign })?;
    }
    let people = u32::from(sketch.people);
    (1..=people).try_for_each(|id| tx.put_account(&person(id, people)))?;
    let bytes: Vec<u8> = (0..sketch.file).map(|byte| byte as u8).collect();
    let hash = BlobHash(Sha256::digest(&bytes).into());
    (0..).zip(bytes.chunks(BLOB_CHUNK)).try_for_each(|(index, chunk)| tx.put_blob_chunk(&hash, index, chunk))?;
    tx.put_blob(&hash, Blob { size: bytes.len() as u64, staged_at: at(1) })?;
    let file = Attachment { name: "guía.pdf".into(), media_type: "application/pdf".into(), size: bytes.len() as u64, hash };
    for (place, (client, said)) in (1_u32..).zip(&sketch.tickets) {
        let new = NewTicket {
            // Some places were given to tickets that are gone.
            seq: TicketSeq(place * 2),
            number: TicketNumber::parse(&format!("{}", 100_000 + place)).unwrap(),
            external_id: place.is_multiple_of(2).then(|| format!("X «{place}»")),
            subject: "¿Duda?".into(),
            topic: TopicId(1),
            priority: Priority::High,
            client: AccountId([2, 3, 5][usize::from(*client) % 3]),
        };
        let mut ticket = Ticket::open(new, at(10));
        let entries: Vec<_> = said
            .iter()
            .map(|(kind, text)| {
                let files = if *kind == 0 { vec![file.clone()] } else { Vec::new() };
                ticket.append((*kind > 1).then_some(AccountId(1)), at(i64::from(*kind)), content(*kind, text), files)
            })
            .collect();
        let waiting = Waiting { counts_from: at(13), told: Told::Warned, reminded_at: Some(at(18)), ..Waiting::begin(at(11)) };
        ticket.waiting = Some(waiting);
        if place.is_multiple_of(2) {
            ticket.status = Status::Closed;
            (ticket.closed_at, ticket.closed_by, ticket.assignee) = (Some(at(20)), Some(AccountId(1)), Some(AccountId(1)));
            ticket.before_closing = Some(BeforeClosing { status: Status::Pending, waiting: Some(waiting) });
            ticket.first_answered_at = Some(at(19));
            ticket.merged_into = Some(TicketSeqPair { seq: TicketSeq(2), number: TicketNumber::parse("100001").unwrap() });
            (ticket.waiting, ticket.flags.money, ticket.flags.held) = (None, true, true);
        }
        if matches!(ticket.client, AccountId(2 | 5)) {
            ticket.rest(at(15));
        }
        tx.put_ticket(None, &ticket)?;
        entries.iter().try_for_each(|entry| tx.append_entry(ticket.seq, entry))?;
        if let Some(last) = entries.last() {
            tx.put_read_mark(AccountId(1), ticket.seq, last.id)?;
        }
    }
    for (id, _) in (1..).zip(&sketch.tickets) {
        let done = (id % 2 == 0).then_some(Doing { by: AccountId(1), at: at(3) });
        let (asked_by, asked_at, kind) = (AccountId(1), at(2), TaskKind::Call);
        tx.put_task(&Task {
            id: TaskId(id),
            kind,
            ticket: TicketSeq(id * 2),
            reason: "¿Baja?".into(),
            asked_by,
            asked_at,
            done,
        })?;
    }
    tx.put_purged_number(&TicketNumber::parse("HIST-9").unwrap(), TicketSeq(1))?;
    for place in 0..sketch.letters {
        tx.put_letter(&letter(place))?;
        let composed = vec![place; if place == 4 { BLOB_CHUNK * 2 } else { 9 }];
        let is_composed = place.is_multiple_of(2) && !matches!(letter(place).matter, Matter::Code { .. });
        is_composed.then(|| tx.put_frozen(&letter(place).id, Some(&composed))).transpose()?;
    }
    for place in 0..sketch.letters {
        let printed = if place == 3 { BLOB_CHUNK * 2 + 1 } else { place.into() };
        let printed = Printed { stdout: vec![place; printed], stderr: vec![b'x'; usize::from(place % 3)], exit: place };
        let record = KeyRecord { arguments: [place; 32], printed, expires_at: at(i64::from(place) + 1) };
        tx.put_key(AccountId(u32::from(place % 2)), &format!("clave «{place}»"), &record)?;
    }
    // One that has ended is not told.
    tx.put_key(AccountId(1), "antigua", &KeyRecord { arguments: [9; 32], printed: Printed::default(), expires_at: at(0) })?;
    for place in 0..sketch.links {
        let last = tx.last_audit()?;
        let payload = AuditPayload { salt: [place; 16], body: "[{\"ticket\":\"100001\"}]".into() };
        let link = AuditEntry {
            sequence: last.as_ref().map_or(1, |last| last.sequence + 1),
            at: at(place.into()),
            actor: (place > 0).then_some(AccountId(1)),
            via: Via::Token,
            token: (place > 1).then_some(TokenId(4)),
            verb: "open".into(),
            payload_hash: payload.hash(),
            previous: last.map_or([0; 32], |last| last.hash()),
        };
        if place == 2 { tx.append_bare_audit(&link)? } else { tx.append_audit(&link, &payload)? }
    }
    tx.pass_places(&Places { accounts: 9, tokens: 4, codes: 5, topics: 7, tickets: 40, tasks: 12 })
}

fn dump<S: Store>(store: &S) -> Vec<u8> {
    let mut bytes = Vec::new();
    let written: Result<Counts> = store.read(|read| {
        let mut sink = |line: &[u8]| {
            bytes.extend_from_slice(line);
            Ok(())
        };
        write(read, "Ágora", at(0), &mut sink, None, &mut |_| {})
    });
    written.unwrap();
    bytes
}

fn drawn(sketch: &Sketch) -> MemoryStore {
    let store = MemoryStore::new();
    store.write(&CommandId([1; 16]), |tx| draw(tx, sketch)).unwrap();
    store
}

/// What stops a load, at which line.
#[derive(Debug)]
struct Stopped(usize, Stop);

impl From<StoreError> for Stopped {
    fn from(error: StoreError) -> Self {
        Self(0, Stop::Store(error))
    }
}

fn load(tx: &mut dyn Write, bytes: &[u8]) -> std::result::Result<Loaded, Stopped> {
    let mut loader = Loader::default();
    for (line, text) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        loader.take(tx, text, None).map_err(|stop| Stopped(line + 1, stop))?;
    }
    loader.finish().map_err(|fault| Stopped(0, Stop::Fault(fault)))
}

fn loaded(bytes: &[u8]) -> std::result::Result<MemoryStore, Stopped> {
    let store = MemoryStore::new();
    store.write(&CommandId([2; 16]), |tx| load(tx, bytes).map(drop)).map(|()| store)
}

#[track_caller]
fn same(one: &[u8], other: &[u8]) {
    let lines = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().lines().map(str::to_owned).collect::<Vec<_>>();
    for (one, other) in lines(one).into_iter().zip(lines(other)) {
        assert_eq!(one, other);
    }
    assert_eq!(one.len(), other.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn a_desk_made_anew_is_the_same(sketch in sketch()) {
        let bytes = dump(&drawn(&sketch));
        same(&dump(&loaded(&bytes).unwrap()), &bytes);
        let home = tempfile::tempdir().unwrap();
        let wait = std::time::Duration::from_secs(5);
        let making = |tx: &mut dyn Write| load(tx, &bytes);
        let (store, told) = RedbStore::create_with(&home.path().join("desk"), wait, &CommandId([3; 16]), making).unwrap();
        same(&dump(&store), &bytes);
        prop_assert_eq!(store.verify().unwrap(), Vec::<String>::new());
        prop_assert_eq!(told.counts.tickets, sketch.tickets.len() as u64);
        let next = store.read(|read| Ok::<_, StoreError>((read.next_account()?, read.next_ticket()?, read.next_token()?))).unwrap();
        prop_assert_eq!(next, (AccountId(10), TicketSeq(41), TokenId(5)));
    }
}

fn rich() -> Vec<u8> {
    let said = (0..21).map(|kind| (kind, format!("Texto {kind}"))).collect();
    let tickets = vec![(0, said), (1, vec![(0, "Hola".to_owned())])];
    dump(&drawn(&Sketch { people: 6, topics: 3, tickets, letters: 12, links: 4, file: BLOB_CHUNK + 3 }))
}

#[test]
fn not_a_line_may_be_missing_twice_or_elsewhere() {
    let bytes = rich();
    let lines: Vec<_> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    loaded(&bytes).unwrap();
    for place in 0..lines.len() {
        let mut without = lines.clone();
        without.remove(place);
        assert!(loaded(&without.concat()).is_err(), "without line {}", place + 1);
        let mut twice = lines.clone();
        twice.insert(place, lines[place]);
        assert!(loaded(&twice.concat()).is_err(), "line {} twice", place + 1);
        let mut swapped = lines.clone();
        swapped.swap(place, (place + 1) % lines.len());
        assert!(loaded(&swapped.concat()).is_err(), "line {} behind the next", place + 1);
        // Cut within the line, and right behind it.
        let until = lines[..place].concat();
        for rest in [&lines[place][..lines[place].len() / 2], b""] {
            let stopped = loaded(&[&until, rest].concat()).err().unwrap();
            let is_cut = matches!(stopped.1, Stop::Fault(DumpFault::Cut | DumpFault::NotADump));
            assert!(is_cut, "cut in line {}: {stopped:?}", place + 1);
        }
    }
}

/// A dump with one text in it replaced, and the sum made right again: only what the line itself says is wrong.
fn with(from: &str, to: &str) -> std::result::Result<MemoryStore, Stopped> {
    let text = String::from_utf8(rich()).unwrap();
    assert!(text.contains(from), "{from}");
    let text = text.replacen(from, to, 1);
    let body = &text[..text.rfind("{\"kind\":\"end\"").unwrap()];
    let sum = data_encoding::HEXLOWER.encode(&Sha256::digest(body.as_bytes()));
    let end = &text[body.len()..];
    let old = end.split("\"sha256\":\"").nth(1).unwrap().split('"').next().unwrap();
    loaded(format!("{body}{}", end.replace(old, &sum)).as_bytes())
}

/// A dump of version 1 knew neither of a rest nor of what was told, nor how long nobody has confirmed an account: it is made anew as a file of that time is brought up.
#[test]
fn what_older_dumps_did_not_know_is_made_good() {
    let text = String::from_utf8(rich()).unwrap();
    let (body, end) = text.split_at(text.rfind("{\"kind\":\"end\"").unwrap());
    let older: String = body
        .split_inclusive('\n')
        .map(|line| {
            let mut fields: serde_json::Value = serde_json::from_str(line).unwrap();
            if fields["kind"] == "account" {
                fields.as_object_mut().unwrap().remove("unconfirmed");
                return format!("{fields}\n");
            }
            if fields["kind"] != "ticket" {
                return line.to_owned();
            }
            for key in ["clock", "unanswered"] {
                assert!(fields.as_object_mut().unwrap().remove(key).is_some(), "{key}");
            }
            if let Some(before) = fields["before_closing"].as_object_mut() {
                assert!(before.remove("clock").is_some());
            }
            format!("{fields}\n")
        })
        .collect();
    let older = older.replacen("\"version\":2", "\"version\":1", 1);
    let sum = |body: &str| data_encoding::HEXLOWER.encode(&Sha256::digest(body.as_bytes()));
    let store = loaded(format!("{older}{}", end.replace(&sum(body), &sum(&older))).as_bytes()).unwrap();
    let rested = Some(Waiting { rests_since: Some(at(11)), ..Waiting::begin(at(11)) });
    let kept = |seq: u32| store.read(|read| read.ticket(TicketSeq(seq))).unwrap().unwrap();
    assert_eq!((kept(2).waiting, kept(2).unanswered), (rested, 0));
    assert_eq!(kept(4).before_closing.unwrap().waiting, Some(Waiting::begin(at(11))), "the client of this one is not suspended");
    let waits = |id: u32| store.read(|read| read.account(AccountId(id))).unwrap().unwrap().unconfirmed_since;
    assert_eq!([3, 4, 6].map(waits), [None, None, Some(at(6))], "whoever is named in a ticket stays");
    let lying = with("\"unconfirmed\":{\"since\":null}", "\"unconfirmed\":{\"since\":\"2026-11-23T09:00:00Z\"}").unwrap();
    let due = lying.read(|read| read.unconfirmed(crate::domain::time::Timestamp::MAX, 9)).unwrap();
    assert_eq!(due.iter().map(|account| account.id.0).collect::<Vec<_>>(), [6], "also where a dump says that they do not");
}

#[test]
fn lines_that_mean_ill_are_refused() {
    use DumpFault::{Altered, Clash, Misplaced, NoAdmin, NotADump, TooNew, Unreadable, WrongBytes};
    let long = "x".repeat(1_600);
    let (long_subject, long_body) = (format!("\"subject\":\"{long}\""), "Texto ".repeat(100_000));
    let long_id = format!("\"external_id\":\"{long}\"");
    with("Texto 3", "Otro texto").unwrap();
    for (from, to, fault) in [
        ("taquilla-dump", "otra-cosa", NotADump),
        ("\"version\":2", "\"version\":3,\"more\":[]", TooNew(3)),
        ("\"version\":2", "\"version\":0", NotADump),
        ("\"kind\":\"secret\"", "\"kind\":\"secret\",\"more\":1", Unreadable),
        ("\"kind\":\"secret\"", "\"kind\":\"key\"", Unreadable),
        ("\"key\":\"desk.name\"", "\"key\":\"desk.nombre\"", Unreadable),
        ("\"parent\":1", "\"parent\":9", Clash),
        ("\"handle\":\"z89-persona\"", "\"handle\":\"z88-persona\"", Clash),
        ("\"handle\":\"z89-persona\"", "\"handle\":\"Z89\"", Unreadable),
        ("\"substitute\":1", "\"substitute\":77", Clash),
        ("\"role\":\"agent\"", "\"role\":\"king\"", Unreadable),
        ("AAECAwQFBgcICQoL", "AAECAwQFBgcICQoM", WrongBytes),
        ("\"client\":2", "\"client\":99", Clash),
        ("\"topic\":1,", "\"topic\":8,", Clash),
        ("\"number\":\"100002\"", "\"number\":\"100001\"", Clash),
        ("\"number\":\"100002\"", "\"number\":\"-rf\"", Unreadable),
        ("\"last_entry\":21", "\"last_entry\":22", Altered),
        ("\"ticket\":2,\"id\":3,", "\"ticket\":2,\"id\":4,", Misplaced),
        ("\"ticket\":2,\"id\":3,", "\"ticket\":4,\"id\":3,", Misplaced),
        ("\"reader\":1,\"entry\":21", "\"reader\":1,\"entry\":22", Clash),
        ("\"type\":\"note\"", "\"type\":\"event\"", Unreadable),
        ("\"number\":\"HIST-9\"", "\"number\":\"100001\"", Clash),
        ("\"state\":\"retry\"", "\"state\":\"leased\"", Unreadable),
        ("\"key\":\"clave «11»\"", "\"key\":\"clave «9»\"", Clash),
        ("\"account\":1,\"key\":\"clave «1»\"", "\"account\":91,\"key\":\"clave «1»\"", Clash),
        ("\"account\":1,\"key\":\"clave «1»\"", "\"account\":0,\"key\":\"clave «1»\"", Unreadable),
        ("\"key\":\"clave «1»\"", "\"key\":\"\"", Unreadable),
        ("\"index\":1,\"is_error\":false", "\"index\":1,\"is_error\":true", Misplaced),
        ("\"keys\":12", "\"keys\":13", Altered),
        ("\"verb\":\"open\"", "\"verb\":\"close\"", Altered),
        ("\"previous\":\"0000", "\"previous\":\"1000", Altered),
        ("\"marks\":2", "\"marks\":3", Altered),
        ("\"name\":\"guía.pdf\"", "\"name\":\"../../../tmp/evil\"", Unreadable),
        ("\"name\":\"guía.pdf\"", "\"name\":\".evil\"", Unreadable),
        ("\"type\":\"application/pdf\"", "\"type\":\"a/b\\r\\nBcc: c/d\"", Unreadable),
        ("\"subject\":\"¿Duda?\"", &long_subject, Unreadable),
        ("\"subject\":\"¿Duda?\"", "\"subject\":\"\\u001b[2J\\n\"", Unreadable),
        ("\"subject\":\"¿Duda?\"", "\"subject\":\"\"", Unreadable),
        ("\"external_id\":\"X «2»\"", &long_id, Unreadable),
        ("Texto 3", &long_body, Unreadable),
        ("Texto 3", "a\\u0000b", Unreadable),
        ("\"phone\":\"+34 600\"", "\"phone\":\"+34 600\\n\"", Unreadable),
        ("\"reason\":\"Ruido «constante»\"", "\"reason\":\"\\u001b\"", Unreadable),
        ("\"merged_into\":{\"id\":2,\"number\":\"100001\"}", "\"merged_into\":{\"id\":4,\"number\":\"100002\"}", Clash),
        ("\"merged_into\":{\"id\":2,\"number\":\"100001\"}", "\"merged_into\":{\"id\":9,\"number\":\"100009\"}", Clash),
        ("\"assignee\":1", "\"assignee\":2", Clash),
        ("\"before_closing\":{\"status\":\"pending\"", "\"before_closing\":{\"status\":\"answered\"", Unreadable),
        ("\"told\":\"warned\"", "\"told\":\"everything\"", Unreadable),
        ("\"rests_since\":\"20", "\"rests_since\":\"19", Unreadable),
        ("\"client\":2", "\"client\":1", Clash),
        ("\"parent\":1", "\"parent\":2", Clash),
        ("\"from\":null,\"to\":1", "\"from\":null,\"to\":77", Clash),
        ("\"role\":\"admin\"", "\"role\":\"care\"", NoAdmin),
        ("\"accounts\":9", "\"accounts\":4294967295", Clash),
        ("\"tokens\":4", "\"tokens\":4294967295", Clash),
        ("\"codes\":5", "\"codes\":18446744073709551615", Clash),
        ("\"topics\":7", "\"topics\":4294967295", Clash),
        ("\"tickets\":40", "\"tickets\":4294967295", Clash),
        ("\"tickets\":40", "\"tickets\":3", Clash),
        ("\"accounts\":9", "\"accounts\":3", Clash),
        ("\"topics\":7", "\"topics\":2", Clash),
        ("\"about\":\"summary\"", "\"about\":\"summary\",\"more\":[[],[]]", Unreadable),
    ] {
        match with(from, to) {
            Err(Stopped(line, Stop::Fault(found))) => assert!(found == fault && line > 0, "{from} → {to}: {found:?} at {line}"),
            other => panic!("{from} → {to}: {:?}", other.map(drop)),
        }
    }
}

#[test]
fn only_what_may_be_long_is_read_when_it_is_long() {
    let text = String::from_utf8(rich()).unwrap();
    let with = |from: &str, to: &str| loaded(text.replacen(from, to, 1).as_bytes()).err().unwrap().1;
    let filled = |line: &str, length: usize| format!("{line},\"more\":[{}0]", "0,".repeat(length / 2));
    let head = filled("\"kind\":\"dump\"", 70_000);
    assert!(matches!(with("\"kind\":\"dump\"", &head), Stop::Fault(DumpFault::NotADump)));
    for kind in ["secret", "topic", "ticket", "end"].map(|kind| format!("\"kind\":\"{kind}\"")) {
        let stop = with(&kind, &filled(&kind, 2 * 1024 * 1024));
        assert!(matches!(stop, Stop::Fault(DumpFault::TooLong(2_097_152))), "{kind}: {stop:?}");
    }
    for kind in ["letter", "link"].map(|kind| format!("\"kind\":\"{kind}\"")) {
        assert!(matches!(with(&kind, &filled(&kind, 2 * 1024 * 1024)), Stop::Fault(DumpFault::Unreadable)), "{kind}");
    }
}

proptest! {
    #[test]
    fn nonsense_is_no_desk(junk in proptest::collection::vec(any::<u8>(), 0..200), text in "\\PC{0,80}") {
        for bytes in [junk, format!("{text}\n").into_bytes(), format!("{{\"kind\":{text:?}}}\n").into_bytes()] {
            let is_refused = matches!(loaded(&bytes), Err(Stopped(_, Stop::Fault(_))));
            prop_assert!(is_refused);
        }
    }
}
