import type * as z from 'zod/mini';
import type { Task } from '../../types/duty-upkeep';
import type { WishId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs, ShanghaiDay } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import { withoutReport } from './reports';
import { counted, isExpired, isShort, itemOf } from './shelf';
import { SETTLED_AFTER_MS } from './moments';
import { without } from './tasks';
import type { UpkeepRecord } from './upkeep-records';

/** What is on the shelf now; both null for what is not on it. */
export type Found = { readonly quantity: number | null; readonly expiresOn: ShanghaiDay | null };
/** Who did it: the request that says so, and what they are called. */
export type Doer = { readonly once: string; readonly calledName: string; readonly isStaff: boolean };
type Refusal = 'task-gone' | 'quantity-needed' | 'still-short' | 'still-expired' | 'staff-only';

/**
 * The upkeep after a task was done.
 *
 * @param task as it stands in this upkeep; null when it is not there any more, or never was
 * @param words what the doer added
 */
export function mended(
  upkeep: UpkeepRecord,
  task: z.infer<typeof Task> | null,
  found: Found,
  by: Doer,
  words: string,
  now: EpochMs,
): Result<UpkeepRecord, Refusal> {
  if (task === null) return refuse('task-gone');
  const after = mendedIn(upkeep, task, found, by, now);
  if (!after.ok) return after;
  const done = { key: task.key, about: words || nameOf(task), calledName: by.calledName, at: now, once: by.once };
  return agree({
    ...withoutReport(after.value, task.key),
    claims: without(upkeep.claims, task.key),
    done: [...upkeep.done, done],
  });
}

/** Whether this very request was heard before. */
export const isDone = ({ done }: UpkeepRecord, once: string): boolean => done.some((one) => one.once === once);

function mendedIn(
  upkeep: UpkeepRecord,
  task: z.infer<typeof Task>,
  found: Found,
  by: Doer,
  now: EpochMs,
): Result<UpkeepRecord, Refusal> {
  switch (task.kind) {
    case 'facility':
      return isBeingMended(upkeep, task.key, now) ? refuse('task-gone') : agree(upkeep);
    case 'cleaning':
      return agree({ ...upkeep, cleaning: without(upkeep.cleaning, task.about ?? '') });
    case 'incident':
      return by.isStaff ? agree(withSettled(upkeep, task.key, now)) : refuse('staff-only');
    case 'short':
    case 'expired':
      return restocked(upkeep, task, found, now);
  }
}

/**
 * Whether a thing works is kept by its station, which hears of it right after this: meanwhile it is nobody else's to
 * mend. Where the call died in between it can be mended again, soon.
 */
const isBeingMended = ({ done }: UpkeepRecord, key: string, now: EpochMs): boolean =>
  done.some((one) => one.key === key && one.at > now - SETTLED_AFTER_MS);

function withSettled(upkeep: UpkeepRecord, key: string, now: EpochMs): UpkeepRecord {
  const incidentId = key.replace('incident:', '') as WishId;
  const incident = upkeep.incidents[incidentId];
  if (incident === undefined) return upkeep;
  return { ...upkeep, incidents: { ...upkeep.incidents, [incidentId]: { ...incident, closedAt: now } } };
}

/** What is short must be there again; what is out of date must be gone, or newer. */
function restocked(
  upkeep: UpkeepRecord,
  task: z.infer<typeof Task>,
  { quantity, expiresOn }: Found,
  now: EpochMs,
): Result<UpkeepRecord, Refusal> {
  const code = task.item?.code ?? '';
  const item = itemOf(upkeep.items, code);
  if (item === null) return refuse('task-gone');
  if (quantity === null) return refuse('quantity-needed');
  // Whoever brought more and names no date has not said that the old ones are gone.
  const until = expiresOn ?? (task.kind === 'short' && item.quantity > 0 ? item.expiresOn : null);
  const after = counted(item, { quantity, expiresOn: until }, now);
  const isDateless = task.kind === 'expired' && quantity > 0 && until === null;
  if (isDateless || isExpired(after, shanghaiDay(now))) return refuse('still-expired');
  if (task.kind === 'short' && isShort(after)) return refuse('still-short');
  return agree({ ...upkeep, items: { ...upkeep.items, [code]: after } });
}

/** What a list says was done, where nobody wrote anything: the thing's own name, or its code. */
const nameOf = ({ item, facility, about, key }: z.infer<typeof Task>): string => item?.name ?? facility ?? about ?? key;
