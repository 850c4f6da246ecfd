//! Which screens there are, in which languages, and what is said of them.

use anyhow::{Context as _, Result};
use leeward_tests::site;
use serde_json::Value;

use crate::camera::Device;

/// The playbook of the pictures.
pub const PLAYBOOK: &str = "/playbooks/service-crisis.json";

/// The Sunday after the storm, for which the playbook is written.
pub const MOMENT: &str = "2026-11-22T10:00:00+09:00";

/// A language, and somebody who speaks it.
pub struct Language {
    /// Its tag.
    pub tag: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// Where that person is.
    pub zone: &'static str,
    /// What they write about the one thing, and as a message.
    pub wish: &'static str,
    /// What they see it on.
    pub devices: &'static [Device],
}

/// The languages of the gallery. Some of the visitors are where the company's clock is not theirs, and one is where no
/// number for danger to life is known to be the right one.
const LANGUAGES: [Language; 5] = [
    Language {
        tag: "en",
        name: "English",
        zone: "Europe/London",
        wish: "The rent is due on Friday.",
        devices: &Device::ALL,
    },
    Language {
        tag: "ja",
        name: "Japanese",
        zone: "Asia/Tokyo",
        wish: "金曜日に家賃を払わなければなりません。",
        devices: &Device::ALL,
    },
    Language {
        tag: "hi",
        name: "Hindi",
        zone: "Asia/Kolkata",
        wish: "शुक्रवार को किराया देना है।",
        devices: &Device::ALL,
    },
    Language {
        tag: "ar",
        name: "Arabic",
        zone: "Asia/Tokyo",
        wish: "موعد الإيجار يوم الجمعة.",
        devices: &Device::ALL,
    },
    Language {
        tag: "zh-Hans",
        name: "Simplified Chinese",
        zone: "Asia/Shanghai",
        wish: "星期五要交房租。",
        devices: &[Device::Phone],
    },
];

/// A screen of the gallery.
pub struct Screen {
    /// The name of its folder.
    pub name: &'static str,
    /// Its heading on the page, and the alternative text of its pictures.
    pub title: &'static str,
    /// What to look at.
    pub about: &'static str,
}

/// All screens, in the order of a journey.
pub const SCREENS: &[Screen] = &[
    Screen {
        name: "launcher",
        title: "The launcher on a page",
        about: "All that is there before somebody wants help.",
    },
    Screen {
        name: "welcome",
        title: "Welcome",
        about: "What is known, the line for danger to life, and the way in.",
    },
    Screen {
        name: "choice",
        title: "A question: one of several",
        about: "The first question of the journey, answered.",
    },
    Screen {
        name: "yes-no",
        title: "A question: yes or no",
        about: "With the reason why it is asked.",
    },
    Screen {
        name: "some",
        title: "A question: some of several",
        about: "Two of the options are ticked.",
    },
    Screen {
        name: "number",
        title: "A question: a number",
        about: "Any digits are taken.",
    },
    Screen {
        name: "ranking",
        title: "A question: a ranking",
        about: "The last option has been moved up by one.",
    },
    Screen {
        name: "text",
        title: "A question: free text",
        about: "The last question of somebody for whom nothing is solved yet.",
    },
    Screen {
        name: "error",
        title: "A complaint about an answer",
        about: "Above everything, with the focus, and once more at the field.",
    },
    Screen {
        name: "result",
        title: "Result",
        about: "The best option and a second one.",
    },
    Screen {
        name: "result-below",
        title: "Result, further down",
        about: "What to expect, a story, and what helps in the meantime.",
    },
    Screen {
        name: "danger",
        title: "Result of danger to life",
        about: "Numbers for danger to life come first, then who can help.",
    },
    Screen {
        name: "contacts",
        title: "All ways to make contact",
        about: "One press away from every step.",
    },
    Screen {
        name: "message",
        title: "The message form",
        about: "For those who would rather write.",
    },
    Screen {
        name: "message-failed",
        title: "A message that was not sent",
        about: "It is said so, nothing is lost, and other ways are at hand.",
    },
    Screen {
        name: "message-sent",
        title: "A message that was sent",
        about: "Where the answer will come.",
    },
    Screen {
        name: "forced-welcome",
        title: "Welcome, in the visitor’s own colours",
        about: "Forced colours: what is chosen, and what can be pressed, shows without ours.",
    },
    Screen {
        name: "forced-result",
        title: "Result, in the visitor’s own colours",
        about: "Both options keep their edges.",
    },
    Screen {
        name: "inline",
        title: "In an article",
        about: "The layout `inline`, on a page of its own.",
    },
    Screen {
        name: "page",
        title: "A contact page",
        about: "The layout `page`: the questions, and every channel.",
    },
    Screen {
        name: "banner",
        title: "A banner",
        about: "The layout `banner`, filled by the playbook: a number and one button, and on a desk what is known.",
    },
    Screen {
        name: "list",
        title: "The contact list of the safe layer",
        about: "What is there when the questions can't be loaded.",
    },
];

/// The languages of the gallery that the playbook has, and the tags of those that it lacks.
pub fn languages() -> Result<(Vec<Language>, Vec<&'static str>)> {
    let playbook: Value = serde_json::from_slice(&site::file(PLAYBOOK)?)?;
    let spoken = playbook["locales"].as_array().context("no locales")?;
    let speaks = |language: &Language| spoken.iter().any(|tag| tag == language.tag);
    let (there, missing): (Vec<_>, Vec<_>) = LANGUAGES.into_iter().partition(speaks);
    Ok((there, missing.iter().map(|language| language.tag).collect()))
}
