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
    /// Whether the house rules are accepted with it.
    pub consent: Consent,
}

/// Whether somebody accepts the house rules with what they do, and in which wording.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Consent {
    /// They say nothing of it.
    #[default]
    Unsaid,
    /// They accept the wording that is in force, as an option says.
    InForce,
    /// They accept the wording of this version, which they were shown.
    Shown(String),
}

impl Call {
    /// The same, accepting the house rules with it or not.
    pub fn accepting(self, consent: Consent) -> Self {
        Self { consent, ..self }
    }
}
