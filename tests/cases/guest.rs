//! What a host page may do to the element, and what the element may not do to the host page.

use anyhow::Result;
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::HostPage,
    site::{Gate, Reply, file},
    visitor::Visitor,
};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "an open element can be taken out, put back and opened again",
            moved,
        ),
        case(
            "the page's own script can open and close, and change playbook and language",
            driven,
        ),
        case(
            "what comes for questions that the page has taken away meanwhile is not put to work",
            too_late,
        ),
        case(
            "a phone of 320 pixels needs no sideways scrolling at any step",
            narrow,
        )
        .needs(Need::Phone),
    ]
}

async fn moved(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.is_asked("affected").await?;
    let script = "const help = document.querySelector('leeward-help');
        for (let i = 0; i < 100; i++) { help.remove(); document.body.append(help); }";
    visitor.finds_out(script, Vec::new()).await?;
    visitor.sees_panel_closed().await?;
    visitor.clicks("#launcher").await?;
    visitor.is_asked("affected").await?;
    visitor.answers("affected", "3").await?;
    visitor.sees_result("technical").await?;
    Ok(())
}

async fn driven(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    let page = async |script: &str| {
        let script = format!("const help = document.querySelector('leeward-help'); {script}");
        visitor.finds_out(&script, Vec::new()).await
    };
    page("help.open()").await?;
    if visitor.is_kept_by_the_list().await? {
        page("help.close(); help.open()").await?;
    }
    visitor.sees_step("welcome").await?;
    page("help.setAttribute('locale', 'hi')").await?;
    visitor.is_spoken_to_in("hi").await?;
    visitor.reads("#title", "मिनातो म्यूचुअल").await?;
    page("help.setAttribute('playbook', '/playbooks/health.json')").await?;
    visitor
        .waits_for_request("/playbooks/health.json", 1)
        .await?;
    visitor.sees_step("welcome").await?;
    visitor.is_spoken_to_in("hi").await?;
    page("help.close()").await?;
    visitor.sees_panel_closed().await?;
    Ok(())
}

/// What stands beside a result is on its way when the page shows another playbook, and comes to an end that is no longer
/// a part of the page. The console has to stay silent, and the next result has what it needs.
async fn too_late(visitor: &Visitor) -> Result<()> {
    let gate = Gate::default();
    for script in ["/leeward/handoff.js", "/leeward/outbox.js"] {
        let reply = Reply::of_type(script, file(script)?);
        visitor.site.answers(script, reply.behind(&gate));
    }
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor
        .walks(&[("topic", "technical"), ("affected", "3")])
        .await?;
    visitor.sees_result("technical").await?;
    for script in ["/leeward/handoff.js", "/leeward/outbox.js"] {
        visitor.waits_for_request(script, 1).await?;
    }
    let script =
        "document.querySelector('leeward-help').setAttribute('playbook', '/playbooks/health.json')";
    visitor.finds_out(script, Vec::new()).await?;
    visitor.sees_step("welcome").await?;
    gate.opens();
    visitor.starts().await?;
    visitor.answers("need", "appointment").await?;
    visitor.sees_result("appointment").await?;
    visitor.sees(".summary").await?;
    Ok(())
}

async fn narrow(visitor: &Visitor) -> Result<()> {
    visitor.holds_a_phone_of(320).await?;
    for locale in ["en", "ja", "hi", "ar"] {
        visitor.visits(&HostPage::in_language(locale)).await?;
        visitor.opens().await?;
        visitor.is_spoken_to_in(locale).await?;
        visitor.scrolls_one_way_only("welcome").await?;
        visitor.starts().await?;
        visitor.is_asked("topic").await?;
        visitor.scrolls_one_way_only("choice").await?;
        visitor.answers("topic", "other").await?;
        visitor.answers("safe", "yes").await?;
        visitor.answers("danger", "exhaustion").await?;
        visitor.is_asked("draining").await?;
        visitor.scrolls_one_way_only("ranking").await?;
        visitor.answers("draining", "not_sure").await?;
        visitor.is_asked("one_thing").await?;
        visitor.scrolls_one_way_only("text").await?;
        visitor.answers("one_thing", "…").await?;
        visitor.sees_result("listen").await?;
        visitor.scrolls_one_way_only("result").await?;
        visitor.wants_to_write("message_form").await?;
        visitor.scrolls_one_way_only("message").await?;
        visitor.presses("contacts").await?;
        visitor.sees_step("contacts").await?;
        visitor.scrolls_one_way_only("contacts").await?;
    }
    Ok(())
}
