/**
 * What a visitor has told, read from the list on the result, where it stands in the visitor's language: as ids, and in
 * other languages. Brought by handoff.js. Only questions and options of the playbook have ids; a visitor's own words stay
 * as they are.
 */

const ENGLISH = { __proto__: null, yes: 'Yes', no: 'No', not_sure: 'I’m not sure' };

/** A polluted Object.prototype adds nothing to own properties. */
const own = (object, key) => (object != null && Object.hasOwn(object, key) ? object[key] : undefined);

const list = (value) => (Array.isArray(value) ? value : []);

const phrase = (locale, texts) => new Intl.ListFormat(locale).format(texts);

/** A voice is an outline of a playbook (load.js), the locale that it speaks, and the built-in words in it. */
const say = ({ outline, locale }, text) => outline.text(text, { locale }).words;

const label = (voice, name) => say(voice, own(own(voice.outline.playbook, 'labels'), name)) || own(voice.words, name) || ENGLISH[name];

const questionOf = ({ outline }, id) => list(own(outline.playbook, 'questions')).find((question) => own(question, 'id') === id);

/** The options that a phrase names, in its order. None when they don't give the same phrase: then they were others. */
const chosen = (voice, options, words) => {
  const named = options.map((option) => ({ id: own(option, 'id'), text: say(voice, own(option, 'text')) })).filter(({ text }) => text);
  let rest = words;
  const found = named
    .sort((one, other) => other.text.length - one.text.length)
    .flatMap((option) => {
      const place = rest.indexOf(option.text);
      if (place < 0) return [];
      rest = rest.replace(option.text, '\0'.repeat(option.text.length));
      return [{ ...option, place }];
    })
    .sort((one, other) => one.place - other.place);
  return phrase(voice.locale, found.map(({ text }) => text)) === words ? found.map(({ id }) => id) : [];
};

const numberIn = ({ locale }, words) => {
  const format = new Intl.NumberFormat(locale);
  // Array.from() is another function on pages with Prototype.js or MooTools.
  const digits = [...'0123456789'].map((digit) => format.format(+digit));
  const plain = [...words].map((letter) => (digits.includes(letter) ? digits.indexOf(letter) : letter)).join('');
  const number = /\d[\d.,٬\s]*/.exec(plain)?.[0].replace(/\D/g, '');
  return number && words.includes(format.format(+number)) ? [number] : [];
};

const values = (voice, question, words) => {
  const short = ['yes', 'no', 'not_sure'].find((name) => label(voice, name) === words);
  if (short) return [short];
  const type = own(question, 'type');
  if (type === 'number') return numberIn(voice, words);
  return type === 'text' ? [] : chosen(voice, list(own(question, 'options')), words);
};

/**
 * The answers in the list of a result; `written` reads there what was written, whatever a browser has translated it to. `values` are ids, `yes`, `no`, `not_sure`, or a number's digits; there are none for
 * a visitor's own words. One that is `private` goes nowhere by itself.
 */
export const answers = (step, voice, written) =>
  [...step.querySelectorAll('.told > div')].map((row) => {
    const id = row.querySelector('[data-question]').dataset.question;
    const question = questionOf(voice, id);
    const words = written(row.querySelector('dd > span'));
    return { id, asked: written(row.querySelector('dt')), words, private: own(question, 'private') === true, values: values(voice, question, words) };
  });

const retold = (voice, { id, asked, words, values }) => {
  const question = questionOf(voice, id);
  const options = list(own(question, 'options'));
  const texts = values.map((value) => {
    const option = options.find((option) => own(option, 'id') === value);
    if (option) return say(voice, own(option, 'text'));
    return own(question, 'type') === 'number' && /^\d+$/.test(value) ? new Intl.NumberFormat(voice.locale).format(+value) : label(voice, value);
  });
  return { asked: say(voice, own(question, 'text')) || asked, words: texts.length && texts.every(Boolean) ? phrase(voice.locale, texts) : words };
};

/** The same answers in another voice's language, as far as it has words for them. */
export const inOther = (voice, told) => told.map((answer) => ({ ...answer, ...retold(voice, answer) }));

/** Answers as a text, two lines each. */
export const asText = (told) => told.map(({ asked, words }) => `${asked}\n${words}`).join('\n\n');
