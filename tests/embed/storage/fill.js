/** Fills both storages to the last character, and says how the last attempt ended. */
for (const storage of [localStorage, sessionStorage]) {
  for (let size = 1 << 23; size >= 1; size >>= 1) {
    try {
      for (let i = 0; ; i++) storage.setItem(`${size} ${i}`, 'x'.repeat(size));
    } catch ({ name }) {
      globalThis.full = name;
    }
  }
}
