/**
 * A static server on this machine that serves as a good CDN does: everything compressed with brotli 11 beforehand,
 * everybody alike. Nothing may be cached, so that each visit is a first one.
 */

import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** @typedef {{ type: string, body: Buffer }} Answer */

/** What a browser gets, as it goes over the wire. */
export function packed(content, extension) {
  const body = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { type: TYPES[extension] ?? 'application/octet-stream', body };
}

export const packedFile = (path) => packed(readFileSync(path), extname(path));

/** A folder and all below it, by path. */
export function packedFolder(folder, prefix) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    return [prefix + relative(folder, path).split(sep).join('/'), packedFile(path)];
  });
}

/** Starts a server for answers by path; `missed` has what was asked for in vain. */
export async function serve(/** @type {Map<string, Answer>} */ answers) {
  const missed = new Set();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = answers.get(pathname);
    if (!answer) missed.add(`${request.method} ${pathname}`);
    request.resume();
    request.on('end', () => {
      const headers = { 'Cache-Control': 'no-store' };
      if (!answer) return response.writeHead(404, headers).end();
      const { type, body } = answer;
      response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Encoding': 'br', 'Content-Length': body.length });
      response.end(body);
    });
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const stop = () => (server.close(), server.closeAllConnections());
  return { origin: `http://127.0.0.1:${port}`, missed, stop };
}
