import * as z from 'zod/mini';
import type { Excerpt } from '../runtime/database';
import { Delivery, UpkeepRecord, deliveries, upkeeps } from './upkeep-records';

/** Deliveries that one run stamps; the next run takes the rest. */
const BATCH = 40;

const Unstamped = z.pick(Delivery, { _id: true, stationId: true });
type Unstamped = z.infer<typeof Unstamped>;
const unstamped: Excerpt<Unstamped> = { schema: Unstamped, fields: Object.keys(Unstamped.shape) };
const Owned = z.pick(UpkeepRecord, { _id: true, scope: true });
type Owned = z.infer<typeof Owned>;
const owned: Excerpt<Owned> = { schema: Owned, fields: Object.keys(Owned.shape) };

/**
 * Deliveries that were written before they named their unions are given those of their station, so that the sum of a
 * year has them, too. One round trip where there is none.
 */
export async function stampDeliveries(allowance: { trips: number }): Promise<void> {
  if (allowance.trips < BATCH + 2) return;
  allowance.trips -= 1;
  // Null finds what has no such field, too, and by the index.
  const found = await deliveries.findParts({ scope: null }, unstamped, { limit: BATCH });
  if (found.length === 0) return;
  allowance.trips -= found.length + 1;
  const ids = [...new Set(found.map(({ stationId }) => stationId))];
  const stations = await upkeeps.findParts({ _id: { in: ids } }, owned, { limit: BATCH });
  const scopes = new Map(stations.map(({ _id, scope }) => [_id, scope]));
  for (const { _id, stationId } of found) {
    const scope = scopes.get(stationId) ?? [];
    await deliveries.update({ _id, scope: { exists: false } }, { set: { scope } });
  }
}
