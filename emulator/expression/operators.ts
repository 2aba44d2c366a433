import { accumulations } from './accumulations';
import { arithmetic } from './arithmetic';
import { arrayWalks } from './array-walks';
import { arrays } from './arrays';
import { bits } from './bits';
import { comparisons } from './comparisons';
import { control } from './control';
import type { Operator } from './expression';
import { logarithms } from './logarithms';
import { objects } from './objects';
import { refused } from './refused';
import { rounding } from './rounding';
import { sets } from './sets';
import { sortArray } from './sort-array';
import { trigonometry } from './trigonometry';
import { conversions } from './conversions';
import { dateArithmetic } from './dates-arithmetic';
import { dateFormats } from './dates-format';
import { datesFromText } from './dates-from-string';
import { dateParts } from './dates-parts';
import { dates } from './dates';
import { regexes } from './regexes';
import { texts } from './text';
import { textEdits } from './text-edits';
import { textPositions } from './text-positions';
import { sizes } from './text-sizes';

let all: Readonly<Record<string, Operator>> | undefined;

/** An operator of aggregation expressions. */
export function operatorNamed(name: string): Operator | undefined {
  const operators = operatorsByName();
  return Object.hasOwn(operators, name) ? operators[name] : undefined;
}

/** Whether MongoDB evaluates it for each document, also where all its operands are constants. */
export function isUnfolded(operator: string): boolean {
  return unfolded.has(operator);
}

const unfolded: ReadonlySet<string> = new Set([
  ...['$rand', '$let', '$map', '$filter', '$reduce', '$zip', '$sortArray'],
  ...['$getField', '$setField', '$unsetField', '$regexFind', '$regexFindAll', '$regexMatch'],
]);

/** All that there are, those that are refused among them. */
export function operatorNames(): readonly string[] {
  return Object.keys(operatorsByName());
}

// Gathered when first asked for: families and parser need one another.
function operatorsByName(): Readonly<Record<string, Operator>> {
  all ??= {
    ...accumulations,
    ...comparisons,
    ...control,
    ...arithmetic,
    ...rounding,
    ...logarithms,
    ...bits,
    ...trigonometry,
    ...arrays,
    ...arrayWalks,
    ...sortArray,
    ...objects,
    ...sets,
    ...refused,
    ...texts,
    ...textEdits,
    ...textPositions,
    ...sizes,
    ...regexes,
    ...dates,
    ...dateParts,
    ...dateFormats,
    ...datesFromText,
    ...dateArithmetic,
    ...conversions,
  };
  return all;
}
