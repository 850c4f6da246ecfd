/**
 * Leeward's safe layer: <leeward-help>, its launcher, panel and lifecycle: all that is loaded before a visitor shows
 * intent. load.js judges and reads what comes then; questions are widget.js's, the contact list is contacts.js's.
 */

/** The launcher's words. What else is said in a language comes with its file in labels/, at the first sign of intent. */
const HELP = {
  __proto__: null,
  en: 'Get help', ja: 'お困りの方へ', hi: 'मदद', zh: '帮助', 'zh-Hant': '協助', ko: '도움받기', ar: 'مساعدة', he: 'עזרה',
  fa: 'کمک', ur: 'مدد', bn: 'সাহায্য', es: 'Ayuda', fr: 'Aide', de: 'Hilfe', pt: 'Ajuda', id: 'Bantuan', vi: 'Trợ giúp',
};

/** Files of labels/ that have come. @type {Record<string, any>} */
const words = { __proto__: null, en: { lang: 'en', close: 'Close', loading: 'Loading', contacts_title: 'How to reach us' } };

/** Where the other files are, seen from this one, and what those that are asked for here must be. A release fills them in. */
const FOLDER = './';
const INTEGRITY = { __proto__: null };

/** Safari before 16.4 can't make sheets: there they are elements, as far as a page's policy lets them. */
const shares = document.adoptedStyleSheets;

/** @returns {any} */
const makeSheet = () => {
  if (shares) return new CSSStyleSheet();
  const style = document.createElement('style');
  return Object.assign(style, { replaceSync: (text) => (style.textContent = text) });
};

const sheet = makeSheet();
sheet.replaceSync(`
:host {
  all: initial; display: contents; color-scheme: inherit;
  --leeward-brand: #0b5c58; --leeward-on-brand: #fff;
  --leeward-accent: light-dark(var(--leeward-brand), color-mix(in oklab, var(--leeward-brand), #fff 65%));
  --leeward-ink: light-dark(#17201f, #f3f1ec); --leeward-paper: light-dark(#fdfcfa, #161b1a);
  --leeward-surface: light-dark(#f4f2ec, #212827); --leeward-hair: light-dark(#e3e0d8, #343d3b);
  --leeward-focus: light-dark(#0a3f8f, #ffd54a);
}
:host([hidden]:not([hidden="false" i])), [hidden], #panel:not([open]) { display: none !important; }
#launcher, #panel {
  all: initial; color-scheme: inherit; letter-spacing: inherit; word-spacing: inherit;
  position: fixed; inset-block: auto 24px; inset-inline: auto 24px; box-sizing: border-box; overflow-wrap: anywhere; hyphens: auto; hyphenate-limit-chars: 14 5;
  font: medium/1.5 var(--leeward-font, system-ui, sans-serif);
}
#launcher {
  z-index: 9999; display: flex; align-items: center; gap: 8px; min-block-size: 52px; max-inline-size: 90%; padding: 8px 20px;
  border: 2px solid; border-radius: 26px; background: var(--leeward-brand); color: var(--leeward-on-brand);
  font-weight: 600; cursor: pointer; box-shadow: 0 4px 24px #0005;
}
#panel {
  display: flex; flex-direction: column; overflow: hidden; border: 1px solid var(--leeward-hair); border-radius: 16px;
  inline-size: min(420px, 100% - 48px); block-size: min(680px, 100% - 48px);
  background: var(--leeward-paper); color: var(--leeward-ink); box-shadow: 0 16px 64px #0006;
}
@supports not (color: light-dark(red, red)) {
  :host {
    --leeward-accent: var(--leeward-brand);
    --leeward-ink: #17201f; --leeward-paper: #fdfcfa;
    --leeward-surface: #f4f2ec; --leeward-hair: #e3e0d8;
    --leeward-focus: #0a3f8f;
  }
  #panel { color-scheme: light; }
}
bdi { hyphens: manual; }
#launcher[data-away] { inset-block: 24px auto; }
#launcher > * { pointer-events: none; }
[open] + #launcher { visibility: hidden; }
::backdrop { background: #10181780; }
:focus-visible { outline: 3px solid var(--leeward-focus) !important; outline-offset: 2px; }
[tabindex] { outline: 0 !important; }
svg { display: block; inline-size: 24px; flex: none; fill: none; stroke: currentColor; stroke-width: 2; }
header { display: flex; align-items: center; padding: 8px; padding-inline-start: 20px; border-block-end: 1px solid var(--leeward-hair); }
h2 { flex: 1; max-block-size: 3.9em; margin: 0; overflow: auto; font-size: large; line-height: 1.3; }
#close { flex: none; padding: 10px; border: 0; border-radius: 50%; background: none; color: inherit; cursor: pointer; }
#status { padding-inline: 20px; }
#contacts { flex: 1; overflow: auto; overscroll-behavior: contain; padding: 16px 20px; }
#contacts h3 { margin: 0 0 12px; font-size: x-large; line-height: 1.3; }
#contacts a, #contacts ::slotted(a) { display: block; padding-block: 10px; color: var(--leeward-accent) !important; font-weight: 600; }
@media (max-width: 480px) {
  #panel { inset-block: auto 0; inset-inline: 0; inline-size: 100%; block-size: 92%; border-radius: 16px 16px 0 0; padding-block-end: env(safe-area-inset-bottom); }
}
@media print { #launcher { display: none; } }
`);

/** Filled with widget.css when it has come. */
const smartSheet = makeSheet();

/** Half-written state: after a panic nobody may call the WebAssembly instance. */
let dead = false;

/** Changes the address of a retry, as an engine may remember a failed import(). */
let failures = 0;

/** No Map: a page may have broken it. @type {Record<string, Promise<any>>} */
const asked = Object.create(null);

const beside = (name) => new URL(FOLDER + name, import.meta.url).href;

/** Failures are told where they are awaited. */
const quiet = (promise) => (promise.catch(() => {}), promise);

/** fetch() would read its options from a polluted Object.prototype, too. @returns {any} */
const ask = (url, integrity = '') => {
  /** @type {any} */
  const options = { __proto__: null, credentials: 'omit', referrerPolicy: 'no-referrer', cache: integrity ? 'default' : 'no-cache', integrity };
  return { url, integrity, response: quiet(fetch(url, options)) };
};

/** import() runs whatever comes, so a script with an integrity is imported after a preload that has found it whole. */
const bring = (name, integrity = INTEGRITY[name]) => {
  const url = beside(name + (failures ? '?' + failures : ''));
  const come = async () => {
    if (integrity) {
      // A policy may ask for the page's nonce, which import() takes from this script by itself.
      /** @type {HTMLElement | null} */
      const script = document.querySelector('script[nonce]');
      const link = make('link', { rel: 'modulepreload', href: url, integrity, nonce: script?.nonce ?? '' });
      await (link.relList.supports('modulepreload')
        ? new Promise((onload, onerror) => document.documentElement.append(Object.assign(link, { onload, onerror })))
        : // Safari 16 has no such preload, so there the file is checked, and then fetched again.
          ask(url, integrity).response
      ).finally(() => link.remove());
    }
    return import(url);
  };
  return { url, integrity, response: quiet(come()) };
};

/** Forgets a failure, so that a click tries again; the page's CSP never changes. */
const once = (name, make) => {
  const promise = (asked[name] ??= make());
  promise.catch((error) => {
    failures++;
    if (error?.code !== 'blocked') delete asked[name];
  });
  return promise;
};

/** load.js, with what it works with. */
const judge = () =>
  once('load.js', async () => {
    const { url, response } = bring('load.js');
    const module = await response.catch(() => {
      throw Error(url + ' is missing, changed or blocked; copy the folder as it is');
    });
    module.begin({ ask, bring, once, words, language, isOn });
    return module;
  });

/** The smart layer's mount(). */
const engine = () =>
  once('engine', async () => {
    // The baseline of docs/embed.md: below it nobody waits for what would be drawn wrong.
    if (!shares || !CSS.supports('container-type', 'size')) throw Object.assign(Error('this browser is too old for questions'), { code: 'old' });
    const glue = bring('widget.js');
    const wasm = ask(beside('widget_bg.wasm'), INTEGRITY['widget_bg.wasm']);
    return (await judge()).boot(glue, wasm, smartSheet);
  });

/** The language of the first wish that has built-in words. */
const language = (wishes) =>
  wishes.map((wish) => (/^zh-.*(hant|tw|hk|mo)/i.test(wish) ? 'zh-Hant' : wish.toLowerCase().split('-')[0])).find((tag) => HELP[tag]) ?? 'en';

/** @returns {any} */
const make = (tag, attributes, ...children) => {
  const node = document.createElementNS(`http://www.w3.org/${/svg|path/.test(tag) ? '2000/svg' : '1999/xhtml'}`, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};

/** Frameworks write `offline="false"` for what is off. */
const isOn = (element, name) => !/^false$/i.test(element.getAttribute(name) ?? 'false');

const icon = (d) => make('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, make('path', { d }));

export class LeewardHelp extends HTMLElement {
  static observedAttributes = ['playbook', 'locale', 'label'];

  /** Nothing asked for; under way; mounted; the next click tries again. @type {'idle' | 'loading' | 'ready' | 'failed'} */
  #state = 'idle';
  /** @type {any} */
  #mounted;
  /** @type {any} */
  #outline;
  /** contacts.js. @type {any} */
  #listing;
  /** The contact list stays: the visitor acted in it, or 3 s have passed. */
  #settled = false;
  #retried = false;
  #said = '';
  /** The visitor's choice, which no attribute has: a morph writes those anew. */
  #chosen = '';
  /** The attribute `locale`, as the page has last set it, and the page's language. */
  #wished = '';
  #lang = ' ';
  /** What is said in the language that the panel speaks. @type {any} */
  #words;
  #timers = [];
  #leaving = 0;
  #look = makeSheet();
  /** Filled by contacts.js. */
  #list = makeSheet();
  #label = make('span', {});
  #launcher = make('button', { id: 'launcher', part: 'launcher', 'aria-haspopup': 'dialog' }, icon('M4 5h16v11H10l-6 4z'), this.#label);
  #title = make('h2', { id: 'title' });
  #close = make('button', { id: 'close', part: 'close' }, icon('M6 6l12 12M18 6L6 18'));
  #status = make('div', { id: 'status', role: 'status' });
  #smart = make('div', {});
  #heading = make('h3', { tabindex: '-1' });
  #ways = make('ul', { role: 'list' });
  #slot = make('slot', {});
  #contacts = make('section', { id: 'contacts', part: 'contacts' }, this.#heading, this.#ways, this.#slot);
  #panel = make(
    'dialog',
    { id: 'panel', part: 'panel', 'aria-labelledby': 'title' },
    make('header', { part: 'header', role: 'none' }, this.#title, this.#close),
    this.#status,
    this.#smart,
    this.#contacts,
  );

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    if (shares) root.adoptedStyleSheets = [sheet, this.#look, smartSheet, this.#list];
    else root.append(sheet.cloneNode(true), this.#look, this.#list);
    root.append(this.#panel, this.#launcher);
    // A finger enters, too, before it presses.
    for (const intent of ['pointerenter', 'focus']) this.#launcher.addEventListener(intent, () => this.#state === 'idle' && this.#load());
    const acted = ({ type, target }) => (this.#settled ||= type !== 'focusin' || target !== this.#heading);
    for (const act of ['pointerdown', 'click', 'keydown', 'wheel', 'scroll', 'focusin']) this.#contacts.addEventListener(act, acted, { passive: true });
    this.#launcher.addEventListener('click', () => this.open());
    this.#close.addEventListener('click', () => this.close());
    this.#panel.addEventListener('close', this.#closed);
    this.addEventListener('leeward-language', (/** @type {any} */ { detail }) => {
      this.#chosen = `${detail?.locale}`;
      this.#translate();
    });
    this.#forget();
  }

  connectedCallback() {
    clearTimeout(this.#leaving);
    this.#heed();
    addEventListener('focusin', this.#makeRoom);
    // Until another layout has come, and if it never does, the children stand in their place.
    if (isOn(this, 'mode') || isOn(this, 'display') || location.hash === '#leeward') {
      this.#launcher.hidden = isOn(this, 'mode');
      this.shadowRoot?.append(this.#slot);
      judge().then((module) => module.display(this, (panel) => (this.#panel = panel), () => this.#wishes()), (error) => this.#report(error));
    }
  }

  /**
   * An open modal that was taken out and put back could not be opened again. What was mounted is held by listeners and
   * timers of its own: an element that doesn't come back within five minutes lets go of it.
   */
  disconnectedCallback() {
    removeEventListener('focusin', this.#makeRoom);
    this.close();
    this.#leaving = setTimeout(() => this.#forget(), 3e5);
  }

  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    if (name === 'playbook') this.#forget();
    // What was taken away, or set as it was, is no new wish.
    if (name === 'locale' && value && value !== this.#wished) {
      this.#wished = value;
      this.#chosen = '';
    }
    this.#translate();
  }

  open() {
    if (this.#panel.open || !this.isConnected) return;
    this.#heed();
    this.#panel.showModal();
    this.#emit('leeward-open');
    this.#begin();
  }

  close() {
    this.#panel.close();
  }

  #closed = () => {
    if (this.#panel.open) return;
    this.#rest();
    // The opener is gone, or (Safari) never had the focus.
    if (document.activeElement === document.body) this.#launcher.focus();
    this.#emit('leeward-close');
  };

  /** Shows what is ready, or the contact list after 1 s; after 3 s it stays. */
  #begin() {
    this.#rest();
    this.#settled = this.#retried = false;
    this.#smart.hidden = false;
    this.#contacts.hidden = true;
    this.#load();
    if (this.#state !== 'loading') return this.#arrive();
    // First before the list is shown, as what comes into it later moves what is there; the playbook may be late.
    for (const late of [0.5, 1, 2]) this.#after(late, () => this.#gather());
    this.#after(1, () => {
      this.#status.lang = this.#words.lang;
      if (this.#contacts.hidden) this.#status.textContent = this.#words.loading;
      this.#reach();
    });
    this.#after(3, () => {
      this.#settled = true;
      this.#status.textContent = '';
    });
  }

  async #load() {
    if (dead || this.#state === 'loading' || this.#state === 'ready') return;
    this.#state = 'loading';
    // A new playbook brings a new root, and what was under way for the old one ends unseen.
    const root = this.#smart;
    try {
      const mounting = engine();
      const file = ask(new URL(this.getAttribute('playbook') ?? '', location.href).href);
      const { outlines, labels } = await judge();
      const wanted = () => this.#negotiate();
      labels(this.#panel.lang).then(() => this.#settled || this.#speak(), () => {});
      for await (const outline of outlines(file, this, wanted, mounting)) {
        if (root !== this.#smart) return;
        this.#outline = outline;
        this.#look.replaceSync(outline.styles);
        if (!this.#settled) this.#speak();
      }
      const mount = await mounting;
      if (root !== this.#smart) return;
      this.#mounted = mount(root, this, this.#outline, wanted, (message) => this.#fail({ code: 'panic', message }));
      this.#state = 'ready';
      this.#arrive();
    } catch (error) {
      if (root === this.#smart) this.#fail(error);
    }
    this.#gather();
  }

  /** Lists the playbook's channels. They come after everything else, or when that takes long. */
  async #gather() {
    if (!this.#outline || this.#listing) return;
    try {
      this.#listing = await (await judge()).contacts(this.#list);
      if (!this.#settled) this.#speak();
    } catch {
      // What stands between the tags is there.
    }
  }

  /** Loading has ended, one way or the other. */
  #arrive() {
    if (!this.#panel.open) return;
    if (dead || this.#state !== 'ready') return this.#reach();
    if (!this.#contacts.hidden && this.#settled) return;
    this.#rest();
    this.#contacts.hidden = true;
    this.#smart.hidden = false;
    this.#mounted.show();
  }

  #reach() {
    this.#smart.hidden = true;
    if (!this.#contacts.hidden) return;
    this.#contacts.hidden = false;
    this.#speak();
    this.#heading.focus();
  }

  #fail(error) {
    if (dead) return;
    dead = error.code === 'panic';
    this.#state = 'failed';
    this.#status.textContent = '';
    this.#report(error);
    this.#arrive();
    if (this.#panel.open && !this.#retried && /^(http|network)$/.test(error.code)) {
      this.#retried = true;
      this.#after(1, () => this.#load());
    }
  }

  /** @param {any} error */
  async #report({ code = 'network', message, details }) {
    this.#emit('leeward-error', { code, message });
    if (code === this.#said) return;
    this.#said = code;
    console.error(`Leeward: ${message}${(await details) ?? ''}`);
  }

  /** Forgets all that belongs to the playbook. */
  #forget() {
    if (!dead) this.#mounted?.destroy();
    this.#mounted = this.#outline = this.#listing = undefined;
    this.#state = 'idle';
    const root = make('div', { id: 'smart' });
    this.#smart.replaceWith(root);
    this.#smart = root;
    if (this.#panel.open) this.#begin();
  }

  /** Changes the language; that of questions only when their words have come. */
  async #translate() {
    const mounted = this.#mounted;
    try {
      if (mounted && !dead) {
        const outline = await mounted.translate();
        if (mounted !== this.#mounted) return;
        this.#outline = outline;
      }
      this.#speak();
    } catch (error) {
      this.#report(error);
    }
  }

  /** The page's language as it is now, for heading and questions alike. */
  #heed() {
    if (this.#lang !== (this.#lang = document.documentElement.lang)) this.#translate();
  }

  /** PHP, Java and WordPress write `ja_JP`, and systems `ja_JP.UTF-8`. */
  #wishes() {
    const wishes = [this.#chosen, this.getAttribute('locale') ?? '', this.#lang, ...navigator.languages];
    return wishes.map((wish) => wish.replace(/[\W_]/g, '-'));
  }

  #negotiate() {
    const wishes = this.#wishes();
    return this.#outline?.negotiate(wishes) ?? language(wishes);
  }

  /** Puts every word in the visitor's language. */
  #speak() {
    const locale = (this.#panel.lang = this.#negotiate());
    const tag = language([locale]);
    const label = this.getAttribute('label');
    // Until a language's words have come, the close button is English, and the heading what is known of it.
    const said = (this.#words = { __proto__: null, ...words.en, contacts_title: HELP[tag], launcher: HELP[tag], ...words[tag], ...this.#outline?.said(locale) });
    this.#label.textContent = label ?? said.launcher;
    // A page's label is in its language.
    this.#label.lang = label ? document.documentElement.lang : locale;
    this.#title.textContent = said.name ?? this.#label.textContent;
    this.#close.setAttribute('aria-label', said.close);
    this.#heading.textContent = said.contacts_title;
    this.#ways.replaceChildren(...(this.#listing?.ways(this.#outline, locale, said, (detail) => this.#emit('leeward-contact', detail)) ?? []));
    this.#panel.dir = this.#launcher.dir = /^(ar|he|fa|ur|ps|sd|ug|yi|dv|ckb)\b/.test(locale) ? 'rtl' : 'ltr';
  }

  #after(seconds, act) {
    this.#timers.push(setTimeout(act, seconds * 1e3));
  }

  #rest() {
    this.#timers.splice(0).forEach(clearTimeout);
    this.#status.textContent = '';
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  /** The launcher never covers the control that has focus. */
  #makeRoom = ({ target }) => {
    // It doesn't run away from the finger that presses it, either.
    if (target === this) return;
    this.#launcher.removeAttribute('data-away');
    const [ours, theirs] = [this.#launcher, target].map((node) => node.getBoundingClientRect());
    const meet = theirs.bottom >= ours.top && theirs.right >= ours.left && theirs.left <= ours.right;
    this.#launcher.toggleAttribute('data-away', theirs.height < 200 && meet);
  };
}

// Where there are no dialogs, or nothing of 2021, the children stay.
if (self.HTMLDialogElement && CSS.supports('selector(:is(a))') && !customElements.get('leeward-help')) {
  customElements.define('leeward-help', LeewardHelp);
  // A link to #leeward, wherever it is on the page.
  addEventListener('click', (event) => {
    const help = /** @type {any} */ (event.target).closest?.('[href$="#leeward"]') && /** @type {any} */ (document.querySelector('leeward-help'));
    if (!help) return;
    help.open();
    event.preventDefault();
  });
}
