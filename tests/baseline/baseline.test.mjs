/**
 * Nothing that visitors' browsers may lack is used without a guard: in the loader, the sheets, the pages, the glue that
 * wasm-bindgen writes, and a release. LEEWARD_SITE is a built site, or one with a release in it.
 */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { ALLOWED } from './allowed.mjs';
import { check, judge } from './check.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const site = process.env.LEEWARD_SITE;

/** What browsers get, as it is written. */
const SOURCES = ['loader', 'style', 'demo', 'crates/studio/page', 'crates/pages/page.css', 'crates/cli/src/report/page.css'].map((path) => join(root, path));

test('nothing newer than the baseline is used without a guard, and no guard is for nothing', async () => {
  const { count, findings, needed } = await check([...SOURCES, join(site, 'leeward'), join(site, 'studio')]);
  assert.ok(count > 40, `only ${count} files were read`);
  assert.deepEqual(findings, []);
  assert.deepEqual(ALLOWED.filter((entry) => !needed.has(entry)), []);
});

/** A file, what is seeded into its second line, and what must be found there. */
const SEEDS = [
  ['outbox.js', 'const is = URL.canParse(href);', 'api.URL.canParse_static', 'chrome 120'],
  ['outbox.js', 'const { ariaLabel } = node;', 'api.Element.ariaLabel', 'firefox 119'],
  ['outbox.js', 'button.ariaLabel = words;', 'api.Element.ariaLabel', 'firefox 119'],
  ['outbox.js', 'const sorted = list.toSorted();', 'javascript.builtins.Array.toSorted', 'chrome 110'],
  ['outbox.js', 'const some = /[\\p{L}--a]/v;', 'javascript.builtins.RegExp.unicodeSets', 'chrome 112'],
  ['outbox.js', 'const groups = Object.groupBy(list, kind);', 'javascript.builtins.Object.groupBy', 'chrome 117'],
  ['outbox.js', "const chosen = root.querySelector('.option:has(:checked)');", 'css.selectors.has', 'firefox 121'],
  ['outbox.js', "node.setAttribute('popover', '');", 'html.global_attributes.popover', 'chrome 114'],
  ['outbox.js', 'const gone = promise.withResolvers ?? Promise.withResolvers();', 'javascript.builtins.Promise.withResolvers', 'chrome 119'],
  ['outbox.js', 'const sheet = `\np { color: light-dark(#000, #fff); }\n`;', 'css.types.color.light-dark', 'chrome 123', 3],
  ['contacts.js', 'const own = Object.hasOwn(channel, key);', 'javascript.builtins.Object.hasOwn', 'chrome 93'],
  ['contacts.js', 'const last = locales.at(-1);', 'javascript.builtins.Array.at', 'chrome 92'],
  ['contacts.js', "const open = panel.matches(':modal');", 'css.selectors.modal', 'chrome 105'],
  ['contacts.js', 'class A { static { start(); } }', 'javascript.classes.static.initialization_blocks', 'safari 16.4'],
  ['contacts.js', 'const before = /(?<=a)b/;', 'javascript.regular_expressions.lookbehind_assertion', 'safari 16.4'],
  ['contacts.js', "const zone = new Intl.DateTimeFormat('en', { timeZoneName: 'longOffset' });", 'javascript.builtins.Intl.DateTimeFormat.DateTimeFormat.options_parameter.options_timeZoneName_parameter.extended_values', 'chrome 95'],
  ['widget.css', '.bar:not(:has(.primary)) { margin: 0; }', 'css.selectors.has', 'firefox 121'],
  ['widget.css', ':dir(rtl) > p { margin: 0; }', 'css.selectors.dir', 'chrome 120'],
  ['widget.css', 'p { background: color-mix(in oklab, var(--a), #000 15%); }', 'css.types.color.color-mix', 'chrome 111'],
  ['widget.css', 'p { a { margin: 0; } }', 'css.selectors.nesting', 'chrome 112'],
  ['widget.css', 'p { block-size: 3lh; }', 'css.types.length.lh', 'chrome 109'],
];

test('what is newer is found with its file, its line, its name and its version', () => {
  for (const [file, seed, feature, version, line = 2] of SEEDS) {
    const { findings } = judge(file, `\n${seed}\n`, { allowed: [] });
    const found = findings.find((finding) => finding.startsWith(`${file}:${line}: ${feature} `));
    assert.ok(found?.includes(version), `${file}: ${seed}\nfound: ${JSON.stringify(findings)}`);
  }
});

test('what every browser of the baseline has is no finding', () => {
  for (const [file, text] of [
    ['outbox.js', 'const a = list.at(-1) ?? AbortSignal.timeout(5); node.matches(":modal"); for await (const x of y) await x?.z();'],
    ['contacts.js', 'class A { #a = 1; static b = 2; } const { href } = new URL("x", location.href); a ??= [..."x"].flatMap(String);'],
    ['widget.css', '@container (max-height: 480px) { p:is(a, b) { inset-inline: 0; inline-size: min(1px, 2cqi); } }'],
  ]) assert.deepEqual(judge(file, text, { allowed: [] }).findings, []);
});

test('a guard counts only where it is', () => {
  const feature = 'css.types.color.light-dark';
  const judged = (guard, css) => judge('widget.css', css, { allowed: [{ feature, guard }] }).findings.length;
  const asked = '@supports (color: light-dark(red, red)) { p { color: light-dark(#000, #fff); } }';
  assert.equal(judged('@supports', asked), 0);
  assert.equal(judged('@supports', asked.replace('(color', 'not (color')), 1);
  assert.equal(judged('@supports', 'p { color: light-dark(#000, #fff); }'), 1);
  assert.equal(judged('left out', 'p { color: light-dark(#000, #fff); }'), 0);
  assert.equal(judged('left out', 'p { color: light-dark(var(--a), #fff); }'), 1);
  assert.equal(judged('left out', ':host { --a: light-dark(#000, #fff); }'), 1);
  const script = (guard) => judge('outbox.js', 'if (URL.canParse) URL.canParse(a);\nb();', { allowed: [{ feature: 'api.URL.canParse_static', guard }] }).findings.length;
  assert.equal(script('if (URL.canParse)'), 0);
  assert.equal(script("'canParse' in URL"), 1);
});
