import * as z from 'zod/mini';
import { Opening } from '../../types/opening';
import { collection } from '../runtime/database';

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
  /** How many stations with exactly these offers (one text: a view of a province reads thousands) and these hours. */
  sorts: z.array(z.object({ offers: z.string(), hours: z.string(), count: z.int() })),
  /** The tables of hours that `sorts` names. */
  hours: z.array(z.object({ key: z.string(), opening: Opening })),
  /** Only of streets: e.g. `tier:4`, `category:relay`, `partner:全家`. */
  figures: z.array(z.object({ figure: z.string(), count: z.int() })),
});
export type Tally = z.infer<typeof Tally>;

export const tallies = collection('station-tallies', Tally);
