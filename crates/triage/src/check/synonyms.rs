//! Other words for what the format has, as people write them who know other formats, or none. They come before
//! spelling, which knows nothing of meaning: "and" is nearest to "any", and `all` is meant.

/// What was meant by a word.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning<'k> {
    /// This name.
    Name(&'k str),
    /// Two readings, or something that is written in another way altogether: what to do.
    Cure(&'static str),
}

/// Other words for something, at a place where all of `names` may stand.
struct Synonym {
    words: &'static [&'static str],
    names: &'static [&'static str],
    /// What to do where putting the name for the word would change what is meant.
    cure: &'static str,
}

const fn same(words: &'static [&'static str], names: &'static [&'static str]) -> Synonym {
    Synonym {
        words,
        names,
        cure: "",
    }
}

const fn unlike(
    words: &'static [&'static str],
    names: &'static [&'static str],
    cure: &'static str,
) -> Synonym {
    Synonym { words, names, cure }
}

/// What was meant, if the word is in the table for the names that may stand there.
pub(super) fn meaning<'k>(word: &str, known: &[&'k str]) -> Option<Meaning<'k>> {
    let word = word.trim().to_lowercase().replace([' ', '-'], "_");
    let find = |name: &str| known.iter().find(|known| **known == name).copied();
    let fits = |entry: &&Synonym| {
        entry.words.contains(&word.as_str()) && entry.names.iter().all(|name| find(name).is_some())
    };
    let entry = CONDITIONS
        .iter()
        .chain(QUESTIONS)
        .chain(CHANNELS)
        .chain(HOURS)
        .chain(DISPLAY)
        .find(fits)?;
    if entry.cure.is_empty() {
        find(entry.names.first()?).map(Meaning::Name)
    } else {
        Some(Meaning::Cure(entry.cure))
    }
}

const CONDITIONS: &[Synonym] = &[
    same(&["and", "&&", "every", "both", "all_of"], &["all", "any"]),
    same(&["or", "||", "either", "some"], &["any", "all"]),
    unlike(
        &["none", "neither", "nor", "none_of", "not_any", "no"],
        &["not", "any"],
        "write \"not\": { \"any\": [ … ] }, which holds when none of these conditions does",
    ),
    unlike(
        &["xor"],
        &["not", "any"],
        "join the conditions with \"all\", \"any\" and \"not\"",
    ),
    unlike(
        &[
            "unless",
            "except",
            "isnt",
            "is_not",
            "not_is",
            "not_equals",
            "not_equal",
            "!=",
            "<>",
            "ne",
            "differs",
        ],
        &["not", "is"],
        "write \"not\" around the condition: \"not\": { \"question\": \"…\", \"is\": \"…\" }",
    ),
    unlike(
        &["excludes", "exclude", "not_includes", "without", "lacks"],
        &["not", "includes"],
        "write \"not\" around the condition: \"not\": { \"question\": \"…\", \"includes\": \"…\" }",
    ),
    unlike(
        &["unanswered", "not_answered", "skipped", "empty", "blank"],
        &["answered"],
        "write \"answered\": false",
    ),
    same(
        &["equals", "equal", "eq", "=", "==", "===", "equal_to"],
        &["is", "is_any_of"],
    ),
    same(
        &["in", "one_of", "any_of", "is_one_of", "is_in", "is_any"],
        &["is_any_of"],
    ),
    unlike(
        &["contains", "contain", "has", "with"],
        &["includes", "mentions"],
        "write \"includes\" for an option that was ticked, or \"mentions\" for words in a text",
    ),
    same(&["keywords", "words", "says", "matches"], &["mentions"]),
    unlike(
        &[
            "more_than",
            "greater_than",
            "larger_than",
            "bigger_than",
            ">",
            "gt",
            "above",
            "over",
            "exceeds",
        ],
        &["at_least", "below"],
        "write \"at_least\" with the next number, as it takes its own along: more than 50 is \"at_least\": 51",
    ),
    same(
        &[
            ">=",
            "gte",
            "ge",
            "minimum",
            "min",
            "from",
            "not_less_than",
            "no_less_than",
        ],
        &["at_least", "below"],
    ),
    same(
        &[
            "<",
            "lt",
            "less_than",
            "under",
            "fewer_than",
            "smaller_than",
        ],
        &["below", "at_least"],
    ),
    unlike(
        &[
            "at_most",
            "<=",
            "lte",
            "le",
            "max",
            "maximum",
            "up_to",
            "not_more_than",
            "no_more_than",
            "until",
        ],
        &["below", "at_least"],
        "write \"below\" with the next number, as it leaves its own out: at most 50 is \"below\": 51",
    ),
    unlike(
        &["between", "range", "within"],
        &["below", "at_least", "all"],
        "join \"at_least\" and \"below\" with \"all\"",
    ),
    unlike(
        &[
            "hide_when",
            "hide_if",
            "skip_when",
            "skip_if",
            "unless",
            "not_when",
            "ask_unless",
        ],
        &["ask_when"],
        "write \"ask_when\", with \"not\" around the condition",
    ),
    unlike(
        &[
            "hide_when",
            "hide_if",
            "skip_when",
            "skip_if",
            "unless",
            "not_when",
            "show_unless",
        ],
        &["show_when"],
        "write \"show_when\", with \"not\" around the condition",
    ),
    unlike(
        &["unless", "not_when", "except", "except_when"],
        &["when"],
        "write \"when\", with \"not\" around the condition",
    ),
    same(
        &["if", "ask_if", "when", "only_when", "only_if", "condition"],
        &["ask_when"],
    ),
    same(
        &["if", "show_if", "when", "only_when", "only_if", "condition"],
        &["show_when"],
    ),
    same(&["if", "only_when", "only_if", "condition"], &["when"]),
];

const QUESTIONS: &[Synonym] = &[
    same(
        &[
            "radio",
            "select",
            "single",
            "dropdown",
            "single_choice",
            "pick_one",
        ],
        &["choice", "multiple"],
    ),
    same(
        &[
            "checkbox",
            "checkboxes",
            "multi",
            "multi_select",
            "multiselect",
            "ticks",
        ],
        &["multiple", "choice"],
    ),
    unlike(
        &[
            "multiple_choice",
            "multichoice",
            "choices",
            "options",
            "list",
        ],
        &["choice", "multiple"],
        "write \"choice\" where one answer can be given, or \"multiple\" where several can",
    ),
    same(&["bool", "boolean", "yesno", "yes/no", "flag"], &["yes_no"]),
    same(
        &["integer", "int", "numeric", "quantity", "count", "amount"],
        &["number", "yes_no"],
    ),
    same(
        &[
            "string",
            "free_text",
            "freetext",
            "textarea",
            "open",
            "comment",
        ],
        &["text", "yes_no"],
    ),
    same(
        &["order", "rank", "sort", "priority", "priorities"],
        &["ranking"],
    ),
    unlike(
        &["rating", "scale", "stars", "nps", "slider", "likert"],
        &["number", "ranking"],
        "write \"number\" for a rating, or \"ranking\" where options are put in order",
    ),
    same(&["staff", "operator", "internal", "support"], &["agent"]),
    unlike(
        &["max_words", "max_lines"],
        &["max_length"],
        "write \"max_length\", which counts characters",
    ),
];

const CHANNELS: &[Synonym] = &[
    same(
        &[
            "tel",
            "telephone",
            "call",
            "voice",
            "hotline",
            "landline",
            "helpline",
        ],
        &["phone", "sms"],
    ),
    same(&["mail", "e_mail"], &["email", "sms"]),
    same(
        &[
            "text",
            "texting",
            "texts",
            "text_message",
            "txt",
            "short_code",
            "shortcode",
        ],
        &["sms", "phone"],
    ),
    same(
        &[
            "line",
            "whatsapp",
            "wechat",
            "weixin",
            "telegram",
            "messenger",
            "facebook",
            "instagram",
            "twitter",
            "x",
            "viber",
            "kakao",
            "kakaotalk",
            "signal",
            "zalo",
            "social_media",
            "dm",
        ],
        &["social", "chat"],
    ),
    same(
        &[
            "live_chat",
            "livechat",
            "webchat",
            "web_chat",
            "chatbot",
            "bot",
        ],
        &["chat", "social"],
    ),
    same(
        &["website", "web", "site", "link", "self_service", "app"],
        &["portal", "social"],
    ),
    same(
        &["contact_form", "contactform", "web_form", "webform"],
        &["form", "portal"],
    ),
    unlike(
        &["fax", "post", "letter", "pager", "mms", "visit", "video"],
        &["portal", "phone"],
        "there is no such kind; say it in the words of another channel, such as its \"about\"",
    ),
    same(
        &[
            "number",
            "phone_number",
            "phone",
            "tel",
            "telephone",
            "email",
            "mail",
            "to",
        ],
        &["address", "kind"],
    ),
    same(
        &["link", "href", "address_url", "website"],
        &["url", "kind"],
    ),
    unlike(
        &["wait_seconds", "wait_hours", "wait_time", "wait", "waits"],
        &["wait_minutes"],
        "write \"wait_minutes\" with two whole numbers of minutes, such as [2, 6]",
    ),
    same(
        &[
            "open_24h",
            "24/7",
            "24_7",
            "24h",
            "never_closes",
            "around_the_clock",
        ],
        &["always", "hours"],
    ),
    same(
        &["opening_hours", "schedule", "open", "times", "office_hours"],
        &["hours", "always"],
    ),
    same(
        &["primary", "best", "channels", "offer"],
        &["first", "second", "when"],
    ),
    same(
        &[
            "secondary",
            "backup",
            "fallback",
            "then",
            "otherwise",
            "else",
        ],
        &["second", "when"],
    ),
    same(&["reason", "why"], &["because"]),
    same(
        &["region", "only_in", "country_code"],
        &["country", "address"],
    ),
];

const HOURS: &[Synonym] = &[
    same(&["tz", "zone", "time_zone", "timezone_name"], &["timezone"]),
    same(&["days", "weekly", "weekdays"], &["week", "timezone"]),
    unlike(
        &[
            "open_on",
            "opened_on",
            "opens_on",
            "closed_dates",
            "closed_days",
            "closures",
            "exceptions",
            "special_days",
        ],
        &["closed_on", "dates"],
        "write \"closed_on\" with the names of lists of holidays, or \"dates\" with single days: \"dates\": { \"2026-12-31\": [] }",
    ),
    same(&["holidays"], &["closed_on", "dates"]),
    same(
        &[
            "ends_at",
            "end",
            "ends",
            "until",
            "end_at",
            "expires",
            "expires_on",
        ],
        &["expires_at"],
    ),
    same(
        &["ends_on", "end", "ends", "until", "expires"],
        &["expires_on"],
    ),
    same(
        &["begins_at", "start", "starts", "start_at", "from", "begin"],
        &["starts_at"],
    ),
    same(&["up", "ok", "available", "online"], &["open", "down"]),
    same(&["full", "slow", "delayed"], &["busy", "down"]),
    unlike(
        &["offline", "unavailable", "outage", "off"],
        &["closed", "down"],
        "write \"closed\" where nobody is there on purpose, or \"down\" where something is broken",
    ),
];

const DISPLAY: &[Synonym] = &[
    same(
        &["modal", "dialog", "overlay", "widget"],
        &["popup", "inline"],
    ),
    same(&["embed", "embedded", "section"], &["inline", "popup"]),
    same(&["bar", "strip", "topbar"], &["banner", "popup"]),
    same(
        &["full", "fullpage", "full_page", "fullscreen"],
        &["page", "popup"],
    ),
    unlike(
        &["left", "right", "bottom_left", "bottom_right"],
        &["start", "end"],
        "write \"start\" for where a line begins (the left in English, the right in Arabic), or \"end\" for where it ends",
    ),
    same(&["session"], &["visit", "view"]),
    same(&["daily", "24h"], &["day", "visit"]),
    same(
        &["load", "pageview", "page", "page_view"],
        &["view", "visit"],
    ),
    unlike(
        &["week", "month", "never", "always", "weekly"],
        &["view", "visit", "day"],
        "use one of view, visit, day",
    ),
    unlike(
        &["rounded"],
        &["round", "soft"],
        "write \"round\" for half circles, or \"soft\" for a little",
    ),
    same(&["circle", "pill"], &["round", "square"]),
    same(&["sharp", "rectangle", "rect"], &["square", "round"]),
    same(&["auto", "device", "os"], &["system", "page"]),
    unlike(
        &["dark", "light"],
        &["system", "page"],
        "write \"system\" for the visitor's own choice, or \"page\" for that of your page",
    ),
    unlike(
        &[
            "off_pages",
            "except_pages",
            "not_on_pages",
            "except_on_pages",
        ],
        &["on_pages"],
        "write \"on_pages\" with the pages where it is wanted; those where it isn't can't be listed",
    ),
    unlike(
        &[
            "after_minutes",
            "after_ms",
            "after_milliseconds",
            "after",
            "delay",
            "seconds",
        ],
        &["after_seconds"],
        "write \"after_seconds\", a whole number of seconds",
    ),
];

/// The language that is meant by a tag that isn't one: the code of the country where it is spoken, an old code, or its
/// English name. `None` where several are, as for `ch` or `be`, which is a language too.
#[cfg(feature = "advice")]
pub(super) fn language(tag: &str) -> Option<&'static str> {
    let lower = tag.to_lowercase();
    let found = LANGUAGES.iter().find(|(word, _)| *word == lower);
    found.map(|(_, language)| *language)
}

/// The language of a country's code that is no language's, which `locales` can't mean.
#[cfg(feature = "advice")]
pub(super) fn language_of_country(tag: &str) -> Option<&'static str> {
    COUNTRIES_ALONE
        .contains(&tag)
        .then(|| language(tag))
        .flatten()
}

/// Country codes that aren't a language's (ISO 639-1), so that nothing else can be meant by them.
#[cfg(feature = "advice")]
const COUNTRIES_ALONE: [&str; 13] = [
    "jp", "cn", "ua", "gr", "cz", "dk", "gb", "us", "vn", "il", "eg", "ir", "pk",
];

#[cfg(feature = "advice")]
const LANGUAGES: [(&str, &str); 57] = [
    ("jp", "ja"),
    ("jpn", "ja"),
    ("japanese", "ja"),
    ("cn", "zh-Hans"),
    ("chinese", "zh"),
    ("tw", "zh-Hant"),
    ("hk", "zh-Hant"),
    ("kr", "ko"),
    ("korean", "ko"),
    ("ua", "uk"),
    ("ukrainian", "uk"),
    ("gr", "el"),
    ("greek", "el"),
    ("cz", "cs"),
    ("czech", "cs"),
    ("dk", "da"),
    ("danish", "da"),
    ("se", "sv"),
    ("swedish", "sv"),
    ("no", "nb"),
    ("norwegian", "nb"),
    ("gb", "en-GB"),
    ("us", "en-US"),
    ("eng", "en"),
    ("english", "en"),
    ("vn", "vi"),
    ("vietnamese", "vi"),
    ("il", "he"),
    ("iw", "he"),
    ("hebrew", "he"),
    ("eg", "ar"),
    ("ara", "ar"),
    ("arabic", "ar"),
    ("ir", "fa"),
    ("farsi", "fa"),
    ("persian", "fa"),
    ("pk", "ur"),
    ("urdu", "ur"),
    ("br", "pt-BR"),
    ("portuguese", "pt"),
    ("mx", "es-MX"),
    ("spa", "es"),
    ("spanish", "es"),
    ("hin", "hi"),
    ("hindi", "hi"),
    ("bd", "bn"),
    ("bengali", "bn"),
    ("bangla", "bn"),
    ("indonesian", "id"),
    ("fre", "fr"),
    ("fra", "fr"),
    ("french", "fr"),
    ("ger", "de"),
    ("deu", "de"),
    ("german", "de"),
    ("russian", "ru"),
    ("italian", "it"),
];

#[cfg(test)]
mod tests {
    use super::{Meaning, meaning};
    use crate::check::condition::{JOINS, OPERATORS};

    const KINDS: &[&str] = &["phone", "sms", "chat", "portal", "email", "social", "form"];
    const TYPES: &[&str] = &["choice", "multiple", "ranking", "yes_no", "number", "text"];

    #[test]
    fn other_words_are_taken_for_what_they_mean() {
        let condition = [JOINS, OPERATORS].concat();
        for (word, known, meant) in [
            ("and", &condition[..], "all"),
            ("or", &condition[..], "any"),
            ("equals", &condition[..], "is"),
            ("under", &condition[..], "below"),
            (">=", &condition[..], "at_least"),
            ("tel", KINDS, "phone"),
            ("Telephone", KINDS, "phone"),
            ("e-mail", KINDS, "email"),
            ("mail", KINDS, "email"),
            ("text", KINDS, "sms"),
            ("wechat", KINDS, "social"),
            ("Live Chat", KINDS, "chat"),
            ("radio", TYPES, "choice"),
            ("boolean", TYPES, "yes_no"),
        ] {
            assert_eq!(meaning(word, known), Some(Meaning::Name(meant)), "{word}");
        }
    }

    #[test]
    fn what_would_change_the_meaning_is_told_and_never_put_in() {
        let condition = [JOINS, OPERATORS].concat();
        for (word, known) in [
            ("more_than", &condition[..]),
            (">", &condition[..]),
            ("above", &condition[..]),
            ("at_most", &condition[..]),
            ("<=", &condition[..]),
            ("none", &condition[..]),
            ("is_not", &condition[..]),
            ("unanswered", &condition[..]),
            ("excludes", &condition[..]),
            ("contains", &condition[..]),
            ("multiple_choice", TYPES),
            ("rating", TYPES),
            ("fax", KINDS),
            ("skip_when", &["ask_when"]),
            ("hide_when", &["show_when"]),
            ("left", &["start", "end"]),
            ("wait_hours", &["wait_minutes"]),
            ("after_minutes", &["after_seconds"]),
        ] {
            let told = meaning(word, known);
            assert!(matches!(told, Some(Meaning::Cure(_))), "{word}: {told:?}");
        }
    }
}
