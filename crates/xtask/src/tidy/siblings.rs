//! Views: what is repeated in an element stands alone in it.
//!
//! `{ for … }` gives as many children as there are. Yew matches children without keys by their places, so beside other
//! children one that comes or goes has its neighbours made anew: a field that is written in loses its caret.

use super::Finding;
use super::source::code;

/// Where views are.
const VIEWS: &[&str] = &["src/view/", "crates/studio/src/view/"];

/// The findings in one file.
pub fn check(path: &str, text: &str) -> Vec<Finding> {
    if !VIEWS.iter().any(|views| path.starts_with(views)) {
        return Vec::new();
    }
    let lines: Vec<String> = code(text).into_iter().map(|(_, line)| line).collect();
    let code = lines.join("\n");
    let places = code.match_indices("{ for ").map(|(at, _)| at);
    let crowded = places.filter(|at| !stands_alone(&code, *at));
    crowded
        .map(|at| Finding {
            place: format!("{path}:{}", 1 + code[..at].matches('\n').count()),
            what: "`{ for … }` stands beside other children".to_owned(),
            why: "where one of them comes or goes, Yew makes its neighbours anew, and a field among them loses its caret",
            cure: "make it one child: give it an element or a fragment of its own, or `as_one`",
        })
        .collect()
}

/// Whether a block is the only child: it stands between an opening and a closing tag.
fn stands_alone(code: &str, at: usize) -> bool {
    let before = code[..at].trim_end();
    let opens = before
        .rfind('<')
        .map(|tag| &before[tag..])
        .is_some_and(|tag| tag.ends_with('>') && !tag.ends_with("/>") && !tag.starts_with("</"));
    let mut depth = 0;
    let end = code[at..].find(|letter| {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    let after = end.map_or("", |end| &code[at + end + 1..]);
    opens && after.trim_start().starts_with("</")
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn what_comes_and_goes_stands_alone_or_is_one_child() {
        for (view, is_fine) in [
            ("<ul>{ for items.map(|one| html! { <li /> }) }</ul>", true),
            ("<>\n    { for items }\n</>", true),
            ("<p>{ one }</p><ul key={a}>{ for items }</ul>", true),
            ("<div>{ as_one(items) }<p /></div>", true),
            ("for item in { for_items } {}", true),
            ("<div><input />{ for problem }</div>", false),
            ("<div>{ for problem }<input /></div>", false),
            (
                "<div><p></p>\n    { for problem.map(|it| html! { <p>{ it }</p> }) }\n</div>",
                false,
            ),
            ("<div>{ input }{ for problem }</div>", false),
        ] {
            assert_eq!(check("src/view/a.rs", view).is_empty(), is_fine, "{view}");
            assert!(check("src/host/a.rs", view).is_empty());
        }
    }

    #[test]
    fn a_finding_names_its_line() {
        let findings = check("crates/studio/src/view/a.rs", "\n\n<p>{ a }{ for b }</p>");
        assert_eq!(findings[0].place, "crates/studio/src/view/a.rs:3");
    }
}
