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
    let (line, column) = triage::source::place(text, byte);
    Place { line, column }
}
