//! Bounds on what people type: subjects, messages, names.

use std::borrow::Cow;

use super::refusal::Refusal;

/// The most bytes that a message, a reply or a note may have.
pub const LONGEST_MESSAGE: usize = 256 * 1024;
/// The most characters that a subject may have.
pub const LONGEST_SUBJECT: usize = 200;
/// The most characters that a reason may have.
pub const LONGEST_REASON: usize = 1_000;

/// Whether a character would move the cursor, hide text or turn its direction on a terminal.
///
/// C0 (but for newline and tab), DEL, C1, the bidirectional controls, and U+2028 and U+2029.
pub fn is_hostile(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        '\u{2028}' | '\u{2029}' => true,
        _ => false,
    }
}

/// Whether a character shows nothing and takes no room: pages of the web hide such ones in what people copy out of them.
pub fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// A word as it looks: without what shows nothing.
pub fn visible(word: &str) -> Cow<'_, str> {
    if word.contains(is_invisible) { Cow::Owned(word.replace(is_invisible, "")) } else { Cow::Borrowed(word) }
}

/// A text without the white space around it, and without what shows nothing there.
pub fn bare(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || is_invisible(character))
}

/// The text of a message: line ends made `\n`, white space at its end cut.
///
/// Hostile characters are kept: every way to a screen shows them harmlessly.
///
/// # Errors
/// `EmptyMessage`, `MessageTooLong`, and `MessageIsBinary` for text with a NUL in it.
pub fn message(text: &str) -> Result<String, Refusal> {
    if text.len() > LONGEST_MESSAGE {
        return Err(Refusal::MessageTooLong { most: LONGEST_MESSAGE as u64 });
    }
    if text.contains('\0') {
        return Err(Refusal::MessageIsBinary);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_end().trim_start_matches('\n');
    if text.trim().is_empty() {
        return Err(Refusal::EmptyMessage);
    }
    Ok(text.to_owned())
}

/// One line of at most `most` characters, trimmed, white space folded, without hostile characters.
///
/// `None` when nothing is left, when it is too long, or when it holds such characters.
pub fn line(text: &str, most: usize) -> Option<String> {
    if text.len() > most * 4 || text.chars().any(|character| is_hostile(character) && character != '\r') {
        return None;
    }
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!folded.is_empty() && folded.chars().count() <= most).then_some(folded)
}

/// The subject of a ticket.
///
/// # Errors
/// `BadSubject` when it is empty, longer than 200 characters, or holds control characters.
pub fn subject(text: &str) -> Result<String, Refusal> {
    line(text, LONGEST_SUBJECT).ok_or(Refusal::BadSubject { most: LONGEST_SUBJECT as u64 })
}

/// The id of a ticket in another system: one line of at most 64 characters. `None` for what cannot be one.
pub fn external_id(text: &str) -> Option<String> {
    line(text, 64)
}

/// A telephone number: digits, spaces and `+-.()/`, with 5 to 15 digits. `None` for what cannot be one.
pub fn phone(text: &str) -> Option<String> {
    let is_part = |character: char| character.is_ascii_digit() || " +-.()/".contains(character);
    line(text, 40).filter(|line| {
        let digits = line.chars().filter(char::is_ascii_digit).count();
        (5..=15).contains(&digits) && line.chars().all(is_part)
    })
}

/// The reason of a suspension or a release.
///
/// # Errors
/// `BadReason` when it is empty, longer than 1,000 characters, or holds control characters.
pub fn reason(text: &str) -> Result<String, Refusal> {
    line(text, LONGEST_REASON).ok_or(Refusal::BadReason { most: LONGEST_REASON as u64 })
}

/// How many letters one would insert, delete, replace, or exchange with their neighbour to get from one text to the other.
pub fn edits(from: &str, to: &str) -> usize {
    let letters = |text: &str| text.chars().take(100).collect::<Vec<_>>();
    let (from, to) = (letters(from), letters(to));
    let mut rows: Vec<Vec<usize>> = vec![(0..=to.len()).collect()];
    for (line, left) in from.iter().enumerate() {
        let mut row = vec![line + 1];
        for (column, right) in to.iter().enumerate() {
            let mut least = rows[line][column] + usize::from(left != right);
            least = least.min(rows[line][column + 1] + 1).min(row[column] + 1);
            if line > 0 && column > 0 && *left == to[column - 1] && from[line - 1] == *right {
                least = least.min(rows[line - 1][column - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}

/// A path as it is written in a command line: what begins with a dash would be taken for options.
pub fn path_word(path: &str) -> String {
    if path.starts_with('-') { format!("./{path}") } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_keeps_its_indentation_and_loses_its_tail() {
        assert_eq!(message("\r\n  uno\r\ndos \r\n\r\n").unwrap(), "  uno\ndos");
        assert_eq!(message(" \n\t"), Err(Refusal::EmptyMessage));
        assert_eq!(message("a\0b"), Err(Refusal::MessageIsBinary));
        assert!(matches!(message(&"a".repeat(LONGEST_MESSAGE + 1)), Err(Refusal::MessageTooLong { .. })));
    }

    #[test]
    fn a_subject_is_one_honest_line() {
        assert_eq!(subject("  Duda\tsobre\nel tema ").unwrap(), "Duda sobre el tema");
        for wrong in ["", "  ", "a\u{202e}b", "\u{1b}[2J", "a\u{2028}b"] {
            assert!(subject(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn edits_are_counted_as_a_hand_makes_them() {
        for (from, to, count) in [("abir", "abrir", 1), ("opne", "open", 1), ("", "ver", 3), ("ñu", "nu", 1), ("ab", "ab", 0)] {
            assert_eq!((edits(from, to), edits(to, from)), (count, count), "{from} {to}");
        }
    }
}
