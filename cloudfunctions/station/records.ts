import * as z from 'zod/mini';
import { PersonId, StationId, UnionId } from '../../types/ids';
import { Assessment } from '../../types/standard';
import { Closure } from '../../types/opening';
import { StationChange, StationForm } from '../../types/station-form';
import { Offer } from '../../types/station-view';
import { EpochMs } from '../../types/time';
import { DoorAnswer } from '../../types/visit';
import { FacilityCode } from '../../types/facility';
import { collection } from '../runtime/database';

/** GeoJSON, GCJ-02: longitude before latitude. */
export const Point = z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) });
export type Point = z.infer<typeof Point>;

/** What one person said at the door last. Kept under a fingerprint of person, station and round: it names nobody. */
export const Statement = z.object({ says: z.enum(['open', 'locked']), at: EpochMs, atTheDoor: z.boolean() });
export type Statement = z.infer<typeof Statement>;

/** What the staff answered to a round of reports. */
export const RoundAnswer = z.object({
  round: z.int(),
  answer: DoorAnswer,
  at: EpochMs,
  office: z.string(),
  until: z.nullable(EpochMs),
});
export type RoundAnswer = z.infer<typeof RoundAnswer>;

/** Somebody is on duty. Once `until` has passed it counts no more, whoever forgot to say that they left. */
export const OnDuty = z.object({ since: EpochMs, until: EpochMs });
export type OnDuty = z.infer<typeof OnDuty>;

/**
 * What happens at a station while it is open. Written field by field, by whoever is there, beside the form that staff
 * keep: neither waits for the other.
 */
export const Live = z.object({
  /** Reports of a locked door are answered in rounds; an answer begins the next. */
  round: z.int(),
  statements: z.record(z.string(), Statement),
  /** Scans of the changing code that were taken as word of an open door: each names the one it follows. */
  scansHeard: z.optional(z.int()),
  /** Who is on duty, under fingerprints that name nobody; each written by itself, so that people do not wait for one another. */
  duty: z._default(z.record(z.string(), OnDuty), {}),
  /** Somebody reported a locked door in this round, and nobody answered yet. */
  awaitsAnswer: z.optional(z.boolean()),
  /** The last thirty. */
  answers: z.array(RoundAnswer),
});
export type Live = z.infer<typeof Live>;

export const Office = z.object({ unionId: UnionId, name: z.string() });
export type Office = z.infer<typeof Office>;

/** A facility broke, or works again: the case that waits for it is opened or closed. */
export const FacilityCase = z.discriminatedUnion('act', [
  z.object({ act: z.literal('open'), code: FacilityCode, round: z.int(), at: EpochMs }),
  z.object({
    act: z.literal('close'),
    code: FacilityCode,
    round: z.int(),
    at: EpochMs,
    by: z.string(),
    byId: PersonId,
    office: z.string(),
  }),
]);
export type FacilityCase = z.infer<typeof FacilityCase>;

/** What is to be done after a save, safe to repeat, so that a crash in between loses nothing. */
export const FollowUps = z.object({
  /** Tallies to be counted anew: those that the station was in, and those that it is in now. */
  tallies: z.array(z.string()),
  changes: z.array(StationChange),
  cases: z.array(FacilityCase),
});
export type FollowUps = z.infer<typeof FollowUps>;

export const StationRecord = z.object({
  ...z.omit(StationForm, { place: true }).shape,
  _id: StationId,
  revision: z.int(),
  place: z.nullable(Point),
  /** The owner union first, then those above it. */
  offices: z.array(Office).check(z.minLength(1)),
  /** Ids of `offices`: staff of any of them may look after it. */
  scope: z.array(UnionId),
  closure: z.nullable(Closure),
  /** Which time each broken facility broke: the round of the case that waits for it. */
  facilityCases: z.optional(z.record(z.string(), z.int())),
  live: Live,
  /** The latest of each standard. */
  assessments: z.optional(z.array(Assessment)),

  // Derived from the form when it is saved, so that queries find them: station-index.ts.
  offers: z.array(Offer),
  broken: z.array(FacilityCode),
  lacks: z.array(FacilityCode),
  /** `<district>:<number>`, or `none:<id>` where there is no sign: unique. */
  signKey: z.string(),
  /** `door:<door id>`, or `none:<id>` where there is no lock: no two stations open the same door. */
  doorKey: z.string(),
  /** The letters of the printed code at the door: unique, drawn once. */
  doorCode: z.string(),
  /** Tier and name as one text: the order of lists, and a page's mark. */
  listKey: z.string(),
  /** Pairs of characters of name, street and address. */
  grams: z.array(z.string()),
  /** Shanghai hours of the day in which it may be open. */
  hoursOpen: z.array(z.int()),
  /** The tallies that it counts in. */
  tallies: z.array(z.string()),
  /** `<district>|tier:4` and the like: the figures whose list it is in. */
  figures: z.array(z.string()),
  /** Ids of `scope` while something wants attention: broken, missing, running out, reported. */
  attention: z.array(z.string()),

  /** A round was answered at this instant, and its case may still be open: the timer closes it. */
  answeredAt: z.optional(EpochMs),

  followUps: z.nullable(FollowUps),
  /** When the timer takes the follow-ups over; `NEVER` when nothing is left. */
  unsettledAt: EpochMs,
});
export type StationRecord = z.infer<typeof StationRecord>;

export const stations = collection('stations', StationRecord);

/** A person's report of a door: `<station>:<round>:<person>`. Kept 30 days so that they can be told what happened. */
export const DoorReport = z.object({
  _id: z.string(),
  stationId: StationId,
  name: z.string(),
  round: z.int(),
  reporterId: PersonId,
  says: z.enum(['open', 'locked']),
  at: EpochMs,
  purgeAt: EpochMs,
});
export type DoorReport = z.infer<typeof DoorReport>;
export const doorReports = collection('door-reports', DoorReport);

/** How a station changed: `<station>:<revision>`. */
export const ChangeRecord = z.object({ _id: z.string(), stationId: StationId, ...StationChange.shape });
export type ChangeRecord = z.infer<typeof ChangeRecord>;
export const changes = collection('station-changes', ChangeRecord);
