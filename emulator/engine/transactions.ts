import { randomUUID } from 'node:crypto';
import { CloudError } from '../cloud-error';
import type { Collection } from '../store/schema';

/** A document as one transaction sees it; `text` undefined means it is not there. */
export type SeenDocument = { readonly collection: Collection; readonly id: Buffer; readonly text: string | undefined };

export type Transaction = {
  readonly id: string;
  /** Number of the last commit that this transaction sees; taken at its first operation. */
  snapshot: number | undefined;
  /** What it has written and nobody else sees yet, by document name. */
  readonly written: Map<string, SeenDocument>;
  readonly claims: Set<string>;
  readonly ended: Promise<void>;
  readonly end: () => void;
};

/** What a commit replaced: the document as it was before. */
export type Replaced = SeenDocument & { readonly name: string };

/** What a commit replaced and which names it wrote; worked out only for a snapshot that needs it. */
export type Commit = { readonly replaced: readonly Replaced[]; readonly names: Iterable<string> };

export type Transactions = ReturnType<typeof trackTransactions>;

/**
 * Who is in the middle of what. Everything here happens between two turns of the event loop, so nothing is locked
 * but by claim: a transaction claims what it writes, and the first to claim wins.
 */
export function trackTransactions(lifeMs: number) {
  const open = new Map<string, Transaction>();
  const owners = new Map<string, Transaction>();
  const timers = new Map<string, NodeJS.Timeout>();
  /** Kept only while a snapshot needs them: earlier states of documents, and when each name was last written. */
  let history: { readonly commit: number; readonly replaced: Replaced }[] = [];
  let lastWrites = new Map<string, number>();
  let commits = 0;

  const close = (transaction: Transaction): void => {
    open.delete(transaction.id);
    clearTimeout(timers.get(transaction.id));
    timers.delete(transaction.id);
    for (const name of transaction.claims) if (owners.get(name) === transaction) owners.delete(name);
    forgetHistory();
    transaction.end();
  };

  const oldestSnapshot = (): number | undefined => {
    const snapshots = [...open.values()].flatMap(({ snapshot }) => (snapshot === undefined ? [] : [snapshot]));
    return snapshots.length === 0 ? undefined : Math.min(...snapshots);
  };

  const forgetHistory = (): void => {
    const oldest = oldestSnapshot();
    if (oldest === undefined) {
      history = [];
      lastWrites = new Map();
      return;
    }
    history = history.filter(({ commit }) => commit > oldest);
  };

  return {
    start(): string {
      const { promise: ended, resolve: end } = deferred();
      const id = randomUUID();
      const transaction: Transaction = { id, snapshot: undefined, written: new Map(), claims: new Set(), ended, end };
      open.set(id, transaction);
      timers.set(id, setTimeout(() => close(transaction), lifeMs).unref());
      return id;
    },

    /** The transaction of a request, its snapshot fixed from now on. */
    enter(id: string): Transaction {
      const transaction = open.get(id);
      if (transaction === undefined) {
        throw new CloudError(
          'DATABASE_TRANSACTION_FAIL',
          '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
        );
      }
      transaction.snapshot ??= commits;
      return transaction;
    },

    close,

    /** Claims names for a transaction. The second to come loses at once: it is rolled back and told so. */
    claim(transaction: Transaction, names: Iterable<string>): void {
      for (const name of names) {
        const owner = owners.get(name);
        const isStale = (lastWrites.get(name) ?? 0) > (transaction.snapshot ?? commits);
        if ((owner !== undefined && owner !== transaction) || isStale) {
          close(transaction);
          throw new CloudError(
            'DATABASE_TRANSACTION_CONFLICT',
            '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
          );
        }
        owners.set(name, transaction);
        transaction.claims.add(name);
      }
    },

    /** The transaction that a plain write must wait for, if any. */
    ownerAmong(names: Iterable<string>): Transaction | undefined {
      if (owners.size === 0) return undefined;
      for (const name of names) {
        const owner = owners.get(name);
        if (owner !== undefined) return owner;
      }
      return undefined;
    },

    /** Notes what a commit replaced, for the snapshots taken before it. */
    recordCommit(describe: () => Commit): void {
      commits += 1;
      if (oldestSnapshot() === undefined) return;
      const { replaced, names } = describe();
      for (const one of replaced) history.push({ commit: commits, replaced: one });
      for (const name of names) lastWrites.set(name, commits);
    },

    /** Documents of a collection that this transaction sees otherwise than the store has them, by name. */
    differing(transaction: Transaction, collection: Collection): ReadonlyMap<string, SeenDocument> {
      const seen = new Map<string, SeenDocument>();
      const snapshot = transaction.snapshot ?? commits;
      // The earliest replacement after the snapshot holds the state that the snapshot saw.
      for (const { commit, replaced } of history) {
        if (commit > snapshot && replaced.collection.id === collection.id && !seen.has(replaced.name))
          seen.set(replaced.name, replaced);
      }
      for (const [name, document] of transaction.written)
        if (document.collection.id === collection.id) seen.set(name, document);
      return seen;
    },

    /** How many are open: whoever rewrites whole collections has to wait for none. */
    count: (): number => open.size,

    stop(): void {
      for (const transaction of [...open.values()]) close(transaction);
    },
  };
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
