//! The studio, as somebody who writes a playbook meets it.

mod author;
mod checks;
mod publish;
mod questions;
mod settings;
mod writing;

use leeward_tests::harness::Case;

pub fn cases() -> Vec<Case> {
    [
        writing::cases(),
        questions::cases(),
        settings::cases(),
        publish::cases(),
        checks::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
