//! How a change is to be made, as whoever asks for it says.

use crate::app::keys::KeyUse;

/// How a change is to be made.
#[derive(Clone, Debug, Default)]
pub struct Call {
    /// Go all the way but for the commit.
    pub dry_run: bool,
    /// Happen once for this account and key.
    pub key: Option<KeyUse>,
    /// Lease the letters to this command's relay.
    pub lease: bool,
    /// Accept the house rules with it.
    pub accepts_rules: bool,
}

impl Call {
    /// The same, accepting the house rules with it or not.
    pub fn accepting(self, accepts_rules: bool) -> Self {
        Self { accepts_rules, ..self }
    }
}
