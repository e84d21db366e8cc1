//! The way to a mail server: clear text, TLS, and the login.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process::Command;

use taquilla::mail::{MailError, Mailer, PasswordSource, SmtpMailer, SmtpSettings, SmtpTls};

use crate::smtp::{MESSAGE, envelope, kind, patient, send_one, settings};
use crate::smtp_server::{Deed, Encryption, SmtpServer, Stage};
use crate::support::folder;

#[test]
fn clear_text_stays_on_this_machine() {
    let server = SmtpServer::start();
    for (host, expected) in
        [("localhost", "sent"), ("127.0.0.1", "sent"), ("192.0.2.1", "misconfigured"), ("0.0.0.0", "misconfigured")]
    {
        let settings = SmtpSettings { host: host.into(), ..settings(&server) };
        let result = SmtpMailer::new(settings, patient()).send(&envelope("ana@example.com"), MESSAGE);
        assert_eq!(kind(&result), expected, "{host}: {result:?}");
    }
}

fn with_password(server: &SmtpServer, source: Option<PasswordSource>) -> Result<(), MailError> {
    let settings = SmtpSettings { user: Some("desk".into()), password: source, ..settings(server) };
    SmtpMailer::new(settings, patient()).send(&envelope("ana@example.com"), MESSAGE)
}

fn file(directory: &Path, password: &str) -> PasswordSource {
    let path = directory.join(password);
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path).unwrap();
    file.write_all(password.as_bytes()).unwrap();
    PasswordSource::File(path)
}

#[test]
fn a_login_that_fails_loses_no_letter() {
    let directory = folder();
    let server = SmtpServer::with(Encryption::None, Some(("desk", "secreto-ñ")));
    let right = PasswordSource::Command("printf 'secreto-ñ\\n'".into());
    assert_eq!(kind(&with_password(&server, Some(right))), "sent");
    assert_eq!(kind(&with_password(&server, Some(file(directory.path(), "secreto-ñ")))), "sent");
    assert_eq!(kind(&with_password(&server, Some(file(directory.path(), "equivocado")))), "misconfigured");
    assert_eq!(kind(&with_password(&server, Some(PasswordSource::Command("false".into())))), "misconfigured");
    assert_eq!(kind(&with_password(&server, None)), "misconfigured");
    // Without a user nobody logs in, and the server says at MAIL what it thinks of that.
    assert_eq!(kind(&send_one(&server, patient())), "misconfigured");
    server.refuse(Stage::Login, "454 4.7.0 Temporary failure");
    assert_eq!(kind(&with_password(&server, Some(file(directory.path(), "secreto-ñ\n")))), "unreachable");
    let open = SmtpServer::start();
    let result = with_password(&open, Some(PasswordSource::Command("echo secreto".into())));
    assert_eq!(kind(&result), "misconfigured", "no way to log in is offered: {result:?}");
    assert_eq!((server.received().len(), open.received().len()), (2, 0));
}

#[test]
fn starttls_that_is_not_offered_sends_nothing_in_clear_text() {
    let server = SmtpServer::with(Encryption::None, Some(("desk", "secreto")));
    let password = Some(PasswordSource::Command("echo secreto".into()));
    let settings = SmtpSettings { tls: SmtpTls::StartTls, user: Some("desk".into()), password, ..settings(&server) };
    let result = SmtpMailer::new(settings, patient()).send(&envelope("ana@example.com"), MESSAGE);
    assert_eq!(kind(&result), "misconfigured", "{result:?}");
    assert_eq!(server.conversations(), [["EHLO desk.example.org"]]);
}

/// What the child of the tests below is told: how to encrypt, the port, and the user if any.
const CHILD: &str = "TAQUILLA_TEST_SMTP_CHILD";

/// Sends one letter to `localhost` from a process that trusts this certificate, and says what became of it.
///
/// Which certificates are trusted is read from the environment, and that of a process that runs tests cannot be changed.
pub fn send_trusting(certificate: &Path, encryption: &str, port: u16, user: &str) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["smtp_login::one_letter_over_tls", "--exact", "--ignored", "--nocapture"])
        .env(CHILD, format!("{encryption}:{port}:{user}"))
        .env("SSL_CERT_FILE", certificate)
        .env_remove("SSL_CERT_DIR")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().find_map(|line| line.split_once("result: ")).map(|(_, result)| result.to_owned()).unwrap_or(said)
}

#[test]
#[ignore = "the child of the tests below"]
fn one_letter_over_tls() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let told: Vec<_> = told.split(':').collect();
    let user = Some(told[2].to_owned()).filter(|user| !user.is_empty());
    let settings = SmtpSettings {
        host: "localhost".into(),
        port: Some(told[1].parse().unwrap()),
        tls: if told[0] == "tls" { SmtpTls::Tls } else { SmtpTls::StartTls },
        user,
        password: Some(PasswordSource::Command("echo secreto".into())),
        hello_name: "desk.example.org".into(),
    };
    let result = SmtpMailer::new(settings, patient()).send(&envelope("tls@example.com"), MESSAGE);
    println!("result: {}", kind(&result));
}

#[test]
fn tls_and_starttls_with_a_certificate_that_is_trusted_and_one_that_is_not() {
    let directory = folder();
    for (encryption, name) in [(Encryption::Tls, "tls"), (Encryption::StartTls, "starttls")] {
        let server = SmtpServer::with(encryption, Some(("desk", "secreto")));
        let (trusted, other) = (directory.path().join(name), directory.path().join(format!("{name}-other")));
        std::fs::write(&trusted, server.certificate()).unwrap();
        std::fs::write(&other, SmtpServer::start().certificate()).unwrap();
        assert_eq!(send_trusting(&trusted, name, server.port(), "desk"), "sent", "{name}");
        assert_eq!(send_trusting(&other, name, server.port(), "desk"), "unreachable", "{name}");
        assert_eq!(server.received().len(), 1, "{name}");
        let said = server.conversations().concat();
        assert_eq!(said.iter().filter(|line| line.starts_with("AUTH")).count(), 1, "{name}: {said:?}");
    }
}

#[test]
fn what_was_said_before_the_encryption_is_not_taken_for_the_servers_word() {
    let directory = folder();
    let trusted = directory.path().join("trusted");
    let server = SmtpServer::with(Encryption::StartTls, None);
    std::fs::write(&trusted, server.certificate()).unwrap();
    let forged = b"250 hello\r\n250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n354 go ahead\r\n250 2.0.0 queued\r\n";
    server.when(Stage::StartTls, "", usize::MAX, Deed::Inject(forged.to_vec()));
    server.refuse(Stage::Sender, "451 4.3.0 Try later");
    assert_eq!(send_trusting(&trusted, "starttls", server.port(), ""), "unreachable");
    assert_eq!((server.received().len(), server.conversations().concat().len()), (0, 2), "EHLO, STARTTLS, and no more");
    server.relent();
    assert_eq!(send_trusting(&trusted, "starttls", server.port(), ""), "sent");
}
