//! What a holiday is called on the screen.

use crate::domain::calendar::{Holiday, HolidayRule};
use crate::i18n::Words;

/// What a holiday is called: the national name, or where it comes from.
pub(super) fn holiday_word(holiday: &Holiday, words: &Words) -> String {
    let own = || {
        if let Some(name) = holiday.own.last().and_then(easter_name) {
            return words.format("calendar-own-named", &[("holiday", words.text(name).into())]);
        }
        let (id, count) = match holiday.own.last() {
            Some(HolidayRule::EveryYear { .. }) => ("calendar-own-yearly", 0),
            Some(HolidayRule::Easter(days)) if *days < 0 => ("calendar-own-before-easter", days.unsigned_abs()),
            Some(HolidayRule::Easter(days)) => ("calendar-own-after-easter", days.unsigned_abs()),
            _ => ("calendar-own-date", 0),
        };
        words.format(id, &[("count", u32::from(count).into())])
    };
    match holiday.national {
        Some(id) => words.text(&format!("calendar-name-{id}")),
        None => own(),
    }
}

/// What a day is called that is counted from Easter Sunday.
fn easter_name(rule: &HolidayRule) -> Option<&'static str> {
    let HolidayRule::Easter(days) = rule else { return None };
    Some(match days {
        -3 => "calendar-name-maundy-thursday",
        -2 => "calendar-name-good-friday",
        -1 => "calendar-name-holy-saturday",
        0 => "calendar-name-easter-sunday",
        1 => "calendar-name-easter-monday",
        50 => "calendar-name-whit-monday",
        60 => "calendar-name-corpus-christi",
        _ => return None,
    })
}
