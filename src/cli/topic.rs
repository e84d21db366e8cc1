//! `topic`: the help topics.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::options;
use crate::app::change::Done;
use crate::app::topic::{TopicEdit, TopicView};
use crate::ui::desk::PlainTopic;
use crate::ui::error::Failure;
use crate::ui::receipt;

/// The command line of the verb.
pub fn command() -> Command {
    let topic = || options::positional("topic").required(true);
    let add = Command::new("add")
        .arg(options::positional("name").required(true))
        .arg(options::value("name-en"))
        .arg(options::value("parent"))
        .args(answered());
    let edit = Command::new("edit")
        .arg(topic())
        .arg(options::value("name"))
        .arg(options::value("name-en"))
        .arg(options::value("parent"))
        .args(answered());
    Command::new("topic")
        .subcommand_required(true)
        .subcommand(Command::new("list"))
        .subcommand(options::changing(add))
        .subcommand(options::changing(edit))
        .subcommand(options::changing(Command::new("retire").arg(topic())))
}

/// Who answers a topic.
fn answered() -> [clap::Arg; 2] {
    [options::value("agents"), options::choice("auto-assign", ["inherit", "on", "off"])]
}

/// Does what the second word says.
///
/// # Errors
/// Refusals of names; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<TopicView>()?;
    let Some((second, matches)) = matches.subcommand() else { return Ok(()) };
    let name = options::text(matches, "topic").unwrap_or_default();
    let edit = TopicEdit {
        name: options::owned(matches, "name"),
        name_en: options::owned(matches, "name-en"),
        parent: options::owned(matches, "parent"),
        agents: options::owned(matches, "agents"),
        auto_assign: options::text(matches, "auto-assign").map(|switch| match switch {
            "on" => Some(true),
            "off" => Some(false),
            _ => None,
        }),
    };
    let receipt = |done: &Done<TopicView>| receipt::one(&style, done, &done.value);
    if second == "list" {
        let store = front.store()?;
        let topics = front.app_or_guest(&store)?.topics()?;
        if topics.iter().any(|topic| topic.answered.is_some()) {
            return front.print(&style.many(&topics, |_| serde_json::Map::new()));
        }
        let plain: Vec<_> = topics.iter().map(PlainTopic).collect();
        return front.print(&style.many(&plain, |_| serde_json::Map::new()));
    }
    let call = front.call("topic", matches, &(second, name, &edit));
    front.with(|app| {
        let outcome = match second {
            "add" => app.add_topic(&call, &edit, &receipt)?,
            "edit" => app.edit_topic(&call, name, &edit, &receipt)?,
            _ => app.retire_topic(&call, name, &receipt)?,
        };
        if let Some(done) = front.finish(app, outcome, &receipt)? {
            front.say(if done.value.changed { "done-topic" } else { "done-already" }, &[]);
        }
        Ok(())
    })
}
