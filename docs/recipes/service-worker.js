/**
 * A service worker that keeps a help page, Leeward and its playbook for the day on which your server is down.
 * Put it at the root of your site, adapt the first three constants, and register it on the page:
 *
 *     navigator.serviceWorker?.register('/service-worker.js');
 *
 * Whoever has been on the page in the last day then gets it without a server, with the questions and the ways to reach
 * you. The network always comes first, so nothing gets old while your server answers.
 *
 * Nothing of a visitor's is kept: only what is named here, pages as somebody gets them who has no cookies, and nothing
 * that your server forbids to keep (`no-store`, `private`). Addresses with a `?` are left to the network.
 */

/** Pages, by path: those that are the same for everybody. */
const PAGES = ['/help.html'];
/** What the pages need beside Leeward, by path: playbooks, style sheets, pictures. */
const FILES = ['/leeward/playbook.json', '/playbooks/service-crisis.json'];
/** How long something is kept, in milliseconds. Longer helps more visitors on that day, and leaves a wrong number longer
 * with those whose line somebody delays. */
const KEPT_FOR = 24 * 3600e3;

/** In milliseconds. A server that is silent for longer counts as down, where there is something kept. */
const PATIENCE = 3000;
/** Of all that is kept; the oldest goes first. One release and one language are about 30. */
const MOST = 80;

const STORE = 'leeward-offline';
const KEPT_AT = 'x-leeward-kept-at';
/** Leeward's files by their names, in the folder of a release or beside the evergreen one. */
const LEEWARD = /^\/leeward\/(\d+\.\d+\.\d+-[0-9a-f]+\/)?((leeward|load|widget|contacts|beside|boundary|translated|exit|outbox|chat|status|feed|incidents|handoff|summary|drafts|qr|keyboard|display|triggers)\.js|(widget|qr)_bg\.wasm|widget\.css|(labels|handoff)\/[A-Za-z-]+\.json)$/;

const isPage = ({ mode }, { pathname }) => mode === 'navigate' && PAGES.includes(pathname);
const isFile = ({ mode }, { pathname }) => mode !== 'navigate' && (FILES.includes(pathname) || LEEWARD.test(pathname));

/** Whether a server allows that an answer is given to somebody else, or at another time. */
const mayBeKept = ({ status, type, redirected, headers }) =>
  status === 200 && type !== 'opaque' && !redirected && !/no-store|private/i.test(headers.get('cache-control') ?? '') && !/\*|cookie|authorization/i.test(headers.get('vary') ?? '');

/** Keeps an answer, or forgets what was kept where there is no longer one to keep. A server that fails says neither. */
const keep = async (path, answer) => {
  const store = await caches.open(STORE);
  if (answer.status >= 500) return;
  if (!mayBeKept(answer)) return store.delete(path);
  const headers = new Headers(answer.headers);
  // A moment ago is not now: without its date, what was kept doesn't make the visitor's clock look wrong.
  headers.delete('date');
  headers.set(KEPT_AT, String(Date.now()));
  await store.put(path, new Response(await answer.blob(), { headers }));
  const kept = await store.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST)).map((request) => store.delete(request)));
};

const kept = async (path) => {
  const store = await caches.open(STORE);
  const found = await store.match(path);
  const age = Date.now() - Number(found?.headers.get(KEPT_AT));
  if (found && age >= 0 && age < KEPT_FOR) return found;
  await store.delete(path);
};

/** The network's answer; what is kept where it fails or is silent. One that comes late is kept for the next time. */
const answer = async (request, path, network) => {
  const patience = new Promise((_, late) => setTimeout(late, PATIENCE, Error(`${path} is late`)));
  try {
    const fresh = await Promise.race([network, patience]);
    if (fresh.status < 500) return fresh;
  } catch {}
  return (await kept(path)) ?? network;
};

addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.search) return;
  const page = isPage(request, url);
  if (!page && !isFile(request, url)) return;
  const network = fetch(request);
  // A visitor's own page is never kept: another one is asked for, as somebody without cookies gets it.
  const common = page ? fetch(url.pathname, { credentials: 'omit', cache: 'no-cache' }) : network.then((fresh) => fresh.clone());
  event.waitUntil(common.then((fresh) => keep(url.pathname, fresh)).catch(() => {}));
  event.respondWith(answer(request, url.pathname, network));
});
