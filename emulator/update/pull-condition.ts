import { matches, valueHolds } from '../query/matches';
import { refuseNear } from '../query/near-test';
import { parseElementFilter } from '../query/parse-filter';
import { isElementValue, parseFieldTests } from '../query/parse-tests';
import { sameValue } from '../values/order';
import type { Value } from '../values/value';
import { isDocument, isRegex } from '../values/value';

/** What `$pull` removes: elements that satisfy operators, documents that match a filter, or values that are equal. */
export function conditionOnElement(operand: Value): (element: Value) => boolean {
  if (isRegex(operand) || (isDocument(operand) && isElementValue(operand))) {
    const tests = parseFieldTests('', operand);
    for (const test of tests) refuseNear({ at: 'field', path: '', test });
    return (element) => valueHolds(tests, element);
  }
  if (isDocument(operand)) {
    const condition = parseElementFilter(operand);
    refuseNear(condition);
    return (element) => isDocument(element) && matches(condition, element);
  }
  return (element) => sameValue(element, operand);
}
