//! Counts what a finder found of the corpus, and what it only thought it found.

use std::fmt::Write as _;

use super::corpus::{Corpus, Kind, Mark, Message};

/// How far a place may reach beyond a mark and still show it, in bytes: a currency, "tlf.", "por página".
const SLACK: usize = 14;

/// What came of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// Marks that were found.
    pub hit: usize,
    /// Marks that were not.
    pub missed: usize,
    /// Places where nothing of the kind is marked.
    pub wrong: usize,
}

impl Score {
    /// Of what is there, how much is found.
    pub fn recall(self) -> f64 {
        share(self.hit, self.missed)
    }

    /// Of what is found, how much is there.
    pub fn precision(self) -> f64 {
        share(self.hit, self.wrong)
    }
}

/// The good of good and bad; all of nothing is one.
fn share(good: usize, bad: usize) -> f64 {
    let small = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if good + bad == 0 { 1.0 } else { small(good) / small(good + bad) }
}

/// What came of a corpus.
#[derive(Debug, Default)]
pub struct Outcome {
    scores: [Score; Kind::ALL.len()],
    /// Each mark that was missed and each false alarm, as a line to read.
    pub mistakes: String,
}

impl Outcome {
    /// Recall and precision of each kind, and the mistakes, to be read.
    pub fn report(&self, language: &str) -> String {
        let mut lines = String::new();
        for (kind, name) in Kind::ALL {
            let score = self.of(kind);
            let (recall, precision) = (score.recall(), score.precision());
            let Score { hit, missed, wrong } = score;
            let _ = writeln!(
                lines,
                "{language} {name:<6} recall {recall:.3} precision {precision:.3} ({hit} found, {missed} missed, {wrong} wrong)"
            );
        }
        lines + &self.mistakes
    }

    /// The score of a kind.
    pub fn of(&self, kind: Kind) -> Score {
        self.scores[kind as usize]
    }
}

/// Lets the finder at every message.
pub fn measure(corpus: &Corpus, find: impl Fn(&Message) -> Vec<Mark>) -> Outcome {
    let mut outcome = Outcome::default();
    for message in &corpus.messages {
        let mut found = find(message);
        for mark in &message.marks {
            let score = &mut outcome.scores[mark.kind as usize];
            // Each place answers for one mark: two numbers under one place are one found and one missed.
            if let Some(at) = found.iter().position(|place| shows(place, mark)) {
                found.remove(at);
                score.hit += 1;
            } else {
                score.missed += 1;
                tell(&mut outcome.mistakes, "missed", message, mark);
            }
        }
        for place in found {
            outcome.scores[place.kind as usize].wrong += 1;
            tell(&mut outcome.mistakes, "wrong ", message, &place);
        }
    }
    outcome
}

/// Whether somebody who is shown the place sees what is marked: at least half of it, and not half the message with it.
fn shows(place: &Mark, mark: &Mark) -> bool {
    let start = place.place.start.max(mark.place.start);
    let end = place.place.end.min(mark.place.end);
    let shared = end.saturating_sub(start);
    place.kind == mark.kind && shared * 2 >= mark.place.len() && place.place.len() - shared <= SLACK
}

/// A line about a mistake.
fn tell(lines: &mut String, what: &str, message: &Message, mark: &Mark) {
    let _ = writeln!(lines, "  line {:>3} {what} {:?} {:?}", message.line, mark.kind, &message.text[mark.place.clone()]);
}
