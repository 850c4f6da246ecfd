/**
 * Judges the files of Leeward as they come, and names what is wrong with them and the cure. Asked for at the
 * first sign of intent. Asking, retrying and showing are leeward.js's; what a playbook says is outline.js's.
 */

/** The same limit as the checker's: more would freeze a slow phone before anything is shown. */
const MAX_PLAYBOOK_BYTES = 256 * 1024;

/** Codes are explained in leeward.d.ts; a message is cause; cure. */
const failure = (code, message) => Object.assign(Error(message), { code });

/** Waits for a file's response, or for its body read `as` something. */
const receive = async ({ url, response }, as) => {
  const lost = (error) => {
    throw failure('network', `${url} did not come (${error}); check the address, the connection, and connect-src in the page's Content-Security-Policy`);
  };
  const answer = await response.catch(lost);
  if (!answer.ok) throw failure('http', `${url} answered ${answer.status}; put the file there, or correct its address`);
  return as ? answer[as]().catch(lost) : answer;
};

/** Without slip.js, or when it takes a second, only the message is shorter. */
const place = (text) =>
  Promise.race([
    import('./slip.js').then(({ slip }) => `: ${slip(text)}`).catch(() => ''),
    new Promise((resolve) => setTimeout(resolve, 1e3, '')),
  ]);

const parse = async (text, url, code) => {
  try {
    return JSON.parse(text);
  } catch {
    const cause = /^\s*</.test(text) ? 'is an HTML page, not JSON' : `is not valid JSON${await place(text)}`;
    throw failure(code, `${url} ${cause}; correct it, or run "leeward check" on the file`);
  }
};

export const json = async (file) => parse(await receive(file, 'text'), file.url, 'mime');

/** Gives a playbook, unchecked. */
export const read = async (file) => {
  const bytes = await receive(file, 'arrayBuffer');
  if (bytes.byteLength > MAX_PLAYBOOK_BYTES) {
    throw failure('playbook', `${file.url} has ${bytes.byteLength} bytes, more than 256 KiB; shorten it, or split it by page`);
  }
  return parse(new TextDecoder().decode(bytes), file.url, 'playbook');
};

const compile = async (file) => {
  const response = await receive(file);
  const typed = response.headers.get('content-type') === 'application/wasm';
  try {
    // Streaming refuses every other type, and some servers don't know this one.
    return await (typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  } catch (error) {
    throw failure(typed ? 'compile' : 'mime', `${file.url} is not usable (${error}); serve it as it was built, as application/wasm`);
  }
};

/** Starts the smart layer: fills the sheet with its styles and gives its mount(). */
export const boot = async ({ glue, wasm, css }, sheet) => {
  try {
    // The smallest module: only a Content-Security-Policy or a lockdown mode refuses it.
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    throw failure('blocked', "this page blocks WebAssembly; add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy");
  }
  const imported = glue.catch((error) => {
    throw failure('network', `widget.js did not come (${error}); put it beside leeward.js, as text/javascript, and allow it in script-src`);
  });
  const [widget, module, text] = await Promise.all([imported, compile(wasm), receive(css, 'text')]);
  try {
    /** @type {any} wasm-bindgen's way for bundlers: the glue is what the module imports. */
    const { exports } = await WebAssembly.instantiate(module, { './widget_bg.js': widget });
    widget.__wbg_set_wasm(exports);
    // Only a build with the ready-made standard library has something to start.
    exports.__wbindgen_start?.();
  } catch (error) {
    throw failure('compile', `widget.js and widget_bg.wasm do not fit together (${error}); copy both from the same release`);
  }
  sheet.replaceSync(text);
  return guarded(widget.mount);
};

const isTrap = (error) => error instanceof WebAssembly.RuntimeError;

/**
 * Hears of traps in what the browser itself called, such as event handlers. They reach the window; the
 * stack tells ours from those of other WebAssembly on the page. Gives a function that stops hearing.
 */
const hearTraps = (panicked) => {
  const heard = (event) => {
    const error = event.error ?? event.reason;
    if (!isTrap(error) || !error.stack?.includes('/widget')) return;
    event.preventDefault();
    panicked(String(error));
  };
  addEventListener('error', heard);
  addEventListener('unhandledrejection', heard);
  return () => {
    removeEventListener('error', heard);
    removeEventListener('unhandledrejection', heard);
  };
};

/** mount(), and what it gives, with every exception told instead of thrown at the page. */
const guarded = (mount) => (...given) => {
  const panicked = given.pop();
  const call = (name) => (...values) => {
    try {
      mounted[name](...values);
    } catch (error) {
      panicked(String(error));
    }
  };
  let mounted;
  try {
    mounted = mount(...given);
  } catch (error) {
    // Only a trap leaves the instance in a state that nobody may touch again.
    throw failure(isTrap(error) ? 'panic' : 'playbook', error.message);
  }
  const unhear = hearTraps(panicked);
  const destroy = () => {
    unhear();
    call('destroy')();
  };
  return { show: call('show'), set_locale: call('set_locale'), destroy };
};
