import type { ObjectId } from 'bson';
import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isDate, isObjectId, isTimestamp } from '../values/value';
import type { Expression, Scope } from './expression';
import type { Zone } from './dates-zone';
import { utc, zoneOf } from './dates-zone';
import { isNothing } from './text-operand';

/** The instant of whatever has one: a date, a timestamp, an object id. */
export function instantIn(value: Value | undefined): number | undefined {
  if (isDate(value)) return value.getTime();
  if (isTimestamp(value)) return value.t * 1000;
  return isObjectId(value) ? instantOfObjectId(value) : undefined;
}

/** MongoDB takes the seconds for a number with a sign: from 2038 on they are before 1970. */
export function instantOfObjectId(id: ObjectId): number {
  return ((id.getTimestamp().getTime() / 1000) | 0) * 1000;
}

export function requireInstant(value: Value | undefined): number {
  const instant = instantIn(value);
  if (instant === undefined) throw requestFailed(`can't convert from BSON type ${typeName(value)} to Date`);
  return instant;
}

/** The zone an optional `timezone` says: UTC where there is none; undefined where it is null. */
export function zoneIn(timezone: Expression | undefined, scope: Scope): Zone | undefined {
  return timezone === undefined ? utc : zoneOf(timezone(scope));
}

/** @throws where the instant is beyond what a date can hold */
export function dateAt(instant: number): Date {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) throw requestFailed('the date is beyond what the emulator can hold');
  return date;
}

/** The text an argument must be; undefined for null and missing. */
export function textOrNothing(value: Value | undefined, refusal: (type: string) => string): string | undefined {
  if (isNothing(value)) return undefined;
  if (typeof value === 'string') return value;
  throw requestFailed(refusal(typeName(value)));
}
