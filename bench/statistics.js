/** Medians and quartiles of what was measured. */

/** `{ median, low, high }`: the middle, and the middle half. */
export function summary(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** Of sorted numbers, what this share lies below; between two neighbours in proportion. */
export function quantile(sorted, share) {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place % 1);
}

/** Summaries by name of what several visits of one kind gave. */
export function summaries(visits) {
  const names = Object.keys(visits[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, summary(visits.map((visit) => visit[name]))]));
}
