/**
 * The studio while somebody writes: `node studio.js --site SITE`, or better `cargo xtask bench studio`.
 *
 * A letter is typed, and the clock runs until the preview shows it, painted. Several sites are measured in turn, letter
 * by letter, so that whatever else the machine does falls on all alike: `--site before,after`.
 */

import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { fail, launch } from './browser.js';
import { large } from './large.js';
import { packedFolder, serve } from './server.js';
import { quantile } from './statistics.js';

const { values: options } = parseArgs({
  options: {
    site: { type: 'string' },
    letters: { type: 'string', default: '40' },
    /** The browser's own throttling of the main thread. */
    slower: { type: 'string', default: '4' },
    only: { type: 'string' },
  },
});

/** Long enough for the checks to have run before the next letter. */
const PAUSE = 900;

const ready = (name) => readFileSync(new URL(`../playbooks/${name}.json`, import.meta.url), 'utf8');
const CASES = [
  { name: 'outage', text: ready('outage'), field: 'notice.text' },
  { name: 'service-crisis', text: ready('service-crisis'), field: 'notice.text' },
  { name: '40 questions, 8 languages', text: large(), field: 'questions[0].text', begins: true },
].filter(({ name }) => !options.only || name.startsWith(options.only));

const sites = (options.site ?? fail('--site is missing')).split(',');
const browser = await launch();
try {
  console.log(`${await browser.version()}, CPU ${options.slower}× slower, load average ${loadavg()[0].toFixed(1)}\n`);
  console.log('| playbook | kB | site | painted in the preview, ms | the slowest of twenty | painted in the field, ms | longest block by the checks, ms |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const one of CASES) await measure(one);
} finally {
  await browser.close();
}

async function measure({ name, text, field, begins }) {
  const authors = [];
  for (const site of sites) {
    const server = await serve(new Map(packedFolder(site, '/')));
    authors.push({ site, server, times: [], ...(await opened(server.origin, text, field, begins)) });
  }
  const letters = Number(options.letters);
  for (let letter = 0; letter < letters; letter++) {
    for (const author of authors) author.times.push(await typed(author, letter));
  }
  for (const { site, server, page, times } of authors) {
    const shown = times.slice(2).map(({ shown }) => shown).sort((a, b) => a - b);
    const written = times.slice(2).map(({ written }) => written).sort((a, b) => a - b);
    const blocks = times.slice(2).map(({ block }) => block).sort((a, b) => a - b);
    const figures = [quantile(shown, 0.5), quantile(shown, 0.95), quantile(written, 0.5), quantile(blocks, 0.5)];
    const kilobytes = Math.round(Buffer.byteLength(text) / 1000);
    console.log(`| ${name} | ${kilobytes} | ${sites.length > 1 ? site : ''} | ${figures.map((figure) => Math.round(figure)).join(' | ')} |`);
    await page.close();
    server.stop();
  }
}

/** An author who has pasted a playbook and stands in a field; the visitor in the preview has begun, where it is a question's. */
async function opened(origin, text, field, begins) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${origin}/studio/index.html?locale=en`);
  await page.waitForSelector('.own summary');
  await page.click('.own summary');
  await page.$eval('#paste', (paste, text) => (paste.value = text), text);
  await page.click('.own form button');
  await page.waitForSelector('nav [data-pane="words"]');
  await page.click('nav [data-pane="words"]');
  const selector = `[data-path="${field}"] textarea`;
  await page.waitForSelector(selector);
  await page.waitForFunction(
    () => document.querySelector('#preview')?.contentDocument?.querySelector('leeward-help')?.shadowRoot?.querySelector('.smart'),
  );
  if (begins) {
    const [, frame] = page.frames();
    await frame.evaluate(() => document.querySelector('leeward-help').shadowRoot.querySelector('.smart form').requestSubmit());
    await frame.waitForFunction(() => document.querySelector('leeward-help').shadowRoot.querySelector('[data-step="question"]'));
  }
  await page.evaluate(watching);
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(options.slower) });
  // Words that are nowhere else, so that the preview can be asked for them.
  const start = 'Letters: ';
  await page.click(selector, { count: 3 });
  await page.$eval(selector, (box) => box.select());
  await page.keyboard.type(start);
  await new Promise((rested) => setTimeout(rested, 3000));
  return { page, selector, start };
}

/** Runs in the page: notes when a letter was pressed, when it is in its field, when in the preview, and what blocks. */
function watching() {
  const now = () => performance.now();
  window.blocks = [];
  new PerformanceObserver((list) => window.blocks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: 'longtask' });
  window.expects = (selector, words) => {
    window.seen = {};
    addEventListener('keydown', ({ timeStamp }) => (window.seen.pressed ??= timeStamp), { capture: true, once: true });
    // It is looked at when a frame begins: the next task comes when that frame is painted.
    const painted = (name) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.seen[name] = now());
      port2.postMessage(null);
    };
    const look = () => {
      const help = document.querySelector('#preview').contentDocument.querySelector('leeward-help');
      if (document.querySelector(selector).value.includes(words) && !window.seen.typed) {
        window.seen.typed = true;
        painted('written');
      }
      if (help.shadowRoot.querySelector('.smart')?.textContent.includes(words)) return painted('shown');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
}

/** Types one letter, and waits until everything that it sets off is over. */
async function typed({ page, selector, start }, letter) {
  await page.bringToFront();
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const word = Array.from({ length: (letter % 20) + 1 }, (_, place) => letters[place]).join('');
  if (letter % 20 === 0 && letter > 0) {
    await page.$eval(selector, (box) => box.select());
    await page.keyboard.type(start);
    await new Promise((rested) => setTimeout(rested, PAUSE));
  }
  await page.evaluate((selector, words) => window.expects(selector, words), selector, start + word);
  await page.keyboard.press(word.at(-1));
  await page.waitForFunction(() => window.seen.shown && window.seen.written);
  await new Promise((rested) => setTimeout(rested, PAUSE));
  return page.evaluate(() => {
    const { pressed, shown, written } = window.seen;
    const later = window.blocks.splice(0).filter(({ startTime }) => startTime > pressed + 300);
    const block = Math.max(0, ...later.map(({ duration }) => duration));
    return { shown: shown - pressed, written: written - pressed, block };
  });
}
