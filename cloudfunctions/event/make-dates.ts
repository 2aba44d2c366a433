import { EpochMs, NEVER, endOfDay, shanghaiDay } from '../../types/time';
import { listedStation } from '../station/directory';
import type { Applied, Author } from './apply-series';
import { applySeries } from './apply-series';
import { lineOfClock } from './event-saving';
import { daysToMake } from './series-plan';
import type { SeriesRecord } from './series-records';
import { serieses } from './series-records';
import type { Ground } from './written-event';
import { groundOf } from './written-event';

/** What one series may need on a day on which much has changed. Round trips. */
const TRIPS_A_SERIES = 60;

/**
 * The sweep's part: every day one day more of each series, and what a call that died has left. A date whose room was
 * taken is made as soon as the room is free.
 *
 * @param allowance round trips that it may take, roughly
 * @returns how many events were made
 */
export async function makeDates(now: EpochMs, allowance: number): Promise<number> {
  const count = Math.floor((allowance - 1) / TRIPS_A_SERIES);
  if (count < 1) return 0;
  const due = await serieses.find({ makeAt: { upTo: now } }, { order: [['makeAt', 'asc']], limit: count });
  let made = 0;
  for (const series of due) {
    if (!(await isTaken(series, now))) continue;
    const station = await listedStation(series.form.stationId);
    const ground = station === null ? null : groundOf(series.offices, station, series.form.zoneId);
    if (ground !== null) made += (await carryOn(series, ground, lineOfClock('published', now))).made;
    // Its station or room is gone: staff see that nothing comes any more, and it is looked at again tomorrow.
    else await noted(series, now);
  }
  return made;
}

/** Of two timers one makes it; where it fails, others come first before it is tried again. */
const isTaken = async ({ _id, revision, makeAt }: SeriesRecord, now: EpochMs): Promise<boolean> =>
  (await serieses.update({ _id, revision, makeAt }, { set: { makeAt: nextTry(now) } })) === 'updated';

/** A call that died left its dates to the timer by then. */
export const nextTry = (now: EpochMs): EpochMs => EpochMs.parse(now + GRACE_MS);
const GRACE_MS = 120_000;

/** Makes the dates of a series and writes down when to go on. */
export async function carryOn(series: SeriesRecord, ground: Ground, author: Author): Promise<Applied> {
  const applied = await applySeries(series, ground, author);
  await noted(series, author.at);
  return applied;
}

/** Whoever saved it meanwhile has made its dates, too: then nothing is written. One round trip. */
async function noted(series: SeriesRecord, now: EpochMs): Promise<void> {
  const { _id, revision, form } = series;
  const today = shanghaiDay(now);
  const makeAt = form.rule.lastDay <= today ? NEVER : endOfDay(today);
  await serieses.update({ _id, revision }, { set: { makeAt, madeUpTo: daysToMake(series, now).upTo } });
}
