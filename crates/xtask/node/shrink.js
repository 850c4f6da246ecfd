/**
 * Shortens what comes on the standard input: `node shrink.js css` a style sheet, `node shrink.js js` a script and the
 * style sheets in it. crates/xtask/src/shrink.rs calls it.
 */

import { text } from 'node:stream/consumers';
import { transform } from 'esbuild';
import { minify } from 'terser';

/** A style sheet in a script: a text over several lines that begins and ends with a line break. */
const SHEET = /`\n([^`$\\]*)\n`/g;

const sheet = async (css) => (await transform(css, { loader: 'css', minify: true, charset: 'utf8' })).code.trim();

const script = async (js) => {
  const sheets = await Promise.all([...js.matchAll(SHEET)].map(([, css]) => sheet(css)));
  const whole = js.replace(SHEET, () => `\`${sheets.shift()}\``);
  const options = { module: true, ecma: 2020, compress: { passes: 2 }, mangle: true };
  return (await minify(whole, options)).code;
};

const shorten = { css: sheet, js: script }[process.argv[2]];
process.stdout.write(await shorten(await text(process.stdin)));
