//! What is made of a playbook beside the file, and other ways to open one.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    site::{Reply, file},
    visitor::Visitor,
};
use serde_json::{Value, json};

use super::author::{
    STUDIO, begins_with, catches_downloads, chooses, downloaded, downloads, presses, rewrites,
    sees, stands, waits,
};

const NOTICE: &str = "[id='notice.text:en']";
const SENTENCE: &str = "Most payments work again since noon.";
const PUBLISH: &str = "nav [data-pane='publish']";

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "the contact page of the studio has every number, its data for search engines, and no barrier",
            contact_page,
        ),
        case(
            "the contact page of the studio is whole with scripts off",
            without_scripts,
        )
        .needs(Need::Tools),
        case(
            "a link carries a draft into a fresh browser, to the byte",
            link,
        ),
        case(
            "a link that was cut says so, and one that arrives leaves the own draft alone",
            cut_link,
        ),
        case(
            "the channel guide says whom the playbook sends where, and has no barrier",
            guide,
        ),
        // Firefox packs what it prints, so that nobody can count its pages.
        case(
            "the channel guide of each ready playbook is one page of paper",
            one_page,
        )
        .needs(Need::Tools),
        case(
            "the studio saves a file in its place, unless somebody else has changed it",
            in_place,
        ),
        case(
            "the studio opens what is published on its site, and compares with it",
            published,
        ),
        case(
            "an earlier version of a draft comes back, and goes again",
            versions,
        ),
        case("earlier versions make room for what is written now", room),
        case(
            "the start has no barrier on a phone with all its ways to open",
            opening,
        )
        .needs(Need::Phone),
    ]
}

/// Makes the contact page of a ready playbook, and puts it online.
async fn puts_contact_page_online(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "service-crisis").await?;
    catches_downloads(visitor).await?;
    presses(visitor, PUBLISH).await?;
    rewrites(visitor, "#site", "https://minato.example/help").await?;
    presses(visitor, "[data-action='page']").await?;
    let page = downloaded(visitor).await?;
    let reply = Reply::text("text/html; charset=utf-8", page);
    let reply = reply.with_header("content-security-policy", "script-src 'none'");
    visitor.site.answers("/contact.html", reply);
    Ok(())
}

/// Every address of the playbook, by what is written in it.
fn links(playbook: &Value) -> Vec<String> {
    let text = |node: &Value| node.as_str().unwrap_or_default().to_owned();
    let lines = playbook["emergency"]["lines"]
        .as_array()
        .into_iter()
        .flatten();
    let urgent = lines.map(|line| format!("tel:{}", text(&line["number"])));
    let channels = playbook["channels"].as_object().into_iter().flatten();
    let own = channels.map(|(_, channel)| match channel["kind"].as_str() {
        Some("phone") => format!("tel:{}", text(&channel["address"]).replace([' ', '-'], "")),
        Some("sms") => format!("sms:{}", text(&channel["address"]).replace([' ', '-'], "")),
        Some("email") => format!("mailto:{}", text(&channel["address"])),
        Some("form") => "https://minato.example/help".to_owned(),
        _ => text(&channel["url"]),
    });
    urgent.chain(own).collect()
}

async fn has_every_link(visitor: &Visitor) -> Result<()> {
    let playbook: Value = serde_json::from_slice(&file("/playbooks/service-crisis.json")?)?;
    let locales = playbook["locales"].as_array().context("languages")?;
    let links = links(&playbook);
    ensure!(links.len() > 10, "too few links: {links:?}");
    for locale in locales {
        let script = "const links = [...document.querySelectorAll(`section[lang='${arguments[0]}'] a`)];
            return links.filter((link) => link.checkVisibility() && link.offsetHeight >= 24).map((link) => link.getAttribute('href'))";
        let found = visitor.finds_out(script, vec![locale.clone()]).await?;
        ensure!(found == json!(links), "in {locale}: {found} for {links:?}");
    }
    Ok(())
}

async fn contact_page(visitor: &Visitor) -> Result<()> {
    puts_contact_page_online(visitor).await?;
    visitor.goes_to("/contact.html").await?;
    has_every_link(visitor).await?;
    let data = "return document.querySelector('script[type=\"application/ld+json\"]').textContent";
    let data = visitor.finds_out(data, Vec::new()).await?;
    let data: Value = serde_json::from_str(data.as_str().unwrap_or_default())?;
    ensure!(data["name"] == "Minato Mutual", "{data}");
    ensure!(
        data["contactPoint"][0]["telephone"] == "+81300000119",
        "{data}"
    );
    visitor
        .finds_no_barrier_on_the_page("the contact page")
        .await
}

async fn without_scripts(visitor: &Visitor) -> Result<()> {
    puts_contact_page_online(visitor).await?;
    visitor.switches_scripts_off().await?;
    visitor.goes_to("/contact.html").await?;
    has_every_link(visitor).await
}

/// Makes a link of what is at work.
async fn makes_link(visitor: &Visitor) -> Result<String> {
    presses(visitor, PUBLISH).await?;
    presses(visitor, "[data-action='link']").await?;
    sees(visitor, "#link").await?;
    let link = visitor
        .finds_out("return document.querySelector('#link').value", Vec::new())
        .await?;
    let link = link.as_str().context("a link")?.to_owned();
    let said = "return document.querySelector('[data-length]').innerText";
    let said = visitor.finds_out(said, Vec::new()).await?;
    let length = link.len().to_string();
    ensure!(
        said.as_str()
            .is_some_and(|said| said.contains(&length) && said.contains("cut links")),
        "{length}: {said}"
    );
    Ok(link)
}

async fn link(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    rewrites(visitor, NOTICE, SENTENCE).await?;
    let expected = downloads(visitor).await?;
    ensure!(expected.contains(SENTENCE), "the sentence isn't there");
    let link = makes_link(visitor).await?;
    let fragment = link.split_once('#').context("a fragment")?.1;
    visitor
        .finds_out("localStorage.clear()", Vec::new())
        .await?;

    visitor.goes_to("/playbooks/outage.json").await?;
    visitor.goes_to(&format!("{STUDIO}#{fragment}")).await?;
    stands(visitor, NOTICE, SENTENCE).await?;
    ensure!(downloads(visitor).await? == expected, "something is lost");
    waits(visitor, "location.hash === '' && location.search === ''").await?;
    Ok(())
}

async fn cut_link(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    let link = makes_link(visitor).await?;
    let fragment = link.split_once('#').context("a fragment")?.1.to_owned();
    presses(visitor, "nav [data-pane='words']").await?;
    rewrites(visitor, NOTICE, SENTENCE).await?;

    let cut = &fragment[..fragment.len() / 2];
    visitor
        .finds_out("location.hash = arguments[0]", vec![json!(cut)])
        .await?;
    let told =
        "document.querySelector('.told').innerText.includes('The end of this link is missing')";
    waits(visitor, told).await?;
    waits(visitor, "location.hash === ''").await?;
    stands(visitor, NOTICE, SENTENCE).await?;

    visitor
        .finds_out("location.hash = arguments[0]", vec![json!(fragment)])
        .await?;
    let script =
        "return document.querySelector(arguments[0])?.value.startsWith('Standing at a till')";
    visitor
        .waits_for("the draft of the link", script, vec![json!(NOTICE)])
        .await?;
    presses(visitor, ".home").await?;
    presses(visitor, "[data-draft]").await?;
    stands(visitor, NOTICE, SENTENCE).await
}

async fn guide(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "service-crisis").await?;
    presses(visitor, PUBLISH).await?;
    presses(visitor, "[data-action='guide']").await?;
    let words = "document.querySelector('.guide').innerText.includes('“What do you need help with first?” is “The app or website fails”')";
    waits(visitor, words).await?;
    visitor.finds_no_barrier_on_the_page("the guide").await?;
    presses(visitor, "[data-action='guide-back']").await?;
    sees(visitor, "[data-action='guide']").await
}

async fn one_page(visitor: &Visitor) -> Result<()> {
    for playbook in ["service-crisis", "outage", "disaster", "hardship", "health"] {
        begins_with(visitor, playbook).await?;
        presses(visitor, PUBLISH).await?;
        presses(visitor, "[data-action='guide']").await?;
        for locale in ["en", "ja", "hi"] {
            chooses(visitor, "#guide-language", locale).await?;
            waits(
                visitor,
                &format!("document.querySelector('.guide').lang === '{locale}'"),
            )
            .await?;
            let paper = visitor.prints().await?;
            let pages = paper.replace("/Type /Pages", "");
            let pages = pages.matches("/Type /Page").count();
            ensure!(pages == 1, "{playbook} in {locale}: {pages} pages");
        }
    }
    Ok(())
}

/// A browser that lets a file be written in its place. No test can answer the browser's own dialogue, so the file is one
/// in memory, with the methods of a handle.
const KEPT_FILE: &str = "window.kept = { text: '', written: 1000 };
    const handle = {
      name: 'storm.json',
      getFile: async () => new File([window.kept.text], 'storm.json', { lastModified: window.kept.written }),
      createWritable: async () => {
        let next = '';
        return { write: async (text) => (next += text), close: async () => Object.assign(window.kept, { text: next, written: window.kept.written + 1 }) };
      },
    };
    window.showOpenFilePicker = async () => [handle];
    window.showSaveFilePicker = async () => handle;";

async fn in_place(visitor: &Visitor) -> Result<()> {
    let before = String::from_utf8(file("/playbooks/outage.json")?.to_vec())?;
    visitor.goes_to(STUDIO).await?;
    sees(visitor, "[data-ready='blank']").await?;
    // In the page's own world, where the studio looks for it.
    let script = "const script = document.createElement('script');
        script.src = '/kept-file.js';
        document.head.append(script)";
    let reply = Reply::text("text/javascript", KEPT_FILE);
    visitor.site.answers("/kept-file.js", reply);
    visitor.finds_out(script, Vec::new()).await?;
    waits(
        visitor,
        "typeof window.showSaveFilePicker === 'function' && window.kept !== undefined",
    )
    .await?;
    visitor
        .finds_out("window.kept.text = arguments[0]", vec![json!(before)])
        .await?;
    presses(visitor, "[data-ready='blank']").await?;
    presses(visitor, ".home").await?;
    presses(visitor, "[data-action='pick']").await?;
    sees(visitor, NOTICE).await?;
    rewrites(visitor, NOTICE, SENTENCE).await?;
    presses(visitor, PUBLISH).await?;
    presses(visitor, "[data-action='save']").await?;
    waits(
        visitor,
        "document.querySelector('.told').innerText.includes('storm.json is saved')",
    )
    .await?;
    waits(visitor, &format!("window.kept.text.includes('{SENTENCE}')")).await?;

    let elsewhere = "Object.assign(window.kept, { text: 'theirs', written: 5000 })";
    visitor.finds_out(elsewhere, Vec::new()).await?;
    presses(visitor, "[data-action='save']").await?;
    waits(
        visitor,
        "document.querySelector('.told').innerText.includes('Somebody else has changed')",
    )
    .await?;
    waits(visitor, "window.kept.text === 'theirs'").await?;
    presses(visitor, "[data-action='save']").await?;
    waits(visitor, &format!("window.kept.text.includes('{SENTENCE}')")).await?;
    Ok(())
}

async fn published(visitor: &Visitor) -> Result<()> {
    let outage = String::from_utf8(file("/playbooks/outage.json")?.to_vec())?;
    let older = outage.replacen("Kestrel Pay", "Kestrel", 1);
    visitor
        .site
        .answers("/storm/ours.json", Reply::json(outage));
    visitor
        .site
        .answers("/storm/older.json", Reply::json(older));
    visitor
        .goes_to(&format!("{STUDIO}?open=/storm/ours.json"))
        .await?;
    sees(visitor, NOTICE).await?;
    waits(
        visitor,
        "location.search === '' && document.querySelector('.bar h1').innerText === 'ours.json'",
    )
    .await?;
    presses(visitor, PUBLISH).await?;
    presses(visitor, ".compare summary").await?;
    rewrites(visitor, "#compare-address", "/storm/older.json").await?;
    presses(visitor, ".compare .address button").await?;
    waits(
        visitor,
        "document.querySelector('.changes')?.innerText.trim() === 'Changed: name, English'",
    )
    .await?;
    rewrites(
        visitor,
        "#compare-address",
        "https://elsewhere.example/playbook.json",
    )
    .await?;
    presses(visitor, ".compare .address button").await?;
    waits(
        visitor,
        "document.querySelector('.told').innerText.includes('is not an address of this site')",
    )
    .await?;
    Ok(())
}

async fn versions(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    rewrites(visitor, NOTICE, SENTENCE).await?;
    waits(
        visitor,
        "Object.keys(localStorage).some((key) => key.startsWith('leeward-studio-version-'))",
    )
    .await?;
    rewrites(visitor, NOTICE, "Nothing works again.").await?;
    waits(visitor, "Object.entries(localStorage).some(([key, text]) => key.startsWith('leeward-studio-draft-') && text.includes('Nothing works'))").await?;

    visitor.goes_to(STUDIO).await?;
    presses(visitor, "[data-draft]").await?;
    presses(visitor, PUBLISH).await?;
    presses(visitor, "[data-version]").await?;
    presses(visitor, "nav [data-pane='words']").await?;
    stands(visitor, NOTICE, SENTENCE).await?;
    presses(visitor, "[data-action='undo']").await?;
    stands(visitor, NOTICE, "Nothing works again.").await
}

/// A storage that has room for a draft only while there is no earlier version in it.
const NARROW: &str = "const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      const is = (kind) => (key) => key.startsWith(`leeward-studio-${kind}-`);
      if (is('draft')(key) && Object.keys(this).some(is('version'))) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, text);
    };";

async fn room(visitor: &Visitor) -> Result<()> {
    visitor.injects(NARROW).await?;
    begins_with(visitor, "outage").await?;
    for sentence in [SENTENCE, "Nothing works again."] {
        rewrites(visitor, NOTICE, sentence).await?;
        let kept = format!(
            "Object.entries(localStorage).some(([key, text]) => key.startsWith('leeward-studio-draft-') && text.includes('{sentence}'))"
        );
        waits(visitor, &kept).await?;
        let version =
            "Object.keys(localStorage).some((key) => key.startsWith('leeward-studio-version-'))";
        waits(visitor, version).await?;
    }
    waits(visitor, "document.querySelector('.told').innerText === ''").await?;
    Ok(())
}

async fn opening(visitor: &Visitor) -> Result<()> {
    visitor.holds_a_phone_of(360).await?;
    visitor.goes_to(STUDIO).await?;
    sees(visitor, "[data-ready='blank']").await?;
    let unfold = "document.querySelectorAll('details').forEach((details) => (details.open = true))";
    visitor.finds_out(unfold, Vec::new()).await?;
    sees(visitor, "#address").await?;
    visitor
        .finds_no_barrier_on_the_page("the start, unfolded")
        .await?;
    begins_with(visitor, "outage").await?;
    presses(visitor, PUBLISH).await?;
    presses(visitor, "[data-action='link']").await?;
    sees(visitor, "#link").await?;
    visitor.finds_out(unfold, Vec::new()).await?;
    visitor
        .finds_no_barrier_on_the_page("publishing, unfolded")
        .await?;
    presses(visitor, "[data-action='guide']").await?;
    sees(visitor, ".guide").await?;
    visitor.finds_no_barrier_on_the_page("the guide").await
}
