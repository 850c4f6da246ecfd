//! Names: fields, ids, and what is called by them.

use leeward_document::{Operation, Path, Step};
use triage::{
    is_written_otherwise,
    locale::is_well_formed,
    nearest, nearest_locale,
    source::{Node, Value},
};

use super::{Case, Fix, add, rename, set};
use crate::{
    said::{Said, known_at},
    shapes,
    writing::locales,
};

impl Case<'_> {
    /// The field that is meant by a slip of the pen; else none.
    pub(super) fn known_field(&self) -> Option<Fix> {
        let outer = self.outer()?;
        let names = shapes::names(shapes::at(self.tree, &outer)?, outer.find(self.tree));
        let near = nearest(self.path.last_name(), &names).and_then(|near| self.renamed(near));
        // Where something depends on a name, it was written for a reason.
        let is_rule = matches!(self.path.first_name(), "hours" | "holidays")
            || self.is_in_condition()
            || is_written_otherwise(self.path.last_name(), &names);
        near.or_else(|| (!is_rule).then(|| self.removed("fix_remove")))
    }

    fn is_in_condition(&self) -> bool {
        let is_when = |step: &Step| matches!(step, Step::Name(name) if ["when", "ask_when", "show_when"].contains(&name.as_str()));
        self.path.steps().iter().any(is_when)
    }

    /// How a question with options is answered, by what conditions ask of its answer. Where none does, a person knows.
    fn type_in_use(&self) -> Option<&'static str> {
        let id = self.node?.entry("id")?.text();
        let mut found = Vec::new();
        shapes::each(self.tree, &Path::default(), &mut |_, node| {
            if node
                .entry("question")
                .is_some_and(|named| named.text() == id)
            {
                let kinds = [
                    ("is", "choice"),
                    ("is_any_of", "choice"),
                    ("includes", "multiple"),
                    ("first", "ranking"),
                ];
                found.extend(
                    kinds
                        .iter()
                        .filter(|(test, _)| node.entry(test).is_some())
                        .map(|(_, kind)| *kind),
                );
            }
        });
        found.dedup();
        match found[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// What the format needs and nobody has to think of.
    pub(super) fn missing_field(&self) -> Option<Fix> {
        let name = self.about?;
        let (value, text) = match (self.path.to_string().as_str(), name) {
            ("", "version") => (Node::from(Value::Whole(1)), "1".to_owned()),
            ("", "questions") => (Node::list([]), "[]".to_owned()),
            (_, "id") => {
                let id = self.free_id(self.outer()?, "new");
                (Node::string(&id), id)
            }
            (_, "type") if self.node?.entry("options").is_some() => {
                let kind = self.type_in_use()?;
                (Node::string(kind), kind.to_owned())
            }
            (_, "min") => (Node::from(Value::Whole(0)), "0".to_owned()),
            _ => return None,
        };
        Some(Fix {
            said: Said::plain("fix_add")
                .with("what", crate::said::Value::Field(name.to_owned()))
                .text("text", &text),
            operations: vec![add(self.tree, self.path, Some(name), value)?],
        })
    }

    /// Another id, or without what stands twice.
    pub(super) fn only_once(&self) -> Option<Fix> {
        if self.path.last_name() == "id" {
            let element = self.outer()?;
            let (list, _) = element.parent()?;
            // Which of the two is named elsewhere, only a person knows.
            let id = self.found();
            let mut is_named = false;
            shapes::each(self.tree, &Path::default(), &mut |path, node| {
                is_named |= node.text() == id && path.last_name() != "id";
            });
            return (!is_named).then(|| self.written(&self.free_id(list, id)));
        }
        // Of two entries of one name nobody knows which one is meant, unless they say the same.
        let is_element = matches!(self.path.parent(), Some((_, Step::Place(_))));
        let outer = self.outer()?;
        let same = outer.find(self.tree)?.entries().iter();
        let mut same = same.filter(|(name, _)| name == self.path.last_name());
        let is_same = same
            .next()
            .zip(same.next())
            .is_some_and(|((_, one), (_, other))| leeward_document::is_same(one, other));
        (is_element || is_same).then(|| self.removed("fix_remove_second"))
    }

    /// The same id in letters that ids may have, wherever it is named.
    pub(super) fn good_id(&self) -> Option<Fix> {
        if self.path.last_name() != "id" {
            return self.good_name();
        }
        let element = self.outer()?;
        let (list, _) = element.parent()?;
        let old = self.found();
        if old.is_empty() {
            return None;
        }
        let id = self.free_id(list, &slug(old, "item"));
        let mut fix = self.written(&id);
        let is_question = self.path.first_name() == "questions";
        let is_option = self.path.steps().len() > 3;
        if is_question {
            let question = self.question_around().unwrap_or_default();
            shapes::each(self.tree, &Path::default(), &mut |path, node| {
                let name = match path.parent() {
                    Some((_, Step::Name(name))) => name.as_str(),
                    _ => "",
                };
                let names_it = if is_option {
                    node.text() == old && is_test(self.tree, path, &question)
                } else {
                    node.text() == old && name == "question"
                };
                if names_it {
                    fix.operations.push(set(path, Node::string(&id)));
                }
            });
        }
        Some(fix)
    }

    /// The same for the name of a channel, of hours, of a list of holidays.
    fn good_name(&self) -> Option<Fix> {
        let (table, _) = self.path.parent()?;
        let old = self.path.last_name();
        let base = slug(old, "item");
        let names: Vec<&str> = table
            .find(self.tree)?
            .entries()
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        let name = free(&base, &names);
        let mut operations: Vec<Operation> = Vec::new();
        shapes::each(self.tree, &Path::default(), &mut |path, node| {
            let text = node.text();
            if text == old && known_at(self.tree, path).iter().any(|known| known == old) {
                let steps = path.steps();
                let is_list = matches!(steps.first(), Some(Step::Name(first)) if matches!((first.as_str(), self.path.first_name()), ("routes", "channels") | ("channels", "hours") | ("hours", "holidays")));
                if is_list {
                    operations.push(set(path, Node::string(&name)));
                }
            }
        });
        operations.extend(rename(self.tree, self.path, &name)?);
        Some(Fix {
            said: Said::plain("fix_write").text("text", &name),
            operations,
        })
    }

    /// What is meant by a slip of the pen; in a list of several, else none.
    pub(super) fn known_reference(&self) -> Option<Fix> {
        let known = known_at(self.tree, self.path);
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let near = nearest(self.found(), &known);
        let outer = self.outer()?;
        let others = outer.find(self.tree)?.elements();
        match near {
            Some(near) if others.iter().any(|other| other.text() == near) => {
                Some(self.removed("fix_remove"))
            }
            Some(near) => Some(self.written(near)),
            // One channel less is still a way; a rule or a holiday less is another rule.
            None if others.len() > 1
                && self.path.first_name() == "routes"
                && !self.is_in_condition() =>
            {
                Some(self.removed("fix_remove"))
            }
            None => None,
        }
    }

    /// The language that is meant: the tag as it is written, or the one of the playbook's that is near.
    pub(super) fn known_locale(&self) -> Option<Fix> {
        let found = self.found();
        if matches!(self.path.parent(), Some((_, Step::Place(_)))) {
            let tag = found.trim().replace('_', "-");
            if tag != found && is_well_formed(&tag) {
                return Some(self.written(&tag));
            }
            // The languages of a channel are those of the playbook, if it has them.
            let is_own = self.path.first_name() == "locales";
            let all = locales(self.tree);
            let all: Vec<&str> = all
                .iter()
                .map(String::as_str)
                .filter(|it| *it != found)
                .collect();
            let near = nearest_locale(found, &all).filter(|_| !is_own);
            return near.map(|near| self.written(near));
        }
        let all = locales(self.tree);
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        self.renamed(nearest_locale(self.path.last_name(), &all)?)
    }

    /// The id of the question in which something stands.
    fn question_around(&self) -> Option<String> {
        let place = self.path.steps().get(1)?.clone();
        let question = Path::default().name("questions").step(place);
        let id = question.find(self.tree)?.entry("id")?;
        Some(id.text().to_owned())
    }

    /// An id that no element of a list has.
    fn free_id(&self, list: Path, base: &str) -> String {
        let elements = list.find(self.tree).map_or(&[][..], Node::elements);
        let ids = elements.iter().filter_map(|node| node.entry("id"));
        let ids: Vec<&str> = ids.map(Node::text).collect();
        free(base, &ids)
    }
}

/// Whether a value is what a condition on a question tests its answer by: `"is": …`, or one of a list.
fn is_test(tree: &Node, path: &Path, question: &str) -> bool {
    let Some((outer, step)) = path.parent() else {
        return false;
    };
    let is_on = |path: &Path| {
        let named = path.find(tree).and_then(|node| node.entry("question"));
        named.is_some_and(|named| named.text() == question)
    };
    let is_name = *step == Step::Name("question".to_owned());
    !is_name && (is_on(&outer) || outer.parent().is_some_and(|(outer, _)| is_on(&outer)))
}

/// A name that isn't taken: the wanted one, or with a number.
fn free(base: &str, taken: &[&str]) -> String {
    let numbered = (2..).map(|number| format!("{}_{number}", base.get(..36).unwrap_or(base)));
    let mut names = std::iter::once(base.to_owned()).chain(numbered);
    names
        .find(|name| !taken.contains(&name.as_str()))
        .unwrap_or_default()
}

/// Words as an id: `roof_leaks` for "Roof leaks"; something else where no letter is left.
fn slug(words: &str, otherwise: &str) -> String {
    let letter = |letter: char| match letter {
        'a'..='z' | '0'..='9' | '_' | '-' => letter,
        'A'..='Z' => letter.to_ascii_lowercase(),
        _ => ' ',
    };
    let letters: String = words.chars().map(letter).collect();
    let parts: Vec<&str> = letters.split(' ').filter(|part| !part.is_empty()).collect();
    let joined = parts.join("_");
    let begun = joined.trim_start_matches(|letter: char| !letter.is_ascii_lowercase());
    let id = begun.get(..begun.len().min(40)).unwrap_or_default();
    if id.is_empty() || id == "not_sure" {
        otherwise
    } else {
        id
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::{free, slug};

    #[test]
    fn ids_are_made_of_words_and_are_nobody_elses() {
        assert_eq!(slug("Roof leaks", "item"), "roof_leaks");
        assert_eq!(slug("2nd Floor!", "item"), "nd_floor");
        assert_eq!(slug("質問", "item"), "item");
        assert_eq!(slug("not_sure", "item"), "item");
        assert_eq!(free("roof", &["roof", "roof_2"]), "roof_3");
    }
}
