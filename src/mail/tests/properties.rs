//! What holds for every letter, whatever people are called and whatever they write.

use mail_parser::{MessageParser, MimeHeaders};
use proptest::prelude::*;

use super::facts::*;
use crate::domain::code::CodeKind;
use crate::domain::language::Language;
use crate::domain::letter::{LetterId, Matter};
use crate::domain::notice::Notice;
use crate::domain::status::Status;
use crate::domain::time::Timestamp;
use crate::i18n::Words;
use crate::mail::{Draft, Frozen, TicketFacts, clean, compose, draft, recognise};

/// Text as an attacker would choose it: controls, encoded words, header ends, markup, letters of all scripts.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        Just("\r\nBcc: eva@example.com\r\n\r\n".to_owned()),
        Just("=?utf-8?q?=0D=0A?=".to_owned()),
        Just("\" <eva@example.com>, \"".to_owned()),
        Just("</td><script>alert(1)</script>".to_owned()),
        Just("\u{1b}]0;x\u{7}\u{202e}\u{2028}\0".to_owned()),
        Just("--m_727ei5g63vilwzmrvpujioojae--\r\n".to_owned()),
        Just("\n.\n\r.\r\n".to_owned()),
        Just("ñandú 李小龍 🎓 ".repeat(9)),
        Just("x".repeat(1_200)),
        Just("{ $name } { letter-greeting }".to_owned()),
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

/// Headers that must appear once in every letter.
const ONCE: [&str; 8] =
    ["Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version"];

fn check_form(message: &[u8]) -> Result<(), TestCaseError> {
    let text = std::str::from_utf8(message).unwrap();
    prop_assert!(text.is_ascii());
    prop_assert!(text.ends_with("\r\n"));
    let lines: Vec<_> = text.split("\r\n").collect();
    let is_line = |line: &&str| line.len() <= 998 && !line.contains(['\r', '\n', '\0', '\u{1b}']);
    prop_assert!(lines.iter().all(is_line));
    let head: Vec<_> = lines.iter().take_while(|line| !line.is_empty()).collect();
    for name in ONCE {
        prop_assert_eq!(head.iter().filter(|line| line.starts_with(&format!("{name}: "))).count(), 1, "{}", name);
    }
    prop_assert!(!head.iter().any(|line| line.starts_with("Bcc") || line.starts_with("Cc")));
    Ok(())
}

/// A parser's reading of the message is what was drafted.
fn check_reading(message: &[u8], draft: &Draft, recipient_name: &str) -> Result<(), TestCaseError> {
    let read = MessageParser::default().parse(message).unwrap();
    prop_assert_eq!(read.subject().unwrap_or_default(), draft.subject.as_str());
    let to: Vec<_> = read.to().unwrap().iter().collect();
    prop_assert_eq!(to.len(), 1);
    prop_assert_eq!(to[0].address(), Some("ana@example.com"));
    prop_assert_eq!(to[0].name().unwrap_or_default(), clean::one_line(recipient_name, 100));
    let text = read.body_text(0).unwrap().replace("\r\n", "\n");
    prop_assert_eq!(text.trim_end(), draft.text.trim_end());
    let html = read.body_html(0).unwrap().replace("\r\n", "\n");
    prop_assert_eq!(html.trim_end(), draft.html.trim_end());
    prop_assert!(!draft.html.contains("<script"));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_letter_is_read_as_it_was_meant(
        name in hostile(),
        subject in hostile(),
        body in hostile(),
        file_name in "[\\PC]{1,120}",
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        id: [u8; 16],
    ) {
        let (desk, words) = (desk(), Words::new(Language::Spanish));
        let mut letter = about_ticket(Language::Spanish, Notice::Message, "ana@example.com");
        letter.id = LetterId(id);
        let attached = file("1.1", &file_name, &bytes);
        let mut text = message(&body);
        text.author_name = name.clone();
        text.attachments = vec![attached.clone()];
        let ticket = TicketFacts { subject, client_name: name.clone(), texts: vec![text], ..ticket() };
        let mut composition = composition(&letter, &desk, &words, Reader::Agent, vec![ticket]);
        composition.recipient_name = Some(name.clone());
        let (draft, frozen) = (draft(&composition).unwrap(), compose(&composition).unwrap());
        let message = rendered(&frozen, &[(&attached, &bytes)]);
        check_form(&message)?;
        check_reading(&message, &draft, &name)?;
        let read = MessageParser::default().parse(&message).unwrap();
        prop_assert_eq!(read.attachment_count(), 1);
        let part = read.attachment(0).unwrap();
        prop_assert_eq!(part.contents(), bytes.as_slice());
        prop_assert_eq!(part.attachment_name().unwrap_or_default(), clean::one_line(&file_name, 200));
        let body = clean::body(&body);
        prop_assert!(body.lines().all(|line| line.len() > 20 || draft.text.contains(line)));
        // The same letter, composed again, kept and read back, is the same to the byte.
        prop_assert_eq!(&compose(&composition).unwrap(), &frozen);
        let kept = Frozen::from_bytes(&frozen.to_bytes()).unwrap();
        prop_assert_eq!(rendered(&kept, &[(&attached, &bytes)]), message);
    }

    #[test]
    fn nothing_else_thaws(bytes in prop::collection::vec(any::<u8>(), 0..80), cut in 0_usize..2_000) {
        let (desk, words) = (desk(), Words::new(Language::English));
        let letter = letter(Language::English, Notice::Test, Matter::Test, "ana@example.com");
        let whole = compose(&composition(&letter, &desk, &words, Reader::Stranger, vec![])).unwrap().to_bytes();
        prop_assert!(Frozen::from_bytes(&bytes).is_err());
        prop_assert!(Frozen::from_bytes(whole.get(..cut.min(whole.len() - 1)).unwrap()).is_err());
        prop_assert!(Frozen::from_bytes(&[whole.as_slice(), &[0]].concat()).is_err());
        let forged = [&whole[..4], &[0xff; 8], &bytes].concat();
        prop_assert!(Frozen::from_bytes(&forged).is_err());
    }
}

#[test]
fn letters_of_a_ticket_hang_together_and_are_recognised() {
    let (desk, words) = (desk(), Words::new(Language::Spanish));
    let mut anchors = Vec::new();
    for (index, notice) in [Notice::Opened, Notice::Reply, Notice::Closed].into_iter().enumerate() {
        let mut letter = about_ticket(Language::Spanish, notice, "ana@example.com");
        letter.id = LetterId([u8::try_from(index).unwrap(); 16]);
        let message = message_of(&composition(&letter, &desk, &words, Reader::Client, vec![ticket()]));
        let read = MessageParser::default().parse(&message).unwrap();
        let id = read.message_id().unwrap().to_owned();
        assert_eq!(recognise(&SECRET, &id, &letter.to), Some(ticket().number));
        assert_eq!(recognise(&SECRET, &id, &address("eva@example.com")), None);
        let (references, answered) = (read.references().as_text().unwrap(), read.in_reply_to().as_text().unwrap());
        assert_eq!(references, answered);
        assert!(read.subject().unwrap().trim_start_matches("Re: ").starts_with("[#856444] Duda"));
        assert_ne!(id, references);
        anchors.push(references.to_owned());
    }
    anchors.dedup();
    assert_eq!(anchors.len(), 1);
}

#[test]
fn a_client_is_told_nothing_that_is_for_staff() {
    let (desk, words) = (desk(), Words::new(Language::Spanish));
    let secret = TicketFacts {
        texts: vec![reply("Respuesta."), note("SECRETO"), message("Pregunta.")],
        earlier: vec![note("SECRETO")],
        reason: Some("SECRETO".into()),
        assignee_name: Some("Marta Ruiz".into()),
        status: Status::Answered,
        ..ticket()
    };
    for notice in Notice::ALL {
        let letter = about_ticket(Language::Spanish, notice, "ana@example.com");
        let composition = composition(&letter, &desk, &words, Reader::Client, vec![secret.clone()]);
        match draft(&composition) {
            Ok(draft) => assert!(!draft.text.contains("SECRETO") && !draft.html.contains("SECRETO"), "{notice:?}"),
            Err(_) => assert!(
                matches!(
                    notice,
                    Notice::Note
                        | Notice::Released
                        | Notice::Assigned
                        | Notice::Warning
                        | Notice::Overdue
                        | Notice::Reminded
                        | Notice::Task
                ),
                "{notice:?}"
            ),
        }
    }
}

#[test]
fn a_letter_that_lacks_a_fact_is_refused_and_not_sent_half() {
    let (desk, words) = (desk(), Words::new(Language::Spanish));
    let code = Matter::Code { kind: CodeKind::Reset, code: None, ticket: None, by_staff: false };
    let wiped = letter(Language::Spanish, Notice::Code, code, "ana@example.com");
    assert!(compose(&composition(&wiped, &desk, &words, Reader::Client, vec![])).is_err());
    let lost = about_ticket(Language::Spanish, Notice::Reply, "ana@example.com");
    assert!(compose(&composition(&lost, &desk, &words, Reader::Client, vec![])).is_err());
}

#[test]
fn the_largest_letter_still_fits_a_mail_server() {
    let (desk, words) = (desk(), Words::new(Language::Spanish));
    let letter = about_ticket(Language::Spanish, Notice::Assigned, "ana@example.com");
    let mebibyte = vec![0xA5; 1_048_576];
    let mut texts = vec![message(&"=&".repeat(128 * 1_024)), message(&"ñ".repeat(128 * 1_024))];
    // Files of different sizes, so that each has a hash of its own here.
    let bytes: Vec<_> = (0..9).map(|index| mebibyte[index..].to_vec()).collect();
    texts[0].attachments = bytes.iter().enumerate().map(|(index, bytes)| file(&format!("1.{index}"), "a.pdf", bytes)).collect();
    let files: Vec<_> = texts[0].attachments.clone();
    let files: Vec<_> = files.iter().zip(bytes.iter().map(Vec::as_slice)).collect();
    let earlier = vec![message(&"<".repeat(60 * 1_024)); 60];
    let ticket = TicketFacts { texts, earlier, ..ticket() };
    let frozen = compose(&composition(&letter, &desk, &words, Reader::Agent, vec![ticket])).unwrap();
    let message = rendered(&frozen, &files);
    assert!((5_000_000..10_240_000).contains(&message.len()), "{}", message.len());
    let read = MessageParser::default().parse(&message).unwrap();
    let text = read.body_text(0).unwrap();
    assert!(text.contains("taquilla adjunto 856444 1.8 --mail"), "the last file is named");
    assert!(text.contains("Antes hay otros 58 textos"), "the oldest texts are counted");
}

#[test]
fn an_attachment_that_changed_is_not_sent() {
    let (desk, words) = (desk(), Words::new(Language::Spanish));
    let letter = about_ticket(Language::Spanish, Notice::Reply, "ana@example.com");
    let mut text = reply("Aquí lo tiene.");
    text.attachments = vec![file("1.1", "a.pdf", b"uno")];
    let ticket = TicketFacts { texts: vec![text], ..ticket() };
    let frozen = compose(&composition(&letter, &desk, &words, Reader::Client, vec![ticket])).unwrap();
    assert!(frozen.render(&mut |_| Ok(b"otro".to_vec())).is_err());
}

#[test]
fn a_clock_that_is_mad_composes_too() {
    let (desk, words) = (desk(), Words::new(Language::English));
    for now in [Timestamp::MIN, Timestamp::MAX] {
        let letter = letter(Language::English, Notice::Test, Matter::Test, "ana@example.com");
        let mut composition = composition(&letter, &desk, &words, Reader::Stranger, vec![]);
        composition.now = now;
        assert!(compose(&composition).is_ok());
    }
}
