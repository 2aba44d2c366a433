import type { InputOf, ResultOf } from '../../types/contract';
import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import type { CaseSummary, reviewContract } from '../../types/review';
import type { EpochMs } from '../../types/time';
import type { Standing } from '../member/standing';
import { countsIn, holder, lastDay, workingDaysLeft } from './decision-clock';
import { queuesOf } from './queues';
import type { CaseRecord } from './records';
import { cases } from './records';

const PAGE_SIZE = 20;

export async function listPending(
  input: InputOf<typeof reviewContract.listPending>,
  scene: { now: EpochMs; standing: Standing },
): Promise<ResultOf<typeof reviewContract.listPending>> {
  const scope = queuesOf(scene.standing);
  const found = await cases.find(
    { state: 'pending', scope: { in: scope }, ...(input.cursor ? { queueKey: { from: input.cursor } } : {}) },
    { order: [['queueKey', 'asc']], limit: PAGE_SIZE + 1 },
  );
  const next = found[PAGE_SIZE]?.queueKey;
  return agree({
    items: found.slice(0, PAGE_SIZE).map((record) => summary(record, scene.now)),
    next: next === undefined ? null : PageCursor.parse(next),
  });
}

const summary = (record: CaseRecord, now: EpochMs): CaseSummary => ({
  caseId: record._id,
  kind: record.kind,
  maskedName: record.maskedName,
  occupation: record.occupation,
  stationId: record.stationId,
  facility: record.facility,
  eventId: record.eventId,
  office: holder(record).name,
  openedAt: record.openedAt,
  dueAt: record.dueAt,
  dueDay: lastDay(record),
  workingDaysLeft: workingDaysLeft(record, now),
  countsIn: countsIn(record.kind),
  timesMovedUp: record.timesMovedUp,
});
