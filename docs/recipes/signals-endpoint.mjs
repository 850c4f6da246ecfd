// Takes Leeward's signals and adds them to a file, for `leeward report`. Node 20 or later; then, behind your web server:
//   FILE=events.ndjson node signals-endpoint.mjs
// Where it has another domain than your pages, start it with SITES=all. Your web server has to name the sender in the
// header X-Forwarded-For (nginx: `proxy_set_header X-Forwarded-For $remote_addr;`; Caddy does it by itself). Addresses
// are kept for a minute at most, in memory.
import { appendFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';

const { PORT = '8787', FILE = 'events.ndjson', SITES } = process.env;

/** Of one request, in bytes and in lines; signals.js sends 20 lines at most. */
const LONGEST = 16384;
const LINES = 40;
/** Requests in a minute: from one address (a company's whole office may share one), and altogether. */
const FROM_ONE = Number(process.env.FROM_ONE ?? 60);
const FROM_ALL = Number(process.env.FROM_ALL ?? 3000);
/** In bytes. A file that is full takes no more: put it away, and another one begins. */
const FULL = Number(process.env.FULL ?? 200e6);
let came = new Map(), total = 0;
setInterval(() => ((came = new Map()), (total = 0)), 60e3).unref();

/** The fields of a signal; no others are kept, so nobody can have something of theirs stored. */
const IDS = ['step', 'question', 'route', 'best', 'second', 'channel', 'kind', 'vendor', 'outcome', 'code', 'locale'];
const is = (pattern, value) => typeof value === 'string' && pattern.test(value);
const isId = (value) => is(/^[\w-]{1,64}$/, value);

/** A line as it is kept; null when it is no signal. */
const kept = (text) => {
  const signal = Object(JSON.parse(text));
  const { version, session, at, event } = signal;
  if (version !== 1 || !is(/^[0-9a-f]{16}$/, session) || !Number.isSafeInteger(at) || at < 0 || !is(/^leeward-[a-z]{1,20}$/, event)) return null;
  const ids = IDS.filter((name) => isId(signal[name])).map((name) => [name, signal[name]]);
  return JSON.stringify({ version, session, at, event, ...Object.fromEntries(ids) });
};

/** One after the other, so that no line comes into the middle of another one. */
let written = Promise.resolve();
const write = (lines) => {
  const done = written.then(async () => {
    const { size } = await stat(FILE).catch(() => ({ size: 0 }));
    if (size > FULL) throw Error('full');
    await appendFile(FILE, lines.join('\n') + '\n');
  });
  written = done.catch(() => {});
  return done;
};

const handle = async (request, answer) => {
  const { 'sec-fetch-site': from, 'x-forwarded-for': forwarded = '' } = request.headers;
  // Signals come without an origin, so a page of another site is known by nothing else.
  if (from === 'cross-site' && SITES !== 'all') return answer(403);
  if (request.method !== 'POST') return answer(405);
  const sender = forwarded.split(',').at(-1).trim();
  const count = came.get(sender) ?? 0;
  if (total >= FROM_ALL || (sender && count >= FROM_ONE)) return answer(429);
  came.set(sender, count + 1);
  total += 1;

  let text = '';
  request.setEncoding('utf8');
  for await (const part of request.iterator({ destroyOnReturn: false })) if ((text += part).length > LONGEST) return answer(413);
  const lines = text.split('\n').filter((line) => line.trim());
  let signals = [null];
  try {
    signals = lines.map(kept);
  } catch {}
  if (!signals.length || signals.length > LINES || signals.includes(null)) return answer(400);
  try {
    await write(signals);
  } catch {
    return answer(503);
  }
  answer(204);
};

const server = createServer({ requestTimeout: 30e3 }, (request, response) => {
  // What is left of a body that is too long is not waited for.
  const answer = (status) => response.writeHead(status, request.complete ? {} : { Connection: 'close' }).end();
  // Whatever somebody sends, and whenever they hang up: it ends with this request.
  handle(request, answer).catch(() => (response.headersSent ? response.destroy() : answer(400)));
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
