import type { EpochMs } from '../../types/time';
import { shanghaiDay, startOfDay } from '../../types/time';
import type { BookEntry, HoursClaim } from './hours-records';
import { replacements, standing } from './hours-sum';
import { COUNTS_EARLY_MS, COUNTS_LATE_MS, TAPS_LATE_MS } from './moments';
import { EARLIEST } from './template-shifts';
import type { VolunteerRecord } from './volunteer-records';

const HOUR_MS = 3_600_000;
/** Nobody serves longer at a stretch. Milliseconds. */
const LONGEST_MS = 16 * HOUR_MS;
/** The timer writes a forgotten clock's hours within this time after the last tap may arrive. Milliseconds. */
const WRITTEN_WITHIN_MS = 2 * HOUR_MS;
/** A correction lies near the day that it corrects: a shift across midnight has two. Milliseconds. */
const NEAR_DAY_MS = 36 * HOUR_MS;

export type ClaimProblem =
  'times-wrong' | 'in-future' | 'entry-not-found' | 'corrected-already' | 'clock-still-open' | 'overlaps-entry';

type Claimed = Pick<HoursClaim, 'corrects' | 'from' | 'until' | 'stationId'>;

/**
 * Why hours that staff write cannot stand beside what the book holds; null when they can. Asked when they are written
 * and once more when a second person confirms them.
 */
export function claimProblem(
  claim: Claimed,
  entries: readonly BookEntry[],
  diary: VolunteerRecord['diary'],
  now: EpochMs,
): ClaimProblem | null {
  const { corrects, from, until, stationId } = claim;
  if (from < startOfDay(EARLIEST) || until < from || until - from > LONGEST_MS || (until === from && corrects === null))
    return 'times-wrong';
  if (until > now) return 'in-future';
  if (corrects !== null) {
    const entry = entries.find(({ seq }) => seq === corrects);
    if (entry === undefined || entry.stationId !== stationId) return 'entry-not-found';
    if (replacements(entries).has(corrects)) return 'corrected-already';
    if (Math.abs(startOfDay(shanghaiDay(from)) - startOfDay(entry.day)) > NEAR_DAY_MS) return 'times-wrong';
  }
  if (mayStillBeClocked(claim, entries, diary, now)) return 'clock-still-open';
  const others = standing(entries).filter(({ seq }) => seq !== corrects);
  return others.some(({ stretches }) => stretches.some((stretch) => overlap(stretch, claim))) ? 'overlaps-entry' : null;
}

/** A place of these hours whose own entry is still to come: both would count the same minutes. */
function mayStillBeClocked(
  claim: Claimed,
  entries: readonly BookEntry[],
  diary: VolunteerRecord['diary'],
  now: EpochMs,
): boolean {
  const written = new Set(entries.map(({ shiftId }) => shiftId as string | null));
  return Object.entries(diary).some(
    ([shiftId, { startsAt, endsAt }]) =>
      !written.has(shiftId) &&
      endsAt + TAPS_LATE_MS + WRITTEN_WITHIN_MS > now &&
      overlap({ from: startsAt - COUNTS_EARLY_MS, until: endsAt + COUNTS_LATE_MS }, claim),
  );
}

const overlap = (
  one: { readonly from: number; readonly until: number },
  other: { readonly from: number; readonly until: number },
): boolean => one.from < other.until && other.from < one.until;
