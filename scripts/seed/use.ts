import type { StationRecord } from '../../cloudfunctions/station/records';
import { isOutdoor } from '../../cloudfunctions/station/station-index';
import type { Stock, StationUse } from '../../cloudfunctions/station/visit-records';
import type { EpochMs } from '../../types/time';
import { addDays, shanghaiDay, NEVER } from '../../types/time';
import type { Dice } from './dice';
import { diceOf } from './dice';
import { PUDONG } from './network';

/** How far back the demonstration counts visits. Days. */
const DAYS_BACK = 80;
/** How visits are shared out: whose they are, and what was shown. Rough, and made up. */
const groups = [
  ['food-delivery', 40],
  ['courier', 22],
  ['sanitation', 10],
  ['ride-hailing', 8],
  ['taxi-driver', 3],
  ['gardening', 1],
  ['unknown', 16],
] as const;
const evidence = [
  ['door-code', 46],
  ['rotating-code', 24],
  ['code-and-near', 18],
  ['near', 11],
  ['card', 1],
] as const;

/** Months of visits as counters, for the outdoor stations that the texts name. Nobody stands behind them. */
export const countedMonths = (stations: readonly StationRecord[], now: EpochMs): StationUse[] =>
  stations
    .filter(({ _id, category, district }) => !_id.startsWith('pd-') && isOutdoor(category) && district === PUDONG)
    .flatMap((station) => monthsOf(station, now));

/** Bottles on the shelves of the stations that give water by scan. */
export const stockRecords = (stations: readonly StationRecord[]): Stock[] =>
  stations
    .filter(({ waterQuota }) => waterQuota !== null)
    .map(({ _id, scope }) => ({
      _id,
      scope,
      bottles: diceOf(`${_id}:water`).between(24, 96),
      taken: {},
      round: 1,
      done: {},
      purgeAt: NEVER,
    }));

function monthsOf({ _id, scope }: StationRecord, now: EpochMs): StationUse[] {
  const dice = diceOf(`${_id}:use`);
  const usual = dice.between(6, 60);
  const days = Array.from({ length: DAYS_BACK }, (_, nth) => ({
    day: addDays(shanghaiDay(now), nth - DAYS_BACK),
    visits: Math.round(usual * (0.6 + 0.8 * dice.fraction())),
  }));
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))];
  return months.map((month) => {
    const within = days.filter(({ day }) => day.startsWith(month));
    const visits = within.reduce((sum, one) => sum + one.visits, 0);
    return {
      _id: `${_id}:${month}`,
      stationId: _id,
      month,
      scope,
      visits,
      days: Object.fromEntries(within.map((one) => [one.day.slice(8), one.visits])),
      groups: sharedOut(visits, groups, dice),
      evidence: sharedOut(visits, evidence, dice),
      visitors: {},
      purgeAt: NEVER,
    };
  });
}

/** Counts that add up to the whole, about as the shares say. */
function sharedOut(
  whole: number,
  shares: readonly (readonly [key: string, percent: number])[],
  dice: Dice,
): Record<string, number> {
  let left = whole;
  const counts = shares.map(([key, percent], place) => {
    const wanted = Math.round((whole * percent * (0.8 + 0.4 * dice.fraction())) / 100);
    const count = place === shares.length - 1 ? left : Math.min(left, wanted);
    left -= count;
    return [key, count] as const;
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
