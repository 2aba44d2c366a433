import { EpochMs, addDays, shanghaiDay, startOfDay } from '../../types/time';

/** Full days to think it over, a weekend among them or not. */
const DAYS = 5;
/** 20:00, when most shifts are over. Milliseconds after midnight. */
const EVENING_MS = 20 * 3_600_000;

/** When both hear whether it was mutual: on the evening of the fifth day after, whoever answers when. */
export const revealDay = (now: EpochMs): EpochMs =>
  EpochMs.parse(startOfDay(addDays(shanghaiDay(now), DAYS)) + EVENING_MS);
