import * as z from 'zod/mini';
import { EventId, PersonId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { ShanghaiDay, startOfDay } from '../../types/time';
import { NOBODY } from './purge-details';
import { events } from './records';
import { Attendance, Registration, attendances, registrations } from './registration-records';
import type { Handler } from './scene';
import { ORGANISERS } from './scene';
import { serieses } from './series-records';

/** How often each came over a year, those who came most first. Names masked; who it is, is read for a purpose only. */
export const seriesAttendance: Handler<'seriesAttendance'> = async ({ seriesId, year }, { now, standing }) => {
  const series = await serieses.get(seriesId);
  if (series === null) return refuse('series-not-found');
  if (!standing.covers(series.scope, ORGANISERS)) return refuse('outside-your-unions');
  const dates = await datesOf(series._id, year, now);
  if (dates.length === 0) return agree({ dates: 0, people: [] });
  const [came, rows] = await Promise.all([cameTo(dates), rowsOf(dates)]);
  const people = new Map<PersonId, { maskedName: string; came: number; missed: number }>();
  for (const row of rows) {
    const one = people.get(row.personId) ?? { maskedName: row.maskedName, came: 0, missed: 0 };
    // The name of an early date is deleted before the year is over; that of a later one still stands for the person.
    if (one.maskedName === NOBODY) one.maskedName = row.maskedName;
    if (came(row.eventId, row.personId)) one.came += 1;
    else if (row.missed === 'counts' || row.missed === 'excuse-waits') one.missed += 1;
    people.set(row.personId, one);
  }
  const order = [...people.values()].sort((one, other) => other.came - one.came || one.missed - other.missed);
  return agree({ dates: dates.length, people: order });
};

const DateOf = z.object({ _id: EventId });
type DateOf = z.infer<typeof DateOf>;
/** More dates than a year has days. */
const MOST_DATES = 400;

/** What took place of a series in a year. One round trip. */
async function datesOf(seriesId: string, year: number, now: EpochMs): Promise<DateOf[]> {
  const from = startOfDay(ShanghaiDay.parse(`${year}-01-01`));
  const until = startOfDay(ShanghaiDay.parse(`${year + 1}-01-01`));
  return events.findParts(
    {
      seriesId,
      startsAt: { from, before: Math.min(until, now) },
      state: { in: ['published', 'closed', 'held', 'archived'] },
    },
    { schema: DateOf, fields: ['_id'] },
    { order: [['startsAt', 'asc']], limit: MOST_DATES },
  );
}

const Came = z.object({ _id: EventId, came: Attendance.shape.came });

/** One round trip. */
async function cameTo(dates: readonly DateOf[]): Promise<(eventId: EventId, personId: PersonId) => boolean> {
  const found = await attendances.findParts(
    { _id: { in: dates.map(({ _id }) => _id) } },
    { schema: Came, fields: ['_id', 'came'] },
    { limit: MOST_DATES },
  );
  const byEvent = new Map(found.map(({ _id, came }) => [_id, came]));
  return (eventId, personId) => Object.hasOwn(byEvent.get(eventId) ?? {}, personId);
}

const Row = z.object({
  _id: z.string(),
  eventId: EventId,
  personId: PersonId,
  orderKey: z.string(),
  maskedName: z.string(),
  missed: Registration.shape.missed,
});
type Row = z.infer<typeof Row>;
/** Rows that one answer of the database holds, and how many answers are read. */
const ROWS = 1_000;
const MOST_READINGS = 90;

/** Who had a place on these dates. A round trip for each thousand, date after date. */
async function rowsOf(dates: readonly DateOf[]): Promise<Row[]> {
  const rows: Row[] = [];
  let left = dates.map(({ _id }) => _id).sort();
  let after: string | null = null;
  for (let reading = 0; reading < MOST_READINGS && left.length > 0; reading += 1) {
    const page = await pageOf(after === null ? left : left.slice(0, 1), after);
    rows.push(...page);
    const last = page[ROWS - 1];
    // Of many dates the last may be cut in the middle: it is read to its end by itself before the next ones are.
    if (last !== undefined) left = left.slice(left.indexOf(last.eventId));
    else left = after === null ? [] : left.slice(1);
    after = last?.orderKey ?? null;
  }
  if (left.length > 0) throw new Error('A series with more places in a year than are counted at once.');
  return rows;
}

const pageOf = (ids: readonly EventId[], after: string | null): Promise<Row[]> =>
  registrations.findParts(
    {
      eventId: { in: ids },
      state: 'confirmed',
      // Keys are of one length: the first after `after` is beyond it with any letter more.
      ...(after === null ? {} : { orderKey: { from: `${after}~` } }),
    },
    { schema: Row, fields: Object.keys(Row.shape) },
    {
      order: [
        ['eventId', 'asc'],
        ['orderKey', 'asc'],
      ],
      limit: ROWS,
    },
  );
