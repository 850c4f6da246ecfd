//! Links of a result that carry something: drafts that say what the visitor says and nothing more, and parameters.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    visitor::Visitor,
};
use serde_json::json;

use crate::handoff::{CARD, comes, href_of, publishes, walks};

/// What would add a recipient, a field or a fragment if it were not encoded, and what is easily broken in two.
const SPITEFUL: &str = "a&bcc=evil@example.test\r\nBcc: evil@example.test #x %0D%0A + 🧑‍🚒 100 %";

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case(
            "a conversation in LINE begins with what the visitor told",
            line,
        ),
        case(
            "messaging apps without drafts are named, and their links are as they were",
            apps,
        ),
        case(
            "a link with parameters tells ids and the reference, and never a visitor's words",
            parameters,
        ),
        case(
            "a channel with \"draft\": false and a private question stay out of drafts",
            refused,
        ),
    ];
    for (channel, url, keys) in DRAFTS {
        cases.push(case(
            format!("a visitor's words are one value of a link of {url} and nothing more"),
            async move |visitor| injected(visitor, channel, url, keys).await,
        ));
    }
    cases
}

/// A channel of the playbook, the beginning of its link with a draft, and the keys that the link may have.
const DRAFTS: &[(&str, &str, &[&str])] = &[
    ("email_us", "mailto:help@example.test", &["subject", "body"]),
    ("agent_sms", "sms:+819000000120", &["body"]),
    ("portal", "https://wa.me/819000000120", &["text"]),
    ("portal", "https://t.me/minato", &["text"]),
    ("portal", "https://m.me/minato", &["text"]),
];

async fn injected(visitor: &Visitor, channel: &str, url: &str, keys: &[&str]) -> Result<()> {
    publishes(visitor, |playbook| {
        if url.starts_with("https") {
            playbook["channels"][channel]["url"] = url.into();
            playbook["channels"][channel]["kind"] = "social".into();
            playbook["channels"][channel]["draft"] = true.into();
        }
    })
    .await?;
    comes(visitor, "en").await?;
    visitor
        .walks(&[
            ("topic", "other"),
            ("safe", "yes"),
            ("danger", "exhaustion"),
        ])
        .await?;
    visitor.is_asked("draining").await?;
    visitor.presses("continue").await?;
    visitor.is_asked("one_thing").await?;
    // A text field drops line breaks that are typed.
    let script = "const field = probe.find('[name=answer]');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    visitor.finds_out(script, vec![json!(SPITEFUL)]).await?;
    visitor.presses("continue").await?;
    visitor.sees_result("listen").await?;
    visitor.sees(CARD).await?;
    let href = href_of(visitor, channel).await?;
    let (before, query) = href
        .split_once('?')
        .or_else(|| href.split_once('&'))
        .context("a draft")?;
    ensure!(before == url, "the link leads to {before}");
    ensure!(
        !query.contains(['#', '+', ' ', '@', '\n']),
        "not encoded: {query}"
    );
    let script =
        "return arguments[0].split('&').map((pair) => pair.split('=').map(decodeURIComponent))";
    let pairs = visitor.finds_out(script, vec![json!(query)]).await?;
    let pairs: Vec<Vec<String>> = serde_json::from_value(pairs)?;
    let found: Vec<&str> = pairs
        .iter()
        .filter_map(|pair| pair.first())
        .map(String::as_str)
        .collect();
    ensure!(found == keys, "the link has {found:?}");
    let text = pairs
        .last()
        .and_then(|pair| pair.get(1))
        .context("a value")?;
    let one_line = SPITEFUL.replace("\r\n", "");
    ensure!(
        text.replace("\r\n", "").contains(&one_line),
        "not what was written: {text}"
    );
    ensure!(
        !text.replace("\r\n", "").contains('\n'),
        "a bare line break in {text:?}"
    );
    Ok(())
}

async fn line(visitor: &Visitor) -> Result<()> {
    publishes(visitor, |playbook| {
        let portal = &mut playbook["channels"]["portal"];
        portal["url"] = "https://line.me/R/ti/p/%40minato".into();
        portal["kind"] = "social".into();
        portal["draft"] = true.into();
    })
    .await?;
    comes(visitor, "ja").await?;
    walks(visitor).await?;
    let href = href_of(visitor, "portal").await?;
    let text = href
        .strip_prefix("https://line.me/R/oaMessage/%40minato/?")
        .with_context(|| format!("the link is {href}"))?;
    ensure!(!text.contains(['=', '&', '#', '+']), "not encoded: {text}");
    let script = "return decodeURIComponent(arguments[0])";
    let text = visitor.finds_out(script, vec![json!(text)]).await?;
    let text = text.as_str().unwrap_or_default();
    let told = "アプリやサイトが使えない";
    ensure!(text.contains(told), "{text}");
    visitor.clicks("details.others summary").await?;
    visitor.reads("[data-channel='portal'] .hint", "LINE").await
}

async fn apps(visitor: &Visitor) -> Result<()> {
    for (url, name) in [
        ("https://pf.kakao.com/_minato/chat", "Opens KakaoTalk."),
        ("https://vb.me/minato", "Opens Viber."),
    ] {
        publishes(visitor, |playbook| {
            let portal = &mut playbook["channels"]["portal"];
            portal["url"] = url.into();
            portal["kind"] = "social".into();
            portal["draft"] = true.into();
        })
        .await?;
        comes(visitor, "en").await?;
        walks(visitor).await?;
        visitor.clicks("details.others summary").await?;
        visitor.reads("[data-channel='portal'] .hint", name).await?;
        let href = href_of(visitor, "portal").await?;
        ensure!(href == url, "the link is {href}");
    }
    Ok(())
}

async fn parameters(visitor: &Visitor) -> Result<()> {
    publishes(visitor, |playbook| {
        playbook["channels"]["it_chat"]["parameters"] = json!({ "topic": "topic", "many": "affected", "from": "route", "ref": "reference", "words": "one_thing" });
        playbook["channels"]["it_chat"]["url"] = "https://example.test/chat?a=b#c".into();
    })
    .await?;
    comes(visitor, "ja").await?;
    walks(visitor).await?;
    let reference = visitor
        .finds_out(
            "return probe.all('.reference')[0].textContent.replace(' ', '')",
            Vec::new(),
        )
        .await?;
    let reference = reference.as_str().context("a reference")?;
    ensure!(reference.len() == 4, "{reference}");
    let href = href_of(visitor, "it_chat").await?;
    let expected = format!(
        "https://example.test/chat?a=b&topic=technical&many=3&from=technical&ref={reference}#c"
    );
    ensure!(href == expected, "{href} instead of {expected}");
    Ok(())
}

async fn refused(visitor: &Visitor) -> Result<()> {
    publishes(visitor, |playbook| {
        playbook["channels"]["agent_sms"]["draft"] = false.into();
        playbook["questions"][0]["private"] = true.into();
    })
    .await?;
    comes(visitor, "en").await?;
    walks(visitor).await?;
    let sms = href_of(visitor, "agent_sms").await?;
    ensure!(sms == "sms:+819000000120", "{sms}");
    let mail = href_of(visitor, "email_us").await?;
    ensure!(
        mail.contains("body=") && !mail.contains("What%20do%20you%20need"),
        "{mail}"
    );
    Ok(())
}
