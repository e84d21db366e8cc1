//! The bytes of each kind of record. A record that no longer reads is a desk that no longer opens: a line here never changes.

use std::fmt::Write as _;

use super::*;
use crate::domain::account::{Absence, Acceptance, Account, EmailAddress, Handle, PersonName, Role, Standing};
use crate::domain::audit::{AuditEntry, AuditPayload, Via};
use crate::domain::code::{Code, CodeId, CodeKind, CodePurpose};
use crate::domain::entry::{Attachment, BlobHash, Content, Entry, EntryId, Outline, TicketEvent};
use crate::domain::fault::{Fault, FaultKind};
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterId, LetterState, Matter};
use crate::domain::notice::Notice;
use crate::domain::search::Terms;
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::status::Status;
use crate::domain::task::{Doing, Task, TaskId, TaskKind};
use crate::domain::ticket::{BeforeClosing, Flags, Tally, TicketSeqPair};
use crate::domain::token::{Scope, Token, TokenHash, TokenId};
use crate::domain::topic::Topic;
use crate::domain::waiting::{Told, Waiting};
use crate::store::redb::codec::{Stored, pack, unpack};
use crate::store::redb::record::*;
use crate::store::{Blob, Draft, KeyRecord, Printed};

const KEY: &[u8] = b"key";
const GOLDEN: &str = include_str!("golden.txt");

/// Holds a record's bytes to its line, and gives the record back from that line's bytes.
fn golden<S: Stored>(lines: &mut String, name: &str, record: &S) -> S {
    let bytes = pack(KEY, record).unwrap();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    writeln!(lines, "{name} {hex}").unwrap();
    let line = GOLDEN.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    let kept: Vec<u8> = match line {
        Some(line) => {
            line.as_bytes().chunks(2).map(|two| u8::from_str_radix(str::from_utf8(two).unwrap(), 16).unwrap()).collect()
        }
        None => bytes,
    };
    unpack(KEY, &kept).unwrap()
}

#[test]
fn every_record_keeps_its_bytes() {
    let mut lines = String::new();
    tickets(&mut lines);
    people(&mut lines);
    mail(&mut lines);
    small(&mut lines);
    tasks(&mut lines);
    assert_eq!(lines, GOLDEN, "the first is what this program writes");
}

fn tickets(lines: &mut String) {
    let plain = ticket(1);
    let (one, two) = (AccountId(1), AccountId(2));
    let pair = TicketSeqPair { seq: TicketSeq(9), number: TicketNumber::parse("HIST-9").unwrap() };
    let first_ticket = |lines: &mut String, name: &str, ticket: &Ticket| {
        golden(lines, name, &TicketV1::from(ticket));
        let first = pack(KEY, &TicketV1::from(ticket)).unwrap();
        let read = unpack::<TicketV3>(KEY, &first).unwrap().into_ticket(ticket.seq).unwrap();
        assert_eq!(read, *ticket, "a record of the first version");
    };
    first_ticket(lines, "ticket", &plain);
    let second_ticket = |lines: &mut String, name: &str, ticket: &Ticket| {
        golden(lines, name, &TicketV2::from(ticket));
        let second = pack(KEY, &TicketV2::from(ticket)).unwrap();
        let read = unpack::<TicketV3>(KEY, &second).unwrap().into_ticket(ticket.seq).unwrap();
        assert_eq!(read, *ticket, "a record of the second version");
    };
    second_ticket(lines, "ticket-2", &plain);
    assert_eq!(golden(lines, "ticket-3", &TicketV3::from(&plain)).into_ticket(plain.seq).unwrap(), plain);
    let full = Ticket {
        external_id: Some("X-1".into()),
        status: Status::Closed,
        priority: Priority::Emergency,
        assignee: Some(AccountId(300)),
        closed_at: Some(at(-1)),
        closed_by: Some(AccountId(2)),
        before_closing: Some(BeforeClosing { status: Status::Answered, waiting: Some(Waiting::begin(at(5))) }),
        tally: Tally {
            public_texts: 1,
            notes: 2,
            public_attachments: 3,
            note_attachments: 4,
            last_public_text: 5,
            last_text: 6,
            last_entry: 70_000,
        },
        flags: Flags { money: true, held: true, ..Flags::default() },
        ..ticket(2)
    };
    first_ticket(lines, "ticket-full", &full);
    let full = Ticket { first_answered_at: Some(at(-3)), merged_into: Some(pair.clone()), ..full };
    second_ticket(lines, "ticket-2-full", &full);
    let waiting = Waiting { counts_from: at(7), told: Told::Warned, reminded_at: Some(at(70_000)), ..Waiting::begin(at(5)) };
    let before = BeforeClosing { status: Status::Pending, waiting: Some(Waiting { rests_since: Some(at(8)), ..waiting }) };
    let full = Ticket { before_closing: Some(before), unanswered: 3, ..full };
    assert_eq!(golden(lines, "ticket-3-full", &TicketV3::from(&full)).into_ticket(full.seq).unwrap(), full);
    let waits = Ticket { waiting: Some(Waiting { told: Told::Overdue, ..waiting }), ..plain };
    assert_eq!(golden(lines, "ticket-3-waits", &TicketV3::from(&waits)).into_ticket(waits.seq).unwrap(), waits);
    let attachment =
        Attachment { name: "a.pdf".into(), media_type: "application/pdf".into(), size: 70_000, hash: BlobHash([3; 32]) };
    let contents = [
        Content::Message("Duda".into()),
        Content::Reply("Sí".into()),
        Content::Note("Ojo".into()),
        Content::Event(TicketEvent::Assigned { from: None, to: two }),
        Content::Event(TicketEvent::Released { from: two, reason: Some("Baja".into()) }),
        Content::Event(TicketEvent::Closed),
        Content::Event(TicketEvent::Reopened),
        Content::Event(TicketEvent::PriorityChanged { from: Priority::Low, to: Priority::High }),
        Content::Event(TicketEvent::TopicChanged { from: TopicId(1), to: TopicId(2) }),
        Content::Event(TicketEvent::SubjectChanged { from: "a".into(), to: "b".into() }),
        Content::Event(TicketEvent::ClientChanged { from: one, to: two }),
        Content::Event(TicketEvent::ExternalIdChanged { from: None, to: Some("X".into()) }),
        Content::Event(TicketEvent::FollowsUp(pair.clone())),
        Content::Event(TicketEvent::MergedInto(pair.clone())),
        Content::Event(TicketEvent::MergedFrom { ticket: pair, texts: 300 }),
        Content::Event(TicketEvent::Reminded { text: Some("Hola".into()) }),
        Content::Event(TicketEvent::TaskAsked { task: TaskId(300), kind: TaskKind::Call, reason: "Baja".into() }),
        Content::Event(TicketEvent::TaskDone { task: TaskId(300), kind: TaskKind::Call }),
        Content::Event(TicketEvent::Unflagged(Flags { money: true, insult: true, ..Flags::default() })),
    ];
    for (place, content) in contents.into_iter().enumerate() {
        let attachments = if place == 0 { vec![attachment.clone()] } else { Vec::new() };
        let entry = Entry { id: EntryId(7), author: (place > 0).then_some(one), at: at(3), content, attachments };
        assert_eq!(golden(lines, &format!("entry-{place}"), &EntryV1::from(&entry)).into_entry(entry.id).unwrap(), entry);
        if place < 4 {
            assert_eq!(golden(lines, &format!("class-{place}"), &ClassV1::sample(&entry)), ClassV1::sample(&entry));
            let outline = Outline::from(&entry);
            assert_eq!(golden(lines, &format!("class-2-{place}"), &ClassV2::from(&outline)).into_outline(entry.id), outline);
        }
    }
}

fn tasks(lines: &mut String) {
    let waiting = contract::samples::task(1, 300, 2);
    assert_eq!(golden(lines, "task", &TaskV1::from(&waiting)).into_task(waiting.id).unwrap(), waiting);
    let done = Task { done: Some(Doing { by: AccountId(300), at: at(-1) }), ..waiting };
    assert_eq!(golden(lines, "task-done", &TaskV1::from(&done)).into_task(done.id).unwrap(), done);
}

fn people(lines: &mut String) {
    let email = EmailAddress::parse("Ana@example.com").unwrap();
    let name = PersonName::parse("Ana López").unwrap();
    let standings = [Standing::Invited, Standing::Active, Standing::Suspended { reason: "Ruido".into(), at: at(4) }];
    for (place, standing) in standings.into_iter().enumerate() {
        let is_full = place > 0;
        let account = Account {
            id: AccountId(7),
            handle: Handle::parse("ana-lopez").unwrap(),
            name: name.clone(),
            email: email.clone(),
            role: Role::ALL[place + 2],
            language: Language::ALL[place % 2],
            standing,
            password_hash: is_full.then(|| "$argon2id$".into()),
            phone: is_full.then(|| "600".into()),
            agent: is_full.then_some(AccountId(300)),
            absence: is_full.then_some(Absence { until: at(9), substitute: Some(AccountId(1)) }),
            acceptance: is_full.then(|| Acceptance { version: "a1".into(), at: at(8) }),
            created_at: at(-2),
            unconfirmed_since: None,
        };
        golden(lines, &format!("account-{place}"), &AccountV1::from(&account));
        let first = pack(KEY, &AccountV1::from(&account)).unwrap();
        let read = unpack::<AccountV2>(KEY, &first).unwrap().into_account(account.id).unwrap();
        assert_eq!(read, account, "a record of the first version");
        let account = Account { unconfirmed_since: (place == 0).then(|| at(70_000)), ..account };
        let back = golden(lines, &format!("account-2-{place}"), &AccountV2::from(&account));
        assert_eq!(back.into_account(account.id).unwrap(), account);
    }
    let session = Session { hash: SessionHash([1; 32]), account: AccountId(300), created_at: at(1), used_at: at(2) };
    assert_eq!(golden(lines, "session", &SessionV1::from(&session)).into_session(session.hash), session);
    for (place, scope) in Scope::ALL.into_iter().enumerate() {
        let is_used = place > 0;
        let token = Token {
            id: TokenId(300),
            hash: TokenHash([4; 32]),
            account: AccountId(300),
            name: "Lista ñ".into(),
            scope,
            created_at: at(1),
            used_at: is_used.then_some(at(2)),
            expires_at: at(3),
            revoked_at: (place > 1).then_some(at(-1)),
        };
        assert_eq!(golden(lines, &format!("token-{place}"), &TokenV1::from(&token)).into_token(token.id).unwrap(), token);
    }
    let account = AccountId(4);
    let register = CodePurpose::Register {
        name,
        language: Language::English,
        password_hash: "$argon2id$".into(),
        rules_version: "a1".into(),
    };
    let purposes = [
        register,
        CodePurpose::Invite { account },
        CodePurpose::Reset { account },
        CodePurpose::Status { ticket: TicketSeq(5) },
        CodePurpose::NewAddress { account },
    ];
    for (place, purpose) in purposes.into_iter().enumerate() {
        let code = Code {
            id: CodeId(9),
            address: email.clone(),
            purpose,
            hash: [8; 32],
            tries_left: 5,
            created_at: at(1),
            expires_at: at(2),
        };
        assert_eq!(golden(lines, &format!("code-{place}"), &CodeV1::from(&code)).into_code(code.id).unwrap(), code);
    }
    let throttle = Throttle { failures: 3, counted_at: at(1) };
    assert_eq!(Throttle::from(golden(lines, "throttle", &ThrottleV1::from(&throttle))), throttle);
}

fn mail(lines: &mut String) {
    let email = EmailAddress::parse("ana@example.com").unwrap();
    let matters = [
        Matter::Ticket { ticket: TicketSeq(300), entries: vec![EntryId(1), EntryId(2)], file: None },
        Matter::Summary { tickets: vec![(TicketSeq(1), Vec::new())] },
        Matter::Code { kind: CodeKind::NewAddress, code: Some("K7QF-2M9X".into()), ticket: Some(TicketSeq(4)), by_staff: false },
        Matter::AddressTaken,
        Matter::AddressUnknown,
        Matter::AddressChanged { to: email.clone() },
        Matter::Welcome,
        Matter::Standing { reason: Some("Ruido".into()) },
        Matter::Test,
    ];
    let states = [
        LetterState::Pending,
        LetterState::Leased { by: command(1), until: at(900) },
        LetterState::Retry,
        LetterState::Sent,
        LetterState::Dead,
        LetterState::Dropped,
        LetterState::Cancelled,
    ];
    for (place, notice) in Notice::ALL.into_iter().chain([Notice::Test, Notice::Copy]).enumerate() {
        let letter = Letter {
            id: LetterId([2; 16]),
            notice,
            matter: matters[place % matters.len()].clone(),
            to: email.clone(),
            recipient: (place % 2 == 0).then_some(AccountId(1)),
            instead_of: None,
            language: Language::ALL[place % 2],
            state: states[place % states.len()].clone(),
            created_at: at(1),
            not_before: at(2),
            expires_at: (place % 3 == 0).then_some(at(3)),
            attempts: 300,
            last_error: (place % 2 == 1).then(|| "451".into()),
            settled_at: at(4),
        };
        golden(lines, &format!("letter-{place}"), &LetterV1::sample(&letter));
        let first = pack(KEY, &LetterV1::sample(&letter)).unwrap();
        let read = unpack::<LetterV2>(KEY, &first).unwrap().into_letter(letter.id);
        assert_eq!(read.unwrap(), letter, "a record of the first version");
    }
    let summary = Matter::Summary { tickets: vec![(TicketSeq(300), vec![EntryId(1), EntryId(2)]), (TicketSeq(4), Vec::new())] };
    let bounced = Matter::Bounced { letter: LetterId([9; 16]) };
    for (place, kind) in FaultKind::ALL.into_iter().enumerate() {
        let letter = Letter {
            id: LetterId([2; 16]),
            notice: Notice::Bounced,
            matter: if place == 0 { summary.clone() } else { bounced.clone() },
            to: email.clone(),
            recipient: None,
            instead_of: None,
            language: Language::Spanish,
            state: LetterState::Retry,
            created_at: at(1),
            not_before: at(2),
            expires_at: None,
            attempts: 1,
            last_error: (place > 0).then(|| Fault::new(kind, "ñ")),
            settled_at: at(4),
        };
        let back = golden(lines, &format!("letter-2-{place}"), &LetterV2::from(&letter));
        assert_eq!(back.into_letter(letter.id).unwrap(), letter);
        if place > 0 {
            continue;
        }
        let file = Matter::Ticket { ticket: TicketSeq(300), entries: vec![EntryId(300)], file: Some(1) };
        let code = Matter::Code { kind: CodeKind::Reset, code: Some("K7QF-2M9X".into()), ticket: None, by_staff: true };
        for (name, matter) in [("letter-2-file", file), ("letter-2-code-by-staff", code)] {
            let letter = Letter { matter, ..letter.clone() };
            let back = golden(lines, name, &LetterV2::from(&letter));
            assert_eq!(back.into_letter(letter.id).unwrap(), letter);
        }
        let instead = Letter { instead_of: Some(AccountId(300)), ..letter.clone() };
        let back = golden(lines, "letter-2-instead-of", &LetterV2::from(&instead));
        assert_eq!(back.into_letter(letter.id).unwrap(), instead);
    }
}

fn small(lines: &mut String) {
    let topic = Topic {
        id: TopicId(2),
        parent: Some(TopicId(1)),
        name_es: "Derecho".into(),
        name_en: Some("Law".into()),
        retired: true,
        agents: Some(vec![AccountId(9), AccountId(300)]),
        auto_assign: Some(false),
    };
    golden(lines, "topic", &TopicV1::sample(&topic));
    for (agents, auto_assign) in [(topic.agents.clone(), Some(false)), (None, Some(true)), (None, None)] {
        let topic = Topic { agents, auto_assign, ..topic.clone() };
        let first = pack(KEY, &TopicV1::sample(&topic)).unwrap();
        assert_eq!(unpack::<TopicV2>(KEY, &first).unwrap().into_topic(topic.id), topic, "a record of the first version");
    }
    for (name, agents) in [("topic-2", topic.agents.clone()), ("topic-2-anybody", Some(Vec::new())), ("topic-2-inherits", None)] {
        let topic = Topic { auto_assign: agents.is_some().then_some(false), agents, ..topic.clone() };
        assert_eq!(golden(lines, name, &TopicV2::from(&topic)).into_topic(topic.id), topic);
    }
    let blob = Blob { size: 1 << 20, staged_at: at(1) };
    assert_eq!(Blob::from(golden(lines, "blob", &BlobV1::from(&blob))), blob);
    let draft = Draft { text: "Hola\n".into(), at: at(1) };
    assert_eq!(Draft::from(golden(lines, "draft", &DraftV1::from(&draft))), draft);
    let key = KeyRecord { arguments: [1; 32], printed: vec![0, 255].into(), expires_at: at(5) };
    golden(lines, "key", &KeyV1::sample(&key));
    let first = pack(KEY, &KeyV1::sample(&key)).unwrap();
    assert_eq!(KeyRecord::from(unpack::<KeyV2>(KEY, &first).unwrap()), key, "a record of the first version");
    let partly = KeyRecord { printed: Printed { stderr: b"{}".to_vec(), exit: 8, ..key.printed.clone() }, ..key };
    assert_eq!(KeyRecord::from(golden(lines, "key-2", &KeyV2::from(&partly))), partly);
    for (place, via) in
        [Via::Session, Via::Token, Via::Gate, Via::Code, Via::Owner, Via::Guest, Via::Password].into_iter().enumerate()
    {
        let actor = (place > 0).then_some(AccountId(4));
        let (payload_hash, previous) = ([5; 32], [6; 32]);
        let link = AuditEntry { sequence: 7, at: at(1), actor, via, token: None, verb: "open".into(), payload_hash, previous };
        golden(lines, &format!("audit-{place}"), &AuditV1::sample(&link));
        let first = pack(KEY, &AuditV1::sample(&link)).unwrap();
        assert_eq!(unpack::<AuditV2>(KEY, &first).unwrap().into_entry(7).unwrap(), link, "a record of the first version");
        let link = AuditEntry { token: (via == Via::Token).then_some(TokenId(300)), ..link };
        assert_eq!(golden(lines, &format!("audit-2-{place}"), &AuditV2::from(&link)).into_entry(7).unwrap(), link);
    }
    let payload = AuditPayload { salt: [9; 16], body: "{}".into() };
    assert_eq!(AuditPayload::from(golden(lines, "payload", &PayloadV1::from(&payload))), payload);
    let number = golden(lines, "number", &NumberV1 { seq: 70_000, is_purged: true });
    assert_eq!((number.seq, number.is_purged), (70_000, true));
    assert_eq!(golden(lines, "place", &PlaceV1 { place: 1 << 40 }).place, 1 << 40);
    assert_eq!(golden(lines, "time", &TimeV1 { at: -5 }).at, -5);
    assert_eq!(golden(lines, "text", &TextV1 { text: "ñ".into() }).text, "ñ");
    let terms = Terms::of("Los exámenes, αβγ");
    assert_eq!(golden(lines, "waiting", &WaitingV1::new(false, &terms)).into_parts(), (false, terms));
}
