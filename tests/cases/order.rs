//! Where the focus goes, and whether it can be seen: the order of the keyboard is that of the eye, the ring stands out,
//! and the launcher is in nobody's way.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::HostPage,
    visitor::Visitor,
};
use serde_json::json;

use crate::listening::locales;

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = locales()
        .unwrap_or_default()
        .into_iter()
        .map(|locale| {
            let name = format!("Tab goes the way the eye goes, in {locale}");
            case(name, async move |visitor| {
                same_order(visitor, &locale).await
            })
        })
        .collect();
    cases.push(case(
        "the ring around what has the focus stands out by day and by night",
        ring,
    ));
    let room = case("the launcher makes room for what has the focus", makes_room);
    cases.push(room.needs(Need::Tools));
    cases
}

/// In each part of the panel: whatever comes before what stands above it, or before it in its line. A line is as high as
/// what stands in it.
const ORDER: &str = "
const rightToLeft = getComputedStyle(probe.all('#panel')[0]).direction === 'rtl';
const stops = 'a[href], button, select, textarea, summary, input:not([type=hidden])';
const faults = [];
for (const part of probe.all('header, .scroll, .bar')) {
  const seen = [...part.querySelectorAll(stops)].filter((stop) => stop.checkVisibility({ visibilityProperty: true }));
  seen.slice(1).forEach((stop, place) => {
    const [before, now] = [seen[place], stop].map((element) => element.getBoundingClientRect());
    const sameLine = now.top < before.bottom - 1 && before.top < now.bottom - 1;
    const after = sameLine ? (rightToLeft ? now.right <= before.left + 1 : now.left >= before.right - 1) : now.top >= before.bottom - 1;
    if (!after) faults.push(`${probe.name(seen[place])} comes before ${probe.name(stop)}`);
  });
}
return faults;
";

async fn same_order(visitor: &Visitor, locale: &str) -> Result<()> {
    visitor.visits(&HostPage::in_language(locale)).await?;
    visitor.opens().await?;
    visitor.is_spoken_to_in(locale).await?;
    let look = async |screen: &str| visitor.finds_none(ORDER, screen).await;
    look("welcome").await?;
    visitor.starts().await?;
    visitor.is_asked("topic").await?;
    look("choice").await?;
    visitor.answers("topic", "technical").await?;
    visitor.is_asked("affected").await?;
    look("number").await?;
    visitor.answers("affected", "2").await?;
    visitor.sees_result("technical").await?;
    visitor.clicks(".others summary").await?;
    look("result").await?;
    visitor.changes("topic").await?;
    visitor.answers("topic", "other").await?;
    visitor.answers("safe", "yes").await?;
    visitor.answers("danger", "exhaustion").await?;
    visitor.is_asked("draining").await?;
    look("ranking").await?;
    visitor.presses("contacts").await?;
    visitor.sees_step("contacts").await?;
    look("contacts").await
}

/// The contrast of the ring with what it lies on, and its width.
const RING: &str = "
const paint = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const light = (...colours) => {
  for (const colour of colours) {
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue] = [...paint.getImageData(0, 0, 1, 1).data].map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const active = probe.active();
const option = active.closest('.option');
const ringed = option ?? active;
const { outlineColor, outlineWidth, outlineStyle } = option ? getComputedStyle(option.querySelector('input + span'), '::before') : getComputedStyle(active);
const below = [];
for (let box = ringed.parentElement; box; box = box.parentElement) below.unshift(getComputedStyle(box).backgroundColor);
const [ring, ground] = [light(outlineColor), light('white', ...below)];
const contrast = (Math.max(ring, ground) + 0.05) / (Math.min(ring, ground) + 0.05);
return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && contrast >= 3 ? [] : [`${probe.name(active)}: ${outlineWidth} ${outlineStyle}, ${contrast} : 1`];
";

/// What has a ring on a result, and on a question.
const ON_RESULT: &[&str] = &[
    "[data-place='best'] .action",
    "[data-place='second'] .action",
    ".others summary",
];
const ON_QUESTION: &[&str] = &[
    "[data-action='back']",
    "[name='answer']",
    "[data-action='continue']",
    "[name='locale']",
    "#close",
];

async fn ring(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    visitor.answers("topic", "technical").await?;
    visitor.answers("affected", "2").await?;
    for scheme in ["light", "dark"] {
        let script = "document.documentElement.style.colorScheme = arguments[0]";
        visitor.finds_out(script, vec![json!(scheme)]).await?;
        visitor.sees_result("technical").await?;
        for stop in ON_RESULT {
            visitor.tabs_to(stop).await?;
            visitor
                .finds_none(RING, &format!("{stop}, {scheme}"))
                .await?;
        }
        visitor.changes("topic").await?;
        for stop in ON_QUESTION {
            visitor.tabs_to(stop).await?;
            visitor
                .finds_none(RING, &format!("{stop}, {scheme}"))
                .await?;
        }
        visitor.presses("continue").await?;
    }
    Ok(())
}

/// A field in the launcher's corner, and one elsewhere.
async fn makes_room(visitor: &Visitor) -> Result<()> {
    // A window that isn't in front, as other cases run beside this one, tells its page of no focus.
    let in_front = json!({ "enabled": true });
    visitor
        .commands("Emulation.setFocusEmulationEnabled", in_front)
        .await?;
    visitor.visits(&HostPage::default()).await?;
    let script = "const field = document.querySelector('#search');
        Object.assign(field.style, { position: 'fixed', insetBlockEnd: '30px', insetInlineEnd: '30px' });
        const [ours, theirs] = [probe.find('#launcher'), field].map((element) => element.getBoundingClientRect());
        field.focus();
        return theirs.right > ours.left && theirs.bottom > ours.top";
    let covered = visitor.finds_out(script, Vec::new()).await?;
    ensure!(
        covered == json!(true),
        "the field is not where the launcher was"
    );
    let apart = "const field = document.querySelector('#search');
        const [ours, theirs] = [probe.find('#launcher'), field].map((element) => element.getBoundingClientRect());
        return ours.bottom < theirs.top || theirs.bottom < ours.top || ours.right < theirs.left || theirs.right < ours.left";
    visitor
        .waits_for("room for the field", apart, Vec::new())
        .await?;
    visitor.clicks("#launcher").await?;
    visitor.sees("#panel[open]").await?;
    Ok(())
}
