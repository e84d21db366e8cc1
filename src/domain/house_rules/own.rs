//! What a desk says of itself, which is for everybody: its telephones and its addresses.

use super::numbers::Numbers;
use super::seen::Seen;
use super::{Found, Insults, Matter, find, mail};

/// The fewest digits that tell a telephone number from others without the code of its country.
const FEWEST_DIGITS: usize = 7;
/// The most digits of the code of a country.
const MOST_OF_A_CODE: usize = 3;

/// The telephones and the addresses of a desk, as they are seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    phones: Vec<String>,
    addresses: Vec<String>,
}

impl Own {
    /// Those that stand in some texts: `807 455 110 (ext. 2)`, `soporte@example.com`.
    pub fn of(texts: &[String]) -> Self {
        let mut own = Self::default();
        for text in texts {
            let found = find(text, &[Matter::Phone, Matter::Email], &Insults::default());
            for found in &found {
                own.take(found.matter, found.words(text));
            }
            // Whatever the desk calls its telephone is that, whether others would know it for one or not.
            if found.is_empty() {
                own.take(if text.contains('@') { Matter::Email } else { Matter::Phone }, text);
            }
        }
        own
    }

    fn take(&mut self, matter: Matter, words: &str) {
        match matter {
            Matter::Phone => self.phones.push(digits(words)),
            Matter::Email => self.addresses.push(mail::written(&Seen::of(words))),
            Matter::Money | Matter::Insult => {}
        }
    }

    /// Whether something that was found in a text is one of them, however it is written there.
    pub(super) fn has(&self, found: &Found, text: &str) -> bool {
        match found.matter {
            Matter::Phone if !self.phones.is_empty() => {
                let given = digits(found.words(text));
                self.phones.iter().any(|own| is_same(own, &given))
            }
            Matter::Email if !self.addresses.is_empty() => self.addresses.contains(&mail::written(&Seen::of(found.words(text)))),
            _ => false,
        }
    }
}

/// The digits of a telephone number, also those in words.
fn digits(words: &str) -> String {
    Numbers::of(&Seen::of(words)).0.into_iter().map(|number| number.digits).collect()
}

/// Whether two telephone numbers are one, of which one may have the code of its country, and the other the zero that is dialled at home.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_start_matches('0'), other.trim_start_matches('0'));
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let Some(code) = long.strip_suffix(short) else { return false };
    // `+44 (0)20 7946 0018`
    let code = if code.len() > 1 { code.strip_suffix('0').unwrap_or(code) } else { code };
    code.is_empty() || (short.len() >= FEWEST_DIGITS && code.len() <= MOST_OF_A_CODE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn has(own: &str, text: &str) -> bool {
        let found = find(text, &[Matter::Phone, Matter::Email], &Insults::default());
        assert!(!found.is_empty(), "{text}");
        let own = Own::of(&[own.to_owned()]);
        found.iter().all(|found| own.has(found, text))
    }

    #[test]
    fn the_desks_own_is_known_however_it_is_written() {
        for (own, text) in [
            ("807 455 110", "807 45 51 10 o +34 807455110"),
            ("807 455 110 / 910 123 456", "Llame al 910 12 34 56 o al 807-455-110"),
            ("807 455 110 (ext. 2)", "807455110"),
            ("Tel. 807 455 110, de 9 a 14", "0034 807 455 110"),
            ("020 7946 0018", "+44 20 7946 0018"),
            ("020 7946 0018", "+44 (0)20 7946 0018"),
            ("+44 20 7946 0018", "020 7946 0018"),
            ("807 455 110", "ocho cero siete cuatro cinco cinco uno uno cero"),
            ("807 455 110", "８０７ ４５５ １１０"),
            ("807 455 110", "8O7 455 11O"),
            ("soporte@agora.es", "Soporte@Agora.es"),
            ("soporte@agora.es", "soporte arroba agora punto es"),
            ("soporte@agora.es", "soporte [at] agora [dot] es"),
        ] {
            assert!(has(own, text), "{own}: {text}");
        }
        for (own, text) in [
            ("807 455 110", "807 45 51 11"),
            ("807 455 110", "655 214 309"),
            ("016", "655 214 016"),
            ("020 7946 0018", "+44 20 7946 0019"),
            ("soporte@agora.es", "soporte@agora.com"),
            ("soporte@agora.es", "ana arroba agora punto es"),
        ] {
            assert!(!has(own, text), "{own}: {text}");
        }
    }
}
