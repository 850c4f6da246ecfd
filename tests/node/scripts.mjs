/**
 * Scripts of the loader under Node: they are modules without a `package.json` that would say so, hence by their text.
 */

import { readFileSync } from 'node:fs';

const text = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** A script of the loader, such as `feed.js`. */
export const script = (name) => import(`data:text/javascript;base64,${Buffer.from(text(`../../loader/${name}`)).toString('base64')}`);

/** A JSON file, by its path from here. */
export const json = (path) => JSON.parse(text(path));
