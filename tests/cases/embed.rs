//! The embed suite: the snippet on the pages of `tests/embed/`, each with something that customers' pages have around
//! it. One file here per theme.

mod frames;
mod injection;
mod keys;
mod language;
mod lifecycle;
mod modals;
mod playbooks;
mod scripts;
mod slow;
mod styles;
mod surroundings;
mod translated;

pub use surroundings::policies;

use leeward_tests::harness::Case;

pub fn cases() -> Vec<Case> {
    let themes = [
        scripts::cases(),
        injection::cases(),
        frames::cases(),
        styles::cases(),
        surroundings::cases(),
        slow::cases(),
        lifecycle::cases(),
        playbooks::cases(),
        keys::cases(),
        modals::cases(),
        translated::cases(),
        language::cases(),
    ];
    themes.into_iter().flatten().collect()
}
