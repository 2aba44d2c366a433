import * as z from 'zod/mini';
import { contract } from './contract';
import { StationId } from './ids';
import { PageCursor, page } from './paging';
import { Place } from './place';

export const StationSummary = z.object({
  stationId: StationId,
  name: z.string(),
  tier: z.int(),
  category: z.string(),
  signNo: z.nullable(z.string()),
  street: z.string(),
  address: z.string(),
  place: z.nullable(Place),
});
export type StationSummary = z.infer<typeof StationSummary>;

export const stationContract = contract({
  /** The directory, by tier and name. Anybody may read it: nobody signs in to find water. */
  list: {
    caller: 'anyone',
    input: z.object({ cursor: z.optional(z.nullable(PageCursor)) }),
    output: page(StationSummary),
    refusals: [],
    roundTrips: 1,
  },
});
