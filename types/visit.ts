import * as z from 'zod/mini';
import { contract } from './contract';
import { Evidence, RequestKey, ShownCode, VisitorKey } from './evidence';
import { StationId } from './ids';
import { Occupation } from './occupation';
import { OpenStatus } from './opening';
import { Place } from './place';
import { EpochMs } from './time';

/** What a station's staff answered to "the door is locked". */
export const DoorAnswer = z.enum([
  /** It was locked; it is open now. */
  'opened',
  /** It was open; whoever reported stood at another door. */
  'was-open',
  /** It stays closed until an instant that the map now says. */
  'closed-until',
]);
export type DoorAnswer = z.infer<typeof DoorAnswer>;

/** Refusals of a code that was shown. */
export const codeRefusals = ['code-unreadable', 'code-expired', 'other-station'] as const;

/** What people do at the door. Nothing here is ever a condition for water, shade or a toilet. */
export const visitActions = contract({
  /**
   * Counts a visit: by a code, or by a tap near the station. One per person, station and cool-down; a double tap or a
   * retry hears of the first. The place is compared with the station's and forgotten. `stationId` alone needs a place.
   */
  checkIn: {
    caller: 'anyone',
    input: z.object({
      code: z.nullable(ShownCode),
      stationId: z.nullable(StationId),
      place: z.nullable(Place),
      /** What the visitor does for a living, if they like to say; counted by group, never by name. */
      occupation: z.nullable(Occupation),
      /** Only where nobody is signed in; such a visit needs a code. */
      visitorKey: z.nullable(VisitorKey),
    }),
    output: z.object({
      stationId: StationId,
      name: z.string(),
      evidence: Evidence,
      /** False when this visit was counted before. */
      isNew: z.boolean(),
      visitedAt: EpochMs,
      status: OpenStatus,
      /** Bottles may be taken by scan here. */
      hasWater: z.boolean(),
    }),
    refusals: ['station-not-found', ...codeRefusals, 'too-far', 'place-needed', 'code-needed', 'visitor-unknown'],
    roundTrips: 6,
  },

  /**
   * "It is locked" or "it is open", said by somebody who stands there. Corrects the map at once; the first "locked"
   * opens a case for the head of the station. One statement per person: the latest counts.
   */
  reportDoor: {
    caller: 'person',
    input: z.object({
      stationId: StationId,
      says: z.enum(['open', 'locked']),
      place: z.nullable(Place),
      code: z.nullable(ShownCode),
    }),
    output: z.object({ status: OpenStatus, reportedAt: EpochMs }),
    refusals: ['station-not-found', ...codeRefusals, 'too-far', 'reported-often', 'changed-meanwhile'],
    roundTrips: 10,
  },
  /** What the caller reported in the last 30 days, and what became of it. */
  listOwnReports: {
    caller: 'person',
    input: z.object({}),
    output: z.object({
      reports: z.array(
        z.object({
          stationId: StationId,
          name: z.string(),
          says: z.enum(['open', 'locked']),
          at: EpochMs,
          answer: z.nullable(
            z.object({ answer: DoorAnswer, at: EpochMs, office: z.string(), until: z.nullable(EpochMs) }),
          ),
        }),
      ),
    }),
    refusals: [],
    roundTrips: 2,
  },

  /** One bottle by scan. The stock falls by one exactly, however often the same request arrives. */
  takeWater: {
    caller: 'person',
    input: z.object({ code: ShownCode, requestKey: RequestKey }),
    output: z.object({
      stationId: StationId,
      name: z.string(),
      takenToday: z.int(),
      dailyQuota: z.int(),
      at: EpochMs,
    }),
    refusals: ['station-not-found', ...codeRefusals, 'no-scan-water', 'quota-used', 'none-left'],
    roundTrips: 10,
  },

  /** A token that opens the station's door once within 60 seconds. The door checks it without a network. */
  openDoor: {
    caller: 'person',
    input: z.object({
      stationId: z.nullable(StationId),
      code: z.nullable(ShownCode),
      place: z.nullable(Place),
    }),
    output: z.object({ stationId: StationId, name: z.string(), token: z.string(), expiresAt: EpochMs }),
    refusals: ['station-not-found', ...codeRefusals, 'no-door', 'closed-now', 'too-far', 'place-needed'],
    roundTrips: 3,
  },
});
