import { agree } from '../../types/result';
import { EpochMs } from '../../types/time';
import { moveByClock } from './clock';
import { drawEvent, drawsAt } from './draw-event';
import { purgeMisses } from './guest-misses';
import { lapseExports } from './lapse-exports';
import { clockAt } from './lifecycle';
import { makeDates } from './make-dates';
import { markMissed } from './mark-missed';
import { moveToNextSession, nextMoveAt } from './next-session';
import type { Allowance } from './allowance';
import { purgeDetails } from './purge-details';
import { settleRatings } from './rating-cases';
import type { EventRecord } from './records';
import { events } from './records';
import { nextReminderAt, remind } from './reminders';
import type { Handler } from './scene';
import { SETTLED_AFTER_MS } from './seat-acts';
import { settlePlaces } from './settle-places';
import { tellEverybody } from './tellings';

/** Events that one run takes on; the next run takes the rest. */
const BATCH = 40;
/** Round trips of one run for its events. */
const TRIPS = 2_800;
/** Of one event at most, so that a large one lets the others have their turn. */
const TRIPS_OF_EVENT = 900;
const TRIPS_OF_DATES = 300;
const TRIPS_OF_RATINGS = 200;
const TRIPS_OF_PURGING = 600;

type Swept = { readonly reminded: number };

/** One event's fault keeps none of the others from being seen to; then it is told. */
export const sweep: Handler<'sweep'> = async (_input, { now }) => {
  const faults: unknown[] = [];
  const trying = async <Value>(job: () => Promise<Value>, otherwise: Value): Promise<Value> => {
    try {
      return await job();
    } catch (error) {
      // Told once everything else has been done.
      faults.push(error);
      return otherwise;
    }
  };
  const due = await events.find({ sweepAt: { upTo: now } }, { order: [['sweepAt', 'asc']], limit: BATCH });
  const allowance = { trips: TRIPS };
  let swept = 0;
  let reminded = 0;
  for (const event of due) {
    if (allowance.trips <= 0) break;
    const done = await trying(() => sweepEvent(event, now, allowance), { reminded: 0 });
    swept += 1;
    reminded += done.reminded;
  }
  const made = await trying(() => makeDates(now, TRIPS_OF_DATES), 0);
  const purged = await trying(() => purgeDetails(now, TRIPS_OF_PURGING), 0);
  const lapsed = await trying(() => lapseExports(now), 0);
  const forgiven = await trying(() => purgeMisses(now), 0);
  await trying(() => settleRatings(now, TRIPS_OF_RATINGS), 0);
  if (faults.length > 0) throw faults[0];
  return agree({ swept, reminded, made, purged: purged + lapsed + forgiven });
};

/**
 * Time first, since it decides what else is to be done; then the draw and the places, then who is to be told. Each part
 * says when it must look again, and the soonest is written down if no act came between.
 */
async function sweepEvent(read: EventRecord, now: EpochMs, all: Allowance): Promise<Swept> {
  const allowance = { trips: Math.min(TRIPS_OF_EVENT, all.trips) };
  all.trips -= allowance.trips;
  try {
    return await partsOf(read, now, allowance);
  } finally {
    all.trips += Math.max(0, allowance.trips);
  }
}

async function partsOf(read: EventRecord, now: EpochMs, allowance: Allowance): Promise<Swept> {
  const clocked = await moveByClock(read, now);
  allowance.trips -= 1;
  if (clocked === null) return { reminded: 0 };
  const drawing = await drawEvent(clocked, now, allowance.trips / 2);
  allowance.trips -= drawing === 'again' ? allowance.trips / 2 : 1;
  const placesAt = drawing === 'again' ? now : await settlePlaces(clocked, now, allowance);
  allowance.trips -= 2;
  const reminded = await remind(clocked, now);
  await moveToNextSession(clocked, now);
  const missesAt = await markMissed(clocked, now, allowance.trips);
  const event = await events.get(read._id);
  if (event === null) return { reminded };
  const { step } = await tellEverybody(event, Math.max(0, allowance.trips));
  const again = [drawing, step].includes('again');
  await writeNext(read, event, again ? now : EpochMs.parse(Math.min(placesAt, missesAt)), now);
  return { reminded };
}

/** An act that came since, of this sweep or of somebody else, is looked after once the call that made it must be over. */
async function writeNext(read: EventRecord, event: EventRecord, soonest: EpochMs, now: EpochMs): Promise<void> {
  const hasMoved = event.live.turn !== read.live.turn;
  const sweepAt = EpochMs.parse(
    Math.min(
      soonest,
      clockAt(event),
      drawsAt(event) ?? soonest,
      nextReminderAt(event, now),
      nextMoveAt(event, now),
      ...(hasMoved ? [now + SETTLED_AFTER_MS] : []),
    ),
  );
  const asRead = {
    _id: event._id,
    revision: event.revision,
    'live.turn': event.live.turn,
    sweepAt: event.sweepAt,
  };
  await events.update(asRead, { set: { sweepAt } });
}
