import * as z from 'zod/mini';
import type { StationId } from '../../types/ids';
import { UnionId } from '../../types/ids';
import { StationForm } from '../../types/station-form';
import { unionsById, unionsByName } from '../member/standing';
import type { Excerpt } from '../runtime/database';
import { formOf } from './editing';
import { idOfRow } from './import-form';
import { importBatches } from './import-records';
import type { ReadRow } from './import-row';
import { readRow } from './import-row';
import type { Office } from './records';
import { StationRecord, stations } from './records';
import type { RowProblem } from '../../types/station-import';

export type RowRead = { readonly row: ReadRow; readonly problems: readonly RowProblem[] };

/** A stored station as far as a table of stations knows one. */
export type Known = {
  readonly revision: number;
  readonly form: StationForm;
  readonly signKey: string;
  readonly scope: readonly UnionId[];
  readonly offices: readonly Office[];
  readonly tallies: readonly string[];
};

/** Everything that the check of an import rests on. */
export type ImportFacts = {
  /** By batch. */
  readonly rows: readonly (readonly RowRead[])[];
  /** Those that the rows name, and those that have a sign that a row names. */
  readonly stations: ReadonlyMap<StationId, Known>;
  /** Which station has the sign, by `<district>:<number>`. */
  readonly signs: ReadonlyMap<string, StationId>;
  /** The offices of a union, the lowest first, by its id or its full name. */
  readonly unions: ReadonlyMap<string, readonly Office[]>;
};

/** As many as one request takes. */
const BATCHES = 20;
const MANY = 1_000;
const UNIONS = 500;

/** One round trip for 20 batches, for 1,000 stations and for 1,000 signs. @returns null when a batch is gone */
export async function readFacts(batchIds: readonly string[]): Promise<ImportFacts | null> {
  const batches = await inPieces(batchIds, BATCHES, (ids) =>
    importBatches.find({ _id: { in: ids } }, { limit: BATCHES }),
  );
  const byId = new Map(batches.map((batch) => [batch._id, batch]));
  const rows = batchIds.flatMap((id) => {
    const batch = byId.get(id);
    return batch === undefined ? [] : [batch.rows.map(readRow)];
  });
  if (rows.length < batchIds.length) return null;
  const all = rows.flat().map(({ row }) => row);
  const ids = [...new Set(all.map(idOfRow))];
  const known = new Map(
    (await inPieces(ids, MANY, (some) => stations.findParts({ _id: { in: some } }, knownParts, { limit: MANY }))).map(
      (station) => [station._id, asKnown(station)] as const,
    ),
  );
  const signKeys = new Set(
    all.flatMap((row) => {
      const old = known.get(idOfRow(row));
      const key = signKeyOf(row, old?.form ?? null);
      return key === null || key === old?.signKey ? [] : [key];
    }),
  );
  const signs = await inPieces([...signKeys], MANY, (keys) =>
    stations.findParts({ signKey: { in: keys } }, knownParts, { limit: MANY }),
  );
  return {
    rows,
    stations: new Map([...known, ...signs.map((station) => [station._id, asKnown(station)] as const)]),
    signs: new Map(signs.map(({ _id, signKey }) => [signKey, _id])),
    unions: await readUnions(all),
  };
}

/** The sign that a row gives its station, as the store keeps it; null where it has none. */
export function signKeyOf({ says }: ReadRow, before: StationForm | null): string | null {
  const signNo = says.signNo === undefined ? (before?.signNo ?? null) : says.signNo;
  const district = says.district ?? before?.district;
  return signNo === null || district === undefined ? null : `${district}:${signNo}`;
}

async function readUnions(rows: readonly ReadRow[]): Promise<Map<string, readonly Office[]>> {
  const texts = [...new Set(rows.flatMap(({ union }) => union ?? []))];
  const ids = texts.flatMap((text) => UnionId.safeParse(text).data ?? []);
  const names = texts.filter((text) => !UnionId.safeParse(text).success);
  const byId = await inPieces(ids, UNIONS, unionsById);
  const byName = await inPieces(names, UNIONS, unionsByName);
  // Two unions of one name: the row must say the id.
  const single = byName.filter(({ name }) => byName.filter((other) => other.name === name).length === 1);
  return new Map<string, readonly Office[]>([
    ...byId.map(({ _id, offices }) => [_id, offices] as const),
    ...single.map(({ name, offices }) => [name, offices] as const),
  ]);
}

async function inPieces<Item, Found>(
  items: readonly Item[],
  most: number,
  find: (some: readonly Item[]) => Promise<Found[]>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (let from = 0; from < items.length; from += most) found.push(...(await find(items.slice(from, from + most))));
  return found;
}

const KnownParts = z.object({
  ...z.pick(StationRecord, { _id: true, revision: true, place: true, scope: true, offices: true }).shape,
  ...z.pick(StationRecord, { signKey: true, tallies: true }).shape,
  ...z.omit(StationForm, { place: true }).shape,
});
type KnownParts = z.infer<typeof KnownParts>;
const knownParts: Excerpt<KnownParts> = { schema: KnownParts, fields: Object.keys(KnownParts.shape) };

const asKnown = (station: KnownParts): Known => {
  const { revision, signKey, scope, offices, tallies } = station;
  return { revision, signKey, scope, offices, tallies, form: formOf(station) };
};
