//! Live status: support closes a channel in mid-storm, and visitors are sent elsewhere, those too who are looking. A
//! feed that is slow, broken, expired or lying leaves the opening hours alone (R20).

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{self, Reply},
    visitor::Visitor,
};
use serde_json::{Value, json};

const FEED: &str = "/status.json";

/// What has changed by itself, for those who listen.
const NEWS: &str = "#smart > [role='status']";

/// The office is open, and whoever has a technical fault is sent to the chat.
const MOMENT: &str = "2026-11-24T10:30:00+09:00";
const ANSWERS: &[(&str, &str)] = &[("topic", "technical"), ("affected", "3")];
const BY_HOURS: (&str, &str) = ("it_chat", "email_us");
const ELSEWHERE: (&str, &str) = ("email_us", "message_form");

/// A feed that says nothing that counts.
struct Useless {
    what: &'static str,
    reply: fn() -> Reply,
    /// What the line on the console has, where there is something to repair.
    line: Option<&'static str>,
}

const USELESS: &[Useless] = &[
    Useless {
        what: "is missing",
        reply: || Reply::status(404),
        line: Some("answered 404"),
    },
    Useless {
        what: "is a web page",
        reply: || Reply::text("text/html", "<!doctype html><p>Hello"),
        line: Some("can't be used"),
    },
    Useless {
        what: "hangs up",
        reply: Reply::dropped,
        line: Some("can't be used"),
    },
    Useless {
        what: "has expired",
        reply: || {
            says(
                json!({ "it_chat": { "state": "down" } }),
                Some("2026-11-24T10:29:00+09:00"),
            )
        },
        line: None,
    },
    Useless {
        what: "is of a version that nobody knows",
        reply: || {
            Reply::json(r#"{ "version": 2, "channels": { "it_chat": { "state": "down" } } }"#)
        },
        line: None,
    },
    Useless {
        what: "is about other channels, in states that nobody knows",
        reply: || {
            says(
                json!({ "it_chat": { "state": "on fire" }, "__proto__": { "state": "down" } }),
                None,
            )
        },
        line: None,
    },
];

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case(
            "a live feed that has a channel down sends visitors elsewhere, and says why",
            down,
        ),
        case("a live feed tells the wait of a crowded channel", busy),
        case(
            "a live feed opens no channel outside of its hours",
            outside_hours,
        ),
        case(
            "whoever looks at a result sees it change with the live feed, and again when nothing more is known",
            changes,
        ),
        case(
            "a live feed that hangs is given up after two seconds, and hours hold",
            hangs,
        ),
        case(
            "a live feed that is overrun is left alone for as long as it wishes",
            overrun,
        ),
    ];
    cases.extend([
        case(
            "an incident is told before the questions, and first of all to whoever's answers it concerns",
            concerns,
        ),
        case("an incident is told to nobody whom it doesn't concern", unconcerned),
        case(
            "planned work is told apart from incidents, and a name in another language is marked",
            planned,
        ),
        case(
            "a status page closes the channel that goes by its name, and planned work is told when it begins",
            status_page,
        ),
        case("what is over is said to whoever looks, and stays to be read", over),
        case(
            "a channel that closes while somebody looks at it is said, and the focus stays",
            said,
        ),
        case("a live feed that lies brings text and nothing else", lies),
        case(
            "axe finds nothing where a live feed tells of incidents, on a phone",
            sound,
        )
        .needs(Need::Phone),
    ]);
    for useless in USELESS {
        cases.push(case(
            format!("a live feed that {} leaves the hours alone", useless.what),
            async move |visitor| hours_alone(visitor, useless).await,
        ));
    }
    cases
}

/// Leeward's own feed.
fn says(channels: Value, expires_at: Option<&str>) -> Reply {
    let mut feed = json!({ "version": 1, "channels": channels });
    if let Some(moment) = expires_at {
        feed["expires_at"] = moment.into();
    }
    Reply::json(feed.to_string())
}

/// Opens the panel of a playbook with a feed.
async fn comes(visitor: &Visitor, moment: &str, feed: Reply) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&site::file(SERVICE_CRISIS)?)?;
    playbook["status"] = json!({
        "url": FEED,
        "about": [{ "component": "Payments", "when": { "question": "topic", "is": "technical" } }],
    });
    visitor
        .site
        .answers(SERVICE_CRISIS, Reply::json(playbook.to_string()));
    visitor.site.answers(FEED, feed);
    visitor.comes_at(moment, "Asia/Tokyo").await?;
    visitor.visits(&HostPage::default()).await?;
    ensure!(
        visitor.site.times_asked(FEED) == 0,
        "the feed was asked for before anybody wanted help"
    );
    visitor.opens().await?;
    visitor.waits_for_request(FEED, 1).await
}

async fn walks(visitor: &Visitor) -> Result<()> {
    visitor.starts().await?;
    visitor.walks(ANSWERS).await?;
    visitor.sees_result("technical").await
}

async fn down(visitor: &Visitor) -> Result<()> {
    comes(
        visitor,
        MOMENT,
        says(json!({ "it_chat": { "state": "down" } }), None),
    )
    .await?;
    walks(visitor).await?;
    visitor.is_offered(ELSEWHERE.0, ELSEWHERE.1).await?;
    visitor
        .reads(".passed", "Not working right now: Chat with the IT team")
        .await?;
    let requests = visitor.site.requests();
    let asked = requests.iter().find(|request| request.path == FEED);
    let told = asked.map(|request| (&request.telling, &request.query));
    ensure!(
        told.is_some_and(|(telling, query)| telling.is_empty() && query.is_none()),
        "the feed's server is told who asks: {told:?}"
    );
    Ok(())
}

async fn busy(visitor: &Visitor) -> Result<()> {
    let feed = json!({ "it_chat": { "state": "busy", "wait_seconds": 2400 } });
    comes(
        visitor,
        MOMENT,
        says(feed, Some("2026-11-24T11:30:00+09:00")),
    )
    .await?;
    walks(visitor).await?;
    visitor.is_offered(BY_HOURS.0, BY_HOURS.1).await?;
    visitor
        .reads("[data-channel='it_chat'] .facts", "40 to 60 minutes")
        .await
}

async fn outside_hours(visitor: &Visitor) -> Result<()> {
    let night = "2026-11-24T03:00:00+09:00";
    comes(
        visitor,
        night,
        says(json!({ "it_chat": { "state": "open" } }), None),
    )
    .await?;
    walks(visitor).await?;
    visitor
        .reads(".passed", "Closed until 9:00 AM: Chat with the IT team")
        .await
}

/// An incident about payments, which playbooks of these cases have concern whoever has a technical fault.
fn payments() -> Value {
    json!({
        "id": "payments",
        "name": { "en": "Payments are failing", "ja": "決済ができません" },
        "state": "incident",
        "since": "2026-11-24T09:35:00+09:00",
        "next_update_at": "2026-11-24T11:00:00+09:00",
        "components": ["Payments"],
    })
}

/// Leeward's own feed, with incidents.
fn tells(incidents: &[Value]) -> Reply {
    let feed = json!({ "version": 1, "incidents": incidents });
    Reply::json(feed.to_string())
}

async fn concerns(visitor: &Visitor) -> Result<()> {
    comes(visitor, MOMENT, tells(&[payments()])).await?;
    let known = "[data-step='welcome'] .reports";
    visitor.reads(known, "We know about this").await?;
    for words in [
        "Payments are failing",
        "Since 9:35 AM",
        "Next update 11:00 AM",
    ] {
        visitor.reads(known, words).await?;
    }
    visitor.reads(NEWS, "Payments are failing").await?;
    walks(visitor).await?;
    let known = "[data-step='result'] .reports";
    visitor.reads(known, "Payments are failing").await?;
    visitor
        .reads(known, "You needn’t contact us about it.")
        .await?;
    visitor.is_offered(BY_HOURS.0, BY_HOURS.1).await
}

async fn unconcerned(visitor: &Visitor) -> Result<()> {
    comes(visitor, MOMENT, tells(&[payments()])).await?;
    visitor
        .reads("[data-step='welcome'] .reports", "Payments are failing")
        .await?;
    visitor.starts().await?;
    visitor
        .walks(&[("topic", "reschedule"), ("affected", "3")])
        .await?;
    visitor.sees_step("result").await?;
    visitor
        .does_not_see("[data-step='result'] .reports h4")
        .await
}

async fn planned(visitor: &Visitor) -> Result<()> {
    let mut work = payments();
    work["name"] = json!({ "ja": "定期点検" });
    work["state"] = "maintenance".into();
    work["until"] = "2026-11-24T12:00:00+09:00".into();
    comes(visitor, MOMENT, tells(&[work])).await?;
    let told = "[data-step='welcome'] .reports";
    visitor.reads(told, "Planned work").await?;
    visitor.reads(told, "Until 12:00 PM").await?;
    visitor
        .reads("[data-step='welcome'] .reports [lang='ja']", "定期点検")
        .await?;
    visitor.does_not_see(".reports h4 + ul + h4").await
}

/// Forty components, of which one goes by a channel's name, and work that was announced four days ago for this minute.
async fn status_page(visitor: &Visitor) -> Result<()> {
    let component = |name: String, status: &str| json!({ "id": name, "name": name, "status": status, "group_id": null });
    let mut components: Vec<Value> = (0..39)
        .map(|number| component(format!("API {number}"), "operational"))
        .collect();
    components.push(component("CHAT with the ＩＴ team".into(), "major_outage"));
    let feed = json!({
        "page": { "id": "kctbh9vrtdwd", "name": "Example", "updated_at": "2026-11-20T02:20:11.425Z" },
        "components": components,
        "incidents": [],
        "scheduled_maintenances": [{
            "id": "w1zdr745wmfy", "name": "Payments get a new server", "status": "scheduled",
            "created_at": "2026-11-20T14:24:40.430-06:00", "started_at": "2026-11-20T14:24:40.430-06:00",
            "scheduled_for": "2026-11-23T19:30:04.000-06:00", "scheduled_until": "2026-11-23T21:00:00.000-06:00",
            "components": [component("Payments".into(), "operational")],
        }],
    });
    comes(visitor, MOMENT, Reply::json(feed.to_string())).await?;
    let told = "[data-step='welcome'] .reports";
    for words in [
        "Planned work",
        "Payments get a new server",
        "Since 10:30 AM",
        "Until 12:00 PM",
    ] {
        visitor.reads(told, words).await?;
    }
    ensure!(
        visitor.site.times_asked(FEED) == 1,
        "it was told only when the feed was asked again"
    );
    walks(visitor).await?;
    visitor.is_offered(ELSEWHERE.0, ELSEWHERE.1).await?;
    visitor
        .reads(".passed", "Not working right now: Chat with the IT team")
        .await
}

async fn over(visitor: &Visitor) -> Result<()> {
    visitor.holds_long_timers().await?;
    comes(visitor, MOMENT, tells(&[payments()])).await?;
    visitor.reads(".reports", "We know about this").await?;
    let mut over = payments();
    over["state"] = "over".into();
    over["until"] = "2026-11-24T10:31:00+09:00".into();
    visitor.site.answers(FEED, tells(&[over]));
    visitor.lets_seconds_pass(76).await?;
    visitor.reads(".reports", "This is over").await?;
    visitor.reads(".reports", "Until 10:31 AM").await?;
    visitor
        .reads(NEWS, "This is over: Payments are failing")
        .await?;
    // It stays, when the feed says nothing of it any more.
    visitor.site.answers(FEED, tells(&[]));
    visitor.lets_seconds_pass(76).await?;
    visitor.waits_for_request(FEED, 3).await?;
    visitor.reads(".reports", "This is over").await?;
    visitor.has_focus_on("[data-step='welcome'] h3").await
}

async fn said(visitor: &Visitor) -> Result<()> {
    visitor.holds_long_timers().await?;
    comes(visitor, MOMENT, says(json!({}), None)).await?;
    walks(visitor).await?;
    visitor.is_offered(BY_HOURS.0, BY_HOURS.1).await?;
    visitor
        .site
        .answers(FEED, says(json!({ "it_chat": { "state": "down" } }), None));
    visitor.lets_seconds_pass(76).await?;
    is_soon_offered(visitor, ELSEWHERE).await?;
    visitor.reads(NEWS, "Best for you now: ").await?;
    visitor.has_focus_on("[data-step='result'] h3").await
}

async fn lies(visitor: &Visitor) -> Result<()> {
    let mut lie = payments();
    let markup = "<a href='https://evil.example.test'>Refund</a><img src=x onerror=alert(1)>";
    lie["name"] = markup.into();
    lie["url"] = "https://evil.example.test".into();
    comes(visitor, MOMENT, tells(&[lie])).await?;
    visitor.reads(".reports", markup).await?;
    visitor.does_not_see(".reports a, .reports img").await
}

async fn sound(visitor: &Visitor) -> Result<()> {
    visitor.holds_a_phone_of(320).await?;
    let mut work = payments();
    work["id"] = "work".into();
    work["state"] = "maintenance".into();
    comes(visitor, MOMENT, tells(&[payments(), work])).await?;
    visitor.reads(".reports", "Planned work").await?;
    visitor
        .finds_no_barrier("incidents before the questions")
        .await?;
    walks(visitor).await?;
    visitor.reads(".reports", "You needn’t").await?;
    visitor.finds_no_barrier("an incident on a result").await
}

/// A result that is on the screen changes when the feed's answer has come.
async fn is_soon_offered(visitor: &Visitor, (best, second): (&str, &str)) -> Result<()> {
    for (place, channel) in [("best", best), ("second", second)] {
        let offer = format!("[data-place='{place}'][data-channel='{channel}']");
        visitor.sees(&offer).await?;
    }
    Ok(())
}

async fn changes(visitor: &Visitor) -> Result<()> {
    visitor.holds_long_timers().await?;
    comes(visitor, MOMENT, says(json!({}), None)).await?;
    walks(visitor).await?;
    visitor.is_offered(BY_HOURS.0, BY_HOURS.1).await?;
    let down = json!({ "it_chat": { "state": "down" } });
    visitor.site.answers(FEED, says(down, None));
    visitor.lets_seconds_pass(76).await?;
    is_soon_offered(visitor, ELSEWHERE).await?;
    visitor.has_focus_on("[data-step='result'] h3").await?;
    // The feed is gone now, and after five minutes so is what it said.
    visitor.site.answers(FEED, Reply::status(503));
    visitor.expects_failing(FEED).expects_line(&[FEED, "503"]);
    visitor.lets_seconds_pass(76).await?;
    visitor.waits_for_request(FEED, 3).await?;
    visitor.is_offered(ELSEWHERE.0, ELSEWHERE.1).await?;
    visitor.lets_seconds_pass(300).await?;
    is_soon_offered(visitor, BY_HOURS).await
}

async fn hangs(visitor: &Visitor) -> Result<()> {
    visitor.holds_long_timers().await?;
    comes(visitor, MOMENT, Reply::silent()).await?;
    walks(visitor).await?;
    visitor.is_offered(BY_HOURS.0, BY_HOURS.1).await?;
    visitor
        .expects_failing(FEED)
        .expects_line(&[FEED, "did not come within two seconds"]);
    visitor.lets_seconds_pass(2).await?;
    visitor
        .site
        .answers(FEED, says(json!({ "it_chat": { "state": "down" } }), None));
    visitor.lets_seconds_pass(76).await?;
    is_soon_offered(visitor, ELSEWHERE).await
}

async fn overrun(visitor: &Visitor) -> Result<()> {
    visitor.holds_long_timers().await?;
    let overrun = Reply::status(429).with_header("retry-after", "600");
    comes(visitor, MOMENT, overrun).await?;
    visitor
        .expects_failing(FEED)
        .expects_line(&[FEED, "answered 429"]);
    walks(visitor).await?;
    visitor.is_offered(BY_HOURS.0, BY_HOURS.1).await?;
    // The time limit of the answer that has come.
    visitor.lets_seconds_pass(2).await?;
    let early = visitor.lets_seconds_pass(590).await;
    ensure!(
        early.is_err() && visitor.site.times_asked(FEED) == 1,
        "asked again too early"
    );
    visitor.lets_seconds_pass(600).await?;
    visitor.waits_for_request(FEED, 2).await
}

async fn hours_alone(visitor: &Visitor, useless: &Useless) -> Result<()> {
    comes(visitor, MOMENT, (useless.reply)()).await?;
    if let Some(line) = useless.line {
        visitor.expects_failing(FEED).expects_line(&[FEED, line]);
    }
    walks(visitor).await?;
    visitor.is_offered(BY_HOURS.0, BY_HOURS.1).await?;
    visitor.does_not_see(".passed").await
}
