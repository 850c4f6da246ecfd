/**
 * The demo bar: changes the playbook and the language, and keeps both in the address (?playbook=outage&locale=ja).
 * A stand-in for what a customer's own page does; it uses nothing of Leeward but the element and open().
 */

import { COPY } from './copy.js';

/** Ways to make contact that each organisation would paste between the tags, by playbook. */
const PLAYBOOKS = {
  'service-crisis': { phone: '+81 3-0000-0119', mail: 'help@example.test' },
  outage: { phone: '+44 20 7946 0101', mail: 'support@example.test' },
  disaster: { phone: '+81 3-0000-0201', mail: 'townhall@example.test' },
  hardship: { phone: '+81 3-0000-0310', mail: 'advice@example.test' },
  health: { phone: '+91 80 0000 0108', mail: 'desk@example.test' },
};

const LOCALES = ['en', ...Object.keys(COPY)];
const RIGHT_TO_LEFT = ['ar'];

/** What data-copy and its kin fill in an element. */
const TARGETS = {
  copy: (node, text) => (node.textContent = text),
  copyAlt: (node, text) => (node.alt = text),
  copyLabel: (node, text) => node.setAttribute('aria-label', text),
};

const query = new URLSearchParams(location.search);

/** Anything but a value of a closed list is ignored: an address must not choose files or words. */
const chosen = (name, allowed) => (allowed.includes(query.get(name)) ? query.get(name) : allowed[0]);

const state = { playbook: chosen('playbook', Object.keys(PLAYBOOKS)), locale: chosen('locale', LOCALES) };

/** The English of the page itself, read before anything changes it. */
const english = new Map();

const eachCopy = (act) => {
  for (const [kind, fill] of Object.entries(TARGETS)) {
    const attribute = kind.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
    for (const node of document.querySelectorAll(`[data-${attribute}]`)) act(node, node.dataset[kind], fill, kind);
  }
};

const currentText = (node, kind) => (kind === 'copyAlt' ? node.alt : kind === 'copyLabel' ? node.getAttribute('aria-label') : node.textContent);

const readEnglish = () => {
  eachCopy((node, name, _fill, kind) => english.set(name, currentText(node, kind)));
  english.set('title', document.title);
  english.set('launcher', document.querySelector('leeward-help').getAttribute('label'));
};

const say = (name) => COPY[state.locale]?.[name] ?? english.get(name);

const press = (name) => {
  for (const button of document.querySelectorAll(`[data-${name}]`)) {
    button.setAttribute('aria-pressed', String(button.dataset[name] === state[name]));
  }
};

const remember = () => {
  press('playbook');
  press('locale');
  history.replaceState(null, '', `?${new URLSearchParams(state)}${location.hash}`);
};

const help = () => document.querySelector('leeward-help');

const speak = () => {
  document.documentElement.lang = state.locale;
  document.documentElement.dir = RIGHT_TO_LEFT.includes(state.locale) ? 'rtl' : 'ltr';
  document.title = say('title');
  eachCopy((node, name, fill) => fill(node, say(name)));
  help().setAttribute('locale', state.locale);
  if (state.playbook === 'service-crisis') help().setAttribute('label', say('launcher'));
};

const link = (href, text) => Object.assign(document.createElement('a'), { href, textContent: text });

/** Puts a fresh element in place, as if another page had been opened. */
const replaceElement = () => {
  const { phone, mail } = PLAYBOOKS[state.playbook];
  const fresh = document.createElement('leeward-help');
  fresh.setAttribute('playbook', `/playbooks/${state.playbook}.json`);
  fresh.append(link(`tel:${phone.replaceAll(/[ -]/g, '')}`, `${phone} (24 h)`), link(`mailto:${mail}`, mail));
  help().replaceWith(fresh);
};

const onClick = ({ target }) => {
  const { playbook, locale } = target.closest('button')?.dataset ?? {};
  if (locale) {
    state.locale = locale;
    speak();
    remember();
  }
  if (playbook) {
    state.playbook = playbook;
    replaceElement();
    speak();
    remember();
    help().open();
  }
};

readEnglish();
if (state.playbook !== 'service-crisis') replaceElement();
if (query.has('playbook') || query.has('locale')) {
  speak();
  remember();
}
document.querySelector('.demo-bar').addEventListener('click', onClick);
// Whoever has chosen a language in the panel can still choose the page's in the bar: each press there is a new wish then.
addEventListener('leeward-language', ({ detail }) => help().setAttribute('locale', detail.locale));
