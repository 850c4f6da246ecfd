/**
 * Brings the checker, which says what is wrong with a playbook, where, and what to do. Asked for by load.js when
 * something is wrong; without it, or when it doesn't come, the console has only the cause.
 */

/** What the files that are asked for here must be. A release fills it in. */
const INTEGRITY = { __proto__: null };

/** Every finding in the text of a playbook, each on a line of its own. `bring`, `ask` and `start` are the safe layer's. */
export const findings = async (text, { bring, ask, start }) => {
  const wasm = ask(new URL('checker_bg.wasm', import.meta.url).href, INTEGRITY['checker_bg.wasm']);
  const glue = await bring('checker.js', INTEGRITY['checker.js']).response;
  const response = await wasm.response;
  await start(await WebAssembly.compile(await response.arrayBuffer()), 'checker', glue);
  return `\n${glue.findings(text)}`;
};
