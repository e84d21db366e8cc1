//! What the letter says that tells one person of many tickets at once.

use super::MailError;
use super::facts::{Composition, TextFacts, TextKind, TicketFacts};
use super::sheet::Block;
use super::tickets::{self, MOST_CARRIED_BYTES};
use super::writer::{Writer, line, missing};
use crate::domain::entry::Attachment;
use crate::domain::notice::Notice;

/// How many tickets are named; the rest are counted.
const MOST_NAMED: usize = 200;

/// The subject of the letter.
pub(super) fn subject(composition: &Composition<'_>) -> String {
    let id = match composition.letter.notice {
        Notice::Assigned => "letter-summary-assigned-subject",
        Notice::Released => "letter-summary-released-subject",
        Notice::Closed => "letter-summary-closed-subject",
        Notice::Reopened => "letter-summary-reopened-subject",
        notice if is_about_time(notice) => {
            let are_over = composition.tickets.iter().all(|ticket| is_over(ticket, composition));
            if are_over { "letter-summary-overdue-subject" } else { "letter-summary-waiting-subject" }
        }
        _ => "letter-summary-news-subject",
    };
    composition.words.format(id, &[("count", composition.letter.tickets().len().into())])
}

/// The letter.
///
/// # Errors
/// `Permanent` when it would be about no ticket, and for what a client is never told.
pub(super) fn write(composition: &Composition<'_>) -> Result<Vec<Block>, MailError> {
    let first = composition.tickets.first().ok_or_else(|| missing("no tickets"))?;
    let is_staff = composition.recipient_is_staff;
    let notice = composition.letter.notice;
    if !is_staff && (is_about_time(notice) || matches!(notice, Notice::Note | Notice::Released | Notice::Assigned)) {
        return Err(missing("a client is not told of it"));
    }
    let mut writer = Writer::new(composition);
    let actor = first.actor_name.as_deref().map_or_else(|| writer.desk(), line);
    let id = match notice {
        Notice::Assigned => "letter-summary-assigned",
        // Whoever assigns tickets is told that somebody has to; whoever does not, that they had them.
        Notice::Released if !composition.recipient_sees_all => "letter-summary-released-agent",
        Notice::Released => "letter-summary-released",
        Notice::Closed if is_staff => "letter-summary-closed",
        Notice::Closed => "letter-summary-closed-client",
        Notice::Reopened if is_staff => "letter-summary-reopened",
        Notice::Reopened => "letter-summary-reopened-client",
        Notice::Warning | Notice::Overdue => "letter-summary-waiting",
        _ => "letter-summary-news",
    };
    writer.say(id, &[("actor", actor.into())]);
    if let (true, Some(reason)) = (is_staff, first.reason.as_deref()) {
        let field = writer.words("letter-field-reason", &[]);
        writer.blocks.push(Block::Fields(vec![(field, super::clean::one_line(reason, 1_000))]));
    }
    let line_of = |ticket: &TicketFacts| if is_about_time(notice) { due(&writer, ticket) } else { name(ticket, is_staff) };
    let named = composition.tickets.iter().take(MOST_NAMED).map(line_of).collect();
    writer.blocks.push(Block::List(named));
    let count = composition.letter.tickets().len();
    if let Some(more) = count.checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        writer.say("letter-summary-left-out", &[("count", more.into())]);
    }
    if !is_about_time(notice) {
        texts(&mut writer);
    }
    if notice == Notice::Closed && !is_staff && !composition.recipient_is_suspended {
        how_to_reopen(&mut writer);
    }
    if let Some((purpose, arguments)) = next_step(composition) {
        // What is overdue has a list of its own, with what the clients wrote.
        let is_overdue = notice == Notice::Overdue && composition.recipient_sees_all;
        writer.next(purpose, if is_overdue { "letter-verb-overdue" } else { "letter-verb-list" }, arguments);
    }
    Ok(writer.finish(false))
}

/// What the reader would look at next, if there is a list that shows them anything of it.
fn next_step(composition: &Composition<'_>) -> Option<(&'static str, &'static [&'static str])> {
    let is_agent = composition.recipient_is_staff && !composition.recipient_sees_all;
    let are_theirs = composition.tickets.iter().all(|ticket| ticket.is_readers);
    Some(match composition.letter.notice {
        // What others have who are away, a substitute sees as long as it is open, and not among their own.
        Notice::Closed if is_agent && !are_theirs => return None,
        Notice::Closed => ("letter-next-list", &["--status", "closed"]),
        Notice::Released if is_agent => ("letter-next-mine", &["--mine"]),
        Notice::Released => ("letter-next-list", &["--unassigned"]),
        Notice::Assigned => ("letter-next-list", &["--mine"]),
        Notice::Warning if !is_agent => ("letter-next-list", &["--unassigned"]),
        Notice::Overdue if !is_agent => ("letter-next-list", &[]),
        _ if is_agent && are_theirs => ("letter-next-list", &["--mine"]),
        _ => ("letter-next-list", &[]),
    })
}

/// What was said with it: once where it was said of all of them alike, else each under its ticket.
fn texts<'a>(writer: &mut Writer<'a>) {
    let composition = writer.composition;
    let said_of = |ticket: &'a TicketFacts| tickets::readable(&ticket.texts, composition);
    let told: Vec<&'a TicketFacts> = composition.tickets.iter().take(MOST_NAMED).collect();
    let are_alike = told.windows(2).all(|pair| said_of(pair[0]).map(what).eq(said_of(pair[1]).map(what)));
    let mut room = MOST_CARRIED_BYTES;
    for ticket in told.into_iter().take(if are_alike { 1 } else { MOST_NAMED }) {
        if !are_alike && said_of(ticket).next().is_some() {
            writer.blocks.push(Block::Heading(name(ticket, false)));
        }
        for text in said_of(ticket) {
            let head = writer.head_of(text);
            writer.writing(head, text, room);
            room = room.saturating_sub(text.body.len());
        }
    }
}

/// What makes texts in different tickets the same text to a reader.
fn what(text: &TextFacts) -> (TextKind, &str, &str, Vec<&Attachment>) {
    let files = text.attachments.iter().map(|attached| &attached.file).collect();
    (text.kind, &text.author_name, &text.body, files)
}

/// How a client takes one of them up again: until the first of them cannot be reopened any more, as all the others.
fn how_to_reopen(writer: &mut Writer<'_>) {
    let number = writer.words("letter-placeholder-number", &[]);
    match writer.composition.tickets.iter().filter_map(|ticket| ticket.reopen_until).min() {
        Some(until) => {
            let when = writer.when(until);
            writer.say("letter-summary-closed-window", &[("when", when.into())]);
            writer.command("letter-verb-reopen", &[&number]);
        }
        None => writer.next("letter-summary-closed-follow-up", "letter-verb-open", &["--follow-up", &number]),
    }
}

/// Whether a notice is about when an answer is due.
fn is_about_time(notice: Notice) -> bool {
    matches!(notice, Notice::Warning | Notice::Overdue)
}

fn is_over(ticket: &TicketFacts, composition: &Composition<'_>) -> bool {
    ticket.due_at.is_some_and(|due_at| due_at <= composition.now)
}

/// A ticket with the time by which its answer is or was due.
fn due(writer: &Writer<'_>, ticket: &TicketFacts) -> String {
    let Some(due_at) = ticket.due_at else { return name(ticket, true) };
    let id = if is_over(ticket, writer.composition) { "letter-summary-ticket-overdue" } else { "letter-summary-ticket-due" };
    let told = writer.words(id, &[("ticket", name(ticket, true).into()), ("when", writer.deadline(due_at).into())]);
    // Whose it is, is told to whoever does not have all of them.
    match &ticket.assignee_name {
        Some(_) if ticket.is_readers => told,
        Some(assignee) => {
            writer.words("letter-summary-ticket-of", &[("ticket", told.into()), ("assignee", line(assignee).into())])
        }
        None => writer.words("letter-summary-ticket-unassigned", &[("ticket", told.into())]),
    }
}

fn name(ticket: &TicketFacts, with_client: bool) -> String {
    let (number, subject) = (&ticket.number, line(&ticket.subject));
    if with_client {
        format!("#{number} {subject} — {} ({})", line(&ticket.client_name), line(&ticket.client_handle))
    } else {
        format!("#{number} {subject}")
    }
}
