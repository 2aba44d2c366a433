import * as z from 'zod/mini';
import { Evidence } from '../../types/evidence';
import type { StationId, UnionId } from '../../types/ids';
import { occupations } from '../../types/occupation';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { ShanghaiDay, isRealDay, shanghaiDay } from '../../types/time';
import type { Excerpt } from '../runtime/database';
import { stations } from './records';
import type { Handler } from './scene';
import { EDITORS } from './scene';
import { shownGroups, sumOfShown } from './use-counts';
import { monthId } from './visit-days';
import { StationUse, Stock, stationUse, stocks } from './visit-records';

/** A month in figures. Sums alone leave the database; small groups of visitors do not leave this file. */
export const useReport: Handler<'useReport'> = async ({ stationId, month }, { now, standing }) => {
  const found = stationId === null ? null : await stations.get(stationId);
  if (stationId !== null && found === null) return refuse('station-not-found');
  if (found !== null && !standing.covers(found.scope, EDITORS)) return refuse('outside-your-unions');
  const used =
    found === null ? await monthOfUnions(standing.unionsAs(EDITORS), month) : await monthOfStation(found._id, month);
  return agree({ month, ...figuresOf(used, month, now) });
};

const Used = z.pick(StationUse, { _id: true, stationId: true, visits: true, days: true, groups: true, evidence: true });
type Used = z.infer<typeof Used>;
const used: Excerpt<Used> = { schema: Used, fields: Object.keys(Used.shape) };

const Given = z.object({ _id: Stock.shape._id, taken: z._default(Stock.shape.taken, {}) });
type Given = z.infer<typeof Given>;
const given = (month: string): Excerpt<Given> => ({ schema: Given, fields: [`taken.${month}`] });

type Month = { readonly uses: readonly Used[]; readonly stocks: readonly Given[] };

const monthOfStation = async (id: StationId, month: string): Promise<Month> => ({
  uses: await stationUse.findParts({ _id: monthId(id, month) }, used, { limit: 1 }),
  stocks: await stocks.findParts({ _id: id }, given(month), { limit: 1 }),
});

const monthOfUnions = async (unions: readonly UnionId[], month: string): Promise<Month> => ({
  uses: await allPages(
    (from) =>
      stationUse.findParts({ scope: { in: unions }, month, stationId: { from } }, used, {
        order: [['stationId', 'asc']],
        limit: PAGE,
      }),
    ({ stationId }) => stationId,
  ),
  stocks: await allPages(
    (from) =>
      stocks.findParts({ scope: { in: unions }, _id: { from } }, given(month), {
        order: [['_id', 'asc']],
        limit: PAGE,
      }),
    ({ _id }) => _id,
  ),
});

/** As many documents as one round trip brings. */
const PAGE = 1_000;

async function allPages<Item>(read: (from: string) => Promise<Item[]>, idOf: (item: Item) => string): Promise<Item[]> {
  const all: Item[] = [];
  for (;;) {
    const last = all.at(-1);
    // A hyphen sorts before every other character of an id: this is the first id that can come after.
    const page = await read(last === undefined ? '' : `${idOf(last)}-`);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

function figuresOf({ uses, stocks: shelves }: Month, month: string, now: EpochMs) {
  const evidence = summed(uses.map((use) => use.evidence));
  const days = summed(uses.map((use) => use.days));
  return {
    stations: uses.filter(({ visits }) => visits > 0).length,
    visits: sum(uses.map(({ visits }) => visits)),
    bottles: sum(shelves.map(({ taken }) => taken[month] ?? 0)),
    days: daysOf(month, now).map((day) => ({ day, visits: days.get(day.slice(8)) ?? 0 })),
    // Each station hides its own: the sum of all less the others' reports would tell what one of them hides.
    groups: sumOfShown(uses.map(groupsOf)).map(({ group, visits }) => ({ occupation: group, visits })),
    evidence: Evidence.options.flatMap((kind) => {
      const visits = evidence.get(kind) ?? 0;
      return visits === 0 ? [] : [{ evidence: kind, visits }];
    }),
  };
}

const groupsOf = ({ groups }: Used) =>
  shownGroups(
    [...occupations.map(({ code }) => code), null].map((group) => ({ group, visits: groups[group ?? 'unknown'] ?? 0 })),
  );

/** The days of a month that have begun. */
const daysOf = (month: string, now: EpochMs): ShanghaiDay[] =>
  Array.from({ length: 31 }, (_, nth) => `${month}-${String(nth + 1).padStart(2, '0')}`)
    .filter((day) => isRealDay(day) && day <= shanghaiDay(now))
    .map((day) => ShanghaiDay.parse(day));

function summed(counts: readonly Readonly<Record<string, number>>[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const count of counts)
    for (const [key, value] of Object.entries(count)) totals.set(key, (totals.get(key) ?? 0) + value);
  return totals;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
