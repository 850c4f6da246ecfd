/**
 * Reads a live feed, whichever it is: our own, or the summary of a status page (Statuspage and what speaks like it,
 * incident.io, Instatus, Checkly). Gives which channels are out, in the form of our own feed, as the engine knows no other,
 * and what visitors are told. status.js asks for feeds, and incidents.js shows what is told.
 *
 * Nothing here touches the page. `crates/triage/src/status/` reads the same for those who rehearse; `tests/feeds/` has feeds
 * with what both have to make of them.
 */

/** A feed of our own that doesn't say when it ends holds for so long after it was written, in milliseconds. */
const HOLDS = 24 * 3600e3;
/** More is nothing that people would read: entries of a list, names of an entry, and characters of a name. */
const [MOST_TOLD, MOST_CHARACTERS] = [20, 200];

const KINDS = ['incident', 'maintenance', 'over'];
/** Where feeds have them: our own, Statuspage's, Instatus's and Checkly's, incident.io's. */
const LISTS = {
  incidents: 'incident',
  activeIncidents: 'incident',
  ongoing_incidents: 'incident',
  scheduled_maintenances: 'maintenance',
  activeMaintenances: 'maintenance',
  in_progress_maintenances: 'maintenance',
};
const COMPONENTS = ['components', 'affected_components', 'affectedServices'];
/** States as their makers write them, in letters alone: `RESOLVED`, `maintenance_complete`. */
const DONE = /(resolved|postmortem|completed?|cancell?ed)$/;
const AHEAD = /(scheduled|notstartedyet)$/;
const UNDER_WAY = /(inprogress|verifying)$/;
/** What works in part still reaches somebody. */
const OUT = { __proto__: null, majoroutage: 'down', fulloutage: 'down', undermaintenance: 'closed' };

/** A polluted Object.prototype adds nothing. */
const own = (object, name) => (Object.prototype.hasOwnProperty.call(Object(object), name) ? object[name] : undefined);
const list = (value) => (Array.isArray(value) ? value : []);
/** Two units a character at the most, so that nobody takes a megabyte apart. */
const line = (value) => (typeof value === 'string' ? [...value.replace(/\p{Cc}/gu, '').slice(0, 2 * MOST_CHARACTERS)].slice(0, MOST_CHARACTERS).join('') : '');
const word = (entry) => line(own(entry, 'status')).toLowerCase().replace(/[^a-z]/g, '');

/** A text with its languages; a line for everybody has none. */
const texts = (value) => Object.entries(typeof value === 'string' ? { '': value } : Array.isArray(value) ? {} : Object(value)).map(([tag, words]) => [line(tag), line(words)]).filter(([, words]) => words.trim());

/** A name as names are compared: without capitals, accents, widths and signs, so that `it_chat` is "IT Chat". */
export const fold = (text) => text.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036f]/g, '').replace(/[^\p{Alphabetic}\p{N}]+/gu, ' ').trim();

/** RFC 3339 with its offset, or as JavaScript's Date writes itself; anything else would be somebody's local time. */
const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$|\w+ \w+ \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4})/;
const instant = (value) => (MOMENT.test(line(value)) ? Date.parse(value) : NaN);

/** A moment in milliseconds: of the first of some fields that has one; NaN, which is neither past nor ahead, where none has. */
const moment = (entry, ...names) => names.map((name) => instant(own(entry, name))).find((at) => at) || NaN;

/**
 * Something that a feed tells of; nothing where it has no name, or its time isn't now. `turns` gets the moments at which
 * that changes.
 * @returns {[string, any][]}
 */
const report = (entry, listed, isOurs, now, turns) => {
  const names = texts(own(entry, 'name')).slice(0, MOST_TOLD);
  const state = isOurs ? '' : word(entry);
  const kind = isOurs ? own(entry, 'state') : AHEAD.test(state) || line(own(entry, 'scheduled_for')) ? 'maintenance' : listed;
  if (!names.length || !KINDS.includes(kind) || DONE.test(state) || (!isOurs && moment(entry, 'resolved_at') <= now)) return [];
  const isPlan = kind === 'maintenance' && !UNDER_WAY.test(state);
  // Status pages call it the start of planned work when it was announced.
  const since = kind === 'maintenance' ? moment(entry, 'since', 'scheduled_for', 'start', 'starts_at') : moment(entry, 'since', 'started_at', 'started', 'startedAt', 'created_at');
  const minutes = line(own(entry, 'duration'));
  const until = moment(entry, 'until', 'scheduled_until', 'ends_at', 'scheduled_end_at') || (/^\d{1,6}$/.test(minutes) ? since + Number(minutes) * 60e3 : NaN);
  const next = kind === 'over' ? NaN : moment(entry, 'next_update_at');
  // Without a word of its own that it has begun, it begins when it was to begin.
  const begins = isPlan ? since || (isOurs ? now : Infinity) : now;
  if (until <= now && (isPlan || (isOurs && kind !== 'over'))) return [];
  turns.push(begins, since, until, next);
  if (begins > now) return [];
  const item = {
    kind,
    names,
    // What a clock doesn't bear out isn't said.
    since: since <= now ? since : undefined,
    until: until > now || (kind === 'over' && until) ? until : undefined,
    next: next > now ? next : undefined,
    components: COMPONENTS.flatMap((name) => list(own(entry, name))).map((component) => line(own(component, 'name') ?? component)).filter(Boolean),
  };
  return [[line(own(entry, 'id')) || names[0][1], item]];
};

/** What a feed tells, by id. The first of an id counts. */
const reports = (feed, isOurs, now, turns) => {
  const all = new Map();
  for (const [name, kind] of Object.entries(LISTS)) {
    const entries = list(own(feed, name)).flatMap((entry) => report(entry, kind, isOurs, now, turns));
    for (const [id, item] of entries.slice(0, MOST_TOLD)) if (!all.has(id)) all.set(id, item);
  }
  return all;
};

/** The channels that go by each name: the one for which the playbook's `status` has it, or else all whose id or name it is. */
const called = (playbook) => {
  const channels = Object(own(playbook, 'channels'));
  const chosen = Object.entries(Object(own(own(playbook, 'status'), 'components'))).filter(([, id]) => own(channels, id));
  /** @type {Map<string, Set<string>>} */
  const known = new Map(chosen.map(([name, id]) => [fold(name), new Set([id])]));
  const isChosen = new Set(known.keys());
  for (const [id, channel] of Object.entries(channels)) {
    for (const name of [id, ...texts(own(channel, 'name')).map(([, words]) => words)].map(fold)) {
      if (!isChosen.has(name)) known.set(name, (known.get(name) ?? new Set()).add(id));
    }
  }
  known.delete('');
  return known;
};

/** Of several that stand for one thing, all have to be out. */
const join = (states, key, state) => states.set(key, states.has(key) && states.get(key) !== state ? (states.get(key) && state ? 'closed' : '') : state);

/** The channels that a status page has out of order or closed. */
const out = (feed, playbook) => {
  const components = list(own(feed, 'components')).map((component) => ({
    id: line(own(component, 'id')),
    group: line(own(component, 'group_id') ?? own(own(component, 'group'), 'id')),
    name: line(own(component, 'name')),
    state: OUT[word(component)] ?? '',
  }));
  const known = called(playbook);
  const [groups, channels] = [new Map(), new Map()];
  // A page calls a group out when a part of it is.
  for (const { group, state } of components) if (group) join(groups, group, state);
  for (const { id, name, state } of components) known.get(fold(name))?.forEach((channel) => join(channels, channel, groups.get(id) ?? state));
  return Object.fromEntries([...channels].filter(([, state]) => state).map(([id, state]) => [id, { state }]));
};

/**
 * What a feed, as JSON.parse made it, comes to at a moment: `says` is for the engine, `told` for visitors, and at `turns`
 * it comes to something else. Nothing where it isn't a feed or is over. `written`: when its server says that it was
 * written, in milliseconds; NaN where it doesn't.
 */
export const read = (feed, playbook, now, written = NaN) => {
  const isOurs = own(feed, 'version') === 1;
  const isOne = isOurs || [...Object.keys(LISTS), 'page', 'components'].some((name) => own(feed, name));
  // A status page tells when it was changed last, not when it was looked at: quiet for a year, it is as true as ever.
  const ends = isOurs ? end(feed, written) : Infinity;
  if (!isOne || !(now < ends)) return { says: null, told: undefined, turns: Infinity };
  const turns = [ends];
  const told = reports(feed, isOurs, now, turns);
  const channels = isOurs ? own(feed, 'channels') : out(feed, playbook);
  const says = { version: 1, channels, ...(ends < Infinity && { expires_at: new Date(ends).toISOString() }) };
  return { says, told, turns: turns.reduce((first, at) => (at > now && at < first ? at : first), Infinity) };
};

/** When a feed of our own ends, in milliseconds; NaN when nobody knows. */
const end = (feed, written) => {
  const told = own(feed, 'expires_at');
  if (told !== undefined && told !== null) return instant(told);
  const last = moment(feed, 'updated_at') || written;
  // Neither it nor its server says when it was written: a program has just made it.
  return Number.isNaN(last) ? Infinity : last + HOLDS;
};
