//! Where texts go, and how much of a text each place takes.

use crate::{sms, weight};

/// Where a text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outlet {
    /// A text message.
    Sms,
    /// An e-mail, with a subject.
    Email,
    /// A post on X, or of its size.
    X,
    /// A post on Facebook, or of its size.
    Facebook,
    /// A message on LINE.
    Line,
    /// An entry on a status page, with a title.
    Status,
    /// A banner on a website.
    Banner,
    /// What a caller hears.
    Phone,
}

impl Outlet {
    /// Every outlet, the most urgent first.
    pub const ALL: [Self; 8] = [
        Self::Sms,
        Self::Email,
        Self::X,
        Self::Facebook,
        Self::Line,
        Self::Status,
        Self::Banner,
        Self::Phone,
    ];

    /// Its name on the command line and in drafts; must never change.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::Email => "email",
            Self::X => "x",
            Self::Facebook => "facebook",
            Self::Line => "line",
            Self::Status => "status",
            Self::Banner => "banner",
            Self::Phone => "phone",
        }
    }

    /// The outlet of a name.
    ///
    /// ```
    /// use leeward_outlets::Outlet;
    /// assert_eq!(Outlet::from_name("sms"), Some(Outlet::Sms));
    /// assert_eq!(Outlet::from_name("fax"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outlet| outlet.name() == name)
    }

    /// Whether its texts have a title of their own: a subject, a headline.
    #[must_use]
    pub const fn has_title(self) -> bool {
        matches!(self, Self::Email | Self::Status)
    }

    /// How it counts, and how much it takes at the most.
    const fn limit(self) -> (Unit, Option<usize>) {
        match self {
            Self::Sms => (Unit::Segments, None),
            Self::Email | Self::Status => (Unit::Characters, None),
            Self::X => (Unit::Weight, Some(280)),
            Self::Facebook => (Unit::Characters, Some(63_206)),
            Self::Line => (Unit::Characters, Some(500)),
            Self::Banner => (Unit::Weight, Some(200)),
            // What is read out in less than a minute.
            Self::Phone => (Unit::Weight, Some(700)),
        }
    }
}

/// What a title may weigh, so that a phone shows the most of it (RFC 5322, section 2.1.1, has the same number for lines).
const TITLE: usize = 78;

/// In what an outlet counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Segments of a text message.
    Segments,
    /// UTF-16 code units: nearly everywhere what people call a character.
    Characters,
    /// As X counts: letters of Chinese, Japanese and Korean twice, a link as 23.
    Weight,
}

/// What may be wished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// How many segments a text message may have; without a wish one in the alphabet of phones (GSM-7), else two.
    pub segments: Option<usize>,
}

/// How long a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// In what it is counted.
    pub unit: Unit,
    /// How much there is.
    pub used: usize,
    /// How much there may be; `None` when there is no limit.
    pub most: Option<usize>,
    /// More about a text message.
    pub sms: Option<sms::Size>,
}

impl Count {
    /// Whether it isn't too long.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.most.is_none_or(|most| self.used <= most)
    }
}

/// How long the text of an outlet is.
///
/// ```
/// use leeward_outlets::{Outlet, Wishes, count};
/// assert!(count(Outlet::X, &"あ".repeat(140), Wishes::default()).fits());
/// assert!(!count(Outlet::X, &"あ".repeat(141), Wishes::default()).fits());
/// ```
#[must_use]
pub fn count(outlet: Outlet, text: &str, wishes: Wishes) -> Count {
    let (unit, most) = outlet.limit();
    let sms = (unit == Unit::Segments).then(|| sms::measure(text));
    let most = sms.as_ref().map_or(most, |size| {
        let usual = match size.encoding {
            sms::Encoding::Gsm7 => 1,
            sms::Encoding::Ucs2 => 2,
        };
        Some(wishes.segments.unwrap_or(usual))
    });
    let used = match (unit, &sms) {
        (Unit::Segments, Some(size)) => size.segments,
        (Unit::Weight, _) => weight(text),
        _ => text.encode_utf16().count(),
    };
    Count {
        unit,
        used,
        most,
        sms,
    }
}

/// How long a title is.
#[must_use]
pub fn count_title(title: &str) -> Count {
    Count {
        unit: Unit::Weight,
        used: weight(title),
        most: Some(TITLE),
        sms: None,
    }
}
