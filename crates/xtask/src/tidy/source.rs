//! Reads source line by line: leaves comments out, finds whole words. No parser: the rules need none.

/// Whether the rules have anything to say about this kind of file.
pub fn is_source(path: &str) -> bool {
    matches!(
        path.rsplit_once('.'),
        Some((_, "rs" | "js" | "mjs" | "ts" | "css" | "html"))
    )
}

/// The lines of a text with their numbers, comments replaced by nothing.
///
/// A `//` is a comment at the start of a line or after a blank, so that addresses in strings stay. That a string
/// might hold `/*` is accepted: the price is a line that goes unchecked.
pub fn code(text: &str) -> Vec<(usize, String)> {
    let mut end_of_block = None;
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        lines.push((index + 1, without_comments(line, &mut end_of_block)));
    }
    lines
}

fn without_comments(line: &str, end_of_block: &mut Option<&'static str>) -> String {
    let mut code = String::new();
    let mut rest = line;
    loop {
        if let Some(end) = *end_of_block {
            let Some((_, after)) = rest.split_once(end) else {
                return code;
            };
            *end_of_block = None;
            rest = after;
        }
        let Some((start, end)) = next_comment(rest) else {
            code.push_str(rest);
            return code;
        };
        code.push_str(&rest[..start]);
        let Some(end) = end else { return code };
        *end_of_block = Some(end);
        rest = &rest[start + 2..];
    }
}

/// Where the next comment starts, and what ends it; a line comment is ended by its line.
fn next_comment(line: &str) -> Option<(usize, Option<&'static str>)> {
    let to_the_end = line
        .match_indices("//")
        .find(|(at, _)| {
            line[..*at]
                .chars()
                .next_back()
                .is_none_or(char::is_whitespace)
        })
        .map(|(at, _)| (at, None));
    let block = line.find("/*").map(|at| (at, Some("*/")));
    let html = line.find("<!--").map(|at| (at, Some("-->")));
    [to_the_end, block, html]
        .into_iter()
        .flatten()
        .min_by_key(|(at, _)| *at)
}

/// Whether the line has the term, not as a part of a longer name: `eval(` is not in `retrieval(`.
pub fn mentions(line: &str, term: &str) -> bool {
    line.match_indices(term).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + term.len()..].chars().next();
        !continues(before, term.chars().next()) && !continues(term.chars().next_back(), after)
    })
}

/// Whether two neighbours belong to one name.
fn continues(left: Option<char>, right: Option<char>) -> bool {
    let in_a_name = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    in_a_name(left) && in_a_name(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(text: &str) -> Vec<String> {
        code(text)
            .into_iter()
            .map(|(_, line)| line.trim_end().to_owned())
            .collect()
    }

    #[test]
    fn comments_of_every_language_are_left_out() {
        assert_eq!(code_of("a(); // why\n/// doc\nb();"), ["a();", "", "b();"]);
        assert_eq!(code_of("a /* b\nc\nd */ e /* f */ g"), ["a", "", " e  g"]);
        assert_eq!(code_of("<p> <!-- innerHTML\n--> </p>"), ["<p>", " </p>"]);
    }

    #[test]
    fn an_address_is_not_a_comment() {
        assert_eq!(
            code_of("let a = \"https://example.test\"; b();"),
            ["let a = \"https://example.test\"; b();"]
        );
    }

    #[test]
    fn lines_keep_their_numbers() {
        assert_eq!(code("// one\ntwo").last(), Some(&(2, "two".to_owned())));
    }

    #[test]
    fn a_term_is_found_as_a_whole_word_only() {
        assert!(mentions("use crate::host::time;", "host"));
        assert!(!mentions("let hosted = localhost;", "host"));
        assert!(mentions("return eval(code)", "eval("));
        assert!(!mentions("self.retrieval(code)", "eval("));
        assert!(mentions("el.innerHTML = text", "innerHTML"));
    }
}
