import type { DutyRole } from '../../types/duty-kind';
import type { EpochMs } from '../../types/time';
import { sweepsAt } from './moments';
import type { ShiftRecord } from './shift-records';

/** What is derived from the rest of a shift. */
type Derived = 'openTo' | 'listKey' | 'gapFor' | 'waitingFor' | 'sweepAt';
export type Unindexed = Omit<ShiftRecord, Derived>;

/** So many people one role still wants. */
export function freeIn({ needs, places }: Pick<ShiftRecord, 'needs' | 'places'>, role: DutyRole): number {
  const wanted = needs.filter((need) => need.role === role).reduce((sum, { count }) => sum + count, 0);
  return Math.max(0, wanted - Object.values(places).filter((place) => place.role === role && !isVacant(place)).length);
}

/** Its head said while it went on that nobody comes. Whoever comes after all has it as before. */
const isVacant = ({ state, isVacant: isFree = false }: ShiftRecord['places'][keyof ShiftRecord['places']]): boolean =>
  isFree && (state === 'missed' || state === 'excused');

/** So many people all its roles still want. */
export const wantedOf = (shift: Pick<ShiftRecord, 'needs' | 'places'>): number =>
  [...new Set(shift.needs.map(({ role }) => role))].reduce((sum, role) => sum + freeIn(shift, role), 0);

/**
 * A shift with everything that its queries find it by. Every write goes through here.
 *
 * @param now only to say when the timer must look next
 */
export function indexed(shift: Unindexed, now: EpochMs): ShiftRecord {
  const isPlanned = shift.state === 'planned';
  const wanted = wantedOf(shift);
  const takesStandby = shift.standbyPlaces > Object.keys(shift.standby).length;
  const isOpen = isPlanned && (wanted > 0 || takesStandby);
  const unanswered = Object.values(shift.places).some(({ excuse }) => excuse !== null && excuse.accepted === null);
  return {
    ...shift,
    openTo: isOpen ? audienceOf(shift) : [],
    listKey: `${String(shift.startsAt).padStart(15, '0')}:${shift._id}`,
    gapFor: isPlanned && wanted > 0 ? shift.scope : [],
    waitingFor: unanswered ? shift.scope : [],
    sweepAt: sweepsAt(shift, wanted, now),
  };
}

/** Tags of those whose shift it is to take. */
export const audienceOf = ({
  scope,
  isCall,
  neighbours,
}: Pick<ShiftRecord, 'scope' | 'isCall' | 'neighbours'>): string[] => [
  ...scope.map(unionTag),
  ...(isCall ? neighbours.map(stationTag) : []),
];

export const unionTag = (unionId: string): string => `union:${unionId}`;
export const stationTag = (stationId: string): string => `station:${stationId}`;
