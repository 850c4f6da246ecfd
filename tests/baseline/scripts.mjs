/** Which features a script uses: syntax, globals, members, options, and what its texts ask browsers for. */

import { parse } from 'acorn';
import { ancestor, full } from 'acorn-walk';

import { at, members } from './data.mjs';

/** Objects that are there already, by what they are. */
const KINDS = { document: 'Document', navigator: 'Navigator', location: 'Location', history: 'History', performance: 'Performance', caches: 'CacheStorage', crypto: 'Crypto', CSS: 'CSS', localStorage: 'Storage', sessionStorage: 'Storage', visualViewport: 'VisualViewport' };

const SELECTING = new Set(['matches', 'closest', 'querySelector', 'querySelectorAll']);
const NAMING = new Set(['setAttribute', 'toggleAttribute', 'hasAttribute']);

const SYNTAX = {
  PropertyDefinition: ({ key, static: fixed }) => [key.type === 'PrivateIdentifier' ? 'classes.private_class_fields' : 'classes.public_class_fields', fixed && 'classes.static.class_fields'],
  MethodDefinition: ({ key }) => [key.type === 'PrivateIdentifier' && 'classes.private_class_methods'],
  StaticBlock: () => ['classes.static.initialization_blocks'],
  BinaryExpression: ({ operator, left }) => [operator === '**' && 'operators.exponentiation', left.type === 'PrivateIdentifier' && 'classes.private_class_fields_in'],
  AssignmentExpression: ({ operator }) => [{ '??=': 'operators.nullish_coalescing_assignment', '||=': 'operators.logical_or_assignment', '&&=': 'operators.logical_and_assignment' }[operator]],
  LogicalExpression: ({ operator }) => [operator === '??' && 'operators.nullish_coalescing'],
  ChainExpression: () => ['operators.optional_chaining'],
  ForOfStatement: (node) => [node.await && 'statements.for_await_of'],
  ImportExpression: () => ['operators.import'],
  MetaProperty: ({ meta }) => [meta.name === 'import' && 'operators.import_meta'],
  CatchClause: ({ param }) => [!param && 'statements.try_catch.optional_catch_binding'],
  ImportDeclaration: ({ attributes }) => [attributes?.length && 'statements.import.import_attributes'],
  Literal: ({ bigint, regex, raw }) => [bigint && 'builtins.BigInt', typeof raw === 'string' && /^[\d.]+_/.test(raw) && 'grammar.numeric_separators', ...(regex ? pattern(regex) : [])],
};

const FLAGS = { d: 'hasIndices', s: 'dotAll', u: 'unicode', v: 'unicodeSets', y: 'sticky' };

const pattern = ({ pattern, flags }) => [
  ...[...flags].map((flag) => FLAGS[flag] && `builtins.RegExp.${FLAGS[flag]}`),
  /\(\?<[=!]/.test(pattern) && 'regular_expressions.lookbehind_assertion',
  /\(\?<[^=!]/.test(pattern) && 'regular_expressions.named_capturing_group',
  /\(\?[ims]*-?[ims]*:/.test(pattern) && !/\(\?:/.test(pattern) && 'regular_expressions.modifier',
  /\\p\{/i.test(pattern) && 'regular_expressions.unicode_character_class_escape',
];

/** The same function written by a name and by a text. */
const nameOf = ({ computed, property }) => (property.type === 'PrivateIdentifier' ? undefined : computed ? (property.type === 'Literal' ? property.value : undefined) : property.name);

const words = (node) => (node?.type === 'Literal' && typeof node.value === 'string' ? node.value : node?.type === 'TemplateLiteral' ? node.quasis.map(({ value }) => value.raw).join(' ') : '');

const keysOf = (node) => (node?.type === 'ObjectExpression' ? node.properties.flatMap(({ key, value }) => (key?.name ? [[key.name, words(value)]] : [])) : []);

/** Members of this name that browsers have. Whose it is can't be told, so all are given: one of them in time is enough. */
const named = (name) => (typeof name === 'string' ? members(name).filter((path) => at(path).__compat) : []);

const parsed = (text) => parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true, allowHashBang: true });

/** Names that a script gives to members of its own objects; by them alone nothing of a browser's is meant. */
export const ownNames = (text) => {
  const names = new Set();
  full(parsed(text), (node) => {
    const pairs = node.type === 'ObjectExpression' ? node.properties : node.type === 'ClassBody' ? node.body : [];
    for (const { key } of pairs) if (key) names.add(key.name ?? key.value);
    if (node.type === 'ExportNamedDeclaration') for (const { id } of node.declaration?.declarations ?? []) names.add(id.name);
  });
  return names;
};

/** Options of a call, as the data has them below what is called. */
const options = (paths, node) =>
  keysOf(node).flatMap(([key, text]) => {
    const found = paths.flatMap((path) => [`options_${key}_parameter`, `init_${key}_parameter`].map((option) => `${path}.options_parameter.${option}`)).filter((path) => at(path));
    // The data names the newer time zone names together.
    if (key === 'timeZoneName' && /^(short|long)(Offset|Generic)$/.test(text)) return [found.map((path) => `${path}.extended_values`)];
    return found.length ? [found] : [];
  });

/**
 * The features of a script: each is a list of paths, of which one at least must be there, with its line, and a text that
 * the use was read from. `own` are names that only our own objects have.
 */
export const features = (text, own = new Set()) => {
  const tree = parsed(text);
  const found = [];
  const use = (node, ...alternatives) => {
    const paths = alternatives.filter((path) => path && at(path)?.__compat);
    if (paths.length) found.push({ paths, line: node.loc.start.line });
  };
  const declared = new Set();
  const declare = (node) => {
    if (!node) return;
    if (node.type === 'Identifier') declared.add(node.name);
    for (const inner of [node.left, node.argument, node.value, ...(node.elements ?? []), ...(node.properties ?? [])]) if (inner?.type) declare(inner);
  };
  full(tree, (node) => {
    if (/Function|Class/.test(node.type)) declare(node.id);
    if (/Function/.test(node.type)) node.params.forEach(declare);
    if (node.type === 'VariableDeclarator') declare(node.id);
    if (node.type === 'CatchClause') declare(node.param);
    if (/^Import.*Specifier$/.test(node.type)) declare(node.local);
  });
  const isGlobal = (node) => node?.type === 'Identifier' && !declared.has(node.name);
  const builtin = (name) => [`javascript.builtins.${name}`, `api.${name}`];

  /** What a callee is in the data, as a list of alternatives. */
  const called = (callee) => {
    if (isGlobal(callee)) return [...builtin(callee.name), `javascript.builtins.${callee.name}.${callee.name}`, `api.${callee.name}.${callee.name}`];
    if (callee?.type !== 'MemberExpression') return [];
    const name = nameOf(callee);
    if (callee.object.name === 'Intl') return [`javascript.builtins.Intl.${name}.${name}`];
    return named(name);
  };

  full(tree, (node) => {
    for (const path of SYNTAX[node.type]?.(node) ?? []) if (path) use(node, `javascript.${path}`);
    if (node.type === 'ObjectPattern') {
      for (const { key } of node.properties) if (key?.name && !own.has(key.name)) use(key, ...named(key.name));
    }
    if (node.type === 'MemberExpression') {
      const name = nameOf(node);
      const { object } = node;
      if (typeof name !== 'string') return;
      if (isGlobal(object)) {
        const kind = KINDS[object.name] ?? object.name;
        const exact = ['api', 'javascript.builtins'].flatMap((top) => [`${top}.${kind}.${name}_static`, `${top}.${kind}.${name}`]).filter((path) => at(path));
        use(node, ...(exact.length ? exact : own.has(name) ? [] : named(name)));
      } else if (!own.has(name)) use(node, ...named(name));
    }
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const paths = called(node.callee);
      for (const argument of node.arguments) for (const found of options(paths, argument)) use(argument, ...found);
      const name = node.callee.type === 'MemberExpression' ? nameOf(node.callee) : node.callee.name;
      const first = words(node.arguments[0]);
      if (SELECTING.has(name)) for (const [, pseudo] of first.matchAll(/:([a-z-]+)/g)) use(node, `css.selectors.${pseudo}`);
      if (NAMING.has(name)) use(node, `html.global_attributes.${first}`);
      if (name === 'createElement' || name === 'make') use(node, `html.elements.${first}`);
    }
  });
  ancestor(tree, {
    Identifier(node, _state, above) {
      const parent = above[above.length - 2];
      if (isGlobal(node) && parent?.type !== 'UnaryExpression') use(node, ...builtin(node.name));
    },
    AwaitExpression(node, _state, above) {
      if (!above.some(({ type }) => /Function/.test(type))) use(node, 'javascript.operators.await.top_level');
    },
  });
  return found;
};

/** The style sheets in a script, with the line before their first; what is filled in is a nought. */
export const sheets = (text) => {
  const found = [];
  full(parsed(text), (node) => {
    if (node.type !== 'TemplateLiteral') return;
    const sheet = node.quasis.map(({ value }) => value.cooked).join('0');
    if (/[\w\])*]\s*\{[^{}]*[\w-]+\s*:[^{}]*\}/.test(sheet)) found.push({ text: sheet, line: node.loc.start.line - 1 });
  });
  return found;
};
