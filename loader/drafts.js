/**
 * Links with a draft or with parameters. Brought by handoff.js. Whatever a visitor has written becomes the value of one
 * key and nothing more; what goes into it, and whether, is handoff.js's to say.
 */

/** As many characters of a link as every app takes: Windows hands on 2,081 at most, and others far more than people read. */
const LONGEST = /^Win/.test(navigator.platform) ? 1800 : 6000;

/** Without control characters, and without halves of characters, which can't be encoded; a line ends with `\n`. */
const clean = (text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');

/**
 * Percent-encoded as RFC 6068 (section 5) asks: a space is `%20`, a line break `%0D%0A`, and nothing that has a meaning in
 * any link stays as it is.
 */
const encoded = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (mark) => '%' + mark.charCodeAt(0).toString(16).toUpperCase()).replace(/%0A/g, '%0D%0A');

/** A text as a value of at most so many characters. It is cut before it is encoded, between whole characters. */
export const value = (text, most = LONGEST) => {
  const letters = [...clean(text)];
  if (encoded(letters.join('')).length <= most) return encoded(letters.join(''));
  let length = 0;
  // The sign of what was left out takes 9.
  const end = letters.findIndex((letter) => (length += encoded(letter).length) > most - 9);
  return encoded(letters.slice(0, end).join('') + '…');
};

const joined = (href, field) => href + (href.includes('?') ? '&' : '?') + field;

/** Apple's messages want the text behind `&`. */
const isApple = () => /^(Mac|iP)/.test(navigator.platform);

/** Messaging apps by the host of their links; `draft` makes a link with a text of it. */
const APPS = [
  { name: 'WhatsApp', hosts: ['wa.me', 'api.whatsapp.com'], draft: (href, text) => joined(href, `text=${text}`) },
  {
    name: 'LINE',
    hosts: ['line.me', 'lin.ee'],
    // https://developers.line.biz/en/docs/messaging-api/using-line-url-scheme/
    draft: (href, text) => {
      const id = /^https:\/\/line\.me\/R\/(?:ti\/p|oaMessage)\/((?:%40|@)[\w.-]+)\/?$/i.exec(href)?.[1];
      return id && `https://line.me/R/oaMessage/${id.replace('@', '%40')}/?${text}`;
    },
  },
  { name: 'Telegram', hosts: ['t.me'], draft: (href, text) => joined(href, `text=${text}`) },
  { name: 'Messenger', hosts: ['m.me'], draft: (href, text) => joined(href, `text=${text}`) },
  { name: 'KakaoTalk', hosts: ['pf.kakao.com', 'open.kakao.com'] },
  { name: 'Viber', hosts: ['vb.me', 'invite.viber.com'] },
  { name: 'Signal', hosts: ['signal.me'] },
  { name: 'Zalo', hosts: ['zalo.me'] },
  { name: 'Instagram', hosts: ['ig.me', 'instagram.com', 'www.instagram.com'] },
];

/** The messaging app to which a link leads. */
export const appOf = (href) => {
  const link = document.createElement('a');
  link.href = href;
  return APPS.find(({ hosts }) => hosts.includes(link.hostname));
};

/** A link with a text to start from; undefined where the kind of link has no place for it. */
export const drafted = (href, subject, text) => {
  if (href.startsWith('sms:')) return `${href}${isApple() ? '&' : '?'}body=${value(text)}`;
  if (href.startsWith('mailto:')) return `${href}?subject=${value(subject, 300)}&body=${value(text)}`;
  return appOf(href)?.draft?.(href, value(text));
};

/** A link with more parameters, `[name, value]` each; what stands behind `#` stays there. */
export const extended = (href, parameters) => {
  const [link, ...fragment] = href.split('#');
  const whole = parameters.reduce((link, [name, text]) => joined(link, `${encoded(name)}=${encoded(text)}`), link);
  return [whole, ...fragment].join('#');
};
