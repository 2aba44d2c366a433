import * as z from 'zod/mini';
import { contract } from './contract';
import { closingItems, dutyEvidences, incidentKinds, openingItems } from './duty-kind';
import { DutyRole } from './duty-roster';
import { Colleague, PlaceState, ShiftSummary } from './duty-shift';
import { RequestKey, ShownCode } from './evidence';
import { Facility, FacilityCode } from './facility';
import { ShiftId, VolunteerNo } from './ids';
import { OpenStatus } from './opening';
import { Place } from './place';
import { EpochMs, ShanghaiDay } from './time';

export const DutyEvidence = z.enum(dutyEvidences);
export type DutyEvidence = z.infer<typeof DutyEvidence>;

/** A thing on the station's shelf: one of the usual supplies, or one of its own (`own-` and letters). */
export const ItemCode = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,19}$/, 'format'));
export type ItemCode = z.infer<typeof ItemCode>;

/** What was found of a thing on the shelf. */
export const Counted = z.object({
  code: ItemCode,
  quantity: z.int().check(z.minimum(0), z.maximum(99_999)),
  /** The earliest date on the packages; null where none is printed. */
  expiresOn: z.nullable(ShanghaiDay),
});
export type Counted = z.infer<typeof Counted>;

const Note = z.string().check(z.trim(), z.maxLength(500, 'too-long'));

/** A small JPEG as base64, at most 120 KB of it; taken for staff, never shown to others. */
export const SmallPhoto = z
  .string()
  .check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'format'), z.maxLength(120_000, 'too-long'))
  .brand<'SmallPhoto'>();
export type SmallPhoto = z.infer<typeof SmallPhoto>;

/** Everything that a volunteer does on duty. */
export const Tapped = z.discriminatedUnion('did', [
  z.object({ did: z.literal('clock-in'), code: z.nullable(ShownCode), place: z.nullable(Place) }),
  /** Everything on one list is answered at once; what is not asked at this station is left out. */
  z.object({
    did: z.literal('opening-list'),
    items: z.array(z.object({ item: z.enum(openingItems), done: z.boolean() })).check(z.maxLength(10)),
    facilities: z.array(z.object({ code: FacilityCode, works: z.boolean() })).check(z.maxLength(25)),
    counted: z.array(Counted).check(z.maxLength(40)),
    note: Note,
  }),
  z.object({
    did: z.literal('closing-list'),
    items: z.array(z.object({ item: z.enum(closingItems), done: z.boolean() })).check(z.maxLength(10)),
    note: Note,
  }),
  /** So many visitors more, or minus one for a slip of the finger. */
  z.object({ did: z.literal('visitors'), people: z.int().check(z.minimum(-5), z.maximum(50)) }),
  z.object({ did: z.literal('incident'), kind: z.enum(incidentKinds), words: Note, photo: z.nullable(SmallPhoto) }),
  /** For the next shift; a later one replaces it. */
  z.object({ did: z.literal('handover'), words: Note }),
  /** A colleague whom the caller sees here. */
  z.object({ did: z.literal('vouch'), number: VolunteerNo }),
  z.object({
    did: z.literal('clock-out'),
    code: z.nullable(ShownCode),
    place: z.nullable(Place),
    /** Why the closing list is left out; null when it was done. */
    withoutList: z.nullable(z.string().check(z.trim(), z.minLength(2, 'missing'), z.maxLength(100, 'too-long'))),
  }),
]);
export type Tapped = z.infer<typeof Tapped>;

/** One tap with the time that the phone's clock showed, and a key by which it counts once. */
export const Tap = z.object({ key: RequestKey, at: EpochMs, tapped: Tapped });
export type Tap = z.infer<typeof Tap>;

/** At most so many arrive in one call. */
export const TAPS_AT_ONCE = 25;

/** Why one tap was not taken; the others are. */
export const tapRefusals = [
  'too-early',
  'too-late',
  'too-old',
  'in-future',
  'not-clocked-in',
  'clocked-in-already',
  'clocked-out-already',
  'on-duty-elsewhere',
  'evidence-needed',
  'code-unreadable',
  'code-expired',
  'other-station',
  'too-far',
  'list-needed',
  'opened-by-other',
  'colleague-not-here',
  'too-many',
  'below-zero',
] as const;
export const TapRefusal = z.enum(tapRefusals);
export type TapRefusal = z.infer<typeof TapRefusal>;

/** What became of a tap; `new` or `known` tells whether it had been heard before. */
export const TapOutcome = z.object({
  key: RequestKey,
  outcome: z.enum(['new', 'known', 'refused']),
  refusal: z.nullable(TapRefusal),
});
export type TapOutcome = z.infer<typeof TapOutcome>;

/** A thing on the shelf as a checklist asks for it. */
export const ShelfLine = z.object({
  code: ItemCode,
  name: z.string(),
  unit: z.string(),
  isMedicine: z.boolean(),
  quantity: z.int(),
  /** Below this it is short. */
  atLeast: z.int(),
  expiresOn: z.nullable(ShanghaiDay),
});
export type ShelfLine = z.infer<typeof ShelfLine>;

/** The page of whoever is on duty, or is about to be. */
export const DutyPage = z.object({
  shift: ShiftSummary,
  role: DutyRole,
  state: PlaceState,
  mayClockInFrom: EpochMs,
  mayClockInUntil: EpochMs,
  clockedInAt: z.nullable(EpochMs),
  clockedOutAt: z.nullable(EpochMs),
  evidence: z.nullable(DutyEvidence),
  /** Minutes by what they rest on, once the shift is over. */
  minutes: z.array(z.object({ evidence: DutyEvidence, minutes: z.int() })),
  colleagues: z.array(Colleague),
  /** The station as the map shows it. */
  status: OpenStatus,
  facilities: z.array(Facility),
  shelf: z.array(ShelfLine),
  openingDoneAt: z.nullable(EpochMs),
  closingDoneAt: z.nullable(EpochMs),
  visitors: z.int(),
  incidents: z.int(),
  /** What the shift before left, and from when; null when it left nothing. */
  lastNote: z.nullable(z.object({ words: z.string(), by: z.string(), at: EpochMs })),
  ownNote: z.nullable(z.string()),
  asOf: EpochMs,
});
export type DutyPage = z.infer<typeof DutyPage>;

export const tapActions = contract({
  showDuty: {
    caller: 'person',
    input: z.object({ shiftId: ShiftId }),
    output: DutyPage,
    refusals: ['shift-not-found', 'no-place', 'called-off'],
    roundTrips: 5,
  },
  /**
   * Taps in the order in which they were made, some perhaps long ago without a network. Each counts once, whatever
   * arrives twice. The phone's clock is compared with ours, and its error taken off every tap.
   */
  recordTaps: {
    caller: 'person',
    input: z.object({
      shiftId: ShiftId,
      /** What the phone's clock shows while it sends. */
      phoneNow: EpochMs,
      taps: z.array(Tap).check(z.minLength(1, 'missing'), z.maxLength(TAPS_AT_ONCE)),
    }),
    output: z.object({
      outcomes: z.array(TapOutcome),
      page: DutyPage,
      /** How far the phone's clock is from ours, where that is more than five minutes. Milliseconds, ahead is positive. */
      clockOff: z.nullable(z.int()),
    }),
    refusals: ['shift-not-found', 'no-place', 'called-off'],
    /** Thirteen for coming or leaving; more where much happened at once, or colleagues tap at the same moment. */
    roundTrips: 140,
  },
});
