/**
 * Real browsers of 2021 to 2024: what docs/embed.md promises of them under "Browsers". `cargo xtask test --only
 * old-browsers` prepares what it needs. LEEWARD_SITE is the built site, LEEWARD_OLD_BROWSERS the folder with packages.
 */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { start, unpack } from './browser.mjs';
import { serve } from './server.mjs';
import { Visitor } from './visitor.mjs';

const { LEEWARD_SITE: site, LEEWARD_OLD_BROWSERS: packages } = process.env;

/** From this version on everything works; below it visitors have the contact list. */
const BASELINE = 105;

const VERSIONS = [92, 103, 109, 119, 122];

const OLD = 'this browser is too old';

const playbook = JSON.parse(await readFile(join(site, 'playbooks/service-crisis.json'), 'utf8'));

/** A form needs the smart layer. */
const listed = Object.entries(playbook.channels).flatMap(([id, { kind }]) => (kind === 'form' ? [] : [id]));

const FULL = 'playbook="/full.json"';
const SPLIT = 'playbook="/playbooks/split/service-crisis.json" locale="ja"';
/** No browser of these is older than Chromium 92; what Safari 15.4 and still older ones lack is taken away. */
const SHEETS = `for (const { prototype } of [Document, ShadowRoot]) delete prototype.adoptedStyleSheets;
  CSSStyleSheet = class { constructor() { throw TypeError('Illegal constructor'); } };`;
const DIALOGS = 'delete globalThis.HTMLDialogElement;';
const TIMES = [['by day', false], ['by night', true]];

for (const version of VERSIONS) {
  describe(`Chromium ${version}`, { concurrency: false }, () => {
    let browser;
    let server;
    const visits = (address, how) => Visitor.visits(browser, address, how);
    const customer = (attributes, how) => visits(server.customer(attributes), how);

    before(async () => {
      server = await serve(site);
      browser = await start(await unpack(join(packages, `node_modules/chromium-${version}`)));
      assert.match(browser.product, new RegExp(`/${version}\\.`));
    });
    after(() => Promise.all([browser?.end(), server?.end()]));

    if (version < BASELINE) belowTheBaseline({ visits, customer, origin: () => server.origin });
    else onTheBaseline({ visits, customer, origin: () => server.origin });
  });
}

function belowTheBaseline({ visits, customer, origin }) {
  for (const [time, night] of TIMES) {
    for (const [name, attributes] of [['a playbook with everything', FULL], ['a split playbook', SPLIT]]) {
      test(`${name}, ${time}: one press shows every channel`, async () => {
        const visitor = await customer(attributes, { night });
        await visitor.opens();
        await visitor.sees('#contacts li[data-channel]');
        assert.deepEqual(await visitor.channels(), listed);
        await visitor.reads_all('contact list');
        await visitor.presses('#close');
        await visitor.waits('the closed panel', "probe.all('#launcher').length && !probe.all('#panel').length");
        await visitor.leaves([OLD]);
      });
    }
    test(`the demo, ${time}, can be read, and so can its list`, async () => {
      const visitor = await visits(origin() + '/', { night });
      assert.deepEqual((await visitor.finds('probe.unreadable(document.body)')).faint, []);
      await visitor.opens();
      await visitor.sees('#contacts li[data-channel]');
      await visitor.reads_all('contact list');
      await visitor.leaves([OLD]);
    });
  }
  test('where no sheet can be made, as in Safari before 16.4, two elements have their lists, with their look', async () => {
    const visitor = await customer(FULL, { without: SHEETS });
    await visitor.opens();
    await visitor.sees('#contacts li[data-channel]');
    assert.deepEqual(await visitor.channels(), listed);
    await visitor.reads_all('contact list');
    await visitor.finds("document.body.append(document.querySelector('leeward-help').cloneNode(true))");
    const look = (which) => visitor.finds(`(({ position, borderTopLeftRadius }) => position + borderTopLeftRadius)(getComputedStyle(document.querySelectorAll('leeward-help')[${which}].shadowRoot.querySelector('#panel')))`);
    assert.equal(await look(0), 'fixed16px');
    assert.equal(await look(1), 'fixed16px');
    await visitor.leaves([OLD]);
  });

  test('where there are no dialogs, the children stay, and nothing is thrown', async () => {
    const visitor = await customer(FULL, { without: DIALOGS });
    assert.equal(await visitor.finds("document.querySelector('leeward-help').shadowRoot"), null);
    assert.equal(await visitor.finds("[...document.querySelectorAll('leeward-help a')].filter(probe.shown).length"), 2);
    await visitor.leaves();
  });

  for (const mode of ['page', 'inline', 'banner']) {
    test(`mode="${mode}" has its list, too`, async () => {
      const visitor = await customer(`${FULL} mode="${mode}"`);
      if (mode === 'banner') await visitor.opens();
      await visitor.sees('#contacts li[data-channel]');
      assert.deepEqual(await visitor.channels(), listed);
      await visitor.leaves([OLD]);
    });
  }
}

function onTheBaseline({ visits, customer, origin }) {
  for (const [time, night] of TIMES) {
    test(`from the first press to a result and its help, ${time}`, async () => {
      const visitor = await customer(FULL, { night });
      await visitor.opens();
      await visitor.sees_step('welcome');
      await visitor.reads_all('first screen');
      assert.equal(await visitor.finds("probe.all('#launcher').length"), 0, 'the launcher is still there');
      await visitor.presses('[data-action="start"]');
      await visitor.sees('[data-question="topic"] .option');
      await visitor.presses('[data-question="topic"] .option:nth-child(1)');
      await visitor.reads_all('question');
      await visitor.presses('[data-action="continue"]');
      for (let before = 'topic'; ; ) {
        const id = await visitor.waits(`a step after ${before}`, `probe.all('[data-step]').map(({ dataset }) => dataset.question ?? dataset.step).find((id) => id !== '${before}')`);
        if (id === 'result') break;
        await visitor.reads_all(id);
        if (await visitor.finds("probe.all('.option [type=radio]').length")) await visitor.presses('.option:last-child');
        await visitor.presses((await visitor.finds("probe.all('[data-action=not_sure]').length")) ? '[data-action="not_sure"]' : '[data-action="continue"]');
        before = id;
      }
      await visitor.sees_step('result');
      await visitor.sees('[data-place="second"] .action');
      // What helps to take a channel. Which channel it is depends on the hour.
      await visitor.waits('the reference', "probe.root().querySelector('.reference')");
      await visitor.finds("probe.root().querySelectorAll('details').forEach((each) => (each.open = true))");
      await visitor.sees('.tools button');
      await visitor.sees('.reference');
      await visitor.reads_all('result');
      await visitor.presses('.always .quiet');
      await visitor.sees_step('contacts');
      await visitor.reads_all('contact list of the smart layer');
      await visitor.leaves();
    });

    test(`the demo, ${time}, can be read, and so can its panel`, async () => {
      const visitor = await visits(origin() + '/', { night });
      assert.deepEqual((await visitor.finds('probe.unreadable(document.body)')).faint, []);
      await visitor.opens();
      await visitor.sees_step('welcome');
      await visitor.reads_all('first screen');
      await visitor.leaves();
    });

    test(`without WebAssembly every channel is listed, ${time}`, async () => {
      const visitor = await customer(FULL, { night });
      await visitor.tab.ask('Network.enable');
      await visitor.tab.ask('Network.setBlockedURLs', { urls: ['*.wasm*'] });
      await visitor.opens();
      await visitor.sees('#contacts li[data-channel]');
      assert.deepEqual(await visitor.channels(), listed);
      await visitor.reads_all('contact list');
      await visitor.leaves(['widget_bg.wasm']);
    });
  }

  test('a split playbook asks in the language of its other file', async () => {
    const visitor = await customer(SPLIT);
    await visitor.opens();
    await visitor.sees('#smart .smart[lang="ja"] [data-step="welcome"] h3');
    await visitor.presses('[data-action="start"]');
    await visitor.sees('[data-question="topic"] .option');
    assert.equal(await visitor.finds("probe.all('[data-question=topic] h3')[0].textContent"), playbook.questions[0].text.ja);
    await visitor.leaves();
  });

  test('the quick exit is there and leads away', async () => {
    const visitor = await customer(FULL);
    await visitor.opens();
    await visitor.presses('#exit');
    await visitor.waits('the other page', "document.title === 'Elsewhere'");
    await visitor.leaves();
  });

  test('a contact page has its list beside the questions', async () => {
    const visitor = await customer(`${FULL} mode="page"`);
    await visitor.sees('#panel[data-mode="page"] [data-step="welcome"] h3');
    await visitor.sees('#contacts li[data-channel]');
    assert.deepEqual(await visitor.channels(), listed);
    assert.equal(await visitor.finds("getComputedStyle(probe.root().querySelector('#panel')).display"), 'grid');
    await visitor.leaves();
  });

  test('a chosen option has its mark, and a pressed key its ring', async () => {
    const visitor = await customer(FULL);
    await visitor.opens();
    await visitor.presses('[data-action="start"]');
    await visitor.presses('[data-question="topic"] .option:nth-child(2)');
    const look = (place) => visitor.finds(`(({ borderTopWidth, borderTopStyle }) => borderTopStyle + borderTopWidth)(getComputedStyle(probe.all('.option:nth-child(${place}) span')[0], '::before'))`);
    assert.equal(await look(2), 'solid2px');
    assert.notEqual(await look(1), 'solid2px');
    await visitor.tab.ask('Input.dispatchKeyEvent', { type: 'keyDown', key: 'ArrowDown', code: 'ArrowDown', windowsVirtualKeyCode: 40 });
    await visitor.waits('the ring', "getComputedStyle(probe.all('.option:nth-child(3) span')[0], '::before').outlineWidth === '3px'");
    await visitor.leaves();
  });
}
