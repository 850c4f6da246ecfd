//! What a playbook's look makes of the panel: one colour is set, the others follow, and all can be read; corners, font
//! and logo.

use anyhow::{Context as _, Result, ensure};
use leeward_tests::{
    harness::{Case, case},
    page::{HostPage, SERVICE_CRISIS},
    site::{Reply, file},
    visitor::Visitor,
};
use serde_json::{Value, json};
use triage::colour::Colour;

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "whatever the brand, links have a contrast of 7 to 1 by day and by night",
            contrast,
        ),
        case(
            "a playbook's corners, font and logo are the panel's",
            dressed,
        ),
        case("a logo's address is an address and no style", hostile),
    ]
}

/// A page whose playbook has a look, and whose text has a font of its own.
async fn opens(visitor: &Visitor, look: Value) -> Result<()> {
    let mut playbook: Value = serde_json::from_slice(&file(SERVICE_CRISIS)?)?;
    playbook["theme"] = look;
    visitor
        .site
        .answers(SERVICE_CRISIS, Reply::json(playbook.to_string()));
    let font = "document.addEventListener('DOMContentLoaded', () => document.body.style.setProperty('font-family', 'Georgia, serif'))";
    visitor.injects(font).await?;
    visitor.visits(&HostPage::default()).await?;
    visitor.opens().await?;
    visitor.starts().await
}

async fn dressed(visitor: &Visitor) -> Result<()> {
    let look = json!({ "brand": "#17365d", "corners": "square", "font": "page", "logo": "/demo/harbour.svg" });
    opens(visitor, look).await?;
    let worn = "const root = document.querySelector('leeward-help').shadowRoot;
        const style = (selector, pseudo) => getComputedStyle(root.querySelector(selector), pseudo);
        return {
            radii: ['#launcher', '#panel', '.primary', '.option'].map((part) => style(part).borderTopLeftRadius),
            font: style('.smart').fontFamily,
            logo: style('header', '::before').backgroundImage.includes(location.origin + '/demo/harbour.svg'),
        }";
    let worn = visitor.finds_out(worn, Vec::new()).await?;
    let expected =
        json!({ "radii": ["2px", "2px", "2px", "2px"], "font": "Georgia, serif", "logo": true });
    ensure!(worn == expected, "the panel has another look: {worn}");
    visitor.waits_for_request("/demo/harbour.svg", 1).await?;
    visitor.finds_no_barrier("a question with a look").await
}

async fn hostile(visitor: &Visitor) -> Result<()> {
    let look = |logo: &str| json!({ "brand": "#17365d", "logo": logo });
    for (logo, shows) in [
        ("/demo/harbour.svg?\")} .smart { display: none } /*", true),
        ("javascript:alert(1)", false),
        ("data:image/svg+xml,<svg/>", false),
    ] {
        opens(visitor, look(logo)).await?;
        visitor.sees(".smart h3").await?;
        let image = "const root = document.querySelector('leeward-help').shadowRoot;
            return getComputedStyle(root.querySelector('header'), '::before').backgroundImage";
        let image = visitor.finds_out(image, Vec::new()).await?;
        let is_shown = image
            .as_str()
            .is_some_and(|image| image.starts_with("url("));
        ensure!(is_shown == shows, "{logo}: {image}");
    }
    Ok(())
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
