//! The HTML of an e-mail, from its subject and its text, so that what was changed in the text is changed in both.
//!
//! A paragraph for each block between empty lines, a list for lines that begin with a hyphen, a heading for a line above
//! such a list. Numbers and addresses that the message has are links, and so are others with `https://`. Everything is
//! escaped; nothing is fetched, run or tracked.

use triage::locale::direction;

use crate::{message::Message, weight::link_end};

/// Plain and legible in any client; most of it holds without.
const SHEET: &str = ":root{color-scheme:light dark}body{max-width:38em;margin:0 auto;padding:16px;font:16px/1.6 system-ui,sans-serif}h1{font-size:1.4em;line-height:1.3}h2{margin:1.5em 0 .25em;font-size:1.1em}ul{margin:0;padding-inline-start:1.25em}li{margin:.25em 0}";

/// A whole page for a mail client.
///
/// ```
/// # use leeward_outlets::{Message, html};
/// # let source = triage::source::parse(include_str!("../../../playbooks/outage.json")).unwrap();
/// # let playbook = triage::check(source.clone()).playbook.unwrap();
/// # let message = Message::new(&playbook, &source, "en", 0).unwrap();
/// let page = html("1 < 2", "See https://example.test/a?b=1&c=2.", &message);
/// assert!(page.contains("<h1>1 &lt; 2</h1>"));
/// assert!(page.contains(r#"<a href="https://example.test/a?b=1&amp;c=2">https://example.test/a?b=1&amp;c=2</a>."#));
/// ```
#[must_use]
pub fn html(title: &str, text: &str, message: &Message) -> String {
    let title = escaped(title);
    let page = Page {
        targets: message.targets(),
        foreign: &message.foreign,
    };
    let body: Vec<String> = text
        .split("\n\n")
        .map(|block| page.block(block.trim()))
        .filter(|block| !block.is_empty())
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{SHEET}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{}\n</body>\n</html>\n",
        escaped(&message.language),
        message.direction(),
        body.join("\n")
    )
}

/// What the lines of a page are made with.
struct Page<'a> {
    targets: Vec<(&'a str, String)>,
    foreign: &'a [(String, String)],
}

impl Page<'_> {
    /// A heading and a list, or a paragraph.
    fn block(&self, block: &str) -> String {
        let lines: Vec<&str> = block.lines().collect();
        let first = lines.iter().position(|line| line.starts_with("- "));
        let (before, items) = lines.split_at(first.unwrap_or(lines.len()));
        let mut html = String::new();
        match before {
            [] => {}
            [heading] if !items.is_empty() => {
                html.push_str(&format!("<h2>{}</h2>\n", self.line(heading)));
            }
            lines => {
                let lines: Vec<String> = lines.iter().map(|line| self.line(line)).collect();
                html.push_str(&format!("<p>{}</p>\n", lines.join("<br>\n")));
            }
        }
        if !items.is_empty() {
            html.push_str("<ul>\n");
            for item in items {
                let text = item.strip_prefix("- ").unwrap_or(item);
                html.push_str(&format!("<li>{}</li>\n", self.line(text)));
            }
            html.push_str("</ul>\n");
        }
        html.trim_end().to_owned()
    }

    /// A line with its links, and with its language where the playbook has no words in the page's.
    fn line(&self, line: &str) -> String {
        let html = self.linked(line);
        let mut foreign = self.foreign.iter();
        match foreign.find(|(text, _)| !text.is_empty() && line.contains(text.as_str())) {
            Some((_, language)) => format!(
                "<span lang=\"{}\" dir=\"{}\">{html}</span>",
                escaped(language),
                direction(language).as_str()
            ),
            None => html,
        }
    }

    fn linked(&self, line: &str) -> String {
        let mut html = String::new();
        let mut rest = line;
        while let Some((start, length, href)) = next_link(rest, &self.targets) {
            let (before, link) = rest.split_at(start);
            let (shown, after) = link.split_at(length);
            html.push_str(&escaped(before));
            html.push_str(&format!(
                "<a href=\"{}\">{}</a>",
                escaped(&href),
                escaped(shown)
            ));
            rest = after;
        }
        html + &escaped(rest)
    }
}

/// The first thing in a text that leads somewhere: where it begins, how long it is, and the link behind it.
fn next_link(text: &str, targets: &[(&str, String)]) -> Option<(usize, usize, String)> {
    let known = targets
        .iter()
        .filter_map(|(shown, href)| Some((find_whole(text, shown)?, shown.len(), href.clone())));
    let written = text.find("https://").and_then(|start| {
        let length = link_end(text.get(start..)?);
        let href = text.get(start..start + length)?;
        triage::link::check_link(href).ok()?;
        Some((start, length, href.to_owned()))
    });
    // Of two that begin at one place the longer one is meant.
    known
        .chain(written)
        .min_by_key(|(start, length, _)| (*start, std::cmp::Reverse(*length)))
}

/// Where something stands in a text that isn't a part of a longer number.
pub fn find_whole(text: &str, wanted: &str) -> Option<usize> {
    if wanted.is_empty() {
        return None;
    }
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    text.match_indices(wanted)
        .map(|(start, _)| start)
        .find(|start| {
            let (before, after) = text.split_at(*start);
            let after = after.strip_prefix(wanted).unwrap_or_default();
            let begins_inside =
                is_digit(before.chars().next_back()) && is_digit(wanted.chars().next());
            let ends_inside =
                is_digit(wanted.chars().next_back()) && is_digit(after.chars().next());
            !begins_inside && !ends_inside
        })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::{find_whole, html};
    use crate::{Outlet, Wishes, make, message::Message};

    /// An outage in which every text wants to be markup, and Hindi has no words for the notice.
    fn hostile() -> Message {
        let text = include_str!("../../../playbooks/outage.json");
        let evil = r#"<img src=x onerror=\"alert(1)\">'&amp; https://example.test/\"><script>"#;
        let source = triage::source::parse(text).unwrap();
        let notice = source.entry("notice").unwrap().entry("text").unwrap();
        let (from, to) = notice.span.unwrap();
        let text = format!("{}{{ \"en\": \"{evil}\" }}{}", &text[..from], &text[to..]);
        let source = triage::source::parse(&text).unwrap();
        let playbook = triage::check(source.clone()).playbook.unwrap();
        Message::new(&playbook, &source, "hi", 1_795_309_200).unwrap()
    }

    #[test]
    fn nothing_of_a_hostile_playbook_becomes_markup() {
        let message = hostile();
        assert!(message.untranslated.contains(&"notice.text".to_owned()));
        let made = make(Outlet::Email, &message, Wishes::default());
        let page = html("</title><script>alert(1)</script>", &made.text, &message);
        assert!(page.contains("&lt;/title&gt;&lt;script&gt;"));
        assert!(page.contains("<span lang=\"en\" dir=\"ltr\">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;amp; <a href=\"https://example.test/\">https://example.test/</a>&quot;&gt;&lt;script&gt;"));
        let body = page.split("<body>").nth(1).unwrap();
        let known = [
            "h1", "h2", "p", "ul", "li", "a", "span", "br", "/body", "/html",
        ];
        for tag in body.split('<').skip(1) {
            let name = tag.split(['>', ' ']).next().unwrap();
            let is_known = |known: &&str| name == *known || name.strip_prefix('/') == Some(known);
            assert!(known.iter().any(is_known), "<{tag}");
        }
    }

    #[test]
    fn a_short_number_is_no_part_of_a_longer_one() {
        assert_eq!(find_whole("call 1190 or 119.", "119"), Some(13));
        assert_eq!(find_whole("call 9119", "119"), None);
    }
}
