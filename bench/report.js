/** The tables: medians, the middle half, and how many times ours that is. */

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

const BEGIN = '<!-- Written by `cargo xtask bench embed` from here. -->';
const END = '<!-- Written by `cargo xtask bench embed` up to here. -->';

/** What the machine was busy with before we came: from 1 on, times are longer than they should be. */
const LOAD = loadavg()[0].toFixed(1);

const OURS = 'leeward';
const ALONE = 'page';

/** Replaces the section of a Markdown file. */
export function write(path, text) {
  const before = readFileSync(path, 'utf8');
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${path} has no section between "${BEGIN}" and "${END}"`);
  writeFileSync(path, `${before.slice(0, from)}${BEGIN}\n\n${text}\n${before.slice(to)}`);
}

export function report(results) {
  return [machine(results), ...cost(results), ...times(results), arrival(results), memory(results), notes(results)]
    .filter(Boolean)
    .join('\n\n');
}

function machine({ browser, rounds }) {
  const gib = Math.round(totalmem() / 2 ** 30);
  return `${browser} without a window, on ${cpus().length} cores of ${cpus()[0].model.trim()} with ${gib} GiB, whose load average was ${LOAD} at the beginning; ${rounds} visits of each kind, in turn. Medians, the middle half in brackets, and how many times ours.`;
}

const kB = (bytes) => (bytes / 1000).toFixed(1);
const whole = (number) => number.toFixed(0);
const two = (number) => number.toFixed(2);

function cost(results) {
  const column = (title, name, form, series = 'cpu1') => ({ title, series, name, form, net: name === 'workBefore' });
  return [
    table(results, 'What is transferred', [
      column('requests before intent', 'requestsBefore', whole),
      column('kB before intent', 'bytesBefore', kB),
      column('requests until the first question', 'requests', whole),
      column('kB until the first question', 'bytes', kB),
      column('layout shift', 'shift', two),
      column('layout shift, slow 4G, CPU 4× slower', 'shift', two, 'slow4'),
    ]),
    table(results, 'The main thread: processor time in ms, and long tasks', [
      column('before intent', 'workBefore', whole),
      column('CPU 4× slower', 'workBefore', whole, 'cpu4'),
      column('long tasks before intent', 'tasksBefore', whole),
      column('CPU 4× slower', 'tasksBefore', whole, 'cpu4'),
      column('from the press to the first question', 'workOpening', whole),
      column('CPU 4× slower', 'workOpening', whole, 'cpu4'),
      column('long tasks until then', 'tasks', whole),
      column('CPU 4× slower', 'tasks', whole, 'cpu4'),
    ]),
  ];
}

function times(results) {
  const pressed = results.series.filter(({ id }) => !['once', 'cycles'].includes(id));
  const columns = (name) => pressed.map(({ id, title }) => ({ title, series: id, name, form: whole }));
  return [
    table(results, 'From the press to the first question, ms', columns('question')),
    table(results, 'From an answer to the next screen, ms', columns('step')),
  ];
}

function arrival(results) {
  return table(results, 'From the visitor’s arrival, pressing as soon as there is something to press, slow 4G, CPU 4× slower, ms', [
    { title: 'something to press', series: 'once', name: 'launcher', form: whole },
    { title: 'the first question', series: 'once', name: 'arrival', form: whole },
  ]);
}

function memory(results) {
  const column = (title, name, form) => ({ title, series: 'cycles', name, form, net: true });
  return table(results, 'What stays in memory after ten times open and close', [
    column('heap, buffers and WebAssembly memory, kB', 'heap', kB),
    column('nodes', 'nodes', whole),
    column('listeners', 'listeners', whole),
  ]);
}

/** A row for each peer; columns of series that weren't run are left out. */
function table({ peers, figures }, title, columns) {
  const asked = peers.filter(({ launcher }) => launcher);
  const there = columns.filter(({ series, name }) => asked.some(({ folder }) => figures[`${series} ${folder}`]?.[name]));
  if (!there.length) return '';
  const rows = asked.flatMap((peer) => [
    [peer.name, ...there.map((column) => cell(figures, peer.folder, column))],
    ...screens(figures, peer, there),
  ]);
  const head = ['', ...there.map((column) => column.title)];
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `**${title}**\n\n${lines.join('\n')}`;
}

/** Where something is shown before the first question, a row says when. */
function screens(figures, peer, columns) {
  if (!peer.before || columns[0].name !== 'question') return [];
  const cells = columns.map((column) => cell(figures, peer.folder, { ...column, name: 'screen' }));
  return [[`${peer.name}: its welcome, on the way`, ...cells]];
}

function cell(figures, folder, { series, name, form, net }) {
  const alone = net ? (figures[`${series} ${ALONE}`]?.[name].median ?? 0) : 0;
  const less = (number) => Math.max(0, number - alone);
  const of = (who) => {
    const found = figures[`${series} ${who}`]?.[name];
    return found && { median: less(found.median), low: less(found.low), high: less(found.high) };
  };
  const [mine, ours] = [of(folder), of(OURS)];
  if (!mine) return '';
  const [median, low, high] = [mine.median, mine.low, mine.high].map(form);
  const spread = low === high ? '' : ` (${low} to ${high})`;
  const comparable = folder !== OURS && Number(median) > 0 && ours && Number(form(ours.median)) > 0;
  const ratio = comparable ? `, ${share(mine.median / ours.median)}` : '';
  return `${median}${spread}${ratio}`;
}

const share = (ratio) => `${ratio < 0.1 ? ratio.toFixed(2) : ratio.toFixed(1)}×`;

function notes({ peers }) {
  const lines = peers.filter(({ note }) => note).map(({ name, version, note }) => `- ${name}${version ? ` ${version}` : ''}: ${note}`);
  return lines.join('\n');
}
