import type { OutputOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import type { EpochMs } from '../../types/time';
import { isInPairs, sides } from './pairs';
import type { EventRecord } from './records';
import type { Filter } from '../runtime/filter';
import type { Attendance } from './registration-records';
import { registrations } from './registration-records';

export type Figures = OutputOf<typeof eventContract.showDesk>['figures'];

/** Registrations that hold no place. */
export type Rows = Pick<Figures, 'waiting' | 'entered' | 'cancelled'> & {
  /** In pairs: men who wait; the others are women. */
  readonly waitingMen: number;
};

/** Three round trips at once, four in pairs. */
export async function rowsOf(event: EventRecord): Promise<Rows> {
  const rowsIn = (state: 'waiting' | 'entered' | 'cancelled', more: Filter = {}): Promise<number> =>
    registrations.count({ eventId: event._id, state, ...more });
  const [waiting, entered, cancelled, waitingMen] = await Promise.all([
    rowsIn('waiting'),
    rowsIn('entered'),
    rowsIn('cancelled'),
    isInPairs(event) ? rowsIn('waiting', { groups: { in: ['men'] } }) : 0,
  ]);
  return { waiting, entered, cancelled, waitingMen };
}

/**
 * How an event stands, counted in registrations: a family is one. Who has a place is read from the places themselves,
 * who waits or left from the rows.
 */
export function figuresOf(event: EventRecord, rows: Rows, attendance: Attendance | null, now: EpochMs): Figures {
  const holders = Object.entries(event.live.holders);
  const { waiting, entered, cancelled, waitingMen } = rows;
  const confirmed = holders.filter(([, { until }]) => until === null).map(([personId]) => personId);
  return {
    seats: event.quotas.reduce((sum, { places }) => sum + places, 0),
    confirmed: confirmed.length,
    offered: holders.length - confirmed.length,
    waiting,
    entered,
    cancelled,
    sides: !isInPairs(event)
      ? []
      : sides.map((group) => {
          const own = holders.filter(([, holder]) => holder.group === group);
          const taken = own.filter(([, { until }]) => until === null).length;
          return {
            group,
            confirmed: taken,
            offered: own.length - taken,
            waiting: group === 'men' ? waitingMen : waiting - waitingMen,
          };
        }),
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
