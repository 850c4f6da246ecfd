//! The same way by keyboard alone. The focus is at the heading of every step, and never on the body.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::HostPage,
    visitor::Visitor,
};
use thirtyfour::Key;

pub fn cases() -> Vec<Case> {
    vec![
        case("the whole journey works by keyboard alone", whole_journey),
        case(
            "a ranking is put in order by keyboard, and each move is announced",
            ranking,
        ),
        case(
            "Escape closes at every step and the focus goes back to the launcher",
            escape,
        ),
        case("a complaint leads to its field by keyboard", complaint),
        case(
            "the page hears its keys, and Escape, while the panel is closed",
            the_pages_keys,
        ),
    ]
}

const LAUNCHER: &str = "#launcher";
const CONTINUE: &str = "[data-action='continue']";
const ANSWER: &str = "[name='answer']";

async fn opens(visitor: &Visitor) -> Result<()> {
    visitor.tabs_to(LAUNCHER).await?;
    visitor.types(Key::Enter).await?;
    if visitor.is_kept_by_the_list().await? {
        visitor.types(Key::Escape).await?;
        visitor.sees_panel_closed().await?;
        visitor.types(Key::Enter).await?;
    }
    visitor.is_at_heading_of("welcome").await?;
    Ok(())
}

async fn starts(visitor: &Visitor) -> Result<()> {
    opens(visitor).await?;
    visitor
        .presses_by_key("[data-action='start']", Key::Enter)
        .await?;
    visitor.is_at_heading_of("question").await?;
    Ok(())
}

/// Picks an option of a group of radio buttons: into the group by Tab, along it by arrows.
async fn picks(visitor: &Visitor, question: &str, arrows_down: usize) -> Result<()> {
    visitor.is_asked(question).await?;
    visitor.is_at_heading_of("question").await?;
    visitor.tabs_to(ANSWER).await?;
    visitor.types(" ").await?;
    for _ in 0..arrows_down {
        visitor.types(Key::Down).await?;
    }
    visitor.presses_by_key(CONTINUE, Key::Enter).await?;
    Ok(())
}

async fn whole_journey(visitor: &Visitor) -> Result<()> {
    visitor
        .comes_at("2026-11-24T10:30:00+09:00", "Asia/Tokyo")
        .await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.notes_lost_focus().await?;
    opens(visitor).await?;
    visitor
        .presses_by_key("[data-locale='ja']", Key::Enter)
        .await?;
    visitor.is_spoken_to_in("ja").await?;
    visitor.has_focus_on("[data-locale='ja']").await?;
    visitor
        .presses_by_key("[data-locale='en']", Key::Enter)
        .await?;
    visitor.is_spoken_to_in("en").await?;
    visitor
        .presses_by_key("[data-action='start']", Key::Enter)
        .await?;

    picks(visitor, "topic", 0).await?;
    visitor.is_asked("affected").await?;
    visitor.is_at_heading_of("question").await?;
    visitor.tabs_to(ANSWER).await?;
    visitor.types("12").await?;
    visitor.types(Key::Enter).await?;
    visitor.sees_result("technical").await?;
    visitor.is_at_heading_of("result").await?;

    visitor
        .presses_by_key("[data-action='contacts']", Key::Enter)
        .await?;
    visitor.is_at_heading_of("contacts").await?;
    visitor
        .presses_by_key("[data-action='return']", Key::Enter)
        .await?;
    visitor.is_at_heading_of("result").await?;
    visitor
        .presses_by_key("[data-action='change'][data-question='topic']", Key::Enter)
        .await?;

    // From the technical problem, which is picked, to the last topic but "I'm not sure".
    picks(visitor, "topic", 4).await?;
    picks(visitor, "safe", 0).await?;
    picks(visitor, "danger", 1).await?;
    picks(visitor, "finances", 3).await?;
    visitor.is_asked("one_thing").await?;
    visitor.is_at_heading_of("question").await?;
    visitor.tabs_to(ANSWER).await?;
    visitor.types("The rent is due").await?;
    visitor.presses_by_key(CONTINUE, Key::Enter).await?;
    visitor.sees_result("listen").await?;
    visitor.is_at_heading_of("result").await?;

    writes_message(visitor).await?;
    visitor.types(Key::Escape).await?;
    visitor.sees_panel_closed().await?;
    visitor.has_focus_on(LAUNCHER).await?;
    visitor.never_lost_focus().await
}

async fn writes_message(visitor: &Visitor) -> Result<()> {
    visitor
        .presses_by_key("[data-action='message']", Key::Enter)
        .await?;
    visitor.is_at_heading_of("message").await?;
    visitor.tabs_to("[name='message']").await?;
    visitor.types("Please write back.").await?;
    visitor.tabs_to("[name='contact']").await?;
    visitor.types("ann@example.test").await?;
    visitor.tabs_to("[name='name']").await?;
    visitor.types("Ann").await?;
    // Back over what was written, to see that nothing gets lost and nothing traps.
    visitor.tabs_back().await?;
    visitor.has_focus_on("[name='contact']").await?;
    visitor.types(Key::Enter).await?;
    visitor.is_told("sent").await?;
    ensure!(
        visitor.site.messages()?.len() == 1,
        "the message did not arrive once"
    );
    Ok(())
}

async fn ranking(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.notes_lost_focus().await?;
    starts(visitor).await?;
    picks(visitor, "topic", 4).await?;
    picks(visitor, "safe", 0).await?;
    picks(visitor, "danger", 2).await?;
    visitor.is_asked("draining").await?;
    ensure!(
        visitor.ranking().await? == ["paperwork", "sleep", "family"],
        "another first order"
    );

    let up = "[data-option='family'] [data-action='up']";
    visitor.presses_by_key(up, Key::Enter).await?;
    visitor.sees_rank("family", 1).await?;
    visitor.has_focus_on(up).await?;
    visitor
        .reads("[data-step] [role='status']", "2 of 3")
        .await?;
    visitor.types(" ").await?;
    visitor.sees_rank("family", 0).await?;
    visitor.has_focus_on(up).await?;
    visitor
        .reads("[data-step] [role='status']", "1 of 3")
        .await?;
    let down = "[data-option='paperwork'] [data-action='down']";
    visitor.presses_by_key(down, Key::Enter).await?;
    visitor.sees_rank("paperwork", 2).await?;
    visitor.has_focus_on(down).await?;
    ensure!(
        visitor.ranking().await? == ["family", "sleep", "paperwork"],
        "another last order"
    );
    visitor.presses_by_key(CONTINUE, Key::Enter).await?;
    visitor.is_asked("one_thing").await?;
    visitor.never_lost_focus().await
}

async fn escape(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    opens(visitor).await?;
    for action in ["start", "contacts"] {
        visitor.types(Key::Escape).await?;
        visitor.sees_panel_closed().await?;
        visitor.has_focus_on(LAUNCHER).await?;
        // Opened again, the panel is where it was left, and the focus at its heading.
        visitor.types(" ").await?;
        visitor.has_focus_on("[data-step] h3").await?;
        visitor
            .presses_by_key(&format!("[data-action='{action}']"), Key::Enter)
            .await?;
    }
    visitor.is_at_heading_of("contacts").await?;
    visitor.presses_by_key("#close", Key::Enter).await?;
    visitor.sees_panel_closed().await?;
    visitor.has_focus_on(LAUNCHER).await
}

async fn complaint(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.notes_lost_focus().await?;
    starts(visitor).await?;
    visitor.presses_by_key(CONTINUE, Key::Enter).await?;
    visitor.has_focus_on(".error-summary").await?;
    visitor
        .presses_by_key(".error-summary a", Key::Enter)
        .await?;
    visitor.has_focus_on(ANSWER).await?;
    visitor.types(" ").await?;
    visitor.presses_by_key(CONTINUE, Key::Enter).await?;
    visitor.is_asked("affected").await?;
    visitor.is_at_heading_of("question").await?;
    visitor.never_lost_focus().await
}

/// Handlers of the page's own, as for shortcuts, work as if there were no popup.
async fn the_pages_keys(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.notes_keys().await?;
    let search = "document.querySelector('#search').focus()";
    for _ in 0..2 {
        visitor.finds_out(search, Vec::new()).await?;
        visitor.types("k/").await?;
        visitor.types(Key::Escape).await?;
        let keys = visitor.keys().await?;
        ensure!(keys == ["k", "/", "Escape"], "the page hears {keys:?}");
        let written = visitor
            .finds_out("return document.querySelector('#search').value", Vec::new())
            .await?;
        ensure!(
            written.as_str().is_some_and(|text| text.ends_with("k/")),
            "the field has {written}"
        );
        // And once more after the panel was open.
        opens(visitor).await?;
        visitor.types(Key::Escape).await?;
        visitor.sees_panel_closed().await?;
        visitor.has_focus_on(LAUNCHER).await?;
        visitor.keys().await?;
    }
    Ok(())
}
