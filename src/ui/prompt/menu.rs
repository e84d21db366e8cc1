//! A menu: items one below the other, the arrow keys move, a digit jumps, Enter chooses, Esc goes back.

use unicode_width::UnicodeWidthStr as _;

use super::keys::Key;
use super::terminal::Session;
use super::{Item, Leads, PromptError, look};
use crate::ui::table::clipped;
use crate::ui::{paint, safe};

/// What a menu shows.
pub(super) struct Menu<'a> {
    pub(super) label: &'a str,
    pub(super) items: &'a [Item],
    /// How to move and choose.
    pub(super) hint: &'a str,
    pub(super) colour: bool,
}

/// Lets choose; the index of the chosen item.
pub(super) fn choose(session: &mut Session, menu: &Menu<'_>, default: usize) -> Result<usize, PromptError> {
    let last = menu.items.len() - 1;
    let mut chosen = default.min(last);
    let mut rows = 0;
    session.hide_cursor()?;
    loop {
        rows = draw(session, menu, chosen, rows)?;
        let page = page(session.size().1);
        chosen = match session.key()? {
            Key::Enter => break,
            Key::Down | Key::Tab => {
                if chosen == last {
                    0
                } else {
                    chosen + 1
                }
            }
            Key::Up => chosen.checked_sub(1).unwrap_or(last),
            Key::Home => 0,
            Key::End => last,
            Key::PageDown => (chosen + page).min(last),
            Key::PageUp => chosen.saturating_sub(page),
            Key::Char(digit @ '1'..='9') => Some(digit as usize - '1' as usize).filter(|place| *place <= last).unwrap_or(chosen),
            Key::Escape => match menu.items.iter().rposition(|item| item.leads == Leads::Back) {
                Some(back) => {
                    chosen = back;
                    break;
                }
                None => chosen,
            },
            _ => chosen,
        };
    }
    let line = item(&menu.items[chosen].text, session.size().0.saturating_sub(menu.label.width()));
    session.write(&format!("{}{}\n", back(rows), look::chosen(menu.label, &line)))?;
    Ok(chosen)
}

/// Draws the menu over what was drawn before; how many rows it takes.
fn draw(session: &mut Session, menu: &Menu<'_>, chosen: usize, before: usize) -> Result<usize, PromptError> {
    let (width, height) = session.size();
    let page = page(height);
    // Page by page, so that the list stands still while one moves inside it; the last page is a full one.
    let start = (chosen / page * page).min(menu.items.len().saturating_sub(page));
    let mut lines = vec![look::menu(&clipped(&safe::line(menu.label), width.saturating_sub(6)))];
    for (index, offered) in menu.items.iter().enumerate().skip(start).take(page) {
        let text = item(&offered.text, width);
        let text = if offered.bold { paint::bold(&text, menu.colour) } else { text };
        lines.push(look::item(&text, index == chosen));
    }
    let is_one = |item: &&Item| item.leads == Leads::To;
    let (place, all) = (menu.items.iter().take(chosen + 1).filter(is_one).count(), menu.items.iter().filter(is_one).count());
    let position = if menu.items.len() > page { format!("{place}/{all} · ") } else { String::new() };
    lines.push(paint::dim(&clipped(&format!("  {position}{}", menu.hint), width.saturating_sub(1)), menu.colour));
    session.write(&format!("{}{}\n", back(before), lines.join("\n")))?;
    Ok(lines.len())
}

/// An item as it fits into one row, beside its mark.
fn item(text: &str, width: usize) -> String {
    clipped(safe::line(text).trim(), width.saturating_sub(6).max(8))
}

/// How many items are shown at once.
fn page(height: usize) -> usize {
    height.saturating_sub(3).max(1)
}

/// Goes back over so many rows and clears them.
fn back(rows: usize) -> String {
    if rows == 0 { String::new() } else { format!("\u{1b}[{rows}A\r\u{1b}[J") }
}
