/**
 * The peers, in the order of the table, and the pages that they are measured on.
 *
 * To add a peer:
 * 1. `npm install --save-dev --save-exact NAME` in bench/.
 * 2. Make peers/NAME/page.html: what its documentation puts into a page, in two parts (`<!-- head -->`, `<!-- body -->`).
 *    `{{data}}` becomes the JSON of `data` below. A page without a launcher of the peer's own has
 *    `<button id="launcher">`; it must be hidden, or lack an attribute, until pressing it does something.
 * 3. Make peers/NAME/peer.js: a function of `{ site, questions, answer, npm, version }` that gives
 *    - `name`, and `package`, whose version is shown;
 *    - `serves`: the server's answers by path. No peer may call out to a cloud: what it asks its cloud for stands here;
 *    - `data`: for `{{data}}`;
 *    - `launcher`, `before` (what else has to be pressed before the first question), `question`, `answers` (what is
 *      pressed to answer it), `next`: each a selector (`host >>> inner` reaches into a shadow root) and a text that it
 *      must contain;
 *    - `close`: a function that the page runs;
 *    - `note`: what a reader of the table should know. Everything that favours or hinders the peer belongs there.
 * 4. Add its folder below and try it: `node run.js --site SITE --quick --only NAME`.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANSWER, QUESTIONS } from './flow.js';
import { packed } from './server.js';

const FOLDERS = ['page', 'leeward', 'vanilla-cookieconsent', 'formbricks', 'posthog', 'typebot', 'surveyjs'];

const here = (path) => new URL(path, import.meta.url);

const npm = (path) => new URL(`node_modules/${path}`, import.meta.url).pathname;

const version = (name) => JSON.parse(readFileSync(npm(join(name, 'package.json')), 'utf8')).version;

export async function peers(site, only) {
  const chosen = FOLDERS.filter((folder) => !only || only.includes(folder));
  return Promise.all(
    chosen.map(async (folder) => {
      const { default: make } = await import(here(`peers/${folder}/peer.js`).href);
      const peer = make({ site, questions: QUESTIONS, answer: ANSWER, npm, version });
      const served = new Map(peer.serves);
      served.set('/', packed(page(folder, peer.data), '.html'));
      return { ...peer, folder, served, version: peer.package && version(peer.package) };
    }),
  );
}

function page(folder, data) {
  const [, head, body] = readFileSync(here(`peers/${folder}/page.html`), 'utf8').split(/<!-- (?:head|body) -->/);
  // In a script, so nothing in it may end the script.
  const json = JSON.stringify(data ?? null).replaceAll('<', '\\u003c');
  const put = (text) => () => text.replace('{{data}}', () => json);
  return readFileSync(here('page.html'), 'utf8').replace('<!-- head -->', put(head)).replace('<!-- body -->', put(body));
}
