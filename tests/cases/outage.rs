//! The company's server falls over, which is when its visitors need help most: whoever has had the playbook
//! once keeps it, for the visit or, where the site has opted in, for the next one.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::{self, HostPage, SERVICE_CRISIS},
    site::Reply,
    visitor::Visitor,
};

/// The documentation's recipe, and where a site puts it.
const RECIPE: &str = include_str!("../../docs/recipes/service-worker.js");
const WORKER: &str = "/service-worker.js";

const HEALTH: &str = "/playbooks/health.json";

/// A way to fall over.
struct Fall {
    how: &'static str,
    reply: fn() -> Reply,
    /// What the line on the console has; a silent server is only waited for.
    line: Option<&'static str>,
}

const FALLS: &[Fall] = &[
    Fall {
        how: "hangs up",
        reply: Reply::dropped,
        line: Some("did not come"),
    },
    Fall {
        how: "falls silent",
        reply: Reply::silent,
        line: None,
    },
    Fall {
        how: "answers 503",
        reply: || Reply::status(503),
        line: Some("answered 503"),
    },
];

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for fall in FALLS {
        cases.push(case(
            format!(
                "a playbook whose server {} is still known on the same page",
                fall.how
            ),
            async move |visitor| same_page(visitor, fall).await,
        ));
        cases.push(case(
            format!(
                "a playbook whose server {} is known to the next page that has opted in",
                fall.how
            ),
            async move |visitor| next_page(visitor, fall).await,
        ));
    }
    cases.push(case(
        "without opting in a playbook is not known to the next page",
        not_kept,
    ));
    cases.push(case(
        "with the service worker of the documentation a whole site may fall over",
        whole_site,
    ));
    cases
}

impl Fall {
    /// Makes the server fall over, when nothing more of what it has said is on the way.
    fn happens(&self, visitor: &Visitor) {
        visitor.site.answers(SERVICE_CRISIS, (self.reply)());
    }

    /// Announces what the console is to say about it.
    fn is_told(&self, visitor: &Visitor) {
        visitor.expects_failing(SERVICE_CRISIS);
        if let Some(line) = self.line {
            visitor.expects_line(&[SERVICE_CRISIS, line, "The last good playbook is used"]);
        }
    }
}

/// A page that shows another playbook for a while, as single-page applications do.
async fn same_page(visitor: &Visitor, fall: &Fall) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    shows(visitor, HEALTH).await?;
    visitor.waits_for_request(HEALTH, 1).await?;
    visitor.sees_step("welcome").await?;
    fall.happens(visitor);
    fall.is_told(visitor);
    shows(visitor, SERVICE_CRISIS).await?;
    visitor.waits_for_request(SERVICE_CRISIS, 2).await?;
    reaches_a_result(visitor).await
}

async fn shows(visitor: &Visitor, playbook: &str) -> Result<()> {
    let script = "document.querySelector('leeward-help').setAttribute('playbook', arguments[0])";
    visitor.finds_out(script, vec![playbook.into()]).await?;
    Ok(())
}

async fn next_page(visitor: &Visitor, fall: &Fall) -> Result<()> {
    let page = HostPage::default().with_attributes("offline");
    visitor.visits(&page).await?;
    visitor.opens().await?;
    let script = "const done = arguments[1], look = () => caches.match(arguments[0])
        .then((kept) => kept ? done(true) : setTimeout(look, 20)); look()";
    visitor
        .finds_out_later(script, vec![SERVICE_CRISIS.into()])
        .await?;
    fall.happens(visitor);
    visitor.goes_to(page::PATH).await?;
    fall.is_told(visitor);
    visitor.clicks("#launcher").await?;
    reaches_a_result(visitor).await?;
    visitor.waits_for_request(SERVICE_CRISIS, 2).await
}

async fn not_kept(visitor: &Visitor) -> Result<()> {
    // As Vue, Nuxt, Svelte and Angular write what is off.
    let page = HostPage::default().with_attributes(
        r#"offline="false" display="false" remember="false" hidden="false" mode="false""#,
    );
    visitor.visits(&page).await?;
    visitor.opens().await?;
    ensure!(
        visitor.site.times_asked("/leeward/display.js") == 0,
        "another layout was asked for"
    );
    let script = "const done = arguments[0]; caches.keys().then((names) => done(names))";
    let kept = visitor.finds_out_later(script, Vec::new()).await?;
    ensure!(kept == serde_json::json!([]), "kept in {kept}");
    visitor.site.answers(SERVICE_CRISIS, Reply::status(503));
    visitor.goes_to(page::PATH).await?;
    visitor
        .expects_failing(SERVICE_CRISIS)
        .expects_line(&[SERVICE_CRISIS, "503"]);
    visitor.clicks("#launcher").await?;
    visitor.sees_contact_list().await
}

async fn whole_site(visitor: &Visitor) -> Result<()> {
    let recipe = RECIPE.replace("/help.html", page::PATH);
    ensure!(recipe != RECIPE, "the recipe has no page to replace");
    visitor
        .site
        .answers(WORKER, Reply::text("text/javascript", recipe));
    visitor.visits(&HostPage::default()).await?;
    let script = "const [worker, done] = arguments; navigator.serviceWorker.register(worker);
        navigator.serviceWorker.ready.then(() => done())";
    visitor.finds_out_later(script, vec![WORKER.into()]).await?;
    // What came before the worker was there passes through it on the second visit.
    visitor.goes_to(page::PATH).await?;
    visitor.opens().await?;
    visitor.waits_for_request("/leeward/contacts.js", 1).await?;

    visitor.site.falls_over();
    visitor.goes_to(page::PATH).await?;
    // Nobody has seen a result before, so what stands beside one isn't kept.
    visitor
        .expects_failing(page::SHEET)
        .expects_failing("/leeward/handoff.js")
        .expects_line(&["handoff.js"]);
    visitor.clicks("#launcher").await?;
    reaches_a_result(visitor).await?;
    ensure!(
        visitor.site.times_asked(SERVICE_CRISIS) > 1,
        "the worker didn't try the network first"
    );
    Ok(())
}

async fn reaches_a_result(visitor: &Visitor) -> Result<()> {
    visitor.sees_step("welcome").await?;
    visitor.reads("#title", "Minato Mutual").await?;
    visitor.starts().await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await
}
