import { CaseId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { closeCase, openCase } from '../review/ledger';
import type { ExportRecord } from './export-records';
import type { EventRecord } from './records';

/** Where somebody else finds that a decision is wanted: in the queue of the event's union and of those above it. */
export const openExportCase = (event: EventRecord, record: ExportRecord): Promise<void> =>
  openCase(
    {
      _id: caseId(record),
      kind: 'event-export',
      subjectId: null,
      eventId: event._id,
      maskedName: event.title,
      occupation: null,
      offices: event.offices,
    },
    record.askedAt,
  );

/** Takes it out of the queue, by what the request has become. Whoever closed it earlier stays written. */
export const closeExportCase = (record: ExportRecord, at: EpochMs): Promise<void> =>
  closeCase(caseId(record), {
    outcome: record.decidedById === null ? 'lapsed' : record.state === 'declined' ? 'declined' : 'approved',
    by: record.decidedBy,
    byId: record.decidedById,
    office: record.decidedAs ?? record.office,
    at,
  });

/** An event may have several. */
const caseId = ({ eventId, nth }: ExportRecord): CaseId => CaseId.parse(`event-export:${eventId}:${nth}`);
