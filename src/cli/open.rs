//! `open`: opens a ticket.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, draft, files, mend, options, read, rules};
use crate::app::change::{Call, Done};
pub use crate::app::draft::slot_of_ticket as slot;
use crate::app::open::Open;
use crate::app::view::TicketView;
use crate::domain::policy::Action;
use crate::domain::status::Priority;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;
use crate::ui::prompt::Item;
use crate::ui::{receipt, safe};

/// What the subject of a ticket that was begun is kept under.
fn subject_slot(slot: &str) -> String {
    format!("{slot} subject")
}

/// The subject of a ticket whose text was begun.
///
/// # Errors
/// Those of the store.
pub fn begun_subject(front: &Front<'_>, slot: &str) -> Result<Option<String>, Failure> {
    if !draft::is_kept(front, slot) {
        return Ok(None);
    }
    Ok(front.with(|app| Ok(app.draft(&subject_slot(slot))?))?.map(|draft| draft.text))
}

/// Keeps the subject of a ticket whose text comes next.
pub fn keep_subject(front: &Front<'_>, slot: &str, subject: Option<&str>) {
    if let Some(subject) = subject {
        draft::keep_beside(front, &subject_slot(slot), subject);
    }
}

/// Forgets a ticket that was begun.
pub fn forget(front: &Front<'_>, slot: &str) {
    draft::forget(front, slot);
    draft::forget(front, &subject_slot(slot));
}

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
        .arg(options::value("follow-up"))
        .arg(options::flag("accept-rules"));
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
    let consent = rules::consent(front, matches)?;
    let given = read::message(matches)?;
    let mut form = Form { topic: options::owned(matches, "topic"), subject: options::owned(matches, "subject") };
    let slot = form.ask(front, matches, follow_up.as_ref(), given.is_some())?;
    let (message, kept_under) = match given {
        Some(message) => (message, None),
        None => (draft::text(front, "-m", "ask-message", &slot)?, Some(slot.clone())),
    };
    let attachments = files::stage(front, matches, files::Purpose::of(matches, Action::Open, follow_up.as_ref(), &message));
    let attachments = draft::after(front, kept_under.as_deref(), true, attachments)?;
    let mut request = Open {
        subject: form.subject,
        message,
        topic: form.topic,
        attachments,
        priority: options::text(matches, "priority").and_then(Priority::from_id),
        client: options::owned(matches, "for"),
        external_id: options::owned(matches, "external-id"),
        follow_up,
    };
    let keeping = mend::Keeping::under(&slot, kept_under.is_some());
    let sent = mend::until_let_through(front, &mut request, &keeping, |request| {
        submit(front, &front.call("open", matches, request).accepting(consent.clone()), request)
    });
    draft::after(front, keeping.kept(), true, sent)?;
    if let (Some(slot), false) = (keeping.kept(), options::is_set(matches, "dry-run")) {
        forget(front, slot);
    }
    ask::show_equivalent(front, "open");
    Ok(())
}

/// What stands above the text of a ticket.
struct Form {
    topic: Option<String>,
    subject: Option<String>,
}

impl Form {
    /// Asks for what is missing, once it is sure that the ticket may be opened; the slot of its draft.
    fn ask(
        &mut self,
        front: &Front<'_>,
        matches: &ArgMatches,
        follow_up: Option<&TicketNumber>,
        has_text: bool,
    ) -> Result<String, Failure> {
        let named = options::text(matches, "for");
        // One that takes up another keeps the topic and the subject of that.
        let wants_subject = self.subject.is_none() && follow_up.is_none();
        if !front.can_ask() || (has_text && !wants_subject) {
            return Ok(slot(follow_up, named));
        }
        files::look(front, matches, files::Purpose::of(matches, Action::Open, follow_up, ""))?;
        if !has_text {
            tell_limits(front)?;
        }
        let client = named.map(|named| front.with(|app| Ok(app.client(named)?))).transpose()?;
        let slot = slot(follow_up, client.as_ref().map(|client| client.handle.as_str()));
        if follow_up.is_none() {
            let topics = topics(front)?;
            // The usual topic will do for somebody who has written their text already.
            if self.topic.is_none() && !has_text && topics.len() > 1 {
                let items: Vec<Item> = topics.iter().map(Item::from).collect();
                let chosen = ask::prompter(front).choose(&front.words.text("guide-topics"), &items, 0);
                self.topic = topics.get(chosen.map_err(Failure::Prompt)?).cloned();
                ask::note_asked(front, "--topic", self.topic.as_deref().unwrap_or_default());
            }
            if wants_subject {
                let usual = begun_subject(front, &slot)?.or_else(|| self.topic.as_ref().or(topics.first()).cloned());
                self.subject = ask::subject(front, usual.as_deref())?;
                keep_subject(front, &slot, self.subject.as_deref());
                ask::note_asked(front, "--subject", self.subject.as_deref().unwrap_or_default());
            }
        }
        Ok(slot)
    }
}

/// Says what is not for tickets, and where it goes.
///
/// # Errors
/// Those of the store.
pub fn tell_limits(front: &Front<'_>) -> Result<(), Failure> {
    front.say("ask-open-note", &[]);
    match front.with(|app| Ok(app.contact()?.0))? {
        Some(phone) => front.say("ask-open-phone", &[("phone", safe::line(&phone.to_string()).into_owned().into())]),
        None => front.say("ask-open-elsewhere", &[]),
    }
    Ok(())
}

/// The topics that a ticket may be opened on, by their full names.
///
/// # Errors
/// Those of the store.
pub fn topics(front: &Front<'_>) -> Result<Vec<String>, Failure> {
    let topics = front.with(|app| Ok(app.topics()?))?;
    Ok(topics.into_iter().filter(|topic| !topic.retired).map(|topic| topic.name).collect())
}

/// Opens a ticket as it was asked for, by options or in the menu. `None`: nothing was done, as it was before under
/// the same key or only a rehearsal.
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
                    let due = front.dates(ticket.zone).deadline(due_at);
                    front.say("done-open-due", &[("number", ticket.number.as_str().into()), ("due", due.into())]);
                }
                None => front.say("done-open", &[("number", ticket.number.as_str().into())]),
            }
        }
        Ok(done)
    })
}
