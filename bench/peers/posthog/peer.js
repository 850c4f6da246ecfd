/**
 * PostHog surveys, opened by a button of the page. Its cloud is a stub that has one survey and has everything else
 * that the library could do switched off.
 */

import { packed, packedFile } from '../../server.js';

const json = (value) => packed(JSON.stringify(value), '.json');

const survey = (questions) => ({
  id: 'storm',
  name: 'Storm',
  type: 'widget',
  // Lets it be opened again.
  schedule: 'always',
  start_date: '2026-01-01T00:00:00Z',
  end_date: null,
  conditions: null,
  questions: questions.map(({ id, text, options }) => ({
    id,
    type: 'single_choice',
    question: text,
    choices: options.map((option) => option.text),
  })),
  appearance: { widgetType: 'selector', widgetSelector: '#launcher', position: 'right', whiteLabel: true },
});

/** What PostHog's cloud says about a project that uses surveys and nothing else. */
const project = (surveys) => ({
  token: 'phc_storm',
  supportedCompression: [],
  surveys,
  autocapture_opt_out: true,
  capturePerformance: false,
  heatmaps: false,
  captureDeadClicks: false,
  autocaptureExceptions: false,
  sessionRecording: false,
  elementsChainAsString: true,
  hasFeatureFlags: false,
  siteApps: [],
  featureFlags: {},
  flags: {},
});

const inside = (selector, text) => [`[class^=PostHogSurvey] >>> ${selector}`, text];

export default ({ questions, answer, npm, version }) => {
  const config = project(true);
  const script = `window._POSTHOG_REMOTE_CONFIG={phc_storm:{config:${JSON.stringify(config)},siteApps:[]}};`;
  return {
    name: 'PostHog surveys',
    package: 'posthog-js',
    serves: [
      ['/static/array.js', packedFile(npm('posthog-js/dist/array.js'))],
      [`/static/${version('posthog-js')}/surveys.js`, packedFile(npm('posthog-js/dist/surveys.js'))],
      ['/array/phc_storm/config.js', packed(script, '.js')],
      ['/array/phc_storm/config', json(config)],
      ['/flags/', json(config)],
      ['/api/surveys/', json({ surveys: [survey(questions)] })],
      ['/e/', json({ status: 1 })],
      ['/i/v0/e/', json({ status: 1 })],
    ],
    launcher: ['#launcher[PHWidgetSurveyClickListener]'],
    question: inside('.survey-question', questions[0].text),
    answers: [inside('label', answer.text), inside('.form-submit')],
    next: inside('.survey-question', questions[1].text),
    close: () => {
      document.querySelector('[class^=PostHogSurvey]').shadowRoot.querySelector('.form-cancel').click();
      // It ignores a press while its own animation runs.
      return new Promise((done) => setTimeout(done, 250));
    },
    note: 'Its cloud is a local stub with one survey and everything else switched off.',
  };
};
