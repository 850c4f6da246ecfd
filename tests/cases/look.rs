//! What a brand makes of the colours: one is set, the others follow, and all can be read.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::HostPage,
    visitor::Visitor,
};
use serde_json::{Value, json};
use triage::colour::Colour;

pub fn cases() -> Vec<Case> {
    vec![case(
        "whatever the brand, links have a contrast of 7 to 1 by day and by night",
        contrast,
    )]
}

/// Enhanced contrast, in hundredths (WCAG 2.2, 1.4.6).
const ENHANCED: u32 = 700;

/// The colours of links, paper and surface, as red, green and blue, for each brand by day and by night.
const COLOURS: &str = "
const host = document.querySelector('leeward-help');
const probes = ['accent', 'paper', 'surface'].map((name) => {
  const probe = document.createElement('i');
  probe.style.backgroundColor = `var(--leeward-${name})`;
  host.shadowRoot.querySelector('.smart').append(probe);
  return probe;
});
const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const rgb = (probe) => {
  pen.fillStyle = getComputedStyle(probe).backgroundColor;
  pen.fillRect(0, 0, 1, 1);
  return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
return arguments[0].flatMap((brand) => ['light', 'dark'].map((scheme) => {
  host.style.setProperty('--leeward-brand', brand);
  host.style.setProperty('color-scheme', scheme);
  return { brand, scheme, colours: probes.map(rgb) };
}));
";

async fn contrast(visitor: &Visitor) -> Result<()> {
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await?;
    // Every brand that the checker lets pass, in steps of a fifth.
    let steps = || (0..=255_u8).step_by(51);
    let brands = steps().flat_map(|red| {
        steps().flat_map(move |green| {
            steps().map(move |blue| Colour {
                rgb: [red, green, blue],
            })
        })
    });
    let brands: Vec<String> = brands
        .filter(|brand| brand.under_white_text() == *brand)
        .map(Colour::to_hex)
        .collect();
    let found = visitor.finds_out(COLOURS, vec![json!(brands)]).await?;
    let found = found.as_array().context("a list")?;
    ensure!(found.len() == 2 * brands.len() && found.len() > 100);
    let mut links = std::collections::HashSet::new();
    for one in found {
        let [accent, paper, surface] = [0, 1, 2].map(|place| colour(&one["colours"][place]));
        links.insert(accent.rgb);
        for ground in [paper, surface] {
            let contrast = accent.contrast(ground);
            ensure!(contrast >= ENHANCED, "{contrast} hundredths: {one}");
        }
    }
    ensure!(links.len() > 50, "the brand makes no difference");
    Ok(())
}

fn colour(rgb: &Value) -> Colour {
    let value = |place: usize| {
        rgb[place]
            .as_u64()
            .and_then(|value| u8::try_from(value).ok())
    };
    Colour {
        rgb: [0, 1, 2].map(|place| value(place).unwrap_or_default()),
    }
}
