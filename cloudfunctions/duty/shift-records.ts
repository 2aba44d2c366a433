import * as z from 'zod/mini';
import { closingItems, incidentKinds, openingItems, placeStates, shiftStates } from '../../types/duty-kind';
import { DutyRole, Need } from '../../types/duty-roster';
import { DutyEvidence, TapRefusal } from '../../types/duty-tap';
import { RequestKey } from '../../types/evidence';
import { FacilityCode } from '../../types/facility';
import { PersonId, ShiftId, TemplateId, UnionId, VolunteerNo, WishId } from '../../types/ids';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { collection } from '../runtime/database';
import { Ground } from './roster-records';

/** Somebody clocked: when, by our clock, and what was shown for it. */
export const Clock = z.object({ at: EpochMs, evidence: DutyEvidence });
export type Clock = z.infer<typeof Clock>;

/** One person's place at a shift. */
export const ShiftPlace = z.object({
  number: VolunteerNo,
  calledName: z.string(),
  role: DutyRole,
  state: z.enum(placeStates),
  /** Of the request that took it: a retry takes nothing twice. */
  claim: z.string(),
  at: EpochMs,
  clockIn: z.nullable(Clock),
  clockOut: z.nullable(Clock),
  /** The last tap that shows that they were there. */
  lastSignAt: z.nullable(EpochMs),
  /** A colleague of the shift who vouched for them. */
  vouchedBy: z.nullable(VolunteerNo),
  /** Keys of the taps that were answered, with the answer: what arrives again hears the same. */
  heard: z.array(z.object({ key: RequestKey, refusal: z.nullable(TapRefusal) })),
  /** Why they did not come, and what the head said to it. */
  excuse: z.nullable(z.object({ words: z.string(), at: EpochMs, accepted: z.nullable(z.boolean()) })),
  /** The head saw during the shift that they did not come: somebody else may have the place. */
  isVacant: z.optional(z.boolean()),
});
export type ShiftPlace = z.infer<typeof ShiftPlace>;

export const StandingBy = z.object({
  number: VolunteerNo,
  calledName: z.string(),
  at: EpochMs,
  calledAt: z.nullable(EpochMs),
});
export type StandingBy = z.infer<typeof StandingBy>;

export const ShiftLine = z.object({
  act: z.enum([
    'taken',
    'released',
    'assigned',
    'unassigned',
    'swapped',
    'swap-undone',
    'stepped-in',
    'replaced',
    'clocked-in',
    'clocked-out',
    'run-out',
    'missed',
    'excused',
    'called-off',
    'changed',
  ]),
  at: EpochMs,
  /** Whom it is about; null for the shift itself. */
  number: z.nullable(VolunteerNo),
  /** Of staff; null when they did it themselves, or the clock. */
  by: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});
export type ShiftLine = z.infer<typeof ShiftLine>;

/**
 * What is to be done outside of this domain after an act; each safe to repeat, and removed once done. A call that dies
 * leaves them to the timer.
 */
export const Effect = z.discriminatedUnion('does', [
  /** The map says that somebody is there, until their shift's end at the latest. */
  z.object({ does: z.literal('open-station'), personId: PersonId, since: EpochMs, until: EpochMs }),
  z.object({ does: z.literal('close-station'), personId: PersonId }),
  z.object({
    does: z.literal('mark-facility'),
    personId: PersonId,
    code: FacilityCode,
    works: z.boolean(),
    at: EpochMs,
  }),
  /** The heads of the station are told of an incident. */
  z.object({ does: z.literal('tell-incident'), incidentId: WishId, at: EpochMs }),
]);
export type Effect = z.infer<typeof Effect>;

export const Incident = z.object({
  incidentId: WishId,
  kind: z.enum(incidentKinds),
  words: z.string(),
  hasPhoto: z.boolean(),
  at: EpochMs,
  by: VolunteerNo,
});
export type Incident = z.infer<typeof Incident>;

const listOf = <Item extends readonly [string, ...string[]]>(items: Item) =>
  z.object({
    at: EpochMs,
    by: VolunteerNo,
    items: z.array(z.object({ item: z.enum(items), done: z.boolean() })),
    note: z.string(),
  });

export const ShiftRecord = z.object({
  _id: ShiftId,
  templateId: TemplateId,
  ...Ground.shape,
  day: ShanghaiDay,
  title: z.string(),
  /** The studio whose turn it is. */
  who: z.nullable(z.string()),
  startsAt: EpochMs,
  endsAt: EpochMs,
  state: z.enum(shiftStates),
  needs: z.array(Need),
  standbyPlaces: z.int(),
  releaseHours: z.int(),
  swapNeedsHead: z.boolean(),
  /** Who has a place. Whoever gave theirs back is in `log` alone. */
  places: z.record(PersonId, ShiftPlace),
  standby: z.record(PersonId, StandingBy),
  /** Neighbours' volunteers may take it, too. */
  isCall: z.boolean(),
  opening: z.nullable(listOf(openingItems)),
  closing: z.nullable(listOf(closingItems)),
  visitors: z.int(),
  incidents: z.array(Incident),
  /** For the next shift. */
  note: z.nullable(z.object({ words: z.string(), by: z.string(), at: EpochMs })),
  /** The last sixty acts. */
  log: z.array(ShiftLine),
  /** What the timer has told already, e.g. `gap-24h`, `late:V12345678`. */
  told: z.array(z.string()),
  effects: z.array(Effect),
  /** Rises with every write. */
  turn: z.int(),

  // Derived by shift-index.ts whenever it is written.
  openTo: z.array(z.string()),
  /** `startsAt` and id as one text: the order of lists, and a page's mark. */
  listKey: z.string(),
  gapFor: z.array(UnionId),
  waitingFor: z.array(UnionId),
  sweepAt: EpochMs,
});
export type ShiftRecord = z.infer<typeof ShiftRecord>;
export const shifts = collection('shifts', ShiftRecord);
