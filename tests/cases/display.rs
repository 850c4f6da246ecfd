//! Where the help stands: as a part of the page, as a banner, or as the popup when the code of the others can't be had.

use std::fs;

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    embed,
    harness::{Case, case},
    page::{OWN_CHILD, SERVICE_CRISIS},
    site::{self, Gate, Reply, file},
    visitor::Visitor,
};
use serde_json::{Value, json};

/// The code of the layouts.
const LAYOUTS: &str = "/leeward/display.js";

const WASM: &str = "/leeward/widget_bg.wasm";

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for mode in ["inline", "page"] {
        cases.push(case(
            format!("the layout {mode} takes no focus, and leads to a result"),
            async move |visitor| in_the_page(visitor, mode).await,
        ));
        cases.push(case(
            format!("the layout {mode} has the contact list when there are no questions"),
            async move |visitor| contact_list(visitor, mode).await,
        ));
    }
    for mode in ["inline", "page", "banner"] {
        let name = format!("the layout {mode} moves nothing on the page, however late it comes");
        let moves = async move |visitor: &Visitor| moves_nothing(visitor, mode).await;
        cases.push(case(name, moves).needs(Need::Tools));
        let name = format!("without scripts the layout {mode} is what stands between the tags");
        let scripts = async move |visitor: &Visitor| without_scripts(visitor, mode).await;
        cases.push(case(name, scripts).needs(Need::Tools));
        cases.push(case(
            format!(
                "without its code the layout {mode} is what stands between the tags, and a launcher"
            ),
            async move |visitor| without_code(visitor, mode).await,
        ));
    }
    for mode in ["inline", "page", "banner"] {
        let name =
            format!("at 400 % the layout {mode} is reached whole, and scrolled one way only");
        let reached = async move |visitor: &Visitor| zoomed_in(visitor, mode).await;
        cases.push(case(name, reached).needs(Need::Phone));
    }
    cases.extend([
        case(
            "a phone's banner stays in the room that is kept for it, in every language",
            room_for_banner,
        )
        .needs(Need::Phone),
        case(
            "who has scrolled to the end of an inline part goes on with the page",
            scrolls_on,
        )
        .needs(Need::Tools),
        case(
            "a banner has the number and one button, and is put away for good",
            banner,
        ),
        case(
            "a link to #leeward opens the popup, or leads to where the help stands",
            links,
        ),
        case("an address with #leeward opens the popup", address),
        case(
            "an inline part can be moved by its page, and goes on",
            moved,
        ),
    ]);
    cases
}

async fn in_the_page(visitor: &Visitor, mode: &str) -> Result<()> {
    visitor.looks_at(&format!("modes/{mode}.html")).await?;
    visitor
        .sees(&format!(
            "section#panel[data-mode='{mode}'] [data-step='welcome']"
        ))
        .await?;
    visitor.finds_no_barrier("welcome").await?;
    visitor.does_not_see("#launcher").await?;
    visitor.does_not_see("#close").await?;
    has_focus_on_the_body(visitor).await?;
    visitor.starts().await?;
    visitor.is_at_heading_of("question").await?;
    visitor.finds_no_barrier("question").await?;
    visitor.answers("topic", "technical").await?;
    visitor.answers("affected", "3").await?;
    visitor.sees_result("technical").await?;
    visitor.is_at_heading_of("result").await?;
    visitor.finds_no_barrier("result").await?;
    let script = "return probe.all(':modal').length === 0 && document.querySelector('#search').matches(':not(:disabled)')";
    ensure!(
        visitor.finds_out(script, Vec::new()).await? == json!(true),
        "the page is shut out"
    );
    Ok(())
}

async fn has_focus_on_the_body(visitor: &Visitor) -> Result<()> {
    let script = "return document.activeElement === document.body && scrollY === 0";
    ensure!(
        visitor.finds_out(script, Vec::new()).await? == json!(true),
        "the focus was taken"
    );
    Ok(())
}

async fn contact_list(visitor: &Visitor, mode: &str) -> Result<()> {
    visitor.site.answers(WASM, Reply::status(404));
    visitor.looks_at(&format!("modes/{mode}.html")).await?;
    visitor
        .expects_failing(WASM)
        .expects_line(&["widget_bg.wasm"]);
    visitor
        .sees("section#panel #contacts [data-channel] a")
        .await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    visitor.does_not_see("[data-step]").await?;
    visitor.finds_no_barrier("the contact list").await?;
    has_focus_on_the_body(visitor).await
}

/// Every move of something that is seen, and that nobody has asked for.
const SHIFTS: &str = "
globalThis.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    if (!hadRecentInput) shifts.push(`${value} by ${sources.map(({ node }) => node?.id || node?.nodeName).join()}`);
  }
}).observe({ type: 'layout-shift', buffered: true });
";

async fn moves_nothing(visitor: &Visitor, mode: &str) -> Result<()> {
    visitor.injects(SHIFTS).await?;
    let gate = Gate::default();
    let late = Reply::of_type(LAYOUTS, file(LAYOUTS)?).behind(&gate);
    visitor.site.answers(LAYOUTS, late);
    visitor.looks_at(&format!("modes/{mode}.html")).await?;
    visitor.waits_for_request(LAYOUTS, 1).await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    visitor.does_not_see("#launcher").await?;
    painted(visitor).await?;
    gate.opens();
    if mode == "banner" {
        visitor.sees("#banner #launcher").await?;
    } else {
        visitor.sees("[data-step='welcome']").await?;
        // The list comes last of all.
        visitor.waits_for_request("/leeward/contacts.js", 1).await?;
        let listed = "return probe.all('#contacts li').length > 0";
        visitor.waits_for("the list", listed, Vec::new()).await?;
    }
    painted(visitor).await?;
    let shifts = visitor.finds_out("return shifts", Vec::new()).await?;
    ensure!(shifts == json!([]), "something moved: {shifts}");
    Ok(())
}

/// Waits until what is there now has been drawn.
async fn painted(visitor: &Visitor) -> Result<()> {
    let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
    visitor.finds_out_later(script, Vec::new()).await?;
    Ok(())
}

async fn without_scripts(visitor: &Visitor, mode: &str) -> Result<()> {
    visitor.switches_scripts_off().await?;
    visitor.looks_at(&format!("modes/{mode}.html")).await?;
    visitor
        .clicks_on_the_page(&format!("leeward-help > a[href='{OWN_CHILD}']"))
        .await
}

async fn without_code(visitor: &Visitor, mode: &str) -> Result<()> {
    visitor.site.answers(LAYOUTS, Reply::status(404));
    visitor.looks_at(&format!("modes/{mode}.html")).await?;
    visitor
        .expects_failing(LAYOUTS)
        .expects_line(&["display.js"]);
    visitor.sees("#launcher").await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    visitor.closes().await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    Ok(())
}

async fn banner(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("modes/banner.html").await?;
    visitor.sees("#banner").await?;
    visitor.sees(&format!("a[href='{OWN_CHILD}']")).await?;
    visitor
        .does_not_see("a[href='mailto:help@example.test']")
        .await?;
    visitor.finds_no_barrier("the banner").await?;
    ensure!(
        visitor.site.times_asked("/playbooks/service-crisis.json") == 0,
        "it was asked for too early"
    );
    visitor.opens().await?;
    visitor.starts().await?;
    visitor
        .walks(&[("topic", "technical"), ("affected", "3")])
        .await?;
    visitor.sees_result("technical").await?;
    visitor.closes().await?;
    visitor.has_focus_on("#banner #launcher").await?;
    visitor.clicks("#dismiss").await?;
    visitor.has_focus_on("#launcher").await?;
    visitor.does_not_see("#banner").await?;
    let script = "const help = document.querySelector('leeward-help'); help.remove(); document.body.prepend(help)";
    visitor.finds_out(script, Vec::new()).await?;
    visitor.clicks("#launcher").await?;
    visitor.sees_result("technical").await?;
    visitor.does_not_see("#banner").await
}

/// What the style rule of the page keeps for a banner: docs/embed.md says so.
const ROOM: i64 = 64;

async fn room_for_banner(visitor: &Visitor) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&file(SERVICE_CRISIS)?)?;
    playbook["display"] = json!({ "mode": "banner" });
    let locales = playbook["locales"].clone();
    let locales: Vec<String> = serde_json::from_value(locales)?;
    visitor
        .site
        .answers("/display.json", Reply::json(playbook.to_string()));
    let names = fs::read_dir(site::folder()?.join("leeward/labels"))?
        .map(|entry| {
            Ok(entry?
                .path()
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned())
        })
        .collect::<Result<Vec<_>>>()?;
    // With the page's own link, then with the number of the playbook, whose words are on the button after a sign of
    // intent.
    let pages = names.iter().map(|name| ("banner", name));
    let pages = pages.chain(locales.iter().map(|locale| ("season", locale)));
    visitor.holds_a_phone_of(360).await?;
    for (page, locale) in pages {
        let speak = format!(
            "document.addEventListener('DOMContentLoaded', () => document.querySelector('leeward-help').setAttribute('locale', '{locale}'))"
        );
        visitor.injects(&speak).await?;
        visitor.looks_at(&format!("modes/{page}.html")).await?;
        visitor.sees("#banner").await?;
        if page == "season" {
            visitor.sees("#banner a[href^='tel:+']").await?;
            visitor.points_at("#launcher").await?;
            let launcher = playbook["launcher"]["text"][locale].as_str();
            visitor
                .reads("#launcher", launcher.unwrap_or_default())
                .await?;
        }
        let script = "return Math.round(document.querySelector('leeward-help').getBoundingClientRect().height)";
        let height = visitor.finds_out(script, Vec::new()).await?;
        ensure!(
            height == json!(ROOM),
            "{page}, {locale}: it is {height} pixels high"
        );
    }
    Ok(())
}

/// A window of 1280 by 1024 at 400 %.
async fn zoomed_in(visitor: &Visitor, mode: &str) -> Result<()> {
    visitor.has_a_screen_of(320, 256).await?;
    visitor.looks_at(&format!("modes/{mode}.html")).await?;
    if mode == "banner" {
        visitor.sees("#banner").await?;
        visitor.scrolls_one_way_only("banner").await?;
        visitor.opens().await?;
    } else {
        let script = "document.querySelector('leeward-help').scrollIntoView()";
        visitor.finds_out(script, Vec::new()).await?;
    }
    visitor.sees_step("welcome").await?;
    visitor.scrolls_one_way_only("welcome").await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    visitor.scrolls_one_way_only("choice").await?;
    visitor
        .walks(&[
            ("topic", "other"),
            ("safe", "yes"),
            ("danger", "exhaustion"),
        ])
        .await?;
    visitor.is_asked("draining").await?;
    visitor.scrolls_one_way_only("ranking").await?;
    visitor
        .answers("draining", "family,sleep,paperwork")
        .await?;
    visitor.answers("one_thing", "…").await?;
    visitor.sees_result("listen").await?;
    visitor.scrolls_one_way_only("result").await?;
    visitor.wants_to_write("message_form").await?;
    visitor.scrolls_one_way_only("message").await?;
    visitor.composes("Ann", "ann@example.test", "Help").await?;
    visitor.sends().await?;
    visitor.is_told("sent").await
}

async fn scrolls_on(visitor: &Visitor) -> Result<()> {
    visitor.has_a_screen_of(360, 500).await?;
    visitor.looks_at("modes/inline.html").await?;
    visitor.sees("[data-step='welcome']").await?;
    let script = "document.querySelector('leeward-help').scrollIntoView();
        const scroll = probe.find('.scroll');
        scroll.scrollTop = scroll.scrollHeight;
        scrollBy(0, -40);
        return scrollY";
    let before = visitor.finds_out(script, Vec::new()).await?;
    let gesture = json!({ "x": 180, "y": 250, "yDistance": -200, "gestureSourceType": "mouse" });
    // The first turn of a wheel holds on to what it can still scroll, be it by a part of a pixel.
    for _ in 0..2 {
        visitor
            .commands("Input.synthesizeScrollGesture", gesture.clone())
            .await?;
    }
    let further = "return scrollY > arguments[0]";
    visitor
        .waits_for("the page to scroll", further, vec![before])
        .await?;
    Ok(())
}

async fn links(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("modes/banner.html").await?;
    visitor.sees("#launcher").await?;
    visitor.clicks_on_the_page("#link").await?;
    visitor.sees("#panel:modal").await?;
    let hash = visitor
        .finds_out("return location.hash", Vec::new())
        .await?;
    ensure!(hash == json!(""), "the address was changed to {hash}");

    visitor.looks_at("modes/inline.html").await?;
    visitor.sees("[data-step='welcome']").await?;
    visitor.clicks_on_the_page("#link").await?;
    visitor.has_focus_on("section#panel").await?;
    Ok(())
}

async fn address(visitor: &Visitor) -> Result<()> {
    embed::publish("plain", &visitor.site, None)?;
    visitor.goes_to("/embed/plain/index.html#leeward").await?;
    visitor.sees("#panel:modal").await?;
    visitor.sees_step("welcome").await?;
    visitor.closes().await?;
    visitor.has_focus_on("#launcher").await
}

async fn moved(visitor: &Visitor) -> Result<()> {
    visitor.looks_at("modes/inline.html").await?;
    visitor.sees("[data-step='welcome']").await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.is_asked("affected").await?;
    let script = "const help = document.querySelector('leeward-help');
        for (let i = 0; i < 20; i++) { help.remove(); document.querySelector('main').prepend(help); }";
    visitor.finds_out(script, Vec::new()).await?;
    visitor.answers("affected", "3").await?;
    visitor.sees_result("technical").await
}
