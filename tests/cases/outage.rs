//! The company's server falls over, which is when its visitors need help most: whoever has had the playbook
//! once keeps it, for the visit or, where the site has opted in, for the next one.

use anyhow::{Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::{self, HostPage, SERVICE_CRISIS},
    site::Reply,
    visitor::Visitor,
};
use serde_json::{Value, json};

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
    cases.push(case(
        "the service worker of the documentation keeps nothing of a visitor's, and lets go of what is recalled",
        guarded,
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

/// Puts the recipe on the site, and has it work on the page.
async fn brings_the_worker(visitor: &Visitor) -> Result<()> {
    let recipe = RECIPE.replace("/help.html", page::PATH);
    ensure!(recipe != RECIPE, "the recipe has no page to replace");
    visitor.site.may_be_kept();
    visitor
        .site
        .answers(WORKER, Reply::text("text/javascript", recipe));
    visitor.visits(&HostPage::default()).await?;
    let script = "const [worker, done] = arguments; navigator.serviceWorker.register(worker);
        navigator.serviceWorker.ready.then(() => done())";
    visitor.finds_out_later(script, vec![WORKER.into()]).await?;
    // What came before the worker was there passes through it on the second visit.
    visitor.goes_to(page::PATH).await?;
    keeps(visitor, page::PATH, true).await
}

/// Waits until a path is among what is kept, or no longer.
async fn keeps(visitor: &Visitor, path: &str, kept: bool) -> Result<()> {
    let script = "const [path, wanted, done] = arguments, look = () => caches.match(path)
        .then((kept) => !!kept === wanted ? done(true) : setTimeout(look, 20)); look()";
    visitor
        .finds_out_later(script, vec![path.into(), kept.into()])
        .await?;
    Ok(())
}

async fn whole_site(visitor: &Visitor) -> Result<()> {
    brings_the_worker(visitor).await?;
    visitor.opens().await?;
    keeps(visitor, "/leeward/contacts.js", true).await?;

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

async fn guarded(visitor: &Visitor) -> Result<()> {
    brings_the_worker(visitor).await?;
    let script = "document.cookie = 'session=ann'; fetch(arguments[0]).then(() => arguments[1]())";
    visitor
        .finds_out_later(script, vec![SERVICE_CRISIS.into()])
        .await?;
    keeps(visitor, SERVICE_CRISIS, true).await?;

    // Words in an address make no page of ours, and fill no disk.
    let before = entries(visitor).await?;
    let script = "const [paths, done] = arguments; Promise.all(paths.map((path) => fetch(path))).then(() => done())";
    let queries = (0..50).flat_map(|number| {
        [page::PATH, SERVICE_CRISIS, "/leeward/load.js"].map(|path| format!("{path}?q={number}"))
    });
    let queries: Vec<String> = queries.collect();
    visitor
        .finds_out_later(script, vec![queries.into()])
        .await?;
    visitor
        .goes_to(&format!("{}?q=CALL-0900", page::PATH))
        .await?;
    ensure!(
        entries(visitor).await? == before,
        "addresses with a query were kept"
    );

    // What is kept of a page is what somebody gets who has no cookies.
    let asked = visitor.site.times_asked(page::PATH);
    visitor.goes_to(page::PATH).await?;
    visitor.waits_for_request(page::PATH, asked + 2).await?;
    let requests = visitor.site.requests().into_iter();
    let telling = requests
        .filter(|request| request.path == page::PATH)
        .skip(asked)
        .filter(|request| request.telling.iter().any(|(name, _)| name == "cookie"));
    ensure!(telling.count() == 1, "the copy was asked for with cookies");

    // A page that has become the visitor's own, and one that is gone.
    for (path, recall) in [
        (
            page::PATH,
            Reply::text(
                "text/html; charset=utf-8",
                "<!doctype html><title>Your balance</title>",
            )
            .with_header("cache-control", "no-store, private"),
        ),
        (SERVICE_CRISIS, Reply::status(404)),
    ] {
        keeps(visitor, path, true).await?;
        visitor.site.answers(path, recall);
        if path == page::PATH {
            visitor.goes_to(path).await?;
        } else {
            visitor.expects_failing(path);
            let script = "fetch(arguments[0]).then(() => arguments[1]())";
            visitor.finds_out_later(script, vec![path.into()]).await?;
        }
        keeps(visitor, path, false).await?;
        visitor.site.recovers(path);
    }

    // While the server is down, a day is long enough.
    let script = "const [path, done] = arguments; fetch(path).then(() => done())";
    visitor
        .finds_out_later(script, vec![SERVICE_CRISIS.into()])
        .await?;
    keeps(visitor, SERVICE_CRISIS, true).await?;
    visitor.site.falls_over();
    visitor.expects_failing(SERVICE_CRISIS);
    let script = "const [path, age, done] = arguments;
        const outcome = () => fetch(path).then(() => 'kept', () => 'gone');
        const first = await outcome();
        for (const name of await caches.keys()) {
            const store = await caches.open(name), found = await store.match(path);
            if (!found) continue;
            const headers = new Headers(found.headers);
            headers.set('x-leeward-kept-at', String(Date.now() - age));
            await store.put(path, new Response(await found.blob(), { headers }));
        }
        done([first, await outcome()])";
    let script = format!(
        "(async (...arguments_) => {{ {} }})(...arguments)",
        script.replace("= arguments;", "= arguments_;")
    );
    let a_day_and_a_second = 86_401_000;
    let outcomes = visitor
        .finds_out_later(
            &script,
            vec![SERVICE_CRISIS.into(), a_day_and_a_second.into()],
        )
        .await?;
    ensure!(outcomes == json!(["kept", "gone"]), "{outcomes}");
    keeps(visitor, SERVICE_CRISIS, false).await
}

/// The addresses of all that is kept.
async fn entries(visitor: &Visitor) -> Result<Value> {
    let script = "const [done] = arguments;
        const inside = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url);
        caches.keys().then((names) => Promise.all(names.map(inside))).then((lists) => done(lists.flat().sort()))";
    visitor.finds_out_later(script, Vec::new()).await
}

async fn reaches_a_result(visitor: &Visitor) -> Result<()> {
    visitor.sees_step("welcome").await?;
    visitor.reads("#title", "Minato Mutual").await?;
    visitor.starts().await?;
    visitor.answers("topic", "emergency").await?;
    visitor.sees_result("emergency").await
}
