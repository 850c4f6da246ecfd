/**
 * What is measured on a visit, and in which order. Each measure is a function of a visitor and a peer, and gives
 * numbers by name; names.js says what they are.
 */

const CYCLES = 10;

/** A visit to a page that has come to rest: what is there before intent, then the press, the question, an answer. */
export async function settled(visitor, peer, { hover = 0 } = {}) {
  const { traffic } = visitor;
  await visitor.arrives();
  await visitor.rests();
  const { tasks } = await visitor.seen();
  const before = {
    bytesBefore: traffic.bytes,
    requestsBefore: traffic.requests,
    workBefore: await visitor.work(),
    tasksBefore: tasks.length,
  };
  if (!peer.launcher) return before;

  // What was before intent is over, and its time is not measured: on a slow line it would only take longer.
  await visitor.slows();
  const presses = await opens(visitor, peer, hover);
  const opened = {
    bytes: traffic.bytes,
    requests: traffic.requests,
    workOpening: (await visitor.work()) - before.workBefore,
  };
  const seen = await visitor.seen();
  await visitor.idles();
  for (const target of peer.answers.slice(0, -1)) await visitor.presses(target);
  const answer = await visitor.presses(peer.answers.at(-1), peer.next);
  return {
    ...before,
    ...opened,
    tasks: seen.tasks.length,
    shift: seen.shift,
    screen: wait(presses[0]),
    question: waits(presses),
    step: wait(answer),
  };
}

/** A visit by somebody who presses as soon as there is something to press. */
export async function atOnce(visitor, peer) {
  await visitor.slows();
  await visitor.arrives();
  const presses = await opens(visitor, peer);
  return { launcher: presses[0].pressed, arrival: presses[0].pressed + waits(presses) };
}

/** What is left after opening and closing ten times. */
export async function cycles(visitor, peer) {
  await visitor.arrives();
  await visitor.rests();
  const opened = peer.before?.[0] ?? peer.question;
  for (let cycle = 0; peer.launcher && cycle < CYCLES; cycle++) {
    await visitor.presses(peer.launcher, opened);
    await visitor.page.evaluate(peer.close);
    await visitor.page.evaluate((target) => bench.gone(target), opened);
  }
  await visitor.rests();
  return visitor.memory();
}

/** From the launcher to the first question, by every press that it takes. */
async function opens(visitor, peer, hover = 0) {
  const targets = [peer.launcher, ...(peer.before ?? [])];
  const presses = [];
  for (const [index, target] of targets.entries()) {
    presses.push(await visitor.presses(target, targets[index + 1] ?? peer.question, index ? 0 : hover));
  }
  return presses;
}

const wait = ({ pressed, painted }) => painted - pressed;

/** The time between two presses is the visitor's own. */
const waits = (presses) => presses.map(wait).reduce((total, each) => total + each, 0);
