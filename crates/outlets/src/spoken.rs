//! Phone numbers as a voice reads them: digit by digit, in the groups in which people write them.

/// More digits than this in one group are parted.
const GROUP: usize = 4;

/// A number for a voice: digits apart, a pause between groups. `plus` is the word for a leading `+`; without one it is
/// left out.
///
/// `+81 3-0000-0201` becomes `plus 8 1, 3, 0 0 0 0, 0 2 0 1`.
pub fn number(number: &str, plus: Option<&str>, pause: &str) -> String {
    let groups = number
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|group| !group.is_empty());
    let groups = groups.flat_map(parted).map(|group| {
        let digits: Vec<String> = group.chars().map(String::from).collect();
        digits.join(" ")
    });
    let said = groups.collect::<Vec<_>>().join(pause);
    match plus.filter(|_| number.trim_start().starts_with('+')) {
        Some(plus) => [plus, " ", &said].concat(),
        None => said,
    }
}

/// In threes; what is left over is at the end with at least two digits.
fn parted(group: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = group;
    while rest.len() > GROUP {
        let (part, more) = rest.split_at(3);
        parts.push(part);
        rest = more;
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_said_in_groups() {
        for (written, said) in [
            ("119", "1 1 9"),
            ("+81 3-0000-0201", "plus 8 1, 3, 0 0 0 0, 0 2 0 1"),
            ("+815550123456", "plus 8 1 5, 5 5 0, 1 2 3, 4 5 6"),
            ("0120-1234567", "0 1 2 0, 1 2 3, 4 5 6 7"),
        ] {
            assert_eq!(number(written, Some("plus"), ", "), said);
        }
        assert_eq!(number("+81 3", None, "、"), "8 1、3");
    }
}
