//! Editing one line, and where it stands on the terminal.

use super::*;

fn typed(keys: &[Key]) -> (String, usize) {
    let mut draft = Draft::default();
    for key in keys {
        draft.press(key);
    }
    (draft.text.to_string(), draft.cursor)
}

fn word(text: &str) -> Vec<Key> {
    text.chars().map(Key::Char).collect()
}

#[test]
fn a_line_is_edited_where_the_cursor_stands() {
    let edit = |text: &str, keys: &[Key]| typed(&[word(text), keys.to_vec()].concat());
    assert_eq!(edit("añb", &[Key::Left, Key::Backspace]), ("ab".into(), 1));
    assert_eq!(edit("ab", &[Key::Home, Key::Char('x'), Key::Delete]), ("xb".into(), 1));
    assert_eq!(edit("uno dos ", &[Key::DeleteWord]), ("uno ".into(), 4));
    assert_eq!(edit("uno dos", &[Key::Left, Key::ClearLine]), ("s".into(), 0));
    assert_eq!(edit("e\u{301}x", &[Key::Left, Key::Left, Key::Delete]), ("x".into(), 0));
    assert_eq!(edit("", &[Key::Backspace, Key::Delete, Key::Left, Key::Right]), (String::new(), 0));
}

#[test]
fn what_is_too_long_is_noticed_but_not_kept() {
    let mut draft = Draft::default();
    draft.insert(&"ñ".repeat(2 * crate::ui::prompt::LONGEST_TEXT));
    draft.insert("x");
    assert!(draft.text.len() > crate::ui::prompt::LONGEST_TEXT && draft.text.len() <= crate::ui::prompt::LONGEST_TEXT + 5);
}

#[test]
fn places_are_counted_in_columns() {
    assert_eq!(place(0, "", 10), (0, 0));
    assert_eq!(place(2, "añb", 10), (0, 5));
    assert_eq!(place(2, "12345678", 10), (1, 0));
    assert_eq!(place(2, "123456789", 10), (1, 1));
    assert_eq!(place(0, "123456789日", 10), (1, 2));
    assert_eq!(place(25, "", 10), (2, 5));
    assert_eq!(place(0, "\t\u{1b}", 40), (0, 10));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_cursor_never_leaves_the_text(presses in proptest::collection::vec(0usize..10, 0..60)) {
        let keys = [
            Key::Char('ñ'), Key::Char('日'), Key::Char('\u{301}'), Key::Backspace, Key::Delete, Key::Left, Key::Right,
            Key::Home, Key::DeleteWord, Key::ClearLine,
        ];
        let mut draft = Draft::default();
        for press in presses {
            draft.press(&keys[press]);
            proptest::prop_assert!(draft.text.is_char_boundary(draft.cursor));
        }
    }
}
