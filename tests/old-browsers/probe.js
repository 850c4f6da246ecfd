/**
 * What the cases find out inside a page. It is handed to old browsers as it stands, so it keeps to what Chromium 92 knows.
 */

globalThis.probe ??= (() => {
  const root = () => document.querySelector('leeward-help').shadowRoot;

  /** In the flat tree, in which colours are inherited and boxes lie upon each other. */
  const above = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;

  const line = (node) => (node ? [node, ...line(above(node))] : []);

  const shown = (node) => {
    const { width, height } = node.getBoundingClientRect();
    return width > 1 && height > 1 && getComputedStyle(node).visibility === 'visible' && line(node).every((each) => getComputedStyle(each).opacity === '1');
  };

  const all = (selector) => [...root().querySelectorAll(selector)].filter(shown);

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  /** Red, green, blue and alpha of any colour that the browser knows. */
  const parts = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
  };

  const over = ([r, g, b, a], ground) => [r, g, b].map((value, place) => value * a + ground[place] * (1 - a)).concat(1);

  /** A colour that is the system's, as an element sees it. */
  const system = (node, name) => {
    const measure = document.createElement('i');
    measure.style.setProperty('color', name, 'important');
    node.append(measure);
    const { color } = getComputedStyle(measure);
    measure.remove();
    return parts(color);
  };

  const grounds = (node) => line(node).map((each) => parts(getComputedStyle(each).backgroundColor));

  /** What lies behind an element. */
  const ground = (node) => {
    const layers = grounds(node);
    const opaque = layers.findIndex(([, , , alpha]) => alpha === 1);
    const lowest = opaque < 0 ? system(document.documentElement, 'Canvas') : layers[opaque];
    return layers.slice(0, opaque < 0 ? undefined : opaque).reduceRight((below, layer) => over(layer, below), lowest);
  };

  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  /** As WCAG 2.2 defines it. */
  const contrast = (one, other) => {
    const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };

  const written = (node) => {
    const below = ground(node);
    return contrast(over(parts(getComputedStyle(node).color), below), below);
  };

  const texts = (node) => {
    const inside = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes];
    return inside.flatMap((child) => (child.nodeType === 3 && child.data.trim() ? [child.parentElement ?? node] : child.nodeType === 1 ? texts(child) : []));
  };

  /** Words below an element that somebody could not read, with their contrast, and how many there are at all. */
  const unreadable = (top) => {
    const nodes = [...new Set([...texts(top), ...top.querySelectorAll('select, input, textarea')])].filter((node) => shown(node) && !node.closest('option, script, style'));
    const faint = nodes.filter((node) => written(node) < 4.5);
    return { count: nodes.length, faint: faint.map((node) => `${node.tagName} "${node.textContent.trim().slice(0, 40)}": ${written(node).toFixed(1)}`) };
  };

  /** The contrast of what the browser itself draws, such as fields and scroll bars, with what lies behind it. */
  const native = (node) => contrast(system(node, 'CanvasText'), ground(node));

  /** Waits until something is so; undefined when it never is. */
  const until = (holds, patience = 20e3) => {
    const end = performance.now() + patience;
    return new Promise((resume) => {
      const look = () => {
        const found = holds();
        if (found || performance.now() > end) resume(found || undefined);
        else setTimeout(look, 20);
      };
      look();
    });
  };

  return { root, all, shown, unreadable, native, until };
})();
