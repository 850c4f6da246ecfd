/**
 * What is known already: shows what a live feed tells of incidents, planned work and what is over, so that whoever came
 * because of it needn't wait in a queue, and says it when something changes by itself. Brought by status.js when a playbook
 * has a `status`.
 *
 * Before the questions everybody is told; on a result, whoever's answers it is about. Which answers a component is about
 * stands in the playbook; the engine judges it, and its view leaves the components' names in `data-about`. What feed.js has
 * read is shown as text, whatever its words are.
 */

/** In the order in which they are shown. */
const KINDS = ['incident', 'maintenance', 'over'];
/** More is nothing that people would read on a step. */
const MOST_SHOWN = 3;

const ENGLISH = {
  incident: 'We know about this',
  more: 'And {count} more',
  no_need: 'You needn’t contact us about it.',
  maintenance: 'Planned work',
  over: 'This is over',
  since: 'Since {time}',
  until: 'Until {time}',
  next_update: 'Next update {time}',
  best: 'Best for you now',
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
.reports { margin-block-end: 20px; }
.reports h4:first-child { margin-block-start: 12px; }
.reports .times { margin-block-start: 0; }
.reports > p { margin-block: 4px 0; }
`);

/** A moment as people say it: the time today, with the weekday within a week, else with the date. */
const spell = (at, locale) => {
  const day = (at) => new Date(at).toDateString();
  const isNear = Math.abs(at - Date.now()) < 6 * 24 * 3600e3;
  const date = isNear ? { weekday: 'long' } : { weekday: 'long', month: 'long', day: 'numeric' };
  const options = { ...(day(at) !== day(Date.now()) && date), hour: 'numeric', minute: '2-digit' };
  return new Intl.DateTimeFormat(locale, /** @type {any} */ (options)).format(at);
};

const make = (tag, content, properties = {}) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...content);
  return node;
};

/**
 * Gives what takes what a feed tells, by id; undefined when nothing is known any more. `root` is the smart layer's, `said`
 * gives the built-in words of the visitor's language, and `fold` makes names alike that are alike to people.
 */
export const board = (root, said, signal, fold) => {
  const box = make('div', [], { className: 'reports' });
  // What has changed by itself; it has to be there before its words are.
  const news = make('p', [], { className: 'unseen', role: 'status' });
  /** @type {Map<string, any>} */
  let known = new Map();
  /** @type {{ step?: Element, locale?: string, keys: string[] }} */
  let before = { keys: [] };
  /** What was drawn last, as it was written: a browser may have translated what is shown of it. */
  let drawn = box;

  const say = (name, values = {}) => (said()[name] || ENGLISH[name]).replace(/\{(\w+)\}/g, (_, key) => values[key]);

  /** Its name in a language or, where it has none, in another one. */
  const named = ({ names }, locale) => names.find(([tag]) => tag === locale || !tag) ?? names[0];

  const item = (told, locale) => {
    const [tag, words] = named(told, locale);
    const times = Object.entries({ since: told.since, until: told.until, next_update: told.next });
    const spelt = times.flatMap(([name, at]) => (at === undefined ? [] : [make('span', [say(name, { time: spell(at, locale) })])]));
    const name = make('bdi', [words], tag && tag !== locale ? { lang: tag } : {});
    return make('li', spelt.length ? [name, make('span', spelt, { className: 'times' })] : [name]);
  };

  const part = (kind, all, locale, remark) => {
    const shown = all.slice(0, MOST_SHOWN).map((told) => item(told, locale));
    const more = all.length - shown.length;
    const content = [make('h4', [say(kind)]), make('ul', shown, { className: 'points' })];
    if (more > 0) content.push(make('p', [say('more', { count: new Intl.NumberFormat(locale).format(more) })]));
    if (remark) content.push(make('p', [remark]));
    return content;
  };

  const draw = () => {
    const smart = root.querySelector('.smart');
    const step = root.querySelector('[data-step="welcome"], [data-step="result"]');
    if (!step) return void box.parentNode?.removeChild(box);
    const locale = smart.lang;
    const isResult = step.dataset.step === 'result';
    const about = (step.dataset.about ?? '').split('\n').map(fold).filter(Boolean);
    /** Where a feed names no components, the name has to mention them. */
    const concerns = ({ components, names }) => {
      const texts = components.length ? components : names.map(([, words]) => words);
      return !isResult || texts.map(fold).some((text) => about.some((name) => text.includes(name)));
    };
    const told = [...known.values()].filter(concerns);
    const content = KINDS.flatMap((kind) => {
      const all = told.filter((one) => one.kind === kind);
      return all.length ? part(kind, all, locale, isResult && kind === 'incident' && say('no_need')) : [];
    });
    // What is drawn anew without need would be looked at anew, for ever.
    const fresh = make('div', content, { className: 'reports' });
    if (!fresh.isEqualNode(drawn)) {
      drawn = fresh.cloneNode(true);
      box.replaceChildren(...content);
    }
    // Prototype.js has a remove() that fails on what isn't there.
    if (!content.length) box.parentNode?.removeChild(box);
    // Danger to life comes first.
    else if (!step.contains(box)) (step.querySelector('.emergency') ?? step.querySelector('h3')).after(box);

    const best = step.querySelector('[data-place="best"]');
    const name = best?.querySelector('.action');
    const lines = KINDS.flatMap((kind) => told.filter((one) => one.kind === kind).slice(0, MOST_SHOWN)).map((one) => `${say(one.kind)}: ${named(one, locale)[1]}`);
    const keys = [...lines];
    if (isResult && name) {
      // Of a translated page, an empty text stands first (translated.js).
      lines.unshift(`${say('best')}: ${name.firstChild.textContent || name.firstElementChild.textContent}`);
      keys.unshift(`best ${best.dataset.channel}`);
    }
    const changed = lines.filter((_, at) => !before.keys.includes(keys[at]));
    // What the visitor does themselves is read to them with the focus.
    const isByItself = before.step === step && before.locale === locale;
    if (!isByItself) news.textContent = '';
    else if (changed.length) news.textContent = changed.join('. ');
    before = { step, locale, keys };
  };

  /** What was told before and is told no more is over, unless the feed is gone or broken: then nothing is known of it. */
  const hear = (told) => {
    const fresh = [...(told ?? [])].filter(([id, { kind }]) => kind !== 'over' || known.has(id));
    const gone = [...known].filter(([id]) => told && !told.has(id));
    // Nobody has said when.
    const ended = gone.map(([id, one]) => /** @type {const} */ ([id, one.kind === 'over' ? one : { ...one, kind: 'over', until: undefined, next: undefined }]));
    known = new Map([...fresh, ...ended]);
    draw();
  };

  root.append(news);
  const { adoptedStyleSheets } = root.getRootNode();
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  const observer = new MutationObserver(draw);
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: ['lang', 'data-about'] });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    news.remove();
  });
  draw();
  return hear;
};
