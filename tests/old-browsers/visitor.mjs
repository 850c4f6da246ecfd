/** What a person does and sees in an old browser, in the words of the cases. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

const PROBE = await readFile(new URL('probe.js', import.meta.url), 'utf8');

export class Visitor {
  constructor(tab) {
    this.tab = tab;
  }

  /** Goes to a page. `night` is whether this person's system is dark; `without` takes away what an older browser lacks. */
  static async visits(browser, url, { night = false, without = '' } = {}) {
    return new Visitor(await browser.visit(url, { dark: night, before: without }));
  }

  /** The value of an expression in the page, which may be a promise and knows `probe`. */
  async finds(expression) {
    const { result, exceptionDetails } = await this.tab.ask('Runtime.evaluate', {
      expression: `${PROBE}\n(${expression})`,
      awaitPromise: true,
      returnByValue: true,
    });
    assert.equal(exceptionDetails?.exception?.description, undefined);
    return result.value;
  }

  /** Waits until an expression holds, and fails with what was waited for. */
  async waits(what, expression) {
    const found = await this.finds(`probe.until(() => ${expression})`);
    assert.ok(found, `${what} never came; errors: ${JSON.stringify([this.tab.thrown, this.tab.errors])}`);
    return found;
  }

  /** Waits for an element in the shadow root that can be seen. */
  sees(selector) {
    return this.waits(selector, `probe.all(${JSON.stringify(selector)}).length`);
  }

  /** Presses the middle of an element, as a mouse does, where it really lies on top. */
  async presses(selector) {
    await this.sees(selector);
    const [x, y, hit] = await this.finds(`(() => {
      const node = probe.all(${JSON.stringify(selector)})[0];
      node.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = node.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const hit = probe.root().elementFromPoint(x, y);
      return [x, y, node === hit || node.contains(hit)];
    })()`);
    assert.ok(hit, `something lies upon ${selector}`);
    await this.tab.ask('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    for (const type of ['mousePressed', 'mouseReleased']) await this.tab.ask('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }

  opens() {
    return this.presses('#launcher');
  }

  sees_step(name) {
    return this.sees(`#smart [data-step="${name}"] h3`);
  }

  /** Answers one question and goes on. */
  async answers(question, value) {
    await this.sees(`[data-question="${question}"] h3`);
    await this.presses(`[data-question="${question}"] .option:nth-child(${value})`);
    await this.presses('[data-action="continue"]');
  }

  /** Every word of the panel can be read, and what the browser draws by itself fits to it. */
  async reads_all(where) {
    const { count, faint } = await this.finds("probe.unreadable(probe.root().querySelector('#panel'))");
    assert.ok(count > 4, `${where}: only ${count} texts`);
    assert.deepEqual(faint, [], where);
    const native = await this.finds("probe.native(probe.root().querySelector('#panel'))");
    assert.ok(native > 7, `${where}: what the browser draws has a contrast of ${native}`);
  }

  /** Channels in the contact list, by id. */
  channels() {
    return this.finds("probe.all('#contacts li[data-channel]').map((item) => item.dataset.channel)");
  }

  /** Nothing has been thrown at the page, and every line that we wrote to its console is expected. */
  async leaves(expected = []) {
    assert.deepEqual(this.tab.thrown, []);
    const surprising = this.tab.errors.filter((line) => !expected.some((words) => line.includes(words)));
    assert.deepEqual(surprising, []);
    await this.tab.leave();
  }
}
