/**
 * @formbricks/surveys 1.99.0. Its loader of that time is on no registry in this form, so the page does what it did:
 * it brings the package when a survey is triggered, and renders a modal.
 */

import { packedFile } from '../../server.js';

const survey = (questions) => ({
  id: 'storm',
  name: 'Storm',
  questions: questions.map(({ id, text, options }) => ({
    id,
    type: 'multipleChoiceSingle',
    headline: text,
    required: true,
    buttonLabel: 'Next',
    shuffleOption: 'none',
    choices: options.map((option) => ({ id: option.id, label: option.text })),
  })),
  welcomeCard: { enabled: false },
  thankYouCard: { enabled: false },
  hiddenFields: { enabled: false },
});

export default ({ questions, answer, npm }) => ({
  name: '@formbricks/surveys',
  package: '@formbricks/surveys',
  serves: [['/surveys.js', packedFile(npm('@formbricks/surveys/dist/index.umd.js'))]],
  data: survey(questions),
  launcher: ['#launcher'],
  question: ['#fbjs label', questions[0].text],
  answers: [['#fbjs label', answer.text], ['#fbjs button[type=submit]']],
  next: ['#fbjs label', questions[1].text],
  close: () => document.querySelector('#formbricks-modal-container').remove(),
  note: 'Brought by four lines in the page at the press, as its loader of that time did; the loader’s own bytes are not counted.',
});
