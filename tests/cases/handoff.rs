//! What helps to take a channel, beside its link: what a press does, codes to scan, the summary, news. The links are
//! `drafts`' to judge, the result without all that `journeys`' and `faults`'.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::{Value, json};

const SCRIPT: &str = "/leeward/handoff.js";
pub const CARD: &str = "details.summary";

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "what a press does is said before it, and read out with the button",
            said,
        ),
        case(
            "the summary is in the visitor's words, and in the agents' where that is another language",
            summary,
        ),
        case("a code to scan holds the number, and no answer", code),
        case("another visit on the same page has another reference", anew),
        case(
            "what a result says can be kept as a file, and selected where nothing can be copied",
            keeps,
        ),
        case(
            "a notice tells where there will be news, and takes its link away with it",
            news,
        ),
        case(
            "without its script the result is whole, and the next one asks for it again",
            absent,
        ),
        case(
            "what stands beside the options has no barrier, from left to right and from right to left",
            barriers,
        ),
        case(
            "on a phone nothing is to be copied or scanned that a press does",
            phone,
        )
        .needs(Need::Tools),
    ]
}

pub async fn publishes(visitor: &Visitor, change: impl FnOnce(&mut Value)) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&site::file(SERVICE_CRISIS)?)?;
    change(&mut playbook);
    let reply = Reply::json(playbook.to_string());
    visitor.site.answers(SERVICE_CRISIS, reply);
    Ok(())
}

pub async fn comes(visitor: &Visitor, lang: &str) -> Result<()> {
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "Asia/Tokyo")
        .await?;
    visitor.visits(&HostPage::in_language(lang)).await?;
    visitor.opens().await?;
    visitor.starts().await
}

/// To the result of a technical problem, whose options are a chat and an e-mail.
pub async fn walks(visitor: &Visitor) -> Result<()> {
    visitor
        .walks(&[("topic", "technical"), ("affected", "3")])
        .await?;
    visitor.sees_result("technical").await?;
    visitor.sees(CARD).await?;
    Ok(())
}

pub async fn href_of(visitor: &Visitor, channel: &str) -> Result<String> {
    let script =
        "return probe.all(`[data-channel='${arguments[0]}'] .action`)[0].getAttribute('href')";
    let href = visitor.finds_out(script, vec![json!(channel)]).await?;
    Ok(href.as_str().context("a link")?.to_owned())
}

async fn said(visitor: &Visitor) -> Result<()> {
    comes(visitor, "en").await?;
    walks(visitor).await?;
    visitor
        .reads(
            "[data-channel='it_chat'] .hint",
            "Opens example.test in a new tab.",
        )
        .await?;
    visitor
        .reads(
            "[data-channel='email_us'] .hint",
            "Opens your mail app. Your answers are filled in.",
        )
        .await?;
    let script = "return probe.all('.action[aria-describedby]').map((action) =>
        action.getRootNode().getElementById(action.getAttribute('aria-describedby')).textContent.length > 0)";
    let described = visitor.finds_out(script, Vec::new()).await?;
    let described: Vec<bool> = serde_json::from_value(described)?;
    ensure!(
        described.len() > 2 && !described.contains(&false),
        "{described:?}"
    );
    visitor.chooses_language("ja").await?;
    visitor
        .reads(
            "[data-channel='it_chat'] .hint",
            "example.testが新しいタブで開きます。",
        )
        .await
}

async fn summary(visitor: &Visitor) -> Result<()> {
    comes(visitor, "ja").await?;
    walks(visitor).await?;
    visitor.clicks("details.summary summary").await?;
    let script = "const words = probe.all('.summary .words');
        return words.length === 2 && words.map((words) => [words.lang, words.textContent])";
    let words = visitor
        .waits_for("both languages", script, Vec::new())
        .await?;
    ensure!(words[0][0] == "ja" && words[1][0] == "en", "{words}");
    let english = words[1][1].as_str().context("words")?;
    ensure!(
        english.contains("What do you need help with first?") && english.ends_with('3'),
        "{english}"
    );
    Ok(())
}

async fn code(visitor: &Visitor) -> Result<()> {
    comes(visitor, "en").await?;
    visitor.walks(&[("topic", "emergency")]).await?;
    visitor.sees_result("emergency").await?;
    visitor
        .clicks("[data-channel='emergency_phone'] .tools [aria-expanded]")
        .await?;
    visitor
        .sees("[data-channel='emergency_phone'] .code svg")
        .await?;
    let script = "const svg = probe.find('.code svg');
        return [svg.viewBox.baseVal.width, svg.querySelector('path').getAttribute('d')]";
    let drawn = visitor.finds_out(script, Vec::new()).await?;
    let side = drawn[0].as_u64().context("a side")?;
    let path = drawn[1].as_str().context("a path")?;
    let dark = |x: usize, y: usize| path.contains(&format!("M{x} {y}h"));
    // A camera sees more than one point of each module.
    let scale = 4;
    let side = usize::try_from(side)? * scale;
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        if dark(x / scale, y / scale) { 0 } else { 255 }
    });
    let grids = picture.detect_grids();
    let (_, content) = grids.first().context("no code is found")?.decode()?;
    ensure!(content == "tel:+81300000119", "the code says {content}");
    visitor
        .clicks("[data-channel='emergency_phone'] .tools [aria-expanded]")
        .await?;
    visitor.does_not_see(".code").await
}

async fn anew(visitor: &Visitor) -> Result<()> {
    comes(visitor, "en").await?;
    walks(visitor).await?;
    let script = "return probe.all('.reference')[0].textContent";
    let first = visitor.finds_out(script, Vec::new()).await?;
    visitor.changes("affected").await?;
    visitor.answers("affected", "4").await?;
    visitor.sees(CARD).await?;
    ensure!(
        visitor.finds_out(script, Vec::new()).await? == first,
        "it changed on the way"
    );
    visitor.presses("restart").await?;
    visitor.starts().await?;
    walks(visitor).await?;
    ensure!(
        visitor.finds_out(script, Vec::new()).await? != first,
        "it stayed"
    );
    Ok(())
}

async fn keeps(visitor: &Visitor) -> Result<()> {
    comes(visitor, "en").await?;
    walks(visitor).await?;
    visitor.clicks("details.summary summary").await?;
    let script = "const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { window.kept = blob; return make.call(URL, blob); };
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () { if (this.download) window.file = this.download; else click.call(this); };
        navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))";
    visitor.finds_out(script, Vec::new()).await?;
    visitor
        .clicks(".summary .tools button:nth-of-type(2)")
        .await?;
    let kept = visitor
        .finds_out_later("window.kept.text().then(arguments[0])", Vec::new())
        .await?;
    let kept = kept.as_str().unwrap_or_default();
    for part in [
        "Minato Mutual",
        "Reference: ",
        "What do you need help with first?",
        "help@example.test",
    ] {
        ensure!(kept.contains(part), "{part} is not in {kept}");
    }
    let file = visitor.finds_out("return window.file", Vec::new()).await?;
    ensure!(
        file.as_str().is_some_and(|name| name.starts_with("help-")),
        "the file is called {file}"
    );
    visitor.clicks(".summary .tools button").await?;
    visitor
        .reads(".summary .done", "The text is selected. Copy it now.")
        .await
}

async fn news(visitor: &Visitor) -> Result<()> {
    const UPDATES: &str = "https://example.test/updates";
    let link = format!(".updates a[href='{UPDATES}']");
    publishes(visitor, |playbook| {
        playbook["notice"]["updates"] = UPDATES.into();
        playbook["notice"]["expires_at"] = "2026-11-24T12:00:00+09:00".into();
    })
    .await?;
    comes(visitor, "en").await?;
    walks(visitor).await?;
    visitor.reads(&link, "Tell me when there is news").await?;
    publishes(visitor, |playbook| {
        playbook["notice"]["updates"] = UPDATES.into();
        playbook["notice"]["expires_at"] = "2026-11-24T10:00:00+09:00".into();
    })
    .await?;
    comes(visitor, "en").await?;
    walks(visitor).await?;
    visitor.does_not_see(".updates").await
}

async fn absent(visitor: &Visitor) -> Result<()> {
    visitor.site.answers(SCRIPT, Reply::status(503));
    comes(visitor, "en").await?;
    visitor
        .expects_failing(SCRIPT)
        .expects_line(&["handoff.js"]);
    visitor
        .walks(&[("topic", "technical"), ("affected", "3")])
        .await?;
    visitor.sees_result("technical").await?;
    visitor.waits_for_request(SCRIPT, 1).await?;
    visitor
        .can_follow("email_us", "mailto:help@example.test")
        .await?;
    visitor.does_not_see("[data-after]").await?;
    visitor.site.recovers(SCRIPT);
    visitor.changes("affected").await?;
    visitor.answers("affected", "4").await?;
    visitor.sees(CARD).await?;
    Ok(())
}

async fn barriers(visitor: &Visitor) -> Result<()> {
    comes(visitor, "en").await?;
    walks(visitor).await?;
    visitor.clicks("details.summary summary").await?;
    visitor
        .finds_no_barrier("a result with its summary")
        .await?;
    visitor.chooses_language("ar").await?;
    visitor.sees(".summary [lang='ar']").await?;
    visitor.finds_no_barrier("the same in Arabic").await
}

async fn phone(visitor: &Visitor) -> Result<()> {
    visitor.holds_a_phone_of(360).await?;
    let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
    visitor
        .commands("Emulation.setTouchEmulationEnabled", touch)
        .await?;
    comes(visitor, "en").await?;
    walks(visitor).await?;
    visitor.does_not_see(".offer .tools").await?;
    visitor.clicks("details.summary summary").await?;
    visitor.finds_no_barrier("a result on a phone").await
}
