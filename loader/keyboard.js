/**
 * Keeps the popup above the on-screen keyboard of a phone or a tablet. Brought by beside.js when a field gets the focus
 * for the first time; before that there is no keyboard.
 *
 * A keyboard covers a part of what style sheets take for the window: always in Safari, and in Chrome since 108 unless
 * the page asks for something else. Only the visual viewport says what is still seen (CSSOM View, 11). A part of the
 * page needs none of this: the browser scrolls it.
 */

/** What covers less, in pixels, is a bar of the browser that is on its way in or out. */
const LEAST = 100;

/** Watches over the dialog around the smart layer's root, until the signal is given. */
export const watch = (root, signal) => {
  const seen = globalThis.visualViewport;
  if (!seen?.addEventListener) return;

  const fit = ({ type }) => {
    const panel = root.closest('dialog');
    if (!panel) return;
    const { style } = panel;
    // Whoever zooms in sees a part of the window only, and so does whoever writes into the page's own field.
    const isOurs = type !== 'abort' && Math.abs(seen.scale - 1) < 0.01 && panel.matches('[open]:focus-within');
    const bottom = panel.getBoundingClientRect().bottom + (parseFloat(style.marginBlockEnd) || 0);
    const covered = isOurs ? bottom - seen.offsetTop - seen.height : 0;
    const isRaised = covered > LEAST;
    style.marginBlockEnd = isRaised ? `${covered}px` : '';
    style.maxBlockSize = isRaised ? `${seen.height}px` : '';
    // No rounded corner of the screen is below it now.
    style.paddingBlockEnd = isRaised ? '0' : '';
    if (isRaised && type !== 'scroll') reveal(root.getRootNode().activeElement);
  };

  seen.addEventListener('resize', fit, { signal });
  seen.addEventListener('scroll', fit, { signal });
  root.addEventListener('focusin', fit, { signal });
  signal.addEventListener('abort', fit);
  fit({ type: 'resize' });
};

/** With its label or its question where there is room for both. */
const reveal = (field) => {
  for (const part of [field.closest('label, fieldset'), field]) part?.scrollIntoView({ block: 'nearest' });
};
