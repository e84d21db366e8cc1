//! Which passwords will do: long ones that are not the first that anybody would try. No rotation, no rules of character.

/// What is wrong with a new password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordFault {
    /// Fewer than 12 characters.
    TooShort,
    /// More than 1,024 bytes.
    TooLong,
    /// One that everybody tries first, or the person's own name, handle or address.
    TooCommon,
}

/// The fewest characters of a password.
pub const SHORTEST_PASSWORD: usize = 12;
/// The most bytes of a password.
pub const LONGEST_PASSWORD: usize = 1_024;

/// Passwords of twelve and more characters that are tried first everywhere.
const COMMON_PASSWORDS: &[&str] = &[
    "123456789012",
    "1234567890123",
    "12345678901234",
    "123456789abc",
    "123123123123",
    "111111111111",
    "000000000000",
    "password1234",
    "password12345",
    "passwordpassword",
    "password123456",
    "qwertyuiop12",
    "qwertyuiop123",
    "qwertyuiopas",
    "qwerty123456",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "q1w2e3r4t5y6",
    "zaq12wsxcde3",
    "abcdefghijkl",
    "abcd12345678",
    "abc123abc123",
    "administrator",
    "administrador",
    "iloveyou1234",
    "letmein12345",
    "welcome12345",
    "bienvenido12",
    "bienvenido123",
    "contraseña12",
    "contraseña123",
    "contrasena12",
    "contrasena123",
    "contrasena1234",
    "micontraseña",
    "micontrasena",
    "contraseñacontraseña",
    "teamo1234567",
    "teamomucho12",
    "realmadrid12",
    "realmadrid123",
    "barcelona123",
    "barcelona1234",
    "atleticomadrid",
    "universidad1",
    "universidad12",
    "universidad123",
    "estudiante12",
    "estudiante123",
    "trabajofindegrado",
    "trabajofindemaster",
    "taquilla1234",
    "taquillataquilla",
    "correcthorsebatterystaple",
    "changeme1234",
    "changemeplease",
    "cambiame1234",
    "secretosecreto",
    "secreto12345",
];

/// Whether a new password will do; `known` are words an attacker would try for this person.
///
/// # Errors
/// What is wrong with it.
pub fn check_password(password: &str, known: &[&str]) -> Result<(), PasswordFault> {
    if password.len() > LONGEST_PASSWORD {
        return Err(PasswordFault::TooLong);
    }
    if password.chars().count() < SHORTEST_PASSWORD {
        return Err(PasswordFault::TooShort);
    }
    let small = password.to_lowercase();
    let mut characters = small.chars();
    let first = characters.next();
    let one_character = characters.all(|character| Some(character) == first);
    let is_known = known.iter().any(|word| word.to_lowercase() == small);
    if one_character || is_known || COMMON_PASSWORDS.contains(&small.as_str()) {
        return Err(PasswordFault::TooCommon);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_long_and_not_the_first_guess() {
        assert_eq!(check_password("once letras", &[]), Err(PasswordFault::TooShort));
        assert_eq!(check_password("PASSWORD1234", &[]), Err(PasswordFault::TooCommon));
        assert_eq!(check_password("zzzzzzzzzzzzzz", &[]), Err(PasswordFault::TooCommon));
        assert_eq!(check_password("ana.lopez@example.com", &["Ana.Lopez@example.com"]), Err(PasswordFault::TooCommon));
        assert_eq!(check_password(&"a b".repeat(400), &[]), Err(PasswordFault::TooLong));
        assert_eq!(check_password("ñandú verde 7", &[]), Ok(()));
    }
}
