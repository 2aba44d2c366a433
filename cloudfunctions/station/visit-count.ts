import { Contended } from '../runtime/database';
import { goesOn } from './visit';
import type { VisitDay } from './visit-days';
import { AFTER_MONTH, visitDay } from './visit-days';
import type { NewVisit, Seen } from './visit-entries';
import { claimedMonth, claiming, entering, entriesIn, monthOf, readEntries, unchanged } from './visit-entries';
import type { Visit } from './visit-records';
import { stationUse } from './visit-records';

/** `isNew` is false for a visit that was counted before; the rest is of the visit that counts. */
export type CountedVisit = Visit & { readonly isNew: boolean; readonly roundTrips: number };

/** Whoever needs more is asked to try again. */
const MOST_ROUND_TRIPS = 5;

/**
 * Counts a visit once, however many taps and retries arrive, in whatever order.
 *
 * The usual one is a single conditional update that enters the visitor and raises every counter. What does not match is
 * looked at: a month nobody came in before, a visit that goes on, or one whose cool-down is over. In the first hours of a
 * month the visitor is entered in the document of the month that ended before this one's counts: taps on both sides of
 * midnight meet there.
 *
 * @throws Contended when others were quicker each time; asking again is safe
 */
export async function countVisit(visit: NewVisit): Promise<CountedVisit> {
  const day = visitDay(visit.station._id, visit.at);
  let known = day.monthBefore === null ? nothingRead : await read(visit, day);
  let roundTrips = day.monthBefore === null ? 0 : 1;
  while (roundTrips <= MOST_ROUND_TRIPS) {
    const going = goingOn(known, visit, day);
    if (going !== null) return { ...going, isNew: false, roundTrips };
    if (roundTrips === MOST_ROUND_TRIPS) break;
    const place = day.monthBefore === null || known.isClaimed ? 'use' : 'before';
    const outcome = await (place === 'use' ? enter(known.use, visit, day) : claim(known.before, visit, day));
    roundTrips += 1;
    const isWritten = outcome === 'inserted' || outcome === 'updated';
    if (isWritten && place === 'use') return { at: visit.at, evidence: visit.evidence, isNew: true, roundTrips };
    if (isWritten) known = { ...known, isClaimed: true };
    else if (outcome === 'duplicate') known = { ...known, [place]: 'not-read' };
    else if (roundTrips < MOST_ROUND_TRIPS) {
      known = await read(visit, day);
      roundTrips += 1;
    }
  }
  throw new Contended('Others were quicker each time.');
}

type Known = {
  readonly use: Seen;
  /** Of the month that ended; of account only in the first hours of the next. */
  readonly before: Seen;
  /** The visitor is entered there. */
  readonly isClaimed: boolean;
};
const nothingRead: Known = { use: 'not-read', before: 'not-read', isClaimed: false };

async function read(visit: NewVisit, day: VisitDay): Promise<Known> {
  const beforeId = day.monthBefore?.useId ?? null;
  const found = await readEntries(visit, day, beforeId === null ? [day.useId] : [day.useId, beforeId]);
  const before = found.find(({ _id }) => _id === beforeId) ?? null;
  return {
    use: found.find(({ _id }) => _id === day.useId) ?? null,
    before,
    isClaimed: entriesIn(before, [AFTER_MONTH], visit).some((entry) => entry.visit !== null),
  };
}

/** The visit that somebody is on already, be it counted in this month or in the one that ended. */
function goingOn({ use, before }: Known, visit: NewVisit, day: VisitDay): Visit | null {
  const lastMonth = day.monthBefore === null ? [] : entriesIn(before, [day.monthBefore.day], visit);
  const entries = [...entriesIn(use, day.besides, visit), ...lastMonth];
  return entries.map((entry) => entry.visit).find((entry) => entry !== null && goesOn(entry, visit.at)) ?? null;
}

const enter = (
  seen: Seen,
  visit: NewVisit,
  day: VisitDay,
): Promise<'inserted' | 'updated' | 'duplicate' | 'unmatched'> =>
  seen === null
    ? stationUse.insert(monthOf(visit, day))
    : stationUse.update(unchanged(day.useId, entriesIn(seen, day.besides, visit)), entering(visit, day));

function claim(seen: Seen, visit: NewVisit, { monthBefore }: VisitDay): ReturnType<typeof enter> {
  if (monthBefore === null) throw new Error('No month ended.');
  const { useId, day } = monthBefore;
  if (seen === null) return stationUse.insert(claimedMonth(visit, useId));
  return stationUse.update(unchanged(useId, entriesIn(seen, [day, AFTER_MONTH], visit)), claiming(visit));
}
