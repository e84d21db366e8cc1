//! `user away`: who is away, until when, and who looks after their tickets; and what a change of somebody means for such people.

use clap::{ArgMatches, Command};

use crate::app::absence::{Aftermath, Away, HandedOn};
use crate::app::change::{Done, Outcome};
use crate::app::people::{UserView, last_moment};
use crate::cli::front::Front;
use crate::cli::{assign, options, read};
use crate::domain::policy::Action;
use crate::ui::error::Failure;
use crate::ui::people::role_word;
use crate::ui::receipt;

/// The command line of the verb.
pub fn command() -> Command {
    let user = options::positional("user").required(true);
    Command::new("away")
        .visible_alias("fuera")
        .arg(user)
        .arg(options::value("until").required(true))
        .arg(options::value("substitute"))
}

/// Says that somebody is away.
///
/// # Errors
/// Refusals of people and times; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<Away>()?;
    let receipt = |done: &Done<Away>| receipt::one(&style, done, &done.value);
    let who = options::text(matches, "user").unwrap_or_default();
    let (until, substitute) = (options::text(matches, "until").unwrap_or_default(), options::text(matches, "substitute"));
    // A key stands for the words: a span of three days is no other the day after.
    let call = front.call("user away", matches, &(who, until, substitute));
    front.with(|app| {
        app.demand(Action::SetAbsence)?;
        let until = read::time_ahead("--until", until, app.zone()?, front.now)?;
        let outcome = app.away(&call, who, until, substitute, &receipt)?;
        // Also in a rehearsal it is for people to read what would come of it.
        let away = match &outcome {
            Outcome::Done(done) => Some(done.value.clone()),
            Outcome::Replayed(_) => None,
        };
        let done = front.finish(app, outcome, &receipt)?;
        let Some(away) = away else { return Ok(()) };
        match done {
            Some(_) if away.user.changed => front.say("done-user-away", &[("name", away.user.name.as_str().into())]),
            Some(_) => front.say("done-already", &[]),
            None => {}
        }
        say_what_comes_of_it(front, &away);
        Ok(())
    })
}

fn say_what_comes_of_it(front: &Front<'_>, away: &Away) {
    let user = &away.user;
    let Some(absence) = &user.away else { return };
    let until = front.dates(absence.zone).told(absence.last_moment());
    let substitute = away.substitute.as_ref().map_or("", |substitute| substitute.name.as_str());
    let id = if away.substitute.is_some() { "done-user-away-substitute" } else { "done-user-away-nobody" };
    front.say(id, &[("until", until.into()), ("substitute", substitute.into()), ("handle", user.handle.as_str().into())]);
    if away.keeps_notices {
        let role = role_word(user.role, &front.words);
        front.say("done-user-away-notices", &[("substitute", substitute.into()), ("role", role.into())]);
    }
    for other in &away.handed_on {
        say_handed_on(front, user, other);
    }
}

fn say_handed_on(front: &Front<'_>, user: &UserView, other: &HandedOn) {
    let id = if other.substitute.is_some() { "done-user-away-handed-on" } else { "done-user-away-left-alone" };
    let now = other.substitute.as_ref().map_or("", |substitute| substitute.name.as_str());
    let values = [
        ("name", user.name.as_str().into()),
        ("other", other.name.as_str().into()),
        ("handle", other.handle.as_str().into()),
        ("substitute", now.into()),
    ];
    front.say(id, &values);
}

/// Says what else came of a change of somebody.
pub fn say_aftermath(front: &Front<'_>, user: &UserView) {
    for one in &user.aftermath {
        match one {
            Aftermath::AbsenceEnded => front.say("done-user-role-not-away", &[("name", user.name.as_str().into())]),
            Aftermath::StandsIn(other) => {
                let until = front.dates(other.zone).told(last_moment(other.until));
                let values = [
                    ("name", user.name.as_str().into()),
                    ("other", other.name.as_str().into()),
                    ("handle", other.handle.as_str().into()),
                    ("until", until.into()),
                ];
                front.say("done-user-stands-in", &values);
            }
            Aftermath::HandedOn(other) => say_handed_on(front, user, other),
            Aftermath::Passed { target, zone } => {
                let Some(until) = target.away_until else { continue };
                let until = front.dates(*zone).told(last_moment(until));
                let asked_for = target.asked_for.as_ref().map(|(_, asked_for)| asked_for);
                let name = &asked_for.unwrap_or(&target.to).name;
                assign::say_away(front, name, &until, asked_for.map(|_| target.to.name.as_str()));
            }
        }
    }
}
