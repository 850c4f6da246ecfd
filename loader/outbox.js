/**
 * The outbox: posts what a visitor has written, and says what has come of it. Brought by beside.js when the playbook has a
 * form.
 *
 * Nothing is called sent unless the other side has said so. A message has one key for all attempts at it, by which the
 * receiver knows a repetition; one that says something else has another key, or it would be taken for known and be lost.
 * Nothing is stored unless the visitor ticks the box below the form.
 */

/** How long an answer may take, in milliseconds. */
const PATIENCE = 15e3;
/** People need longer than this for a form, in milliseconds; programs don't. */
const HASTE = 3e3;
/** What was kept is forgotten after a day, in milliseconds. */
const DAY = 24 * 3600e3;
/** Under this name a message is kept. It must never change. */
const KEY = 'leeward-outbox';
const FIELDS = ['name', 'contact', 'message'];

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
.keep { margin-block-start: var(--leeward-space-3); }
.keep label { display: flex; gap: var(--leeward-space-3); align-items: center; min-block-size: var(--leeward-target); }
.keep input { flex: none; inline-size: 24px; block-size: 24px; accent-color: var(--leeward-accent); }
`);

const ENGLISH = {
  keep: 'Keep this on my device until it is sent',
  sent: 'Your message has arrived. We will answer you at {contact}.',
  arrived: 'Your message has arrived.',
  failed: 'Your message was not sent. Your text is still here: please try again, or reach us another way.',
  unknown: 'We don’t know whether your message arrived. Your text is still here: send it again, or reach us another way.',
};

/** The value of a decimal digit of any script: how many stand before it in a row of ten. */
const digit = (mark) => {
  let count = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(mark.codePointAt(0) - count - 1))) count++;
  return String(count % 10);
};

/** Where to answer, for those who have a field for each kind and refuse what is none: nobody's message is lost by it. */
const reached = (contact) => {
  const plain = contact.normalize('NFKC').replace(/\p{Nd}/gu, digit).trim();
  const number = plain.replace(/[^+\d]/g, '');
  return { email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain) && plain, phone: !/[\p{L}@]/u.test(plain) && number };
};

/**
 * As JSON, whatever the page has made of its natives: Prototype.js gives arrays a `toJSON` of their own, by which they would
 * become texts. What inherits nothing has none.
 */
const text = (value) => JSON.stringify(bare(value));

const bare = (value) => {
  if (!value || typeof value !== 'object') return value;
  if (Array.isArray(value)) return Object.setPrototypeOf([...value].map(bare), null);
  return Object.setPrototypeOf(Object.fromEntries(Object.entries(value).map(([name, part]) => [name, bare(part)])), null);
};

/** A letter as text, for those who have no fields for the rest. */
const written = ({ name, contact, message, answers, reference, key }) =>
  [message, ...answers.map(({ question, answer }) => `${question}\n${answer}`), [name, contact].filter(Boolean).join(', '), `(${[reference, key].filter(Boolean).join(' ')})`].filter(Boolean).join('\n\n');

const json = (body) => ({ type: 'application/json', body: text(body) });

/** Each format: posts a letter to an address, by `post`, which gives the answer or throws what went wrong. */
const FORMATS = {
  __proto__: null,
  json: (letter, url, post) => post(url, json(letter)),
  /** As a form of a page would (HTML, 4.10.22), with the answers as text. */
  form: (letter, url, post) => {
    const answers = letter.answers.map(({ question, answer }) => `${question}: ${answer}`).join('\n');
    const body = new URLSearchParams({ ...letter, route: letter.route ?? '', answers }).toString();
    return post(url, { type: 'application/x-www-form-urlencoded', body });
  },
  // https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-requests/#create-request
  zendesk: (letter, url, post) => {
    const { name, contact, message, answers } = letter;
    const { email } = reached(contact);
    const subject = [...(message || answers.at(-1)?.answer || contact)].slice(0, 100).join('');
    return post(url, json({ request: { requester: { name: name || contact, ...(email && { email }) }, subject, comment: { body: written(letter) } } }));
  },
  // https://developers.hubspot.com/docs/api-reference/legacy/marketing/forms/v3-legacy/submit-data-unauthenticated
  hubspot: (letter, url, post) => {
    const { name, contact } = letter;
    const { email } = reached(contact);
    const values = { [email ? 'email' : 'phone']: email || contact, firstname: name, message: written(letter) };
    const fields = Object.entries(values).filter(([, value]) => value).map(([name, value]) => ({ objectTypeId: '0-1', name, value }));
    return post(url, json({ fields, context: { pageUri: location.origin + location.pathname, pageName: document.title } }));
  },
  // https://developers.chatwoot.com/api-reference/contacts-api/create-a-contact and what follows there
  chatwoot: async (letter, url, post) => {
    const { name, contact, locale, route } = letter;
    const inbox = url.replace(/\/$/, '');
    const { email, phone } = reached(contact);
    // It refuses numbers that aren't written as ITU-T E.164 has them. The message has what was typed.
    const way = email ? { email } : /^\+\d{7,15}$/.test(phone) ? { phone_number: phone } : {};
    const person = await post(`${inbox}/contacts`, json({ name: name || contact, ...way }));
    const { source_id } = await person.json();
    const conversations = `${inbox}/contacts/${encodeURIComponent(source_id)}/conversations`;
    const begun = await post(conversations, json({ custom_attributes: { locale, route } }));
    const { id } = await begun.json();
    return post(`${conversations}/${encodeURIComponent(id)}/messages`, json({ content: written(letter) }));
  },
};

/** What went wrong, as an outcome. */
class Trouble extends Error {
  constructor(outcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

const post = async (url, { type, body }) => {
  // A polluted Object.prototype adds nothing.
  const headers = { __proto__: null, 'Content-Type': type };
  const options = /** @type {any} */ ({ __proto__: null, method: 'POST', headers, body, credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(PATIENCE) });
  const response = await fetch(url, options);
  // Refused by a server that is well: it did not take the message. Else it may have been taken before things went wrong.
  if (!response.ok) throw new Trouble(response.status < 500 ? 'failed' : 'unknown');
  return response;
};

/** Posts a letter, and gives what has come of it. */
const deliver = async (letter, endpoint, format = 'json') => {
  try {
    // `fetch` alone would go by the page's <base>, and that may be another server's.
    const url = endpoint.startsWith('/') ? location.origin + endpoint : endpoint;
    await FORMATS[format](letter, url, post);
    return 'sent';
  } catch (/** @type {any} */ error) {
    return error.outcome ?? 'unknown';
  }
};

/** 128 bits in hexadecimal digits. They needn't be secret, only unlike those of all other messages. */
const made = () => [...'0'.repeat(32)].map(() => Math.trunc(Math.random() * 16).toString(16)).join('');

/** Storage that is denied throws; then nothing is kept. */
const store = (kept) => {
  try {
    if (kept) localStorage.setItem(KEY, text({ ...kept, at: Date.now() }));
    else localStorage.removeItem(KEY);
  } catch {}
};

const stored = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '');
    if (Date.now() - kept.at < DAY) return kept;
  } catch {}
  // What is too old doesn't stay, either.
  store();
  return undefined;
};

/** What a message says, to tell a repetition from another message. */
const saidBy = ({ channel, name, contact, message }) => text([channel, name, contact, message]);

/**
 * Serves the form below `root`. `say` gives a built-in word in the visitor's language, `formatOf` the format that the
 * playbook names for a channel, by its id, and `settle` is told what has come of the message to one. Gives what sends a
 * message.
 */
export const serve = (root, tools) => {
  const { signal } = tools;
  if (!served.has(root)) {
    const send = begin(root, tools);
    if (signal.aborted) return send;
    served.set(root, send);
    // Yew never lets go of the root, and what is kept for it would hold the element.
    signal.addEventListener('abort', () => served.delete(root));
  }
  return served.get(root);
};

/** What sends a message, for each root. @type {WeakMap<Element, (message: any) => Promise<void>>} */
const served = new WeakMap();

const begin = (root, { say, formatOf, settle, signal }) => {
  const since = Date.now();
  /** The latest attempt at a message: its key, and what it says. */
  let attempt;
  /** What is sent when the visitor is online again. */
  let waiting;
  const word = (name) => say(name) || ENGLISH[name];
  /** Tells an outcome to whoever has left the form, in the panel's live region. */
  const report = (outcome, { contact, reachable }) => {
    const name = outcome === 'sent' && !reachable ? 'arrived' : outcome;
    const words = say(name === 'unknown' ? 'uncertain' : name) || ENGLISH[name];
    root.getRootNode().querySelector('#status').textContent = words.replace('{contact}', () => contact);
  };
  const form = () => root.querySelector('[data-step="message"]');
  const tick = () => form()?.querySelector('.keep input');
  const field = (name) => form()?.querySelector(`[name="${name}"]`);

  const keep = () => {
    if (!tick()?.checked) return;
    const texts = FIELDS.map((name) => [name, field(name)?.value ?? '']);
    store({ ...Object.fromEntries(texts), attempt });
  };

  const send = async (message) => {
    waiting = undefined;
    const said = saidBy(message);
    if (attempt?.said !== said) attempt = { key: made(), said };
    const { channel, endpoint, trap, reachable, ...words } = message;
    // A hint for the receiver only: nobody is turned away.
    const letter = { key: attempt.key, ...words, reference: root.dataset.reference ?? '', suspect: trap !== '' || Date.now() - since < HASTE };
    if (!navigator.onLine) {
      waiting = message;
      keep();
      return settle(channel, 'queued');
    }
    const outcome = await deliver(letter, endpoint, formatOf(channel));
    if (outcome === 'sent') {
      attempt = undefined;
      store();
    } else {
      keep();
    }
    if (signal.aborted) return;
    settle(channel, outcome);
    if (!form()) report(outcome, message);
  };

  /** Puts what was kept into the fields that are empty, as if it were typed, and offers to keep what is written. */
  const offer = () => {
    const place = form()?.querySelector('.keep');
    if (!place) return;
    if (!place.firstChild) {
      const kept = stored();
      const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: Boolean(kept) });
      const label = document.createElement('label');
      label.append(box, document.createElement('span'));
      place.append(label);
      // A repetition of what may have arrived.
      attempt ??= kept?.attempt;
      for (const name of kept ? FIELDS : []) {
        const empty = field(name);
        if (!empty || empty.value || typeof kept[name] !== 'string') continue;
        empty.value = kept[name];
        empty.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    }
    place.querySelector('span').textContent = word('keep');
  };

  const written = (event) => {
    if (!form()?.contains(event.target)) return;
    if (event.target === tick() && !event.target.checked) return store();
    // The engine takes it for unsent, too.
    if (event.target !== tick()) waiting = undefined;
    keep();
  };

  const online = () => {
    if (!waiting) return;
    settle(waiting.channel, 'sending');
    send(waiting);
  };

  const { adoptedStyleSheets } = root.getRootNode();
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  root.addEventListener('focusin', offer, { signal });
  root.addEventListener('input', written, { signal });
  addEventListener('online', online, { signal });
  offer();
  return send;
};
