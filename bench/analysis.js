/**
 * The engine in a page, as an editor of playbooks would run it at each key stroke: `node analysis.js --engine FOLDER`,
 * or better `cargo xtask bench analysis`, which compiles the folder. The playbooks are those of the native bench.
 */

import { parseArgs } from 'node:util';
import { packed, packedFolder, serve } from './server.js';
import { launch } from './browser.js';

/** Questions and routes, as in crates/triage/benches/analysis.rs. */
const SIZES = [[12, 21], [15, 31], [20, 31], [25, 31], [40, 60]];

const SEEDS = 8;
const RUNS = 10;

const PAGE = '<!doctype html><title>The engine in a page</title><link rel="icon" href="data:,">';

const { values: options } = parseArgs({ options: { engine: { type: 'string' }, quick: { type: 'boolean', default: false } } });

const browser = await launch();
try {
  const folder = options.engine ?? '.';
  const server = await serve(new Map([['/', packed(Buffer.from(PAGE), '.html')], ...packedFolder(folder, '/')]));
  const page = await browser.newPage();
  await page.goto(`${server.origin}/`);
  const rows = await page.evaluate(measure, SIZES, SEEDS, options.quick ? 1 : RUNS);
  server.stop();
  console.log(`${await browser.version()}: medians and the slowest of ${SEEDS} playbooks of each size\n`);
  console.log('| questions × routes | check, ms | analysis, ms | slowest, ms | states |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const { size, check, analysis, slowest, states } of rows) {
    console.log(`| ${size.join(' × ')} | ${check.toFixed(1)} | ${analysis.toFixed(1)} | ${slowest.toFixed(0)} | ${states} |`);
  }
} finally {
  await browser.close();
}

/** Runs in the page. The first call of each compiles, so it doesn't count. */
async function measure(sizes, seeds, runs) {
  const glue = await import('/engine.js');
  const { instance } = await WebAssembly.instantiateStreaming(fetch('/engine_bg.wasm'), { './engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
  const timed = (act) => {
    const times = [];
    let result = act();
    for (let run = 0; run < runs; run++) {
      const from = performance.now();
      result = act();
      times.push(performance.now() - from);
    }
    return { time: median(times), result };
  };
  return sizes.map((size) => {
    const all = Array.from({ length: seeds }, (_, seed) => {
      const text = glue.made(...size, seed);
      const checked = timed(() => glue.Checked.from_text(text));
      return { check: checked.time, ...timed(() => checked.result.analyse()) };
    });
    const states = all.map(({ result }) => result);
    return {
      size,
      check: median(all.map(({ check }) => check)),
      analysis: median(all.map(({ time }) => time)),
      slowest: Math.max(...all.map(({ time }) => time)),
      states: `${Math.min(...states)} to ${Math.max(...states)}`,
    };
  });
}
