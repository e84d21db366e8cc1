//! One letter as it travels: addresses as lettre takes them, lines as SMTP has them. Knows no connection.

use lettre::Address;

use crate::domain::account::EmailAddress;
use crate::domain::fault::{Fault, FaultKind};
use crate::mail::{Envelope, MailError};

/// One letter to send.
pub(super) struct Request {
    /// Where failures are reported to.
    pub(super) from: Address,
    /// The one recipient.
    pub(super) to: Address,
    /// As it travels: with its dots doubled, and without the final one.
    pub(super) message: Vec<u8>,
}

impl Request {
    /// A letter as lettre takes it.
    ///
    /// # Errors
    /// `Permanent` for an address that lettre does not take, and for a message that is not 7-bit.
    pub(super) fn new(envelope: &Envelope, message: &[u8]) -> Result<Self, MailError> {
        let address = |address: &EmailAddress| {
            let unmade = |error| MailError::Permanent(Fault::new(FaultKind::Unmade, format!("{address}: {error}")));
            address.as_str().parse::<Address>().map_err(unmade)
        };
        if !message.is_ascii() {
            return Err(MailError::Permanent(Fault::new(FaultKind::Unmade, "the message is not 7-bit")));
        }
        Ok(Self { from: address(&envelope.from)?, to: address(&envelope.to)?, message: on_its_way(message) })
    }
}

/// The message as it travels: CRLF at the end of every line, for a bare line feed before a dot would end it early for some servers
/// and let it smuggle another one in; and one more dot before each that begins a line.
fn on_its_way(message: &[u8]) -> Vec<u8> {
    let mut lines = Vec::with_capacity(message.len() + message.len() / 32 + 2);
    let mut bytes = message.iter().copied().peekable();
    let mut begins_line = true;
    while let Some(byte) = bytes.next() {
        match byte {
            b'\r' | b'\n' => {
                if byte == b'\r' {
                    bytes.next_if_eq(&b'\n');
                }
                lines.extend_from_slice(b"\r\n");
            }
            b'.' if begins_line => lines.extend_from_slice(b".."),
            _ => lines.push(byte),
        }
        begins_line = matches!(byte, b'\r' | b'\n');
    }
    if !begins_line {
        lines.extend_from_slice(b"\r\n");
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_travels_as_smtp_has_it() {
        assert_eq!(on_its_way(b"a\nb\rc\r\n.\n"), b"a\r\nb\r\nc\r\n..\r\n");
        assert_eq!(on_its_way(b".a.\n\n..b"), b"..a.\r\n\r\n...b\r\n");
        assert_eq!(on_its_way(b""), b"");
    }
}
