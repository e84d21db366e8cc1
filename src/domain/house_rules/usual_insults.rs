//! The insults that every desk looks for: few, and such as are nothing else. Whatever may be said of a judge, a novel or a nerve as
//! well is one only where it is said to somebody: `eres un inútil`, `you are useless`. All are written as they are seen.

use super::seen::Seen;
use super::words::Table;

/// What is an insult wherever it stands.
pub(super) const ALWAYS: &str = "gilipollas,gili pollas,imbecil,hijo de puta,hijo de la gran puta,hijoputa,cabron,malnacido,vete a la mierda,\
                                 idos a la mierda,que te den por culo,tonto del culo,me cago en tu,asshole,arsehole,dumbass,dickhead,\
                                 motherfucker,wanker,fuckwit,son of a bitch,piece of shit,fuck you,fuck off,screw you,go to hell";
/// What is one where it is said to somebody.
pub(super) const SAID_TO: &str = "idiota tonto estupido inutil inepto incompetente payaso sinverguenza estafador ladron caradura vago burro \
                                  memo mierda zorra capullo subnormal idiot moron stupid useless incompetent crook thief thieves clown \
                                  liar scammer bastard dumb fool loser bitch pathetic";
/// How it is said to somebody.
const LEADS: [&[&str]; 14] = [
    &["eres"],
    &["sois"],
    &["es", "usted"],
    &["son", "ustedes"],
    &["menudo"],
    &["menuda"],
    &["menudos"],
    &["menudas"],
    &["panda", "de"],
    &["pedazo", "de"],
    &["you", "are"],
    &["you", "re"],
    &["bunch", "of"],
    &["pack", "of"],
];
/// What may stand between: `eres un puto inútil`.
static BETWEEN: Table = Table::of(
    "un una unos unas mas muy tan bien puto puta putos putas completo completa a an so such all fucking bloody totally completely \
     absolutely really",
);
/// The most words between.
const MOST_BETWEEN: usize = 3;

/// Whether the words before a piece say that it is said to somebody.
pub(super) fn is_said_to(seen: &Seen<'_>, at: usize) -> bool {
    let mut first = at;
    for _ in 0..=MOST_BETWEEN {
        if LEADS.iter().any(|lead| is_before(seen, first, lead)) {
            return true;
        }
        match word_before(seen, first) {
            Some(before) if BETWEEN.has(seen.word(before)) => first = before,
            _ => return false,
        }
    }
    false
}

fn is_before(seen: &Seen<'_>, mut at: usize, lead: &[&str]) -> bool {
    lead.iter().rev().all(|word| match word_before(seen, at) {
        Some(before) if seen.word(before) == *word => {
            at = before;
            true
        }
        _ => false,
    })
}

/// The word before another one, with a blank between, or an apostrophe as in `you're`.
fn word_before(seen: &Seen<'_>, at: usize) -> Option<usize> {
    let between = seen.piece(at.checked_sub(1))?;
    let is_near = between.is_white() || between.is('\'') || between.is('’');
    at.checked_sub(2).filter(|_| is_near)
}
