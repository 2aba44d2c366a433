import * as z from 'zod/mini';
import { Opening } from '../../types/opening';
import type { DocumentSchema, Excerpt } from '../runtime/database';
import { collection } from '../runtime/database';
import { NOTATION, sortsOfBefore } from './tally-sorts';

/**
 * Stations of one square of the map or of one street, counted: made anew from the stations whenever one of them changes,
 * so that a view from far away costs what it shows and not what it covers.
 *
 * - `tile:<z>:<x>:<y>`: a square of the web map at a zoom of `tileZooms`. - `street:<district>:<street>`.
 */
export const Tally = z.object({
  _id: z.string(),
  /** Goes up with each count; a count that was overtaken starts over. */
  revision: z.int(),
  /** Where this one is counted into the next larger square; `none` at the top and for streets. */
  parent: z.string(),
  /** `street` for streets, the tile's zoom otherwise: lists all of a kind. */
  kind: z.string(),
  count: z.int(),
  /** Mean of the places counted. */
  longitude: z.number(),
  latitude: z.number(),
  notation: z.literal(NOTATION),
  /** How many stations have which offers, by table of hours (as JSON): texts that tally-sorts.ts reads. */
  sorts: z.array(z.object({ opening: z.string(), stations: z.string() })),
  /** Only of streets: e.g. `tier:4`, `category:relay`, `partner:全家`. */
  figures: z.array(z.object({ figure: z.string(), count: z.int() })),
});
export type Tally = z.infer<typeof Tally>;

/** As they were counted before there was a notation: read for as long as nobody counted the square again. */
const TallyBefore = z.extend(z.omit(Tally, { notation: true, sorts: true }), {
  sorts: z.array(z.object({ offers: z.string(), hours: z.string(), count: z.int() })),
  hours: z.array(z.object({ key: z.string(), opening: Opening })),
});
export type TallyBefore = z.infer<typeof TallyBefore>;

const renewed = <Before extends Pick<TallyBefore, 'sorts' | 'hours'>>({ sorts, hours, ...rest }: Before) => ({
  ...rest,
  notation: NOTATION,
  sorts: sortsOfBefore({ sorts, hours }),
});

const Stored: DocumentSchema<Tally> = z.union([Tally, z.pipe(TallyBefore, z.transform(renewed))]);

export const tallies = collection('station-tallies', Stored);

const square = { _id: true, count: true, longitude: true, latitude: true } as const;
const Sorted = z.pick(Tally, { ...square, notation: true, sorts: true });
const SortedBefore = z.pick(TallyBefore, { ...square, sorts: true, hours: true });

/** What a view with a wish reads of a square. */
export const sorted: Excerpt<z.infer<typeof Sorted>> = {
  schema: z.union([Sorted, z.pipe(SortedBefore, z.transform(renewed))]),
  fields: [...Object.keys(Sorted.shape), 'hours'],
};
/** What a view without one reads. */
const Plain = z.pick(Tally, square);
export const plain: Excerpt<z.infer<typeof Plain>> = { schema: Plain, fields: Object.keys(Plain.shape) };
