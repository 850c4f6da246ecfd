/**
 * Finds where a text stops being JSON. load.js asks for it when a file turns out not to be JSON, and does
 * without when it doesn't come.
 */

/** A mark, a string, or anything else up to the next mark. */
const TOKEN = /\s*([[\]{},:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*"|[^\s[\]{},:"]+)/iuy;

const SCALAR = /^(?:"|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$)/;

/**
 * What JSON allows after one more token, or undefined when the token itself is not allowed.
 * @param {string} expected @param {string} token @param {string[]} open the closing marks still to come
 */
const after = (expected, token, open) => {
  const opened = (/** @type {string} */ mark) => (open.push(mark), mark === '}' ? 'a name or }' : 'a value or ]');
  const ended = () => (open.length ? `a comma or ${open.at(-1)}` : 'the end of the file');
  if (token === open.at(-1) && expected.endsWith(token)) return open.pop() && ended();
  if (expected.startsWith('a name')) return token.startsWith('"') ? 'a colon' : undefined;
  if (expected.startsWith('a value')) return token === '{' ? opened('}') : token === '[' ? opened(']') : SCALAR.test(token) ? ended() : undefined;
  if (expected === 'a colon') return token === ':' ? 'a value' : undefined;
  if (expected.startsWith('a comma') && token === ',') return open.at(-1) === '}' ? 'a name' : 'a value';
};

/**
 * Where a text stops being JSON. Engines name the place in some cases only, each in its own words; whoever
 * edits a playbook by hand needs the line.
 * @param {string} text
 */
export const slip = (text) => {
  /** @type {string[]} */
  const open = [];
  let expected = 'a value';
  TOKEN.lastIndex = 0;
  for (;;) {
    const start = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[1] ?? '';
    const next = after(expected, token, open);
    if (!next) {
      const before = text.slice(0, start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0)).split('\n');
      return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} should have ${expected}`;
    }
    expected = next;
  }
};
