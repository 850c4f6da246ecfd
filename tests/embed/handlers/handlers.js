/**
 * Handlers of keys as pages have them; the address says which (`?handler=game&mode=inline`). Each spares the page's own
 * fields, and notes in `taken` what it has taken for the page's.
 */
import hotkeys from '/node_modules/hotkeys-js/dist/hotkeys-js.js';

const wishes = new URLSearchParams(location.search);
const form = document.querySelector('#form');
const help = document.querySelector('leeward-help');
globalThis.taken = [];

const take = (event) => {
  taken.push(`${event.type} ${event.key ?? event.data ?? ''}`);
  event.preventDefault();
  return false;
};

const isField = ({ target }) => target.matches?.('input, select, textarea') || target.isContentEditable;

/** What a shop, a reader or a game has bound: letters, and what controls are used with. */
const BOUND = ['s', 'n', 'g', '/', 'space', 'enter', 'up', 'down', 'left', 'right'];
const PLAYED = [' ', 'Enter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

const HANDLERS = {
  hotkeys: () => hotkeys([...BOUND].join(), take),
  mousetrap: () => Mousetrap.bind([...BOUND, 'g i'], take),
  'a slash that leads to the search': () =>
    document.addEventListener('keydown', (event) => {
      if (isField(event) || event.key !== '/') return;
      take(event);
      document.querySelector('#search').focus();
    }),
  // As WebForm_FireDefaultButton() of ASP.NET has it.
  'a default button': () => {
    document.querySelector('#default').addEventListener('click', () => taken.push('default button'));
    for (const type of ['keydown', 'keypress']) {
      form.addEventListener(type, (event) => {
        if (event.keyCode !== 13 || /^(textarea|a)$/i.test(event.target.tagName) || event.target.type === 'button') return;
        document.querySelector('#default').click();
        event.preventDefault();
      });
    }
  },
  'a game': () =>
    document.addEventListener('keydown', (event) => !isField(event) && PLAYED.includes(event.key) && take(event), true),
  'listeners of a root': () => {
    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionend', 'paste', 'copy']) {
      const taker = (event) => !isField(event) && !event.ctrlKey && !/^(Tab|Shift|Control)$/.test(event.key) && take(event);
      for (const capture of [true, false]) document.body.addEventListener(type, taker, capture);
    }
  },
};

HANDLERS[wishes.get('handler')]();
// Beside it, a shortcut, which holds wherever the focus is.
globalThis.shortcuts = 0;
document.addEventListener('keydown', (event) => event.ctrlKey && event.key === 'k' && (event.preventDefault(), shortcuts++));
if (wishes.get('mode')) {
  help.setAttribute('mode', wishes.get('mode'));
  form.prepend(help);
}
