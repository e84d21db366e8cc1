//! Every letter in both languages as people read it, held against `es.txt` and `en.txt`; and two whole messages.
//!
//! After a wanted change, run with `TAQUILLA_BLESS=1`, read the difference as the person who gets it, and commit it.

use std::path::Path;

use super::facts::*;
use crate::domain::account::AccountId;
use crate::domain::code::CodeKind;
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterId, Matter};
use crate::domain::notice::Notice;
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::{TicketNumber, TicketSeq};
use crate::domain::time::Span;
use crate::i18n::Words;
use crate::mail::{AttachmentFacts, TextFacts, TicketFacts, compose, draft};

/// A letter to look at: what it is, who reads it, the letter, its tickets.
type Sample = (&'static str, Reader, Letter, Vec<TicketFacts>);

fn about(language: Language, name: &'static str, reader: Reader, notice: Notice, ticket: TicketFacts) -> Sample {
    (name, reader, about_ticket(language, notice, "ana@example.com"), vec![ticket])
}

fn assigned_ticket(texts: Vec<TextFacts>) -> TicketFacts {
    TicketFacts {
        status: Status::Pending,
        assignee_name: Some("Marta Ruiz".into()),
        actor_name: Some("Laura Gil".into()),
        texts,
        ..ticket()
    }
}

fn with_files(mut text: TextFacts, files: Vec<AttachmentFacts>) -> TextFacts {
    text.attachments = files;
    text
}

fn question() -> TextFacts {
    let text = message("Buenos días:\n\n¿Puedo cambiar el **título** del capítulo 2?\n\n- hoy\n- o mañana");
    with_files(text, vec![file("1.1", "informe nº 3.pdf", &[b'x'; 1_234])])
}

fn about_tickets(language: Language) -> Vec<Sample> {
    use Notice::*;
    use Reader::*;
    let sample = |name, reader, notice, ticket| about(language, name, reader, notice, ticket);
    let by = |name: &str, ticket: TicketFacts| {
        let by_client = name == ticket.client_name;
        TicketFacts { actor_name: Some(name.to_owned()), by_client, ..ticket }
    };
    let standing_in = |name, notice, ticket| {
        let (name, reader, mut letter, tickets) = about(language, name, Substitute, notice, ticket);
        letter.instead_of = Some(AccountId(2));
        (name, reader, letter, tickets)
    };
    let answered =
        || TicketFacts { status: Status::Answered, due_at: None, ..assigned_ticket(vec![reply("Sí, puede cambiarlo.")]) };
    let closed = |texts| TicketFacts { status: Status::Closed, due_at: None, ..assigned_ticket(texts) };
    let merged = |numbers: &[&str]| TicketFacts { merged: numbers.iter().map(|&number| number.to_owned()).collect(), ..ticket() };
    let away =
        |numbers: &[&str]| TicketFacts { goes_on_unseen: true, status: Status::Closed, ..by("Laura Gil", merged(numbers)) };
    let waiting = || assigned_ticket(vec![question()]);
    let late = || TicketFacts { due_at: Some(now()), ..waiting() };
    let large = with_files(reply("Le mando el borrador."), vec![file("4.1", "borrador.pdf", &vec![b'x'; 7_340_033])]);
    vec![
        sample("opened", Client, Opened, by("Ana López", TicketFacts { texts: vec![question()], ..ticket() })),
        sample("opened, unassigned", Secretary, Opened, TicketFacts { texts: vec![question()], ..ticket() }),
        sample(
            "opened by staff",
            Client,
            Opened,
            TicketFacts { texts: vec![message("Llamó por teléfono.")], ..by("Laura Gil", ticket()) },
        ),
        sample(
            "opened by staff, assigned",
            Agent,
            Opened,
            TicketFacts { follows: Some("123456".into()), priority: Priority::High, ..assigned_ticket(vec![question()]) },
        ),
        sample("opened, assigned to somebody else", Secretary, Opened, assigned_ticket(vec![question()])),
        sample(
            "opened by its client, assigned to somebody else",
            Secretary,
            Opened,
            by("Ana López", assigned_ticket(vec![question()])),
        ),
        sample(
            "assigned",
            Agent,
            Assigned,
            TicketFacts {
                earlier: vec![question(), reply("Un momento."), message("Gracias.")],
                ..assigned_ticket(vec![note("Urge, por favor.")])
            },
        ),
        sample("message", Agent, Message, assigned_ticket(vec![message("¿Hay novedades?")])),
        sample("message, unassigned", Secretary, Message, TicketFacts { texts: vec![message("¿Hay novedades?")], ..ticket() }),
        sample(
            "reminded",
            Agent,
            Reminded,
            by(
                "Ana López",
                TicketFacts { due_at: Some(now().minus(Span::hours(3))), ..assigned_ticket(vec![message("¿Hay novedades?")]) },
            ),
        ),
        sample(
            "reminded, unassigned",
            Secretary,
            Reminded,
            by("Ana López", TicketFacts { due_at: Some(now().minus(Span::hours(3))), ..ticket() }),
        ),
        sample("reply", Client, Reply, by("Marta Ruiz", answered())),
        sample(
            "reply with a file that no letter carries",
            Client,
            Reply,
            by("Marta Ruiz", TicketFacts { texts: vec![large], ..answered() }),
        ),
        sample("note", Agent, Note, assigned_ticket(vec![note("¿La conoce usted?")])),
        sample(
            "closed",
            Client,
            Closed,
            TicketFacts { reopen_until: Some(now().plus(Span::days(14))), ..closed(vec![reply("Listo.")]) },
        ),
        sample("closed, no window", Client, Closed, closed(vec![])),
        sample("closed", Agent, Closed, closed(vec![note("Resuelto por teléfono.")])),
        sample("reopened", Client, Reopened, assigned_ticket(vec![])),
        sample(
            "reopened",
            Secretary,
            Reopened,
            TicketFacts { assignee_name: None, ..by("Ana López", assigned_ticket(vec![message("Me queda una duda.")])) },
        ),
        sample(
            "released",
            Secretary,
            Released,
            by("Marta Ruiz", TicketFacts { reason: Some("Estaré de baja.".into()), ..ticket() }),
        ),
        sample("released", Agent, Released, by("Laura Gil", ticket())),
        sample(
            "task",
            Secretary,
            Task,
            by("Marta Ruiz", TicketFacts { reason: Some("Hoy vence la matrícula y no responde.".into()), ..ticket() }),
        ),
        sample("merged", Client, Merged, by("Laura Gil", merged(&["100200", "100300"]))),
        sample("merged, of two", Client, Merged, by("Laura Gil", TicketFacts { due_at: None, ..merged(&["100200"]) })),
        sample(
            "merged",
            Agent,
            Merged,
            TicketFacts {
                earlier: vec![question(), note("Es la misma duda.")],
                ..by("Laura Gil", TicketFacts { assignee_name: Some("Marta Ruiz".into()), ..merged(&["100200"]) })
            },
        ),
        sample("merged", Secretary, Merged, by("Laura Gil", merged(&["100200", "100300"]))),
        sample("merged, into what they do not see", Agent, Merged, away(&["856444"])),
        sample("merged, two into what they do not see", Agent, Merged, away(&["856444", "100300"])),
        sample("another notice", Agent, Task, assigned_ticket(vec![])),
        sample("warning", Agent, Warning, waiting()),
        sample("warning, unassigned", Secretary, Warning, TicketFacts { assignee_name: None, ..waiting() }),
        standing_in("warning", Warning, waiting()),
        sample("overdue", Agent, Overdue, late()),
        sample("overdue, assigned to somebody else", Secretary, Overdue, late()),
        sample("overdue, unassigned", Secretary, Overdue, TicketFacts { assignee_name: None, ..late() }),
        standing_in("assigned", Assigned, assigned_ticket(vec![question()])),
        standing_in("message", Message, assigned_ticket(vec![message("¿Hay novedades?")])),
        standing_in("closed", Closed, closed(vec![])),
    ]
}

fn about_accounts(language: Language) -> Vec<Sample> {
    use Reader::*;
    let code = |name, reader, kind, notice| {
        let matter = Matter::Code { kind, code: Some("K7QF-2M9X".into()), ticket: None, by_staff: false };
        let mut letter = letter(language, notice, matter, "ana@example.com");
        letter.expires_at = Some(now().plus(Span::hours(24)));
        (name, reader, letter, vec![ticket()])
    };
    let by_staff = |name, kind| {
        let (name, reader, mut letter, tickets) = code(name, Client, kind, Notice::Code);
        letter.matter = Matter::Code { kind, code: Some("K7QF-2M9X".into()), ticket: None, by_staff: true };
        (name, reader, letter, tickets)
    };
    let plain = |name, reader, notice, matter| (name, reader, letter(language, notice, matter, "ana@example.com"), vec![]);
    let reason = || Some("Insultos a un docente".to_owned());
    vec![
        code("code to register", Stranger, CodeKind::Register, Notice::Code),
        code("code of an invitation", Client, CodeKind::Invite, Notice::Invited),
        code("code to reset", Client, CodeKind::Reset, Notice::Code),
        by_staff("code to reset, begun by staff", CodeKind::Reset),
        code("code to see the state", Client, CodeKind::Status, Notice::Code),
        code("code for a new address", Client, CodeKind::NewAddress, Notice::Code),
        plain("address taken", Client, Notice::Code, Matter::AddressTaken),
        plain("address unknown", Stranger, Notice::Code, Matter::AddressUnknown),
        plain("address changed", Client, Notice::Code, Matter::AddressChanged { to: address("ana.lopez@example.com") }),
        plain("welcome", Client, Notice::Welcome, Matter::Welcome),
        plain("suspended", Client, Notice::Suspended, Matter::Standing { reason: reason() }),
        plain("reinstated", Client, Notice::Reinstated, Matter::Standing { reason: None }),
        plain("test", Stranger, Notice::Test, Matter::Test),
        plain("a letter that was given up", Secretary, Notice::Bounced, Matter::Bounced { letter: LetterId([5; 16]) }),
    ]
}

fn summaries(language: Language) -> Vec<Sample> {
    use Reader::*;
    let three = |actor: &str| -> Vec<TicketFacts> {
        ["856444", "100200", "HIST-2019/17"]
            .map(|number| TicketFacts {
                number: TicketNumber::parse(number).unwrap(),
                actor_name: Some(actor.to_owned()),
                ..ticket()
            })
            .into()
    };
    let summary = |name, reader, notice| {
        let matter = Matter::Summary { tickets: [1, 2, 3].map(|seq| (TicketSeq(seq), Vec::new())).into() };
        // What an agent is told of is theirs, unless it was taken from them.
        let has_them = reader == Agent && notice != Notice::Released;
        let assignee_name = has_them.then(|| "Marta Ruiz".to_owned());
        let tickets = three("Laura Gil").into_iter().map(|ticket| TicketFacts { assignee_name: assignee_name.clone(), ..ticket });
        (name, reader, letter(language, notice, matter, "ana@example.com"), tickets.collect::<Vec<_>>())
    };
    let standing_in = |name, notice| {
        let (name, reader, mut letter, tickets) = summary(name, Substitute, notice);
        letter.instead_of = Some(AccountId(2));
        (name, reader, letter, tickets)
    };
    let saying = |name, reader, notice, each: &dyn Fn(TicketFacts) -> TicketFacts| {
        let (name, reader, letter, tickets) = summary(name, reader, notice);
        (name, reader, letter, tickets.into_iter().map(each).collect())
    };
    vec![
        saying("summary of assigned, with a note", Agent, Notice::Assigned, &|ticket| TicketFacts {
            texts: vec![note("Urge, por favor.")],
            ..ticket
        }),
        saying("summary of assigned, with notes of their own", Agent, Notice::Assigned, &|ticket| TicketFacts {
            texts: match ticket.number.as_str() {
                "856444" => Vec::new(),
                number => vec![note(&format!("Sobre el {number}."))],
            },
            ..ticket
        }),
        saying("summary of closed, with words and a window", Client, Notice::Closed, &|ticket| TicketFacts {
            texts: vec![reply("Resueltas todas.")],
            reopen_until: Some(now().plus(Span::days(14))),
            ..ticket
        }),
        saying("summary of released, with a reason", Secretary, Notice::Released, &|ticket| TicketFacts {
            reason: Some("Estaré de baja.".into()),
            ..ticket
        }),
        summary("summary of assigned", Agent, Notice::Assigned),
        summary("summary of closed", Client, Notice::Closed),
        summary("summary of closed", Agent, Notice::Closed),
        summary("summary of reopened", Client, Notice::Reopened),
        summary("summary of reopened", Agent, Notice::Reopened),
        summary("summary of released", Secretary, Notice::Released),
        summary("summary of released", Agent, Notice::Released),
        standing_in("summary of reopened", Notice::Reopened),
        standing_in("summary of closed", Notice::Closed),
        summary("summary of others", Agent, Notice::Merged),
        summary("summary of warnings", Agent, Notice::Warning),
        summary("summary of warnings", Secretary, Notice::Warning),
        saying("summary of overdue", Agent, Notice::Overdue, &|ticket| TicketFacts { due_at: Some(now()), ..ticket }),
        saying("summary of overdue and warnings", Secretary, Notice::Overdue, &|ticket| TicketFacts {
            due_at: Some(if ticket.number.as_str() == "100200" { now().plus(Span::hours(24)) } else { now() }),
            ..ticket
        }),
    ]
}

fn every(language: Language) -> Vec<Sample> {
    [about_tickets(language), about_accounts(language), summaries(language)].concat()
}

#[expect(clippy::disallowed_methods, reason = "whoever runs the tests asks for new samples")]
fn check(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/mail/tests").join(name);
    if std::env::var_os("TAQUILLA_BLESS").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let at = found.lines().zip(expected.lines()).position(|(found, expected)| found != expected);
    let at = at.unwrap_or_else(|| found.lines().count().min(expected.lines().count()));
    let around = |text: &str| text.lines().skip(at.saturating_sub(3)).take(8).collect::<Vec<_>>().join("\n");
    assert!(found == expected, "{name}, line {}:\n{}\n--- instead of ---\n{}", at + 1, around(found), around(&expected));
}

/// Every letter of a language, one under the other.
fn book(language: Language) -> String {
    let (desk, words) = (desk(), Words::new(language));
    let mut book = String::new();
    for (name, reader, letter, tickets) in every(language) {
        let draft = draft(&composition(&letter, &desk, &words, reader, tickets)).unwrap();
        book.push_str(&format!("════ {name} → {reader:?}\n{}\n\n{}\n", draft.subject, draft.text));
    }
    book
}

#[test]
fn every_letter_in_spanish() {
    check("es.txt", &book(Language::Spanish));
}

#[test]
fn every_letter_in_english() {
    check("en.txt", &book(Language::English));
}

#[test]
fn no_letter_leaves_a_hole() {
    for language in Language::ALL {
        let book = book(language);
        for hole in ["letter-", "{", "}", "$", "\n\n\n\n"] {
            assert!(!book.contains(hole), "{hole:?} in {language:?}");
        }
    }
}

#[test]
fn a_whole_message() {
    let (desk, words) = (desk(), Words::new(Language::Spanish));
    let letter = about_ticket(Language::Spanish, Notice::Reply, "ana@example.com");
    let pdf = b"%PDF-1.7 no es de verdad, pero basta para ver en una carta entera c\xc3\xb3mo viaja un archivo\n";
    let attached = file("4.1", "informe nº 3.pdf", pdf);
    let answered = TicketFacts {
        actor_name: Some("Marta Ruiz".into()),
        ..assigned_ticket(vec![with_files(reply("Sí, puede *cambiarlo*."), vec![attached.clone()])])
    };
    let frozen = compose(&composition(&letter, &desk, &words, Reader::Client, vec![answered])).unwrap();
    let message = String::from_utf8(rendered(&frozen, &[(&attached, pdf)])).unwrap();
    assert!(message.split("\r\n").all(|line| !line.contains(['\r', '\n'])));
    check("reply.eml", &message.replace("\r\n", "\n"));
}

#[test]
fn a_whole_message_with_a_code() {
    let (desk, words) = (desk(), Words::new(Language::English));
    let matter = Matter::Code { kind: CodeKind::Reset, code: Some("K7QF-2M9X".into()), ticket: None, by_staff: false };
    let letter = letter(Language::English, Notice::Code, matter, "o'neill|x@example.com");
    let message = String::from_utf8(message_of(&composition(&letter, &desk, &words, Reader::Client, vec![]))).unwrap();
    check("code.eml", &message.replace("\r\n", "\n"));
}
