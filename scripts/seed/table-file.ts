import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { root } from '../places';

/** One line of a table in `data/`. A column that is not there, or empty, is the empty text. */
export type Line = (column: string) => string;

/** A table of `data/`, line by line. */
export function readTable(name: string): readonly Line[] {
  const lines: readonly Readonly<Record<string, string>>[] = parse(
    readFileSync(path.join(root, 'data', `${name}.csv`)),
    { columns: true, bom: true },
  );
  return lines.map((line) => (column) => line[column] ?? '');
}

/** The parts of a cell that holds several, e.g. `aircon|fridge`. */
export const partsOf = (cell: string): string[] => cell.split('|').filter((part) => part !== '');

/** Lines of a table that belong to stations, by station. */
export function readByStation<Item>(name: string, read: (line: Line) => Item): ReadonlyMap<string, readonly Item[]> {
  const all = new Map<string, Item[]>();
  for (const line of readTable(name)) {
    const station = line('station');
    all.set(station, [...(all.get(station) ?? []), read(line)]);
  }
  return all;
}
