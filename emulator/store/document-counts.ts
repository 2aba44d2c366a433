import type { Collection } from './schema';
import type { Sqlite } from './sqlite';

export type DocumentCounts = ReturnType<typeof documentCounts>;

/** How many documents a collection holds, counted once somebody has asked, and kept up from then on. */
export function documentCounts(sqlite: Sqlite) {
  const known = new Map<number, number>();
  /** What the open commit changes. */
  const pending = new Map<number, number>();

  return {
    of({ id }: Collection): number {
      const more = pending.get(id) ?? 0;
      const before = known.get(id);
      if (before !== undefined) return before + more;
      const sql = 'SELECT count(*) AS n FROM document INDEXED BY document_of WHERE collection = ?';
      const counted = Number(sqlite.first(sql, id)?.['n']);
      known.set(id, counted - more);
      return counted;
    },

    change({ id }: Collection, more: number): void {
      pending.set(id, (pending.get(id) ?? 0) + more);
    },

    /** Many were removed at once, or all: another collection may have the same number one day. */
    forget({ id }: Collection): void {
      known.delete(id);
      pending.delete(id);
    },

    committed(): void {
      for (const [id, more] of pending) {
        const before = known.get(id);
        if (before !== undefined) known.set(id, before + more);
      }
      pending.clear();
    },

    rolledBack(): void {
      known.clear();
      pending.clear();
    },
  };
}
