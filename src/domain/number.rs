//! Ticket numbers: what people call a ticket by.

use super::text::visible;

/// The number of a ticket: digits for the desk's own, other text for imported ones.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TicketNumber(String);

/// The place of a ticket in the store: dense, counted from 1, never shown to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TicketSeq(pub u32);

/// Another ticket that a thread or a ticket names, kept with its number so that it reads without a look-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketSeqPair {
    /// Its place in the store.
    pub seq: TicketSeq,
    /// Its number.
    pub number: TicketNumber,
}

/// The digits that a new desk's numbers have.
pub const FIRST_WIDTH: u32 = 6;
/// The digits at which numbers stop growing.
pub const LAST_WIDTH: u32 = 18;
/// The most characters that an imported number may have.
pub const LONGEST_NUMBER: usize = 32;

impl TicketNumber {
    /// Reads a number as a person writes it: `856444`, `#856444`, or an imported `HIST-2019/17`.
    ///
    /// `None` when it cannot be one: empty, longer than 32 characters, or with other characters than
    /// letters, digits, `-`, `_`, `.` and `/`, or with a `-` at its start.
    pub fn parse(text: &str) -> Option<Self> {
        let text = visible(text);
        let text = text.strip_prefix('#').unwrap_or(&text);
        let fits = (1..=LONGEST_NUMBER).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte))
            && text.bytes().any(|byte| byte.is_ascii_digit())
            && !text.starts_with('-');
        fits.then(|| Self(text.to_owned()))
    }

    /// The number of `width` digits that a random number stands for: uniform, its first digit never 0.
    ///
    /// Widths outside 6 to 18 are taken as the nearest.
    pub fn from_random(random: u64, width: u32) -> Self {
        let width = width.clamp(FIRST_WIDTH, LAST_WIDTH);
        let first = 10_u64.pow(width - 1);
        let number = first + random % (9 * first);
        Self(number.to_string())
    }

    /// How many of the desk's own numbers have `width` digits.
    pub fn count_of_width(width: u32) -> u64 {
        9 * 10_u64.pow(width.clamp(FIRST_WIDTH, LAST_WIDTH) - 1)
    }

    /// The width that this number takes from the desk's own stock; `None` for one that could never be drawn.
    pub fn own_width(&self) -> Option<u32> {
        let width = u32::try_from(self.0.len()).ok()?;
        let own = (FIRST_WIDTH..=LAST_WIDTH).contains(&width)
            && self.0.bytes().all(|byte| byte.is_ascii_digit())
            && !self.0.starts_with('0');
        own.then_some(width)
    }

    /// The number as text, without `#`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for TicketNumber {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn drawn_numbers_have_their_width_and_parse(random: u64, width in 6_u32..=18) {
            let number = TicketNumber::from_random(random, width);
            prop_assert_eq!(number.own_width(), Some(width));
            prop_assert_eq!(TicketNumber::parse(&format!("#{number}")), Some(number));
        }

        #[test]
        fn nothing_hostile_is_a_number(text in "\\PC*") {
            if let Some(number) = TicketNumber::parse(&text) {
                prop_assert!(number.as_str().is_ascii() && number.as_str().len() <= LONGEST_NUMBER);
                prop_assert!(!number.as_str().starts_with('-'));
            }
        }
    }

    #[test]
    fn words_and_options_are_not_numbers() {
        for wrong in ["", "#", "-rf", "abc", "../x y", "12 34", "ñ1"] {
            assert_eq!(TicketNumber::parse(wrong), None, "{wrong}");
        }
        assert!(TicketNumber::parse("HIST-2019/17").is_some());
    }
}
