//! Values that are written in another way than the format has them.

use leeward_document::Path;
use triage::{
    colour::Colour,
    grammar::{Format, Shape},
    hours::{Date, parse_moment},
    nearest,
    source::{Node, Value},
};

use super::{Case, Fix, add, remove, set};
use crate::{said::Said, shapes};

/// Colours that people call by their names (CSS Color 4).
const COLOURS: [(&str, &str); 12] = [
    ("black", "000000"),
    ("gray", "808080"),
    ("grey", "808080"),
    ("maroon", "800000"),
    ("red", "ff0000"),
    ("purple", "800080"),
    ("green", "008000"),
    ("olive", "808000"),
    ("navy", "000080"),
    ("blue", "0000ff"),
    ("teal", "008080"),
    ("orange", "ffa500"),
];

impl Case<'_> {
    /// The same value as the format has it: `true` for "yes", 5 for "5", a list of one.
    pub(super) fn right_kind(&self) -> Option<Fix> {
        let node = self.node?;
        let text = node.text().trim().to_lowercase();
        let (value, written) = match (shapes::at(self.tree, self.path)?, &node.value) {
            (Shape::Version, _) => (Value::Whole(1), "1".to_owned()),
            (Shape::Flag, Value::String(_)) => {
                let is_yes = ["yes", "true", "on", "1"].contains(&text.as_str());
                let is_no = ["no", "false", "off", "0"].contains(&text.as_str());
                if !is_yes && !is_no {
                    return None;
                }
                (Value::Bool(is_yes), is_yes.to_string())
            }
            (Shape::Whole(least, most), Value::String(_)) => {
                let number: i64 = text.parse().ok()?;
                if !(least..=most).contains(&&number) {
                    return None;
                }
                (Value::Whole(number), number.to_string())
            }
            (Shape::Text | Shape::Line, Value::Whole(number)) => {
                (Value::String(number.to_string()), number.to_string())
            }
            (Shape::OneOf(known), Value::String(_)) => {
                return nearest(&text, known).map(|word| self.written(word));
            }
            (Shape::List(list), Value::String(_)) if is_string(list.of) => {
                let elements = elements(node.text(), list.of);
                let written = elements.join(", ");
                let nodes = elements.iter().map(|it| Node::string(it));
                (Value::List(nodes.collect()), written)
            }
            _ => return None,
        };
        Some(Fix {
            said: Said::plain("fix_write").text("text", &written),
            operations: vec![set(self.path, value.into())],
        })
    }

    /// The form that is missing, with the words of another one to begin with; or without one that nobody reads.
    pub(super) fn right_plural(&self) -> Option<Fix> {
        let Some(name) = self.about else {
            return Some(self.removed("fix_remove"));
        };
        let forms = self.node?.entries();
        let like = forms.last().map(|(_, form)| form.text())?;
        let value = Node::string(like);
        Some(Fix {
            said: Said::plain("fix_plural").text("text", like),
            operations: vec![add(self.tree, self.path, Some(name), value)?],
        })
    }

    /// The built-in words again; or the number before those of an own unit.
    pub(super) fn right_placeholder(&self) -> Option<Fix> {
        if self.path.first_name() != "labels" {
            let is_bare = !self.found().contains('{');
            return is_bare.then(|| self.written(&["{count} ", self.found()].concat()));
        }
        let label = self.path.steps().get(1)?.clone();
        let path = Path::default().name("labels").step(label);
        Some(Fix {
            said: Said::plain("fix_built_in"),
            operations: vec![remove(&path)],
        })
    }

    /// The date as the format has it; without a day that no calendar has; now, for what was last true.
    pub(super) fn right_date(&self) -> Option<Fix> {
        let Some(Shape::String(format)) = shapes::at(self.tree, self.path) else {
            // Taken away, a holiday would be a day like any other.
            let name = narrow(self.path.last_name())
                .trim()
                .replace(['/', '.'], "-");
            return Date::parse(&name).and_then(|_| self.renamed(&name));
        };
        let found = self.found();
        if found.is_empty() {
            return Some(self.removed("fix_remove"));
        }
        let day = narrow(found).trim().replace(['/', '.'], "-");
        match format {
            Format::Date if Date::parse(&day).is_some() => Some(self.written(&day)),
            Format::Moment => {
                let moment = narrow(found).trim().replacen(' ', "T", 1);
                if parse_moment(&moment).is_some() {
                    return Some(self.written(&moment));
                }
                let is_update = self.path.to_string() == "notice.updated_at";
                is_update.then(|| Fix {
                    said: Said::plain("fix_true_now"),
                    operations: vec![set(self.path, Node::string(&self.moment(self.now)))],
                })
            }
            _ => None,
        }
    }

    /// The path of a page, without the name of its site.
    pub(super) fn right_page(&self) -> Option<Fix> {
        let found = self.found();
        let path = match found.split_once("://") {
            Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"),
            None => found,
        };
        // What stands behind it may be all that tells a page from others.
        if path.contains(['?', '#']) {
            return None;
        }
        let path = path.trim().replace(' ', "%20");
        let path = if path.starts_with(['/', '*']) {
            path
        } else {
            ["/", &path].concat()
        };
        Some(self.written(&path))
    }

    /// The nearest number that makes sense; two in their order.
    pub(super) fn right_number(&self) -> Option<Fix> {
        let whole = |node: &Node| match node.value {
            Value::Whole(number) => Some(number),
            _ => None,
        };
        if let [from, to] = self.node?.elements() {
            let (from, to) = (whole(from)?, whole(to)?);
            let list = Node::list([Value::Whole(to).into(), Value::Whole(from).into()]);
            return Some(Fix {
                said: Said::plain("fix_write").text("text", &format!("{to}–{from}")),
                operations: vec![set(self.path, list)],
            });
        }
        let Some(Shape::Whole(least, most)) = shapes::at(self.tree, self.path) else {
            return None;
        };
        let number = whole(self.node?)?;
        // The longest text that is allowed is what was wished for, and "at once" is the first second. Of other numbers
        // nobody knows what they count.
        let is_clear = self.path.last_name() == "max_length" || (number, *least) == (0, 1);
        let right = number.clamp(*least, *most);
        if right != number && !is_clear {
            return None;
        }
        if right != number {
            return Some(Fix {
                said: Said::plain("fix_write").text("text", &right.to_string()),
                operations: vec![set(self.path, Value::Whole(right).into())],
            });
        }
        let smallest = self.outer()?.name("min");
        let min = whole(smallest.find(self.tree)?)?;
        (number < min).then(|| Fix {
            said: Said::plain("fix_write").text("text", &format!("{number}–{min}")),
            operations: vec![
                set(&smallest, Value::Whole(number).into()),
                set(self.path, Value::Whole(min).into()),
            ],
        })
    }

    /// The colour with six digits, dark enough for white words.
    pub(super) fn right_colour(&self) -> Option<Fix> {
        let found = self.found().trim().to_lowercase();
        let named = COLOURS.iter().find(|(name, _)| *name == found);
        let found = named.map_or(found.trim_start_matches('#'), |(_, digits)| digits);
        let doubled: String = found.chars().flat_map(|digit| [digit, digit]).collect();
        let written = [found.to_owned(), doubled].map(|digits| ["#", &digits].concat());
        let right = written.iter().find_map(|text| Colour::parse(text))?;
        Some(self.written(&right.under_white_text().to_hex()))
    }

    /// The nearest shade on which white words can be read.
    pub(super) fn readable_colour(&self) -> Option<Fix> {
        let shade = Colour::parse(self.found())?.under_white_text();
        Some(self.written(&shade.to_hex()))
    }
}

const fn is_string(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::String(_) | Shape::OneOf(_) | Shape::Locale | Shape::Line | Shape::Text
    )
}

/// Digits and signs in full width, as Japanese keyboards give them, in half width.
pub(super) fn narrow(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '　' => ' ',
        '–' | '—' | '−' | '‐' | '‑' | 'ー' => '-',
        other => other,
    };
    text.chars().map(narrow).collect()
}

/// The elements of a list that was written as one text. Words for visitors have commas of their own.
fn elements(text: &str, of: &Shape) -> Vec<String> {
    if matches!(of, Shape::Text | Shape::Line) {
        return vec![text.to_owned()];
    }
    let parts = text.split([',', ';', '、', '，', '،', '\n']).map(str::trim);
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::elements;
    use triage::grammar::{Format, Shape};

    #[test]
    fn a_list_that_is_one_text_is_parted_unless_people_read_it() {
        let ids = Shape::String(Format::Id);
        assert_eq!(
            elements("urgent, claims、it", &ids),
            ["urgent", "claims", "it"]
        );
        assert_eq!(elements("Roads, schools", &Shape::Text), ["Roads, schools"]);
    }
}
