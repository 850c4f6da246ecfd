/** The series of visits: under which conditions, and what is measured. */

import { atOnce, cycles, settled } from './measures.js';

/** Lighthouse's "slow 4G" as the browser's own tools apply it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms a round trip. */
const SLOW_4G = { downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 };

/** A phone that is touched: nothing announces the press. */
const phone = { touch: true, network: undefined, cpu: 1, measure: settled, alone: true };

const slow = { ...phone, cpu: 4, network: SLOW_4G, alone: false };

const hovering = (visitor, peer) => settled(visitor, peer, { hover: 300 });

/** `alone`: whether the page alone is visited too, to be taken off. */
export const SERIES = [
  { ...phone, id: 'cpu1', title: 'CPU as it is' },
  { ...phone, id: 'cpu4', title: 'CPU 4× slower', cpu: 4 },
  { ...phone, id: 'cpu6', title: 'CPU 6× slower', cpu: 6 },
  { ...slow, id: 'slow4', title: 'slow 4G, CPU 4× slower' },
  // As mice do: the pointer is there a moment before the press.
  { ...slow, id: 'hover', title: 'the same, a mouse 300 ms over it', touch: false, measure: hovering },
  { ...slow, id: 'once', title: 'slow 4G, CPU 4× slower, pressed at once', measure: atOnce },
  { ...phone, id: 'cycles', title: 'ten times open and close', measure: cycles },
];
