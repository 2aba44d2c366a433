import { matches } from '../query/matches';
import { nearOf, sortByDistance } from '../query/near-test';
import { planAccess } from '../query/plan';
import type { Selection } from '../query/select';
import { select, sortRows } from '../query/select';
import { requireIndex } from '../query/strict';
import type { Collection } from '../store/schema';
import type { Store, StoredRow } from '../store/store';
import { parseStored } from '../values/ejson';
import { documentName, idOf } from './changes';
import type { Transaction, Transactions } from './transactions';

export type View = (
  collection: Collection,
  selection: Selection,
  transaction: Transaction | undefined,
) => readonly StoredRow[];

/** Answers queries from what is committed, or from what a transaction sees: its snapshot and its own writes. */
export function viewOf(store: Store, transactions: Transactions, isStrict: boolean): View {
  return (collection, selection, transaction) => {
    const access = planAccess(collection, selection.condition, selection.order);
    if (isStrict) requireIndex(collection, selection.condition, selection.order, access);
    const differing = transaction === undefined ? undefined : transactions.differing(transaction, collection);
    if (differing === undefined || differing.size === 0) return select(store, collection, access, selection);

    const committed = select(store, collection, access, { ...selection, order: [], offset: 0, limit: Infinity });
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
  };
}
