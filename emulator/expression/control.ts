import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray, isDocument, isNumber } from '../values/value';
import { checkNewName, definingNames } from './defined-names';
import type { Expression, Operator, Scope } from './expression';
import { parseExpression } from './expression';
import type { Part } from './folding';
import { apart, foldLater, varies } from './folding';
import { isZero } from './numbers';
import type { Wording } from './operands';
import { allOperands, namedValues, newer, oneOperand, operandsOf } from './operands';

/** Whether a value counts as true: everything but false, null, what is missing, and zero. */
export function isTrue(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumber(value) || !isZero(value);
}

/** What chooses, and what gives names to values. */
export const control: Readonly<Record<string, Operator>> = {
  $literal: (operand) => () => operand,
  $const: (operand) => () => operand,
  $expr: parseExpression,

  $and: deciding(false),
  $or: deciding(true),
  $not: (operand, operator) => {
    const only = oneOperand(operand, operator);
    return (scope) => !isTrue(only(scope));
  },

  $cond: (operand, operator) => {
    const [condition, yes, no] = isArray(operand) ? threeOperands(operand, operator) : byName(operand, operator);
    return (scope) => (isTrue(condition(scope)) ? yes(scope) : no(scope));
  },

  $ifNull: (operand, operator) => {
    const parts = allOperands(operand);
    if (parts.length < 2) throw requestFailed(`${operator} needs at least two arguments, had: ${parts.length}`);
    return (scope) => {
      let value: Value | undefined;
      for (const part of parts) {
        value = part(scope);
        if (value !== undefined && value !== null) return value;
      }
      return value;
    };
  },

  $switch: (operand, operator) => {
    const { branches = [], default: otherwise } = namedValues(
      operand,
      operator,
      { required: [], optional: ['branches', 'default'] },
      newer,
    );
    if (!isArray(branches)) {
      throw requestFailed(`$switch expected an array for 'branches', found: ${typeName(branches)}`);
    }
    const cases = branches.map((branch) => {
      const read = namedValues(branch, operator, { required: ['case', 'then'] }, branchWording);
      return { condition: apart(() => parseExpression(read.case)), result: apart(() => parseExpression(read.then)) };
    });
    if (cases.length === 0) throw requestFailed('$switch requires at least one branch.');
    const last = otherwise === undefined ? undefined : apart(() => parseExpression(otherwise));
    const parts = [
      ...cases.flatMap(({ condition, result }) => [condition, result]),
      ...(last === undefined ? [] : [last]),
    ];
    if (parts.some(({ isConstant }) => !isConstant)) varies();
    foldLater(() => foldCases(cases, last));
    return (scope) => {
      const found = cases.find(({ condition }) => isTrue(condition.made(scope)));
      if (found !== undefined) return found.result.made(scope);
      if (last === undefined)
        throw requestFailed('$switch could not find a matching branch for an input, and no default was specified.');
      return last.made(scope);
    };
  },

  $let: (operand, operator) => {
    const { vars, in: inside } = namedValues(operand, operator, { required: ['vars', 'in'] });
    if (!isDocument(vars)) throw requestFailed('invalid parameter: expected an object (vars)');
    const variables = Object.entries(vars).map(([name, value]) => {
      checkNewName(name);
      return [name, parseExpression(value)] as const;
    });
    const result = definingNames(Object.keys(vars), () => parseExpression(inside));
    return (scope) => {
      const inner: Record<string, Value | undefined> = { ...scope };
      for (const [name, value] of variables) inner[name] = value(scope);
      return result(inner);
    };
  },
};

/** A constant that decides does so wherever it stands: then nothing else is evaluated. */
function deciding(decisive: boolean): Operator {
  return (operand) => {
    const parts = (isArray(operand) ? operand : [operand]).map((each) => apart(() => parseExpression(each)));
    if (parts.some(({ isConstant }) => !isConstant)) varies();
    const decides =
      ({ made }: Part<Expression>) =>
      (scope: Scope) =>
        isTrue(made(scope)) === decisive;
    let isDecided = false;
    foldLater(() => {
      for (const { fold } of parts) fold();
      isDecided = parts.some((part) => part.isConstant && decides(part)({}));
    });
    const tests = parts.map(decides);
    return (scope) => (isDecided || tests.some((test) => test(scope)) ? decisive : !decisive);
  };
}

type Case = { readonly condition: Part<Expression>; readonly result: Part<Expression> };

// What comes after a condition that is always true, and what one that is never true leads to, is not looked at.
function foldCases(cases: readonly Case[], last: Part<Expression> | undefined): void {
  last?.fold();
  let couldMatch = last !== undefined;
  for (const { condition, result } of cases) {
    condition.fold();
    const isAlways = condition.isConstant && isTrue(condition.made({}));
    if (condition.isConstant && !isAlways) continue;
    couldMatch = true;
    result.fold();
    if (isAlways) break;
  }
  if (!couldMatch) {
    throw requestFailed(
      'One cannot execute a switch statement where all the cases evaluate to false without a default',
    );
  }
}

function threeOperands(operand: Value, operator: string): Three {
  const [condition = parseExpression(null), yes = condition, no = condition] = operandsOf(operand, operator, 3);
  return [condition, yes, no];
}

function byName(operand: Value, operator: string): Three {
  const { if: condition, then: yes, else: no } = namedValues(operand, operator, { required: ['if', 'then', 'else'] });
  return [parseExpression(condition), parseExpression(yes), parseExpression(no)];
}

type Three = readonly [Expression, Expression, Expression];

const branchWording: Wording = {
  notAnObject: (operator, type) => `${operator} expected each branch to be an object, found: ${type}`,
  unknown: (operator, name) => `${operator} found an unknown argument to a branch: ${name}`,
  missing: (operator, name) => `${operator} requires each branch have a '${name}' expression`,
};
