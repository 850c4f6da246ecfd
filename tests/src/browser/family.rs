//! Which browsers there are, which of them a run uses, and what each can't do.

use std::fmt;

use anyhow::{Result, bail};

use super::firefox;

/// The variable that chooses: names, separated by commas.
const CHOICE: &str = "LEEWARD_BROWSER";

/// Browsers that share an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Chromium with chromedriver; its own tools (CDP) can break what no other browser can.
    Chromium,
    /// Firefox with geckodriver; what plain WebDriver lacks comes by WebDriver BiDi.
    Firefox,
    /// WebKitGTK's MiniBrowser with WebKitWebDriver, on a screen that nobody looks at; it has plain WebDriver only.
    WebKit,
}

/// What a case needs and not every browser has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The commands of Chromium's own tools.
    Tools,
    /// A time zone other than `Asia/Tokyo`.
    Zones,
    /// A connection that can be cut.
    Offline,
    /// A page narrower than a window can be.
    Phone,
    /// Pages that are kept in memory for the way back.
    Keeping,
    /// Pages that are made ready before anybody has asked for them.
    Speculation,
}

impl Family {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name, as it is typed and shown.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The ones that this run is to use: those that were asked for, or Chromium and, where its driver is, Firefox.
    pub fn chosen() -> Result<Vec<Self>> {
        match std::env::var(CHOICE) {
            Ok(choice) => parse(&choice),
            Err(_) if firefox::is_there() => Ok(vec![Self::Chromium, Self::Firefox]),
            // A machine without it must fail, and not pass with nothing tested.
            Err(_) => Ok(vec![Self::Chromium]),
        }
    }

    /// Why this browser can't give a case what it needs, if it can't.
    #[must_use]
    pub const fn lacks(self, need: Need) -> Option<&'static str> {
        match (self, need) {
            (Self::Chromium, _) => None,
            (_, Need::Tools) => Some("needs commands of Chromium's own tools"),
            (_, Need::Keeping) => Some("needs pages that are kept while the browser is driven"),
            (_, Need::Speculation) => Some("needs speculation rules"),
            (Self::Firefox, _) => None,
            (Self::WebKit, Need::Zones) => Some("needs a time zone of its own"),
            (Self::WebKit, Need::Offline) => Some("needs a connection that can be cut"),
            (Self::WebKit, Need::Phone) => Some("needs a page narrower than a window can be"),
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

fn parse(choice: &str) -> Result<Vec<Family>> {
    let mut families = Vec::new();
    for word in choice.split(',').map(str::trim) {
        let known = Family::ALL.iter().find(|family| family.name() == word);
        let Some(family) = known else {
            let names: Vec<&str> = Family::ALL.iter().map(|family| family.name()).collect();
            bail!(
                "{CHOICE}: no browser \"{word}\"; the tests know {}",
                names.join(", ")
            );
        };
        if !families.contains(family) {
            families.push(*family);
        }
    }
    Ok(families)
}
