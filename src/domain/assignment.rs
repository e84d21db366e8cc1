//! To whom a ticket goes when nobody says: the rule of `assign --auto` and of topics that assign by themselves.

use std::collections::BTreeMap;

use super::account::AccountId;

/// Why a ticket goes to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// Somebody who can answer has it already.
    Kept,
    /// The agent who looks after the client's work.
    ClientAgent,
    /// Whoever of the agents who are there has the last other ticket of the same client.
    LastAgent,
    /// One of the topic's agents: the one with the fewest open tickets.
    TopicAgent,
    /// Of all agents the one with the fewest open tickets.
    FewestOpen,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 5] = [Self::Kept, Self::ClientAgent, Self::LastAgent, Self::TopicAgent, Self::FewestOpen];

    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::ClientAgent => "client-agent",
            Self::LastAgent => "last-agent",
            Self::TopicAgent => "topic-agent",
            Self::FewestOpen => "fewest-open",
        }
    }
}

/// Somebody of staff who is there and can be given tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub id: AccountId,
    /// Whether answering is what they are for; others get only what they are named for.
    pub is_agent: bool,
    /// How many open tickets they have, once somebody asked.
    pub open: Option<u64>,
}

/// Who speaks for whom, of one ticket.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes<'w> {
    /// The agent who looks after its client's work.
    pub client_agent: Option<AccountId>,
    /// Whoever of the agents who are there has the last other ticket of its client.
    pub last_agent: Option<AccountId>,
    /// The agents of its topic, then those of the topic above, and so on up the tree.
    pub topic_agents: &'w [&'w [AccountId]],
}

/// Those who can be given tickets, each with what they have: it follows as tickets are given.
#[derive(Clone, Debug, Default)]
pub struct Rota(BTreeMap<AccountId, Colleague>);

impl Rota {
    /// The rota of those who are there: whoever is away, suspended, not yet able to log in or no longer of staff is not
    /// on it.
    pub fn new(colleagues: impl IntoIterator<Item = Colleague>) -> Self {
        Self(colleagues.into_iter().map(|colleague| (colleague.id, colleague)).collect())
    }

    /// Whether somebody is there whom answering is for.
    pub fn has_agent(&self, id: AccountId) -> bool {
        self.0.get(&id).is_some_and(|colleague| colleague.is_agent)
    }

    /// To whom a ticket goes, and why; `None` where nobody is there. `count` is asked how many open tickets somebody has: only where
    /// that decides, and once of each.
    ///
    /// # Errors
    /// Those of `count`.
    pub fn choose<E>(
        &mut self,
        wishes: &Wishes<'_>,
        count: impl FnMut(AccountId) -> Result<u64, E>,
    ) -> Result<Option<(AccountId, Reason)>, E> {
        let is_there = |id: &AccountId| self.0.contains_key(id);
        let answers = |id: &AccountId| self.has_agent(*id);
        if let Some(agent) = wishes.client_agent.filter(is_there) {
            return Ok(Some((agent, Reason::ClientAgent)));
        }
        if let Some(agent) = wishes.last_agent.filter(answers) {
            return Ok(Some((agent, Reason::LastAgent)));
        }
        let there = |agents: &&[AccountId]| agents.iter().copied().filter(is_there).collect::<Vec<_>>();
        let of_topic = wishes.topic_agents.iter().map(there).find(|agents| !agents.is_empty());
        let (among, reason) = match of_topic {
            Some(agents) => (agents, Reason::TopicAgent),
            None => (self.0.keys().copied().filter(answers).collect(), Reason::FewestOpen),
        };
        Ok(self.least_loaded(&among, count)?.map(|agent| (agent, reason)))
    }

    /// The one with the fewest open tickets; among equals whoever came to the desk first.
    fn least_loaded<E>(
        &mut self,
        among: &[AccountId],
        mut count: impl FnMut(AccountId) -> Result<u64, E>,
    ) -> Result<Option<AccountId>, E> {
        let mut least: Option<(u64, AccountId)> = None;
        for id in among {
            let Some(colleague) = self.0.get_mut(id) else { continue };
            let open = match colleague.open {
                Some(open) => open,
                None => *colleague.open.insert(count(*id)?),
            };
            least = least.into_iter().chain([(open, *id)]).min();
        }
        Ok(least.map(|(_, id)| id))
    }

    /// Takes note that an open ticket went from somebody to somebody.
    pub fn moved(&mut self, from: Option<AccountId>, to: AccountId) {
        if let Some(open) = from.and_then(|from| self.0.get_mut(&from)).and_then(|colleague| colleague.open.as_mut()) {
            *open = open.saturating_sub(1);
        }
        if let Some(open) = self.0.get_mut(&to).and_then(|colleague| colleague.open.as_mut()) {
            *open += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;
    use proptest::prelude::*;

    fn rota(colleagues: &[(u32, bool, u64)]) -> Rota {
        Rota::new(colleagues.iter().map(|&(id, is_agent, open)| Colleague { id: AccountId(id), is_agent, open: Some(open) }))
    }

    /// What is chosen where everybody is counted already.
    fn chosen(rota: &mut Rota, wishes: &Wishes<'_>) -> Option<(AccountId, Reason)> {
        rota.choose::<Infallible>(wishes, |id| panic!("{id:?} is counted already")).unwrap()
    }

    /// The rules in their order: each is asked only where those before it find nobody who is there.
    #[test]
    fn the_order_of_the_rules() {
        let mut rota = rota(&[(1, true, 5), (2, true, 3), (3, true, 0), (4, true, 3), (9, false, 0)]);
        let mut chosen_of = |client: u32, last: u32, topics: &[&[u32]]| {
            let topics: Vec<Vec<_>> = topics.iter().map(|ids| ids.iter().copied().map(AccountId).collect()).collect();
            let topics: Vec<_> = topics.iter().map(Vec::as_slice).collect();
            let wishes = Wishes {
                client_agent: Some(AccountId(client)).filter(|id| id.0 > 0),
                last_agent: Some(AccountId(last)).filter(|id| id.0 > 0),
                topic_agents: &topics,
            };
            chosen(&mut rota, &wishes).map(|(id, reason)| (id.0, reason.id()))
        };
        assert_eq!(chosen_of(1, 2, &[&[4]]), Some((1, "client-agent")));
        assert_eq!(chosen_of(7, 2, &[&[4]]), Some((2, "last-agent")));
        assert_eq!(chosen_of(9, 2, &[&[4]]), Some((9, "client-agent")), "whoever is named need not be an agent");
        assert_eq!(
            chosen_of(0, 9, &[&[4]]),
            Some((4, "topic-agent")),
            "a secretary who once had a ticket does not get all of them"
        );
        assert_eq!(chosen_of(7, 7, &[&[1, 4, 2]]), Some((2, "topic-agent")), "of equals the first");
        assert_eq!(
            chosen_of(0, 0, &[&[7], &[], &[1]]),
            Some((1, "topic-agent")),
            "the topic above, where nobody of this one is there"
        );
        assert_eq!(chosen_of(0, 0, &[]), Some((3, "fewest-open")));
        assert_eq!(chosen(&mut Rota::default(), &Wishes::default()), None);
        assert_eq!(chosen(&mut super::tests::rota(&[(9, false, 0)]), &Wishes::default()), None);
    }

    #[test]
    fn each_is_counted_once_and_only_where_it_decides() {
        let mut rota = Rota::new((1..4).map(|id| Colleague { id: AccountId(id), is_agent: true, open: None }));
        let mut asked = Vec::new();
        let mut choose = |wishes: &Wishes<'_>| {
            let found = rota.choose::<Infallible>(wishes, |id| {
                asked.push(id.0);
                Ok(7)
            });
            let (to, _) = found.unwrap().unwrap();
            rota.moved(Some(AccountId(3)), to);
            to.0
        };
        let topic = [AccountId(2), AccountId(3)];
        assert_eq!(choose(&Wishes { client_agent: Some(AccountId(1)), ..Wishes::default() }), 1);
        assert_eq!(choose(&Wishes { topic_agents: &[&topic], ..Wishes::default() }), 2);
        assert_eq!([choose(&Wishes::default()), choose(&Wishes::default())], [3, 3]);
        assert_eq!(asked, [2, 3, 1]);
    }

    proptest! {
        /// Tickets that nobody speaks for go round: in the end nobody has two more than another, but for what they had before.
        #[test]
        fn what_nobody_speaks_for_goes_round(opens in prop::collection::vec(0_u64..6, 1..6), tickets in 0_usize..60) {
            let mut rota = Rota::new((1..).zip(&opens).map(|(id, &open)| Colleague { id: AccountId(id), is_agent: true, open: Some(open) }));
            let mut given = vec![0_u64; opens.len()];
            for _ in 0..tickets {
                let (to, reason) = chosen(&mut rota, &Wishes::default()).unwrap();
                prop_assert_eq!(reason, Reason::FewestOpen);
                rota.moved(None, to);
                given[to.0 as usize - 1] += 1;
            }
            prop_assert_eq!(given.iter().sum::<u64>(), tickets as u64);
            let least = opens.iter().zip(&given).map(|(open, given)| open + given).min().unwrap();
            for (open, given) in opens.iter().zip(&given) {
                prop_assert!(*given == 0 || open + given <= least + 1);
            }
        }

        /// Whoever is chosen is there, and of no two choices the worse.
        #[test]
        fn whoever_is_chosen_is_there(
            people in prop::collection::btree_map(1_u32..8, (any::<bool>(), 0_u64..4), 0..6),
            (client, last) in (prop::option::of(1_u32..8), prop::option::of(1_u32..8)),
            topics in prop::collection::vec(prop::collection::vec((1_u32..8).prop_map(AccountId), 0..3), 0..3),
        ) {
            let colleagues = people.iter().map(|(&id, &(is_agent, open))| (id, is_agent, open)).collect::<Vec<_>>();
            let mut rota = rota(&colleagues);
            let agents: Vec<_> = topics.iter().map(Vec::as_slice).collect();
            let wishes = Wishes { client_agent: client.map(AccountId), last_agent: last.map(AccountId), topic_agents: &agents };
            let named = topics.iter().flatten().chain(&wishes.client_agent).any(|id| people.contains_key(&id.0));
            let is_somebody_there = named || people.values().any(|(is_agent, _)| *is_agent);
            let found = chosen(&mut rota, &wishes);
            prop_assert_eq!(found.is_some(), is_somebody_there);
            if let Some((id, reason)) = found {
                prop_assert!(people.contains_key(&id.0));
                let fits = match reason {
                    Reason::Kept => false,
                    Reason::ClientAgent => wishes.client_agent == Some(id),
                    Reason::LastAgent => wishes.last_agent == Some(id),
                    Reason::TopicAgent => topics.iter().any(|agents| agents.contains(&id)),
                    Reason::FewestOpen => people.iter().all(|(other, (is_agent, open))| {
                        !is_agent || (*open, *other) >= (people[&id.0].1, id.0)
                    }),
                };
                prop_assert!(fits);
                prop_assert_eq!(chosen(&mut rota, &wishes), found, "the same question, the same answer");
            }
        }
    }
}
