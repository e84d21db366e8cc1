//! Letters into memory, for tests of what sends them: keeps what it was given, and fails when it was told to.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Envelope, MailError, Mailer};

/// A mail server that is none. Clones share what they hold, so that a test keeps one and gives the other away.
#[derive(Clone, Debug, Default)]
pub struct MemoryMailer {
    inside: Arc<Mutex<Inside>>,
}

#[derive(Debug, Default)]
struct Inside {
    accepted: Vec<(Envelope, Vec<u8>)>,
    attempts: usize,
    script: VecDeque<Result<(), MailError>>,
}

impl MemoryMailer {
    /// One that accepts everything.
    pub fn new() -> Self {
        Self::default()
    }

    /// Decides the next attempt that is not decided yet; after the last decision everything is accepted.
    pub fn then(&self, answer: Result<(), MailError>) {
        self.inside().script.push_back(answer);
    }

    /// The letters that were accepted, in order.
    pub fn accepted(&self) -> Vec<(Envelope, Vec<u8>)> {
        self.inside().accepted.clone()
    }

    /// How many letters were offered, accepted or not.
    pub fn attempts(&self) -> usize {
        self.inside().attempts
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Mailer for MemoryMailer {
    fn send(&mut self, envelope: &Envelope, message: &[u8]) -> Result<(), MailError> {
        let mut inside = self.inside();
        inside.attempts += 1;
        inside.script.pop_front().unwrap_or(Ok(()))?;
        inside.accepted.push((envelope.clone(), message.to_vec()));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::EmailAddress;

    #[test]
    fn it_fails_as_told_and_then_accepts() {
        let address = EmailAddress::parse("ana@example.com").unwrap();
        let envelope = Envelope { from: address.clone(), to: address };
        let memory = MemoryMailer::new();
        memory.then(Err(MailError::Temporary("451".into())));
        let mut mailer = memory.clone();
        assert!(mailer.send(&envelope, b"uno").is_err());
        assert_eq!(mailer.send(&envelope, b"dos"), Ok(()));
        assert_eq!((memory.attempts(), memory.accepted()), (2, vec![(envelope, b"dos".to_vec())]));
    }
}
