import type { OpenShift } from '../../types/duty-shift';
import type { Place } from '../../types/place';
import { PageCursor } from '../../types/paging';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { addDays, shanghaiDay, startOfDay } from '../../types/time';
import { distanceM } from '../runtime/distance';
import { WORTH_COMING_MS, notMine } from './duty-rules';
import type { Handler } from './scene';
import type { SeenShift } from './seen-shift';
import { seenShift } from './seen-shift';
import { shiftSummary } from './shift-view';
import { shifts } from './shift-records';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';

const PAGE_SIZE = 60;
/** Whoever asks for the nearest is told the nearest of so many, the soonest: a week of a street's stations. */
const NEAREST_OF = 240;
/** No shift is longer: one that began before that is over. Milliseconds. */
const LONGEST_MS = 12 * 3_600_000;

/** Two round trips, however many stations there are: shifts name whose they are to take. */
export const listOpenShifts: Handler<'listOpenShifts'> = async ({ days, from, cursor }, { now, personId }) => {
  const volunteer = await volunteers.get(personId);
  if (volunteer === null || volunteer.state === 'left') return refuse('not-a-volunteer');
  if (volunteer.state !== 'accepted') return refuse('not-accepted');
  const most = from === null ? PAGE_SIZE : NEAREST_OF;
  const found = await shifts.findParts(
    {
      openTo: { in: volunteer.tags },
      listKey: { from: cursor ?? keyAt(now - LONGEST_MS), before: keyAt(startOfDay(addDays(shanghaiDay(now), days))) },
      endsAt: { from: now + WORTH_COMING_MS + 1 },
    },
    seenShift,
    { order: [['listKey', 'asc']], limit: most + 1 },
  );
  const next = found[most]?.listKey;
  const open = found.slice(0, most).map((shift) => openShift(shift, volunteer, from ?? volunteer.place, now));
  return agree({
    shifts: from === null ? open : nearest(open),
    next: next === undefined ? null : PageCursor.parse(next),
  });
};

/** A page of them, those that one may take first, then the nearest; in the order in which they begin. */
function nearest(open: readonly OpenShift[]): OpenShift[] {
  const far = ({ distanceM }: OpenShift): number => distanceM ?? Number.MAX_SAFE_INTEGER;
  const isNot = ({ notMine: reasons }: OpenShift): number => Math.min(1, reasons.length);
  return [...open]
    .sort((one, other) => isNot(one) - isNot(other) || far(one) - far(other) || one.startsAt - other.startsAt)
    .slice(0, PAGE_SIZE)
    .sort((one, other) => one.startsAt - other.startsAt);
}

const openShift = (shift: SeenShift, volunteer: VolunteerRecord, from: Place | null, now: EpochMs): OpenShift => ({
  ...shiftSummary(shift),
  distanceM: from === null || shift.place === null ? null : Math.round(distanceM(from, shift.place)),
  notMine: notMine(shift, null, volunteer, now),
  isCall: shift.isCall,
});

/** As `listKey` begins. */
const keyAt = (at: number): string => String(at).padStart(15, '0');
