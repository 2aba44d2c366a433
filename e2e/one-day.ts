import { EpochMs, addDays, shanghaiDay, startOfDay } from '../types/time';

/** The longest journey takes about as long. */
const JOURNEY_MS = 4 * 60_000;

/** A journey tells of one day: begun just before midnight in Shanghai it would look for today's visits on the next. */
export async function notAcrossMidnight(): Promise<void> {
  const now = EpochMs.parse(Date.now());
  const left = startOfDay(addDays(shanghaiDay(now), 1)) - now;
  if (left < JOURNEY_MS) await new Promise((resolve) => setTimeout(resolve, left));
}
