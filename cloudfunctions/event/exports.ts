import type { OutputOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import type { EventId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { Standing } from '../member/standing';
import { exportsAsked } from './export-records';
import { stateAt } from './export-request';

type Exports = OutputOf<typeof eventContract.showDesk>['exports'];

/** As many as staff look back upon. */
const SHOWN = 20;

/** The tables that were asked for of an event, latest first, for staff of its unions. One round trip. */
export async function exportsOf(event: { readonly _id: EventId }, standing: Standing, now: EpochMs): Promise<Exports> {
  const asked = await exportsAsked.find({ eventId: event._id }, { order: [['askedAt', 'desc']], limit: SHOWN });
  return asked.map((record) => {
    const state = stateAt(record, now);
    const isOwn = record.askedById === standing.personId;
    return {
      exportId: record._id,
      state,
      purpose: record.purpose,
      askedBy: record.askedBy,
      askedAt: record.askedAt,
      decidedBy: record.decidedBy,
      expiresAt: record.expiresAt,
      mayDecide: state === 'asked' && !isOwn,
      mayFetch: state === 'approved' && isOwn,
    };
  });
}
