//! Places in somebody's words: the line with what was found marked, and a line of carets under it.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use super::paint::{Tone, dim, paint};
use super::safe;
use crate::domain::house_rules::{Matter, Spot, Spots};
use crate::i18n::Words;

/// So many places are shown to people; machines are told of more.
const MOST: usize = 8;

/// What a matter is called, in the singular.
pub fn matter_word(matter: Matter, words: &Words) -> String {
    words.text(match matter {
        Matter::Phone => "ui-matter-phone",
        Matter::Email => "ui-matter-email",
        Matter::Money => "ui-matter-money",
        Matter::Insult => "ui-matter-insult",
    })
}

/// Places as machines read them.
pub fn object(spots: &Spots) -> Value {
    let object = |spot: &Spot| {
        json!({
            "field": spot.field.id(),
            "kind": spot.matter.id(),
            "start": spot.place.start,
            "end": spot.place.end,
            "text": spot.words,
        })
    };
    spots.shown.iter().map(object).collect()
}

/// Places as people are shown them, two lines each.
pub fn lines(spots: &Spots, colour: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for spot in spots.shown.iter().take(MOST) {
        // Whatever runs over several lines is shown in one.
        let flat = |text: &str| safe::line(&text.replace(['\n', '\t'], " ")).into_owned();
        let (before, words, behind) = (flat(&spot.before), flat(&spot.words), flat(&spot.behind));
        let marked = paint(&words, Tone::Waiting, true, colour);
        lines.push(format!("    {before}{marked}{behind}"));
        let carets = paint(&"^".repeat(words.width().max(1)), Tone::Waiting, false, colour);
        lines.push(format!("    {}{carets}", " ".repeat(before.width())));
    }
    lines.extend(rest(spots, colour));
    lines
}

/// What was found in an entry of a thread, in a line each.
pub fn found(spots: &Spots, words: &Words, colour: bool) -> String {
    let line = |spot: &Spot| {
        let what = matter_word(spot.matter, words);
        let text = safe::line(&spot.words.replace(['\n', '\t'], " ")).into_owned();
        format!("  {}\n", paint(&format!("⚑ {what}: {text}"), Tone::Waiting, false, colour))
    };
    let rest = rest(spots, colour).map(|rest| format!("{rest}\n"));
    spots.shown.iter().take(MOST).map(line).chain(rest).collect()
}

/// How many places there are of which people are not told.
fn rest(spots: &Spots, colour: bool) -> Option<String> {
    let rest = spots.shown.len().saturating_sub(MOST) + spots.more;
    (rest > 0).then(|| dim(&format!("    … (+{rest})"), colour))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::house_rules::Field;
    use crate::domain::language::Language;

    #[test]
    fn the_carets_stand_under_the_words_whatever_is_before_them() {
        let spot = |before: &str, words: &str| Spot {
            field: Field::Message,
            matter: Matter::Phone,
            place: 0..1,
            words: words.to_owned(),
            before: before.to_owned(),
            behind: ".".to_owned(),
        };
        for (before, words) in [("Añado: ", "612 345 678"), ("日本\t", "612\n345"), ("\u{1b}[2J", "６１２")] {
            let shown = lines(&Spots { shown: vec![spot(before, words)], more: 0 }, false);
            assert!(!shown[0].contains('\u{1b}'));
            let marked = shown[0].trim_end_matches('.');
            assert_eq!(shown[1].width(), marked.width(), "{shown:?}");
            let carets = shown[1].matches('^').count();
            assert_eq!(carets, words.replace('\n', " ").width());
        }
        let many = Spots { shown: vec![spot("", "1"); 10], more: 50 };
        let shown = lines(&many, false);
        assert_eq!((shown.len(), shown[16].as_str()), (17, "    … (+52)"));
        assert!(found(&many, &Words::new(Language::Spanish), false).ends_with("    … (+52)\n"));
    }
}
