//! The studio's own words. One file a language in `words/`, flat, by keys that begin with where they are used.

use triage::source::{Node, parse};

const ENGLISH: &str = include_str!("../words/en.json");
const LANGUAGES: [(&str, &str); 3] = [
    ("en", ENGLISH),
    ("ja", include_str!("../words/ja.json")),
    ("hi", include_str!("../words/hi.json")),
];

/// The words of one language.
pub struct Words {
    locale: &'static str,
    file: Option<Node>,
}

impl Words {
    /// The words for the first wish that there are words for; else English.
    pub fn for_wishes(wishes: &[String]) -> Self {
        let known = |wish: &String| {
            let language = wish.split('-').next().unwrap_or_default().to_lowercase();
            LANGUAGES.iter().find(|(tag, _)| *tag == language)
        };
        let (locale, text) = wishes.iter().find_map(known).unwrap_or(&LANGUAGES[0]);
        Self {
            locale,
            file: parse(text).ok(),
        }
    }

    /// The language that is spoken.
    pub const fn locale(&self) -> &'static str {
        self.locale
    }

    /// The words of a key; the key itself where there are none.
    pub fn say(&self, key: &str) -> String {
        self.known(key).unwrap_or(key).to_owned()
    }

    /// The words of a key, where there are any.
    pub fn known(&self, key: &str) -> Option<&str> {
        self.file.as_ref()?.entry(key).map(Node::text)
    }

    /// The words of a key with `{placeholders}` filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.say(key), |text, (name, value)| {
            text.replace(&["{", name, "}"].concat(), value)
        })
    }

    /// The words for a count: those of `key_one` for 1, else those of `key`.
    pub fn count(&self, key: &str, count: usize) -> String {
        let one = [key, "_one"].concat();
        let key = if count == 1 && self.known(&one).is_some() {
            &one
        } else {
            key
        };
        self.fill(key, &[("count", &count.to_string())])
    }
}

#[cfg(test)]
mod tests {
    use super::{LANGUAGES, Words};
    use std::collections::BTreeSet;
    use triage::{placeholders, source::parse};

    /// All text between quotes that looks like a key.
    fn used() -> BTreeSet<String> {
        let known = parse(LANGUAGES[0].1).unwrap();
        let starts = known.entries().iter();
        let beginnings: BTreeSet<String> = starts
            .filter_map(|(key, _)| Some(key.split_inclusive('_').next()?.to_owned()))
            .collect();
        let mut used = BTreeSet::new();
        let mut open = vec![std::path::PathBuf::from(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/src"
        ))];
        while let Some(path) = open.pop() {
            if path.is_dir() {
                open.extend(
                    std::fs::read_dir(path)
                        .unwrap()
                        .map(|entry| entry.unwrap().path()),
                );
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let quoted = text.split('"').skip(1).step_by(2);
            let keys = quoted.filter(|key| key.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
            let is_begun = |key: &&str| {
                let mut starts = beginnings.iter();
                starts.any(|start| key.starts_with(start.as_str()) && key != start)
            };
            used.extend(keys.filter(is_begun).map(str::to_owned));
        }
        used
    }

    #[test]
    fn every_language_has_the_same_keys_and_placeholders_and_none_is_missing() {
        let english = parse(LANGUAGES[0].1).unwrap();
        let keys = |text: &str| -> BTreeSet<String> {
            parse(text)
                .unwrap()
                .entries()
                .iter()
                .map(|(key, _)| key.clone())
                .collect()
        };
        let known = keys(LANGUAGES[0].1);
        for key in used() {
            // What ends so is put together with the name of a kind, a pane, a plural.
            let is_there =
                |known: &String| *known == key || key.ends_with('_') && known.starts_with(&key);
            assert!(known.iter().any(is_there), "{key} has no words");
        }
        for (tag, text) in LANGUAGES {
            let singular = |keys: BTreeSet<String>| -> BTreeSet<String> {
                keys.into_iter()
                    .filter(|key| !key.ends_with("_one"))
                    .collect()
            };
            assert_eq!(singular(keys(text)), singular(known.clone()), "{tag}");
            for (key, node) in parse(text).unwrap().entries() {
                let sorted = |text: &str| {
                    let mut names: Vec<String> =
                        placeholders(text).map(|name| name.to_string()).collect();
                    names.sort();
                    names
                };
                let Some(original) = english.entry(key) else {
                    continue;
                };
                assert_eq!(sorted(node.text()), sorted(original.text()), "{tag} {key}");
            }
        }
    }

    #[test]
    fn the_first_wish_that_can_be_granted_is() {
        let wishes = ["fr-FR", "ja-JP", "en"].map(str::to_owned);
        assert_eq!(Words::for_wishes(&wishes).locale(), "ja");
        assert_eq!(Words::for_wishes(&[]).locale(), "en");
        assert_eq!(
            Words::for_wishes(&[]).count("bar_errors", 1),
            "1 must be fixed"
        );
    }
}
