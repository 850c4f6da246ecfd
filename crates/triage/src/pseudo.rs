//! A playbook in no language at all, to see what a real one would break: longer words in strange letters, one of them in
//! each text as long as German, Finnish or Tamil make them, in brackets. What reads as usual on the screen isn't
//! translated, what lacks a bracket is cut off, and what sticks out would do so in such a language.

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
    let Some((_, default)) = split(source, "").into_iter().next() else {
        return source.clone();
    };
    let told = PLAYBOOK.retold(&default, &tell);
    let others = told.entries().iter();
    let others = others.filter(|(name, _)| {
        !matches!(
            name.as_str(),
            "version" | "locales" | "translations" | "labels"
        )
    });
    let head = [
        ("version", Value::Whole(1).into()),
        ("locales", Node::list([Node::string(LOCALE)])),
        ("labels", labels(&told)),
    ];
    let head = head.map(|(name, node)| (name.to_owned(), node));
    Node::map(head.into_iter().chain(others.cloned()))
}

/// Every built-in word: the playbook's own, or what stands for it.
fn labels(told: &Node) -> Node {
    let own = |label: &Label| told.entry("labels")?.entry(label.key()).cloned();
    Node::map(Label::ALL.iter().map(|label| {
        let text = own(label).unwrap_or_else(|| Node::string(&strange(label.english())));
        (label.key().to_owned(), text)
    }))
}

/// What is said in the default language, made strange.
fn tell(shape: &Shape, node: &Node) -> Option<Node> {
    match (&node.value, shape) {
        (Value::String(text), Shape::Text) => Some(Node::string(&strange(text))),
        (Value::Map(forms), Shape::CountedText) => {
            let forms = forms.iter().flat_map(|(_, forms)| forms.entries());
            let forms =
                forms.map(|(name, form)| (name.clone(), Node::string(&strange(form.text()))));
            Some(Node::map([(LOCALE.to_owned(), Node::map(forms))]))
        }
        (Value::Map(words), _) if shape.is_by_locale() => {
            let words = words.iter().map(|(_, words)| words.clone());
            Some(Node::map(words.map(|words| (LOCALE.to_owned(), words))))
        }
        _ => None,
    }
}

/// As many letters as "Elementarschadenversicherung" has, or "käyttöoikeussopimuksessa" with its article.
const LONG_WORD: usize = 28;

/// The text with its longest word repeated until it is a long one. Words of three letters or fewer stay short.
fn stretched(text: &str) -> String {
    let is_border = |letter: char| !letter.is_alphabetic();
    let mut outside = text
        .split_inclusive('}')
        .flat_map(|part| part.split('{').next());
    let words = outside.by_ref().flat_map(|part| part.split(is_border));
    let longest = words.max_by_key(|word| word.chars().count()).unwrap_or("");
    let length = longest.chars().count();
    if length < 4 {
        return text.to_owned();
    }
    text.replacen(longest, &longest.repeat(LONG_WORD.div_ceil(length)), 1)
}

/// About a third longer, as German and Finnish are; placeholders stay what they are.
fn strange(text: &str) -> String {
    let text = &stretched(text);
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

#[cfg(test)]
mod tests {
    use super::{LONG_WORD, strange, stretched};

    #[test]
    fn every_text_gets_a_word_that_is_hard_to_place_and_keeps_its_placeholders() {
        for (text, longest) in [
            ("Continue", "ContinueContinueContinueContinue"),
            (
                "Question {number} of at most {most}",
                "QuestionQuestionQuestionQuestion",
            ),
            (
                "{option} is now number {place} of {count}",
                "numbernumbernumbernumbernumber",
            ),
        ] {
            let stretched = stretched(text);
            assert!(stretched.contains(longest), "{stretched}");
            assert!(longest.chars().count() >= LONG_WORD);
            let names = |text: &str| {
                crate::placeholders(text)
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            assert_eq!(names(&strange(text)), names(text));
        }
        assert_eq!(stretched("Yes"), "Yes");
        assert_eq!(stretched("{number}"), "{number}");
    }
}
