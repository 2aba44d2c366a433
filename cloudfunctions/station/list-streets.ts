import * as z from 'zod/mini';
import { agree } from '../../types/result';
import type { Excerpt } from '../runtime/database';
import type { Handler } from './scene';
import { tallies, Tally } from './tally-records';

const Street = z.pick(Tally, { _id: true, count: true, longitude: true, latitude: true });
const street: Excerpt<z.infer<typeof Street>> = { schema: Street, fields: Object.keys(Street.shape) };

/** As many as the cloud hands out at once: a city's streets. */
const MOST = 1_000;

export const listStreets: Handler<'listStreets'> = async () => {
  const found = await tallies.findParts({ kind: 'street' }, street, { limit: MOST });
  return agree({
    streets: found
      .filter(({ count, longitude }) => count > 0 && longitude !== 0)
      .map(({ _id, count, longitude, latitude }) => {
        const [, district = '', name = ''] = _id.split(':');
        return { district, street: name, place: { longitude, latitude }, count };
      }),
  });
};
