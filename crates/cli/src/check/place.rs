//! From bytes of a text to lines and columns, as editors count them.

/// A place in a text. Both numbers begin with 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// The place of a byte.
pub fn place(text: &str, byte: usize) -> Place {
    let before = text.get(..byte).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    Place {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, place};

    #[test]
    fn columns_count_characters_and_not_bytes() {
        let text = "{\r\n  \"電話\": 🙂 1 }";
        let one = text.find('1').unwrap_or_default();
        assert_eq!(
            place(text, one),
            Place {
                line: 2,
                column: 11
            }
        );
        assert_eq!(place(text, 0), Place { line: 1, column: 1 });
        let end = place(text, text.len());
        assert_eq!(
            end,
            Place {
                line: 2,
                column: 14
            }
        );
    }
}
