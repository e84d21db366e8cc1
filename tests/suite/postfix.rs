//! Composed letters through a real mail server: by SMTP to Postfix, and back out of the Maildirs that it delivers into.
//!
//! Runs where `TAQUILLA_TEST_POSTFIX` names one, as `.ci/postfix start DIR PORT` prints it; says elsewhere that it was skipped.

use std::path::{Path, PathBuf};
use std::time::Duration;

use mail_parser::{Message, MessageParser, MimeHeaders};
use taquilla::domain::account::{EmailAddress, Role};
use taquilla::domain::code::CodeKind;
use taquilla::domain::entry::{Attachment, BlobHash, EntryId};
use taquilla::domain::language::Language;
use taquilla::domain::letter::{Letter, LetterId, LetterState, Matter};
use taquilla::domain::notice::Notice;
use taquilla::domain::status::{Priority, Status};
use taquilla::domain::ticket::{TicketNumber, TicketSeq};
use taquilla::domain::time::{Span, Timestamp};
use taquilla::i18n::Words;
use taquilla::mail::{
    AttachmentFacts, Composition, DeskFace, Envelope, MailError, Mailer, SmtpLimits, SmtpMailer, SmtpSettings, SmtpTls,
    TextFacts, TextKind, TicketFacts, compose, recognise,
};

use crate::smtp::kind;
use crate::smtp_login::send_trusting;

const SECRET: [u8; 32] = [9; 32];

/// A Postfix that was started for the tests.
pub struct Postfix {
    directory: PathBuf,
    pub port: u16,
}

impl Postfix {
    /// The one that the environment names; without, says that the test is skipped.
    ///
    /// # Panics
    /// If there is none, and `TAQUILLA_TEST_REQUIRE_POSTFIX` says that there must be one.
    pub fn find(test: &str) -> Option<Self> {
        let Ok(place) = std::env::var("TAQUILLA_TEST_POSTFIX") else {
            let is_required = std::env::var("TAQUILLA_TEST_REQUIRE_POSTFIX").is_ok_and(|value| value == "1");
            assert!(!is_required, "{test} wants a Postfix, and TAQUILLA_TEST_POSTFIX names none");
            println!("skipped: {test} wants a Postfix; .ci/postfix start DIR PORT prints TAQUILLA_TEST_POSTFIX");
            return None;
        };
        let (directory, port) = place.rsplit_once(':').unwrap();
        Some(Self { directory: directory.into(), port: port.parse().unwrap() })
    }

    /// Where the letters to an address arrive.
    pub fn maildir(&self, address: &str) -> PathBuf {
        self.directory.join("mail").join(address)
    }

    fn mailer(&self) -> SmtpMailer {
        let settings = SmtpSettings {
            host: "localhost".into(),
            port: Some(self.port),
            tls: SmtpTls::None,
            user: None,
            password: None,
            hello_name: "desk.example.org".into(),
        };
        SmtpMailer::new(settings, SmtpLimits::default())
    }

    /// The letters of a recipient, once there are so many, oldest first by their dates.
    fn letters(&self, recipient: &EmailAddress, count: usize) -> Vec<Vec<u8>> {
        let folder = self.maildir(recipient.as_str()).join("new");
        // Postfix delivers after it has answered, and tells nobody: up to a minute, and then the test says what is missing.
        for _ in 0..6_000 {
            let letters = read_all(&folder);
            if letters.len() >= count {
                return letters;
            }
            std::thread::park_timeout(Duration::from_millis(10));
        }
        panic!("{} letters for {recipient} did not arrive; see {}", count, self.directory.join("log").display());
    }
}

fn read_all(folder: &Path) -> Vec<Vec<u8>> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut letters: Vec<_> = entries.map(|entry| std::fs::read(entry.unwrap().path()).unwrap()).collect();
    letters.sort_by_key(|letter| read(letter).date().map(mail_parser::DateTime::to_timestamp));
    letters
}

fn read(letter: &[u8]) -> Message<'_> {
    MessageParser::default().parse(letter).unwrap()
}

/// A recipient that no other run of the tests writes to.
fn recipient(name: &str) -> EmailAddress {
    EmailAddress::parse(&format!("{name}-{}@example.com", std::process::id())).unwrap()
}

fn now() -> Timestamp {
    Timestamp::parse_rfc3339("2026-11-23T09:15:00Z").unwrap()
}

fn desk() -> DeskFace {
    DeskFace {
        name: "Tutorías Ágora".into(),
        from: (None, EmailAddress::parse("soporte@example.org").unwrap()),
        reply_to: None,
        contact: None,
        url: None,
        colour: "#2f6f8f".into(),
        phone: None,
        phone_hours: None,
        phone_cost: None,
        secret: SECRET,
        zone: chrono_tz::Europe::Madrid,
    }
}

fn letter(to: &EmailAddress, number: u8, notice: Notice, matter: Matter) -> Letter {
    Letter {
        id: LetterId([number; 16]),
        notice,
        matter,
        to: to.clone(),
        recipient: None,
        instead_of: None,
        language: Language::Spanish,
        state: LetterState::Pending,
        created_at: now(),
        not_before: now(),
        expires_at: None,
        attempts: 0,
        last_error: None,
        settled_at: now(),
    }
}

fn ticket(texts: Vec<TextFacts>) -> TicketFacts {
    TicketFacts {
        client_has_phone: true,
        waiting_since: None,
        number: TicketNumber::parse("856444").unwrap(),
        subject: "Duda sobre el capítulo 2".into(),
        topic: "Reportar consulta".into(),
        status: Status::Answered,
        priority: Priority::Normal,
        client_name: "Ana López".into(),
        client_handle: "ana-lopez".into(),
        assignee_name: Some("Marta Ruiz".into()),
        is_readers: false,
        texts,
        earlier: Vec::new(),
        due_at: None,
        reopen_until: None,
        actor_name: Some("Marta Ruiz".into()),
        by_client: false,
        reason: None,
        follows: None,
        merged: Vec::new(),
        goes_on_unseen: false,
    }
}

fn reply(body: &str, files: &[(&str, &[u8])]) -> TextFacts {
    let attachments = files.iter().enumerate().map(|(index, (name, bytes))| AttachmentFacts {
        id: format!("4.{index}"),
        file: Attachment {
            name: (*name).to_owned(),
            media_type: "application/pdf".into(),
            size: bytes.len() as u64,
            hash: BlobHash([u8::try_from(index).unwrap(); 32]),
        },
    });
    TextFacts {
        kind: TextKind::Reply,
        author_name: "Marta Ruiz".into(),
        author_role: Role::Agent,
        at: now(),
        body: body.into(),
        attachments: attachments.collect(),
    }
}

/// Composes, renders and sends a letter; gives back what was sent.
fn send(
    mailer: &mut SmtpMailer,
    letter: &Letter,
    tickets: Vec<TicketFacts>,
    files: &[(&str, &[u8])],
) -> Result<Vec<u8>, MailError> {
    let (desk, words) = (desk(), Words::new(letter.language));
    let minutes = i64::from(letter.id.0[0]);
    let composition = Composition {
        letter,
        desk: &desk,
        recipient_name: Some("Ana López".into()),
        recipient_handle: Some("ana-lopez".into()),
        recipient_is_staff: false,
        recipient_is_suspended: false,
        recipient_sees_all: false,
        stands_in: None,
        tickets,
        bounced: None,
        registrant: None,
        rules_text: String::new(),
        now: now().plus(Span::minutes(minutes)),
        words: &words,
    };
    let frozen = compose(&composition)?;
    let message = frozen.render(&mut |hash| Ok(files[usize::from(hash.0[0])].1.to_vec()))?;
    mailer.send(frozen.envelope(), &message).map(|()| message)
}

/// What was delivered without what Postfix wrote above it, with the line ends of a message on its way.
fn as_sent(delivered: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(delivered).unwrap();
    let ours = text.find("\nDate: ").map_or(text, |at| &text[at + 1..]);
    ours.replace('\n', "\r\n").into_bytes()
}

fn about_ticket(to: &EmailAddress, number: u8, notice: Notice) -> Letter {
    letter(to, number, notice, Matter::Ticket { ticket: TicketSeq(1), entries: vec![EntryId(1)], file: None })
}

#[test]
fn a_tickets_letters_arrive_as_they_were_written_and_hang_together() {
    let Some(postfix) = Postfix::find("a_tickets_letters") else { return };
    let to = recipient("ana");
    let mut mailer = postfix.mailer();
    let bytes: Vec<u8> = (0..100_000_u32).map(|index| (index * 7 + index / 251) as u8).collect();
    let files: [(&str, &[u8]); 2] = [("informe nº 3.pdf", &bytes), ("-rf.pdf", b".\r\n.\n")];
    let texts = vec![reply("Sí.\n.\n..\nFrom aquí hasta allí, ñ.\n", &files)];
    let sent = [
        send(&mut mailer, &about_ticket(&to, 1, Notice::Opened), vec![ticket(vec![])], &[]).unwrap(),
        send(&mut mailer, &about_ticket(&to, 2, Notice::Reply), vec![ticket(texts)], &files).unwrap(),
        send(&mut mailer, &about_ticket(&to, 3, Notice::Closed), vec![ticket(vec![])], &[]).unwrap(),
    ];
    let delivered = postfix.letters(&to, 3);
    let mut anchors = Vec::new();
    for (delivered, sent) in delivered.iter().zip(&sent) {
        assert_eq!(String::from_utf8(as_sent(delivered)), String::from_utf8(sent.clone()));
        let letter = read(delivered);
        assert_eq!(letter.header_raw("Delivered-To").unwrap().trim(), to.as_str());
        assert_eq!(letter.header_raw("Return-Path").unwrap().trim(), "<soporte@example.org>");
        assert_eq!(letter.from().unwrap().first().unwrap().name(), Some("Tutorías Ágora"));
        assert_eq!(letter.header_raw("Auto-Submitted").unwrap().trim(), "auto-generated");
        assert!(letter.subject().unwrap().ends_with("[#856444] Duda sobre el capítulo 2"));
        let id = letter.message_id().unwrap();
        assert_eq!(recognise(&SECRET, id, &to).unwrap().as_str(), "856444");
        anchors.push((letter.references().as_text().unwrap().to_owned(), letter.in_reply_to().as_text().unwrap().to_owned()));
    }
    anchors.dedup();
    assert_eq!(anchors.len(), 1);
    let answered = read(&delivered[1]);
    assert!(answered.body_text(0).unwrap().contains("Sí.\n.\n..\nFrom aquí hasta allí, ñ.\n"));
    assert_eq!(answered.attachment_count(), 2);
    for (index, (name, bytes)) in files.iter().enumerate() {
        let part = answered.attachment(u32::try_from(index).unwrap()).unwrap();
        assert_eq!((part.attachment_name(), part.contents()), (Some(*name), *bytes));
    }
}

#[test]
fn a_code_arrives_alone_on_its_line() {
    let Some(postfix) = Postfix::find("a_code_arrives") else { return };
    let to = recipient("codigo");
    let matter = Matter::Code { kind: CodeKind::Reset, code: Some("K7QF-2M9X".into()), ticket: None, by_staff: false };
    send(&mut postfix.mailer(), &letter(&to, 1, Notice::Code, matter), vec![], &[]).unwrap();
    let delivered = postfix.letters(&to, 1);
    let text = read(&delivered[0]).body_text(0).unwrap().into_owned();
    assert_eq!(text.lines().filter(|line| *line == "K7QF-2M9X").count(), 1, "{text}");
}

#[test]
fn the_largest_letter_is_taken() {
    let Some(postfix) = Postfix::find("the_largest_letter") else { return };
    let to = recipient("grande");
    let bytes = vec![0xA5; 7 * 1_024 * 1_024];
    let files: [(&str, &[u8]); 1] = [("tesis.pdf", &bytes)];
    let ticket = ticket(vec![reply("Aquí está.", &files)]);
    send(&mut postfix.mailer(), &about_ticket(&to, 1, Notice::Reply), vec![ticket], &files).unwrap();
    let delivered = postfix.letters(&to, 1);
    assert_eq!(read(&delivered[0]).attachment(0).unwrap().contents(), bytes);
}

#[test]
fn what_postfix_refuses_does_not_keep_the_others() {
    let Some(postfix) = Postfix::find("what_postfix_refuses") else { return };
    let to = recipient("eva");
    let mut mailer = postfix.mailer();
    let from = EmailAddress::parse("soporte@example.org").unwrap();
    let message = b"Date: Mon, 23 Nov 2026 09:00:00 +0000\r\nFrom: soporte@example.org\r\nSubject: x\r\n\r\nx\r\n";
    for (to, expected) in [
        ("nobody@example.com", "permanent"),
        ("later@example.com", "temporary"),
        // That it does not relay for us is a matter of settings: the letter must not be lost for it.
        ("ana@example.net", "misconfigured"),
        (to.as_str(), "sent"),
    ] {
        let envelope = Envelope { from: from.clone(), to: EmailAddress::parse(to).unwrap() };
        let result = mailer.send(&envelope, message);
        assert_eq!(kind(&result), expected, "{to}: {result:?}");
    }
    postfix.letters(&to, 1);
}

#[test]
fn postfix_speaks_tls() {
    let Some(postfix) = Postfix::find("postfix_speaks_tls") else { return };
    let certificate = postfix.directory.join("cert.pem");
    assert_eq!(send_trusting(&certificate, "starttls", postfix.port, ""), "sent");
    assert_eq!(send_trusting(&certificate, "tls", postfix.port + 1, ""), "sent");
    assert_eq!(send_trusting(Path::new("/dev/null"), "starttls", postfix.port, ""), "unreachable");
}
