//! Whom tickets are for: a menu of those of staff who can be given any, with what they have and who is away.

use super::super::ask;
use super::super::front::Front;
use super::Menu;
use crate::app::assign::Whom;
use crate::app::workload::StaffView;
use crate::ui::error::Failure;

/// Lets choose; `None` leads back, where there is a way back.
///
/// # Errors
/// Those of the gate and of the store; the end of the question.
pub fn choose(front: &Front<'_>, leads_back: bool) -> Result<Option<Whom>, Failure> {
    let staff = front.with(|app| Ok(app.assignable_staff()?))?;
    let mut menu = Menu::new();
    for person in &staff {
        menu.offer(label(front, person), Some(Whom::Person(person.handle.clone())));
    }
    menu.word(front, "guide-assign-rule", Some(Whom::Rule));
    if leads_back {
        menu.back(front, None);
    }
    let whom = menu.ask_here(front, &front.words.text("guide-assign-whom"))?;
    match &whom {
        Some(Whom::Person(handle)) => ask::note_asked(front, "--to", handle),
        Some(_) => ask::note_asked(front, "--auto", ""),
        None => {}
    }
    Ok(whom)
}

fn label(front: &Front<'_>, person: &StaffView) -> String {
    let named = format!("{} ({})", person.name, person.handle);
    let open = front.words.format("guide-assign-open", &[("name", named.into()), ("count", person.open.into())]);
    let Some(away) = &person.away else { return open };
    let until = front.dates(away.zone).short_day(away.last_moment());
    let id = if away.substitute.is_some() { "guide-assign-substitute" } else { "guide-assign-away" };
    let substitute = away.substitute.as_deref().unwrap_or_default();
    front.words.format(id, &[("person", open.into()), ("until", until.into()), ("substitute", substitute.into())])
}
