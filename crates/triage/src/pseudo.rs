//! A playbook in no language at all, to see what a real one would break: longer words in strange letters, in brackets.
//! What reads as usual on the screen isn't translated, and what lacks a bracket is cut off.

use crate::{
    check::grammar::{PLAYBOOK, Shape},
    label::Label,
    source::{Node, Value},
    split,
};

/// The pseudo-locale: English with accents, as Android and Chromium name it (CLDR's `en-XA`).
const LOCALE: &str = "en-XA";

/// A playbook in `en-XA` alone, made from the default language of another one; built-in words included, as labels.
///
/// ```
/// # #[cfg(feature = "text")] {
/// let source = triage::source::parse(include_str!("../../../playbooks/outage.json")).unwrap();
/// let report = triage::check(triage::pseudo(&source));
/// let playbook = report.playbook.unwrap();
/// assert_eq!(playbook.locales(), ["en-XA"]);
/// assert!(playbook.words(playbook.name(), 0).text.starts_with('⟦'));
/// # }
/// ```
#[must_use]
pub fn pseudo(source: &Node) -> Node {
    let default = split(source, "").into_iter().next();
    let Some(Value::Map(entries)) = default.map(|(_, file)| file.value) else {
        return source.clone();
    };
    let entries = entries
        .into_iter()
        .filter(|(name, _)| name != "translations");
    let mut entries: Vec<(String, Node)> = entries
        .map(|(name, node)| {
            let node = match name.as_str() {
                "locales" => Value::List(vec![string(LOCALE)]).into(),
                _ => spoken(&node, PLAYBOOK.part(&name)),
            };
            (name, node)
        })
        .collect();
    let own = entries.iter().position(|(name, _)| name == "labels");
    let mut labels = match own.map(|place| entries.remove(place).1.value) {
        Some(Value::Map(labels)) => labels,
        _ => Vec::new(),
    };
    for label in Label::ALL {
        if labels.iter().all(|(key, _)| key != label.key()) {
            labels.push((label.key().to_owned(), string(&strange(label.english()))));
        }
    }
    entries.push(("labels".to_owned(), Value::Map(labels).into()));
    Value::Map(entries).into()
}

/// What stands at a node, with every text made strange.
fn spoken(node: &Node, shape: Option<&'static Shape>) -> Node {
    match (&node.value, shape) {
        (Value::String(text), Some(Shape::Text)) => string(&strange(text)),
        (Value::Map(forms), Some(Shape::CountedText)) => {
            let forms = forms.iter().flat_map(|(_, forms)| forms.entries());
            let forms = forms.map(|(name, form)| (name.clone(), string(&strange(form.text()))));
            let forms = Value::Map(forms.collect()).into();
            Value::Map(vec![(LOCALE.to_owned(), forms)]).into()
        }
        (Value::Map(words), Some(Shape::Table(table))) if matches!(table.names, Shape::Locale) => {
            let words = words.iter().map(|(_, words)| words.clone());
            Value::Map(words.map(|words| (LOCALE.to_owned(), words)).collect()).into()
        }
        (Value::Map(entries), Some(shape)) => {
            let entries = entries
                .iter()
                .map(|(name, node)| (name.clone(), spoken(node, shape.part(name))));
            Value::Map(entries.collect()).into()
        }
        (Value::List(elements), Some(Shape::List(list))) => {
            let elements = elements.iter().map(|node| spoken(node, Some(list.of)));
            Value::List(elements.collect()).into()
        }
        _ => node.clone(),
    }
}

/// About a third longer, as German and Finnish are; placeholders stay what they are.
fn strange(text: &str) -> String {
    let mut strange = String::from("⟦");
    let mut in_placeholder = false;
    for letter in text.chars() {
        match letter {
            '{' => in_placeholder = true,
            '}' => in_placeholder = false,
            _ => {}
        }
        let accented = match letter {
            _ if in_placeholder => "",
            'a' => "áá",
            'e' => "éé",
            'i' => "íí",
            'o' => "öö",
            'u' => "ûû",
            'A' => "Å",
            'E' => "É",
            'O' => "Ö",
            'c' => "ç",
            'n' => "ñ",
            's' => "š",
            'y' => "ý",
            _ => "",
        };
        if accented.is_empty() {
            strange.push(letter);
        } else {
            strange.push_str(accented);
        }
    }
    strange.push('⟧');
    strange
}

fn string(text: &str) -> Node {
    Value::String(text.to_owned()).into()
}
