//! What is made of the document at work: the contact page, the contact data, the guide.

use leeward_pages::{Guide, Names, Phrases, Voice};
use triage::{Label, Playbook, Question, Test, check};

use crate::{state::Work, words::Words};

/// The playbook at work; `None` while visitors couldn't be helped with it.
pub fn playbook(work: &Work) -> Option<Playbook> {
    check(work.document().tree().clone()).playbook
}

/// The contact data, as it is pasted into a page.
pub fn data(playbook: &Playbook, around: &dyn super::Around, site: Option<&str>) -> String {
    let data = leeward_pages::contact_data(playbook, around, around.today(), site);
    format!("<script type=\"application/ld+json\">\n{data}</script>")
}

/// The guide in a language of the playbook. What isn't in the playbook is said in that language where there are words
/// for it, else in the studio's.
pub fn guide(playbook: &Playbook, locale: &str, names: &dyn Names, words: &Words) -> Guide {
    let mut locales = playbook.locales().iter();
    let place = locales.position(|tag| tag == locale).unwrap_or_default();
    let voice = Voice::new(playbook, place);
    let sayings = Sayings {
        voice: &voice,
        words,
    };
    leeward_pages::guide(playbook, &voice, names, &sayings)
}

/// The words of the guide's language, or the studio's.
pub fn words(locale: &str, studio: &Words) -> Words {
    Words::for_wishes(&[locale.to_owned(), studio.locale().to_owned()])
}

/// Conditions in sentences, by what visitors read.
struct Sayings<'a> {
    voice: &'a Voice<'a>,
    words: &'a Words,
}

impl Phrases for Sayings<'_> {
    fn always(&self) -> String {
        self.words.say("guide_everybody")
    }

    fn never(&self) -> String {
        self.words.say("guide_nobody")
    }

    fn and(&self) -> String {
        self.words.say("guide_and")
    }

    fn or(&self) -> String {
        self.words.say("guide_or")
    }

    fn not(&self, part: &str) -> String {
        self.words.fill("guide_not", &[("part", part)])
    }

    fn tested(&self, question: &Question, test: &Test) -> String {
        let option = |place: &usize| {
            let option = question.kind.options().get(*place);
            option.map_or(String::new(), |option| self.voice.said(&option.text))
        };
        let answers = |answers: Vec<String>| {
            let quoted = answers.iter().map(|answer| {
                let answer = answer.trim();
                self.words.fill("guide_quoted", &[("words", answer)])
            });
            quoted.collect::<Vec<_>>().join(&self.words.say("guide_or"))
        };
        let (key, answer) = match test {
            Test::IsAnyOf(places) => ("guide_is", answers(places.iter().map(option).collect())),
            Test::IsYes(true) => ("guide_is", answers(vec![self.voice.label(Label::Yes)])),
            Test::IsYes(false) => ("guide_is", answers(vec![self.voice.label(Label::No)])),
            Test::IsNotSure => ("guide_is", answers(vec![self.voice.label(Label::NotSure)])),
            Test::Includes(place) => ("guide_includes", answers(vec![option(place)])),
            Test::First(place) => ("guide_first", answers(vec![option(place)])),
            Test::AtLeast(least) => ("guide_at_least", least.to_string()),
            Test::Below(bound) => ("guide_below", bound.to_string()),
            Test::Answered(true) => ("guide_answered", String::new()),
            Test::Answered(false) => ("guide_unanswered", String::new()),
            Test::Mentions(keywords) => ("guide_mentions", keywords.len().to_string()),
        };
        let question = self.voice.said(&question.text);
        let question = self.words.fill("guide_quoted", &[("words", &question)]);
        self.words
            .fill(key, &[("question", &question), ("answer", &answer)])
    }
}
