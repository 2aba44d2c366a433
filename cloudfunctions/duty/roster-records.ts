import * as z from 'zod/mini';
import { RosterForm } from '../../types/duty-roster';
import { StationId, UnionId } from '../../types/ids';
import { Place } from '../../types/place';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { collection } from '../runtime/database';
import { Office } from './volunteer-records';

/** Where a shift is, as its station stood when the roster was last looked at. */
export const Ground = z.object({
  stationId: StationId,
  stationName: z.string(),
  street: z.string(),
  address: z.string(),
  phone: z.nullable(z.string()),
  place: z.nullable(Place),
  offices: z.array(Office),
  /** Ids of `offices`. */
  scope: z.array(UnionId),
  /** The nearest other stations: their volunteers are asked when somebody is wanted a day ahead. */
  neighbours: z.array(StationId),
});
export type Ground = z.infer<typeof Ground>;

export const RosterRecord = z.object({
  _id: StationId,
  revision: z.int(),
  form: RosterForm,
  ground: Ground,
  /** The last day for which shifts are made. */
  madeUpTo: z.nullable(ShanghaiDay),
  /** When the timer makes the next day's. */
  makeAt: EpochMs,
});
export type RosterRecord = z.infer<typeof RosterRecord>;
export const rosters = collection('rosters', RosterRecord);
