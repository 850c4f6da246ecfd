/**
 * Leeward beside its peers: `node run.js --site SITE`, or better `cargo xtask bench embed`.
 *
 * This file owns the order of the visits: round robin over the peers, so that whatever else the machine does falls on
 * everybody alike. What a peer is stands in peers.js (with how to add one), a visitor in visit.js, what is measured in
 * measures.js, under which conditions in series.js, the tables in report.js.
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fail, launch } from './browser.js';
import { peers } from './peers.js';
import { report, write } from './report.js';
import { SERIES } from './series.js';
import { serve } from './server.js';
import { summaries } from './statistics.js';
import { visit } from './visit.js';

const { values: options } = parseArgs({
  options: {
    /** A site with Leeward in `leeward/` and its playbooks in `playbooks/`. */
    site: { type: 'string' },
    /** Two visits of each kind: shows that everything works, not how fast it is. */
    quick: { type: 'boolean', default: false },
    runs: { type: 'string', default: '15' },
    /** No round begins after so many minutes: for a machine that is too busy for all of them. */
    minutes: { type: 'string', default: 'Infinity' },
    /** Folders of peers, and names of series, with commas between; all of them without. */
    only: { type: 'string' },
    series: { type: 'string' },
    /** A Markdown file with the section that the tables go into. */
    write: { type: 'string' },
    /** A file for the summaries, as JSON. */
    raw: { type: 'string' },
  },
});

await main();

async function main() {
  const chosen = await peers(options.site ?? fail('--site is missing'), options.only?.split(','));
  const series = SERIES.filter(({ id }) => !options.series || options.series.split(',').includes(id));
  const browser = await launch();
  const servers = new Map();
  try {
    for (const peer of chosen) servers.set(peer, await serve(peer.served));
    const { figures, rounds } = await everything(browser, chosen, series, servers);
    const results = { browser: await browser.version(), rounds, series, peers: chosen, figures };
    const text = report(results);
    console.log(text);
    if (options.raw) writeFileSync(options.raw, JSON.stringify(figures, null, 1));
    if (options.write) write(options.write, text);
  } finally {
    await browser.close();
    for (const server of servers.values()) server.stop();
  }
  for (const [{ name }, { missed }] of servers) {
    if (missed.size) fail(`${name} asked for what its stub doesn't have: ${[...missed].join(', ')}`);
  }
}

/** Summaries by series and peer. */
async function everything(browser, chosen, series, servers) {
  const visits = new Map();
  const began = Date.now();
  const spent = () => (Date.now() - began) / 60_000;
  let rounds = 0;
  while (rounds < runs() && spent() < Number(options.minutes)) {
    for (const one of series) {
      for (const peer of rotated(chosen, rounds)) {
        if (!peer.launcher && !one.alone) continue;
        const key = `${one.id} ${peer.folder}`;
        const figures = await once(browser, one, peer, servers.get(peer).origin);
        visits.set(key, [...(visits.get(key) ?? []), figures]);
      }
    }
    rounds++;
    console.error(`round ${rounds} of ${runs()}, ${spent().toFixed(1)} min`);
  }
  return { rounds, figures: Object.fromEntries([...visits].map(([key, all]) => [key, summaries(all)])) };
}

/** A visit that fails is told and made again: a busy machine shouldn't cost everybody's figures. */
async function once(browser, series, peer, origin, tries = 3) {
  try {
    return await visit(browser, `${origin}/`, series, (visitor) => series.measure(visitor, peer));
  } catch (error) {
    const told = `${peer.name}, ${series.title}: ${error.message}`;
    if (tries === 1) throw new Error(told, { cause: error });
    console.error(`${told}; once more`);
    return once(browser, series, peer, origin, tries - 1);
  }
}

/** Nobody is always the first one after a pause. */
function rotated(list, by) {
  const cut = by % list.length;
  return [...list.slice(cut), ...list.slice(0, cut)];
}

function runs() {
  return options.quick ? 2 : Number(options.runs);
}
