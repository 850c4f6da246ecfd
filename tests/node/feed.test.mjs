/**
 * Live feeds as `loader/feed.js` reads them: the table of `tests/feeds/`, which the engine is held against as well
 * (`crates/triage/tests/feeds.rs`), how long a feed is believed, and that nothing in one does harm.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { json, script } from './scripts.mjs';

const { fold, read } = await script('feed.js');
const playbook = json('../feeds/playbook.json');
const table = json('../feeds/table.json');
const NOW = Date.parse('2026-11-24T10:30:00Z');
const HOUR = 3600e3;

/** The states that are said of channels that there are. */
const states = ({ says }) => Object.fromEntries(Object.entries(says?.channels ?? {}).filter(([id]) => playbook.channels[id]).map(([id, { state }]) => [id, state]));

const written = (at) => (at === undefined ? undefined : new Date(at).toISOString().replace(/\.\d+/, ''));

const told = (what) =>
  [...(what.told ?? [])].map(([id, { kind, names, since, until, next, components }]) => {
    const times = Object.entries({ since, until, next }).flatMap(([name, at]) => (at === undefined ? [] : [[name, written(at)]]));
    return { id, kind, name: names[0][1], ...Object.fromEntries(times), components };
  });

for (const row of table) {
  test(`${row.feed} comes to what the table says at ${row.at}`, () => {
    const what = read(json(`../feeds/${row.feed}`), playbook, Date.parse(row.at));
    assert.deepEqual({ channels: states(what), told: told(what) }, { channels: row.channels, told: row.told });
  });
}

test('names are alike that are alike to people', () => {
  for (const [name, same] of [
    ['support_chat', 'Support–CHAT '],
    ['ＩＴ　チャット', 'it ﾁｬｯﾄ'],
    ['Téléphone', 'TELEPHONE'],
    ['İstanbul', 'istanbul'],
  ]) {
    assert.equal(fold(name), fold(same));
  }
  assert.notEqual(fold('Phone'), fold('Phones'));
  assert.notEqual(fold('फ़ोन'), fold('फ़न'));
  assert.equal(fold('— (…)'), '');
});

test('a feed of our own is believed until it expires, or for a day after it was written', () => {
  const ours = (fields) => ({ version: 1, channels: { phone: { state: 'down' } }, ...fields });
  const at = (hours) => new Date(NOW + hours * HOUR).toISOString();
  const says = (fields, modified) => read(ours(fields), playbook, NOW, modified).says !== null;
  assert.ok(says({ expires_at: at(1), updated_at: at(-90) }));
  assert.ok(!says({ expires_at: at(0), updated_at: at(-1) }));
  assert.ok(!says({ expires_at: 'soon' }));
  assert.ok(says({ updated_at: at(-23) }) && says({ updated_at: at(-23), expires_at: null }));
  assert.ok(!says({ updated_at: at(-24) }));
  assert.ok(says({}, NOW - 23 * HOUR) && !says({}, NOW - 24 * HOUR), 'its server says when it was written');
  assert.ok(says({ updated_at: at(-1) }, NOW - 99 * HOUR), 'it says so itself');
  assert.ok(says({}, NaN), 'a program has just made it');
  assert.equal(read(ours({ updated_at: at(-23) }), playbook, NOW).turns, NOW + HOUR);
});

test('a status page is believed as of its asking, whenever it was changed', () => {
  const page = json('../feeds/statuspage.json');
  page.page.updated_at = '2026-01-01T00:00:00Z';
  assert.deepEqual(states(read(page, playbook, NOW, NOW - 90 * 24 * HOUR)), { telephone: 'down' });
});

test('a channel closes when all components that stand for it are out', () => {
  const page = (...components) => states(read({ page: {}, components }, playbook, NOW));
  const [down, well] = ['major_outage', 'operational'];
  assert.deepEqual(page({ name: 'Phone Support', status: down }, { name: 'PHONE', status: well }), {});
  assert.deepEqual(page({ name: 'Phone Support', status: down }, { name: 'PHONE', status: 'under_maintenance' }), { phone: 'closed' });
  assert.deepEqual(page({ name: 'Phone Support', status: down }, { name: '電話サポート', status: down }), { phone: 'down' });
  assert.deepEqual(page({ name: 'Phone', status: down }, { name: 'Phone', status: well }, { name: 'Phone', status: down }), {});
  assert.deepEqual(page({ id: 'g', name: 'Phone', status: down, group: true }, { name: 'India', group_id: 'g', status: down }, { name: 'Japan', group_id: 'g', status: well }), {});
  for (const status of ['degraded_performance', 'partial_outage', 'operational', '', null, 7]) assert.deepEqual(page({ name: 'Phone', status }), {});
});

test('what the playbook says of a component counts before names', () => {
  const channels = { a: { name: 'Phone' }, b: { name: { en: 'Phone', ja: '電話' } }, c: { name: 'Chat' } };
  const page = { page: {}, components: [{ name: 'Phone', status: 'major_outage' }, { name: 'chat', status: 'major_outage' }] };
  const says = (components) => Object.keys(read(page, { channels, status: { components } }, NOW).says.channels);
  assert.deepEqual(says({}), ['a', 'b', 'c']);
  assert.deepEqual(says({ PHONE: 'b', Chat: 'nobody' }), ['b', 'c']);
  assert.deepEqual(Object.keys(read({ page: {}, components: [{ name: '—', status: 'major_outage' }] }, { channels, status: { components: { '…': 'a' } } }, NOW).says.channels), []);
});

test('it is read again when the time of something comes or is over', () => {
  const page = json('../feeds/statuspage.json');
  const turns = (at) => written(read(page, playbook, Date.parse(at)).turns);
  assert.equal(turns('2026-11-24T10:00:00Z'), '2026-11-24T10:30:00Z', 'work under way ahead of its time is told its beginning');
  assert.equal(turns('2026-11-24T10:30:00Z'), '2026-11-24T11:00:00Z');
  assert.equal(turns('2026-11-24T11:00:00Z'), '2026-11-24T12:30:00Z');
  assert.equal(read(page, playbook, Date.parse('2026-11-24T12:30:00Z')).turns, Infinity);
});

/** Every copy of a value in which one part is something else. */
function* damaged(value, wrong) {
  yield wrong;
  if (Object(value) !== value) return;
  for (const key of Object.keys(value).slice(0, 40)) {
    for (const part of damaged(value[key], wrong)) {
      const copy = Array.isArray(value) ? [...value] : { ...value };
      copy[key] = part;
      yield copy;
    }
  }
}

test('nothing in a feed throws, or tells what its time doesn’t bear out', () => {
  const wrongs = [null, '', '2026-13-45T99:99:99Z', '9999-12-31T23:59:59-23:59', -1, 1e308, true, [], [[]], {}, { name: {} }, JSON.parse('{ "__proto__": { "name": "x" } }')];
  const feeds = ['statuspage.json', 'huobi.json', 'polymarket.json', 'neon.json', 'ours.json'].map((name) => json(`../feeds/${name}`));
  for (const feed of feeds) {
    for (const wrong of wrongs) {
      for (const copy of damaged(feed, wrong)) {
        const { says, told, turns } = read(copy, playbook, NOW);
        assert.ok(turns > NOW && (says === null || says.version === 1));
        for (const { kind, names, since, until, next } of told?.values() ?? []) {
          assert.ok(names.every(([, words]) => words.trim() && [...words].length <= 200));
          assert.ok([since, until, next].every((at) => at === undefined || Number.isFinite(at)));
          assert.ok(!(since > NOW) && !(next <= NOW) && (kind === 'over' || !(until <= NOW)));
        }
      }
    }
  }
});

test('a page of many thousand components is read to its end', () => {
  const components = Array.from({ length: 9_000 }, () => ({ id: 'g', group_id: 'g', name: 'Phone', status: 'major_outage' }));
  assert.deepEqual(states(read({ components }, playbook, NOW)), { phone: 'down' });
});
