import type { PersonId, ShiftId, StationId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { fingerprint } from '../runtime/sealed';
import type { Live } from './records';

/** Somebody on one shift at one station: another shift of theirs is another key, and nobody can tell that both are theirs. */
export const dutyKey = (stationId: StationId, personId: PersonId, shiftId: ShiftId): string =>
  fingerprint(`duty:${stationId}:${shiftId}`, personId).slice(0, 22);

/** Since when somebody has been there; null when nobody is, or whoever is said to be should have left. */
export function onDutyNow({ duty }: Pick<Live, 'duty'>, now: EpochMs): { readonly since: EpochMs } | null {
  const since = keysOnDuty({ duty }, now).flatMap((key) => duty[key]?.since ?? []);
  return since.length === 0 ? null : { since: EpochMs.parse(Math.min(...since)) };
}

/** Those who are there now, by their keys. */
export const keysOnDuty = ({ duty }: Pick<Live, 'duty'>, now: EpochMs): string[] =>
  Object.entries(duty)
    .filter(([, { until }]) => until > now)
    .map(([key]) => key);
