import type { PersonId, ShiftId, WishId } from '../../types/ids';
import type { Result } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { Contended, transaction } from '../runtime/database';
import { keepDiary, keepShift, readShift, readVolunteer } from './keeping';
import type { Changed } from './place-acts';
import type { ShiftRecord } from './shift-records';
import { shifts } from './shift-records';
import { SwapRecord, swaps } from './swap-records';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';

/** Whom and what an act is about. */
export type Cast = {
  readonly shifts: readonly ShiftId[];
  readonly people: readonly PersonId[];
  readonly swap: WishId | null;
};

/** The same as it stands in the store; an id that leads nowhere is not in it. */
export type Stage = {
  readonly shifts: ReadonlyMap<ShiftId, ShiftRecord>;
  readonly people: ReadonlyMap<PersonId, VolunteerRecord>;
  readonly swap: SwapRecord | null;
};

export type Decided = Changed & { readonly swap?: SwapRecord };

/**
 * One act on shifts and on the people whose diaries name them: all of it is written, or nothing. Decided first on what
 * was read outside, where a refusal is cheap, then once more inside of the transaction.
 *
 * @param read what the caller has read already, else it is read here
 * @returns the stage as it is after the act; of a shift that was not changed, as it was
 * @throws Contended when others were quicker each time, and the answer is still not a refusal
 */
export async function actTogether<Refusal extends string>(
  cast: Cast,
  decide: (stage: Stage) => Result<Decided, Refusal>,
  now: EpochMs,
  read: Stage | null = null,
): Promise<Result<Stage, Refusal>> {
  const before = read ?? (await readStage(cast));
  const first = decide(before);
  if (!first.ok) return first;
  if (isEmpty(first.value)) return { ok: true, value: before };
  try {
    return await transaction(async (tx): Promise<Result<Stage, Refusal>> => {
      // One after another: a transaction of the database knows no parallel operations.
      const found: ShiftRecord[] = [];
      for (const id of cast.shifts) found.push(...present(await readShift(tx, id)));
      const people: VolunteerRecord[] = [];
      for (const id of cast.people) people.push(...present(await readVolunteer(tx, id)));
      const swap = cast.swap === null ? null : await tx.get('shift-swaps', SwapRecord, cast.swap);
      const stage = stageOf(found, people, swap);
      const decided = decide(stage);
      if (!decided.ok) return decided;
      const kept: ShiftRecord[] = [];
      for (const shift of decided.value.shifts) kept.push(await keepShift(tx, shift, now));
      for (const volunteer of decided.value.people) await keepDiary(tx, volunteer, volunteer.diary, now);
      if (decided.value.swap !== undefined) {
        const { _id, ...fields } = decided.value.swap;
        await tx.update('shift-swaps', _id, { set: fields });
      }
      return { ok: true, value: after(stage, { ...decided.value, shifts: kept }) };
    });
  } catch (error) {
    if (!(error instanceof Contended)) throw error;
    const late = await readStage(cast);
    const last = decide(late);
    if (!last.ok) return last;
    if (isEmpty(last.value)) return { ok: true, value: late };
    throw error;
  }
}

/** So many round trips as there are ids, all at once. */
export async function readStage({ shifts: shiftIds, people: personIds, swap }: Cast): Promise<Stage> {
  const [found, people, asked] = await Promise.all([
    Promise.all(shiftIds.map((id) => shifts.get(id))),
    Promise.all(personIds.map((id) => volunteers.get(id))),
    swap === null ? null : swaps.get(swap),
  ]);
  return stageOf(found.flatMap(present), people.flatMap(present), asked);
}

export const stageOf = (
  found: readonly ShiftRecord[],
  people: readonly VolunteerRecord[],
  swap: SwapRecord | null,
): Stage => ({
  shifts: new Map(found.map((shift) => [shift._id, shift])),
  people: new Map(people.map((volunteer) => [volunteer._id, volunteer])),
  swap,
});

const after = (stage: Stage, { shifts: changed, people, swap }: Decided): Stage => ({
  shifts: new Map([...stage.shifts, ...changed.map((shift) => [shift._id, shift] as const)]),
  people: new Map([...stage.people, ...people.map((volunteer) => [volunteer._id, volunteer] as const)]),
  swap: swap ?? stage.swap,
});

const isEmpty = ({ shifts: changed, people, swap }: Decided): boolean =>
  changed.length === 0 && people.length === 0 && swap === undefined;

const present = <Value>(value: Value | null): Value[] => (value === null ? [] : [value]);
