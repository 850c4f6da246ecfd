/**
 * What is newer than the baseline and used all the same, each with its guard and the reason why nothing is lost. An entry
 * that nothing needs any more has to go.
 *
 * Guards are checked where they can be. `left out`: browsers that don't know it leave out this one declaration or rule, and
 * it holds no value that is filled in later. `@supports`: it stands in one that asks for it. `@supports not`: the same sheet
 * has values for browsers without it. A piece of a script: that piece is in the same file. The others are notes.
 */

/** Guards that only a reader can check. */
export const NOTES = new Set([
  // It runs behind the engine alone, which the loader asks for from the baseline on.
  'engine',
  // Without it the same happens, a little worse.
  'nothing lost',
  // Something of ours, or of another maker's, that happens to have the name.
  'another of that name',
]);

const timeZones = 'javascript.builtins.Intl.DateTimeFormat.DateTimeFormat.options_parameter.options_timeZoneName_parameter.extended_values';

export const ALLOWED = [
  // Sheets
  { feature: 'css.types.color.light-dark', files: ['leeward.js', 'load.js'], guard: '@supports not', reason: 'there every token has its light value, and the panel is light' },
  { feature: 'css.types.color.color-mix', files: ['leeward.js'], guard: '@supports not', reason: 'it stands in light-dark(), which came later' },
  { feature: 'css.types.color.light-dark', files: ['widget.css'], guard: '@supports', reason: 'without it the accent is the loader’s' },
  { feature: 'css.types.color.oklch', files: ['widget.css'], guard: '@supports', reason: 'without it the accent is the loader’s' },
  { feature: 'css.properties.text-wrap', guard: 'left out', reason: 'lines are only less even' },
  { feature: 'css.properties.hyphens', files: ['leeward.js', 'display.js'], guard: 'left out', reason: 'a long word breaks without a hyphen' },
  { feature: 'css.properties.hyphenate-limit-chars', files: ['leeward.js'], guard: 'left out', reason: 'shorter words have hyphens, too' },
  { feature: 'css.properties.word-break.auto-phrase', guard: 'left out', reason: 'Japanese breaks between any two letters, as it always has' },
  { feature: 'css.properties.forced-color-adjust', files: ['widget.css'], guard: 'left out', reason: 'Safari forces no colours' },
  { feature: 'css.properties.overscroll-behavior', files: ['leeward.js', 'display.js'], guard: 'left out', reason: 'the page behind scrolls along at the end of the list' },
  { feature: 'css.properties.print-color-adjust', files: ['contacts.js'], guard: 'left out', reason: 'paper has no grounds' },
  { feature: 'css.selectors.details-content', files: ['contacts.js'], guard: 'left out', reason: 'on paper what is folded stays folded' },
  { feature: 'css.properties.content-visibility', files: ['contacts.js'], guard: 'left out', reason: 'the same' },
  { feature: 'css.properties.field-sizing', files: ['studio.css'], guard: 'left out', reason: 'fields scroll instead of growing' },
  { feature: 'css.types.tan', files: ['studio.css'], guard: '@supports', reason: 'the preview is as wide as there is room' },
  { feature: 'css.types.atan2', files: ['studio.css'], guard: '@supports', reason: 'the same' },
  { feature: 'css.at-rules.page', guard: 'left out', reason: 'paper has the margins of the printer' },
  { feature: 'css.properties.size', files: ['studio.css'], guard: 'left out', reason: 'a descriptor of @page, which the data has elsewhere' },

  // Scripts
  { feature: 'api.Document.adoptedStyleSheets', files: ['leeward.js'], guard: 'const shares = document.adoptedStyleSheets', reason: 'Safari before 16.4 has elements instead' },
  { feature: 'api.Document.adoptedStyleSheets', files: ['display.js'], guard: 'const sheet = new CSSStyleSheet()', reason: 'where there is none this file does not come to life, and the popup serves' },
  { feature: timeZones, files: ['contacts.js'], guard: 'catch { return timeZone; }', reason: 'the playbook’s own name for the zone' },
  { feature: timeZones, files: ['load.js'], guard: '} catch {}', reason: 'nothing is made of it, it only warms up' },
  { feature: 'api.EventTarget.addEventListener.options_parameter.options_signal_parameter', guard: 'nothing lost', reason: 'Chrome 88 and 89 go on listening for what no longer happens' },
  { feature: 'css.selectors.modal', files: ['load.js'], guard: 'engine', reason: 'asked when questions are shown' },
  { feature: 'api.Document.prerendering', files: ['display.js'], guard: '.prerendering) await next(document', reason: 'without it no page is made ready beforehand' },
  { feature: 'api.Navigator.share', files: ['handoff.js'], guard: '&& navigator.share) {', reason: 'a file instead' },
  { feature: 'api.Element.checkVisibility', files: ['preview.js'], guard: 'one.checkVisibility?.() ??', reason: 'boxes are counted instead' },
  { feature: 'api.FileSystemFileHandle.createWritable', files: ['studio.js'], guard: 'nothing lost', reason: 'the studio first asks for showSaveFilePicker, which came with it; else it saves by download' },
  { feature: 'javascript.builtins.Symbol.dispose', guard: 'if (Symbol.dispose)', reason: 'wasm-bindgen asks first' },
  { feature: 'javascript.builtins.ArrayBuffer.detached', guard: '.buffer.detached === undefined', reason: 'wasm-bindgen compares buffers instead' },
  { feature: 'api.Performance.memory', guard: 'another of that name', reason: 'the memory of the WebAssembly' },
  { feature: 'api.NDEFReader.scan', files: ['handoff.js'], guard: 'another of that name', reason: 'words beside a code' },
];
