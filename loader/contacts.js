/**
 * The contact list: the channels of a playbook, as links. The safe layer shows it by itself when there are no
 * questions to show, so nobody who is asked questions has to wait for this file.
 *
 * Its sheet has what paper needs, too, questions included: nobody prints what has just come.
 *
 * The playbook is unchecked here: only own properties of the right type are taken, and what can't be read is left
 * out. Whether a channel is open now, and which one is best, is the smart layer's to say.
 */

export const STYLES = `
#contacts { line-break: strict; }
#contacts ul { margin: 0; padding: 0; }
#contacts li { display: block; margin-block-end: 12px; padding: 6px 16px 12px; border: 1px solid var(--leeward-hair); border-radius: var(--leeward-radius); }
#contacts li a { text-decoration: none; }
#contacts li span { display: block; color: var(--leeward-ink); }
#contacts bdi { font-size: large; text-decoration: underline; text-underline-offset: 3px; }
#contacts p { margin: 0; color: var(--leeward-soft); }
#contacts p:empty { display: none; }
#contacts li[data-urgent] { padding-block: 12px 4px; border-color: var(--leeward-warm); background: var(--leeward-warm-surface); --leeward-accent: var(--leeward-warm); }
#contacts li[data-urgent] p { color: inherit; }
#contacts li[data-urgent] bdi { flex: none; max-inline-size: 100%; }
#contacts li[data-urgent] span { flex: 1 1 6em; }
#contacts li[data-urgent] a { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: center; justify-content: space-between; }
#contacts li[data-urgent] a + a { border-block-start: 1px solid var(--leeward-hair); }
@media print {
  #panel {
    position: absolute; inset: 0 0 auto; inline-size: auto; block-size: auto; overflow: visible; border: 0; border-radius: 0;
    color-scheme: light; box-shadow: none; print-color-adjust: exact;
  }
  #panel, #smart, #contacts, .smart, .step, .scroll { display: block; overflow: visible; }
  #close, ::backdrop, .bar, .top { display: none; }
  ::details-content { content-visibility: visible; }
}
`;

/** How each kind of channel is reached. A form needs the smart layer. */
const SCHEMES = { phone: 'tel:', sms: 'sms:', email: 'mailto:', chat: '', portal: '', social: '' };

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A polluted Object.prototype adds nothing to own properties. */
const own = (object, key) => (object != null ? Object.getOwnPropertyDescriptor(object, key)?.value : undefined);

const list = (value) => (Array.isArray(value) ? value : []);

const entries = (value) => Object.entries(Object(value));

/**
 * Every way to make contact, lines for danger to life first. The outline is load.js's; `said` has the words for "open
 * day and night" (`always`), and `contacted` is told when a visitor follows a link.
 */
export const ways = ({ playbook, text }, locale, { always = 'Open day and night' }, contacted) => {
  const voice = { locale, always };
  const say = (tag, value) => {
    const { words, lang } = text(value, voice);
    const node = document.createElement(tag);
    node.textContent = words;
    if (lang !== voice.locale) node.lang = lang;
    return node;
  };

  const link = (channel, href, address) => {
    const node = Object.assign(document.createElement('a'), { href });
    const shown = Object.assign(document.createElement('bdi'), { translate: false });
    if (href.startsWith('http')) {
      Object.assign(node, { target: '_blank', rel: 'noopener noreferrer' });
      shown.textContent = new URL(href).host;
    } else {
      shown.textContent = address.replace(';ext=', ' ext. ');
    }
    node.append(say('span', own(channel, 'name')), ' ', shown);
    return node;
  };

  const way = ([id, channel]) => {
    const kind = own(channel, 'kind');
    const scheme = typeof kind === 'string' ? own(SCHEMES, kind) : undefined;
    const address = own(channel, scheme ? 'address' : 'url');
    const href = scheme + (kind === 'phone' || kind === 'sms' ? dialled(address) : address);
    if (scheme === undefined || !isSafe(href)) return [];
    const item = document.createElement('li');
    const anchor = link(channel, href, address);
    anchor.addEventListener('click', () => contacted({ channel: id, kind }));
    item.dataset.channel = id;
    item.append(anchor, say('p', own(channel, 'about')), say('p', opening(own(playbook, 'hours'), channel, voice)));
    return [item];
  };

  const emergency = () => {
    const block = own(playbook, 'emergency');
    const calls = list(own(block, 'lines'))
      .map((line) => [line, `tel:${dialled(own(line, 'number'))}`])
      .filter(([, href]) => /^tel:\+?\d+$/.test(href));
    if (!calls.length) return [];
    const item = document.createElement('li');
    item.dataset.urgent = '';
    item.append(say('p', own(block, 'text')), ...calls.map(([line, href]) => link(line, href, own(line, 'number'))));
    return [item];
  };

  // Version 0 said lines.
  return [...emergency(), ...entries(own(playbook, 'channels') ?? own(playbook, 'lines')).flatMap(way)];
};

/** What is dialled: groups are for reading, and before an extension phones make a pause. */
const dialled = (number) => (typeof number === 'string' ? number.replaceAll(/[ -]/g, '').replace(';ext=', ',') : undefined);

const isSafe = (href) => {
  if (/[\s\\\p{Cc}]/u.test(href)) return false;
  try {
    const { protocol, hostname, username, password } = new URL(href);
    if (username || password) return false;
    if (protocol === 'http:') return hostname === 'localhost';
    // A mail or message address with a query could carry more recipients.
    return protocol === 'https:' || /^(tel:\+?[\d().-]+(,\d+)?|sms:\+?[\d().-]+|mailto:[^?#]+@[^?#]+)$/.test(href);
  } catch {
    return false;
  }
};

const opening = (table, channel, { locale, always }) => {
  if (own(channel, 'always') === true) return always;
  const hours = own(table, own(channel, 'hours'));
  const days = entries(own(hours, 'week')).flatMap(([range, spans]) => {
    const names = range.split('-').map((name) => dayName(locale, name));
    return names.every(Boolean) ? `${names.join('–')} ${list(spans).join(', ').replaceAll('-', '–')}` : [];
  });
  return days.length ? `${days.join('; ')} (${zoneName(locale, own(hours, 'timezone'))})` : '';
};

const dayName = (locale, name) => {
  const day = DAYS.indexOf(name);
  // 2024 began on a Monday.
  const date = Date.UTC(2024, 0, 1 + day);
  return day < 0 ? '' : new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(date);
};

/** Intl throws on a zone that it doesn't know; the playbook's own name for it is better than none. */
const zoneName = (locale, timeZone) => {
  try {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts();
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  } catch {
    return timeZone;
  }
};
