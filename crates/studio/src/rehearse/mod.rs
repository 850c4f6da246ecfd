//! The rehearsal: another visitor at another moment, and what they would meet. It belongs to the studio, and neither to
//! the playbook nor to its undo history.
//!
//! | module | what it owns |
//! | --- | --- |
//! | [`flow`] | questions, routes and channels as boxes with a place |
//! | [`moment`] | moments as clocks show them |
//! | [`picks`] | moments that are worth a rehearsal |
//! | [`played`] | everything that can happen then, worked out |
//! | [`strip`] | every path as what is asked, answered and recommended |
//! | [`week`] | who can be reached, hour by hour |

pub mod flow;
pub mod moment;
pub mod picks;
pub mod played;
pub mod strip;
pub mod week;

use leeward_document::Document;
use triage::{
    Playbook, Situation,
    hours::{Offsets, Zones},
    source::parse,
    status,
};

use crate::live::{Live, Standing};
use moment::{Reading, written};

macro_rules! choices {
    ($(#[doc = $doc:literal] $name:ident { $(#[doc = $of:literal] $variant:ident = $word:literal,)+ })+) => {$(
        #[doc = $doc]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            #[default]
            $(#[doc = $of] $variant,)+
        }

        impl $name {
            /// As they are offered, the usual one first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its name in the page. What it is called is the studio's word `rehearse_` with this name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    )+};
}

/// Answers as a form sends them: the id of each question, and the values of its field.
pub type Answers = Vec<(String, Vec<String>)>;

choices! {
    /// What the visitor holds in their hands; in the preview, its width.
    Device {
        /// As much as there is room for.
        Room = "room",
        /// 360 pixels wide and 740 high.
        Phone = "phone",
        /// 768 pixels wide.
        Tablet = "tablet",
        /// 1280 pixels wide.
        Desktop = "desktop",
    }
    /// How bright the page is.
    Theme {
        /// As this device has it.
        Own = "own",
        /// Dark letters on light ground.
        Light = "light",
        /// Light letters on dark ground.
        Dark = "dark",
    }
    /// What works on the page.
    Page {
        /// Everything.
        Whole = "whole",
        /// The connection is gone, and nothing more comes.
        Offline = "offline",
        /// No script runs: what stands in the snippet is all there is.
        Bare = "bare",
    }
}

/// The visitor and the moment that are rehearsed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rehearsal {
    /// What the visitor's clock shows; `None` for now.
    pub moment: Option<Reading>,
    /// Their time zone, by its IANA name; `None` for the author's own.
    pub zone: Option<String>,
    /// Their language; `None` for the one that is written.
    pub language: Option<String>,
    /// What they hold in their hands.
    pub device: Device,
    /// How bright the page is.
    pub theme: Theme,
    /// What works on it.
    pub page: Page,
    /// Which channels fail, as a live feed would say it.
    pub live: Live,
    /// How large the picture of the flow is, in hundredths; `None` for as wide as there is room.
    pub zoom: Option<u32>,
    /// What they have answered; empty for somebody who begins.
    pub path: Answers,
}

/// A change of the rehearsal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another moment; `None` for now.
    Moment(Option<Reading>),
    /// Another time zone; `None` for the author's own.
    Zone(Option<String>),
    /// Another language; `None` for the one that is written.
    Language(Option<String>),
    /// Another device.
    Device(Device),
    /// Another theme.
    Theme(Theme),
    /// More or less of the page works.
    Page(Page),
    /// A channel, by its id, has another standing.
    Standing(String, Standing),
    /// So many minutes people wait at a channel: its id, and what was typed.
    Waits(String, String),
    /// The picture of the flow has another size.
    Zoom(Option<u32>),
    /// The visitor has answered this.
    Path(Answers),
    /// The rehearsal is over. Device and theme stay: they are how the author looks at the preview.
    Over,
}

/// What the host knows of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct World {
    /// Now, in UTC seconds.
    pub now: i64,
    /// The author's own time zone, by its IANA name.
    pub here: String,
    /// The time zones that can be chosen.
    pub zones: Vec<String>,
    /// The offsets of the playbook's zones, of the rehearsed one and of the author's own, around the rehearsed moment.
    pub offsets: Zones,
}

/// What the preview has to know of its visitor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visitor {
    /// The moment at which the rehearsal begins, in UTC seconds; `None` for now.
    pub at: Option<i64>,
    /// The time zone; `None` for the author's own.
    pub zone: Option<String>,
    /// How bright the page is.
    pub theme: Theme,
    /// What works on it.
    pub page: Page,
    /// What the live feed says; `None` for nothing.
    pub feed: Option<String>,
    /// The links of the snippet, when they may be all there is.
    pub ways: Vec<(String, String)>,
    /// What was answered.
    pub path: Answers,
}

/// For how many seconds what is rehearsed of channels holds: longer than the week that is looked at.
const HOLDS: i64 = 10 * DAY;

const DAY: i64 = 24 * 60 * 60;

impl Rehearsal {
    /// The rehearsal after a change.
    pub fn change(&mut self, change: Change) {
        match change {
            Change::Moment(moment) => self.moment = moment,
            Change::Zone(zone) => self.zone = zone,
            Change::Language(language) => self.language = language,
            Change::Device(device) => self.device = device,
            Change::Theme(theme) => self.theme = theme,
            Change::Page(page) => self.page = page,
            Change::Standing(channel, standing) => self.live.tell(&channel, standing),
            Change::Waits(channel, minutes) => self.live.wait(&channel, &minutes),
            Change::Zoom(zoom) => self.zoom = zoom,
            Change::Path(path) => self.path = path,
            Change::Over => {
                *self = Self {
                    device: self.device,
                    theme: self.theme,
                    zoom: self.zoom,
                    ..Self::default()
                }
            }
        }
    }

    /// Whether the preview's visitor lives in another world than the author.
    pub fn is_elsewhere(&self) -> bool {
        self.moment.is_some()
            || self.zone.is_some()
            || self.page != Page::Whole
            || !self.live.channels.is_empty()
    }

    /// The visitor's time zone, by its name.
    pub fn zone<'a>(&'a self, world: &'a World) -> &'a str {
        self.zone.as_deref().unwrap_or(&world.here)
    }

    /// The offsets of the visitor's time zone.
    pub fn offsets<'a>(&self, world: &'a World) -> Option<&'a Offsets> {
        world.offsets.get(self.zone(world))
    }

    /// The rehearsed moment, in UTC seconds.
    pub fn instant(&self, world: &World) -> i64 {
        let other = self.moment.zip(self.offsets(world));
        other.map_or(world.now, |(moment, zone)| moment.instant(zone))
    }

    /// What the visitor's clock shows.
    pub fn reading(&self, world: &World) -> Option<Reading> {
        let zone = self.offsets(world)?;
        Some(self.moment.unwrap_or_else(|| Reading::at(world.now, zone)))
    }

    /// What the live feed says then.
    fn feed(&self, instant: i64) -> Option<String> {
        let says = !self.live.channels.is_empty();
        // The same all day long: the preview begins afresh when it changes.
        let made = instant - instant.rem_euclid(DAY);
        says.then(|| self.live.feed(&written(made), &written(made + HOLDS)))
    }

    /// All that the engine knows of the world then.
    pub fn situation(&self, playbook: &Playbook, world: &World) -> Situation {
        let now = self.instant(world);
        let feed = self.feed(now).and_then(|feed| parse(&feed).ok());
        Situation {
            now,
            zones: world.offsets.clone(),
            status: feed.map_or_else(Default::default, |feed| status::read(&feed, playbook, now)),
            ..Situation::default()
        }
    }

    /// The visitor for the preview. Without a world, the moment is now.
    pub fn visitor(&self, document: &Document, world: Option<&World>) -> Visitor {
        let at = world.filter(|_| self.moment.is_some());
        let at = at.map(|world| self.instant(world));
        let ways = match self.page {
            Page::Whole => Vec::new(),
            Page::Offline | Page::Bare => crate::snippet::ways(document.tree()),
        };
        Visitor {
            at,
            zone: self.zone.clone(),
            theme: self.theme,
            page: self.page,
            feed: world.and_then(|world| self.feed(self.instant(world))),
            ways,
            path: self.path.clone(),
        }
    }
}

/// A place by the name of its time zone: `Asia/Kolkata` is `Kolkata`.
pub fn city(zone: &str) -> String {
    let last = zone.rsplit('/').next().unwrap_or(zone);
    last.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::{Change, Device, Page, Rehearsal, World, city};
    use crate::{live::Standing, rehearse::moment::Reading};
    use leeward_document::Document;
    use triage::{
        check,
        hours::{Offsets, Zones},
        status::State,
    };

    const OUTAGE: &str = include_str!("../../../../playbooks/outage.json");

    fn world() -> World {
        let mut offsets = Zones::default();
        offsets.insert("Asia/Kolkata", Offsets::new(vec![(0, 19_800)]).unwrap());
        offsets.insert("Europe/London", Offsets::new(vec![(0, 0)]).unwrap());
        World {
            now: 1_795_860_000,
            here: "Europe/London".into(),
            zones: Vec::new(),
            offsets,
        }
    }

    #[test]
    fn a_rehearsal_is_another_moment_in_another_place_with_a_phone_down_until_it_is_over() {
        let (mut rehearsal, world) = (Rehearsal::default(), world());
        let document = Document::read(OUTAGE).unwrap();
        assert!(!rehearsal.is_elsewhere());
        assert_eq!(
            rehearsal.visitor(&document, Some(&world)),
            Default::default()
        );
        for change in [
            Change::Moment(Reading::parse("2026-11-29T03:00")),
            Change::Zone(Some("Asia/Kolkata".into())),
            Change::Standing("any_hour_phone".into(), Standing::Down),
            Change::Device(Device::Phone),
            Change::Page(Page::Bare),
        ] {
            rehearsal.change(change);
        }
        assert!(rehearsal.is_elsewhere());
        let visitor = rehearsal.visitor(&document, Some(&world));
        assert_eq!(visitor.at, Some(1_795_901_400));
        assert!(visitor.feed.unwrap().contains("2026-11-28T00:00:00Z"));
        assert_eq!(visitor.ways[0].0, "tel:+442079460101");
        let playbook = check(document.tree().clone()).playbook.unwrap();
        let situation = rehearsal.situation(&playbook, &world);
        assert_eq!(situation.now, 1_795_901_400);
        assert_eq!(situation.status.channels[0].1.state, State::Down);
        rehearsal.change(Change::Over);
        assert!(!rehearsal.is_elsewhere());
        assert_eq!(rehearsal.device, Device::Phone);
    }

    #[test]
    fn places_are_called_by_their_city() {
        assert_eq!(city("America/Argentina/Buenos_Aires"), "Buenos Aires");
        assert_eq!(city("UTC"), "UTC");
    }
}
