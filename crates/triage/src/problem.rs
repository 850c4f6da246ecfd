//! What the checker has to say: a code, a place, and a cure.

use std::fmt;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The playbook may be published, but somebody should look.
    Warning,
    /// The playbook must not be published.
    Error,
}

/// One finding. Displayed as `place: what is wrong; what to do`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which kind of finding; each is explained in `docs/playbook.md`.
    pub code: Code,
    /// The place in the playbook: `questions[2].ask_when`. Empty for the file itself.
    pub path: String,
    /// The place in the text, in bytes, where there is a text.
    pub span: Option<(usize, usize)>,
    /// What is wrong and what to do, in one sentence without a full stop.
    pub message: String,
}

impl Problem {
    pub(crate) const fn new(
        code: Code,
        path: String,
        span: Option<(usize, usize)>,
        message: String,
    ) -> Self {
        Self {
            code,
            path,
            span,
            message,
        }
    }

    /// Whether it keeps the playbook from being published.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $key:literal, $severity:ident;)+) => {
        /// The kinds of findings. A code is shipped to users and must never change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The code as users see it: `unknown_field`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// Whether a finding of this kind keeps the playbook from being published.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }

            /// What the code means, in one or two sentences, for the reference.
            #[must_use]
            pub const fn explanation(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+),)+ }
            }
        }
    };
}

codes! {
    /// The text is not JSON as browsers read it, or not UTF-8. The place is where reading stopped; the slip is there or just before.
    Syntax = "syntax", Error;
    /// The file, a list or the nesting is larger than a page should have to read.
    TooLarge = "too_large", Error;
    /// `version` is not a version that this program knows.
    Version = "version", Error;
    /// An older version of the format. It is read as the present one, and will be until the next.
    OldVersion = "old_version", Warning;
    /// Something else is expected here: a list instead of a text, a number that is not whole, a word that is not one of the choices.
    WrongKind = "wrong_kind", Error;
    /// There is no such field or label. The widget ignores it; it is probably a slip of the pen.
    UnknownField = "unknown_field", Error;
    /// A required field is not there.
    MissingField = "missing_field", Error;
    /// The same id, name or field stands twice; only one of them can be meant.
    Duplicate = "duplicate", Error;
    /// An id has a character that ids can't have, is too long, or is reserved.
    BadId = "bad_id", Error;
    /// A question, option, channel, list or opening hours are named that do not exist (or not before this place).
    UnknownReference = "unknown_reference", Error;
    /// Not a language tag, or one that is not among `locales`.
    BadLocale = "bad_locale", Error;
    /// A text lacks one of the locales. Visitors in that locale see the default one.
    MissingTranslation = "missing_translation", Warning;
    /// A counted text lacks a plural category of its locale, or has one that the locale does not know.
    BadPlural = "bad_plural", Error;
    /// A label uses a `{placeholder}` that is not filled in there, or lacks one that is needed.
    BadPlaceholder = "bad_placeholder", Error;
    /// Not a date or a moment that exists.
    BadDate = "bad_date", Error;
    /// Opening hours that cannot be: an unknown day or time zone, a span that overlaps another, a time that does not exist.
    BadHours = "bad_hours", Error;
    /// A link, phone number or address that is unsafe or that no device can open.
    BadAddress = "bad_address", Error;
    /// A page that is not named by its path, such as `/claims/*`.
    BadPage = "bad_page", Error;
    /// A number outside of what makes sense here.
    BadNumber = "bad_number", Error;
    /// A condition that does not fit the question it tests, or tests nothing.
    BadCondition = "bad_condition", Error;
    /// A question for the agent that stands before one for the visitor, or on which something before the result depends.
    AgentQuestion = "agent_question", Error;
    /// Not a colour of six hexadecimal digits.
    BadColour = "bad_colour", Error;
    /// White text on this colour has less than 4.5:1 contrast (WCAG 2.2, 1.4.3).
    WeakContrast = "weak_contrast", Error;
    /// Some visitor could be left without two ways to reach you. A channel counts when it has `"always": true`, speaks their language, and nothing is wrong with it.
    NoWayOut = "no_way_out", Error;
    /// Routes whose order makes one of them impossible, or a last route with a condition.
    RouteOrder = "route_order", Error;
    /// Written down but never used: a channel on no route, opening hours or a holiday list that nobody names.
    Unused = "unused", Warning;
    /// Something that people want to know before they make contact is missing: a wait, a cost, the time of the next update.
    MissingFact = "missing_fact", Warning;
    /// A claim that is over, or a list of holidays that has ended or will within 90 days. What is over isn't shown.
    Expired = "expired", Warning;
    /// A status page's component that no channel and no `about` is called like, or that stands for several; or one that the playbook names and the page doesn't have. `leeward check --status` looks for it; where you mean it so, the warning may stay.
    Component = "component", Warning;
    /// A phrase that makes frightened people more so, such as "don't panic".
    Wording = "wording", Warning;
    /// A sentence of more than 25 words, or of more than 90 letters in a script that doesn't set words apart.
    LongSentence = "long_sentence", Warning;
    /// A text that is too long for the place where it stands, such as a button of three lines.
    LongText = "long_text", Warning;
    /// A word that is wider than a small phone. It is broken where it happens to be full, which is hard to read.
    LongWord = "long_word", Warning;
    /// A link whose host stands for a name in another script (`xn--`). Its letters may look like others, which forged addresses make use of.
    LookAlike = "look_alike", Warning;
    /// A time zone of no place, such as `EST` or `Etc/GMT+9`: its clocks don't follow the laws of any country, and the sign of `Etc/GMT+9` is turned round.
    FixedZone = "fixed_zone", Warning;
    /// A span that closes when it opens, such as `00:00-00:00`. It is read as the whole day, and may be meant as closed.
    WholeDay = "whole_day", Warning;
    /// A phone number that the numbering plan of its country doesn't have. The plan that is known may be older than the number.
    UnknownNumber = "unknown_number", Warning;
    /// A phone number that can't be called from other countries, as many free numbers, without a word that it is for one country.
    HomeNumber = "home_number", Warning;
    /// Something of a sample: a name that stands for yours, a number or an address that is kept for films and handbooks, filler. Visitors would be sent to nobody.
    Sample = "sample", Warning;
    /// A sign in a text that nobody sees and that turns the direction of writing, so that it reads otherwise than it is written, or a control character. Visitors are shown the text without it.
    HiddenSign = "hidden_sign", Warning;
    /// A question to be answered with yes or no that doesn't say what either means.
    BareYesNo = "bare_yes_no", Warning;
    /// A stretch of more than three days in the year ahead in which visitors can speak to nobody, only leave a message. Only opening hours can mend it; where you mean it so, the warning may stay.
    NobodyThere = "nobody_there", Warning;
    /// A question that no visitor is ever asked: nothing depends on its answer, its `ask_when` never holds, or it comes too late to change anything.
    UnreachableQuestion = "unreachable_question", Warning;
    /// A route on which no answers lead: its `when` never holds, or routes above take everybody.
    DeadRoute = "dead_route", Warning;
    /// A passage or a resource that no visitor is ever shown.
    NeverShown = "never_shown", Warning;
    /// More than three questions on the longest path.
    ManyQuestions = "many_questions", Warning;
    /// There are too many paths to look at all of them, so nothing can be said about those that were not seen.
    NotProven = "not_proven", Warning;
}
