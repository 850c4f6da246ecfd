//! What the browser knows of the time zones that a playbook names, as plain data.

use leeward_document::Path;
use triage::{
    Code, Problem,
    hours::{Offsets, Zones},
    source::{Node, Value},
    zones::cure_of,
};

use crate::shapes;

/// A time zone as the browser knows it, or doesn't.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// The name that the playbook has for it.
    pub name: String,
    /// Its offsets from some days ago to a year ahead; `None` where the browser knows no such zone.
    pub offsets: Option<Offsets>,
    /// The zones that may be meant by a name that the browser doesn't know, the likeliest first.
    pub near: Vec<String>,
}

/// The zones that have been asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clocks(Vec<Zone>);

impl Clocks {
    /// Takes in what the browser knows.
    pub fn learn(&mut self, zones: Vec<Zone>) {
        self.0
            .retain(|known| zones.iter().all(|zone| zone.name != known.name));
        self.0.extend(zones);
    }

    /// The zones that a playbook names and that nobody has asked for yet.
    pub fn unasked(&self, tree: &Node) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for (_, node) in named(tree) {
            let name = node.text();
            let is_known = self.0.iter().any(|zone| zone.name == name);
            if !is_known && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// The offsets, for the engine.
    pub fn zones(&self) -> Zones {
        let mut zones = Zones::default();
        for zone in &self.0 {
            if let Some(offsets) = &zone.offsets {
                zones.insert(&zone.name, offsets.clone());
            }
        }
        zones
    }

    /// The zones that may be meant by a name.
    pub fn near(&self, name: &str) -> Vec<&str> {
        let zone = self.0.iter().find(|zone| zone.name == name);
        let near = zone.map_or(&[][..], |zone| &zone.near);
        near.iter().map(String::as_str).collect()
    }

    /// The zones that a playbook names and that the browser doesn't know, as the command line tells them. What doesn't
    /// even look like a zone, the checker has noted.
    pub fn unknown(&self, tree: &Node, noted: &[Problem]) -> Vec<Problem> {
        let unknown = named(tree).into_iter().filter(|(path, node)| {
            let path = path.to_string();
            let is_unknown = |zone: &&Zone| zone.name == node.text() && zone.offsets.is_none();
            self.0.iter().any(|zone| is_unknown(&zone))
                && !noted.iter().any(|problem| problem.path == path)
        });
        let problem = |(path, node): (Path, &Node)| {
            let name = node.text();
            let cure = match self.near(name)[..] {
                [near] => format!("did you mean \"{near}\"?"),
                ref several => cure_of(several),
            };
            Problem {
                code: Code::BadHours,
                path: path.to_string(),
                span: node.span,
                message: format!("there is no time zone \"{name}\"; {cure}"),
            }
        };
        unknown.map(problem).collect()
    }
}

/// The places at which zones are named.
fn named(tree: &Node) -> Vec<(Path, &Node)> {
    let hours = Path::default().name("hours");
    let lines = Path::default().name("emergency").name("lines");
    let entries = hours.find(tree).map_or(&[][..], Node::entries).iter();
    let of_hours = entries.filter_map(|(name, node)| {
        Some((hours.name(name).name("timezone"), node.entry("timezone")?))
    });
    let elements = lines.find(tree).map_or(&[][..], Node::elements).iter();
    let of_lines = elements.enumerate().flat_map(|(place, node)| {
        let path = lines.place(place).name("timezones");
        let zones = node.entry("timezones").map_or(&[][..], Node::elements);
        let zones = zones.iter().enumerate();
        zones.map(move |(place, zone)| (path.place(place), zone))
    });
    let is_name = |(path, node): &(Path, &Node)| {
        matches!(node.value, Value::String(_)) && shapes::at(tree, path).is_some()
    };
    of_hours.chain(of_lines).filter(is_name).collect()
}

#[cfg(test)]
mod tests {
    use super::{Clocks, Zone};
    use triage::{hours::Offsets, source::parse};

    #[test]
    fn each_zone_is_asked_for_once_and_one_that_nobody_knows_is_told() {
        let tree = parse(
            r#"{ "hours": { "a": { "timezone": "Asia/Tokyo" }, "b": { "timezone": "Asia/Tokio" }, "c": { "timezone": 9 } }, "emergency": { "lines": [ { "timezones": ["Asia/Tokyo"] } ] } }"#,
        )
        .unwrap();
        let mut clocks = Clocks::default();
        assert_eq!(clocks.unasked(&tree), ["Asia/Tokyo", "Asia/Tokio"]);
        assert_eq!(clocks.unknown(&tree, &[]), [], "nobody was asked");
        let zone = |name: &str, offset: Option<i32>, near: Option<&str>| Zone {
            name: name.to_owned(),
            offsets: offset.and_then(|offset| Offsets::new(vec![(0, offset)])),
            near: near.map(str::to_owned).into_iter().collect(),
        };
        clocks.learn(vec![
            zone("Asia/Tokyo", Some(32_400), None),
            zone("Asia/Tokio", None, Some("Asia/Tokyo")),
        ]);
        assert!(clocks.unasked(&tree).is_empty());
        let unknown = clocks.unknown(&tree, &[]);
        let told: Vec<_> = unknown.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [r#"hours.b.timezone: there is no time zone "Asia/Tokio"; did you mean "Asia/Tokyo"?"#]
        );
        assert_eq!(clocks.unknown(&tree, &unknown), [], "it is noted already");
        assert!(clocks.zones().get("Asia/Tokyo").is_some());
    }
}
