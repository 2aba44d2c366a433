import { requestFailed } from '../cloud-error';
import type { Expression } from '../expression/expression';
import { parseExpression, scopeOf } from '../expression/expression';
import { shown } from '../expression/text-operand';
import { compareValues, orderKey } from '../values/order';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, kindOf } from '../values/value';
import { countEach } from './accumulators';
import type { Group, Outputs } from './group';
import { parseOutputs, startGroup } from './group';
import type { StageParser } from './pipeline';

const known = ['groupBy', 'boundaries', 'default', 'output'];

/** `$bucket`: groups by which of given ranges a value falls into; a range has its lower end and not its upper. */
export const bucket: StageParser = (operand) => {
  if (!isDocument(operand)) {
    throw requestFailed(`Argument to $bucket stage must be an object, but found type: ${typeName(operand)}.`);
  }
  const unknown = Object.keys(operand).find((name) => !known.includes(name));
  if (unknown !== undefined) throw requestFailed(`Unrecognized option to $bucket: ${unknown}.`);
  const { groupBy, boundaries, default: otherwise } = operand;
  if (groupBy === undefined || boundaries === undefined) {
    throw requestFailed("$bucket requires 'groupBy' and 'boundaries' to be specified.");
  }
  const key = groupByOf(groupBy, '$bucket');
  const edges = edgesOf(boundaries);
  const other = otherwise === undefined ? undefined : defaultOf(otherwise, edges);
  const outputs = bucketOutputs(operand['output'], '$bucket');
  return function* (documents, variables) {
    const buckets = new Map<string, { readonly id: Value; readonly group: Group }>();
    for (const document of documents) {
      const scope = scopeOf(document, variables);
      const id = lowerEdge(edges, key(scope)) ?? other;
      if (id === undefined) {
        throw requestFailed('$switch could not find a matching branch for an input, and no default was specified.');
      }
      const name = orderKey(id).toString('latin1');
      const here = buckets.get(name) ?? { id, group: startGroup(id, outputs, variables) };
      buckets.set(name, here);
      here.group.add(scope);
    }
    const ascending = [...buckets.values()].sort((left, right) => compareValues(left.id, right.id));
    for (const { group } of ascending) yield group.result();
  };
};

/** What `$bucket` and `$bucketAuto` group by: something of the document, not a constant. */
export function groupByOf(groupBy: Value, stage: string): Expression {
  const isExpression =
    (typeof groupBy === 'string' && groupBy.startsWith('$')) ||
    (isDocument(groupBy) && Object.keys(groupBy)[0]?.startsWith('$') === true);
  if (!isExpression) {
    throw requestFailed(
      `The ${stage} 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${shown(groupBy)}.`,
    );
  }
  return parseExpression(groupBy);
}

/** What `$bucket` and `$bucketAuto` put out besides `_id`: how many documents, unless told otherwise. */
export function bucketOutputs(output: Value | undefined, stage: string): Outputs {
  if (output === undefined) return [['count', countEach()]];
  if (!isDocument(output)) {
    throw requestFailed(`The ${stage} 'output' field must be an object, but found type: ${typeName(output)}.`);
  }
  return parseOutputs(output);
}

function edgesOf(boundaries: Value): readonly Value[] {
  if (!isArray(boundaries)) {
    throw requestFailed(`The $bucket 'boundaries' field must be an array, but found type: ${typeName(boundaries)}.`);
  }
  if (boundaries.length < 2) {
    throw requestFailed(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${boundaries.length} value(s).`,
    );
  }
  const edges = boundaries.map((edge) =>
    constantOf(edge, "The $bucket 'boundaries' field must be an array of constant values"),
  );
  edges.slice(1).forEach((edge, at) => {
    const below = edges[at] ?? null;
    if (kindOf(below) !== kindOf(edge)) {
      throw requestFailed(
        `All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeName(below)} and ${typeName(edge)}.`,
      );
    }
    if (compareValues(below, edge) >= 0) {
      throw requestFailed(
        `The 'boundaries' option to $bucket must be sorted, but elements ${at} and ${at + 1} are not in ascending order (${shown(below)} is not less than ${shown(edge)}).`,
      );
    }
  });
  return edges;
}

function defaultOf(otherwise: Value, edges: readonly Value[]): Value {
  const value = constantOf(otherwise, "The $bucket 'default' field must be a constant value");
  const isInside = compareValues(value, edges[0]) >= 0 && compareValues(value, edges[edges.length - 1]) < 0;
  if (isInside) {
    throw requestFailed(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  }
  return value;
}

function constantOf(value: Value, refused: string): Value {
  const isField = typeof value === 'string' && value.startsWith('$');
  if (isField) throw requestFailed(`${refused}, but found: ${shown(value)}.`);
  const isExpression = isDocument(value) && Object.keys(value)[0]?.startsWith('$') === true;
  return isExpression ? (parseExpression(value)(scopeOf({} satisfies BsonDocument)) ?? null) : value;
}

function lowerEdge(edges: readonly Value[], value: Value | undefined): Value | undefined {
  const above = edges.findIndex((edge) => compareValues(value, edge) < 0);
  return above > 0 ? edges[above - 1] : undefined;
}
