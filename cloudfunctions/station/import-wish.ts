import { NEVER } from '../../types/time';
import type { StationId } from '../../types/ids';
import type { RowProblem } from '../../types/station-import';
import { edited, formOf } from './editing';
import { facilityCases, withCaseRounds } from './facility-cases';
import { formChanges } from './form-words';
import { officesFor } from './import-check';
import { formFrom } from './import-form';
import { importerAt } from './import-history';
import type { ImportLine, Progress } from './import-records';
import type { ReadRow } from './import-row';
import type { StationRecord } from './records';
import { sameValue } from './settling';
import { drawDoorCode } from './station-code';

/** A row that is to be written over a revision of its station; over 0 it is added. */
export type Wish = { readonly row: ReadRow; readonly id: StationId; readonly over: number };

/** What a row makes of its station; null where its union is not known any more. */
export function madeOf(
  { row, id }: Pick<Wish, 'row' | 'id'>,
  before: StationRecord | null,
  progress: Progress,
): StationRecord | null {
  const unions = new Map(progress.unions.map(({ text, offices }) => [text, offices]));
  const offices = officesFor(row.union, before ?? undefined, unions);
  const [owner] = offices ?? [];
  if (offices === undefined || owner === undefined) return null;
  const form = formFrom(row, owner.unionId, before === null ? null : formOf(before));
  const doorCode = before?.doorCode ?? drawDoorCode();
  return edited(before, form, { _id: id, offices, doorCode, lookedAt: null }, progress.startedAt);
}

/** What will be done, in the words of the history. Of stations that are not as they were planned: nothing. */
export function linesOf(
  wishes: readonly Wish[],
  before: ReadonlyMap<StationId, StationRecord>,
  progress: Progress,
): ImportLine[] {
  return wishes.flatMap((wish) => {
    const old = before.get(wish.id) ?? null;
    if ((old?.revision ?? 0) !== wish.over) return [];
    const after = madeOf(wish, old, progress);
    if (after === null) return [];
    const revision = wish.over + 1;
    const cases = facilityCases(old, after, { ...importerAt(after, progress), revision });
    return [
      { stationId: wish.id, revision, fields: old === null ? [] : formChanges(formOf(old), formOf(after)), cases },
    ];
  });
}

/** One revision on; what an earlier save owes stays owed. Tallies and history are the import's own to do. */
export function nextOf(old: StationRecord | null, made: StationRecord, progress: Progress): StationRecord {
  const revision = (old?.revision ?? 0) + 1;
  const cases = facilityCases(old, made, { ...importerAt(made, progress), revision });
  const { followUps, unsettledAt } = old ?? { followUps: null, unsettledAt: NEVER };
  return { ...withCaseRounds(made, cases), revision, followUps, unsettledAt };
}

/** Whether a station is what its row makes of it. */
export function saysSo(row: ReadRow, station: StationRecord | undefined, progress: Progress): boolean {
  if (station === undefined) return false;
  const made = madeOf({ row, id: station._id }, station, progress);
  return made !== null && sameValue(formOf(made), formOf(station));
}

export function whyNot({ row, id, over }: Wish, current: ReadonlyMap<StationId, StationRecord>): RowProblem {
  const { line } = row;
  // Nobody changed it, and still it could not be stored: another station has the sign by now.
  if ((current.get(id)?.revision ?? 0) === over) return { line, column: 'sign_no', problem: 'sign-number-taken' };
  return { line, column: null, problem: 'changed-meanwhile' };
}
