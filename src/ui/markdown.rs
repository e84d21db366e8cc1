//! A message's Markdown on a terminal, very calmly: the text stays as it was written, line by line.
//!
//! With colour, what is emphasised is bold or italic instead of standing between asterisks; quotes and code step back. Lists
//! and quotes hang when they are wrapped, and code is not wrapped at all. The text is made harmless first, so no control
//! sequence of its own ever arrives.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};
use textwrap::{Options, WordSplitter};

use super::safe;

/// The most lines of a quote that are always shown.
const LONGEST_QUOTE: usize = 3;
const BOLD: (&str, &str) = ("\u{1b}[1m", "\u{1b}[22m");
const ITALIC: (&str, &str) = ("\u{1b}[3m", "\u{1b}[23m");
const DIM: (&str, &str) = ("\u{1b}[2m", "\u{1b}[0m");

/// A message for a terminal of `width` columns, moved in by `margin`; without a line end at its end.
pub fn render(text: &str, width: usize, margin: usize, colour: bool) -> String {
    let text = safe::block(text);
    let marks = Marks::of(&text);
    let styled = if colour { marks.put_into(&text) } else { text.clone().into_owned() };
    let width = width.max(margin + 1);
    let mut lines: Vec<String> = Vec::new();
    for (number, line) in styled.lines().enumerate() {
        let is_code = marks.code.iter().any(|lines| lines.contains(&number));
        lines.extend(laid_out(line, is_code, width, margin, colour));
    }
    if colour { carried(&lines) } else { lines.join("\n") }
}

/// A message whose long quotes are cut to their first line, since they repeat what stands above in the thread anyway.
pub fn folded(text: &str) -> Cow<'_, str> {
    let is_quote = |line: &&str| line.trim_start().starts_with('>');
    let lines: Vec<&str> = text.lines().collect();
    let mut kept: Vec<&str> = Vec::new();
    for block in lines.chunk_by(|one, other| is_quote(one) == is_quote(other)) {
        match block {
            [first, ..] if is_quote(first) && block.len() > LONGEST_QUOTE => kept.extend([*first, "> […]"]),
            block => kept.extend(block),
        }
    }
    if kept.len() == lines.len() { Cow::Borrowed(text) } else { Cow::Owned(kept.join("\n")) }
}

/// What the parser has found.
#[derive(Default)]
struct Marks {
    /// Emphasised places: their bytes with the marks, how long a mark is, and what is shown instead of the two.
    emphasis: Vec<(Range<usize>, usize, (&'static str, &'static str))>,
    /// Lines of code, counted from 0.
    code: Vec<Range<usize>>,
}

impl Marks {
    fn of(text: &str) -> Self {
        let mut marks = Self::default();
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(index, _)| index + 1));
        let line = |offset: usize| starts.partition_point(|start| *start <= offset).saturating_sub(1);
        for (event, range) in Parser::new(text).into_offset_iter() {
            match event {
                Event::Start(Tag::Strong) if range.len() > 4 => marks.emphasis.push((range, 2, BOLD)),
                Event::Start(Tag::Emphasis) if range.len() > 2 => marks.emphasis.push((range, 1, ITALIC)),
                Event::Start(Tag::CodeBlock(_)) if !range.is_empty() => {
                    marks.code.push(line(range.start)..line(range.end - 1) + 1);
                }
                _ => {}
            }
        }
        marks
    }

    /// The text with its marks of emphasis made control sequences.
    fn put_into(&self, text: &str) -> String {
        let mut changes: Vec<(Range<usize>, &str)> = Vec::new();
        for (range, length, (on, off)) in &self.emphasis {
            changes.push((range.start..range.start + length, on));
            changes.push((range.end - length..range.end, off));
        }
        changes.sort_by_key(|(range, _)| range.start);
        let mut styled = String::with_capacity(text.len() + changes.len() * 4);
        let mut position = 0;
        for (range, sequence) in changes {
            styled.push_str(text.get(position..range.start).unwrap_or_default());
            styled.push_str(sequence);
            position = range.end;
        }
        styled.push_str(text.get(position..).unwrap_or_default());
        styled
    }
}

/// One line of a message, on as many lines of the terminal as it takes.
fn laid_out(line: &str, is_code: bool, width: usize, margin: usize, colour: bool) -> Vec<String> {
    let indent = " ".repeat(margin);
    let step_back = |line: String| {
        if colour && !line.is_empty() { format!("{}{line}{}", DIM.0, DIM.1) } else { line }
    };
    if is_code {
        return vec![format!("{indent}{}", step_back(line.trim_end().to_owned())).trim_end().to_owned()];
    }
    let line = line.replace('\t', "    ");
    let (prefix, hanging) = beginning(&line);
    // Where the beginning takes more than half of the terminal there is nothing to hang from.
    let hanging = if hanging.len() > (width - margin) / 2 { String::new() } else { hanging };
    let rest = line[prefix..].trim_end();
    let options = Options::new(width)
        .initial_indent(&indent)
        .subsequent_indent(&indent)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(!line.contains("://"));
    let start = format!("{indent}{}", &line[..prefix]);
    let next = format!("{indent}{hanging}");
    let filled = textwrap::wrap(rest, options.initial_indent(&start).subsequent_indent(&next));
    let is_quote = line.trim_start().starts_with('>');
    let lines = filled.into_iter().map(|line| line.trim_end().to_owned());
    if is_quote { lines.map(step_back).collect() } else { lines.collect() }
}

/// How much of a line is its beginning (spaces, quote marks, the mark of a list), and what stands below that when it is wrapped.
fn beginning(line: &str) -> (usize, String) {
    let mut end = line.len() - line.trim_start_matches([' ', '>']).len();
    let mut hanging = line[..end].to_owned();
    let rest = &line[end..];
    let digits = rest.len() - rest.trim_start_matches(|character: char| character.is_ascii_digit()).len();
    let mark = match rest.as_bytes() {
        [b'-' | b'*' | b'+', b' ', ..] => 2,
        bytes if (1..=9).contains(&digits) && matches!(bytes.get(digits..), Some([b'.' | b')', b' ', ..])) => digits + 2,
        _ => 0,
    };
    end += mark;
    hanging.push_str(&" ".repeat(mark));
    (end, hanging)
}

/// Lines joined, with what is bold or italic at a line's end begun anew on the next: pagers forget it between lines.
fn carried(lines: &[String]) -> String {
    let mut open: Vec<&str> = Vec::new();
    let mut text = String::new();
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            text.push('\n');
        }
        let start = line.len() - line.trim_start().len();
        text.push_str(&line[..start]);
        text.extend(open.iter().copied());
        text.push_str(&line[start..]);
        for (on, off) in [BOLD, ITALIC] {
            let (last_on, last_off) = (line.rfind(on), line.rfind(off));
            if last_on > last_off {
                open.push(on);
            } else if last_off.is_some() {
                open.retain(|sequence| *sequence != on);
            }
        }
        if !open.is_empty() {
            text.push_str("\u{1b}[0m");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr as _;

    use super::*;

    /// The text without its looks.
    fn plain(text: &str) -> String {
        console::strip_ansi_codes(text).into_owned()
    }

    #[test]
    fn without_colour_a_message_stays_as_it_was_written() {
        let text = "Hola **Ana**:\n\n- uno\n- *dos*\n\n> cita\n\n`código` [web](https://a.es)\n  sangrado";
        assert_eq!(render(text, 80, 0, false), text);
        assert_eq!(render("uno\ndos", 80, 2, false), "  uno\n  dos");
    }

    #[test]
    fn with_colour_emphasis_is_seen_instead_of_its_marks() {
        assert_eq!(render("a **b *c*** d", 80, 0, true), "a \u{1b}[1mb \u{1b}[3mc\u{1b}[23m\u{1b}[22m d");
        assert_eq!(render("2 * 3 * 4 y nombre_de_archivo", 80, 0, true), "2 * 3 * 4 y nombre_de_archivo");
        assert_eq!(render("`**no**`", 80, 0, true), "`**no**`");
        assert_eq!(render("> cita", 80, 0, true), "\u{1b}[2m> cita\u{1b}[0m");
    }

    #[test]
    fn lists_and_quotes_hang_and_code_is_kept() {
        assert_eq!(render("- uno dos tres\n12. uno dos", 9, 0, false), "- uno dos\n  tres\n12. uno\n    dos");
        assert_eq!(render("> uno dos tres", 9, 0, false), "> uno dos\n> tres");
        let code = "```\nlet muy_largo = \"sin partir por ningún sitio\";\n```";
        assert_eq!(render(code, 20, 2, false), code.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn what_is_bold_over_several_lines_is_bold_on_each() {
        assert_eq!(render("**uno dos**", 5, 2, true), "  \u{1b}[1muno\u{1b}[0m\n  \u{1b}[1mdos\u{1b}[22m");
    }

    #[test]
    fn long_quotes_are_folded_and_short_ones_are_not() {
        let short = "> uno\n> dos\n> tres\n\nrespuesta";
        assert!(matches!(folded(short), Cow::Borrowed(_)));
        assert_eq!(folded("antes\n> 1\n> 2\n> 3\n> 4\n\nrespuesta"), "antes\n> 1\n> […]\n\nrespuesta");
    }

    #[test]
    fn sequences_of_a_message_are_shown_and_not_obeyed() {
        let text = render("**a\u{1b}[2J\u{202e}**", 80, 0, true);
        assert_eq!(text, "\u{1b}[1ma␛[2J\\u{202e}\u{1b}[22m");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_is_lost_and_nothing_is_wide(text in "[a-zñ *_>`#\\-\n1.]{0,120}", width in 12usize..60) {
            let shown = render(&text, width, 2, false);
            let letters = |text: &str| text.chars().filter(|character| character.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&shown), letters(&text));
            prop_assert_eq!(letters(&plain(&render(&text, width, 2, true))), letters(&text));
            if !text.contains('`') && !text.contains("    ") {
                for line in shown.lines() {
                    prop_assert!(line.width() <= width, "{line:?}");
                }
            }
        }

        #[test]
        fn any_text_is_rendered_harmlessly(text in any::<String>(), width in 0usize..60) {
            let shown = render(&text, width, 3, true);
            let rest = plain(&shown);
            prop_assert!(!rest.chars().any(crate::domain::text::is_hostile), "{rest:?}");
        }
    }
}
