import type { EpochMs } from '../../types/time';
import type { PersonId } from '../../types/ids';
import { STANDBY_AFTER_MS } from './moments';
import { wantedOf } from './shift-index';
import type { ShiftRecord, StandingBy } from './shift-records';

/** So many people should be there by now, and are not: late, or never found. */
export function missingPeople(
  shift: Pick<ShiftRecord, 'startsAt' | 'endsAt' | 'places' | 'needs'>,
  now: EpochMs,
): number {
  if (now < shift.startsAt + STANDBY_AFTER_MS || now >= shift.endsAt) return 0;
  return wantedOf(shift) + Object.values(shift.places).filter(({ state }) => state === 'held').length;
}

/** Calls as many of those who stand by as are missing, whoever offered first the first. Nobody is called twice. */
export function standbyCalled(shift: ShiftRecord, now: EpochMs): ShiftRecord['standby'] {
  const people = Object.entries(shift.standby) as [PersonId, StandingBy][];
  const called = people.filter(([, { calledAt }]) => calledAt !== null).length;
  const next = people
    .filter(([, { calledAt }]) => calledAt === null)
    .sort(([, one], [, other]) => one.at - other.at)
    .slice(0, Math.max(0, missingPeople(shift, now) - called))
    .map(([id]) => id);
  return Object.fromEntries(
    people.map(([id, standing]) => [id, next.includes(id) ? { ...standing, calledAt: now } : standing]),
  );
}
