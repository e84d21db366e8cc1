//! Text from people made fit for a letter: hostile characters out of headers and visible in bodies, bounded, quoted for a shell.

use crate::domain::text::is_hostile;

/// One line for a header: hostile characters and line ends become spaces, white space is folded, at most `most` characters.
pub(super) fn one_line(text: &str, most: usize) -> String {
    let plain: String = text.chars().map(|character| if is_hostile(character) { ' ' } else { character }).collect();
    let folded = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if folded.chars().count() <= most {
        return folded;
    }
    let mut cut: String = folded.chars().take(most.saturating_sub(1)).collect();
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

/// Several lines for a body: line ends made `\n`, hostile characters made visible.
pub(super) fn body(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut clean = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            _ if !is_hostile(character) => clean.push(character),
            // Unicode has a picture for each of the old controls.
            '\u{0}'..='\u{1f}' => clean.extend(char::from_u32(0x2400 + u32::from(character))),
            '\u{7f}' => clean.push('\u{2421}'),
            _ => clean.push_str(&format!("⟨U+{:04X}⟩", u32::from(character))),
        }
    }
    clean
}

/// The start of a text, at most `most` bytes, whole lines where there are any; and whether something was cut off.
pub(super) fn start(text: &str, most: usize) -> (&str, bool) {
    if text.len() <= most {
        return (text, false);
    }
    let mut end = most;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let cut = text.get(..end).unwrap_or_default();
    let whole_lines = cut.rfind('\n').filter(|&line_end| line_end > most / 2).and_then(|line_end| cut.get(..line_end));
    (whole_lines.unwrap_or(cut), true)
}

/// A word of a command line, in single quotes if a shell would read anything else out of it.
///
/// People paste the commands of a letter, and a mail address may hold `|`, `&` and `` ` ``.
pub(super) fn shell_word(word: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "@%+-_=:,./".contains(character);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_header_gets_one_harmless_line() {
        assert_eq!(one_line("Ana\r\nBcc: x@y.es\u{202e}\u{0}  López", 80), "Ana Bcc: x@y.es López");
        assert_eq!(one_line("uno dos tres", 8), "uno dos…");
    }

    #[test]
    fn a_body_shows_what_would_hide() {
        assert_eq!(body("a\r\nb\rc\u{1b}[2J\u{7f}\u{9b}\u{202e}d\te"), "a\nb\nc␛[2J␡⟨U+009B⟩⟨U+202E⟩d\te");
    }

    #[test]
    fn a_long_text_ends_with_a_whole_line_and_never_inside_a_letter() {
        assert_eq!(start("uno\ndos\ntres", 9), ("uno\ndos", true));
        assert_eq!(start("ññññ", 5), ("ññ", true));
        assert_eq!(start("uno", 3), ("uno", false));
    }

    #[test]
    fn a_shell_reads_a_word_as_one_word() {
        assert_eq!(shell_word("ana.lopez+1@example.com"), "ana.lopez+1@example.com");
        assert_eq!(shell_word("a`rm`@example.com"), "'a`rm`@example.com'");
        assert_eq!(shell_word("o'neill@example.com"), "'o'\\''neill@example.com'");
    }

    proptest! {
        #[test]
        fn nothing_hostile_gets_through(text in any::<String>()) {
            prop_assert!(!one_line(&text, 200).chars().any(|character| is_hostile(character) || character == '\n'));
            prop_assert!(!body(&text).chars().any(is_hostile));
        }
    }
}
