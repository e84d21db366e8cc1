//! A desk and a ticket to write letters about.

use crate::domain::account::{AccountId, EmailAddress, Role};
use crate::domain::entry::{Attachment, BlobHash, EntryId};
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterId, LetterState, Matter};
use crate::domain::notice::Notice;
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::{TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::i18n::Words;
use crate::mail::{
    AttachmentFacts, BouncedFacts, Composition, DeskFace, Frozen, MailError, StandInFacts, TextFacts, TextKind, TicketFacts,
    compose,
};

pub const SECRET: [u8; 32] = [7; 32];

pub fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub fn at(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

/// Monday morning.
pub fn now() -> Timestamp {
    at("2026-11-23T09:15:00Z")
}

pub fn desk() -> DeskFace {
    DeskFace {
        name: "Gestor de incidencias".into(),
        from: (None, address("soporte@example.org")),
        reply_to: None,
        contact: Some(address("contacto@example.org")),
        url: Some("https://soporte.example.org".into()),
        colour: "#2f6f8f".into(),
        phone: Some("807 455 110".into()),
        phone_hours: Some("de lunes a viernes, de 9:00 a 14:00".into()),
        phone_cost: Some("1,21 €/min".into()),
        secret: SECRET,
        zone: chrono_tz::Europe::Madrid,
    }
}

pub fn letter(language: Language, notice: Notice, matter: Matter, to: &str) -> Letter {
    Letter {
        id: LetterId([1; 16]),
        notice,
        matter,
        to: address(to),
        recipient: Some(AccountId(1)),
        instead_of: None,
        language,
        state: LetterState::Pending,
        created_at: now(),
        not_before: now(),
        expires_at: None,
        attempts: 0,
        last_error: None,
        settled_at: now(),
    }
}

pub fn about_ticket(language: Language, notice: Notice, to: &str) -> Letter {
    letter(language, notice, Matter::Ticket { ticket: TicketSeq(1), entries: vec![EntryId(1)], file: None }, to)
}

pub fn file(id: &str, name: &str, bytes: &[u8]) -> AttachmentFacts {
    let hash = BlobHash([u8::try_from(bytes.len() % 251).unwrap(); 32]);
    let file = Attachment { name: name.into(), media_type: "application/pdf".into(), size: bytes.len() as u64, hash };
    AttachmentFacts { id: id.into(), file }
}

pub fn message(body: &str) -> TextFacts {
    TextFacts {
        kind: TextKind::Message,
        author_name: "Ana López".into(),
        author_role: Role::Client,
        at: at("2026-11-23T09:14:00Z"),
        body: body.into(),
        attachments: Vec::new(),
    }
}

pub fn reply(body: &str) -> TextFacts {
    TextFacts {
        kind: TextKind::Reply,
        author_name: "Marta Ruiz".into(),
        author_role: Role::Agent,
        at: at("2026-11-24T16:30:00Z"),
        body: body.into(),
        attachments: Vec::new(),
    }
}

pub fn note(body: &str) -> TextFacts {
    TextFacts {
        kind: TextKind::Note,
        author_name: "Laura Gil".into(),
        author_role: Role::Secretary,
        at: at("2026-11-24T08:05:00Z"),
        body: body.into(),
        attachments: Vec::new(),
    }
}

pub fn ticket() -> TicketFacts {
    TicketFacts {
        client_has_phone: true,
        number: TicketNumber::parse("856444").unwrap(),
        subject: "Duda sobre el capítulo 2".into(),
        topic: "Access Issue / Reportar consulta".into(),
        status: Status::New,
        priority: Priority::Normal,
        client_name: "Ana López".into(),
        client_handle: "ana-lopez".into(),
        assignee_name: None,
        is_readers: false,
        texts: Vec::new(),
        earlier: Vec::new(),
        waiting_since: Some(at("2026-11-23T09:14:00Z")),
        due_at: Some(at("2026-11-25T09:14:00Z")),
        reopen_until: None,
        actor_name: None,
        by_client: false,
        reason: None,
        follows: None,
        merged: Vec::new(),
        goes_on_unseen: false,
    }
}

/// Whom a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Client,
    Suspended,
    Agent,
    Substitute,
    Secretary,
    Stranger,
}

pub fn composition<'a>(
    letter: &'a Letter,
    desk: &'a DeskFace,
    words: &'a Words,
    reader: Reader,
    tickets: Vec<TicketFacts>,
) -> Composition<'a> {
    let name = match reader {
        Reader::Client | Reader::Suspended => Some(("Ana López", "ana-lopez")),
        Reader::Agent => Some(("Marta Ruiz", "marta")),
        Reader::Substitute => Some(("Luis Peña", "luis")),
        Reader::Secretary => Some(("Laura Gil", "laura")),
        Reader::Stranger => None,
    };
    let is_agent = reader == Reader::Agent;
    let read_by = |ticket: TicketFacts| TicketFacts { is_readers: is_agent && ticket.assignee_name.is_some(), ..ticket };
    let bounced = matches!(letter.matter, Matter::Bounced { .. }).then(|| BouncedFacts {
        id: "05050505050505050505050505050505".into(),
        to: address("nadie@example.com"),
        tickets: vec![ticket().number],
        fault: Some("550 5.1.1 No such user".into()),
    });
    Composition {
        letter,
        desk,
        recipient_name: name.map(|(name, _)| name.to_owned()),
        recipient_handle: name.map(|(_, handle)| handle.to_owned()),
        recipient_is_staff: matches!(reader, Reader::Agent | Reader::Substitute | Reader::Secretary),
        recipient_is_suspended: reader == Reader::Suspended,
        recipient_sees_all: reader == Reader::Secretary,
        stands_in: letter.instead_of.map(|_| StandInFacts { name: "Rosa Pérez".into(), until: at("2026-12-01T22:59:59Z") }),
        tickets: tickets.into_iter().map(read_by).collect(),
        bounced,
        registrant: Some("Ana López".into()),
        rules_text: "- Escriba de forma **clara y concisa**.\n- Respete el trabajo de los docentes.".into(),
        now: now(),
        words,
    }
}

/// The message of a frozen letter whose files hold these bytes.
pub fn rendered(frozen: &Frozen, files: &[(&AttachmentFacts, &[u8])]) -> Vec<u8> {
    frozen
        .render(&mut |hash| {
            let bytes = files.iter().find(|(file, _)| file.file.hash == *hash).map(|(_, bytes)| bytes.to_vec());
            bytes.ok_or_else(|| MailError::Temporary("no such file".into()))
        })
        .unwrap()
}

/// The message of a composition without files.
pub fn message_of(composition: &Composition<'_>) -> Vec<u8> {
    rendered(&compose(composition).unwrap(), &[])
}
