//! What a desk makes of what is found: it is refused, or let through with a flag, or let be.

use std::ops::Range;

use super::{Found, Insults, Matter, find};

/// So many characters of a line are shown around a place.
const AROUND: usize = 60;

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

/// Which of the words that somebody gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The subject.
    Subject,
    /// The message itself.
    Message,
}

impl Field {
    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Message => "message",
        }
    }
}

/// A place in somebody's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// In which of them.
    pub field: Field,
    /// What was found there.
    pub matter: Matter,
    /// Where, in characters of the text as it was given.
    pub place: Range<usize>,
    /// What was found.
    pub words: String,
    /// What stands before it on its line, or the end of that.
    pub before: String,
    /// What stands behind it, or the beginning of that.
    pub behind: String,
}

impl Spot {
    /// The place of something that was found in a text.
    pub fn new(field: Field, text: &str, found: &Found) -> Self {
        let Range { start, end } = found.place;
        let line_start = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |line_end| line_end + 1);
        let before: Vec<char> = text.get(line_start..start).unwrap_or_default().chars().collect();
        let behind = text.get(end..).unwrap_or_default().lines().next().unwrap_or_default();
        let cut = before.len().saturating_sub(AROUND);
        let mut shown: String = if cut > 0 { "…".to_owned() } else { String::new() };
        shown.extend(&before[cut..]);
        let mut rest: String = behind.chars().take(AROUND).collect();
        if behind.chars().nth(AROUND).is_some() {
            rest.push('…');
        }
        let words = found.words(text).to_owned();
        Self { field, matter: found.matter, place: found.characters(text), words, before: shown, behind: rest }
    }
}

/// Words that are refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Every place for which they are.
    pub spots: Vec<Spot>,
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
    /// The desk's own telephone and addresses, which are for everybody.
    pub own: Vec<String>,
}

/// What the rules make of somebody's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// The places for which the words are refused.
    pub blocked: Vec<Spot>,
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
        if !self.own.is_empty() {
            found.retain(|found| !self.is_own(found, found.words(text)));
        }
        found
    }

    fn is_own(&self, found: &Found, words: &str) -> bool {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let local = |digits: String| {
            let rest = digits.strip_prefix("0034").or_else(|| digits.strip_prefix("34")).map(str::to_owned);
            rest.filter(|rest| rest.len() == 9).unwrap_or(digits)
        };
        match found.matter {
            Matter::Phone => self.own.iter().any(|own| !own.contains('@') && local(digits(own)) == local(digits(words))),
            Matter::Email => self.own.iter().any(|own| own.eq_ignore_ascii_case(words)),
            Matter::Money | Matter::Insult => false,
        }
    }

    /// What they make of words that were given.
    pub fn judge(&self, texts: &[(Field, &str)]) -> Verdict {
        let matters: Vec<_> = Matter::ALL.into_iter().filter(|matter| self.treatment(*matter) != Treatment::Allow).collect();
        let mut verdict = Verdict::default();
        if matters.is_empty() {
            return verdict;
        }
        for (field, text) in texts {
            for found in self.find(text, &matters) {
                match self.treatment(found.matter) {
                    Treatment::Block => verdict.blocked.push(Spot::new(*field, text, &found)),
                    Treatment::Flag if !verdict.flagged.contains(&found.matter) => verdict.flagged.push(found.matter),
                    Treatment::Flag | Treatment::Allow => {}
                }
            }
        }
        verdict
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(treatments: &[(Matter, Treatment)]) -> Rules {
        let own = vec!["807 455 110".to_owned(), "soporte@example.com".to_owned()];
        Rules { treatments: treatments.to_vec(), insults: Insults::parse("idiota"), own }
    }

    #[test]
    fn each_matter_is_refused_flagged_or_let_be() {
        let texts = ["612 345 678", "ana@correo.es", "50 €", "idiota"];
        for (matter, text) in Matter::ALL.into_iter().zip(texts) {
            for treatment in [Treatment::Block, Treatment::Flag, Treatment::Allow] {
                let verdict = rules(&[(matter, treatment)]).judge(&[(Field::Subject, "Duda"), (Field::Message, text)]);
                let blocked: Vec<_> = verdict.blocked.iter().map(|spot| (spot.field, spot.matter, spot.words.as_str())).collect();
                let expected = if treatment == Treatment::Block { vec![(Field::Message, matter, text)] } else { Vec::new() };
                assert_eq!(blocked, expected);
                assert_eq!(verdict.flagged, if treatment == Treatment::Flag { vec![matter] } else { Vec::new() });
            }
        }
    }

    #[test]
    fn what_is_the_desks_own_may_be_said() {
        let all = Matter::ALL.map(|matter| (matter, Treatment::Block));
        let judge = |text| rules(&all).judge(&[(Field::Message, text)]).blocked.len();
        assert_eq!(judge("Llame al 807 45 51 10 o al +34 807455110, o escriba a Soporte@example.com"), 0);
        assert_eq!(judge("Llame al 807 45 51 11 o escriba a soporte@example.org"), 2);
    }

    #[test]
    fn a_spot_has_its_line_and_its_place_in_characters() {
        let text = format!("Añado:\n{}ñ 612345678{}\nFin", "a".repeat(80), "b".repeat(80).replace("bb", " b"));
        let verdict = rules(&[(Matter::Phone, Treatment::Block)]).judge(&[(Field::Message, &text)]);
        let [spot] = &verdict.blocked[..] else { panic!("{verdict:?}") };
        assert_eq!(spot.place, 89..98);
        assert_eq!((spot.before.chars().count(), spot.behind.chars().count()), (61, 61));
        assert!(spot.before.starts_with("…a") && spot.before.ends_with("ñ ") && spot.behind.ends_with('…'));
    }
}
