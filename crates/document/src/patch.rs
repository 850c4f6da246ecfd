//! What takes a change back: the bytes that stand there now, and those that stood there before.

/// From one text to another: some bytes in the middle are others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    from: usize,
    length: usize,
    with: String,
}

impl Patch {
    /// The patch that writes something else in the place of some bytes.
    pub(crate) const fn new(from: usize, length: usize, with: String) -> Self {
        Self { from, length, with }
    }

    /// The patch that makes `to` of `from`: what both begin and end with stays.
    #[must_use]
    pub fn between(from: &str, to: &str) -> Self {
        let mut start = common(from.bytes(), to.bytes());
        while !from.is_char_boundary(start) || !to.is_char_boundary(start) {
            start -= 1;
        }
        let (from_rest, to_rest) = (rest(from, start), rest(to, start));
        let mut end = common(from_rest.bytes().rev(), to_rest.bytes().rev());
        let splits = |text: &str, end: usize| !text.is_char_boundary(text.len() - end);
        while splits(from_rest, end) || splits(to_rest, end) {
            end -= 1;
        }
        Self {
            from: start,
            length: from_rest.len() - end,
            with: to_rest
                .get(..to_rest.len() - end)
                .unwrap_or_default()
                .to_owned(),
        }
    }

    /// The other text.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let before = text.get(..self.from).unwrap_or_default();
        [before, &self.with, rest(text, self.from + self.length)].concat()
    }
}

fn rest(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or_default()
}

/// How many bytes two texts have in common before the first difference.
fn common(left: impl Iterator<Item = u8>, right: impl Iterator<Item = u8>) -> usize {
    left.zip(right)
        .take_while(|(left, right)| left == right)
        .count()
}

#[cfg(test)]
mod tests {
    use super::Patch;

    #[test]
    fn a_patch_leads_from_one_text_to_the_other_and_holds_only_what_differs() {
        for (from, to, length) in [
            ("ab", "ab", 0),
            ("", "あい", 6),
            ("aあb", "aいb", 3),
            ("aaa", "aa", 0),
            ("aa", "aaaa", 2),
        ] {
            let patch = Patch::between(from, to);
            assert_eq!(patch.apply(from), to);
            assert_eq!(patch.with.len(), length, "{from} {to}");
        }
    }
}
