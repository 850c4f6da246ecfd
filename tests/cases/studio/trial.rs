//! The whole way of a newcomer: a water outage in English and Hindi, from the blank playbook to visitors who are helped.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::HostPage,
    site::Reply,
    visitor::Visitor,
};
use thirtyfour::Key;

use super::author::{
    begins_with, chooses, downloads, presses, previews, rewrites, sees, value, waits,
};

pub fn cases() -> Vec<Case> {
    vec![case(
        "a newcomer makes a water outage in English and Hindi, rehearses Sunday night, and has its texts",
        whole,
    )]
}

/// What is written, in both languages, at its place.
const WORDS: [(&str, &str, &str); 15] = [
    ("name", "Harbour Water", "हार्बर वॉटर"),
    ("launcher.text", "No water?", "पानी नहीं आ रहा?"),
    (
        "notice.text",
        "A night without water is hard. A main pipe broke near the harbour on Saturday.",
        "बिना पानी की रात मुश्किल होती है। शनिवार को बंदरगाह के पास मुख्य पाइप टूट गया।",
    ),
    ("notice.place", "Harbour district", "बंदरगाह इलाक़ा"),
    (
        "questions[0].text",
        "What do you need first?",
        "आपको सबसे पहले क्या चाहिए?",
    ),
    (
        "questions[0].options[0].text",
        "Drinking water today",
        "आज पीने का पानी",
    ),
    ("questions[0].options[1].text", "Something else", "कुछ और"),
    (
        "channels.phone.name",
        "Call the water desk",
        "पानी डेस्क को फ़ोन करें",
    ),
    (
        "channels.phone.about",
        "Bottled water and tankers",
        "बोतलबंद पानी और टैंकर",
    ),
    ("channels.form.name", "Write to us", "हमें लिखें"),
    (
        "channels.form.about",
        "Answered within a day",
        "एक दिन में जवाब",
    ),
    (
        "routes[0].because",
        "They send a tanker to your street.",
        "वे आपकी गली में टैंकर भेजते हैं।",
    ),
    (
        "routes[1].because",
        "Write when it suits you.",
        "जब आपको ठीक लगे, तब लिखें।",
    ),
    (
        "reassurance[0].text",
        "The water that still runs is safe to drink.",
        "जहाँ पानी आ रहा है, वह पीने लायक़ है।",
    ),
    (
        "expectations[0].text",
        "Repairs take until Monday at least.",
        "मरम्मत में कम से कम सोमवार तक लगेगा।",
    ),
];

async fn whole(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "blank").await?;
    presses(visitor, "[data-add='notice']").await?;
    presses(visitor, "[data-path='notice.updated_at'] button").await?;
    presses(visitor, "nav [data-pane='settings']").await?;
    chooses(visitor, "#add-language", "hi").await?;
    // Nobody answers in it before somebody has said who does.
    for channel in ["phone", "form"] {
        let tick = format!("[data-language='hi'] [data-answers='{channel}'] input");
        waits(
            visitor,
            &format!("document.querySelector(\"{tick}\")?.checked === false"),
        )
        .await?;
        presses(visitor, &tick).await?;
        waits(
            visitor,
            &format!("document.querySelector(\"{tick}\").checked"),
        )
        .await?;
    }
    presses(visitor, "[data-language='hi'] [data-action='write']").await?;
    waits(visitor, "document.activeElement.id === 'name:hi'").await?;
    for (path, english, hindi) in WORDS {
        rewrites(visitor, &format!("[id='{path}:en']"), english).await?;
        rewrites(visitor, &format!("[id='{path}:hi']"), hindi).await?;
    }
    hours(visitor).await?;
    rehearsal(visitor).await?;
    texts(visitor).await?;
    let playbook = downloads(visitor).await?;

    visitor
        .comes_at("2026-11-29T03:00:00+05:30", "Asia/Kolkata")
        .await?;
    visitor
        .site
        .answers("/published.json", Reply::json(playbook));
    let page = HostPage::default()
        .about("/published.json")
        .with_attributes("locale='hi'");
    visitor.visits(&page).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.answers("topic", "urgent").await?;
    visitor.is_offered("form", "email").await?;
    visitor.reads("[data-channel='form']", "हमें लिखें").await
}

/// The phone keeps hours of its own: by day, and not on Sundays.
async fn hours(visitor: &Visitor) -> Result<()> {
    presses(visitor, "nav [data-pane='channels']").await?;
    presses(visitor, "[data-id='phone'] summary").await?;
    chooses(visitor, "[id='channels.phone.hours']", "+").await?;
    rewrites(visitor, "[id='hours.phone.timezone']", "Kolkata").await?;
    rewrites(visitor, "[id='hours.phone.week.sun']", "closed").await?;
    visitor.types(Key::Tab).await?;
    // Two ways have to be there at any hour, and now the form is the only one.
    sees(visitor, "nav [data-found='errors']").await?;
    presses(visitor, "[data-add='email']").await?;
    rewrites(
        visitor,
        "[id='channels.email.address']",
        "help@harbour-water.example",
    )
    .await?;
    presses(visitor, "[data-id='email'] [data-action='everywhere']").await?;
    waits(visitor, "!document.querySelector('[data-found=errors]')").await?;
    Ok(())
}

/// Sunday at three: the phone is closed, and the gap has its name.
async fn rehearsal(visitor: &Visitor) -> Result<()> {
    presses(visitor, "nav [data-pane='rehearse']").await?;
    chooses(visitor, "#rehearse-zone", "Asia/Kolkata").await?;
    chooses(visitor, "#rehearse-moment", "2026-11-29T03:00").await?;
    let gap = "document.querySelector('[data-week=hi] .gaps li')?.textContent.includes('Sunday')";
    waits(visitor, gap).await?;
    presses(visitor, "[data-route='urgent'] [data-path='0']").await?;
    previews(visitor, "Best for you now").await?;
    previews(visitor, "Write to us").await?;
    presses(visitor, ".seen [data-action='now']").await
}

async fn texts(visitor: &Visitor) -> Result<()> {
    presses(visitor, "nav [data-pane='outlets']").await?;
    for (locale, said) in [("en", "Harbour Water"), ("hi", "हार्बर वॉटर")] {
        chooses(visitor, "#outlets-language", locale).await?;
        for outlet in ["sms", "email"] {
            let text = format!("[data-outlet='{outlet}'] textarea");
            let starts = format!("document.querySelector(\"{text}\")?.value.includes('{said}')");
            waits(visitor, &starts).await?;
            let text = value(visitor, &text).await?;
            ensure!(!text.is_empty(), "{outlet} in {locale} is empty");
        }
    }
    Ok(())
}
