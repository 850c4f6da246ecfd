/**
 * Runs before everything else in every measured page: notes long tasks, layout shifts and presses, and finds out in
 * which frame something was painted. The same for everybody; it is sent to the browser as text.
 */

export function watch(patience) {
  const seen = { tasks: [], shift: 0, pressed: 0, errors: [] };
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => seen.tasks.push({ startTime, duration }));
  // As CLS is defined: what comes within half a second after an input is expected.
  observe('layout-shift', ({ value, hadRecentInput }) => (seen.shift += hadRecentInput ? 0 : value));
  addEventListener('pointerdown', ({ timeStamp }) => (seen.pressed = timeStamp), { capture: true, passive: true });
  addEventListener('error', ({ message }) => seen.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => seen.errors.push(String(reason)));

  /** All elements of a selector; `host >>> inner` goes into a shadow root. */
  const all = (selector) => {
    let roots = [document];
    const parts = selector.split(' >>> ');
    const last = parts.pop();
    for (const part of parts) {
      roots = roots.flatMap((root) => [...root.querySelectorAll(part)]).flatMap(({ shadowRoot }) => shadowRoot ?? []);
    }
    return roots.flatMap((root) => [...root.querySelectorAll(last)]);
  };

  /** In layout, not hidden, not wholly transparent. */
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  const within = (element) => {
    const { top, left, bottom, right, width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  };

  const find = ([selector, text]) =>
    all(selector).find((element) => (!text || element.textContent.includes(text)) && shown(element));

  /** What a person can see. */
  const see = (target) => {
    const element = find(target);
    return element && within(element);
  };

  /** Looks in every frame until there is an answer; gives up when a person would have long ago. */
  const frames = (what, look) =>
    new Promise((done, fail) => {
      const until = performance.now() + patience;
      const again = (now) => {
        const found = look(now);
        if (found) done(found);
        else if (now > until) fail(Error(`${what.join(' with the text ')} didn't come or go`));
        else requestAnimationFrame(again);
      };
      requestAnimationFrame(again);
    });

  /** The start of the frame after the one that showed it. */
  const painted = (target) =>
    frames(target, () => see(target)).then(() => new Promise((done) => requestAnimationFrame(done)));

  globalThis.bench = {
    seen,
    painted,
    /** Begins to look; what was painted is asked for later. */
    expect: (target) => {
      bench.expected = painted(target);
      // A failure is told where it is awaited.
      bench.expected.catch(() => {});
    },
    /** Waits until nobody can see it any more. */
    gone: (target) => frames(target, () => !see(target)),
    /** The middle of something, as soon as it has stood still for some frames. */
    where: (target) => {
      let before = '';
      let still = 0;
      return frames(target, () => {
        const element = find(target);
        if (element && !within(element)) element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const { x, y, width, height } = element?.getBoundingClientRect() ?? {};
        const now = [x, y, width, height].join();
        still = element && now === before ? still + 1 : 0;
        before = now;
        return still === 2 && { x: x + width / 2, y: Math.min(y + height / 2, innerHeight - 1) };
      });
    },
    /** Every script that was started has had its turn. */
    idle: () => new Promise((done) => requestIdleCallback(done, { timeout: 5000 })),
  };
}
