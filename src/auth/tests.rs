//! What `auth.rs` promises, hostile stored hashes included.

use super::*;
use proptest::prelude::*;

const PASSWORD: &str = "ñandú verde 7";

/// A genuine hash of [`PASSWORD`] with this work, as another program might have stored it.
fn foreign_hash(algorithm: Algorithm, version: Version, memory_kib: u32, passes: u32, lanes: u32, output: usize) -> String {
    let params = Params::new(memory_kib, passes, lanes, Some(output)).unwrap();
    let hash: PasswordHash =
        Argon2::new(algorithm, version, params).hash_password_with_salt(PASSWORD.as_bytes(), b"saltsaltsaltsalt").unwrap();
    hash.to_string()
}

#[test]
fn a_password_is_hashed_with_the_minimum_of_owasp_and_verified() {
    let stored = hash_password(PASSWORD, [7; 16]).unwrap();
    assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$BwcHBwcHBwcHBwcHBwcHBw$"), "{stored}");
    assert_eq!(stored.len(), 97);
    assert!(verify_password(PASSWORD, Some(&stored)));
    assert!(!verify_password("ñandú verde 8", Some(&stored)));
    assert!(!verify_password("", Some(&stored)));
    assert_ne!(stored, hash_password(PASSWORD, [8; 16]).unwrap());
}

#[test]
fn a_password_composed_on_another_keyboard_is_the_same_password() {
    let stored = hash_password("contrase\u{f1}a larga", [1; 16]).unwrap();
    assert!(verify_password("contrasen\u{303}a larga", Some(&stored)));
}

#[test]
fn a_missing_hash_costs_the_same_work_and_never_matches() {
    let nobody = StoredHash::of_nobody().unwrap();
    let real = StoredHash::parse(&hash_password(PASSWORD, [7; 16]).unwrap()).unwrap();
    assert_eq!(nobody.params, real.params);
    assert_eq!(nobody.salt.len(), real.salt.len());
    assert!(!verify_password(PASSWORD, None));
    assert!(!verify_password("", None));
}

#[test]
fn passwords_beyond_the_limit_are_neither_hashed_nor_matched() {
    let longest = "a".repeat(LONGEST_PASSWORD);
    let stored = hash_password(&longest, [7; 16]).unwrap();
    assert!(verify_password(&longest, Some(&stored)));
    assert!(!verify_password(&format!("{longest}a"), Some(&stored)));
    assert_eq!(hash_password(&format!("{longest}a"), [7; 16]), Err(AuthError::PasswordTooLong));
    // A password that is too long is not taken for the empty one that is worked on in its place.
    let empty = hash_password("", [7; 16]).unwrap();
    assert!(!verify_password(&format!("{longest}a"), Some(&empty)));
}

#[test]
fn genuine_hashes_match_up_to_the_bounds_and_not_beyond() {
    let argon2id = |memory, passes, lanes, output| {
        verify_password(PASSWORD, Some(&foreign_hash(Algorithm::Argon2id, Version::V0x13, memory, passes, lanes, output)))
    };
    assert!(argon2id(64, 10, 4, 16));
    assert!(argon2id(64, 1, 1, 64));
    assert!(!argon2id(64, 11, 1, 32), "too many passes");
    assert!(!argon2id(64, 1, 5, 32), "too many lanes");
    assert!(!argon2id(64, 1, 1, 15), "too short an output");
    let stored = foreign_hash(Algorithm::Argon2id, Version::V0x13, 64, 1, 1, 32);
    assert!(StoredHash::parse(&stored.replace("m=64", "m=262144")).is_some());
    assert!(StoredHash::parse(&stored.replace("m=64", "m=262145")).is_none());
    for (algorithm, version) in
        [(Algorithm::Argon2d, Version::V0x13), (Algorithm::Argon2i, Version::V0x13), (Algorithm::Argon2id, Version::V0x10)]
    {
        assert!(!verify_password(PASSWORD, Some(&foreign_hash(algorithm, version, 64, 1, 1, 32))), "{algorithm} {version:?}");
    }
}

#[test]
fn hostile_stored_hashes_never_match_and_never_panic() {
    let good = foreign_hash(Algorithm::Argon2id, Version::V0x13, 64, 1, 1, 32);
    assert!(StoredHash::parse(&good).is_some());
    let (head, output) = good.rsplit_once('$').unwrap();
    for hostile in [
        String::new(),
        "$".repeat(20),
        "$".repeat(LONGEST_STORED + 1),
        "$argon2id$v=19$".to_owned(),
        head.to_owned(),
        format!("{head}$"),
        format!("{good}$"),
        format!("{good} "),
        format!("{good}\0"),
        format!("{head}${output}{}", "A".repeat(200)),
        format!("{head}${}", "A".repeat(600)),
        good.replace("v=19$", ""),
        good.replace("v=19", "v=99999999999"),
        good.replace("argon2id", "bcrypt"),
        good.replace("argon2id", ""),
        good.replace("m=64", "m=0"),
        good.replace("m=64", "m=4294967295"),
        good.replace("m=64", "m=4294967296"),
        good.replace("m=64", "m=-64"),
        good.replace("m=64", "m=064"),
        good.replace("m=64", "m="),
        good.replace("m=64", "m"),
        good.replace("m=64", "m=64,m=4194304"),
        good.replace("m=64", "m=64,z=1"),
        good.replace("p=1", "p=1,keyid=AAAA"),
        good.replace("p=1", "p=1,data=AAAA"),
        good.replace("t=1", "t=0"),
        good.replace("t=1", "t=4294967295"),
        good.replace("p=1", "p=0"),
        good.replace("p=1", "p=16777215"),
        good.replace("argon2id", "argón2id"),
        good.replace(&good[..1], ""),
    ] {
        assert!(StoredHash::parse(&hostile).is_none(), "{hostile}");
    }
}

proptest! {
    #[test]
    fn anything_may_stand_where_a_hash_should(text in "\\PC{0,60}", parameters in "[mtp=,0-9]{0,30}", tail in "[A-Za-z0-9+/$.-]{0,120}") {
        let _ = StoredHash::parse(&text);
        let _ = StoredHash::parse(&format!("$argon2id$v=19${parameters}${tail}"));
    }

    #[test]
    fn a_session_secret_reads_back(random: [u8; 32]) {
        let secret = SessionSecret::new(random);
        let text = secret.to_text();
        prop_assert_eq!(text.expose().len(), 55);
        prop_assert!(text.expose().bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'));
        prop_assert_eq!(SessionSecret::parse(text.expose()).map(|read| read.hash()), Some(secret.hash()));
    }
}

#[test]
fn a_session_secret_has_one_way_to_be_written() {
    let text = SessionSecret::new([0xa5; 32]).to_text();
    let text = text.expose();
    for wrong in [
        "",
        "tq_",
        &text[3..],
        &text[..54],
        &format!("{text}a"),
        &format!("{text}\n"),
        &text.to_uppercase(),
        &text.replace("tq_", "TQ_"),
        &text.replace(&text[10..12], "ñ"),
        &text.replace(&text[10..11], "1"),
        // Bits beyond the 256th.
        &format!("{}b", &text[..54]),
    ] {
        assert!(SessionSecret::parse(wrong).is_none(), "{wrong}");
    }
    let digest = data_encoding::HEXLOWER.encode(&SessionSecret::new([0; 32]).hash().0);
    assert_eq!(digest, "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
}

#[test]
fn secrets_do_not_show_themselves() {
    let secret = Secret::new(PASSWORD.to_owned());
    assert_eq!(format!("{secret:?} {:?}", SessionSecret::new([0; 32])), "Secret(…) SessionSecret(…)");
    assert_eq!(secret.expose(), PASSWORD);
    let mut secret = secret;
    secret.zeroize();
    assert_eq!(secret.expose(), "");
}

#[test]
fn what_is_derived_follows_from_seed_label_and_counter() {
    let seed = [1; 32];
    let first = derive(&seed, "session", 0);
    assert_eq!(first, derive(&seed, "session", 0));
    for other in [derive(&seed, "session", 1), derive(&seed, "number", 0), derive(&[2; 32], "session", 0)] {
        assert_ne!(first, other);
    }
    assert_eq!(derive_bytes::<8>(&seed, "session", 0), first[..8]);
    assert_eq!(derive_number(&seed, "session", 0).to_be_bytes(), first[..8]);
    assert_ne!(random_seed().unwrap(), random_seed().unwrap());
}

#[test]
fn a_keyed_hash_is_hmac_sha256_over_counted_parts() {
    // Computed with another implementation: hmac(bytes(range(32)), len || label || len || part …), lengths of 64 bits.
    let secret: [u8; 32] = std::array::from_fn(|index| index as u8);
    let hash = keyed_hash(&secret, "code", &[b"ana@example.com", b"K7QF-2M9X"]);
    assert_eq!(data_encoding::HEXLOWER.encode(&hash), "c5f7839967cef9470f45190603e88a0316dad9018054f8008cca928c7ad1cc79");
    assert_eq!(hash, code_hash(&secret, "ana@example.com", "K7QF-2M9X"));
    assert_ne!(keyed_hash(&secret, "code", &[b"ab", b"c"]), keyed_hash(&secret, "code", &[b"a", b"bc"]));
    assert_ne!(keyed_hash(&secret, "code", &[b"a"]), keyed_hash(&secret, "code", &[b"a", b""]));
    assert_ne!(keyed_hash(&secret, "code", &[b"a"]), keyed_hash(&secret, "throttle", &[b"a"]));
    assert_ne!(hash, code_hash(&[9; 32], "ana@example.com", "K7QF-2M9X"));
}

#[test]
fn buckets_are_in_range_spread_and_keyed() {
    let secret = [3; 32];
    let buckets: std::collections::BTreeSet<u32> =
        (0..1_000).map(|uid| throttle_bucket(&secret, "ana@example.com", &uid.to_string())).collect();
    assert!(buckets.iter().all(|bucket| *bucket < THROTTLE_BUCKETS));
    assert!(buckets.len() > 900, "{}", buckets.len());
    let moved = (0..100).filter(|uid| {
        let source = uid.to_string();
        throttle_bucket(&secret, "ana", &source) != throttle_bucket(&[4; 32], "ana", &source)
    });
    assert!(moved.count() > 90);
    assert_ne!(throttle_bucket(&secret, "ana", "1000"), throttle_bucket(&secret, "ana1", "000"));
}

#[test]
fn sameness_is_of_all_bytes() {
    assert!(same(b"abc", b"abc"));
    assert!(!same(b"abc", b"abd"));
    assert!(!same(b"abc", b"ab"));
    assert!(same(b"", b""));
}
