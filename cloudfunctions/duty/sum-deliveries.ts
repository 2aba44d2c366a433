import * as z from 'zod/mini';
import { agree } from '../../types/result';
import { ShanghaiDay, startOfDay } from '../../types/time';
import type { Excerpt } from '../runtime/database';
import type { Handler } from './scene';
import { HEADS } from './scene';
import { Delivery, deliveries } from './upkeep-records';

/** As many as one round trip carries, and so many of them: more than a district hands out in a year. */
const AT_ONCE = 1_000;
const PAGES = 20;

const Arrived = z.pick(Delivery, { _id: true, at: true, stationId: true, name: true, quantity: true, donor: true });
type Arrived = z.infer<typeof Arrived>;
const arrived: Excerpt<Arrived> = { schema: Arrived, fields: Object.keys(Arrived.shape) };

/** One round trip for each thousand deliveries. */
export const sumDeliveries: Handler<'sumDeliveries'> = async ({ year }, { standing }) => {
  const unions = standing.unionsAs(HEADS);
  const until = startOfDay(ShanghaiDay.parse(`${year + 1}-01-01`));
  const found = new Map<string, Arrived>();
  let from: number = startOfDay(ShanghaiDay.parse(`${year}-01-01`));
  for (let page = 0; page < PAGES; page += 1) {
    const some = await deliveries.findParts({ scope: { in: unions }, at: { from, before: until } }, arrived, {
      order: [['at', 'asc']],
      limit: AT_ONCE,
    });
    for (const one of some) found.set(one._id, one);
    if (some.length < AT_ONCE) return agree({ items: summed([...found.values()]), isWhole: true });
    // Read once more from that very moment on: several may have arrived in it.
    from = some.at(-1)?.at ?? from;
  }
  return agree({ items: summed([...found.values()]), isWhole: false });
};

/** By name, as a thing of a station's own has a code of its own; the most first. */
export function summed(all: readonly Pick<Arrived, 'stationId' | 'name' | 'quantity' | 'donor'>[]) {
  const byName = new Map<string, Pick<Arrived, 'stationId' | 'quantity' | 'donor'>[]>();
  for (const one of all) {
    const some = byName.get(one.name);
    if (some === undefined) byName.set(one.name, [one]);
    else some.push(one);
  }
  return [...byName]
    .map(([name, some]) => ({
      name,
      quantity: some.reduce((sum, { quantity }) => sum + quantity, 0),
      stations: new Set(some.map(({ stationId }) => stationId)).size,
      donors: [...new Set(some.flatMap(({ donor }) => (donor === null ? [] : [donor])))].sort(),
    }))
    .sort((one, other) => other.quantity - one.quantity);
}
