//! What a letter says only now and then, and texts that were written to break it.

use super::facts::*;
use crate::domain::entry::EntryId;
use crate::domain::language::Language;
use crate::domain::letter::Matter;
use crate::domain::notice::Notice;
use crate::domain::status::Status;
use crate::domain::text::LONGEST_MESSAGE;
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Span;
use crate::i18n::Words;
use crate::mail::{DeskFace, Draft, TicketFacts, compose, draft};
use mail_parser::{MessageParser, MimeHeaders};

fn drafted(language: Language, desk: &DeskFace, notice: Notice, reader: Reader, ticket: TicketFacts) -> Draft {
    let (letter, words) = (about_ticket(language, notice, "ana@example.com"), Words::new(language));
    let draft = draft(&composition(&letter, desk, &words, reader, vec![ticket])).unwrap();
    assert!(!draft.text.contains("letter-"), "{}", draft.text);
    draft
}

fn spanish(desk: &DeskFace, notice: Notice, reader: Reader, ticket: TicketFacts) -> String {
    drafted(Language::English, desk, notice, reader, ticket.clone());
    drafted(Language::Spanish, desk, notice, reader, ticket).text
}

#[test]
fn the_foot_says_whether_an_answer_is_read() {
    let takes_mail = DeskFace { reply_to: Some(address("tickets@example.org")), ..desk() };
    assert!(spanish(&takes_mail, Notice::Reply, Reader::Client, ticket()).contains("También puede contestar a este correo"));
    assert!(spanish(&takes_mail, Notice::Message, Reader::Agent, ticket()).contains("También puede contestar a este correo"));
    let nobody = DeskFace { contact: None, ..desk() };
    assert!(spanish(&nobody, Notice::Reply, Reader::Client, ticket()).contains("no lo leerá nadie"));
    let words = Words::new(Language::Spanish);
    for (desk, expected) in [(takes_mail, Some("tickets@example.org")), (desk(), Some("contacto@example.org")), (nobody, None)] {
        let letter = about_ticket(Language::Spanish, Notice::Reply, "ana@example.com");
        let message = message_of(&composition(&letter, &desk, &words, Reader::Client, vec![ticket()]));
        let read = MessageParser::default().parse(&message).unwrap();
        assert_eq!(read.reply_to().and_then(|to| to.first()).and_then(|to| to.address()), expected);
    }
}

#[test]
fn a_client_who_closes_or_reopens_is_told_of_by_name() {
    let by_client = || TicketFacts { actor_name: Some("Ana López".into()), by_client: true, ..ticket() };
    let closed = spanish(&desk(), Notice::Closed, Reader::Agent, by_client());
    assert!(closed.contains("Ana López (ana-lopez) ha cerrado su ticket 856444."), "{closed}");
    let reopened = spanish(&desk(), Notice::Reopened, Reader::Agent, by_client());
    assert!(reopened.contains("Ana López (ana-lopez) ha reabierto su ticket 856444."), "{reopened}");
}

#[test]
fn a_time_that_is_over_is_promised_to_nobody() {
    let late = || TicketFacts { due_at: Some(now()), texts: vec![message("Hola")], ..ticket() };
    for notice in [Notice::Opened, Notice::Reopened] {
        let client = spanish(&desk(), notice, Reader::Client, late());
        assert!(client.contains("Le responderemos lo antes posible.") && !client.contains("más tardar"), "{client}");
        let staff = spanish(&desk(), notice, Reader::Secretary, late());
        assert!(staff.contains("Fuera de plazo desde:") && !staff.contains("Plazo de respuesta"), "{staff}");
    }
    let in_time = TicketFacts { due_at: Some(now().plus(Span::hours(1))), ..ticket() };
    assert!(spanish(&desk(), Notice::Reopened, Reader::Client, in_time).contains("a más tardar"));
}

#[test]
fn what_a_reader_is_shown_they_may_do() {
    let closed = |reopen_until| TicketFacts { status: Status::Closed, reopen_until, due_at: None, ..ticket() };
    let until = Some(now().plus(Span::days(3)));
    let open = spanish(&desk(), Notice::Reply, Reader::Client, closed(until));
    assert!(open.contains("se reabrirá; puede hacerlo hasta") && open.contains("taquilla responder 856444"), "{open}");
    let over = spanish(&desk(), Notice::Reply, Reader::Client, closed(None));
    assert!(over.contains("taquilla abrir --follow-up 856444") && !over.contains("taquilla responder"), "{over}");
    let reopened = spanish(&desk(), Notice::Closed, Reader::Client, ticket());
    assert!(reopened.contains("taquilla ver 856444") && !reopened.contains("--follow-up"), "{reopened}");
    let takes_mail = DeskFace { reply_to: Some(address("tickets@example.org")), ..desk() };
    for (notice, ticket) in [(Notice::Reply, ticket()), (Notice::Reply, closed(until)), (Notice::Closed, closed(until))] {
        let read = spanish(&takes_mail, notice, Reader::Suspended, ticket);
        assert!(read.contains("taquilla ver 856444"), "{read}");
        for refused in ["responder", "reabrir", "abrir", "contestar a este correo"] {
            assert!(!read.contains(refused), "{refused}: {read}");
        }
    }
}

#[test]
fn a_file_that_was_asked_for_alone_comes_alone() {
    let mut letter = about_ticket(Language::Spanish, Notice::Copy, "ana@example.com");
    letter.matter = Matter::Ticket { ticket: TicketSeq(1), entries: vec![EntryId(1)], file: Some(1) };
    let mut text = reply("Palabras que nadie pidió");
    text.attachments = vec![file("1.2", "b.pdf", b"xx")];
    let (desk, words) = (desk(), Words::new(Language::Spanish));
    for reader in [Reader::Client, Reader::Agent] {
        let ticket = TicketFacts { texts: vec![text.clone()], ..ticket() };
        let draft = draft(&composition(&letter, &desk, &words, reader, vec![ticket])).unwrap();
        assert!(
            draft.text.contains("el archivo «b.pdf» del ticket 856444") && !draft.text.contains("nadie pidió"),
            "{}",
            draft.text
        );
        assert_eq!(draft.attachments.len(), 1);
    }
}

#[test]
fn many_files_that_do_not_fit_are_named_and_then_counted() {
    for (count, expected) in [(131, "Hay otro archivo más"), (133, "Hay otros 3 archivos más")] {
        let mut text = reply("Todo.");
        text.attachments = (0..count).map(|index| file(&format!("1.{index}"), &format!("{index}.pdf"), b"x")).collect();
        let said = spanish(&desk(), Notice::Reply, Reader::Client, TicketFacts { texts: vec![text], ..ticket() });
        assert!(said.contains("Estos archivos no caben en el correo."), "{said}");
        assert!(said.contains("taquilla adjunto 856444 1.100 --mail"), "{said}");
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn a_text_that_is_too_long_is_cut_and_says_so() {
    let texts = vec![reply(&"línea\n".repeat(100_000)), reply("Otra.")];
    let said = spanish(&desk(), Notice::Reply, Reader::Client, TicketFacts { texts, ..ticket() });
    assert!(said.len() < 600 * 1_024 && said.contains("El texto sigue; está completo en el ticket."));
}

#[test]
fn a_summary_of_very_many_tickets_counts_the_last_ones() {
    let (desk, words) = (desk(), Words::new(Language::Spanish));
    let matter = Matter::Summary { tickets: vec![(TicketSeq(1), Vec::new()); 203] };
    let letter = letter(Language::Spanish, Notice::Assigned, matter, "ana@example.com");
    let draft = draft(&composition(&letter, &desk, &words, Reader::Agent, vec![ticket(); 200])).unwrap();
    assert_eq!(draft.text.matches("#856444").count(), 200);
    assert!(draft.text.contains("… y 3 más."), "{}", draft.text);
    assert_eq!(draft.subject, "Tickets asignados a usted: 203");
}

#[test]
fn a_summary_has_room_for_so_much_and_cuts_the_rest() {
    let (desk, words) = (desk(), Words::new(Language::Spanish));
    let many: Vec<_> = (0..200)
        .map(|place| TicketFacts { texts: vec![note(&format!("{place} {}", "x".repeat(100_000)))], ..ticket() })
        .collect();
    let alike = vec![TicketFacts { texts: vec![note("Igual para todos.")], ..ticket() }; 200];
    let matter = Matter::Summary { tickets: vec![(TicketSeq(1), Vec::new()); 200] };
    let letter = letter(Language::Spanish, Notice::Assigned, matter, "ana@example.com");
    let said = |tickets| draft(&composition(&letter, &desk, &words, Reader::Agent, tickets)).unwrap().text;
    let cut = said(many);
    assert!(cut.len() < 700 * 1_024, "{}", cut.len());
    assert_eq!(cut.matches("El texto sigue; está completo en el ticket.").count(), 195);
    assert_eq!(said(alike).matches("Igual para todos.").count(), 1);
}

#[test]
fn no_text_makes_a_letter_that_is_out_of_all_proportion() {
    let (desk, words) = (desk(), Words::new(Language::Spanish));
    for piece in [
        "[",
        "![",
        "](",
        "`",
        "*a_",
        "<",
        ">",
        "> ",
        "- ",
        "\n\n  - a",
        "&",
        "<b ",
        "~~",
        "1. ",
        "|",
        "\\",
        "#",
        "=\n",
        "[a]: b\n",
    ] {
        let letter = about_ticket(Language::Spanish, Notice::Reply, "ana@example.com");
        let body = piece.repeat(LONGEST_MESSAGE / piece.len());
        let ticket = TicketFacts { texts: vec![reply(&body)], ..ticket() };
        let composition = composition(&letter, &desk, &words, Reader::Client, vec![ticket]);
        let message = rendered(&compose(&composition).unwrap(), &[]);
        assert!(message.len() < 8_000_000, "{piece:?}: {}", message.len());
    }
}

#[test]
fn a_name_that_looks_like_an_encoded_word_arrives_as_it_was() {
    let (desk, words) = (desk(), Words::new(Language::Spanish));
    let letter = about_ticket(Language::Spanish, Notice::Reply, "ana@example.com");
    let attached = file("4.1", "=?utf-8?Q?factura?=.pdf", b"x");
    let mut text = reply("Ahí va.");
    text.attachments = vec![attached.clone()];
    let ticket = TicketFacts { texts: vec![text], ..ticket() };
    let frozen = compose(&composition(&letter, &desk, &words, Reader::Client, vec![ticket])).unwrap();
    let message = rendered(&frozen, &[(&attached, b"x")]);
    assert!(!String::from_utf8_lossy(&message).contains("\"=?"), "no mail program takes it for an encoded word");
    let read = MessageParser::default().parse(&message).unwrap();
    assert_eq!(read.attachment(0).unwrap().attachment_name(), Some("=?utf-8?Q?factura?=.pdf"));
}
