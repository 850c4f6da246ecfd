//! The studio, as somebody who writes a playbook meets it.

mod author;
mod caret;
mod channels;
mod checks;
mod framed;
mod outlets;
mod publish;
mod questions;
mod rehearsal;
mod settings;
mod trial;
mod typed;
mod writing;

use leeward_tests::harness::Case;

pub fn cases() -> Vec<Case> {
    [
        writing::cases(),
        caret::cases(),
        trial::cases(),
        typed::cases(),
        channels::cases(),
        questions::cases(),
        settings::cases(),
        outlets::cases(),
        publish::cases(),
        checks::cases(),
        framed::cases(),
        rehearsal::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
