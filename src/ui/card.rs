//! One thing for people: a label and a value on each line, and long texts wrapped beside or below them.
//!
//! Values are made harmless here. It knows no tickets, no accounts and no words.

use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::paint::{Tone, paint};
use super::safe;
use super::table::{Cell, clipped};

/// Where a text still has room beside its label; else it goes below.
const NARROWEST: usize = 16;
const GAP: usize = 2;

/// Labels and values of one thing.
#[derive(Clone, Debug, Default)]
pub struct Card {
    rows: Vec<(String, Cell)>,
}

impl Card {
    /// Adds a value under a label, which is in the person's language and without a colon.
    pub fn row(&mut self, label: impl Into<String>, value: impl Into<Cell>) -> &mut Self {
        self.rows.push((label.into(), value.into()));
        self
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The card as text that ends with a line end, for a terminal of `width` columns (`usize::MAX`: no limit).
    pub fn render(&self, width: usize, colour: bool) -> String {
        let longest = self.rows.iter().map(|(label, _)| label.width() + 1).max().unwrap_or_default();
        let indent = longest + GAP;
        let is_stacked = width < indent + NARROWEST;
        let mut text = String::new();
        for (label, value) in &self.rows {
            let label = format!("{}:", if is_stacked { clipped(label, width.saturating_sub(1)) } else { label.clone() });
            let margin = if is_stacked { 2 } else { indent };
            let block = wrapped(&safe::block(&value.text), width, margin);
            let padding = " ".repeat(longest.saturating_sub(label.width()) + GAP);
            text.push_str(&paint(&label, Tone::Dim, false, colour));
            text.push_str(if is_stacked { "\n" } else { &padding });
            for (index, line) in block.lines().enumerate() {
                if index > 0 || is_stacked {
                    text.push_str(&" ".repeat(margin));
                }
                text.push_str(&paint(line.trim(), value.tone, value.bold, colour));
                text.push('\n');
            }
            if block.is_empty() {
                text.truncate(text.trim_end_matches(' ').len());
                text.push('\n');
            }
        }
        text
    }
}

/// Text with each of its lines wrapped to the terminal and moved in by `margin` columns; its own line ends stay.
///
/// The text has to be harmless already. A line with an address of the web is not broken inside a word, so that it can be copied.
pub fn wrapped(text: &str, width: usize, margin: usize) -> String {
    let indent = " ".repeat(margin);
    let lines = text.lines().map(|line| {
        let line = line.replace('\t', "    ");
        let own = line.len() - line.trim_start().len();
        let start = format!("{indent}{}", " ".repeat(own.min(width.saturating_sub(margin) / 2)));
        // A picture's selector widens the character before it, which the wrapping, going by characters, does not see.
        let width = width.saturating_sub(line.matches('\u{fe0f}').count()).max(margin + 1);
        let options = Options::new(width)
            .initial_indent(&start)
            .subsequent_indent(&start)
            .word_splitter(WordSplitter::NoHyphenation)
            .break_words(!line.contains("://"));
        let filled = textwrap::fill(line.trim_start(), options);
        filled.trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticket() -> Card {
        let mut card = Card::default();
        card.row("Número", "856444");
        card.row("Última actualización", "18/07/17 15:12");
        card.row("Asunto", Cell::new("Duda sobre el índice y la bibliografía del capítulo segundo").bold(true));
        card.row("Asignado a", "");
        card
    }

    #[test]
    fn labels_are_aligned_and_texts_hang_beside_them() {
        let text = ticket().render(60, false);
        assert_eq!(
            text,
            "Número:                856444\n\
             Última actualización:  18/07/17 15:12\n\
             Asunto:                Duda sobre el índice y la\n                       bibliografía del capítulo segundo\n\
             Asignado a:\n"
        );
    }

    #[test]
    fn a_narrow_terminal_puts_values_below() {
        let text = ticket().render(24, false);
        assert!(text.starts_with("Número:\n  856444\n"), "{text}");
        assert!(text.lines().all(|line| line.width() <= 24), "{text}");
    }

    #[test]
    fn colour_changes_nothing_but_colour() {
        assert_eq!(console::strip_ansi_codes(&ticket().render(60, true)), ticket().render(60, false));
        assert!(ticket().render(60, true).contains("\u{1b}[1mDuda"));
    }

    #[test]
    fn wrapped_text_keeps_its_lines_and_its_indentation() {
        assert_eq!(wrapped("uno dos tres\n\n  cuatro cinco", 12, 2), "  uno dos\n  tres\n\n    cuatro\n    cinco");
        assert_eq!(wrapped("aaaaaaaaaa", 6, 2), "  aaaa\n  aaaa\n  aa");
        assert_eq!(wrapped("https://ejemplo.es/largo", 10, 0), "https://ejemplo.es/largo");
        assert_eq!(wrapped("a", 3, 5), "     a");
    }
}
