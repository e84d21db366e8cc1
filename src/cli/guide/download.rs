//! A ticket's files in the menus: saved on this machine, or mailed to oneself.

use super::super::front::Front;
use super::super::{ask, attachment};
use super::{Menu, write};
use crate::app::show::Shown;
use crate::domain::text::path_word;
use crate::i18n::dates;
use crate::ui::error::Failure;
use crate::ui::safe;

#[derive(Clone, Copy)]
enum Way {
    Save,
    Mail,
    Back,
}

/// Lets choose one of the ticket's files, and where it goes.
///
/// # Errors
/// The end of a question; refusals; those of the file.
pub fn menu(front: &Front<'_>, shown: &Shown) -> Result<(), Failure> {
    let number = &shown.ticket.number;
    let mut menu = Menu::new();
    for file in shown.thread.iter().flat_map(|entry| &entry.attachments) {
        let size = dates::size(front.words.language(), file.size);
        menu.offer(format!("{} ({size})", file.name), Some(file.clone()));
    }
    menu.back(front, None);
    let Some(file) = menu.ask_here(front, &front.words.text("guide-download-which"))? else { return Ok(()) };
    let mut menu = Menu::new();
    menu.word(front, "guide-download-save", Way::Save).word(front, "guide-download-mail", Way::Mail).back(front, Way::Back);
    match menu.ask_here(front, &front.words.text("guide-download-how"))? {
        Way::Save => {
            let fallback = front.words.text("ui-attachment-name");
            let name = safe::attachment_name(&file.name, &fallback).into_owned();
            let label = front.words.text("guide-save-as");
            let typed = ask::prompter(front).line(&label, Some(&name)).map_err(Failure::Prompt)?;
            let path = write::path(front, &typed);
            attachment::fetch(front, number, &file.id, Some(&path), false)?;
            ask::note_asked(front, "-o", &path_word(&path.to_string_lossy()));
        }
        Way::Mail => {
            attachment::mail(front, &front.plain_call(), number, &file.id)?;
            ask::note_asked(front, "--mail", "");
        }
        Way::Back => return Ok(()),
    }
    ask::show_equivalent(front, &format!("attachment {number} {}", file.id));
    Ok(())
}
