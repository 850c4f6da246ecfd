//! The formats as regular expressions of ECMA-262, which is what JSON Schema speaks. They accept whatever the checker
//! accepts. They refuse what it refuses, but for what no expression can count: a part of a language tag that stands
//! twice, rare letters that cannot be seen, and codes of countries and abbreviations of zones, which are in tables. `crates/cli/tests/schema.rs` compares the two.

use super::format::Format;

macro_rules! weekday {
    () => {
        "(?:mon|tue|wed|thu|fri|sat|sun)"
    };
}

/// A day of the calendar, leap years included.
macro_rules! date {
    () => {
        concat!(
            "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
            "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))",
            "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)"
        )
    };
}

macro_rules! clock {
    () => {
        "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
    };
}

/// A DNS label (RFC 1123, section 2.1).
macro_rules! label {
    () => {
        "[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?"
    };
}

/// A name of labels, the last of which isn't a number.
macro_rules! name {
    ($least:literal) => {
        concat!(
            "(?![0-9A-Za-z.-]{254})(?:",
            label!(),
            r"\.){",
            $least,
            ",}(?![0-9]+(?:[:/?#]|$))(?!0[xX])",
            label!()
        )
    };
}

macro_rules! byte {
    () => {
        "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
    };
}

/// A port from 1 to 65,535.
macro_rules! port {
    () => {
        concat!(
            "(?::(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}",
            "|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3}))?"
        )
    };
}

/// Characters of a link, but for some; those beyond ASCII that can't be seen are never among them.
macro_rules! characters {
    ($but:literal) => {
        concat!(
            "(?:%[0-9A-Fa-f]{2}|[^%",
            $but,
            r#"\u0000-\u0020"<>\\^`{|}\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5"#,
            r"\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ue000-\uf8ff",
            r"\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff])*"
        )
    };
}

/// Query and fragment (RFC 3986, sections 3.4 and 3.5).
macro_rules! query {
    () => {
        concat!(r"(?:\?", characters!("#"), ")?(?:#", characters!("#"), ")?")
    };
}

macro_rules! link {
    () => {
        concat!(
            "(?:[hH][tT][tT][pP][sS]://(?:",
            name!("0"),
            "|(?:",
            byte!(),
            r"\.){3}",
            byte!(),
            r"|\[::1\])|[hH][tT][tT][pP]://(?:[lL][oO][cC][aA][lL][hH][oO][sS][tT]|127\.0\.0\.1|\[::1\]))",
            port!(),
            "(?:/",
            characters!(r"?#\[\]"),
            ")?",
            query!()
        )
    };
}

macro_rules! id {
    () => {
        "[a-z][a-z0-9_-]{0,39}"
    };
}

/// The characters of a name before the `@` of an e-mail address.
macro_rules! atom {
    () => {
        "[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+"
    };
}

/// Encloses an expression, so that it means the whole string.
macro_rules! whole {
    ($($part:expr),+) => {
        concat!("^(?:", $($part,)+ ")$")
    };
}

impl Format {
    /// The regular expression for the whole string; `None` where any string will do.
    #[must_use]
    pub const fn pattern(self) -> Option<&'static str> {
        Some(match self {
            Self::Any => return None,
            Self::Colour => whole!("#[0-9A-Fa-f]{6}"),
            Self::Country => whole!("[A-Z]{2}"),
            Self::Date => whole!(date!()),
            Self::Days => concat!(
                "^(mon|tue|wed|thu|fri|sat|sun)(?:-(?!\\1$)",
                weekday!(),
                ")?$"
            ),
            Self::Email => whole!(
                "(?=[^@]{1,64}@)",
                atom!(),
                r"(?:\.",
                atom!(),
                ")*@",
                name!("1")
            ),
            Self::Endpoint => whole!(link!(), "|/(?!/)", characters!(r"?#\[\]"), query!()),
            Self::Id => whole!(id!()),
            Self::Keyword => r"[\p{L}\p{N}]",
            Self::LanguageTag => whole!(
                "(?:[A-Za-z]{2,3}|[A-Za-z]{5,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?",
                "(?:-(?:[0-9][0-9A-Za-z]{3}|[0-9A-Za-z]{5,8}))*",
                "(?:-[0-9A-WYZa-wyz](?:-[0-9A-Za-z]{2,8})+)*(?:-[xX](?:-[0-9A-Za-z]{1,8})+)?"
            ),
            Self::Link => whole!(link!()),
            Self::Moment => whole!(
                date!(),
                "[Tt]",
                clock!(),
                r":(?:[0-5][0-9]|60)(?:\.[0-9]+)?(?:[Zz]|[+-]",
                clock!(),
                ")"
            ),
            Self::OptionId => concat!("^(?!not_sure$)", id!(), "$"),
            Self::Pages => r"^[/*][^?#\s]*$",
            Self::Phone => whole!(
                r"(?:\+[1-9](?:[ -]?[0-9]){7,14}|[0-9](?:[ -]?[0-9]){1,14})",
                "(?:;ext=[0-9]{1,7})?"
            ),
            Self::ShortNumber => whole!(r"\+?[0-9](?:[ -]?[0-9]){1,14}"),
            Self::Span => whole!(clock!(), "-(?:", clock!(), "|24:00)"),
            Self::Timezone => whole!("[0-9A-Za-z/_+-]{1,64}"),
        })
    }
}
