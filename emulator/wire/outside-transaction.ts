import type { Invocation } from '../functions/invocation';
import type { WireAnswer, WireRequest } from './request';
import { textOf } from './request';

/** What the SDK sends without a transaction's id even where it is called on that transaction, and how it is called. */
const leftOut: Readonly<Record<string, string>> = {
  'database.calculateDocument': 'where().count()',
  'database.modifyDocument': 'where().update()',
  'database.removeDocument': 'where().remove()',
  'database.aggregate': 'aggregate()',
  'database.aggregateDocuments': 'aggregate()',
};

/** Reported once in a call's name: it ran outside the transaction, and nothing in the SDK says so. */
type Report = (functionName: string, text: string) => void;

/**
 * Watches calls that have a transaction open for requests the SDK forgets to put into it.
 *
 * A function may mean to ask outside of its transaction; that cannot be told apart, so this is a warning and no error.
 */
export function watchTransactions(report: Report) {
  const open = new WeakMap<Invocation, Set<string>>();
  return {
    before(caller: Invocation | undefined, request: WireRequest): void {
      const call = leftOut[textOf(request, 'action') ?? ''];
      if (caller === undefined || call === undefined || request['queryType'] === 'DOC') return;
      if (textOf(request, 'transactionId') !== undefined || (open.get(caller)?.size ?? 0) === 0) return;
      report(
        caller.functionName,
        `事务进行中，但 ${textOf(request, 'collectionName') ?? ''} 的 ${call} 没有带事务编号：SDK 不会把它放进事务，它在事务之外执行。请改用 doc() 或 where().get()`,
      );
    },

    after(caller: Invocation | undefined, request: WireRequest, answer: WireAnswer): void {
      if (caller === undefined) return;
      const transactions = open.get(caller) ?? new Set();
      open.set(caller, transactions);
      const { action, transactionId: id } = request;
      if (action === 'database.startTransaction') transactions.add(String(answer['transactionId']));
      else if (typeof id === 'string' && ends(action)) transactions.delete(id);
    },

    /** Whatever fails inside a transaction has ended it. */
    afterFailure(caller: Invocation | undefined, { transactionId: id }: WireRequest): void {
      if (caller !== undefined && typeof id === 'string') open.get(caller)?.delete(id);
    },
  };
}

const ends = (action: unknown): boolean =>
  action === 'database.commitTransaction' || action === 'database.abortTransaction';
