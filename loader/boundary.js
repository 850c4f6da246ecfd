/**
 * The boundary between the panel and its page: what a visitor does with the keys, the pointer and the focus in
 * <leeward-help> is not the page's to take. Brought by load.js at the first sign of intent.
 *
 * Events leave a shadow root with <leeward-help> as their target (DOM, 2.5, retargeting), so a handler of the page that
 * spares fields, or leaves what is in its own dialog alone, takes ours for the page at large. Such handlers mostly listen
 * on `document`, many in the capture phase, before any element hears anything. Only `window` comes earlier, so that is
 * where this file listens. What the browser itself does (writing, choosing, scrolling) doesn't depend on who hears it.
 *
 * Shortcuts with modifiers, and every key and click elsewhere, remain the page's.
 */

const TYPED = 'textarea, select, input:not([type="radio"], [type="checkbox"])';

/** Which keys a control uses, beside a field that is typed into. @type {[string, RegExp][]} */
const USED = [
  ['[type="radio"]', /^( |Enter|Arrow.+)$/],
  ['button, summary, [type="checkbox"]', /^( |Enter)$/],
  ['a[href]', /^Enter$/],
];

/** Keys that do nothing by themselves, and those of the browser. Shift is the quick exit's, too. */
const NOBODYS = /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|F\d+)$/;

/** What one does to a text with a modifier held. */
const EDITING = /^([acvxyz]|Backspace|Delete|Insert|Home|End|Arrow.+)$/i;

/** Browsers that don't know it have no modal dialog that isn't simply open. */
const MODAL = CSS.supports('selector(:modal)') ? ':modal' : '[open]';

/** On these, Option writes signs such as € and the at sign. */
const isApple = /^(Mac|iP)/.test(navigator.platform);

const isElement = (node) => node instanceof Element;

/**
 * Where in an element of ours an event comes from: the target, the shadow root, and what is open around it. Children
 * that the page has put between the tags count while they are in the panel.
 */
const source = (event) => {
  const path = event.composedPath();
  const at = path.findIndex((node) => node.localName === 'leeward-help');
  const root = path[at - 1];
  if (at < 1 || root !== path[at].shadowRoot) return undefined;
  const inside = path.slice(0, at - 1);
  const dialog = inside.find((node) => node.localName === 'dialog' && node.id === 'panel');
  return { target: path[0], host: path[at], root, inside, dialog, floats: Boolean(dialog) || inside.some((node) => /^(launcher|banner)$/.test(node.id)) };
};

/** The focus falls on the page's body when somebody clicks beside the controls of a modal dialog. */
const fromBody = ({ target }) => {
  if (target !== document.body && target !== document.documentElement) return undefined;
  for (const host of document.querySelectorAll('leeward-help')) {
    const root = host.shadowRoot;
    const dialog = root?.querySelector(`dialog#panel${MODAL}`);
    if (dialog && !document.querySelector(`dialog${MODAL}`)) return { target: dialog, host, root, inside: [dialog], dialog, floats: true };
  }
  return undefined;
};

/** AltGr writes, and so does Option. Windows says that AltGr is Control and Alt. */
const isShortcut = (event) => {
  const { altKey, ctrlKey, metaKey } = event;
  if (event.getModifierState?.('AltGraph') || (isApple && altKey && !ctrlKey && !metaKey)) return false;
  return altKey || ctrlKey || metaKey;
};

/** Whether a key that is pressed down is for the panel. */
const isOurs = (event, { target, dialog }) => {
  const { key, isComposing } = event;
  const isTyped = target.matches(TYPED);
  if (isComposing) return true;
  if (NOBODYS.test(key)) return false;
  if (isShortcut(event)) return isTyped && EDITING.test(key);
  // A page below a modal dialog is out of reach, with its shortcuts, too.
  if (dialog?.matches(MODAL)) return true;
  if (key === 'Escape' || key === 'Tab') return Boolean(dialog);
  return isTyped || USED.some(([control, keys]) => keys.test(key) && target.closest(control));
};

/** Has what is inside hear of an event that comes no further. One that isn't composed ends at the shadow root. */
const retell = (event, { root, inside }) => {
  const { type, key, code, shiftKey, isComposing, relatedTarget } = event;
  const init = { bubbles: true, cancelable: event.cancelable };
  // No event of the keyboard's own kind: some browsers would act on that a second time.
  const copy = type === 'input' ? new InputEvent(type, init) : Object.assign(new Event(type, init), { key, code, shiftKey, isComposing, relatedTarget });
  inside.find((node) => node.getRootNode() === root).dispatchEvent(copy);
  if (copy.defaultPrevented) event.preventDefault();
};

/** The keys that are held down and ours: whoever has heard the press is the one who hears the rest. No Set: a page may have broken it. */
const held = Object.create(null);

const pressed = (event) => {
  const { type, code, key } = event;
  const name = code || key;
  /** @type {any} */
  const from = source(event) ?? fromBody(event);
  if (type === 'keydown') {
    held[name] = from && isOurs(event, from);
  }
  if (!held[name]) return;
  event.stopPropagation();
  if (type === 'keydown') retell(event, from);
  if (type === 'keyup') held[name] = false;
};

/** The clipboard, what an input method composes, and what pages forbid with `return false` so that nothing is copied. */
const kept = (event) => source(event) && event.stopPropagation();

/** The smart layer and the outbox hear what is typed. */
const typed = (event) => {
  const from = source(event);
  if (!from) return;
  event.stopPropagation();
  retell(event, from);
};

/** A page that holds the focus in a dialog of its own would take it back, and the press that gave it. */
const hidden = (event) => source(event)?.floats && event.stopPropagation();

const focused = (event) => {
  const from = source(event);
  if (!from?.dialog) return;
  event.stopPropagation();
  retell(event, from);
};

const POWERS = ['preventDefault', 'stopPropagation', 'stopImmediatePropagation'];

/** What we have to hear itself passes by the page, which for so long can do nothing to it. */
const disarm = (event) => {
  for (const power of POWERS) Object.defineProperty(event, power, { value() {}, configurable: true });
};

const rearm = (event) => {
  for (const power of POWERS) delete event[power];
};

const returned = (event) => {
  if (source(event)?.dialog) event.stopPropagation();
  else disarm(event);
};

const passing = (event) => {
  const from = source(event);
  if (!from?.floats) return;
  const { type } = event;
  disarm(event);
  from.root.addEventListener(type, rearm, { capture: true, passive: true });
  from.root.addEventListener(type, returned, { passive: true });
};

const listen = (types, heard) => {
  for (const type of types) addEventListener(type, heard, { capture: true, passive: !/^key/.test(type) });
};

listen(['keydown', 'keypress', 'keyup'], pressed);
listen(['input'], typed);
listen(['beforeinput', 'compositionstart', 'compositionupdate', 'compositionend', 'copy', 'cut', 'paste', 'contextmenu', 'selectstart', 'dragstart'], kept);
listen(['mousedown', 'mouseup', 'touchstart', 'touchend'], hidden);
listen(['focusin'], focused);
listen(['focus'], (event) => source(event)?.dialog && event.stopPropagation());
listen(['click', 'auxclick', 'dblclick', 'pointerdown', 'pointerup', 'wheel', 'touchmove'], passing);

/**
 * A page that makes everything beside its own dialog inert takes a panel that isn't modal with it, and nobody could
 * close that. One that somebody is in becomes modal, which escapes (HTML, 6.3.2); one that opened by itself gives way.
 */
const free = (host, dialog) => {
  if (!dialog.open || dialog.matches(MODAL)) return;
  const root = host.shadowRoot;
  const focus = root.activeElement;
  if (!dialog.contains(focus)) return host.close();
  // close() would tell that the panel was closed.
  dialog.removeAttribute('open');
  dialog.showModal();
  focus.focus();
};

const isInert = (node) => isElement(node) && (node.closest('[inert]') !== null || isInert(/** @type {ShadowRoot} */ (node.getRootNode()).host));

const watch = (host) => {
  const dialog = host.shadowRoot?.querySelector('dialog#panel');
  if (!dialog?.open) return;
  const look = () => {
    // Whoever listens would not hear of it, however open it is.
    if (host.getAttribute('aria-hidden') === 'true') host.removeAttribute('aria-hidden');
    if (isInert(host)) free(host, dialog);
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, attributeFilter: ['inert', 'aria-hidden'] });
  host.addEventListener('leeward-close', () => observer.disconnect(), { once: true });
  look();
};

addEventListener('leeward-open', (event) => watch(event.composedPath()[0]), true);
for (const host of document.querySelectorAll('leeward-help')) watch(host);
