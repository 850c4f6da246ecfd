/**
 * vanilla-cookieconsent, the model of a light embed. It asks no questions: its consent panel stands for the first
 * one, its preferences for the next.
 */

import { packedFile } from '../../server.js';

export default ({ questions, npm }) => ({
  name: 'vanilla-cookieconsent',
  package: 'vanilla-cookieconsent',
  serves: [
    ['/cookieconsent.css', packedFile(npm('vanilla-cookieconsent/dist/cookieconsent.css'))],
    ['/cookieconsent.umd.js', packedFile(npm('vanilla-cookieconsent/dist/cookieconsent.umd.js'))],
  ],
  data: questions.map(({ text }) => text),
  launcher: ['#launcher'],
  question: ['#cc-main .cm__title', questions[0].text],
  answers: [['#cc-main .cm__btn[data-role=show]']],
  next: ['#cc-main .pm__title', questions[1].text],
  close: () => CookieConsent.hide(),
  note: 'Asks nothing: its consent panel stands for the first question, its preferences panel for the next screen.',
});
