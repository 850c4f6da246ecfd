/**
 * Shortens what comes on the standard input: `node shrink.js css` a style sheet, `node shrink.js js` a script and the
 * style sheets in it, `node shrink.js wasm` a WebAssembly module. crates/xtask/src/shrink.rs calls it.
 */

import { buffer } from 'node:stream/consumers';
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

/**
 * What rustc's optimiser leaves, for a module that is compressed afterwards: copies of one function are less than one
 * that is called, so nothing is inlined.
 */
const module = async (bytes) => {
  const { default: binaryen } = await import('binaryen');
  const { BulkMemory, BulkMemoryOpt, MutableGlobals, NontrappingFPToInt, SignExt } = binaryen.Features;
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setAlwaysInlineMaxSize(0);
  binaryen.setFlexibleInlineMaxSize(0);
  binaryen.setOneCallerInlineMaxSize(0);
  // The stack ends at address 0, so nothing is within the first 1,024 bytes but a stack that is about to overflow.
  binaryen.setLowMemoryUnused(true);
  const module = binaryen.readBinary(bytes);
  module.setFeatures(BulkMemory | BulkMemoryOpt | MutableGlobals | NontrappingFPToInt | SignExt);
  module.optimize();
  module.runPasses(['rse', 'reorder-locals']);
  return module.emitBinary();
};

const text = (shorten) => (bytes) => shorten(bytes.toString());
const shorten = { css: text(sheet), js: text(script), wasm: module }[process.argv[2]];
process.stdout.write(await shorten(await buffer(process.stdin)));
