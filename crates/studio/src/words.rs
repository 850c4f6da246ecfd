//! The studio's own words. One file a language in `words/`, flat, by keys that begin with where they are used; and one
//! in `words/problems/` for what is said of findings.

use triage::source::{Node, parse};

const ENGLISH: &str = include_str!("../words/en.json");
const LANGUAGES: [(&str, &str); 3] = [
    ("en", ENGLISH),
    ("ja", include_str!("../words/ja.json")),
    ("hi", include_str!("../words/hi.json")),
];

/// What is said of findings, and of what can be done about them, in the same languages.
const PROBLEMS: [(&str, &str); 3] = [
    ("en", include_str!("../words/problems/en.json")),
    ("ja", include_str!("../words/problems/ja.json")),
    ("hi", include_str!("../words/problems/hi.json")),
];

/// The words of one language.
pub struct Words {
    locale: &'static str,
    files: Vec<Node>,
}

impl Words {
    /// The words for the first wish that there are words for; else English.
    pub fn for_wishes(wishes: &[String]) -> Self {
        let known = |wish: &String| {
            let language = wish.split('-').next().unwrap_or_default().to_lowercase();
            LANGUAGES.iter().find(|(tag, _)| *tag == language)
        };
        let (locale, _) = wishes.iter().find_map(known).unwrap_or(&LANGUAGES[0]);
        let texts = LANGUAGES.iter().chain(&PROBLEMS);
        let spoken = texts.filter(|(tag, _)| tag == locale);
        Self {
            locale,
            files: spoken.filter_map(|(_, text)| parse(text).ok()).collect(),
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
        self.files
            .iter()
            .find_map(|file| file.entry(key))
            .map(Node::text)
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
    use super::{LANGUAGES, PROBLEMS, Words};
    use std::collections::BTreeSet;
    use triage::{Code, placeholders, source::parse};

    fn keys(text: &str) -> BTreeSet<String> {
        let file = parse(text).unwrap();
        file.entries().iter().map(|(key, _)| key.clone()).collect()
    }

    /// Every key for which there are English words.
    fn known() -> BTreeSet<String> {
        let mut known = keys(LANGUAGES[0].1);
        known.extend(keys(PROBLEMS[0].1));
        known
    }

    /// All text between quotes that looks like a key.
    fn used() -> BTreeSet<String> {
        let beginnings: BTreeSet<String> = known()
            .iter()
            .filter_map(|key| Some(key.split_inclusive('_').next()?.to_owned()))
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
        for key in used() {
            // What ends so is put together with the name of a kind, a pane, a plural.
            let is_there =
                |known: &String| *known == key || key.ends_with('_') && known.starts_with(&key);
            assert!(known().iter().any(is_there), "{key} has no words");
        }
        for files in [LANGUAGES, PROBLEMS] {
            let (_, english) = files[0];
            for (tag, text) in files {
                assert_parity(tag, text, english);
            }
        }
    }

    fn assert_parity(tag: &str, text: &str, english: &str) {
        let singular = |keys: BTreeSet<String>| -> BTreeSet<String> {
            keys.into_iter()
                .filter(|key| !key.ends_with("_one"))
                .collect()
        };
        assert_eq!(singular(keys(text)), singular(keys(english)), "{tag}");
        let english = parse(english).unwrap();
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

    #[test]
    fn every_kind_of_finding_has_words_in_every_language() {
        for (tag, text) in PROBLEMS {
            let file = parse(text).unwrap();
            for code in Code::ALL {
                let key = ["problem_", code.as_str()].concat();
                let words = file.entry(&key).map_or("", |node| node.text());
                assert!(words.ends_with(['.', '。', '।']), "{tag} {key}: {words}");
                let english = PROBLEMS[0].1;
                let is_english = tag == "en" || !english.contains(words);
                assert!(is_english, "{tag} {key} is English");
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
