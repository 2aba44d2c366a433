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
  const overdue = await cases.find(
    { state: 'pending', dueAt: { upTo: scene.now } },
    { order: [['dueAt', 'asc']], limit: BATCH },
  );
  let count = 0;
  for (const record of overdue) if (await moveUp(record, scene.now)) count += 1;
  return agree({ movedUp: count, waitingAtTheTop: overdue.length - count });
}

/** The condition holds what was read, so two timers at once move a case one step and not two. */
async function moveUp(record: CaseRecord, now: EpochMs): Promise<boolean> {
  const next = movedUp(record, now);
  if (next === null) return false;
  const { offices, scope, since, dueAt, timesMovedUp, queueKey, history } = next;
  const outcome = await cases.update(
    { _id: record._id, state: 'pending', timesMovedUp: record.timesMovedUp },
    { set: { offices, scope, since, dueAt, timesMovedUp, queueKey, history } },
  );
  return outcome === 'updated';
}
