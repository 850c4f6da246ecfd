//! Pages that the browser translates while somebody is asked: each text is taken away, and a `<font>` with the
//! translation stands in its place. Nothing fails, and the visitor never reads what held before.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::{Value, json};

/// How translators put a translation in the place of a text.
const TRANSLATORS: &[(&str, &str)] = &[
    (
        "puts a translation in the place of each text",
        "text.replaceWith(font)",
    ),
    (
        "puts each translation before its text, and takes the text away",
        "text.before(font); text.remove()",
    ),
    (
        "keeps each text within its translation",
        "text.replaceWith(font); font.firstChild.replaceChildren(text); text.data = words",
    ),
];

/// Translates what is in the panel now, as Google does: but for what says that it isn't to be translated, and what is in
/// a translation already. In this language every sentence is in brackets.
const TRANSLATE: &str = "
const walker = document.createTreeWalker(document.querySelector('leeward-help').shadowRoot, NodeFilter.SHOW_TEXT);
const texts = [];
while (walker.nextNode()) texts.push(walker.currentNode);
let count = 0;
for (const text of texts) {
  if (!text.data.trim() || text.parentElement?.closest('font, [translate=no], style, textarea')) continue;
  const words = `[${text.data}]`;
  const font = document.createElement('font');
  font.append(Object.assign(document.createElement('font'), { textContent: words }));
  {put}
  count++;
}
return count";

const FEED: &str = "/status.json";

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = TRANSLATORS
        .iter()
        .map(|(name, put)| {
            let name = format!("a whole journey is right while a translator {name}");
            case(name, async |visitor| journey(visitor, put).await)
        })
        .collect();
    cases.extend([
        case(
            "what a live feed changes replaces its translation, and nothing is drawn anew for it",
            feed,
        ),
        case(
            "the visitor's answers go to the agents as they were written, whatever a browser has made of them",
            answers,
        ),
        case("the original comes back where it is asked for", original),
    ]);
    cases
}

async fn translates(visitor: &Visitor, put: &str) -> Result<()> {
    let script = TRANSLATE.replace("{put}", put);
    let count = visitor.finds_out(&script, Vec::new()).await?;
    ensure!(count.as_i64() > Some(0), "there was nothing to translate");
    Ok(())
}

/// What is shown has no words twice: beside no translation stands what it translates, nor another translation.
async fn is_plain(visitor: &Visitor, screen: &str) -> Result<()> {
    let script = r"
      const shown = probe.all('#smart *').filter((one) => one.localName !== 'font' && one.checkVisibility());
      const twice = shown.filter((one) => {
        const texts = [...one.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).map(({ data }) => data.trim());
        const fonts = [...one.children].filter(({ localName }) => localName === 'font').map(({ textContent }) => textContent.replaceAll(/[[\]]/g, '').trim());
        return texts.some((text) => fonts.includes(text)) || new Set(fonts).size < fonts.length;
      });
      return twice.map((one) => one.textContent)";
    let twice = visitor.finds_out(script, Vec::new()).await?;
    ensure!(twice == json!([]), "{screen} says twice {twice}");
    Ok(())
}

/// Nothing of an earlier screen, or of another language, is left.
async fn says(visitor: &Visitor, selector: &str, words: &str) -> Result<()> {
    let script = "return probe.find(arguments[0])?.innerText.trim() === arguments[1]";
    let what = format!("{selector} to say {words:?} alone");
    visitor
        .waits_for(&what, script, vec![json!(selector), json!(words)])
        .await?;
    Ok(())
}

async fn journey(visitor: &Visitor, put: &str) -> Result<()> {
    let playbook: Value = serde_json::from_slice(&site::file(SERVICE_CRISIS)?)?;
    let asked = |at: usize, locale: &str| {
        let text = playbook["questions"][at]["text"][locale].as_str();
        text.map(ToOwned::to_owned)
            .context("the question has no text")
    };
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    translates(visitor, put).await?;
    is_plain(visitor, "welcome").await?;
    // Numbers stay as they are dialled, and languages have their own names.
    let script = "return probe.all('.emergency bdi, .languages button, select option').filter((one) => one.textContent.includes('['))
        .map((one) => one.textContent)";
    let changed = visitor.finds_out(script, Vec::new()).await?;
    ensure!(changed == json!([]), "translated are {changed}");
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    says(visitor, "h3", &asked(0, "en")?).await?;
    translates(visitor, put).await?;
    says(visitor, "h3", &format!("[{}]", asked(0, "en")?)).await?;
    visitor.chooses_language("ja").await?;
    says(visitor, "h3", &asked(0, "ja")?).await?;
    let script = "return probe.all('#smart font').length";
    let left = visitor.finds_out(script, Vec::new()).await?;
    ensure!(left == json!(0), "{left} translations are left");
    translates(visitor, put).await?;
    visitor.presses("continue").await?;
    visitor.sees(".error-summary").await?;
    translates(visitor, put).await?;
    visitor
        .walks(&[
            ("topic", "other"),
            ("safe", "yes"),
            ("danger", "exhaustion"),
        ])
        .await?;
    visitor.is_asked("draining").await?;
    translates(visitor, put).await?;
    visitor
        .answers("draining", "family,sleep,paperwork")
        .await?;
    visitor.is_asked("one_thing").await?;
    translates(visitor, put).await?;
    visitor.answers("one_thing", "屋根").await?;
    visitor.sees_result("listen").await?;
    translates(visitor, put).await?;
    is_plain(visitor, "the result").await?;
    visitor.chooses_language("en").await?;
    says(visitor, "h3", triage::Label::Result.english()).await?;
    translates(visitor, put).await?;
    visitor.wants_to_write("message_form").await?;
    translates(visitor, put).await?;
    visitor.presses("send").await?;
    visitor.sees(".error-summary").await?;
    translates(visitor, put).await?;
    visitor.composes("Ann", "ann@example.test", "Help").await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    translates(visitor, put).await?;
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    is_plain(visitor, "the contact list").await?;
    visitor.presses("return").await?;
    visitor.sees_result("listen").await?;
    visitor.closes().await
}

async fn feed(visitor: &Visitor) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&site::file(SERVICE_CRISIS)?)?;
    playbook["status"] = json!({
        "url": FEED,
        "about": [{ "component": "Chat", "when": { "question": "topic", "is": "technical" } }],
    });
    visitor
        .site
        .answers(SERVICE_CRISIS, Reply::json(playbook.to_string()));
    let says_of = |seconds: u32, name: &str| {
        let channels = json!({ "it_chat": { "state": "busy", "wait_seconds": seconds } });
        let incidents = json!([{ "id": "i", "state": "incident", "name": name }]);
        Reply::json(
            json!({ "version": 1, "channels": channels, "incidents": incidents }).to_string(),
        )
    };
    visitor.site.answers(FEED, says_of(60, "Chat is slow"));
    visitor.holds_long_timers().await?;
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "Asia/Tokyo")
        .await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor
        .walks(&[("topic", "technical"), ("affected", "3")])
        .await?;
    visitor.sees_result("technical").await?;
    visitor.reads(".reports", "Chat is slow").await?;
    let facts = "[data-channel='it_chat'] .facts";
    visitor.reads(facts, "1 to 2 minutes").await?;
    let translator = TRANSLATORS[0].1;
    translates(visitor, translator).await?;
    visitor.reads(facts, "[").await?;
    // What is translated by and by is not drawn anew for it, which a translator would have to translate anew, for ever.
    let script = "const done = arguments[0];
        requestAnimationFrame(() => setTimeout(() => done(probe.all('.reports').every((box) => box.querySelector('font')))))";
    let kept = visitor.finds_out_later(script, Vec::new()).await?;
    ensure!(kept == json!(true), "what is known was drawn anew");
    visitor.notes_announcements().await?;
    visitor
        .site
        .answers(FEED, says_of(2400, "Chat is very slow"));
    visitor.lets_seconds_pass(76).await?;
    visitor.reads(facts, "40 to 60 minutes").await?;
    visitor.reads(".reports", "Chat is very slow").await?;
    let script = "return probe.find(arguments[0]).innerText";
    let text = visitor.finds_out(script, vec![json!(facts)]).await?;
    ensure!(
        text.as_str().is_some_and(|text| !text.contains("1 to 2")),
        "the wait is {text}"
    );
    // The best way is the same one, whatever it is called now.
    let said = visitor.announcements().await?;
    ensure!(
        said.iter().all(|line| !line.contains("Best for you now")),
        "announced {said:?}"
    );
    Ok(())
}

async fn answers(visitor: &Visitor) -> Result<()> {
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "Asia/Tokyo")
        .await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor
        .walks(&[("topic", "technical"), ("affected", "3")])
        .await?;
    visitor.sees_result("technical").await?;
    visitor.sees(".summary").await?;
    let script =
        "return probe.all('a[href^=\"mailto:\"], a[href^=\"sms:\"]').map(({ href }) => href)";
    let before = visitor.finds_out(script, Vec::new()).await?;
    ensure!(
        before.to_string().contains("body="),
        "there is no draft: {before}"
    );
    translates(visitor, TRANSLATORS[0].1).await?;
    // Everything that hears of a change has heard of this one.
    let script =
        format!("const done = arguments[0]; setTimeout(() => done((() => {{ {script} }})()))");
    let after = visitor.finds_out_later(&script, Vec::new()).await?;
    ensure!(before == after, "the drafts are {after}");
    visitor.clicks(".summary summary").await?;
    let script = "return probe.find('.reference').closest('[translate=no]') !== null && !probe.find('.reference').textContent.includes('[')";
    let kept = visitor.finds_out(script, Vec::new()).await?;
    ensure!(kept == json!(true), "the reference may be translated");
    Ok(())
}

async fn original(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    let question = visitor.text_of("h3").await?;
    for back in [
        "font.replaceWith(texts.get(font))",
        "font.replaceWith(texts.get(font).wholeText)",
        "font.remove()",
    ] {
        // The translator remembers the texts that it has taken away, and what they said.
        let script = "window.texts = new Map();
            const text = [...probe.find('h3').childNodes].find((node) => node.data);
            const font = Object.assign(document.createElement('font'), { textContent: 'другое' });
            window.texts.set(font, text);
            text.replaceWith(font)";
        visitor.finds_out(script, Vec::new()).await?;
        says(visitor, "h3", "другое").await?;
        if back.contains("wholeText") {
            let script =
                "const { texts } = window; const [[font]] = texts; font.replaceWith(arguments[0])";
            visitor.finds_out(script, vec![json!(question)]).await?;
        } else {
            let script = format!("const {{ texts }} = window; const [[font]] = texts; {back}");
            visitor.finds_out(&script, Vec::new()).await?;
        }
        says(visitor, "h3", &question).await?;
    }
    visitor.chooses_language("ja").await?;
    let script = "return probe.find('h3').innerText.includes(arguments[0])";
    let left = visitor.finds_out(script, vec![json!(question)]).await?;
    ensure!(left == json!(false), "the English question is still there");
    Ok(())
}
