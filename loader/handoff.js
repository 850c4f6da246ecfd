/**
 * What helps to take a channel, once there is a result: what a press does, said before; a number to copy or to scan from a
 * computer's screen; links with what the visitor told, or with parameters, where the playbook has them; and a summary to
 * read out, copy, and keep. Brought by beside.js with the first result. Without it the result is whole.
 *
 * The smart layer draws the result and knows nothing of this. What is added here stands at the end of its elements or
 * between them, and is made anew when it draws something else. Nothing is ever sent for the visitor.
 */

/** What the files that are asked for here must be. A release fills it in. */
const INTEGRITY = { __proto__: null };

const STYLES = `
.offer[data-place] .hint { margin: 8px 0 0; color: var(--leeward-soft); font-size: var(--leeward-text-small); }
.tools { display: flex; flex-wrap: wrap; gap: 0 20px; }
.offer:not([role]) .tools { justify-content: center; }
.code { margin: 4px auto 0; inline-size: fit-content; text-align: center; }
.code svg { inline-size: 176px; block-size: 176px; margin-inline: auto; border-radius: 8px; background: #fff; fill: #000; stroke: none; }
.summary { margin-block: 20px 0; border-block: 1px solid var(--leeward-hair); }
[data-after] + .others { margin-block-start: -1px; }
.summary > div { padding-block-end: 12px; }
.words { padding: 12px 16px; border-radius: var(--leeward-radius); background: var(--leeward-surface); white-space: pre-line; overflow-wrap: anywhere; }
.reference { font-size: var(--leeward-text-large); font-weight: 700; letter-spacing: .08em; white-space: nowrap; }
.done:empty { display: none; }
.updates { margin-block: 16px; }
.updates a { display: flex; align-items: center; min-block-size: 44px; font-weight: 600; text-underline-offset: 3px; }
@media print { .tools, .hint, .code { display: none; } }
`;

/** Neither look-alikes nor sound-alikes, and no vowels, which would make words. */
const LETTERS = '34679CFHJKMRTWXY';

const newReference = () => [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => LETTERS[byte % 16]).join('');

/** As it is read: in two groups. */
const grouped = (reference) => `${reference.slice(0, 2)} ${reference.slice(2)}`;

/** @returns {any} */
const make = (tag, attributes, ...children) => {
  const node = document.createElementNS(`http://www.w3.org/${/^(svg|path)$/.test(tag) ? '2000/svg' : '1999/xhtml'}`, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};

const button = (words, act) => {
  const node = make('button', { type: 'button', class: 'quiet' }, ...[words].flat());
  node.addEventListener('click', act);
  return node;
};

/** What stands before a placeholder and after it, where what fills it is an element. */
const around = (text, name) => text.split(`{${name}}`);

/** A computer: its phone is another device. */
const isComputer = () => !matchMedia('(pointer: coarse)').matches;

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLES);

/** Where it is there already. */
const attended = new WeakSet();

/**
 * Attends to the results below `root`, once, in whichever language they are. `now` gives the outline that is shown and its locale;
 * the other tools are what load.js and beside.js work with.
 */
export const attend = async (root, { now, own, web, ask, bring, json, once, labels, spoken: builtIn, translated, start, signal }) => {
  const part = (name) => once(name, () => bring(name, INTEGRITY[name]).response);
  const [drafts, summary, { written }] = await Promise.all([part('drafts.js'), part('summary.js'), part('translated.js').catch(() => ({ written: ({ textContent }) => textContent }))]);
  if (signal.aborted || attended.has(root)) return;
  attended.add(root);
  /** The reference of this visit; another one from the welcome on. @type {string | undefined} */
  let reference;
  /** What a language's file says; null when there is none. @type {Record<string, any>} */
  const said = Object.create(null);
  /** The outline in the agents' language. @type {any} */
  let agents;

  /** What is needed for a locale: undefined as long as it is under way, as it is drawn when it has come; null without words. */
  const prepared = () => {
    const { outline, locale } = now();
    const lang = builtIn(locale)?.lang ?? 'en';
    if (!(lang in said)) {
      said[lang] = undefined;
      const name = `handoff/${lang}.json`;
      json(ask(new URL(name, import.meta.url).href, INTEGRITY[name])).then((words) => (said[lang] = words), () => (said[lang] = null)).then(draw);
    }
    // A playbook's first language is its agents'. Of one that is split, another file may have it.
    const home = Object.keys(outline.files)[0] ?? outline.playbook.locales[0];
    if (agents?.home !== home) {
      agents = { home };
      if (home !== locale) Promise.all([translated(outline, home), labels(home)]).then(([outline]) => (agents = { home, outline }), () => {}).then(draw);
    }
    return said[lang] && { outline, locale, lang, words: worded(outline, locale, said[lang]), home };
  };

  /** The playbook's own words go before ours. */
  const worded = (outline, locale, words) => {
    const labels = own(outline.playbook, 'labels');
    return Object.fromEntries(Object.entries(words).map(([name, text]) => [name, outline.text(own(labels, `beside_${name}`), { locale }).words || text]));
  };

  /** What stands at a place is replaced only by something else: who is reading it isn't disturbed. */
  const put = (place, key, made, insert) => {
    const old = place.querySelector(':scope > [data-after]');
    if (old?.dataset.after === key) return;
    const wasOpen = old?.querySelector('details')?.open;
    old?.remove();
    if (!key) return;
    const node = made();
    node.dataset.after = key;
    insert(node);
    if (wasOpen) node.querySelector('details').open = true;
  };

  const copier = (text, from, { words }) => {
    const done = make('p', { class: 'soft done', role: 'status' });
    const copied = async () => {
      try {
        await navigator.clipboard.writeText(text);
        done.textContent = words.copied;
      } catch {
        // Not on every page, and not in every frame; then the visitor's own means are left.
        getSelection()?.selectAllChildren(from());
        done.textContent = words.select;
      }
    };
    return { done, copied };
  };

  const code = async (href, { words }) => {
    const glue = await once('qr.js', async () => {
      const glue = await bring('qr.js', INTEGRITY['qr.js']).response;
      const { response } = ask(new URL('qr_bg.wasm', import.meta.url).href, INTEGRITY['qr_bg.wasm']);
      await start(await WebAssembly.compile(await (await response).arrayBuffer()), 'qr', glue);
      return glue;
    });
    const modules = glue.modules(href);
    const side = Math.sqrt(modules.length);
    const dots = [...modules].map((dark, at) => (dark ? `M${4 + (at % side)} ${4 + Math.floor(at / side)}h1v1h-1z` : '')).join('');
    const picture = make('svg', { viewBox: `0 0 ${side + 8} ${side + 8}`, role: 'img', 'aria-label': words.qr, 'shape-rendering': 'crispEdges' }, make('path', { d: dots }));
    return make('div', { class: 'code' }, picture, make('p', { class: 'soft' }, words.scan));
  };

  /** A button that shows the code of a link, and hides it again. */
  const scanner = (href, here, place) => {
    const node = button(here.words.qr, async () => {
      const shown = place.querySelector('.code');
      node.setAttribute('aria-expanded', String(!shown));
      if (shown) shown.remove();
      else await code(href, here).then((made) => place.querySelector('.code') ?? place.append(made), () => node.remove());
    });
    node.setAttribute('aria-expanded', 'false');
    return node;
  };

  /** What a press does. */
  const effect = (kind, href, channel, { words }) => {
    const app = drafts.appOf(href)?.name;
    if (own(channel, 'vendor')) return words.opens_chat;
    if (kind === 'form') return words.opens_form;
    if (words[kind]) return words[kind];
    return app ? filled(words.opens_app, { app }) : filled(words.opens_page, { host: new URL(href).host });
  };

  /** Whether a channel's people read what the visitor has read. */
  const speaks = (channel, locale) => {
    const tags = own(channel, 'languages');
    return !Array.isArray(tags) || tags.some((tag) => `${locale}-`.startsWith(`${tag}-`) || `${tag}-`.startsWith(`${locale}-`));
  };

  /** What goes along: the reference first, then the answers, and again in the agents' language where a channel needs it. */
  const message = (channel, { told, abroad, ...here }) => {
    const shared = (answers) => summary.asText(answers.filter((answer) => !answer.private));
    const texts = [shared(told), !speaks(channel, here.locale) && abroad && shared(abroad)].filter(Boolean);
    return texts.length ? [filled(here.words.reference_short, { reference: grouped(reference) }), ...texts].join('\n\n') : '';
  };

  const parameters = (channel, { told, locale, route }) =>
    Object.entries(Object(own(channel, 'parameters'))).flatMap(([name, source]) => {
      const fixed = { __proto__: null, reference, route, locale }[source];
      const answer = told.find(({ id, private: kept }) => id === source && !kept);
      const value = fixed ?? answer?.values.join(',');
      return value ? [[name, value]] : [];
    });

  /** The link of an offer as the smart layer has drawn it: ours is in its place afterwards. */
  const drawn = new WeakMap();

  const linked = (action, kind, channel, here) => {
    const present = action.getAttribute('href');
    const last = drawn.get(action);
    const href = last?.ours === present ? last.href : present;
    const wished = own(channel, 'draft');
    // A link to another site would tell that site before the visitor has sent anything.
    const allowed = wished === true || (wished !== false && (kind === 'sms' || kind === 'email'));
    const text = allowed ? message(channel, here) : '';
    const subject = [here.outline.text(own(here.outline.playbook, 'name'), here).words, grouped(reference)].filter(Boolean).join(' · ');
    const draft = text && drafts.drafted(href, subject, text);
    const more = parameters(channel, here);
    const ours = draft || (more.length && href.startsWith('http') ? drafts.extended(href, more) : href);
    if (ours !== present) action.setAttribute('href', ours);
    drawn.set(action, { href, ours });
    const isChat = text && own(channel, 'vendor');
    if (isChat) action.dataset.draft = text;
    else delete action.dataset.draft;
    return { href, hasDraft: Boolean(draft || isChat) };
  };

  const offer = (place, here) => {
    const { channel: id } = place.dataset;
    const channel = own(own(here.outline.playbook, 'channels'), id);
    const kind = own(channel, 'kind');
    const action = place.querySelector('.action');
    if (!channel || !action) return;
    const { href = '', hasDraft = false } = action.href ? linked(action, kind, channel, here) : {};
    const shown = action.querySelector('bdi')?.textContent;
    const hint = [effect(kind, href, channel, here), hasDraft && here.words.drafted].filter(Boolean).join(' ');
    const far = isComputer() && (/^(tel|sms):/.test(href) || drafts.appOf(href));
    put(place, [here.lang, hint, href, far ? 'far' : ''].join('\n'), () => {
      const node = make('div', { lang: here.lang });
      const told = make('p', { class: 'hint', id: `hint-${id}` }, hint);
      const tools = make('div', { class: 'tools' });
      const { done, copied } = copier(shown, () => action.querySelector('bdi'), here);
      if (shown && isComputer()) {
        const [before, after = ''] = around(here.words.copy_it, 'it');
        tools.append(button([before, make('span', { translate: 'no' }, shown), after], copied));
      }
      if (far) tools.append(scanner(href, here, node));
      node.append(told, ...(tools.childNodes.length ? [tools, done] : []));
      action.setAttribute('aria-describedby', told.id);
      return node;
    }, (node) => place.append(node));
  };

  /** All that is worth keeping, as a text. */
  const paper = (step, { told, outline, locale, words }) => {
    const read = (node) => [...node.childNodes].filter((child) => !child.matches?.('.unseen')).map((child) => child.textContent).filter(Boolean).join(' ');
    const ways = [...step.querySelectorAll('.offer')].map((offer) => {
      const action = offer.querySelector('.action');
      const { href } = drawn.get(action) ?? {};
      const facts = [...offer.querySelectorAll('.facts > li')].map(({ textContent }) => textContent).join(' · ');
      return [read(action), href?.startsWith('http') && href, facts].filter(Boolean).join('\n');
    });
    const links = [...step.querySelectorAll('.resources a')].map((link) => `${read(link)}\n${link.href}`);
    return [
      outline.text(own(outline.playbook, 'name'), { locale }).words,
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(),
      filled(words.reference_short, { reference: grouped(reference) }),
      ...ways,
      summary.asText(told),
      ...links,
    ].filter(Boolean).join('\n\n');
  };

  /** Into the hands of a phone's own apps, where there are such; else into a file. */
  const keep = async (step, here) => {
    const text = paper(step, here);
    if (!isComputer() && navigator.share) {
      await navigator.share({ title: here.words.summary, text }).catch(() => {});
      return;
    }
    const url = URL.createObjectURL(new Blob(['\ufeff', text.replaceAll('\n', '\r\n')], { type: 'text/plain;charset=utf-8' }));
    make('a', { href: url, download: `help-${reference}.txt` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60e3);
  };

  /** Below the two options: what the visitor can read out, copy and keep. */
  const card = (step, here) => {
    const { words, lang, told, abroad } = here;
    const text = summary.asText(told);
    const mine = make('p', { class: 'words', lang: here.locale }, text);
    const whole = [filled(words.reference_short, { reference: grouped(reference) }), text, abroad && summary.asText(abroad)].filter(Boolean).join('\n\n');
    const { done, copied } = copier(whole, () => mine, here);
    const bdi = make('bdi', { class: 'reference', dir: 'ltr', translate: 'no' }, grouped(reference));
    const [before, after] = around(words.reference, 'reference');
    const body = make('div', {}, make('p', { class: 'soft' }, words.unsent), make('p', {}, before, bdi, after), mine);
    if (abroad) {
      const language = new Intl.DisplayNames(here.locale, { type: 'language' }).of(here.home);
      body.append(make('p', { class: 'soft' }, filled(words.abroad, { language })), make('p', { class: 'words', lang: here.home, dir: 'auto' }, summary.asText(abroad)));
    }
    const tools = make('div', { class: 'tools' }, button(words.copy, copied), button(words.keep, () => keep(step, here)), button(words.print, () => print()));
    body.append(tools, done);
    return make('details', { class: 'summary', lang }, make('summary', {}, words.summary), body);
  };

  /** A link of the company's own by which it tells when it's over. */
  const updates = ({ outline, words, lang }) => {
    const notice = own(outline.playbook, 'notice');
    const href = web(own(notice, 'updates'), outline.source.url);
    if (!href || Date.parse(own(notice, 'expires_at')) < Date.now()) return [];
    const link = make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, words.updates);
    return [make('p', { class: 'updates', lang }, link)];
  };

  /** The answers in the agents' language, where that is another and has other words for them. */
  const foreign = ({ locale, home }, told) => {
    const { outline } = agents;
    if (!outline || home === locale) return undefined;
    const abroad = summary.inOther({ outline, locale: home, words: builtIn(home) }, told);
    return summary.asText(abroad) === summary.asText(told) ? undefined : abroad;
  };

  const fill = (step, words) => {
    reference ??= newReference();
    // The outbox sends it along.
    root.dataset.reference = reference;
    const told = summary.answers(step, { ...words, words: builtIn(words.locale) }, written);
    const here = { ...words, told, abroad: foreign(words, told), route: step.dataset.route };
    for (const place of step.querySelectorAll('.offer')) offer(place, here);
    const scroll = step.querySelector('.scroll');
    const key = [here.lang, here.locale, reference, summary.asText(told), summary.asText(here.abroad ?? [])].join('\n');
    const made = () => make('div', {}, ...(told.length ? [card(step, here)] : []), ...updates(here));
    put(scroll, key, made, (node) => [...scroll.querySelectorAll(':scope > :is(.offer, .passed)')].at(-1)?.after(node));
  };

  const draw = () => {
    const step = signal.aborted ? null : root.querySelector('[data-step="result"]');
    if (root.querySelector('[data-step="welcome"]')) {
      reference = undefined;
      delete root.dataset.reference;
    }
    const here = step && prepared();
    if (here) fill(step, here);
    else if (here === null) for (const old of step?.querySelectorAll('[data-after]') ?? []) old.remove();
    observer.takeRecords();
  };

  const observer = new MutationObserver(draw);
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['href', 'lang', 'data-route'] });
  signal.addEventListener('abort', () => observer.disconnect());
  const shadow = root.getRootNode();
  if (!shadow.adoptedStyleSheets.includes(sheet)) shadow.adoptedStyleSheets.push(sheet);
  draw();
};
