/**
 * In which version of a browser something came, from the data that MDN shows, and the versions that Leeward promises
 * (docs/embed.md, "Browsers"). Paths are those of `@mdn/browser-compat-data`.
 */

import { createRequire } from 'node:module';

const data = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** From here on everything works. */
export const EVERYTHING = versions('105', '115', '16.4');

/** From here on the contact list comes in the same click. Safari before 16.4 can't make sheets, and has elements instead. */
export const LIST = versions('88', '98', '15.4');

function versions(chrome, firefox, safari) {
  return { chrome, chrome_android: chrome, firefox, firefox_android: firefox, safari, safari_ios: safari };
}

/** The data of a path; undefined where there is none. */
export const at = (path, from = data) => path.split('.').reduce((node, key) => (node && Object.hasOwn(node, key) ? node[key] : undefined), from);

const newer = (one, other) => {
  const [a, b] = [one, other].map((version) => version.replace('≤', '').split('.').map(Number));
  return a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0);
};

/** When a browser has something, without a flag and under this name or a `prefixed` one: whole, or in part. */
const spans = (support, prefixed) =>
  [support ?? []].flat().filter(({ version_added: from, flags, alternative_name, prefix }) => from && from !== 'preview' && !flags && !alternative_name && (!prefix || prefixed(prefix)));

/** What a phone never has, such as a pointer, is no matter of age. */
const SAME = { chrome_android: 'chrome', firefox_android: 'firefox', safari_ios: 'safari' };

/** The browsers of a floor that lack something, with the version in which it came; none when there is no data. */
export const lacking = (path, floor, prefixed = () => false) => {
  const support = at(path)?.__compat?.support;
  if (!support) return [];
  const lacks = (browser) => {
    const version = floor[browser];
    const found = spans(support[browser], prefixed);
    if (found.some(({ version_added, version_removed }) => newer(version_added, version) <= 0 && (!version_removed || newer(version_removed, version) > 0))) return undefined;
    const later = found.map(({ version_added }) => version_added).filter((added) => newer(added, version) > 0).sort(newer);
    return later[0] ?? 'never';
  };
  return Object.keys(floor).flatMap((browser) => {
    const first = lacks(browser);
    const excused = first === 'never' && browser in SAME && !lacks(SAME[browser]);
    return first && !excused ? [`${browser} ${first}`] : [];
  });
};

/** Every path below `api` and `javascript.builtins` that ends with a member of this name. */
export const members = (() => {
  const found = new Map();
  const note = (name, path) => found.set(name, [...(found.get(name) ?? []), path]);
  const each = (node, path) => {
    for (const key of Object.keys(node)) {
      if (key === '__compat') continue;
      note(key, `${path}.${key}`);
      if (path === 'javascript.builtins' || path === 'api' || path.endsWith('.Intl')) each(node[key], `${path}.${key}`);
    }
  };
  each(data.api, 'api');
  each(data.javascript.builtins, 'javascript.builtins');
  // A style is set by the names of properties, which the data has as those of sheets.
  const style = (name) => `css.properties.${name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase())}`;
  return (name) => (found.get(name) ?? []).flatMap((path) => (/^api\.CSS\w+Descriptors\./.test(path) ? (at(style(name)) ? [style(name)] : []) : [path]));
})();
