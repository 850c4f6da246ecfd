/**
 * The control room: changes a visitor's world by hand, so that one sees the real element adapt to it. It stands in for
 * what surrounds the element on a customer's page (its network, clock, live chat and status feed), on this page alone, and
 * uses nothing of Leeward but the element.
 */

import { FEEDS } from './feeds.js';

/** Nothing lies there: this page answers for both. */
const FEED = '/demo/control-room/status.json';
const PLAYBOOK = '/demo/control-room/playbook.json';

const form = /** @type {HTMLFormElement} */ (document.getElementById('world'));
const says = document.getElementById('says');
const standIn = document.getElementById('stand-in');
// Some browsers keep what was chosen when a page is loaded again.
form.reset();
const chosen = (name) => form.elements[name].value;

/** The visitor's clock. */
let ahead = 0;
const Real = Date;
const now = () => Real.now() + ahead;
globalThis.Date = new Proxy(Real, {
  construct: (target, values, made) => Reflect.construct(target, values.length ? values : [now()], made),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

/** Minutes pass in a second, so that nobody has to wait for what comes of their choice. */
const hurried = (delay) => (delay >= 300e3 ? 20e3 : delay >= 30e3 ? 1e3 : delay);
const { setTimeout: wait, setInterval: repeat } = globalThis;
globalThis.setTimeout = (act, delay, ...values) => wait(act, hurried(delay), ...values);
globalThis.setInterval = (act, delay, ...values) => repeat(act, hurried(delay), ...values);

/** The visitor's network. */
const isOffline = () => chosen('network') === 'offline';
Object.defineProperty(navigator, 'onLine', { get: () => !isOffline() });

/** The playbook of a payment company, with the feed and the live chat of this page. */
const playbook = async () => {
  const made = await (await fetch('/playbooks/outage.json')).json();
  made.status = { url: FEED, about: [{ component: 'Payments', when: { question: 'topic', is: 'charged' } }] };
  made.channels.support_chat.vendor = 'intercom';
  // Here the chat is for whoever was charged, so that its state is seen on the same way as the incident.
  for (const route of made.routes) {
    if (route.id === 'refund') Object.assign(route, { first: ['support_chat', 'refund_page'], second: ['refund_page', 'message_form'], because: undefined });
  }
  return Response.json(made);
};

const feed = (signal) => {
  const answer = FEEDS[chosen('feed')](Date.now());
  if (answer === undefined) {
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  }
  if (typeof answer === 'number') return new Response('', { status: answer });
  return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
};

const { fetch } = globalThis;
globalThis.fetch = async (request, options) => {
  if (isOffline()) throw new TypeError('The visitor is offline');
  const { origin, pathname } = new URL(String(request?.url ?? request), location.href);
  const isOurs = origin === location.origin;
  if (isOurs && pathname === PLAYBOOK) return playbook();
  if (isOurs && pathname === FEED) return feed(options?.signal);
  const method = request?.method ?? options?.method ?? 'GET';
  // What is tried out here reaches nobody.
  if (method !== 'GET') return new Response(null, { status: 204 });
  return fetch(request, options);
};

/** A live chat as its maker describes it: `showNewMessage` opens it, and whoever asked by `onShow` is told. */
let askedFor = 0;
const listeners = [];
const messenger = (command, value) => {
  if (command === 'onShow') listeners.push(value);
  if (command !== 'showNewMessage') return;
  standIn.hidden = false;
  for (const hear of listeners) hear();
};
const chat = () => {
  askedFor ||= Real.now();
  return {
    whole: messenger,
    late: Real.now() - askedFor > 2e3 ? messenger : undefined,
    // A stub takes every call, and nothing comes of it.
    blocked: () => {},
    throwing: () => {
      throw new Error('The live chat is broken');
    },
    absent: undefined,
  }[chosen('chat')];
};
Object.defineProperty(globalThis, 'Intercom', { configurable: true, get: chat });

const show = () => {
  const answer = FEEDS[chosen('feed')](Date.now());
  says.textContent =
    answer === undefined ? 'Nothing; it never answers.' : typeof answer === 'object' ? JSON.stringify(answer, null, 2) : String(answer);
};

/** Puts a fresh element in place, as if somebody else had come. */
const arrive = () => {
  const at = chosen('moment');
  ahead = at ? new Real(at).getTime() - Real.now() : 0;
  standIn.hidden = true;
  const element = document.querySelector('leeward-help');
  const fresh = element.cloneNode(true);
  element.replaceWith(fresh);
  show();
};

const change = ({ target: { name } }) => {
  askedFor = 0;
  if (name === 'network') dispatchEvent(new Event(isOffline() ? 'offline' : 'online'));
  if (name === 'moment') arrive();
  show();
};

form.addEventListener('change', change);
form.addEventListener('submit', (event) => event.preventDefault());
// The fields have their first values only after the event.
form.addEventListener('reset', () => wait(arrive));
document.querySelector('[data-do="arrive"]').addEventListener('click', arrive);
document.querySelector('[data-do="hang-up"]').addEventListener('click', () => (standIn.hidden = true));
show();
