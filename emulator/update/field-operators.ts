import { compareValues } from '../values/order';
import type { Value } from '../values/value';
import { arithmetic } from './arithmetic';
import { addToSet, pop, pull, pullAll, push } from './array-edits';
import { bit } from './bit';
import { currentDate } from './current-date';
import type { Edit, Manner } from './edit-path';

type FieldOperator = {
  readonly manner: Manner;
  /** Reads the operand; what MongoDB refuses without a document is refused here. */
  readonly edit: (path: string, operand: Value) => Edit;
};

/** Each operator of an update that changes one field. */
export const fieldOperators: Readonly<Record<string, FieldOperator>> = {
  $set: { manner: 'makes', edit: (_path, operand) => () => operand },
  $setOnInsert: { manner: 'makes', edit: (_path, operand) => () => operand },
  $unset: { manner: 'passes', edit: () => () => undefined },
  $inc: { manner: 'makes', edit: (path, operand) => arithmetic('$inc', path, operand) },
  $mul: { manner: 'makes', edit: (path, operand) => arithmetic('$mul', path, operand) },
  $min: { manner: 'makes', edit: (_path, operand) => better(operand, -1) },
  $max: { manner: 'makes', edit: (_path, operand) => better(operand, 1) },
  $bit: { manner: 'makes', edit: bit },
  $currentDate: { manner: 'makes', edit: currentDate },
  $push: { manner: 'makes', edit: push },
  $addToSet: { manner: 'makes', edit: addToSet },
  $pop: { manner: 'needs', edit: pop },
  $pull: { manner: 'needs', edit: pull },
  $pullAll: { manner: 'needs', edit: pullAll },
};

function better(operand: Value, direction: 1 | -1): Edit {
  return (present) => (present === undefined || direction * compareValues(operand, present) > 0 ? operand : present);
}
