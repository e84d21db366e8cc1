//! `topic`: the tree of help topics.

use super::audit::notes::Changes;
use super::change::{Call, Change, Outcome, Receipt};
use super::gate::Actor;
use super::{App, Error, desk};
use crate::domain::account::AccountId;
use crate::domain::language::Language;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::topic::{Topic, TopicId, TopicTree, parse_name};
use crate::store::{Read, Store, StoreError};

/// A topic as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicView {
    /// Its full name in the reader's language.
    pub name: String,
    /// Its full Spanish name.
    pub name_es: String,
    /// Its full English name.
    pub name_en: String,
    /// Its full name in the desk's language, which machines are given.
    pub name_for_machines: String,
    /// Whether no new ticket may have it.
    pub retired: bool,
    /// How many topics stand above it.
    pub depth: usize,
    /// Who answers it, for staff.
    pub answered: Option<Answered>,
    /// Whether this command changed it.
    pub changed: bool,
}

/// Who answers a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The handles of its own agents: `None` where it has those of the topic above, nobody where it is for whoever is there.
    pub agents: Option<Vec<String>>,
    /// The handles of those whom its tickets go to first; nobody where it is for whoever is there.
    pub effective_agents: Vec<String>,
    /// What it says itself of whether opening a ticket in it assigns it.
    pub auto_assign: Option<bool>,
    /// Whether opening a ticket in it assigns it.
    pub assigns_on_opening: bool,
}

/// What a topic is to be; `None` leaves it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicEdit {
    /// Its Spanish name.
    pub name: Option<String>,
    /// Its English name; empty takes it away.
    pub name_en: Option<String>,
    /// The topic it stands under; empty for none.
    pub parent: Option<String>,
    /// The agents who answer it, with commas between; empty for those of the topic above, [`ANYBODY`] for whoever is there.
    pub agents: Option<String>,
    /// Whether opening a ticket in it assigns it; `Some(None)` for what the topic above says.
    pub auto_assign: Option<Option<bool>>,
}

/// What is written for whoever is there, in place of agents.
pub const ANYBODY: &str = "*";

/// The most agents of a topic.
const MOST_AGENTS: usize = 200;

/// Every topic as somebody is shown it; who answers it only where `knows_staff`.
fn views(read: &dyn Read, topics: &TopicTree, reader: Language, knows_staff: bool) -> Result<Vec<TopicView>, StoreError> {
    let desk = desk::desk_language(read)?;
    let handles = |agents: &[AccountId]| -> Result<Vec<String>, StoreError> {
        Ok(read.accounts(agents)?.iter().map(|account| account.handle.as_str().to_owned()).collect())
    };
    let answered = |topic: &Topic| -> Result<Answered, StoreError> {
        Ok(Answered {
            agents: topic.agents.as_deref().map(handles).transpose()?,
            effective_agents: handles(topics.agents_of(topic.id).first().copied().unwrap_or_default())?,
            auto_assign: topic.auto_assign,
            assigns_on_opening: topics.assigns_on_opening(topic.id),
        })
    };
    let view = |topic: &Topic| {
        Ok(TopicView {
            name: topics.full_name(topic.id, reader),
            name_es: topics.full_name(topic.id, Language::Spanish),
            name_en: topics.full_name(topic.id, Language::English),
            name_for_machines: topics.full_name(topic.id, desk),
            retired: topic.retired,
            depth: topics.depth(topic.id),
            answered: if knows_staff { Some(answered(topic)?) } else { None },
            changed: false,
        })
    };
    let mut views = topics.0.iter().map(view).collect::<Result<Vec<_>, StoreError>>()?;
    views.sort_by_key(|view| view.name.to_lowercase());
    Ok(views)
}

fn name(option: &str, text: &str) -> Result<String, Refusal> {
    parse_name(text).ok_or_else(|| Refusal::BadValue { option: option.to_owned(), value: text.chars().take(100).collect() })
}

/// Another topic in the same place that people could take for this one; the one of just that name before others.
fn twin<'t>(topics: &'t TopicTree, topic: &Topic) -> Option<&'t Topic> {
    let is_twin = |other: &&Topic| other.id != topic.id && other.parent == topic.parent && other.sounds_like(topic);
    topics.0.iter().filter(is_twin).max_by_key(|other| other.name_es == topic.name_es)
}

impl<S: Store> App<'_, S> {
    /// Every topic by name; retired ones only for those who may change them.
    ///
    /// # Errors
    /// Those of the store.
    pub fn topics(&self) -> Result<Vec<TopicView>, Error> {
        self.store.read(|read| {
            let (sees_retired, knows_staff) = match self.actor(read) {
                Ok(actor) => (actor.may(Action::ManageTopics), actor.account.role.is_staff()),
                Err(Error::Refused(_)) => (false, false),
                Err(error) => return Err(error),
            };
            let mut found = views(read, &read.topics()?, self.language, knows_staff)?;
            found.retain(|topic| sees_retired || !topic.retired);
            Ok(found)
        })
    }

    /// Adds a topic, or brings back the one of that name and place that was retired.
    ///
    /// # Errors
    /// `TopicTaken`, `TopicMisplaced`, `TopicNotFound` and `TopicRetired` for the parent; those of the gate and of the store.
    pub fn add_topic(&self, call: &Call, edit: &TopicEdit, receipt: Receipt<'_, TopicView>) -> Result<Outcome<TopicView>, Error> {
        self.change("topic add", call, receipt, |change, actor| {
            actor.demand(Action::ManageTopics)?;
            let topics = change.read().topics()?;
            let topic = Topic {
                id: change.read().next_topic()?,
                parent: None,
                name_es: String::new(),
                name_en: None,
                retired: false,
                agents: None,
                auto_assign: None,
            };
            let wanted = edited(change.read(), actor, &topics, topic, edit, self.language)?;
            let answered = |twin: &Topic| answered_as(&wanted, edit, twin);
            // The same topic once more is already so.
            match twin(&topics, &wanted) {
                Some(twin)
                    if !twin.retired
                        && twin.name_es == wanted.name_es
                        && (edit.name_en.is_none() || twin.name_en == wanted.name_en)
                        && answered(twin) == *twin =>
                {
                    self.topic_view(change, twin.id, false)
                }
                Some(twin) if twin.retired && twin.name_es.to_lowercase() == wanted.name_es.to_lowercase() => {
                    let name_en = wanted.name_en.clone().or_else(|| twin.name_en.clone());
                    self.keep_topic(change, Some(twin), &Topic { retired: false, name_en, ..answered(twin) })
                }
                Some(_) => Err(Refusal::TopicTaken { name: wanted.name_es }.into()),
                None => self.keep_topic(change, None, &wanted),
            }
        })
    }

    /// Changes a topic.
    ///
    /// # Errors
    /// `TopicNotFound`, `TopicTaken`, `TopicMisplaced`; those of the gate and of the store.
    pub fn edit_topic(
        &self,
        call: &Call,
        named: &str,
        edit: &TopicEdit,
        receipt: Receipt<'_, TopicView>,
    ) -> Result<Outcome<TopicView>, Error> {
        self.change("topic edit", call, receipt, |change, actor| {
            actor.demand(Action::ManageTopics)?;
            let topics = change.read().topics()?;
            let before = topics.named(named, self.language)?.clone();
            let wanted = edited(change.read(), actor, &topics, before.clone(), edit, self.language)?;
            if twin(&topics, &wanted).is_some() {
                return Err(Refusal::TopicTaken { name: wanted.name_es }.into());
            }
            if wanted == before {
                self.topic_view(change, before.id, false)
            } else {
                self.keep_topic(change, Some(&before), &wanted)
            }
        })
    }

    /// Keeps new tickets from a topic and all that stand under it; the old ones keep theirs.
    ///
    /// # Errors
    /// `TopicNotFound`, `LastTopic`; those of the gate and of the store.
    pub fn retire_topic(&self, call: &Call, named: &str, receipt: Receipt<'_, TopicView>) -> Result<Outcome<TopicView>, Error> {
        self.change("topic retire", call, receipt, |change, actor| {
            actor.demand(Action::ManageTopics)?;
            let topics = change.read().topics()?;
            let topic = topics.named(named, self.language)?.clone();
            let branch = topics.with_descendants(topic.id);
            if topics.0.iter().all(|other| other.retired || !branch.contains(&other.id)) {
                return self.topic_view(change, topic.id, false);
            }
            if topics.0.iter().all(|other| other.retired || branch.contains(&other.id)) {
                return Err(Refusal::LastTopic.into());
            }
            for below in topics.0.iter().filter(|other| other.id != topic.id && !other.retired && branch.contains(&other.id)) {
                self.keep_topic(change, Some(below), &Topic { retired: true, ..below.clone() })?;
            }
            self.keep_topic(change, Some(&topic), &Topic { retired: true, ..topic.clone() })
        })
    }

    fn keep_topic(&self, change: &mut Change<'_>, before: Option<&Topic>, topic: &Topic) -> Result<TopicView, Error> {
        let changes = before.map(|before| changes(change.read(), before, topic)).transpose()?;
        change.write().put_topic(topic)?;
        let changes = changes.map(Changes::into_value);
        change.note(serde_json::json!({ "topic": topic.name_es, "retired": topic.retired, "changes": changes }));
        self.topic_view(change, topic.id, true)
    }

    fn topic_view(&self, change: &Change<'_>, id: TopicId, changed: bool) -> Result<TopicView, Error> {
        let topics = change.read().topics()?;
        let full = topics.full_name(id, Language::Spanish);
        let found = views(change.read(), &topics, self.language, true)?;
        let view = found.into_iter().find(|view| view.name_es == full);
        let view = view.ok_or(Refusal::TopicNotFound { name: full })?;
        Ok(TopicView { changed, ..view })
    }
}

/// What differs between a topic and what it is to be.
fn changes(read: &dyn Read, before: &Topic, after: &Topic) -> Result<Changes, StoreError> {
    let topics = read.topics()?;
    let parent = |topic: &Topic| topic.parent.map(|parent| topics.full_name(parent, Language::Spanish));
    let agents = |topic: &Topic| -> Result<Option<String>, StoreError> {
        let Some(agents) = &topic.agents else { return Ok(None) };
        let accounts = read.accounts(agents)?;
        Ok(Some(accounts.iter().map(|account| account.handle.as_str()).collect::<Vec<_>>().join(",")))
    };
    let auto = |topic: &Topic| topic.auto_assign.map(|auto| if auto { "on" } else { "off" });
    Ok(Changes::default()
        .field("name", Some(&before.name_es), Some(&after.name_es))
        .field("name_en", before.name_en.as_deref(), after.name_en.as_deref())
        .field("parent", parent(before).as_deref(), parent(after).as_deref())
        .field("agents", agents(before)?.as_deref(), agents(after)?.as_deref())
        .field("auto_assign", auto(before), auto(after)))
}

/// The topic that `topic` is to stand under.
fn parent_for(topics: &TopicTree, topic: &Topic, named: &str, reader: Language) -> Result<TopicId, Refusal> {
    let parent = topics.named(named, reader)?;
    if !topics.may_stand_under(topic.id, parent.id) {
        return Err(Refusal::TopicMisplaced);
    }
    if parent.retired && !topic.retired {
        return Err(Refusal::TopicRetired { name: topics.full_name(parent.id, Language::Spanish) });
    }
    Ok(parent.id)
}

/// The agents that somebody names, each once, in the order given; `None` for those of the topic above. Those of `before` may stay, also
/// while no tickets can be given to them: otherwise nobody could be put beside them.
fn agents_named(read: &dyn Read, actor: &Actor, text: &str, before: &[AccountId]) -> Result<Option<Vec<AccountId>>, Error> {
    let mut agents = Vec::new();
    if text.trim() == ANYBODY {
        return Ok(Some(agents));
    }
    for named in text.split(',').map(str::trim).filter(|named| !named.is_empty()) {
        let agent = actor.person(read, named)?;
        if !(agent.can_be_assigned() || before.contains(&agent.id)) {
            return Err(Refusal::CannotBeAssigned { who: agent.handle.as_str().to_owned() }.into());
        }
        if !agents.contains(&agent.id) {
            agents.push(agent.id);
        }
    }
    if agents.len() > MOST_AGENTS {
        return Err(Refusal::BadValue { option: "--agents".to_owned(), value: text.chars().take(100).collect() }.into());
    }
    Ok(Some(agents).filter(|agents| !agents.is_empty()))
}

/// A topic that is there, answered by whom is wanted where that was said.
fn answered_as(wanted: &Topic, edit: &TopicEdit, topic: &Topic) -> Topic {
    let mut topic = topic.clone();
    if edit.agents.is_some() {
        topic.agents.clone_from(&wanted.agents);
    }
    topic.auto_assign = edit.auto_assign.unwrap_or(topic.auto_assign);
    topic
}

fn edited(
    read: &dyn Read,
    actor: &Actor,
    topics: &TopicTree,
    mut topic: Topic,
    edit: &TopicEdit,
    reader: Language,
) -> Result<Topic, Error> {
    if let Some(text) = &edit.name {
        topic.name_es = name("NAME", text)?;
    }
    if let Some(text) = &edit.name_en {
        topic.name_en = if text.is_empty() { None } else { Some(name("--name-en", text)?) };
    }
    if let Some(text) = &edit.parent {
        topic.parent = if text.is_empty() { None } else { Some(parent_for(topics, &topic, text, reader)?) };
    }
    if let Some(text) = &edit.agents {
        topic.agents = agents_named(read, actor, text, topic.agents.as_deref().unwrap_or_default())?;
    }
    topic.auto_assign = edit.auto_assign.unwrap_or(topic.auto_assign);
    Ok(topic)
}
