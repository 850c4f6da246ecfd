/** Dialogs of the page that keep everything else away, by the names under which a test opens them. */
const held = document.querySelector('#held');
const help = document.querySelector('leeward-help');
const wishes = new URLSearchParams(location.search);
for (const name of ['mode', 'display', 'playbook']) if (wishes.has(name)) help.setAttribute(name, wishes.get(name));
if (wishes.get('mode') === 'banner') document.body.prepend(help);

globalThis.ended = [];
const trap = (options = {}) => focusTrap.createFocusTrap(held, { onDeactivate: () => ended.push('focus-trap'), ...options }).activate();

globalThis.holds = {
  'focus-trap': trap,
  'focus-trap that gives way to a click beside it': () => trap({ clickOutsideDeactivates: true }),
  Bootstrap: () => {
    const modal = document.querySelector('#modal');
    modal.addEventListener('hidden.bs.modal', () => ended.push('Bootstrap'));
    new bootstrap.Modal(modal).show();
  },
  // As Headless UI and Radix do it: all else is inert, hidden from assistive technology, and a press there is the end.
  'an inert page': () => {
    const app = document.querySelector('#app');
    app.inert = true;
    app.ariaHidden = help.ariaHidden = 'true';
    for (const type of ['pointerdown', 'mousedown', 'focusin']) document.addEventListener(type, ({ target }) => held.contains(target) || ended.push(type));
  },
  // As older libraries do it, by the focus on its way down.
  'a focus that is taken back': () => {
    for (const type of ['focus', 'focusin']) {
      document.addEventListener(type, (event) => {
        if (held.contains(event.target)) return;
        event.stopImmediatePropagation();
        held.querySelector('button').focus();
      }, true);
    }
  },
};
