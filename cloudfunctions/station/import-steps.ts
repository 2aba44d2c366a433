import { EpochMs, NEVER } from '../../types/time';
import type { ImportHead, Progress } from './import-records';
import { PROBLEMS_TOLD, UNCHANGED, importBatches, importHeads } from './import-records';
import { writeBatch } from './import-write';
import type { Allowance } from './recount';
import { countAnew } from './recount';

/** How long an importer's own call has before the timer goes on. Milliseconds. */
export const GRACE_MS = 60_000;
/**
 * Batches of one call: five hundred rows, so that a call ends long before its minute does. A thousand took 39 s where
 * twelve others worked on the same two cores.
 */
const BATCHES_AT_ONCE = 5;
/** Tallies that are counted side by side. */
const COUNTED_AT_ONCE = 20;
/** What the last notes of a call cost. */
const RESERVE = 4;

/** Goes on with an import that was begun, as far as the allowance reaches. Safe to repeat, and for two at once. */
export async function continueImport(begun: ImportHead, allowance: Allowance, now: EpochMs): Promise<ImportHead> {
  let head = begun;
  for (let nth = 0; nth < BATCHES_AT_ONCE && head.state === 'applying'; nth += 1) {
    const after = await nextBatch(head, allowance, now);
    if (after === null) break;
    head = after;
  }
  if (head.state !== 'applying' || head.progress === null || !isWritten(head)) return head;
  const tallies = await countOn(head.progress.tallies, allowance);
  if (tallies.length > 0) return note(head, { tallies }, now);
  return note(head, { tallies }, now, head.progress.rows < (head.checked?.rows ?? 0) ? 'ended' : 'done');
}

const isWritten = ({ checked, progress }: ImportHead): boolean =>
  (progress?.next ?? 0) >= (checked?.batches.length ?? 0);

/** @returns the head after one more batch; null when all are written or the allowance ends */
async function nextBatch(head: ImportHead, allowance: Allowance, now: EpochMs): Promise<ImportHead | null> {
  const { progress, checked } = head;
  if (progress === null || checked === null || isWritten(head) || allowance.trips < RESERVE) return null;
  const idle = progress.plan.slice(progress.next).findIndex((plan) => plan.some((over) => over !== UNCHANGED));
  if (idle !== 0) return passOver(head, progress, idle === -1 ? progress.plan.length : progress.next + idle, now);
  const batchId = checked.batches[progress.next] ?? '';
  // The batch, and the note of it.
  allowance.trips -= 2;
  const batch = await importBatches.get(batchId);
  // Nothing more can be written; what was written before is still counted.
  if (batch === null) return note(head, { next: progress.plan.length }, now);
  const left = await writeBatch(batch, progress, allowance);
  if (left === null) return null;
  return note(
    head,
    {
      next: progress.next + 1,
      rows: progress.rows + batch.rows.length,
      left: [...progress.left, ...left].slice(0, PROBLEMS_TOLD),
    },
    now,
  );
}

/** Batches that change nothing are not even read. */
function passOver(head: ImportHead, progress: Progress, next: number, now: EpochMs): Promise<ImportHead> {
  const rows = progress.plan.slice(progress.next, next).flat().length;
  return note(head, { next, rows: progress.rows + rows }, now);
}

/** Counts tallies, the smaller squares before the larger. @returns what is left */
async function countOn(tallies: readonly string[][], allowance: Allowance): Promise<string[][]> {
  const [wave, ...larger] = tallies;
  if (wave === undefined) return [];
  for (let from = 0; from < wave.length; from += COUNTED_AT_ONCE) {
    const some = wave.slice(from, from + COUNTED_AT_ONCE);
    const isEnough = allowance.trips >= 2 * (some.length + 2) + RESERVE;
    if (!isEnough || (await countAnew(some, allowance)) === null) return [wave.slice(from), ...larger];
  }
  return countOn(larger, allowance);
}

/** Notes how far it is, if nobody else did since; else goes on from what they noted. */
async function note(
  head: ImportHead,
  progress: Partial<Pick<Progress, 'next' | 'rows' | 'left' | 'tallies'>>,
  now: EpochMs,
  state: ImportHead['state'] = 'applying',
): Promise<ImportHead> {
  if (head.progress === null) throw new Error('An import that was not begun.');
  const unfinishedAt = state === 'applying' ? EpochMs.parse(now + GRACE_MS) : NEVER;
  const set = {
    ...Object.fromEntries(Object.entries(progress).map(([field, value]) => [`progress.${field}`, value])),
    state,
    unfinishedAt,
  };
  const outcome = await importHeads.update(
    { _id: head._id, revision: head.revision },
    { set, increase: { revision: 1 } },
  );
  if (outcome === 'updated')
    return { ...head, state, unfinishedAt, revision: head.revision + 1, progress: { ...head.progress, ...progress } };
  const current = await importHeads.get(head._id);
  if (current === null) throw new Error('An import is gone.');
  return current;
}
