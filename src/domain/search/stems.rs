//! What is left of a word without its ending, in Spanish and in English.
//!
//! The rules are Snowball's. Those for Spanish go by accents that a folded word has lost, and take the last letters of many a word
//! in the singular for an ending of verbs that its plural does not have (`examen`, `exámenes`). So accents are put back where
//! they can be told, and plurals of that kind made singular, before the rules are asked. What is spelled otherwise in some of its
//! forms is a matter of queries: texts lie in stores, as they were taken in.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

/// Plurals whose singular, without `es`, looks like a form of a verb.
const PLURALS: [&str; 9] = ["ades", "edes", "ides", "anes", "enes", "eses", "ares", "eres", "ires"];

/// The fewest letters before what is spelled otherwise: of fewer nothing can be told.
const SHORTEST_BEGINNING: usize = 2;

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
    if !is_plain(word) {
        return vec![word.to_owned()];
    }
    let spanish = spanish(word);
    let english = Stemmer::create(Algorithm::English).stem(word).into_owned();
    if spanish == english { vec![spanish] } else { vec![spanish, english] }
}

/// Whether a word is all letters from a to z.
fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn spanish(word: &str) -> String {
    // What was accented in Spanish and is not any more after the rules must look like what never was.
    Stemmer::create(Algorithm::Spanish).stem(&written(word)).chars().map(without_accent).collect()
}

/// Endings of forms that a letter is written otherwise in before `e` and `i`, and of one of those that it is: what is looked for by
/// one is looked for by the other too. The first that fits counts.
///
/// Texts are kept by their own stems alone: `luces` as `luc`, `luz` as `luz`. A `z` in the midst of a family of nouns (`plazo`,
/// `marzo`) has no such forms, and would lead to others (`placa`, `marca`).
const RESPELLED: [(&str, &str); 17] = [
    ("ces", "z"),
    ("z", "ces"),
    ("ce", "zar"),
    ("zar", "ce"),
    ("zado", "ce"),
    ("zada", "ce"),
    ("zados", "ce"),
    ("zadas", "ce"),
    ("zando", "ce"),
    ("zamos", "ce"),
    ("zaron", "ce"),
    ("zaba", "ce"),
    ("zaban", "ce"),
    ("cemos", "zar"),
    ("ceis", "zar"),
    ("cen", "zar"),
    ("zais", "ce"),
];

/// The stems that a folded word is looked for by: its own, and those of forms of it that are spelled otherwise (`luz`, `luces`;
/// `empezar`, `empecé`; `buscar`, `busqué`).
pub fn wanted(word: &str) -> Vec<String> {
    let mut stems = of(word);
    if !is_plain(word) {
        return stems;
    }
    let own = spanish(word);
    let respelled = RESPELLED.iter().find_map(|(ending, other)| {
        let beginning = word.strip_suffix(ending).filter(|beginning| beginning.len() >= SHORTEST_BEGINNING)?;
        Some(spanish(&format!("{beginning}{other}")))
    });
    // What sounds like a `c` is a `qu` before `e` and `i`, whatever the ending.
    let resounded = match (own.strip_suffix("qu"), own.strip_suffix('c')) {
        (Some(beginning), _) if beginning.len() >= SHORTEST_BEGINNING => Some(format!("{beginning}c")),
        (_, Some(beginning)) if beginning.len() >= SHORTEST_BEGINNING => Some(format!("{beginning}qu")),
        _ => None,
    };
    for other in respelled.into_iter().chain(resounded) {
        if !stems.contains(&other) {
            stems.push(other);
        }
    }
    stems
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
