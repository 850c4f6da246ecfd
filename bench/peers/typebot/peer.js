/** Typebot's bubble, as its documentation embeds it. Its cloud is a stub that gives the two questions at once. */

import { packed, packedFile } from '../../server.js';

const said = (id, text) => ({
  id,
  type: 'text',
  content: { type: 'richText', richText: [{ type: 'p', children: [{ text }] }] },
});

const asked = ({ id, text, options }) => ({
  messages: [said(`say-${id}`, text)],
  input: {
    id: `ask-${id}`,
    type: 'choice input',
    items: options.map((option) => ({ id: option.id, content: option.text })),
    options: { isMultipleChoice: false },
  },
});

/** As the cloud sends it; the pretended typing is off, so that nobody waits for what isn't needed. */
const start = (question) => ({
  sessionId: 'session',
  typebot: {
    id: 'storm',
    version: '6.1',
    // The default font would come from somebody else's cloud.
    theme: { general: { font: { type: 'Custom', family: 'system-ui' } } },
    settings: { general: { isBrandingEnabled: false }, typingEmulation: { enabled: false } },
  },
  ...asked(question),
});

const json = (value) => packed(JSON.stringify(value), '.json');

const inside = (selector, text) => [`typebot-bubble >>> ${selector}`, text];

export default ({ questions, answer, npm }) => ({
  name: 'Typebot',
  package: '@typebot.io/js',
  serves: [
    ['/typebot.js', packedFile(npm('@typebot.io/js/dist/web.js'))],
    ['/api/v1/typebots/storm/startChat', json(start(questions[0]))],
    ['/api/v1/sessions/session/continueChat', json(asked(questions[1]))],
  ],
  launcher: inside('button[part=button]'),
  question: inside('.slate-html-container', questions[0].text),
  answers: [inside('button', answer.text)],
  next: inside('.slate-html-container', questions[1].text),
  close: () => Typebot.close(),
  note: 'Its cloud is a local stub that answers at once; the pretended typing and the font from a cloud are switched off.',
});
