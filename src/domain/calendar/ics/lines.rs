//! The lines of a calendar file: unfolded, taken apart, and their texts without escapes.

use super::LONGEST_SUMMARY;

/// The lines as they were before they were folded, each with the number of its first; none that is empty.
pub(super) fn unfolded(text: &str) -> Vec<(u64, String)> {
    let mut lines: Vec<(u64, String)> = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, before))) => before.push_str(rest),
            _ if line.trim().is_empty() => {}
            _ => lines.push((number, line.to_owned())),
        }
    }
    lines
}

/// Name and value of a line; what stands between them only says more about the value.
pub(super) fn parts(line: &str) -> Option<(String, &str)> {
    let mut is_quoted = false;
    let colon = line.char_indices().find(|(_, letter)| {
        is_quoted ^= *letter == '"';
        *letter == ':' && !is_quoted
    })?;
    let (before, value) = line.split_at(colon.0);
    let name = before.split(';').next().unwrap_or_default().trim();
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    (!name.is_empty() && name.chars().all(is_name)).then(|| (name.to_ascii_uppercase(), value[1..].trim()))
}

/// What an event is called, on one line.
pub(super) fn summary(value: &str) -> String {
    let mut plain = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => plain.push(letters.next().map_or('\\', |escaped| if matches!(escaped, 'n' | 'N') { ' ' } else { escaped })),
            letter => plain.push(letter),
        }
    }
    let words: Vec<_> = plain.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_SUMMARY).collect()
}
