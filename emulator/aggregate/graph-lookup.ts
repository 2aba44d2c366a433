import { Long } from 'bson';
import { requestFailed } from '../cloud-error';
import { parseExpression, scopeOf } from '../expression/expression';
import { shown } from '../expression/text-operand';
import { withVariables } from '../expression/variables';
import { matches } from '../query/matches';
import { orderKey } from '../values/order';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, toJsNumber } from '../values/value';
import { writableSteps } from './document-paths';
import { withValueAlong } from '../values/plain-paths';
import type { Matching } from './foreign';
import { everyValueAt, foreignByField } from './foreign';
import { parseMatch } from './match';
import type { StageParser } from './pipeline';

const known = [
  'from',
  'startWith',
  'connectFromField',
  'connectToField',
  'as',
  'maxDepth',
  'depthField',
  'restrictSearchWithMatch',
];

/** `$graphLookup`: what can be reached from each document, step by step; each document reached once, by the nearest way. */
export const graphLookup: StageParser = (operand, { sources }) => {
  const { from, startWith, connectFrom, connectTo, as, maxDepth, depthField, restriction } = argumentsOf(operand);
  return function* (documents, variables) {
    const matching = foreignByField(sources, from, connectTo);
    const isWanted = (document: BsonDocument): boolean =>
      restriction === undefined || withVariables(variables, () => matches(restriction, document));
    for (const document of documents) {
      const start = startWith(scopeOf(document, variables));
      const first = start === undefined ? [] : isArray(start) ? start : [start];
      const reached = reachedFrom(first, { matching, isWanted, connectFrom, maxDepth });
      const found = reached.map(({ document: one, depth }) =>
        depthField === undefined ? one : withValueAlong(one, depthField, Long.fromNumber(depth)),
      );
      yield withValueAlong(document, as, found);
    }
  };
};

type Search = {
  readonly matching: Matching;
  readonly isWanted: (document: BsonDocument) => boolean;
  readonly connectFrom: string;
  readonly maxDepth: number;
};

type Reached = { readonly document: BsonDocument; readonly depth: number };

function reachedFrom(first: readonly Value[], search: Search): readonly Reached[] {
  const reached = new Map<string, Reached>();
  const asked = new Set<string>();
  let frontier = first;
  for (let depth = 0; frontier.length > 0 && depth <= search.maxDepth; depth += 1) {
    const next: Value[] = [];
    for (const document of search.matching(frontier)) {
      const name = nameOf(document['_id']);
      if (reached.has(name) || !search.isWanted(document)) continue;
      reached.set(name, { document, depth });
      const unasked = everyValueAt(document, search.connectFrom).filter((value) => !asked.has(nameOf(value)));
      for (const value of unasked) asked.add(nameOf(value));
      next.push(...unasked);
    }
    frontier = next;
  }
  return [...reached.values()];
}

const nameOf = (value: Value | undefined): string => orderKey(value).toString('latin1');

function argumentsOf(operand: Value) {
  if (!isDocument(operand)) {
    throw requestFailed(`the $graphLookup stage specification must be an object, but found ${shown(operand)}`);
  }
  const unknown = Object.keys(operand).find((name) => !known.includes(name));
  if (unknown !== undefined) throw requestFailed(`unknown argument to $graphLookup: ${unknown}`);
  const { startWith, maxDepth, depthField, restrictSearchWithMatch: restriction } = operand;
  const text = (name: string): string => {
    const value = operand[name];
    if (typeof value === 'string') return value;
    if (name === 'from' && value === undefined) {
      throw requestFailed(`missing 'from' option to $graphLookup stage specification: ${shown(operand)}`);
    }
    throw requestFailed(
      value === undefined ? missing : `expected string as argument for ${name}, found: ${shown(value)}`,
    );
  };
  if (restriction !== undefined && !isDocument(restriction)) {
    throw requestFailed(
      `$graphLookup argument 'restrictSearchWithMatch' must be an object, but found ${shown(restriction)}`,
    );
  }
  const paths = { as: text('as'), connectFrom: text('connectFromField'), connectTo: text('connectToField') };
  if (startWith === undefined) throw requestFailed(missing);
  if (depthField !== undefined && typeof depthField !== 'string') {
    throw requestFailed(`expected string as argument for depthField, found: ${shown(depthField)}`);
  }
  writableSteps(paths.connectFrom);
  writableSteps(paths.connectTo);
  return {
    ...paths,
    as: writableSteps(paths.as),
    from: text('from'),
    startWith: parseExpression(startWith),
    maxDepth: maxDepth === undefined ? Infinity : depthOf(maxDepth),
    depthField: depthField === undefined ? undefined : writableSteps(depthField),
    restriction: restriction === undefined ? undefined : parseMatch(restriction),
  };
}

const missing =
  "must specify 'as', 'startWith', 'connectFromField', and 'connectToField' when specifying a $graphLookup";

function depthOf(value: Value): number {
  if (!isNumber(value)) throw requestFailed(`maxDepth requires a numeric argument, found: ${shown(value)}`);
  const depth = toJsNumber(value);
  if (depth < 0) throw requestFailed(`maxDepth requires a nonnegative argument, found: ${shown(value)}`);
  if (!Number.isInteger(depth)) {
    throw requestFailed(`maxDepth could not be represented as a long long: ${shown(value)}`);
  }
  return depth;
}
