/**
 * Keeps the questions right on a page that the browser translates. Brought by beside.js when the questions are there.
 *
 * Google's translation, in Chrome and on pages that have it built in, takes each text out of the page and puts a <font>
 * with the translation in its place. The smart layer (Yew) holds the texts that it has made: it would write the next
 * question into one that nobody sees, and fail when it looks for a place beside it. So a text goes back to where it
 * was, empty, right before its translation. When it is written anew, or taken away, its translation goes.
 */

/** What a text says, while a translation stands for it. @type {WeakMap<Node, string>} */
const meant = new WeakMap();

/** The translation that stands for a text, and the text for which a translation stands. @type {WeakMap<Node, any>} */
const translations = new WeakMap();
const texts = new WeakMap();

/** How often a text is put back. A translator that takes even empty ones away would go on for ever. */
const MOST_RETURNS = 5;
const returns = new WeakMap();

/** What stands in a node in the words that were written there, whatever a visitor reads now. */
export const written = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return meant.get(node) ?? node.data;
  return [...node.childNodes].filter((child) => !texts.has(child)).map(written).join('');
};

const pair = (text, translation) => {
  translations.set(text, translation);
  texts.set(translation, text);
};

const part = (text) => {
  texts.delete(translations.get(text));
  translations.delete(text);
  meant.delete(text);
};

/** Puts a text, empty, before the translation that has taken its place. `now` is what happened in this moment. */
const comeBack = (text, translation, { records, back }) => {
  const times = (returns.get(text) ?? 0) + 1;
  returns.set(text, times);
  if (times > MOST_RETURNS) return;
  const rewriting = records.find(({ type, target }) => type === 'characterData' && target === text);
  if (!meant.has(text)) meant.set(text, rewriting?.oldValue ?? text.data);
  back.push(text);
  // Some keep the text in the translation.
  if (translation.contains(text)) text.replaceWith(text.cloneNode());
  pair(text, translation);
  translation.before(text);
  text.data = '';
};

const isText = (node) => node.nodeType === Node.TEXT_NODE;
const isFree = (node) => node?.nodeType === Node.ELEMENT_NODE && !texts.has(node);

const textTaken = (text, { target, addedNodes, previousSibling, nextSibling }, now) => {
  const added = [...addedNodes].find(isFree);
  const translation = translations.get(text);
  if (!translation) {
    // It may have come before the text was taken away.
    const beside = [previousSibling, nextSibling].find((node) => isFree(node) && node.localName === 'font');
    const found = added ?? beside;
    if (found?.parentNode === target && text.data.trim() && text.parentNode !== target) comeBack(text, found, now);
  } else if (text.parentNode === target) {
    // It was only moved: its translation may have been taken back.
  } else if (added?.parentNode === target && translation.parentNode === target) {
    // A translator has taken an empty text for one.
    added.replaceWith(text);
  } else {
    translation.remove();
    part(text);
  }
};

const translationTaken = (translation, { target, addedNodes }) => {
  const text = texts.get(translation);
  if (translation.parentNode || text.parentNode !== target) return;
  const next = [...addedNodes].find((node) => node !== text && node.parentNode === target);
  const words = meant.get(text) ?? '';
  texts.delete(translation);
  if (next) return pair(text, next);
  part(text);
  // The visitor wants to see the original.
  if (!text.data) text.data = words;
};

const isInTranslation = (node, root) => node !== root && (texts.has(node) || (node.parentNode && isInTranslation(node.parentNode, root)));

/** What was written anew needs no translation that says something else; whoever translates sees it, too. */
const rewritten = (text) => {
  translations.get(text)?.remove();
  part(text);
};

const look = (record, root, now) => {
  const { type, target, removedNodes } = record;
  if (isInTranslation(target, root)) return;
  if (type === 'characterData') {
    // Where a text was kept in its translation, the translator has written it.
    if (!now.back.includes(target)) rewritten(target);
    return;
  }
  for (const node of removedNodes) {
    if (texts.has(node)) translationTaken(node, record);
    else if (isText(node)) textTaken(node, record, now);
  }
};

/** Watches over the smart layer's root, until the signal is given. */
export const watch = (root, signal) => {
  const observer = new MutationObserver((records) => {
    // With the texts that have come back.
    const now = { records, back: [] };
    for (const record of records) look(record, root, now);
    // What was done here is nobody's translation.
    observer.takeRecords();
  });
  observer.observe(root, { subtree: true, childList: true, characterDataOldValue: true });
  signal.addEventListener('abort', () => observer.disconnect());
};
