/**
 * Starts a program of ours as its user would, asks it what no browser would ask, and ends it with the test. A program is
 * given on standard input, so that it finds its packages below `tests` without lying there.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

const TESTS = new URL('../../', import.meta.url);

/** Runs a program, given from the top of the checkout, until the test is over. `line` gives what it says next. */
export const started = async (test, path, settings) => {
  const program = spawn(process.execPath, ['--input-type=module', '-'], {
    cwd: TESTS,
    env: { ...process.env, ...settings },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  test.after(() => program.kill());
  program.stdin.end(await readFile(new URL(`../${path}`, TESTS)));
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const line = async () => {
    const { value, done } = await lines.next();
    if (done) throw Error(`${path} has ended`);
    return value;
  };
  return { url: await line(), line };
};

/** Sends a request to the letter: `fetch` would refuse to forge headers. Gives status, headers and text. */
export const asks = async (url, { method = 'POST', headers = {}, body = '' } = {}) => {
  const asking = request(url, { method, headers, agent: false });
  asking.end(body);
  const [answer] = await once(asking, 'response');
  let text = '';
  for await (const part of answer.setEncoding('utf8')) text += part;
  return { status: answer.statusCode, headers: answer.headers, text };
};

/** Begins a request, and hangs up when its body has begun. */
export const hangsUp = async (url, headers) => {
  const { hostname, port } = new URL(url);
  const line = connect(Number(port), hostname);
  await once(line, 'connect');
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  await new Promise((written) => line.write(`POST / HTTP/1.1\r\nHost: x\r\n${head.join('')}Content-Length: 5000\r\n\r\n{"key`, written));
  line.resetAndDestroy();
  await once(line, 'close');
};
