import * as z from 'zod/mini';
import { Evidence } from '../../types/evidence';
import { PersonId, StationId, UnionId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

/** A visit while its cool-down lasts: under a fingerprint of visitor and station, so that it is counted once. */
export const Visit = z.object({ at: EpochMs, evidence: Evidence });
export type Visit = z.infer<typeof Visit>;

/**
 * A month of one station's use. Counters and visitors lie in one document, and one update writes both: they cannot
 * disagree, whatever dies in between. Who visited is dropped after the cool-down; the counters name nobody.
 */
export const StationUse = z.object({
  /** `<station>:<YYYY-MM>`. */
  _id: z.string(),
  stationId: StationId,
  month: z.string(),
  /** Of the station's last visit of the month. */
  scope: z.array(UnionId),
  visits: z.int(),
  /** By day of the month, `01` to `31`. */
  days: z.record(z.string(), z.int()),
  /** By occupation, `unknown` where it was not said. */
  groups: z.record(z.string(), z.int()),
  evidence: z.record(z.string(), z.int()),
  /** By day (`after` for the first hours of the next month), then by fingerprint. */
  visitors: z.record(z.string(), z.record(z.string(), Visit)),
  /** When a timer drops the days of `visitors` that are over. */
  purgeAt: EpochMs,
});
export type StationUse = z.infer<typeof StationUse>;
export const stationUse = collection('station-use', StationUse);

/** Bottles at a station, those left and those given out: one update moves a bottle from one to the other. */
export const Stock = z.object({
  _id: StationId,
  scope: z.array(UnionId),
  bottles: z.int(),
  /** Given out by scan, by month. */
  taken: z.record(z.string(), z.int()),
  /** Counts the times that it ran out: each opens a case of its own. */
  round: z.int(),
  /** Requests of these days that were already answered, so that a retry takes nothing more. By day, then request. */
  done: z.record(z.string(), z.record(z.string(), z.boolean())),
  /** When a timer opens or closes the case that a crash left, and drops the days of `done` that are over. */
  purgeAt: EpochMs,
});
export type Stock = z.infer<typeof Stock>;
export const stocks = collection('station-stock', Stock);

/** A person's nth bottle of a day: `<fingerprint of person and day>:<nth>`, so that nobody has the same one twice. */
export const WaterTake = z.object({
  _id: z.string(),
  stationId: StationId,
  requestKey: z.string(),
  at: EpochMs,
  purgeAt: EpochMs,
});
export type WaterTake = z.infer<typeof WaterTake>;
export const waterTakes = collection('water-takes', WaterTake);

/** A token that was given out for a door; who let themselves in, for 30 days, in case something happened inside. */
export const DoorGrant = z.object({
  /** The token's nonce. */
  _id: z.string(),
  stationId: StationId,
  doorId: z.string(),
  personId: PersonId,
  at: EpochMs,
  purgeAt: EpochMs,
});
export type DoorGrant = z.infer<typeof DoorGrant>;
export const doorGrants = collection('door-grants', DoorGrant);
