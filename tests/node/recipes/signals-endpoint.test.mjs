/** The endpoint of docs/recipes, asked what somebody would ask who means harm. After each request a good one is kept. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { asks, hangsUp, started } from './started.mjs';

const TEXT = { 'Content-Type': 'text/plain' };
const GOOD = { version: 1, session: '8e85aa09af75c791', at: 1795483800700, event: 'leeward-step', locale: 'en', step: 'question', question: 'topic' };

const endpoint = async (context, settings = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'leeward-'));
  context.after(() => rm(folder, { recursive: true }));
  const FILE = join(folder, 'events.ndjson');
  const { url } = await started(context, 'docs/recipes/signals-endpoint.mjs', { PORT: '0', FILE, ...settings });
  const sends = (body, headers = {}) => asks(url, { headers: { ...TEXT, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const kept = async () => (await readFile(FILE, 'utf8').catch(() => '')).split('\n').filter(Boolean).map((line) => JSON.parse(line));
  return { url, sends, kept };
};

const HOSTILE = [
  ['nothing', ''],
  ['null', 'null'],
  ['no JSON', 'GET me'],
  ['markup', '<script>alert(1)</script>'],
  ['half a line', JSON.stringify(GOOD).slice(0, -9)],
  ['a good line and a bad one', `${JSON.stringify(GOOD)}\n[]`],
  ['too many lines', Array(41).fill(JSON.stringify(GOOD)).join('\n')],
  ['another version', { ...GOOD, version: 2 }],
  ['a session that is a list', { ...GOOD, session: [GOOD.session] }],
  ['a session that is anything', { ...GOOD, session: '../../etc/passwd' }],
  ['a moment that is none', { ...GOOD, at: '1e999' }],
  ['an event of somebody else', { ...GOOD, event: 'leeward-\u001b[2J' }],
  ['objects', { ...GOOD, event: { toString: 1 } }],
];

test('whatever is sent, the endpoint goes on, and keeps only signals', async (context) => {
  const { sends, kept } = await endpoint(context);
  let count = 0;
  for (const [what, body] of HOSTILE) {
    assert.equal((await sends(body)).status, 400, what);
    assert.equal((await sends(GOOD)).status, 204, `after ${what}`);
    count += 1;
  }
  assert.deepEqual(await kept(), Array(count).fill(GOOD));
});

test('of a signal nothing is kept but its ids', async (context) => {
  const { sends, kept } = await endpoint(context);
  const more = { ...GOOD, route: '=cmd|calc', best: '\u001b[2J', channel: 'x'.repeat(65), note: 'a secret', code: { a: 1 } };
  assert.equal((await sends(`${JSON.stringify(more)}\r\n\n${JSON.stringify(GOOD)}`)).status, 204);
  assert.deepEqual(await kept(), [GOOD, GOOD]);
});

test('a sender that hangs up, or never ends, ends nothing', async (context) => {
  const { url, sends, kept } = await endpoint(context);
  await hangsUp(url, TEXT);
  assert.equal((await sends(GOOD)).status, 204);
  assert.equal((await sends('x'.repeat(70_000))).status, 413);
  assert.equal((await sends(GOOD)).status, 204);
  assert.equal((await kept()).length, 2);
});

test('other sites and other methods are refused, and the sites that are meant are not', async (context) => {
  const { url, sends } = await endpoint(context);
  assert.equal((await sends(GOOD, { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' })).status, 403);
  assert.equal((await sends(GOOD, { 'Sec-Fetch-Site': 'same-site', Origin: 'null' })).status, 204);
  assert.equal((await asks(url, { method: 'GET' })).status, 405);
  const open = await endpoint(context, { SITES: 'all' });
  assert.equal((await open.sends(GOOD, { 'Sec-Fetch-Site': 'cross-site' })).status, 204);
});

test('nobody fills the disk', async (context) => {
  const { sends, kept } = await endpoint(context, { FROM_ONE: '2', FROM_ALL: '3' });
  const statuses = [];
  for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.3']) {
    statuses.push((await sends(GOOD, { 'X-Forwarded-For': `1.2.3.4, ${address}` })).status);
  }
  assert.deepEqual(statuses, [204, 204, 429, 204, 429]);
  assert.equal((await kept()).length, 3);

  const full = await endpoint(context, { FULL: '300' });
  const answers = [];
  for (let times = 0; times < 5; times += 1) answers.push((await full.sends(GOOD)).status);
  assert.deepEqual(answers, [204, 204, 204, 503, 503]);
});
