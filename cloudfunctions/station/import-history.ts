import type { StationId } from '../../types/ids';
import type { ImportLine, Progress } from './import-records';
import type { Allowance } from './recount';
import type { ChangeRecord, StationRecord } from './records';
import { changes } from './records';
import type { Act } from './settling';
import { carryOut } from './settling';

/** Who imports, in the name of the union whose role reaches the station. */
export const importerAt = (
  { scope }: Pick<StationRecord, 'scope'>,
  { by, byId, offices, startedAt }: Progress,
): Pick<Act, 'by' | 'byId' | 'office' | 'at'> => ({
  by,
  byId,
  office: offices.find(({ unionId }) => scope.includes(unionId))?.name ?? '',
  at: startedAt,
});

/**
 * Writes the lines of a batch into the history of its stations and carries out their cases. Three round trips at most
 * and one for each case; safe to repeat.
 *
 * @returns false when the allowance ends before all cases are carried out
 */
export async function keepHistory(
  lines: readonly ImportLine[],
  stations: ReadonlyMap<StationId, StationRecord>,
  progress: Progress,
  allowance: Allowance,
): Promise<boolean> {
  const records = lines.flatMap((line) => {
    const station = stations.get(line.stationId);
    return station === undefined ? [] : [recordOf(line, station, progress)];
  });
  await insertAll(records, allowance);
  for (const { stationId, cases } of lines) {
    const station = stations.get(stationId);
    if (station === undefined) continue;
    if (allowance.trips < cases.length) return false;
    allowance.trips -= cases.length;
    for (const one of cases) await carryOut(station, one);
  }
  return true;
}

function recordOf(
  { stationId, revision, fields }: ImportLine,
  station: StationRecord,
  progress: Progress,
): ChangeRecord {
  const { at, by, office } = importerAt(station, progress);
  return { _id: `${stationId}:${revision}`, stationId, revision, at, by, office, act: 'imported', fields };
}

async function insertAll(records: readonly ChangeRecord[], allowance: Allowance): Promise<void> {
  if (records.length === 0) return;
  allowance.trips -= 1;
  if ((await changes.insertMany(records)) === 'inserted') return;
  // A batch that was written before, in part or wholly: only what is missing is added.
  allowance.trips -= 2;
  const ids = records.map(({ _id }) => _id);
  const there = new Set((await changes.find({ _id: { in: ids } }, { limit: ids.length })).map(({ _id }) => _id));
  await changes.insertMany(records.filter(({ _id }) => !there.has(_id)));
}
