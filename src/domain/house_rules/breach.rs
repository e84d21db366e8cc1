//! What a desk makes of what is found: it is refused, or let through with a flag, or let be.

use super::spots::{Field, Spots};
use super::{Found, Insults, Matter, Own, find};

/// What a desk does about a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// The words are refused.
    Block,
    /// They are let through, and Secretaría looks at them.
    Flag,
    /// They are let be.
    Allow,
}

impl Treatment {
    /// The treatment of a name that machines read.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "block" => Some(Self::Block),
            "flag" => Some(Self::Flag),
            "allow" => Some(Self::Allow),
            _ => None,
        }
    }
}

/// Words that are refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The places for which they are.
    pub spots: Spots,
    /// Where that belongs which is not for the desk: its telephone, with what is said of it.
    pub phone: Option<String>,
}

/// The rules of a desk.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// What it does about each matter; what is not named is let be.
    pub treatments: Vec<(Matter, Treatment)>,
    /// Its list of insults.
    pub insults: Insults,
    /// The desk's own telephones and addresses, which are for everybody.
    pub own: Own,
}

/// What the rules make of somebody's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// The places for which the words are refused.
    pub blocked: Spots,
    /// For what they are flagged.
    pub flagged: Vec<Matter>,
}

impl Rules {
    fn treatment(&self, matter: Matter) -> Treatment {
        let set = self.treatments.iter().find(|(known, _)| *known == matter);
        set.map_or(Treatment::Allow, |(_, treatment)| *treatment)
    }

    /// What they find of these matters in a text, but for what is the desk's own.
    pub fn find(&self, text: &str, matters: &[Matter]) -> Vec<Found> {
        let mut found = find(text, matters, &self.insults);
        found.retain(|found| !self.own.has(found, text));
        found
    }

    /// The same rules, for these matters alone.
    #[must_use]
    pub fn about(mut self, matters: &[Matter]) -> Self {
        self.treatments.retain(|(matter, _)| matters.contains(matter));
        self
    }

    /// For what words are flagged that are never refused, such as the name of a file.
    pub fn notice(&self, words: &str) -> Vec<Matter> {
        let mut matters: Vec<_> = self.find(words, &self.sought()).into_iter().map(|found| found.matter).collect();
        matters.sort_unstable();
        matters.dedup();
        matters
    }

    /// What they look for at all.
    fn sought(&self) -> Vec<Matter> {
        Matter::ALL.into_iter().filter(|matter| self.treatment(*matter) != Treatment::Allow).collect()
    }

    /// What they make of words that were given.
    pub fn judge(&self, texts: &[(Field, &str)]) -> Verdict {
        let matters = self.sought();
        let mut verdict = Verdict::default();
        if matters.is_empty() {
            return verdict;
        }
        for (field, text) in texts {
            let mut found = self.find(text, &matters);
            found.retain(|found| match self.treatment(found.matter) {
                Treatment::Block => true,
                Treatment::Flag => {
                    if !verdict.flagged.contains(&found.matter) {
                        verdict.flagged.push(found.matter);
                    }
                    false
                }
                Treatment::Allow => false,
            });
            verdict.blocked.add(*field, text, &found);
        }
        verdict
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(treatments: &[(Matter, Treatment)]) -> Rules {
        let own = Own::of(&["807 455 110".to_owned(), "soporte@example.com".to_owned()]);
        Rules { treatments: treatments.to_vec(), insults: Insults::parse("idiota"), own }
    }

    #[test]
    fn each_matter_is_refused_flagged_or_let_be() {
        let texts = ["612 345 678", "ana@correo.es", "50 €", "idiota"];
        for (matter, text) in Matter::ALL.into_iter().zip(texts) {
            for treatment in [Treatment::Block, Treatment::Flag, Treatment::Allow] {
                let verdict = rules(&[(matter, treatment)]).judge(&[(Field::Subject, "Duda"), (Field::Message, text)]);
                let blocked: Vec<_> =
                    verdict.blocked.shown.iter().map(|spot| (spot.field, spot.matter, spot.words.as_str())).collect();
                let expected = if treatment == Treatment::Block { vec![(Field::Message, matter, text)] } else { Vec::new() };
                assert_eq!(blocked, expected);
                assert_eq!(verdict.flagged, if treatment == Treatment::Flag { vec![matter] } else { Vec::new() });
            }
        }
    }

    #[test]
    fn what_is_the_desks_own_may_be_said() {
        let all = Matter::ALL.map(|matter| (matter, Treatment::Block));
        let judge = |text| rules(&all).judge(&[(Field::Message, text)]).blocked.shown.len();
        assert_eq!(judge("Llame al 807 45 51 10 o al +34 807455110, o escriba a Soporte@example.com"), 0);
        assert_eq!(judge("Llame al 807 45 51 11 o escriba a soporte@example.org"), 2);
    }
}
