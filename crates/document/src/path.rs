//! Where something stands in a tree, as the checker writes it: `questions[2].text.en`.

use std::fmt;

use triage::source::{Node, Value};

/// One step inwards.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The entry of an object.
    Name(String),
    /// The element of a list, counted from 0.
    Place(usize),
}

/// The way from the file to a value; the empty one is the file itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Vec<Step>);

impl Step {
    /// The name of an entry; empty for a place in a list.
    fn as_name(&self) -> &str {
        match self {
            Self::Name(name) => name,
            Self::Place(_) => "",
        }
    }
}

impl Path {
    /// Reads a path as the checker writes it. Names have neither dots nor brackets in playbooks, so nothing is escaped.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut steps = Vec::new();
        for part in text.split('.').filter(|part| !part.is_empty()) {
            let mut pieces = part.split('[');
            let name = pieces.next().unwrap_or_default();
            if !name.is_empty() {
                steps.push(Step::Name(name.to_owned()));
            }
            let places = pieces.filter_map(|piece| piece.trim_end_matches(']').parse().ok());
            steps.extend(places.map(Step::Place));
        }
        Self(steps)
    }

    /// The steps, from the file inwards.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The entry of an object that stands here.
    #[must_use]
    pub fn name(&self, name: &str) -> Self {
        self.step(Step::Name(name.to_owned()))
    }

    /// The element of a list that stands here.
    #[must_use]
    pub fn place(&self, place: usize) -> Self {
        self.step(Step::Place(place))
    }

    /// One step further.
    #[must_use]
    pub fn step(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// What it stands in, and the last step; nothing for the file itself.
    #[must_use]
    pub fn parent(&self) -> Option<(Self, &Step)> {
        let (last, before) = self.0.split_last()?;
        Some((Self(before.to_vec()), last))
    }

    /// The name of the first step; empty for the file itself.
    #[must_use]
    pub fn first_name(&self) -> &str {
        self.0.first().map_or("", Step::as_name)
    }

    /// The name of the last step; empty for a place in a list, and for the file itself.
    #[must_use]
    pub fn last_name(&self) -> &str {
        self.0.last().map_or("", Step::as_name)
    }

    /// Whether it is this path, or one that leads further.
    #[must_use]
    pub fn is_within(&self, outer: &Self) -> bool {
        self.0.starts_with(&outer.0)
    }

    /// What stands there.
    #[must_use]
    pub fn find<'n>(&self, root: &'n Node) -> Option<&'n Node> {
        self.0.iter().try_fold(root, |node, step| match step {
            Step::Name(name) => node.entry(name),
            Step::Place(place) => node.elements().get(*place),
        })
    }
}

impl Path {
    /// What stands there, to be changed.
    pub(crate) fn find_mut<'n>(&self, root: &'n mut Node) -> Option<&'n mut Node> {
        self.0
            .iter()
            .try_fold(root, |node, step| match (step, &mut node.value) {
                (Step::Name(name), Value::Map(entries)) => {
                    let mut entries = entries.iter_mut();
                    entries
                        .find(|(known, _)| known == name)
                        .map(|(_, node)| node)
                }
                (Step::Place(place), Value::List(elements)) => elements.get_mut(*place),
                _ => None,
            })
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            match step {
                Step::Name(name) if place == 0 => f.write_str(name)?,
                Step::Name(name) => write!(f, ".{name}")?,
                Step::Place(place) => write!(f, "[{place}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Path;
    use triage::source::parse;

    #[test]
    fn a_path_is_read_as_it_is_written_and_leads_there() {
        let source = parse(r#"{ "a": [ { "zh-Hans": [1, 2] } ] }"#).unwrap();
        let path = Path::parse("a[0].zh-Hans[1]");
        assert_eq!(path.to_string(), "a[0].zh-Hans[1]");
        assert_eq!(
            path,
            Path::default().name("a").place(0).name("zh-Hans").place(1)
        );
        assert_eq!(
            path.find(&source),
            parse("2")
                .ok()
                .as_ref()
                .map(|_| &source.entry("a").unwrap().elements()[0]
                    .entry("zh-Hans")
                    .unwrap()
                    .elements()[1])
        );
        assert_eq!(Path::parse("a[1]").find(&source), None);
        assert!(path.is_within(&Path::parse("a[0]")) && !Path::parse("a").is_within(&path));
    }
}
