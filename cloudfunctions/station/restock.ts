import { agree, refuse } from '../../types/result';
import { Contended } from '../runtime/database';
import type { StationRecord } from './records';
import { changes, stations } from './records';
import type { Handler } from './scene';
import { TENDERS } from './scene';
import { stocks } from './visit-records';
import { wishMark } from './water';
import type { StockNow, Wish } from './water-stock';
import { answering, graceUntil, isDone, newStock, readStock, tellTheHead, unanswered } from './water-stock';

/**
 * First the shelf, which remembers the request; then what can be repeated: the case that waits for bottles, and the line
 * in the station's history. Five to eight round trips, the caller's standing among them.
 */
export const restock: Handler<'restock'> = async ({ stationId, bottles, requestKey }, scene) => {
  const { now, personId, standing } = scene;
  const station = await stations.get(stationId);
  if (station === null) return refuse('station-not-found');
  if (!standing.covers(station.scope, TENDERS)) return refuse('outside-your-unions');
  if (station.waterQuota === null) return refuse('no-scan-water');
  const wish = { mark: wishMark(personId, requestKey), at: now };
  const stock = await fill(station, bottles, wish);
  if (stock === null) return refuse('below-zero');
  const by = { by: standing.name, byId: personId, office: standing.officeFor(station.scope, TENDERS), at: now };
  await tellTheHead(station, stock, by);
  await changes.insert({
    _id: `${stationId}:restock:${wish.mark}`,
    stationId,
    revision: station.revision,
    at: now,
    by: by.by,
    office: by.office,
    act: 'restocked',
    fields: [{ field: 'bottles', before: '', after: bottles > 0 ? `+${bottles}` : String(bottles) }],
  });
  return agree({ bottles: stock.bottles });
};

const WRITES = 2;

/** Puts bottles on the shelf or takes them off, once for each wish; null when there are not so many. */
async function fill(station: StationRecord, bottles: number, wish: Wish): Promise<StockNow | null> {
  for (let written = 0; written < WRITES; written += 1) {
    const stock = await readStock(station._id, wish);
    if (stock !== null && isDone(stock, wish)) return stock;
    const left = (stock?.bottles ?? 0) + bottles;
    if (left < 0) return null;
    const round = stock?.round ?? 0;
    const filled: StockNow = { _id: station._id, bottles: left, round, done: {} };
    if (bottles === 0) return filled;
    if (stock === null) {
      if ((await stocks.insert(newStock(station, bottles, wish))) === 'inserted')
        return { ...filled, round: round + 1 };
      continue;
    }
    const isEdge = stock.bottles === 0 || left === 0;
    const now = isEdge ? stock.bottles : { from: Math.max(1, 1 - bottles) };
    const outcome = await stocks.update(
      unanswered(station._id, wish, now),
      answering(wish, {
        set: isEdge ? { scope: station.scope, purgeAt: graceUntil(wish.at) } : { scope: station.scope },
        increase: { bottles, ...(stock.bottles === 0 ? { round: 1 } : {}) },
      }),
    );
    if (outcome === 'updated') return { ...filled, round: stock.bottles === 0 ? round + 1 : round };
  }
  throw new Contended('The shelf changed each time.');
}
