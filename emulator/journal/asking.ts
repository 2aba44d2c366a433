import type { Look } from '../engine/view';
import { indexOf } from '../query/access-words';
import { shapeOf } from '../query/shape';
import type { Journal } from './journal';

/** Who asks the database just now, and by which action. */
type Asker = { readonly function: string | null; readonly action: string };

export type Asking = ReturnType<typeof trackAsking>;

const unknown: Asker = { function: null, action: 'unknown' };

/**
 * Writes every look into a collection down, under the name of whoever asked.
 *
 * A request reaches its first look before it waits for anything, so one variable knows the asker. A write that had to
 * wait for a transaction looks again later, and that look has no name.
 */
export function trackAsking(journal: Journal) {
  let asker = unknown;
  return {
    /** Runs the first, synchronous part of a request in somebody's name. */
    as<T>(who: Asker, act: () => T): T {
      asker = who;
      try {
        return act();
      } finally {
        asker = unknown;
      }
    },

    observe: ({ collection, selection, access, wants, examined, answered, ms }: Look): void => {
      const at = new Date().toISOString();
      const shape = shapeOf(selection.condition, selection.order);
      journal.queries.add({
        at,
        function: asker.function,
        action: asker.action,
        collection: collection.name,
        shape,
        index: indexOf(access),
        wants: wants ?? null,
        examined,
        answered,
        ms,
      });
      if (wants !== undefined) {
        const advice = wants === '' ? '没有哪个索引帮得上' : `建议的索引：(${wants})`;
        journal.warnings.add({
          at,
          function: asker.function,
          text: `集合 ${collection.name} 的查询（${shape}）没有索引可用，读了 ${examined} 份文档；${advice}`,
        });
      }
    },
  };
}
