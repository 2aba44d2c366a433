import { parseArgs } from 'node:util';
import { compareWithCeiling } from './against-ceiling';
import { measureGrowth } from './growth';
import { measurePlaces } from './places';
import { printTable, progress } from './rates';
import { measureStart } from './start-time';

/**
 * What the database does, as tables: `tsx emulator/bench/bench.ts [ceiling] [growth] [start] [places] [--quick] [--only <title>]`.
 *
 * Figures are for comparison with themselves on one machine; only the ratios to the ceiling stand for themselves.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});

const parts: Readonly<Record<string, () => Promise<void>>> = {
  ceiling: () =>
    compareWithCeiling({
      rounds: values.quick ? 3 : 7,
      ms: values.quick ? 250 : 500,
      only: new RegExp(values.only),
    }),
  growth: () => measureGrowth(values.quick ? [1000, 10_000] : [1000, 10_000, 100_000, 1_000_000], { ms: 400 }),
  start: () => measureStart(values.quick ? 3 : 10),
  places: benchPlaces,
};

async function benchPlaces(): Promise<void> {
  const counts = values.quick ? [1782] : [1782, 12_000, 120_000];
  const columns: Readonly<Record<string, string>>[] = [];
  for (const points of counts) {
    progress(`${points} points …`);
    columns.push(await measurePlaces(points));
  }
  printTable(
    ['milliseconds of processor time', ...counts.map((points) => `${points} points`)],
    Object.keys(columns[0] ?? {}).map((title) => [title, ...columns.map((column) => column[title] ?? '')]),
  );
}

async function bench(): Promise<void> {
  const wanted = positionals.length === 0 ? Object.keys(parts) : positionals;
  for (const name of wanted) {
    const part = parts[name];
    if (part === undefined) throw new Error(`no bench '${name}': there are ${Object.keys(parts).join(', ')}`);
    await part();
  }
}

void bench();
