import { requestFailed } from '../cloud-error';
import type { Condition, Test } from '../query/condition';
import { conjuncts } from '../query/condition';
import type { BsonDocument, Value } from '../values/value';
import { isRegex } from '../values/value';
import { editPath } from './edit-path';
import { prefixesOf } from './update-path';

/** What an upsert starts from: the values that the filter asks fields to be equal to. */
export function upsertSeed(condition: Condition): BsonDocument {
  const seen = new Set<string>();
  let seed: BsonDocument = {};
  for (const [path, value] of equalities(condition)) {
    refuseTwice(path, seen);
    seen.add(path);
    seed = editPath(seed, path.split('.'), () => value, 'makes');
  }
  return seed;
}

function equalities(condition: Condition): readonly (readonly [path: string, value: Value])[] {
  return conjuncts(condition).flatMap((part) => {
    if (part.at === 'or' && part.parts.length === 1) return part.parts.flatMap(equalities);
    const value = part.at === 'field' ? onlyValue(part.test) : undefined;
    return part.at === 'field' && value !== undefined ? [[part.path, value] as const] : [];
  });
}

function onlyValue(test: Test): Value | undefined {
  const [only, ...others] = test.is === 'oneOf' ? test.values : [];
  switch (test.is) {
    case 'equal':
      return isRegex(test.value) ? undefined : test.value;
    case 'oneOf':
      return others.length === 0 && test.patterns.length === 0 ? only : undefined;
    case 'every':
      return test.tests.length === 1 && test.tests[0] !== undefined ? onlyValue(test.tests[0]) : undefined;
    default:
      return undefined;
  }
}

function refuseTwice(path: string, seen: ReadonlySet<string>): void {
  if (seen.has(path)) throw requestFailed(`cannot infer query fields to set, path '${path}' is matched twice`);
  const shorter = prefixesOf(path).find((prefix) => seen.has(prefix));
  const longer = [...seen].find((other) => other.startsWith(`${path}.`));
  const clash = shorter ?? longer;
  if (clash === undefined) return;
  throw requestFailed(`cannot infer query fields to set, both paths '${path}' and '${clash}' are matched`);
}
