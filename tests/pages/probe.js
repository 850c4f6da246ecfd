/**
 * Runs before everything else in every page of a test: remembers what must not happen (or must happen, in the
 * case of signals), and finds elements inside the shadow root for the harness.
 */
(() => {
  const seen = { errors: [], violations: [], console: [], signals: [] };
  // An error that somebody has dealt with is prevented, by a listener that may come after this one.
  const unlessDealtWith = (event, message) => setTimeout(() => event.defaultPrevented || seen.errors.push(message));
  addEventListener('error', (event) => unlessDealtWith(event, String(event.message ?? event.type)));
  addEventListener('unhandledrejection', (event) => unlessDealtWith(event, `unhandled: ${event.reason}`));
  addEventListener('securitypolicyviolation', (event) => {
    seen.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
  for (const level of ['error', 'warn']) {
    const original = console[level];
    console[level] = (...words) => {
      seen.console.push(words.map(String).join(' '));
      original.apply(console, words);
    };
  }
  for (const type of ['open', 'close', 'route', 'contact', 'error']) {
    addEventListener(`leeward-${type}`, ({ detail }) => seen.signals.push({ type: `leeward-${type}`, detail: detail ?? null }));
  }

  const root = () => document.querySelector('leeward-help')?.shadowRoot;
  const all = (selector) => [...(root()?.querySelectorAll(selector) ?? [])];
  globalThis.probe = {
    seen,
    all,
    /** The first element of a selector that can be seen; the children of the element count as well. */
    find: (selector) => {
      const children = [...document.querySelectorAll(`leeward-help > ${selector}`)].filter((child) => child.assignedSlot);
      return [...all(selector), ...children].find((element) => element.checkVisibility({ visibilityProperty: true }));
    },
    /** The element with the focus, wherever it is. */
    active: () => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active;
    },
    /** An element in a few words, for messages. */
    name: (element) => {
      if (!element) return 'nothing';
      const attributes = [...element.attributes].filter(({ name }) => /^(id|name|value|href|role|data-.*)$/.test(name));
      return element.localName + attributes.map(({ name, value }) => `[${name}="${value}"]`).join('');
    },
    /** What the visitor has before their eyes, for messages. */
    describe: () => {
      const panel = root()?.querySelector('#panel');
      if (!panel) return 'no element';
      const step = all('[data-step]')[0];
      return `${panel.open ? 'open' : 'closed'}, ${probe.name(step)}, focus on ${probe.name(probe.active())}\n${panel.innerText}`;
    },
  };
})();
