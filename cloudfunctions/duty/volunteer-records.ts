import * as z from 'zod/mini';
import { skills, volunteerStates } from '../../types/duty-kind';
import { PersonId, ShiftId, StationId, UnionId, VolunteerNo } from '../../types/ids';
import { Place } from '../../types/place';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

/** A union in whose name a station is kept, the owner first. */
export const Office = z.object({ unionId: UnionId, name: z.string() });
export type Office = z.infer<typeof Office>;

/** What somebody has taken on: enough to say whether another shift fits beside it. */
export const Engagement = z.object({ startsAt: EpochMs, endsAt: EpochMs, isStandby: z.boolean() });
export type Engagement = z.infer<typeof Engagement>;

/** Somebody's last coming and leaving, at whatever station. */
export const DutyClock = z.object({
  /** Null once they have left. */
  on: z.nullable(ShiftId),
  since: EpochMs,
  /** From then on the clock runs out, and hinders nothing any more. */
  until: EpochMs,
  lastOutAt: z.nullable(EpochMs),
});
export type DutyClock = z.infer<typeof DutyClock>;

export const VolunteerRecord = z.object({
  _id: PersonId,
  number: VolunteerNo,
  state: z.enum(volunteerStates),
  /** As the union knows them; for staff alone. */
  name: z.string(),
  /** As colleagues read it: their number while nobody has looked at the name that they would like. */
  calledName: z.string(),
  /** The name that waits for a head. */
  heldName: z.optional(z.nullable(z.string())),
  birthYear: z.int(),
  skills: z.array(z.enum(skills)),
  thanks: z.boolean(),
  stationId: StationId,
  stationName: z.string(),
  /** Of their station: distances are told from there when the phone says nothing. */
  place: z.nullable(Place),
  offices: z.array(Office),
  /** Ids of `offices`. */
  scope: z.array(UnionId),
  /** `station:…` and `union:…`: shifts that name one of them are theirs to take. */
  tags: z.array(z.string()),
  /** `scope` while they, or their name, wait for the head's word. */
  waitingFor: z.array(UnionId),
  since: EpochMs,
  terms: z.object({ version: z.string(), at: EpochMs }),
  /**
   * Places and standbys of the last 31 days and of all to come, by shift. Written in the same transaction as the shift:
   * the two never disagree, and nobody has two places at one time.
   */
  diary: z.record(ShiftId, Engagement),
  /**
   * Where they are on duty, and since when; or when they last left. Written with the shift, so that nobody is at two
   * places at one time, and no minute counts twice.
   */
  clock: z.optional(DutyClock),
  /** The book of hours: so many entries, and the hash of the last; '' before the first. */
  chain: z.object({ length: z.int(), head: z.string() }),
  /** When a timer next follows the chain. */
  verifyAt: EpochMs,
});
export type VolunteerRecord = z.infer<typeof VolunteerRecord>;
export const volunteers = collection('volunteers', VolunteerRecord);
