import type { SdkDatabase } from '../testing/sdk-database';
import type { Operation } from './operations';

/** How often an operation was done in a second, by so many clients at once. */
export async function perSecond(
  operation: Operation,
  database: SdkDatabase,
  { clients, ms, from }: { readonly clients: number; readonly ms: number; readonly from: number },
): Promise<number> {
  let done = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + ms;
  const client = async (number: number): Promise<void> => {
    for (let turn = from + number; performance.now() < endsAt; turn += clients) {
      await operation(database, turn);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return (done / (performance.now() - startedAt)) * 1000;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

const tableRow = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  console.log(tableRow(head));
  console.log(tableRow(head.map((_, at) => (at === 0 ? '---' : '--:'))));
  for (const row of rows) console.log(tableRow(row));
  console.log();
}

/** A line for whoever waits; what a bench found goes to the other stream. */
export const progress = (line: string): void => void process.stderr.write(`${line}\n`);
