//! People, tickets, entries and letters to try stores out with.

use crate::domain::account::{Absence, Acceptance, Account, AccountId, EmailAddress, Handle, PersonName, Role, Standing};
use crate::domain::audit::{AuditEntry, AuditPayload, Via};
use crate::domain::code::{Code, CodeId, CodePurpose};
use crate::domain::entry::{Attachment, BlobHash, Content, EntryId};
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterId, LetterState, Matter};
use crate::domain::notice::Notice;
use crate::domain::status::{Priority, Status};
use crate::domain::task::{Task, TaskId, TaskKind};
use crate::domain::ticket::{NewTicket, Ticket, TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::token::{Scope, Token, TokenHash, TokenId};
use crate::domain::topic::{Topic, TopicId};
use crate::domain::waiting::Waiting;
use crate::store::{Blob, Read, Result, Write};

/// So many seconds after an arbitrary beginning.
pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_millis(1_790_000_000_000 + seconds * 1_000)
}

pub fn handle(text: &str) -> Handle {
    Handle::parse(text).unwrap()
}

pub fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub fn number(text: &str) -> TicketNumber {
    TicketNumber::parse(text).unwrap()
}

/// Somebody of whom only the least is known.
pub fn account(id: u32, name: &str, role: Role) -> Account {
    Account {
        id: AccountId(id),
        handle: handle(name),
        name: PersonName::parse(name).unwrap(),
        email: email(&format!("{name}@example.com")),
        role,
        language: Language::Spanish,
        standing: Standing::Invited,
        password_hash: None,
        phone: None,
        agent: None,
        absence: None,
        acceptance: None,
        created_at: at(0),
        unconfirmed_since: None,
    }
}

/// Somebody of whom everything is known.
pub fn full_account(id: u32, name: &str) -> Account {
    Account {
        language: Language::English,
        standing: Standing::Suspended { reason: "Ruido «constante»".into(), at: at(5) },
        password_hash: Some("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA".into()),
        phone: Some("+34 600 000 000".into()),
        agent: Some(AccountId(7)),
        absence: Some(Absence { until: at(900), substitute: Some(AccountId(8)) }),
        acceptance: Some(Acceptance { version: "a1b2c3".into(), at: at(2) }),
        created_at: at(1),
        ..account(id, name, Role::Client)
    }
}

pub fn topic(id: u32, name: &str) -> Topic {
    let (parent, agents) = (None, Vec::new());
    Topic {
        id: TopicId(id),
        parent,
        name_es: name.into(),
        name_en: None,
        retired: false,
        agents: Some(agents),
        auto_assign: None,
    }
}

pub fn code(id: u64, address: &str, purpose: CodePurpose) -> Code {
    let (created_at, expires_at) = (at(0), at(3_600));
    Code { id: CodeId(id), address: email(address), purpose, hash: [9; 32], tries_left: 5, created_at, expires_at }
}

/// A ticket as it was just opened by a client, with the number 100,000 and its place.
pub fn ticket(seq: u32, client: u32) -> Ticket {
    let new = NewTicket {
        seq: TicketSeq(seq),
        number: number(&(100_000 + seq).to_string()),
        external_id: None,
        subject: format!("Duda {seq}"),
        topic: TopicId(1),
        priority: Priority::Normal,
        client: AccountId(client),
    };
    Ticket::open(new, at(seq.into()))
}

/// Keeps a ticket as it was just opened.
pub fn open(tx: &mut dyn Write, seq: u32, client: u32) -> Result<Ticket> {
    let ticket = ticket(seq, client);
    tx.put_ticket(None, &ticket)?;
    Ok(ticket)
}

/// Changes a ticket that is kept.
pub fn change(tx: &mut dyn Write, seq: u32, how: impl FnOnce(&mut Ticket)) -> Result<Ticket> {
    let before = tx.ticket(TicketSeq(seq))?.unwrap();
    let mut ticket = before.clone();
    how(&mut ticket);
    tx.put_ticket(Some(&before), &ticket)?;
    Ok(ticket)
}

/// Puts a ticket in a state, as if since a time.
pub fn put_in(ticket: &mut Ticket, status: Status, since: Timestamp) {
    ticket.status = status;
    ticket.waiting = status.waits().then(|| Waiting::begin(since));
    ticket.closed_at = (status == Status::Closed).then_some(since);
}

/// Appends to the thread of a ticket that is kept, as a use case does.
pub fn say(tx: &mut dyn Write, seq: u32, author: Option<u32>, content: Content, files: Vec<Attachment>) -> Result<EntryId> {
    let mut entry = None;
    let later = at(1_000);
    change(tx, seq, |ticket| entry = Some(ticket.append(author.map(AccountId), later, content, files)))?;
    let entry = entry.unwrap();
    tx.append_entry(TicketSeq(seq), &entry)?;
    Ok(entry.id)
}

pub fn message(text: &str) -> Content {
    Content::Message(text.into())
}

pub fn reply(text: &str) -> Content {
    Content::Reply(text.into())
}

pub fn note(text: &str) -> Content {
    Content::Note(text.into())
}

pub fn attachment(hash: BlobHash) -> Attachment {
    Attachment { name: "apuntes ñ.pdf".into(), media_type: "application/pdf".into(), size: 3, hash }
}

/// Stages an attachment of one piece.
pub fn stage(tx: &mut dyn Write, hash: BlobHash, staged_at: Timestamp) -> Result<()> {
    tx.put_blob_chunk(&hash, 0, b"abc")?;
    tx.put_blob(&hash, Blob { size: 3, staged_at })
}

/// A token that was just made, with a hash of its own.
pub fn token(id: u32, account: u32) -> Token {
    let mut hash = [3; 32];
    hash[..4].copy_from_slice(&id.to_be_bytes());
    Token {
        id: TokenId(id),
        hash: TokenHash(hash),
        account: AccountId(account),
        name: format!("Lista ñ {id}"),
        scope: Scope::Read,
        created_at: at(0),
        used_at: None,
        expires_at: at(1_000 + i64::from(id)),
        revoked_at: None,
    }
}

/// A letter that waits for its first attempt.
pub fn letter(id: u8, not_before: Timestamp) -> Letter {
    Letter {
        id: LetterId([id; 16]),
        notice: Notice::Test,
        matter: Matter::Test,
        to: email("ana@example.com"),
        recipient: None,
        instead_of: None,
        language: Language::Spanish,
        state: LetterState::Pending,
        created_at: at(0),
        not_before,
        expires_at: None,
        attempts: 0,
        last_error: None,
        settled_at: at(0),
    }
}

/// The next link of the audit, and what was done.
pub fn next_link(desk: &dyn Read, actor: Option<u32>, verb: &str) -> Result<(AuditEntry, AuditPayload)> {
    let body = format!("[{{\"verb\":\"{verb}\"}}]");
    next_link_with(desk, actor, verb, &body)
}

/// The next link of the audit with what is told of it.
pub fn next_link_with(desk: &dyn Read, actor: Option<u32>, verb: &str, body: &str) -> Result<(AuditEntry, AuditPayload)> {
    let last = desk.last_audit()?;
    let sequence = last.as_ref().map_or(1, |last| last.sequence + 1);
    let payload = AuditPayload { salt: [sequence as u8; 16], body: body.to_owned() };
    let link = AuditEntry {
        sequence,
        at: at(10),
        actor: actor.map(AccountId),
        via: if actor.is_some() { Via::Session } else { Via::Guest },
        token: None,
        verb: verb.into(),
        payload_hash: payload.hash(),
        previous: last.map_or([0; 32], |last| last.hash()),
    };
    Ok((link, payload))
}

/// A task about a ticket that waits.
pub fn task(id: u32, seq: u32, by: u32) -> Task {
    Task {
        id: TaskId(id),
        kind: TaskKind::Call,
        ticket: TicketSeq(seq),
        reason: format!("Motivo {id}"),
        asked_by: AccountId(by),
        asked_at: at(i64::from(id)),
        done: None,
    }
}
