import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, ownField } from '../values/value';
import { isPosition, valuesAt } from '../values/paths';
import type { Condition, Test } from './condition';
import { elementMatches, holds, wholeHolds } from './matches';

/**
 * Where in an array the element is by which a document matched: what `$` stands for in an update or a projection.
 *
 * Of several conditions on arrays, the last on the array that is asked about counts, or else the last of all.
 *
 * @param arrayPath the path before the `$`
 */
export function matchedPosition(condition: Condition, document: BsonDocument, arrayPath: string): number | undefined {
  const found = positions(condition, document);
  const near = found.filter(({ path }) => path === arrayPath || path.startsWith(`${arrayPath}.`));
  return (near.at(-1) ?? found.at(-1))?.position;
}

type Matched = { readonly path: string; readonly position: number };

function positions(condition: Condition, document: BsonDocument): readonly Matched[] {
  switch (condition.at) {
    case 'and':
      return condition.parts.flatMap((part) => positions(part, document));
    case 'or':
      return positionsOfBranches(condition.parts, document);
    case 'field': {
      const { path, test } = condition;
      const tests = test.is === 'every' ? test.tests : [test];
      return tests.flatMap((each) => {
        const position = positionOf(each, document, path.split('.'));
        return position === undefined ? [] : [{ path, position }];
      });
    }
    default:
      return [];
  }
}

// MongoDB remembers no position inside an $or; but one branch is no $or to it, and values for one field are an $in.
function positionsOfBranches(branches: readonly Condition[], document: BsonDocument): readonly Matched[] {
  const [first] = branches;
  const isList = branches.every(
    (branch) =>
      branch.at === 'field' &&
      first?.at === 'field' &&
      branch.path === first.path &&
      (branch.test.is === 'equal' || branch.test.is === 'oneOf'),
  );
  if (branches.length > 1 && !isList) return [];
  const found = branches.flatMap((branch) => positions(branch, document));
  return branches.length === 1 ? found : [...found].sort((a, b) => a.position - b.position).slice(0, 1);
}

function positionOf(test: Test, value: Value | undefined, steps: readonly string[]): number | undefined {
  if (test.is === 'not') return undefined;
  const [step, ...rest] = steps;
  if (isArray(value)) {
    if (step !== undefined && isPosition(step) && Number(step) < value.length) {
      const within = positionOf(test, value[Number(step)], rest);
      if (within !== undefined) return within;
    }
    const at = value.findIndex((item) => elementHolds(test, item, steps));
    return at === -1 ? undefined : at;
  }
  if (step === undefined || !isDocument(value)) return undefined;
  return positionOf(test, ownField(value, step), rest);
}

function elementHolds(test: Test, item: Value, steps: readonly string[]): boolean {
  if (steps.length > 0) return isDocument(item) && holds(test, valuesAt(item, steps.join('.')));
  if (test.is === 'element') return elementMatches(test.condition, item);
  return wholeHolds(test.is === 'elementValue' ? test.tests : [test], item);
}
