//! `open`: opens a ticket.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, files, options, read};
use crate::app::change::{Call, Done};
use crate::app::open::Open;
use crate::app::view::TicketView;
use crate::domain::policy::Action;
use crate::domain::status::Priority;
use crate::ui::error::Failure;
use crate::ui::receipt;

/// What the draft of a new ticket is kept under.
pub const DRAFT: &str = "open";

/// The command line of the verb.
pub fn command() -> Command {
    let command = Command::new("open")
        .visible_alias("abrir")
        .arg(options::value("subject").allow_hyphen_values(true))
        .arg(options::value("topic"))
        .arg(options::attach())
        .arg(options::choice("priority", Priority::ALL.map(Priority::id)))
        .arg(options::value("for"))
        .arg(options::value("external-id"))
        .arg(options::value("follow-up"));
    options::changing(options::message(command))
}

/// Opens the ticket and shows it.
///
/// # Errors
/// Refusals of what was given; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<TicketView>()?;
    let follow_up = options::text(matches, "follow-up").map(read::number).transpose()?;
    let given = read::message(matches)?;
    let was_asked = given.is_none();
    let message = match given {
        Some(message) => message,
        None => ask::text(front, "-m", "ask-message", DRAFT)?,
    };
    let attachments = files::stage(front, matches, files::Purpose::of(matches, Action::Open, follow_up.as_ref(), &message))?;
    let request = Open {
        subject: options::owned(matches, "subject"),
        message,
        topic: options::owned(matches, "topic"),
        attachments,
        priority: options::text(matches, "priority").and_then(Priority::from_id),
        client: options::owned(matches, "for"),
        external_id: options::owned(matches, "external-id"),
        follow_up,
    };
    let call = front.call("open", matches, &request);
    let done = submit(front, &call, &request)?;
    if was_asked && done.is_some() {
        ask::forget_draft(front, DRAFT);
    }
    ask::show_equivalent(front, "open");
    Ok(())
}

/// Opens a ticket as it was asked for, by options or in the menu. `None`: nothing was done, as it was before under the same key or
/// only a rehearsal.
///
/// # Errors
/// Refusals of the request; those of the store.
pub fn submit(front: &Front<'_>, call: &Call, request: &Open) -> Result<Option<Done<TicketView>>, Failure> {
    let style = front.style();
    let receipt = |done: &Done<TicketView>| receipt::one(&style, done, &done.value);
    front.with(|app| {
        let outcome = app.open(call, request, &receipt)?;
        let done = front.finish(app, outcome, &receipt)?;
        if let Some(done) = &done {
            let ticket = &done.value;
            match ticket.due_at {
                Some(due_at) => {
                    let due = front.dates(ticket.zone).long(due_at);
                    front.say("done-open-due", &[("number", ticket.number.as_str().into()), ("due", due.into())]);
                }
                None => front.say("done-open", &[("number", ticket.number.as_str().into())]),
            }
        }
        Ok(done)
    })
}
