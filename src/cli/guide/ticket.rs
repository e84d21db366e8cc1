//! One ticket in the menus: it is shown, and then whatever may be done with it is offered.

use super::super::front::Front;
use super::super::{ask, close, draft, files, reply, show, unflag};
use super::asking::ask_for_answer;
use super::write::{self, Place, Sheet};
use super::{Menu, allowed, confirm, download, handing, may_write, merging, opening, priority, settle, tasks};
use crate::app;
use crate::app::many::Numbers;
use crate::app::reply::Words;
use crate::app::show::Shown;
use crate::app::view::EventView;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::status::Status;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;
use crate::ui::ticket::status_word;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Thread,
    Reply,
    Remind,
    Note,
    Assign,
    Release,
    Close,
    Reopen,
    Continue,
    Priority,
    Merge,
    Call,
    Unflag,
    Download,
    Back,
}

/// What may be done with a ticket, as far as the gate lets.
const ACTIONS: [Action; 11] = [
    Action::Reply,
    Action::Note,
    Action::Assign,
    Action::Release,
    Action::Close,
    Action::Reopen,
    Action::Prioritize,
    Action::Merge,
    Action::Remind,
    Action::AskForCall,
    Action::Unflag,
];

/// Shows a ticket, which is read then, and offers what may be done with it until the person goes back.
///
/// # Errors
/// `ticket-not-found`; what the menus cannot go on after.
pub fn visit(front: &Front<'_>, number: &TicketNumber) -> Result<(), Failure> {
    read(front, number)?;
    let mut did_something = false;
    loop {
        let front = &front.later();
        let shown = front.with(|app| Ok(app.show(number)?));
        if did_something && matches!(shown, Err(Failure::App(app::Error::Refused(Refusal::TicketNotFound)))) {
            // What they did took it out of their sight: an agent who released it, a substitute who closed it.
            return Ok(());
        }
        let Some(shown) = settle(front, shown)? else { return Ok(()) };
        let rights = allowed(front, &ACTIONS)?;
        let choice = offer(front, &shown, &rights).ask(front, &label(front, &shown))?;
        let step = match choice {
            Choice::Back => return Ok(()),
            Choice::Thread => read(front, number),
            Choice::Reply => write_to(front, number, "reply", &rights),
            Choice::Remind => ask_for_answer(front, number),
            Choice::Note => write_to(front, number, "note", &rights),
            Choice::Assign => handing::give(front, number),
            Choice::Release => handing::release(front, number),
            Choice::Close => close_it(front, number),
            Choice::Reopen => reopen(front, number),
            Choice::Continue => opening::create(front, &opening::About { follow_up: Some(number), client: None }),
            Choice::Priority => priority::choose(front, &shown),
            Choice::Call => tasks::request(front, number),
            Choice::Unflag => deal_with_flags(front, number),
            Choice::Merge => merging::merge(front, &shown.ticket),
            Choice::Download => download::menu(front, &shown),
        };
        did_something = settle(front, step)?.is_some();
    }
}

fn read(front: &Front<'_>, number: &TicketNumber) -> Result<(), Failure> {
    front.tell("");
    show::display(front, number, false, true)?;
    front.tell("");
    ask::show_equivalent(front, &format!("show {number}"));
    Ok(())
}

/// What stands above the menu: which ticket, and how it is.
fn label(front: &Front<'_>, shown: &Shown) -> String {
    format!("{} · {}", shown.ticket.number, status_word(shown.ticket.status, &front.words))
}

fn offer(front: &Front<'_>, shown: &Shown, rights: &[Action]) -> Menu<Choice> {
    let may = |action| rights.contains(&action);
    let ticket = &shown.ticket;
    let is_staff = may(Action::Note);
    let is_closed = ticket.status == Status::Closed;
    // What became a part of another goes on there; the number of that one is not told to everybody.
    let is_end = |event: &EventView| event.id == "merged" && event.from.is_none();
    let goes_on_here = !shown.thread.iter().any(|entry| entry.event.as_ref().is_some_and(is_end));
    let mut menu = Menu::new();
    if goes_on_here && may(Action::Reply) && (!is_closed || is_staff) {
        menu.word(front, if is_staff { "guide-publish" } else { "guide-reply" }, Choice::Reply);
    }
    if may(Action::Remind) && ticket.remind_from.is_some_and(|from| from <= front.now) {
        menu.word(front, "guide-remind", Choice::Remind);
    }
    if goes_on_here && is_staff {
        menu.word(front, "guide-note", Choice::Note);
    }
    if may(Action::Assign) && !is_closed {
        menu.word(front, "guide-assign", Choice::Assign);
    }
    if may(Action::Release) && !is_closed && ticket.assignee.is_some() {
        menu.word(front, "guide-release", Choice::Release);
    }
    if may(Action::Close) && !is_closed {
        menu.word(front, "guide-close", Choice::Close);
    }
    if goes_on_here && may(Action::Reopen) && is_closed {
        let is_late = !is_staff && ticket.reopen_until.is_some_and(|until| until < front.now);
        let (word, choice) = if is_late { ("guide-continue", Choice::Continue) } else { ("guide-reopen", Choice::Reopen) };
        menu.word(front, word, choice);
    }
    if goes_on_here && may(Action::Prioritize) {
        menu.word(front, "ui-priority", Choice::Priority);
    }
    if goes_on_here && may(Action::Merge) {
        menu.word(front, "guide-merge", Choice::Merge);
    }
    if goes_on_here && may(Action::AskForCall) {
        menu.word(front, "guide-request-call", Choice::Call);
    }
    if goes_on_here && may(Action::Unflag) && !ticket.flags.is_empty() {
        menu.word(front, "guide-unflag", Choice::Unflag);
    }
    if shown.thread.iter().any(|entry| !entry.attachments.is_empty()) {
        menu.word(front, "guide-download", Choice::Download);
    }
    menu.word(front, "ui-thread", Choice::Thread).back(front, Choice::Back);
    menu
}

#[derive(Clone, Copy)]
enum Send {
    Plain,
    Closing,
    Pending,
    Change,
    Attach,
    Cancel,
}

/// Writes an answer or a note, with its draft.
fn write_to(front: &Front<'_>, number: &TicketNumber, verb: &str, rights: &[Action]) -> Result<(), Failure> {
    let slot = reply::slot(verb, number);
    let place = Place { label: if verb == "note" { "ask-note" } else { "ask-reply" }, slot: &slot };
    front.tell("");
    if verb == "reply" {
        if !may_write(front)? {
            return Ok(());
        }
        // Nobody writes what will be refused whatever it says.
        front.with(|app| Ok(app.demand_on(Action::Reply, Some(number), true)?))?;
    }
    let start = draft::begun(front, &slot)?;
    let Some(text) = write::text(front, &place, &start)? else { return Ok(()) };
    let mut sheet = Sheet { text, ..Sheet::default() };
    write::with_draft_kept(front, &slot, finish(front, number, verb, &place, &mut sheet, rights))
}

fn finish(
    front: &Front<'_>,
    number: &TicketNumber,
    verb: &str,
    place: &Place<'_>,
    sheet: &mut Sheet,
    rights: &[Action],
) -> Result<(), Failure> {
    write::attach(front, &mut sheet.files)?;
    let is_note = verb == "note";
    loop {
        let front = &front.later();
        let mut menu = Menu::new();
        menu.word(front, if is_note { "guide-note" } else { "guide-publish" }, Send::Plain);
        if !is_note && rights.contains(&Action::Note) {
            if rights.contains(&Action::Close) {
                menu.word(front, "guide-publish-close", Send::Closing);
            }
            menu.word(front, "guide-publish-pending", Send::Pending);
        }
        menu.word(front, "guide-change", Send::Change).word(front, "guide-attach", Send::Attach).word(
            front,
            "guide-cancel",
            Send::Cancel,
        );
        let send = menu.ask(front, &front.words.text(place.label))?;
        match send {
            Send::Change => write::change(front, place, sheet)?,
            Send::Attach => write::attach(front, &mut sheet.files)?,
            Send::Cancel => {
                if write::discards(front)? {
                    draft::forget(front, place.slot);
                } else {
                    front.say("ask-draft-kept", &[]);
                }
                return Ok(());
            }
            Send::Plain | Send::Closing | Send::Pending => {
                let step = submit(front, number, is_note, sheet, send);
                if settle(front, sheet.sent(step))?.is_some() {
                    draft::forget(front, place.slot);
                    return Ok(());
                }
            }
        }
    }
}

fn submit(front: &Front<'_>, number: &TicketNumber, is_note: bool, sheet: &Sheet, send: Send) -> Result<(), Failure> {
    let action = if is_note { Action::Note } else { Action::Reply };
    let purpose = files::Purpose::guided(action, Some(number), &sheet.text);
    let words = Words {
        number: number.clone(),
        message: sheet.text.clone(),
        attachments: files::stage_all(front, &sheet.files, purpose)?,
        close: matches!(send, Send::Closing),
        pending: matches!(send, Send::Pending),
    };
    write::note(front, sheet);
    if is_note {
        reply::submit_note(front, &front.plain_call(), &words)?;
        ask::show_equivalent(front, &format!("note {number}"));
        return Ok(());
    }
    for (is_set, option) in [(words.close, "--close"), (words.pending, "--pending")] {
        if is_set {
            ask::note_asked(front, option, "");
        }
    }
    reply::submit(front, &front.plain_call(), &words)?;
    ask::show_equivalent(front, &format!("reply {number}"));
    Ok(())
}

/// That ticket alone.
pub(super) fn one(number: &TicketNumber) -> Numbers {
    Numbers { numbers: vec![number.clone()], ..Numbers::default() }
}

/// A refusal of the only ticket is told as its own.
pub(super) fn alone<T>(step: Result<T, Failure>) -> Result<T, Failure> {
    step.map_err(|failure| match failure {
        Failure::App(app::Error::Several { of, mut refusals, leaves_others }) if refusals.len() == 1 => match refusals.pop() {
            Some(refused) => refused.refusal.into(),
            None => Failure::App(app::Error::Several { of, refusals, leaves_others }),
        },
        other => other,
    })
}

fn close_it(front: &Front<'_>, number: &TicketNumber) -> Result<(), Failure> {
    let question = front.words.format("guide-close-sure", &[("number", number.as_str().into())]);
    if confirm(front, &question, true)? {
        alone(close::submit(front, &front.plain_call(), &one(number), None))?;
        ask::show_equivalent(front, &format!("close {number}"));
    }
    Ok(())
}

fn deal_with_flags(front: &Front<'_>, number: &TicketNumber) -> Result<(), Failure> {
    alone(unflag::submit(front, &front.plain_call(), &one(number)))?;
    ask::show_equivalent(front, &format!("unflag {number}"));
    Ok(())
}

fn reopen(front: &Front<'_>, number: &TicketNumber) -> Result<(), Failure> {
    if !may_write(front)? {
        return Ok(());
    }
    alone(close::submit_reopening(front, &front.plain_call(), &one(number), None))?;
    ask::show_equivalent(front, &format!("reopen {number}"));
    Ok(())
}
