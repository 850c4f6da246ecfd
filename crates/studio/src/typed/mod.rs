//! What people type: numbers, waits and moments as they say them, on any keyboard. Nothing is guessed: what can mean two
//! things is both of them, and what can't be read is said.

pub mod dated;
pub mod minutes;
pub mod moment;
mod words;

/// Digits, commas, dashes and colons of all keyboards as one kind; without capitals and without blanks around.
pub fn plain(text: &str) -> String {
    let one = |letter: char| match letter {
        '０'..='９' => digit(letter, '０'),
        '०'..='९' => digit(letter, '०'),
        '٠'..='٩' => digit(letter, '٠'),
        '、' | '，' | '،' | '；' => ',',
        '–' | '—' | '−' | '~' | '～' | '〜' | 'ー' | '－' | '‐' | '‑' => '-',
        '：' => ':',
        '／' => '/',
        '．' => '.',
        '\u{3000}' | '\u{a0}' | '\u{202f}' => ' ',
        other => other,
    };
    let plain: String = text.trim().chars().map(one).collect();
    plain.trim().to_lowercase()
}

fn digit(letter: char, zero: char) -> char {
    let value = u32::from(letter) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or(letter)
}

/// A whole number, perhaps with commas or blanks between its thousands; `None` where it is none.
pub fn number(text: &str) -> Option<i64> {
    let plain = plain(text);
    let groups: Vec<&str> = plain.split([',', ' ']).collect();
    let (first, rest) = groups.split_first()?;
    let is_grouped = rest.iter().all(|group| group.len() == 3);
    let is_number = |group: &&str| !group.is_empty() && group.bytes().all(|it| it.is_ascii_digit());
    let is_fine = is_grouped && (rest.is_empty() || first.len() <= 3);
    (is_fine && groups.iter().all(is_number)).then(|| groups.concat().parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_read_from_any_keyboard_and_nothing_else_is_one() {
        for (typed, read) in [
            ("50", Some(50)),
            (" ５０ ", Some(50)),
            ("५०", Some(50)),
            ("1,000", Some(1000)),
            ("12 000", Some(12_000)),
            ("", None),
            ("1,00", None),
            ("50 people", None),
            ("-5", None),
            ("1.5", None),
        ] {
            assert_eq!(number(typed), read, "{typed}");
        }
    }
}
