//! What a string must be like, where it isn't for reading.

#[cfg(feature = "advice")]
use super::synonyms::language_of_country;
use crate::{
    answer::Answer,
    fold::Keyword,
    hours::{Date, Span, parse_days, parse_moment},
    link,
    locale::is_well_formed,
    problem::Code,
};
#[cfg(feature = "advice")]
use crate::{colour::Colour, zones};

/// What a string must be like.
#[derive(Clone, Copy)]
pub enum Format {
    /// Any string: a name that is looked up, or that is the marketer's own.
    Any,
    /// `#` and six hexadecimal digits.
    #[cfg(feature = "advice")]
    Colour,
    /// A country by its two letters.
    #[cfg(feature = "advice")]
    Country,
    /// A day of the calendar.
    Date,
    /// A weekday, or a range of them.
    Days,
    /// An e-mail address.
    Email,
    /// A link, or a path on the site itself.
    Endpoint,
    /// An id.
    Id,
    /// Something to look for in a text.
    Keyword,
    /// A BCP 47 tag.
    LanguageTag,
    /// A link that a visitor may follow.
    Link,
    /// An RFC 3339 date and time with its offset.
    Moment,
    /// An id that isn't `not_sure`.
    OptionId,
    /// Paths of pages, with `*` for anything.
    #[cfg(feature = "advice")]
    Pages,
    /// A phone number in E.164 form, perhaps with an extension; or one that is dialled as it stands.
    Phone,
    /// What is dialled in an emergency.
    ShortNumber,
    /// Opening and closing time.
    Span,
    /// The form of an IANA name.
    Timezone,
}

impl Format {
    /// What is wrong with a string, and the cure, where there are words at all.
    pub fn fault(self, text: &str) -> Option<(Code, &'static str)> {
        let (code, cure) = self.judge(text)?;
        Some((code, if cfg!(feature = "advice") { cure } else { "" }))
    }

    fn judge(self, text: &str) -> Option<(Code, &'static str)> {
        let (right, code, cure) = match self {
            Self::Any => return None,
            #[cfg(feature = "advice")]
            Self::Colour => (
                Colour::parse(text).is_some(),
                Code::BadColour,
                "isn't a colour; write # and six hexadecimal digits, such as #0b5c58",
            ),
            #[cfg(feature = "advice")]
            Self::Country => (
                text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()),
                Code::BadAddress,
                "isn't a country; write its two capital letters (ISO 3166), such as JP",
            ),
            Self::Date => (
                Date::parse(text).is_some(),
                Code::BadDate,
                "isn't a date; write it as 2026-11-23",
            ),
            Self::Days => (
                parse_days(text).is_some(),
                Code::BadHours,
                "isn't a day; write mon, tue, wed, thu, fri, sat, sun, or a range such as mon-fri",
            ),
            Self::Id => (
                is_id(text),
                Code::BadId,
                "isn't an id; use a-z, 0-9, _ and -, begin with a letter, at most 40 characters",
            ),
            Self::Keyword => (
                Keyword::new(text).is_some(),
                Code::BadCondition,
                "isn't a keyword; it needs at least one letter or digit",
            ),
            #[cfg(feature = "advice")]
            Self::LanguageTag if language_of_country(text).is_some() => {
                (false, Code::BadLocale, "")
            }
            Self::LanguageTag => (
                is_well_formed(text),
                Code::BadLocale,
                "isn't a language tag; write one such as en, ja or pt-BR, with a hyphen",
            ),
            Self::Moment => (
                parse_moment(text).is_some(),
                Code::BadDate,
                "isn't a date and time; write it as 2026-11-22T09:30:00+09:00",
            ),
            Self::OptionId if text == Answer::NOT_SURE => (
                false,
                Code::BadId,
                "is taken, since every question offers \"I'm not sure\" already; remove this option or choose another id",
            ),
            Self::OptionId => return Self::Id.judge(text),
            #[cfg(feature = "advice")]
            Self::Timezone if zones::is_abbreviation(text) => (false, Code::BadHours, ""),
            Self::Timezone => (
                is_timezone(text),
                Code::BadHours,
                "isn't a time zone; write its IANA name, such as Asia/Tokyo",
            ),
            Self::Span => return Some((Code::BadHours, Span::parse(text).err()?.cure())),
            #[cfg(feature = "advice")]
            Self::Pages => return super::display::page_fault(text),
            Self::Phone => return bad_address(link::check_phone(text).err()?.cure()),
            Self::ShortNumber => return bad_address(link::check_short_number(text).err()?.cure()),
            Self::Email => return bad_address(link::check_email(text).err()?.cure()),
            Self::Link => return bad_address(link::check_link(text).err()?.cure()),
            Self::Endpoint => return bad_address(link::check_endpoint(text).err()?.cure()),
        };
        (!right).then_some((code, cure))
    }
}

const fn bad_address(cure: &'static str) -> Option<(Code, &'static str)> {
    Some((Code::BadAddress, cure))
}

fn is_id(text: &str) -> bool {
    text.len() <= 40
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'))
}

fn is_timezone(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"/_-+".contains(&byte))
}
