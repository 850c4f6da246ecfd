/** Holds files against the baseline: what is newer and not guarded is found, with its place and its browsers. */

import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { ALLOWED, NOTES } from './allowed.mjs';
import { EVERYTHING, LIST, lacking } from './data.mjs';
import * as scripts from './scripts.mjs';
import * as styles from './styles.mjs';

/** What has to work where only the contact list is promised. */
const EARLY = new Set(['leeward.js', 'load.js', 'contacts.js', 'display.js', 'triggers.js', 'signals.js']);

/** Everything that a script or a sheet uses. */
const uses = (name, text, own) => {
  if (name.endsWith('.css')) return styles.features(text);
  const inside = scripts.sheets(text).flatMap((sheet) => styles.features(sheet.text).map((use) => ({ ...use, line: use.line + sheet.line })));
  return [...scripts.features(text, own), ...inside];
};

/** Findings in the text of a file, and the entries of the list that were needed. */
export const judge = (file, text, { allowed = ALLOWED, own } = {}) => {
  const name = basename(file);
  const early = EARLY.has(name);
  const needed = new Set();
  const prefixed = (feature) => (prefix) => text.includes(prefix + feature.split('.')[2]);
  const findings = uses(name, text, own).flatMap(({ paths, line, supports = [], left = false }) => {
    const late = paths.map((path) => ({ path, browsers: lacking(path, early ? LIST : EVERYTHING, prefixed(path)) }));
    if (late.some(({ browsers }) => !browsers.length)) return [];
    const { path, browsers } = late[0];
    const entry = allowed.find(({ feature, files, guard }) => (feature === path || path.startsWith(feature + '.')) && (!files || files.includes(name)) && holds(guard, { text, supports, left, shortened: isShortened(name, text) }));
    if (entry) return needed.add(entry), [];
    return [`${file}:${line}: ${path} is newer than the baseline: ${browsers.join(', ')}`];
  });
  return { findings: [...new Set(findings)], needed };
};

const bare = (text) => text.replace(/\s/g, '').replace(/'/g, '"');

/** In a release a script is one line, and its guards have other names: they are looked for in what it was made of. */
const isShortened = (name, text) => name.endsWith('js') && !text.trim().includes('\n');

/** Whether the guard of an entry, as allowed.mjs explains them, is there. */
const holds = (guard, { text, supports, left, shortened }) => {
  if (guard === 'left out') return left;
  if (guard === '@supports') return supports.some((condition) => !condition.startsWith('not'));
  if (guard === '@supports not') return bare(text).includes('@supportsnot(color:light-dark(red,red))');
  return NOTES.has(guard) || shortened || bare(text).includes(bare(guard));
};

const isCode = (file) => /\.(m?js|css)$/.test(file);

/** Every script and sheet below a folder, or the file itself. */
export const files = async (path) => {
  if (isCode(path)) return [path];
  const entries = await readdir(path, { recursive: true });
  return entries.filter(isCode).map((file) => join(path, file)).sort();
};

/** Findings in files and below folders. */
export const check = async (paths) => {
  const found = (await Promise.all(paths.map(files))).flat();
  const texts = await Promise.all(found.map((file) => readFile(file, 'utf8')));
  const own = new Set(found.flatMap((file, place) => (file.endsWith('.css') ? [] : [...scripts.ownNames(texts[place])])));
  const judged = found.map((file, place) => judge(file, texts[place], { own }));
  return {
    count: found.length,
    findings: judged.flatMap(({ findings }) => findings),
    needed: new Set(judged.flatMap(({ needed }) => [...needed])),
  };
};
