//! Opening a ticket step by step: topic, subject, text, files, and a last look before it is sent.

use super::super::front::Front;
use super::super::{ask, files, open};
use super::write::{self, Place, Sheet};
use super::{Menu, heading, line, settle};
use crate::app::open::Open;
use crate::domain::policy::Action;
use crate::domain::text;
use crate::domain::ticket::TicketNumber;
use crate::ui::card::Card;
use crate::ui::error::Failure;

/// What the subject of a ticket that was begun is kept under.
const SUBJECT_DRAFT: &str = "open subject";

/// A ticket on its way.
#[derive(Default)]
struct Form {
    topic: Option<String>,
    /// Whether the topic was chosen among several.
    has_chosen: bool,
    subject: Option<String>,
    sheet: Sheet,
}

#[derive(Clone, Copy)]
enum Review {
    Create,
    Change,
    Attach,
    Reset,
    Cancel,
}

const PLACE: Place<'static> = Place { label: "ask-message", slot: open::DRAFT };

/// Opens a ticket step by step: one's own, one that takes up a closed one, or one for a client.
///
/// # Errors
/// What the menus cannot go on after.
pub fn create(front: &Front<'_>, follow_up: Option<&TicketNumber>, client: Option<&str>) -> Result<(), Failure> {
    tell_limits(front)?;
    let mut topics: Vec<_> = front.with(|app| Ok(app.topics()?))?.into_iter().filter(|topic| !topic.retired).collect();
    if follow_up.is_some() {
        // It keeps the topic and the subject of the one that it takes up.
        topics.clear();
    }
    let topics: Vec<String> = topics.into_iter().map(|topic| topic.name).collect();
    let mut start = ask::begun(front, open::DRAFT)?;
    loop {
        let Some(mut form) = fill_in(front, &topics, follow_up, &std::mem::take(&mut start))? else { return Ok(()) };
        let is_anew = write::with_draft_kept(front, review(front, &mut form, &topics, follow_up, client))?;
        if !is_anew {
            return Ok(());
        }
    }
}

/// What is not for the platform, and where it goes.
fn tell_limits(front: &Front<'_>) -> Result<(), Failure> {
    front.say("guide-open-note", &[]);
    let texts = front.with(|app| Ok(app.desk_texts()?))?;
    if let Some(phone) = texts.phone {
        let also: Vec<_> = [texts.phone_hours, texts.phone_cost].into_iter().flatten().collect();
        let phone = if also.is_empty() { phone } else { format!("{phone} ({})", also.join("; ")) };
        let phone = crate::ui::safe::line(&phone).into_owned();
        front.say("guide-open-phone", &[("phone", phone.into())]);
    }
    front.tell("");
    Ok(())
}

/// Asks for everything once. `None`: the person goes back.
fn fill_in(front: &Front<'_>, topics: &[String], follow_up: Option<&TicketNumber>, start: &str) -> Result<Option<Form>, Failure> {
    let mut form = Form { topic: topics.first().cloned(), ..Form::default() };
    if topics.len() > 1 {
        form.topic = Some(choose_topic(front, topics)?);
        form.has_chosen = true;
    }
    if follow_up.is_none() {
        let kept = front.with(|app| Ok(app.draft(SUBJECT_DRAFT)?))?.map(|draft| draft.text);
        let begun = kept.filter(|_| !start.is_empty());
        form.subject = ask_subject(front, begun.as_deref().or(form.topic.as_deref()))?;
    }
    let Some(text) = write::text(front, &PLACE, start)? else { return Ok(None) };
    if let Some(subject) = &form.subject {
        write::keep(front, SUBJECT_DRAFT, subject);
    }
    form.sheet.text = text;
    write::with_draft_kept(front, write::attach(front, &mut form.sheet.files))?;
    Ok(Some(form))
}

fn choose_topic(front: &Front<'_>, topics: &[String]) -> Result<String, Failure> {
    let mut menu = Menu::new();
    for topic in topics {
        menu.offer(topic.as_str(), topic.clone());
    }
    menu.ask_here(front, &front.words.text("guide-topics"))
}

fn ask_subject(front: &Front<'_>, default: Option<&str>) -> Result<Option<String>, Failure> {
    line(front, "ui-subject", default, "guide-not-a-subject", |typed| text::subject(typed).ok())
}

/// Shows what would be sent until it is, or is given up. Says whether to begin anew.
fn review(
    front: &Front<'_>,
    form: &mut Form,
    topics: &[String],
    follow_up: Option<&TicketNumber>,
    client: Option<&str>,
) -> Result<bool, Failure> {
    let mut is_shown = false;
    loop {
        let front = &front.later();
        if !std::mem::replace(&mut is_shown, true) {
            show_form(front, form);
        }
        let mut menu = Menu::new();
        menu.word(front, "guide-create", Review::Create)
            .word(front, "guide-change", Review::Change)
            .word(front, "guide-attach", Review::Attach)
            .word(front, "guide-reset", Review::Reset)
            .word(front, "guide-cancel", Review::Cancel);
        match menu.ask_here(front, &front.words.text("guide-open"))? {
            Review::Create => {
                if settle(front, submit(front, form, follow_up, client))?.is_some() {
                    return Ok(false);
                }
            }
            Review::Change => {
                change(front, form, topics, follow_up.is_none())?;
                is_shown = false;
            }
            Review::Attach => {
                write::attach(front, &mut form.sheet.files)?;
                is_shown = false;
            }
            Review::Reset => {
                if write::discards(front, &[open::DRAFT, SUBJECT_DRAFT])? {
                    return Ok(true);
                }
            }
            Review::Cancel => {
                if write::discards(front, &[open::DRAFT, SUBJECT_DRAFT])? {
                    return Ok(false);
                }
            }
        }
    }
}

fn show_form(front: &Front<'_>, form: &Form) {
    heading(front, &front.words.text("guide-review"));
    let words = &front.words;
    let mut card = Card::default();
    if let Some(topic) = &form.topic {
        card.row(words.text("ui-topic"), topic.clone());
    }
    if let Some(subject) = &form.subject {
        card.row(words.text("ui-subject"), subject.clone());
    }
    card.row(words.text("ask-message"), form.sheet.text.trim_end());
    if !form.sheet.files.is_empty() {
        let names: Vec<_> = form.sheet.files.iter().map(|file| write::shown(file)).collect();
        card.row(words.text("guide-attachments"), names.join(", "));
    }
    front.tell(&card.render(front.environment.width, front.talks_in_colour()));
}

fn change(front: &Front<'_>, form: &mut Form, topics: &[String], has_subject: bool) -> Result<(), Failure> {
    #[derive(Clone, Copy)]
    enum Part {
        Topic,
        Subject,
        Text,
        Files,
        Back,
    }
    let mut menu = Menu::new();
    if topics.len() > 1 {
        menu.word(front, "guide-topics", Part::Topic);
    }
    if has_subject {
        menu.word(front, "ui-subject", Part::Subject);
    }
    menu.word(front, "ask-message", Part::Text);
    if !form.sheet.files.is_empty() {
        menu.word(front, "guide-remove-files", Part::Files);
    }
    menu.word(front, "guide-back", Part::Back);
    match menu.ask_here(front, &front.words.text("guide-change-what"))? {
        Part::Topic => form.topic = Some(choose_topic(front, topics)?),
        Part::Subject => form.subject = ask_subject(front, form.subject.as_deref())?,
        Part::Text => {
            if let Some(text) = write::text(front, &PLACE, &form.sheet.text)? {
                form.sheet.text = text;
            }
        }
        Part::Files => form.sheet.files.clear(),
        Part::Back => {}
    }
    Ok(())
}

fn submit(front: &Front<'_>, form: &Form, follow_up: Option<&TicketNumber>, client: Option<&str>) -> Result<(), Failure> {
    let purpose = files::Purpose::guided(Action::Open, follow_up, &form.sheet.text);
    let attachments = files::stage_all(front, &form.sheet.files, purpose)?;
    let topic = form.topic.as_deref().filter(|_| form.has_chosen);
    let request = Open {
        subject: form.subject.clone(),
        message: form.sheet.text.clone(),
        topic: topic.map(str::to_owned),
        attachments,
        priority: None,
        client: client.map(str::to_owned),
        external_id: None,
        follow_up: follow_up.cloned(),
    };
    let done = open::submit(front, &front.plain_call(), &request)?;
    for slot in [open::DRAFT, SUBJECT_DRAFT] {
        ask::forget_draft(front, slot);
    }
    if let Some(done) = done {
        front.tell("");
        front.print(&front.style().one(&done.value, serde_json::Map::new()))?;
        front.tell("");
    }
    for (option, value) in [("--for", client), ("--topic", topic), ("--subject", form.subject.as_deref())] {
        if let Some(value) = value {
            ask::note_asked(front, option, value);
        }
    }
    if let Some(number) = follow_up {
        ask::note_asked(front, "--follow-up", number.as_str());
    }
    write::note(front, &form.sheet);
    ask::show_equivalent(front, "open");
    Ok(())
}
