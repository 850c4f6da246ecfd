/** Loads the studio, and says so when it can't go on. What it does is in crates/studio/src. */

const stopped = () => (document.querySelector('#stopped').hidden = false);

/** A panic is a trap; nobody may call the instance again. */
const heard = ({ error, reason }) => {
  if ((error ?? reason) instanceof WebAssembly.RuntimeError) stopped();
};
addEventListener('error', heard);
addEventListener('unhandledrejection', heard);

const begin = async () => {
  const [glue, { instance }] = await (async () => {
    const glue = await import('./studio.js');
    const file = await fetch('studio_bg.wasm');
    const bytes = await file.arrayBuffer();
    return [glue, await WebAssembly.instantiate(bytes, { './studio_bg.js': glue })];
  })();
  glue.__wbg_set_wasm(instance.exports);
  // Only a build with the ready-made standard library has something to start.
  instance.exports.__wbindgen_start?.();
  glue.begin(document.querySelector('#studio'));
};

/** Another page could lay the studio, invisible, under buttons of its own. Not every server can forbid it by a header. */
if (top === self) {
  begin().catch((error) => {
    stopped();
    throw error;
  });
} else document.querySelector('#framed').hidden = false;
