import type { StationId } from '../../types/ids';
import type { RowProblem } from '../../types/station-import';
import { idOfRow } from './import-form';
import { keepHistory } from './import-history';
import type { ImportBatch, ImportLine, Progress } from './import-records';
import { UNCHANGED, importBatches } from './import-records';
import { readRow } from './import-row';
import type { Wish } from './import-wish';
import { linesOf, madeOf, nextOf, saysSo, whyNot } from './import-wish';
import type { Allowance } from './recount';
import type { StationRecord } from './records';
import { stations } from './records';
import { storeStation } from './settling';

/** Round trips of a batch beside one for each changed station and each case. */
const TRIPS_BESIDE = 8;
/** Stations that are written side by side. */
const AT_ONCE = 10;

/**
 * Writes one batch as it was planned. Running it again writes nothing twice: what is stored already says what the row
 * says, and what was going to be done is written down before it is done.
 *
 * @returns rows that somebody else was quicker with; null when the allowance ends before all is written
 */
export async function writeBatch(
  batch: ImportBatch,
  progress: Progress,
  allowance: Allowance,
): Promise<RowProblem[] | null> {
  const plan = progress.plan[progress.next] ?? [];
  const meant = new Map(progress.meant.map(({ line, id }) => [line, id]));
  const wishes = batch.rows
    .map((row, nth): Wish => {
      const { row: read } = readRow(row);
      return { row: read, id: meant.get(read.line) ?? idOfRow(read), over: plan[nth] ?? UNCHANGED };
    })
    .filter(({ over }) => over !== UNCHANGED);
  if (wishes.length === 0) return [];
  if (allowance.trips < wishes.filter(({ over }) => over > 0).length + TRIPS_BESIDE) return null;

  const before = await readStations(wishes, allowance);
  const lines = batch.lines ?? (await writeDown(batch, linesOf(wishes, before, progress), allowance));
  const current = await store(wishes, before, progress, allowance);
  if (current === null) return null;
  const isDone = ({ id, row }: Wish): boolean => saysSo(row, current.get(id), progress);
  const done = new Set(wishes.filter(isDone).map(({ id }) => id));
  if (
    !(await keepHistory(
      lines.filter(({ stationId }) => done.has(stationId)),
      current,
      progress,
      allowance,
    ))
  )
    return null;
  return wishes.filter((wish) => !isDone(wish)).map((wish) => whyNot(wish, current));
}

async function readStations(wishes: readonly Wish[], allowance: Allowance): Promise<Map<StationId, StationRecord>> {
  allowance.trips -= 1;
  const ids = wishes.map(({ id }) => id);
  return new Map((await stations.find({ _id: { in: ids } }, { limit: ids.length })).map((one) => [one._id, one]));
}

async function writeDown(
  batch: ImportBatch,
  lines: ImportLine[],
  allowance: Allowance,
): Promise<readonly ImportLine[]> {
  allowance.trips -= 2;
  if ((await importBatches.update({ _id: batch._id, lines: null }, { set: { lines } })) === 'updated') return lines;
  // The timer and the importer at once: what was written down first counts.
  return (await importBatches.get(batch._id))?.lines ?? lines;
}

/** Adds and changes what is still as it was when it was planned. @returns the stations after that, null when it had to stop */
async function store(
  wishes: readonly Wish[],
  before: ReadonlyMap<StationId, StationRecord>,
  progress: Progress,
  allowance: Allowance,
): Promise<Map<StationId, StationRecord> | null> {
  const due = wishes.flatMap((wish) => {
    const old = before.get(wish.id) ?? null;
    const made = (old?.revision ?? 0) === wish.over ? madeOf(wish, old, progress) : null;
    return made === null ? [] : [{ old, next: nextOf(old, made, progress) }];
  });
  const after = new Map(before);
  const fresh = due.filter(({ old }) => old === null);
  const changed = due.filter(({ old }) => old !== null);
  let isAsPlanned = true;
  if (fresh.length > 0) {
    allowance.trips -= 1;
    if ((await stations.insertMany(fresh.map(({ next }) => next))) === 'inserted')
      for (const { next } of fresh) after.set(next._id, next);
    else {
      // Some are there, of a call that died or runs beside this one, or a sign is taken: the rest go in by themselves.
      const there = await readStations(wishes, allowance);
      const missing = fresh.filter(({ next }) => !there.has(next._id));
      if (allowance.trips < missing.length + changed.length + TRIPS_BESIDE) return null;
      changed.push(...missing);
      isAsPlanned = false;
    }
  }
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    const saved = await Promise.all(
      changed
        .slice(from, from + AT_ONCE)
        .map(({ old, next }) => storeStation(old, next, progress.startedAt, allowance)),
    );
    for (const one of saved) {
      if (one.outcome === 'saved') after.set(one.station._id, one.station);
      else isAsPlanned = false;
    }
  }
  return isAsPlanned ? after : readStations(wishes, allowance);
}
