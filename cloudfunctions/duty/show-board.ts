import { agree, refuse } from '../../types/result';
import { addDays, startOfDay } from '../../types/time';
import { weekdayOf } from '../runtime/holidays';
import { boardShift, namesOf, peopleOf } from './board-view';
import type { Handler } from './scene';
import { shifts } from './shift-records';
import { stationAtHand } from './station-at-hand';
import { EARLIEST, LATEST } from './template-shifts';

/** Thirty rules every day of the week: more shifts a roster cannot make. */
const SHIFTS_A_WEEK = 210;

export const showBoard: Handler<'showBoard'> = async ({ stationId, monday }, { now, standing }) => {
  if (monday < EARLIEST || monday > LATEST || weekdayOf(monday) !== 1) return refuse('not-a-monday');
  const [station, found] = await Promise.all([
    stationAtHand(stationId, standing),
    shifts.find(
      { stationId, startsAt: { from: startOfDay(monday), before: startOfDay(addDays(monday, 7)) } },
      { order: [['startsAt', 'asc']], limit: SHIFTS_A_WEEK },
    ),
  ]);
  if (!station.ok) return station;
  const names = await namesOf(found.flatMap(peopleOf));
  return agree({
    stationName: station.value.name,
    shifts: found.map((shift) => boardShift(shift, names, now)),
    asOf: now,
  });
};
