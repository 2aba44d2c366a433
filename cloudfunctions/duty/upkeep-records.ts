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
  countedAt: z.nullable(EpochMs),
  /** Since when it has been short, or out of date; null while it is neither. */
  shortSince: z.nullable(EpochMs),
  expiredSince: z.nullable(EpochMs),
});
export type ShelfRecord = z.infer<typeof ShelfRecord>;

/** One document a station: its shelf, what was left undone, what happened, and who sees to it. */
export const UpkeepRecord = z.object({
  _id: StationId,
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
    }),
  ),
  claims: z.record(TaskKey, z.object({ personId: PersonId, calledName: z.string(), at: EpochMs })),
  /** The last thirty. */
  done: z.array(z.object({ key: TaskKey, about: z.string(), calledName: z.string(), at: EpochMs, once: z.string() })),
  /** Keys of tasks that staff and stewards have been told of. */
  told: z.array(z.string()),
  dueAt: EpochMs,
});
export type UpkeepRecord = z.infer<typeof UpkeepRecord>;
export const upkeeps = collection('upkeep', UpkeepRecord);

export const Delivery = z.object({
  _id: WishId,
  stationId: StationId,
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
