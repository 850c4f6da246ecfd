/**
 * What a playbook says of its display: on which pages and until when it holds, by what the panel opens by itself, and
 * what a banner has to say. display.js brings it for elements with the attribute `display`, and does the rest.
 *
 * The playbook is unchecked here: what can't be read is passed over, but for an end, without which it might hold for ever.
 */

/** Under this name the moment is kept at which somebody was shown or has closed something. It must never change. */
const KEY = 'leeward-display';
const DAY = 24 * 3600e3;

const list = (value) => (Array.isArray(value) ? value : []);

/** Reads what has to do with the display. */
export const plan = (playbook, { own, isOn }) => {
  const display = own(playbook, 'display');
  const [starts, ends] = ['starts_at', 'expires_at'].map((name) => own(display, name));
  const pages = own(display, 'on_pages');
  return {
    mode: own(display, 'mode'),
    corner: own(display, 'corner'),
    ...memory(own(display, 'once_per'), (element) => isOn(element, 'remember')),
    /** Whether it holds now, and here. */
    holds: () =>
      (starts === undefined || Date.now() >= Date.parse(starts)) &&
      (ends === undefined || Date.now() < Date.parse(ends)) &&
      (pages === undefined || list(pages).some(isHere)),
    /** The notice, as long as it holds, and the number to call. */
    banner: (outline, locale) => ({ notice: notice(outline, own, locale), address: phone(outline, own, locale) }),
    /** Calls `act` at the first of the signs, once. */
    arm(signal, act) {
      let seen = false;
      const first = () => {
        if (!seen) unlessBusy(signal, act);
        seen = true;
      };
      arm(own(display, 'open_when'), own, signal, first);
    },
  };
};

/** Lays the element out, and opens the panel by itself, as the plan says: now, and after each navigation within the page. */
export const follow = (view, { wanted, lay, mayShow, openByItself }) => {
  const { element, plan, waiting } = view;
  let arming = new AbortController();
  const disarm = () => arming.abort();
  const open = () => {
    disarm();
    if (element.isConnected && plan.holds() && !view.dialog.open) openByItself(view);
  };
  const turn = () => {
    disarm();
    // An application that has thrown the element away is left alone.
    if (!element.isConnected) return waiting.abort();
    lay(view, plan.holds() ? wanted : 'popup');
    if (wanted !== 'popup' || !mayShow(view)) return;
    arming = new AbortController();
    plan.arm(arming.signal, open);
  };
  const { signal } = waiting;
  signal.addEventListener('abort', disarm);
  element.addEventListener('leeward-open', disarm, { signal });
  navigations(signal, turn);
  turn();
};

/** What is remembered where the site allows it, by the attribute `remember`: for the visit, or for a day. */
const memory = (oncePer, remembers) => ({
  /** Something opened by itself, or was closed, which holds for the visit at least. */
  remember(element, closed) {
    if (!remembers(element) || !(closed || /^(visit|day)$/.test(oncePer))) return;
    store('sessionStorage');
    if (oncePer === 'day') store('localStorage');
  },
  mayShow: (element) =>
    !remembers(element) || !(stored('sessionStorage') || (oncePer === 'day' && Date.now() - stored('localStorage') < DAY)),
});

/** Storage that is denied throws; then nothing is remembered. */
const stored = (storage) => {
  try {
    return Number(globalThis[storage].getItem(KEY));
  } catch {
    return 0;
  }
};

const store = (storage) => {
  try {
    globalThis[storage].setItem(KEY, String(Date.now()));
  } catch {}
};

/** The address of the page is as it was typed: with or without a slash at its end, and in signs of every script. */
const isHere = (pattern) => {
  const path = decoded(location.pathname).replace(/\/+$/, '');
  return typeof pattern === 'string' && [path, path + '/'].some((form) => fits(decoded(pattern), form));
};

const decoded = (path) => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** Whether a path fits a pattern, in which `*` stands for anything. No expression: some would take for ever. */
const fits = (pattern, path) => {
  const [start, ...parts] = pattern.split('*');
  const end = parts.pop();
  if (end === undefined) return path === pattern;
  let place = path.startsWith(start) ? start.length : Infinity;
  for (const part of parts) {
    const found = path.indexOf(part, place);
    place = found < 0 ? Infinity : found + part.length;
  }
  return path.endsWith(end) && place <= path.length - end.length;
};

/** Without the Navigation API only the way back and fragments are noticed: nobody may rewrite a page's history. */
const navigations = (signal, act) => {
  const { navigation } = /** @type {any} */ (globalThis);
  if (navigation) return navigation.addEventListener('currententrychange', act, { signal });
  for (const type of ['popstate', 'hashchange']) addEventListener(type, act, { signal });
};

const arm = (when, own, signal, act) => {
  const seconds = own(when, 'after_seconds');
  if (seconds > 0) {
    // A longer time than timers can count would be over at once.
    const timer = setTimeout(act, Math.min(seconds, 3600) * 1e3);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
  const percent = own(when, 'scrolled_percent');
  if (percent > 0) {
    const scrolled = () => {
      const { scrollTop, clientHeight, scrollHeight } = document.scrollingElement ?? document.documentElement;
      if (scrollTop > 0 && 100 * (scrollTop + clientHeight) >= percent * scrollHeight) act();
    };
    addEventListener('scroll', scrolled, { signal, passive: true });
    scrolled();
  }
  if (own(when, 'leaving') === true) {
    // A pointer that leaves by the upper edge is on its way to the tabs, or to the address.
    const left = (event) => event.clientY <= 0 && act();
    document.documentElement.addEventListener('mouseleave', left, { signal });
  }
};

/** Nobody is interrupted while writing, or shown something in a tab that lies behind. */
const unlessBusy = (signal, act) => {
  if (signal.aborted) return;
  const again = (target, type) => target.addEventListener(type, () => setTimeout(() => unlessBusy(signal, act)), { signal, once: true });
  if (document.hidden) return again(document, 'visibilitychange');
  if (document.activeElement?.matches('input, select, textarea, iframe, [contenteditable]')) return again(globalThis, 'focusout');
  act();
};

const notice = ({ playbook, text }, own, locale) => {
  const block = own(playbook, 'notice');
  const end = own(block, 'expires_at');
  return end === undefined || Date.now() < Date.parse(end) ? text(own(block, 'text'), { locale }) : undefined;
};

/** The first number that is answered day and night, in the visitor's language. */
const phone = ({ playbook }, own, locale) => {
  const channels = Object.values(Object(own(playbook, 'channels')));
  const isOne = (channel) => {
    const languages = own(channel, 'languages');
    return own(channel, 'kind') === 'phone' && own(channel, 'always') === true && (!Array.isArray(languages) || languages.includes(locale));
  };
  const address = own(channels.find(isOne), 'address');
  return /^\+?\d([ -]?\d){1,14}(;ext=\d{1,7})?$/.test(address) ? address : undefined;
};
