import { requestFailed } from '../cloud-error';
import type { Condition } from '../query/condition';
import { matches } from '../query/matches';
import { parseFilter } from '../query/parse-filter';
import type { BsonDocument, Value } from '../values/value';
import { identifierOf } from './update-path';

/** Tells by its name which elements `$[name]` stands for. */
export type ArrayFilters = ReadonlyMap<string, (element: Value) => boolean>;

/** Reads array filters; each says by its one top-level field for which name it speaks. */
export function parseArrayFilters(filters: readonly BsonDocument[]): ArrayFilters {
  const byName = new Map<string, (element: Value) => boolean>();
  for (const filter of filters) {
    const condition = parseFilter(filter);
    const name = nameOf(condition);
    if (byName.has(name))
      throw requestFailed(`Found multiple array filters with the same top-level field name ${name}`);
    byName.set(name, (element) => matches(condition, { [name]: element }));
  }
  return byName;
}

/** Every name in the paths has a filter, and every filter has its name in a path. */
export function checkIdentifiers(paths: readonly string[], filters: ArrayFilters): void {
  const used = new Set<string>();
  for (const path of paths) {
    for (const name of path.split('.').map(identifierOf)) {
      if (name === undefined || name === '') continue;
      used.add(name);
      if (!filters.has(name)) throw requestFailed(`No array filter found for identifier '${name}' in path '${path}'`);
    }
  }
  for (const name of filters.keys()) {
    if (!used.has(name)) throw requestFailed(`The array filter for identifier '${name}' was not used in the update`);
  }
}

function nameOf(condition: Condition): string {
  const names = [...new Set(namesIn(condition))];
  const [name, other] = names;
  if (name === undefined)
    throw requestFailed('Cannot use an expression without a top-level field name in arrayFilters');
  if (other !== undefined) {
    throw requestFailed(
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${name}' and '${other}'`,
    );
  }
  if (/^[a-z][a-zA-Z0-9]*$/.test(name)) return name;
  throw requestFailed(
    `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
  );
}

function namesIn(condition: Condition): readonly string[] {
  if (condition.at === 'field') return [condition.path.split('.')[0] ?? ''];
  return condition.at === 'document' ? [] : condition.parts.flatMap(namesIn);
}
