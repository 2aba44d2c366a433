import type { StationId } from '../../types/ids';
import type { ImportColumn, RowProblem } from '../../types/station-import';
import type { Standing } from '../member/standing';
import type { ImportFacts, Known, RowRead } from './import-facts';
import { signKeyOf } from './import-facts';
import { formFrom, idOfRow } from './import-form';
import { digestOf } from './import-key';
import type { Meant } from './import-records';
import { UNCHANGED } from './import-records';
import type { ReadRow } from './import-row';
import { neededColumns } from './import-row';
import { pointOf } from './place';
import type { Office } from './records';
import { sameValue } from './settling';
import { talliesOf } from './station-tallies';

/** Who may keep whole tables. */
export const IMPORTERS = ['clerk', 'administrator'] as const;

export type Verdict = {
  readonly problems: readonly RowProblem[];
  /** By batch, for each row the revision that it is written over, or `UNCHANGED`. */
  readonly plan: readonly (readonly number[])[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Tallies that the rows leave or enter. */
  readonly touched: readonly string[];
  /** Rows without an id that are about the station that has their sign. */
  readonly meant: readonly Meant[];
  /** Of everything that the verdict rests on but the rows themselves. */
  readonly digest: string;
};

/** What an import would do as a whole, and everything that is wrong with it, in the order of its lines. */
export function verdictOn(facts: ImportFacts, standing: Pick<Standing, 'covers'>): Verdict {
  const seen: Seen = { ids: new Set(), signs: new Set() };
  const touched = new Set<string>();
  const problems: RowProblem[] = [];
  const meant: Meant[] = [];
  const plan = facts.rows.map((rows) =>
    rows.map((read) => {
      const id = stationMeant(read.row, facts, standing);
      if (id !== idOfRow(read.row)) meant.push({ line: read.row.line, id });
      const found = rowProblems(read, id, facts, standing, seen);
      problems.push(...found);
      return found.length > 0 ? UNCHANGED : planFor(read, id, facts, touched);
    }),
  );
  const flat = plan.flat();
  const count = (test: (revision: number) => boolean): number => flat.filter(test).length;
  return {
    problems: problems.sort((one, other) => one.line - other.line),
    plan,
    added: count((revision) => revision === 0),
    changed: count((revision) => revision > 0),
    unchanged: count((revision) => revision === UNCHANGED) - new Set(problems.map(({ line }) => line)).size,
    touched: [...touched],
    meant,
    digest: digestOf([plan, meant, [...facts.unions], problems.length]),
  };
}

/** Whom a row is about: without an id, the station that has its sign, where that is one of the importer's. */
function stationMeant(row: ReadRow, facts: ImportFacts, standing: Pick<Standing, 'covers'>): StationId {
  const sign = row.id === null ? signKeyOf(row, null) : null;
  const holder = sign === null ? undefined : facts.signs.get(sign);
  const known = holder === undefined ? undefined : facts.stations.get(holder);
  const isOurs = known !== undefined && standing.covers(known.scope, IMPORTERS);
  return holder !== undefined && isOurs ? holder : idOfRow(row);
}

type Seen = { readonly ids: Set<StationId>; readonly signs: Set<string> };

function rowProblems(
  { row, problems }: RowRead,
  id: StationId,
  facts: ImportFacts,
  standing: Pick<Standing, 'covers'>,
  seen: Seen,
): RowProblem[] {
  const all: RowProblem[] = [...problems];
  const complain = (column: ImportColumn, problem: RowProblem['problem']): void =>
    void all.push({ line: row.line, column, problem });
  const known = facts.stations.get(id);
  const isTwice = problems.length === 0 && seen.ids.has(id);
  if (isTwice && row.id !== null) complain('id', 'id-twice');
  if (problems.length === 0) seen.ids.add(id);
  if (known !== undefined && !standing.covers(known.scope, IMPORTERS)) complain('id', 'id-of-other-union');
  if (known === undefined)
    for (const column of neededColumns) if (isSilent(row, column, problems)) complain(column, 'missing');
  const offices = officesFor(row.union, known, facts.unions);
  if (row.union !== undefined && row.union !== '' && offices === undefined) complain('union', 'union-not-found');
  const scope = (offices ?? []).map(({ unionId }) => unionId);
  if (offices !== undefined && !standing.covers(scope, IMPORTERS)) complain('union', 'outside-your-unions');
  const sign = signKeyOf(row, known?.form ?? null);
  const isSignTwice = sign !== null && seen.signs.has(sign);
  if (isSignTwice) complain('sign_no', 'sign-number-twice');
  // A row that gives no id is told by what it is known by, and once.
  if (isTwice && row.id === null && !isSignTwice) complain('name', 'id-twice');
  if (sign !== null) seen.signs.add(sign);
  if (sign !== null && (facts.signs.get(sign) ?? id) !== id) complain('sign_no', 'sign-number-taken');
  return all;
}

/** A column that a new station needs and the file does not have; one that was complained of is told once. */
function isSilent(row: RowRead['row'], column: (typeof neededColumns)[number], told: readonly RowProblem[]): boolean {
  if (told.some((problem) => problem.column === column)) return false;
  return column === 'union' ? row.union === undefined : row.says[column] === undefined;
}

/** Of the union that a row names; of the station's own where the file has no such column. */
export const officesFor = (
  union: string | undefined,
  known: Pick<Known, 'offices'> | undefined,
  unions: ReadonlyMap<string, readonly Office[]>,
): readonly Office[] | undefined => (union === undefined ? known?.offices : unions.get(union));

function planFor({ row }: RowRead, id: StationId, facts: ImportFacts, touched: Set<string>): number {
  const known = facts.stations.get(id);
  const [owner] = officesFor(row.union, known, facts.unions) ?? [];
  if (owner === undefined) return UNCHANGED;
  const form = formFrom(row, owner.unionId, known?.form ?? null);
  if (known !== undefined && sameValue(form, known.form)) return UNCHANGED;
  const place = form.place === null ? null : pointOf(form.place);
  for (const tally of [...(known?.tallies ?? []), ...talliesOf({ ...form, place })]) touched.add(tally);
  return known?.revision ?? 0;
}
