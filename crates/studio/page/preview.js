/**
 * The studio's preview: the real element, with a playbook that is being written.
 *
 * The element asks for its playbook as on any page, and gets what the studio has sent last. While only words change, the
 * visitor stays where they are: the object that the element holds is filled anew, and the element is asked to translate.
 * What a visitor would send or follow goes nowhere.
 */

/** Nothing lies there: the playbook is answered for by this page. */
const ADDRESS = new URL('draft.json', location.href).href;

/** What can't change below an open panel, so that the element begins afresh. */
const FIXED = ['version', 'locales', 'translations', 'theme', 'exit', 'display'];

let text = '';
/** What the element has made of the text. @type {any} */
let held;
let rounds = 0;
/** @type {HTMLElement | undefined} */
let element;

const { fetch } = globalThis;
globalThis.fetch = (request, options) => {
  const url = String(request?.url ?? request);
  if (url.startsWith(ADDRESS)) return Promise.resolve(new Response(text));
  const method = request?.method ?? options?.method ?? 'GET';
  // A message that is tried out reaches nobody.
  if (method !== 'GET') return Promise.resolve(new Response(null, { status: 204 }));
  return fetch(request, options);
};

const { parse } = JSON;
JSON.parse = (given, ...rest) => {
  const value = parse(given, ...rest);
  if (given === text) held = value;
  return value;
};

/** Whoever is writing in the studio keeps the focus, whatever appears here. */
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (...options) {
  if (document.hasFocus()) focus.apply(this, options);
};

const differs = (one, other, name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]);

const begin = async (locale) => {
  held = undefined;
  if (element) {
    element.setAttribute('locale', locale);
    element.setAttribute('playbook', `${ADDRESS}?${++rounds}`);
    return;
  }
  element = document.createElement('leeward-help');
  for (const [name, value] of Object.entries({ mode: 'inline', locale, playbook: ADDRESS })) element.setAttribute(name, value);
  document.body.append(element);
  await import('../leeward/leeward.js');
};

/** The same visitor, in a playbook that has changed. */
const refill = (locale) => {
  for (const name of Object.keys(held)) delete held[name];
  Object.assign(held, parse(text));
  element.setAttribute('locale', locale);
  // A change of the launcher's words has everything said anew. There is no launcher here.
  element.setAttribute('label', `${++rounds}`);
};

let spoken = '';

addEventListener('message', ({ origin, source, data }) => {
  if (origin !== location.origin || source !== parent || typeof data?.text !== 'string') return;
  const { locale } = data;
  if (data.text === text && locale === spoken) return;
  const next = parse(data.text);
  text = data.text;
  const chosen = locale !== spoken ? locale : (element?.getAttribute('locale') ?? locale);
  spoken = locale;
  if (held && !FIXED.some((name) => differs(held, next, name))) refill(chosen);
  else begin(chosen);
});

// A link would lead out of the frame, or to a phone.
addEventListener('click', (event) => event.composedPath().some((node) => node instanceof HTMLAnchorElement) && event.preventDefault());

parent.postMessage('waiting', location.origin);
