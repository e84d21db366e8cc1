//! Help topics: a tree, each with a name per language.

use super::account::AccountId;
use super::language::Language;
use super::refusal::Refusal;

/// The place of a topic in the store: dense, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TopicId(pub u32);

/// What a ticket is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The place in the store.
    pub id: TopicId,
    /// The topic it stands under.
    pub parent: Option<TopicId>,
    /// Its Spanish name: one line of at most 80 characters, without `/`.
    pub name_es: String,
    /// Its English name; the Spanish one is shown where there is none.
    pub name_en: Option<String>,
    /// Whether no new ticket may have it.
    pub retired: bool,
    /// The agents who answer it: `None` for those of the topic above, an empty list for whoever is there, also where the topic above
    /// has its own.
    pub agents: Option<Vec<AccountId>>,
    /// Whether opening a ticket assigns it to one of them; `None` for what the topic above says.
    pub auto_assign: Option<bool>,
}

/// The most characters of a topic's name.
pub const LONGEST_NAME: usize = 80;
/// The most topics of one name that are told apart for somebody.
const MOST_NAMESAKES: usize = 10;
/// How deep the tree may grow.
pub const DEEPEST: usize = 5;

impl Topic {
    /// Its own name in a language.
    pub fn name(&self, language: Language) -> &str {
        match (language, &self.name_en) {
            (Language::English, Some(name)) => name,
            _ => &self.name_es,
        }
    }

    /// Whether people could take it for another by its own name, in whichever language either of them is read.
    pub fn sounds_like(&self, other: &Self) -> bool {
        let names = |topic: &Self| Language::ALL.map(|language| fold(topic.name(language)));
        names(self).iter().any(|name| names(other).contains(name))
    }
}

/// A name without what people do not tell names apart by: capitals, and white space around `/`.
fn fold(name: &str) -> String {
    name.split('/').map(|part| part.trim().to_lowercase()).collect::<Vec<_>>().join("/")
}

/// The tree of topics, as one value: a desk has a few dozen at most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicTree(pub Vec<Topic>);

impl TopicTree {
    /// The topic of an id.
    pub fn get(&self, id: TopicId) -> Option<&Topic> {
        self.0.iter().find(|topic| topic.id == id)
    }

    /// The full name of a topic: `Parent / Child`.
    pub fn full_name(&self, id: TopicId, language: Language) -> String {
        let mut names = Vec::new();
        let mut next = Some(id);
        while let Some(topic) = next.and_then(|id| self.get(id)) {
            names.push(topic.name(language));
            if names.len() > DEEPEST {
                break;
            }
            next = topic.parent;
        }
        names.reverse();
        names.join(" / ")
    }

    /// The topic that somebody means: its full name or, where only one has it, its own, in either language.
    ///
    /// Capitals do not matter, nor does white space around `/`; but where several are called so, one that is written just like it
    /// comes first, then one that is in use.
    ///
    /// # Errors
    /// Those that may be meant, several or none.
    fn find(&self, text: &str) -> Result<&Topic, Vec<&Topic>> {
        let full = self.called(text, |topic, language| self.full_name(topic.id, language));
        if let Some(topic) = full.first() {
            return Ok(topic);
        }
        let own = self.called(text, |topic, language| topic.name(language).to_owned());
        if let [topic] = own.as_slice() { Ok(topic) } else { Err(own) }
    }

    /// The topic that somebody names.
    ///
    /// # Errors
    /// `TopicNotFound`; `TopicAmbiguous`, with full names in the language of `reader`.
    pub fn named(&self, name: &str, reader: Language) -> Result<&Topic, Refusal> {
        self.find(name).map_err(|several| {
            let name = name.chars().take(100).collect();
            if several.is_empty() {
                return Refusal::TopicNotFound { name };
            }
            let mut topics: Vec<_> = several.iter().map(|topic| self.full_name(topic.id, reader)).collect();
            topics.sort_by_key(|name| name.to_lowercase());
            topics.truncate(MOST_NAMESAKES);
            Refusal::TopicAmbiguous { name, topics }
        })
    }

    /// Those of whom `name` is what somebody means: all that are as near to it as the nearest.
    fn called(&self, text: &str, name: impl Fn(&Topic, Language) -> String) -> Vec<&Topic> {
        let wanted = fold(text);
        let is_called = |topic: &&Topic| Language::ALL.iter().any(|&language| fold(&name(topic, language)) == wanted);
        let distance = |topic: &Topic| {
            let is_exact = Language::ALL.iter().any(|&language| name(topic, language) == text.trim());
            (!is_exact, topic.retired)
        };
        let found: Vec<_> = self.0.iter().filter(is_called).collect();
        let nearest = found.iter().map(|topic| distance(topic)).min();
        found.into_iter().filter(|topic| Some(distance(topic)) == nearest).collect()
    }

    /// A topic and all that stand under it.
    pub fn with_descendants(&self, id: TopicId) -> Vec<TopicId> {
        let mut found = vec![id];
        let mut next = 0;
        while let Some(&parent) = found.get(next) {
            found.extend(
                self.0
                    .iter()
                    .filter(|topic| topic.parent == Some(parent))
                    .map(|topic| topic.id)
                    .filter(|id| !found.contains(id))
                    .collect::<Vec<_>>(),
            );
            next += 1;
        }
        found
    }

    /// A topic and those above it, the nearest first.
    pub fn upwards(&self, id: TopicId) -> impl Iterator<Item = &Topic> {
        std::iter::successors(self.get(id), |topic| topic.parent.and_then(|parent| self.get(parent))).take(DEEPEST + 1)
    }

    /// The agents of a topic and of those above it, the nearest first, up to one that is for whoever is there.
    pub fn agents_of(&self, id: TopicId) -> Vec<&[AccountId]> {
        self.upwards(id).filter_map(|topic| topic.agents.as_deref()).take_while(|agents| !agents.is_empty()).collect()
    }

    /// Whether a ticket that is opened in a topic is assigned at once: as the topic itself says or, where it does not, as the nearest
    /// above that does.
    pub fn assigns_on_opening(&self, id: TopicId) -> bool {
        self.upwards(id).find_map(|topic| topic.auto_assign).unwrap_or(false)
    }

    /// Whether a topic may stand under `parent`: not under itself, and nothing of its branch deeper than any may.
    pub fn may_stand_under(&self, id: TopicId, parent: TopicId) -> bool {
        let branch = self.with_descendants(id);
        let height = branch.iter().map(|&below| self.depth(below)).max().unwrap_or(0).saturating_sub(self.depth(id));
        !branch.contains(&parent) && self.depth(parent) + 1 + height < DEEPEST
    }

    /// How many topics stand above this one.
    pub fn depth(&self, id: TopicId) -> usize {
        let mut depth = 0;
        let mut next = self.get(id).and_then(|topic| topic.parent);
        while let Some(topic) = next.and_then(|id| self.get(id)) {
            depth += 1;
            if depth > DEEPEST {
                break;
            }
            next = topic.parent;
        }
        depth
    }
}

/// Reads the name of a topic: one line of at most 80 characters without `/`. `None` when it cannot be one.
pub fn parse_name(text: &str) -> Option<String> {
    super::text::line(text, LONGEST_NAME).filter(|name| !name.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(id: u32, parent: Option<u32>, es: &str, en: Option<&str>) -> Topic {
        Topic {
            id: TopicId(id),
            parent: parent.map(TopicId),
            name_es: es.into(),
            name_en: en.map(Into::into),
            retired: false,
            agents: None,
            auto_assign: None,
        }
    }

    #[test]
    fn topics_are_found_by_full_name_or_by_a_name_that_is_alone() {
        let tree = TopicTree(vec![
            topic(1, None, "Historia", Some("History")),
            topic(2, Some(1), "Dudas", None),
            topic(3, None, "Derecho", Some("Law")),
            topic(4, Some(3), "Dudas", None),
        ]);
        assert_eq!(tree.full_name(TopicId(2), Language::English), "History / Dudas");
        assert_eq!(tree.find("historia/dudas").unwrap().id, TopicId(2));
        assert_eq!(tree.find("LAW").unwrap().id, TopicId(3));
        assert_eq!(tree.find("Dudas").unwrap_err().iter().map(|topic| topic.id.0).collect::<Vec<_>>(), [2, 4]);
        assert_eq!(tree.find("Duda"), Err(Vec::new()));
        let mut twins = TopicTree(vec![topic(1, None, "Arte", None), topic(2, None, "arte", None), topic(3, None, "ARTE", None)]);
        assert_eq!(twins.find("arte").unwrap().id, TopicId(2));
        twins.0[0].retired = true;
        assert_eq!(twins.find("Arte").unwrap().id, TopicId(1), "one has to be able to name it");
        assert_eq!(twins.find("aRTE").unwrap().id, TopicId(2));
        assert!(topic(1, None, "Historia", Some("History")).sounds_like(&topic(2, None, "history", None)));
        assert_eq!(tree.with_descendants(TopicId(1)), [TopicId(1), TopicId(2)]);
        assert_eq!(tree.depth(TopicId(4)), 1);
    }

    #[test]
    fn who_answers_a_topic_is_told_by_the_nearest_that_says() {
        let mut tree = TopicTree(vec![
            topic(1, None, "Historia", None),
            topic(2, Some(1), "Roma", None),
            topic(3, Some(2), "César", None),
            topic(4, Some(4), "En círculo", None),
        ]);
        let assigns = |tree: &TopicTree| [1, 2, 3].map(|id| tree.assigns_on_opening(TopicId(id)));
        assert_eq!(assigns(&tree), [false; 3]);
        tree.0[0].auto_assign = Some(true);
        assert_eq!(assigns(&tree), [true; 3]);
        tree.0[1].auto_assign = Some(false);
        assert_eq!(assigns(&tree), [true, false, false]);
        tree.0[2].auto_assign = Some(true);
        assert_eq!(assigns(&tree), [true, false, true]);
        tree.0[0].agents = Some(vec![AccountId(7)]);
        tree.0[2].agents = Some(vec![AccountId(8), AccountId(9)]);
        assert_eq!(assigns(&tree), [true, false, true], "who answers is another matter");
        assert_eq!(tree.agents_of(TopicId(3)), [&[AccountId(8), AccountId(9)][..], &[AccountId(7)]]);
        assert_eq!(tree.agents_of(TopicId(2)), [&[AccountId(7)][..]]);
        tree.0[1].agents = Some(Vec::new());
        assert_eq!(tree.agents_of(TopicId(3)), [&[AccountId(8), AccountId(9)][..]]);
        assert!(tree.agents_of(TopicId(2)).is_empty());
        assert!(!tree.assigns_on_opening(TopicId(4)) && tree.agents_of(TopicId(9)).is_empty());
    }
}
