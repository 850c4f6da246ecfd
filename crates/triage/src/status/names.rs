//! Which channels a component of a status page stands for. On pages `loader/feed.js` compares names in the same way.

use unicode_normalization::UnicodeNormalization as _;

use crate::{
    playbook::{ChannelId, Playbook},
    text::Text,
};

/// A name as names are compared: without capitals, accents, widths and signs, so that `it_chat` is "IT Chat".
///
/// A keyword is compared by [`crate::fold`], which every visitor downloads; status pages are read by few, so that all of
/// Unicode's compatibility decomposition (UAX #15) can be had here.
pub(crate) fn fold(name: &str) -> String {
    let letters: String = name.nfkd().collect();
    let letters = letters.to_lowercase();
    let is_accent = |letter: &char| ('\u{300}'..='\u{36f}').contains(letter);
    let letters: String = letters.chars().filter(|it| !is_accent(it)).collect();
    let words = letters.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The names by which a playbook's channels go.
pub(crate) struct Names {
    /// Those that the playbook's `status` has: nothing else counts for these.
    chosen: Vec<(String, ChannelId)>,
    /// Ids, and names in each language.
    own: Vec<(String, ChannelId)>,
}

impl Names {
    pub fn of(playbook: &Playbook) -> Self {
        let chosen = playbook.status_components().iter();
        let own = playbook.channel_ids().flat_map(|id| {
            let channel = playbook.channel(id);
            let names: Vec<&String> = match &channel.name {
                Text::Same(name) => vec![name],
                Text::ByLocale(names) => names.iter().flatten().collect(),
            };
            let names = names.into_iter().chain([&channel.id]);
            names.map(move |name| (fold(name), id)).collect::<Vec<_>>()
        });
        Self {
            chosen: chosen.map(|(name, id)| (fold(name), *id)).collect(),
            own: own.collect(),
        }
    }

    /// The channels for which a component of that name stands, each once.
    pub fn called(&self, name: &str) -> Vec<ChannelId> {
        let name = fold(name);
        if name.is_empty() {
            return Vec::new();
        }
        let of = |names: &[(String, ChannelId)]| {
            let called = names.iter().filter(|(known, _)| *known == name);
            let mut ids: Vec<ChannelId> = called.map(|(_, id)| *id).collect();
            ids.dedup();
            ids
        };
        let mut chosen = of(&self.chosen);
        // Of two entries alike, the last one counts, as in the browser.
        match chosen.pop() {
            Some(id) => vec![id],
            None => of(&self.own),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn names_are_alike_that_are_alike_to_people() {
        for (name, folded) in [
            ("support_chat", "support chat"),
            ("  Support–CHAT ", "support chat"),
            ("ＩＴ　チャット", "it チャット"),
            ("Ｔéléphone", "telephone"),
            ("Te\u{301}le\u{301}phone", "telephone"),
            ("ﾁｬｯﾄ", "チャット"),
            ("İstanbul", "istanbul"),
            ("ΟΔΟΣ", "οδος"),
            ("— (…)", ""),
        ] {
            assert_eq!(fold(name), fold(folded), "{name}");
        }
        assert_ne!(fold("Phone"), fold("Phones"));
        assert_ne!(fold("फ़ोन"), fold("फ़न"));
    }
}
