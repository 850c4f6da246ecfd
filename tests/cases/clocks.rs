//! The four ways of the main playbook, at three moments: while the office is open, while it is closed, and on
//! a holiday. The channel that is named for a need is offered whenever it is open; otherwise another one that
//! is, and it is said when the named one opens.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser,
    engine::Engine,
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::json;

/// A need, and the answers of somebody who has it.
struct Need {
    route: &'static str,
    answers: &'static [(&'static str, &'static str)],
    /// The channel that the source material names for it.
    named: &'static str,
}

const NEEDS: &[Need] = &[
    Need {
        route: "technical",
        answers: &[("topic", "technical"), ("affected", "3")],
        named: "it_chat",
    },
    Need {
        route: "coverage",
        answers: &[
            ("topic", "coverage"),
            ("safe", "yes"),
            ("touched", "home,vehicle"),
        ],
        named: "agent_sms",
    },
    Need {
        route: "reschedule",
        answers: &[("topic", "reschedule"), ("affected", "2")],
        named: "portal",
    },
    Need {
        route: "emergency",
        answers: &[("topic", "emergency")],
        named: "emergency_phone",
    },
];

struct Moment {
    name: &'static str,
    at: &'static str,
    /// For each need, in order: best and second option in English, written down by hand.
    offered: [(&'static str, &'static str); 4],
    /// What is said of the office's channels that would have been better; nothing while they are open.
    opens: Option<&'static str>,
}

const MOMENTS: &[Moment] = &[
    Moment {
        name: "inside hours",
        at: "2026-11-24T10:30:00+09:00",
        offered: [
            ("it_chat", "email_us"),
            ("agent_sms", "claims_phone"),
            ("portal", "claims_phone"),
            ("emergency_phone", "agent_sms"),
        ],
        opens: None,
    },
    Moment {
        name: "at night",
        at: "2026-11-24T03:00:00+09:00",
        offered: CLOSED,
        opens: Some("Closed until 9:00 AM: "),
    },
    Moment {
        name: "on a holiday",
        at: "2026-11-23T10:30:00+09:00",
        offered: CLOSED,
        opens: Some("Closed until Tuesday 9:00 AM: "),
    },
];

/// With the office closed and the other desks as well, what is left never closes.
const CLOSED: [(&str, &str); 4] = [
    ("email_us", "message_form"),
    ("email_us", "message_form"),
    ("portal", "email_us"),
    ("emergency_phone", "message_form"),
];

/// Channels of the Tokyo office, with their English names.
const OFFICE: &[(&str, &str)] = &[
    ("it_chat", "Chat with the IT team"),
    ("agent_sms", "Text a service agent"),
];

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for moment in MOMENTS {
        for locale in ["en", "ja", "hi"] {
            let name = format!(
                "every need reaches its channel or an open one {}, in {locale}",
                moment.name
            );
            cases.push(case(name, async move |visitor| {
                every_need(visitor, moment, locale).await
            }));
        }
    }
    let elsewhere = case(
        "opening times are given on both clocks to a visitor elsewhere",
        two_clocks,
    );
    cases.push(elsewhere.needs(browser::Need::Zones));
    let own_place = case(
        "somebody in danger is shown the number of their own place, and can unfold the others",
        own_place,
    );
    cases.push(own_place.needs(browser::Need::Zones));
    for (name, served, believed) in [
        (
            "a clock four minutes off is believed",
            "Tue, 24 Nov 2026 01:34:00 GMT",
            true,
        ),
        (
            "a clock six minutes fast is not believed",
            "Tue, 24 Nov 2026 01:24:00 GMT",
            false,
        ),
        (
            "a clock six minutes slow is not believed",
            "Tue, 24 Nov 2026 01:36:00 GMT",
            false,
        ),
    ] {
        cases.push(case(name, async move |visitor| {
            clock_off(visitor, served, believed).await
        }));
    }
    cases
}

/// By the visitor's clock it is half past ten in the office, and the server has another opinion.
async fn clock_off(visitor: &Visitor, served: &str, believed: bool) -> Result<()> {
    let playbook = Reply::json(site::file(SERVICE_CRISIS)?).with_header("date", served);
    visitor.site.answers(SERVICE_CRISIS, playbook);
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "Asia/Tokyo")
        .await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.walks(NEEDS[0].answers).await?;
    visitor.sees_result("technical").await?;
    if believed {
        visitor.is_offered("it_chat", "email_us").await?;
        return visitor
            .reads("[data-place='best'] .facts", "Open until")
            .await;
    }
    visitor.is_offered("email_us", "message_form").await?;
    visitor
        .reads(
            ".passed",
            "We can’t tell whether it is open: Chat with the IT team",
        )
        .await?;
    let text = visitor.text_of("#panel").await?;
    ensure!(
        !text.contains("Open until") && !text.contains("Closed"),
        "claims hours: {text}"
    );
    visitor.presses("contacts").await?;
    visitor
        .reads(
            "[data-channel='it_chat'] .facts",
            "We can’t tell whether it is open now Mon–Fri 09:00–12:00 13:00–18:00 · Sat 09:00–12:00 · Asia/Tokyo",
        )
        .await
}

async fn every_need(visitor: &Visitor, moment: &Moment, locale: &str) -> Result<()> {
    let engine = Engine::reads(SERVICE_CRISIS)?;
    visitor.comes_at(moment.at, "Asia/Tokyo").await?;
    visitor.visits(&HostPage::in_language(locale)).await?;
    visitor.opens().await?;
    visitor.is_spoken_to_in(locale).await?;
    for (need, by_hand) in NEEDS.iter().zip(moment.offered) {
        visitor.starts().await?;
        visitor.walks(need.answers).await?;
        visitor.sees_result(need.route).await?;
        let expected = engine.walks(locale, moment.at, need.answers)?;
        visitor.comes_to(&expected).await?;
        ensure!(
            expected.best != expected.second,
            "one option twice: {expected:?}"
        );
        if locale == "en" {
            visitor.is_offered(by_hand.0, by_hand.1).await?;
            names_what_is_closed(visitor, need, moment).await?;
        }
        visitor.presses("restart").await?;
        visitor.sees_step("welcome").await?;
    }
    Ok(())
}

async fn names_what_is_closed(visitor: &Visitor, need: &Need, moment: &Moment) -> Result<()> {
    let office = OFFICE.iter().find(|(channel, _)| *channel == need.named);
    let Some((channel, name)) = office else {
        return Ok(());
    };
    match moment.opens {
        None => {
            visitor
                .reads(
                    &format!("[data-place='best'][data-channel='{channel}']"),
                    "Open until 12:00",
                )
                .await?;
            visitor.does_not_see(".passed").await?;
        }
        Some(opens) => {
            visitor.reads(".passed", &format!("{opens}{name}")).await?;
        }
    }
    Ok(())
}

/// Browsers know India's zone by an older name than the playbook.
async fn own_place(visitor: &Visitor) -> Result<()> {
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "Asia/Kolkata")
        .await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    let seen = "return probe.all('.emergency a').filter((call) => call.checkVisibility()).map(({ href }) => href)";
    let calls = visitor.finds_out(seen, Vec::new()).await?;
    ensure!(calls == json!(["tel:112"]), "numbers in India: {calls}");
    visitor.clicks(".emergency summary").await?;
    let calls = visitor.finds_out(seen, Vec::new()).await?;
    let all = json!(["tel:112", "tel:119", "tel:110", "tel:999"]);
    ensure!(calls == all, "numbers of all places: {calls}");
    Ok(())
}

async fn two_clocks(visitor: &Visitor) -> Result<()> {
    // Monday evening in New York is Tuesday morning in Tokyo.
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "America/New_York")
        .await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.walks(NEEDS[0].answers).await?;
    visitor.sees_result("technical").await?;
    visitor.is_offered("it_chat", "email_us").await?;
    visitor
        .reads("[data-place='best'] .facts", "12:00 PM Japan Time")
        .await?;
    visitor
        .reads("[data-place='best'] .facts", "10:00 PM your time")
        .await?;
    Ok(())
}
