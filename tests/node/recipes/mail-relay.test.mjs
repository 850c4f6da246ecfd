/** The relay of docs/recipes, asked what somebody would ask who means harm. After each request a good one is answered. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { asks, hangsUp, started } from './started.mjs';

const OURS = 'https://www.example.test';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const GOOD = { key: 'a', locale: 'en', name: 'Ann', contact: 'ann@example.test', message: 'Hello', route: null, answers: [{ question: 'What?', answer: 'This' }], reference: 'K73M', suspect: false };

const relay = async (context, settings = {}) => {
  const post = await started(context, 'tests/mail/receiver.mjs', {});
  const relay = await started(context, 'docs/recipes/mail-relay.mjs', { PORT: '0', SMTP: post.url, FROM: 'popup@example.test', TO: 'support@example.test', ORIGIN: OURS, ...settings });
  return { url: relay.url, mailed: async () => JSON.parse(await post.line()) };
};

const sends = (url, letter, headers = {}) => asks(url, { headers: { ...JSON_TYPE, Origin: OURS, ...headers }, body: typeof letter === 'string' ? letter : JSON.stringify(letter) });

/** A good message still becomes a mail, and its receipt says which one it is for. */
const isAlive = async ({ url, mailed }, key) => {
  const { status, text } = await sends(url, { ...GOOD, key, message: `Good ${key}` });
  assert.equal(status, 202, `after ${key}`);
  assert.deepEqual(JSON.parse(text), { key });
  const mail = await mailed();
  assert.match(mail.text, new RegExp(`Good ${key}`));
  return mail;
};

const object = { toString: 1 };
const HOSTILE = [
  ['null', 'null'],
  ['a number', '7'],
  ['a list', '[]'],
  ['a text', '"key"'],
  ['no JSON', '{"key"'],
  ['nothing', ''],
  ['deep', `${'['.repeat(20_000)}`],
  ['a reference that is no text', { ...GOOD, reference: object }],
  ['a reference without end', { ...GOOD, reference: 'x'.repeat(1000) }],
  ['answers that are none', { ...GOOD, answers: [null, 1, 'x'] }],
  ['a question that is no text', { ...GOOD, answers: [{ question: object, answer: 'x' }] }],
  ['an answer that is no text', { ...GOOD, answers: [{ question: 'x', answer: object }] }],
  ['answers that only look like a list', { ...GOOD, answers: { length: 1 } }],
  ['a thousand answers', { ...GOOD, answers: Array(1000).fill(GOOD.answers[0]) }],
  ['a file in place of words', { ...GOOD, message: { path: '/etc/passwd' } }],
  ['a list in place of an address', { ...GOOD, contact: ['a@example.test'] }],
  ['a key without end', { ...GOOD, key: 'k'.repeat(5000) }],
];

test('whatever is sent, the relay goes on, and mails only what is a message', async (context) => {
  const it = await relay(context);
  let number = 0;
  for (const [what, letter] of HOSTILE) {
    assert.equal((await sends(it.url, letter)).status, 400, what);
    // The next mail is the good one: nothing was mailed in between.
    await isAlive(it, `good-${(number += 1)}`);
  }
});

test('a sender that hangs up, or never ends, ends nothing', async (context) => {
  const it = await relay(context);
  await hangsUp(it.url, JSON_TYPE);
  await isAlive(it, 'hung-up');
  assert.equal((await sends(it.url, { ...GOOD, message: 'x'.repeat(70_000) })).status, 413);
  await isAlive(it, 'too-long');
});

test('pages of other sites, forms and other methods are refused', async (context) => {
  const it = await relay(context);
  const foreign = { Origin: 'https://evil.example' };
  for (const [what, status, headers] of [
    ['another page', 403, foreign],
    ['a page without an origin', 403, { Origin: 'null' }],
    ['another page that says it is ours', 403, { ...foreign, Referer: OURS, 'Sec-Fetch-Site': 'cross-site' }],
    ['plain text, as any page may send it', 415, { 'Content-Type': 'text/plain' }],
    ['plain text that mentions JSON', 415, { 'Content-Type': 'text/plain; application/json' }],
    ['a form', 415, { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ]) {
    const answer = await sends(it.url, GOOD, headers);
    assert.equal(answer.status, status, what);
    if (status === 403) assert.equal(answer.headers['access-control-allow-origin'], undefined, what);
  }
  assert.equal((await asks(it.url, { method: 'OPTIONS', headers: foreign })).status, 403);
  const asked = await asks(it.url, { method: 'OPTIONS', headers: { Origin: OURS } });
  assert.deepEqual([asked.status, asked.headers['access-control-allow-origin']], [204, OURS]);
  assert.equal((await asks(it.url, { method: 'GET' })).status, 405);
  await isAlive(it, 'refused');
});

test('nobody has a mail sent a thousand times', async (context) => {
  const it = await relay(context, { FROM_ONE: '2', FROM_ALL: '4' });
  const from = (address, key) => sends(it.url, { ...GOOD, key }, { 'X-Forwarded-For': `1.2.3.4, ${address}` });
  const statuses = [];
  for (const [address, key] of [['192.0.2.1', 'a'], ['192.0.2.1', 'a'], ['192.0.2.1', 'b'], ['192.0.2.1', 'c'], ['192.0.2.2', 'd'], ['192.0.2.3', 'e'], ['192.0.2.4', 'f']]) {
    statuses.push((await from(address, key)).status);
  }
  // The second attempt at a message is no second mail; what the sender says of earlier addresses counts for nothing.
  assert.deepEqual(statuses, [202, 202, 202, 429, 202, 202, 429]);
});

test('a visitor adds no header and no recipient, and the subject reads as it is written', async (context) => {
  const it = await relay(context);
  const break_ = '\r\nBcc: evil@example.test';
  await sends(it.url, { ...GOOD, key: 'b', name: `Ann${break_}`, contact: `ann@example.test${break_}`, reference: '\u202eK7\r\n3M' });
  const mail = await it.mailed();
  const [head] = mail.text.split('\r\n\r\n');
  assert.deepEqual(mail.to, ['support@example.test']);
  assert.doesNotMatch(head, /^(bcc|reply-to):/im);
  assert.match(head, /^Subject: Message from the website {2}K7 {2}3M$/m);
  const good = await isAlive(it, 'after');
  assert.match(good.text, /^Reply-To: ann@example.test$/im);
});
