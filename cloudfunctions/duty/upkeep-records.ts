import * as z from 'zod/mini';
import { incidentKinds, stewardStates } from '../../types/duty-kind';
import { ItemCode } from '../../types/duty-tap';
import { ShelfItem, TaskKey } from '../../types/duty-upkeep';
import { PersonId, ShiftId, StationId, UnionId, VolunteerNo, WishId } from '../../types/ids';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { collection } from '../runtime/database';

export const ShelfRecord = z.object({
  ...ShelfItem.shape,
  quantity: z.int(),
  expiresOn: z.nullable(ShanghaiDay),
  /** Null until somebody has looked: before that nobody knows that it is short. */
  countedAt: z.nullable(EpochMs),
  /** Null while it is not short. */
  shortSince: z.nullable(EpochMs),
  /** The last deliveries: a count that was made before one of them, and arrives after it, does not undo it. */
  arrived: z.array(z.object({ once: WishId, at: EpochMs, quantity: z.int(), expiresOn: z.nullable(ShanghaiDay) })),
});
export type ShelfRecord = z.infer<typeof ShelfRecord>;

/** One document a station: its shelf, what was left undone, what happened, and who sees to it. */
export const UpkeepRecord = z.object({
  _id: StationId,
  /** Of what staff say should be on the shelf: rises when they save it, not with every count. */
  revision: z.int(),
  stationName: z.string(),
  scope: z.array(UnionId),
  items: z.record(ItemCode, ShelfRecord),
  /** What a list said was not clean, by item; gone when somebody ticked it. */
  cleaning: z.record(z.string(), z.object({ since: EpochMs })),
  incidents: z.record(
    WishId,
    z.object({
      kind: z.enum(incidentKinds),
      words: z.string(),
      hasPhoto: z.boolean(),
      at: EpochMs,
      by: VolunteerNo,
      calledName: z.string(),
      shiftId: ShiftId,
      /** Staff have seen to it; for thirty days it can still be read. */
      closedAt: z.nullable(EpochMs),
    }),
  ),
  /** What people at the station said is broken or gone, until somebody has looked; they are counted, not named. */
  reports: z.optional(z.record(TaskKey, z.object({ since: EpochMs, last: EpochMs, by: z.array(z.string()) }))),
  claims: z.record(TaskKey, z.object({ personId: PersonId, calledName: z.string(), at: EpochMs })),
  /** The last thirty. */
  done: z.array(z.object({ key: TaskKey, about: z.string(), calledName: z.string(), at: EpochMs, once: z.string() })),
  /** Keys of the tasks that staff and stewards have been told of and that are still to be done. */
  told: z.array(z.string()),
  /** When something is out of date, or was said by visitors, of which nobody was told yet, or `NEVER`. */
  dueAt: EpochMs,
});
export type UpkeepRecord = z.infer<typeof UpkeepRecord>;
export const upkeeps = collection('upkeep', UpkeepRecord);

export const Delivery = z.object({
  _id: WishId,
  stationId: StationId,
  /** The unions of the station when it arrived. */
  scope: z.optional(z.array(UnionId)),
  code: ItemCode,
  name: z.string(),
  quantity: z.int(),
  donor: z.nullable(z.string()),
  at: EpochMs,
  by: z.string(),
});
export type Delivery = z.infer<typeof Delivery>;
export const deliveries = collection('deliveries', Delivery);

export const IncidentPhoto = z.object({ _id: WishId, sealed: z.string(), purgeAt: EpochMs });
export type IncidentPhoto = z.infer<typeof IncidentPhoto>;
export const incidentPhotos = collection('incident-photos', IncidentPhoto);

export const StewardRecord = z.object({
  _id: WishId,
  stationId: StationId,
  stationName: z.string(),
  scope: z.array(UnionId),
  waitingFor: z.array(UnionId),
  personId: PersonId,
  calledName: z.string(),
  state: z.enum(stewardStates),
  since: EpochMs,
  closed: z.int(),
});
export type StewardRecord = z.infer<typeof StewardRecord>;
export const stewards = collection('stewards', StewardRecord);
