import type { OutputOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import type { EpochMs } from '../../types/time';
import type { EventRecord } from './records';
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
  const holders = Object.values(event.live.holders);
  const confirmed = holders.filter(({ until }) => until === null).length;
  const attended = attendance?.attended ?? 0;
  return {
    seats: event.quotas.reduce((sum, { places }) => sum + places, 0),
    confirmed,
    offered: holders.length - confirmed,
    waiting,
    entered,
    cancelled,
    attended,
    walkIns: attendance?.walkIns ?? 0,
    noShows: noShows(event, now, confirmed, attended),
    ratings: attendance?.ratings ?? 0,
    stars: attendance?.stars ?? 0,
  };
}

/** Unknown until the event is over, and where nobody was checked in at all: then the list was not kept. */
const noShows = (event: EventRecord, now: EpochMs, confirmed: number, attended: number): number | null =>
  event.state === 'cancelled' || now < event.endsAt || attended === 0 ? null : Math.max(0, confirmed - attended);
