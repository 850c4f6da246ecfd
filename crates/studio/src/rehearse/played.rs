//! Everything that can happen at the rehearsed moment, worked out at once.

use std::rc::Rc;

use leeward_document::Document;
use triage::{Picture, Playbook, check, picture};

use super::{
    Rehearsal, World,
    moment::Reading,
    picks::{Pick, picks},
    strip::{Strips, strips},
    week::{Week, weeks},
};

/// What was worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    /// Moments that are worth a rehearsal.
    pub picks: Vec<(Pick, Reading)>,
    /// Every path.
    pub strips: Strips,
    /// The week, for each language.
    pub weeks: Vec<Week>,
    /// Questions, routes and channels as boxes and arrows.
    pub picture: Picture,
    /// The playbook whose they are.
    pub playbook: Rc<Playbook>,
}

/// Plays a document; nothing while visitors could not be helped with it, or when nobody knows the visitor's clock.
pub fn play(
    document: &Document,
    rehearsal: &Rehearsal,
    world: &World,
    locale: &str,
) -> Option<Played> {
    let playbook = check(document.tree().clone()).playbook?;
    let situation = rehearsal.situation(&playbook, world);
    let clock = rehearsal.offsets(world)?;
    let today = Reading::at(world.now, clock);
    let place = playbook.locales().iter().position(|known| known == locale);
    let picks = picks(&playbook, place.unwrap_or_default(), today);
    let weeks = weeks(&playbook, &situation, clock);
    // As in the widget, what has expired is asked for nobody's sake.
    let playbook = Rc::new(playbook.without_expired(situation.today()));
    Some(Played {
        picks,
        strips: strips(&playbook, locale, &situation),
        weeks,
        picture: picture(&playbook),
        playbook,
    })
}
