import { Int32 } from 'bson';
import { requestFailed } from '../cloud-error';
import { intOrLong } from '../expression/numbers';
import { refuseFieldName } from '../values/ejson';
import { documentOf } from '../values/fields';
import type { Value } from '../values/value';
import { isDocument } from '../values/value';
import { group } from './group';
import type { StageParser } from './pipeline';
import { sorted } from './sort';

/** `$count`: how many documents come in; none at all where there are none. */
export const count: StageParser = (operand) => {
  const field = countField(operand);
  return function* (documents) {
    let total = 0;
    const walk = documents[Symbol.iterator]();
    while (walk.next().done !== true) total += 1;
    if (total > 0) yield documentOf([[field, intOrLong(total)]]);
  };
};

function countField(operand: Value): string {
  if (typeof operand !== 'string') throw requestFailed('the count field must be a non-empty string');
  if (operand === '') throw requestFailed('the count field must be a non-empty string');
  if (operand === '_id') throw requestFailed("the count field cannot be '_id'");
  if (operand.startsWith('$')) throw requestFailed('the count field cannot be a $-prefixed path');
  if (operand.includes('\0')) throw requestFailed('the count field cannot contain a null byte');
  if (operand.includes('.')) throw requestFailed("the count field cannot contain '.'");
  refuseFieldName(operand);
  return operand;
}

/** `$sortByCount`: the values of an expression, the most frequent first. */
export const sortByCount: StageParser = (operand, context) => {
  if (typeof operand !== 'string' && !isDocument(operand)) {
    throw requestFailed('the sortByCount field must be specified as a string or as an object');
  }
  const isExpression =
    typeof operand === 'string' ? operand.startsWith('$') : Object.keys(operand)[0]?.startsWith('$') === true;
  if (!isExpression) {
    throw requestFailed('the sortByCount field must be defined as a $-prefixed path or an expression inside an object');
  }
  const counted = group({ _id: operand, count: { $sum: new Int32(1) } }, context);
  return function* (documents, variables) {
    yield* sorted(counted(documents, variables), [['count', -1]]);
  };
};
