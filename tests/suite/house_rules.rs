//! The house rules, held against a corpus: messages as students and tutors write them, with marks on what is to be found.
//!
//! The corpus is `house_rules/es.txt` and `en.txt`; their first lines say how to add a message. It was written without a look at the
//! finder, and stays so: a mark is right because a person says so. [`corpus`] reads it, [`measure`] counts.

mod corpus;
mod kept;
mod measure;
mod mended;

use corpus::{Corpus, Kind, Mark};
use measure::Score;
use taquilla::domain::house_rules::{self, Insults, Matter};

/// What the corpus of each language is.
const CORPORA: [(&str, &str); 2] = [("es", include_str!("house_rules/es.txt")), ("en", include_str!("house_rules/en.txt"))];

#[test]
fn the_corpus_is_large_and_half_of_it_has_nothing_to_be_found() {
    for (language, source) in CORPORA {
        let corpus = Corpus::parse(source).unwrap_or_else(|problem| panic!("{language}: {problem}"));
        let clean = corpus.messages.iter().filter(|message| message.marks.is_empty()).count();
        let marked = corpus.messages.len() - clean;
        assert!(corpus.messages.len() >= 160, "{language}: {} messages", corpus.messages.len());
        assert!(clean * 5 >= corpus.messages.len() * 2, "{language}: {clean} clean, {marked} marked");
        assert!(!corpus.insults.is_empty());
        for (kind, at_least) in [(Kind::Phone, 60), (Kind::Mail, 50), (Kind::Money, 30), (Kind::Insult, 30)] {
            let marks = corpus.messages.iter().flat_map(|message| &message.marks).filter(|mark| mark.kind == kind).count();
            assert!(marks >= at_least, "{language}: {marks} marks of {kind:?}");
        }
    }
}

#[test]
fn no_message_stands_in_the_corpus_twice() {
    for (language, source) in CORPORA {
        let corpus = Corpus::parse(source).unwrap();
        let mut seen = std::collections::HashSet::new();
        for message in &corpus.messages {
            assert!(seen.insert(&message.text), "{language}, line {}: {}", message.line, message.text);
        }
    }
}

#[test]
fn a_finder_that_knows_the_marks_scores_one_and_worse_ones_score_less() {
    let corpus = Corpus::parse("insults: x\n--- a\ncall [phone:612 345 678] or [phone:699 111 222]\n--- b\npages 1-2\n").unwrap();
    let knowing = measure::measure(&corpus, |message| message.marks.clone());
    assert_eq!(knowing.of(Kind::Phone), Score { hit: 2, missed: 0, wrong: 0 });
    assert!(knowing.report("en").contains("phone  recall 1.000 precision 1.000 (2 found, 0 missed, 0 wrong)"));
    let blind = measure::measure(&corpus, |_| Vec::new());
    assert_eq!(blind.of(Kind::Phone), Score { hit: 0, missed: 2, wrong: 0 });
    // A place that swallows the whole message shows nobody where the number stands.
    let greedy = measure::measure(&corpus, |message| vec![corpus::Mark { kind: Kind::Phone, place: 0..message.text.len() }]);
    assert_eq!(greedy.of(Kind::Phone), Score { hit: 0, missed: 2, wrong: 2 });
    // The right place under the wrong name is a miss and a false alarm.
    let confused = measure::measure(&corpus, |message| {
        message.marks.iter().map(|mark| corpus::Mark { kind: Kind::Mail, ..mark.clone() }).collect()
    });
    assert_eq!((confused.of(Kind::Phone).missed, confused.of(Kind::Mail).wrong), (2, 2));
}

/// What the program finds in a message, as marks.
fn found(insults: &Insults, text: &str) -> Vec<Mark> {
    let kind = |matter| match matter {
        Matter::Phone => Kind::Phone,
        Matter::Email => Kind::Mail,
        Matter::Money => Kind::Money,
        Matter::Insult => Kind::Insult,
    };
    let found = house_rules::find(text, &Matter::ALL, insults).into_iter();
    found.map(|found| Mark { kind: kind(found.matter), place: found.place }).collect()
}

/// A desk that has no list of its own is told of little, but of nothing that is no insult.
#[test]
fn the_usual_insults_are_hardly_ever_anything_else() {
    for (language, source) in CORPORA {
        let corpus = Corpus::parse(source).unwrap();
        let usual = Insults::of_desk("");
        let outcome = measure::measure(&corpus, |message| found(&usual, &message.text));
        let score = outcome.of(Kind::Insult);
        assert!(score.hit > 4 && score.precision() >= 0.97, "{}", outcome.report(language));
    }
}

#[test]
fn what_the_rules_are_for_is_found_and_hardly_anything_else() {
    for (language, source) in CORPORA {
        let corpus = Corpus::parse(source).unwrap();
        let insults = Insults::parse(&corpus.insults);
        let outcome = measure::measure(&corpus, |message| found(&insults, &message.text));
        let report = outcome.report(language);
        println!("{report}");
        for (kind, least) in [(Kind::Phone, 0.97), (Kind::Mail, 0.97), (Kind::Money, 0.9), (Kind::Insult, 0.9)] {
            let score = outcome.of(kind);
            assert!(score.recall() >= least && score.precision() >= least, "{report}");
        }
    }
}
