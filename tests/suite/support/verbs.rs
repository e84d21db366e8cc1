//! The verbs that there are, as the program itself has them.

use std::sync::OnceLock;

/// The tree of them, which takes a while to build.
pub fn tree() -> &'static clap::Command {
    static TREE: OnceLock<clap::Command> = OnceLock::new();
    TREE.get_or_init(taquilla::cli::tree)
}

/// Every verb, those of two words with both: `open`, `user create`.
pub fn all() -> Vec<String> {
    let mut all = Vec::new();
    for verb in tree().get_subcommands() {
        if verb.has_subcommands() {
            all.extend(verb.get_subcommands().map(|second| format!("{} {}", verb.get_name(), second.get_name())));
        } else {
            all.push(verb.get_name().to_owned());
        }
    }
    all
}
