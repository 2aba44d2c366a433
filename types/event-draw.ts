import * as z from 'zod/mini';
import { contract } from './contract';
import { Quota, QuotaGroup } from './event-form';
import { EventId, Lot } from './ids';
import { EpochMs } from './time';

/** One entry of a draw, as everybody may read it: a number, no name. */
export const DrawEntry = z.object({
  lot: Lot,
  people: z.int(),
  /** Quotas that it may have a place of, the preferred first. */
  quotas: z.array(QuotaGroup),
});
export type DrawEntry = z.infer<typeof DrawEntry>;

export const drawActions = contract({
  /**
   * Everything that the draw was made of, so that anybody can make it again: the seed that had been committed to, every
   * entry by number, the quotas. Before the draw: the commitment alone.
   */
  showDraw: {
    caller: 'anyone',
    input: z.object({
      eventId: EventId,
      /** Entries come by the thousand. */
      page: z.int().check(z.minimum(0), z.maximum(99)),
    }),
    output: z.object({
      eventId: EventId,
      title: z.string(),
      /** SHA-256 of the seed, hexadecimal, published with the event. */
      commitment: z.string(),
      /** The earliest instant of a draw that is to come; null once it was made, or when it never will be. */
      drawsAt: z.nullable(EpochMs),
      drawnAt: z.nullable(EpochMs),
      /** Hexadecimal; null until the draw. */
      seed: z.nullable(z.string()),
      /** SHA-256 of all entries, hexadecimal; part of what is drawn with. */
      entriesDigest: z.nullable(z.string()),
      quotas: z.array(Quota),
      /** Of each side as many are drawn as the side with fewer entries has. */
      inPairs: z.boolean(),
      count: z.int(),
      pages: z.int(),
      entries: z.array(DrawEntry),
      /** The caller's own, if they were in it. */
      ownLot: z.nullable(Lot),
    }),
    refusals: ['event-not-found', 'no-draw'],
    roundTrips: 4,
  },
});
