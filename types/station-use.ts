import * as z from 'zod/mini';
import { contract } from './contract';
import { Evidence } from './evidence';
import { StationId } from './ids';
import { Occupation } from './occupation';
import { ShanghaiDay } from './time';

const editors = { staff: ['station-head', 'clerk', 'administrator'] } as const;

export const stationUseActions = contract({
  /** How a station, or all stations of the caller's unions, were used in a month. Groups below five are not shown. */
  useReport: {
    caller: editors,
    input: z.object({
      stationId: z.nullable(StationId),
      month: z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'date')),
    }),
    output: z.object({
      month: z.string(),
      stations: z.int(),
      visits: z.int(),
      bottles: z.int(),
      days: z.array(z.object({ day: ShanghaiDay, visits: z.int() })),
      /** null: fewer than five, or it would tell the number of a group that is. */
      groups: z.array(z.object({ occupation: z.nullable(Occupation), visits: z.nullable(z.int()) })),
      evidence: z.array(z.object({ evidence: Evidence, visits: z.int() })),
    }),
    refusals: ['station-not-found', 'outside-your-unions'],
    /** One for each thousand stations, and for each thousand shelves. */
    roundTrips: 30,
  },
});
