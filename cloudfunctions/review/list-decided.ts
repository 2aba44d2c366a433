import type { InputOf, ResultOf } from '../../types/contract';
import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import type { DecidedCase, reviewContract } from '../../types/review';
import type { Standing } from '../member/standing';
import { holder } from './decision-clock';
import { queuesOf } from './queues';
import type { CaseRecord } from './records';
import { cases } from './records';

const PAGE_SIZE = 20;

export async function listDecided(
  input: InputOf<typeof reviewContract.listDecided>,
  scene: { standing: Standing },
): Promise<ResultOf<typeof reviewContract.listDecided>> {
  const scope = queuesOf(scene.standing);
  const found = await cases.find(
    { state: 'closed', scope: { in: scope }, ...(input.cursor ? { queueKey: { upTo: input.cursor } } : {}) },
    { order: [['queueKey', 'desc']], limit: PAGE_SIZE + 1 },
  );
  const next = found[PAGE_SIZE]?.queueKey;
  return agree({
    items: found.slice(0, PAGE_SIZE).flatMap(decided),
    next: next === undefined ? null : PageCursor.parse(next),
  });
}

function decided(record: CaseRecord): DecidedCase[] {
  if (record.outcome === null || record.decidedAt === null) return [];
  return [
    {
      caseId: record._id,
      kind: record.kind,
      maskedName: record.maskedName,
      stationId: record.stationId,
      eventId: record.eventId,
      office: holder(record).name,
      outcome: record.outcome,
      decidedAt: record.decidedAt,
      decidedBy: record.decidedBy,
    },
  ];
}
