//! Message-IDs that the desk recognises as its own, and the anchor that keeps a ticket's letters together.
//!
//! An id is `<t856444.EVENT.MAC@domain>`. `EVENT` is the letter's id, `MAC` 128 bits of HMAC-SHA256 under the desk's secret over
//! number, recipient and event: whoever sees one letter can neither make up the id of another nor use it from another address.
//! All of it is small letters and digits, since some mail programs change the case. Numbers that were imported may hold capitals
//! and dots, so they stand in base 32 behind an `x`; a letter about no ticket begins with `n`.
//!
//! **Threading.** Every letter about a ticket answers and references an *anchor*: an id that is derived from ticket and recipient
//! and that no letter bears. Gmail, Thunderbird, Apple Mail and Outlook all put letters together that share a reference, also
//! one that they never saw (code forges thread that way for people who join a discussion late). If the first letter bore the
//! anchor instead, that letter would have to be told apart, and the thread would fall to pieces whenever it was switched off,
//! dropped, or went to somebody else. Gmail also wants the same subject, so that only ever differs by `Re:`.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::domain::account::EmailAddress;
use crate::domain::letter::LetterId;
use crate::domain::ticket::TicketNumber;

/// The event of an anchor; no letter's id is written with fewer than 26 characters.
const ANCHOR: &str = "thread";
/// The domain of an anchor: no letter bears one, and the desk's own domain may change while a thread goes on.
const ANCHOR_DOMAIN: &str = "taquilla.invalid";
/// How many bytes of the HMAC an id bears.
const MAC_BYTES: usize = 16;
/// No id of the desk is longer: number, event, MAC and the longest domain.
const LONGEST_ID: usize = 512;

/// The Message-ID of a letter, with its angle brackets; `ticket` is none for a letter about no ticket.
pub fn message_id(
    secret: &[u8; 32],
    ticket: Option<&TicketNumber>,
    recipient: &EmailAddress,
    letter: LetterId,
    domain: &str,
) -> String {
    make(secret, ticket, recipient, &small_base32(&letter.0), domain)
}

/// The id, with its angle brackets, that all letters about a ticket to one recipient refer to.
pub fn anchor(secret: &[u8; 32], ticket: &TicketNumber, recipient: &EmailAddress) -> String {
    make(secret, Some(ticket), recipient, ANCHOR, ANCHOR_DOMAIN)
}

/// The ticket that an id of this desk was given for, if it was made for this recipient.
///
/// `None` for every other id. The MACs are compared in constant time.
pub fn recognise(secret: &[u8; 32], message_id: &str, recipient: &EmailAddress) -> Option<TicketNumber> {
    if message_id.len() > LONGEST_ID {
        return None;
    }
    let id = message_id.trim().trim_start_matches('<').trim_end_matches('>').to_ascii_lowercase();
    let (local, _domain) = id.split_once('@')?;
    let mut parts = local.split('.');
    let (number, event, given, None) = (parts.next()?, parts.next()?, parts.next()?, parts.next()) else { return None };
    let ticket = read_number(number)?;
    let expected = mac(secret, Some(&ticket), recipient, event);
    let given = BASE32_NOPAD.decode(given.to_ascii_uppercase().as_bytes()).ok()?;
    bool::from(expected.as_slice().ct_eq(&given)).then_some(ticket)
}

/// Sixteen bytes that only this desk can derive, for what must not be guessed and must not change: MIME boundaries.
pub(super) fn derive(secret: &[u8; 32], purpose: &str, letter: LetterId) -> String {
    small_base32(&keyed(secret, &[purpose.as_bytes(), &letter.0]))
}

/// Bytes in base 32 in small letters.
pub(super) fn small_base32(bytes: &[u8]) -> String {
    BASE32_NOPAD.encode(bytes).to_ascii_lowercase()
}

fn make(secret: &[u8; 32], ticket: Option<&TicketNumber>, recipient: &EmailAddress, event: &str, domain: &str) -> String {
    let mac = small_base32(&mac(secret, ticket, recipient, event));
    format!("<{}.{event}.{mac}@{domain}>", write_number(ticket))
}

fn write_number(ticket: Option<&TicketNumber>) -> String {
    match ticket {
        None => "n".to_owned(),
        Some(number) if number.own_width().is_some() => format!("t{number}"),
        Some(number) => format!("x{}", small_base32(number.as_str().as_bytes())),
    }
}

fn read_number(text: &str) -> Option<TicketNumber> {
    if let Some(digits) = text.strip_prefix('t') {
        return TicketNumber::parse(digits).filter(|number| number.own_width().is_some());
    }
    let encoded = text.strip_prefix('x')?.to_ascii_uppercase();
    let bytes = BASE32_NOPAD.decode(encoded.as_bytes()).ok()?;
    TicketNumber::parse(std::str::from_utf8(&bytes).ok()?)
}

fn mac(secret: &[u8; 32], ticket: Option<&TicketNumber>, recipient: &EmailAddress, event: &str) -> [u8; MAC_BYTES] {
    let number = ticket.map(TicketNumber::as_str).unwrap_or_default();
    keyed(secret, &[b"message-id", number.as_bytes(), recipient.key().as_bytes(), event.as_bytes()])
}

/// The first 128 bits of HMAC-SHA256 over the parts, each with its length before it, so that no two lists of parts agree.
fn keyed(secret: &[u8; 32], parts: &[&[u8]]) -> [u8; MAC_BYTES] {
    // HMAC pads a short key with zeros to the length of a block.
    let mut key = [0; 64];
    for (to, from) in key.iter_mut().zip(secret) {
        *to = *from;
    }
    let mut mac = Hmac::<Sha256>::new(&key.into());
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    let mut first = [0; MAC_BYTES];
    for (to, from) in first.iter_mut().zip(mac.finalize().into_bytes()) {
        *to = from;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SECRET: [u8; 32] = [7; 32];

    fn ana() -> EmailAddress {
        EmailAddress::parse("Ana.Lopez@example.com").unwrap()
    }

    fn number(text: &str) -> TicketNumber {
        TicketNumber::parse(text).unwrap()
    }

    /// Letters that have left refer to these ids: another derivation would orphan their answers.
    #[test]
    fn the_derivation_never_changes() {
        let letter = LetterId([1; 16]);
        assert_eq!(
            message_id(&SECRET, Some(&number("856444")), &ana(), letter, "example.org"),
            "<t856444.aeaqcaibaeaqcaibaeaqcaibae.rqnbmk4gyy5mrcls54l2bi4rue@example.org>"
        );
        assert_eq!(anchor(&SECRET, &number("856444"), &ana()), "<t856444.thread.o3gbl3ktaaw3j6hs2x7xxlu5ku@taquilla.invalid>");
    }

    #[test]
    fn only_the_recipient_speaks_with_an_id() {
        let id = message_id(&SECRET, Some(&number("856444")), &ana(), LetterId([1; 16]), "example.org");
        assert_eq!(recognise(&SECRET, &id, &ana()), Some(number("856444")));
        let shouted = EmailAddress::parse("ANA.LOPEZ@EXAMPLE.COM").unwrap();
        assert_eq!(recognise(&SECRET, &id.to_ascii_uppercase(), &shouted), Some(number("856444")));
        assert_eq!(recognise(&SECRET, &id, &EmailAddress::parse("eva@example.com").unwrap()), None);
        assert_eq!(recognise(&[8; 32], &id, &ana()), None);
        assert_eq!(recognise(&SECRET, &id.replace("856444", "856445"), &ana()), None);
        assert_eq!(recognise(&SECRET, &id.replace(".aeaq", ".beaq"), &ana()), None);
    }

    #[test]
    fn a_letter_about_no_ticket_names_none() {
        let id = message_id(&SECRET, None, &ana(), LetterId([1; 16]), "example.org");
        assert!(id.starts_with("<n."), "{id}");
        assert_eq!(recognise(&SECRET, &id, &ana()), None);
    }

    proptest! {
        #[test]
        fn ids_are_atoms_and_read_back(number in "[A-Za-z0-9_./][A-Za-z0-9_./-]{0,30}[0-9]", letter: [u8; 16]) {
            let number = TicketNumber::parse(&number).unwrap();
            for id in [
                message_id(&SECRET, Some(&number), &ana(), LetterId(letter), "example.org"),
                anchor(&SECRET, &number, &ana()),
            ] {
                prop_assert!(id.bytes().all(|byte| byte.is_ascii_graphic() && !byte.is_ascii_uppercase()));
                prop_assert_eq!(recognise(&SECRET, &id, &ana()), Some(number.clone()));
            }
        }

        #[test]
        fn nothing_else_is_recognised(id in "\\PC{0,80}|<[tx][0-9]{6}\\.[a-z2-7]{26}\\.[a-z2-7]{26}@example\\.org>") {
            prop_assert_eq!(recognise(&SECRET, &id, &ana()), None);
        }
    }
}
