/**
 * An old Chromium from npm: unpacked, started without a window, and spoken to over a pipe by the protocol of its own
 * tools, which has hardly changed. The drivers of today don't know these versions any more.
 */

import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** How long anything in a browser may take, in milliseconds: far more than it does, so that what hangs has an end. */
const LONGEST = 60e3;

/** The browser in a package, unpacked beside it the first time (a few seconds, 160 MB). */
export const unpack = async (folder) => {
  const packed = join(folder, 'bin/chromium.br');
  const browser = join(folder, 'bin/chromium');
  if (await stat(browser).catch(() => undefined)) return browser;
  // A run that was cut off leaves no half of a browser behind.
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(browser + '.part', { mode: 0o755 }));
  await rename(browser + '.part', browser);
  return browser;
};

/** Starts a browser. Gives `visit`, which opens a page of its own and speaks to it, and `end`. */
export const start = async (program) => {
  const profile = await mkdtemp(join(tmpdir(), 'leeward-old-browser-'));
  const process = spawn(
    program,
    ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', '--hide-scrollbars', '--lang=en-US', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const { send, listen, fail } = protocol(process.stdio[3], process.stdio[4]);
  process.on('error', fail);
  const ended = new Promise((resume) => process.on('exit', resume));
  ended.then((code) => fail(Error(`the browser has ended (${code})`)));

  const visit = async (url, { width = 1280, height = 800, dark = false, before = '' } = {}) => {
    const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
    const ask = (method, parameters = {}) => send(method, parameters, sessionId);
    /** What the page has thrown and nobody has caught, and what was written to its console as an error. */
    const thrown = [];
    const errors = [];
    const loaded = listen(sessionId, 'Page.loadEventFired');
    listen(sessionId, 'Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => thrown.push(exception?.description ?? text));
    listen(sessionId, 'Runtime.consoleAPICalled', ({ type, args }) => type === 'error' && errors.push(args.map(({ value, description }) => value ?? description).join(' ')));
    for (const domain of ['Page', 'Runtime']) await ask(`${domain}.enable`);
    await ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await ask('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }] });
    await ask('Page.addScriptToEvaluateOnNewDocument', { source: before });
    await ask('Page.navigate', { url });
    await loaded;
    return { ask, thrown, errors, leave: () => send('Target.closeTarget', { targetId }) };
  };

  const end = async () => {
    process.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const { product } = await send('Browser.getVersion');
  return { product, visit, end };
};

/** Messages are JSON, each with a zero byte at its end. */
const protocol = (output, input) => {
  const waiting = new Map();
  const listeners = [];
  let last = 0;
  let rest = '';
  let broken;

  const fail = (error) => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  };

  const hear = ({ id, result, error, method, params, sessionId }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(Error(error.message));
    else asked?.resolve(result);
    for (const listener of listeners) if (listener.method === method && listener.sessionId === sessionId) listener.act(params);
  };

  const send = (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      const id = ++last;
      const late = setTimeout(() => reject(Error(`${method} has had no answer for ${LONGEST / 1e3} s`)), LONGEST);
      const settle = (act) => (value) => (clearTimeout(late), act(value));
      waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
      output.write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    });

  /** Calls `act` with each event; gives a promise of the first one. */
  const listen = (sessionId, method, act = () => {}) =>
    new Promise((resume) => listeners.push({ sessionId, method, act: (params) => (act(params), resume(params)) }));

  input.setEncoding('utf8').on('data', (text) => {
    const parts = (rest + text).split('\0');
    rest = parts.pop();
    for (const part of parts) hear(JSON.parse(part));
  });
  input.on('error', fail);
  output.on('error', fail);
  return { send, listen, fail };
};
