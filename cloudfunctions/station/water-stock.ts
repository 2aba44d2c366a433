import * as z from 'zod/mini';
import type { StationId } from '../../types/ids';
import { EpochMs, shanghaiDay } from '../../types/time';
import type { Excerpt } from '../runtime/database';
import { Contended } from '../runtime/database';
import type { Change, Filter } from '../runtime/filter';
import type { StationRecord } from './records';
import type { Closing } from '../review/ledger';
import { closeStationCase, openStationCase } from './station-cases';
import type { WaterTake } from './visit-records';
import { Stock, stocks } from './visit-records';
import { donePaths } from './water';

/** How long a call has to open or close a shelf's case before the timer does. Milliseconds. */
const GRACE_MS = 60_000;
export const graceUntil = (now: EpochMs): EpochMs => EpochMs.parse(now + GRACE_MS);

/** A stock as one request sees it: of the requests answered, only its own. */
const StockNow = z.object({
  ...z.pick(Stock, { _id: true, bottles: true, round: true }).shape,
  done: z._default(Stock.shape.done, {}),
});
export type StockNow = z.infer<typeof StockNow>;

/** What somebody wishes of a shelf: `mark` says whose wish it is, `at` when it was first sent. */
export type Wish = { readonly mark: string; readonly at: EpochMs };

export async function readStock(id: StationId, { mark, at }: Wish): Promise<StockNow | null> {
  const excerpt: Excerpt<StockNow> = { schema: StockNow, fields: ['bottles', 'round', ...donePaths(mark, at)] };
  const [stock] = await stocks.findParts({ _id: id }, excerpt, { limit: 1 });
  return stock ?? null;
}

/** Of bottles that people claimed, those that never came off their shelf. One round trip, none for none. */
export async function neverTaken(takes: readonly WaterTake[]): Promise<WaterTake[]> {
  if (takes.length === 0) return [];
  const ids = [...new Set(takes.map(({ stationId }) => stationId))];
  const fields = ['bottles', 'round', ...takes.flatMap(({ requestKey, at }) => donePaths(requestKey, at))];
  const found = await stocks.findParts({ _id: { in: ids } }, { schema: StockNow, fields }, { limit: ids.length });
  return takes.filter(({ stationId, requestKey: mark, at }) => {
    const stock = found.find(({ _id }) => _id === stationId);
    return stock === undefined || !isDone(stock, { mark, at });
  });
}

export const isDone = ({ done }: StockNow, { mark }: Wish): boolean =>
  Object.values(done).some((day) => day[mark] === true);

/** A stock that has not answered this wish yet. */
export const unanswered = (id: StationId, { mark, at }: Wish, bottles: Filter[string]): Filter & { _id: string } => ({
  _id: id,
  bottles,
  ...Object.fromEntries(donePaths(mark, at).map((path) => [path, { exists: false }] as const)),
});

export const answering = ({ mark, at }: Wish, change: Change): Change => ({
  ...change,
  set: { ...change.set, [donePaths(mark, at)[0]]: true },
});

/** So many writes before asking the phone to try again. */
const WRITES = 3;

/**
 * Takes one bottle off the shelf, once for each wish. Whoever takes the last one tells the head of the station: the case
 * of this round. One round trip; three or four at the end of a shelf.
 *
 * @throws Contended when the shelf was filled and emptied meanwhile; asking again is safe
 */
export async function takeBottle(station: StationRecord, wish: Wish): Promise<'taken' | 'none-left'> {
  let stock: StockNow | null = null;
  for (let written = 0; written < WRITES; written += 1) {
    const isLast = stock?.bottles === 1;
    const outcome = await takeOne(station, wish, isLast);
    if (outcome === 'updated' && stock !== null && isLast)
      await openStationCase(station, 'supply', stock.round, null, wish.at);
    if (outcome === 'updated') return 'taken';
    stock = await readStock(station._id, wish);
    if (stock === null || isDone(stock, wish) || stock.bottles === 0) return atTheEnd(station, stock, wish);
  }
  throw new Contended('The shelf changed each time.');
}

function takeOne({ _id, scope }: StationRecord, wish: Wish, isLast: boolean) {
  return stocks.update(
    unanswered(_id, wish, isLast ? 1 : { from: 2 }),
    answering(wish, {
      set: isLast ? { scope, purgeAt: graceUntil(wish.at) } : { scope },
      increase: { bottles: -1, [`taken.${shanghaiDay(wish.at).slice(0, 7)}`]: 1 },
    }),
  );
}

/** A shelf that gives this wish nothing more. Where a call died before it told the head, its retry does. */
async function atTheEnd(station: StationRecord, stock: StockNow | null, wish: Wish): Promise<'taken' | 'none-left'> {
  const isTaken = stock !== null && isDone(stock, wish);
  if (stock === null || (isTaken && stock.bottles === 0))
    await openStationCase(station, 'supply', stock?.round ?? 0, null, wish.at);
  return isTaken ? 'taken' : 'none-left';
}

/** The shelf of a station that never had one. */
export const newStock = (station: StationRecord, bottles: number, wish: Wish): Stock => ({
  _id: station._id,
  scope: station.scope,
  bottles,
  taken: {},
  round: 1,
  done: { [shanghaiDay(wish.at)]: { [wish.mark]: true } },
  purgeAt: graceUntil(wish.at),
});

/**
 * Closes the case of an empty shelf that was filled, and opens one for a shelf that is empty. Safe to repeat, whoever
 * does it: the call that changed the shelf, its retry, or the timer.
 */
export async function tellTheHead(
  station: Pick<StationRecord, '_id' | 'name' | 'offices'>,
  { bottles, round }: Pick<Stock, 'bottles' | 'round'>,
  by: Omit<Closing, 'outcome'>,
): Promise<void> {
  if (bottles === 0) await openStationCase(station, 'supply', round, null, by.at);
  else if (round > 0) await closeStationCase(station, 'supply', round - 1, null, { ...by, outcome: 'done' });
}
