import * as z from 'zod/mini';
import { PersonId, ProfileId, UnionId } from '../../types/ids';
import { SlotId, SlotState } from '../../types/match-sitting';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { collection } from '../runtime/database';

/** One time at one table. */
export const Slot = z.object({
  startsAt: EpochMs,
  endsAt: EpochMs,
  state: SlotState,
  /** Null where nobody is, and again when they leave the studio. */
  personId: z.nullable(PersonId),
  profileId: z.nullable(ProfileId),
  /** What they are called, sealed for this slot. */
  named: z.nullable(z.string()),
});
export type Slot = z.infer<typeof Slot>;

export const Sitting = z.object({
  /** `<union>:<day>` */
  _id: z.string(),
  studioId: UnionId,
  day: ShanghaiDay,
  startsAt: EpochMs,
  endsAt: EpochMs,
  /** By `SlotId`. */
  slots: z.record(z.string(), Slot),
  /** Everybody who is in a slot, each once: where somebody's appointments are found when they leave. */
  people: z.array(PersonId),
  isCalledOff: z.boolean(),
  /** Why, for those who are still to be told. */
  reason: z._default(z.nullable(z.string()), null),
  /** What was told of it: `tomorrow`, `missed:<slot>`. */
  told: z.array(z.string()),
  revision: z.int(),
  dueAt: EpochMs,
});
export type Sitting = z.infer<typeof Sitting>;
export const sittings = collection('match-sittings', Sitting);

export const sittingIdOf = (studioId: UnionId, day: ShanghaiDay): string => `${studioId}:${day}`;

/** The appointment that somebody has. */
export const Booking = z.object({
  _id: PersonId,
  studioId: UnionId,
  day: ShanghaiDay,
  slotId: SlotId,
  startsAt: EpochMs,
  endsAt: EpochMs,
  purgeAt: EpochMs,
});
export type Booking = z.infer<typeof Booking>;
export const bookings = collection('match-bookings', Booking);
