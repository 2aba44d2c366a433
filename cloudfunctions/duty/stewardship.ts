import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { StewardRecord } from './upkeep-records';

/** So many stations somebody may look after, those asked for included: more cannot be looked after well. */
export const MOST_STATIONS = 3;

export const livesOn = ({ state }: Pick<StewardRecord, 'state'>): boolean => state === 'asked' || state === 'accepted';

/**
 * After somebody offered to look after a station. Whoever was declined, or stopped, may offer anew; whoever has offered
 * already has, and may be called otherwise.
 *
 * @param fresh what the offer would be as the first
 * @param mustBeRead a head has to look at the new name before others read it: the offer waits for them once more
 */
export const offered = (before: StewardRecord | null, fresh: StewardRecord, mustBeRead: boolean): StewardRecord => {
  if (before === null) return fresh;
  if (!livesOn(before) || mustBeRead) return { ...fresh, closed: before.closed };
  return { ...before, calledName: fresh.calledName, stationName: fresh.stationName };
};

/** Stops at once: nobody need agree. */
export const stopped = (before: StewardRecord, now: EpochMs): StewardRecord =>
  livesOn(before) ? { ...before, state: 'ended', waitingFor: [], since: now } : before;

/** The head's word on an offer. Who was accepted can be let go; the same word twice is one word. */
export function answered(
  before: StewardRecord,
  accept: boolean,
  now: EpochMs,
): Result<StewardRecord, 'answered-already'> {
  const isSaidAgain = accept ? before.state === 'accepted' : before.state === 'declined' || before.state === 'ended';
  if (isSaidAgain) return agree(before);
  if (before.state === 'asked')
    return agree({ ...before, state: accept ? 'accepted' : 'declined', waitingFor: [], since: now });
  return before.state === 'accepted' ? agree(stopped(before, now)) : refuse('answered-already');
}
