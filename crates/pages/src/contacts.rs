//! The contact page: every way to reach the organisation, numbers for danger to life first, in each language of the
//! playbook. It has no scripts, asks nobody for anything, and says on paper what it says on a screen.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use triage::{Channel, Label, Playbook, Target, Words, hours::Date, locale::direction};

use crate::{
    Names, Voice, Week, contact_data,
    hours::{Different, different, spans},
};

const STYLE: &str = include_str!("../page.css");

/// The hash of the page's style sheet, for a site whose policy allows styles in a page one by one.
pub const STYLE_HASH: &str = "sha256-HDj3EItWdBpSBu6pQRqpNI0FsFhYqk47f4STi9mTKj4=";

/// The contact page of a playbook, as it is on a day. `site` is the address of the organisation's website, where it is
/// known: it leads to what only works there, such as the form.
#[must_use]
pub fn contact_page(
    playbook: &Playbook,
    names: &dyn Names,
    today: Date,
    site: Option<&str>,
) -> String {
    let voices: Vec<Voice<'_>> = (0..playbook.locales().len())
        .map(|place| Voice::new(playbook, place))
        .collect();
    let Some(first) = voices.first() else {
        return String::new();
    };
    let company = first.words(playbook.name()).text;
    let policy = format!(
        "default-src 'none'; style-src '{STYLE_HASH}'; base-uri 'none'; form-action 'none'"
    );
    let data = contact_data(playbook, names, today, site);
    let page = html! {
        (DOCTYPE)
        html lang=(first.locale()) dir=(direction(first.locale()).as_str()) {
            head {
                meta charset="utf-8";
                title { (first.label(Label::ContactsTitle)) " · " (company) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(policy);
                style { (PreEscaped(STYLE)) }
                script type="application/ld+json" { (PreEscaped(&data)) }
            }
            body {
                header {
                    h1 { (company) }
                    @if voices.len() > 1 { (languages(first, &voices, names)) }
                }
                main {
                    @for voice in &voices { (section(playbook, voice, names, today, site)) }
                }
            }
        }
    };
    page.into_string() + "\n"
}

fn languages(first: &Voice<'_>, voices: &[Voice<'_>], names: &dyn Names) -> Markup {
    html! {
        nav aria-label=(first.label(Label::Language)) {
            @for voice in voices {
                @let tag = voice.locale();
                a href={ "#" (tag) } lang=(tag) hreflang=(tag) dir=(direction(tag).as_str()) { (names.language(tag, tag)) }
            }
        }
    }
}

fn section<'p>(
    playbook: &'p Playbook,
    voice: &Voice<'p>,
    names: &dyn Names,
    today: Date,
    site: Option<&str>,
) -> Markup {
    let tag = voice.locale();
    let heading = [tag, "-title"].concat();
    let built_in = voice.label_language();
    let updated = names.date(tag, today);
    html! {
        section id=(tag) lang=(tag) dir=(direction(tag).as_str()) aria-labelledby=(heading) {
            h2 id=(heading) lang=[built_in] { (voice.label(Label::ContactsTitle)) }
            (urgent(playbook, voice))
            ul.ways role="list" {
                @for channel in playbook.channels() { (way(channel, voice, names, site)) }
            }
            @for days in different(playbook, today) { (exceptions(&days, voice, names)) }
            p.updated lang=[built_in] { (voice.fill(Label::Updated, &[("time", &updated)])) }
        }
    }
}

fn urgent<'p>(playbook: &'p Playbook, voice: &Voice<'p>) -> Markup {
    let Some(emergency) = playbook.emergency() else {
        return Markup::default();
    };
    html! {
        div.urgent {
            p { (said(voice.words(&emergency.text))) }
            ul role="list" {
                @for line in &emergency.lines {
                    li {
                        a href=(triage::link::tel(&line.number)) { (said(voice.words(&line.name))) " " bdi dir="ltr" { (line.number) } }
                    }
                }
            }
        }
    }
}

/// A way to make contact; nothing where it only works on a site whose address isn't known.
fn way<'p>(
    channel: &'p Channel,
    voice: &Voice<'p>,
    names: &dyn Names,
    site: Option<&str>,
) -> Markup {
    let Some(href) = channel.target.href().or(site.map(str::to_owned)) else {
        return Markup::default();
    };
    let shown = shown(&channel.target)
        .or(site.map(str::to_owned))
        .unwrap_or_default();
    let languages: Vec<String> = channel
        .languages
        .iter()
        .map(|tag| names.language(voice.locale(), tag))
        .collect();
    let languages = names.list(voice.locale(), &languages);
    let built_in = voice.label_language();
    html! {
        li {
            h3 { a href=(href) { (said(voice.words(&channel.name))) " " bdi dir="ltr" { (shown) } } }
            @if let Some(about) = &channel.about { p { (said(voice.words(about))) } }
            ul.facts {
                li lang=[built_in] { (Week::line(&channel.hours, voice, names)) }
                @if let Some(wait) = channel.wait_minutes { li lang=[built_in] { (voice.wait(wait, names)) } }
                @if let Some(cost) = &channel.cost { li lang=[built_in] { (voice.fill(Label::Cost, &[("cost", voice.words(cost).text)])) } }
                @if let Some(times) = &channel.best_times { li { (said(voice.words(times))) } }
                li lang=[built_in] { (voice.fill(Label::Speaks, &[("languages", &languages)])) }
            }
        }
    }
}

/// What can be read and typed by whoever has it on paper.
fn shown(target: &Target) -> Option<String> {
    match target {
        Target::Chat(url) | Target::Portal(url) | Target::Social(url) => Some(url.clone()),
        _ => target.shown(),
    }
}

fn exceptions<'p>(days: &Different<'p>, voice: &Voice<'p>, names: &dyn Names) -> Markup {
    let channels = days.channels.iter();
    let channels: Vec<String> = channels
        .map(|channel| voice.words(&channel.name).text.to_owned())
        .collect();
    let channels = names.list(voice.locale(), &channels);
    html! {
        @if !days.closed.is_empty() {
            h3.days lang=[voice.label_language()] { (voice.page_words("closed_on")) }
            p { (channels) }
            ul.dates {
                @for (date, name) in &days.closed {
                    li { (names.date(voice.locale(), *date)) @if let Some(name) = name { " · " (said(voice.words(name))) } }
                }
            }
        }
        @if !days.other.is_empty() {
            h3.days lang=[voice.label_language()] { (voice.page_words("other_hours")) }
            p { (channels) }
            ul.dates {
                @for (date, hours) in &days.other { li { (names.date(voice.locale(), *date)) " · " (spans(hours)) } }
            }
        }
    }
}

/// Words, marked where they are in another language than what stands around them.
fn said(words: Words<'_>) -> Markup {
    html! {
        @match words.lang {
            Some(tag) => span lang=(tag) dir=(direction(tag).as_str()) { (words.text) },
            None => (words.text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{STYLE, STYLE_HASH, contact_page};
    use crate::names::Plain;
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use serde_json::Value;
    use sha2::{Digest as _, Sha256};
    use triage::{Playbook, check, hours::Date, source::parse};

    const READY: [&str; 5] = [
        include_str!("../../../playbooks/outage.json"),
        include_str!("../../../playbooks/disaster.json"),
        include_str!("../../../playbooks/hardship.json"),
        include_str!("../../../playbooks/health.json"),
        include_str!("../../../playbooks/service-crisis.json"),
    ];

    fn playbook(text: &str) -> Playbook {
        check(parse(text).unwrap()).playbook.unwrap()
    }

    fn page(text: &str, site: Option<&str>) -> String {
        let today = Date::parse("2026-11-28").unwrap();
        contact_page(&playbook(text), &Plain, today, site)
    }

    #[test]
    fn every_way_of_a_ready_playbook_is_on_the_page_in_every_language() {
        for text in READY {
            let playbook = playbook(text);
            let site = "https://example.test/help";
            let page = page(text, Some(site));
            let sections = page.matches("<section ").count();
            assert_eq!(sections, playbook.locales().len());
            for channel in playbook.channels() {
                let href = channel.target.href().unwrap_or(site.into());
                let link = format!("<a href=\"{}\">", href.replace('&', "&amp;"));
                assert_eq!(page.matches(&link).count() % sections, 0, "{href}");
                assert!(page.contains(&link), "{href}");
            }
            let urgent = page.find("class=\"urgent\"").unwrap();
            assert!(urgent < page.find("class=\"ways\"").unwrap());
            for tag in playbook.locales() {
                let dir = triage::locale::direction(tag).as_str();
                let start = format!("<section id=\"{tag}\" lang=\"{tag}\" dir=\"{dir}\"");
                assert!(page.contains(&start), "{start}");
            }
        }
    }

    #[test]
    fn what_works_only_on_the_site_is_left_out_where_nobody_knows_the_site() {
        let page = page(READY[0], None);
        assert!(!page.contains("href=\"\"") && !page.contains("href=\"/"));
        assert!(page.contains("href=\"tel:+442079460101\""));
    }

    /// Puts hostile words into the place of every sentence.
    fn poisoned(value: &mut Value, words: &str) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let is_text = ["en", "ja", "hi", "ar", "zh-Hans"].contains(&name.as_str());
                    match value {
                        Value::String(text) if is_text => *text = words.to_owned(),
                        value => poisoned(value, words),
                    }
                }
            }
            Value::Array(values) => values.iter_mut().for_each(|value| poisoned(value, words)),
            _ => {}
        }
    }

    #[test]
    fn hostile_words_stay_words() {
        const HOSTILE: &str =
            "</script></style><script>alert(1)</script><!--\" ' & <img src=x onerror=alert(1)>";
        for text in READY {
            let mut value: Value = serde_json::from_str(text).unwrap();
            poisoned(&mut value, HOSTILE);
            let page = page(&value.to_string(), None);
            for (piece, count) in [
                ("<script", 1),
                ("</script", 1),
                ("<style", 1),
                ("</style", 1),
            ] {
                assert_eq!(page.matches(piece).count(), count, "{piece}");
            }
            assert!(!page.contains("<img") && !page.contains("<!--"));
            assert!(page.contains("&lt;/script&gt;"), "it is there as words");
            let data = page.split("ld+json\">").nth(1).unwrap();
            let data: Value =
                serde_json::from_str(data.split("</script>").next().unwrap()).unwrap();
            assert_eq!(data["name"], HOSTILE);
        }
    }

    #[test]
    fn the_hash_is_that_of_the_style_sheet() {
        let hash = STANDARD.encode(Sha256::digest(STYLE));
        assert_eq!(STYLE_HASH, format!("sha256-{hash}"));
        assert!(!STYLE.contains("</"));
    }
}
