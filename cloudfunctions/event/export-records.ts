import * as z from 'zod/mini';
import { ExportState } from '../../types/event-export';
import { RequestKey } from '../../types/evidence';
import { EventId, PersonId, UnionId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

/** Who asked for a list of registrants as a table, what for, and who agreed. Never the table itself. */
export const ExportRecord = z.object({
  /** `<event>:<nth>`: two who ask at once get two numbers. */
  _id: z.string(),
  eventId: EventId,
  nth: z.int(),
  /** What one person asked for once, however often the phone sent it. */
  requestKey: RequestKey,
  scope: z.array(UnionId),
  state: ExportState,
  purpose: z.string(),
  withNames: z.boolean(),
  askedBy: z.string(),
  askedById: PersonId,
  office: z.string(),
  askedAt: EpochMs,
  decidedBy: z.nullable(z.string()),
  decidedById: z.nullable(PersonId),
  /** In whose name it was decided. */
  decidedAs: z.nullable(z.string()),
  /** Times that it was fetched. */
  fetched: z.int(),
  /** While it is asked for: until when somebody may agree. Once agreed: until when it may be fetched. Declined: at once. */
  expiresAt: EpochMs,
  /** Nothing more comes of it, and its case is closed. */
  isOver: z.boolean(),
  purgeAt: EpochMs,
});
export type ExportRecord = z.infer<typeof ExportRecord>;
export const exportsAsked = collection('event-exports', ExportRecord);

export const exportId = (eventId: EventId, nth: number): string => `${eventId}:${nth}`;
