/**
 * The quick exit, for somebody who may be watched: a button in the panel's header, and Shift three times, as GOV.UK's
 * "Exit this page" describes it. Brought by beside.js when the playbook has an `exit`.
 *
 * It hides and leaves, and that is all that a page can do: the browser's history still has it, and the hint says so.
 */

/** Three presses within so many milliseconds. */
const PATIENCE = 5e3;

const STYLES = `
#exit { max-inline-size: 50%; min-block-size: 44px; margin-inline: 8px; padding: 4px 12px; border: 2px solid var(--leeward-warm); border-radius: 22px; background: none; color: var(--leeward-warm); font: inherit; font-weight: 650; letter-spacing: inherit; word-spacing: inherit; cursor: pointer; }
#exit:hover { background: var(--leeward-warm-surface); }
`;

const ENGLISH = {
  exit: 'Leave this page',
  exit_hint: 'Press Shift three times to leave at once. Your browser keeps a history of what you looked at.',
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLES);

/**
 * Puts the button before the one that closes the panel. `say` gives a built-in word in the visitor's language. Gives
 * what says it anew in another language, and what takes the button away.
 */
export const place = (panel, url, say) => {
  const root = panel.getRootNode();
  const close = root.getElementById('close');
  const button = Object.assign(document.createElement('button'), { id: 'exit', type: 'button' });
  button.part.add('exit');
  root.adoptedStyleSheets.push(sheet);

  const leave = () => {
    // First, as the other page may take its time.
    document.documentElement.style.setProperty('display', 'none', 'important');
    document.title = '';
    location.replace(url);
  };

  let presses = [];
  const pressed = ({ key, timeStamp, repeat }) => {
    if (repeat || !root.querySelector('#panel')?.open) return;
    presses = key === 'Shift' ? [...presses.filter((time) => timeStamp - time < PATIENCE), timeStamp] : [];
    if (presses.length === 3) leave();
  };

  const speak = () => {
    button.textContent = say('exit') || ENGLISH.exit;
    button.title = say('exit_hint') || ENGLISH.exit_hint;
  };

  button.addEventListener('click', leave);
  // On the way down: what is typed into a field comes no further (boundary.js), and must count.
  addEventListener('keydown', pressed, true);
  close.before(button);
  speak();
  const remove = () => {
    removeEventListener('keydown', pressed, true);
    button.remove();
  };
  return { speak, remove };
};
