//! Letters by SMTP against a server that accepts, refuses, falls silent, drips, lies and hangs up.
//!
//! The limits are short here; no test measures time. What a test waits for ends by itself, or the test hangs and says so.

use std::time::Duration;

use taquilla::domain::account::EmailAddress;
use taquilla::mail::{Envelope, MailError, Mailer, SmtpLimits, SmtpMailer, SmtpSettings, SmtpTls};

use crate::smtp_server::{Deed, SmtpServer, Stage};

pub const MESSAGE: &[u8] = b"From: desk@example.org\r\nSubject: Hola\r\n\r\nHola\r\n.\r\n..\r\nfin\r\n";

pub fn envelope(to: &str) -> Envelope {
    let address = |text| EmailAddress::parse(text).unwrap();
    Envelope { from: address("desk@example.org"), to: address(to) }
}

pub fn settings(server: &SmtpServer) -> SmtpSettings {
    SmtpSettings {
        host: "127.0.0.1".into(),
        port: Some(server.port()),
        tls: SmtpTls::None,
        user: None,
        password: None,
        hello_name: "desk.example.org".into(),
    }
}

/// Long enough that no healthy server exceeds them.
pub fn patient() -> SmtpLimits {
    SmtpLimits::default()
}

/// So short where a server falls silent that it exceeds them at once, and patient with everything before.
fn hurried(stage: Stage) -> SmtpLimits {
    let short = Duration::from_millis(100);
    match stage {
        Stage::Greeting | Stage::Hello => SmtpLimits { connect: short, quit: short, ..patient() },
        Stage::Message => SmtpLimits { answer: short, quit: short, ..patient() },
        _ => SmtpLimits { command: short, quit: short, ..patient() },
    }
}

fn mailer(server: &SmtpServer) -> SmtpMailer {
    SmtpMailer::new(settings(server), patient())
}

pub fn send_one(server: &SmtpServer, limits: SmtpLimits) -> Result<(), MailError> {
    SmtpMailer::new(settings(server), limits).send(&envelope("ana@example.com"), MESSAGE)
}

/// The name of what happened, for tables.
pub fn kind(result: &Result<(), MailError>) -> &'static str {
    match result {
        Ok(()) => "sent",
        Err(MailError::Unreachable(_)) => "unreachable",
        Err(MailError::Temporary(_)) => "temporary",
        Err(MailError::Permanent(_)) => "permanent",
        Err(MailError::Misconfigured(_)) => "misconfigured",
    }
}

#[test]
fn letters_share_a_connection_and_arrive_as_they_were() {
    let server = SmtpServer::start();
    let mut mailer = mailer(&server);
    for to in ["ana@example.com", "eva@example.com"] {
        mailer.send(&envelope(to), MESSAGE).unwrap();
    }
    drop(mailer);
    let received = server.received();
    assert_eq!(received.len(), 2);
    assert_eq!((received[0].from.as_str(), received[0].to.as_slice()), ("desk@example.org", &["ana@example.com".to_owned()][..]));
    assert!(received.iter().all(|received| received.message == MESSAGE));
    let expected = [
        "EHLO desk.example.org",
        "MAIL FROM:<desk@example.org>",
        "RCPT TO:<ana@example.com>",
        "DATA",
        "(message)",
        "MAIL FROM:<desk@example.org>",
        "RCPT TO:<eva@example.com>",
        "DATA",
        "(message)",
        "QUIT",
    ];
    assert_eq!(server.conversations(), [expected]);
}

#[test]
fn a_message_of_many_pieces_arrives_whole() {
    let server = SmtpServer::start();
    let mut message = b"Subject: x\r\n\r\n".to_vec();
    // Lines of dots that lie across the pieces in which the message is written.
    for length in 0..3_000 {
        message.extend(std::iter::repeat_n(b'.', length % 131));
        message.extend_from_slice(b"\r\n");
    }
    mailer(&server).send(&envelope("ana@example.com"), &message).unwrap();
    assert_eq!(server.received()[0].message, message);
}

#[test]
fn what_each_refusal_means() {
    use Stage::*;
    for (stage, words, expected) in [
        (Greeting, "421 4.3.2 Busy", "unreachable"),
        (Greeting, "554 5.3.2 No service", "unreachable"),
        (Hello, "550 5.7.1 Go away", "unreachable"),
        (Sender, "451 4.3.0 Try later", "temporary"),
        (Sender, "421 4.3.2 Closing", "temporary"),
        (Sender, "550 5.1.8 Sender rejected", "misconfigured"),
        (Recipient, "450 4.2.0 Greylisted", "temporary"),
        (Recipient, "550-5.1.1 No such\r\n550 5.1.1 user", "permanent"),
        (Recipient, "550 No such user", "permanent"),
        (Recipient, "553 Not here", "permanent"),
        (Recipient, "550 5.1.10 Null MX", "permanent"),
        (Recipient, "552 5.2.2 Full for good", "permanent"),
        (Recipient, "550 5.4.4 No route", "permanent"),
        (Recipient, "552 Mailbox full", "temporary"),
        (Recipient, "530 5.7.0 Must issue AUTH", "misconfigured"),
        (Recipient, "503 5.5.1 Bad sequence", "misconfigured"),
        (Recipient, "504 5.5.2 <desk>: Helo command rejected: need fully-qualified hostname", "misconfigured"),
        (Recipient, "554 5.7.1 <ana@example.com>: Relay access denied", "misconfigured"),
        (Recipient, "554 Relay access denied", "misconfigured"),
        (Data, "451 4.3.0 Try later", "temporary"),
        (Data, "554 5.5.1 No", "permanent"),
        (Message, "452 4.3.1 No space", "temporary"),
        (Message, "552 5.3.4 Too large", "permanent"),
    ] {
        let server = SmtpServer::start();
        server.refuse(stage, words);
        let mut mailer = mailer(&server);
        let result = mailer.send(&envelope("ana@example.com"), MESSAGE);
        assert_eq!(kind(&result), expected, "{stage:?} {words}: {result:?}");
        server.relent();
        assert_eq!(mailer.send(&envelope("eva@example.com"), MESSAGE), Ok(()), "after {stage:?} {words}");
        assert_eq!(server.received().len(), 1, "after {stage:?} {words}");
    }
}

#[test]
fn words_that_nobody_can_read_take_a_letter_all_the_same() {
    let server = SmtpServer::start();
    server.when(Stage::Message, "", 1, Deed::Inject(Vec::new()));
    server.when(Stage::Sender, "", 1, Deed::Send(b"250 2.1.0 Bienvenido, se\xf1or\r\n".to_vec()));
    server.when(Stage::Recipient, "", 1, Deed::Send(b"250\r\n".to_vec()));
    assert_eq!(send_one(&server, patient()), Ok(()));
    let server = SmtpServer::start();
    server.when(Stage::Message, "", 1, Deed::Send(b"250 2.0.0 Aceptado, se\xf1or\r\n".to_vec()));
    assert_eq!(send_one(&server, patient()), Ok(()));
}

#[test]
fn a_refused_recipient_does_not_stand_in_the_next_ones_way() {
    let server = SmtpServer::start();
    server.when(Stage::Recipient, "ana@", usize::MAX, Deed::Say("550 5.1.1 No such user".into()));
    let mut mailer = mailer(&server);
    assert_eq!(kind(&mailer.send(&envelope("ana@example.com"), MESSAGE)), "permanent");
    assert_eq!(mailer.send(&envelope("eva@example.com"), MESSAGE), Ok(()));
    drop(mailer);
    let conversations = server.conversations();
    assert_eq!(conversations.len(), 1);
    assert!(conversations[0].contains(&"RSET".to_owned()));
    assert_eq!(server.received()[0].to, ["eva@example.com"]);
}

#[test]
fn the_words_of_the_server_are_kept_on_one_harmless_line() {
    let server = SmtpServer::start();
    server.refuse(Stage::Recipient, "550-5.1.1 \u{1b}[31mNo\r\n550 5.1.1 user");
    let Err(MailError::Permanent(fault)) = send_one(&server, patient()) else { panic!() };
    let words = fault.to_string();
    assert!(words.contains("550") && words.contains("user") && !words.contains(['\u{1b}', '\n', '\r']), "{words:?}");
}

#[test]
fn a_connection_that_broke_between_letters_is_made_again() {
    for deed in [Deed::HangUp, Deed::Say("421 4.4.2 Timeout".into()), Deed::Send(b"\xff\xfe\n".to_vec())] {
        let server = SmtpServer::start();
        let mut mailer = mailer(&server);
        mailer.send(&envelope("ana@example.com"), MESSAGE).unwrap();
        server.when(Stage::Sender, "", 1, deed.clone());
        mailer.send(&envelope("eva@example.com"), MESSAGE).unwrap();
        assert_eq!((server.received().len(), server.conversations().len()), (2, 2), "{deed:?}");
    }
    let server = SmtpServer::start();
    server.when(Stage::Message, "", 1, Deed::AcceptAndHangUp);
    let mut mailer = mailer(&server);
    mailer.send(&envelope("ana@example.com"), MESSAGE).unwrap();
    mailer.send(&envelope("eva@example.com"), MESSAGE).unwrap();
    assert_eq!(server.received().len(), 2);
}

#[test]
fn a_server_that_hangs_up_stalls_or_drips_ends_the_letter_and_not_the_relay() {
    use Stage::*;
    for stage in [Greeting, Hello, Sender, Recipient, Data, Message] {
        // Once it has the message, nobody knows whether it took it: twice rather than never.
        let expected = if stage == Message { "temporary" } else { "unreachable" };
        for deed in [Deed::HangUp, Deed::Stall, Deed::Drip] {
            let server = SmtpServer::start();
            server.when(stage, "", usize::MAX, deed.clone());
            let limits = if matches!(deed, Deed::HangUp) { patient() } else { hurried(stage) };
            let result = send_one(&server, limits);
            assert_eq!(kind(&result), expected, "{stage:?} {deed:?}: {result:?}");
        }
    }
}

#[test]
fn the_whole_has_a_limit_too() {
    let server = SmtpServer::start();
    server.when(Stage::Recipient, "", 1, Deed::Drip);
    // Each phase might take for ever; only the whole may not.
    let (long, short) = (Duration::from_secs(3_600), Duration::from_millis(150));
    let limits = SmtpLimits { connect: long, command: long, answer: short, total: short * 2, ..patient() };
    assert_eq!(kind(&send_one(&server, limits)), "unreachable");
}

#[test]
fn after_a_letter_was_abandoned_the_next_one_leaves() {
    let server = SmtpServer::start();
    server.when(Stage::Recipient, "", 1, Deed::Stall);
    let limits = SmtpLimits { command: Duration::from_secs(1), ..patient() };
    let mut mailer = SmtpMailer::new(settings(&server), limits);
    assert_eq!(kind(&mailer.send(&envelope("ana@example.com"), MESSAGE)), "unreachable");
    assert_eq!(mailer.send(&envelope("eva@example.com"), MESSAGE), Ok(()));
    assert_eq!(server.received()[0].to, ["eva@example.com"]);
}

#[test]
fn a_server_that_talks_nonsense_is_survived() {
    use Stage::*;
    let nonsense: [&[u8]; 8] = [
        b"\r\n",
        b"hello\r\n",
        b"\xff\xfe\x00\x80\r\n",
        b"250\r\n",
        b"999 what\r\n",
        b"250-a\r\n354 b\r\n",
        b"-1 x\r\n\r\n\r\n",
        b"354 go ahead\r\n",
    ];
    let endless = [vec![b'2'; 200_000], [b"250 ".as_slice(), &[b'x'; 5_000], b"\r\n"].concat(), b"250-x\r\n".repeat(20_000)];
    for stage in [Greeting, Hello, Sender, Recipient, Data, Message] {
        for bytes in nonsense.iter().map(|bytes| bytes.to_vec()).chain(endless.clone()) {
            let server = SmtpServer::start();
            server.when(stage, "", 1, Deed::Send(bytes.clone()));
            let result = send_one(&server, hurried(stage));
            let start = String::from_utf8_lossy(&bytes).chars().take(20).collect::<String>();
            match (kind(&result), stage) {
                ("sent", Recipient | Sender | Hello | Message) if bytes.starts_with(b"250") => {}
                ("sent", Greeting | Hello) if bytes.starts_with(b"250") || bytes.starts_with(b"354") => {}
                // The server of the tests takes the message for commands then, and refuses them.
                ("permanent", Data) if bytes.starts_with(b"354") => {}
                ("sent" | "permanent" | "misconfigured", _) => panic!("{stage:?} {start:?}: {result:?}"),
                _ => {}
            }
        }
    }
}

#[test]
fn nobody_listens() {
    let port = SmtpServer::start().port();
    let settings = SmtpSettings { port: Some(port), ..settings(&SmtpServer::start()) };
    assert_eq!(kind(&SmtpMailer::new(settings, patient()).send(&envelope("ana@example.com"), MESSAGE)), "unreachable");
}

#[test]
fn a_message_that_is_not_seven_bit_is_not_sent() {
    let server = SmtpServer::start();
    assert_eq!(kind(&mailer(&server).send(&envelope("ana@example.com"), "ñ".as_bytes())), "permanent");
    assert!(server.received().is_empty());
}
