/**
 * Brings the checker, which says what is wrong with a playbook, where, and what to do. Asked for by load.js when
 * something is wrong; without it, or when it doesn't come, the console has only the cause.
 */

/** Every finding in the text of a playbook, each on a line of its own. `start` is load.js's. */
export const findings = async (text, start) => {
  const address = new URL('checker_bg.wasm', import.meta.url);
  const [glue, response] = await Promise.all([import('./checker.js'), fetch(address, { __proto__: null, credentials: 'omit', referrerPolicy: 'no-referrer' })]);
  await start(await WebAssembly.compile(await response.arrayBuffer()), 'checker', glue);
  return `\n${glue.findings(text)}`;
};
