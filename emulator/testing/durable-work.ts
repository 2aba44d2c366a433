import { existsSync, statSync } from 'node:fs';
import type { KillableEmulator } from './killable-emulator';
import type { SdkDatabase, StoredThing } from './sdk-database';

const WRITERS = 16;
const ACCOUNTS = 24;
const START = 1000;

/** What writers were told, and so may rely on. */
type Ledger = {
  /** What was acknowledged, with the size that the write-ahead log had by then. Bytes. */
  readonly transfers: Map<string, number>;
  readonly notes: Map<string, number>;
  /** Conditional updates of one document: how many were acknowledged, and how many may have been done. */
  readonly seats: { acknowledged: number; asked: number };
};

export const emptyLedger = (): Ledger => ({
  transfers: new Map(),
  notes: new Map(),
  seats: { acknowledged: 0, asked: 0 },
});

export async function seedAccounts({ database }: KillableEmulator): Promise<void> {
  const accounts = Array.from({ length: ACCOUNTS }, (_, at) => ({ _id: `a${at}`, n: START }));
  await database.collection('accounts').add(accounts);
  await database.collection('seats').add({ _id: 'all', n: 0 });
}

/** One unit from one account to another and a note of it: three documents, in one transaction. */
async function transfer(database: SdkDatabase, id: string, from: string, to: string): Promise<void> {
  await database.runTransaction(async (transaction) => {
    const accounts = transaction.collection('accounts');
    const [source, target] = [(await accounts.doc(from).get()).data, (await accounts.doc(to).get()).data];
    await accounts.doc(from).update({ n: Number(source?.['n']) - 1 });
    await accounts.doc(to).update({ n: Number(target?.['n']) + 1 });
    await transaction.collection('transfers').add({ _id: id, from, to });
  });
}

type Work = {
  /** No two rounds have the same name: it begins the ids of what they write. */
  readonly round: string;
  /** How many acknowledged writes the emulator lives for. */
  readonly wanted: number;
  /** A torn transaction is found only where there are many. */
  readonly onlyTransfers?: true;
};

/** Sixteen writers at once, each of one kind, until so much was acknowledged; then the emulator is killed under them. */
export async function workUntilKilled(
  emulator: KillableEmulator,
  dataFile: string,
  ledger: Ledger,
  { round, wanted, onlyTransfers }: Work,
): Promise<void> {
  const { database } = emulator;
  let acknowledged = 0;
  let killed: Promise<void> | undefined;
  const logSize = (): number => (existsSync(`${dataFile}-wal`) ? statSync(`${dataFile}-wal`).size : 0);

  const kinds: readonly ((id: string, turn: number) => Promise<void>)[] = [
    async (id, turn) => {
      const from = turn % ACCOUNTS;
      await transfer(database, id, `a${from}`, `a${(from + 1 + (turn % (ACCOUNTS - 1))) % ACCOUNTS}`);
      ledger.transfers.set(id, logSize());
    },
    async (id) => {
      await database.collection('notes').add({ _id: id, n: 1 });
      ledger.notes.set(id, logSize());
    },
    async () => {
      ledger.seats.asked += 1;
      const seats = database.collection('seats').where({ _id: 'all', n: database.command.lt(1_000_000) });
      await seats.update({ n: database.command.inc(1) });
      ledger.seats.acknowledged += 1;
    },
  ];

  const writer = async (number: number): Promise<void> => {
    const act = kinds[onlyTransfers === true ? 0 : number % kinds.length];
    for (let turn = number; act !== undefined; turn += 1) {
      try {
        await act(`${round}-${number}-${turn}`, turn);
      } catch (error) {
        if ((error as { code?: string }).code === 'DATABASE_TRANSACTION_CONFLICT') continue;
        return;
      }
      acknowledged += 1;
      if (acknowledged >= wanted) killed ??= emulator.kill();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));
  await killed;
}

/** Everything of a collection that a judgement is made of. */
export type Found = Readonly<Record<'accounts' | 'transfers' | 'notes' | 'seats', readonly StoredThing[]>>;

export async function foundIn({ database }: KillableEmulator): Promise<Found> {
  const everything = async (name: string): Promise<readonly StoredThing[]> => {
    const all: StoredThing[] = [];
    for (;;) {
      const { data } = await database.collection(name).orderBy('_id', 'asc').skip(all.length).limit(1000).get();
      all.push(...data);
      if (data.length < 1000) return all;
    }
  };
  return {
    accounts: await everything('accounts'),
    transfers: await everything('transfers'),
    notes: await everything('notes'),
    seats: await everything('seats'),
  };
}

/**
 * What is wrong with what was found; nothing, if every promise was kept.
 *
 * @param sureBytes how much of the write-ahead log is still whole: what was acknowledged within it must be there
 */
export function brokenPromises(found: Found, ledger: Ledger, sureBytes = Infinity): readonly string[] {
  const broken: string[] = [];
  for (const name of ['transfers', 'notes'] as const) {
    const known = new Set(found[name].map(({ _id }) => _id));
    for (const [id, size] of ledger[name]) {
      if (size <= sureBytes && !known.has(id)) broken.push(`${name}/${id} was acknowledged and is lost`);
    }
  }
  const expected = new Map(found.accounts.map(({ _id }) => [_id, START]));
  for (const { from, to } of found.transfers) {
    expected.set(String(from), (expected.get(String(from)) ?? 0) - 1);
    expected.set(String(to), (expected.get(String(to)) ?? 0) + 1);
  }
  for (const { _id, n } of found.accounts) {
    if (n !== expected.get(_id))
      broken.push(`accounts/${_id} has ${String(n)}, its transfers say ${expected.get(_id)}`);
  }
  const taken = Number(found.seats[0]?.['n'] ?? 0);
  const { acknowledged, asked } = ledger.seats;
  if (taken > asked) broken.push(`${taken} seats are taken and only ${asked} were asked for`);
  if (sureBytes === Infinity && taken < acknowledged)
    broken.push(`${acknowledged} seats were given, ${taken} are taken`);
  return broken;
}
