import { requestFailed } from '../cloud-error';
import type { Expression, Scope } from '../expression/expression';
import { parseExpression, scopeOf } from '../expression/expression';
import { fieldAt, stepsOf } from '../expression/field-path';
import type { Order } from '../query/plan';
import { sortKey } from '../store/index-keys';
import { fieldsOf } from '../values/fields';
import { orderKey } from '../values/order';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument } from '../values/value';
import { writableSteps } from './document-paths';
import type { FieldTree } from './field-tree';
import { fieldTree, say, shaped } from './field-tree';
import { optionsOf, requiredOption } from './options';
import type { StageParser } from './pipeline';
import { parseOrder } from './sort';
import type { Partition, WindowFunction } from './window-functions';
import { parseWindowFunction } from './window-functions';

/** `$setWindowFields`: fields computed from documents before and after, within partitions. Documents come out sorted. */
export const setWindowFields: StageParser = (operand) => {
  const options = optionsOf(operand, '$setWindowFields', ['partitionBy', 'sortBy', 'output']);
  const output = requiredOption(options, '$setWindowFields', 'output');
  if (!isDocument(output)) {
    throw requestFailed(
      `BSON field '$setWindowFields.output' is the wrong type '${typeName(output)}', expected type 'object'`,
    );
  }
  const { partitionBy, sortBy } = options;
  const order = orderOf(sortBy ?? {});
  const by = partitionBy === undefined || partitionBy === null ? undefined : parseExpression(partitionBy);
  const { functions, tree } = outputsOf(output, order);
  return function* (documents, variables) {
    const rows = Array.from(documents, (document) => rowOf(document, { by, order, variables }));
    if (by !== undefined || order.length > 0) {
      rows.sort((left, right) => Buffer.compare(left.group, right.group) || Buffer.compare(left.key, right.key));
    }
    for (const part of partitions(rows)) {
      const partition = partitionOf(part, order);
      const columns = functions.map((compute) => compute(partition));
      for (const [at, { document, scope }] of part.entries()) {
        const computed = Object.fromEntries(columns.map((column, place) => [nameOf(place), column[at]]));
        yield shaped(tree, 'add', document, { ...scope, ...computed });
      }
    }
  };
};

const orderOf = (sortBy: Value): Order =>
  isDocument(sortBy) && Object.keys(sortBy).length === 0 ? [] : parseOrder(sortBy);

// No variable of a pipeline can be called so.
const nameOf = (place: number): string => `output ${place}`;

function outputsOf(output: BsonDocument, order: Order) {
  const tree: FieldTree = fieldTree();
  const functions: WindowFunction[] = [];
  for (const [field, specification] of fieldsOf(output)) {
    const name = nameOf(functions.length);
    if (say(tree, writableSteps(field), (scope) => scope[name]) !== undefined) {
      throw requestFailed(`specification contains two conflicting paths. Cannot specify '${field}' twice`);
    }
    functions.push(parseWindowFunction(specification, order));
  }
  return { functions, tree };
}

type Row = { readonly document: BsonDocument; readonly scope: Scope; readonly group: Buffer; readonly key: Buffer };

type Arrangement = { readonly by: Expression | undefined; readonly order: Order; readonly variables: Scope };

function rowOf(document: BsonDocument, { by, order, variables }: Arrangement): Row {
  const scope = scopeOf(document, variables);
  const group: Value = by?.(scope) ?? null;
  if (isArray(group)) {
    throw requestFailed('An expression used to partition cannot evaluate to value of type array');
  }
  return { document, scope, group: orderKey(group), key: sortKey(document, order) };
}

function partitions(rows: readonly Row[]): readonly (readonly Row[])[] {
  const parts: Row[][] = [];
  for (const row of rows) {
    const last = parts[parts.length - 1];
    if (last?.[0]?.group.equals(row.group) === true) last.push(row);
    else parts.push([row]);
  }
  return parts;
}

function partitionOf(rows: readonly Row[], order: Order): Partition {
  const path = order[0]?.[0];
  const steps = path === undefined ? undefined : stepsOf(path);
  return {
    scopes: rows.map(({ scope }) => scope),
    keys: rows.map(({ key }) => key),
    values: rows.map(({ document }) => (steps === undefined ? undefined : fieldAt(document, steps))),
  };
}
