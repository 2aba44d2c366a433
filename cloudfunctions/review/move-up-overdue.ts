import type { ResultOf } from '../../types/contract';
import { agree } from '../../types/result';
import type { reviewContract } from '../../types/review';
import type { EpochMs } from '../../types/time';
import { movedUp } from './decision-clock';
import type { CaseRecord } from './records';
import { cases } from './records';

/** As many as one run of the timer takes on; the next run takes the rest. */
const BATCH = 200;

export async function moveUpOverdue(
  _input: unknown,
  scene: { now: EpochMs },
): Promise<ResultOf<typeof reviewContract.moveUpOverdue>> {
  const { now } = scene;
  const overdue = await cases.find(
    { state: 'pending', movesUpAt: { upTo: now } },
    { order: [['movesUpAt', 'asc']], limit: BATCH },
  );
  let count = 0;
  for (const record of overdue) if (await moveUp(record, now)) count += 1;
  const atTheTop = await cases.find({ state: 'pending', movesUpAt: null, dueAt: { upTo: now } }, { limit: BATCH });
  return agree({ movedUp: count, waitingAtTheTop: atTheTop.length });
}

/** The condition holds what was read, so two timers at once move a case one step and not two. */
async function moveUp(record: CaseRecord, now: EpochMs): Promise<boolean> {
  const next = movedUp(record, now);
  if (next === null) return false;
  const { offices, scope, since, dueAt, movesUpAt, timesMovedUp, queueKey, history } = next;
  const outcome = await cases.update(
    { _id: record._id, state: 'pending', timesMovedUp: record.timesMovedUp },
    { set: { offices, scope, since, dueAt, movesUpAt, timesMovedUp, queueKey, history } },
  );
  return outcome === 'updated';
}
