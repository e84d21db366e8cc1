//! What a value of a setting may look like: hosts, addresses of the web, mailboxes, sizes.

use crate::domain::account::EmailAddress;
use crate::domain::text;

/// Reads `25MiB`, `500KiB`, `1048576`; the units are KiB and MiB. `None` for anything else.
pub fn parse_size(text: &str) -> Option<u64> {
    let digits = text.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let unit = match text.get(digits.len()..)?.to_ascii_lowercase().as_str() {
        "" | "b" => 1,
        "kib" | "k" => 1024,
        "mib" | "m" => 1024 * 1024,
        _ => return None,
    };
    (digits.len() <= 12).then_some(())?;
    digits.parse::<u64>().ok()?.checked_mul(unit)
}

/// Reads `soporte@example.com` or `Soporte <soporte@example.com>` as name and address.
pub fn parse_mailbox(value: &str) -> Option<(Option<String>, EmailAddress)> {
    let value = text::line(value, 400)?;
    match value.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
        Some((name, address)) => {
            let name = text::line(bare_name(name), 100).filter(|name| !name.contains(['<', '>', '"', '@', '\\']));
            Some((name, EmailAddress::parse(address)?))
        }
        None => Some((None, EmailAddress::parse(&value)?)),
    }
}

fn bare_name(name: &str) -> &str {
    name.trim().trim_matches('"')
}

/// A mailbox in one line, if nothing of it would be left out where it is used.
pub(super) fn mailbox(value: &str) -> Option<String> {
    let line = text::line(value, 400)?;
    let (name, _) = parse_mailbox(&line)?;
    let has_name = line.split_once('<').is_some_and(|(name, _)| !bare_name(name).is_empty());
    (has_name == name.is_some()).then_some(line)
}

/// Whether something is the name or the address of a host: `mail.example.com`, `192.0.2.1`, `2001:db8::1`, `[::1]`.
pub(super) fn is_host(text: &str) -> bool {
    match text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(inner) => is_ipv6(inner),
        None if text.contains(':') => is_ipv6(text),
        None => text.is_ascii() && is_name_of_host(text),
    }
}

/// Whether an address of a host is that of the machine itself, whatever its resolver says.
pub(super) fn is_loopback(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
    host == "localhost" || host == "::1" || (host.starts_with("127.") && is_ipv4(&host))
}

/// Whether something is an address of the web, with a host and perhaps a port.
pub(super) fn is_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let is_bracketed = host.starts_with('[') && is_host(host);
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    !text.contains([' ', '"', '<', '>']) && (is_bracketed || is_name_of_host(host)) && port.is_none_or(is_port)
}

/// Labels with dots between. What ends in a number is meant as an address, and has to be one.
fn is_name_of_host(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|character| character.is_alphanumeric() || "-_".contains(character))
            && label.starts_with(char::is_alphanumeric)
            && label.ends_with(char::is_alphanumeric)
    };
    let name = text.strip_suffix('.').unwrap_or(text);
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_number = !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { is_ipv4(name) } else { name.len() <= 253 && name.split('.').all(is_label) }
}

fn is_ipv4(text: &str) -> bool {
    let is_part = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()) && part.parse::<u8>().is_ok();
    text.split('.').count() == 4 && text.split('.').all(is_part)
}

fn is_ipv6(text: &str) -> bool {
    let is_group = |group: &str| (1..=4).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_hexdigit());
    let count = |part: &str| match part {
        "" => Some(0),
        part => part.split(':').all(is_group).then(|| part.split(':').count()),
    };
    match text.split_once("::") {
        Some((before, after)) => count(before).zip(count(after)).is_some_and(|(before, after)| before + after < 8),
        None => count(text) == Some(8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_names_or_addresses() {
        for host in ["localhost", "mail.example.com", "mi_correo", "x", "192.0.2.1", "::1", "[::1]", "2001:db8::a:1", "a.es."] {
            assert!(is_host(host), "{host}");
        }
        for wrong in ["", "x:25", ":::", "_._", "-a", "a-", "a..b", ".", "1.2.3", "300.1.1.1", "[::1", "1:2", "mañana.es", "a b"]
        {
            assert!(!is_host(wrong), "{wrong}");
        }
        for (host, expected) in [
            ("localhost", true),
            ("LOCALHOST", true),
            ("127.0.0.9", true),
            ("[::1]", true),
            ("127.example.com", false),
            ("192.0.2.1", false),
        ] {
            assert_eq!(is_loopback(host), expected, "{host}");
        }
    }

    #[test]
    fn addresses_of_the_web_have_a_host() {
        for url in ["https://a.es", "http://localhost:8080/x", "https://[2001:db8::1]:8443/?a=b", "https://tutorías.es/#a"] {
            assert!(is_url(url), "{url}");
        }
        for wrong in [
            "https:///",
            "http://[bad",
            "https://",
            "https://?a",
            "http://a b",
            "ftp://a.es",
            "http://a:b/",
            "http://a:0",
            "http://@x",
        ] {
            assert!(!is_url(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_mailbox_is_kept_whole_or_not_at_all() {
        assert_eq!(parse_mailbox("Soporte Técnico <s@x.es>").unwrap().0.as_deref(), Some("Soporte Técnico"));
        assert_eq!(mailbox("Soporte\r\n <s@x.es>").as_deref(), Some("Soporte <s@x.es>"));
        assert_eq!(mailbox("\"Soporte\" <s@x.es>").as_deref(), Some("\"Soporte\" <s@x.es>"));
        assert_eq!(mailbox("<s@x.es>").as_deref(), Some("<s@x.es>"));
        for wrong in ["A \"b\" <a@b.es>", "a@b <a@b.es>", "nobody", "A <>"] {
            assert_eq!(mailbox(wrong), None, "{wrong}");
        }
    }
}
