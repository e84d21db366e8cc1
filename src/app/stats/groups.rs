//! The rows of the figures: one for each agent or topic, and one for all.

use std::collections::BTreeMap;

use super::{By, Group};
use crate::app::{desk, people};
use crate::domain::account::{AccountId, Role};
use crate::domain::filter::Filter;
use crate::domain::language::Language;
use crate::domain::ticket::Ticket;
use crate::domain::topic::{TopicId, TopicTree};
use crate::store::{Read, StoreError};

/// The rows, and which of them a ticket belongs to.
pub(super) struct Groups {
    pub(super) rows: Vec<(Group, Option<Filter>)>,
    agents: BTreeMap<Option<AccountId>, usize>,
    topics: BTreeMap<TopicId, Vec<usize>>,
}

impl Groups {
    pub(super) fn of(read: &dyn Read, by: Option<By>, own: Option<AccountId>, language: Language) -> Result<Self, StoreError> {
        let mut groups = Self { rows: Vec::new(), agents: BTreeMap::new(), topics: BTreeMap::new() };
        match by {
            None => {}
            Some(By::Agent) => groups.add_agents(read, own)?,
            Some(By::Topic) => groups.add_topics(&read.topics()?, own, language, desk::desk_language(read)?),
        }
        groups.rows.push((Group::Total, None));
        Ok(groups)
    }

    /// Everybody who may have tickets, agents first, and what nobody has.
    fn add_agents(&mut self, read: &dyn Read, own: Option<AccountId>) -> Result<(), StoreError> {
        for role in Role::STAFF {
            for account in people::of_role(read, role)? {
                if own.is_none_or(|own| own == account.id) {
                    let shown = (account.handle.as_str().to_owned(), account.name.as_str().to_owned());
                    let filter = Filter { assignee: Some(account.id), ..Filter::open_of(account.id) };
                    self.agents.insert(Some(account.id), self.rows.len());
                    self.rows.push((Group::Agent(Some(shown)), Some(filter)));
                }
            }
        }
        if own.is_none() {
            self.agents.insert(None, self.rows.len());
            let filter = Filter { assignee: None, unassigned: true, ..Filter::open_of(AccountId(0)) };
            self.rows.push((Group::Agent(None), Some(filter)));
        }
        Ok(())
    }

    /// Each topic under the one that it belongs to.
    fn add_topics(&mut self, topics: &TopicTree, own: Option<AccountId>, language: Language, of_machines: Language) {
        let mut order: Vec<TopicId> = topics.0.iter().map(|topic| topic.id).collect();
        order.sort_by_cached_key(|id| {
            let mut path: Vec<_> = topics.upwards(*id).map(|topic| (topic.name(language).to_lowercase(), topic.id)).collect();
            path.reverse();
            path
        });
        for id in order {
            let Some(topic) = topics.get(id) else { continue };
            let below = topics.with_descendants(id);
            for topic in &below {
                self.topics.entry(*topic).or_default().push(self.rows.len());
            }
            let filter = Filter { assignee: own, topics: Some(below), ..Filter::open_of(AccountId(0)) };
            let name = topic.name(language).to_owned();
            let depth = topics.upwards(id).count().saturating_sub(1);
            self.rows.push((Group::Topic { full_name: topics.full_name(id, of_machines), name, depth }, Some(filter)));
        }
    }

    /// The rows that a ticket counts in.
    pub(super) fn rows_of(&self, ticket: &Ticket) -> Vec<usize> {
        let mut rows = self.topics.get(&ticket.topic).cloned().unwrap_or_default();
        // Whoever is of staff no more has no row.
        rows.extend(self.agents.get(&ticket.assignee));
        rows.push(self.rows.len() - 1);
        rows
    }
}
