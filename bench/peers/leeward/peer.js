/** Leeward as it is released, by its evergreen file, with the snippet of docs/embed.md and the playbook
 * service-crisis as `leeward split` makes it. */

import { join } from 'node:path';
import { packedFile, packedFolder } from '../../server.js';

const inside = (selector, text) => [`leeward-help >>> ${selector}`, text];

export default ({ site, questions, answer }) => ({
  name: 'Leeward',
  serves: [
    ...packedFolder(join(site, 'leeward'), '/leeward/'),
    ['/leeward/playbook.json', packedFile(join(site, 'playbooks/split/service-crisis.json'))],
  ],
  launcher: inside('#launcher'),
  // The welcome with the notice comes before the first question.
  before: [inside('[data-action=start]')],
  question: inside('legend', questions[0].text),
  answers: [inside(`label:has([value=${answer.id}])`), inside('[data-action=continue]')],
  next: inside('legend', questions[1].text),
  close: () => document.querySelector('leeward-help').close(),
  note: 'A welcome with the notice and the languages comes before the first question; both waits are counted.',
});
