import { compareValues } from '../values/order';
import type { Value } from '../values/value';
import { arithmetic } from './arithmetic';
import { addToSet, pop, pull, pullAll, push } from './array-edits';
import { bit } from './bit';
import { currentDate } from './current-date';
import type { Edit } from './edit-path';

type FieldOperator = {
  /** Whether the documents on the way are made where they are missing. */
  readonly makes: boolean;
  /** Reads the operand; what MongoDB refuses without a document is refused here. */
  readonly edit: (path: string, operand: Value) => Edit;
};

/** Each operator of an update that changes one field. */
export const fieldOperators: Readonly<Record<string, FieldOperator>> = {
  $set: { makes: true, edit: (_path, operand) => () => operand },
  $setOnInsert: { makes: true, edit: (_path, operand) => () => operand },
  $unset: { makes: false, edit: () => () => undefined },
  $inc: { makes: true, edit: (path, operand) => arithmetic('$inc', path, operand) },
  $mul: { makes: true, edit: (path, operand) => arithmetic('$mul', path, operand) },
  $min: { makes: true, edit: (_path, operand) => better(operand, -1) },
  $max: { makes: true, edit: (_path, operand) => better(operand, 1) },
  $bit: { makes: true, edit: bit },
  $currentDate: { makes: true, edit: currentDate },
  $push: { makes: true, edit: push },
  $addToSet: { makes: true, edit: addToSet },
  $pop: { makes: false, edit: pop },
  $pull: { makes: false, edit: pull },
  $pullAll: { makes: false, edit: pullAll },
};

function better(operand: Value, direction: 1 | -1): Edit {
  return (present) => (present === undefined || direction * compareValues(operand, present) > 0 ? operand : present);
}
