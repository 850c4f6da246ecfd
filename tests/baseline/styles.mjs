/** Which features a style sheet uses: properties and their words, functions, units, selectors, rules. */

import { parse, walk, generate } from 'css-tree';

import { at } from './data.mjs';

const PSEUDO = { PseudoClassSelector: true, PseudoElementSelector: true };

const UNITS = [
  [/^d(vh|vw|vi|vb|vmin|vmax)$/, 'viewport_percentage_units_dynamic'],
  [/^l(vh|vw|vi|vb|vmin|vmax)$/, 'viewport_percentage_units_large'],
  [/^s(vh|vw|vi|vb|vmin|vmax)$/, 'viewport_percentage_units_small'],
  [/^cq/, 'container_query_length_units'],
];

const unit = (name) => `css.types.length.${UNITS.find(([kind]) => kind.test(name))?.[1] ?? name}`;

/** Where the data has a function: a colour's, a type's own, or a property's. */
const functions = (name, property) => [`css.types.color.${name}`, `css.types.${name}`, `css.types.gradient.${name}`, `css.types.transform-function.${name}`, `css.types.calc.${name}`, `css.types.filter-function.${name}`, `css.properties.${property}.${name}`];

/**
 * The features of a sheet, each with its line and what stands around it: the conditions of `@supports`, and whether a
 * browser that doesn't know it leaves the declaration out. What is filled in later (`var()`, or a property of one's own) is
 * found wrong only then, when nothing takes its place.
 */
export const features = (text) => {
  const found = [];
  const tree = parse(text, { positions: true, parseCustomProperty: true, parseAtrulePrelude: true });
  const supports = [];
  let declaration;
  let selectors = 0;
  let depth = 0;
  const use = (node, ...paths) => {
    const path = paths.find((each) => at(each)?.__compat);
    if (path) found.push({ paths: [path], line: node.loc.start.line, supports: [...supports], left: declaration ? !(declaration.property.startsWith('--') || /\bvar\(/.test(generate(declaration.value))) : selectors < 2 });
  };
  walk(tree, {
    enter(node) {
      if (node.type === 'Atrule') {
        if (node.name === 'supports') supports.push(generate(node.prelude));
        use(node, `css.at-rules.${node.name}`);
      }
      // What is asked after `@supports` is no use.
      if (node.type === 'AtrulePrelude' && this.atrule?.name === 'supports') return this.skip;
      if (node.type === 'Feature') use(node, `css.at-rules.media.${node.name.replace(/^(min|max)-/, '')}`);
      if (node.type === 'FeatureRange') use(node, 'css.at-rules.media.range_syntax');
      if (node.type === 'Rule') {
        selectors = node.prelude.children?.size ?? 1;
        if (depth++) use(node, 'css.selectors.nesting');
      }
      // The parser reads a nested rule only where it begins with `&`, and gives others back as they are.
      if (node.type === 'Raw' && this.block && !declaration) use(node, 'css.selectors.nesting');
      if (PSEUDO[node.type]) use(node, `css.selectors.${node.name}`);
      if (node.type === 'Declaration') {
        declaration = node;
        if (!node.property.startsWith('--') && !node.property.startsWith('-')) use(node, `css.properties.${node.property}`);
      }
      if (!declaration) return undefined;
      const { property } = declaration;
      // One of a list of fonts is enough.
      if (node.type === 'Identifier' && !property.startsWith('font')) use(node, `css.properties.${property}.${node.name}`);
      if (node.type === 'Function') {
        use(node, ...functions(node.name, property));
        const first = node.children.first;
        if (first?.type === 'Identifier' && first.name === 'from') use(node, `css.types.color.${node.name}.relative_syntax`);
      }
      if (node.type === 'Dimension') use(node, unit(node.unit));
      return undefined;
    },
    leave(node) {
      if (node.type === 'Declaration') declaration = undefined;
      if (node.type === 'Rule') depth--;
      if (node.type === 'Atrule' && node.name === 'supports') supports.pop();
    },
  });
  return found;
};
