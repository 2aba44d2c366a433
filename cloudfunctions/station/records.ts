import * as z from 'zod/mini';
import { StationId } from '../../types/ids';
import { collection } from '../runtime/database';

export const StationRecord = z.object({
  _id: StationId,
  name: z.string(),
  tier: z.int(),
  category: z.string(),
  signNo: z.nullable(z.string()),
  street: z.string(),
  address: z.string(),
  /** GeoJSON, GCJ-02: longitude before latitude. */
  place: z.nullable(z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })),
  /** Tier and name as one text: the order of the directory, and the page's mark. */
  listKey: z.string(),
});
export type StationRecord = z.infer<typeof StationRecord>;

export const stations = collection('stations', StationRecord);
