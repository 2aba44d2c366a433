import { requestFailed } from '../cloud-error';
import { withVariables } from '../expression/variables';
import type { Condition } from '../query/condition';
import { matches } from '../query/matches';
import { refuseNear } from '../query/near-test';
import { parseFilter } from '../query/parse-filter';
import type { Value } from '../values/value';
import { isDocument } from '../values/value';
import type { StageParser } from './pipeline';

/** The filter of a `$match`; nearness is refused, since it would also sort. */
export function parseMatch(operand: Value): Condition {
  if (!isDocument(operand)) throw requestFailed('the match filter must be an expression in an object');
  const condition = parseFilter(operand);
  refuseNear(condition);
  return condition;
}

export const match: StageParser = (operand) => {
  const condition = parseMatch(operand);
  return function* (documents, variables) {
    for (const document of documents) {
      if (withVariables(variables, () => matches(condition, document))) yield document;
    }
  };
};
