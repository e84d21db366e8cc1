//! How questions look: dialoguer's theme, filled with words of ours.

use std::fmt;

use crate::ui::safe;
use dialoguer::theme::{ColorfulTheme, Theme};

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

fn drawn(draw: impl FnOnce(&ColorfulTheme, &mut dyn fmt::Write) -> fmt::Result) -> String {
    let mut text = String::new();
    // A string takes everything.
    let _ = draw(&ColorfulTheme::default(), &mut text);
    text
}
