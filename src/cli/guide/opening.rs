//! Opening a ticket step by step: topic, subject, text, files, and a last look before it is sent.

use super::super::front::Front;
use super::super::{ask, draft, files, open};
use super::write::{self, Place, Sheet};
use super::{Menu, heading, may_write, settle};
use crate::app::open::Open;
use crate::app::people::UserView;
use crate::domain::policy::Action;
use crate::domain::ticket::TicketNumber;
use crate::ui::card::Card;
use crate::ui::error::Failure;

/// Whose ticket it is to be, and what it takes up.
pub struct About<'a> {
    /// The closed ticket that it takes up.
    pub follow_up: Option<&'a TicketNumber>,
    /// The client for whom staff open it.
    pub client: Option<&'a UserView>,
}

impl About<'_> {
    fn slot(&self) -> String {
        open::slot(self.follow_up, self.client.map(|client| client.handle.as_str()))
    }
}

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

/// What a look at what was written comes to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Left,
    Anew,
}

/// Opens a ticket step by step: one's own, one that takes up a closed one, or one for a client.
///
/// # Errors
/// What the menus cannot go on after.
pub fn create(front: &Front<'_>, about: &About<'_>) -> Result<(), Failure> {
    if !may_write(front)? {
        return Ok(());
    }
    open::tell_limits(front)?;
    front.tell("");
    // One that takes up another keeps the topic and the subject of that.
    let topics = if about.follow_up.is_some() { Vec::new() } else { open::topics(front)? };
    let slot = about.slot();
    let mut start = draft::begun(front, &slot)?;
    loop {
        let Some(mut form) = fill_in(front, &topics, about, &std::mem::take(&mut start))? else { return Ok(()) };
        let outcome = write::with_draft_kept(front, &slot, review(front, &mut form, &topics, about))?;
        if outcome == Outcome::Left {
            return Ok(());
        }
    }
}

/// Asks for everything once. `None`: the person goes back.
fn fill_in(front: &Front<'_>, topics: &[String], about: &About<'_>, start: &str) -> Result<Option<Form>, Failure> {
    let slot = about.slot();
    let mut form = Form { topic: topics.first().cloned(), ..Form::default() };
    if topics.len() > 1 {
        let Some(topic) = choose_topic(front, topics)? else { return Ok(None) };
        form.topic = Some(topic);
        form.has_chosen = true;
    }
    if about.follow_up.is_none() {
        let begun = if start.is_empty() { None } else { open::begun_subject(front, &slot)? };
        form.subject = ask::subject(front, begun.as_deref().or(form.topic.as_deref()))?;
        // Whoever leaves in the middle of the text finds both again.
        open::keep_subject(front, &slot, form.subject.as_deref());
    }
    let Some(text) = write::text(front, &Place { label: "ask-message", slot: &slot }, start)? else { return Ok(None) };
    form.sheet.text = text;
    write::with_draft_kept(front, &slot, write::attach(front, &mut form.sheet.files))?;
    Ok(Some(form))
}

fn choose_topic(front: &Front<'_>, topics: &[String]) -> Result<Option<String>, Failure> {
    let mut menu = Menu::new();
    for topic in topics {
        menu.offer(topic.as_str(), Some(topic.clone()));
    }
    menu.back(front, None);
    menu.ask_here(front, &front.words.text("guide-topics"))
}

/// Shows what would be sent until it is, or is given up or left for later.
fn review(front: &Front<'_>, form: &mut Form, topics: &[String], about: &About<'_>) -> Result<Outcome, Failure> {
    let mut is_shown = false;
    loop {
        let front = &front.later();
        if !std::mem::replace(&mut is_shown, true) {
            show_form(front, form, about);
        }
        let mut menu = Menu::new();
        menu.word(front, "guide-create", Review::Create)
            .word(front, "guide-change", Review::Change)
            .word(front, "guide-attach", Review::Attach)
            .word(front, "guide-reset", Review::Reset)
            .word(front, "guide-cancel", Review::Cancel);
        match menu.ask_here(front, &front.words.text("guide-open"))? {
            Review::Create => {
                let step = submit(front, form, about);
                if settle(front, form.sheet.sent(step))?.is_some() {
                    return Ok(Outcome::Left);
                }
            }
            Review::Change => {
                change(front, form, topics, about)?;
                is_shown = false;
            }
            Review::Attach => {
                write::attach(front, &mut form.sheet.files)?;
                is_shown = false;
            }
            Review::Reset => {
                if write::discards(front)? {
                    open::forget(front, &about.slot());
                    return Ok(Outcome::Anew);
                }
            }
            Review::Cancel => {
                if write::discards(front)? {
                    open::forget(front, &about.slot());
                } else {
                    front.say("ask-draft-kept", &[]);
                }
                return Ok(Outcome::Left);
            }
        }
    }
}

fn show_form(front: &Front<'_>, form: &Form, about: &About<'_>) {
    heading(front, &front.words.text("guide-review"));
    let words = &front.words;
    let mut card = Card::default();
    if let Some(client) = about.client {
        card.row(words.text("ui-role-client"), format!("{} ({})", client.name, client.handle));
    }
    if let Some(number) = about.follow_up {
        card.row(words.text("guide-follows"), number.as_str());
    }
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

fn change(front: &Front<'_>, form: &mut Form, topics: &[String], about: &About<'_>) -> Result<(), Failure> {
    #[derive(Clone, Copy)]
    enum Part {
        Topic,
        Subject,
        Text,
        Files,
        Back,
    }
    let slot = about.slot();
    let mut menu = Menu::new();
    if topics.len() > 1 {
        menu.word(front, "guide-topics", Part::Topic);
    }
    if about.follow_up.is_none() {
        menu.word(front, "ui-subject", Part::Subject);
    }
    menu.word(front, "ask-message", Part::Text);
    if !form.sheet.files.is_empty() {
        menu.word(front, "guide-remove-files", Part::Files);
    }
    menu.back(front, Part::Back);
    match menu.ask_here(front, &front.words.text("guide-change-what"))? {
        Part::Topic => {
            if let Some(topic) = choose_topic(front, topics)? {
                form.topic = Some(topic);
            }
        }
        Part::Subject => {
            form.subject = ask::subject(front, form.subject.as_deref())?;
            open::keep_subject(front, &slot, form.subject.as_deref());
        }
        Part::Text => write::change(front, &Place { label: "ask-message", slot: &slot }, &mut form.sheet)?,
        Part::Files => form.sheet.files.clear(),
        Part::Back => {}
    }
    Ok(())
}

fn submit(front: &Front<'_>, form: &Form, about: &About<'_>) -> Result<(), Failure> {
    let About { follow_up, client } = *about;
    let client = client.map(|client| client.handle.as_str());
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
    open::forget(front, &about.slot());
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
