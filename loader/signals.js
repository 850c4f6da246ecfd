/**
 * Signals for the site's own statistics: what happens in <leeward-help>, as ids, to where the site says. A page that
 * wants them brings this file by itself; nothing of Leeward asks for it. docs/signals.md has the table of events.
 *
 * It reads no words, stores nothing, and asks nobody for anything but the site's own endpoint, if one is named.
 */

/** How the page asks for this file: `signals.js?to=dataLayer,matomo&beacon=/events&consent=wait&steps=no`. */
const wishes = new URL(import.meta.url).searchParams;
const targets = (wishes.get('to') ?? '').split(/[\s,]+/);

/** All that is ever passed on of an event. An error's message has addresses in it, so it isn't here. */
const IDS = ['step', 'question', 'route', 'best', 'second', 'channel', 'kind', 'vendor', 'outcome', 'code'];
const EVENTS = ['open', 'step', 'route', 'contact', 'chat', 'message', 'error', 'close'];

/** What waits for the visitor's consent; more than this says nothing new. */
const MOST_HELD = 500;

/** As many lines as are sent at once. */
const BATCH = 20;

/** Of this page view, and nowhere but in memory. */
const session = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** @type {any} */
const page = window;

/** Each tool as its maker documents it, queue or function. @type {Record<string, (name: string, ids: Record<string, string>) => void>} */
const TOOLS = {
  // Tag Manager remembers a value until it is replaced, so each push replaces all of them.
  dataLayer: (name, ids) =>
    (page.dataLayer ??= []).push({ event: name, ...Object.fromEntries(['locale', ...IDS].map((id) => [`leeward_${id}`, ids[id]])) }),
  gtag: (name, ids) => page.gtag?.('event', name, ids),
  matomo: (name, ids) => {
    const said = IDS.filter((id) => ids[id]).map((id) => `${id}=${ids[id]}`);
    (page._paq ??= []).push(['trackEvent', 'Leeward', name, ...(said.length ? [said.join(' ')] : [])]);
  },
  plausible: (name, ids) => page.plausible?.(name, { props: ids }),
  posthog: (name, ids) => page.posthog?.capture?.(name, ids),
};

/** Lines that are still to be sent. @type {string[]} */
let lines = [];

const send = () => {
  const [body, to] = [lines.join(''), wishes.get('beacon')];
  lines = [];
  if (!body || !to) return;
  const url = new URL(to, location.href).href;
  // Without cookies, which sendBeacon() would add; a browser that can't keep a request alive has nothing else.
  if (!('keepalive' in Request.prototype)) return navigator.sendBeacon(url, new Blob([body], { type: 'text/plain' }));
  const headers = { 'content-type': 'text/plain' };
  fetch(url, { method: 'POST', body, headers, mode: 'no-cors', keepalive: true, credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(() => {});
};

/** Whatever a tool does with it, the page and the visitor go on. */
const safely = (act) => {
  try {
    act();
  } catch (error) {
    console.warn('Leeward: a signal was lost', error);
  }
};

/** A polluted Object.prototype adds nothing to own properties. */
const own = (object, key) => Object.getOwnPropertyDescriptor(object, key)?.value;

const deliver = ({ at, event, ids }) => {
  for (const target of targets) {
    if (own(TOOLS, target)) safely(() => TOOLS[target](event.replace('-', '_'), ids));
  }
  if (!wishes.get('beacon')) return;
  // What inherits nothing has no `toJSON` that a page's library may have given to every object.
  lines.push(JSON.stringify({ __proto__: null, version: 1, session, at, event, ...ids }) + '\n');
  if (lines.length >= BATCH) safely(send);
};

/** May be sent, may not, or nobody has said so yet. @type {boolean | undefined} */
let consent = wishes.get('consent') !== 'wait' || document.documentElement.dataset.leewardConsent === 'yes' || undefined;

/** @type {any[]} */
let held = [];

const pass = (signal) => {
  if (consent) deliver(signal);
  else if (consent === undefined && held.length < MOST_HELD) held.push(signal);
};

document.addEventListener('leeward-consent', (event) => {
  consent = /** @type {CustomEvent} */ (event).detail === true;
  const waiting = held;
  held = [];
  if (consent) waiting.forEach(deliver);
  else lines = [];
});

/** Elements that are looked at already. */
const known = new WeakSet();

/** Tells, as an event of the element, which step is shown and what became of a message; the engine has no event for it. */
const watch = (element) => {
  const root = element.shadowRoot;
  if (!root || known.has(element)) return;
  known.add(element);
  const tell = (type, detail) => element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  let [shown, became] = ['', ''];
  const look = () => {
    // At the first sign of intent, questions are made ready in a closed panel.
    if (!root.querySelector('#panel')?.open) return;
    const list = root.querySelector('#contacts:not([hidden])');
    const step = root.querySelector('#smart:not([hidden]) [data-step]');
    const ids = list ? { step: 'list' } : step ? { step: step.dataset.step, ...(step.dataset.question && { question: step.dataset.question }) } : undefined;
    const now = ids ? `${ids.step} ${ids.question}` : shown;
    const outcome = root.querySelector('#smart:not([hidden]) :is([data-outcome=sent], [data-outcome=failed], [data-outcome=unknown])')?.dataset.outcome ?? '';
    const [isNew, isDone] = [now !== shown, outcome && outcome !== became];
    [shown, became] = [now, outcome];
    if (isNew) tell('leeward-step', ids);
    if (isDone) tell('leeward-message', { outcome });
  };
  new MutationObserver(look).observe(root, {
    subtree: true,
    childList: true,
    attributeFilter: ['hidden', 'data-step', 'data-question', 'data-outcome'],
  });
  element.addEventListener('leeward-open', () => {
    shown = '';
    // What was shown last time is put away in the same moment.
    queueMicrotask(look);
  });
};

for (const name of EVENTS) {
  document.addEventListener(`leeward-${name}`, (event) =>
    safely(() => {
      const [element] = /** @type {any[]} */ (event.composedPath());
      const { detail } = /** @type {CustomEvent} */ (event);
      const given = Object(detail);
      const ids = Object.fromEntries(IDS.map((id) => [id, own(given, id)]).filter(([, value]) => typeof value === 'string'));
      const locale = element.shadowRoot?.querySelector('#panel')?.lang;
      pass({ at: Date.now(), event: event.type, ids: { ...(locale && { locale }), ...ids } });
    }),
  );
}

if (wishes.get('steps') !== 'no') {
  for (const element of document.querySelectorAll('leeward-help')) watch(element);
  // In the capture phase, so that an element that has just come is watched before it hears of its own opening.
  document.addEventListener('leeward-open', (event) => safely(() => watch(event.composedPath()[0])), true);
}

// A page that is left for good may hear nothing but these. One that comes back asks for consent anew.
addEventListener('pagehide', () => {
  held = [];
  safely(send);
});
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && safely(send));
