import { requestFailed } from '../cloud-error';
import type { Value } from '../values/value';
import { isArray, isDocument, isNumber, toJsNumber } from '../values/value';
import { checkNewName, definingNames } from './defined-names';
import type { Operator } from './expression';
import { parseExpression } from './expression';
import { allOperands, namedOperands, operandsOf } from './operands';

/** Whether a value counts as true: everything but false, null, what is missing, and zero. */
export function isTrue(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumber(value) || toJsNumber(value) !== 0;
}

/** What chooses, and what gives names to values. */
export const control: Readonly<Record<string, Operator>> = {
  $literal: (operand) => () => operand,
  $const: (operand) => () => operand,
  $expr: parseExpression,

  $and: (operand) => {
    const parts = allOperands(operand);
    return (scope) => parts.every((part) => isTrue(part(scope)));
  },
  $or: (operand) => {
    const parts = allOperands(operand);
    return (scope) => parts.some((part) => isTrue(part(scope)));
  },
  $not: (operand, operator) => {
    const [only] = operandsOf(operand, operator, 1);
    return (scope) => !isTrue(only?.(scope));
  },

  $cond: (operand, operator) => {
    const [condition, yes, no] = isArray(operand)
      ? operandsOf(operand, operator, 3)
      : Object.values(ordered(namedOperands(operand, operator, { required: ['if', 'then', 'else'] })));
    return (scope) => (isTrue(condition?.(scope)) ? yes?.(scope) : no?.(scope));
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
    if (!isDocument(operand)) throw requestFailed(`${operator} requires an object as an argument`);
    const { branches, default: otherwise, ...rest } = operand;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) throw requestFailed(`$switch found an unknown argument: ${unknown}`);
    if (!isArray(branches)) throw requestFailed("$switch expected an array for 'branches'");
    if (branches.length === 0) throw requestFailed('$switch requires at least one branch.');
    const cases = branches.map((branch) => namedOperands(branch, operator, { required: ['case', 'then'] }));
    const last = otherwise === undefined ? undefined : parseExpression(otherwise);
    return (scope) => {
      const found = cases.find((branch) => isTrue(branch.case?.(scope)));
      if (found !== undefined) return found.then?.(scope);
      if (last === undefined)
        throw requestFailed('$switch could not find a matching branch for an input, and no default was specified.');
      return last(scope);
    };
  },

  $let: (operand, operator) => {
    if (!isDocument(operand)) throw requestFailed(`${operator} only supports an object as its argument`);
    const { vars, in: inside, ...rest } = operand;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) throw requestFailed(`Unrecognized parameter to ${operator}: ${unknown}`);
    if (vars === undefined) throw requestFailed(`Missing 'vars' parameter to ${operator}`);
    if (inside === undefined) throw requestFailed(`Missing 'in' parameter to ${operator}`);
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

const ordered = <Part>({ if: condition, then: yes, else: no }: { if?: Part; then?: Part; else?: Part }) => [
  condition,
  yes,
  no,
];
