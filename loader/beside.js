/**
 * What stands beside the questions, each in a script of its own: the quick exit, the live status, chats of other makers,
 * the outbox, and what helps to write and to take a channel. load.js brings this while the questions come; each of them
 * does without what doesn't come.
 */

/** What the files that are asked for here must be. A release fills it in. */
const INTEGRITY = { __proto__: null };

/**
 * Attends to the questions below `root` until `signal`. `said` gives the words as they are now, `call` calls what is
 * mounted; the rest are tools of load.js's. Gives what posts a message, what speaks anew in another language, and what
 * ends all of it.
 */
export const attend = (root, element, { first, said, call, now, signal, missed, came, own, web, ...tools }) => {
  /** What comes when the questions have been taken away is not put to work: their root is no part of the panel any more. */
  const part = async (name) => {
    const script = await tools.once(name, () => came(tools.bring(name, INTEGRITY[name])));
    return signal.aborted ? new Promise(() => {}) : script;
  };
  const say = (name) => own(said(), name);
  const channels = Object(own(first.playbook, 'channels'));
  const of = (channel, field) => own(own(channels, channel), field);
  const some = (holds) => Object.keys(channels).some(holds);

  /** The quick exit of a playbook that has one. */
  const exit = async () => {
    const url = web(first.exit);
    return url && (await part('exit.js')).place(root.parentNode, url, say);
  };

  /** Follows the live status of a playbook that has one, tells it to the smart layer, and to the visitor what is known. */
  const listen = async () => {
    if (typeof first.feed !== 'string') return;
    const { follow } = await part('status.js');
    const bring = (...file) => came(tools.bring(...file)).catch(missed);
    follow(first.feed, { playbook: first.playbook, root, wakes: element, tell: call('status'), said, signal, bring });
  };

  /** Takes over the chats of other makers that a playbook names. */
  const chats = async () => {
    const vendorOf = (channel) => of(channel, 'vendor');
    if (!some(vendorOf)) return;
    const wait = (begun) => (root.parentNode.querySelector('#status').textContent = begun ? said().loading : '');
    (await part('chat.js')).take(root, element, { wait, fail: call('fail'), signal, vendorOf });
  };

  /** Posts messages, by outbox.js. */
  const served = () => part('outbox.js').then(({ serve }) => serve(root, { say, settle: call('settle'), signal, formatOf: (id) => of(id, 'format') }));

  /** Keeps the panel above the keyboard that a field brings onto the screen. Without it, the browser does what it can. */
  const written = ({ target }) => {
    if (!target.matches('[type="text"], textarea')) return;
    root.removeEventListener('focusin', written);
    part('keyboard.js').then(({ watch }) => watch(root, signal), missed);
  };

  /** Brings what helps to take a channel, with a result; when it does not come, the next one asks for it again. */
  const routed = () => part('handoff.js').then(({ attend }) => attend(root, { ...tools, own, web, now, signal })).catch(missed);

  const placed = exit();
  placed.catch(missed);
  listen().catch(missed);
  chats().catch(missed);
  // It has to be there when nothing can be fetched any more. When it doesn't come, whoever sends something is told so.
  if (some((channel) => of(channel, 'kind') === 'form')) served().catch(() => {});
  // Yew never lets go of the root, and what listens to it holds the element.
  root.addEventListener('focusin', written, { signal });
  element.addEventListener('leeward-route', routed, { signal });
  // Whoever was quick has a result already.
  if (root.querySelector('.offer')) routed();
  part('translated.js').then(({ watch }) => watch(root, signal), () => {});

  const exited = (act) => placed.then((exit) => exit && act(exit), () => {});
  return {
    post: (message) => served().then((send) => send(message)),
    speak: () => exited((exit) => exit.speak()),
    end: () => exited((exit) => exit.remove()),
  };
};
