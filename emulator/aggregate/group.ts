import { requestFailed } from '../cloud-error';
import type { Scope } from '../expression/expression';
import { parseExpression, scopeOf } from '../expression/expression';
import { refuseFieldName } from '../values/ejson';
import { documentOf, fieldsOf } from '../values/fields';
import { orderKey } from '../values/order';
import type { BsonDocument, Value } from '../values/value';
import { isDocument, isNumber } from '../values/value';
import type { Accumulator, Gathering } from './accumulators';
import { parseAccumulator } from './accumulators';
import type { StageParser } from './pipeline';

/** What a stage gathers of each group, by the names of the fields it puts out. */
export type Outputs = readonly (readonly [field: string, accumulator: Accumulator])[];

export function parseOutputs(specification: BsonDocument): Outputs {
  return fieldsOf(specification).map(([field, accumulator]) => {
    refuseFieldName(field);
    return [field, parseAccumulator(field, accumulator)] as const;
  });
}

/** `$group`: one document for each value of an expression. Groups come out in the order in which they first came in. */
export const group: StageParser = (operand) => {
  if (!isDocument(operand)) throw requestFailed("a group's fields must be specified in an object");
  const { _id: by, ...rest } = operand;
  if (by === undefined) throw requestFailed('a group specification must include an _id');
  refuseInclusions(by);
  const key = parseExpression(by);
  const outputs = parseOutputs(rest);
  return function* (documents, variables) {
    const groups = new Map<string, Group>();
    for (const document of documents) {
      const scope = scopeOf(document, variables);
      // What is missing is in one group with null.
      const id = key(scope) ?? null;
      const name = orderKey(id).toString('latin1');
      let here = groups.get(name);
      if (here === undefined) {
        here = startGroup(id, outputs, variables);
        groups.set(name, here);
      }
      here.add(scope);
    }
    for (const { result } of groups.values()) yield result();
  };
};

// `{a: 1}` would be a constant here; who writes it takes it for a projection.
function refuseInclusions(by: Value): void {
  if (!isDocument(by)) return;
  const fields = fieldsOf(by);
  if (fields[0]?.[0].startsWith('$') === true) return;
  if (fields.some(([, value]) => isNumber(value) || typeof value === 'boolean')) {
    throw requestFailed('$group does not support inclusion-style expressions');
  }
}

export type Group = { readonly add: (scope: Scope) => void; readonly result: () => BsonDocument };

export function startGroup(id: Value, outputs: Outputs, variables: Scope): Group {
  const own = scopeOf(isDocument(id) ? id : {}, variables);
  const gathered = outputs.map(([field, accumulator]): readonly [string, Gathering] => [field, accumulator(own)]);
  return {
    add(scope) {
      for (const [, gathering] of gathered) gathering.add(scope);
    },
    result: () =>
      documentOf([['_id', id], ...gathered.map(([field, gathering]) => [field, gathering.result()] as const)]),
  };
}
