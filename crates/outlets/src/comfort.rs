//! Which sentence of a notice comforts, and which says what has happened.
//!
//! By the playbook's rule the first sentence is kind and the next has the fact; people write the fact first as often. A
//! text that has room for one of them must have the fact (FEMA: source, hazard, place, time, action). So sentences are
//! told apart by the words with which people comfort, in the languages that are spoken here; where no such word is found,
//! nobody knows, and neither the first nor the second sentence is given up lightly.

/// What a sentence is in a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It comforts.
    Comfort,
    /// The first of several none of which comforts in words that are known: it says what has happened, or is kind.
    Unsure,
    /// It says what has happened.
    Fact,
    /// It says more of it.
    More,
}

/// With which words people comfort, by the language. Each is the beginning of a word.
const WORDS: [(&str, &[&str]); 10] = [
    (
        "en",
        &[
            "sorry",
            "apolog",
            "regret",
            "frighten",
            "scary",
            "hard",
            "hurt",
            "tiring",
            "difficult",
            "stressful",
            "worry",
            "worri",
            "upset",
            "terrible",
            "thank",
            "we know",
            "we understand",
            "patience",
            "inconvenience",
            "bear with",
            "our thoughts",
            "you have had",
            "you must feel",
        ],
    ),
    (
        "ja",
        &[
            "お困り",
            "つらい",
            "辛い",
            "怖い",
            "不安",
            "心配",
            "お疲れ",
            "申し訳",
            "お詫び",
            "ご不便",
            "ご迷惑",
            "お見舞い",
            "大変",
            "感謝",
            "ありがとう",
            "ご理解",
            "ことと思います",
        ],
    ),
    (
        "hi",
        &[
            "डरावन",
            "कठिन",
            "मुश्किल",
            "परेशान",
            "थका",
            "भारी पड़",
            "खेद",
            "माफ़",
            "माफ",
            "क्षमा",
            "चिंता",
            "असुविधा",
            "धन्यवाद",
            "समझते हैं",
            "दुख",
        ],
    ),
    (
        "ar",
        &[
            "مخيف",
            "صعب",
            "تؤلم",
            "مؤلم",
            "مُتعِب",
            "متعب",
            "نأسف",
            "نعتذر",
            "قلق",
            "نتفهم",
            "شكر",
            "نشكر",
        ],
    ),
    (
        "zh",
        &[
            "受惊",
            "难过",
            "难受",
            "累",
            "不容易",
            "抱歉",
            "对不起",
            "担心",
            "理解",
            "不便",
            "辛苦",
            "感谢",
            "難過",
            "難受",
            "不容易",
            "擔心",
            "辛苦",
            "感謝",
        ],
    ),
    (
        "de",
        &[
            "leid",
            "entschuldig",
            "bedauern",
            "schwer",
            "schlimm",
            "sorge",
            "angst",
            "verständnis",
            "danke",
            "anstrengend",
        ],
    ),
    (
        "fr",
        &[
            "désol",
            "excus",
            "regrett",
            "difficile",
            "pénible",
            "inquiét",
            "peur",
            "merci",
            "comprenons",
        ],
    ),
    (
        "es",
        &[
            "sentimos",
            "lament",
            "disculp",
            "difícil",
            "miedo",
            "preocup",
            "gracias",
            "entendemos",
        ],
    ),
    (
        "pt",
        &[
            "desculp",
            "lament",
            "difícil",
            "medo",
            "preocup",
            "obrigad",
            "entendemos",
        ],
    ),
    (
        "ko",
        &[
            "죄송", "힘든", "힘드", "걱정", "불안", "불편", "감사", "무서",
        ],
    ),
];

/// What each of the sentences is, in a language.
pub fn roles(sentences: &[String], language: &str) -> Vec<Role> {
    let comfort: Vec<bool> = sentences
        .iter()
        .map(|one| comforts(one, language))
        .collect();
    let facts = comfort.iter().filter(|comforts| !**comforts).count();
    let is_known = (1..comfort.len()).contains(&facts);
    let mut seen = 0;
    let role = |(place, comforts): (usize, &bool)| {
        if is_known && *comforts {
            return Role::Comfort;
        }
        // Of one sentence nothing can be given up.
        let is_unsure = !is_known && comfort.len() > 1;
        if is_unsure && place == 0 {
            return Role::Unsure;
        }
        seen += 1;
        if seen == 1 { Role::Fact } else { Role::More }
    };
    comfort.iter().enumerate().map(role).collect()
}

/// A sentence with figures in it says what has happened, however kind it is.
fn comforts(sentence: &str, language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or_default();
    let known = WORDS.iter().find(|(tag, _)| *tag == primary);
    let words = known.map_or(&[][..], |(_, words)| words);
    let sentence = sentence.to_lowercase();
    let has_figures = sentence.chars().any(char::is_numeric);
    let begins = |at: usize| {
        let before = sentence
            .get(..at)
            .and_then(|before| before.chars().next_back());
        before.is_none_or(|letter| !letter.is_alphabetic() || !letter.is_ascii())
    };
    let has = |word: &&str| sentence.match_indices(word).any(|(at, _)| begins(at));
    !has_figures && words.iter().any(has)
}

#[cfg(test)]
mod tests {
    use super::{Role, roles};
    use crate::message::sentences;
    use Role::{Comfort, Fact, More, Unsure};

    #[test]
    fn a_sentence_is_told_by_its_words_and_not_by_its_place() {
        for (language, text, expected) in [
            (
                "en",
                "Burst main in Elmford. We are sorry for the trouble.",
                &[Fact, Comfort][..],
            ),
            (
                "en",
                "A night without water is hard. A main pipe broke near the harbour.",
                &[Comfort, Fact],
            ),
            (
                "en",
                "We know this is frightening. A main broke. We are sorry. Boil your water.",
                &[Comfort, Fact, Comfort, More],
            ),
            (
                "en",
                "Burst main in Elmford. Boil your water.",
                &[Unsure, Fact],
            ),
            (
                "en",
                "We are sorry that 300 homes have no water. Thank you for your patience.",
                &[Fact, Comfort],
            ),
            ("en", "We are sorry that the water is off.", &[Fact]),
            ("en", "We are sorry. We apologise.", &[Unsure, Fact]),
            ("en", "The shard is closed.", &[Fact]),
            (
                "ja",
                "水道管が破裂しました。ご不便をおかけします。",
                &[Fact, Comfort],
            ),
            (
                "hi",
                "मुख्य पाइप टूट गया है। असुविधा के लिए खेद है।",
                &[Fact, Comfort],
            ),
            ("fi", "Vesijohto on rikki. Keitä vesi.", &[Unsure, Fact]),
        ] {
            assert_eq!(roles(&sentences(text), language), expected, "{text}");
        }
        assert!(roles(&[], "en").is_empty());
    }

    #[test]
    fn the_ready_notices_comfort_first_in_every_language() {
        for text in [
            include_str!("../../../playbooks/outage.json"),
            include_str!("../../../playbooks/disaster.json"),
            include_str!("../../../playbooks/hardship.json"),
            include_str!("../../../playbooks/health.json"),
            include_str!("../../../playbooks/service-crisis.json"),
        ] {
            let source = triage::source::parse(text).unwrap();
            let notice = source
                .entry("notice")
                .and_then(|notice| notice.entry("text"))
                .unwrap();
            for (language, line) in notice.entries() {
                let found = roles(&sentences(line.text()), language);
                assert_eq!(found, [Comfort, Fact], "{}", line.text());
            }
        }
    }
}
