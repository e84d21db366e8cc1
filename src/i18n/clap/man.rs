//! The headings of rendered man pages, which clap_mangen says in English only. It knows nothing else of the pages.

use crate::i18n::Words;

/// clap_mangen's headings and the ids of ours.
const HEADINGS: &[(&str, &str)] = &[
    ("NAME", "usage-man-name"),
    ("SYNOPSIS", "usage-man-synopsis"),
    ("DESCRIPTION", "usage-man-description"),
    ("OPTIONS", "usage-man-options"),
    ("SUBCOMMANDS", "usage-man-verbs"),
    ("EXTRA", "usage-man-examples"),
    ("VERSION", "usage-man-version"),
    ("AUTHORS", "usage-man-authors"),
];

/// Words the headings of a page that clap_mangen has rendered from a worded tree.
///
/// The other headings come from the tree and are made upper-case; the examples lose the line that names them a second time.
pub fn man_headings(roff: String, words: &Words) -> String {
    let examples = format!("{}:", words.text("usage-heading-examples"));
    let mut page = String::with_capacity(roff.len() + 64);
    let mut after_extra = false;
    for line in roff.split_inclusive('\n') {
        if let Some(heading) = line.strip_prefix(".SH ") {
            let heading = heading.trim().trim_matches('"');
            let text = match HEADINGS.iter().find(|(name, _)| *name == heading) {
                Some((_, id)) => words.text(id),
                None => heading.to_uppercase(),
            };
            let quote = if text.contains(' ') { "\"" } else { "" };
            if after_extra {
                page.push_str(".fi\n");
            }
            page.push_str(&format!(".SH {quote}{text}{quote}\n"));
            after_extra = heading == "EXTRA";
            if after_extra {
                // Examples are to be copied: their lines stay as they are.
                page.push_str(".nf\n");
            }
        } else if !(after_extra && line.trim_end() == examples) {
            page.push_str(line);
        }
    }
    if after_extra {
        page.push_str(".fi\n");
    }
    page
}
