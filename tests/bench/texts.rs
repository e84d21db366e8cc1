//! What is written in the tickets of a desk: words of two languages, and rare ones that follow from the place of a text.

use std::fmt::Write as _;

const COMMON: [&str; 24] = [
    "el",
    "de",
    "que",
    "trabajo",
    "para",
    "una",
    "con",
    "capítulo",
    "por",
    "más",
    "entrega",
    "tutoría",
    "índice",
    "profesor",
    "bibliografía",
    "página",
    "corrección",
    "cuándo",
    "the",
    "and",
    "chapter",
    "references",
    "deadline",
    "please",
];
const SYLLABLES: [&str; 16] =
    ["ba", "cor", "den", "fil", "gra", "hu", "lin", "mo", "nes", "pra", "quis", "ro", "sal", "ter", "vi", "zo"];

/// A text of about twenty words, a third of them common ones.
pub fn text(place: u32, part: u32) -> String {
    let mut text = String::new();
    let mut state = u64::from(place) * 4 + u64::from(part) + 1;
    for word in 0..20 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let drawn = state >> 33;
        if word > 0 {
            text.push(' ');
        }
        if drawn.is_multiple_of(3) {
            text.push_str(COMMON[(drawn / 3 % 24) as usize]);
        } else {
            // Few of the rare words are many: some thousands, the first of them the most frequent.
            let rare = (drawn / 3 % 4_096) * (drawn / 12_288 % 64) / 64;
            for shift in [0, 4, 8] {
                text.push_str(SYLLABLES[(rare >> shift & 15) as usize]);
            }
        }
    }
    if part == 0 && place.is_multiple_of(10_007) {
        let _ = write!(text, " ornitorrinco");
    }
    // Both in many tickets, and never in the same.
    match (part, place % 7) {
        (1, 0) => text.push_str(" norte"),
        (1, 1) => text.push_str(" sur"),
        _ => {}
    }
    text
}
