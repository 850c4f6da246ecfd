/**
 * Judges the files of Leeward as they come, starts the smart layer, and names what is wrong and the cure. Asked for
 * at the first sign of intent. Asking, retrying and showing are leeward.js's; the contact list is contacts.js's.
 */

/** What the files that are asked for here must be. A release fills it in. */
const INTEGRITY = { __proto__: null };

/** The same limit as the checker's: more would freeze a slow phone before anything is shown. */
const MAX_PLAYBOOK_BYTES = 256 * 1024;

/** How leeward.js asks for files, brings scripts, and remembers both. @type {any} */
let safe;

export const begin = (tools) => {
  safe = tools;
  // The page doesn't wait for the questions.
  part('boundary.js').catch(() => {});
};

const ask = (name) => safe.ask(new URL(name, import.meta.url).href, INTEGRITY[name]);

const bring = (name) => safe.bring(name, INTEGRITY[name]);

/** A script that not every visitor needs. One that doesn't come is asked for again by whoever needs it next. */
const part = (name) => safe.once(name, () => came(bring(name)));

/** The contact list's code; its styles go into a sheet of the safe layer's. */
export const contacts = async (sheet) => {
  const listing = await part('contacts.js');
  sheet.replaceSync(listing.STYLES);
  return listing;
};

/** Another layout than the popup's, and what opens by itself. Without it the popup serves. */
export const display = async (element, swap, wishes) => {
  try {
    await (await part('display.js')).display(element, { ...safe, own, read, outline, translated, labels, swap, wishes, stay });
  } catch (/** @type {any} */ { code = 'network', message }) {
    stay(element);
    element.dispatchEvent(new CustomEvent('leeward-error', { bubbles: true, composed: true, detail: { code, message } }));
    console.error(`Leeward: ${message}`);
  }
};

/** The children stay in their place while the popup is closed, and are in its contact list while it is open. */
const stay = (element, signal) => {
  const root = element.shadowRoot;
  const [slot, list] = ['slot', '#contacts'].map((found) => root.querySelector(found));
  root.querySelector('#launcher').hidden = false;
  element.addEventListener('leeward-open', () => list.append(slot), { signal });
  element.addEventListener('leeward-close', () => root.append(slot), { signal });
  root.append(slot);
};

/** The files of labels/ that are named after more than a language. */
const NAMES = { __proto__: null, zh: 'zh-Hans', pt: 'pt-BR' };

/** Brings the built-in words for a locale, for both layers. Each of them has its English itself. */
export const labels = async (locale) => {
  const lang = safe.language([locale]);
  const file = `labels/${NAMES[lang] ?? lang}.json`;
  if (lang !== 'en') await safe.once(lang, async () => (safe.words[lang] = { ...(await json(ask(file))), lang: NAMES[lang] ?? lang }));
};

/** Codes are explained in leeward.d.ts; a message is cause; cure. */
const failure = (code, message) => Object.assign(Error(message), { code });

/** A file that doesn't come and one that was changed fail alike; asked for as it is, only the latter comes. */
const came = ({ url, integrity = '', response }) =>
  response.catch(async (error) => {
    const changed = integrity && (await safe.ask(url).response.then(({ ok }) => ok, () => false));
    throw changed
      ? failure('integrity', `${url} is not the one of this release; copy the whole leeward folder as it is`)
      : failure('network', `${url} did not come (${error}); check its address, and script-src and connect-src in the page's Content-Security-Policy`);
  });

/** A file's body, read `as` something. */
const body = async (file, as) => {
  const { url } = file;
  const response = await came(file);
  if (!response.ok) throw failure('http', `${url} answered ${response.status}; put the file there, or correct its address`);
  return as ? came({ url, response: response[as]() }) : response;
};

/** Says where the cure is; `details` are for the console and may come late. */
const unusable = (url, what, details) => Object.assign(failure('playbook', `${url} ${what}; run "leeward check" on the file`), { details });

/**
 * What the checker finds in the text of a playbook, a line each; nothing when it can't be had. It comes only when
 * something is wrong: its words are for developers, and would make the smart layer heavier for everybody.
 */
const explain = (text) =>
  Promise.race([
    bring('explain.js').response.then(({ findings }) => findings(text, { ...safe, start })).catch(() => ''),
    new Promise((resolve) => setTimeout(resolve, 3e3, '')),
  ]);

const isPage = (text) => /^\s*</.test(text);

const parse = (text, url) => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw failure('mime', `${url} is ${isPage(text) ? 'an HTML page, not JSON' : `not valid JSON (${error})`}; put the right file there`);
  }
};

const json = async (file) => parse(await body(file, 'text'), file.url);

/** As long as it takes to say that a server is down, in milliseconds. */
const PATIENCE = 2e3;

/** Beyond this, in milliseconds, the visitor's clock or the server's is wrong, and nobody knows which. */
const SKEW = 5 * 60e3;

/** The text of each playbook that could be used on this page. @type {Record<string, string>} */
const kept = Object.create(null);

/** Browsers deny storage, or have none, as they like; then nothing is kept for the next visit. */
const storage = async (act) => {
  try {
    return await act(await caches.open('leeward'));
  } catch {}
};

/** For a moment in which its server can't be reached. `offline`: for the next visit, too. */
const keep = ({ url, text, offline }) => {
  kept[url] = text;
  if (offline) storage((cache) => cache.put(url, new Response(text)));
};

/**
 * Gives a source: a playbook, unchecked, with its text and its address. The last good one takes its place when it
 * can't be had. `skewed`: the clocks of visitor and server differ, so one of them is wrong.
 */
export const read = async (file, offline) => {
  const { url } = file;
  const fresh = receive(file, offline);
  fresh.catch(() => {});
  const text = kept[url] ?? (offline && (await storage(async (cache) => (await cache.match(url))?.text())));
  if (!text) return fresh;
  const last = { url, text, playbook: JSON.parse(text) };
  const told = fresh.catch(({ message }) => {
    console.warn(`Leeward: ${message}. The last good playbook is used`);
    return last;
  });
  return Promise.race([told, new Promise((resolve) => setTimeout(resolve, PATIENCE, last))]);
};

const receive = async (file, offline) => {
  const { url } = file;
  const response = await body(file);
  const bytes = await came({ url, response: response.arrayBuffer() });
  if (bytes.byteLength > MAX_PLAYBOOK_BYTES) {
    throw failure('playbook', `${url} has ${bytes.byteLength} bytes, more than 256 KiB; shorten it, or split it by page`);
  }
  const text = new TextDecoder().decode(bytes);
  const served = Date.parse(response.headers.get('date')) + 1e3 * response.headers.get('age');
  try {
    return { url, text, playbook: JSON.parse(text), offline, skewed: Math.abs(Date.now() - served) > SKEW };
  } catch {
    throw isPage(text)
      ? failure('playbook', `${url} is an HTML page, not JSON; put the file there, or correct its address`)
      : unusable(url, 'is not valid JSON', explain(text));
  }
};

/** A polluted Object.prototype adds nothing to own properties. */
const own = (object, key) => (object != null ? Object.getOwnPropertyDescriptor(object, key)?.value : undefined);

const canonical = (tag) => tag.toLowerCase().replace(/^zh-(tw|hk|mo)\b/, 'zh-hant').replace(/^zh-(cn|sg)\b/, 'zh-hans');

/** RFC 4647 lookup. */
const lookup = (wishes, tags) => {
  for (const wish of wishes) {
    for (const parts = canonical(wish).split('-'); parts.length; parts.pop()) {
      const found = tags.find((tag) => canonical(tag) === parts.join('-'));
      if (found) return found;
    }
  }
  return tags[0];
};

/** What only the parts that a playbook fills need; the rest is leeward.js's. */
const TOKENS = `
:host {
  --leeward-soft: light-dark(#47524f, #b9c3bf); --leeward-line: light-dark(#7d8885, #788582);
  --leeward-warm: light-dark(#853a10, #ffb68a); --leeward-warm-surface: light-dark(#fdf1e6, #35241a);
  --leeward-radius: 12px;
}
@supports not (color: light-dark(red, red)) {
  :host {
    --leeward-soft: #47524f; --leeward-line: #7d8885;
    --leeward-warm: #853a10; --leeward-warm-surface: #fdf1e6;
  }
}
`;

/** A whole address that a browser may be sent to; undefined for anything else. */
const web = (address, base = location.href) => {
  try {
    const { protocol, href } = new URL(typeof address === 'string' ? address : 'about:', base);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {}
};

const CORNERS = { __proto__: null, soft: '8px', square: '2px' };

/** What a playbook's `theme` changes. Tokens are :host's, so that the page's own `leeward-help { --leeward-brand: … }` wins. */
const look = (theme) => {
  const [brand, corners, font, logo] = ['brand', 'corners', 'font', 'logo'].map((name) => own(theme, name));
  const radius = CORNERS[corners];
  const image = web(logo);
  return [
    /^#[0-9a-f]{6}$/i.test(brand) && `:host { --leeward-brand: ${brand} }`,
    font === 'page' && `:host { --leeward-font: ${getComputedStyle(document.body).fontFamily} }`,
    radius && `:host { --leeward-radius: ${radius}; --leeward-radius-large: ${radius} } #launcher { border-radius: ${radius} } @media (min-width: 481px) { #panel { border-radius: ${radius} } }`,
    image && `header::before { content: ""; flex: none; inline-size: 32px; block-size: 32px; margin-inline-end: 12px; border-radius: 4px; background: #fff url("${image}") center / contain no-repeat }`,
  ].filter(Boolean).join('');
};

const isTag = (tag) => /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag);

/**
 * Reads in a source the little that the safe layer needs before the smart layer has checked it: languages, names,
 * look. Only own properties of the right type are taken. A voice has the `locale` to speak.
 */
export const outline = (source) => {
  const { playbook, url } = source;
  const tags = own(playbook, 'locales');
  const locales = Array.isArray(tags) ? tags.filter(isTag) : [];
  /** Where on its server this playbook is in each language. One that didn't come is none any more. */
  const files = Object.create(null);
  for (const [tag, file] of Object.entries(Object(own(playbook, 'translations')))) {
    const address = web(file, url);
    if (isTag(tag) && address?.startsWith(new URL(url).origin + '/')) files[tag] = address;
  }
  const version = own(playbook, 'version');

  const text = (value, { locale }) => {
    const lang = [locale, locales[0]].find((tag) => typeof own(value, tag) === 'string') ?? locale;
    const words = typeof value === 'string' ? value : own(value, lang);
    // Bidirectional controls could make an address look like another.
    return { words: typeof words === 'string' ? words.replace(/[\u202a-\u202e\u2066-\u2069]/g, '') : '', lang };
  };

  return {
    source,
    playbook,
    text,
    files,
    /**
     * The address of the file that has a locale; undefined when this one has it. The own language of a file stands last:
     * the default one, before it, is there for what isn't translated.
     */
    elsewhere: (locale) => (locale === locales[locales.length - 1] ? undefined : files[locale]),
    /** The locale for a list of wishes; undefined when the playbook has none. */
    negotiate: (wishes) => lookup(wishes, [...locales, ...Object.keys(files)]),
    styles: TOKENS + look(own(playbook, 'theme')),
    /** A newer format may mean other things by the same names: no question may be asked from it. */
    check() {
      if (version > 1) {
        throw failure('playbook', `the playbook is of version ${version}, this Leeward knows 1; update the leeward folder`);
      }
    },
    /** Its name, the launcher's words, and what it says instead of built-in words. */
    said: (locale) => {
      const values = { ...own(playbook, 'labels'), name: own(playbook, 'name'), launcher: own(own(playbook, 'launcher'), 'text') };
      return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value, { locale }).words]).filter(([, words]) => words));
    },
    /** Where the live status is. */
    feed: own(own(playbook, 'status'), 'url'),
    /** Where a quick exit leads to. */
    exit: own(own(playbook, 'exit'), 'url'),
  };
};

/** The outline of the file that has a locale. When that one doesn't come, what is there stays. */
export const translated = async (there, locale, offline) => {
  const address = there.elsewhere(locale);
  if (!address) return there;
  const come = async () => {
    const other = outline(await read(safe.ask(address), offline));
    other.check();
    keep(there.source);
    return other;
  };
  return come().catch(({ message }) => {
    console.warn(`Leeward: ${message}. The language stays as it is`);
    delete there.files[locale];
    return there;
  });
};

/**
 * The outlines of a playbook as they come: of the file that the page names, then of the one in the visitor's language. It
 * ends when nothing is missing for `mounting`, neither the engine nor the words for the locale that is `wanted`.
 */
export async function* outlines(file, element, wanted, mounting) {
  const offline = safe.isOn(element, 'offline');
  const first = outline(await read(file, offline));
  yield first;
  first.check();
  yield await translated(first, wanted(), offline);
  await Promise.all([mounting, labels(wanted())]);
  // Another may be wanted meanwhile.
  for (let locale; locale !== wanted(); ) await labels((locale = wanted()));
}

const compile = async (file) => {
  const response = await body(file);
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

/** The first object of Intl on a page costs a phone 100 ms, whatever it is for; here nobody waits for it. */
const warmUp = () => {
  try {
    new Intl.DateTimeFormat('en', { timeZoneName: 'longOffset' });
  } catch {}
};

/** Starts the smart layer: fills the sheet with its styles and gives its mount(). */
export const boot = async (glue, wasm, sheet) => {
  const css = ask('widget.css');
  try {
    // The smallest module: only a Content-Security-Policy or a lockdown mode refuses it.
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    throw failure('blocked', "this page blocks WebAssembly; add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy");
  }
  const files = Promise.all([came(glue), compile(wasm), body(css, 'text')]);
  warmUp();
  const [widget, module, text] = await files;
  part('beside.js').catch(() => {});
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

/** What can be done without. Offline there is nothing to repair. */
const missed = ({ message }) => navigator.onLine && console.warn(`Leeward: ${message}`);

/** The built-in words of a locale, for the smart layer, which has its English itself. */
const spoken = (locale) => {
  const lang = safe.language([locale]);
  return lang === 'en' ? undefined : safe.words[lang];
};

/** mount(), and what it gives, with every exception told instead of thrown at the page. */
const guarded = (mount) => (root, element, first, wanted, panicked) => {
  const { url, text, playbook, skewed } = first.source;
  let now = { outline: first, locale: wanted() };
  const ended = new AbortController();
  const { signal } = ended;
  const call = (name) => (...values) => {
    try {
      mounted[name](...values);
    } catch (error) {
      panicked(String(error));
    }
  };
  /** Changes to the locale that is wanted, when its words have come, and gives the outline that has it. */
  const translate = async () => {
    let locale, outline;
    do {
      locale = wanted();
      outline = await translated(now.outline, locale, safe.isOn(element, 'offline'));
      await labels(locale);
    } while (locale !== wanted());
    if (signal.aborted) return outline;
    const { source } = outline;
    try {
      mounted.translate(source.playbook, locale, spoken(locale));
      keep(source);
      now = { outline, locale };
      attending?.then(({ speak }) => speak(), () => {});
    } catch (error) {
      if (isTrap(error)) panicked(String(error));
      else throw unusable(source.url, 'has mistakes and cannot be used', explain(source.text));
    }
    return outline;
  };
  let mounted, attending;
  /** Attends to what stands beside the questions. What doesn't come is asked for again by whoever needs it. */
  const beside = () =>
    (attending ??= part('beside.js').then(({ attend }) => {
      const tools = { ...safe, came, missed, own, web, json, labels, translated, start, spoken };
      return attend(root, element, { ...tools, first, said, call, now: () => now, signal });
    })).catch((error) => {
      attending = undefined;
      throw error;
    });
  const said = () => ({ ...safe.words.en, ...spoken(now.locale), ...now.outline.said(now.locale) });
  const post = async (message) => {
    try {
      await (await beside()).post(message);
    } catch (/** @type {any} */ error) {
      missed(error);
      call('settle')(message.channel, 'failed');
    }
  };
  try {
    mounted = mount(root, element, playbook, now.locale, spoken(now.locale), skewed, post);
    keep(first.source);
    // Browsers put U+FFFD for what isn't UTF-8, and go on.
    if (mounted.flawed() || text.includes('\ufffd')) {
      explain(text).then((details) => console.warn(`Leeward: ${url} has mistakes, what is wrong is left out; run "leeward check" on the file${details}`));
    }
  } catch (error) {
    // Only a trap leaves the instance in a state that nobody may touch again.
    if (isTrap(error)) throw failure('panic', error.message);
    throw unusable(url, 'has mistakes and cannot be used', explain(text));
  }
  // A panel that opened by itself, or is a part of the page, takes the focus from nobody who is elsewhere.
  const show = () => root.closest('#panel').matches(':modal, :focus-within') && call('show')();
  // Out of the back-forward cache, times are old.
  addEventListener('pageshow', ({ persisted }) => persisted && show(), { signal });
  const unhear = hearTraps(panicked);
  beside().catch(missed);
  const destroy = () => {
    ended.abort();
    unhear();
    attending?.then(({ end }) => end(), () => {});
    call('destroy')();
  };
  return { show, translate, destroy };
};
