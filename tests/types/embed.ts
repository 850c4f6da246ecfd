/**
 * What a site in TypeScript may write, by the documentation. It is compiled and never run: the test is that it has
 * exactly these types.
 */

import type { LeewardError, LeewardHelp } from '../../loader/leeward.js';

const help: LeewardHelp = document.createElement('leeward-help');
help.open();
help.close();

document.addEventListener('leeward-route', ({ detail }) => {
  const ids: [string, string, string] = [detail.route, detail.best, detail.second];
  // @ts-expect-error A visitor's words are in no signal.
  return [...ids, detail.answers];
});

document.addEventListener('leeward-step', ({ detail: { step, question } }) => {
  const ids: [string, string | undefined] = [step, question];
  // @ts-expect-error An answer is in no signal.
  return [...ids, step.answer];
});
document.dispatchEvent(new CustomEvent('leeward-consent', { detail: true }));

help.addEventListener('leeward-contact', ({ detail: { channel, kind } }) => {
  // @ts-expect-error Kinds are a closed list.
  if (kind === 'fax') return channel;
});

const cure = ({ code, message }: LeewardError): string => {
  switch (code) {
    case 'network':
    case 'http':
    case 'mime':
    case 'integrity':
    case 'old':
    case 'blocked':
    case 'compile':
    case 'playbook':
    case 'panic':
      return message;
  }
};

addEventListener('leeward-error', (event) => cure(event.detail));
