//! Instatus: `GET /summary.json` (its help pages, "Status page JSON"). It names no components, so it says
//! nothing about channels.

use super::{Status, incidents, text};
use crate::{
    hours::{Date, parse_moment},
    source::Node,
};

pub(super) fn read(feed: &Node, status: &mut Status) {
    status.incidents = incidents(feed, "activeIncidents", |node| {
        moment(text(node, "started"))
    });
    status.maintenances = incidents(feed, "activeMaintenances", |node| {
        moment(text(node, "start"))
    });
}

/// A moment in RFC 3339, or as JavaScript's `Date` writes itself: `Tue Nov 24 2026 08:00:00 GMT+0000 (…)`.
fn moment(text: &str) -> Option<i64> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    parse_moment(text).or_else(|| {
        let mut words = text.split(' ').skip(1);
        let (month, day, year) = (words.next()?, words.next()?, words.next()?);
        let (time, zone) = (words.next()?, words.next()?);
        let month = MONTHS.find(month).filter(|place| place % 3 == 0)? / 3 + 1;
        let month = [if month < 10 { "0" } else { "" }, &month.to_string()].concat();
        let date = [year, "-", &month, "-", day].concat();
        Date::parse(&date)?;
        let (hours, minutes) = zone.strip_prefix("GMT")?.split_at_checked(3)?;
        parse_moment(&[&date, "T", time, hours, ":", minutes].concat())
    })
}
