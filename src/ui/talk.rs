//! Sentences on a terminal: wrapped between words, with each command in them left whole, so that it can be copied.

use textwrap::{Options, WordSplitter};

use super::paint::width as width_of;

/// Stands for a space at which no line may end; no catalogue has it.
const GLUE: char = '\u{e000}';
/// How the commands begin that a sentence may hold.
const BEGINNINGS: [&str; 2] = ["taquilla ", "chmod "];
/// Behind what a command goes on to the end of its sentence.
const LEADS: [&str; 3] = [": ", "→ ", " · "];
/// What ends such a command before the end of its line.
const ENDS: [&str; 3] = [". ", "; ", " · "];
/// What a command stands between.
const QUOTES: [(char, char); 3] = [('«', '»'), ('"', '"'), ('“', '”')];

/// Sentences wrapped for a terminal of `width` columns (`usize::MAX`: not at all), every line after the first moved in by `margin`.
///
/// The text has to be harmless already. A word that is longer than a line is not broken.
pub fn wrapped(text: &str, width: usize, margin: usize) -> String {
    if width == usize::MAX {
        return text.to_owned();
    }
    let indent = " ".repeat(margin);
    let lines = text.lines().enumerate().map(|(place, line)| {
        let own = " ".repeat(line.len() - line.trim_start().len());
        let start = if place == 0 { own.clone() } else { format!("{indent}{own}") };
        let next = format!("{indent}{own}");
        let options = Options::new(width.max(width_of(&next) + 1))
            .initial_indent(&start)
            .subsequent_indent(&next)
            .word_splitter(WordSplitter::NoHyphenation)
            .break_words(false);
        textwrap::fill(&with_commands_glued(line.trim_start()), options).replace(GLUE, " ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A line whose commands have no spaces.
fn with_commands_glued(line: &str) -> String {
    let mut glued = String::with_capacity(line.len() + 16);
    let mut rest = line;
    while let Some(start) = BEGINNINGS.iter().filter_map(|beginning| rest.find(beginning)).min() {
        let (before, command) = rest.split_at(start);
        let length = length_of_command(before, command, glued.is_empty());
        glued.push_str(before);
        let (command, behind) = command.split_at(length);
        glued.extend(command.chars().map(|character| if character == ' ' { GLUE } else { character }));
        let mut characters = behind.chars();
        // Whatever is no command is passed over, or it would be found again.
        if length == 0 {
            glued.extend(characters.next());
        }
        rest = characters.as_str();
    }
    glued.push_str(rest);
    glued
}

/// How much of what begins like a command is one, by what stands before it.
fn length_of_command(before: &str, rest: &str, is_first: bool) -> usize {
    let opening = before.chars().next_back();
    if let Some((_, closing)) = QUOTES.iter().find(|(quote, _)| Some(*quote) == opening) {
        return rest.find(*closing).unwrap_or(0);
    }
    let begins_the_line = is_first && before.trim().is_empty();
    if !begins_the_line && !LEADS.iter().any(|lead| before.ends_with(lead)) {
        return 0;
    }
    let mut is_quoted = false;
    for (place, character) in rest.char_indices() {
        is_quoted ^= character == '\'';
        if !is_quoted && ENDS.iter().any(|end| rest.get(place..).is_some_and(|rest| rest.starts_with(end))) {
            return place;
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_between_words_and_hang_under_the_first() {
        let text = "Le recordamos que por aquí no se puede hablar de números de teléfono ni direcciones de correo electrónico.";
        let shown = wrapped(text, 40, 2);
        assert!(shown.lines().all(|line| width_of(line) <= 40), "{shown}");
        assert!(shown.lines().skip(1).all(|line| line.starts_with("  ")), "{shown}");
        assert_eq!(shown.split_whitespace().collect::<Vec<_>>(), text.split_whitespace().collect::<Vec<_>>());
        assert_eq!(wrapped(text, usize::MAX, 2), text);
        assert_eq!(wrapped("uno dos\n  tres cuatro", 9, 0), "uno dos\n  tres\n  cuatro");
    }

    #[test]
    fn a_command_stays_on_one_line() {
        for (text, command) in [
            ("Léalas y, si está de acuerdo, diga «taquilla normas --accept», o déjelo.", "taquilla normas --accept"),
            ("If you agree, please run \"taquilla rules --accept\" when you can.", "taquilla rules --accept"),
            (
                "Para terminar: taquilla confirmar --email ana@example.com CÓDIGO",
                "taquilla confirmar --email ana@example.com CÓDIGO",
            ),
            ("Si quiere añadir algo: taquilla responder 856444. El teléfono está aparte.", "taquilla responder 856444."),
            ("Para verlo: taquilla ver 856444 · Para responder: taquilla responder 856444", "taquilla responder 856444"),
            ("Ejecute «chmod 600 '/srv/taquilla/una sesión'» y pruebe otra vez.", "chmod 600 '/srv/taquilla/una sesión'"),
            (
                "Con una orden: taquilla abrir -m 'Hola. Adiós; y ya' --subject 'Una duda más'",
                "taquilla abrir -m 'Hola. Adiós; y ya' --subject 'Una duda más'",
            ),
        ] {
            for width in [12, 30, 40, 60] {
                let shown = wrapped(text, width, 0);
                assert!(shown.contains(command), "{width}: {shown}");
                assert!(!shown.contains(GLUE));
            }
        }
        let prose = "Aquí taquilla no es una orden, sino una palabra como otra cualquiera del texto.";
        assert!(wrapped(prose, 30, 0).lines().all(|line| width_of(line) <= 30));
    }
}
