/**
 * A playbook as large as they may be: 40 questions, 8 languages, a route for each answer that matters, near 256 kB.
 * Made of nothing but numbers, so that it is the same each time.
 */

const LOCALES = ['en', 'ja', 'hi', 'ar', 'de', 'es', 'fr', 'zh-Hans'];
const QUESTIONS = 40;
const OPTIONS = 4;

/** Words of some length in each script. */
const WORDS = {
  en: (what) => `Tell us what happened at your place: ${what}`,
  ja: (what) => `お住まいで何がありましたか: ${what}`,
  hi: (what) => `आपके यहाँ क्या हुआ, बताएँ: ${what}`,
  ar: (what) => `أخبرنا بما حدث في مكانك: ${what}`,
  de: (what) => `Sagen Sie uns, was bei Ihnen passiert ist: ${what}`,
  es: (what) => `Díganos qué ha pasado en su casa: ${what}`,
  fr: (what) => `Dites-nous ce qui s’est passé chez vous: ${what}`,
  'zh-Hans': (what) => `请告诉我们您那里发生了什么: ${what}`,
};

const text = (what) => Object.fromEntries(LOCALES.map((locale) => [locale, WORDS[locale](what)]));
const numbers = (count) => Array.from({ length: count }, (_, number) => number + 1);

/** The text of the playbook, laid out as JSON writes it on one line. */
export function large() {
  const channel = (kind, more) => ({ kind, name: text(kind), always: true, ...more });
  const route = (question) => ({
    id: `way_${question}`,
    when: { question: `question_${question}`, is: 'option_1' },
    first: [['form', 'phone', 'mail'][question % 3]],
    second: ['mail'],
  });
  const playbook = {
    version: 1,
    locales: LOCALES,
    name: text('us'),
    questions: numbers(QUESTIONS).map((question) => ({
      id: `question_${question}`,
      type: 'choice',
      text: text(`${question}`),
      why: text(`why ${question}`),
      options: numbers(OPTIONS).map((option) => ({ id: `option_${option}`, text: text(`${question}.${option}`), hint: text(`hint ${question}.${option}`) })),
    })),
    channels: {
      phone: channel('phone', { address: '+81312345678', wait_minutes: [2, 6], cost: text('free') }),
      form: channel('form', { endpoint: '/messages' }),
      mail: channel('email', { address: 'help@example.test' }),
    },
    routes: [...numbers(QUESTIONS).map(route), { id: 'everyone_else', first: ['phone'], second: ['form'] }],
  };
  return JSON.stringify(playbook);
}
