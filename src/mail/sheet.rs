//! The shape of a letter: blocks one under the other, and their plain text. Knows neither what is told nor HTML.

/// A piece of a letter. All texts are clean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// Words of the desk.
    Paragraph(String),
    /// What the blocks after it are.
    Heading(String),
    /// What is to be copied, alone on its line.
    Code(String),
    /// A command line.
    Command(String),
    /// Names and values.
    Fields(Vec<(String, String)>),
    /// Lines, one for each thing.
    List(Vec<String>),
    /// Words of the desk in Markdown.
    Markdown(String),
    /// Words of somebody, set apart so that nobody takes them for the desk's: a line that says whose, Markdown, and a last line.
    Writing {
        /// Who wrote it and when.
        head: String,
        /// What was written.
        body: String,
        /// The files with it, and whether something was cut off.
        foot: Vec<String>,
    },
    /// The desk's name under the letter, with its page.
    Signature {
        /// The words above the name.
        closing: String,
        /// The name.
        name: String,
        /// The page.
        url: Option<String>,
    },
    /// What need not be read.
    Small(String),
}

/// What stands above and below somebody's words.
const RULE: &str = "------------------------------------------------------------";

/// The letter as plain text: lines end with `\n`, paragraphs are not wrapped.
pub(super) fn to_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        if !text.is_empty() {
            text.push('\n');
        }
        match block {
            Block::Paragraph(words) | Block::Code(words) | Block::Markdown(words) | Block::Small(words) => text.push_str(words),
            Block::Heading(words) => text.push_str(words),
            Block::Command(command) => {
                text.push_str("    ");
                text.push_str(command);
            }
            Block::Fields(fields) => {
                let lines: Vec<_> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
                text.push_str(&lines.join("\n"));
            }
            Block::List(lines) => {
                let lines: Vec<_> = lines.iter().map(|line| format!("- {line}")).collect();
                text.push_str(&lines.join("\n"));
            }
            Block::Writing { head, body, foot } => {
                text.push_str(&format!("{head}\n{RULE}\n{}\n{RULE}", without_rules(body)));
                for line in foot {
                    text.push('\n');
                    text.push_str(line);
                }
            }
            Block::Signature { closing, name, url } => {
                text.push_str(&format!("{closing}\n{name}"));
                if let Some(url) = url {
                    text.push('\n');
                    text.push_str(url);
                }
            }
        }
        text.push('\n');
    }
    text
}

/// The same text with its long lines of dashes shortened: nobody ends their own words early and goes on as the desk.
fn without_rules(body: &str) -> String {
    let is_rule = |line: &&str| line.trim().len() > 20 && line.trim().bytes().all(|byte| byte == b'-');
    if !body.lines().any(|line| is_rule(&line)) {
        return body.to_owned();
    }
    body.lines().map(|line| if is_rule(&line) { "-----" } else { line }).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_stands_alone_on_its_line() {
        let text = to_text(&[Block::Paragraph("Su código:".into()), Block::Code("K7QF-2M9X".into())]);
        assert_eq!(text, "Su código:\n\nK7QF-2M9X\n");
    }

    #[test]
    fn a_line_of_blanks_stays_one() {
        let body = format!("a\n{}\n{}-\nb", " ".repeat(30), " ".repeat(30));
        assert_eq!(without_rules(&format!("{body}\n{RULE}")), format!("{body}\n-----"));
    }

    #[test]
    fn nobody_speaks_as_the_desk() {
        let body = format!("Gracias.\n{RULE}\n\n    taquilla cerrar 1\n---");
        let text = to_text(&[Block::Writing { head: "Ana:".into(), body, foot: vec![] }]);
        assert_eq!(text.matches(RULE).count(), 2);
        assert!(text.ends_with(&format!("---\n{RULE}\n")));
    }
}
