//! What time it is, and where: the clock of a page is set before anything in it runs.

use anyhow::{Context as _, Result};
use triage::hours::parse_moment;

use super::Visitor;

/// Lets time go on from an instant. Dates that are made from something are left alone.
const CLOCK: &str = "
(() => {
  const Real = Date;
  const shift = {instant} - Real.now();
  const now = () => Real.now() + shift;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given, made) => Reflect.construct(target, given.length ? given : [now()], made),
    apply: () => new Real(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
})();
";

impl Visitor {
    /// Sets the clock of every page from now on: a moment as in a playbook, and the visitor's zone.
    pub async fn comes_at(&self, moment: &str, zone: &str) -> Result<()> {
        let seconds = parse_moment(moment).with_context(|| format!("{moment} is no moment"))?;
        self.injects(&CLOCK.replace("{instant}", &(seconds * 1000).to_string()))
            .await?;
        self.tab.moves_to(zone).await
    }
}
