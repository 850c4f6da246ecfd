/**
 * One visitor: a fresh profile, one page, one way through it. This file owns how a visitor waits and presses, and how
 * bytes are counted; what is measured in which order stands in measures.js.
 */

import { watch } from './watch.js';

/** No request for so long, and the network is at rest. */
const REST = 250;

/** After so long something is broken, not slow. */
const PATIENCE = 20_000;

export async function visit(browser, address, { cpu, network, touch }, act) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const size = touch ? { width: 412, height: 823 } : { width: 1280, height: 800 };
    await page.setViewport({ ...size, isMobile: touch, hasTouch: touch });
    const cdp = await page.createCDPSession();
    const traffic = await count(cdp);
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    // Processor time of the thread: what else the machine does doesn't count.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    await page.evaluateOnNewDocument(watch, PATIENCE);
    const visitor = new Visitor({ page, cdp, traffic, touch, network, address });
    const done = await act(visitor);
    const errors = [...(await visitor.seen()).errors, ...traffic.elsewhere.map((url) => `a request to ${url}`)];
    if (errors.length) throw new Error(`the page reported ${errors.join('; ')}`);
    return done;
  } finally {
    await context.close();
  }
}

/** Bytes and requests as they come, but for the page itself, which is the same for everybody. */
async function count(cdp) {
  const traffic = { bytes: 0, requests: 0, elsewhere: [], pending: new Set(), last: Date.now() };
  const documents = new Set();
  cdp.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    traffic.last = Date.now();
    if (type === 'Document') return void documents.add(requestId);
    if (!request.url.startsWith('http') || traffic.pending.has(requestId)) return;
    if (!request.url.startsWith('http://127.0.0.1:')) traffic.elsewhere.push(request.url);
    traffic.pending.add(requestId);
    traffic.requests++;
  });
  const ended = ({ requestId, encodedDataLength = 0 }) => {
    traffic.last = Date.now();
    if (traffic.pending.delete(requestId) && !documents.has(requestId)) traffic.bytes += encodedDataLength;
  };
  cdp.on('Network.loadingFinished', ended);
  cdp.on('Network.loadingFailed', ended);
  await cdp.send('Network.enable');
  return traffic;
}

class Visitor {
  constructor(parts) {
    Object.assign(this, parts);
  }

  async arrives() {
    await this.page.goto(this.address);
  }

  /** From now on the line is as slow as the series says. */
  async slows() {
    if (this.network) await this.cdp.send('Network.emulateNetworkConditions', { offline: false, ...this.network });
  }

  seen() {
    return this.page.evaluate(() => bench.seen);
  }

  /** Waits until nothing is asked for and no script waits for its turn. */
  async rests() {
    const atRest = () => !this.traffic.pending.size && Date.now() - this.traffic.last >= REST;
    const until = Date.now() + PATIENCE;
    do {
      while (!atRest()) {
        if (Date.now() > until) throw new Error(`${[...this.traffic.pending].length} requests never ended`);
        await new Promise((done) => setTimeout(done, 20));
      }
      await this.idles();
    } while (!atRest());
  }

  async idles() {
    await this.page.evaluate(() => bench.idle());
  }

  /** Presses something; gives back when that was and, if something is expected, when it was painted. */
  async presses(target, expected, hover = 0) {
    const place = await this.page.evaluate((target) => bench.where(target), target);
    if (expected) await this.page.evaluate((expected) => bench.expect(expected), expected);
    await this.#press(place, hover);
    if (!expected) return undefined;
    return this.page.evaluate(async () => ({ painted: await bench.expected, pressed: bench.seen.pressed }));
  }

  async #press({ x, y }, hover) {
    if (this.touch) {
      const send = (type, touchPoints) => this.cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
      // Together, so that a busy page doesn't delay the second one.
      return Promise.all([send('touchStart', [{ x, y }]), send('touchEnd', [])]);
    }
    const send = (type, rest = {}) => this.cdp.send('Input.dispatchMouseEvent', { type, x, y, ...rest });
    await send('mouseMoved');
    await new Promise((done) => setTimeout(done, hover));
    const button = { button: 'left', clickCount: 1 };
    return Promise.all([send('mousePressed', button), send('mouseReleased', button)]);
  }

  /** Milliseconds of the main thread since the visitor came. */
  async work() {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  }

  /** What is left in memory when everything that can be thrown away has been. */
  async memory() {
    await this.cdp.send('HeapProfiler.collectGarbage');
    await this.cdp.send('HeapProfiler.collectGarbage');
    const heap = await this.cdp.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await this.cdp.send('Memory.getDOMCounters');
    const buffers = (heap.backingStorageSize ?? 0) + (await this.#wasm());
    return { heap: heap.usedSize + buffers, nodes, listeners: jsEventListeners };
  }

  /** Bytes of WebAssembly memories, which the browser doesn't count among a page's buffers. */
  async #wasm() {
    const prototype = await this.cdp.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
    const { objects } = await this.cdp.send('Runtime.queryObjects', { prototypeObjectId: prototype.result.objectId });
    const { result } = await this.cdp.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: 'function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }',
      returnByValue: true,
    });
    return result.value;
  }
}
