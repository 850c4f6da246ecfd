/** Natives as old frameworks, clumsy polyfills and debuggers leave them. The address says which: `?break=fetch`. */
const WAYS = {
  /** A monitor that loses every answer. */
  fetch: () => (globalThis.fetch = () => Promise.reject(new TypeError('broken fetch'))),
  /** A wrapper that forgets to hand on what it was given. */
  'fetch that answers nothing': () => (globalThis.fetch = () => undefined),
  /** JSON from the days before browsers had it. */
  JSON: () => (globalThis.JSON = { parse: () => ({}), stringify: () => 'broken' }),
  'JSON.parse that throws': () => {
    JSON.parse = () => {
      throw new Error('broken JSON.parse');
    };
  },
  /** Prototype.js 1.6 had other ideas of what reduce() is for. */
  'Array.prototype.reduce': () => (Array.prototype.reduce = () => 'broken'),
  Promise: () => {
    globalThis.Promise = class {
      constructor() {
        throw new Error('broken Promise');
      }
    };
  },
  Map: () => {
    globalThis.Map = class {
      constructor() {
        throw new Error('broken Map');
      }
    };
  },
  'Function.prototype.bind': () => (Function.prototype.bind = () => undefined),
  /** What Prototype.js 1.7.3 does to natives that pages of today use, as its source has it. */
  'Prototype.js': () => {
    Object.toJSON = (value) => (Array.isArray(value) ? `[${value.map(Object.toJSON).join(', ')}]` : value?.toJSON && typeof value !== 'object' ? value.toJSON() : JSON.stringify(value));
    Array.prototype.toJSON = function () {
      return `[${[...this].map(Object.toJSON).join(', ')}]`;
    };
    String.prototype.toJSON = function () {
      return `"${this}"`;
    };
    Array.from = globalThis.$A = (iterable) => {
      if (!iterable) return [];
      if ('toArray' in Object(iterable)) return iterable.toArray();
      let length = iterable.length || 0;
      const results = new Array(length);
      while (length--) results[length] = iterable[length];
      return results;
    };
    Object.assign(Array.prototype, {
      each(act, context) { this.forEach(act, context); return this; },
      toArray() { return [...this]; },
      entries() { return [...this]; },
      first() { return this[0]; },
      last() { return this[this.length - 1]; },
      clear() { this.length = 0; return this; },
      without(...values) { return this.filter((value) => !values.includes(value)); },
    });
    Object.assign(HTMLElement.prototype, {
      remove() { this.parentNode.removeChild(this); return this; },
      update(content) { this.textContent = content; return this; },
      show() { this.style.display = ''; return this; },
      hide() { this.style.display = 'none'; return this; },
      empty() { return !this.textContent.trim(); },
      select(selector) { return [...this.querySelectorAll(selector)]; },
      next() { return this.nextElementSibling; },
      replace(content) { this.replaceWith(content); return this; },
    });
  },
  /** What MooTools 1.6 does, likewise. */
  MooTools: () => {
    Array.from = (item) => {
      if (item == null) return [];
      const isList = typeof item.length === 'number' && typeof item !== 'string' && typeof item !== 'function';
      return isList ? (Array.isArray(item) ? item : Array.prototype.slice.call(item)) : [item];
    };
    Object.assign(Array.prototype, {
      clean() { return this.filter((item) => item != null); },
      contains(item) { return this.includes(item); },
      empty() { this.length = 0; return this; },
      pick() { return this.find((item) => item != null) ?? null; },
    });
    Object.assign(String.prototype, {
      contains(text) { return this.indexOf(text) > -1; },
      clean() { return this.replace(/\s+/g, ' ').trim(); },
      test(pattern) { return new RegExp(pattern).test(this); },
    });
    Object.assign(Element.prototype, {
      set(name, value) { this[name] = value; return this; },
      get(name) { return this[name]; },
      clone(deep = true) { return this.cloneNode(deep); },
      dispose() { return this.parentNode?.removeChild(this) ?? this; },
      empty() { this.replaceChildren(); return this; },
    });
  },
  URL: () => (globalThis.URL = () => ({ href: 'https://evil.example.test/' })),
};

const way = new URLSearchParams(location.search).get('break');
WAYS[way]();
document.documentElement.dataset.broken = way;
