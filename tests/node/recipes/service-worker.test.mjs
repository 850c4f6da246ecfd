/** The service worker of docs/recipes keeps each file of Leeward's that a visitor needs. */

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

const root = new URL('../../../', import.meta.url);

/** For the page's owner, not for visitors. */
const FOR_OTHERS = ['explain.js', 'signals.js'];

test('every script of the loader is kept, in a release and beside the evergreen one', async () => {
  const worker = await readFile(new URL('docs/recipes/service-worker.js', root), 'utf8');
  const pattern = new RegExp(worker.match(/const LEEWARD = \/(.*)\/;/)[1]);
  const scripts = (await readdir(new URL('loader/', root))).filter((name) => name.endsWith('.js'));
  assert.ok(scripts.includes('leeward.js'));
  for (const script of scripts) {
    for (const folder of ['/leeward/', '/leeward/1.2.3-0a1b2c/']) {
      assert.equal(pattern.test(folder + script), !FOR_OTHERS.includes(script), folder + script);
    }
  }
});
