//! Places in somebody's words: the line with what was found marked, and a line of carets under it.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use super::paint::{Tone, dim, paint};
use super::safe;
use super::table::clipped;
use crate::domain::house_rules::{Field, Matter, Spot, Spots};
use crate::i18n::Words;

/// So many places are shown to people; machines are told of more.
const MOST: usize = 8;
/// So far are they moved in.
const MARGIN: usize = 4;

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

/// Places as people are shown them, two lines each, on a terminal of `width` columns (`usize::MAX`: no limit).
pub fn lines(spots: &Spots, words: &Words, width: usize, colour: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let in_one_field = spots.shown.windows(2).all(|pair| pair[0].field == pair[1].field);
    for spot in spots.shown.iter().take(MOST) {
        // Whatever runs over several lines is shown in one.
        let flat = |text: &str| safe::line(&text.replace(['\n', '\t'], " ")).into_owned();
        let field = match spot.field {
            _ if in_one_field => String::new(),
            Field::Subject => format!("{}: ", words.text("ui-subject")),
            Field::Message => format!("{}: ", words.text("ask-message")),
            Field::Attachment => format!("{}: ", words.text("ui-attachment")),
            Field::Name => format!("{}: ", words.text("ui-name")),
            Field::Handle => format!("{}: ", words.text("ui-user")),
        };
        let room = width.saturating_sub(MARGIN + field.width());
        let parts = [flat(&spot.before), flat(&spot.words), flat(&spot.behind)];
        let [before, found, behind] = if width == usize::MAX { parts } else { fitted(parts, room) };
        let marked = paint(&found, Tone::Waiting, true, colour);
        let margin = " ".repeat(MARGIN);
        lines.push(format!("{margin}{}{before}{marked}{behind}", dim(&field, colour)));
        let carets = paint(&"^".repeat(found.width().max(1)), Tone::Waiting, false, colour);
        lines.push(format!("{margin}{}{carets}", " ".repeat(field.width() + before.width())));
    }
    lines.extend(rest(spots, colour));
    lines
}

/// A line cut to `room` columns on both sides of what was found in it, which stays whole where it can.
fn fitted([before, found, behind]: [String; 3], room: usize) -> [String; 3] {
    let found = clipped(&found, room.max(1));
    let rest = room.saturating_sub(found.width());
    let half = rest / 2;
    // Where one side is short the other has what it leaves.
    let (of_before, of_behind) = match (before.width() <= half, behind.width() <= rest - half) {
        (true, _) => (half, rest - before.width()),
        (false, true) => (rest - behind.width(), rest),
        (false, false) => (half, rest - half),
    };
    [end_of(&before, of_before), found, if of_behind == 0 { String::new() } else { clipped(&behind, of_behind) }]
}

/// The end of a text that takes no more than so many columns, with `…` where something is missing.
fn end_of(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let starts = text.char_indices().map(|(start, _)| start).chain([text.len()]);
    let mut ends = starts.filter_map(|start| text.get(start..)).skip(1);
    match ends.find(|end| end.width() < width) {
        Some(end) => format!("…{}", end.trim_start_matches('…')),
        None => String::new(),
    }
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
    use crate::domain::language::Language;

    fn spot(before: &str, words: &str) -> Spot {
        Spot {
            field: Field::Message,
            matter: Matter::Phone,
            place: 0..1,
            words: words.to_owned(),
            before: before.to_owned(),
            behind: ".".to_owned(),
        }
    }

    #[test]
    fn the_carets_stand_under_the_words_whatever_is_before_them() {
        let catalogue = Words::new(Language::Spanish);
        for (before, words) in [("Añado: ", "612 345 678"), ("日本\t", "612\n345"), ("\u{1b}[2J", "６１２")] {
            let shown = lines(&Spots { shown: vec![spot(before, words)], more: 0 }, &catalogue, usize::MAX, false);
            assert!(!shown[0].contains('\u{1b}'));
            let marked = shown[0].trim_end_matches('.');
            assert_eq!(shown[1].width(), marked.width(), "{shown:?}");
            let carets = shown[1].matches('^').count();
            assert_eq!(carets, words.replace('\n', " ").width());
        }
        let many = Spots { shown: vec![spot("", "1"); 10], more: 50 };
        let shown = lines(&many, &catalogue, usize::MAX, false);
        assert_eq!((shown.len(), shown[16].as_str()), (17, "    … (+52)"));
        assert!(found(&many, &catalogue, false).ends_with("    … (+52)\n"));
    }

    #[test]
    fn a_line_that_is_too_long_is_cut_around_the_words() {
        let catalogue = Words::new(Language::Spanish);
        let long = "una frase que no cabe en la línea ".repeat(4);
        for width in [1, 5, 12, 20, 40, 80, 100] {
            for before in ["", "Hola: ", long.as_str(), "日本語日本語日本語日本語日本語日本語日本語日本語"]
            {
                for behind in ["", " y ya.", long.as_str()] {
                    let mut spots = vec![spot(before, "612 345 678")];
                    spots[0].behind = behind.to_owned();
                    let spots = Spots { shown: spots, more: 0 };
                    let shown = lines(&spots, &catalogue, width, false);
                    if width >= 20 {
                        assert!(shown.iter().all(|line| line.width() <= width), "{width}: {shown:?}");
                        let start = shown[0].find("612 345 678").unwrap();
                        let caret = shown[1].find('^').unwrap();
                        assert_eq!(shown[0][..start].width(), caret, "{shown:?}");
                        assert_eq!(shown[1].matches('^').count(), 11);
                    }
                }
            }
        }
        let shown = lines(&Spots { shown: vec![spot(&long, "612 345 678")], more: 0 }, &catalogue, 40, false);
        assert_eq!(shown[0].width(), 40, "{shown:?}");
        assert!(shown[0].starts_with("    …"));
    }

    #[test]
    fn where_several_fields_have_places_each_says_which_it_is_in() {
        let catalogue = Words::new(Language::Spanish);
        let both = vec![Spot { field: Field::Subject, ..spot("Llámeme: ", "612 345 678") }, spot("Mi número: ", "612 345 678")];
        let shown = lines(&Spots { shown: both, more: 0 }, &catalogue, 80, false);
        assert_eq!(shown[0], "    Asunto: Llámeme: 612 345 678.");
        assert_eq!(shown[1], format!("{}{}", " ".repeat(21), "^".repeat(11)));
        assert!(shown[2].starts_with("    Consulta: Mi número: "), "{shown:?}");
    }
}
