//! What a web developer pastes into a page: the element with the playbook's phone numbers and addresses in it, which are
//! shown when nothing else can be, and the script.

use triage::{link, source::Node};

/// The snippet for a playbook.
pub fn snippet(tree: &Node) -> String {
    let mut lines = vec!["<leeward-help playbook=\"/leeward/playbook.json\">".to_owned()];
    let ways = ways(tree).into_iter();
    lines.extend(ways.map(|(href, shown)| {
        let (href, shown) = (escaped(&href), escaped(&shown));
        format!("  <a href=\"{href}\">{shown}</a>")
    }));
    lines.push("</leeward-help>".to_owned());
    lines.push("<script type=\"module\" src=\"/leeward/leeward.js\"></script>".to_owned());
    lines.join("\n")
}

/// What stands in the element: of each link its address, and what it says.
pub fn ways(tree: &Node) -> Vec<(String, String)> {
    let channels = tree.entry("channels").map_or(&[][..], Node::entries);
    let ways = channels.iter().filter_map(|(_, channel)| way(channel));
    ways.collect()
}

fn way(channel: &Node) -> Option<(String, String)> {
    let entry = |name| channel.entry(name).map_or("", Node::text);
    let (kind, address) = (entry("kind"), entry("address"));
    let href = match kind {
        "phone" => link::tel(address),
        "email" => link::mailto(address, "", ""),
        _ => return None,
    };
    (!address.is_empty()).then(|| (href, link::shown_number(address)))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::snippet;
    use triage::source::parse;

    #[test]
    fn phones_and_addresses_are_links_and_nothing_gets_out_of_its_quotes() {
        let tree = parse(r#"{ "channels": { "a": { "kind": "phone", "address": "+81 3-0000-0119;ext=7" }, "b": { "kind": "email", "address": "\"><b>@x" }, "c": { "kind": "form" } } }"#).unwrap();
        assert_eq!(
            snippet(&tree),
            "<leeward-help playbook=\"/leeward/playbook.json\">\n  <a href=\"tel:+81300000119,7\">+81 3-0000-0119 ext. 7</a>\n  <a href=\"mailto:%22%3E%3Cb%3E@x\">&quot;&gt;&lt;b&gt;@x</a>\n</leeward-help>\n<script type=\"module\" src=\"/leeward/leeward.js\"></script>"
        );
    }
}
