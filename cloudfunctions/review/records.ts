import * as z from 'zod/mini';
import { FacilityCode } from '../../types/facility';
import { CaseId, EventId, PersonId, StationId, UnionId } from '../../types/ids';
import { Occupation } from '../../types/occupation';
import { CaseEvent, CaseKind, CaseOutcome } from '../../types/review';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

/** The offices a case can come before, from the one that owes the decision up to the top of the tree. */
export const Office = z.object({
  unionId: UnionId,
  name: z.string(),
  /** Set where the case is for the heads of that union's stations before it is for its clerks. */
  desk: z.optional(z.literal('station-head')),
});
export type Office = z.infer<typeof Office>;

export const CaseRecord = z.object({
  _id: CaseId,
  kind: CaseKind,
  /** Whom it is about; null for a station's case. */
  subjectId: z.nullable(PersonId),
  stationId: z._default(z.nullable(StationId), null),
  facility: z._default(z.nullable(FacilityCode), null),
  eventId: z._default(z.nullable(EventId), null),
  maskedName: z.string(),
  occupation: z.nullable(Occupation),
  state: z.enum(['pending', 'closed']),
  outcome: z.nullable(CaseOutcome),
  decidedBy: z.nullable(z.string()),
  decidedById: z.nullable(PersonId),
  decidedAt: z.nullable(EpochMs),
  openedAt: EpochMs,
  /** The office that holds it now is the first; each time it moves up, the first drops out. */
  offices: z.array(Office).check(z.minLength(1)),
  /** Ids of `offices`, `head:<id>` for the heads of stations: staff of any of them may decide. */
  scope: z.array(z.string()),
  since: EpochMs,
  dueAt: EpochMs,
  /** `dueAt` while there is an office above, null at the top: there a case stays, and must not keep others from moving. */
  movesUpAt: z._default(z.nullable(EpochMs), null),
  timesMovedUp: z.int(),
  queueKey: z.string(),
  history: z.array(CaseEvent),
});
export type CaseRecord = z.infer<typeof CaseRecord>;

/** A look at somebody's data, or an act of staff on the roll, with who did it. Added, never changed. */
export const LookRecord = z.object({
  _id: z.string(),
  subjectId: PersonId,
  at: EpochMs,
  actorId: PersonId,
  office: z.string(),
  act: z.enum(['view', 'reveal', 'find', 'copy', 'suspend', 'restore', 'retain', 'correct', 'export']),
  /** The event that it was about, by name; absent where it was about the membership. */
  about: z.optional(z.string()),
  purpose: z.nullable(z.string()),
});
export type LookRecord = z.infer<typeof LookRecord>;

export const cases = collection('cases', CaseRecord);
export const looks = collection('ledger', LookRecord);
