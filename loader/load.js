/**
 * Judges the files of Leeward as they come, starts the smart layer, and names what is wrong and the cure. Asked for
 * at the first sign of intent. Asking, retrying and showing are leeward.js's; the contact list is contacts.js's.
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

/** Says where the cure is; `details` are for the console and may come late. */
const unusable = (url, what, details) => Object.assign(failure('playbook', `${url} ${what}; run "leeward check" on the file`), { details });

/**
 * What the checker finds in the text of a playbook, a line each; nothing when it can't be had. It comes only when
 * something is wrong: its words are for developers, and would make the smart layer heavier for everybody.
 */
const explain = (text) =>
  Promise.race([
    import('./explain.js').then(({ findings }) => findings(text, start)).catch(() => ''),
    new Promise((resolve) => setTimeout(resolve, 3e3, '')),
  ]);

const isPage = (text) => /^\s*</.test(text);

const parse = (text, url) => {
  try {
    return JSON.parse(text);
  } catch ({ message }) {
    throw failure('mime', `${url} is ${isPage(text) ? 'an HTML page, not JSON' : `not valid JSON (${message})`}; put the right file there`);
  }
};

export const json = async (file) => parse(await receive(file, 'text'), file.url);

/** Gives a source: a playbook, unchecked, with its text and its address. */
export const read = async (file) => {
  const bytes = await receive(file, 'arrayBuffer');
  if (bytes.byteLength > MAX_PLAYBOOK_BYTES) {
    throw failure('playbook', `${file.url} has ${bytes.byteLength} bytes, more than 256 KiB; shorten it, or split it by page`);
  }
  const text = new TextDecoder().decode(bytes);
  try {
    return { url: file.url, text, playbook: JSON.parse(text) };
  } catch {
    throw isPage(text) ? unusable(file.url, 'is an HTML page, not JSON') : unusable(file.url, 'is not valid JSON', explain(text));
  }
};

/** A polluted Object.prototype adds nothing to own properties. */
const own = (object, key) => (object != null && Object.hasOwn(object, key) ? object[key] : undefined);

/**
 * Reads in a source the little that the safe layer needs before the smart layer has checked it: languages, names,
 * brand colour. Only own properties of the right type are taken. A voice has the `locale` to speak.
 */
export const outline = ({ playbook }) => {
  const tags = own(playbook, 'locales');
  const locales = Array.isArray(tags) ? tags.filter((tag) => /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag)) : [];
  const brand = own(own(playbook, 'theme'), 'brand');
  const version = own(playbook, 'version');

  const text = (value, { locale }) => {
    const lang = [locale, locales[0]].find((tag) => typeof own(value, tag) === 'string') ?? locale;
    const words = typeof value === 'string' ? value : own(value, lang);
    // Bidirectional controls could make an address look like another.
    return { words: typeof words === 'string' ? words.replace(/[\u202a-\u202e\u2066-\u2069]/g, '') : '', lang };
  };

  return {
    playbook,
    text,
    /** undefined when there is none */
    locales: locales.length ? locales : undefined,
    /** The brand is a :host rule, so that the page's own `leeward-help { --leeward-brand: … }` wins. */
    styles: /^#[0-9a-f]{6}$/i.test(brand) ? `:host { --leeward-brand: ${brand} }` : '',
    /** A newer format may mean other things by the same names: no question may be asked from it. */
    check() {
      if (version > 1) {
        throw failure('playbook', `the playbook is of version ${version}, this Leeward knows 1; update the leeward folder`);
      }
    },
    name: (voice) => text(own(playbook, 'name'), voice).words,
    launcher: (voice) => text(own(own(playbook, 'launcher'), 'text'), voice).words,
  };
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

/** wasm-bindgen's way for bundlers: the glue is what the module imports. */
const start = async (module, name, glue) => {
  /** @type {any} */
  const { exports } = await WebAssembly.instantiate(module, { [`./${name}_bg.js`]: glue });
  glue.__wbg_set_wasm(exports);
  // Only a build with the ready-made standard library has something to start.
  exports.__wbindgen_start?.();
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
    await start(module, 'widget', widget);
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
const guarded = (mount) => (root, element, { url, text, playbook }, locale, words, panicked) => {
  const call = (name) => (...values) => {
    try {
      mounted[name](...values);
    } catch (error) {
      panicked(String(error));
    }
  };
  let mounted;
  try {
    mounted = mount(root, element, playbook, locale, words);
    if (mounted.flawed()) {
      explain(text).then((details) => console.warn(`Leeward: ${url} has mistakes, what is wrong is left out; run "leeward check" on the file${details}`));
    }
  } catch (error) {
    // Only a trap leaves the instance in a state that nobody may touch again.
    if (isTrap(error)) throw failure('panic', error.message);
    throw unusable(url, 'has mistakes and cannot be used', explain(text));
  }
  const unhear = hearTraps(panicked);
  const destroy = () => {
    unhear();
    call('destroy')();
  };
  return { show: call('show'), set_locale: call('set_locale'), destroy };
};
