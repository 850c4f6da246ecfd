/**
 * Where the help stands on its page: as the popup, as a part of the page (`inline`, `page`), or as a slim banner.
 * load.js brings it for elements with `mode` or `display`, and when the address ends with #leeward. When it opens by
 * itself, on which pages and until when, is triggers.js's business.
 *
 * Panel, launcher and words are leeward.js's; here they are put elsewhere. A part of the page can't be a dialog, so a
 * section takes the dialog's place, with its content, and with as much of its behaviour as leeward.js relies on.
 */

/** What the files that are asked for here must be. A release fills it in. */
const INTEGRITY = { __proto__: null };

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
dialog#panel[data-aside] { z-index: 9999; }
:is(#launcher, dialog#panel)[data-start] { inset-inline: 24px auto; }
section#panel:not([open]) {
  display: flex !important; position: static; inline-size: auto; block-size: auto; max-inline-size: 760px; min-block-size: 600px; padding: 0;
  border: 1px solid var(--leeward-hair); border-radius: 16px; box-shadow: none;
}
section#panel[data-reserved] { min-block-size: inherit; }
section#panel[data-mode="page"] { min-block-size: 100vh; max-inline-size: none; }
section#panel #close, section#panel[data-asks] > slot { display: none; }
section#panel > slot { display: block; flex: none; padding: 8px 20px; }
section#panel > slot::slotted(a) { display: block; padding-block: 10px; color: var(--leeward-accent) !important; font-weight: 600; }
section#panel > #smart:empty { flex: none; } section#panel:not([data-lists]) > #contacts { display: none; }
section#panel :is(.scroll, .step, #contacts) { overscroll-behavior: auto; }
section#panel[data-mode="page"] { padding: 4px 24px 16px; border: 0; overflow: visible; }
section#panel[data-mode="page"] > * { flex: none; padding-inline: 0; }
section#panel[data-mode="page"] > :not(#smart, #contacts) { grid-column: 1 / -1; }
section#panel[data-mode="page"] > header { margin-block-end: 20px; }
section#panel[data-mode="page"] h2 { font-size: xx-large; }
section#panel[data-mode="page"] > #smart:not(:empty) { min-block-size: 520px; border: 1px solid var(--leeward-hair); border-radius: 16px; background: var(--leeward-paper); overflow: hidden; }
section#panel[data-mode="page"][data-lists] > #contacts[hidden] { display: block !important; }
section#panel[data-welcome] > #contacts[hidden] [data-urgent] { display: none; }
@media (min-width: 900px) {
  section#panel[data-mode="page"][data-smart] { display: grid !important; grid-template: auto auto 1fr / minmax(0, 3fr) minmax(0, 2fr); align-items: start; column-gap: 48px; }
}
#banner {
  display: flex; align-items: center; gap: 4px 20px; box-sizing: border-box; min-block-size: 64px; padding: 4px 12px 4px 20px; padding-inline: 20px 12px;
  border-block-end: 1px solid var(--leeward-hair); background: var(--leeward-surface); color: var(--leeward-ink);
  font: medium/1.35 var(--leeward-font, system-ui, sans-serif); line-break: strict; overflow-wrap: anywhere; hyphens: auto;
}
#banner p { display: -webkit-box; flex: 1; margin: 0; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
#banner a, #banner ::slotted(a) {
  display: flex; align-items: center; min-block-size: 44px; padding: 0; color: var(--leeward-accent) !important; font-weight: 650; line-height: 1.3; overflow-wrap: anywhere; text-underline-offset: 3px;
}
#banner ::slotted(:not(:first-child)) { display: none !important; }
#banner a { flex-shrink: 0; max-inline-size: 55%; } #banner bdi { hyphens: manual; }
#banner #launcher { position: static; max-inline-size: 50%; min-block-size: 44px; margin-inline-start: auto; padding: 4px 16px; border-radius: 12px; box-shadow: none; line-height: 1.3; text-align: center; text-wrap: balance; } #banner #launcher svg { display: none; }
#dismiss { flex: none; margin: 0; padding: 10px; border: 0; border-radius: 50%; background: none; color: var(--leeward-soft, inherit); cursor: pointer; }
#dismiss:hover { color: inherit; background: var(--leeward-hair); } #dismiss svg { display: block; inline-size: 24px; fill: none; stroke: currentColor; stroke-width: 2; }
#said { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 720px) { #banner p { display: none; } } @media print { #banner #launcher, #dismiss { display: none; } }
@media (max-width: 480px) {
  #banner { gap: 4px 8px; padding-inline: 16px 4px; } #banner #launcher { padding-inline: 12px; }
  dialog#panel[data-aside] { block-size: 70%; } dialog#panel[data-start] { inset-inline: 0; }
  section#panel[data-mode="page"] { padding-inline: 0; }
  section#panel[data-mode="page"] > :not(#smart) { padding-inline: 20px; }
}
`);

/** Nothing is kept free for what nobody sees. A morph would take a style of the element's own away. */
const nothing = new CSSStyleSheet();
nothing.replaceSync(':host { min-block-size: 0 !important; }');

/** How each element stands on the page now. @type {WeakMap<Element, any>} */
const views = new WeakMap();

/** Whoever has closed something is not shown it again: on this page always, in this visit where the site remembers. */
let dismissed = false;

/** Lays an element out as its attributes say, and has it follow its playbook where they ask for it. */
export const display = async (element, safe) => {
  const view = views.get(element) ?? see(element, safe);
  view.undo();
  view.mode = '';
  view.waiting.abort();
  const { signal } = (view.waiting = new AbortController());
  const mode = (view.wish = wish(view));
  const follows = safe.isOn(element, 'display');
  if (mode === 'popup' || !follows) lay(view, mode);
  addEventListener('click', ({ target }) => isOurs(target, element) && reveal(view), { signal });
  await somebody();
  if (location.hash === '#leeward' && !signal.aborted) {
    lay(view, mode);
    reveal(view);
  }
  await rest();
  if (follows && !signal.aborted) await follow(view, mode, signal);
};

const see = (element, safe) => {
  const root = element.shadowRoot;
  const find = (selector) => root.querySelector(selector);
  const said = make('div', { id: 'said', role: 'status' });
  /** @type {any} */
  const view = { element, safe, root, said, launcher: find('#launcher'), dialog: find('#panel'), contacts: find('#contacts'), slot: find('slot'), undo() {}, waiting: new AbortController() };
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  root.append(said);
  // A dialog that isn't modal hears nothing of Escape; keys outside of it are the page's.
  view.dialog.addEventListener('keydown', ({ key, isComposing }) => key === 'Escape' && !isComposing && view.dialog.matches('[data-aside]') && element.close());
  element.addEventListener('leeward-close', () => {
    if (view.mode === 'popup') dismiss(view);
    // Only a modal dialog gives the focus back by itself.
    if (view.dialog.contains(root.activeElement)) view.launcher.focus();
  });
  views.set(element, view);
  return view;
};

const wish = ({ element, safe }) => {
  const mode = safe.isOn(element, 'mode') ? element.getAttribute('mode') : 'popup';
  if (LAYOUTS[mode]) return mode;
  console.warn(`Leeward: there is no mode "${mode}"; write popup, inline, banner or page`);
  return 'popup';
};

/** Nothing is taken from under somebody's hands. */
const lay = (view, mode) => {
  const wanted = mode === 'banner' && !mayShow(view) ? 'popup' : mode;
  if (wanted === view.mode || view.root.querySelector('#panel').matches('dialog[open]:not([data-aside]), :focus-within')) return;
  view.undo();
  view.mode = wanted;
  view.undo = LAYOUTS[wanted](view);
};

/** Where something else was to stand, the children do; nothing is left of a banner that somebody has closed. */
const popup = ({ element, root, safe, wish, launcher, contacts, slot }) => {
  const staying = new AbortController();
  launcher.hidden = false;
  if (wish === 'popup' || dismissed) contacts.append(slot);
  else safe.stay(element, staying.signal);
  if (wish === 'banner' && dismissed) root.adoptedStyleSheets = [...root.adoptedStyleSheets, nothing];
  return () => {
    staying.abort();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== nothing);
  };
};

const inPage = (view) => {
  const { element, safe, dialog, slot, launcher } = view;
  const section = make('section', { id: 'panel', part: 'panel', 'aria-labelledby': 'title', 'data-mode': view.mode, tabindex: '-1' });
  const close = () => {
    if (!section.open) return;
    section.open = false;
    dialog.dispatchEvent(new Event('close'));
  };
  Object.assign(section, { open: false, showModal: () => (section.open = true), close });
  // What a site reserves for it is known before any script has come, so that nothing below it moves.
  section.toggleAttribute('data-reserved', parseFloat(getComputedStyle(element).minBlockSize) > 0);
  launcher.hidden = true;
  staysBehind(view);
  section.addEventListener('focusin', () => comesForward(view), { once: true });
  dialog.replaceWith(section);
  section.append(...dialog.children);
  section.firstChild.after(slot);
  const tell = tells(section);
  safe.swap(section);
  // In an article it grows only by what the visitor does; until then it scrolls.
  if (view.mode === 'inline') section.style.blockSize = getComputedStyle(section).minBlockSize;
  section.addEventListener('click', () => (section.style.blockSize = ''), { once: true });
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    rest().then(() => loaded(view)).then(() => section.isConnected && element.open());
  }, { rootMargin: '50%' });
  observer.observe(section);
  return () => {
    observer.disconnect();
    tell.disconnect();
    comesForward(view);
    section.close();
    section.replaceWith(dialog);
    dialog.append(...section.children);
    safe.swap(dialog);
  };
};

/** What stands in a section, in attributes of its own: Firefox before 121 has no `:has()`. */
const tells = (section) => {
  const has = (selector) => Boolean(section.querySelector(selector));
  const tell = () => {
    section.toggleAttribute('data-smart', has('.smart'));
    section.toggleAttribute('data-asks', has('#smart:not([hidden]) > .smart'));
    section.toggleAttribute('data-lists', has('#contacts li'));
    section.toggleAttribute('data-welcome', has('[data-step="welcome"]'));
  };
  const observer = new MutationObserver(tell);
  observer.observe(section, { childList: true, subtree: true, attributeFilter: ['hidden', 'data-step'] });
  tell();
  return observer;
};

/** Loads what is needed, as pointing at the launcher does. Until then the children are better than a list that would go away again. */
const loaded = async ({ element, root, launcher }) => {
  if (root.querySelector('.smart')) return;
  launcher.dispatchEvent(new Event('pointerenter'));
  await new Promise((/** @type {(value?: any) => void} */ resume) => {
    const watch = new MutationObserver(() => root.querySelector('.smart') && (watch.disconnect(), resume()));
    watch.observe(root, { childList: true, subtree: true });
    next(element, 'leeward-error').then(resume);
    setTimeout(resume, 5e3);
  });
};

const banner = (view) => {
  const { element, safe, root, dialog, slot, launcher } = view;
  const words = make('p', {});
  const number = make('a', {});
  const away = make('button', { id: 'dismiss', part: 'dismiss', type: 'button' }, root.querySelector('#close svg').cloneNode(true));
  const bar = make('section', { id: 'banner', part: 'banner', 'aria-labelledby': 'title' }, words, number, slot, launcher, away);
  const speak = () => {
    const { notice, address = '' } = view.plan?.banner(view.outline, view.outline.negotiate(safe.wishes())) ?? {};
    const known = safe.words[safe.language([dialog.lang])];
    words.textContent = notice?.words || known?.contacts_title || '';
    words.lang = notice?.lang ?? dialog.lang;
    bar.dir = dialog.dir;
    away.setAttribute('aria-label', known?.close ?? root.querySelector('#close').getAttribute('aria-label'));
    number.href = `tel:${address.replaceAll(/[ -]/g, '').replace(';ext=', ',')}`;
    number.replaceChildren(make('bdi', { translate: 'no' }, address.replace(';ext=', ' ext. ')));
    number.hidden = !address;
    slot.hidden = Boolean(address);
  };
  const speaking = new MutationObserver(speak);
  speaking.observe(dialog, { attributeFilter: ['lang'] });
  launcher.hidden = false;
  dialog.before(bar);
  speak();
  // Nothing has been loaded yet, so that the panel speaks a language of ours.
  if (!root.querySelector('.smart')) safe.labels(dialog.lang)?.then(speak, () => {});
  away.addEventListener('click', () => {
    dismiss(view);
    lay(view, 'popup');
    launcher.focus();
  });
  return () => {
    speaking.disconnect();
    slot.hidden = false;
    dialog.after(launcher);
    bar.remove();
  };
};

const LAYOUTS = { __proto__: null, popup, inline: inPage, page: inPage, banner };

/** leeward.js opens the first element of a page for such a link. */
const isOurs = (target, element) => target.closest?.('[href$="#leeward"]') && document.querySelector('leeward-help') === element;

/** Shows what a link to #leeward stands for, wherever it is. */
const reveal = ({ element, root }) => {
  element.open();
  const panel = root.querySelector('section#panel');
  panel?.scrollIntoView();
  panel?.focus({ preventScroll: true });
};

/** leeward.js gives the contact list's heading the focus; what nobody has asked for must not get it. */
const staysBehind = ({ root }) => root.querySelector('#contacts h3').removeAttribute('tabindex');

const comesForward = ({ root }) => root.querySelector('#contacts h3').setAttribute('tabindex', '-1');

/** What opens by itself is no modal and leaves the focus where it is; a dialog's show() would move it. */
const openByItself = (view) => {
  const { element, dialog, said, root, plan } = view;
  plan.remember(element, false);
  dialog.showModal = () => (dialog.open = true);
  dialog.setAttribute('data-aside', '');
  staysBehind(view);
  dialog.addEventListener('close', () => dialog.removeAttribute('data-aside'), { once: true });
  for (const type of ['focusin', 'close']) dialog.addEventListener(type, () => comesForward(view), { once: true });
  element.open();
  delete dialog.showModal;
  said.textContent = root.querySelector('#title').textContent;
};

/** Does what the playbook says in `display`; without it, what the attributes say. */
const follow = async (view, mode, signal) => {
  const { element, safe } = view;
  const url = new URL(element.getAttribute('playbook') ?? '', location.href).href;
  try {
    const [source, triggers] = await Promise.all([
      safe.once(`display of ${url}`, () => safe.read(safe.ask(url), safe.isOn(element, 'offline'))),
      safe.once('triggers.js', () => safe.bring('triggers.js', INTEGRITY['triggers.js']).response),
    ]);
    if (signal.aborted) return;
    const outline = safe.outline(source);
    view.outline = await safe.translated(outline, outline.negotiate(safe.wishes()), safe.isOn(element, 'offline'));
    if (signal.aborted) return;
    view.plan = triggers.plan(source.playbook, safe);
    for (const part of [view.launcher, view.dialog]) part.toggleAttribute('data-start', view.plan.corner === 'start');
    const wanted = safe.isOn(element, 'mode') || !LAYOUTS[view.plan.mode] ? mode : view.plan.mode;
    triggers.follow(view, { wanted, lay, mayShow, openByItself });
  } catch (/** @type {any} */ error) {
    console.warn(`Leeward: ${error?.message ?? error}. What the playbook says in "display" is not followed`);
    if (!signal.aborted) lay(view, mode);
  }
};

const dismiss = ({ element, plan }) => {
  dismissed = true;
  plan?.remember(element, true);
};

const mayShow = ({ element, plan }) => !dismissed && (plan?.mayShow(element) ?? true);

/** @returns {Promise<any>} */
const next = (target, type) => new Promise((resume) => target.addEventListener(type, resume, { once: true }));

/** A page that was made ready beforehand waits until somebody looks at it. */
const somebody = async () => {
  if (/** @type {any} */ (document).prerendering) await next(document, 'prerenderingchange');
};

/** The page comes first. Safari has no idle callback. */
const rest = async () => {
  await somebody();
  if (document.readyState !== 'complete') await next(globalThis, 'load');
  await new Promise((resume) => ('requestIdleCallback' in globalThis ? requestIdleCallback(resume, { timeout: 2e3 }) : setTimeout(resume, 200)));
};

/** @returns {any} */
const make = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};
