/** Storage as it is with all cookies blocked: the mere look at it throws. Looks are counted. */
globalThis.looks = 0;
for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) {
  Object.defineProperty(globalThis, name, {
    get() {
      globalThis.looks++;
      throw new DOMException(`Failed to read the '${name}' property from 'Window': Access is denied for this document.`, 'SecurityError');
    },
  });
}
Object.defineProperty(document, 'cookie', {
  get() {
    globalThis.looks++;
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  },
});
