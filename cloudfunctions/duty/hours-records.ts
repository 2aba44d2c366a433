import * as z from 'zod/mini';
import { certificateStates, hoursKinds } from '../../types/duty-kind';
import { Mix, Stretch } from '../../types/duty-hours';
import { DutyRole } from '../../types/duty-roster';
import { CertificateCode, PersonId, ShiftId, StationId, UnionId, VolunteerNo, WishId } from '../../types/ids';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { collection } from '../runtime/database';

/** An entry of a book of hours as it stands in the chain: every field but `hash` is hashed. */
export const BookEntry = z.object({
  /** `<person>:<shift or claim>`: what it rests on is written down once. */
  _id: z.string(),
  personId: PersonId,
  /** From 1, without gaps. */
  seq: z.int(),
  kind: z.enum(hoursKinds),
  stationId: StationId,
  stationName: z.string(),
  title: z.string(),
  shiftId: z.nullable(ShiftId),
  /** What they did; null where staff wrote it. */
  role: z.nullable(DutyRole),
  /** Of the first minute; of a correction, that of the entry it corrects. */
  day: ShanghaiDay,
  /** `YYYY-MM` of `day`. */
  month: z.string(),
  stretches: z.array(Stretch),
  mix: Mix,
  corrects: z.nullable(z.int()),
  enteredBy: z.nullable(z.string()),
  confirmedBy: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  at: EpochMs,
  /** Hash of the entry before; '' for the first. */
  previous: z.string(),
  hash: z.string(),
});
export type BookEntry = z.infer<typeof BookEntry>;
export const book = collection('hours-book', BookEntry);

export const HoursClaim = z.object({
  _id: WishId,
  personId: PersonId,
  number: VolunteerNo,
  stationId: StationId,
  stationName: z.string(),
  scope: z.array(UnionId),
  waitingFor: z.array(UnionId),
  corrects: z.nullable(z.int()),
  from: EpochMs,
  until: EpochMs,
  title: z.string(),
  reason: z.string(),
  enteredBy: z.string(),
  enteredById: PersonId,
  at: EpochMs,
  state: z.enum(['asked', 'agreed', 'refused']),
  decidedBy: z.nullable(z.string()),
  decidedById: z.nullable(PersonId),
  decidedReason: z.nullable(z.string()),
  /** Of the entry that it became. */
  seq: z.nullable(z.int()),
});
export type HoursClaim = z.infer<typeof HoursClaim>;
export const claims = collection('hours-claims', HoursClaim);

export const CertificateRecord = z.object({
  _id: WishId,
  personId: PersonId,
  state: z.enum(certificateStates),
  /** The code; `asked:<person>` while it waits, so that nobody has two waiting; `none:<id>` when it was refused. */
  codeKey: z.string(),
  code: z.nullable(CertificateCode),
  name: z.string(),
  document: z.nullable(z.string()),
  volunteerNo: VolunteerNo,
  from: ShanghaiDay,
  until: ShanghaiDay,
  minutes: z.int(),
  mix: Mix,
  content: z.array(z.string()),
  unionId: UnionId,
  unionName: z.string(),
  scope: z.array(UnionId),
  waitingFor: z.array(UnionId),
  askedAt: EpochMs,
  responsible: z.nullable(z.string()),
  handler: z.nullable(z.string()),
  handlerId: z.nullable(PersonId),
  contact: z.nullable(z.string()),
  number: z.nullable(z.string()),
  issuedAt: z.nullable(EpochMs),
  revokedAt: z.nullable(EpochMs),
  reason: z.nullable(z.string()),
  /** The book as it stood: so many entries, the last one's hash. An outside witness to the chain. */
  anchor: z.nullable(z.object({ length: z.int(), head: z.string() })),
  /** Keyed fingerprint of all the rest: a certificate that was changed in the store is found out. */
  seal: z.string(),
});
export type CertificateRecord = z.infer<typeof CertificateRecord>;
export const certificates = collection('certificates', CertificateRecord);
