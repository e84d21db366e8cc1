//! The session of whoever types: where it lies, and the copy of their language beside it.

use std::path::PathBuf;

use super::env::Engine;
use super::front::Front;
use crate::app::App;
use crate::auth::SessionSecret;
use crate::domain::account::Account;
use crate::domain::language::Language;
use crate::paths::{self, SavedSession};
use crate::ui::error::Failure;

impl Front<'_> {
    /// The file that this person's session for this desk lies in.
    ///
    /// # Errors
    /// When no directory for it can be told.
    pub fn session_path(&self) -> Result<PathBuf, Failure> {
        let state = paths::state_directory(&self.environment.surroundings).map_err(Failure::Paths)?;
        Ok(paths::session_path(&state, &self.global.desk))
    }

    /// This person's session, if there is one.
    ///
    /// # Errors
    /// When its file cannot be read or others can.
    pub fn session(&self) -> Result<Option<SavedSession>, Failure> {
        let session = paths::read_session(&self.session_path()?).map_err(Failure::Paths)?;
        self.copied_language.set(session.as_ref().map(|session| session.language));
        Ok(session)
    }

    /// Keeps a session for the commands to come, with the language that help is then shown in.
    ///
    /// # Errors
    /// When its file cannot be written.
    pub fn keep_session(&self, secret: SessionSecret, account: &Account) -> Result<(), Failure> {
        let desk = paths::canonical_desk(&self.global.desk);
        let session = SavedSession { secret, handle: account.handle.clone(), language: account.language, desk };
        paths::write_session(&self.session_path()?, &session).map_err(Failure::Paths)
    }

    /// Keeps the language that the person of a command has now: somebody else may have changed it.
    pub fn keep_language_of(&self, app: &App<'_, Engine>) {
        if self.environment.token.is_some() {
            // The session beside it may be somebody else's.
            return;
        }
        // The file was read for the secret already: only a language that differs is worth reading it again.
        if let Some(language) = app.language_of_actor().filter(|&language| self.copied_language.get() != Some(language)) {
            // A copy that cannot be written is only what help is shown in.
            let _ = self.keep_language(language);
        }
    }

    /// Changes the language that lies beside the session.
    fn keep_language(&self, language: Language) -> Result<(), Failure> {
        match self.session()? {
            Some(session) if session.language != language => {
                paths::write_session(&self.session_path()?, &SavedSession { language, ..session }).map_err(Failure::Paths)
            }
            _ => Ok(()),
        }
    }
}
