/** SurveyJS in its own popup, with the scripts and the sheet that its documentation puts into the page. */

import { packedFile } from '../../server.js';

const model = (questions) => ({
  title: 'Help',
  questionsOnPageMode: 'questionPerPage',
  showQuestionNumbers: false,
  elements: questions.map(({ id, text, options }) => ({
    type: 'radiogroup',
    name: id,
    title: text,
    choices: options.map((option) => ({ value: option.id, text: option.text })),
  })),
});

export default ({ questions, answer, npm }) => ({
  name: 'SurveyJS',
  package: 'survey-core',
  serves: [
    ['/survey-core.min.css', packedFile(npm('survey-core/survey-core.fontless.min.css'))],
    ['/survey.core.min.js', packedFile(npm('survey-core/survey.core.min.js'))],
    ['/survey-js-ui.min.js', packedFile(npm('survey-js-ui/survey-js-ui.min.js'))],
  ],
  data: model(questions),
  launcher: ['#launcher'],
  question: ['.sd-element__title', questions[0].text],
  answers: [['.sd-selectbase__label', answer.text], ['.sd-navigation__next-btn']],
  next: ['.sd-element__title', questions[1].text],
  close: () => SurveyUI.unmountComponentAtNode(document.querySelector('#survey')),
  note: 'With the sheet without fonts.',
});
