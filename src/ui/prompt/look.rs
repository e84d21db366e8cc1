//! How questions look: dialoguer's theme, filled with words of ours.

use std::fmt;

use dialoguer::theme::{ColorfulTheme, Theme};
use unicode_width::UnicodeWidthStr as _;

use crate::ui::safe;

/// Turns the theme's colours on or off; by itself it would ask the environment.
pub(super) fn set_colour(colour: bool) {
    console::set_colors_enabled_stderr(colour);
}

/// What stands before an answer.
pub(super) fn prompt(label: &str, default: Option<&str>) -> String {
    let (label, default) = (safe::line(label), default.map(safe::line));
    drawn(|theme, text| theme.format_input_prompt(text, &label, default.as_deref()))
}

/// What stands above a menu.
pub(super) fn menu(label: &str) -> String {
    drawn(|theme, text| theme.format_select_prompt(text, &safe::line(label)))
}

/// An item of a menu; it has to be harmless and short enough already.
pub(super) fn item(item: &str, is_chosen: bool) -> String {
    drawn(|theme, text| theme.format_select_prompt_item(text, item, is_chosen))
}

/// What is left of a menu when something was chosen.
pub(super) fn chosen(label: &str, item: &str) -> String {
    drawn(|theme, text| theme.format_select_prompt_selection(text, &safe::line(label), item))
}

/// A complaint about an answer.
pub(super) fn error(words: &str) -> String {
    drawn(|theme, text| theme.format_error(text, words))
}

/// How wide a text is that may have colours in it.
pub(super) fn width(text: &str) -> usize {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().width();
    first + parts.map(|part| part.split_once('m').map_or(0, |(_, text)| text.width())).sum::<usize>()
}

fn drawn(draw: impl FnOnce(&ColorfulTheme, &mut dyn fmt::Write) -> fmt::Result) -> String {
    let mut text = String::new();
    // A string takes everything.
    let _ = draw(&ColorfulTheme::default(), &mut text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_is_what_is_seen() {
        assert_eq!(width("\u{1b}[33m?\u{1b}[0m ¿Año?"), 7);
        assert_eq!(width("日本"), 4);
    }
}
