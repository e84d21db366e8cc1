//! Markdown from people as HTML for a mail program: styles inline, nothing loaded from elsewhere, no HTML of theirs.
//!
//! What people wrote as HTML is shown as text. Links lead to `http`, `https` and `mailto` only; a picture becomes a link to it,
//! since a mail that fetches one tells its sender that it was read.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// How deep blocks may stand inside each other; deeper ones are shown without their frames.
const DEEPEST: usize = 12;

const PARAGRAPH: &str = "<p style=\"margin:0 0 12px 0;\">";
const HEADING: &str = "<p style=\"margin:16px 0 8px 0;font-weight:bold;\">";
const QUOTE: &str = "<blockquote style=\"margin:0 0 12px 0;padding:0 0 0 12px;border-left:3px solid #c8ced3;color:#55606a;\">";
const PREFORMATTED: &str = "<pre style=\"margin:0 0 12px 0;padding:8px 12px;background:#f2f4f5;color:#1d2429;font-family:Consolas,Menlo,monospace;\
     font-size:13px;white-space:pre-wrap;\">";
const CODE: &str = "<code style=\"font-family:Consolas,Menlo,monospace;font-size:13px;background:#f2f4f5;color:#1d2429;\">";
const LIST: &str = "style=\"margin:0 0 12px 0;padding:0 0 0 24px;\"";
const RULE: &str = "<hr style=\"border:0;border-top:1px solid #c8ced3;margin:16px 0;\">";

/// Text as HTML shows it.
pub(super) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 8);
    push_escaped(&mut html, text);
    html
}

fn push_escaped(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(character),
        }
    }
}

/// An address that a link may lead to, as an attribute holds it; `None` for every other.
pub(super) fn link_target(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let is_allowed = ["http", "https", "mailto"].iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed));
    let is_harmless = !address.chars().any(|character| character.is_control() || character.is_whitespace());
    (is_allowed && is_harmless).then(|| escape(address))
}

/// Clean Markdown as HTML. `colour` is that of links, `#rrggbb`.
pub(super) fn to_html(markdown: &str, colour: &str) -> String {
    let mut page = Page { html: String::with_capacity(markdown.len() * 2), open: Vec::new(), colour };
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        page.take(event);
    }
    while let Some(end) = page.open.pop() {
        page.html.push_str(end);
    }
    page.html
}

struct Page<'a> {
    html: String,
    /// What ends the elements that are open, the innermost last; empty for one that was left out.
    open: Vec<&'static str>,
    colour: &'a str,
}

impl Page<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => push_escaped(&mut self.html, &text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.html.push_str(CODE);
                push_escaped(&mut self.html, &text);
                self.html.push_str("</code>");
            }
            // Who writes in a terminal ends a line where it shall end.
            Event::SoftBreak | Event::HardBreak => self.html.push_str("<br>\n"),
            Event::Rule => self.html.push_str(RULE),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let too_deep = self.open.len() >= DEEPEST;
        match tag {
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } if !too_deep => match link_target(dest_url) {
                Some(target) => {
                    let anchor = format!("<a href=\"{target}\" style=\"color:{};\">", self.colour);
                    self.push(&anchor, "</a>");
                }
                None => self.open.push(""),
            },
            Tag::List(Some(first)) if !too_deep => {
                let list = format!("<ol start=\"{first}\" {LIST}>");
                self.push(&list, "</ol>\n");
            }
            Tag::List(None) if !too_deep => self.push(&format!("<ul {LIST}>"), "</ul>\n"),
            _ if too_deep => self.open.push(if is_block(tag) { "<br>\n" } else { "" }),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => self.push(PREFORMATTED, "</pre>\n"),
            Tag::Paragraph | Tag::HtmlBlock => self.push(PARAGRAPH, "</p>\n"),
            Tag::Heading { .. } => self.push(HEADING, "</p>\n"),
            Tag::BlockQuote(_) => self.push(QUOTE, "</blockquote>\n"),
            Tag::Item => self.push("<li>", "</li>\n"),
            Tag::Emphasis => self.push("<em>", "</em>"),
            Tag::Strong => self.push("<strong>", "</strong>"),
            Tag::Strikethrough => self.push("<del>", "</del>"),
            _ => self.open.push(""),
        }
    }

    fn push(&mut self, beginning: &str, end: &'static str) {
        self.html.push_str(beginning);
        self.open.push(end);
    }

    fn end(&mut self, _tag: TagEnd) {
        if let Some(end) = self.open.pop() {
            self.html.push_str(end);
        }
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::Item | Tag::HtmlBlock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_write_is_shown_and_nothing_runs() {
        let html =
            to_html("Hola <script>alert(1)</script>\n\n<img src=http://x.es/a.png onerror=alert(1)>\n\n**bien**", "#123456");
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{html}");
        assert!(html.contains("&lt;img src=http://x.es/a.png onerror=alert(1)&gt;"), "{html}");
        assert!(html.contains("<strong>bien</strong>"), "{html}");
    }

    #[test]
    fn links_lead_to_pages_and_mailboxes_only() {
        let html = to_html(
            "[a](https://x.es/?a=1&b=\"2\") [b](javascript:alert(1)) ![c](http://x.es/c.png) [d](data:text/html,x)",
            "#123456",
        );
        assert_eq!(html.matches("<a href=").count(), 2, "{html}");
        assert!(html.contains("<a href=\"https://x.es/?a=1&amp;b=&quot;2&quot;\" style=\"color:#123456;\">a</a>"), "{html}");
        assert!(html.contains("<a href=\"http://x.es/c.png\" style=\"color:#123456;\">c</a>"), "{html}");
        assert!(!html.contains("javascript") && !html.contains("<img"), "{html}");
    }

    #[test]
    fn a_tower_of_quotes_stays_small() {
        let html = to_html(&">".repeat(100_000), "#123456");
        assert!(html.len() < 10_000, "{}", html.len());
    }

    proptest! {
        #[test]
        fn every_tag_is_ours_and_closed(markdown in "([<>\\[\\]()!*_`~#\"'&:/ \n-]|[a-z]{1,4}|https:|<b onclick=x>|&lt;){0,60}") {
            let html = to_html(&markdown, "#123456");
            let mut open = Vec::new();
            for piece in html.split('<').skip(1) {
                let name: String = piece.chars().take_while(|character| *character != ' ' && *character != '>').collect();
                match name.strip_prefix('/') {
                    Some(closed) => {
                        let opened = open.pop();
                        prop_assert_eq!(opened.as_deref(), Some(closed));
                    }
                    None if name == "br" || name == "hr" => {}
                    None => {
                        prop_assert!(
                            ["p", "a", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li"].contains(&name.as_str()),
                            "{}", html
                        );
                        open.push(name);
                    }
                }
            }
            prop_assert!(open.is_empty());
        }
    }
}
