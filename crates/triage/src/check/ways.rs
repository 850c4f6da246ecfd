//! What is said of locales without two ways that never close: which channels count, and which would if they were
//! mended. Without that, whoever has just written `"always": true` can't see why the same words come back.

use super::reader::Reader;
use crate::{
    playbook::{Channel, Kind},
    problem::Code,
    source::Node,
};

/// The ways of some locales.
#[derive(PartialEq, Eq)]
struct Ways {
    /// The ids of channels that never close, and their kinds.
    counted: Vec<(String, &'static str)>,
    /// Those of channels that would never close, were nothing wrong with them.
    hoped: Vec<(String, String)>,
}

impl Reader<'_> {
    /// Reports the locales that lack a way; those that lack the same together.
    pub fn report_lacking(&mut self, node: &Node, lacking: &[String]) {
        let mut groups: Vec<(Ways, Vec<&str>)> = Vec::new();
        for locale in lacking {
            let ways = self.ways(locale);
            match groups.iter_mut().find(|(known, _)| *known == ways) {
                Some((_, locales)) => locales.push(locale),
                None => groups.push((ways, vec![locale.as_str()])),
            }
        }
        for (ways, locales) in groups {
            let message = [
                "visitors in \"",
                &locales.join("\", \""),
                "\" need two channels of different kinds that have \"always\": true, so that they find two ways to \
                 reach you at any hour; ",
                &ways.told(),
            ];
            self.findings.report(node, Code::NoWayOut, &message);
        }
    }

    fn ways(&self, locale: &str) -> Ways {
        let channels = self.channels.iter();
        let counts = |channel: &&Channel| channel.is_always() && channel.speaks(locale);
        let counted: Vec<_> = channels
            .filter(counts)
            .map(|channel| (channel.id.clone(), channel.kind().name()))
            .collect();
        let is_read = |id: &str| self.channels.iter().any(|channel| channel.id == id);
        let speaks = |languages: &[String]| {
            let mut languages = languages.iter();
            languages.len() == 0 || languages.any(|tag| crate::locale::covers(tag, locale))
        };
        let hopes = self.hopes.iter();
        let hoped = hopes
            .filter(|hope| !is_read(&hope.id) && speaks(&hope.languages))
            .map(|hope| (hope.id.clone(), hope.kind.clone()))
            .collect();
        Ways { counted, hoped }
    }
}

impl Ways {
    /// What there is so far, and what to do.
    fn told(&self) -> String {
        let counted: Vec<&str> = self.counted.iter().map(|(id, _)| id.as_str()).collect();
        let hoped: Vec<&str> = self.hoped.iter().map(|(id, _)| id.as_str()).collect();
        let so_far = match counted[..] {
            [] => "none counts so far".to_owned(),
            [one] => ["only \"", one, "\" counts so far"].concat(),
            _ => [&listed(&counted), " are of the same kind"].concat(),
        };
        if hoped.is_empty() {
            return [&so_far, "; add ", self.cure()].concat();
        }
        let mended = if hoped.len() == 1 {
            " will count once it is mended"
        } else {
            " will count once they are mended"
        };
        let cure = if self.is_enough() {
            String::new()
        } else {
            ["; then add ", self.cure()].concat()
        };
        [&so_far, ", but ", &listed(&hoped), mended, &cure].concat()
    }

    /// Whether there are two kinds once everything is mended.
    fn is_enough(&self) -> bool {
        let counted = self.counted.iter().map(|(_, kind)| *kind);
        let mut kinds = counted.chain(self.hoped.iter().map(|(_, kind)| kind.as_str()));
        let first = kinds.next();
        kinds.any(|kind| Some(kind) != first)
    }

    fn cure(&self) -> &'static str {
        let mut kinds = self.counted.iter().map(|(_, kind)| *kind);
        let mut hoped = self.hoped.iter().map(|(_, kind)| kind.as_str());
        if kinds.len() + hoped.len() == 0 {
            "a form and an e-mail address, for example"
        } else if kinds.any(|kind| kind == Kind::Form.name())
            || hoped.any(|kind| kind == Kind::Form.name())
        {
            "an e-mail address, for example"
        } else {
            "a form, for example"
        }
    }
}

fn listed(ids: &[&str]) -> String {
    ["\"", &ids.join("\" and \""), "\""].concat()
}
