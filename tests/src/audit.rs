//! What a machine can find out about accessibility: axe-core, and the size of targets, which axe
//! measures only roughly.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;

use crate::{browser::Need, visitor::Visitor, watch::strings};

/// Where `npm ci` puts axe-core.
const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/node_modules/axe-core/axe.min.js"
);

/// Every rule of WCAG 2.0 to 2.2, A and AA, and what experience has added.
const RULES: &[&str] = &[
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// Runs axe on the whole page and gives what it found, with the parts of our shadow root that it saw. Forced colours are
/// the system's, and axe reads only half of them: it would hold the page's text against the system's ground.
const RUN: &str = "
const done = arguments[1];
const told = ({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary}`);
const rules = { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } };
axe.run(document, { runOnly: { type: 'tag', values: arguments[0] }, rules }).then(
  ({ violations, passes }) => done({
    violations: violations.flatMap(told),
    inside: passes.flatMap(({ nodes }) => nodes).filter(({ target }) => Array.isArray(target[0])).length,
  }),
  (error) => done({ violations: [String(error)], inside: 0 }),
);
";

/// Lets the page be light or dark, as a visitor's own wish does: no sheet of ours asks for anything else.
const SCHEME: &str = "document.documentElement.style.colorScheme = arguments[0]";

/// Everything that can be hit, and is smaller than a fingertip (WCAG 2.2, 2.5.5). Of radio buttons
/// and check boxes the row counts.
const SMALL: &str = "
const targets = 'button, a[href], select, summary, textarea, label.option, input:not([type=radio], [type=checkbox], [type=hidden], [aria-hidden])';
const own = [...document.querySelectorAll('leeward-help > a')].filter((child) => child.assignedSlot);
const shown = [...probe.all(targets), ...own].filter((target) => target.checkVisibility({ visibilityProperty: true }));
return {
  count: shown.length,
  small: shown.filter((target) => {
    const { width, height } = target.getBoundingClientRect();
    return width < 43.9 || height < 43.9;
  }).map((target) => {
    const { width, height } = target.getBoundingClientRect();
    return `${probe.name(target)} ${target.innerText} is ${width} by ${height}`;
  }),
};
";

/// What would have to be scrolled sideways, or is cut off at the panel's edge. The panel itself scrolls in no
/// direction, as its head would go with it; parts of it scroll.
const WIDE: &str = "
const scrolls = (element) => element.id === 'panel' || /auto|scroll/.test(getComputedStyle(element).overflowX);
const boxes = [document.scrollingElement, ...probe.all('*').filter((element) => element.checkVisibility() && scrolls(element))];
const panel = probe.all('#panel')[0];
return [
  ...boxes.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(probe.name),
  ...(panel.scrollHeight > panel.clientHeight ? [`the panel, higher by ${panel.scrollHeight - panel.clientHeight}`] : []),
];
";

/// In the pseudo-locale: what is read and lacks a bracket. Phone numbers, addresses, and what the browser's `Intl` says
/// (names of languages, weekdays) are nobody's to translate.
const UNTRANSLATED: &str = r"
const others = 'bdi, select, .digits, [data-locale], [translate=no]';
const read = (element) => element.checkVisibility() && !element.closest(others);
// A number that is not to be translated may stand in the middle of a sentence.
const texts = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim());
const sentences = (element) => (element.querySelector(':scope > [translate=no]') ? [texts(element).join('')] : texts(element));
return probe.all('.smart *').filter(read).flatMap(sentences).filter((text) => /\p{L}/u.test(text) && !/^⟦.*⟧$/su.test(text));
";

impl Visitor {
    /// Looks for what a machine can find on the page as it is now, by day, by night and, where the browser can force
    /// colours, in the visitor's own. What is found is noted, and fails the test when it is over: one run then names the
    /// faults of every screen.
    pub async fn finds_no_barrier(&self, screen: &str) -> Result<()> {
        for scheme in ["light", "dark"] {
            self.finds_out(SCHEME, vec![json!(scheme)]).await?;
            self.finds_no_barrier_as_it_is(&format!("{screen}, {scheme}"))
                .await?;
        }
        self.finds_out(SCHEME, vec![json!("")]).await?;
        if self.tab.family().lacks(Need::Tools).is_none() {
            self.forces_colours("active").await?;
            let screen = format!("{screen}, forced colours");
            self.finds_no_barrier_as_it_is(&screen).await?;
            self.forces_colours("none").await?;
        }
        self.notes_faults(screen, self.small_targets().await?);
        Ok(())
    }

    /// Has the system's colours take the place of the page's, or no longer (`Need::Tools`).
    async fn forces_colours(&self, value: &str) -> Result<()> {
        let feature = json!({ "name": "forced-colors", "value": value });
        let media = json!({ "features": [feature] });
        self.commands("Emulation.setEmulatedMedia", media).await
    }

    /// The same in the colours that the page has now, and without a look at the size of targets.
    pub async fn finds_no_barrier_as_it_is(&self, screen: &str) -> Result<()> {
        self.notes_faults(screen, self.faults_by_axe().await?);
        Ok(())
    }

    /// The same on a page of our own, on which there is no widget: the studio.
    pub async fn finds_no_barrier_on_the_page(&self, screen: &str) -> Result<()> {
        // What a bar at the edge of the window covers is one turn of the wheel away, but axe doesn't turn it.
        self.finds_out("scrollTo(0, 0)", Vec::new()).await?;
        for scheme in ["light", "dark"] {
            self.finds_out(SCHEME, vec![json!(scheme)]).await?;
            let found = strings(&self.asks_axe().await?["violations"]);
            self.notes_faults(&format!("{screen}, {scheme}"), found);
        }
        self.finds_out(SCHEME, vec![json!("")]).await?;
        self.finds_none(
            "const { scrollWidth, clientWidth } = document.scrollingElement;
            return scrollWidth > clientWidth ? [`${scrollWidth} in ${clientWidth}`] : []",
            &format!("{screen}, wider than the screen"),
        )
        .await
    }

    /// Sets the width of the screen, in CSS pixels, as of a phone held upright.
    pub async fn holds_a_phone_of(&self, width: u32) -> Result<()> {
        self.tab.holds(width, 740).await
    }

    /// Looks for what has to be scrolled sideways to be read (WCAG 2.2, 1.4.10), and notes it.
    pub async fn scrolls_one_way_only(&self, screen: &str) -> Result<()> {
        self.finds_none(WIDE, &format!("{screen}, wider than the screen"))
            .await
    }

    /// Notes what a script finds: it gives the names of what is at fault.
    pub async fn finds_none(&self, script: &str, fault: &str) -> Result<()> {
        let found = strings(&self.finds_out(script, Vec::new()).await?);
        self.notes_faults(fault, found);
        Ok(())
    }

    /// Looks for what isn't translated, and for what doesn't fit, in a playbook in the pseudo-locale; and notes it.
    pub async fn reads_pseudo_words_only(&self, screen: &str) -> Result<()> {
        let read = strings(&self.finds_out(UNTRANSLATED, Vec::new()).await?);
        self.notes_faults(&format!("{screen}, not translated or cut off"), read);
        self.scrolls_one_way_only(screen).await
    }

    async fn faults_by_axe(&self) -> Result<Vec<String>> {
        let found = self.asks_axe().await?;
        // An axe that did not look into the shadow root would find nothing either.
        ensure!(
            found["inside"].as_u64() > Some(0),
            "axe did not look inside: {found}"
        );
        Ok(strings(&found["violations"]))
    }

    async fn asks_axe(&self) -> Result<serde_json::Value> {
        if self
            .finds_out("return globalThis.axe === undefined", Vec::new())
            .await?
            == json!(true)
        {
            let text = std::fs::read_to_string(AXE)
                .context("axe-core is missing; run `npm --prefix tests ci`")?;
            self.finds_out(&text, Vec::new()).await?;
        }
        self.finds_out_later(RUN, vec![json!(RULES)]).await
    }

    async fn small_targets(&self) -> Result<Vec<String>> {
        let found = self.finds_out(SMALL, Vec::new()).await?;
        ensure!(found["count"].as_u64() > Some(0), "there are no targets");
        Ok(strings(&found["small"]))
    }
}
