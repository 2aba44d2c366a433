import { agree, refuse } from '../../types/result';
import type { Handler } from './scene';
import { claimed, tasksOf } from './tasks';
import { tendingOf } from './tending';
import { actOnUpkeep } from './upkeep-keeping';
import type { UpkeepRecord } from './upkeep-records';

export const claimTask: Handler<'claimTask'> = async ({ stationId, key, claim }, { now, personId }) => {
  const found = await tendingOf(personId, stationId, now);
  if (!found.ok) return found;
  const { station, ground, reader, calledName } = found.value;
  const taskIn = (upkeep: UpkeepRecord) =>
    tasksOf(upkeep, station.facilities, reader, now).find((task) => task.key === key);
  const kept = await actOnUpkeep(
    ground,
    (upkeep) => {
      if (taskIn(upkeep) === undefined) return refuse('task-gone');
      const after = claimed(upkeep, key, claim ? { personId, calledName } : { noLonger: personId }, now);
      return after === null ? refuse('claimed-by-other') : agree(after);
    },
    now,
  );
  if (!kept.ok) return kept;
  const task = taskIn(kept.value);
  return task === undefined ? refuse('task-gone') : agree({ task });
};
