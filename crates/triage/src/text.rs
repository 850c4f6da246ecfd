//! Words in several languages, and how one of them is picked.

/// Text as a marketer wrote it: the same for everybody, or one string per locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// One string for every locale.
    Same(String),
    /// By the locale's place in the playbook's list; the default locale (place 0) is always there.
    ByLocale(Vec<Option<String>>),
}

/// One string, and the language it is in when that isn't the visitor's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words<'a> {
    /// What to show, literally.
    pub text: &'a str,
    /// The locale of a string that stands in for a missing translation, for its own `lang`
    /// (WCAG 2.2, 3.1.2); `None` when the string is in the visitor's language.
    pub lang: Option<&'a str>,
}

impl Text {
    /// The string for a locale, given by its place in `locales`; else the default locale's.
    #[must_use]
    pub fn words<'a>(&'a self, locales: &'a [String], locale: usize) -> Words<'a> {
        match self {
            Self::Same(text) => Words { text, lang: None },
            Self::ByLocale(strings) => match strings.get(locale) {
                Some(Some(text)) => Words { text, lang: None },
                _ => Words {
                    text: strings
                        .first()
                        .and_then(Option::as_deref)
                        .unwrap_or_default(),
                    lang: locales.first().map(String::as_str),
                },
            },
        }
    }
}

/// A plural category of CLDR, as `Intl.PluralRules` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Plural {
    /// No thing, in Arabic and Welsh for example.
    Zero,
    /// One thing; in Hindi also none.
    One,
    /// Two things, in Arabic for example.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// Everything else; every language has it.
    Other,
}

impl Plural {
    /// Every category, in the order of CLDR.
    pub const ALL: [Self; 6] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Few,
        Self::Many,
        Self::Other,
    ];

    /// Their names in CLDR, in the same order.
    pub const NAMES: [&'static str; 6] = ["zero", "one", "two", "few", "many", "other"];

    /// The category of that name.
    ///
    /// ```
    /// assert_eq!(triage::Plural::from_name("few"), Some(triage::Plural::Few));
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|plural| plural.name() == name)
    }

    /// Its name in CLDR.
    #[must_use]
    #[allow(
        clippy::indexing_slicing,
        reason = "there is a name for each, in the same order"
    )]
    pub const fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// The cardinal categories that a language uses for whole numbers
    /// (CLDR 46, "Language Plural Rules"); `None` for a language not listed here.
    #[must_use]
    pub fn used_by(locale: &str) -> Option<&'static [Self]> {
        use Plural::{Few, Many, One, Other, Two, Zero};
        let language = locale.split('-').next().unwrap_or_default();
        Some(match language {
            "ja" | "zh" | "ko" | "th" | "vi" | "id" | "ms" | "my" | "lo" => &[Other],
            "en" | "hi" | "de" | "nl" | "sv" | "da" | "nb" | "fi" | "bn" | "ur" | "fa" | "ta"
            | "te" | "mr" | "gu" | "kn" | "ml" | "pa" | "tr" | "el" | "hu" | "sw" => &[One, Other],
            "es" | "fr" | "it" | "pt" => &[One, Many, Other],
            "he" => &[One, Two, Other],
            "ru" | "uk" | "pl" => &[One, Few, Many, Other],
            "cs" | "sk" => &[One, Few, Other],
            "ar" => &[Zero, One, Two, Few, Many, Other],
            _ => return None,
        })
    }
}

/// Text with a count in it: for each locale one string per plural category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedText(pub(crate) Vec<Option<Vec<(Plural, String)>>>);

impl CountedText {
    /// The string for a locale and a plural category of that locale. `None` when the locale has
    /// no string: show the bare number then.
    #[must_use]
    pub fn words(&self, locale: usize, plural: Plural) -> Option<&str> {
        let forms = self.0.get(locale)?.as_ref()?;
        let form = |wanted| forms.iter().find(|(category, _)| *category == wanted);
        form(plural)
            .or_else(|| form(Plural::Other))
            .map(|(_, text)| text.as_str())
    }
}

/// A number in decimal digits. What `to_string` brings along would make the widget 1.1 kB larger (0.3 after brotli).
///
/// ```
/// assert_eq!(triage::decimal(0), "0");
/// assert_eq!(triage::decimal(-120), "-120");
/// assert_eq!(triage::decimal(i64::MIN), i64::MIN.to_string());
/// ```
#[must_use]
pub fn decimal(number: i64) -> String {
    let mut digits = String::new();
    let mut rest = number.unsigned_abs();
    loop {
        let digit = u8::try_from(rest % 10).unwrap_or_default();
        digits.insert(0, char::from(b'0' + digit));
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        digits.insert(0, '-');
    }
    digits
}
