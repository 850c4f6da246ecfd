/**
 * A service worker that keeps a help page, Leeward and its playbook for the day on which your server is down.
 * Put it at the root of your site, adapt the first two constants, and register it on the page:
 *
 *     navigator.serviceWorker?.register('/service-worker.js');
 *
 * Whoever has been on the page before then gets it without a server, with the questions and the ways to reach you.
 * The network always comes first, so nothing gets old while your server answers. Nothing of a visitor's is kept.
 */

/** Pages, by path, and folders whose files are kept as they are asked for. */
const PAGES = ['/', '/help.html'];
const FOLDERS = ['/leeward/', '/playbooks/'];

/** In milliseconds. A server that is silent for longer counts as down. */
const PATIENCE = 3000;

const STORE = 'leeward-offline';

const isKept = ({ method, url }) => {
  const { origin, pathname } = new URL(url);
  const ours = PAGES.includes(pathname) || FOLDERS.some((folder) => pathname.startsWith(folder));
  return method === 'GET' && origin === location.origin && ours;
};

/** A moment ago is not now: without its date, what was kept doesn't make the visitor's clock look wrong. */
const undated = async (answer) => {
  const headers = new Headers(answer.headers);
  headers.delete('date');
  return new Response(await answer.blob(), { status: answer.status, headers });
};

const fresh = async (request) => {
  const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  if (answer.status >= 500) throw Error(`${request.url} answered ${answer.status}`);
  if (answer.ok) (await caches.open(STORE)).put(request, answer.clone());
  return answer;
};

const answer = async (request) => {
  try {
    return await fresh(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (!kept) throw error;
    return undated(kept);
  }
};

addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
addEventListener('fetch', (event) => isKept(event.request) && event.respondWith(answer(event.request)));
