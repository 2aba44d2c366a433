import type { ShiftId } from '../../types/ids';
import type { EpochMs, ShanghaiDay } from '../../types/time';
import type { Author } from './fitted-shift';
import { fitted, isKept } from './fitted-shift';
import { shiftIdOf } from './ids';
import type { Ruled } from './new-shift';
import { newShift } from './new-shift';
import type { ShiftRecord } from './shift-records';
import type { DayRange, RuledShift } from './template-shifts';
import { shiftsOf } from './template-shifts';

export type Wanted = ReadonlyMap<ShiftId, RuledShift>;
export type ShiftChange = { readonly before: ShiftRecord; readonly after: ShiftRecord };
export type RosterPlan = {
  readonly missing: readonly ShiftRecord[];
  readonly changes: readonly ShiftChange[];
  readonly unchanged: readonly ShiftRecord[];
};
export type KeptShift = { readonly day: ShanghaiDay; readonly startsAt: EpochMs };

/** What is to be done so that the shifts to come are as the rules say. One that has begun is left alone. */
export function planRoster(
  roster: Ruled,
  wanted: Wanted,
  existing: readonly ShiftRecord[],
  author: Author,
): RosterPlan {
  const looked = existing
    .filter(({ startsAt }) => author.at < startsAt)
    .map((before) => ({ before, after: fitted(before, wanted.get(before._id) ?? null, roster, author) }));
  const there = new Set(existing.map(({ _id }) => _id));
  return {
    missing: [...wanted].filter(([id]) => !there.has(id)).map(([id, rule]) => newShift(id, rule, roster, author.at)),
    changes: looked.filter(({ before, after }) => after !== before),
    unchanged: looked.filter(({ before, after }) => after === before).map(({ before }) => before),
  };
}

/** The shifts that the rules ask for, by their ids; none that has begun. */
export const wantedShifts = ({ form, ground }: Ruled, range: DayRange, now: EpochMs): Wanted =>
  new Map(
    shiftsOf(form, range)
      .shifts.filter(({ startsAt }) => now < startsAt)
      .map((rule) => [shiftIdOf(ground.stationId, rule.templateId, rule.day), rule]),
  );

/** Shifts that are not what the rules say, for the sake of the people who have taken them; the next first. */
export const keptOf = (shifts: readonly ShiftRecord[], wanted: Wanted): KeptShift[] =>
  shifts
    .filter((shift) => isKept(shift, wanted.get(shift._id) ?? null))
    .map(({ day, startsAt }) => ({ day, startsAt }))
    .sort((one, other) => one.startsAt - other.startsAt);
