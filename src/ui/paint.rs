//! How things look: a calm palette, in one place. Whether there is colour at all is decided elsewhere and told as a bool.
//!
//! The codes are written here and not by a library, since those look at the environment by themselves, where an option has to
//! beat it.

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
}
