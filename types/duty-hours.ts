import * as z from 'zod/mini';
import { contract } from './contract';
import { certificateStates, hoursKinds } from './duty-kind';
import { dutyHeads } from './duty-roster';
import { DutyEvidence } from './duty-tap';
import { RequestKey } from './evidence';
import { CertificateCode, ShiftId, StationId, VolunteerNo, WishId } from './ids';
import { EpochMs, ShanghaiDay } from './time';

/** Minutes of duty with what they rest on; half-open, in order, not overlapping. */
export const Stretch = z.object({ from: EpochMs, until: EpochMs, evidence: DutyEvidence });
export type Stretch = z.infer<typeof Stretch>;

/** Minutes by what they rest on. `assumed` is told apart and never part of a total. */
export const Mix = z.array(z.object({ evidence: DutyEvidence, minutes: z.int() }));
export type Mix = z.infer<typeof Mix>;

/** One entry of a volunteer's book of hours. Entries are added, never changed. */
export const HoursEntry = z.object({
  seq: z.int(),
  kind: z.enum(hoursKinds),
  day: ShanghaiDay,
  stationId: StationId,
  stationName: z.string(),
  title: z.string(),
  shiftId: z.nullable(ShiftId),
  /** Counted minutes of this entry. They are part of a total while `correctedBy` is null. */
  minutes: z.int(),
  mix: Mix,
  /** The entry that this one corrects. */
  corrects: z.nullable(z.int()),
  /** A later entry took its place. */
  correctedBy: z.nullable(z.int()),
  /** Of staff, for what was not clocked. */
  enteredBy: z.nullable(z.string()),
  confirmedBy: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  at: EpochMs,
});
export type HoursEntry = z.infer<typeof HoursEntry>;

export const CertificateState = z.enum(certificateStates);

/** A certificate as its volunteer and the issuing union read it (民政部令第67号). */
export const Certificate = z.object({
  code: z.nullable(CertificateCode),
  certificateId: WishId,
  state: CertificateState,
  name: z.string(),
  /** Kind and last four signs of the document that the union has seen; null when it has seen none. */
  document: z.nullable(z.string()),
  volunteerNo: VolunteerNo,
  from: ShanghaiDay,
  until: ShanghaiDay,
  minutes: z.int(),
  mix: Mix,
  /** What was done, in words: roles and stations. */
  content: z.array(z.string()),
  issuer: z.nullable(
    z.object({ unionName: z.string(), responsible: z.string(), handler: z.string(), contact: z.string() }),
  ),
  /** `<union>-<year>-<number>`. */
  number: z.nullable(z.string()),
  issuedOn: z.nullable(ShanghaiDay),
  reason: z.nullable(z.string()),
});
export type Certificate = z.infer<typeof Certificate>;

const Reason = z.string().check(z.trim(), z.minLength(2, 'missing'), z.maxLength(200, 'too-long'));

export const hoursActions = contract({
  /** The caller's own book, latest first, with the totals of the year and of all time. */
  listOwnHours: {
    caller: 'person',
    input: z.object({ before: z.nullable(z.int()) }),
    output: z.object({
      entries: z.array(HoursEntry),
      next: z.nullable(z.int()),
      thisYear: z.int(),
      total: z.int(),
      mix: Mix,
      certificates: z.array(Certificate),
    }),
    refusals: ['not-a-volunteer'],
    roundTrips: 6,
  },
  /** Asks the union for a certificate of a stretch of days; free of charge. */
  askCertificate: {
    caller: 'person',
    input: z.object({ from: ShanghaiDay, until: ShanghaiDay, requestKey: RequestKey }),
    output: z.object({ certificate: Certificate }),
    refusals: ['not-a-volunteer', 'no-hours', 'days-wrong', 'asked-already'],
    roundTrips: 9,
  },
  /**
   * Anybody who was shown a certificate: whether it stands, and what its hours rest on. Takes the code with spaces and
   * dashes, or the whole address that was scanned.
   */
  verifyCertificate: {
    caller: 'anyone',
    input: z.object({ code: z.string().check(z.trim(), z.minLength(4, 'too-short'), z.maxLength(400, 'too-long')) }),
    output: z.object({
      code: CertificateCode,
      state: z.enum(['issued', 'revoked']),
      maskedName: z.string(),
      volunteerNo: VolunteerNo,
      from: ShanghaiDay,
      until: ShanghaiDay,
      minutes: z.int(),
      mix: Mix,
      content: z.array(z.string()),
      unionName: z.string(),
      contact: z.string(),
      number: z.string(),
      issuedOn: ShanghaiDay,
      revokedOn: z.nullable(ShanghaiDay),
      /** Hours of these days were corrected since it was issued: what they come to by now. */
      minutesNow: z.nullable(z.int()),
      /** The certificate reads as issued, and the book that it was made from is whole: no entry was changed since. */
      chainHolds: z.boolean(),
    }),
    refusals: ['certificate-not-found'],
    roundTrips: 4,
  },
  /** The certificate as a PDF on A4, base64; for its volunteer alone. */
  certificatePdf: {
    caller: 'person',
    input: z.object({ certificateId: WishId }),
    output: z.object({ fileName: z.string(), base64: z.string() }),
    refusals: ['certificate-not-found', 'not-issued'],
    roundTrips: 3,
  },

  /** Hours that nobody clocked, or a correction of an entry: stands when a second person of staff has confirmed it. */
  enterHours: {
    caller: dutyHeads,
    input: z.object({
      number: VolunteerNo,
      stationId: StationId,
      /** The entry that it corrects; null for hours that are missing. */
      corrects: z.nullable(z.int()),
      from: EpochMs,
      /** Equal to `from` in a correction: nothing of it stands. */
      until: EpochMs,
      title: z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(20, 'too-long')),
      reason: Reason,
      requestKey: RequestKey,
    }),
    output: z.object({ claimId: WishId }),
    refusals: [
      'volunteer-not-found',
      'station-not-found',
      'outside-your-unions',
      'own-hours',
      'times-wrong',
      'in-future',
      'overlaps-entry',
      /** A shift of these hours may still be clocked by taps that were made without a network: a day after its end. */
      'clock-still-open',
      'entry-not-found',
      'corrected-already',
    ],
    roundTrips: 12,
  },
  /** The second person's word on what another wrote. Never of one's own entry, nor of one's own hours. */
  decideHours: {
    caller: dutyHeads,
    input: z.object({ claimId: WishId, agree: z.boolean(), reason: z.nullable(Reason) }),
    output: z.object({ seq: z.nullable(z.int()) }),
    refusals: [
      'claim-not-found',
      'outside-your-unions',
      'second-person-needed',
      'own-hours',
      'decided-already',
      'overlaps-entry',
      'clock-still-open',
      'corrected-already',
      'reason-needed',
    ],
    roundTrips: 40,
  },
  issueCertificate: {
    caller: dutyHeads,
    input: z.object({
      certificateId: WishId,
      agree: z.boolean(),
      responsible: z.nullable(z.string().check(z.trim(), z.minLength(2, 'missing'), z.maxLength(20, 'too-long'))),
      contact: z.nullable(z.string().check(z.trim(), z.minLength(3, 'missing'), z.maxLength(40, 'too-long'))),
      reason: z.nullable(Reason),
    }),
    output: z.object({ certificate: Certificate }),
    refusals: [
      'certificate-not-found',
      'outside-your-unions',
      'own-hours',
      'decided-already',
      'details-needed',
      'reason-needed',
      /** The book does not hold: somebody has to look before anything is certified from it. */
      'book-broken',
    ],
    roundTrips: 20,
  },
  revokeCertificate: {
    caller: dutyHeads,
    input: z.object({ certificateId: WishId, reason: Reason }),
    output: z.object({ certificate: Certificate }),
    refusals: ['certificate-not-found', 'outside-your-unions', 'own-hours', 'not-issued'],
    roundTrips: 12,
  },
  /** One volunteer's book, for staff: to see what is to be corrected. The look is written to the ledger. */
  showBook: {
    caller: dutyHeads,
    input: z.object({ number: VolunteerNo, before: z.nullable(z.int()) }),
    output: z.object({
      name: z.string(),
      entries: z.array(HoursEntry),
      next: z.nullable(z.int()),
      total: z.int(),
      mix: Mix,
      /** Issued ones, and those that were revoked; with the first page alone. */
      certificates: z.array(Certificate),
    }),
    refusals: ['volunteer-not-found', 'outside-your-unions'],
    roundTrips: 6,
  },
  /** The month's hours by volunteer, as a table of rows; a correction counts in the month that it corrects. */
  exportMonth: {
    caller: dutyHeads,
    input: z.object({ stationId: StationId, month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'format')) }),
    output: z.object({ fileName: z.string(), csv: z.string(), volunteers: z.int(), minutes: z.int() }),
    refusals: ['station-not-found', 'outside-your-unions'],
    roundTrips: 60,
  },
  /** Those who kept a station open in a month and like to be named: in no order of merit, without hours. */
  listThanks: {
    caller: 'anyone',
    input: z.object({ stationId: StationId }),
    output: z.object({ month: z.string(), names: z.array(z.string()), others: z.int() }),
    refusals: [],
    roundTrips: 2,
  },
});
