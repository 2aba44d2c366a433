import { ROSTER_AHEAD_DAYS } from '../../types/duty-roster';
import { EpochMs, addDays, endOfDay, shanghaiDay } from '../../types/time';
import type { Author } from './fitted-shift';
import { newShift } from './new-shift';
import type { KeptShift } from './roster-plan';
import { keptOf, planRoster, wantedShifts } from './roster-plan';
import type { RosterRecord } from './roster-records';
import { rosters } from './roster-records';
import { shifts } from './shift-records';
import type { SavedShift } from './store-shifts';
import { insertAll, saveAll } from './store-shifts';
import type { DayRange } from './template-shifts';

export type Applied = {
  readonly made: number;
  readonly changed: number;
  readonly calledOff: number;
  readonly kept: readonly KeptShift[];
  /** Changes that are left to the timer. */
  readonly later: number;
  /** Round trips it took. */
  readonly trips: number;
};

/** As many as the database hands out at once; four weeks of thirty rules a day are fewer. */
const MOST_SHIFTS = 1_000;
/** A call that died left its shifts to the timer by then. Milliseconds. */
const GRACE_MS = 120_000;

export const nextTry = (now: EpochMs): EpochMs => EpochMs.parse(now + GRACE_MS);

/** The days for which shifts are made: today, and four weeks ahead. */
export const daysAhead = (now: EpochMs): DayRange => ({
  from: shanghaiDay(now),
  upTo: addDays(shanghaiDay(now), ROSTER_AHEAD_DAYS),
});

/**
 * Makes the shifts to come as the rules say, and changes those that are there. Safe to repeat, by two at once and after
 * a crash anywhere: ids say of which rule and day a shift is, and whoever takes a place meanwhile keeps it. Three round
 * trips, and one for each shift that changes.
 *
 * @param most changes that it may make; what is beyond is left to the timer
 */
export async function applyRoster(roster: RosterRecord, author: Author, most: number): Promise<Applied> {
  const now = author.at;
  const wanted = wantedShifts(roster, daysAhead(now), now);
  const existing = await shifts.find(
    { stationId: roster._id, startsAt: { from: now } },
    { order: [['startsAt', 'asc']], limit: MOST_SHIFTS },
  );
  const { missing, changes, unchanged } = planRoster(roster, wanted, existing, author);
  const inserted = await insertAll(missing, now);
  const [mine, others] = [changes.slice(0, most), changes.slice(most)];
  const saved = await saveAll(mine, { roster, wanted, author });
  const done = saved.filter(({ after }) => after !== null);
  const later = changes.length - done.length;
  const noted = await noteApplied(roster, now, later === 0);
  const afters = [...done, ...others].map(({ before, after }) => after ?? before);
  return {
    made: inserted.made + done.filter(isRevived).length,
    changed: done.filter((change) => !isRevived(change) && change.after?.state === 'planned').length,
    calledOff: done.filter(({ after }) => after?.state === 'called-off').length,
    kept: keptOf([...unchanged, ...afters], wanted),
    later,
    trips: 1 + inserted.trips + saved.reduce((sum, { trips }) => sum + trips, 0) + noted,
  };
}

/** The rules know it again. */
const isRevived = ({ before, after }: SavedShift): boolean =>
  before.state === 'called-off' && after?.state === 'planned';

/** Makes the days that were not made yet, where nothing else has changed. Two round trips. */
export async function makeDaysAhead(roster: RosterRecord, now: EpochMs): Promise<{ made: number; trips: number }> {
  const { from, upTo } = daysAhead(now);
  const next = roster.madeUpTo === null ? from : addDays(roster.madeUpTo, 1);
  const wanted = wantedShifts(roster, { from: next < from ? from : next, upTo }, now);
  const { made, trips } = await insertAll(
    [...wanted].map(([id, rule]) => newShift(id, rule, roster, now)),
    now,
  );
  return { made, trips: trips + (await noteApplied(roster, now, true)) };
}

/**
 * Writes down until when shifts are made. Whoever applied the rules at the same time may have been overtaken by what was
 * written here: then the timer looks at everything again. `makeAt` says whether somebody did.
 *
 * @returns round trips
 */
async function noteApplied(roster: RosterRecord, now: EpochMs, isWhole: boolean): Promise<number> {
  const { _id, revision, makeAt, ground } = roster;
  const { from, upTo } = daysAhead(now);
  const set = isWhole ? { ground, madeUpTo: upTo, makeAt: endOfDay(from) } : { ground, madeUpTo: null, makeAt: now };
  if ((await rosters.update({ _id, revision, makeAt }, { set })) === 'updated') return 1;
  await rosters.update({ _id }, { set: { madeUpTo: null, makeAt: now } });
  return 2;
}
