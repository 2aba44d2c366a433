import { agree } from '../../types/result';
import type { Handler } from './scene';
import { tasksOf } from './tasks';
import { tendingOf } from './tending';

/** So many of the last that were done are shown. */
const DONE_SHOWN = 10;

export const listTasks: Handler<'listTasks'> = async ({ stationId }, { now, personId }) => {
  const found = await tendingOf(personId, stationId, now);
  if (!found.ok) return found;
  const { station, upkeep, reader } = found.value;
  return agree({
    stationName: station.name,
    tasks: tasksOf(upkeep, station.facilities, reader, now),
    done: upkeep.done.slice(-DONE_SHOWN).reverse(),
  });
};
