/**
 * Live status: asks the feed that a playbook names, while somebody looks, and tells the smart layer what it says. Brought
 * by beside.js when a playbook has a `status`.
 *
 * A feed may be slow, broken or gone. What it said last then holds for five minutes, and after that the opening hours
 * alone. feed.js reads what it says, and what a feed is not believed is the engine's business.
 */

/** What the files that are asked for here must be. A release fills it in. */
const INTEGRITY = { __proto__: null };

/** As long as a feed may take to answer, in milliseconds. */
const PATIENCE = 2e3;
/** How long an answer is used, before the feed is asked again. */
const FRESH = 60e3;
/** How long what was said holds when nothing more comes. */
const BELIEVED = 5 * 60e3;
/** A server that is overrun may ask for no more than this. */
const MOST_PATIENT = 3600e3;
/** The summary of a large status page has about 200 kB. */
const MOST_CHARACTERS = 512 * 1024;
/** Timers can't wait for longer, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * Follows a feed until the signal is given. `wakes` is where `leeward-open` is heard, and `hear` takes what the feed says
 * of channels; null when nothing is known any more. Below `root` incidents.js, which `bring` gets, tells visitors what is
 * known, by the words that are `said`; without it channels are closed all the same. Names are those of the `playbook`.
 */
export const follow = async (address, { playbook, root, wakes, tell: hear, said, bring, signal }) => {
  const [feeds, incidents] = await Promise.all(['feed.js', 'incidents.js'].map((name) => bring(name, INTEGRITY[name])));
  if (!feeds || signal.aborted) return;
  const show = incidents?.board(root, said, signal, feeds.fold);
  const looks = () => root.getClientRects().length > 0;
  let [due, asking, complained] = [true, false, false];
  let [next, end, turn] = [0, 0, 0];

  /** Takes what a feed says now, and again when the time of something in it comes or is over. */
  const tell = (feed, written) => {
    clearTimeout(turn);
    const { says, told, turns } = feeds.read(feed, playbook, Date.now(), written);
    hear(says);
    show?.(told);
    if (turns < Infinity) turn = setTimeout(tell, Math.min(turns - Date.now(), LONGEST), feed, written);
  };

  const look = async () => {
    if (!due || asking || signal.aborted || document.hidden || !looks()) return;
    asking = true;
    const { feed, written, message, after } = await ask(address);
    [due, asking] = [false, false];
    if (signal.aborted) return;
    if (!message) {
      tell(feed, written);
      clearTimeout(end);
      end = setTimeout(tell, BELIEVED, null);
    } else if (!complained && navigator.onLine) {
      console.warn(`Leeward: ${message}. Opening hours hold without it`);
      complained = true;
    }
    // Visitors of a storm come at once, and shouldn't ask at once for ever.
    const pause = Math.max(FRESH * (1 + Math.random() / 4), Math.min(after, MOST_PATIENT));
    next = setTimeout(() => (due = true) && look(), pause);
  };

  signal.addEventListener('abort', () => [next, end, turn].forEach(clearTimeout));
  wakes.addEventListener('leeward-open', look, { signal });
  document.addEventListener('visibilitychange', look, { signal });
  look();
};

/**
 * What a feed says and when its server says that it was written, or what is wrong with it and the cure; and for how many
 * milliseconds its server wants to be left alone.
 */
const ask = async (address) => {
  const timeout = AbortSignal.timeout(PATIENCE);
  let after = 0;
  try {
    const url = new URL(address, location.href).href;
    // A polluted Object.prototype adds nothing.
    const options = /** @type {any} */ ({ __proto__: null, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache', signal: timeout });
    const response = await fetch(url, options);
    after = wished(response.headers.get('retry-after'));
    if (!response.ok) return { after, message: `the status feed ${url} answered ${response.status}; put the file there, or correct "status" in the playbook` };
    const text = await response.text();
    if (text.length > MOST_CHARACTERS) return { after, message: `the status feed ${url} has more than 512 kB; name a shorter one` };
    return { after, feed: JSON.parse(text), written: Date.parse(response.headers.get('last-modified') ?? '') };
  } catch (error) {
    const cause = timeout.aborted ? 'did not come within two seconds' : `can't be used (${error})`;
    return { after, message: `the status feed ${address} ${cause}; check its address, its Access-Control-Allow-Origin, and connect-src in the page's Content-Security-Policy` };
  }
};

/** Retry-After (RFC 9110, 10.2.3): seconds or a moment. */
const wished = (wish) => {
  const left = /^\d+$/.test(wish) ? 1e3 * Number(wish) : Date.parse(wish) - Date.now();
  return left > 0 ? left : 0;
};
