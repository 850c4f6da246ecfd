//! Words that don't help somebody who is afraid (CDC, Crisis and Emergency Risk Communication;
//! GOV.UK and NHS content guides).

use super::Advisor;
use crate::{
    fold::Keyword,
    problem::Code,
    source::{Node, Value},
};

/// Longer sentences are read twice under stress, or not at all. Words, in languages that set them apart.
const MOST_WORDS: usize = 25;

/// Sentences in Japanese, Chinese and Thai aren't made of words that a program could count.
const MOST_LETTERS: usize = 90;

/// What makes people more afraid, or ashamed of it.
const UNHELPFUL: &[&str] = &[
    "don't panic",
    "do not panic",
    "don't worry",
    "do not worry",
    "no need to worry",
    "calm down",
    "パニックにならない",
    "慌てないで",
    "心配しないで",
    "ご心配なく",
    "घबराएँ नहीं",
    "घबराएं नहीं",
    "चिंता न करें",
    "चिंता मत",
    "لا تقلق*",
    "لا داعي للقلق",
    "لا تخف",
    "لا تخافوا",
    "لا داعي للذعر",
    "اهدأ",
    "اهدؤوا",
    "别担心",
    "不要担心",
    "请勿担心",
    "不用担心",
    "别慌",
    "不要惊慌",
    "请勿惊慌",
];

/// Fields that hold no words for visitors.
const NOT_READ: &[&str] = &[
    "hours",
    "ask_when",
    "when",
    "show_when",
    "theme",
    "holidays",
];

impl Advisor<'_> {
    pub(super) fn look_at_wording(&mut self) {
        let unhelpful: Vec<Keyword> = UNHELPFUL
            .iter()
            .filter_map(|words| Keyword::new(words))
            .collect();
        self.look_at_texts(self.source, &unhelpful);
        self.look_at_questions();
    }

    fn look_at_texts(&mut self, node: &Node, unhelpful: &[Keyword]) {
        match &node.value {
            Value::String(text) => self.look_at_text(node, text, unhelpful),
            Value::List(nodes) => {
                for node in nodes {
                    self.look_at_texts(node, unhelpful);
                }
            }
            Value::Map(entries) => {
                for (name, node) in entries {
                    if !NOT_READ.contains(&name.as_str()) {
                        self.look_at_texts(node, unhelpful);
                    }
                }
            }
            _ => {}
        }
    }

    fn look_at_text(&mut self, node: &Node, text: &str, unhelpful: &[Keyword]) {
        if unhelpful.iter().any(|words| words.matches(text)) {
            let cure =
                "this tells people how not to feel; say what you know, and what they can do now";
            self.remark(node, Code::Wording, &[cure]);
        }
        let ends = |character: char| ".!?。！？।؟\n".contains(character);
        if let Some(count) = text.split(ends).find_map(too_long) {
            let cure = "a sentence here has ";
            let message = [cure, &count, "; make two of it"];
            self.remark(node, Code::LongSentence, &message);
        }
    }

    /// A bare yes or no leaves everybody out for whom it is neither (NHS, GOV.UK: prefer options that say
    /// what they mean).
    fn look_at_questions(&mut self) {
        let questions = self
            .source
            .entry("questions")
            .map_or(&[][..], Node::elements);
        let text = self.sample_text();
        for question in questions {
            let is = |name: &str, value: &str| {
                question
                    .entry(name)
                    .is_some_and(|node| node.text() == value)
            };
            if is("type", "yes_no")
                && question.entry("why").is_none()
                && question.entry("hint").is_none()
            {
                let message = [
                    "a bare yes or no; say what each of them means, such as \"hint\": ",
                    &text,
                    ", or make it a choice with two options",
                ];
                self.remark(question, Code::BareYesNo, &message);
            }
        }
    }
}

/// How long a sentence is, when that is too long.
fn too_long(sentence: &str) -> Option<String> {
    let words = sentence.split_whitespace().count();
    if words > MOST_WORDS {
        return Some([&words.to_string(), " words"].concat());
    }
    let letters = sentence.chars().filter(|letter| !letter.is_ascii()).count();
    (words <= 3 && letters > MOST_LETTERS).then(|| [&letters.to_string(), " letters"].concat())
}
