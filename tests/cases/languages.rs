//! A playbook that `leeward split` has made into one file a language: who downloads which, and what becomes of a visitor
//! who changes the language on the way.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::{self, HostPage, SERVICE_CRISIS},
    site::{self, Gate, Reply, Site},
    visitor::Visitor,
    watch::strings,
};
use serde_json::{Value, json};
use thirtyfour::Key;

const ENGLISH: &str = "/playbooks/split/service-crisis.json";
/// At night most channels are closed, and more has to be said than by day.
const NIGHT: &str = "2026-11-24T03:00:00+09:00";

const JAPANESE: &str = "/playbooks/split/service-crisis.ja.json";

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "of a playbook that is split by language a visitor downloads the file in theirs",
            own_file,
        ),
        case(
            "changing the language of a split playbook keeps the place and the answers",
            changes,
        ),
        case(
            "a language whose file doesn't come leaves the visitor in the one they have",
            missing,
        ),
        case(
            "a file in another language that asks other things is begun anew",
            other_questions,
        ),
        case(
            "a translation on another server is never asked for",
            elsewhere,
        ),
        case(
            "in Arabic everything runs from right to left, and three touches lead to a call",
            by_touch,
        ),
        case(
            "in Arabic the keyboard leads from the launcher to a call",
            by_keyboard,
        ),
        case(
            "in a language without built-in words, what stays English says so",
            english,
        ),
        case(
            "a playbook's own words take the place of every built-in word of the safe layer",
            own_words,
        ),
        case(
            "in words a third longer everything is translated, and fits on a narrow phone",
            pseudo,
        )
        .needs(Need::Zones),
    ]
}

async fn own_file(visitor: &Visitor) -> Result<()> {
    visitor
        .visits(&HostPage::in_language("ja").about(JAPANESE))
        .await?;
    visitor.opens().await?;
    visitor.is_spoken_to_in("ja").await?;
    visitor.starts().await?;
    ensure!(visitor.site.times_asked(JAPANESE) == 1 && visitor.site.times_asked(ENGLISH) == 0);
    // A page that names the English file for everybody.
    visitor
        .visits(&HostPage::in_language("ja").about(ENGLISH))
        .await?;
    visitor.opens().await?;
    visitor.is_spoken_to_in("ja").await?;
    ensure!(visitor.site.times_asked(JAPANESE) == 2 && visitor.site.times_asked(ENGLISH) == 1);
    Ok(())
}

async fn starts_in_english(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default().about(ENGLISH)).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.answers("topic", "reschedule").await
}

async fn changes(visitor: &Visitor) -> Result<()> {
    starts_in_english(visitor).await?;
    ensure!(visitor.site.times_asked(JAPANESE) == 0);
    visitor.fills_in("affected", "25").await?;
    for locale in ["ja", "hi", "en", "ja"] {
        visitor.chooses_language(locale).await?;
        visitor.sees_answer("affected", "25").await?;
    }
    visitor.presses("continue").await?;
    visitor.sees_result("large_group").await?;
    visitor.reads(".told", "25人").await?;
    visitor.presses("back").await?;
    visitor.presses("back").await?;
    visitor.sees_answer("topic", "reschedule").await
}

async fn missing(visitor: &Visitor) -> Result<()> {
    starts_in_english(visitor).await?;
    visitor.site.answers(JAPANESE, Reply::status(404));
    visitor.expects_failing(JAPANESE).expects_line(&[
        JAPANESE,
        "answered 404",
        "The language stays as it is",
    ]);
    visitor.picks_at_the_foot("ja").await?;
    visitor.waits_for_request(JAPANESE, 1).await?;
    visitor.answers("affected", "25").await?;
    visitor.is_spoken_to_in("en").await?;
    visitor.sees_result("large_group").await
}

async fn other_questions(visitor: &Visitor) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&site::file(JAPANESE)?)?;
    let options = playbook.pointer_mut("/questions/0/options");
    let options = options.and_then(Value::as_array_mut);
    let options = options.context("the first question has no options any more")?;
    options.push(json!({ "id": "something_new", "text": "ほか" }));
    visitor
        .site
        .answers(JAPANESE, Reply::json(playbook.to_string()));
    starts_in_english(visitor).await?;
    visitor.picks_at_the_foot("ja").await?;
    visitor.sees_step("welcome").await?;
    visitor.is_spoken_to_in("ja").await
}

async fn elsewhere(visitor: &Visitor) -> Result<()> {
    let other = Site::start().await?;
    other.is_open_to_all();
    let mut playbook: Value = serde_json::from_slice(&site::file(ENGLISH)?)?;
    playbook["translations"]["ja"] = json!(other.url(JAPANESE));
    visitor
        .site
        .answers(ENGLISH, Reply::json(playbook.to_string()));
    visitor
        .visits(&HostPage::in_language("ja").about(ENGLISH))
        .await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.is_spoken_to_in("en").await?;
    ensure!(
        other.requests().is_empty(),
        "asked elsewhere for {:?}",
        other.requests()
    );
    Ok(())
}

/// The whole journey in the pseudo-locale.
async fn pseudo(visitor: &Visitor) -> Result<()> {
    let playbook = page::pseudo(SERVICE_CRISIS)?;
    visitor.site.answers(SERVICE_CRISIS, playbook);
    visitor.comes_at(NIGHT, "Asia/Kolkata").await?;
    visitor.holds_a_phone_of(320).await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.is_spoken_to_in("en-XA").await?;
    visitor.reads_pseudo_words_only("welcome").await?;
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    visitor.reads_pseudo_words_only("the contact list").await?;
    visitor.presses("return").await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    visitor.presses("continue").await?;
    visitor.sees_complaint().await?;
    visitor.reads_pseudo_words_only("a choice").await?;
    let answers = [
        ("topic", "other"),
        ("safe", "yes"),
        ("danger", "exhaustion"),
    ];
    visitor.walks(&answers).await?;
    visitor.is_asked("draining").await?;
    visitor.reads_pseudo_words_only("a ranking").await?;
    visitor.answers("draining", "not_sure").await?;
    visitor.reads_pseudo_words_only("a text").await?;
    visitor.answers("one_thing", "7").await?;
    visitor.sees_result("listen").await?;
    visitor.clicks(".others summary").await?;
    visitor.reads_pseudo_words_only("a result").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.sends().await?;
    visitor.has_focus_on(".error-summary").await?;
    visitor.reads_pseudo_words_only("a message").await
}

/// What is read in `.smart` under an element in another language than the visitor's, and what isn't.
const READ: &str = r"
const read = { en: [], own: [] };
for (const element of probe.all('.smart *').filter((element) => element.checkVisibility() && !element.closest('select, [data-locale]'))) {
  const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join('');
  if (/\p{L}/u.test(text)) read[element.closest('[lang]').lang === 'en' ? 'en' : 'own'].push(text);
}
return read;
";

/// The Japanese texts, said to be in a language that Leeward has no words for.
async fn english(visitor: &Visitor) -> Result<()> {
    let text = String::from_utf8(site::file(JAPANESE)?.to_vec())?;
    visitor.site.answers(
        SERVICE_CRISIS,
        Reply::json(text.replace("\"ja\"", "\"ain\"")),
    );
    visitor.visits(&HostPage::in_language("ain")).await?;
    visitor.opens().await?;
    visitor.is_spoken_to_in("ain").await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    let read = visitor.finds_out(READ, Vec::new()).await?;
    let texts = |name: &str| strings(&read[name]);
    let is_english = |text: &String| text.is_ascii();
    ensure!(
        texts("en").iter().any(|text| text == "Continue")
            && texts("en").iter().all(|text| !text.contains('の')),
        "said to be English: {read}"
    );
    ensure!(
        !texts("own").is_empty() && !texts("own").iter().any(is_english),
        "not said to be English: {read}"
    );
    Ok(())
}

/// A number that is answered day and night.
const CALL: &str = "[data-channel='emergency_phone'] a[href='tel:+81300000119']";

/// Where things stand: each pair from right to left, as lines are read. The number of a call runs from left to right.
const MIRRORED: &str = r"
const box = (selector) => probe.find(selector).getBoundingClientRect();
const pairs = arguments[0].filter(([first, second]) => box(first).left < box(second).right - 1);
const numbers = probe.all('bdi').filter((number) => /^\+?[\d -]+$/.test(number.innerText) && getComputedStyle(number).direction !== 'ltr');
return [...pairs.map(String), ...numbers.map(({ innerText }) => innerText)];
";

async fn comes_in_arabic(visitor: &Visitor) -> Result<()> {
    visitor.holds_a_phone_of(360).await?;
    visitor.visits(&HostPage::in_language("ar")).await?;
    Ok(())
}

async fn is_mirrored(visitor: &Visitor, pairs: &[[&str; 2]]) -> Result<()> {
    let wrong = visitor.finds_out(MIRRORED, vec![json!(pairs)]).await?;
    ensure!(wrong == json!([]), "from left to right: {wrong}");
    Ok(())
}

async fn is_called(visitor: &Visitor) -> Result<()> {
    let contact = visitor.hears("leeward-contact").await?;
    ensure!(
        contact == json!({ "channel": "emergency_phone", "kind": "phone" }),
        "{contact}"
    );
    Ok(())
}

async fn by_touch(visitor: &Visitor) -> Result<()> {
    comes_in_arabic(visitor).await?;
    visitor.opens().await?;
    visitor.is_spoken_to_in("ar").await?;
    visitor.sees("#panel[dir='rtl'] .smart[dir='rtl']").await?;
    let contacts = "[data-action='contacts']";
    is_mirrored(visitor, &[["#title", "#close"], [contacts, "select"]]).await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    is_mirrored(
        visitor,
        &[
            [".option input", ".option span"],
            ["[data-action='back']", ".top p"],
        ],
    )
    .await?;
    visitor.clicks(contacts).await?;
    visitor.sees_step("contacts").await?;
    visitor.clicks(CALL).await?;
    is_called(visitor).await
}

async fn by_keyboard(visitor: &Visitor) -> Result<()> {
    comes_in_arabic(visitor).await?;
    visitor.opens().await?;
    visitor.closes().await?;
    visitor.tabs_to("#launcher").await?;
    visitor.types(Key::Enter).await?;
    visitor.is_at_heading_of("welcome").await?;
    visitor
        .presses_by_key("[data-action='contacts']", Key::Enter)
        .await?;
    visitor.is_at_heading_of("contacts").await?;
    visitor.presses_by_key(CALL, Key::Enter).await?;
    is_called(visitor).await
}

async fn own_words(visitor: &Visitor) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&site::file(SERVICE_CRISIS)?)?;
    playbook["exit"] = json!({ "url": "https://example.test/" });
    let words = [
        ("loading", "#status", "One moment, please"),
        (
            "contacts_title",
            "#contacts h3",
            "This is how you get through",
        ),
        ("always", "#contacts li[data-channel]", "Around the clock"),
        ("close", "#close", "Put this away"),
        ("exit", "#exit", "Away from here"),
        ("exit_hint", "#exit", "Or press Shift three times"),
    ];
    for (label, _, text) in words {
        playbook["labels"][label] = json!({ "en": text });
    }
    let answer = Reply::json(playbook.to_string());
    visitor.site.answers(SERVICE_CRISIS, answer);
    let wasm = "/leeward/widget_bg.wasm";
    let gate = Gate::default();
    let late = Reply::of_type(wasm, site::file(wasm)?).behind(&gate);
    visitor.site.answers(wasm, late);
    visitor.holds_long_timers().await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.clicks("#launcher").await?;
    for (label, selector, text) in words {
        if label == "exit" {
            gate.opens();
            visitor.sees_step("welcome").await?;
        }
        let script = "const element = probe.find(arguments[0]);
            return [element?.innerText, element?.ariaLabel, element?.title].some((said) => said?.includes(arguments[1]))";
        let arguments = vec![json!(selector), json!(text)];
        visitor
            .waits_for(&format!("the playbook's {label}"), script, arguments)
            .await?;
    }
    Ok(())
}
