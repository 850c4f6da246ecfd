/**
 * The built site on a port of its own, with what the cases need besides: a customer's page with any attributes on the
 * element, and a playbook that has what a visitor could miss without a word, a logo and a quick exit.
 */

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

/** The page of a customer: it follows the visitor's day and night, has no colours of its own, and says nothing but the snippet. */
const page = (attributes) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <meta name="color-scheme" content="light dark" />
  <title>A customer</title>
  <h1>A customer</h1>
  <leeward-help ${attributes}>
    <a href="tel:+81312345678">03-1234-5678</a>
    <a href="mailto:help@example.test">help@example.test</a>
  </leeward-help>
  <script type="module" src="/leeward/leeward.js"></script>
</html>`;

/** Where the quick exit of the playbook leads. */
const ELSEWHERE = '/elsewhere.html';

const full = async (site, origin) => {
  const playbook = JSON.parse(await readFile(join(site, 'playbooks/service-crisis.json'), 'utf8'));
  playbook.theme = { ...playbook.theme, logo: '/demo/logo.svg' };
  playbook.exit = { url: origin + ELSEWHERE };
  return JSON.stringify(playbook);
};

/** Gives the origin, the address of a customer's page with some attributes, and `end`. */
export const serve = async (site) => {
  const answer = async ({ url, headers }) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    if (pathname === '/customer.html') return ['.html', page(searchParams.get('attributes'))];
    if (pathname === ELSEWHERE) return ['.html', '<!doctype html><title>Elsewhere</title>'];
    if (pathname === '/full.json') return ['.json', await full(site, `http://${headers.host}`)];
    const file = normalize(pathname.endsWith('/') ? pathname + 'index.html' : pathname);
    return [extname(file), await readFile(join(site, file))];
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ([type, body]) => response.writeHead(200, { 'content-type': TYPES[type] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resume) => server.listen(0, '127.0.0.1', resume));
  const origin = `http://localhost:${server.address().port}`;
  const customer = (attributes) => `${origin}/customer.html?${new URLSearchParams({ attributes })}`;
  const end = () => (server.closeAllConnections(), new Promise((resume) => server.close(resume)));
  return { origin, customer, end };
};
