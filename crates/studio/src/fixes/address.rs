//! Numbers, addresses and links as they can be called, written to and followed.

use leeward_numbers::{Verdict, judge};
use triage::{
    grammar::{Format, Shape},
    source::Node,
};

use super::{Case, Fix, add, set, values::narrow};
use crate::{said::Said, shapes};

impl Case<'_> {
    /// The address as it can be called, written to or followed.
    pub(super) fn right_address(&self) -> Vec<Fix> {
        let Some(Shape::String(format)) = shapes::at(self.tree, self.path) else {
            return Vec::new();
        };
        let found = narrow(self.found().trim());
        let right = match format {
            Format::Phone => return self.numbers(),
            // What stands in brackets, or behind a word, may be anything.
            Format::ShortNumber => grouped(found.trim_start_matches("tel:")),
            Format::Email => found.trim_start_matches("mailto:").replace(' ', ""),
            Format::Country => return self.country_code().into_iter().collect(),
            _ => whole_link(&found, matches!(format, Format::Endpoint)).unwrap_or_default(),
        };
        let is_right = right != self.found() && format.fault(&right).is_none();
        is_right.then(|| self.written(&right)).into_iter().collect()
    }

    /// The numbers that may be meant, each with the country in which alone it is answered.
    fn numbers(&self) -> Vec<Fix> {
        const MOST: usize = 3;
        let Some(channel) = self.outer() else {
            return Vec::new();
        };
        let entry = |name: &str| channel.name(name).find(self.tree).map_or("", Node::text);
        let countries = leeward_numbers::countries(self.tree);
        let own = entry("country");
        let mut countries: Vec<&str> = countries.iter().map(String::as_str).collect();
        countries.sort_by_key(|country| *country != own);
        if !own.is_empty() {
            countries.truncate(1);
        }
        let readings = leeward_numbers::readings(self.found(), &countries);
        let takes = |(number, _): &&(String, Option<String>)| {
            entry("kind") != "sms" || !number.contains(';')
        };
        let fixes = readings.iter().filter(takes).take(MOST);
        fixes
            .filter_map(|(number, country)| match country {
                Some(country) if own.is_empty() => self.for_home(number, country),
                _ => (number != self.found()).then(|| self.written(number)),
            })
            .collect()
    }

    /// A number for callers of one country, which is said beside it.
    fn for_home(&self, number: &str, country: &str) -> Option<Fix> {
        let channel = self.outer()?;
        let mut operations = vec![add(
            self.tree,
            &channel,
            Some("country"),
            Node::string(country),
        )?];
        if number != self.found() {
            operations.push(set(self.path, Node::string(number)));
        }
        Some(Fix {
            said: Said::plain("fix_home")
                .text("text", number)
                .text("country", country),
            operations,
        })
    }

    /// The number as it is dialled at home, with its country; or as it is dialled from everywhere.
    pub(super) fn home_number(&self) -> Vec<Fix> {
        let country = self.outer().map(|channel| channel.name("country"));
        let country = country
            .and_then(|path| path.find(self.tree))
            .map(Node::text);
        let Verdict::Home(home) = judge(self.found(), country) else {
            return Vec::new();
        };
        let fix = match &home.international {
            Some(number) => Some(self.written(number)),
            None => self.for_home(&home.national, &home.country),
        };
        fix.into_iter().collect()
    }

    /// The letters of a country in capitals.
    fn country_code(&self) -> Option<Fix> {
        let code = self.found().trim().to_uppercase();
        let code = if code == "UK" { "GB".to_owned() } else { code };
        Format::Country
            .fault(&code)
            .is_none()
            .then(|| self.written(&code))
    }
}

/// A number with one hyphen or space between its groups.
fn grouped(number: &str) -> String {
    let mut digits = String::new();
    let mut gap = None;
    for letter in number.chars() {
        match letter {
            '0'..='9' => {
                digits.extend(gap.take().filter(|_| !digits.is_empty() && digits != "+"));
                digits.push(letter);
            }
            '+' if digits.is_empty() => digits.push('+'),
            ' ' => gap = gap.or(Some(' ')),
            '-' | '.' => gap = Some('-'),
            _ => return String::new(),
        }
    }
    digits
}

/// A link with its beginning, or the path of a place on the site itself. Nothing for one that begins in another way.
fn whole_link(found: &str, may_be_path: bool) -> Option<String> {
    if let Some((scheme, rest)) = found.split_once(":") {
        let is_web = ["http", "https", "htp", "htps", "ttp", "ttps"]
            .contains(&scheme.to_lowercase().as_str());
        let is_port = rest.starts_with(|it: char| it.is_ascii_digit());
        if is_web {
            return Some(["https://", rest.trim_start_matches('/')].concat());
        }
        if !is_port {
            return None;
        }
    }
    let host = found.split(['/', '?', '#']).next().unwrap_or_default();
    let is_script = [".php", ".asp", ".aspx", ".cgi", ".jsp", ".html"];
    let is_host = host.contains('.') && !is_script.iter().any(|end| host.ends_with(end));
    if is_host {
        Some(["https://", found].concat())
    } else {
        (may_be_path && !found.starts_with('/')).then(|| ["/", found].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::{grouped, narrow, whole_link};

    #[test]
    fn numbers_and_links_are_read_as_people_write_them() {
        assert_eq!(grouped("116.123"), "116-123");
        assert_eq!(grouped(&narrow("１１９")), "119");
        assert_eq!(grouped("call 119"), "");
        assert_eq!(grouped("+44 (0)20"), "");
        for (written, may_be_path, right) in [
            (
                "http://example.test/a",
                false,
                Some("https://example.test/a"),
            ),
            ("example.test", false, Some("https://example.test")),
            ("messages", true, Some("/messages")),
            ("api/messages.php", true, Some("/api/messages.php")),
            ("send.php", true, Some("/send.php")),
            (
                "example.test/messages",
                true,
                Some("https://example.test/messages"),
            ),
            ("help", false, None),
            ("ftp://example.test", false, None),
            ("javascript:alert(1)", false, None),
        ] {
            assert_eq!(
                whole_link(written, may_be_path).as_deref(),
                right,
                "{written}"
            );
        }
    }
}
