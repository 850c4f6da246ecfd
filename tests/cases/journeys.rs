//! The whole way by mouse, in each language: from the launcher to somebody who helps, and to a message
//! that arrives, or does not.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::HostPage,
    site::Reply,
    visitor::Visitor,
};
use serde_json::{Value, json};

/// A working day in Tokyo, and a holiday in Bengaluru.
const OFFICE_HOURS: &str = "2026-11-24T10:30:00+09:00";

/// Somebody for whom nothing can be solved today.
const UNSOLVABLE: &[(&str, &str)] = &[
    ("topic", "other"),
    ("safe", "yes"),
    ("danger", "money"),
    ("finances", "living"),
    ("one_thing", "The rent is due on Friday"),
];

/// Somebody who asks in a language, whom they are offered, and what they write.
struct Person {
    locale: &'static str,
    /// The best and the second option when the app fails.
    technical: [&'static str; 2],
    /// The second option for somebody who is listened to.
    listened: &'static str,
    message: [&'static str; 3],
}

const PEOPLE: &[Person] = &[
    Person {
        locale: "en",
        technical: ["it_chat", "email_us"],
        listened: "claims_phone",
        message: [
            "Ann Lee",
            "ann@example.test",
            "The roof leaks & \"nobody\" answers.",
        ],
    },
    Person {
        locale: "ja",
        technical: ["it_chat", "email_us"],
        listened: "claims_phone",
        message: [
            "新井",
            "090-0000-0000",
            "屋根が雨漏りしています。\n助けてください。",
        ],
    },
    Person {
        locale: "hi",
        technical: ["it_chat", "email_us"],
        listened: "email_us",
        message: ["रवि", "ravi@example.test", "छत टपक रही है 🙏"],
    },
    Person {
        locale: "ar",
        technical: ["email_us", "message_form"],
        listened: "claims_phone",
        message: ["سارة", "sara@example.test", "السقف يسرّب الماء (الطابق 3)."],
    },
];

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = PEOPLE
        .iter()
        .map(|person| {
            let name = format!(
                "a visitor is routed, thinks again and sends a message, in {}",
                person.locale
            );
            case(name, async |visitor| whole_journey(visitor, person).await)
        })
        .collect();
    cases.push(case(
        "a message that fails, or may have failed, is never called sent and never lost",
        message_in_trouble,
    ));
    cases.push(case(
        "a message that a program seems to have written is sent all the same, with a hint",
        suspect,
    ));
    cases.push(case(
        "a click on the launcher counts when its words change while it is pressed",
        pressed_while_words_come,
    ));
    let offline = case(
        "whoever loses the connection on the way loses nothing",
        offline,
    );
    cases.push(offline.needs(Need::Offline));
    cases
}

async fn pressed_while_words_come(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    let words = visitor.text_of("#launcher").await?;
    visitor.presses_down("#launcher").await?;
    let script = "return probe.find('#launcher').innerText !== arguments[0]";
    visitor
        .waits_for("the playbook's words", script, vec![json!(words)])
        .await?;
    visitor.lets_go().await?;
    visitor.sees("#panel[open]").await?;
    Ok(())
}

async fn whole_journey(visitor: &Visitor, person: &Person) -> Result<()> {
    let Person {
        locale,
        technical,
        listened,
        message,
    } = *person;
    let [name, contact, text] = message;
    visitor.comes_at(OFFICE_HOURS, "Asia/Tokyo").await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.picks_language(locale).await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.answers("affected", "3").await?;
    visitor.sees_result("technical").await?;
    visitor.is_offered(technical[0], technical[1]).await?;
    if technical.contains(&"it_chat") {
        visitor
            .can_follow("it_chat", "https://example.test/chat")
            .await?;
    }
    visitor
        .can_follow("email_us", "mailto:help@example.test")
        .await?;

    visitor.changes("topic").await?;
    visitor.walks(UNSOLVABLE).await?;
    visitor.sees_result("listen").await?;
    visitor.is_offered("message_form", listened).await?;
    visitor.wants_to_write("message_form").await?;
    visitor
        .sees("[name='contact'][aria-describedby='hint']")
        .await?;
    visitor.sees(".field + #hint").await?;
    visitor.composes(name, contact, text).await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    visitor.reads("[data-outcome='sent']", contact).await?;
    visitor.presses("done").await?;
    visitor.sees_result("listen").await?;
    visitor.closes().await?;
    visitor.has_focus_on("#launcher").await?;

    let messages = visitor.site.messages()?;
    let [posted] = messages.as_slice() else {
        anyhow::bail!("posted {} times", messages.len())
    };
    is_message(posted, locale, message)
}

/// What arrives is exactly what docs/embed.md promises: the answers in the playbook's first language,
/// which is that of the person who reads them.
fn is_message(posted: &Value, locale: &str, [name, contact, message]: [&str; 3]) -> Result<()> {
    let mut posted = posted.as_object().context("not an object")?.clone();
    let key = posted.remove("key").context("no key")?;
    ensure!(
        key.as_str().is_some_and(|key| key.len() == 32),
        "the key is {key}"
    );
    let suspect = posted.remove("suspect").context("no suspect")?;
    ensure!(suspect.is_boolean(), "suspect is {suspect}");
    let reference = posted.remove("reference").context("no reference")?;
    ensure!(
        reference.as_str().is_some_and(|text| text.len() == 4),
        "the reference is {reference}"
    );
    let expected = json!({
        "locale": locale,
        "name": name,
        "contact": contact,
        "message": message,
        "route": "listen",
        "answers": [
            { "question": "What do you need help with first?", "answer": "Money, or something else" },
            { "question": "Is everybody with you safe right now?", "answer": "yes" },
            {
                "question": "Would you say the damage, the money or exhaustion is the most dangerous right now?",
                "answer": "The money: bills, wages, repairs"
            },
            { "question": "What hits your finances most right now?", "answer": "Rent, loan, daily costs" },
            {
                "question": "Can you name the one most important thing we must solve now?",
                "answer": "The rent is due on Friday"
            },
        ],
    });
    let posted = Value::from(posted);
    ensure!(posted == expected, "posted {posted:#}");
    Ok(())
}

async fn message_in_trouble(visitor: &Visitor) -> Result<()> {
    let [name, contact, message] = ["", "+44 20 7946 0000", "Please call me back."];
    visitor.visits(&HostPage::default()).await?;
    visitor.expects_failing("/messages");
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.walks(UNSOLVABLE).await?;
    visitor.wants_to_write("message_form").await?;
    visitor.composes(name, contact, message).await?;

    let troubles = [
        (Reply::status(422), "failed"),
        (Reply::status(500), "unknown"),
        (Reply::status(404), "failed"),
        (Reply::dropped(), "unknown"),
    ];
    for (reply, outcome) in troubles {
        visitor.site.answers("/messages", reply);
        visitor.sends().await?;
        visitor.is_told(outcome).await?;
        visitor.still_has(name, contact, message).await?;
        // Another way is at hand at once.
        visitor
            .sees("[data-outcome] [data-place='other'] [data-action]")
            .await?;
    }
    visitor.site.recovers("/messages");
    visitor.sends().await?;
    visitor.is_told("sent").await?;

    let messages = visitor.site.messages()?;
    ensure!(messages.len() >= 5, "posted {} times only", messages.len());
    let same = |field: &str| {
        messages
            .iter()
            .all(|message| message[field] == messages[0][field])
    };
    ensure!(
        same("key") && same("message"),
        "repetitions can't be recognised: {messages:#?}"
    );
    Ok(())
}

async fn suspect(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.presses("contacts").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.composes("", "ann@example.test", "Help").await?;
    // No person sees this field.
    let script = "const field = probe.all('.trap input')[0];
        field.value = 'https://spam.example.test';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return field.checkVisibility()";
    let visible = visitor.finds_out(script, Vec::new()).await?;
    ensure!(visible == json!(false), "people can fill in the trap");
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    let messages = visitor.site.messages()?;
    ensure!(messages[0]["suspect"] == json!(true), "posted {messages:?}");
    Ok(())
}

async fn offline(visitor: &Visitor) -> Result<()> {
    let [name, contact, message] = ["Ann", "ann@example.test", "We lost the roof."];
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.answers("topic", "other").await?;
    visitor.goes_offline(true).await?;
    visitor.walks(&UNSOLVABLE[1..]).await?;
    // Phones and messages of a phone need no internet.
    visitor.presses("contacts").await?;
    for href in ["tel:119", "tel:+81300000119", "sms:+819000000120"] {
        visitor.sees(&format!("a[href='{href}']")).await?;
    }
    visitor.presses("return").await?;
    visitor.sees_result("listen").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.composes(name, contact, message).await?;
    visitor.sends().await?;
    visitor.is_told("queued").await?;
    visitor.still_has(name, contact, message).await?;
    ensure!(
        visitor.site.messages()?.is_empty(),
        "the connection was not cut"
    );
    visitor.goes_offline(false).await?;
    visitor.is_told("sent").await?;
    ensure!(
        visitor.site.messages()?.len() == 1,
        "the message did not arrive once"
    );
    Ok(())
}
