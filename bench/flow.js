/**
 * The two questions that everybody asks: the first two of playbooks/service-crisis.json in English, on the way that
 * the measured answer takes. Peers get them as the peers' own formats want them.
 */

import { readFileSync } from 'node:fs';

const playbook = JSON.parse(readFileSync(new URL('../playbooks/service-crisis.json', import.meta.url), 'utf8'));

const option = (id, text) => ({ id, text: typeof text === 'string' ? text : text.en });

/** The answer that is given to the first question; it leads to the second one. */
export const ANSWER = option('coverage', find(find(playbook.questions, 'topic').options, 'coverage').text);

/** `{ id, text, options: [{ id, text }] }`, twice. */
export const QUESTIONS = ['topic', 'safe'].map((id) => {
  const question = find(playbook.questions, id);
  const options = question.options ?? [option('yes', 'Yes'), option('no', 'No')];
  return {
    id,
    text: question.text.en,
    options: [...options.map(({ id, text }) => option(id, text)), option('not_sure', 'I’m not sure')],
  };
});

function find(list, id) {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`playbooks/service-crisis.json has no "${id}" any more; adapt bench/flow.js`);
  return found;
}
