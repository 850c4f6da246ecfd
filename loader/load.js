/**
 * Judges the files of Leeward as they come, and names what is wrong with them and the cure. Asked for at the
 * first sign of intent. Asking, retrying and showing are leeward.js's; what a playbook says is outline.js's.
 *
 * @typedef {'network' | 'http' | 'mime' | 'blocked' | 'compile' | 'playbook' | 'panic'} Code
 * @typedef {{ url: string, response: Promise<Response> }} File a file on its way
 */

/** The same limit as the checker's: more would freeze a slow phone before anything is shown. */
const MAX_PLAYBOOK_BYTES = 256 * 1024;

/** @param {Code} code @param {string} message cause; cure */
const failure = (code, message) => Object.assign(new Error(message), { code });

/**
 * Waits for a file's response, or for its body.
 * @param {File} file @param {'text' | 'arrayBuffer'} [as] @returns {Promise<any>}
 */
const receive = async ({ url, response }, as) => {
  const cure = "check the address, the connection, and connect-src in the page's Content-Security-Policy";
  const lost = (/** @type {unknown} */ error) => {
    throw failure('network', `${url} did not come (${error}); ${cure}`);
  };
  const answer = await response.catch(lost);
  if (!answer.ok) throw failure('http', `${url} answered ${answer.status}; put the file there, or correct its address`);
  return as ? answer[as]().catch(lost) : answer;
};

/**
 * Where a text stops being JSON. Without slip.js, or when it takes a second, only the message is shorter.
 * @param {string} text
 */
const place = (text) =>
  Promise.race([
    import('./slip.js').then(({ slip }) => `: ${slip(text)}`).catch(() => ''),
    new Promise((resolve) => setTimeout(resolve, 1e3, '')),
  ]);

/** @param {string} text @param {string} url @param {Code} code */
const parse = async (text, url, code) => {
  try {
    return JSON.parse(text);
  } catch {
    const cause = /^\s*</.test(text) ? 'is an HTML page, not JSON' : `is not valid JSON${await place(text)}`;
    throw failure(code, `${url} ${cause}; correct it, or run "leeward check" on the file`);
  }
};

/** @param {File} file */
export const json = async (file) => parse(await receive(file, 'text'), file.url, 'mime');

/** @param {File} file a playbook @returns {Promise<unknown>} its JSON, unchecked */
export const read = async (file) => {
  const bytes = await receive(file, 'arrayBuffer');
  if (bytes.byteLength > MAX_PLAYBOOK_BYTES) {
    throw failure('playbook', `${file.url} has ${bytes.byteLength} bytes, more than 256 KiB; shorten it, or split it by page`);
  }
  return parse(new TextDecoder().decode(bytes), file.url, 'playbook');
};

/** @param {File} file @returns {Promise<WebAssembly.Module>} */
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

/**
 * Starts the smart layer and gives its mount().
 * @param {{ glue: Promise<any>, wasm: File, css: File }} files @param {CSSStyleSheet} sheet is filled with its styles
 */
export const boot = async ({ glue, wasm, css }, sheet) => {
  try {
    // The smallest module there is: nothing but a Content-Security-Policy, or a browser's
    // lockdown mode, refuses it. WebAssembly.validate() says true even then.
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    throw failure('blocked', "this page blocks WebAssembly; add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy");
  }
  const imported = glue.catch((error) => {
    throw failure('network', `widget.js did not come (${error}); put it beside leeward.js, as text/javascript, and allow it in script-src`);
  });
  const [{ default: init, mount }, module_or_path, text] = await Promise.all([imported, compile(wasm), receive(css, 'text')]);
  try {
    await init({ module_or_path });
  } catch (error) {
    throw failure('compile', `widget.js and widget_bg.wasm do not fit together (${error}); copy both from the same release`);
  }
  sheet.replaceSync(text);
  return guarded(mount);
};

/**
 * Hears of traps in what the browser itself called, such as event handlers. They reach the window; the
 * stack tells ours from those of other WebAssembly on the page.
 * @param {(message: string) => void} panicked @returns {() => void} stops hearing
 */
const hearTraps = (panicked) => {
  const heard = (/** @type {any} */ event) => {
    const error = event.error ?? event.reason;
    if (!(error instanceof WebAssembly.RuntimeError) || !error.stack?.includes('/widget')) return;
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

/**
 * mount(), and what it gives, with every exception told instead of thrown at the page.
 * @param {(...given: any[]) => any} mount
 */
const guarded = (mount) => (/** @type {any[]} */ ...given) => {
  const panicked = given.pop();
  /** @param {string} name */
  const call = (name) => (/** @type {any[]} */ ...values) => {
    try {
      mounted[name](...values);
    } catch (error) {
      panicked(String(error));
    }
  };
  /** @type {any} */
  let mounted;
  try {
    mounted = mount(...given);
  } catch (error) {
    // Only a trap leaves the instance in a state that nobody may touch again.
    const trap = error instanceof WebAssembly.RuntimeError;
    throw failure(trap ? 'panic' : 'playbook', error instanceof Error ? error.message : String(error));
  }
  const unhear = hearTraps(panicked);
  const destroy = () => {
    unhear();
    call('destroy')();
  };
  return { show: call('show'), set_locale: call('set_locale'), destroy };
};
