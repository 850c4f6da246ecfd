/**
 * The studio's preview: the real element, with a playbook that is being written, for a visitor whom the studio names.
 *
 * The element asks for its playbook as on any page, and gets what the studio has sent last. While only words change, the
 * visitor stays where they are: the object that the element holds is filled anew, and the element is asked to translate.
 * What a visitor would send or follow goes nowhere.
 *
 * Clock, time zone, live feed and connection are the visitor's. They are put in place before the element is loaded.
 */

/** Nothing lies there: playbook and feed are answered for by this page. */
const ADDRESS = new URL('draft.json', location.href).href;
const FEED = new URL('feed.json', location.href);

/** What can't change below an open panel, so that the element begins afresh. */
const FIXED = ['version', 'locales', 'translations', 'theme', 'exit', 'display', 'status'];

/**
 * The visitor: the moment at which they are there, in milliseconds, or null for now; their time zone, or null for the
 * author's; what works on the page (`whole`, `offline`, `bare`); what the feed says, or null; the links of the snippet; and
 * what they answer, as a question's id and the values of its field.
 * @type {{ at: number | null, zone: string | null, theme: string, page: string, feed: string | null, ways: string[][], path: [string, string[]][] }}
 */
let visitor = { at: null, zone: null, theme: 'own', page: 'whole', feed: null, ways: [], path: [] };

let text = '';
/** What the element is given: the text, with an address for the feed. */
let given = '';
/** What the element has made of it, in the languages that are read now. @type {any} */
let held;
/** The same in all languages. @type {any} */
let whole;
/** Whether the element has some of the languages only. */
let isNarrow = false;
/** Whether letters have been put in that `text` doesn't have. */
let isAhead = false;
let rounds = 0;
/** @type {HTMLElement | undefined} */
let element;

/** How far the visitor's clock is ahead of this device's, in milliseconds. */
let ahead = 0;
const { now } = Date;
Date.now = () => now() + ahead;
globalThis.Date = new Proxy(Date, {
  construct: (target, values, made) => Reflect.construct(target, values.length ? values : [Date.now()], made),
});

/** Formats by what they were made of. One takes a millisecond to make, and the same few are asked for at each letter. */
const formats = new Map();
const format = (target, [locales, options]) => {
  const zoned = { ...options, timeZone: options?.timeZone ?? visitor.zone ?? undefined };
  const key = JSON.stringify([locales, zoned]);
  if (!formats.has(key)) formats.set(key, new target(locales, zoned));
  return formats.get(key);
};
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: format,
  apply: (target, self, values) => format(target, values),
});

const isOffline = () => visitor.page === 'offline';
Object.defineProperty(navigator, 'onLine', { get: () => !isOffline() });

const { fetch } = globalThis;
globalThis.fetch = (request, options) => {
  if (isOffline()) return Promise.reject(new TypeError('The visitor is offline'));
  const url = String(request?.url ?? request);
  if (url.startsWith(ADDRESS)) return Promise.resolve(new Response(given));
  if (url === FEED.href) return Promise.resolve(new Response(visitor.feed ?? '{ "version": 1, "channels": {} }'));
  const method = request?.method ?? options?.method ?? 'GET';
  // A message that is tried out reaches nobody.
  if (method !== 'GET') return Promise.resolve(new Response(null, { status: 204 }));
  return fetch(request, options);
};

const { parse } = JSON;
JSON.parse = (json, ...rest) => {
  const value = parse(json, ...rest);
  if (json === given) held = value;
  return value;
};

/** Whoever is writing in the studio keeps the focus, whatever appears here. */
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (...options) {
  if (document.hasFocus()) focus.apply(this, options);
};

/** A playbook as this visitor gets it. A feed that it names would tell of the real channels, so this page answers for it. */
const served = () => {
  const playbook = parse(text);
  if (playbook.status || visitor.feed) playbook.status = { url: FEED.pathname };
  return playbook;
};

const differs = (one, other, name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]);

const link = ([href, words]) => Object.assign(document.createElement('a'), { href, textContent: words });

const begin = async (locale) => {
  clearTimeout(resting);
  held = undefined;
  if (visitor.page === 'bare') {
    element = undefined;
    document.body.replaceChildren(...visitor.ways.map(link));
    return;
  }
  whole = served();
  isNarrow = false;
  given = JSON.stringify(whole);
  const playbook = `${ADDRESS}?${++rounds}`;
  if (element) {
    element.setAttribute('locale', locale);
    element.setAttribute('playbook', playbook);
    element.replaceChildren(...visitor.ways.map(link));
  } else {
    element = document.createElement('leeward-help');
    for (const [name, value] of Object.entries({ mode: 'inline', locale, playbook })) element.setAttribute(name, value);
    element.replaceChildren(...visitor.ways.map(link));
    document.body.replaceChildren(element);
    await import('../leeward/leeward.js');
  }
  walk(rounds);
};

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];

const isLine = (value) => typeof value === 'string' || Object.keys(Object(value)).every((name) => PLURALS.includes(name));

/** A part of a playbook with its texts in some of its languages. */
const spokenIn = (kept, locales, value) => {
  if (Array.isArray(value)) return value.map((part) => spokenIn(kept, locales, part));
  if (typeof value !== 'object' || !value) return value;
  const entries = Object.entries(value);
  const isText = entries.every(([name, line]) => locales.includes(name) && isLine(line));
  if (isText) return Object.fromEntries(entries.filter(([name]) => kept.includes(name)));
  return Object.fromEntries(entries.map(([name, part]) => [name, spokenIn(kept, locales, part)]));
};

const fill = (next) => {
  for (const name of Object.keys(held)) delete held[name];
  Object.assign(held, next);
};

/** After this rest, in milliseconds, the visitor may choose another language. */
const REST = 400;
let resting = 0;

/**
 * The element is given what is read now and not every language, while somebody writes: reading eight takes eight times
 * as long, at each letter.
 */
const narrow = (locale) => {
  const locales = [whole.locales].flat();
  fill(spokenIn([locales[0], locale], locales, whole));
  isNarrow = true;
};

const rest = () => {
  if (held) fill(whole);
  isNarrow = false;
  given = JSON.stringify(whole);
};

/** The same visitor, in a playbook that has changed. */
const say = (locale) => {
  clearTimeout(resting);
  resting = setTimeout(rest, REST);
  // A change of the launcher's words has everything said anew. There is no launcher here.
  const [name, value] = element.getAttribute('locale') === locale ? ['label', `${++rounds}`] : ['locale', locale];
  element.setAttribute(name, value);
};

/** Puts a string in another one's place. Nothing happens where none was. */
const put = (playbook, path, words) => {
  const last = path.at(-1);
  const part = path.slice(0, -1).reduce((part, step) => part?.[step], playbook);
  if (typeof part?.[last] === 'string') part[last] = words;
};

/** How long it is waited between two looks at what the element shows, in milliseconds. */
const MOMENT = 30;

/** Goes the visitor's way, until another one begins. */
const walk = async (round) => {
  const shown = async (is) => {
    while (round === rounds) {
      const form = element?.shadowRoot?.querySelector('.smart form');
      if (form && is(form.dataset)) return form;
      await new Promise((resolve) => setTimeout(resolve, MOMENT));
    }
  };
  const { path } = visitor;
  if (!path.length) return;
  (await shown(({ step }) => step === 'welcome'))?.querySelector('[type=submit]').click();
  for (const [question, values] of path) {
    const form = await shown((data) => data.question === question);
    if (form) answer(form, values);
  }
};

const answer = (form, values) => {
  const fields = [...form.elements].filter(({ name }) => name === 'answer');
  const unsure = form.querySelector('[data-action=not_sure]');
  if (values[0] === 'not_sure' && unsure) return unsure.click();
  for (const field of fields) {
    if (/^(radio|checkbox)$/.test(field.type)) field.checked = values.includes(field.value);
    else if (field.type !== 'hidden') field.value = values[0];
  }
  const ranking = form.querySelector('.ranking');
  ranking?.append(...values.map((id) => [...ranking.children].find(({ dataset }) => dataset.option === id)));
  form.querySelector('[type=submit]').click();
};

let spoken = '';

let pointing = false;

/** The innermost element in which some words stand, where the visitor can see it. */
const innermost = (words) => {
  const all = [...(element?.shadowRoot?.querySelectorAll('.smart *') ?? [])];
  const plain = (text) => text.replace(/\s+/gu, ' ').trim();
  return all.findLast((one) => plain(one.textContent).includes(plain(words)) && (one.checkVisibility?.() ?? one.getClientRects().length > 0));
};

/** What the studio tells, by the `kind` of its messages. */
const heard = {
  pointing({ on }) {
    pointing = on;
    document.documentElement.toggleAttribute('data-pointing', on);
  },
  mark({ text: words }) {
    const found = words && innermost(words);
    if (!found) return;
    found.scrollIntoView({ block: 'nearest' });
    found.animate([{ outline: '3px solid #d97706', outlineOffset: '3px' }, { outline: '3px solid #d9770600', outlineOffset: '3px' }], 1600);
  },
  visitor(data) {
    const wasThere = visitor.at;
    visitor = data;
    if (data.at !== wasThere) ahead = data.at === null ? 0 : data.at - now();
    document.documentElement.dataset.theme = data.theme;
    if (text) begin(spoken);
  },
  playbook(data) {
    const { locale } = data;
    if (data.text === text && locale === spoken && !isAhead) return;
    text = data.text;
    isAhead = false;
    const chosen = locale !== spoken ? locale : (element?.getAttribute('locale') ?? locale);
    spoken = locale;
    const next = served();
    if (!held || FIXED.some((name) => differs(whole, next, name))) return begin(chosen);
    const isSaid = chosen === element.getAttribute('locale') && JSON.stringify(whole) === JSON.stringify(next);
    if (isSaid) return;
    whole = next;
    narrow(chosen);
    say(chosen);
  },
  letter({ path, text: words }) {
    if (!held || FIXED.includes(path[0])) return;
    isAhead = true;
    const locale = element.getAttribute('locale');
    put(whole, path, words);
    if (isNarrow) put(held, path, words);
    else narrow(locale);
    say(locale);
  },
};

addEventListener('message', ({ origin, source, data }) => {
  if (origin === location.origin && source === parent && Object.hasOwn(heard, data?.kind)) heard[data.kind](data);
});

// A sentence leads to where it is written: any one while the author points, else those that are nothing to press.
addEventListener(
  'click',
  (event) => {
    const path = event.composedPath();
    const [target] = path;
    if (!event.isTrusted || !(target instanceof Element)) return;
    const isPressable = path.some((node) => node instanceof Element && node.matches('a, button, input, select, textarea, label, summary'));
    if (isPressable && !pointing) return;
    if (pointing) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    parent.postMessage({ kind: 'pointed', text: target.textContent.trim() }, location.origin);
  },
  true,
);

// What is shown here speaks the language that was chosen in it, also while somebody writes.
addEventListener('leeward-language', ({ detail }) => element?.setAttribute('locale', detail.locale));

// A link would lead out of the frame, or to a phone.
addEventListener('click', (event) => event.composedPath().some((node) => node instanceof HTMLAnchorElement) && event.preventDefault());

parent.postMessage({ kind: 'waiting' }, location.origin);
