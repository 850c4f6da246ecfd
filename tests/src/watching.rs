//! What a page does over time, and no look at one moment can tell: what is announced, where the focus was all the
//! time, what moved. Each is watched from the page's first moment, once asked for.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::{visitor::Visitor, watch::strings};

/// Remembers each text of a live region as it changes. A region that comes with its text is marked: nobody hears it
/// unless it gets the focus.
const ANNOUNCEMENTS: &str = "
const root = document.querySelector('leeward-help').shadowRoot;
const known = new Map();
window.announced = [];
const look = () => {
  for (const region of root.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
    const [before, now] = [known.get(region), region.textContent.trim()];
    known.set(region, now);
    if (now && now !== before) announced.push((before === undefined ? 'new ' : '') + region.role + ': ' + now);
  }
};
look();
new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
";

/// Remembers when the panel was open and the focus on nothing, in two frames in a row. One frame may be drawn between a
/// step and its focus: on a slow machine Yew lets the browser draw every 16 ms.
const FOCUS: &str = "
window.lost = [];
let before = false;
const look = () => {
  const nowhere = probe.all('#panel[open]').length > 0 && probe.active() === document.body;
  if (nowhere && before) lost.push(probe.name(probe.all('[data-step]')[0]));
  before = nowhere;
  requestAnimationFrame(() => setTimeout(look));
};
look();
";

/// Remembers every transition and animation of ours.
const MOTION: &str = "
const root = document.querySelector('leeward-help').shadowRoot;
window.moved = [];
for (const type of ['transitionrun', 'animationstart']) {
  root.addEventListener(type, ({ target, propertyName, animationName }) =>
    moved.push(`${probe.name(target)}: ${propertyName ?? animationName}`));
}
";

/// Remembers every key that the page's own handler hears, and whether somebody has prevented its effect.
const KEYS: &str = "
window.keys = [];
addEventListener('keydown', (event) => keys.push(event.key + (event.defaultPrevented ? ', prevented' : '')));
";

impl Visitor {
    /// Notes announcements from now on, on this page.
    pub async fn notes_announcements(&self) -> Result<()> {
        self.finds_out(ANNOUNCEMENTS, Vec::new()).await.map(drop)
    }

    /// Waits until something is announced whose text begins so.
    pub async fn is_announced(&self, words: &str) -> Result<()> {
        let script = "return announced.some((text) => text.startsWith(arguments[0]))";
        self.waits_for(words, script, vec![json!(words)])
            .await
            .map(drop)
    }

    /// All announcements, in order.
    pub async fn announcements(&self) -> Result<Vec<String>> {
        Ok(strings(
            &self.finds_out("return announced", Vec::new()).await?,
        ))
    }

    /// Notes from now on when the focus is nowhere, on this page.
    pub async fn notes_lost_focus(&self) -> Result<()> {
        self.finds_out(FOCUS, Vec::new()).await.map(drop)
    }

    /// Makes sure that the focus was somewhere all the time.
    pub async fn never_lost_focus(&self) -> Result<()> {
        let lost = strings(&self.finds_out("return lost", Vec::new()).await?);
        ensure!(lost.is_empty(), "the focus was on the body at {lost:?}");
        Ok(())
    }

    /// Notes from now on what moves, on this page.
    pub async fn notes_motion(&self) -> Result<()> {
        self.finds_out(MOTION, Vec::new()).await.map(drop)
    }

    /// What has moved.
    pub async fn motion(&self) -> Result<Vec<String>> {
        Ok(strings(&self.finds_out("return moved", Vec::new()).await?))
    }

    /// Notes from now on which keys the page hears.
    pub async fn notes_keys(&self) -> Result<()> {
        self.finds_out(KEYS, Vec::new()).await.map(drop)
    }

    /// The keys that the page has heard since it was last asked.
    pub async fn keys(&self) -> Result<Vec<String>> {
        let keys: Value = self.finds_out("return keys.splice(0)", Vec::new()).await?;
        Ok(strings(&keys))
    }
}
