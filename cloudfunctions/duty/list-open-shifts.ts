import type { OpenShift } from '../../types/duty-shift';
import type { Place } from '../../types/place';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { addDays, shanghaiDay, startOfDay } from '../../types/time';
import { distanceM } from '../runtime/distance';
import { WORTH_COMING_MS, notMine } from './duty-rules';
import { atWindow, cursorTo, pageOf, rankOf, readCursor } from './open-page';
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

/**
 * Two round trips, however many stations there are: shifts name whose they are to take.
 *
 * Without `from` the soonest first. With it, the soonest 240 are put in order, those that one may take and the nearest
 * first, and handed over page by page before the next 240 begin: near where one is, and this week rather than next.
 * Either way every shift of the days asked is on exactly one page, if nothing changes while somebody pages on.
 */
export const listOpenShifts: Handler<'listOpenShifts'> = async ({ days, from, cursor }, { now, personId }) => {
  const volunteer = await volunteers.get(personId);
  if (volunteer === null || volunteer.state === 'left') return refuse('not-a-volunteer');
  if (volunteer.state !== 'accepted') return refuse('not-accepted');
  const first = keyAt(now - LONGEST_MS);
  const end = keyAt(startOfDay(addDays(shanghaiDay(now), days)));
  const asked = readCursor(cursor) ?? { from: first, before: null, rank: null };
  const at = from === null ? atWindow(asked) : asked;
  const size = { window: from === null ? PAGE_SIZE : NEAREST_OF, page: PAGE_SIZE };
  const found = await shifts.findParts(
    {
      openTo: { in: volunteer.tags },
      listKey: { from: later(at.from, first), before: sooner(at.before ?? end, end) },
      endsAt: { from: now + WORTH_COMING_MS + 1 },
    },
    seenShift,
    { order: [['listKey', 'asc']], limit: size.window + 1 },
  );
  const open = found.map((shift) => {
    const line = openShift(shift, volunteer, from ?? volunteer.place, now);
    const { listKey } = shift;
    return {
      line,
      listKey,
      rank: from === null ? listKey : rankOf(line.notMine.length === 0, line.distanceM, listKey),
    };
  });
  const { lines, next } = pageOf(open, at, size);
  return agree({ shifts: lines.map(({ line }) => line), next: next === null ? null : cursorTo(next) });
};

const openShift = (shift: SeenShift, volunteer: VolunteerRecord, from: Place | null, now: EpochMs): OpenShift => ({
  ...shiftSummary(shift),
  distanceM: from === null || shift.place === null ? null : Math.round(distanceM(from, shift.place)),
  notMine: notMine(shift, null, volunteer, now),
  isCall: shift.isCall,
});

/** As `listKey` begins. */
const keyAt = (at: number): string => String(at).padStart(15, '0');

const later = (one: string, other: string): string => (one > other ? one : other);
const sooner = (one: string, other: string): string => (one < other ? one : other);
