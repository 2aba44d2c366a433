import { requestFailed } from '../cloud-error';
import { intOrLong } from '../expression/numbers';
import { isDocument } from '../values/value';
import type { Partition, Setting, WindowFunctionParser } from './window-functions';

const ranking =
  (rank: (partition: Partition) => readonly number[]): WindowFunctionParser =>
  (operand, setting, operator) => {
    if (!isDocument(operand) || Object.keys(operand).length > 0) {
      throw requestFailed(`${operator} must be specified with '{}' as the value`);
    }
    refuseWindow(setting, operator);
    if (setting.order.length !== 1) {
      throw requestFailed(`${operator} must be specified with a top level sortBy expression with exactly one element`);
    }
    return (partition) => rank(partition).map(intOrLong);
  };

/** For functions that look at a document's place and take no window. */
export function refuseWindow({ hasWindow }: Setting, operator: string): void {
  if (hasWindow) throw requestFailed(`${operator} does not accept a 'window' field`);
}

/** Places of documents in their partition, counted from 1. */
export const windowRanks: Readonly<Record<string, WindowFunctionParser>> = {
  $documentNumber: ranking(({ keys }) => keys.map((_key, at) => at + 1)),
  $rank: ranking(({ keys }) => ranks(keys, (_before, at) => at + 1)),
  $denseRank: ranking(({ keys }) => ranks(keys, (before) => before + 1)),
};

function ranks(keys: readonly Buffer[], next: (before: number, at: number) => number): readonly number[] {
  let rank = 0;
  return keys.map((key, at) => {
    const before = keys[at - 1];
    if (before?.equals(key) !== true) rank = next(rank, at);
    return rank;
  });
}
