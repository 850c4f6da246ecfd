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
  URL: () => (globalThis.URL = () => ({ href: 'https://evil.example.test/' })),
};

const way = new URLSearchParams(location.search).get('break');
WAYS[way]();
document.documentElement.dataset.broken = way;
