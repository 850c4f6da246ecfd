/**
 * What a vulnerable library lets an attacker write: properties that every object then seems to have. They are names
 * of a playbook's fields, of options of fetch(), and of what Leeward's own objects have.
 */
const DIGEST = `sha384-${'A'.repeat(64)}`;

Object.assign(Object.prototype, {
  endpoint: 'https://evil.example.test/endpoint',
  href: 'https://evil.example.test/href',
  url: 'https://evil.example.test/url',
  address: '+10000000000',
  number: '10000000000',
  kind: 'phone',
  name: 'Evil',
  always: true,
  hours: 'evil',
  integrity: DIGEST,
  method: 'PUT',
  mode: 'same-origin',
  cache: 'only-if-cached',
  redirect: 'error',
  keepalive: true,
  code: 'panic',
  details: 'Evil',
  playbook: '/evil.json',
  locale: 'hi',
  en: 'Evil',
});

/** Objects would have themselves as properties, and nobody could list them, a debugger included: these are hidden. */
const hidden = {
  launcher: { text: 'Evil' },
  theme: { brand: '#ff0000' },
  emergency: { text: 'Evil', lines: [{ name: 'Evil', number: '10000000000' }] },
  labels: { start: 'Evil' },
};
for (const name of Object.keys(hidden)) Object.defineProperty(Object.prototype, name, { __proto__: null, value: hidden[name] });
