import * as z from 'zod/mini';
import { EpochMs, ShanghaiDay, isRealDay, startOfDay, NEVER } from '../../types/time';
import type { Collection } from '../runtime/database';
import { doorReports, stations } from './records';
import { AFTER_MONTH, forgottenAt } from './visit-days';
import type { Stock } from './visit-records';
import { StationUse, doorGrants, stationUse, stocks, waterTakes } from './visit-records';
import { tellTheHead } from './water-stock';

/** As many as one run takes on, in one, three and one round trips each; the next run takes the rest. */
const [MONTHS, SHELVES, REMOVALS] = [80, 20, 40];

/**
 * Forgets who came, who drank and who opened a door, as soon as nothing is decided by it any more; and tells the head of
 * a shelf that is empty or filled where the call that should have died. Safe to run twice, and by two at once.
 *
 * @returns how many documents were cleared
 */
export async function purgeVisits(now: EpochMs): Promise<number> {
  const due = { purgeAt: { upTo: now } } as const;
  const order = [['purgeAt', 'asc']] as const;
  const outcomes: PromiseSettledResult<unknown>[] = [];
  const attempt = async <Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>): Promise<void> => {
    for (const item of items) outcomes.push(...(await Promise.allSettled([act(item)])));
  };
  const remove = async <Doc extends { readonly _id: string }>(from: Collection<Doc>): Promise<void> =>
    attempt(await from.findParts(due, bareId, { order, limit: REMOVALS }), ({ _id }) => from.remove(_id));
  await attempt(await stationUse.findParts(due, bareMonth, { order, limit: MONTHS }), (use) =>
    forgetVisitors(use, now),
  );
  await attempt(await stocks.find(due, { order, limit: SHELVES }), (stock) => tidyShelf(stock, now));
  await remove(waterTakes);
  await remove(doorGrants);
  await remove(doorReports);
  // Those behind one that cannot be cleared are cleared all the same; then the fault is told.
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return outcomes.length;
}

const BareId = z.object({ _id: z.string() });
const bareId = { schema: BareId, fields: ['_id'] };
const BareMonth = z.pick(StationUse, { _id: true, month: true });
const bareMonth = { schema: BareMonth, fields: Object.keys(BareMonth.shape) };

/** Drops the days whose cool-down is over; the counters stay for good. */
async function forgetVisitors({ _id, month }: z.infer<typeof BareMonth>, now: EpochMs): Promise<void> {
  const days = Array.from({ length: 31 }, (_, nth) => String(nth + 1).padStart(2, '0'))
    .filter((day) => isRealDay(`${month}-${day}`))
    .map((day) => ({ day, over: overAt(ShanghaiDay.parse(`${month}-${day}`)) }));
  const past = days.filter(({ over }) => over <= now);
  const next = days.find(({ over }) => over > now)?.over ?? null;
  const gone = [...past.map(({ day }) => day), ...(next === null ? [AFTER_MONTH] : [])];
  await stationUse.update({ _id }, { set: { purgeAt: next ?? NEVER }, remove: gone.map((day) => `visitors.${day}`) });
}

/** Drops the requests that nobody repeats any more. Named as it was read: a shelf that ran out since is looked at again. */
async function tidyShelf(stock: Stock, now: EpochMs): Promise<void> {
  const { _id, purgeAt, done } = stock;
  const station = await stations.get(_id);
  const by = { by: null, byId: null, office: station?.offices[0]?.name ?? '', at: now };
  if (station !== null) await tellTheHead(station, stock, by);
  const past = Object.keys(done).filter((day) => overAt(ShanghaiDay.parse(day)) <= now);
  const yesterdays = forgottenAt(EpochMs.parse(now - DAY_MS));
  await stocks.update(
    { _id, purgeAt },
    { set: { purgeAt: yesterdays > now ? yesterdays : forgottenAt(now) }, remove: past.map((day) => `done.${day}`) },
  );
}

const DAY_MS = 24 * 3_600_000;

const overAt = (day: ShanghaiDay): EpochMs => forgottenAt(startOfDay(day));
