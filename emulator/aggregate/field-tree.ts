import type { Expression, Scope } from '../expression/expression';
import { documentOf, fieldsOf } from '../values/fields';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument } from '../values/value';
import { spend } from '../work';

/** What happens to a field: it is named (kept or dropped, as the tree has it), computed, or gone into. */
export type Entry = 'named' | Expression | FieldTree;

/** What a projection says of the fields of a document, by name, in the order in which it was said. */
export type FieldTree = { readonly entries: Map<string, Entry>; hasComputed: boolean };

/**
 * `keep` answers with the named fields only, `drop` with all others, `add` with all. Computed fields come in addition.
 */
export type Manner = 'keep' | 'drop' | 'add';

export function fieldTree(): FieldTree {
  return { entries: new Map(), hasComputed: false };
}

const isTree = (entry: Entry | undefined): entry is FieldTree => typeof entry === 'object';

/** Says one thing of a path. @returns what is left of the path where something was said already; undefined if nothing was */
export function say(
  tree: FieldTree,
  [step = '', ...rest]: readonly string[],
  entry: 'named' | Expression,
): string | undefined {
  const here = tree.entries.get(step);
  if (rest.length === 0) {
    if (here !== undefined) return '';
    tree.entries.set(step, entry);
  } else {
    if (here !== undefined && !isTree(here)) return rest.join('.');
    const below = here ?? fieldTree();
    tree.entries.set(step, below);
    const clash = say(below, rest, entry);
    if (clash !== undefined) return clash;
  }
  if (entry !== 'named') tree.hasComputed = true;
  return undefined;
}

/** The document as a tree has it. Expressions see the whole document, also where the tree goes into it. */
export function shaped(tree: FieldTree, manner: Manner, document: BsonDocument, scope: Scope): BsonDocument {
  return shapedDocument(tree, document, { manner, scope });
}

type Shaping = { readonly manner: Manner; readonly scope: Scope };

function shapedDocument(tree: FieldTree, document: BsonDocument, shaping: Shaping): BsonDocument {
  const fields: (readonly [string, Value])[] = [];
  const put = (name: string, value: Value | undefined): void => {
    if (value !== undefined) fields.push([name, value]);
  };
  const here = new Set<string>();
  for (const [name, value] of fieldsOf(document)) {
    const entry = tree.entries.get(name);
    if (isTree(entry)) put(name, shapedValue(entry, value, shaping));
    else if (typeof entry === 'function') {
      // What is computed in place of a field stands where the field stood, but behind the fields that are kept.
      if (shaping.manner === 'keep') continue;
      put(name, entry(shaping.scope));
    } else if ((entry === 'named') === (shaping.manner === 'keep')) put(name, value);
    here.add(name);
  }
  if (!tree.hasComputed) return documentOf(fields);
  for (const [name, entry] of tree.entries) {
    if (here.has(name) || entry === 'named') continue;
    if (isTree(entry)) put(name, entry.hasComputed ? shapedDocument(entry, {}, shaping) : undefined);
    else put(name, entry(shaping.scope));
  }
  return documentOf(fields);
}

function shapedValue(tree: FieldTree, value: Value, shaping: Shaping): Value | undefined {
  if (isArray(value)) {
    spend(value.length);
    return value.flatMap((item) => {
      const inner = shapedValue(tree, item, shaping);
      return inner === undefined ? [] : [inner];
    });
  }
  if (isDocument(value)) return shapedDocument(tree, value, shaping);
  if (tree.hasComputed) return shapedDocument(tree, {}, shaping);
  return shaping.manner === 'keep' ? undefined : value;
}
