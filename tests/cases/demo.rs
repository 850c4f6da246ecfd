//! The demo site: every playbook in every language leads to somebody, and the page around it is as sound as
//! what it shows.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    engine::Engine,
    harness::{Case, case},
    visitor::Visitor,
};
use serde_json::json;

const PLAYBOOKS: [&str; 5] = ["service-crisis", "outage", "disaster", "hardship", "health"];
const LOCALES: [&str; 5] = ["en", "ja", "hi", "ar", "zh-Hans"];

/// Sunday evening in Tokyo, the day of the storm page.
const MOMENT: &str = "2026-11-22T20:00:00+09:00";

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = PLAYBOOKS
        .iter()
        .map(|playbook| {
            let name =
                format!("the demo leads to a result of the playbook {playbook} in every language");
            case(name, async |visitor| {
                leads_to_a_result(visitor, playbook).await
            })
        })
        .collect();
    cases.extend(LOCALES.map(|locale| {
        let name =
            format!("axe finds nothing on the demo site, and a phone shows all of it, in {locale}");
        case(name, async move |visitor| is_sound(visitor, locale).await).needs(Need::Phone)
    }));
    cases.extend(["banner", "inline", "page"].map(|mode| {
        let name = format!("the demo of the layout {mode} is sound, and a phone shows all of it");
        case(name, async move |visitor| {
            shows_a_layout(visitor, mode).await
        })
        .needs(Need::Phone)
    }));
    cases.extend([
        case(
            "the control room switches the feed and the live chat, and the popup adapts",
            control_room,
        ),
        case(
            "the control room changes a visitor's clock and network, and the popup adapts",
            clock_and_network,
        ),
        case(
            "axe finds nothing in the control room, and a phone shows all of it",
            control_room_is_sound,
        )
        .needs(Need::Phone),
    ]);
    cases.push(case(
        "the bar of the demo changes the playbook and the language",
        bar,
    ));
    cases.push(case(
        "the address of the demo chooses from what there is, and brings nothing else in",
        address,
    ));
    cases
}

/// Queries that name a file, a place or words that the demo doesn't have.
const QUERIES: &[&str] = &[
    "playbook=https://evil.example.test/evil",
    "playbook=../evil",
    "playbook=__proto__",
    "playbook=constructor&locale=toString",
    "locale=%3Cimg%20src=x%20onerror=alert(1)%3E&label=Evil",
    "endpoint=https://evil.example.test/&playbook=",
];

async fn address(visitor: &Visitor) -> Result<()> {
    for query in QUERIES {
        visitor.goes_to(&format!("/?{query}")).await?;
        visitor.opens().await?;
        visitor.is_spoken_to_in("en").await?;
    }
    let mut asked: Vec<String> = visitor
        .site
        .requests()
        .into_iter()
        .map(|request| request.path)
        .filter(|path| path.contains("playbook") || path.contains("evil"))
        .collect();
    asked.dedup();
    ensure!(
        asked == ["/playbooks/service-crisis.json"],
        "asked for {asked:?}"
    );
    Ok(())
}

async fn leads_to_a_result(visitor: &Visitor, playbook: &str) -> Result<()> {
    let engine = Engine::reads(&format!("/playbooks/{playbook}.json"))?;
    let answers = engine.first_answers();
    let answers: Vec<(&str, &str)> = answers
        .iter()
        .map(|(question, answer)| (question.as_str(), answer.as_str()))
        .collect();
    visitor.comes_at(MOMENT, "Asia/Tokyo").await?;
    for locale in LOCALES {
        let expected = engine.walks(locale, MOMENT, &answers)?;
        visitor
            .goes_to(&format!("/?playbook={playbook}&locale={locale}"))
            .await?;
        visitor.opens().await?;
        visitor.is_spoken_to_in(locale).await?;
        visitor.starts().await?;
        for question in &expected.asked {
            let answer = answers.iter().find(|(id, _)| id == question);
            visitor
                .answers(question, answer.map_or("", |(_, answer)| answer))
                .await?;
        }
        visitor.sees_result(&expected.route).await?;
        visitor.is_offered(&expected.best, &expected.second).await?;
    }
    Ok(())
}

async fn is_sound(visitor: &Visitor, locale: &str) -> Result<()> {
    visitor
        .goes_to(&format!("/?playbook=service-crisis&locale={locale}"))
        .await?;
    visitor.sees("#launcher").await?;
    visitor.finds_no_barrier("the demo site").await?;
    visitor.holds_a_phone_of(360).await?;
    visitor.scrolls_one_way_only("the demo site").await?;
    visitor.opens().await?;
    visitor.is_spoken_to_in(locale).await?;
    visitor.scrolls_one_way_only("welcome").await?;
    visitor.finds_no_barrier("welcome on a phone").await?;
    Ok(())
}

async fn bar(visitor: &Visitor) -> Result<()> {
    visitor.goes_to("/").await?;
    visitor.sees("#launcher").await?;
    visitor.clicks_on_the_page("[data-locale='ja']").await?;
    visitor
        .clicks_on_the_page("[data-playbook='health']")
        .await?;
    visitor.sees_step("welcome").await?;
    visitor.is_spoken_to_in("ja").await?;
    let address = visitor
        .finds_out("return location.search", Vec::new())
        .await?;
    ensure!(
        address == json!("?playbook=health&locale=ja"),
        "the address is {address}"
    );
    // The focus goes back to whoever opened the panel.
    visitor.closes().await?;
    visitor.has_focus_on("[data-playbook='health']").await?;
    Ok(())
}

async fn shows_a_layout(visitor: &Visitor, mode: &str) -> Result<()> {
    visitor.holds_a_phone_of(320).await?;
    visitor.goes_to(&format!("/demo/modes/{mode}.html")).await?;
    if mode == "banner" {
        visitor.sees("#banner").await?;
        visitor.scrolls_one_way_only("the banner").await?;
        visitor.finds_no_barrier("the banner").await?;
        visitor.clicks_on_the_page("a[href='#leeward']").await?;
    }
    visitor.sees_step("welcome").await?;
    visitor.scrolls_one_way_only("welcome").await?;
    visitor.finds_no_barrier("welcome").await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await
}

/// Chooses a state of the world in the control room, as a hand does.
async fn chooses(visitor: &Visitor, of: &str, state: &str) -> Result<()> {
    let script = "const field = document.getElementById(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return field.value";
    let value = visitor
        .finds_out(script, vec![json!(of), json!(state)])
        .await?;
    ensure!(value == json!(state), "there is no state {state} of {of}");
    Ok(())
}

async fn control_room(visitor: &Visitor) -> Result<()> {
    visitor
        .comes_at("2026-11-24T10:30:00Z", "Europe/London")
        .await?;
    visitor.goes_to("/demo/control-room.html").await?;
    visitor.sees_step("welcome").await?;
    chooses(visitor, "feed", "incident").await?;
    visitor
        .reads(".reports", "Some payments are taken twice")
        .await?;
    visitor.starts().await?;
    visitor.walks(&[("topic", "charged")]).await?;
    visitor.is_offered("support_chat", "refund_page").await?;
    visitor
        .reads(".reports", "You needn’t contact us about it.")
        .await?;
    chooses(visitor, "feed", "over").await?;
    visitor.reads(".reports", "This is over").await?;
    chooses(visitor, "feed", "down").await?;
    visitor
        .sees("[data-place='best'][data-channel='refund_page']")
        .await?;
    chooses(visitor, "feed", "well").await?;
    let chat = "[data-place='best'][data-channel='support_chat']";
    visitor.sees(chat).await?;
    chooses(visitor, "chat", "whole").await?;
    visitor.clicks(&format!("{chat} .action")).await?;
    visitor.clicks_on_the_page("[data-do='hang-up']").await?;
    chooses(visitor, "chat", "blocked").await?;
    visitor.clicks(&format!("{chat} .action")).await?;
    visitor
        .reads(".passed", "Not working right now: Chat with support")
        .await?;
    Ok(())
}

async fn clock_and_network(visitor: &Visitor) -> Result<()> {
    visitor
        .comes_at("2026-11-24T10:30:00Z", "Europe/London")
        .await?;
    visitor.goes_to("/demo/control-room.html").await?;
    visitor.sees_step("welcome").await?;
    let charged = || visitor.walks(&[("topic", "charged")]);
    visitor.starts().await?;
    charged().await?;
    visitor.is_offered("support_chat", "refund_page").await?;
    chooses(visitor, "moment", "2026-11-22T03:00").await?;
    visitor.sees_step("welcome").await?;
    visitor.starts().await?;
    charged().await?;
    visitor.is_offered("refund_page", "message_form").await?;
    visitor.reads(".passed", "Chat with support").await?;

    visitor.wants_to_write("message_form").await?;
    visitor
        .composes("", "ann@example.test", "I paid twice.")
        .await?;
    chooses(visitor, "network", "offline").await?;
    visitor.sends().await?;
    visitor.is_told("queued").await?;
    chooses(visitor, "network", "online").await?;
    visitor.is_told("sent").await
}

async fn control_room_is_sound(visitor: &Visitor) -> Result<()> {
    visitor.holds_a_phone_of(320).await?;
    visitor.goes_to("/demo/control-room.html").await?;
    let script = "document.querySelector('leeward-help').scrollIntoView()";
    visitor.finds_out(script, Vec::new()).await?;
    visitor.sees_step("welcome").await?;
    chooses(visitor, "feed", "several").await?;
    visitor.reads(".reports", "And 2 more").await?;
    visitor.scrolls_one_way_only("the control room").await?;
    visitor.finds_no_barrier("the control room").await
}
