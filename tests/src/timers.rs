//! Long timers of a page, held until a test lets them go: what must happen within a second can't be
//! helped by what happens after three, and a busy machine can't make three seconds of one.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::visitor::Visitor;

/// Holds every timer of more than a second, and runs the held ones up to a limit when told to. `AbortSignal.timeout`
/// is a timer too.
const HOLD: &str = "
(() => {
  const { setTimeout, clearTimeout } = globalThis;
  const held = new Map();
  let last = 0;
  globalThis.setTimeout = (act, delay, ...given) => {
    if (!(delay > 1000)) return setTimeout(act, delay, ...given);
    held.set(--last, { act: () => act(...given), delay });
    return last;
  };
  globalThis.clearTimeout = (id) => held.delete(id) || clearTimeout(id);
  AbortSignal.timeout = (delay) => {
    const controller = new AbortController();
    globalThis.setTimeout(() => controller.abort(new DOMException('signal timed out', 'TimeoutError')), delay);
    return controller.signal;
  };
  globalThis.letTimersRun = (limit) => {
    const due = [...held].filter(([, { delay }]) => delay <= limit);
    for (const [id, { act }] of due) {
      held.delete(id);
      act();
    }
    return due.map(([, { delay }]) => delay);
  };
})();
";

impl Visitor {
    /// From now on no timer of more than a second ends by itself, on any page.
    pub async fn holds_long_timers(&self) -> Result<()> {
        self.injects(HOLD).await
    }

    /// Lets all held timers run that are due after so many seconds. There must be some.
    pub async fn lets_seconds_pass(&self, seconds: u32) -> Result<()> {
        let script = "return letTimersRun(arguments[0])";
        let run: Value = self.finds_out(script, vec![json!(seconds * 1000)]).await?;
        ensure!(run != json!([]), "no timer was due after {seconds} s");
        Ok(())
    }
}
