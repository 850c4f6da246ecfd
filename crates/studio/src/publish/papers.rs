//! What is made of the document at work: the contact page, the contact data, the guide.

use leeward_pages::{Guide, Names, Voice};
use triage::{Playbook, Route, check, source::Node};

use crate::{asked::asked, sentence, state::Work, words::Words};

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
pub fn guide(work: &Work, locale: &str, names: &dyn Names, words: &Words) -> Option<Guide> {
    let playbook = playbook(work)?;
    let mut locales = playbook.locales().iter();
    let place = locales.position(|tag| tag == locale).unwrap_or_default();
    let voice = Voice::new(&playbook, place);
    let tree = work.document().tree();
    let routes = tree.entry("routes").map_or(&[][..], Node::elements);
    let asked = asked(tree, usize::MAX, locale);
    // The playbook leaves out what is broken, so the places may differ.
    let who = |route: &Route| {
        let id = |node: &&Node| node.entry("id").is_some_and(|id| id.text() == route.id);
        let when = routes.iter().find(id).and_then(|node| node.entry("when"));
        sentence::at(when, &asked, "guide_everybody", words)
    };
    Some(leeward_pages::guide(&playbook, &voice, names, &who))
}

/// The words of the guide's language, or the studio's.
pub fn words(locale: &str, studio: &Words) -> Words {
    Words::for_wishes(&[locale.to_owned(), studio.locale().to_owned()])
}
