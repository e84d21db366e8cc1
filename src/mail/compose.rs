//! From facts to a frozen letter: the text, the HTML, the headers, and the frame around them.
//!
//! What a mail program sees of a letter is decided here once: its date, its id and the boundaries of its parts follow from the
//! letter and the desk's secret, so that a second attempt sends the same bytes.

use lettre::message::header::{Headers, MIME_VERSION_1_0};
use lettre::message::{MultiPart, SinglePart};

use super::clean::one_line;
use super::facts::{AttachmentFacts, Composition};
use super::files::{self, Choice, MOST_ATTACHED_BYTES};
use super::frozen::Frozen;
use super::html::{self, Frame};
use super::sheet::{self, Block};
use super::writer::missing;
use super::{Envelope, MailError, accounts, headers, summary, thread_id, tickets};
use crate::domain::account::EmailAddress;
use crate::domain::letter::Matter;
use crate::domain::notice::Notice;
use crate::domain::ticket::TicketNumber;

/// The most characters of a subject: the longest that a ticket may have, with its number.
const LONGEST_SUBJECT: usize = 260;
/// What the headers, the delimiters and the names of files that were left out may take.
const FRAME_BYTES: u64 = 96 * 1024;

/// What a letter says, before it is made a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The subject.
    pub subject: String,
    /// The plain text; lines end with `\n`.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// The files that travel with it.
    pub attachments: Vec<AttachmentFacts>,
}

/// Composes a letter once and for all.
///
/// # Errors
/// `Permanent` when a fact is missing that the letter cannot do without, as a code that was wiped, and for what its recipient must
/// not be told.
pub fn compose(composition: &Composition<'_>) -> Result<Frozen, MailError> {
    let draft = draft(composition)?;
    let desk = composition.desk;
    let envelope = Envelope { from: desk.from.1.clone(), to: composition.letter.to.clone() };
    let derive = |purpose| thread_id::derive(&desk.secret, purpose, composition.letter.id);
    let alternative = MultiPart::alternative()
        .boundary(format!("a_{}", derive("alternative")))
        .singlepart(SinglePart::plain(draft.text.clone()))
        .singlepart(SinglePart::html(draft.html));
    let headers = message_headers(composition, &draft.subject).to_string().into_bytes();
    if draft.attachments.is_empty() {
        let frozen = Frozen::whole(envelope, [headers, alternative.formatted()].concat());
        return Ok(frozen.with_shown(&draft.subject, &draft.text));
    }
    let boundary = format!("m_{}", derive("mixed"));
    let mixed = MultiPart::mixed().boundary(boundary.clone()).multipart(alternative).formatted();
    let closing = format!("--{boundary}--\r\n");
    let open = mixed.strip_suffix(closing.as_bytes()).ok_or_else(|| missing("its frame does not close"))?;
    let attachments: Vec<_> = draft.attachments.iter().collect();
    let frozen = Frozen::with_files(envelope, [headers.as_slice(), open].concat(), &boundary, &attachments);
    Ok(frozen.with_shown(&draft.subject, &draft.text))
}

/// What the letter says: for showing it before it leaves, with the code masked by whoever asks.
///
/// # Errors
/// As [`compose`].
pub fn draft(composition: &Composition<'_>) -> Result<Draft, MailError> {
    let draft = draft_within(composition, MOST_ATTACHED_BYTES)?;
    // Quoted-printable takes at most three bytes for one, and ends its lines.
    let written = (draft.text.len() + draft.html.len()) as u64 * 13 / 4 + FRAME_BYTES;
    let attached: u64 = draft.attachments.iter().map(|file| file.file.size).sum();
    let room = files::room_beside(written);
    if attached <= room { Ok(draft) } else { draft_within(composition, room) }
}

fn draft_within(composition: &Composition<'_>, most_bytes: u64) -> Result<Draft, MailError> {
    let (subject, blocks, files) = match &composition.letter.matter {
        Matter::Ticket { .. } => {
            let choice = files::choose(tickets::files(composition), most_bytes);
            let blocks = tickets::write(composition, &choice.left)?;
            (ticket_subject(composition)?, blocks, choice)
        }
        Matter::Summary { .. } => (summary::subject(composition), summary::write(composition)?, Choice::default()),
        _ => (accounts::subject(composition)?, accounts::write(composition)?, Choice::default()),
    };
    let subject = one_line(&subject, LONGEST_SUBJECT);
    Ok(Draft {
        text: sheet::to_text(&blocks),
        html: page(composition, &subject, &blocks),
        subject,
        attachments: files.sent.into_iter().cloned().collect(),
    })
}

fn page(composition: &Composition<'_>, subject: &str, blocks: &[Block]) -> String {
    let desk_name = super::writer::line(&composition.desk.name);
    let frame =
        Frame { language: composition.words.language(), subject, desk_name: &desk_name, colour: &composition.desk.colour };
    html::to_html(&frame, blocks)
}

/// The subject of every letter about a ticket: the same all its life but for `Re:`, or Gmail takes it for another matter.
fn ticket_subject(composition: &Composition<'_>) -> Result<String, MailError> {
    let ticket = composition.tickets.first().ok_or_else(|| missing("no ticket"))?;
    let begins = matches!(composition.letter.notice, Notice::Opened | Notice::Assigned);
    let answer = if begins { "" } else { "Re: " };
    Ok(format!("{answer}[#{}] {}", ticket.number, one_line(&ticket.subject, 200)))
}

fn message_headers(composition: &Composition<'_>, subject: &str) -> Headers {
    let (desk, letter) = (composition.desk, composition.letter);
    let (from_name, from) = &desk.from;
    let domain = domain_of(from);
    let mut message = Headers::new();
    let date = composition.now.to_utc().format("%a, %d %b %Y %H:%M:%S +0000").to_string();
    message.insert_raw(headers::own("Date", &date));
    message.insert_raw(headers::mailbox("From", Some(from_name.as_deref().unwrap_or(&desk.name)), from));
    message.insert_raw(headers::mailbox("To", composition.recipient_name.as_deref(), &letter.to));
    if let Some(answers) = answers_to(composition) {
        message.insert_raw(headers::mailbox("Reply-To", None, answers));
    }
    message.insert_raw(headers::free_text("Subject", subject));
    let ticket = threaded_ticket(composition);
    let id = thread_id::message_id(&desk.secret, ticket, &letter.to, letter.id, domain);
    message.insert_raw(headers::own("Message-ID", &id));
    if let Some(ticket) = ticket {
        let anchor = thread_id::anchor(&desk.secret, ticket, &letter.to);
        message.insert_raw(headers::own("In-Reply-To", &anchor));
        message.insert_raw(headers::own("References", &anchor));
    }
    // RFC 3834, and what Exchange heeds instead: no holiday notes in answer to a program.
    message.insert_raw(headers::own("Auto-Submitted", "auto-generated"));
    message.insert_raw(headers::own("X-Auto-Response-Suppress", "All"));
    message.insert_raw(headers::own("Content-Language", composition.words.language().code()));
    message.set(MIME_VERSION_1_0);
    message
}

/// Where an answer goes: into the ticket if the desk takes mail in, else to whoever helps.
fn answers_to<'a>(composition: &'a Composition<'_>) -> Option<&'a EmailAddress> {
    let desk = composition.desk;
    match composition.letter.matter {
        Matter::Ticket { .. } => desk.reply_to.as_ref().or(desk.contact.as_ref()),
        _ => desk.contact.as_ref(),
    }
}

/// The ticket in whose thread the letter stands. A code for looking at a ticket stands alone: an answer to it is for nobody.
fn threaded_ticket<'a>(composition: &'a Composition<'_>) -> Option<&'a TicketNumber> {
    match composition.letter.matter {
        Matter::Ticket { .. } => composition.tickets.first().map(|ticket| &ticket.number),
        _ => None,
    }
}

fn domain_of(address: &EmailAddress) -> &str {
    address.as_str().rsplit_once('@').map_or("localhost", |(_, domain)| domain)
}
