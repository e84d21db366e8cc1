//! Texts from people made harmless: on a terminal, in a spreadsheet, as the name of a file.
//!
//! What would move the cursor, hide text or turn its direction is shown instead of obeyed: control characters as their pictures
//! (`␛`), the others by their code (`\u{202e}`). Nothing is left out, so that what was written can be seen. It knows only which
//! characters the domain calls hostile.

use std::borrow::Cow;

use crate::domain::text::is_hostile;

/// The longest name of an attachment, in bytes.
pub use crate::domain::entry::LONGEST_NAME;
/// The longest ending of a name that is kept when the name is cut, in bytes, its dot included.
const LONGEST_ENDING: usize = 16;

/// Text for one line of a terminal: hostile characters shown, each run of line ends and tabs made one space.
pub fn line(text: &str) -> Cow<'_, str> {
    let is_fold = |character: char| matches!(character, '\n' | '\t');
    if !text.chars().any(|character| is_fold(character) || is_hostile(character)) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if is_fold(character) || (character == '\r' && characters.peek() == Some(&'\n')) {
            if !safe.ends_with(' ') {
                safe.push(' ');
            }
        } else {
            push(&mut safe, character);
        }
    }
    Cow::Owned(safe)
}

/// Text for several lines of a terminal: hostile characters shown, line ends and tabs kept.
pub fn block(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hostile) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '\r' && characters.peek() == Some(&'\n') {
            continue;
        }
        push(&mut safe, character);
    }
    Cow::Owned(safe)
}

/// JSON with hostile characters written by their numbers, as it has them: `\u009b`.
pub fn by_number(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for character in json.chars() {
        if is_hostile(character) {
            safe.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            safe.push(character);
        }
    }
    safe
}

/// A cell of a CSV or TSV file that no spreadsheet takes for a formula.
///
/// It says nothing about terminals, and quoting is the writer's.
pub fn csv_cell(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The name under which an attachment is shown and saved: its last component, without control characters, turned directions or
/// leading dots, at most 120 bytes; `fallback` when nothing is left of it.
pub fn attachment_name<'a>(name: &'a str, fallback: &'a str) -> Cow<'a, str> {
    let last = name.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or_default();
    let is_left_out = |character: char| matches!(character, '\n' | '\t' | '\0') || is_hostile(character);
    let clean = if last.chars().any(is_left_out) {
        Cow::Owned(last.chars().filter(|character| !is_left_out(*character)).collect::<String>())
    } else {
        Cow::Borrowed(last)
    };
    let is_edge = |character: char| character == '.' || character.is_whitespace();
    let trimmed = match clean {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(is_edge).trim_end()),
        Cow::Owned(text) => Cow::Owned(text.trim_start_matches(is_edge).trim_end().to_owned()),
    };
    if trimmed.is_empty() {
        return Cow::Borrowed(fallback);
    }
    if trimmed.len() <= LONGEST_NAME { trimmed } else { Cow::Owned(shortened(&trimmed)) }
}

/// A name cut to fit, with its ending kept, since that says what it opens with.
fn shortened(name: &str) -> String {
    let ending = match name.rfind('.') {
        Some(dot) if name.len() - dot <= LONGEST_ENDING => &name[dot..],
        _ => "",
    };
    let mut cut = LONGEST_NAME - ending.len();
    while !name.is_char_boundary(cut) {
        cut -= 1;
    }
    format!("{}{ending}", name[..cut].trim_end())
}

/// Shows a character, or what it is.
fn push(safe: &mut String, character: char) {
    if !is_hostile(character) {
        safe.push(character);
        return;
    }
    let picture = match character {
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)),
        '\u{7f}' => Some('\u{2421}'),
        _ => None,
    };
    match picture {
        Some(picture) => safe.push(picture),
        None => safe.extend(character.escape_unicode()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hostile_characters_are_shown() {
        assert_eq!(line("a\u{1b}[2Jb"), "a␛[2Jb");
        assert_eq!(line("a\u{202e}b\u{9b}c\u{7f}"), "a\\u{202e}b\\u{9b}c␡");
        assert_eq!(line("uno\n\ndos\ttres\r\ncuatro\rcinco"), "uno dos tres cuatro␍cinco");
        assert_eq!(block("uno\r\ndos\ttres\u{2028}\r"), "uno\ndos\ttres\\u{2028}␍");
    }

    #[test]
    fn harmless_text_is_not_copied() {
        assert!(matches!(line("Año ñandú ✓"), Cow::Borrowed(_)));
        assert!(matches!(block("uno\n\tdos"), Cow::Borrowed(_)));
        assert!(matches!(csv_cell("a=b"), Cow::Borrowed("a=b")));
        assert!(matches!(attachment_name("guía.pdf", "adjunto"), Cow::Borrowed("guía.pdf")));
    }

    #[test]
    fn formulas_become_text() {
        for cell in ["=1+1", "+34", "-1", "@x", "\t=1", "\r=1"] {
            assert_eq!(csv_cell(cell), format!("'{cell}"));
        }
        assert_eq!(csv_cell(""), "");
    }

    #[test]
    fn names_of_attachments_stay_in_their_folder() {
        for (name, expected) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\ana\\tesis.docx", "tesis.docx"),
            ("-rf", "-rf"),
            ("..", "adjunto"),
            ("", "adjunto"),
            ("a/b/", "b"),
            ("..\u{202e}.bashrc", "bashrc"),
            (" . .perfil ", "perfil"),
            ("foto\u{1b}[2J\n.png", "foto[2J.png"),
            ("/", "adjunto"),
        ] {
            assert_eq!(attachment_name(name, "adjunto"), expected, "{name:?}");
        }
        let long = format!("{}.pdf", "ñ".repeat(100));
        let name = attachment_name(&long, "adjunto");
        assert!(name.len() <= LONGEST_NAME && name.ends_with("ñ.pdf"), "{name}");
        let ending = format!("x.{}", "y".repeat(200));
        assert_eq!(attachment_name(&ending, "adjunto").len(), LONGEST_NAME);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_hostile_comes_through(text in any::<String>()) {
            prop_assert!(!line(&text).chars().any(|character| character.is_control() || is_hostile(character)));
            prop_assert!(!block(&text).chars().any(is_hostile));
            prop_assert!(line(&line(&text)) == line(&text));
            prop_assert!(block(&block(&text)) == block(&text));
        }

        #[test]
        fn every_name_can_be_saved(name in "(\\PC|[/\\\\.\u{0}-\u{20}\u{202e}]){0,200}") {
            let safe = attachment_name(&name, "adjunto");
            prop_assert!(!safe.is_empty() && safe.len() <= LONGEST_NAME);
            prop_assert!(!safe.starts_with('.') && !safe.contains(['/', '\\', '\n', '\t', '\0']));
            prop_assert!(!safe.chars().any(is_hostile));
        }

        #[test]
        fn no_cell_is_a_formula(cell in any::<String>()) {
            let safe = csv_cell(&cell);
            prop_assert!(!safe.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert!(safe.ends_with(&cell));
        }
    }
}
