//! Messages: what receivers get, in each format; what happens without a connection, and over a reload.

use anyhow::{Context as _, Result, ensure};
use hyper::Method;
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{Reply, Request, Site, file},
    visitor::Visitor,
};
use serde_json::{Value, json};
use triage::Label;

pub const LETTER: [&str; 3] = ["Ann", "ann@example.test", "The roof is leaking."];

pub fn cases() -> Vec<Case> {
    vec![
        case("a message reaches a receiver of forms as a form", as_form),
        case("a message becomes a Zendesk request", as_zendesk),
        case("a message becomes a HubSpot submission", as_hubspot),
        case("a message becomes a Chatwoot conversation", as_chatwoot),
        case(
            "a receiver on another site that refuses pages leaves it open whether the message arrived",
            refused,
        ),
        case(
            "a receiver that takes a message and then fails gets it again with the same key",
            taken_and_failed,
        ),
        case(
            "a message waits for the connection, and is sent once it is back",
            waits,
        )
        .needs(Need::Offline),
        case(
            "a message that waits is not sent while somebody changes it",
            changed,
        )
        .needs(Need::Offline),
        case(
            "what is written is kept over a reload where the visitor wants it, and nowhere else",
            kept,
        ),
        case(
            "a message that was kept when it may have arrived has the same key on the next page",
            resumed,
        ),
        case(
            "what is neither an address nor a number is asked about, and taken when it is sent again",
            asked_about,
        ),
        case(
            "nothing of the form is left when the message has arrived",
            nothing_left,
        ),
        case("a form asks for a number to call back", called_back),
        case("what a visitor agrees to stands above the button", consents),
        case(
            "without the outbox nothing is called sent, and another way is shown",
            missing,
        ),
    ]
}

/// Opens the form of a page whose playbook has more to say of it.
pub async fn opens(visitor: &Visitor, more: Value) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&file(SERVICE_CRISIS)?)?;
    let form = playbook["channels"]["message_form"]
        .as_object_mut()
        .context("no form")?;
    form.extend(more.as_object().cloned().unwrap_or_default());
    visitor
        .site
        .answers(SERVICE_CRISIS, Reply::json(playbook.to_string()));
    visitor.visits(&HostPage::default()).await?;
    writes(visitor).await
}

pub async fn writes(visitor: &Visitor) -> Result<()> {
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.answers("topic", "emergency").await?;
    visitor.presses("contacts").await?;
    visitor.wants_to_write("message_form").await
}

pub async fn sends(visitor: &Visitor, outcome: &str) -> Result<()> {
    let [name, contact, message] = LETTER;
    visitor.composes(name, contact, message).await?;
    visitor.sends().await?;
    visitor.is_told(outcome).await
}

/// What was posted, in order.
pub fn posted(site: &Site) -> Vec<Request> {
    let all = site.requests().into_iter();
    all.filter(|request| request.method == Method::POST)
        .collect()
}

fn body(request: &Request) -> Result<Value> {
    Ok(serde_json::from_slice(&request.body)?)
}

async fn asked_about(visitor: &Visitor) -> Result<()> {
    const DOUBT: &str =
        "Enter an e-mail address or a phone number. If what you wrote is right, send it again.";
    opens(visitor, json!({ "format": "form" })).await?;
    visitor
        .composes("Ann", "not an address", "The roof is leaking.")
        .await?;
    visitor.sends().await?;
    visitor.has_focus_on(".error-summary[role='alert']").await?;
    visitor.reads(".error-summary a", DOUBT).await?;
    visitor
        .reads(".field:has([name='contact']) .field-error", DOUBT)
        .await?;
    ensure!(
        posted(&visitor.site).is_empty(),
        "it was posted all the same"
    );
    visitor.clicks(".error-summary a").await?;
    visitor
        .has_focus_on("[name='contact'][aria-invalid]")
        .await?;

    // The box goes with its mistake, and takes the focus from nobody who is writing.
    visitor
        .writes("[name='contact']", "０３ー１２３４ー５６７８")
        .await?;
    visitor
        .waits_for(
            "the mistake to go",
            "return !probe.find('.error-summary, .field-error, [aria-invalid]')",
            Vec::new(),
        )
        .await?;
    visitor.has_focus_on("[name='contact']").await?;

    visitor
        .writes("[name='contact']", "I have no phone")
        .await?;
    visitor.sends().await?;
    visitor.has_focus_on(".error-summary").await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    visitor
        .reads("[data-outcome='sent']", "Your message has arrived.")
        .await?;
    let told = visitor.text_of("[data-outcome='sent']").await?;
    ensure!(!told.contains("answer"), "nobody can answer: {told}");
    let [request] = &posted(&visitor.site)[..] else {
        anyhow::bail!("posted more than once, or never")
    };
    let text = String::from_utf8(request.body.to_vec())?;
    ensure!(
        text.contains("contact=I+have+no+phone") && !text.contains("reachable"),
        "{text}"
    );
    Ok(())
}

async fn nothing_left(visitor: &Visitor) -> Result<()> {
    opens(visitor, json!({})).await?;
    visitor.reads(".keep", Label::Keep.english()).await?;
    sends(visitor, "sent").await?;
    let left = visitor.text_of("[data-step='message'] .scroll").await?;
    ensure!(!left.contains(Label::Keep.english()), "{left}");
    let script =
        "return probe.all('[data-step] input, [data-step] textarea, .keep').map(probe.name)";
    let left = visitor.finds_out(script, Vec::new()).await?;
    ensure!(left == json!([]), "{left}");
    Ok(())
}

async fn as_form(visitor: &Visitor) -> Result<()> {
    opens(visitor, json!({ "format": "form" })).await?;
    sends(visitor, "sent").await?;
    let [request] = &posted(&visitor.site)[..] else {
        anyhow::bail!("posted more than once, or never")
    };
    let text = String::from_utf8(request.body.to_vec())?;
    for part in [
        "name=Ann&",
        "contact=ann%40example.test&",
        "message=The+roof+is+leaking.&",
        "locale=en&",
        "route=emergency&",
        "answers=What+do+you+need+help+with+first%3F%3A+Somebody+is+in+danger",
        "key=",
    ] {
        ensure!(format!("{text}&").contains(part), "{part} is not in {text}");
    }
    Ok(())
}

async fn as_zendesk(visitor: &Visitor) -> Result<()> {
    const REQUESTS: &str = "/api/v2/requests.json";
    visitor.site.answers(REQUESTS, Reply::json("{}"));
    opens(
        visitor,
        json!({ "format": "zendesk", "endpoint": REQUESTS }),
    )
    .await?;
    sends(visitor, "sent").await?;
    let request = body(posted(&visitor.site).first().context("nothing posted")?)?;
    let request = &request["request"];
    ensure!(request["requester"] == json!({ "name": "Ann", "email": "ann@example.test" }));
    ensure!(request["subject"] == "The roof is leaking.");
    let comment = request["comment"]["body"].as_str().unwrap_or_default();
    ensure!(
        comment.starts_with("The roof is leaking.\n\nWhat do you need help with first?\n"),
        "{comment}"
    );
    Ok(())
}

async fn as_hubspot(visitor: &Visitor) -> Result<()> {
    const SUBMIT: &str = "/submissions/v3/integration/submit/1/form";
    visitor.site.answers(SUBMIT, Reply::json("{}"));
    opens(visitor, json!({ "format": "hubspot", "endpoint": SUBMIT })).await?;
    sends(visitor, "sent").await?;
    let submission = body(posted(&visitor.site).first().context("nothing posted")?)?;
    let fields = submission["fields"].as_array().context("no fields")?;
    let value = |name: &str| {
        let field = fields.iter().find(|field| field["name"] == name);
        field.map_or(Value::Null, |field| field["value"].clone())
    };
    ensure!(value("email") == "ann@example.test" && value("firstname") == "Ann");
    ensure!(
        value("message")
            .as_str()
            .is_some_and(|text| text.starts_with("The roof is leaking."))
    );
    ensure!(submission["context"]["pageUri"] == visitor.site.url("/host.html"));
    Ok(())
}

async fn as_chatwoot(visitor: &Visitor) -> Result<()> {
    const INBOX: &str = "/public/api/v1/inboxes/abc";
    let contacts = format!("{INBOX}/contacts");
    let conversations = format!("{contacts}/some%20one/conversations");
    let messages = format!("{conversations}/7/messages");
    let site = &visitor.site;
    site.answers(&contacts, Reply::json(r#"{ "source_id": "some one" }"#));
    site.answers(&conversations, Reply::json(r#"{ "id": 7 }"#));
    site.answers(&messages, Reply::json("{}"));
    opens(visitor, json!({ "format": "chatwoot", "endpoint": INBOX })).await?;
    sends(visitor, "sent").await?;
    let requests = posted(site);
    let paths: Vec<&str> = requests.iter().map(|request| &*request.path).collect();
    ensure!(paths == [&contacts, &conversations, &messages], "{paths:?}");
    ensure!(body(&requests[0])? == json!({ "name": "Ann", "email": "ann@example.test" }));
    let content = body(&requests[2])?["content"].clone();
    ensure!(
        content
            .as_str()
            .is_some_and(|text| text.starts_with("The roof is leaking."))
    );
    Ok(())
}

async fn refused(visitor: &Visitor) -> Result<()> {
    let other = Site::start().await?;
    opens(visitor, json!({ "endpoint": other.url("/messages") })).await?;
    visitor.expects_failing(&other.url("/messages"));
    visitor.expects_failing("/messages");
    sends(visitor, "unknown").await?;
    let [name, contact, message] = LETTER;
    visitor.still_has(name, contact, message).await?;
    ensure!(other.times_asked("/messages") > 0, "it was never asked");
    ensure!(posted(&other).is_empty(), "it was not refused");
    Ok(())
}

async fn taken_and_failed(visitor: &Visitor) -> Result<()> {
    opens(visitor, json!({})).await?;
    visitor.expects_failing("/messages");
    visitor.site.answers("/messages", Reply::dropped());
    sends(visitor, "unknown").await?;
    let taken = posted(&visitor.site).len();
    ensure!(taken > 0, "the receiver has taken nothing");
    visitor.site.recovers("/messages");
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    let keys: Vec<Value> = visitor
        .site
        .messages()?
        .iter()
        .map(|letter| letter["key"].clone())
        .collect();
    ensure!(keys.len() > taken && keys.iter().all(|key| *key == keys[0]));
    Ok(())
}

/// Sends a message without a connection.
async fn goes_under_way_offline(visitor: &Visitor) -> Result<()> {
    opens(visitor, json!({})).await?;
    let [name, contact, message] = LETTER;
    visitor.composes(name, contact, message).await?;
    visitor.goes_offline(true).await?;
    visitor.sends().await?;
    visitor.is_told("queued").await
}

async fn waits(visitor: &Visitor) -> Result<()> {
    goes_under_way_offline(visitor).await?;
    visitor
        .reads("[data-outcome='queued']", "You are offline.")
        .await?;
    visitor
        .sees("[data-outcome] [data-place='other'] [data-action]")
        .await?;
    let [name, contact, message] = LETTER;
    visitor.still_has(name, contact, message).await?;
    visitor
        .finds_no_barrier("a message that waits for the connection")
        .await?;
    ensure!(posted(&visitor.site).is_empty(), "it was not offline");
    visitor.goes_offline(false).await?;
    visitor.is_told("sent").await?;
    ensure!(visitor.site.messages()?.len() == 1);
    Ok(())
}

async fn changed(visitor: &Visitor) -> Result<()> {
    goes_under_way_offline(visitor).await?;
    let field = "[data-step='message'] [name='message']";
    visitor.writes(field, "The roof is gone.").await?;
    visitor.does_not_see("[data-outcome]").await?;
    visitor.goes_offline(false).await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    let letters = visitor.site.messages()?;
    ensure!(
        letters.len() == 1 && letters[0]["message"] == "The roof is gone.",
        "{letters:?}"
    );
    Ok(())
}

const KEPT: &str = "return localStorage.length";

pub async fn keeps(visitor: &Visitor) -> Result<()> {
    visitor.clicks("[data-step='message'] .keep label").await?;
    visitor
        .waits_for("something kept", KEPT, Vec::new())
        .await?;
    Ok(())
}

async fn kept(visitor: &Visitor) -> Result<()> {
    let [name, contact, message] = LETTER;
    opens(visitor, json!({})).await?;
    visitor.composes(name, contact, message).await?;
    visitor.visits(&HostPage::default()).await?;
    writes(visitor).await?;
    visitor.still_has("", "", "").await?;
    visitor.composes(name, contact, "The roof").await?;
    keeps(visitor).await?;
    visitor
        .writes("[data-step='message'] [name='message']", message)
        .await?;
    visitor.finds_no_barrier("a message that is kept").await?;

    visitor.visits(&HostPage::default()).await?;
    writes(visitor).await?;
    visitor.still_has(name, contact, message).await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    let kept = visitor.finds_out(KEPT, Vec::new()).await?;
    ensure!(kept == 0, "it is kept although it was sent");
    ensure!(visitor.site.messages()?[0]["message"] == message);

    visitor.visits(&HostPage::default()).await?;
    writes(visitor).await?;
    visitor.composes(name, contact, message).await?;
    keeps(visitor).await?;
    visitor.clicks("[data-step='message'] .keep label").await?;
    let gone = "return localStorage.length === 0";
    visitor.waits_for("nothing kept", gone, Vec::new()).await?;
    Ok(())
}

async fn resumed(visitor: &Visitor) -> Result<()> {
    opens(visitor, json!({})).await?;
    visitor.expects_failing("/messages");
    visitor.site.answers("/messages", Reply::status(500));
    let [name, contact, message] = LETTER;
    visitor.composes(name, contact, message).await?;
    keeps(visitor).await?;
    visitor.sends().await?;
    visitor.is_told("unknown").await?;
    visitor.site.recovers("/messages");
    visitor.visits(&HostPage::default()).await?;
    writes(visitor).await?;
    visitor.still_has(name, contact, message).await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    let letters = visitor.site.messages()?;
    ensure!(
        letters.len() >= 2
            && letters
                .iter()
                .all(|letter| letter["key"] == letters[0]["key"]),
        "{letters:?}"
    );
    Ok(())
}

async fn called_back(visitor: &Visitor) -> Result<()> {
    opens(visitor, json!({ "asks_for": "callback" })).await?;
    visitor.reads("h3", "We call you").await?;
    visitor.sends().await?;
    visitor
        .reads(".error-summary a", "Enter your phone number")
        .await?;
    visitor
        .finds_no_barrier("a form that asks for a number")
        .await?;
    let number = "[data-step='message'] [name='contact'][autocomplete='tel']";
    visitor.writes(number, "+44 20 7946 0000").await?;
    visitor.sends().await?;
    visitor.is_told("sent").await?;
    let letters = visitor.site.messages()?;
    ensure!(letters[0]["contact"] == "+44 20 7946 0000" && letters[0]["message"] == "");
    Ok(())
}

async fn consents(visitor: &Visitor) -> Result<()> {
    let consent = "We keep your message for 30 days.";
    opens(visitor, json!({ "consent": { "en": consent } })).await?;
    visitor.reads(".step", consent).await
}

async fn missing(visitor: &Visitor) -> Result<()> {
    const OUTBOX: &str = "/leeward/outbox.js";
    visitor.site.answers(OUTBOX, Reply::status(404));
    visitor.visits(&HostPage::default()).await?;
    visitor.expects_failing(OUTBOX).expects_line(&["outbox.js"]);
    writes(visitor).await?;
    sends(visitor, "failed").await?;
    ensure!(visitor.site.times_asked(OUTBOX) > 0, "it was not asked for");
    ensure!(posted(&visitor.site).is_empty());
    let [name, contact, message] = LETTER;
    visitor.still_has(name, contact, message).await?;
    visitor
        .sees("[data-outcome] [data-place='other'] [data-action]")
        .await?;
    Ok(())
}
