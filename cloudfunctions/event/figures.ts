import type { OutputOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import type { EpochMs } from '../../types/time';
import type { EventRecord } from './records';
import type { Attendance } from './registration-records';
import { attendances, registrations } from './registration-records';

export type Figures = OutputOf<typeof eventContract.showDesk>['figures'];

/**
 * How an event stands, counted in registrations: a family is one. Who has a place is read from the places themselves,
 * who waits or left from the rows. Four round trips at once.
 */
export async function figuresOf(event: EventRecord, now: EpochMs): Promise<Figures> {
  const rowsIn = (state: 'waiting' | 'entered' | 'cancelled'): Promise<number> =>
    registrations.count({ eventId: event._id, state });
  const [waiting, entered, cancelled, attendance] = await Promise.all([
    rowsIn('waiting'),
    rowsIn('entered'),
    rowsIn('cancelled'),
    attendances.get(event._id),
  ]);
  const holders = Object.entries(event.live.holders);
  const confirmed = holders.filter(([, { until }]) => until === null).map(([personId]) => personId);
  return {
    seats: event.quotas.reduce((sum, { places }) => sum + places, 0),
    confirmed: confirmed.length,
    offered: holders.length - confirmed.length,
    waiting,
    entered,
    cancelled,
    attended: attendance?.attended ?? 0,
    walkIns: attendance?.walkIns ?? 0,
    noShows: noShows(event, now, confirmed, attendance),
    ratings: attendance?.ratings ?? 0,
    stars: attendance?.stars ?? 0,
  };
}

/**
 * Those with a place who came to no session: whoever was checked in early and then gave the place up is none of them.
 * Unknown until the event is over, and where nobody was checked in at all: then the list was not kept.
 */
function noShows(
  { state, endsAt }: EventRecord,
  now: EpochMs,
  confirmed: readonly string[],
  attendance: Attendance | null,
): number | null {
  if (state === 'cancelled' || now < endsAt || attendance === null || attendance.attended === 0) return null;
  return confirmed.filter((personId) => !Object.hasOwn(attendance.came, personId)).length;
}
