import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { openStore } from '../store/store';
import { parseStored } from '../values/ejson';
import { toPlain } from '../values/plain';
import type { Found } from './durable-work';
import type { StoredThing } from './sdk-database';

const PAGE = 4096;

/** A way to harm a file. `at` and `random` lie in [0, 1). */
type Harm = (file: string, at: number, random: () => number) => void;

const offsetIn = (file: string, at: number): number => Math.floor(readFileSync(file).byteLength * at);

function overwrite(file: string, from: number, length: number, byte: (old: number) => number): void {
  const bytes = readFileSync(file);
  for (let at = from; at < Math.min(from + length, bytes.byteLength); at += 1) bytes[at] = byte(bytes[at] ?? 0);
  writeFileSync(file, bytes);
}

/** What a machine that loses power may leave of the end of a log, or make of a page in it. */
export const tears: Readonly<Record<string, Harm>> = {
  'cut off': (file, at) => truncateSync(file, offsetIn(file, at)),
  'zeros to the end': (file, at) => overwrite(file, offsetIn(file, at), Infinity, () => 0),
  'one page garbled': (file, at, random) => overwrite(file, offsetIn(file, at), PAGE, () => Math.floor(random() * 256)),
  'one bit': (file, at) => overwrite(file, offsetIn(file, at), 1, (old) => old ^ 4),
};

/** What may befall a file on a disk. */
export const harms: Readonly<Record<string, Harm>> = {
  'is cut to 50 bytes': (file) => truncateSync(file, 50),
  'is emptied': (file) => truncateSync(file, 0),
  'is cut short': (file, at) => truncateSync(file, offsetIn(file, at)),
  'loses its header': (file) => overwrite(file, 0, 100, () => 0),
  'has a garbled page': (file, at, random) =>
    overwrite(file, Math.floor(offsetIn(file, at) / PAGE) * PAGE, PAGE, () => Math.floor(random() * 256)),
  'has one bit turned': (file, at) => overwrite(file, offsetIn(file, at), 1, (old) => old ^ 4),
};

/** A data file and what lies beside it, as another file. */
export function copyData(from: string, to: string): void {
  for (const suffix of ['', '-wal', '.sum']) {
    rmSync(`${to}${suffix}`, { force: true });
    if (existsSync(`${from}${suffix}`)) copyFileSync(`${from}${suffix}`, `${to}${suffix}`);
  }
}

/** Everything in a data file, read without a server. */
export function readData(file: string): Found {
  const store = openStore(file, []);
  try {
    const all = (name: string): readonly StoredThing[] => {
      const collection = store.collection(name);
      return collection === undefined
        ? []
        : store.everything(collection).map(({ text }) => toPlain(parseStored(text)) as StoredThing);
    };
    return { accounts: all('accounts'), transfers: all('transfers'), notes: all('notes'), seats: all('seats') };
  } finally {
    store.close();
  }
}
