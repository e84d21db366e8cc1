//! How things look: a calm palette, in one place. Whether there is colour at all is decided elsewhere and told as a bool.
//!
//! The codes are written here and not by a library, since those look at the environment by themselves, where an option has to
//! beat it.

use unicode_width::UnicodeWidthStr as _;

use crate::domain::status::{Priority, Status};

/// How a piece of text is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    #[default]
    Plain,
    /// Less important than the rest.
    Dim,
    /// Something new or somebody's turn.
    Fresh,
    /// Waits.
    Waiting,
    /// Well.
    Good,
    /// Needs attention.
    Alarming,
    /// A heading of a table.
    Heading,
}

impl Tone {
    /// The tone of a status: what waits for staff stands out, what is settled steps back.
    pub fn of_status(status: Status) -> Self {
        match status {
            Status::New => Self::Fresh,
            Status::Pending => Self::Waiting,
            Status::Answered => Self::Good,
            Status::Closed => Self::Dim,
        }
    }

    /// The tone of a priority.
    pub fn of_priority(priority: Priority) -> Self {
        match priority {
            Priority::Low => Self::Dim,
            Priority::Normal => Self::Plain,
            Priority::High => Self::Waiting,
            Priority::Emergency => Self::Alarming,
        }
    }

    fn code(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Dim => Some("2"),
            Self::Fresh => Some("36"),
            Self::Waiting => Some("33"),
            Self::Good => Some("32"),
            Self::Alarming => Some("31"),
            Self::Heading => Some("4"),
        }
    }
}

/// Text in a tone, bold or not; as it is when there is no colour or nothing to show.
pub fn paint(text: &str, tone: Tone, bold: bool, colour: bool) -> String {
    let codes: Vec<&str> = bold.then_some("1").into_iter().chain(tone.code()).collect();
    if !colour || codes.is_empty() || text.is_empty() {
        return text.to_owned();
    }
    format!("\u{1b}[{}m{text}\u{1b}[0m", codes.join(";"))
}

/// How wide a text is that may have colours in it.
pub fn width(text: &str) -> usize {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().width();
    first + parts.map(|part| part.split_once('m').map_or(0, |(_, text)| text.width())).sum::<usize>()
}

/// A text that may have colours in it, cut to so many columns, with `…` where something is missing.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let (mut cut, mut rest) = (String::new(), text);
    while let Some(character) = rest.chars().next() {
        let code = rest.strip_prefix("\u{1b}[").and_then(|code| code.find('m')).map(|end| end + 3);
        let (next, after) = rest.split_at(code.unwrap_or(character.len_utf8()));
        if code.is_none() && width(&cut) + next.width() >= columns {
            break;
        }
        cut.push_str(next);
        rest = after;
    }
    cut.push('…');
    if cut.contains('\u{1b}') {
        cut.push_str("\u{1b}[0m");
    }
    cut
}

/// Bold text.
pub fn bold(text: &str, colour: bool) -> String {
    paint(text, Tone::Plain, true, colour)
}

/// Italic text.
pub fn italic(text: &str, colour: bool) -> String {
    if colour && !text.is_empty() { format!("\u{1b}[3m{text}\u{1b}[0m") } else { text.to_owned() }
}

/// Text that steps back.
pub fn dim(text: &str, colour: bool) -> String {
    paint(text, Tone::Dim, false, colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_codes_without_colour_or_text() {
        assert_eq!(paint("a", Tone::Alarming, true, false), "a");
        assert_eq!(paint("", Tone::Alarming, true, true), "");
        assert_eq!(paint("a", Tone::Plain, false, true), "a");
        assert_eq!(paint("a", Tone::Alarming, true, true), "\u{1b}[1;31ma\u{1b}[0m");
    }

    #[test]
    fn width_is_what_is_seen_and_cutting_goes_by_it() {
        assert_eq!(width("\u{1b}[33m?\u{1b}[0m ¿Año?"), 7);
        assert_eq!(width("日本"), 4);
        assert_eq!(cut("\u{1b}[1muno\u{1b}[0m dos", 5), "\u{1b}[1muno\u{1b}[0m …\u{1b}[0m");
        assert_eq!((cut("uno dos", 7), cut("uno dos", 6)), ("uno dos".to_owned(), "uno d…".to_owned()));
    }
}
