//! What is left of a word without its ending, in Spanish and in English.
//!
//! The rules are Snowball's. Those for Spanish go by accents that a folded word has lost, and take the last letters of many a word
//! in the singular for an ending of verbs that its plural does not have (`examen`, `exámenes`). So accents are put back where
//! they can be told, and plurals of that kind made singular, before the rules are asked.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

/// Plurals whose singular, without `es`, looks like a form of a verb.
const PLURALS: [&str; 9] = ["ades", "edes", "ides", "anes", "enes", "eses", "ares", "eres", "ires"];

/// Endings as they are folded and as they are written, the longest first. Some say only that a shorter one is not meant.
const ENDINGS: [(&str, &str); 26] = [
    ("ariamos", "aríamos"),
    ("eriamos", "eríamos"),
    ("iriamos", "iríamos"),
    ("ieramos", "iéramos"),
    ("iesemos", "iésemos"),
    ("ariais", "aríais"),
    ("eriais", "eríais"),
    ("iriais", "iríais"),
    ("logias", "logías"),
    ("asteis", "asteis"),
    ("isteis", "isteis"),
    ("ierais", "ierais"),
    ("ieseis", "ieseis"),
    ("logia", "logía"),
    ("arian", "arían"),
    ("erian", "erían"),
    ("irian", "irían"),
    ("areis", "aréis"),
    ("ereis", "eréis"),
    ("ireis", "iréis"),
    ("abais", "abais"),
    ("arais", "arais"),
    ("aseis", "aseis"),
    ("cion", "ción"),
    ("ais", "áis"),
    ("eis", "éis"),
];

/// The stems of a folded word, each once. What is not all letters from a to z is its own.
pub fn of(word: &str) -> Vec<String> {
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return vec![word.to_owned()];
    }
    let written = written(word);
    // What was accented in Spanish and is not any more after the rules must look like what never was.
    let spanish: String = Stemmer::create(Algorithm::Spanish).stem(&written).chars().map(without_accent).collect();
    let english = Stemmer::create(Algorithm::English).stem(word).into_owned();
    if spanish == english { vec![spanish] } else { vec![spanish, english] }
}

/// A folded word as it is written in Spanish, as far as its stem goes by that.
fn written(word: &str) -> Cow<'_, str> {
    let word = match word.strip_suffix("es") {
        Some(singular) if PLURALS.iter().any(|plural| word.ends_with(plural)) => singular,
        _ => word,
    };
    match ENDINGS.iter().find(|(ending, _)| word.ends_with(ending)) {
        // There must be something that it is the ending of: `seis` is none.
        Some((ending, accented)) if word.len() >= ending.len() + 2 => {
            Cow::Owned([&word[..word.len() - ending.len()], accented].concat())
        }
        _ => Cow::Borrowed(word),
    }
}

fn without_accent(letter: char) -> char {
    match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        other => other,
    }
}
