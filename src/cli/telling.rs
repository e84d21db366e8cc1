//! What went wrong, told to whoever sits there: in their words and times, with the way that is open to them instead.

use super::front::Front;
use crate::app;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::reminder::ReminderFault;
use crate::domain::time::Timestamp;
use crate::ui::error::{self, Failure, Shape, Told};
use crate::ui::safe;

/// A failure in the words of whoever sits there.
pub fn told(front: &Front<'_>, failure: &Failure) -> Told {
    let time = |time: Timestamp| {
        let dates = front.dates(front.with(|app| Ok(app.zone()?)).unwrap_or(chrono_tz::Europe::Madrid));
        match failure {
            _ if error::names_a_day(failure) => dates.short_day(time),
            _ if error::names_a_deadline(failure) => dates.deadline(time),
            _ => dates.relative(time),
        }
    };
    let told = error::tell(failure, &front.words, &time);
    match failure {
        // Where they are served instead is the desk's own; whoever refuses does not have it at hand.
        Failure::App(app::Error::Refused(Refusal::Suspended { .. })) => Told { hint: way_instead(front), ..told },
        Failure::App(app::Error::Refused(Refusal::CannotRemind(fault))) => {
            Told { hint: instead_of_asking(front, fault).or(told.hint), ..told }
        }
        _ => told,
    }
}

/// What a client may do who cannot ask for an answer yet: where they have written enough, too, it is to wait or to call.
fn instead_of_asking(front: &Front<'_>, fault: &ReminderFault) -> Option<String> {
    let (phone, _) = front.with_guest(|app| Ok(app.contact()?)).ok()?;
    let written_enough = match fault {
        ReminderFault::NotDue { number, .. } | ReminderFault::NeverDue { number } => {
            match front.with(|app| Ok(app.demand_on(Action::Reply, Some(number), true)?)) {
                Err(Failure::App(app::Error::Refused(Refusal::NotTheirTurn(turn)))) => Some(turn),
                _ => None,
            }
        }
        ReminderFault::Answered { .. } | ReminderFault::Again { .. } => None,
    };
    error::reminder_hint(fault, written_enough.as_deref(), phone.as_ref(), &front.words)
}

/// How somebody is served who may not write: by telephone, or at the desk's address.
fn way_instead(front: &Front<'_>) -> Option<String> {
    let (phone, contact) = front.with_guest(|app| Ok(app.contact()?)).ok()?;
    let (id, name, value) = match (phone, contact) {
        (Some(phone), _) => ("error-served-by-phone", "phone", phone.to_string()),
        (None, Some(contact)) => ("error-contact", "contact", contact),
        (None, None) => return None,
    };
    Some(front.words.format(id, &[(name, safe::line(&value).into_owned().into())]))
}

/// Says to a suspended client, who was shown something, that they can do no more than look at it; nothing where nobody is.
pub fn tell_suspension(front: &Front<'_>, reason: Option<String>) {
    let Some(reason) = reason else { return };
    let phone = front.with_guest(|app| Ok(app.contact()?)).ok().and_then(|(phone, _)| phone);
    let reason = safe::line(&reason).into_owned();
    match phone {
        Some(phone) => {
            let phone = safe::line(&phone.to_string()).into_owned();
            front.say("done-suspended-phone", &[("reason", reason.into()), ("phone", phone.into())]);
        }
        None => front.say("done-suspended", &[("reason", reason.into())]),
    }
}

/// How failures are written for whoever sits there.
pub fn shape<'f>(front: &'f Front<'_>) -> Shape<'f> {
    let environment = front.environment;
    let is_json = front.global.format.is_json();
    Shape { is_json, colour: front.talks_in_colour(), width: environment.talk_width(), words: &front.words }
}

/// Tells a failure that is asked about again.
pub fn tell_failure(front: &Front<'_>, failure: &Failure) {
    let mut told = told(front, failure);
    if front.guided {
        // What an option would mend is of no use to somebody who types none.
        told.hint = told.hint.filter(|hint| !names_an_option(hint));
    }
    for line in error::plain_lines(&told, shape(front)) {
        front.tell(&line);
    }
}

/// Whether a sentence speaks of an option: `-o`, `--attach`.
fn names_an_option(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let name = word.trim_start_matches(|character: char| !character.is_alphanumeric() && character != '-').strip_prefix('-');
        name.is_some_and(|name| name.trim_start_matches('-').starts_with(|character: char| character.is_ascii_alphabetic()))
    })
}
