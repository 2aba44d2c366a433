import { requestFailed } from '../cloud-error';
import { later } from '../expression/dates-arithmetic';
import type { Unit } from '../expression/dates-unit';
import { unitNamed } from '../expression/dates-unit';
import { utc } from '../expression/dates-zone';
import { add, multiply } from '../expression/numbers';
import { numberFromJs } from '../values/ejson';
import { typeName } from '../values/type-names';
import type { BsonNumber, Value } from '../values/value';
import { isDate, isNumber, toJsNumber } from '../values/value';

/** A distance along numbers or, with a unit, along time. */
export type Step = { readonly size: BsonNumber; readonly unit: Unit | undefined };

/** A value so many steps further; a date by the calendar, in UTC. What is no number and no date stays where it is. */
export function stepped(value: Value, { size, unit }: Step, times = 1): Value {
  if (isDate(value)) return new Date(later(value.getTime(), toJsNumber(size) * times, unit ?? 'millisecond', utc));
  return isNumber(value) ? add(value, multiply(size, numberFromJs(times))) : value;
}

export function unitOf(unit: Value | undefined): Unit | undefined {
  if (unit === undefined) return undefined;
  if (typeof unit !== 'string') throw requestFailed(`unit must be a string, not ${typeName(unit)}`);
  return unitNamed(unit);
}
