import type { Condition } from '../query/condition';
import { matches } from '../query/matches';
import { nearOf, sortByDistance } from '../query/near-test';
import { planAccess } from '../query/plan';
import type { Access } from '../query/plan';
import type { Selection, Tally } from '../query/select';
import { countMatches, select, sortRows } from '../query/select';
import { indexWanted, missingIndex } from '../query/strict';
import type { Collection } from '../store/schema';
import type { Store, StoredRow } from '../store/store';
import { parseStored } from '../values/ejson';
import { documentName, idOf } from './changes';
import type { Transaction, Transactions } from './transactions';

export type View = {
  (collection: Collection, selection: Selection, transaction: Transaction | undefined): readonly StoredRow[];
  /** How many documents match, of those that are committed. */
  count(collection: Collection, condition: Condition): number;
};

/** How a query was answered, for whoever looks for slow ones. */
export type Look = {
  readonly collection: Collection;
  readonly selection: Selection;
  readonly access: Access;
  /** The index that would have served it; undefined where one did. */
  readonly wants: string | undefined;
  readonly examined: number;
  readonly answered: number;
  readonly ms: number;
};

export type ViewOptions = { readonly isStrict: boolean; readonly observe?: (look: Look) => void };

/** Answers queries from what is committed, or from what a transaction sees: its snapshot and its own writes. */
export function viewOf(store: Store, transactions: Transactions, { isStrict, observe }: ViewOptions): View {
  const looked = <T>(
    collection: Collection,
    selection: Selection,
    read: (access: Access, tally: Tally) => T,
    sizeOf: (answer: T) => number,
  ): T => {
    const startedAt = performance.now();
    const access = planAccess(collection, selection.condition, selection.order);
    const wants = missingIndex(selection.condition, selection.order, access);
    if (isStrict && wants !== undefined) throw indexWanted(collection, wants);
    const tally = { examined: 0 };
    const answer = read(access, tally);
    const ms = performance.now() - startedAt;
    observe?.({ collection, selection, access, wants, examined: tally.examined, answered: sizeOf(answer), ms });
    return answer;
  };

  const view = (collection: Collection, selection: Selection, transaction: Transaction | undefined) =>
    looked(
      collection,
      selection,
      (access, tally) => seenRows(collection, selection, access, transaction, tally),
      (rows) => rows.length,
    );

  const count = (collection: Collection, condition: Condition): number => {
    const selection = { condition, order: [], offset: 0, limit: Infinity };
    return looked(
      collection,
      selection,
      (access, tally) => countMatches(store, collection, access, selection, tally),
      (number) => number,
    );
  };

  return Object.assign(view, { count });

  function seenRows(
    collection: Collection,
    selection: Selection,
    access: Access,
    transaction: Transaction | undefined,
    tally: Tally,
  ): readonly StoredRow[] {
    const differing = transaction === undefined ? undefined : transactions.differing(transaction, collection);
    if (differing === undefined || differing.size === 0) return select(store, collection, access, selection, tally);

    const everyOne = { ...selection, order: [], offset: 0, limit: Infinity };
    const committed = select(store, collection, access, everyOne, tally);
    const unchanged = committed.filter(
      ({ text }) => !differing.has(documentName(collection, idOf(parseStored(text)['_id']))),
    );
    const changed = [...differing.values()].flatMap(({ text }) =>
      text !== undefined && matches(selection.condition, parseStored(text)) ? [{ row: 0, text }] : [],
    );
    const near = selection.order.length === 0 ? nearOf(selection.condition) : undefined;
    const seen = [...unchanged, ...changed];
    return (near === undefined ? sortRows(seen, selection.order) : sortByDistance(seen, near)).slice(
      selection.offset,
      selection.offset + selection.limit,
    );
  }
}
