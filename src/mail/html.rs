//! A letter as HTML that every mail program shows: tables for the frame, styles inline, nothing loaded from elsewhere.

use super::markdown::{self, escape, link_target};
use super::sheet::Block;
use crate::domain::language::Language;

const FONT: &str = "font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:22px;color:#1d2429;";
const MONOSPACE: &str = "font-family:Consolas,Menlo,monospace;";
/// The colour of a desk whose own cannot be read.
const DEFAULT_COLOUR: &str = "#2f6f8f";

/// What all of a letter's HTML shares.
pub(super) struct Frame<'a> {
    /// The language it is written in.
    pub language: Language,
    /// What mail programs show as the page's title.
    pub subject: &'a str,
    /// The words in the band at its head.
    pub desk_name: &'a str,
    /// `#rrggbb` of the band.
    pub colour: &'a str,
}

/// The letter as a whole HTML page.
pub(super) fn to_html(frame: &Frame<'_>, blocks: &[Block]) -> String {
    let colour = if is_colour(frame.colour) { frame.colour } else { DEFAULT_COLOUR };
    let ink = ink_on(colour);
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n</head>\n\
         <body style=\"margin:0;padding:0;background:#eef0f1;\">\n\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"background:#eef0f1;\">\n\
         <tr><td align=\"center\" style=\"padding:16px 8px;\">\n\
         <table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \
         style=\"width:100%;max-width:600px;background:#ffffff;\">\n\
         <tr><td style=\"{FONT}background:{colour};color:{ink};padding:14px 24px;font-weight:bold;\">{desk}</td></tr>\n\
         <tr><td style=\"{FONT}padding:24px 24px 12px 24px;\">\n",
        language = frame.language.code(),
        title = escape(frame.subject),
        desk = escape(frame.desk_name),
    );
    for block in blocks {
        push_block(&mut html, block, colour);
    }
    html.push_str("</td></tr>\n</table>\n</td></tr>\n</table>\n</body>\n</html>\n");
    html
}

fn push_block(html: &mut String, block: &Block, colour: &str) {
    match block {
        Block::Paragraph(words) => html.push_str(&format!("<p style=\"margin:0 0 14px 0;\">{}</p>\n", lines(words))),
        Block::Heading(words) => {
            html.push_str(&format!("<p style=\"margin:20px 0 8px 0;font-weight:bold;\">{}</p>\n", escape(words)));
        }
        Block::Code(code) => html.push_str(&format!(
            "<p style=\"margin:0 0 14px 0;padding:12px;background:#f2f4f5;{MONOSPACE}font-size:22px;line-height:28px;\
             letter-spacing:2px;text-align:center;\">{}</p>\n",
            escape(code)
        )),
        Block::Command(command) => html.push_str(&format!(
            "<p style=\"margin:0 0 14px 0;padding:8px 12px;background:#f2f4f5;{MONOSPACE}font-size:14px;\">{}</p>\n",
            escape(command)
        )),
        Block::Fields(fields) => push_fields(html, fields),
        Block::List(items) => {
            html.push_str("<ul style=\"margin:0 0 14px 0;padding:0 0 0 20px;\">\n");
            for item in items {
                html.push_str(&format!("<li style=\"margin:0 0 4px 0;\">{}</li>\n", escape(item)));
            }
            html.push_str("</ul>\n");
        }
        Block::Markdown(words) => html.push_str(&markdown::to_html(words, colour)),
        Block::Writing { head, body, foot } => push_writing(html, (head, body, foot), colour),
        Block::Signature { closing, name, url } => push_signature(html, (closing, name, url.as_deref()), colour),
        Block::Small(words) => html.push_str(&format!(
            "<p style=\"margin:0 0 8px 0;font-size:12px;line-height:17px;color:#66717a;\">{}</p>\n",
            lines(words)
        )),
    }
}

fn push_fields(html: &mut String, fields: &[(String, String)]) {
    html.push_str(
        "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 14px 0;\">\n",
    );
    for (name, value) in fields {
        html.push_str(&format!(
            "<tr><td valign=\"top\" style=\"{FONT}padding:1px 16px 1px 0;color:#66717a;\">{}</td>\
             <td valign=\"top\" style=\"{FONT}padding:1px 0;\">{}</td></tr>\n",
            escape(name),
            escape(value)
        ));
    }
    html.push_str("</table>\n");
}

fn push_writing(html: &mut String, (head, body, foot): (&str, &str, &[String]), colour: &str) {
    html.push_str(&format!(
        "<p style=\"margin:16px 0 6px 0;font-size:13px;color:#66717a;\">{}</p>\n\
         <div style=\"margin:0 0 14px 0;padding:2px 0 2px 14px;border-left:4px solid {colour};\">\n{}</div>\n",
        escape(head),
        markdown::to_html(body, colour)
    ));
    for line in foot {
        html.push_str(&format!("<p style=\"margin:0 0 10px 0;font-size:13px;color:#66717a;\">{}</p>\n", escape(line)));
    }
}

fn push_signature(html: &mut String, (closing, name, url): (&str, &str, Option<&str>), colour: &str) {
    html.push_str(&format!("<p style=\"margin:20px 0 14px 0;\">{}<br>\n{}", escape(closing), escape(name)));
    if let Some(url) = url {
        match link_target(url) {
            Some(target) => html.push_str(&format!("<br>\n<a href=\"{target}\" style=\"color:{colour};\">{}</a>", escape(url))),
            None => html.push_str(&format!("<br>\n{}", escape(url))),
        }
    }
    html.push_str("</p>\n");
}

fn lines(words: &str) -> String {
    escape(words).replace('\n', "<br>\n")
}

fn is_colour(colour: &str) -> bool {
    colour.len() == 7 && colour.starts_with('#') && colour.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit())
}

/// Black or white, whichever is easier to read on a colour (by its relative luminance, WCAG 2).
fn ink_on(colour: &str) -> &'static str {
    let channel = |at: usize| {
        let value = colour.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0);
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    if luminance > 0.179 { "#000000" } else { "#ffffff" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(colour: &str, blocks: &[Block]) -> String {
        to_html(&Frame { language: Language::Spanish, subject: "Asunto", desk_name: "Taller & Cía", colour }, blocks)
    }

    #[test]
    fn nothing_is_loaded_from_elsewhere() {
        let html =
            page("#2f6f8f", &[Block::Writing { head: "Ana:".into(), body: "![x](http://x.es/x.png)".into(), foot: vec![] }]);
        for loaded in ["<img", "<link", "<script", "<style", "src=", "url("] {
            assert!(!html.contains(loaded), "{loaded}");
        }
        assert!(html.contains("Taller &amp; Cía"));
    }

    #[test]
    fn the_desk_can_be_read_on_its_colour() {
        assert_eq!((ink_on("#2f6f8f"), ink_on("#ffe066"), ink_on("#000000")), ("#ffffff", "#000000", "#ffffff"));
        assert!(page("red;}", &[]).contains(DEFAULT_COLOUR));
    }
}
