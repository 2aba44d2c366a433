import type { TaskKey } from '../../types/duty-upkeep';
import type { Facility } from '../../types/facility';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { itemOf } from './shelf';
import type { UpkeepRecord } from './upkeep-records';

/** One person tells of so many things at one station; more is looked at by whoever is there. */
const THINGS_A_PERSON = 5;
/** So many people are counted for one thing: by then somebody should have looked. */
const PEOPLE_COUNTED = 20;

type Reports = NonNullable<UpkeepRecord['reports']>;

export const reportsOf = ({ reports = {} }: Pick<UpkeepRecord, 'reports'>): Reports => reports;

/** People who said so of one thing. */
export const reportersOf = (upkeep: Pick<UpkeepRecord, 'reports'>, key: TaskKey): number =>
  reportsOf(upkeep)[key]?.by.length ?? 0;

/**
 * After somebody at the station said that a thing is broken or gone. The same person counts once for a thing, and the
 * very same upkeep is given back where that changes nothing.
 *
 * @param who a fingerprint that leads back to nobody
 */
export function reported(
  upkeep: UpkeepRecord,
  facilities: readonly Facility[],
  key: TaskKey,
  who: string,
  now: EpochMs,
): Result<UpkeepRecord, 'not-there' | 'too-many'> {
  if (!isThere(upkeep, facilities, key)) return refuse('not-there');
  const all = reportsOf(upkeep);
  const known = all[key];
  if (known !== undefined && (known.by.includes(who) || known.by.length >= PEOPLE_COUNTED)) return agree(upkeep);
  if (Object.values(all).filter(({ by }) => by.includes(who)).length >= THINGS_A_PERSON) return refuse('too-many');
  return agree({
    ...upkeep,
    reports: { ...all, [key]: { since: known?.since ?? now, last: now, by: [...(known?.by ?? []), who] } },
  });
}

/** What a station has and a shelf holds; of anything else nobody can say that it is broken or gone. */
function isThere({ items }: UpkeepRecord, facilities: readonly Facility[], key: TaskKey): boolean {
  const [kind, code = ''] = key.split(':');
  if (kind === 'short') return itemOf(items, code) !== null;
  return kind === 'facility' && facilities.some((one) => one.code === code && one.state !== 'absent');
}

/**
 * Somebody of the station has looked, or seen to it: what others said of it before is answered.
 *
 * @param at when they looked; what was said since stands
 */
export function withoutReport(upkeep: UpkeepRecord, key: TaskKey, at: number = Number.MAX_SAFE_INTEGER): UpkeepRecord {
  const all = reportsOf(upkeep);
  const told = all[key];
  if (told === undefined || told.last > at) return upkeep;
  return { ...upkeep, reports: Object.fromEntries(Object.entries(all).filter(([other]) => other !== key)) };
}
