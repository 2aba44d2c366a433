import * as z from 'zod/mini';
import { agree } from '../../types/result';
import { addDays, shanghaiDay, startOfDay } from '../../types/time';
import { weekdayOf } from '../runtime/holidays';
import type { Handler } from './scene';
import { ShiftRecord, shifts } from './shift-records';

/** Two weeks of a house in which many sit. */
const MOST_SITTINGS = 300;

/** Nothing that names a volunteer leaves the database. */
const Sitting = z.pick(ShiftRecord, { _id: true, title: true, who: true, startsAt: true, endsAt: true, state: true });

/** What has not ended of this week and the next, weeks beginning on Monday. One round trip. */
export const showSittings: Handler<'showSittings'> = async ({ stationId }, { now }) => {
  const today = shanghaiDay(now);
  const monday = addDays(today, 1 - weekdayOf(today));
  const found = await shifts.findParts(
    { stationId, startsAt: { from: startOfDay(monday), before: startOfDay(addDays(monday, 14)) }, who: { not: null } },
    { schema: Sitting, fields: ['title', 'who', 'startsAt', 'endsAt', 'state'] },
    { order: [['startsAt', 'asc']], limit: MOST_SITTINGS },
  );
  return agree({
    sittings: found
      .filter(({ state, endsAt }) => state !== 'called-off' && now < endsAt)
      .map(({ title, who, startsAt, endsAt }) => ({ title, who, startsAt, endsAt })),
  });
};
