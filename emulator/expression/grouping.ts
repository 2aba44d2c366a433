import type { Value } from '../values/value';
import { isArray } from '../values/value';
import type { Expression } from './expression';
import { parseExpression } from './expression';
import type { Part } from './folding';
import { apart, foldLater, varies } from './folding';

/** What an operator makes of its operands, evaluated one after the other. */
type Join = (parts: readonly Expression[]) => Expression;

/**
 * Reads the operands of an operator to which it is all one how they are grouped. As in MongoDB constants that stand
 * together become one before there is a document, and are refused there, whatever a document may lack.
 *
 * @param isOrdered whether operands stay where they stand; else the constants come last, all together
 */
export function groupingConstants(operand: Value, isOrdered: boolean, join: Join): Expression {
  const written = (isArray(operand) ? operand : [operand]).map((each) => apart(() => parseExpression(each)));
  const parts = isOrdered ? written : [...written].sort((a, b) => Number(a.isConstant) - Number(b.isConstant));
  for (const { fold } of written) foldLater(fold);
  let evaluate = join(parts.map(({ made }) => made));
  if (parts.some(({ isConstant }) => !isConstant)) {
    varies();
    foldLater(() => {
      evaluate = join(neighbours(parts).map((group) => together(group, join)));
    });
  }
  return (scope) => evaluate(scope);
}

/** Constants that stand side by side, and everything else by itself. */
function neighbours(parts: readonly Part<Expression>[]): readonly (readonly Part<Expression>[])[] {
  const groups: Part<Expression>[][] = [];
  let before: Part<Expression> | undefined;
  for (const part of parts) {
    if (before?.isConstant === true && part.isConstant) groups.at(-1)?.push(part);
    else groups.push([part]);
    before = part;
  }
  return groups;
}

function together(group: readonly Part<Expression>[], join: Join): Expression {
  const [only, ...others] = group;
  if (only !== undefined && others.length === 0) return only.made;
  const value = join(group.map(({ made }) => made))({});
  return () => value;
}
