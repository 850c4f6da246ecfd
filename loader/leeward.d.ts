/**
 * The embed API of Leeward: what a page may rely on. Everything else about <leeward-help> may change.
 * How to put it on a page, what the page's Content-Security-Policy needs, and what happens when something
 * fails is in docs/embed.md.
 */

/**
 * A launcher that opens a panel: first a few questions, then the ways to make contact that really help.
 *
 * ```html
 * <leeward-help playbook="/leeward/playbook.json">
 *   <a href="tel:+81312345678">03-1234-5678 (24 h)</a>
 * </leeward-help>
 * <script type="module" src="/leeward/leeward.js"></script>
 * ```
 *
 * Attributes, all of which may change at any time:
 * - `playbook`: the address of the playbook, relative to the page (a `<base>` has no say). A new one starts afresh.
 * - `locale`: a BCP 47 tag. Without it the page's `<html lang>`, then the browser's languages, then the
 *   playbook's first locale. `ja_JP` is understood, too. It is the page's wish: what the visitor chooses is kept in the
 *   element, and wins until the page sets another value.
 * - `label`: the launcher's words. Without it "Get help" in the visitor's language, as the playbook isn't loaded yet.
 * - `offline`: keeps the playbook in the browser (Cache API, named `leeward`), for a later visit during which
 *   your server is down. Without it nothing is stored, and the last good playbook is known for this page only.
 * - `mode`: where the help stands: `popup` (the same as without it), `inline` in an article, `banner` above a page, or
 *   `page`, a whole contact page. Read when the element is put on the page. docs/embed.md has the style rule for each,
 *   by which nothing moves.
 * - `display`: follows what the playbook says in `display` (layout, pages, days, by what the panel opens by itself).
 *   The playbook is then asked for once the page has come to rest. The attribute `mode` wins over the playbook's.
 * - `remember`: with `display`, keeps in the browser's storage that somebody has closed what showed itself (the key is
 *   `leeward-display`, the value a time). Without it nothing is kept beyond the page.
 * - `hidden`: no launcher; {@link LeewardHelp.open} still works once it is removed.
 *
 * `offline`, `display`, `remember` and `hidden` are off with the value `"false"`, too, as frameworks write it; with any
 * other they are on. `mode="false"` is no mode.
 *
 * Children: the ways to make contact that are shown without JavaScript, and whenever anything fails.
 *
 * A link to `#leeward` anywhere on the page opens the panel, and so does an address that ends with it.
 *
 * CSS parts: `launcher`, `panel`, `header`, `close`, `contacts`, `banner`, `dismiss`, and `exit` of
 * a playbook with a quick exit.
 *
 * CSS custom properties, set on the element: `--leeward-brand`, `--leeward-on-brand`, `--leeward-accent`,
 * `--leeward-ink`, `--leeward-soft`, `--leeward-paper`, `--leeward-surface`, `--leeward-line`, `--leeward-hair`,
 * `--leeward-focus`, `--leeward-warm`, `--leeward-warm-surface`, `--leeward-radius`, `--leeward-font`.
 */
export class LeewardHelp extends HTMLElement {
  static readonly observedAttributes: readonly ['playbook', 'locale', 'label'];

  /**
   * Opens the panel, as the launcher does, and loads what is missing. When it closes, the focus goes back to
   * where it was. Call it for something that the visitor did: it opens a modal dialog.
   * Does nothing while the panel is open or the element is not in a document.
   */
  open(): void;

  /** Closes the panel. Answers are kept. Does nothing while it is closed. */
  close(): void;
}

/** The answers led to a route. Ids of the playbook only, never what the visitor said. */
export interface LeewardRoute {
  readonly route: string;
  /** The channel offered first. */
  readonly best: string;
  /** The channel offered beside it. */
  readonly second: string;
}

/** The visitor followed a channel: a link was clicked, or a message sent. */
export interface LeewardContact {
  readonly channel: string;
  readonly kind: 'phone' | 'sms' | 'chat' | 'portal' | 'email' | 'social' | 'form';
}

/** The visitor wants a chat of your page. `preventDefault()` says that the page has opened it, and the panel gives way. */
export interface LeewardChat {
  readonly channel: string;
  /** What the playbook says whose it is: `intercom`, `own`. */
  readonly vendor: string;
}

/** The visitor has chosen a language. */
export interface LeewardLanguage {
  /** One of the playbook's locales. */
  readonly locale: string;
}

/** Another step is shown. Only on pages that have brought `signals.js`: docs/signals.md. */
export interface LeewardStep {
  /** `list` is the contact list of the safe layer. */
  readonly step: 'welcome' | 'question' | 'result' | 'contacts' | 'message' | 'list';
  /** The id of the question, at the step `question`. */
  readonly question?: string;
}

/** What became of a message. Only on pages that have brought `signals.js`: docs/signals.md. */
export interface LeewardMessage {
  /** `unknown`: it may have arrived. */
  readonly outcome: 'sent' | 'failed' | 'unknown';
}

/** Told by the page, to `signals.js?consent=wait`: whether the visitor agrees to statistics. */
export type LeewardConsent = boolean;

/** Why the questions can't be shown. The visitor sees the contact list instead. */
export interface LeewardError {
  /**
   * - `network`: a file could not be fetched at all, or `load.js`, which judges the others, is not usable
   * - `http`: a file was answered with an error status
   * - `mime`: a file came as something else, an HTML page for instance
   * - `integrity`: a file is not the one that the release was made with; it was not run
   * - `old`: this browser is below the baseline of docs/embed.md, so it shows the contact list instead of questions
   * - `blocked`: the page's Content-Security-Policy, or the browser, forbids WebAssembly
   * - `compile`: the WebAssembly file is damaged, or of another release than its glue
   * - `playbook`: too large, not JSON, of a newer version, or with errors that `leeward check` lists
   * - `panic`: the smart layer stopped; it stays off until the page is loaded again
   */
  readonly code: 'network' | 'http' | 'mime' | 'integrity' | 'old' | 'blocked' | 'compile' | 'playbook' | 'panic';
  /** Cause and cure, in English, for the site's developers. */
  readonly message: string;
}

/** All of them bubble and cross shadow roots, so that one listener on `document` hears every element. */
export interface LeewardEventMap {
  'leeward-open': CustomEvent<null>;
  'leeward-close': CustomEvent<null>;
  'leeward-route': CustomEvent<LeewardRoute>;
  'leeward-contact': CustomEvent<LeewardContact>;
  'leeward-chat': CustomEvent<LeewardChat>;
  'leeward-error': CustomEvent<LeewardError>;
  'leeward-language': CustomEvent<LeewardLanguage>;
  'leeward-step': CustomEvent<LeewardStep>;
  'leeward-message': CustomEvent<LeewardMessage>;
  'leeward-consent': CustomEvent<LeewardConsent>;
}

declare global {
  interface HTMLElementTagNameMap {
    'leeward-help': LeewardHelp;
  }

  interface GlobalEventHandlersEventMap extends LeewardEventMap {}
}
